"""Ways through the deportation procedure that looked open and are not, or looked closed and are open."""

from tests.procedures.deportation_story import (
    CLERK,
    DESTINATION,
    ELIGIBLE,
    FOUND,
    HEAD,
    ICO,
    INSPECTOR,
    SII,
    SIO,
    SUSPICION,
    UPHELD,
    accepted,
    circumstances,
    desk,
    forwarded,
    found,
    investigated,
    position,
    sponsored,
    stay_delivered,
    told,
)
from tests.procedures.desk import Desk
from tests.procedures.permission_story import REFUSAL, applied
from tests.procedures.stories import try_open

DAY, NEXT = "2025-05-12", "2025-05-13"
CRIMINAL = {"kind": "criminal", "since": DAY}
REASONED = {"reasons": "stated"}
CLEAR = {"permitted_by_53": True, "accepts": True, "persecution": False, "torture_or_disappearance": False}


def screened(one: Desk, outcome: str) -> str:
    """Told to the supervising inspector and screened, not handed over."""
    case = investigated(one, DAY)
    one.act(case, "notify", f"{DAY}T08:10", ICO, **REASONED)
    one.act(case, "screen", f"{DAY}T08:20", SII, outcome=outcome, sponsorship_considered=True, **REASONED)
    return case


def beside(one: Desk, case: str) -> None:
    """Criminal proceedings begin, and the procedure goes on beside them."""
    one.act(circumstances(one), "record_proceedings", f"{DAY}T09:00", ICO, proceedings=[CRIMINAL])
    one.act(case, "go_on_beside_criminal_case", f"{DAY}T09:10", ICO)


def proceedings_end(one: Desk) -> None:
    """They ended on the 19th."""
    ended = CRIMINAL | {"until": "2025-05-19"}
    one.act(circumstances(one), "record_proceedings", "2025-05-20T09:00", ICO, proceedings=[ended])


def test_a_withdrawal_on_the_day_of_the_result_leaves_the_window() -> None:
    """The hour of a receipt certified later is unknown: a withdrawal of that day counts as before it (A-35)."""
    one = desk()
    case = forwarded(one, DAY)
    permission = applied(one, case, f"{DAY}T15:10")
    one.act(case, "decide_objection", f"{DAY}T16:00", HEAD, outcome="deportable", **REASONED)
    one.act(permission, "withdraw", f"{DAY}T16:30", CLERK, in_writing=True)
    one.act(case, "tell_result", f"{DAY}T17:00", SII, tells_special_permission=True)
    one.act(case, "certify_result_received", NEXT, CLERK, received_on=DAY)
    assert one.stage(case) == "window"
    assert one.refused(case, "issue_order", f"{NEXT}T13:00", SII, **DESTINATION) == "window_open"
    assert one.stage(case, "2025-05-15T23:59") == "window"
    assert one.stage(case, "2025-05-16T00:00") == "order_due"


