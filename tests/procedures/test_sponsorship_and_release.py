"""Sponsorship takes the place of no release that is owed, and without payment it follows one release alone (A-34)."""

from collections.abc import Callable
from typing import Any

import pytest

from engine.command import Kind
from tests.procedures.custody_story import (
    DISASTER,
    HEAD,
    ICO,
    INSPECTOR,
    SII,
    case_of,
    custody,
    desk,
    detained,
    do,
    handed_over,
    in_emergency,
    let_out,
    owed,
    position,
    sponsor,
)
from tests.procedures.deportation_story import FOUND
from tests.procedures.desk import Desk, jst
from tests.procedures.sponsorship_story import CLERK, REASONS, decision, deposit, facts_of, requested
from workflows.custody_effects import SponsorshipPlaced
from workflows.sponsorship_record import DepositPaid, DepositStillAwaited, SponsorshipLapsed

PAID = {"amount": 500_000, "payer": "payer-1"}


def _held(at: str = "2025-03-03T09:00") -> tuple[Desk, str]:
    one = desk("2025-03-01")
    case = detained(one, at)
    handed_over(one, case, at.replace("T09:00", "T09:30"))
    return one, case


def _find_nothing(one: Desk, case: str, at: str) -> None:
    one.act(case, "find", at, INSPECTOR, **(FOUND | {"outcome": "no_ground", "ground": None}))


def _not_deportable() -> Desk:
    one, case = _held()
    _find_nothing(one, case, "2025-03-04T10:00")
    return one


def _48_hours_broken() -> Desk:
    one = desk("2025-03-01")
    detained(one, "2025-03-03T09:00")
    return one


def _time_used_up() -> Desk:
    return _held("2025-02-01T09:00")[0]


def _waiting(last: str = "2025-03-04T10:00") -> tuple[Desk, str, str]:
    one, case = _held()
    return one, case, sponsor(one, last, "2025-06-04", deposit=deposit())


def _open(one: Desk, opening: str, at: str, by: str, **body: Any) -> str:
    filed = one.send(Kind.OPEN, "Sponsorship", "", opening, at, by, body)
    return filed.refusal.code if filed.refusal else filed.outcome.value


@pytest.mark.parametrize("story", [_not_deportable, _48_hours_broken, _time_used_up])
def test_nobody_asks_for_sponsorship_in_the_place_of_a_release(story: Callable[[], Desk]) -> None:
    """No ground (47(1)), 48 hours (44), thirty days (41(1)): release is owed without conditions, and stays owed."""
    one = story()
    assert _open(one, "request", "2025-03-06T10:00", CLERK, material=True) == "detention_without_title"
    assert _open(one, "consider_on_own_motion", "2025-03-06T10:00", SII, **REASONS) == "detention_without_title"
    assert "release_at_once" in owed(one)


def test_a_question_put_in_time_is_not_answered_with_sponsorship_when_the_title_has_ended() -> None:
    """Requested within the 48 hours, decided after them: released first; a free person is asked at a screening."""
    one = desk("2025-03-01")
    detained(one, "2025-03-03T09:00")
    case = requested(one, "2025-03-04T09:00")
    body = decision(notify_by="2025-06-05")
    assert one.refused(case, "decide", "2025-03-05T09:00", SII, **body) == "detention_without_title"
    do(one, "release", "2025-03-05T09:10", SII, why="not_handed_over", **REASONS)
    assert one.refused(case, "decide", "2025-03-05T09:20", SII, **body) == "neither_detained_nor_released"
    one.act(case, "refuse", "2025-03-05T09:30", SII, **REASONS)


def test_a_decision_in_the_last_second_of_a_title_stands() -> None:
    """Decided before the 48 hours are over, it releases; the boundary is the instant of 09:00."""
    one = desk("2025-03-01")
    detained(one, "2025-03-03T09:00")
    case = requested(one, "2025-03-04T09:00")
    one.act(case, "decide", "2025-03-05T08:59:59", SII, **decision(notify_by="2025-06-05"))
    assert custody(one) == "sponsored_before_order"


def test_when_the_time_runs_out_the_person_is_released_first_and_then_somebody_decides() -> None:
    """A-34: the decision stands; no payment and no placing stands in for the release that 41(1) owes."""
    one, _, case = _waiting()
    over = "2025-04-02T09:00"
    assert one.refused(case, "pay_deposit", over, CLERK, **PAID) == "detention_without_title"
    assert one.refused(case, "place_unpaid", over, SII, **REASONS) == "detention_without_title"
    assert {"release_at_once"} <= owed(one)
    do(one, "release", "2025-04-02T09:10", SII, why="time_used_up", **REASONS)
    assert (one.stage(case), custody(one)) == ("awaits_deposit", "free")
    assert "decide_unpaid" in one.duties(case)
    one.act(case, "place_unpaid", "2025-04-02T10:00", SII, **REASONS)
    assert (one.stage(case), custody(one)) == ("in_force", "sponsored_before_order")


