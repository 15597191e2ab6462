"""The days of detention: spent, left, the last one; thirty and thirty, each day once (41(1), 44-4(9))."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.detention_days import (
    LONGEST_EXTENSION,
    MOST_DAYS,
    ORDINARY_DAYS,
    Restraint,
    days_held,
    days_left,
    days_left_in_all,
    days_spent,
    last_day,
    may_be_extended,
    may_be_held,
)
from law.finding import Answer

FIRST = date(2024, 1, 1)


def day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)


def test_the_numbers_of_article_41() -> None:
    """Thirty days, an extension of thirty, sixty in all."""
    assert (ORDINARY_DAYS, LONGEST_EXTENSION, MOST_DAYS) == (30, 30, 60)


@pytest.mark.parametrize(
    ("taken", "spent", "extension", "last"),
    [
        ("2025-05-02", 0, 0, "2025-05-31"),  # day 1 is 2 May: 2 + 29
        ("2025-01-31", 0, 0, "2025-03-01"),  # 1 of January, 28 of February, 1 of March
        ("2024-01-31", 0, 0, "2024-02-29"),  # leap year: 1 + 29
        ("2024-02-29", 0, 0, "2024-03-29"),  # 1 + 29
        ("2025-02-28", 0, 0, "2025-03-29"),  # 1 + 29
        ("2024-12-15", 0, 0, "2025-01-13"),  # 17 of December, 13 of January: closed days count (T8)
        ("2025-05-02", 0, 30, "2025-06-30"),  # 30 of May, 30 of June
        ("2025-05-02", 0, 1, "2025-06-01"),
        ("2025-05-02", 20, 0, "2025-05-11"),  # days 21 to 30
        ("2025-05-02", 29, 0, "2025-05-02"),  # one day is left
        ("2025-05-02", 30, 30, "2025-05-31"),
        ("2025-05-02", 59, 30, "2025-05-02"),
    ],
)
def test_the_last_day(taken: str, spent: int, extension: int, last: str) -> None:
    """The day of restraint is day 1 of those that are left; months and leap years follow the calendar."""
    found = last_day(day(taken), spent, extension)
    assert found.value == day(last)
    assert found.steps[0].day == day(taken)


@pytest.mark.parametrize(("spent", "extension"), [(30, 0), (60, 30), (35, 5)])
def test_where_no_day_is_left_there_is_no_last_day(spent: int, extension: int) -> None:
    """Nothing is computed for somebody who may not be held."""
    with pytest.raises(ValueError, match="no day is left"):
        last_day(day("2025-05-02"), spent, extension)


def test_a_day_that_two_restraints_touch_counts_once() -> None:
    """Released at noon and taken again at night of the same day: one day."""
    twice = (Restraint(day("2025-05-02"), day("2025-05-10")), Restraint(day("2025-05-10"), day("2025-05-12")))
    assert days_held(twice, day("2025-06-01")) == 11


def test_days_at_liberty_do_not_count() -> None:
    """Nine days, twenty at liberty, then the day of the new restraint is the tenth."""
    first = Restraint(day("2025-05-02"), day("2025-05-10"))
    found = days_spent((first,), day("2025-05-31"))
    assert found.value == 9
    assert last_day(day("2025-05-31"), found.value).value == day("2025-06-20")  # days 10 to 30: 21 days


def test_days_kept_elsewhere_and_days_without_a_title_are_spent() -> None:
    """A-18: every day under any order of the case, and days held after the title had ended as well."""
    known = (Restraint(day("2025-05-02"), day("2025-05-03")), Restraint(day("2025-05-04"), day("2025-05-05"), False))
    assert days_spent(known, day("2025-06-01"), kept_elsewhere=7).value == 11
    assert days_held((one for one in known if one.titled), day("2025-06-01")) == 2


def test_a_restraint_that_goes_on_counts_up_to_the_day_asked() -> None:
    """The open restraint counts to the day itself, and not before it began."""
    running = (Restraint(day("2025-05-02")),)
    assert days_held(running, day("2025-05-01")) == 0
    assert days_held(running, day("2025-05-02")) == 1
    assert days_spent(running, day("2025-05-05")).value == 3


@pytest.mark.parametrize(
    ("spent", "extension", "code"),
    [
        (0, 0, None),
        (29, 0, None),
        (30, 0, "extension_first"),
        (30, 1, None),
        (59, 0, "extension_first"),
        (45, 15, "extension_first"),
        (59, 30, None),
        (60, 0, "sixty_days_spent"),
        (60, 30, "sixty_days_spent"),
    ],
)
def test_who_may_be_taken(spent: int, extension: int, code: str | None) -> None:
    """Under thirty: yes. From thirty on only after an extension that leaves a day. At sixty: never (A-33)."""
    found = may_be_held(spent, extension)
    assert found.value is (Answer.YES if code is None else Answer.NO)
    if code is not None:
        assert found.reasons[0].code == code
        assert found.reasons[0].remedy


@pytest.mark.parametrize(
    ("days", "extension", "spent", "held", "code"),
    [
        (30, 0, 0, True, None),
        (1, 0, 0, True, None),
        (31, 0, 0, True, "extension_too_long"),
        (1, 10, 0, True, "extended_already"),
        (1, 30, 0, False, "extended_already"),
        (10, 0, 29, False, "ordinary_days_left"),
        (10, 0, 30, False, None),
        (5, 0, 35, False, "extension_leaves_nothing"),
        (6, 0, 35, False, None),
        (30, 0, 60, False, "sixty_days_spent"),
    ],
)
def test_what_may_be_extended(days: int, extension: int, spent: int, held: bool, code: str | None) -> None:
    """Once, by at most thirty days; before the person is taken only where no ordinary day is left, and to some use."""
    found = may_be_extended(days, extension=extension, spent=spent, held=held)
    assert (found.reasons[0].code if found.value is Answer.NO else None) == code


_DAYS = st.integers(0, 400).map(lambda number: FIRST + timedelta(days=number))
_RESTRAINTS = st.lists(
    st.builds(
        lambda since, length: Restraint(since, None if length is None else since + timedelta(days=length)),
        _DAYS,
        st.one_of(st.none(), st.integers(0, 90)),
    ),
    max_size=6,
)


@given(_RESTRAINTS, _DAYS)
def test_the_count_is_that_of_the_days_themselves(restraints: list[Restraint], through: date) -> None:
    """Whatever overlaps or touches: as many as there are days on which somebody was held."""
    touched = {
        FIRST + timedelta(days=number)
        for number in range(500)
        for one in restraints
        if one.since <= FIRST + timedelta(days=number) <= min(one.until or through, through)
    }
    assert days_held(restraints, through) == len(touched)


@given(st.integers(0, 70), st.integers(0, 30), _DAYS)
def test_spent_and_left_make_the_whole(spent: int, extension: int, taken: date) -> None:
    """What is left ends exactly when ordinary days and extension are used up, and never after sixty."""
    left = days_left(spent, extension)
    assert left <= days_left_in_all(spent)
    if left:
        assert (last_day(taken, spent, extension).value - taken).days + 1 + spent == ORDINARY_DAYS + extension
