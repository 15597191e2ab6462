"""Departure at own expense: from the application to leaving, the decision of one year, and how it is kept or lost."""

from typing import Any

import pytest

from engine.command import Kind
from engine.soundness import faults
from law.facts import Custody
from law.own_expense import OwnExpenseTerms
from tests.procedures.custody_story import desk, record
from tests.procedures.deportation_story import ELIGIBLE
from tests.procedures.desk import Desk, jst
from tests.procedures.leaving_story import (
    APPLICATION,
    CLERK,
    CONFIRMED,
    DECISION,
    DIRECTOR,
    HEAD,
    ICO,
    INSPECTOR,
    LEFT_BEFORE,
    ONE_YEAR,
    PERMISSION,
    SII,
    applied,
    case_of,
    clocks,
    decided,
    denial,
    left,
    ordered,
    permitted,
    position,
)
from workflows.own_expense_case import LeftAtOwnExpense

REASONED = {"reasons": "stated"}
DATE: dict[str, Any] = {"until": "2025-04-17", "reasons": "stated"}
HOLD: dict[str, Any] = {
    "ground": "25-2(1)(ii)",
    "notified": True,
    "began_at": "2025-04-10T18:00:00+09:00",
}
TOLD: dict[str, Any] = {"told_at": "2025-04-10T18:40:00+09:00", "way": "by telephone"}


def not_opened(one: Desk, at: str, **changes: Any) -> str:
    """The code with which an application is not received."""
    filed = one.send(Kind.OPEN, "OwnExpenseDeparture", "", "apply", at, CLERK, APPLICATION | changes)
    assert filed.refusal is not None
    assert filed.refusal.reasons[0].basis
    return filed.refusal.code


def notices(one: Desk, case: str) -> dict[str, str]:
    """The notices of a case, each with where it stands."""
    return {notice.kind: notice.status.value for notice in one.register.case(case).notices}


def due(one: Desk, case: str) -> dict[str, str | None]:
    """The open duties of a case, each with its day."""
    duties = one.register.case(case).open_duties
    return {duty.kind: duty.due_on.isoformat() if duty.due_on else None for duty in duties}


def kept(one: Desk) -> list[bool]:
    """Of every departure under a permission, whether the one year was kept."""
    return [
        fact.body.one_year_kept for fact in one.register.facts(one.person) if isinstance(fact.body, LeftAtOwnExpense)
    ]


def asked(one: Desk) -> str:
    """Permitted, one year asked for, and the day fixed; returns the case."""
    case = permitted(one)
    one.act(case, "apply_for_one_year", "2025-04-02T11:00", CLERK, **ONE_YEAR)
    one.act(case, "fix_date", "2025-04-02T12:00", SII, **DATE)
    return case


def test_the_declaration_hangs_together() -> None:
    """No stage without a way in and out, no duty and notice unused."""
    assert faults(desk().procedures["OwnExpenseDeparture"]) == ()


def test_from_the_application_to_the_departure() -> None:
    """Applied for, permitted with paper 64-2, one year decided with 64-4, left: detention ends with the departure."""
    one = ordered()
    case = applied(one)
    assert due(one, case) == {"decide_own_expense": None}
    one.act(case, "permit", "2025-04-02T10:00", SII, **PERMISSION)
    assert due(one, case) == {"confirm_departure": "2025-04-10"}
    one.act(case, "apply_for_one_year", "2025-04-02T11:00", CLERK, **ONE_YEAR)
    assert due(one, case) == {"confirm_departure": "2025-04-10", "decide_one_year": None, "fix_date": None}
    one.act(case, "fix_date", "2025-04-02T12:00", SII, **DATE)
    one.act(case, "decide_one_year", "2025-04-02T13:00", HEAD, **DECISION)
    assert due(one, case) == {"confirm_departure": "2025-04-17"}
    assert notices(one, case) == {"destination_fixed": "to_serve", "one_year_decision": "to_serve"}
    assert clocks(one.register.case(case)) == {"own_expense_date": "2025-04-17"}
    assert position(one).custody is Custody.DETAINED_DEPORTATION_ORDER
    left(one, case, "2025-04-10T10:00")
    assert (one.stage(case), position(one).custody) == ("left", Custody.FREE)
    stages = {name: str(position(one).of(name)[0].stage) for name in ("Deportation", "Enforcement", "Circumstances")}
    assert stages == {"Deportation": "object_lost", "Enforcement": "left", "Circumstances": "ended"}
    assert clocks(denial(one)) == {"denial_one_year": "2026-04-10", "denial_five_years": "2030-04-10"}


