"""The execution of a deportation order: planned, requested, authorised by a second officer, boarded, removed."""

from typing import Any

import pytest

from engine.command import Outcome
from law.enforcement import AuthorisedRemoval
from law.landing import Leaving
from tests.procedures.desk import Desk, jst
from tests.procedures.removal_story import (
    BOTH,
    CARRIER,
    CLERK,
    COUNTRY,
    ICO,
    INSPECTOR,
    OTHER_ICO,
    OTHER_SII,
    PLAN,
    SII,
    authorised,
    boarded,
    circumstances,
    codes,
    do,
    facts,
    last,
    no_drift,
    number,
    pending,
    planned,
    position,
    refused,
    requested,
    stage,
)


def authorisations(one: Desk) -> tuple[AuthorisedRemoval, ...]:
    """What stands authorised."""
    return position(one).all(AuthorisedRemoval)


def test_the_order_is_to_be_carried_out_from_its_issue() -> None:
    """With each order its enforcement begins, in the same filing, and the execution is owed."""
    one = pending()
    assert stage(one) == "pending"
    assert one.duties(last(one)) == {"carry_out_order"}
    assert one.register.case(last(one)).opened_at == jst("2025-06-02T12:00")


def test_a_removal_passes_the_gate_and_ends_everything() -> None:
    """Planned, requested, authorised, boarded at 10:05, left: every case of the person ends, landing is denied."""
    one = boarded()
    assert authorisations(one) == ()
    assert one.duties(last(one)) == {"record_outcome_of_boarding"}
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    assert stage(one) == "removed"
    assert position(one).circumstances.left_on is not None
    for ended in ("Circumstances", "Deportation", "Detention", "Enforcement"):
        assert one.register.case(last(one, ended)).stage.closed
    assert one.register.case(last(one, "LandingDenial")).state.left.leaving is Leaving.REMOVED
    assert "RemovedAgainstGate" not in facts(one)
    assert facts(one)[-2:] == ["RemovedUnderOrder", "Departed"]
    no_drift(one)


def test_an_authorisation_is_on_record_while_it_stands() -> None:
    """Who requested, who authorised, which plan, where to, and until when."""
    one = authorised(batch="charter_1", kind="chartered_flight", transport="charter")
    (found,) = authorisations(one)
    assert (found.plan, found.destination, found.batch) == (1, "XA", "charter_1")
    assert (found.requested_by, found.authorised_by) == (ICO, SII)
    assert (found.given_at, found.until) == (jst("2025-06-09T10:00"), jst("2025-06-09T10:10"))


def test_the_same_officer_never_does_both() -> None:
    """Somebody who holds both powers requests, and cannot authorise; another one can."""
    one = planned()
    do(one, "request_removal", "2025-06-09T09:30", by=BOTH, plan=1)
    assert refused(one, "authorise_removal", "2025-06-09T10:00", by=BOTH, plan=1) == "same_officer"
    do(one, "authorise_removal", "2025-06-09T10:00", by=OTHER_SII, plan=1)
    assert stage(one) == "authorised"


def test_who_may_do_what_at_the_gate() -> None:
    """A control officer requests and boards, a supervising inspector authorises; nobody enters it for another."""
    one = planned()
    assert refused(one, "request_removal", "2025-06-09T09:30", by=SII, plan=1) == "no_power"
    do(one, "request_removal", "2025-06-09T09:30", plan=1)
    assert refused(one, "authorise_removal", "2025-06-09T10:00", by=OTHER_ICO, plan=1) == "no_power"
    command = one.register.history(one.person)[-1].entry.command
    for_another = command.model_copy(
        update={
            "id": "for-another",
            "act": "authorise_removal",
            "occurred_at": jst("2025-06-09T10:00"),
            "received_at": jst("2025-06-09T10:00"),
            "decided_by": SII,
            "entered_by": CLERK,
        }
    )
    assert "decider_enters_in_person" in codes(one.register.file(for_another))
    do(one, "authorise_removal", "2025-06-09T10:00", by=SII, plan=1)
    assert refused(one, "board", "2025-06-09T10:05", by=OTHER_SII, plan=1) == "no_power"
    do(one, "board", "2025-06-09T10:05", by=OTHER_ICO, plan=1)


@pytest.mark.parametrize("act", ["authorise_removal", "board"])
def test_nothing_at_the_gate_is_backdated(act: str) -> None:
    """Entered a minute after it is said to have been done: refused, whatever the gate would have said then."""
    one, by, at = (requested(), SII, "10:00") if act == "authorise_removal" else (authorised(), ICO, "10:04")
    filed = one.try_act(last(one), act, f"2025-06-09T{at}", by, received="2025-06-09T10:05", plan=1)
    assert codes(filed) == {"not_entered_as_it_happens"}


