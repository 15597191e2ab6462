"""The carrier at its own cost (59), police and coast guard (52(2)), and attempts that did not succeed."""

from datetime import date
from typing import Any

import pytest

from law.enforcement import Obstruction, RemovalAttempt
from law.landing import Leaving
from tests.procedures import orders_story
from tests.procedures.desk import Desk
from tests.procedures.removal_story import (
    CARRIER,
    COUNTRY,
    ICO,
    PLAN,
    SII,
    authorised,
    boarded,
    body_of,
    circumstances,
    do,
    facts,
    last,
    no_drift,
    pending,
    planned,
    position,
    refused,
    requested,
    stage,
)
from workflows.papers.removal_duties import CARRIER_NOTICE

REASONED = {"reasons": "stated"}
ASKED: dict[str, Any] = {"authority": "police", "officers_lacking": True, "reasons": "three officers on leave"}
REPORTED: dict[str, Any] = {"carried_out": False, "order_returned": True, "note": "could not be executed"}


def with_carrier() -> Desk:
    """Handed over to the carrier at 10:05 with paper 64."""
    one = authorised(**CARRIER)
    do(one, "hand_over_to_carrier", "2025-06-09T10:05", plan=1)
    return one


def test_a_carrier_gets_paper_64_and_another_authorisation_boards() -> None:
    """The hand-over consumes one authorisation, the boarding another: both are stopped alike (61-2-9(3))."""
    one = authorised(**CARRIER)
    assert refused(one, "board", "2025-06-09T10:04", plan=1) == "hand_over_first"
    do(one, "hand_over_to_carrier", "2025-06-09T10:05", plan=1)
    assert stage(one) == "with_carrier"
    (notice,) = one.register.case(last(one)).notices
    assert (notice.kind, notice.served_on) == (CARRIER_NOTICE.name, date(2025, 6, 9))
    assert one.duties(last(one)) == {"follow_carrier"}
    assert refused(one, "board", "2025-06-09T10:06", plan=1) == "wrong_stage"
    do(one, "request_removal", "2025-06-09T10:06", plan=1)
    do(one, "authorise_removal", "2025-06-09T10:07", by=SII, plan=1)
    assert refused(one, "hand_over_to_carrier", "2025-06-09T10:08", plan=1) == "handed_over_already"
    do(one, "board", "2025-06-09T10:08", plan=1)
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    assert stage(one) == "removed"
    no_drift(one)


def test_only_a_carrier_case_is_handed_over() -> None:
    """A removal by regular flight is not handed over to anybody."""
    assert refused(authorised(), "hand_over_to_carrier", "2025-06-09T10:05", plan=1) == "not_a_carrier_case"


def test_a_hand_over_is_gated_as_a_boarding_is() -> None:
    """A stay at 10:04: nobody is handed over at 10:05."""
    one = authorised(**CARRIER)
    stays = [{"scope": "removal", "since": "2025-06-09T10:04:00+09:00"}]
    one.act(circumstances(one), "record_court_stays", "2025-06-09T10:04", SII, stays=stays)
    assert refused(one, "hand_over_to_carrier", "2025-06-09T10:05", plan=1) == "wrong_stage"


def test_a_stop_takes_the_person_back_from_the_carrier() -> None:
    """A stay while the carrier has the person: the removal is to be stopped, and the person is taken back."""
    one = with_carrier()
    stays = [{"scope": "removal", "since": "2025-06-09T12:00:00+09:00"}]
    one.act(circumstances(one), "record_court_stays", "2025-06-09T12:00", SII, stays=stays)
    assert one.duties(last(one)) == {"follow_carrier", "stop_removal"}
    do(one, "record_failed_attempt", "2025-06-09T13:00", on="2025-06-09", end="stopped", reasons="taken back")
    assert (stage(one), one.duties(last(one))) == ("pending", {"carry_out_order"})


def test_another_ship_is_owed_at_the_carrier_s_cost() -> None:
    """59(2): its own ship cannot; it names another one, which is the plan from then on."""
    one = with_carrier()
    do(one, "record_ship_unavailable", "2025-06-09T15:00", **REASONED)
    assert facts(one)[-1] == "OtherShipOwed"
    other = {"departs_on": "2025-06-11", "transport": "ship B", "reasons": "told by the carrier"}
    assert refused(one, "name_other_ship", "2025-06-09T16:00", **(other | {"departs_on": "2025-06-08"})) == (
        "departs_in_the_past"
    )
    do(one, "name_other_ship", "2025-06-09T16:00", **other)
    plan = one.register.case(last(one)).state.plan
    assert (plan.number, plan.transport, plan.departs_on) == (2, "ship B", date(2025, 6, 11))
    (duty,) = one.register.case(last(one)).open_duties
    assert (duty.kind, duty.due_on) == ("follow_carrier", date(2025, 6, 11))
    assert refused(one, "request_removal", "2025-06-11T09:00", plan=1) == "not_this_plan"
    do(one, "request_removal", "2025-06-11T09:00", plan=2)


