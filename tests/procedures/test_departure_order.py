"""The departure order: made, kept, extended, missed, revoked, overtaken."""

from typing import Any

import pytest

from engine.command import Kind, Outcome
from engine.work import may_person_work
from law.departure_order import Track
from law.departure_order_terms import DepartureOrderKept
from law.facts import Ground
from law.finding import Answer
from law.work import WorkKind
from tests.procedures.departure_story import (
    ASKED,
    DAY,
    EXTENDED,
    LAST,
    PAPER,
    REFUSED,
    ROUTE,
    SUBMITTED,
    case_of,
    desk,
    due,
    facts_of,
    kinds,
    on_own_track_b,
    ordered,
    position,
)
from tests.procedures.deportation_story import CLERK, ELIGIBLE, ICO, INSPECTOR, SII, SUSPICION
from tests.procedures.desk import Desk, jst
from workflows.departure_order_record import ExposedToPenalty
from workflows.enforcement_effects import DepartureOrderEnded
from workflows.landing_denial_case import DenialDetermined

AFTER = "2025-03-26T00:00"


def _exposed(one: Desk) -> list[str]:
    return [fact.article for fact in facts_of(one, ExposedToPenalty)]


def _ends(one: Desk) -> list[str]:
    return [fact.end.value for fact in facts_of(one, DepartureOrderEnded)]


def _deadline(one: Desk, case: str) -> str | None:
    clocks = {clock.rule_name: clock.last_day.isoformat() for clock in one.register.case(case).running_clocks}
    return clocks.get("departure_deadline") or clocks.get("departure_deadline_extended")


def _pass(one: Desk, until: str = AFTER) -> None:
    """Let the clocks lapse that have run out."""
    one.register.let_lapse(one.person, jst(until))


def test_departure_must_be_ordered_and_the_order_handed_over() -> None:
    """55-85: owed promptly; made with its deadline, its paper served that day, and paid work forbidden."""
    one = desk()
    case = due(one)
    assert (one.stage(case), one.duties(case)) == ("due", {"order_departure"})
    one.act(case, "order_departure", f"{DAY}T10:00", SII, **PAPER)
    assert (one.stage(case), one.duties(case), _deadline(one, case)) == ("ordered", set(), LAST)
    notice = next(one for one in one.register.case(case).notices if one.kind == "departure_order")
    assert (notice.status, notice.served_on) == ("served", jst(DAY).date())
    assert "DepartureOrdered" in kinds(one)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"deadline": "2025-03-26"}, "beyond_maximum"),
        ({"deadline": "2025-03-22"}, "closed_day"),
        ({"deadline": "2025-03-09"}, "before_start"),
        ({"states": ["person", "reason", "deadline", "name_and_seal"]}, "departure_paper_incomplete"),
        ({"residence": None}, "residence_not_named"),
        ({"route": None}, "range_not_drawn"),
        ({"conditions": ["other"]}, "condition_not_said"),
    ],
)
def test_what_an_order_may_not_be(changes: dict[str, Any], code: str) -> None:
    """More than 15 days, a closed day, the past, an incomplete paper, conditions that say nothing."""
    one = desk()
    assert one.refused(due(one), "order_departure", f"{DAY}T10:00", SII, **(PAPER | changes)) == code


def test_only_the_supervising_inspector_orders_departure() -> None:
    """55-85(1): nobody else holds the power."""
    one = desk()
    case = due(one)
    assert one.refused(case, "order_departure", f"{DAY}T10:00", INSPECTOR, **PAPER) == "no_power"


def test_nothing_is_examined_again_before_the_order() -> None:
    """55-85(1): a sentence that becomes known after the finding changes nothing of the duty."""
    one = desk()
    case = due(one)
    listed = {"final_on": "2024-11-05", "months": 10, "suspension": "whole", "listed_crime": True}
    one.act(case_of(one, "Circumstances").id, "record_sentences", f"{DAY}T09:30", INSPECTOR, sentences=[listed])
    one.act(case, "order_departure", f"{DAY}T10:00", SII, **PAPER)


