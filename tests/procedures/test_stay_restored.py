"""Provisional stay that had not ended after all: what the deportation procedure gets back, and what is weighed."""

from typing import Any

import pytest

from engine.command import Kind, Outcome
from law.clocks import HEARING_REQUEST, OBJECTION, SPECIAL_PERMISSION_WINDOW
from tests.procedures import deportation_story as deport
from tests.procedures.deportation_story import DESTINATION, HEAD, SIGNED, SII
from tests.procedures.desk import Desk
from tests.procedures.stories import CLERK, REFUSED, decide, decided, file, received, review, served
from tests.procedures.test_crossing_tracks import everything_on_record, held

FALSE_END = "2025-02-13T00:00"
"""Refusal received Tue 4 February: day 7 is Tue 11, a holiday, so Wed 12 is the last day."""
LAPSED = "2025-02-18T00:00"
"""Three days left: Thu 13, Fri 14, Sat 15 moves to Mon 17 February."""
POSTED: dict[str, Any] = {"posted_on": "2025-02-12"}


def stayed(way: Any, until: str = "2025-07-11") -> tuple[Desk, str, str, str]:
    """A deportation case under provisional stay since 13 January, the application refused; with their cases."""
    one = everything_on_record()
    application = file(one, "2025-01-10")
    case = way(one, "2025-01-13")
    stay = held(one, application, until)
    decide(one, application, "2025-02-03", **REFUSED)
    received(one, application, "2025-02-04")
    return one, application, case, stay


def left(one: Desk, case: str, rule: Any) -> int | None:
    """The days left of a period that stands still."""
    clock = one.register.case(case).clock(rule)
    return clock.days_left if clock is not None else None


def told_early(one: Desk, day: str) -> str:
    """The finding received on Fri 10 January: 11, 12, 13; on the day of the delivery one day is left."""
    return deport.told(one, "2025-01-10")


@pytest.mark.parametrize(("way", "days"), [(deport.told, 3), (told_early, 1)])
def test_a_hearing_window_that_lapsed_meanwhile_had_not_run(way: Any, days: int) -> None:
    """61-2-9(2), ACRA 18(3): the right is back with the days that were left on 13 January, and silence is undone."""
    one, application, case, stay = stayed(way)
    assert one.stage(case, LAPSED) == "silent_on_finding"
    review(one, application, "2025-02-19", **POSTED)
    assert one.stage(stay) == "running"
    assert one.stage(case) == "open_to_hearing"
    assert left(one, case, HEARING_REQUEST) == days
    assert one.duties(case) == set()
    assert "RightRestored" in one.fact_kinds()
    assert one.refused(case, "request_hearing", "2025-02-20", CLERK) == "provisional_stay_running"


def test_the_window_runs_on_when_the_stay_really_ends() -> None:
    """Dismissal served Mon 2 June: three days left are 3, 4, 5 June; on 6 June at 00:00 the right is lost."""
    one, application, case, _ = stayed(deport.told)
    request = review(one, application, "2025-02-19", **POSTED)
    decided(one, request, "2025-05-20", "dismissed")
    served(one, request, "2025-06-02")
    assert one.stage(case, "2025-06-05T23:59") == "open_to_hearing"
    assert one.stage(case, "2025-06-06T00:00") == "silent_on_finding"
    one.act(case, "request_hearing", "2025-06-05T17:00", CLERK)


def test_a_day_that_ran_meanwhile_is_given_back() -> None:
    """Received on Fri 14 February: Thu 13 had been counted, and no day of the three has run in law."""
    one, application, case, _ = stayed(deport.told)
    review(one, application, "2025-02-14", **POSTED)
    assert left(one, case, HEARING_REQUEST) == 3
    assert one.duties(case) == set()


def test_an_objection_window_is_given_back() -> None:
    """49(1): the same for the three days after the hearing."""
    one, application, case, _ = stayed(deport.upheld)
    assert one.stage(case, LAPSED) == "silent_on_decision"
    review(one, application, "2025-02-19", **POSTED)
    assert one.stage(case) == "open_to_objection"
    assert left(one, case, OBJECTION) == 3


def test_the_order_is_not_due_any_more() -> None:
    """47(5)(ii): the window for special permission had not passed, so nothing compels the order."""
    one, application, case, _ = stayed(deport.accepted)
    assert one.stage(case, LAPSED) == "order_due"
    review(one, application, "2025-02-19", **POSTED)
    assert one.stage(case) == "window"
    assert one.duties(case) == set()
    assert left(one, case, SPECIAL_PERMISSION_WINDOW) == 3


