"""DT-02: who is eligible for a departure order."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from law.decision_table import Outcome
from law.departure_order import (
    DepartureOrderFacts,
    Track,
    appearance_counts,
    conditions,
    departure_order_eligible,
    track,
)
from law.deportation_grounds import DEPARTURE_ORDER_GROUNDS, EXCLUDES_DEPARTURE_ORDER
from law.facts import Ground, Sentence, Suspension
from law.finding import Answer
from tests.law.test_removal import jst

AFTER = jst(2026, 6, 5, 0)
ELIGIBLE = DepartureOrderFacts(
    grounds=frozenset({Ground.IV_RO}),
    appeared_at=jst(2026, 5, 1),
    appeared_in_office_hours=True,
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
        ({"appeared_in_office_hours": False}, Answer.NO, "no_appearance_or_declaration"),
        ({"appeared_in_office_hours": None}, Answer.UNKNOWN, "no_appearance_or_declaration_not_on_record"),
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
        (jst(2026, 5, 1), None, jst(2026, 5, 1), None, None),
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


def test_the_second_track_opens_at_midnight_and_in_the_instant_of_the_declaration() -> None:
    """24-3(i)(ro): told at 00:00 of 10 June 2024 it counts, a moment earlier not; it counts from when it is told."""
    opened = jst(2024, 6, 10, 0)
    told = replace(ELIGIBLE, appeared_at=None, declared_at=opened, investigation_began_at=jst(2024, 6, 1))
    assert track(told, opened) is Track.DECLARED
    assert track(told, opened - timedelta.resolution) is None
    assert track(replace(told, declared_at=opened - timedelta.resolution), AFTER) is None


# each row of DT-02: the facts that answer it, and what the row then says
PASSES, BLOCKS, UNKNOWN = Outcome.PASSES, Outcome.BLOCKS, Outcome.UNKNOWN
GROUNDS: list[tuple[dict[str, Any], tuple[Outcome, Outcome]]] = [
    ({"grounds": frozenset({Ground.IV_RO})}, (PASSES, PASSES)),
    ({"grounds": frozenset({Ground.II_4, Ground.IV_I})}, (PASSES, PASSES)),
    ({"grounds": frozenset({Ground.I})}, (BLOCKS, PASSES)),
    ({"grounds": frozenset({Ground.IV_RO, Ground.VIII})}, (PASSES, BLOCKS)),
    ({"grounds": frozenset({Ground.IX})}, (BLOCKS, BLOCKS)),
    ({"grounds": None}, (UNKNOWN, UNKNOWN)),
]
NOBODY_CAME = {"appeared_at": None, "declared_at": None}
TRACKS: list[tuple[dict[str, Any], Outcome]] = [
    ({}, PASSES),
    (NOBODY_CAME | {"declared_at": jst(2026, 5, 3)}, PASSES),
    (NOBODY_CAME, BLOCKS),
    ({"appeared_in_office_hours": False}, BLOCKS),
    ({"appeared_in_office_hours": None}, UNKNOWN),
    ({"appeared_in_office_hours": None, "declared_at": jst(2026, 5, 3)}, PASSES),
]
SENTENCES: list[tuple[dict[str, Any], Outcome]] = [
    ({"sentences": ()}, PASSES),
    ({"sentences": (LISTED,)}, BLOCKS),
    ({"sentences": None}, UNKNOWN),
]
BEFORE: list[tuple[dict[str, Any], Outcome]] = [
    (
        {"deported_before": deported, "left_under_departure_order_before": ordered},
        BLOCKS if deported or ordered else UNKNOWN if deported is None or ordered is None else PASSES,
    )
    for deported, ordered in product((False, True, None), repeat=2)
]
CERTAIN: list[tuple[dict[str, Any], Outcome]] = [
    ({"certain_to_leave": True}, PASSES),
    ({"certain_to_leave": False}, BLOCKS),
    ({"certain_to_leave": None}, UNKNOWN),
]


def test_every_combination_of_the_rows() -> None:
    """All must be yes: one that fails refuses whatever the others say, one that is unknown is never taken for yes."""
    lived = 0
    for (grounds, (first, third)), (way, second), (sentences, fourth), (before, fifth), (certain, sixth) in product(
        GROUNDS, TRACKS, SENTENCES, BEFORE, CERTAIN
    ):
        facts = replace(ELIGIBLE, **(grounds | way | sentences | before | certain))
        rows = [first, second, third, fourth, fifth, sixth]
        assert [row.outcome for row in conditions(facts, AFTER)] == rows
        expected = Answer.NO if BLOCKS in rows else Answer.UNKNOWN if UNKNOWN in rows else Answer.YES
        assert departure_order_eligible(facts, AFTER).value is expected
        lived += 1
    assert lived == 6 * 6 * 3 * 9 * 3


@pytest.mark.parametrize("ground", list(Ground))
def test_every_item_of_article_24(ground: Ground) -> None:
    """24-3: only (ii-4), (iv)(ro) and (vi) to (vii) open the way; an excluding item closes it beside them."""
    opens = {"24(ii-4)", "24(iv)(ro)", "24(vi)", "24(vi-2)", "24(vi-3)", "24(vi-4)", "24(vii)"}
    alone = departure_order_eligible(replace(ELIGIBLE, grounds=frozenset({ground})), AFTER).value
    assert (alone is Answer.YES) is (ground.value in opens)
    beside = departure_order_eligible(replace(ELIGIBLE, grounds=frozenset({Ground.IV_RO, ground})), AFTER).value
    third = ground.value.startswith(("24(iii", "24(iv)(")) and ground.value not in ("24(iv)(i)", "24(iv)(ro)")
    assert (beside is Answer.NO) is (third or ground.value in ("24(viii)", "24(ix)"))
    assert not DEPARTURE_ORDER_GROUNDS & EXCLUDES_DEPARTURE_ORDER


@pytest.mark.parametrize(
    ("appeared", "in_hours", "expected"),
    [
        (jst(2026, 5, 1), True, True),  # a Friday
        (jst(2026, 5, 1), False, False),
        (jst(2026, 5, 1), None, None),
        (jst(2026, 5, 2), True, False),  # a Saturday
        (jst(2026, 5, 3), None, False),  # a Sunday, Constitution Memorial Day
        (jst(2026, 5, 6), True, False),  # a Wednesday, the day off in place of that Sunday
        (jst(2026, 12, 29), True, False),
        (jst(2027, 1, 3), True, False),
        (jst(2027, 1, 4), True, True),
        (None, True, False),
    ],
)
def test_an_appearance_counts_in_office_hours_on_a_working_day(
    appeared: datetime | None, in_hours: bool | None, expected: bool | None
) -> None:
    """Ord. 50-50(1): no holiday of administrative organs, and the office confirms its hours."""
    assert appearance_counts(replace(ELIGIBLE, appeared_at=appeared, appeared_in_office_hours=in_hours)) is expected


def test_who_came_on_a_closed_day_may_still_tell_an_officer() -> None:
    """An appearance on a Saturday opens nothing; the wish told after the investigation began opens track B."""
    facts = replace(ELIGIBLE, appeared_at=jst(2026, 5, 2), investigation_began_at=jst(2026, 5, 7))
    assert track(facts, AFTER) is None
    assert track(replace(facts, declared_at=jst(2026, 5, 7)), AFTER) is Track.DECLARED