def test_who_leaves_by_the_deadline_has_kept_the_order() -> None:
    """25, Ord. 27(3): confirmed on the last day, a denial of landing of one year, and the case is over."""
    one = desk()
    case = ordered(one)
    assert one.refused(case, "confirm_departure", f"{LAST}T20:00", INSPECTOR, order_submitted=False) == (
        "departure_order_not_submitted"
    )
    one.act(case, "confirm_departure", f"{LAST}T23:30", INSPECTOR, **SUBMITTED)
    assert (one.stage(case), _ends(one), _exposed(one)) == ("left", ["left"], [])
    assert one.register.case(case).running_clocks == ()
    assert case_of(one, "Circumstances").stage.closed
    told = facts_of(one, DenialDetermined)[0]
    assert (told.on, told.other_until.isoformat()) == (jst(LAST).date(), "2026-03-25")
    assert told.visitor_until == told.other_until


def test_by_track_b_a_visitor_is_denied_five_years() -> None:
    """5(1)(ix)(he): the track of the order goes with the person."""
    one = desk()
    case = on_own_track_b(one)
    one.act(case, "order_departure", f"{DAY}T10:00", SII, **PAPER)
    one.act(case, "confirm_departure", "2025-03-14T09:00", INSPECTOR, order_submitted=False, not_submitted_because="x")
    told = facts_of(one, DenialDetermined)[0]
    assert (told.visitor_until.isoformat(), told.other_until.isoformat()) == ("2030-03-14", "2026-03-14")


def test_a_departure_recorded_elsewhere_keeps_the_order_too() -> None:
    """Recorded with the circumstances, by the deadline; entered after the deadline it was not missed either."""
    for at, on in (("2025-03-20T12:00", "2025-03-20"), ("2025-03-28T12:00", "2025-03-20"), ("2025-03-28T12:00", LAST)):
        one = desk()
        case = ordered(one)
        one.act(case_of(one, "Circumstances").id, "record_departure", at, INSPECTOR, on=on)
        assert (one.stage(case), _ends(one)[-1]) == ("left", "left")
        assert len(position(one).of("LandingDenial")) == 1
        assert position(one).all(DepartureOrderKept)[0].left


def test_who_leaves_before_the_order_is_made_leaves_it_without_object() -> None:
    """No order was made: nothing was kept, and nothing is denied by it."""
    one = desk()
    case = due(one)
    one.act(case_of(one, "Circumstances").id, "record_departure", "2025-03-12", INSPECTOR, on="2025-03-12")
    assert (one.stage(case), _ends(one)) == ("object_lost", ["object_lost"])
    assert not position(one).of("LandingDenial")


@pytest.mark.parametrize("stage", ["due", "ordered"])
def test_death_ends_all(stage: str) -> None:
    """55-82: at any stage."""
    one = desk()
    case = due(one) if stage == "due" else ordered(one)
    one.act(case_of(one, "Circumstances").id, "record_death", "2025-03-12", INSPECTOR, on="2025-03-12")
    assert (one.stage(case), one.duties(case)) == ("object_lost", set())
    assert one.register.case(case).running_clocks == ()


def test_a_missed_deadline_opens_a_deportation_on_24_viii() -> None:
    """24(viii), 70(1)(viii-2): by law at midnight; the new case is with the control officer."""
    one = desk()
    case = ordered(one)
    assert one.stage(case, f"{LAST}T23:59") == "ordered"
    assert one.stage(case, AFTER) == "missed"
    _pass(one)
    new = case_of(one, "Deportation")
    suspected = new.state.grounds[0]
    assert (suspected.ground, suspected.since) == (Ground.VIII, jst("2025-03-26").date())
    assert {duty.kind for duty in new.open_duties} == {"investigate"}
    one.act(new.id, "notify", "2025-03-27", ICO, reasons="stated")
    assert (_ends(one), _exposed(one)) == (["missed"], ["70(1)(viii-2)"])


