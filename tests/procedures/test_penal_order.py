"""The penal order to leave: considered, heard, issued on a reason that holds, handed over, and how it ends."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.soundness import faults
from law.landing import Leaving
from law.penal_order import PenalOrder, PenalReason
from tests.procedures.deportation_story import ordered
from tests.procedures.desk import Desk
from tests.procedures.orders_story import (
    ALL,
    CLERK,
    COUNTRY,
    HEAD,
    ICO,
    INSPECTOR,
    NO_WILL,
    NOTICE,
    SII,
    WORDS,
    applied,
    circumstances,
    codes,
    considered,
    desk,
    facts,
    in_force,
    issued,
    lapse,
    left,
    no_drift,
    position,
    restrictions,
    standing,
    stays,
    try_open,
    withdrawn,
)
from tests.procedures.stories import decide, status_case
from workflows.penal_order_case import LeftUnderPenalOrder

OBSTRUCTION: dict[str, Any] = {"reasons": ["55-2(1)(ii)"], "risk_of_the_like": True}
STAYED = {"scope": "removal", "since": "2025-06-09T08:00:00+09:00"}
RESTRICTED = {"since": "2025-06-09T08:00:00+09:00"}
PLAN: dict[str, Any] = {
    "kind": "regular_flight",
    "destination": "IR",
    "departs_on": "2025-06-06",
    "transport": "XA 101",
    "escorts": ["officer_7"],
}


def issue(one: Desk, case: str, at: str = "2025-06-09T10:00", **changes: Any) -> list[str]:
    """The codes of the refusal to issue."""
    return codes(one.try_act(case, "issue", at, SII, **(NO_WILL | changes)))


def attempted(one: Desk, **outcome: Any) -> None:
    """A removal planned and tried on 6 June that did not succeed."""
    accepting = COUNTRY | {"accepts": True}
    body = {"destination": accepting, "reasons": "looked into"}
    one.act(circumstances(one), "find_destination", "2025-06-05T09:00", SII, **body)
    enforcement = position(one, "2025-06-05").of("Enforcement")[-1].id
    one.act(enforcement, "plan_removal", "2025-06-05T10:00", ICO, **PLAN)
    one.act(enforcement, "record_failed_attempt", "2025-06-06T18:00", ICO, on="2025-06-06", reasons="tried", **outcome)


def kept(one: Desk, at: str) -> tuple[PenalOrder, ...]:
    """What is laid before the rules."""
    return position(one, at).all(PenalOrder)


def test_the_procedure_hangs_together() -> None:
    """No stage without a way in or out, no clock without its start or its lapse."""
    assert faults(ALL["PenalOrder"]) == ()


def test_the_usual_way() -> None:
    """Considered, heard, issued with reasons and period, handed over on 9 June: it binds until 30 June."""
    one = desk()
    case = one.open("PenalOrder", "consider", "2025-06-09T09:00", SII)
    assert (one.stage(case), one.duties(case)) == ("considered", {"hear_opinion"})
    one.act(case, "record_declaration", "2025-06-09T09:10", ICO, on="2025-06-09", **WORDS)
    one.act(case, "hear", "2025-06-09T09:20", SII, on="2025-06-09", opinion="as recorded")
    assert one.duties(case) == {"decide_penal_order"}
    one.act(case, "issue", "2025-06-09T10:00", SII, **NO_WILL)
    assert (one.stage(case), one.duties(case)) == ("issued", {"hand_over_penal_order"})
    assert kept(one, "2025-06-09") == (), "it binds from the hand-over"
    one.act(case, "hand_over", "2025-06-09T11:00", SII)
    assert [(each.kind, each.status.value) for each in one.register.case(case).notices] == [("penal_order", "served")]
    assert standing(one, case)[:2] == ("in_force", date(2025, 6, 30))
    (order,) = kept(one, "2025-06-10")
    assert order.reasons == {PenalReason.NO_WILL_TO_LEAVE}
    assert (order.suspended_since, order.exposed) == (None, False)
    no_drift(one)


def test_who_stays_beyond_the_period_is_exposed_and_nobody_convicted() -> None:
    """72(vii): on 30 June at 23:59 in force, on 1 July at 00:00 the breach is on record; the order binds on."""
    one = desk()
    case = in_force(one)
    lapse(one, "2025-06-30T23:59")
    assert one.stage(case) == "in_force"
    lapse(one, "2025-07-01T00:00")
    assert one.stage(case) == "period_over"
    assert facts(one, case)[-1] == "PenalOrderBreached"
    assert kept(one, "2025-07-01")[0].exposed
    no_drift(one)


def test_nobody_without_an_order_in_force() -> None:
    """55-2(1): before the deportation order, after its withdrawal, and beside another that is open."""
    one = desk()
    considered(one)
    assert codes(try_open(one, "PenalOrder", "consider", "2025-06-09T12:00")) == ["penal_order_under_way"]
    deportation = position(one, "2025-06-10").of("Deportation")[0].id
    one.act(deportation, "withdraw_order", "2025-06-10", SII, reasons="issued in error")
    assert codes(try_open(one, "PenalOrder", "consider", "2025-06-11")) == ["no_order_in_force"]


def test_nothing_of_it_before_10_june_2024() -> None:
    """Before that day Article 55-2 was the departure order; from 00:00 of it only the deportation order is missing."""
    one = Desk(ALL)
    early = codes(try_open(one, "PenalOrder", "consider", "2024-06-09T23:59"))
    assert early == ["penal_order_not_in_the_act", "no_order_in_force"]
    assert codes(try_open(one, "PenalOrder", "consider", "2024-06-10T00:00")) == ["no_order_in_force"]


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"reasons": []}, "no_reason_of_penal_order"),
    ({"reasons": ["55-2(1)(i)", "55-2(1)(ii)"], "risk_of_the_like": True}, "removal_not_obstructed"),
    ({"appropriate": False}, "penal_order_not_appropriate"),
    ({"appropriate": None}, "penal_order_not_appropriate_not_on_record"),
    ({"period_reasonable": False}, "period_not_reasonable"),
    ({"period_reasonable": None}, "period_not_reasonable_not_on_record"),
    ({"stated": None}, "penal_order_not_in_writing"),
]


@pytest.mark.parametrize(("changes", "code"), WRONG)
def test_a_paper_that_does_not_carry_the_order(changes: dict[str, Any], code: str) -> None:
    """46: a reason that holds, appropriateness, a reasonable period, and both in writing."""
    one = desk()
    assert issue(one, considered(one), **changes) == [code]


LAST_DAYS = [
    ("2025-06-08", "last_day_passed"),
    ("2025-06-28", "closed_day"),
    ("2025-07-21", "closed_day"),
    ("2100-01-04", "beyond_calendar"),
]


@pytest.mark.parametrize(("last_day", "code"), LAST_DAYS)
def test_the_last_day_is_a_working_day_to_come(last_day: str, code: str) -> None:
    """A-01: not a Saturday, not Marine Day (Monday 21 July 2025); not a day before the order."""
    one = desk()
    assert issue(one, considered(one), last_day=last_day) == [code]


def test_the_opinion_is_heard_beforehand() -> None:
    """55-2(1): without it no order; that the person would give none is enough."""
    one = desk()
    case = one.open("PenalOrder", "consider", "2025-06-09T09:00", SII)
    one.act(case, "record_declaration", "2025-06-09T09:10", ICO, on="2025-06-09", **WORDS)
    assert issue(one, case) == ["opinion_not_heard"]
    assert one.refused(case, "hear", "2025-06-09T11:00", SII, on="2025-06-10") == "day_to_come"
    assert one.refused(case, "hear", "2025-06-09T11:00", SII, on="2025-06-08") == "day_too_early"
    one.act(case, "hear", "2025-06-09T12:00", SII, on="2025-06-09")
    assert one.register.facts(one.person)[-1].body.given is False  # type: ignore[attr-defined]
    one.act(case, "issue", "2025-06-09T13:00", SII, **NO_WILL)


def test_the_will_must_be_denied_now() -> None:
    """(i): not declared is unknown; taken back is a no; declared again it holds."""
    one = desk()
    case = one.open("PenalOrder", "consider", "2025-06-09T09:00", SII)
    one.act(case, "hear", "2025-06-09T09:20", SII, on="2025-06-09")
    assert issue(one, case) == ["declares_no_lack_of_will_not_on_record"]
    one.act(case, "record_declaration", "2025-06-09T11:00", ICO, on="2025-06-09", **WORDS)
    early = {"on": "2025-06-06", **WORDS}
    assert one.refused(case, "take_declaration_back", "2025-06-10", ICO, **early) == "day_too_early"
    one.act(case, "take_declaration_back", "2025-06-10", ICO, on="2025-06-10", **WORDS)
    assert issue(one, case, "2025-06-11") == ["declares_no_lack_of_will"]
    one.act(case, "record_declaration", "2025-06-12", ICO, on="2025-06-12", **WORDS)
    one.act(case, "issue", "2025-06-12T13:00", SII, **NO_WILL)
    assert one.duties(case) == {"hand_over_penal_order"}


def test_without_a_notice_of_countries_reason_one_is_not_established() -> None:
    """A-08: none known for the day, or the country on it, refuses; the notice of the day of the order counts."""
    one = desk()
    case = considered(one)
    one.register.country_notices = ()
    assert issue(one, case) == ["destination_on_notice_not_on_record"]
    today = replace(NOTICE, effective_from=date(2025, 6, 10), countries=frozenset({"IR"}))
    one.register.country_notices = (NOTICE, today)
    assert issue(one, case, "2025-06-10T00:00") == ["destination_on_notice"]
    later = replace(today, effective_from=date(2025, 6, 11))
    one.register.country_notices = (NOTICE, later)
    one.act(case, "issue", "2025-06-10T23:59", SII, **NO_WILL)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"permitted_by_53": False}, "destination_not_allowed"),
        ({"permitted_by_53": None}, "destination_not_allowed_not_on_record"),
        ({"persecution": True}, "non_refoulement"),
        ({"persecution": None}, "non_refoulement_not_on_record"),
        ({"torture_or_disappearance": True}, "non_refoulement"),
    ],
)
def test_only_a_destination_that_53_gives(changes: dict[str, Any], code: str) -> None:
    """46: a country barred by 53(3), or of which that is not known, founds no penal order."""
    one = desk()
    case = considered(one)
    body = {"destination": COUNTRY | changes, "reasons": "looked into anew"}
    one.act(circumstances(one), "find_destination", "2025-06-09T09:30", SII, **body)
    assert issue(one, case) == [code]


def test_a_destination_must_be_on_record() -> None:
    """Without one nothing can be difficult."""
    one = desk(without=("find_destination",))
    assert set(issue(one, considered(one))) == {
        "destination_not_allowed_not_on_record",
        "non_refoulement_not_on_record",
    }


def test_an_obstructed_removal_and_a_risk_of_the_like() -> None:
    """(ii): an attempt obstructed by force is on record, and the inspector finds the risk; both are needed."""
    one = desk()
    attempted(one, end="obstructed", obstructed_by="force")
    case = considered(one)
    no_risk = OBSTRUCTION | {"risk_of_the_like": False}
    assert issue(one, case, **no_risk) == ["no_risk_of_the_like"]
    assert issue(one, case, **(OBSTRUCTION | {"risk_of_the_like": None})) == ["no_risk_of_the_like_not_on_record"]
    one.register.country_notices = ()
    one.act(case, "issue", "2025-06-09T11:00", SII, **(NO_WILL | OBSTRUCTION))
    assert one.stage(case) == "issued"


def test_an_order_for_an_obstruction_does_not_hang_on_a_declaration() -> None:
    """(ii): whoever takes back what the order was not issued for leaves nothing to be weighed."""
    one = desk()
    attempted(one, end="obstructed", obstructed_by="force")
    case = considered(one)
    one.act(case, "issue", "2025-06-09T11:00", SII, **(NO_WILL | OBSTRUCTION))
    one.act(case, "hand_over", "2025-06-09T12:00", SII)
    one.act(case, "take_declaration_back", "2025-06-10", ICO, on="2025-06-10", **WORDS)
    assert one.duties(case) == set()


def test_an_attempt_that_failed_otherwise_is_no_obstruction() -> None:
    """A captain who refuses, with nothing of what 55-2(1)(ii) names, carries no order."""
    one = desk()
    attempted(one, end="captain_refused")
    assert issue(one, considered(one), **OBSTRUCTION) == ["removal_not_obstructed"]


def test_no_order_while_a_cause_of_suspension_is_there() -> None:
    """A-40: an application, a stay, a restriction, and what is not on record; told before any paper is written."""
    for cause, code in (
        (lambda one: applied(one, "2025-06-09T08:30"), "removal_stopped_by_application"),
        (lambda one: stays(one, "2025-06-09T08:30", STAYED), "stayed_by_a_court"),
        (lambda one: restrictions(one, "2025-06-09T08:30", RESTRICTED), "under_travel_restriction"),
    ):
        one = desk()
        cause(one)
        assert code in issue(one, considered(one))
    for name, code in (
        ("record_court_stays", "stayed_by_a_court_not_on_record"),
        ("record_travel_restrictions", "under_travel_restriction_not_on_record"),
    ):
        one = desk(without=(name,))
        assert issue(one, considered(one)) == [code]


def test_a_cause_that_comes_before_the_hand_over_holds_it() -> None:
    """A-40: the paper waits; when the cause has ended it is handed over, after an extension if its day has passed."""
    one = desk()
    case = issued(one)
    application = applied(one, "2025-06-10T10:00")
    assert one.refused(case, "hand_over", "2025-06-11", SII) == "removal_stopped_by_application"
    withdrawn(one, application, "2025-07-01T10:00")
    assert one.refused(case, "hand_over", "2025-07-02", SII) == "last_day_passed"
    assert one.refused(case, "extend", "2025-07-02", SII, last_day="2025-07-05", reasons="needed") == "closed_day"
    one.act(case, "extend", "2025-07-02", SII, last_day="2025-07-31", reasons="the paper could not be handed over")
    one.act(case, "hand_over", "2025-07-02T13:00", SII)
    assert standing(one, case)[:2] == ("in_force", date(2025, 7, 31))


def test_the_period_may_be_extended_where_needed() -> None:
    """55-2(4): later than before, on a working day, with form 71; after the period nothing is extended."""
    one = desk()
    case = in_force(one)
    extend = {"reasons": "no flight before"}
    assert one.refused(case, "extend", "2025-06-16", SII, last_day="2025-06-30", **extend) == "prolongs_nothing"
    assert one.refused(case, "extend", "2025-06-16", SII, last_day="2025-07-12", **extend) == "closed_day"
    one.act(case, "extend", "2025-06-16", SII, last_day="2025-07-31", **extend)
    assert standing(one, case)[:2] == ("in_force", date(2025, 7, 31))
    assert one.register.case(case).notices[-1].kind == "penal_order_extension"
    lapse(one, "2025-08-01T00:00")
    assert one.refused(case, "extend", "2025-08-01", SII, last_day="2025-08-29", **extend) == "wrong_stage"


def test_what_was_declared_may_be_taken_back_under_the_order() -> None:
    """The order stands until the inspector weighs it; upheld, or withdrawn, or the declaration is made again."""
    one = desk()
    case = in_force(one)
    assert one.refused(case, "uphold", "2025-06-12", SII, reasons="x") == "nothing_taken_back"
    one.act(case, "take_declaration_back", "2025-06-12", ICO, on="2025-06-12", **WORDS)
    assert (one.stage(case), one.duties(case)) == ("in_force", {"weigh_penal_order"})
    one.act(case, "uphold", "2025-06-13", SII, reasons="no ticket was bought")
    assert one.duties(case) == set()
    one.act(case, "record_declaration", "2025-06-16", ICO, on="2025-06-16", **WORDS)
    one.act(case, "take_declaration_back", "2025-06-17", ICO, on="2025-06-17", **WORDS)
    assert one.duties(case) == {"weigh_penal_order"}
    one.act(case, "record_declaration", "2025-06-17T13:00", ICO, on="2025-06-17", **WORDS)
    assert one.duties(case) == set()
    one.act(case, "take_declaration_back", "2025-06-17T14:00", ICO, on="2025-06-17", **WORDS)
    one.act(case, "withdraw", "2025-06-18", SII, reasons="a ticket was bought")
    assert (one.stage(case), one.duties(case)) == ("withdrawn", set())


def test_it_may_be_withdrawn_at_every_stage_with_reasons() -> None:
    """The general power of who issued it: before the hand-over, in force, suspended, after the period."""
    for way, stage in ((issued, "issued"), (in_force, "in_force"), (_suspended, "suspended"), (_over, "period_over")):
        one = desk()
        case = way(one)
        assert one.stage(case) == stage
        assert one.refused(case, "withdraw", "2025-08-01", SII) == "malformed"
        one.act(case, "withdraw", "2025-08-01", SII, reasons="stated")
        assert (one.stage(case), one.register.case(case).running_clocks) == ("withdrawn", ())
        one.open("PenalOrder", "consider", "2025-08-04", SII)


def _suspended(one: Desk) -> str:
    case = in_force(one)
    applied(one, "2025-06-20T10:00")
    return case


def _over(one: Desk) -> str:
    case = in_force(one)
    lapse(one, "2025-07-01T00:00")
    return case


def test_a_question_may_be_dropped() -> None:
    """Considered and not issued."""
    one = desk()
    case = considered(one)
    one.act(case, "drop", "2025-06-10", SII, reasons="a flight was found")
    assert (one.stage(case), facts(one, case)[-1]) == ("not_issued", "PenalOrderNotIssued")


@pytest.mark.parametrize("by", [ICO, INSPECTOR, HEAD, CLERK])
def test_the_supervising_inspector_alone_orders(by: str) -> None:
    """55-2(1): nobody else considers, hears, issues, hands over, extends or withdraws."""
    one = desk()
    assert codes(try_open(one, "PenalOrder", "consider", "2025-06-09", by)) == ["no_power"]
    case = considered(one)
    assert one.refused(case, "issue", "2025-06-09T10:00", by, **NO_WILL) == "no_power"
    one.act(case, "issue", "2025-06-09T10:00", SII, **NO_WILL)
    assert one.refused(case, "hand_over", "2025-06-09T11:00", by) == "no_power"
    assert one.refused(case, "withdraw", "2025-06-09T11:00", by, reasons="x") == "no_power"


def test_leaving_under_it_counts_as_deported() -> None:
    """55-2(6): left on the last day: the order ends, and the denial of landing knows how the person left."""
    one = desk()
    case = in_force(one)
    left(one, "2025-06-30T20:00")
    assert one.stage(case) == "left"
    assert facts(one, case)[-1] == "LeftUnderPenalOrder"
    left_under = [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, LeftUnderPenalOrder)]
    assert [fact.in_time for fact in left_under] == [True]
    denial = position(one, "2025-07-01").of("LandingDenial")[0]
    assert denial.state.left.leaving is Leaving.PENAL_ORDER
    no_drift(one)


def test_a_departure_in_time_that_is_entered_later_was_no_breach() -> None:
    """Left on 27 June, entered on 3 July: the exposure on record was none."""
    one = desk()
    case = in_force(one)
    left(one, "2025-07-03T10:00", "2025-06-27")
    assert facts(one, case)[-3:] == ["PenalOrderBreached", "ExposureFell", "LeftUnderPenalOrder"]
    assert not kept(one, "2025-07-04")[0].exposed
    late = desk()
    case = in_force(late)
    left(late, "2025-07-03T10:00")
    assert facts(late, case)[-2:] == ["PenalOrderBreached", "LeftUnderPenalOrder"]
    assert kept(late, "2025-07-04")[0].exposed


@pytest.mark.parametrize("way", [considered, issued, _suspended])
def test_who_leaves_while_it_does_not_bind_does_not_leave_under_it(way: Any) -> None:
    """Before the hand-over, and while it stands still: the order only loses its object."""
    one = desk()
    case = way(one)
    left(one, "2025-06-25T10:00")
    assert (one.stage(case), facts(one, case)[-1]) == ("object_lost", "PenalOrderEnded")
    assert position(one, "2025-07-01").of("LandingDenial")[0].state.left.leaving is Leaving.BY_ONESELF


def test_removal_goes_on_beside_it() -> None:
    """55-2(5): the gate asks nothing of the order; who is removed within the period is removed."""
    one = desk()
    case = in_force(one)
    answer, told = one.removal("2025-06-10")
    assert answer == "no"
    assert not [code for code in told if "penal" in code]
    enforcement = position(one, "2025-06-10").of("Enforcement")[0].id
    one.act(enforcement, "record_removal_against_gate", "2025-06-20T10:00", INSPECTOR, reasons="taken to the flight")
    assert one.stage(case) == "left"
    assert position(one, "2025-06-21").of("LandingDenial")[0].state.left.leaving is Leaving.REMOVED


@pytest.mark.parametrize("way", [considered, issued, in_force, _suspended])
def test_death_ends_it(way: Any) -> None:
    """All ends."""
    one = desk()
    case = way(one)
    one.act(circumstances(one), "record_death", "2025-06-25", INSPECTOR, on="2025-06-25")
    assert one.stage(case) == "object_lost"


@pytest.mark.parametrize("way", [considered, issued, in_force, _suspended])
def test_it_ends_with_the_order_it_rests_on(way: Any) -> None:
    """Withdrawn, the deportation order takes it along in the same instant; another order needs another one."""
    one = desk()
    case = way(one)
    deportation = position(one, "2025-06-20").of("Deportation")[0].id
    one.act(deportation, "withdraw_order", "2025-06-25", SII, reasons="issued in error")
    assert (one.stage(case), facts(one, case)[-1]) == ("without_effect", "PenalOrderEnded")
    assert one.duties(case) == set()
    no_drift(one)


def test_a_grant_of_status_ends_it() -> None:
    """61-2-9(1): with the hand-over of the card no step of Chapter 5 is left, though the order is not withdrawn yet."""
    one = desk()
    case = in_force(one)
    application = applied(one, "2025-06-20T10:00")
    decide(one, application, "2025-07-04", outcome="refugee")
    grant = status_case(one)
    one.act(grant, "grant_status", "2025-07-07", HEAD, barred_ground=False, reasons="none")
    assert one.stage(case) == "suspended", "recognised, but the card is not handed over"
    one.act(grant, "hand_over_status", "2025-07-10", INSPECTOR, paper="residence_card")
    assert one.stage(case) == "without_effect"
    assert codes(try_open(one, "PenalOrder", "consider", "2025-07-11")) == ["grant_bars"]


def test_a_second_deportation_order_does_not_revive_it() -> None:
    """The order rests on one case; a new order on another ground needs a new one."""
    one = desk()
    case = in_force(one)
    deportation = position(one, "2025-06-20").of("Deportation")[0].id
    one.act(deportation, "withdraw_order", "2025-06-25", SII, reasons="issued in error")
    ordered(one, "2025-07-07")
    assert one.stage(case) == "without_effect"
    in_force(one, "2025-07-08", last_day="2025-07-31")


def test_what_a_breach_says() -> None:
    """The fact names the last day, and no more: no person's words go into it."""
    one = desk()
    case = in_force(one)
    lapse(one, "2025-07-01T00:00")
    breach = next(fact.body for fact in one.register.facts(one.person) if fact.kind == "PenalOrderBreached")
    assert breach.model_dump(mode="json") == {"last_day": "2025-06-30"}
    assert one.register.case(case).state.exposed_at is not None
