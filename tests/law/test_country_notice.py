"""The notice of countries: which is in force, what a destination missing from it means, what may be entered."""

from datetime import date

import pytest

from law.countries import COUNTRIES
from law.country_notice import CountryNotice, destination_is_missing, in_force, may_be_entered, notice_is_known
from law.finding import Answer

FIRST = CountryNotice("1", date(2024, 6, 10), frozenset({"VN", "PH"}))
SECOND = CountryNotice("2", date(2025, 3, 1), frozenset({"VN"}))


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2024, 6, 9), None),
        (date(2024, 6, 10), "1"),
        (date(2025, 2, 28), "1"),
        (date(2025, 3, 1), "2"),
        (date(2030, 1, 1), "2"),
    ],
)
def test_the_latest_that_has_begun_is_in_force(on: date, number: str | None) -> None:
    """From its first day, the day included, until another one begins; in whatever order they are known."""
    for known in ((FIRST, SECOND), (SECOND, FIRST)):
        found = in_force(known, on)
        assert (found.number if found else None) == number


def test_without_a_notice_a_person_looks() -> None:
    """A-08: whether one is known for a day is said, and where none is, what is to be done."""
    assert notice_is_known(SECOND).value is Answer.YES
    unknown = notice_is_known(None)
    assert unknown.value is Answer.NO
    assert [why.remedy for why in unknown.reasons] == [
        "Let the Minister's office enter the notice; until then a person looks."
    ]


@pytest.mark.parametrize(
    ("notice", "country", "answer", "code"),
    [
        (None, "VN", Answer.UNKNOWN, "no_country_notice"),
        (SECOND, "VN", Answer.NO, "destination_on_notice"),
        (SECOND, "PH", Answer.YES, "destination_not_on_notice"),
    ],
)
def test_only_a_country_that_a_known_notice_leaves_out_is_missing(
    notice: CountryNotice | None, country: str, answer: Answer, code: str
) -> None:
    """Without a notice nothing is known: an absent list never opens anything (A-08)."""
    finding = destination_is_missing(notice, country)
    assert (finding.value, [reason.code for reason in finding.reasons]) == (answer, [code])


def _notice(number: str = "3", first: date = date(2026, 1, 1), *countries: str) -> CountryNotice:
    return CountryNotice(number, first, frozenset(countries or ("VN",)))


@pytest.mark.parametrize(
    ("notice", "corrects", "codes"),
    [
        (_notice(), False, []),
        (_notice("3", date(2024, 7, 1)), False, []),  # between two on file: one that was forgotten
        (_notice("2", date(2025, 3, 1), "VN", "LK"), True, []),
        (_notice("2", date(2025, 4, 1), "VN"), True, []),
        (_notice("2", date(2025, 3, 1), "VN", "LK"), False, ["number_taken"]),
        (_notice("3", date(2025, 3, 1)), False, ["first_day_taken"]),
        (_notice("2", date(2024, 6, 10)), True, ["first_day_taken"]),
        (_notice("3", date(2026, 1, 1)), True, ["nothing_to_correct"]),
        (_notice("3", date(2024, 6, 9)), False, ["before_the_law"]),
        (_notice("3", date(2026, 1, 1), "VN", "UK", "QQ"), False, ["unknown_country"]),
        (CountryNotice("3", date(2026, 1, 1), frozenset()), False, ["no_countries"]),
        (_notice("2", date(2024, 6, 9), "vn"), False, ["unknown_country", "before_the_law", "number_taken"]),
    ],
)
def test_what_cannot_stand_beside_the_others_is_refused(
    notice: CountryNotice, corrects: bool, codes: list[str]
) -> None:
    """Every ground is told, with its article and what cures it."""
    finding = may_be_entered(notice, (FIRST, SECOND), corrects=corrects)
    assert [reason.code for reason in finding.reasons] == codes
    assert finding.value is (Answer.NO if codes else Answer.YES)
    assert all(reason.basis and reason.remedy for reason in finding.reasons)


def test_the_codes_are_those_of_iso_3166() -> None:
    """249 assigned codes, and the letters X that anybody may assign (XK)."""
    assigned = {code for code in COUNTRIES if not code.startswith("X")}
    assert len(assigned) == 249
    assert {"JP", "VN", "XK"} <= COUNTRIES
    assert COUNTRIES.isdisjoint({"UK", "EU", "ZZ", "jp"})