def test_a_refusal_received_on_the_day_of_acceptance_calls_for_the_order() -> None:
    """Decided after acceptance, it was received after it, whatever the hour of the receipt (47(5)(iii))."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, f"{DAY}T11:00")
    one.act(permission, "refuse", f"{DAY}T12:00", HEAD, **REFUSAL)
    one.act(permission, "certify_refusal_received", NEXT, CLERK, received_on=DAY)
    assert one.stage(case) == "order_due"


def test_a_wish_told_on_the_day_of_the_notice_is_in_time() -> None:
    """24-3(i)(ro): before the notice was recorded; the hour of its receipt is unknown."""
    one = desk()
    case = found(one, DAY)
    one.act(case, "declare_wish_to_leave", f"{DAY}T09:00", INSPECTOR)
    one.act(case, "certify_finding_received", f"{NEXT}T09:00", CLERK, received_on=DAY)
    one.act(case, "request_hearing", f"{NEXT}T10:00", CLERK)
    one.act(case, "appoint_hearing", f"{NEXT}T10:10", SIO, held_at=f"{NEXT}T11:00:00+09:00", place="a room")
    one.act(case, "hold_hearing", f"{NEXT}T11:00", SIO, suspect_attended=True, record="stated")
    deportable = UPHELD | {"assessment": ELIGIBLE}
    assert one.refused(case, "decide_hearing", f"{NEXT}T12:00", SIO, **deportable) == "eligible_for_departure_order"
    decision = {"outcome": "departure_order", "assessment": ELIGIBLE, **REASONED}
    one.act(case, "decide_hearing", f"{NEXT}T12:10", SIO, **decision)
    assert one.stage(case) == "departure_order_due"


def test_a_wish_to_leave_is_told_to_an_inspector_or_control_officer() -> None:
    """24-3(i)(ro), Ord. 50-51: nobody else confirms it."""
    one = desk()
    case = found(one, DAY)
    assert one.refused(case, "declare_wish_to_leave", f"{DAY}T09:00", CLERK) == "no_power"


def test_the_examination_beside_a_criminal_case_begins_while_that_runs() -> None:
    """63(1): afterwards the ordinary way is open again, and no other."""
    one = desk()
    case = investigated(one, DAY)
    beside(one, case)
    proceedings_end(one)
    assert one.refused(case, "begin_examination", "2025-05-20T10:00", INSPECTOR, **REASONED) == (
        "no_criminal_proceedings"
    )
    one.act(case, "notify", "2025-05-20T11:00", ICO, **REASONED)


def test_when_the_criminal_case_has_ended_a_departure_order_is_possible_again() -> None:
    """63(1) is for deportable persons only as long as it applies."""
    one = desk()
    case = investigated(one, DAY)
    one.act(case, "declare_wish_to_leave", f"{DAY}T08:30", ICO)
    beside(one, case)
    one.act(case, "begin_examination", f"{DAY}T10:00", INSPECTOR, **REASONED)
    eligible = FOUND | {"outcome": "departure_order", "assessment": ELIGIBLE}
    assert one.refused(case, "find", f"{DAY}T11:00", INSPECTOR, **eligible) == "deportable_persons_only"
    proceedings_end(one)
    one.act(case, "find", "2025-05-20T11:00", INSPECTOR, **eligible)
    assert one.stage(case) == "departure_order_due"


def test_somebody_arrested_after_the_screening_is_examined_beside_the_criminal_case() -> None:
    """63(1): also where no detention was carried out."""
    one = desk()
    case = screened(one, "detention")
    beside(one, case)
    assert one.duties(case) == {"investigate"}
    one.act(case, "begin_examination", f"{DAY}T10:00", INSPECTOR, **REASONED)
    one.act(case, "find", f"{DAY}T11:00", INSPECTOR, **FOUND)
    assert one.stage(case) == "found"


def test_a_ground_that_the_minister_finds_is_not_found_by_an_inspector() -> None:
    """65 of LAW §14: 24(iii-2) after hearing the four authorities (24-2), 24(iv)(yo) without."""
    one = desk()
    grounds = [{"ground": ground, "since": "2025-01-07"} for ground in ("24(iii-2)", "24(iv)(yo)")]
    case = investigated(one, DAY, grounds=grounds)
    one.act(case, "notify", f"{DAY}T08:10", ICO, **REASONED)
    one.act(case, "screen", f"{DAY}T08:20", SII, outcome="sponsorship", sponsorship_considered=True, **REASONED)
    sponsored(one, f"{DAY}T08:25")
    one.act(case, "hand_over_case", f"{DAY}T08:30", ICO)
    finding = FOUND | {"ground": "24(iii-2)", "further": ["24(iv)(yo)"]}
    assert one.refused(case, "find", f"{DAY}T09:00", INSPECTOR, **finding) == "not_found_by_minister"
    minister = {"ground": "24(iii-2)", "agencies_heard": False, **REASONED}
    assert one.refused(case, "find_security_ground", f"{DAY}T09:10", HEAD, **minister) == "no_power"
    assert one.refused(case, "find_security_ground", f"{DAY}T09:10", "minister", **minister) == "agencies_not_heard"
    one.act(case, "find_security_ground", f"{DAY}T09:20", "minister", **minister | {"agencies_heard": True})
    one.act(case, "find_security_ground", f"{DAY}T09:30", "minister", **minister | {"ground": "24(iv)(yo)"})
    one.act(case, "find", f"{DAY}T10:00", INSPECTOR, **finding)


def test_one_ground_is_not_pursued_in_two_cases() -> None:
    """Else special permission granted in one of them would not stop the order in the other."""
    one = desk()
    accepted(one, DAY)
    assert try_open(one, "Deportation", "investigate", NEXT, ICO, **SUSPICION) == "ground_under_way"


def test_who_returned_to_japan_is_asked_anew() -> None:
    """What was on record before the departure clears nobody for removal after it."""
    one = desk()
    kept = circumstances(one)
    one.act(kept, "record_security_ground", "2025-03-03", INSPECTOR, applies=False, reasons="asked")
    one.act(kept, "record_court_stays", "2025-03-03", SII, stays=[])
    one.act(kept, "record_proceedings", "2025-03-03", ICO, proceedings=[])
    one.act(kept, "find_destination", "2025-03-03", SII, destination={"country": "XA", **CLEAR}, reasons="stated")
    one.act(kept, "tell_removal", "2025-03-03", ICO, notice={"told_on": "2025-03-03"})
    one.act(kept, "record_departure", "2025-04-01", INSPECTOR, on="2025-04-01")
    assert position(one).circumstances.destination is None
    assert position(one).circumstances.sentences is None


def test_no_step_while_a_contested_entry_holds_up_the_end_of_provisional_stay() -> None:
    """The stay does not lapse while an entry is contested, and the procedure stands still as long."""
    one = desk()
    case = told(one, DAY)
    stay_delivered(one, DAY, "2025-05-23")
    contested = one.try_act(
        circumstances(one), "record_departure", f"{DAY}T12:00", INSPECTOR, received=f"{DAY}T18:00", on=DAY
    )
    assert contested.outcome.value == "contested"
    assert one.refused(case, "request_hearing", "2025-05-26", CLERK) == "provisional_stay_running"