def test_the_director_may_permit_and_the_destination_may_stay_as_the_order_has_it() -> None:
    """By the director of a centre, without a destination: no paper 64-2."""
    one = ordered()
    case = applied(one)
    one.act(case, "permit", "2025-04-02T10:00", DIRECTOR, **(PERMISSION | {"destination": None}))
    assert (one.stage(case), notices(one, case)) == ("permitted", {})


def test_the_destination_is_the_one_applied_for_whatever_53_says() -> None:
    """A country where persecution is feared, by the person's own choice: recorded as given; no other may be fixed."""
    one = ordered()
    barred = {
        "country": "XB",
        "permitted_by_53": False,
        "accepts": True,
        "persecution": True,
        "torture_or_disappearance": True,
    }
    record(one, "find_destination", "2025-04-01T12:00", SII, destination=barred, reasons="stated")
    case = applied(one)
    other = PERMISSION | {"destination": "XC"}
    assert one.refused(case, "permit", "2025-04-02T10:00", SII, **other) == "destination_not_applied_for"
    one.act(case, "permit", "2025-04-02T10:00", SII, **PERMISSION)
    assert one.register.case(case).state.destination_fixed


def test_nobody_without_an_order_applies_and_nobody_twice() -> None:
    """Before the order, after its withdrawal, beside an open application, and for a day that is over."""
    assert not_opened(desk(), "2025-04-02") == "no_order_in_force"
    one = ordered()
    assert not_opened(one, "2025-04-11", planned_on="2025-04-10") == "planned_in_the_past"
    case = applied(one)
    assert not_opened(one, "2025-04-02T10:00") == "own_expense_under_way"
    one.act(case, "refuse", "2025-04-03", SII, **REASONED)
    assert (one.stage(case), notices(one, case)) == ("refused", {"own_expense_refusal": "to_serve"})
    applied(one, "2025-04-04")


def test_a_permission_for_a_day_that_is_over_is_refused() -> None:
    """Planned for 10 April, decided on the 11th."""
    one = ordered()
    case = applied(one)
    assert one.refused(case, "permit", "2025-04-11", SII, **PERMISSION) == "planned_in_the_past"
    assert one.refused(case, "permit", "2025-04-03", HEAD, **PERMISSION) == "no_power"


def test_an_application_that_suspends_removal_stops_nobody_from_leaving() -> None:
    """Removal is stopped by a pending application; leaving by oneself is not (61-2-9(3))."""
    one = ordered()
    application: dict[str, Any] = {"kind": "refugee", "material_came_with_it": False}
    one.open("RefugeeApplication", "file_application", "2025-04-01T15:00", CLERK, **application)
    assert "suspensive_effect" in one.removal("2025-04-02T08:00")[1]
    case = permitted(one)
    left(one, case, "2025-04-10T10:00")
    assert one.stage(case) == "left"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"form": False}, "one_year_papers_missing"),
        ({"material": False}, "one_year_papers_missing"),
        ({"in_person": False}, "one_year_not_in_person"),
        ({"filer": "spouse"}, "one_year_not_by_the_person"),
    ],
)
def test_the_form_of_the_application_for_one_year(changes: dict[str, Any], code: str) -> None:
    """Paper 64-3 with material, in person; a relative only for who is under 16 or unable (Ord. 47-3(1), (2))."""
    one = ordered()
    case = permitted(one)
    assert one.refused(case, "apply_for_one_year", "2025-04-02T11:00", CLERK, **(ONE_YEAR | changes)) == code
    relative = ONE_YEAR | {"filer": "spouse", "hindered": True}
    one.act(case, "apply_for_one_year", "2025-04-02T11:00", CLERK, **relative)
    assert one.refused(case, "apply_for_one_year", "2025-04-02T11:10", CLERK, **ONE_YEAR) == "one_year_asked_already"


def test_without_the_permission_nothing_is_decided() -> None:
    """Asked for with the application; the decision waits for the permission (52(5))."""
    one = ordered()
    case = applied(one)
    one.act(case, "apply_for_one_year", "2025-04-02T09:30", CLERK, **ONE_YEAR)
    refused = one.try_act(case, "decide_one_year", "2025-04-02T09:40", HEAD, **DECISION).refusal
    assert refused is not None
    codes = [reason.code for reason in refused.reasons]
    assert codes == ["no_own_expense_permission", "date_not_within_seven_days_not_on_record"]
    one.act(case, "permit", "2025-04-02T10:00", SII, **PERMISSION)
    assert "fix_date" in due(one, case)


