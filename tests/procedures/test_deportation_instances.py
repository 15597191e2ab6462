"""The instances: receipt, three days, silence and waivers, hearing and objection, three people."""

from typing import Any

import pytest

from engine.command import Officer
from law.clocks import HEARING_REQUEST, OBJECTION
from law.competence import Role
from tests.procedures.deportation_story import (
    CLERK,
    DESTINATION,
    DISMISSED,
    ELIGIBLE,
    FOUND,
    HEAD,
    ICO,
    INSPECTOR,
    SIGNED,
    SII,
    SIO,
    UPHELD,
    desk,
    dismissed,
    examined,
    forwarded,
    found,
    heard,
    investigated,
    sponsored,
    told,
    upheld,
)
from tests.procedures.deportation_story import (
    OBJECTION as OBJECTION_PAPER,
)
from tests.procedures.desk import Desk

DAY = "2025-05-12"


@pytest.mark.parametrize(
    ("received", "last_day", "over"),
    [
        # 30 April: day 1 is 1 May, day 3 Saturday 3 May; 4, 5 and 6 May are holidays; last day Wednesday 7 May.
        ("2025-04-30", "2025-05-07T23:59", "2025-05-08T00:00"),
        # Friday 18 September 2026: day 3 is Monday 21, a holiday; 22 lies between two holidays, 23; last day 24.
        ("2026-09-18", "2026-09-24T23:59", "2026-09-25T00:00"),
        # Friday 26 December: day 3 is Monday 29, closed until 3 January; 4 is a Sunday; last day Monday 5 January.
        ("2025-12-26", "2026-01-05T23:59", "2026-01-06T00:00"),
        # Monday 12 May: days 13, 14, 15 May.
        ("2025-05-12", "2025-05-15T23:59", "2025-05-16T00:00"),
    ],
)
def test_three_days_for_a_hearing_and_an_objection_roll_over_holidays(received: str, last_day: str, over: str) -> None:
    """C05 and C06: the day of receipt does not count, and a closed last day moves to the next working day."""
    for way, open_stage, silent in (
        (told, "open_to_hearing", "silent_on_finding"),
        (upheld, "open_to_objection", "silent_on_decision"),
    ):
        one = desk()
        case = way(one, received)
        assert one.stage(case, last_day) == open_stage
        assert one.stage(case, over) == silent


def test_silence_loses_the_right_and_is_no_acceptance() -> None:
    """A-05: after 15 May the right is lost, no order may issue, and a duty waits until a person records acceptance."""
    one = desk()
    case = told(one, DAY)
    assert one.refused(case, "request_hearing", "2025-05-16", CLERK) == "wrong_stage"
    assert one.refused(case, "issue_order", "2025-06-30", SII, **DESTINATION) == "silence_is_not_acceptance"
    assert one.duties(case) == {"record_acceptance"}
    assert one.stage(case, "2027-01-01") == "silent_on_finding"


@pytest.mark.parametrize("way", [told, upheld])
def test_acceptance_by_silence_counts_at_the_earliest_from_the_day_after_the_deadline(way: Any) -> None:
    """Deadline 15 May: 16 May may be recorded, not 15; the window then runs 17, 18, 19 May (Monday)."""
    one = desk()
    case = way(one, DAY)
    early = {"counts_from": "2025-05-15", "reasons": "stated"}
    assert one.refused(case, "record_acceptance", "2025-05-16", SII, **early) == "accepted_too_early"
    to_come = {"counts_from": "2025-05-17", "reasons": "stated"}
    assert one.refused(case, "record_acceptance", "2025-05-16", SII, **to_come) == "day_to_come"
    one.act(case, "record_acceptance", "2025-05-16", SII, counts_from="2025-05-16", reasons="stated")
    assert one.stage(case, "2025-05-19T23:59") == "window"
    assert one.stage(case, "2025-05-20") == "order_due"


@pytest.mark.parametrize(("way", "act"), [(told, "accept_finding"), (upheld, "accept_decision")])
def test_acceptance_needs_a_signed_waiver(way: Any, act: str) -> None:
    """47(5), 48(9): the supervising inspector has the waiver signed, in time or after silence."""
    one = desk()
    case = way(one, DAY)
    assert one.refused(case, act, f"{DAY}T17:00", SII, signed=False, explained_in="English") == "waiver_not_signed"
    one.act(case, act, "2025-05-20", SII, **SIGNED)
    assert one.stage(case) == "window"