def test_who_missed_the_deadline_gets_no_second_order() -> None:
    """24-3(ii), invariant 33: neither in the new case nor in another one on the old ground."""
    one = desk()
    ordered(one)
    _pass(one)
    new = case_of(one, "Deportation").id
    one.act(new, "declare_wish_to_leave", "2025-03-27", ICO)
    assert one.refused(new, "pass_for_departure_order", "2025-03-27", ICO, **ROUTE) == "no_departure_order_ground"
    other = one.open("Deportation", "investigate", "2025-03-28", ICO, **SUSPICION)
    one.act(other, "declare_wish_to_leave", "2025-03-28", ICO)
    assert one.refused(other, "pass_for_departure_order", "2025-03-28", ICO, **ROUTE) == "excluding_ground"


def test_who_left_under_an_order_gets_no_second_one_whatever_an_officer_says() -> None:
    """24-3(iv): the register knows of the first; an officer's "no" does not undo it."""
    one = desk()
    case = ordered(one)
    one.act(case, "confirm_departure", "2025-03-20", INSPECTOR, **SUBMITTED)
    kept = one.open("Circumstances", "keep", "2027-05-06", INSPECTOR)
    one.act(kept, "record_stays", "2027-05-06", INSPECTOR, stays=[])
    one.act(kept, "record_sentences", "2027-05-06", INSPECTOR, sentences=[])
    again = one.open("Deportation", "investigate", "2027-05-06", ICO, **SUSPICION)
    one.act(again, "declare_wish_to_leave", "2027-05-06", ICO)
    code = one.refused(again, "pass_for_departure_order", "2027-05-06", ICO, assessment=ELIGIBLE, reasons="stated")
    assert code == "deported_or_ordered_before"


def test_while_an_order_runs_its_ground_is_not_pursued_again() -> None:
    """The deportation case has ended; until the order ends no other begins on the same ground."""
    one = desk()
    ordered(one)
    filed = one.send(Kind.OPEN, "Deportation", "", "investigate", "2025-03-12", ICO, SUSPICION)
    assert filed.refusal is not None
    assert filed.refusal.code == "ground_under_way"


def test_an_extension_is_asked_for_and_given() -> None:
    """55-87, Ord. 50-54: asked on the last day, decided that day, the new day written on the order; no number."""
    one = desk()
    case = ordered(one)
    one.act(case, "request_extension", f"{LAST}T23:00", CLERK, **ASKED)
    assert one.duties(case) == {"decide_departure_extension"}
    assert one.refused(case, "request_extension", f"{LAST}T23:05", CLERK, **ASKED) == "extension_asked"
    one.act(case, "extend", f"{LAST}T23:10", SII, **EXTENDED)
    assert (one.stage(case), _deadline(one, case), one.duties(case)) == ("ordered", "2025-04-01", set())
    receipt = {"paper": "new_deadline", "received_on": "2025-03-26"}
    one.act(case, "certify_paper_received", "2025-03-26", CLERK, **receipt)
    assert one.refused(case, "certify_paper_received", "2025-03-26", CLERK, **receipt) == "no_paper_to_serve"
    one.act(case, "request_extension", "2025-04-01", CLERK, **ASKED)
    one.act(case, "extend", "2025-04-01T13:00", SII, **(EXTENDED | {"deadline": "2025-06-02"}))
    assert _deadline(one, case) == "2025-06-02"
    assert one.stage(case, "2025-06-03T00:00") == "missed"
    since = case_of(one, "Deportation", "2025-06-03T00:00").state.grounds[0].since
    assert since.isoformat() == "2025-06-03"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"in_person": False}, "not_in_person"),
        ({"where": "other_office", "inspector_there": True}, "another_office"),
        ({"where": "other_office", "unavoidable": True}, "no_inspector_there"),
    ],
)
def test_how_an_extension_is_not_asked_for(changes: dict[str, Any], code: str) -> None:
    """Ord. 50-54(1): not by another, not elsewhere without need, not where no inspector is."""
    one = desk()
    assert one.refused(ordered(one), "request_extension", LAST, CLERK, **(ASKED | changes)) == code


