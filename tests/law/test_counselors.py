"""The counselors: the panel, the oral statement, and the opinion before every decision."""

from dataclasses import replace

import pytest

from law.counselors import (
    Conflict,
    Counselor,
    OralStatement,
    ReviewDecision,
    oral_statement_may_be_refused,
    panel,
    review_may_be_decided,
)
from law.finding import Answer

NONE: frozenset[Conflict] = frozenset()
HEAD = Counselor("a", is_head=True, conflicts=NONE)
SECOND = Counselor("b", is_head=False, conflicts=NONE)
THIRD = Counselor("c", is_head=False, conflicts=NONE)
PANEL = (HEAD, SECOND, THIRD)


@pytest.mark.parametrize(
    ("counselors", "answer"),
    [
        (PANEL, Answer.YES),
        (PANEL[:2], Answer.NO),
        ((*PANEL, replace(THIRD, reference="d")), Answer.NO),
        ((HEAD, SECOND, SECOND), Answer.NO),
        ((replace(HEAD, is_head=False), SECOND, THIRD), Answer.NO),
        ((HEAD, replace(SECOND, is_head=True), THIRD), Answer.NO),
        ((HEAD, SECOND, replace(THIRD, conflicts=None)), Answer.UNKNOWN),
    ],
)
def test_a_panel_is_three_different_counselors_with_one_head(counselors: tuple[Counselor, ...], answer: Answer) -> None:
    """Exactly three, different, one head, each asked about conflicts (Ord. 58-3(1))."""
    assert panel(counselors).value is answer


@pytest.mark.parametrize("conflict", Conflict)
def test_every_conflict_bars_a_counselor(conflict: Conflict) -> None:
    """Each item of Ord. 58-2 bars, and the reason cites it."""
    found = panel((HEAD, SECOND, replace(THIRD, conflicts=frozenset({conflict}))))
    assert found.value is Answer.NO
    assert conflict.value in {each.article for each in found.basis}


@pytest.mark.parametrize(
    ("requested", "grounds", "answer"),
    [
        (False, (None, None, None), Answer.YES),
        (True, (False, False, False), Answer.NO),
        (True, (True, False, False), Answer.YES),
        (True, (False, True, None), Answer.YES),
        (True, (False, False, True), Answer.YES),
        (True, (False, None, False), Answer.UNKNOWN),
        (None, (False, False, False), Answer.UNKNOWN),
    ],
)
def test_an_oral_statement_is_owed_unless_a_ground_exists(
    requested: bool | None,
    grounds: tuple[bool | None, bool | None, bool | None],
    answer: Answer,
) -> None:
    """On request it must be allowed, save the grounds of ACRA 31(1) as read by 61-2-12(6) (F23)."""
    assert oral_statement_may_be_refused(OralStatement(requested, *grounds)).value is answer


DECISION = ReviewDecision(
    by_minister=True, counselors=PANEL, signed_by=frozenset("abc"), refuses=True, states_gist=True
)


@pytest.mark.parametrize(
    ("decision", "answer"),
    [
        (DECISION, Answer.YES),
        (replace(DECISION, by_minister=False), Answer.NO),
        (replace(DECISION, signed_by=frozenset("ab")), Answer.NO),
        (replace(DECISION, counselors=PANEL[:2]), Answer.NO),
        (replace(DECISION, states_gist=False), Answer.NO),
        (replace(DECISION, states_gist=None), Answer.UNKNOWN),
        (replace(DECISION, states_gist=None, refuses=False), Answer.YES),
        (replace(DECISION, counselors=(HEAD, SECOND, replace(THIRD, conflicts=None))), Answer.UNKNOWN),
    ],
)
def test_no_decision_without_the_opinion(decision: ReviewDecision, answer: Answer) -> None:
    """The Minister decides after the opinion of the whole panel; a refusal states its gist (invariants 55, 56)."""
    assert review_may_be_decided(decision).value is answer
