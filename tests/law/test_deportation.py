"""DT-03: whether the deportation order must be issued now, row by row."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from law.clocks import OBJECTION
from law.deportation import (
    Acceptance,
    AcceptedBy,
    OrderFacts,
    SpecialPermission,
    SpecialPermissionState,
    order_must_issue,
    silence_may_count_as_accepted,
    standstills,
    window_ends,
    window_from,
)
from law.facts import CourtStay, CourtStayScope, Grant, GrantKind, Ground, ProvisionalStayPeriod
from law.finding import Answer
from tests.law.test_removal import jst

ACCEPTED = Acceptance(AcceptedBy.WAIVER, jst(2026, 6, 1))
"""Monday 1 June: day 1 is Tuesday, the window runs through Thursday 4 June."""
INSIDE, AFTER = jst(2026, 6, 4, 23), jst(2026, 6, 5, 0)
FACTS = OrderFacts(
    acceptance=ACCEPTED,
    silent_since=None,
    waiver_signed_at=None,
    special_permission=SpecialPermission(),
    provisional_stays=(),
    grants=(),
    ground=Ground.IV_RO,
    ground_since=date(2024, 1, 1),
)
S = SpecialPermissionState
WAIVED = jst(2026, 6, 1, 13)
EARLY = jst(2026, 5, 20)
STAY = ProvisionalStayPeriod("R-1", jst(2026, 6, 2), date(2026, 6, 30))
STAYED = CourtStay(CourtStayScope.EFFECT, AFTER, jst(2026, 6, 9))
GRANT = Grant(GrantKind.RECOGNITION, jst(2026, 5, 1), jst(2026, 5, 10))


@pytest.mark.parametrize(
    ("change", "at", "answer", "code"),
    [
        ({"acceptance": None}, AFTER, Answer.NO, "not_accepted"),
        ({"acceptance": None, "waiver_signed_at": WAIVED}, AFTER, Answer.NO, "not_accepted"),
        ({"acceptance": None, "silent_since": jst(2026, 6, 5, 0)}, AFTER, Answer.NO, "silence_is_not_acceptance"),
        ({"acceptance": None, "silent_since": jst(2026, 6, 6, 0)}, AFTER, Answer.NO, "not_accepted"),
        ({"provisional_stays": (STAY,)}, AFTER, Answer.NO, "provisional_stay_running"),
        ({"decision_stays": (STAYED,)}, AFTER, Answer.NO, "decision_stayed_by_a_court"),
        ({"decision_stays": (STAYED,)}, jst(2026, 6, 9), Answer.YES, "window_over"),
        ({"decision_stays": (replace(STAYED, since=jst(2026, 6, 6)),)}, AFTER, Answer.YES, "window_over"),
        ({"decision_stays": (replace(STAYED, until=None),)}, jst(2026, 6, 9), Answer.NO, "decision_stayed_by_a_court"),
        ({"grants": (GRANT,)}, AFTER, Answer.NO, "grant_bars"),
        ({"grants": (GRANT,), "ground_since": date(2026, 5, 11)}, AFTER, Answer.YES, "window_over"),
        ({"grants": (GRANT,), "ground_since": None}, AFTER, Answer.UNKNOWN, "ground_since_not_on_record"),
        ({"grants": (replace(GRANT, effective_at=None),)}, AFTER, Answer.YES, "window_over"),
        ({"waiver_signed_at": WAIVED}, INSIDE, Answer.YES, "special_permission_waived"),
        ({"waiver_signed_at": jst(2026, 5, 31)}, INSIDE, Answer.NO, "window_open"),
        ({"waiver_signed_at": jst(2026, 6, 5)}, INSIDE, Answer.NO, "window_open"),
        ({}, INSIDE, Answer.NO, "window_open"),
        ({}, AFTER, Answer.YES, "window_over"),
        (
            {"special_permission": SpecialPermission(S.PENDING, jst(2026, 6, 3))},
            AFTER,
            Answer.NO,
            "special_permission_pending",
        ),
        ({"special_permission": SpecialPermission(S.PENDING, EARLY)}, AFTER, Answer.NO, "special_permission_pending"),
        (
            {"special_permission": SpecialPermission(S.PENDING, EARLY), "waiver_signed_at": WAIVED},
            AFTER,
            Answer.NO,
            "special_permission_pending",
        ),
        (
            {"special_permission": SpecialPermission(S.PENDING, jst(2026, 6, 2)), "waiver_signed_at": WAIVED},
            INSIDE,
            Answer.ASK,
            "filed_after_waiver",
        ),
        ({"special_permission": SpecialPermission(S.PENDING, AFTER)}, AFTER, Answer.ASK, "filed_after_window"),
        ({"special_permission": SpecialPermission(S.PENDING)}, AFTER, Answer.UNKNOWN, "filing_not_on_record"),
        (
            {"special_permission": SpecialPermission(S.REFUSAL_DECIDED, EARLY)},
            AFTER,
            Answer.NO,
            "refusal_not_received",
        ),
        (
            {"special_permission": SpecialPermission(S.REFUSAL_RECEIVED, EARLY, jst(2026, 6, 2))},
            INSIDE,
            Answer.YES,
            "refusal_received",
        ),
        (
            {"special_permission": SpecialPermission(S.REFUSAL_RECEIVED, EARLY, jst(2026, 6, 9))},
            AFTER,
            Answer.NO,
            "refusal_not_received",
        ),
        (
            {"special_permission": SpecialPermission(S.REFUSAL_RECEIVED, EARLY)},
            AFTER,
            Answer.UNKNOWN,
            "end_not_on_record",
        ),
        (
            {"special_permission": SpecialPermission(S.WITHDRAWN, EARLY, jst(2026, 6, 2))},
            INSIDE,
            Answer.YES,
            "special_permission_withdrawn",
        ),
        ({"special_permission": SpecialPermission(S.WITHDRAWN, EARLY, EARLY)}, INSIDE, Answer.NO, "window_open"),
        ({"special_permission": SpecialPermission(S.WITHDRAWN, EARLY, EARLY)}, AFTER, Answer.YES, "window_over"),
        (
            {"special_permission": SpecialPermission(S.GRANTED, EARLY), "waiver_signed_at": WAIVED},
            AFTER,
            Answer.NO,
            "special_permission_granted",
        ),
        ({"special_permission": None}, AFTER, Answer.UNKNOWN, "special_permission_not_on_record"),
    ],
)
def test_each_row_of_the_table(change: dict[str, object], at: datetime, answer: Answer, code: str) -> None:
    """Each row of DT-03 gives its answer under its own code, with a basis and both languages."""
    finding = order_must_issue(replace(FACTS, **change), at)  # type: ignore[arg-type]  # (the table above)
    assert (finding.value, finding.reasons[0].code) == (answer, code)
    assert all(reason.basis and reason.en and reason.ja for reason in finding.reasons)


@pytest.mark.parametrize("by", [AcceptedBy.WAIVER, AcceptedBy.OBJECTION_DISMISSED])
def test_acceptance_counts_from_its_instant(by: AcceptedBy) -> None:
    """Before the acceptance or the 49(6) notice there is no order; a window opens with it."""
    facts = replace(FACTS, acceptance=Acceptance(by, jst(2026, 6, 1)))
    assert order_must_issue(facts, jst(2026, 6, 1, 11)).reasons[0].code == "not_accepted"
    assert order_must_issue(facts, jst(2026, 6, 1)).reasons[0].code == "window_open"


def test_the_window_rolls_over_closed_days() -> None:
    """Accepted on Wednesday 3 June: day 3 is Saturday the 6th, so the window runs through Monday the 8th (A-27)."""
    acceptance = replace(ACCEPTED, at=jst(2026, 6, 3))
    assert window_from(acceptance) == date(2026, 6, 3)
    assert window_ends(acceptance, ()) == jst(2026, 6, 9, 0)


def test_a_provisional_stay_makes_the_window_stand_still() -> None:
    """Stopped on day 1 with three days left, resumed on 1 July at 00:00: the window runs through Friday 3 July."""
    assert window_ends(ACCEPTED, (STAY,)) == jst(2026, 7, 4, 0)
    ended = replace(STAY, ended_at=jst(2026, 6, 10))
    assert window_ends(ACCEPTED, (ended,)) == jst(2026, 6, 16, 0)
    assert order_must_issue(replace(FACTS, provisional_stays=(ended,)), jst(2026, 6, 15)).value is Answer.NO


def test_stays_that_overlap_are_one_standstill() -> None:
    """Two stays from 2 and 10 June, ended on 15 and 20 June: from 2 to 20 June; one that runs counts until now."""
    first = ProvisionalStayPeriod("a", jst(2026, 6, 2), date(2026, 9, 1), ended_at=jst(2026, 6, 15))
    second = ProvisionalStayPeriod("b", jst(2026, 6, 10), date(2026, 9, 1), ended_at=jst(2026, 6, 20))
    later = ProvisionalStayPeriod("c", jst(2026, 7, 1), date(2026, 7, 31))
    assert standstills((second, first)) == ((jst(2026, 6, 2), jst(2026, 6, 20)),)
    assert standstills((first, later))[1] == (jst(2026, 7, 1), jst(2026, 8, 1, 0))
    assert standstills((later,), until=jst(2026, 7, 9)) == ((jst(2026, 7, 1), jst(2026, 7, 9)),)
    assert window_ends(ACCEPTED, (first, second)) == window_ends(ACCEPTED, (replace(first, ended_at=second.ended_at),))


def test_a_stay_outside_the_window_does_not_move_it() -> None:
    """A provisional stay that ended before acceptance, or began after the window, changes nothing."""
    before = ProvisionalStayPeriod("R-1", jst(2026, 1, 5), date(2026, 5, 29))
    after = replace(STAY, delivered_at=jst(2026, 6, 5))
    assert window_ends(ACCEPTED, (after, before)) == jst(2026, 6, 5, 0)


def test_silence_counts_at_the_earliest_from_the_day_after_the_rolled_deadline() -> None:
    """Told on Wednesday 3 June, the objection may be made until Monday the 8th; silence counts from the 9th (A-05)."""
    ends = OBJECTION.ends(date(2026, 6, 3)).value
    assert silence_may_count_as_accepted(ends, date(2026, 6, 8)).value is Answer.NO
    assert silence_may_count_as_accepted(ends, date(2026, 6, 9)).value is Answer.YES


@pytest.mark.parametrize(
    ("accepted_at", "deadline", "code"),
    [
        (jst(2026, 6, 8, 23), jst(2026, 6, 9, 0), "accepted_too_early"),
        (jst(2026, 6, 9, 0), jst(2026, 6, 9, 0), "window_open"),
        (jst(2026, 6, 9, 0), None, "deadline_not_on_record"),
    ],
)
def test_a_recorded_silence_opens_the_window(accepted_at: datetime, deadline: datetime | None, code: str) -> None:
    """A silence recorded too early, or against a deadline not on record, opens no window."""
    facts = replace(FACTS, acceptance=Acceptance(AcceptedBy.LAPSE, accepted_at, deadline))
    assert order_must_issue(facts, jst(2026, 6, 10)).reasons[0].code == code