def test_after_the_release_the_deposit_may_still_be_paid() -> None:
    """The condition of a decision that stands comes true: it takes hold, whoever decides nothing."""
    one, _, case = _waiting()
    do(one, "release", "2025-04-02T09:10", SII, why="time_used_up", **REASONS)
    one.act(case, "pay_deposit", "2025-04-03", CLERK, **PAID)
    assert (one.stage(case), custody(one)) == ("in_force", "sponsored_before_order")
    assert not facts_of(one, DepositPaid)[0].late


def test_a_payment_made_in_time_and_entered_late_releases_at_its_time() -> None:
    """Paid on 1 April, day 30, entered on 3 April: Sponsorship took hold on 1 April, and no time ran out."""
    one, _, case = _waiting()
    one.register.let_lapse(one.person, jst("2025-04-02T09:00"))
    assert "release_at_once" in owed(one)
    one.try_act(case, "pay_deposit", "2025-04-01T15:00", CLERK, received="2025-04-03T10:00", **PAID)
    assert custody(one) == "sponsored_before_order"
    assert "release_at_once" not in owed(one)


def test_a_decision_that_waits_lapses_when_no_ground_is_found() -> None:
    """44-8(i) and 47(1) in one instant: lapsed, release owed; money that comes then is only returned (A-06)."""
    one, deportation, case = _waiting()
    _find_nothing(one, deportation, "2025-03-05T10:00")
    assert one.stage(case) == "lapsed"
    assert "release_at_once" in owed(one)
    one.act(case, "pay_deposit", "2025-03-05T11:00", CLERK, **PAID)
    assert {"return_deposit"} <= one.duties(case)
    assert not facts_of(one, SponsorshipPlaced)
    assert "release_at_once" in owed(one)


@pytest.mark.parametrize("decided", [True, False])
def test_an_emergency_without_a_ground_leaves_no_sponsorship_behind(decided: bool) -> None:
    """43(3): no item of Article 24 applies; what waits for a deposit lapses, and a question has nothing to ask."""
    one = desk("2025-03-01")
    in_emergency(one, "2025-03-03T09:00")
    if decided:
        case = sponsor(one, "2025-03-03T10:00", "2025-06-03", deposit=deposit())
    else:
        case = requested(one, "2025-03-03T10:00")
    do(one, "refuse_emergency", "2025-03-03T11:00", SII, no_item_applies=True, **REASONS)
    assert one.stage(case) == ("lapsed" if decided else "not_decided")
    assert [fact.cause.value for fact in facts_of(one, SponsorshipLapsed)] == ["no_ground_found"] * decided
    assert "release_at_once" in owed(one)


def _disaster(one: Desk) -> None:
    do(one, "set_free_in_disaster", "2025-03-05T10:00", HEAD, **DISASTER)


def _provisional_release(one: Desk) -> None:
    let_out(one, "2025-03-05T10:00", "2025-04-04")


def _arrest(one: Desk) -> None:
    do(one, "record_criminal_custody", "2025-03-05T10:00", ICO, custodian="police")


@pytest.mark.parametrize("out", [_disaster, _provisional_release, _arrest])
def test_no_other_way_out_lets_an_unpaid_decision_take_hold(out: Callable[[Desk], None]) -> None:
    """8: only the release because the time ran out does (A-34); otherwise a person may let it wait, or it is paid."""
    one, _, case = _waiting()
    assert one.refused(case, "wait_for_deposit", "2025-03-05T09:00", SII, **REASONS) == "nothing_unpaid_to_decide"
    out(one)
    assert "decide_unpaid" in one.duties(case)
    assert one.refused(case, "place_unpaid", "2025-03-05T11:00", SII, **REASONS) == "not_released_for_time"
    one.act(case, "wait_for_deposit", "2025-03-05T12:00", SII, **REASONS)
    assert (one.stage(case), "decide_unpaid" in one.duties(case)) == ("awaits_deposit", False)
    assert len(facts_of(one, DepositStillAwaited)) == 1
    one.act(case, "pay_deposit", "2025-03-06", CLERK, **PAID)
    assert one.stage(case) == "in_force"


def test_whoever_decided_to_wait_may_still_let_it_take_hold() -> None:
    """A-34 leaves it to a person, today or later."""
    one, _, case = _waiting()
    do(one, "release", "2025-04-02T09:10", SII, why="time_used_up", **REASONS)
    one.act(case, "wait_for_deposit", "2025-04-02T10:00", SII, **REASONS)
    one.act(case, "place_unpaid", "2025-04-10", SII, **REASONS)
    assert case_of(one, "Sponsorship") == case
    assert position(one).custody == "sponsored_before_order"