def test_without_an_application_nothing_is_decided() -> None:
    """The permission stands, nobody asked for one year: no day is fixed, nothing decided, nothing refused."""
    one = ordered()
    case = permitted(one)
    for act, by, body in (("fix_date", SII, DATE), ("refuse_one_year", HEAD, REASONED)):
        assert one.refused(case, act, "2025-04-02T12:00", by, **body) == "one_year_not_applied_for"
    assert one.refused(case, "decide_one_year", "2025-04-02T12:00", HEAD, **DECISION) == "one_year_not_applied_for"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"deported_before": True}, "deported_or_ordered_before"),
        ({"left_under_departure_order_before": True}, "deported_or_ordered_before"),
        ({"deported_before": None}, "deported_or_ordered_before_not_on_record"),
        ({"appropriate": False}, "one_year_not_appropriate"),
        ({"appropriate": None}, "one_year_not_appropriate_not_on_record"),
    ],
)
def test_what_the_decision_needs(changes: dict[str, Any], code: str) -> None:
    """Never before, and appropriate; what was not looked into is not assumed (invariant 48)."""
    one = ordered()
    case = asked(one)
    assert one.refused(case, "decide_one_year", "2025-04-02T13:00", HEAD, **(DECISION | changes)) == code


def test_an_earlier_departure_on_record_outweighs_what_is_said() -> None:
    """The denial of 2012 is on record: whoever says that there was none is refused."""
    one = desk("2025-02-03")
    one.open("LandingDenial", "record_leaving", "2025-02-04", INSPECTOR, **LEFT_BEFORE)
    case = asked(ordered(one=one))
    assert one.refused(case, "decide_one_year", "2025-04-02T13:00", HEAD, **DECISION) == "deported_or_ordered_before"


@pytest.mark.parametrize("ground", ["24(iv)(o)", "24(iv)(wa)", "24(iv)(ka)", "24(iv-3)"])
def test_for_grounds_beyond_the_period_it_would_be_without_effect(ground: str) -> None:
    """24(iv)(o) to (yo) and (iv-3): refused with the article, whatever the circumstances."""
    one = ordered(ground=ground)
    case = asked(one)
    assert one.refused(case, "decide_one_year", "2025-04-02T13:00", HEAD, **DECISION) == "one_year_without_effect"


def test_the_day_is_fixed_by_the_supervising_inspector_within_seven_days() -> None:
    """Planned for 10 April: from the 10th to the 17th, not before, not after, not by the director (Ord. 47-3(3))."""
    one = ordered()
    case = permitted(one)
    one.act(case, "apply_for_one_year", "2025-04-02T11:00", CLERK, **ONE_YEAR)
    by_director = one.refused(case, "fix_date", "2025-04-02T12:00", DIRECTOR, **DATE)
    assert by_director == "date_not_by_supervising_inspector"
    for until in ("2025-04-09", "2025-04-18"):
        assert one.refused(case, "fix_date", "2025-04-02T12:00", SII, until=until, reasons="r") == (
            "date_not_within_seven_days"
        )
    one.act(case, "fix_date", "2025-04-02T12:00", SII, **DATE)
    assert "fix_date" not in due(one, case)


def test_a_day_that_passed_before_the_decision_is_fixed_anew() -> None:
    """Fixed for 10 April, decided on the 11th: too late; fixed for the 17th it may be decided."""
    one = ordered()
    case = permitted(one)
    one.act(case, "apply_for_one_year", "2025-04-02T11:00", CLERK, **ONE_YEAR)
    one.act(case, "fix_date", "2025-04-02T12:00", SII, until="2025-04-10", reasons="r")
    assert one.refused(case, "decide_one_year", "2025-04-11", HEAD, **DECISION) == "date_not_within_seven_days"
    one.act(case, "fix_date", "2025-04-11T13:00", SII, **DATE)
    one.act(case, "decide_one_year", "2025-04-11T14:00", HEAD, **DECISION)


def test_seven_days_over_the_new_year() -> None:
    """Planned for 28 December 2025: 4 January 2026, a Sunday in the holidays, may be fixed and does not move."""
    one = ordered("2025-12-01", "2025-11-03")
    case = decided(one, "2025-12-02", "2025-12-28", "2026-01-04")
    assert clocks(one.register.case(case)) == {"own_expense_date": "2026-01-04"}
    left(one, case, "2026-01-04T23:59:59")
    assert clocks(denial(one)) == {"denial_one_year": "2027-01-04", "denial_five_years": "2031-01-04"}


