"""What provisional stay and a grant of status do to the deportation procedure, and an order to provisional stay."""

from typing import Any

import pytest

from engine.command import Kind
from law.clocks import HEARING_REQUEST, SPECIAL_PERMISSION_WINDOW
from tests.procedures.deportation_story import (
    CLERK,
    DESTINATION,
    FOUND,
    HEAD,
    HOLDER_STATUS,
    ICO,
    INSPECTOR,
    SIGNED,
    SII,
    SUSPICION,
    accepted,
    desk,
    dismissed,
    examined,
    found,
    investigated,
    ordered,
    stay_delivered,
    stay_revoked,
    told,
    upheld,
)
from tests.procedures.desk import Desk

DAY = "2025-05-12"


def issue(one: Desk, case: str, at: str) -> str:
    """Try to issue the order; the code of the refusal."""
    return one.refused(case, "issue_order", at, SII, **DESTINATION)


STEPS: list[tuple[Any, str, str, dict[str, Any]]] = [
    (investigated, "notify", ICO, {"reasons": "stated"}),
    (investigated, "close_investigation", ICO, {"reasons": "stated"}),
    (examined, "find", INSPECTOR, FOUND),
    (found, "certify_finding_received", CLERK, {"received_on": "2025-05-13"}),
    (told, "request_hearing", CLERK, {}),
    (told, "accept_finding", SII, SIGNED),
    (upheld, "accept_decision", SII, SIGNED),
    (dismissed, "tell_result", SII, {"tells_special_permission": True}),
    (accepted, "waive_special_permission", SII, SIGNED),
    (accepted, "issue_order", SII, DESTINATION),
]


@pytest.mark.parametrize(("way", "act", "by", "body"), STEPS)
def test_no_step_is_taken_while_provisional_stay_runs(way: Any, act: str, by: str, body: dict[str, Any]) -> None:
    """34: from the delivery of the permit every step is refused with 61-2-9(2)."""
    one = desk()
    case = way(one, DAY)
    stay_delivered(one, DAY, "2025-11-12")
    assert one.refused(case, act, "2025-05-13", by, **body) == "provisional_stay_running"


def test_every_step_before_the_order_knows_the_standstill() -> None:
    """34: no act of the procedure lacks the question, save those that end or weigh one."""
    acts = desk().procedures["Deportation"].acts.values()
    without = {act.name for act in acts if not any(ask.__name__ == "may_go_on" for ask in act.when)}
    of_courts = {"record_annulment", "record_decision_annulled"}
    assert without == {"withdraw_order", "uphold_order", "weigh_steps", "weigh_ground", *of_courts}


def test_periods_stand_still_and_go_on_with_the_days_that_were_left() -> None:
    """Received 12 May (13, 14, 15); stay delivered 14 May: 14 and 15 left; over on 9 June: 10 and 11 June."""
    one = desk()
    case = told(one, DAY)
    stay = stay_delivered(one, "2025-05-14", "2025-11-14")
    clock = one.register.case(case).clock(HEARING_REQUEST)
    assert clock is not None
    assert (clock.ends_at, clock.days_left) == (None, 2)
    assert one.stage(case, "2025-06-08") == "open_to_hearing"
    stay_revoked(one, stay, "2025-06-09")
    assert one.stage(case, "2025-06-11T23:59") == "open_to_hearing"
    assert one.stage(case, "2025-06-12") == "silent_on_finding"


def test_a_stay_that_runs_out_at_midnight_leaves_that_day_to_the_period() -> None:
    """Two days left, stay over with 13 November: Friday 14 counts, Saturday 15 moves to Monday 17 November 2025."""
    one = desk()
    case = told(one, DAY)
    stay_delivered(one, "2025-05-14", "2025-11-13")
    one.act(case, "request_hearing", "2025-11-17T23:59", CLERK)
    assert one.fact_kinds().count("ProcedureResumed") == 1


def test_the_window_stands_still_too() -> None:
    """Accepted 12 May; stay delivered that day, before day 1: all three days are left: 10, 11, 12 June after 9 June."""
    one = desk()
    case = accepted(one, DAY)
    stay = stay_delivered(one, DAY, "2025-11-12")
    clock = one.register.case(case).clock(SPECIAL_PERMISSION_WINDOW)
    assert clock is not None
    assert clock.days_left == 3
    assert one.stage(case, "2025-06-08") == "window"
    stay_revoked(one, stay, "2025-06-09")
    assert issue(one, case, "2025-06-12T23:59") == "window_open"
    one.act(case, "issue_order", "2025-06-13", SII, **DESTINATION)


