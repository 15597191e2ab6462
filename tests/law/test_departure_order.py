"""DT-02: who is eligible for a departure order."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from law.departure_order import DepartureOrderFacts, Track, conditions, departure_order_eligible, track
from law.facts import Ground, Sentence, Suspension
from law.finding import Answer
from tests.law.test_removal import jst

AFTER = jst(2026, 6, 5, 0)
ELIGIBLE = DepartureOrderFacts(
    grounds=frozenset({Ground.IV_RO}),
    appeared_at=jst(2026, 5, 1),
    declared_at=None,
    investigation_began_at=jst(2026, 5, 2),
    finding_received_at=None,
    sentences=(),
    deported_before=False,
    left_under_departure_order_before=False,
    certain_to_leave=True,
)
LISTED = Sentence(date(2025, 1, 1), 6, Suspension.WHOLE, listed_crime=True)


def test_whoever_meets_every_condition_is_eligible() -> None:
    """With every condition of DT-02 met the suspect is eligible, and each is said to be passed."""
    finding = departure_order_eligible(ELIGIBLE, AFTER)
    assert finding.value is Answer.YES
    assert len(finding.reasons) == len(conditions(ELIGIBLE, AFTER)) == 6


@pytest.mark.parametrize(
    ("change", "answer", "code"),
    [
        ({"grounds": frozenset({Ground.IV_I})}, Answer.NO, "no_departure_order_ground"),
        ({"appeared_at": None}, Answer.NO, "no_appearance_or_declaration"),
        ({"appeared_at": jst(2026, 5, 2)}, Answer.NO, "no_appearance_or_declaration"),
        ({"grounds": frozenset({Ground.IV_RO, Ground.IV_CHI})}, Answer.NO, "excluding_ground"),
        ({"sentences": (LISTED,)}, Answer.NO, "sentenced_for_listed_crime"),
        ({"sentences": None}, Answer.UNKNOWN, "sentenced_for_listed_crime_not_on_record"),
        ({"deported_before": True}, Answer.NO, "deported_or_ordered_before"),
        ({"left_under_departure_order_before": True}, Answer.NO, "deported_or_ordered_before"),
        ({"deported_before": None}, Answer.UNKNOWN, "deported_or_ordered_before_not_on_record"),
        ({"certain_to_leave": False}, Answer.NO, "leaving_not_certain"),
        ({"certain_to_leave": None}, Answer.UNKNOWN, "leaving_not_certain_not_on_record"),
    ],
)
def test_each_condition_of_the_departure_order(change: dict[str, object], answer: Answer, code: str) -> None:
    """Each condition alone refuses eligibility, or leaves it unknown."""
    finding = departure_order_eligible(replace(ELIGIBLE, **change), AFTER)  # type: ignore[arg-type]  # (the table above)
    assert (finding.value, [reason.code for reason in finding.reasons]) == (answer, [code])


def test_grounds_not_on_record_leave_eligibility_unknown() -> None:
    """Without the grounds both conditions that ask for them are unknown."""
    finding = departure_order_eligible(replace(ELIGIBLE, grounds=None), AFTER)
    assert (finding.value, len(finding.reasons)) == (Answer.UNKNOWN, 2)


@pytest.mark.parametrize(
    "sentence",
    [replace(LISTED, final_on=None), replace(LISTED, final_on=date(2026, 12, 1)), replace(LISTED, listed_crime=False)],
)
def test_only_a_final_sentence_for_a_listed_crime_excludes(sentence: Sentence) -> None:
    """A judgment that is not final, or is for another crime, does not exclude the departure order."""
    assert departure_order_eligible(replace(ELIGIBLE, sentences=(sentence,)), AFTER).value is Answer.YES


@pytest.mark.parametrize(
    ("appeared", "declared", "began", "received", "expected"),
    [
        (jst(2026, 5, 1), None, None, None, Track.APPEARED),
        (None, jst(2026, 5, 3), jst(2026, 5, 2), None, Track.DECLARED),
        (None, jst(2026, 5, 3), jst(2026, 5, 2), jst(2026, 5, 4), Track.DECLARED),
        (None, jst(2026, 5, 4), jst(2026, 5, 2), jst(2026, 5, 4), None),
        (None, jst(2026, 5, 1), jst(2026, 5, 2), None, None),
        (None, jst(2024, 6, 9), jst(2024, 6, 1), None, None),
        (None, jst(2024, 6, 10), jst(2024, 6, 1), None, Track.DECLARED),
        (jst(2026, 7, 1), None, None, None, None),
    ],
)
def test_the_two_tracks(
    appeared: datetime | None,
    declared: datetime | None,
    began: datetime | None,
    received: datetime | None,
    expected: Track | None,
) -> None:
    """Track A before the investigation; track B after it and before the 47(3) notice, since 2024-06-10."""
    facts = replace(
        ELIGIBLE,
        appeared_at=appeared,
        declared_at=declared,
        investigation_began_at=began,
        finding_received_at=received,
    )
    assert track(facts, AFTER) is expected