def test_one_day_late_and_the_year_is_lost() -> None:
    """By 17 April; at 00:00 of the 18th the decision is lost, the permission stands, and leaving means five years."""
    one = ordered()
    case = decided(one)
    assert one.stage(case, "2025-04-17T23:59:59") == "one_year"
    assert one.stage(case, "2025-04-18T00:00") == "permitted"
    left(one, case, "2025-04-18T09:00")
    assert (kept(one), clocks(denial(one))) == ([False], {"denial_five_years": "2030-04-18"})
    assert "OneYearLost" in one.fact_kinds()


def test_a_departure_in_time_that_is_recorded_late_keeps_the_year() -> None:
    """Left on 17 April, put on record on the 25th, after the day had passed: the day of leaving counts."""
    one = ordered()
    case = decided(one)
    record(one, "record_departure", "2025-04-25T09:00", INSPECTOR, on="2025-04-17")
    assert (one.stage(case), kept(one)) == ("left", [True])
    assert clocks(denial(one)) == {"denial_one_year": "2026-04-17", "denial_five_years": "2030-04-17"}


def test_removed_by_force_in_spite_of_the_permission() -> None:
    """The permission does not stop removal; who is removed left otherwise."""
    one = ordered(assessment=ELIGIBLE)
    case = permitted(one)
    one.act(case_of(one, "Enforcement"), "record_removal_against_gate", "2025-04-08T10:00", ICO, **REASONED)
    assert (one.stage(case), kept(one)) == ("left_otherwise", [])
    assert clocks(denial(one)) == {"denial_five_years": "2030-04-08"}


def test_an_applicant_who_leaves_undecided_left_otherwise() -> None:
    """Nothing was permitted: by oneself, five years."""
    one = ordered(assessment=ELIGIBLE)
    case = applied(one)
    record(one, "record_departure", "2025-04-08", INSPECTOR, on="2025-04-08")
    assert (one.stage(case), clocks(denial(one))) == ("left_otherwise", {"denial_five_years": "2030-04-08"})


@pytest.mark.parametrize(
    ("act", "by", "body", "stage"),
    [
        ("withdraw_permission", SII, REASONED, "withdrawn"),
        ("give_up", CLERK, {}, "given_up"),
    ],
)
def test_a_permission_that_ends_takes_the_decision_with_it(act: str, by: str, body: dict[str, Any], stage: str) -> None:
    """Whoever leaves after that leaves by oneself: five years; a new application is open."""
    one = ordered()
    case = decided(one)
    one.act(case, act, "2025-04-03", by, **body)
    assert (one.stage(case), clocks(one.register.case(case))) == (stage, {})
    assert position(one).all(OwnExpenseTerms)[0].ended_at == jst("2025-04-03")
    again = applied(one, "2025-04-04")
    assert one.stage(again) == "applied"
    record(one, "record_departure", "2025-04-08", INSPECTOR, on="2025-04-08")
    assert clocks(denial(one)) == {"denial_five_years": "2030-04-08"}


def test_one_year_refused_with_reasons_may_be_asked_again() -> None:
    """Refused in writing; the permission stands, and nothing forbids another application."""
    one = ordered()
    case = asked(one)
    one.act(case, "refuse_one_year", "2025-04-03", HEAD, **REASONED)
    assert (one.stage(case), notices(one, case)["one_year_refusal"]) == ("permitted", "to_serve")
    assert one.refused(case, "decide_one_year", "2025-04-03T13:00", HEAD, **DECISION) == "one_year_not_applied_for"
    one.act(case, "apply_for_one_year", "2025-04-04", CLERK, **ONE_YEAR)


def test_the_order_withdrawn_ends_it() -> None:
    """There is nothing to leave under: without effect, its papers withdrawn."""
    one = ordered()
    case = decided(one)
    one.act(case_of(one, "Deportation"), "withdraw_order", "2025-04-03", SII, **REASONED)
    assert (one.stage(case), set(notices(one, case).values())) == ("without_effect", {"withdrawn"})
    assert not_opened(one, "2025-04-04") == "no_order_in_force"


def test_death_ends_it() -> None:
    """All ends."""
    one = ordered()
    case = applied(one)
    record(one, "record_death", "2025-04-03", INSPECTOR, on="2025-04-03")
    assert one.stage(case) == "died"


def test_papers_reach_the_person() -> None:
    """Each by its kind, once."""
    one = ordered()
    case = decided(one)
    for paper in ("destination", "one_year"):
        body = {"paper": paper, "received_on": "2025-04-03", "way": "handed_over"}
        one.act(case, "certify_paper_received", "2025-04-03", CLERK, **body)
        assert one.refused(case, "certify_paper_received", "2025-04-04", CLERK, **body) == "no_such_paper_waits"
    assert set(notices(one, case).values()) == {"served"}


