"""Leaving under a departure order: exit control, its hold of at most 24 hours, and what it does to the deadline."""

from typing import Any

import pytest

from law.facts import Ground
from tests.procedures.departure_story import (
    ASKED,
    EXTENDED,
    HELD,
    LAST,
    REFUSED,
    SUBMITTED,
    case_of,
    desk,
    facts_of,
    kinds,
    ordered,
    position,
)
from tests.procedures.deportation_story import CLERK, INSPECTOR, SII
from tests.procedures.desk import Desk, jst
from workflows.enforcement_effects import DepartureOrderEnded

AFTER = "2025-03-26T00:00"


def _held(one: Desk, case: str, at: str, **changes: Any) -> None:
    body = HELD | {"procedure_done_at": f"{at}:00+09:00"} | changes
    one.act(case, "withhold_confirmation", at, INSPECTOR, **body)


def _owed_by(one: Desk, case: str, kind: str) -> str | None:
    found = [duty for duty in one.register.case(case).open_duties if duty.kind == kind]
    return found[0].due_on.isoformat() if found and found[0].due_on else None


def test_a_hold_runs_24_hours_and_the_agency_is_told() -> None:
    """25-2: from the person's act, over a holiday too; then the departure is to be confirmed."""
    one = desk()
    case = ordered(one)
    _held(one, case, "2025-03-20T10:00")
    clock = one.register.case(case).running_clocks[-1]
    assert (clock.rule_name, clock.ends_at) == ("exit_hold", jst("2025-03-21T10:00"))
    assert one.duties(case) == {"tell_notifying_agency"}
    papers = {notice.kind: str(notice.served_on) for notice in one.register.case(case).notices}
    assert papers["exit_hold"] == "2025-03-20"  # Ord. 28, form 39
    one.act(case, "tell_agency", "2025-03-20T10:05", INSPECTOR)
    assert one.refused(case, "tell_agency", "2025-03-20T10:06", INSPECTOR) == "agency_told"
    again = HELD | {"procedure_done_at": "2025-03-20T10:00:00+09:00"}
    assert one.refused(case, "withhold_confirmation", "2025-03-20T11:00", INSPECTOR, **again) == "confirmation_withheld"
    one.register.let_lapse(one.person, jst("2025-03-21T10:00"))
    assert ("HoldRanOut" in kinds(one), one.duties(case)) == (True, {"confirm_departure"})
    used_up = one.refused(case, "withhold_confirmation", "2025-03-21T10:00", INSPECTOR, **again)
    assert used_up == "hold_used_up"
    one.act(case, "confirm_departure", "2025-03-21T10:30", INSPECTOR, **SUBMITTED)
    assert one.stage(case) == "left"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"authority": None}, "hold_not_notified"),
        ({"excepted": True}, "hold_excepted"),
        ({"ground": "25-2(1)(i)"}, "no_travel_restriction_yet"),
        ({"procedure_done_at": "2025-03-19T09:00:00+09:00"}, "hold_used_up"),
        ({"procedure_done_at": "2025-03-20T11:00:00+09:00"}, "hold_used_up"),
    ],
)
def test_what_no_hold_rests_on(changes: dict[str, Any], code: str) -> None:
    """Without a notice, under an exception, before the law on travel restrictions, after or before its 24 hours."""
    one = desk()
    case = ordered(one)
    body = HELD | {"procedure_done_at": "2025-03-20T10:00:00+09:00"} | changes
    assert one.refused(case, "withhold_confirmation", "2025-03-20T10:00", INSPECTOR, **body) == code


def test_a_hold_may_be_ended_before_its_time() -> None:
    """The authority no longer asks for it: the confirmation is owed that day."""
    one = desk()
    case = ordered(one)
    assert one.refused(case, "end_hold", "2025-03-20T09:00", INSPECTOR, reasons="x") == "confirmation_not_withheld"
    _held(one, case, "2025-03-20T10:00")
    one.act(case, "end_hold", "2025-03-20T12:00", INSPECTOR, reasons="the warrant was withdrawn")
    assert _owed_by(one, case, "confirm_departure") == "2025-03-20"
    one.act(case, "confirm_departure", "2025-03-20T13:00", INSPECTOR, **SUBMITTED)


def test_a_confirmation_ends_the_hold_itself() -> None:
    """The inspector confirms while the hold runs: it is over."""
    one = desk()
    case = ordered(one)
    _held(one, case, "2025-03-20T10:00")
    one.act(case, "confirm_departure", "2025-03-20T11:00", INSPECTOR, **SUBMITTED)
    assert [name for name in kinds(one) if name in ("HoldEnded", "DepartureConfirmed", "Departed")] == [
        "HoldEnded",
        "DepartureConfirmed",
        "Departed",
    ]
    assert one.register.case(case).running_clocks == ()