def test_elsewhere_for_unavoidable_reasons() -> None:
    """Ord. 50-54(1): at another office that has a supervising inspector."""
    one = desk()
    case = ordered(one)
    elsewhere = {"where": "other_office", "unavoidable": True, "inspector_there": True}
    one.act(case, "request_extension", LAST, CLERK, **(ASKED | elsewhere))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"not_the_persons_fault": False}, "the_persons_fault"),
        ({"not_the_persons_fault": None}, "cause_to_be_weighed"),
        ({"deadline": LAST}, "prolongs_nothing"),
        ({"deadline": "2025-03-29"}, "closed_day"),
    ],
)
def test_what_an_extension_may_not_be(changes: dict[str, Any], code: str) -> None:
    """Only for a cause that is not the person's fault, to a later working day."""
    one = desk()
    case = ordered(one)
    assert one.refused(case, "extend", "2025-03-24T09:00", SII, **EXTENDED) == "no_extension_asked"
    one.act(case, "request_extension", "2025-03-24T10:00", CLERK, **ASKED)
    assert one.refused(case, "extend", "2025-03-24T11:00", SII, **(EXTENDED | changes)) == code


def test_a_refused_extension_leaves_the_deadline() -> None:
    """Written, with reasons; the deadline runs on and may be asked for again until it is over."""
    one = desk()
    case = ordered(one)
    assert one.refused(case, "refuse_extension", "2025-03-20T09:00", SII, **REFUSED) == "no_extension_asked"
    one.act(case, "request_extension", "2025-03-20T10:00", CLERK, **ASKED)
    one.act(case, "refuse_extension", "2025-03-21", SII, **REFUSED)
    assert (_deadline(one, case), one.duties(case)) == (LAST, set())
    one.act(case, "certify_paper_received", "2025-03-24", CLERK, paper="refusal", received_on="2025-03-24")
    one.act(case, "request_extension", "2025-03-24T13:00", CLERK, **ASKED)
    one.act(case, "refuse_extension", "2025-03-24T14:00", SII, **REFUSED)
    assert one.stage(case, AFTER) == "missed"


def test_an_extension_asked_for_a_day_late_is_refused() -> None:
    """Ord. 50-54(1): by the end of the last day; entered late with its true day it would have been in time."""
    one = desk()
    case = ordered(one)
    assert one.refused(case, "request_extension", "2025-03-26T09:00", CLERK, **ASKED) == "asked_too_late"
    late = one.try_act(case, "request_extension", f"{LAST}T16:00", CLERK, "2025-03-26T10:00", **ASKED)
    assert late.late
    assert one.stage(case) == "deadline_over"


def test_asked_in_time_and_undecided_a_person_decides() -> None:
    """The text does not say what follows: nothing is missed until the request is refused, and it may still be given."""
    one = desk()
    case = ordered(one)
    one.act(case, "request_extension", LAST, CLERK, **ASKED)
    assert one.stage(case, AFTER) == "deadline_over"
    assert not [each for each in position(one, AFTER).of("Deportation") if not each.stage.closed]
    one.act(case, "extend", "2025-03-27", SII, **EXTENDED)
    assert (one.stage(case), _deadline(one, case), _exposed(one)) == ("ordered", "2025-04-01", [])
    one.act(case, "request_extension", "2025-04-01", CLERK, **ASKED)
    one.act(case, "refuse_extension", "2025-04-03", SII, **REFUSED)
    assert one.stage(case) == "missed"
    assert case_of(one, "Deportation").state.grounds[0].since.isoformat() == "2025-04-02"