def test_an_undecided_renewal_keeps_the_procedure_stopped() -> None:
    """A-28: beyond the last day no step is taken until the renewal is decided."""
    one = desk()
    case = told(one, DAY)
    stay = stay_delivered(one, "2025-05-14", "2025-11-13")
    one.act(stay, "request_renewal", "2025-11-13", CLERK)
    assert one.refused(case, "request_hearing", "2025-12-01", CLERK) == "provisional_stay_running"
    assert one.stage(case, "2025-12-01") == "open_to_hearing"


def test_no_investigation_begins_while_provisional_stay_runs() -> None:
    """34: the opening is a step of the procedure like any other."""
    one = desk()
    stay_delivered(one, DAY, "2025-11-12")
    filed = one.send(Kind.OPEN, "Deportation", "", "investigate", "2025-05-13", ICO, SUSPICION)
    assert filed.refusal is not None
    assert filed.refusal.code == "provisional_stay_running"


def grant_to_holder(one: Desk, stay: str, day: str) -> None:
    """A status for the holder of provisional stay, handed over at noon."""
    body = {"ground": "61-2-5(1)(iii)", "suspected_ground": False}
    one.act(stay, "decide_status", f"{day}T09:00", HEAD, **body, **HOLDER_STATUS)
    one.act(stay, "hand_over_status", day, INSPECTOR)


@pytest.mark.parametrize("way", [investigated, told, accepted])
def test_a_grant_ends_the_case_on_grounds_that_existed_then(way: Any) -> None:
    """66: with the hand-over the case is closed; no new investigation begins on a ground of that time."""
    one = desk()
    case = way(one, DAY)
    stay = stay_delivered(one, "2025-05-14", "2025-11-13")
    grant_to_holder(one, stay, "2025-06-02")
    assert one.stage(case) == "grant_bars"
    filed = one.send(Kind.OPEN, "Deportation", "", "investigate", "2025-06-03", ICO, SUSPICION)
    assert filed.refusal is not None
    assert filed.refusal.code == "grant_bars"
    later: dict[str, Any] = {"grounds": [{"ground": "24(iv)(ri)", "since": "2025-07-01"}], "reasons": "stated"}
    one.open("Deportation", "investigate", "2025-07-02", ICO, **later)


def test_a_grant_after_the_order_leaves_a_duty_to_withdraw_it() -> None:
    """A-42: an order on a ground that existed then is to be withdrawn by a recorded act."""
    one = desk()
    application = one.open("AnApplication", "file", "2025-05-09", CLERK)
    case = ordered(one, DAY)
    one.act(application, "hand_over_card", "2025-06-02", INSPECTOR)
    assert one.stage(case) == "ordered"
    assert one.duties(case) == {"withdraw_order"}
    assert one.refused(case, "show_order", "2025-06-02T15:00", ICO) == "grant_bars"
    one.act(case, "withdraw_order", "2025-06-03", SII, reasons="stated")
    assert one.duties(case) == set()


def test_a_person_with_an_order_is_given_no_provisional_stay() -> None:
    """58: 61-2-4(1)(ix)."""
    one = desk()
    application = one.open("AnApplication", "file", "2025-05-09", CLERK)
    ordered(one, DAY)
    body = {"application": application}
    filed = one.send(Kind.OPEN, "ProvisionalStay", "", "examine", "2025-05-13", "refugee_inquirer", body)
    assert filed.refusal is not None
    assert filed.refusal.code == "deportation_order"


def test_an_order_between_examination_and_delivery_excludes_provisional_stay() -> None:
    """58: what excludes is asked again at the hand-over; then only the refusal can be recorded."""
    one = desk()
    application = one.open("AnApplication", "file", "2025-05-09", CLERK)
    stay = one.open("ProvisionalStay", "examine", "2025-05-09", "refugee_inquirer", application=application)
    ordered(one, DAY)
    one.act(stay, "not_permit", "2025-05-13", HEAD, reasons="stated")
    assert one.stage(stay) == "not_permitted"