def test_a_correction_cannot_move_an_authorisation_either() -> None:
    """What was authorised at 10:00 is not made to have been authorised at 10:03."""
    one = authorised()
    target = one.register.history(one.person)[-1].entry.id
    filed = one.correct(
        last(one), target, "2025-06-09T10:04", occurred_at=jst("2025-06-09T10:03").isoformat(), reason="r"
    )
    assert filed.outcome is Outcome.REFUSED
    assert stage(one) == "authorised"


def test_an_authorisation_runs_out_at_ten_minutes_exactly() -> None:
    """Boarding at 10:09:59 is in time; at 10:10:00 the authorisation is spent and the request stands again."""
    one = authorised()
    assert stage(one, "2025-06-09T10:09:59") == "authorised"
    assert stage(one, "2025-06-09T10:10:00") == "requested"
    assert refused(one, "board", "2025-06-09T10:10:00", plan=1) == "wrong_stage"
    assert facts(one)[-1] == "AuthorisationSpent"
    assert one.duties(last(one)) >= {"authorise_removal"}
    do(one, "authorise_removal", "2025-06-09T10:11", by=SII, plan=1)
    do(one, "board", "2025-06-09T10:20:59", plan=1)
    no_drift(one)


def test_a_second_boarding_needs_a_second_authorisation() -> None:
    """The boarding consumes it: neither on board nor after turning back does it open the gate again."""
    one = boarded()
    assert refused(one, "board", "2025-06-09T10:06", plan=1) == "wrong_stage"
    do(one, "record_failed_attempt", "2025-06-09T10:07", on="2025-06-09", end="transport", reasons="engine")
    assert refused(one, "board", "2025-06-09T10:08", plan=1) == "wrong_stage"
    do(one, "plan_removal", "2025-06-09T10:08", **PLAN)
    assert refused(one, "board", "2025-06-09T10:09", plan=2) == "wrong_stage"


def test_an_authorisation_is_of_one_plan() -> None:
    """Requested, authorised and boarded under the plan that stands, and under no other."""
    one = planned()
    do(one, "plan_removal", "2025-06-05", **(PLAN | {"transport": "XA 202"}))
    assert number(one) == 2
    assert refused(one, "request_removal", "2025-06-09T09:30", plan=1) == "not_this_plan"
    do(one, "request_removal", "2025-06-09T09:30", plan=2)
    assert refused(one, "authorise_removal", "2025-06-09T10:00", by=SII, plan=1) == "not_this_plan"
    do(one, "authorise_removal", "2025-06-09T10:00", by=SII, plan=2)
    assert refused(one, "board", "2025-06-09T10:05", plan=1) == "not_this_plan"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"destination": "XB"}, "plan_not_bound_to_destination"),
        ({"departs_on": "2025-06-03"}, "departs_in_the_past"),
        ({"batch": "charter_1"}, "batch_without_charter"),
        ({"kind": "carrier"}, "carrier_not_named"),
        ({"carrier": CARRIER["carrier"]}, "carrier_not_named"),
        ({"kind": "assisted_return"}, "no_wish_to_return"),
        ({"kind": "assisted_return", "assistance": {"body": "IOM", "wishes_to_return": False}}, "no_wish_to_return"),
        ({"assistance": {"body": "IOM", "wishes_to_return": True}}, "no_wish_to_return"),
        ({"kind": "carrier", "carrier": {"name": "A", "knew": True}}, "carrier_not_on_record"),
        ({"kind": "carrier", "carrier": {"name": "A", "landed_on": "2020-06-01", "knew": True}}, "landed_too_long_ago"),
        (
            {"kind": "carrier", "carrier": {"name": "A", "landed_on": "2023-01-09", "knew": False}},
            "carrier_did_not_know",
        ),
        ({"kind": "carrier", "carrier": {"name": "A", "landed_on": "2025-06-05", "knew": True}}, "day_to_come"),
    ],
)
def test_what_a_plan_needs(changes: dict[str, Any], code: str) -> None:
    """Bound to the destination found, in the future, with what its kind needs and nothing of another kind."""
    assert refused(pending(), "plan_removal", "2025-06-04", **(PLAN | changes)) == code


def test_no_plan_without_a_lawful_destination() -> None:
    """Not on record; feared; not receiving: nothing is planned."""
    one = pending(without="find_destination")
    assert refused(one, "plan_removal", "2025-06-04", **PLAN) == "no_destination_found"
    found = {"country": "XA", "permitted_by_53": True, "accepts": True, "persecution": True}
    body = {"destination": found | {"torture_or_disappearance": False}, "reasons": "heard"}
    one.act(circumstances(one), "find_destination", "2025-06-04", SII, **body)
    assert refused(one, "plan_removal", "2025-06-04T13:00", **PLAN) == "non_refoulement"
    one.act(circumstances(one), "find_serious_harm", "2025-06-04T14:00", "minister", applies=True, reasons="found")
    do(one, "plan_removal", "2025-06-04T15:00", **PLAN)