def test_nothing_is_accepted_before_its_notice_is_received() -> None:
    """The three days and the waiver come after the receipt; a receipt before the finding is no receipt."""
    one = desk()
    case = found(one, DAY)
    assert one.refused(case, "accept_finding", DAY, SII, **SIGNED) == "wrong_stage"
    early = {"received_on": "2025-05-11"}
    assert one.refused(case, "certify_finding_received", DAY, CLERK, **early) == "day_too_early"


def test_the_hearing_is_told_held_and_decided_in_this_order() -> None:
    """48(3): time and place are told, the hearing is held then and not before, and only then is it decided."""
    one = desk()
    case = told(one, DAY)
    one.act(case, "request_hearing", "2025-05-15T23:00", CLERK)
    assert one.register.case(case).clock(HEARING_REQUEST) is None
    record = {"suspect_attended": True, "record": "stated"}
    assert one.refused(case, "hold_hearing", "2025-05-16", SIO, **record) == "hearing_not_appointed"
    past = {"held_at": "2025-05-15T10:00:00+09:00", "place": "a room"}
    assert one.refused(case, "appoint_hearing", "2025-05-16", SIO, **past) == "hearing_in_the_past"
    one.act(case, "appoint_hearing", "2025-05-16", SIO, held_at="2025-05-20T10:00:00+09:00", place="a room")
    assert one.refused(case, "hold_hearing", "2025-05-19", SIO, **record) == "hearing_before_its_time"
    assert one.refused(case, "decide_hearing", "2025-05-20", SIO, **UPHELD) == "hearing_not_held"
    one.act(case, "hold_hearing", "2025-05-20", SIO, **record)
    assert one.refused(case, "decide_hearing", "2025-05-21", SIO, **(UPHELD | {"tells_objection": False})) == (
        "remedies_not_told"
    )
    one.act(case, "decide_hearing", "2025-05-21", SIO, **UPHELD)
    assert one.stage(case) == "decided"


def with_two_offices(one: Desk) -> None:
    """An officer who holds the roles of all three instances."""
    roles = frozenset({Role.IMMIGRATION_INSPECTOR, Role.SPECIAL_INQUIRY_OFFICER, Role.REGIONAL_BUREAU_HEAD})
    one.register.officers["double"] = Officer(id="double", office="tokyo", roles=roles)


def test_three_instances_are_three_people() -> None:
    """29: whoever found does not hear, and neither of them decides on the objection."""
    one = desk()
    with_two_offices(one)
    case = examined(one, DAY)
    one.act(case, "find", f"{DAY}T08:40", "double", **FOUND)
    one.act(case, "certify_finding_received", f"{DAY}T09:00", CLERK, received_on=DAY)
    one.act(case, "request_hearing", f"{DAY}T10:00", CLERK)
    one.act(case, "appoint_hearing", f"{DAY}T10:10", SIO, held_at=f"{DAY}T11:00:00+09:00", place="a room")
    record = {"suspect_attended": True, "record": "stated"}
    assert one.refused(case, "hold_hearing", f"{DAY}T11:00", "double", **record) == "instances_not_separate"
    one.act(case, "hold_hearing", f"{DAY}T11:00", SIO, **record)
    assert one.refused(case, "decide_hearing", DAY, "double", **UPHELD) == "instances_not_separate"
    one.act(case, "decide_hearing", DAY, SIO, **UPHELD)
    one.act(case, "certify_decision_received", f"{DAY}T13:00", CLERK, received_on=DAY)
    one.act(case, "object", f"{DAY}T14:00", CLERK, **OBJECTION_PAPER)
    one.act(case, "forward_objection", f"{DAY}T15:00", SII)
    assert one.refused(case, "decide_objection", f"{DAY}T16:00", "double", **DISMISSED) == "instances_not_separate"


@pytest.mark.parametrize(
    ("outcome", "stage"), [("no_ground", "not_deportable"), ("departure_order", "departure_order_due")]
)
@pytest.mark.parametrize(("way", "act", "by"), [(heard, "decide_hearing", SIO), (forwarded, "decide_objection", HEAD)])
def test_a_later_instance_may_decide_for_the_suspect(way: Any, act: str, by: str, outcome: str, stage: str) -> None:
    """48(6)(7), 49(4)(5): not Article 24, or eligible for a departure order; both end the case."""
    one = desk()
    case = way(one, DAY) if outcome == "no_ground" else declared(one, way)
    one.act(case, act, f"{DAY}T17:00", by, outcome=outcome, reasons="stated", assessment=ELIGIBLE)
    assert one.stage(case) == stage


