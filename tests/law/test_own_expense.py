"""Departure at own expense: the conditions of the decision of one year, its day, and whether it was kept."""

from datetime import date, datetime

import pytest

from law.facts import Ground
from law.filer import Filer
from law.finding import Answer
from law.landing import Leaving
from law.own_expense import (
    OneYearApplication,
    OneYearFacts,
    OwnExpenseTerms,
    is_in_form,
    is_within_seven_days,
    latest_date,
    leaving_by_oneself,
    one_year_may_be_decided,
    permission_used,
)
from law.periods import JST

TODAY = date(2025, 4, 2)
PLANNED = date(2025, 4, 10)
PERMITTED_AT = datetime(2025, 4, 2, 10, 0, tzinfo=JST)


def facts(**changes: object) -> OneYearFacts:
    """Everything that the decision needs, unless said otherwise."""
    given: dict[str, object] = {
        "permitted": True,
        "applied": True,
        "grounds": frozenset({Ground.IV_RO}),
        "before": False,
        "appropriate": True,
        "planned_on": PLANNED,
        "until": date(2025, 4, 17),
    }
    return OneYearFacts(**(given | changes))  # type: ignore[arg-type]


def test_with_everything_the_decision_may_be_made() -> None:
    """Six conditions, each with its article."""
    found = one_year_may_be_decided(facts(), TODAY)
    assert found.value is Answer.YES
    assert len(found.reasons) == 6
    assert all(why.basis for why in found.reasons)


@pytest.mark.parametrize(
    ("changes", "answer", "code"),
    [
        ({"permitted": False}, Answer.NO, "no_own_expense_permission"),
        ({"applied": False}, Answer.NO, "one_year_not_applied_for"),
        ({"grounds": frozenset({Ground.IV_O})}, Answer.NO, "one_year_without_effect"),
        ({"grounds": frozenset({Ground.IV_WA})}, Answer.NO, "one_year_without_effect"),
        ({"grounds": frozenset({Ground.IV_KA})}, Answer.NO, "one_year_without_effect"),
        ({"grounds": frozenset({Ground.IV_YO, Ground.IV_RO})}, Answer.NO, "one_year_without_effect"),
        ({"grounds": frozenset({Ground.IV_3})}, Answer.NO, "one_year_without_effect"),
        ({"grounds": None}, Answer.UNKNOWN, "one_year_without_effect_not_on_record"),
        ({"before": True}, Answer.NO, "deported_or_ordered_before"),
        ({"before": None}, Answer.UNKNOWN, "deported_or_ordered_before_not_on_record"),
        ({"appropriate": False}, Answer.NO, "one_year_not_appropriate"),
        ({"appropriate": None}, Answer.UNKNOWN, "one_year_not_appropriate_not_on_record"),
        ({"until": None}, Answer.UNKNOWN, "date_not_within_seven_days_not_on_record"),
        ({"until": date(2025, 4, 18)}, Answer.NO, "date_not_within_seven_days"),
        ({"until": date(2025, 4, 9)}, Answer.NO, "date_not_within_seven_days"),
        ({"planned_on": date(2025, 3, 30), "until": date(2025, 4, 1)}, Answer.NO, "date_not_within_seven_days"),
    ],
)
def test_each_requirement_by_itself(changes: dict[str, object], answer: Answer, code: str) -> None:
    """One that fails, or that nobody knows, and the decision is not made (invariant 48)."""
    found = one_year_may_be_decided(facts(**changes), TODAY)
    assert (found.value, [why.code for why in found.reasons]) == (answer, [code])


def test_beside_another_ground_24_iv_3_hinders_nothing() -> None:
    """5(1)(ix) reaches the other ground."""
    both = frozenset({Ground.IV_3, Ground.IV_RO})
    assert one_year_may_be_decided(facts(grounds=both), TODAY).value is Answer.YES


@pytest.mark.parametrize(
    ("planned", "last"),
    [
        (date(2025, 4, 10), date(2025, 4, 17)),
        # over the New Year: 28 Dec + 7 = 4 Jan, a Sunday in 2026; the day does not move (T8)
        (date(2025, 12, 28), date(2026, 1, 4)),
        (date(2024, 2, 22), date(2024, 2, 29)),
        (date(2023, 2, 22), date(2023, 3, 1)),
        (date(2025, 1, 31), date(2025, 2, 7)),
    ],
)
def test_seven_days_from_the_planned_departure(planned: date, last: date) -> None:
    """The planned day is not counted; the seventh day after it is the last that may be fixed, closed or not."""
    assert latest_date(planned).value == last
    assert is_within_seven_days(planned, last, planned).value is Answer.YES
    assert is_within_seven_days(planned, date.fromordinal(last.toordinal() + 1), planned).value is Answer.NO


@pytest.mark.parametrize(
    ("applied", "codes"),
    [
        (OneYearApplication(True, True, True, Filer.PERSON, False), []),
        (OneYearApplication(True, True, True, Filer.PARENT, True), []),
        (OneYearApplication(True, True, True, Filer.PARENT, False), ["one_year_not_by_the_person"]),
        (OneYearApplication(False, True, True, Filer.PERSON, False), ["one_year_papers_missing"]),
        (OneYearApplication(True, False, True, Filer.PERSON, False), ["one_year_papers_missing"]),
        (OneYearApplication(True, True, False, Filer.PERSON, False), ["one_year_not_in_person"]),
    ],
)
def test_the_form_of_the_application(applied: OneYearApplication, codes: list[str]) -> None:
    """Paper 64-3 with material, in person; a relative only for who is under 16 or unable (Ord. 47-3(1), (2))."""
    found = is_in_form(applied)
    assert [why.code for why in found.reasons] == codes
    assert found.value is (Answer.NO if codes else Answer.YES)


def terms(until: date | None = None, ended_at: datetime | None = None) -> OwnExpenseTerms:
    """A permission of 2 April for 10 April."""
    return OwnExpenseTerms("case", PERMITTED_AT, PLANNED, until, False, ended_at)


def test_how_somebody_left_who_was_not_removed() -> None:
    """Under the permission, by the day or late; or by oneself, with none, before it, or after it was withdrawn."""
    until, late = date(2025, 4, 17), date(2025, 4, 18)
    assert leaving_by_oneself([terms(until)], until) == (Leaving.OWN_EXPENSE, True)
    assert leaving_by_oneself([terms(until)], late) == (Leaving.OWN_EXPENSE, False)
    assert leaving_by_oneself([terms()], until) == (Leaving.OWN_EXPENSE, False)
    assert leaving_by_oneself([], until) == (Leaving.BY_ONESELF, False)
    assert leaving_by_oneself([terms(until)], date(2025, 4, 1)) == (Leaving.BY_ONESELF, False)
    assert leaving_by_oneself([terms(until, PERMITTED_AT)], until) == (Leaving.BY_ONESELF, False)


def test_the_last_permission_that_stands_is_the_one_used() -> None:
    """One that was given up does not count, a later one does."""
    given_up, later = terms(ended_at=PERMITTED_AT), terms(date(2025, 4, 17))
    assert permission_used([given_up, later], PLANNED) is later