def test_revoked_for_a_broken_condition() -> None:
    """55-88, Ord. 50-55: told with form 71-5, the order returned, and a case on 24(ix) opened at once."""
    one = desk()
    case = ordered(one)
    broken = {"broken": ["50-52(iv)"], "reasons": "worked in a factory"}
    one.act(case, "revoke", "2025-03-17T15:00", SII, **broken)
    assert (one.stage(case), one.duties(case)) == (
        "revoked",
        {"serve_departure_revocation", "take_back_departure_order"},
    )
    assert one.register.case(case).running_clocks == ()
    new = case_of(one, "Deportation").state.grounds[0]
    assert (new.ground, new.since.isoformat()) == (Ground.IX, "2025-03-17")
    assert (_ends(one), _exposed(one)) == (["revoked"], ["70(1)(viii-3)"])
    assert one.refused(case, "take_back_order", "2025-03-18", INSPECTOR, taken_back=False) == "reason_missing"
    one.act(case, "take_back_order", "2025-03-18T13:00", INSPECTOR, taken_back=True)
    again = {"taken_back": True}
    assert one.refused(case, "take_back_order", "2025-03-18T14:00", INSPECTOR, **again) == "order_returned"
    early = {"paper": "revocation", "received_on": "2025-03-16"}
    assert one.refused(case, "certify_paper_received", "2025-03-18T15:00", CLERK, **early) == "day_too_early"
    one.act(case, "certify_paper_received", "2025-03-18T15:00", CLERK, paper="revocation", received_on="2025-03-18")
    assert one.stage(case) == "revocation_done"


def test_a_contested_entry_does_not_keep_a_revoked_order_open() -> None:
    """What is contested is resolved by itself; the papers are seen to, and the case is wound up."""
    one = desk()
    case = due(one)
    made = one.act(case, "order_departure", f"{DAY}T10:00", SII, **PAPER)
    one.act(case, "revoke", "2025-03-17T15:00", SII, broken=["50-52(i)"], reasons="stated")
    one.act(case, "take_back_order", "2025-03-17T16:00", INSPECTOR, taken_back=True)
    annulled = one.correct(case, made.command, "2025-03-18T10:00", annul=True, reason="typed wrongly")
    assert annulled.outcome is Outcome.CONTESTED
    one.act(case, "certify_paper_received", "2025-03-18T12:00", CLERK, paper="revocation", received_on="2025-03-18")
    one.resolve(case, annulled.command, "2025-03-19", "set_aside")
    assert one.stage(case) == "revocation_done"


def test_an_order_annulled_after_its_deadline_leaves_no_case_of_it_behind() -> None:
    """What the deadline opened in the very filing that annuls the order was never on file, and so does not vanish."""
    one = desk()
    case = due(one)
    made = one.act(case, "order_departure", f"{DAY}T10:00", SII, **PAPER)
    annulled = one.correct(case, made.command, "2025-04-10", annul=True, reason="typed wrongly")
    assert annulled.outcome is Outcome.FILED
    assert one.stage(case) == "due"
    assert len(position(one).of("Deportation")) == 1


def test_revocation_needs_a_condition_of_this_order() -> None:
    """55-88: "may", and only for a breach of what was set."""
    one = desk()
    case = ordered(one, conditions=["50-52(i)"])
    for broken in ([], ["50-52(iv)"], ["50-52(i)", "50-52(iv)"]):
        assert one.refused(case, "revoke", "2025-03-17", SII, broken=broken, reasons="x") == "no_condition_broken"


def test_who_fled_is_exposed_to_another_penalty() -> None:
    """72(viii): fled against the conditions; the breach and the exposure are facts, no conviction."""
    one = desk()
    one.act(ordered(one), "revoke", "2025-03-17", SII, broken=["50-52(i)"], fled=True, reasons="gone")
    assert _exposed(one) == ["70(1)(viii-3)", "72(viii)"]
    assert "ConditionBroken" in kinds(one)