def test_a_window_that_lapsed_before_the_stay_stays_lapsed() -> None:
    """Received Tue 7 January: Fri 10 was the last day, before any standstill."""
    one, application, case, _ = stayed(lambda desk, _: deport.told(desk, "2025-01-07"))
    assert one.stage(case) == "silent_on_finding"
    review(one, application, "2025-02-19", **POSTED)
    assert one.stage(case) == "silent_on_finding"
    assert one.duties(case) == {"record_acceptance"}


def test_a_stay_whose_last_day_passed_meanwhile_lasted_until_that_day() -> None:
    """Last day Thu 20 February: Fri 21, Sat 22, Sun 23 moves over the holidays of 23 and 24 to Tue 25 February."""
    one, application, case, stay = stayed(deport.told, "2025-02-20")
    assert one.stage(case, LAPSED) == "silent_on_finding"
    review(one, application, "2025-02-21", **POSTED)
    assert one.stage(stay) == "ended"
    assert one.stage(case) == "open_to_hearing"
    assert one.stage(case, "2025-02-25T23:59") == "open_to_hearing"
    assert one.stage(case, "2025-02-26T00:00") == "silent_on_finding"
    one.act(case, "request_hearing", "2025-02-25T17:00", CLERK)


def test_a_stay_long_over_gives_back_nothing_that_has_run_out_since() -> None:
    """Last day Thu 20 February, request received on 3 March: the three days ended on 25 February in any case."""
    one, application, case, _ = stayed(deport.told, "2025-02-20")
    review(one, application, "2025-03-03", **POSTED)
    assert one.stage(case) == "silent_on_finding"


def test_an_acceptance_taken_meanwhile_is_weighed_and_can_be_undone() -> None:
    """61-2-9(2): the step was taken while the procedure stood still; the supervisor gives the period back."""
    one, application, case, _ = stayed(deport.told)
    one.act(case, "accept_finding", "2025-02-14", SII, **SIGNED)
    review(one, application, "2025-02-17", **POSTED)
    assert one.stage(case) == "window"
    assert one.duties(case) == {"weigh_steps"}
    assert "StepsFoundDone" in one.fact_kinds()
    one.act(case, "weigh_steps", "2025-02-19", HEAD, again_from="hearing_request", reasons="not understood")
    assert one.stage(case) == "open_to_hearing"
    assert left(one, case, HEARING_REQUEST) == 3
    assert one.duties(case) == set()


def test_nothing_goes_on_until_the_steps_are_weighed() -> None:
    """The end of the stay opens no way for steps that rest on unweighed ones; if they stand, it does."""
    one, application, case, _ = stayed(deport.told)
    one.act(case, "request_hearing", "2025-02-14", CLERK)
    request = review(one, application, "2025-02-17", **POSTED)
    decided(one, request, "2025-05-20", "dismissed")
    served(one, request, "2025-06-02")
    body = {"held_at": "2025-06-10T10:00:00+09:00", "place": "a room"}
    assert (
        one.refused(case, "appoint_hearing", "2025-06-03", "special_inquiry_officer", **body) == "steps_to_be_weighed"
    )
    one.act(case, "weigh_steps", "2025-06-03T13:00", HEAD, reasons="the person asked for it")
    one.act(case, "appoint_hearing", "2025-06-04", "special_inquiry_officer", **body)
    assert one.refused(case, "weigh_steps", "2025-06-05", HEAD, reasons="x") == "no_steps_to_weigh"


@pytest.mark.parametrize("again_from", ["objection_request", "hearing", "objection"])
def test_the_case_is_taken_up_only_where_it_has_been(again_from: str) -> None:
    """There was no hearing yet, so none is gone back to."""
    one, application, case, _ = stayed(deport.told)
    one.act(case, "accept_finding", "2025-02-14", SII, **SIGNED)
    review(one, application, "2025-02-17", **POSTED)
    body = {"again_from": again_from, "reasons": "x"}
    assert one.refused(case, "weigh_steps", "2025-02-19", HEAD, **body) == "nothing_to_take_up_again"


def doubted() -> tuple[Desk, str, str, str]:
    """An order issued and shown on 18 February, the posted request received on the 19th; review, case and stay."""
    one, application, case, stay = stayed(deport.accepted)
    one.act(case, "issue_order", "2025-02-18", SII, **DESTINATION)
    one.act(case, "show_order", "2025-02-18T13:00", "immigration_control_officer")
    return one, review(one, application, "2025-02-19", **POSTED), case, stay