def test_a_carrier_that_fails_is_exposed_and_the_order_is_to_be_carried_out_still() -> None:
    """77(iv) is an exposure on record, never a finding; the person is back with the control officers."""
    one = with_carrier()
    do(one, "record_carrier_failure", "2025-06-12", **REASONED)
    assert body_of(one, "CarrierFailed").exposure == "77(iv)"
    assert (stage(one), one.duties(last(one))) == ("pending", {"carry_out_order"})


@pytest.mark.parametrize(("passport", "visa"), [(True, False), (False, True)])
def test_waiting_costs_are_waived_for_a_passport_with_a_visa(passport: bool, visa: bool) -> None:
    """59(3): without either the carrier bears them; it is the supervising inspector who waives."""
    one = with_carrier()
    body: dict[str, Any] = {"valid_passport": passport, "visa": visa, "in_full": False, "reasons": "stated"}
    assert refused(one, "waive_waiting_costs", "2025-06-10", SII, **body) == "no_passport_with_visa"
    body |= {"valid_passport": True, "visa": True}
    assert refused(one, "waive_waiting_costs", "2025-06-10", **body) == "no_power"
    do(one, "waive_waiting_costs", "2025-06-10", by=SII, **body)
    assert facts(one)[-1] == "WaitingCostsWaived"


def test_police_are_asked_only_for_lack_of_officers() -> None:
    """52(2): lacking, once at a time, and asked by the supervising inspector."""
    one = pending()
    assert refused(one, "ask_police", "2025-06-04", SII, **(ASKED | {"officers_lacking": False})) == (
        "officers_not_lacking"
    )
    assert refused(one, "ask_police", "2025-06-04", **ASKED) == "no_power"
    do(one, "ask_police", "2025-06-04", by=SII, **ASKED)
    assert refused(one, "ask_police", "2025-06-05", SII, **ASKED) == "asked_already"
    assert "receive_result_of_execution" in one.duties(last(one))


def test_the_order_comes_back_with_the_result() -> None:
    """Ord. 46: executed or impossible, the result is told and the order given back with a note of it."""
    one = pending()
    assert refused(one, "receive_result", "2025-06-04", SII, **REPORTED) == "nobody_asked"
    do(one, "ask_police", "2025-06-04", by=SII, **(ASKED | {"authority": "coast_guard"}))
    assert refused(one, "receive_result", "2025-06-06", SII, **(REPORTED | {"order_returned": False})) == (
        "order_not_returned"
    )
    assert refused(one, "receive_result", "2025-06-06", SII, **(REPORTED | {"carried_out": True})) == (
        "result_does_not_fit"
    )
    do(one, "receive_result", "2025-06-06", by=SII, **REPORTED)
    assert one.duties(last(one)) == {"carry_out_order"}


def test_the_result_is_owed_beyond_the_removal() -> None:
    """Removed by the police through the same gate: the result and the order are still to come back."""
    one = planned()
    do(one, "ask_police", "2025-06-05", by=SII, **ASKED)
    boarded(one)
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    assert one.duties(last(one)) == {"receive_result_of_execution"}
    assert refused(one, "receive_result", "2025-06-10", SII, **REPORTED) == "result_does_not_fit"
    do(one, "receive_result", "2025-06-10", by=SII, **(REPORTED | {"carried_out": True}))
    assert not one.duties(last(one))


@pytest.mark.parametrize("by", list(Obstruction))
def test_an_obstruction_is_laid_before_the_rules(by: Obstruction) -> None:
    """What was done against the removal stays on record for 55-2(1)(ii)."""
    one = boarded()
    failed = {"on": "2025-06-09", "end": "obstructed", "reasons": "stated"}
    assert refused(one, "record_failed_attempt", "2025-06-09T10:20", **failed) == "obstruction_not_named"
    do(one, "record_failed_attempt", "2025-06-09T10:20", **failed, obstructed_by=by.value)
    assert position(one).all(RemovalAttempt) == (RemovalAttempt(date(2025, 6, 9), by),)
    assert stage(one) == "pending"


def test_a_captain_s_refusal_is_no_obstruction() -> None:
    """The captain refused, for whatever the person did or did not do: both stand on record apart."""
    one = boarded()
    failed = {"on": "2025-06-09", "end": "captain_refused", "reasons": "stated"}
    do(one, "record_failed_attempt", "2025-06-09T10:20", **failed)
    boarded_again(one, plan=2, day="2025-06-16")
    failed |= {"on": "2025-06-16", "obstructed_by": "force"}
    do(one, "record_failed_attempt", "2025-06-16T10:20", **failed)
    assert position(one).all(RemovalAttempt) == (
        RemovalAttempt(date(2025, 6, 9), None, captain_refused=True),
        RemovalAttempt(date(2025, 6, 16), Obstruction.FORCE, captain_refused=True),
    )