def test_a_plan_falls_with_another_destination() -> None:
    """The destination found anew is another country: the plan to the first one is gone, and the request with it."""
    one = requested()
    body = {"destination": COUNTRY | {"country": "XB"}, "reasons": "heard"}
    one.act(circumstances(one), "find_destination", "2025-06-09T09:40", SII, **body)
    assert stage(one) == "pending"
    assert "PlanFell" in facts(one)
    assert refused(one, "plan_removal", "2025-06-09T09:50", **PLAN) == "plan_not_bound_to_destination"
    do(one, "plan_removal", "2025-06-09T09:50", **(PLAN | {"destination": "XB"}))
    no_drift(one)


def test_a_plan_stands_when_the_same_destination_is_found_again() -> None:
    """The same country, looked into again: the plan and its request stand."""
    one = requested()
    body = {"destination": COUNTRY, "reasons": "heard again"}
    one.act(circumstances(one), "find_destination", "2025-06-09T09:40", SII, **body)
    assert stage(one) == "requested"


def test_plan_request_and_authorisation_are_given_up() -> None:
    """Each goes back to where it came from; nothing is left of an authorisation that was given up."""
    one = authorised()
    do(one, "give_up_authorisation", "2025-06-09T10:01", reasons="fog")
    assert (stage(one), authorisations(one)) == ("planned", ())
    do(one, "request_removal", "2025-06-09T10:02", plan=1)
    do(one, "give_up_authorisation", "2025-06-09T10:03", reasons="fog")
    do(one, "give_up_plan", "2025-06-09T10:04", reasons="fog")
    assert stage(one) == "pending"
    assert one.duties(last(one)) == {"carry_out_order"}


def test_a_removal_is_not_authorised() -> None:
    """The supervising inspector refuses with reasons: the plan stands, the request is gone."""
    one = requested()
    do(one, "refuse_removal", "2025-06-09T09:50", by=SII, reasons="not fit to travel")
    assert stage(one) == "planned"
    assert refused(one, "authorise_removal", "2025-06-09T10:00", by=SII, plan=1) == "wrong_stage"


def test_assisted_return_is_a_removal_in_law() -> None:
    """AVRR passes the same gate; who leaves so is deported."""
    one = boarded(kind="assisted_return", assistance={"body": "IOM", "wishes_to_return": True}, escorts=[])
    do(one, "record_removed", "2025-06-09T12:00", on="2025-06-09")
    assert one.register.case(last(one, "LandingDenial")).state.left.leaving is Leaving.REMOVED


def test_information_is_asked_for_without_a_change() -> None:
    """52(14): a body is asked; the case stays where it is."""
    one = planned()
    do(one, "ask_for_information", "2025-06-05", body="an airline", what="seats")
    assert (stage(one), facts(one)[-1]) == ("planned", "InformationAsked")


def test_nobody_enforces_what_is_without_effect() -> None:
    """The order withdrawn: the enforcement ends with it, whatever was planned."""
    one = requested()
    deportation = last(one, "Deportation")
    one.act(deportation, "withdraw_order", "2025-06-09T09:40", SII, reasons="stated")
    assert stage(one) == "without_effect"
    assert not one.duties(last(one))
    assert refused(one, "plan_removal", "2025-06-09T09:50", **PLAN) == "wrong_stage"
    no_drift(one)


def test_death_ends_it() -> None:
    """The person died: nothing is to be carried out."""
    one = planned()
    one.act(circumstances(one), "record_death", "2025-06-05", "registrar", on="2025-06-05")
    assert stage(one) == "object_lost"
    assert "LandingDenial" not in {case.procedure for case in position(one).cases.values()}


def test_who_leaves_by_oneself_is_not_removed() -> None:
    """Departure seen elsewhere: LEFT, landing denied once and as of an order, nothing authorised any more."""
    one = authorised()
    one.act(circumstances(one), "record_departure", "2025-06-09T10:04", INSPECTOR, on="2025-06-09")
    assert (stage(one), authorisations(one)) == ("left", ())
    denials = position(one).of("LandingDenial")
    assert [one.state.left.leaving for one in denials] == [Leaving.BY_ONESELF]
    assert one.register.case(last(one)).state.left_on is not None
    no_drift(one)


def test_a_new_order_has_an_enforcement_of_its_own() -> None:
    """Withdrawn and issued again in another case: the second order is carried out by a second enforcement."""
    one = pending()
    one.act(last(one, "Deportation"), "withdraw_order", "2025-06-09T09:40", SII, reasons="stated")
    assert [case.stage.value for case in position(one).of("Enforcement")] == ["without_effect"]
    case = one.open(
        "Deportation", "investigate", "2025-07-01T08:00", ICO,
        grounds=[{"ground": "24(iv)(ro)", "since": "2025-01-07"}], reasons="stated",
    )  # fmt: skip
    assert one.stage(case) == "investigated"
    assert len(position(one).of("Enforcement")) == 1