def test_an_order_issued_meanwhile_is_doubted_and_blocks_removal() -> None:
    """61-2-9(2): in law the procedure stood still on 18 February; the order stays on file until a person decides."""
    one, _, case, stay = doubted()
    assert one.stage(case) == "ordered"
    assert one.stage(stay) == "ended"
    assert one.duties(case) == {"weigh_order"}
    assert one.removal("2025-02-20")[1] >= {"order_in_doubt", "suspensive_effect"}


def test_a_doubted_order_that_is_withdrawn_gives_everything_back() -> None:
    """The stay runs again, and the window keeps its three days: 3, 4, 5 June after a dismissal served on 2 June."""
    one, request, case, stay = doubted()
    one.act(case, "withdraw_order", "2025-02-20", SII, reasons="issued too soon")
    assert one.stage(stay) == "running"
    assert one.stage(case) == "window"
    assert left(one, case, SPECIAL_PERMISSION_WINDOW) == 3
    assert "no_order_in_force" in one.removal("2025-02-21")[1]
    assert one.duties(case) == {"weigh_steps"}
    one.act(case, "weigh_steps", "2025-02-21", HEAD, reasons="nothing but the order, which is withdrawn")
    decided(one, request, "2025-05-20", "dismissed")
    served(one, request, "2025-06-02")
    assert one.stage(case, "2025-06-05T23:59") == "window"
    assert one.stage(case, "2025-06-06T00:00") == "order_due"


def test_a_doubted_order_may_be_found_to_stand() -> None:
    """A person decides, with reasons; removal stays stopped by the application all the same."""
    one, _, case, stay = doubted()
    one.act(case, "uphold_order", "2025-02-20", HEAD, reasons="the stamp of the post was forged")
    assert one.duties(case) == set()
    assert one.stage(stay) == "ended"
    answer, codes = one.removal("2025-02-21")
    assert answer == "no"
    assert "order_in_doubt" not in codes
    assert one.refused(case, "uphold_order", "2025-02-21", HEAD, reasons="x") == "order_not_doubted"


@pytest.mark.parametrize(("ordered", "duties"), [("2025-02-24", {"weigh_order"}), ("2025-02-26", set())])
def test_an_order_after_the_true_end_of_the_stay_is_asked_about_its_window(ordered: str, duties: set[str]) -> None:
    """Stay over on Thu 20 February: the window ran until Tue 25, so an order of the 24th came a day too soon."""
    one, application, case, stay = stayed(deport.accepted, "2025-02-20")
    one.act(case, "issue_order", ordered, SII, **DESTINATION)
    review(one, application, "2025-02-27", **POSTED)
    assert one.stage(stay) == "ended"
    assert one.duties(case) == duties


def test_a_request_entered_after_the_order_that_it_would_have_stopped_is_contested() -> None:
    """Received on the 19th, entered on the 25th: the order of the 20th does not fit, and a supervisor decides."""
    one, application, case, _ = stayed(deport.accepted)
    one.act(case, "issue_order", "2025-02-20", SII, **DESTINATION)
    body = {"case": application, "disposition": "refugee_refused", **POSTED}
    filed = one.send(Kind.OPEN, "ReviewRequest", "", "request_review", "2025-02-19", CLERK, body, "2025-02-25")
    assert filed.outcome is Outcome.CONTESTED
    assert one.removal("2025-02-26")[0] != "yes"


def test_a_court_that_annuls_a_doubted_order_gives_the_window_back_too() -> None:
    """ACLA 32(1): however the doubted order falls, the case is where it stood before."""
    one, _, case, stay = doubted()
    judgment = {"judgment": "annuls it", "served_on": "2025-03-03", "final_on": "2025-03-18"}
    one.act(case, "record_annulment", "2025-03-18", CLERK, **judgment)
    assert (one.stage(case), one.stage(stay)) == ("window", "running")


def test_a_renewed_stay_that_comes_back_ends_on_its_last_day() -> None:
    """Renewed in January from Fri 11 July, at most until 11 January: Fri 9 January 2026 lies beyond six months."""
    one = everything_on_record()
    application = file(one, "2025-01-10")
    stay = held(one, application, "2025-07-11")
    one.act(stay, "request_renewal", "2025-01-30", CLERK)
    one.act(stay, "grant_renewal", "2025-01-30T13:00", HEAD, last_day="2026-01-09")
    one.act(stay, "hand_over_renewed_permit", "2025-01-31", "immigration_inspector")
    decide(one, application, "2025-02-03", **REFUSED)
    received(one, application, "2025-02-04")
    assert one.stage(stay, FALSE_END) == "ended"
    review(one, application, "2025-02-19", **POSTED)
    assert one.stage(stay, "2026-01-09T23:59") == "running"
    assert one.stage(stay, "2026-01-10T00:00") == "ended"