def boarded_again(one: Desk, plan: int, day: str) -> None:
    """Planned, requested, authorised and boarded anew on a day."""
    do(one, "plan_removal", f"{day}T08:00", **(PLAN | {"departs_on": day}))
    do(one, "request_removal", f"{day}T09:30", plan=plan)
    do(one, "authorise_removal", f"{day}T10:00", by=SII, plan=plan)
    do(one, "board", f"{day}T10:05", plan=plan)


@pytest.mark.parametrize("started", [planned, requested, authorised])
def test_an_attempt_may_fail_before_the_boarding(started: object) -> None:
    """On the way to the airport, at whatever stage: back to the beginning, with the facts."""
    assert callable(started)
    one = started()
    failed = {"on": "2025-06-09", "end": "obstructed", "obstructed_by": "deceit", "reasons": "stated"}
    do(one, "record_failed_attempt", "2025-06-09T10:06", **failed)
    assert stage(one) == "pending"
    assert not one.register.case(last(one)).running_clocks
    no_drift(one)


def test_a_state_that_refuses_is_no_destination_any_more() -> None:
    """Turned back at the border: the destination is closed until it is found anew (53(2))."""
    one = boarded()
    failed = {"on": "2025-06-10", "end": "receiving_state_refused", "reasons": "stated"}
    do(one, "record_failed_attempt", "2025-06-10", **failed)
    assert one.removal("2025-06-10") == ("no", {"destination_not_allowed"})
    assert refused(one, "plan_removal", "2025-06-11", **(PLAN | {"departs_on": "2025-06-20"})) == (
        "destination_not_allowed"
    )
    one.act(circumstances(one), "find_destination", "2025-06-12", SII, destination=COUNTRY, reasons="agreed anew")
    do(one, "plan_removal", "2025-06-13", **(PLAN | {"departs_on": "2025-06-20"}))


def test_days_of_an_attempt_and_of_a_departure() -> None:
    """Neither before it began nor to come; the departure not before the boarding."""
    one = boarded()
    failed = {"end": "health", "reasons": "stated"}
    assert refused(one, "record_failed_attempt", "2025-06-09T10:20", **failed, on="2025-06-10") == "day_to_come"
    assert refused(one, "record_failed_attempt", "2025-06-09T10:20", **failed, on="2025-06-01") == "day_too_early"
    assert refused(one, "record_removed", "2025-06-10", on="2025-06-08") == "day_too_early"
    do(one, "record_removed", "2025-06-10", on="2025-06-09")
    assert body_of(one, "Departed").on == date(2025, 6, 9)


def test_orders_with_penalties_beside_it_do_not_void_an_authorisation() -> None:
    """55-2(5): within the period of a penal order, and beside a passport order, the removal goes its way."""
    one = orders_story.desk()
    orders_story.in_force(one)
    orders_story.commanded(one, "2025-06-10")
    one.act(last(one, "Deportation"), "show_order", "2025-06-11T09:00", ICO)
    told = {"notice": {"told_on": "2025-06-11"}}
    one.act(circumstances(one), "tell_removal", "2025-06-11T09:10", ICO, **told)
    body = {"destination": orders_story.COUNTRY | {"accepts": True}, "reasons": "agreed"}
    one.act(circumstances(one), "find_destination", "2025-06-11T09:20", SII, **body)
    do(one, "plan_removal", "2025-06-11T10:00", **(PLAN | {"destination": "IR", "departs_on": "2025-06-16"}))
    do(one, "request_removal", "2025-06-16T09:30", plan=1)
    do(one, "authorise_removal", "2025-06-16T10:00", by=SII, plan=1)
    assert stage(one) == "authorised"
    do(one, "board", "2025-06-16T10:05", plan=1)
    do(one, "record_removed", "2025-06-16T11:40", on="2025-06-16")
    assert one.register.case(last(one, "LandingDenial")).state.left.leaving is Leaving.REMOVED
    assert all(one.register.case(last(one, each)).stage.closed for each in ("PenalOrder", "PassportOrder"))
    no_drift(one)


def test_who_leaves_under_a_penal_order_is_deemed_deported() -> None:
    """55-2(6): the departure that another case saw is told to the denial of landing as what it is."""
    one = orders_story.desk()
    orders_story.in_force(one)
    orders_story.left(one, "2025-06-20T12:00")
    assert stage(one) == "left"
    assert one.register.case(last(one, "LandingDenial")).state.left.leaving is Leaving.PENAL_ORDER
    assert len(position(one).of("LandingDenial")) == 1