def test_a_departure_is_withheld_for_24_hours_at_most() -> None:
    """From 18:00 of 10 April until 18:00 of the 11th, to the minute; the authority is told at once (25-2)."""
    one = ordered()
    case = decided(one)
    one.act(case, "hold_departure", "2025-04-10T18:30", INSPECTOR, **HOLD)
    assert due(one, case)["tell_authority_of_hold"] == "2025-04-10"
    assert "see_to_hold" not in due(one, case)
    assert notices(one, case)["exit_hold"] == "to_serve"
    one.act(case, "tell_authority", "2025-04-10T18:45", INSPECTOR, **TOLD)
    assert one.refused(case, "confirm_departure", "2025-04-11T17:59", INSPECTOR, **CONFIRMED) == "departure_withheld"
    left(one, case, "2025-04-11T18:00")
    assert kept(one) == [True]


def test_a_hold_is_ended_before_its_time() -> None:
    """The person leaves at once; the same act for exit control gives no second 24 hours."""
    one = ordered()
    case = permitted(one)
    assert one.refused(case, "end_hold", "2025-04-10T18:00", INSPECTOR, **REASONED) == "departure_not_withheld"
    one.act(case, "hold_departure", "2025-04-10T18:30", INSPECTOR, **HOLD)
    assert one.refused(case, "hold_departure", "2025-04-10T18:31", INSPECTOR, **HOLD) == "departure_withheld"
    one.act(case, "end_hold", "2025-04-10T20:00", INSPECTOR, **REASONED)
    assert one.refused(case, "hold_departure", "2025-04-11T18:00", INSPECTOR, **HOLD) == "hold_used_up"
    assert one.refused(case, "see_to_hold", "2025-04-11T18:00", SII, **REASONED) == "no_hold_to_see_to"
    left(one, case, "2025-04-11T18:01")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"notified": False}, "hold_not_notified"),
        ({"excepted": True}, "hold_excepted"),
        ({"ground": "25-2(1)(i)"}, "no_travel_restriction_yet"),
        ({"began_at": "2025-04-09T18:29:00+09:00"}, "hold_used_up"),
    ],
)
def test_what_a_hold_needs(changes: dict[str, Any], code: str) -> None:
    """A ground that an authority notified, in force, without its exceptions, within the 24 hours."""
    one = ordered()
    case = permitted(one)
    assert one.refused(case, "hold_departure", "2025-04-10T18:30", INSPECTOR, **(HOLD | changes)) == code
    assert one.refused(case, "tell_authority", "2025-04-10T18:45", INSPECTOR, **TOLD) == "no_authority_to_tell"


def test_a_hold_that_reaches_the_last_day_is_on_a_persons_desk() -> None:
    """Withheld from 18:00 of 16 April, it may reach the last day, the 17th: a duty by then, lost all the same."""
    one = ordered()
    case = decided(one)
    late = HOLD | {"began_at": "2025-04-16T18:00:00+09:00"}
    one.act(case, "hold_departure", "2025-04-16T18:30", INSPECTOR, **late)
    assert due(one, case)["see_to_hold"] == "2025-04-17"
    one.act(case, "see_to_hold", "2025-04-16T20:00", SII, **REASONED)
    assert "see_to_hold" not in due(one, case)
    assert one.stage(case, "2025-04-18T00:00") == "permitted"


def test_a_hold_beyond_the_last_day_stays_on_a_persons_desk_when_the_year_is_lost() -> None:
    """Withheld from 20:00 of the last day: lost at midnight, and a person still sees to it (A-50)."""
    one = ordered()
    case = decided(one)
    late = HOLD | {"began_at": "2025-04-17T20:00:00+09:00"}
    one.act(case, "hold_departure", "2025-04-17T20:10", INSPECTOR, **late)
    one.act(case, "tell_authority", "2025-04-18T08:00", INSPECTOR, **(TOLD | {"told_at": "2025-04-17T20:15:00+09:00"}))
    assert (one.stage(case), due(one, case)["see_to_hold"]) == ("permitted", "2025-04-17")
    left(one, case, "2025-04-18T20:00")
    assert kept(one) == [False]
    found = {"own_expense_decision_kept": True, "reasons": "held by exit control on the last day; decided so"}
    one.act(denial(one).id, "determine_anew", "2025-04-21", INSPECTOR, **found)
    assert clocks(denial(one)) == {"denial_one_year": "2026-04-18", "denial_five_years": "2030-04-18"}
