"""Provisional stay: the exclusions, the period, its renewal, and what it stops."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from law.clocks import PROVISIONAL_STAY
from law.facts import ProvisionalStayPeriod, Sentence, Suspension
from law.finding import Answer
from law.periods import JST
from law.provisional_stay import (
    Condition,
    ProvisionalStayFacts,
    conditions,
    must_be_permitted,
    must_be_renewed,
    procedure_is_stopped,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=JST)
LISTED = Sentence(date(2025, 1, 9), 2, Suspension.WHOLE, listed_crime=True)
CLEAN = ProvisionalStayFacts(
    status_less=True,
    filed_at=NOW,
    landed_on=date(2026, 1, 5),
    provisional_landing=False,
    listed_landing=False,
    sixty_days=False,
    inadmissible_on_entry=False,
    suspected_ground=False,
    plainly_not_from_convention_danger=False,
    plainly_not_from_persecution=False,
    refugee_ground_arose_in_japan=False,
    protection_ground_arose_in_japan=False,
    sentences=(),
    has_order=False,
    flight_suspected=False,
)
FROM_ELSEWHERE = replace(CLEAN, plainly_not_from_convention_danger=True, plainly_not_from_persecution=True)


def test_without_exclusion_it_shall_be_permitted() -> None:
    """A status-less applicant to whom no exclusion applies gets provisional stay without asking for it (F30)."""
    assert must_be_permitted(CLEAN, NOW).value is Answer.YES


@pytest.mark.parametrize(
    ("fact", "item", "code"),
    [
        ("provisional_landing", "i", "provisional_landing"),
        ("listed_landing", "ii", "listed_landing"),
        ("sixty_days", "iii", "sixty_days"),
        ("inadmissible_on_entry", "iv", "inadmissible_on_entry"),
        ("suspected_ground", "v", "suspected_ground"),
        ("has_order", "ix", "deportation_order"),
        ("flight_suspected", "x", "flight_risk"),
    ],
)
def test_each_exclusion_excludes_and_its_absence_on_record_is_unknown(fact: str, item: str, code: str) -> None:
    """Each item that is a fact excludes with its article; not on record it is named as missing (F31, invariant 58)."""
    excluded = must_be_permitted(replace(CLEAN, **{fact: True}), NOW)  # type: ignore[arg-type]
    assert (excluded.value, [each.code for each in excluded.reasons]) == (Answer.NO, [code])
    assert excluded.basis[0].article == f"61-2-4(1)({item})"
    unknown = must_be_permitted(replace(CLEAN, **{fact: None}), NOW)  # type: ignore[arg-type]
    assert (unknown.value, unknown.reasons[0].code) == (Answer.UNKNOWN, f"{code}_not_on_record")


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (replace(CLEAN, landed_on=None), Answer.UNKNOWN),
        (replace(CLEAN, landed_on=date(2024, 1, 4)), Answer.ASK),
        (replace(CLEAN, landed_on=date(2024, 1, 4), plainly_late=True), Answer.ASK),
        (replace(CLEAN, landed_on=date(2024, 1, 4), plainly_late=True, unavoidable_reason=False), Answer.NO),
        (replace(CLEAN, landed_on=date(2024, 1, 4), plainly_late=True, unavoidable_reason=True), Answer.YES),
        (replace(CLEAN, landed_on=date(2024, 1, 4), plainly_late=False), Answer.YES),
        (replace(CLEAN, landed_on=date(2024, 1, 4), learned_on=date(2026, 2, 1)), Answer.YES),
    ],
)
def test_lateness_is_weighed_by_a_person(facts: ProvisionalStayFacts, answer: Answer) -> None:
    """Six months after landing, or learning the ground, only plain lateness without unavoidable reason excludes."""
    assert must_be_permitted(facts, NOW).value is answer


def test_the_six_months_roll() -> None:
    """Landed on 2025-08-27, the six months end on Friday 2026-02-27; landed on 08-28, on Monday 03-02 (A-27)."""
    late = replace(CLEAN, plainly_late=True, unavoidable_reason=False)
    end = datetime(2026, 2, 28, tzinfo=JST)
    for landed, filed, answer in (
        (date(2025, 8, 27), end - timedelta(seconds=1), Answer.YES),
        (date(2025, 8, 27), end, Answer.NO),
        (date(2025, 8, 28), datetime(2026, 3, 2, 23, 59, 59, tzinfo=JST), Answer.YES),
        (date(2025, 8, 28), datetime(2026, 3, 3, tzinfo=JST), Answer.NO),
    ):
        assert must_be_permitted(replace(late, landed_on=landed, filed_at=filed), filed).value is answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (FROM_ELSEWHERE, Answer.NO),
        (replace(FROM_ELSEWHERE, plainly_not_from_persecution=False), Answer.YES),
        (replace(FROM_ELSEWHERE, refugee_ground_arose_in_japan=True), Answer.YES),
        (replace(FROM_ELSEWHERE, protection_ground_arose_in_japan=True), Answer.YES),
        (replace(FROM_ELSEWHERE, plainly_not_from_persecution=None), Answer.ASK),
        (replace(FROM_ELSEWHERE, protection_ground_arose_in_japan=None), Answer.UNKNOWN),
    ],
)
def test_coming_from_elsewhere_must_be_plain_for_both_limbs(facts: ProvisionalStayFacts, answer: Answer) -> None:
    """(vii) excludes only who plainly came from neither territory, and whose ground did not arise in Japan."""
    assert must_be_permitted(facts, NOW).value is answer


@pytest.mark.parametrize(
    ("sentences", "answer"),
    [
        ((LISTED,), Answer.NO),
        ((replace(LISTED, listed_crime=False, months=None),), Answer.YES),
        ((replace(LISTED, japanese_court=False),), Answer.YES),
        ((replace(LISTED, final_on=None),), Answer.YES),
        (None, Answer.UNKNOWN),
    ],
)
def test_any_sentence_for_a_listed_crime_excludes(sentences: tuple[Sentence, ...] | None, answer: Answer) -> None:
    """(viii) asks for imprisonment for a listed crime, suspended or not, however short."""
    assert must_be_permitted(replace(CLEAN, sentences=sentences), NOW).value is answer


@pytest.mark.parametrize(("status_less", "answer"), [(False, Answer.NO), (None, Answer.UNKNOWN)])
def test_only_the_status_less_get_it(status_less: bool | None, answer: Answer) -> None:
    """A holder of a status needs no provisional stay and gets none."""
    assert must_be_permitted(replace(CLEAN, status_less=status_less), NOW).value is answer


def test_all_that_applies_or_is_missing_is_named() -> None:
    """A refusal names every exclusion; an unknown names every missing fact and what a person weighs beside it."""
    both = must_be_permitted(replace(CLEAN, has_order=True, flight_suspected=True, sixty_days=None), NOW)
    assert {each.code for each in both.reasons} == {"deportation_order", "flight_risk"}
    missing = must_be_permitted(replace(CLEAN, sixty_days=None, landed_on=date(2024, 1, 4)), NOW)
    assert missing.value is Answer.UNKNOWN
    assert {each.code for each in missing.reasons} == {"sixty_days_not_on_record", "late_application_to_be_weighed"}


def test_the_period_is_at_most_six_months() -> None:
    """Delivered on 2025-08-31 the period lasts at most through 2026-02-28, and does not roll (C20)."""
    assert PROVISIONAL_STAY.maximum is not None
    assert PROVISIONAL_STAY.maximum.last_day_of(date(2025, 8, 31)) == date(2026, 2, 28)


def test_three_conditions_are_always_set() -> None:
    """Residence, range of movement and appearance are set in every permit (61-2-4(3), Ord. 56-2(3))."""
    needed = frozenset(Condition) - {Condition.OTHER}
    assert conditions(needed).value is Answer.YES
    assert all(conditions(needed - {each}).value is Answer.NO for each in needed)


@pytest.mark.parametrize(
    ("applied_on", "last_day", "answer", "flagged"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), Answer.YES, False),
        (date(2026, 3, 3), date(2026, 3, 2), Answer.NO, False),
        (date(2026, 3, 2), date(2026, 2, 28), Answer.YES, True),
        (date(2026, 3, 3), date(2026, 2, 28), Answer.NO, False),
    ],
)
def test_a_timely_renewal_shall_be_granted(applied_on: date, last_day: date, answer: Answer, *, flagged: bool) -> None:
    """Asked for by the last day it is granted; after a holiday as last day a person is told (59, A-01)."""
    found = must_be_renewed(applied_on, last_day)
    assert found.value is answer
    assert any(each.code == "last_day_was_a_holiday" for each in found.reasons) is flagged


RUNNING = ProvisionalStayPeriod("R-1", datetime(2026, 1, 5, 9, tzinfo=JST), date(2026, 3, 2))


@pytest.mark.parametrize(
    ("period", "at", "answer"),
    [
        (RUNNING, RUNNING.delivered_at - timedelta(seconds=1), Answer.NO),
        (RUNNING, RUNNING.delivered_at, Answer.YES),
        (RUNNING, datetime(2026, 3, 2, 23, 59, 59, tzinfo=JST), Answer.YES),
        (RUNNING, datetime(2026, 3, 3, tzinfo=JST), Answer.NO),
        (replace(RUNNING, renewal_undecided=True), datetime(2026, 3, 3, tzinfo=JST), Answer.YES),
        (replace(RUNNING, ended_at=NOW), NOW, Answer.NO),
        (replace(RUNNING, ended_at=NOW, renewal_undecided=True), NOW, Answer.NO),
        (replace(RUNNING, ended_at=NOW), NOW - timedelta(seconds=1), Answer.YES),
    ],
)
def test_it_stops_the_whole_procedure_while_it_runs(
    period: ProvisionalStayPeriod, at: datetime, answer: Answer
) -> None:
    """DT-12: from delivery to the end of the last day, and while a timely renewal is undecided (34, A-28)."""
    assert procedure_is_stopped((period,), at).value is answer