def test_held_on_the_last_day_the_extension_is_asked_for_that_day() -> None:
    """A-50: a cause that is not the person's; asked at the port's office, extended, and left the next day."""
    one = desk()
    case = ordered(one)
    _held(one, case, f"{LAST}T20:00")
    assert _owed_by(one, case, "take_extension_request") == LAST
    elsewhere = {"where": "other_office", "unavoidable": True, "inspector_there": True, "cause": "other"}
    one.act(case, "request_extension", f"{LAST}T21:00", CLERK, **(ASKED | elsewhere))
    assert _owed_by(one, case, "take_extension_request") is None
    one.act(case, "extend", f"{LAST}T22:00", SII, **(EXTENDED | {"deadline": "2025-03-27"}))
    one.register.let_lapse(one.person, jst("2025-03-26T20:00"))
    one.act(case, "confirm_departure", "2025-03-26T20:30", INSPECTOR, **SUBMITTED)
    assert one.stage(case) == "left"


@pytest.mark.parametrize(
    ("held_from", "asked_by", "stage"),
    [
        ("2025-03-23T10:00", None, "missed"),
        ("2025-03-24T00:00", None, "missed"),
        ("2025-03-24T00:01", LAST, "deadline_over"),
    ],
)
def test_a_hold_that_ends_before_the_last_day_leaves_the_deadline_alone(
    held_from: str, asked_by: str | None, stage: str
) -> None:
    """Held until 10:00, or until midnight, of the 24th: the last day is free; one minute more, and a person decides."""
    one = desk()
    case = ordered(one)
    _held(one, case, held_from)
    assert _owed_by(one, case, "take_extension_request") == asked_by
    one.register.let_lapse(one.person, jst(AFTER))
    assert one.stage(case) == stage


def _held_over() -> tuple[Desk, str]:
    one = desk()
    case = ordered(one)
    _held(one, case, f"{LAST}T20:00")
    one.register.let_lapse(one.person, jst(AFTER))
    return one, case


def test_held_over_the_last_day_and_nothing_asked_a_person_decides() -> None:
    """A-50 has no text: nothing is missed by the clock, and no case is opened until somebody finds it missed."""
    one, case = _held_over()
    assert one.stage(case) == "deadline_over"
    assert {"weigh_departure_deadline"} <= one.duties(case)
    assert len(position(one).of("Deportation")) == 1
    assert one.refused(case, "request_extension", "2025-03-26T09:00", CLERK, **ASKED) == "asked_too_late"
    one.act(case, "find_missed", "2025-03-28", SII, reasons="did not try again")
    assert one.stage(case) == "missed"
    assert case_of(one, "Deportation").state.grounds[0].ground is Ground.VIII


@pytest.mark.parametrize(("in_time", "stage", "end"), [(True, "left", "left"), (False, "missed", "missed")])
def test_who_leaves_after_a_hold_over_the_last_day(in_time: bool, stage: str, end: str) -> None:
    """Nobody may be kept longer; whether it counts as leaving under the order is judged with reasons."""
    one, case = _held_over()
    code = one.refused(case, "confirm_departure", "2025-03-26T20:00", INSPECTOR, **SUBMITTED)
    assert code == "leaving_in_time_not_judged"
    judged = SUBMITTED | {"in_time": in_time, "reasons": "held until 20:00"}
    one.act(case, "confirm_departure", "2025-03-26T20:10", INSPECTOR, **judged)
    assert one.stage(case) == stage
    assert facts_of(one, DepartureOrderEnded)[0].end == end
    assert len(position(one).of("LandingDenial")) == (1 if in_time else 0)
    assert len(position(one).of("Deportation")) == 1


def test_a_refused_extension_after_a_hold_leaves_the_question_open() -> None:
    """Refused after the deadline, though exit control held the person on the last day: a person still decides."""
    one = desk()
    case = ordered(one)
    one.act(case, "request_extension", f"{LAST}T09:00", CLERK, **ASKED)
    _held(one, case, f"{LAST}T20:00")
    one.register.let_lapse(one.person, jst(AFTER))
    assert one.refused(case, "find_missed", "2025-03-26T09:00", SII, reasons="x") == "extension_asked"
    one.act(case, "refuse_extension", "2025-03-26T10:00", SII, **REFUSED)
    assert one.stage(case) == "deadline_over"
    assert "weigh_departure_deadline" in one.duties(case)


def test_a_hold_after_the_deadline_is_possible_while_a_person_decides() -> None:
    """25-2 asks for a departure, not for a deadline."""
    one = desk()
    case = ordered(one)
    one.act(case, "request_extension", LAST, CLERK, **ASKED)
    one.register.let_lapse(one.person, jst(AFTER))
    _held(one, case, "2025-03-26T12:00")
    assert _owed_by(one, case, "take_extension_request") is None
    one.register.let_lapse(one.person, jst("2025-03-27T12:00"))
    assert "confirm_departure" in one.duties(case)
