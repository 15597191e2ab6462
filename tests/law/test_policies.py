"""The open points: each named once per day, dated, and citable."""

from datetime import date, timedelta

import pytest

from law import policies


def test_every_open_point_asks_and_answers() -> None:
    """Each entry has a question, an answer, a switch and a day from which it is followed."""
    for each in policies.POINTS:
        assert each.question_en.endswith("?")
        assert each.assumption_en.endswith(".")
        assert each.since >= date(2024, 6, 10)


def test_an_open_point_has_one_entry_per_day() -> None:
    """Entries are appended with a later day, never edited: no id begins twice on one day."""
    keys = [(each.id, each.since) for each in policies.POINTS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "name",
    [
        "A-01",
        "A-05",
        "A-11",
        "A-12",
        "A-13",
        "A-14",
        "A-16",
        "A-19",
        "A-20",
        "A-21",
        "A-23",
        "A-26",
        "A-27",
        "A-28",
        "A-29",
        "A-30",
        "A-35",
        "A-36",
        "A-46",
        "A-47",
        "A-48",
        "A-45",
        "A-43",
        "A-39",
        "A-38",
        "A-34",
        "A-33",
        "A-32",
        "A-31",
        "A-25",
        "A-24",
        "A-22",
        "A-18",
        "A-10",
        "A-06",
        "A-04",
        "A-03",
    ],
)
def test_the_points_that_rules_cite_are_there(name: str) -> None:
    """Recognition, provisional stay, deportation, custody and removal find their open points, and cite them by id."""
    assert policies.point(name, date(2026, 1, 1)).id == name
    assert policies.cite(name).article == name


def test_the_margin_is_a_time_span() -> None:
    """The wait before removal is ten days, as the margin that rules read and as the switch of A-14."""
    assert timedelta(days=10) == policies.REMOVAL_MARGIN
    assert policies.point("A-14", date(2026, 1, 1)).switch == policies.REMOVAL_MARGIN


def test_an_unknown_open_point_is_refused() -> None:
    """A question nobody asked has no entry; a day before the first entry meets the first."""
    with pytest.raises(KeyError):
        policies.point("A-99", date(2026, 1, 1))
    assert policies.point("A-01", date(2020, 1, 1)).since == date(2024, 6, 10)