def declared(one: Desk, way: Any) -> str:
    """A suspect who appeared before the investigation, so that only the assessment was against a departure order."""
    appeared = {"appeared_at": "2025-05-09T10:00:00+09:00"}
    not_certain = FOUND | {"assessment": ELIGIBLE | {"certain_to_leave": False}}
    case = investigated(one, DAY, **appeared)
    one.act(case, "notify", f"{DAY}T08:10", ICO, reasons="stated")
    body = {"outcome": "sponsorship", "sponsorship_considered": True, "reasons": "stated"}
    one.act(case, "screen", f"{DAY}T08:20", SII, **body)
    sponsored(one, f"{DAY}T08:25")
    one.act(case, "hand_over_case", f"{DAY}T08:30", ICO)
    one.act(case, "find", f"{DAY}T08:40", INSPECTOR, **not_certain)
    one.act(case, "certify_finding_received", f"{DAY}T09:00", CLERK, received_on=DAY)
    one.act(case, "request_hearing", f"{DAY}T10:00", CLERK)
    one.act(case, "appoint_hearing", f"{DAY}T10:10", SIO, held_at=f"{DAY}T11:00:00+09:00", place="a room")
    one.act(case, "hold_hearing", f"{DAY}T11:00", SIO, suspect_attended=True, record="stated")
    if way is heard:
        return case
    upheld_paper = UPHELD | {"assessment": ELIGIBLE | {"certain_to_leave": False}}
    one.act(case, "decide_hearing", f"{DAY}T12:00", SIO, **upheld_paper)
    one.act(case, "certify_decision_received", f"{DAY}T13:00", CLERK, received_on=DAY)
    one.act(case, "object", f"{DAY}T14:00", CLERK, **OBJECTION_PAPER)
    one.act(case, "forward_objection", f"{DAY}T15:00", SII)
    return case


@pytest.mark.parametrize("missing", [{"written": False}, {"shown": []}])
def test_an_objection_is_written_and_names_a_ground(missing: dict[str, Any]) -> None:
    """49(1), Ord. 42: form 60 and material for at least one of the three grounds."""
    one = desk()
    case = upheld(one, DAY)
    assert one.refused(case, "object", f"{DAY}T14:00", CLERK, **(OBJECTION_PAPER | missing)) == "objection_incomplete"
    one.act(case, "object", "2025-05-15T23:59", CLERK, **OBJECTION_PAPER)
    assert one.register.case(case).clock(OBJECTION) is None
    assert one.duties(case) == {"forward_objection"}


def test_the_result_of_the_objection_is_told_and_received() -> None:
    """49(6): told with the right to apply for special permission; the window runs from the receipt (γ)."""
    one = desk()
    case = dismissed(one, DAY)
    assert one.duties(case) == {"tell_result"}
    assert (
        one.refused(case, "certify_result_received", "2025-05-13", CLERK, received_on="2025-05-13") == "result_not_told"
    )
    assert one.refused(case, "tell_result", "2025-05-13", SII, tells_special_permission=False) == "remedies_not_told"
    one.act(case, "tell_result", "2025-05-13", SII, tells_special_permission=True)
    # Received Wednesday 14 May: days 15, 16 and Saturday 17 May, moved to Monday 19 May.
    one.act(case, "certify_result_received", "2025-05-15", CLERK, received_on="2025-05-14")
    assert one.stage(case, "2025-05-19T23:59") == "window"
    assert one.stage(case, "2025-05-20") == "order_due"


def test_a_request_made_in_time_and_entered_late_is_judged_at_its_own_time() -> None:
    """Requested on 15 May, entered on 20 May after the lapse: the silence falls, the hearing is open."""
    one = desk()
    case = told(one, DAY)
    assert one.stage(case, "2025-05-20") == "silent_on_finding"
    filed = one.try_act(case, "request_hearing", "2025-05-15", CLERK, received="2025-05-20")
    assert filed.outcome == "filed"
    assert one.stage(case) == "hearing"


def test_acceptance_counted_from_an_earlier_day_lets_the_window_run_from_that_day() -> None:
    """Recorded on 30 June to count from 16 May: the window ran until 19 May, so the order is due at once."""
    one = desk()
    case = told(one, DAY)
    one.act(case, "record_acceptance", "2025-06-30", SII, counts_from="2025-05-16", reasons="stated")
    assert one.stage(case) == "order_due"
    assert one.duties(case) == {"issue_order"}
    assert one.register.case(case).running_clocks == ()