def test_who_leaves_after_a_revocation_leaves_nothing_to_do() -> None:
    """The person is gone: the papers of the revocation have nobody to reach."""
    one = desk()
    case = ordered(one)
    one.act(case, "revoke", "2025-03-17T09:00", SII, broken=["50-52(i)"], reasons="stated")
    one.act(case_of(one, "Circumstances").id, "record_departure", "2025-03-18", INSPECTOR, on="2025-03-18")
    assert (one.stage(case), case_of(one, "Deportation").stage.value) == ("revocation_done", "object_lost")
    assert position(one).all(DepartureOrderKept)[0].ground is None
    assert not position(one).of("LandingDenial")


def test_a_summons_needs_its_condition_and_a_time_to_come() -> None:
    """Ord. 50-52(iii): with time and place, where appearing was made a condition."""
    one = desk()
    case = ordered(one)
    past = {"appear_at": "2025-03-11T09:00:00+09:00", "place": "a room"}
    assert one.refused(case, "summon", "2025-03-12", SII, **past) == "summoned_into_the_past"
    one.act(case, "summon", "2025-03-12", SII, appear_at="2025-03-14T09:00:00+09:00", place="a room")
    other = desk()
    free = ordered(other, conditions=[])
    body = {"appear_at": "2025-03-14T09:00:00+09:00", "place": "a room"}
    assert other.refused(free, "summon", "2025-03-12", SII, **body) == "appearance_not_imposed"


def test_paid_work_under_the_order() -> None:
    """DT-07: no while it runs with that condition; without it the order says nothing; after it no basis is left."""
    one = desk()
    ordered(one)
    at = jst("2025-03-12")
    banned = may_person_work(position(one), WorkKind.PAID_WORK, at)
    assert (banned.value, banned.reasons[0].code) == (Answer.NO, "banned_by_departure_order")
    other = desk()
    ordered(other, conditions=["50-52(i)"])
    unsaid = may_person_work(position(other), WorkKind.BUSINESS, at)
    assert unsaid.reasons[0].code == "no_ban_in_departure_order"
    later = may_person_work(position(one, AFTER), WorkKind.PAID_WORK, jst(AFTER))
    assert later.reasons[0].code == "no_basis_for_work"


def test_track_and_deadlines_are_laid_before_the_rules() -> None:
    """Every deadline with the day from which it counts, and of an extended one when it was asked for."""
    one = desk()
    case = ordered(one)
    one.act(case, "request_extension", "2025-03-20T10:00", CLERK, **ASKED)
    one.act(case, "extend", "2025-03-20T11:00", SII, **EXTENDED)
    kept = position(one).all(DepartureOrderKept)[0]
    days = [(each.counted_from.isoformat(), each.last_day.isoformat(), each.asked_on) for each in kept.deadlines]
    assert (kept.track, days) == (
        Track.APPEARED,
        [(DAY, LAST, None), (LAST, "2025-04-01", jst("2025-03-20").date())],
    )


def test_a_contested_entry_holds_the_deadline() -> None:
    """While an entry of the person is contested nothing is taken from him or her by the clock."""
    one = desk()
    case = ordered(one)
    earlier = case_of(one, "Deportation").id
    late = one.try_act(earlier, "send_back", f"{DAY}T08:30", INSPECTOR, "2025-03-20T12:00", reasons="entered late")
    assert late.outcome is Outcome.CONTESTED
    assert one.stage(case, "2025-04-30") == "ordered"
    code = one.refused(case, "confirm_departure", "2025-04-30", INSPECTOR, **SUBMITTED)
    assert code == "leaving_in_time_not_judged"
    judged = {"in_time": True, "reasons": "the record was in doubt"}
    one.act(case, "confirm_departure", "2025-04-30T13:00", INSPECTOR, **(SUBMITTED | judged))
    assert one.stage(case) == "left"
