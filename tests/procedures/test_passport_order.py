"""The order to apply for a passport: each commanded act, done or not, on demand or not; extension, pause, and ends."""

from datetime import date
from typing import Any

import pytest

from engine.soundness import faults
from law.passport_order import CommandedAct
from tests.procedures.desk import Desk
from tests.procedures.orders_story import (
    ALL,
    CLERK,
    COMMANDED,
    HEAD,
    ICO,
    INSPECTOR,
    SII,
    applied,
    circumstances,
    codes,
    commanded,
    desk,
    facts,
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
from workflows.passport_order_case import PassportOrderBreached

ON_DEMAND = ["48-2(iii)", "48-2(v)", "48-2(vi)", "48-2(vii)", "48-2(viii)"]
AT_ONCE = ["52(12)", "48-2(i)", "48-2(ii)", "48-2(iv)"]
ASKED_BY = dict(zip(ON_DEMAND, ["embassy", "carrier", "foreign_authority", "officer", "officer"], strict=True))


def demand(one: Desk, case: str, act: str, at: str) -> None:
    """Somebody asks for an act."""
    one.act(case, "record_demand", at, ICO, commanded=act, on=at[:10], asked_by=ASKED_BY[act])


def do(one: Desk, case: str, act: str, at: str, on: str | None = None) -> None:
    """An act is done."""
    one.act(case, "record_done", at, ICO, commanded=act, on=on or at[:10])


def breach(one: Desk) -> list[CommandedAct]:
    """The acts of the last breach on record."""
    bodies = (fact.body for fact in one.register.facts(one.person))
    return [list(body.acts) for body in bodies if isinstance(body, PassportOrderBreached)][-1]


def test_the_procedure_hangs_together() -> None:
    """No stage without a way in or out, no clock without its start or its lapse."""
    assert faults(ALL["PassportOrder"]) == ()


def test_the_usual_way() -> None:
    """Commanded in writing on 9 June, handed over, done on 20 June: fulfilled, and nothing is owed."""
    one = desk()
    case = one.open("PassportOrder", "command", "2025-06-09T10:00", SII, **COMMANDED)
    assert (one.stage(case), one.duties(case)) == ("issued", {"hand_over_passport_order"})
    one.act(case, "hand_over", "2025-06-09T11:00", SII)
    assert [(each.kind, each.status.value) for each in one.register.case(case).notices] == [
        ("passport_order", "served")
    ]
    assert standing(one, case)[:2] == ("in_force", date(2025, 6, 30))
    do(one, case, "52(12)", "2025-06-20")
    assert (one.stage(case), facts(one, case)[-1]) == ("fulfilled", "PassportOrderFulfilled")
    no_drift(one)


@pytest.mark.parametrize("act", AT_ONCE)
def test_an_act_that_is_not_done_by_the_day_is_a_breach(act: str) -> None:
    """72(v): on 30 June at 23:59 nothing, on 1 July at 00:00 exposed; done later, the breach stays on record."""
    one = desk()
    case = commanded(one, acts=[act])
    lapse(one, "2025-06-30T23:59")
    assert one.stage(case) == "in_force"
    lapse(one, "2025-07-01T00:00")
    assert (one.stage(case), breach(one)) == ("period_over", [CommandedAct(act)])
    do(one, case, act, "2025-07-10")
    assert one.stage(case) == "fulfilled"
    assert "ExposureFell" not in facts(one, case)
    no_drift(one)


@pytest.mark.parametrize("act", ON_DEMAND)
def test_an_act_that_is_due_on_demand_is_no_breach_before_somebody_asks(act: str) -> None:
    """Ord. 48-2(iii), (v)-(viii): not asked for, fulfilled; asked for and not done, exposed; done, fulfilled."""
    one = desk()
    case = commanded(one, acts=[act])
    assert one.stage(case, "2025-07-01") == "fulfilled"
    demand(one, case, act, "2025-06-16")
    assert one.stage(case, "2025-07-01") == "period_over"
    do(one, case, act, "2025-06-17")
    assert one.stage(case) == "in_force", "it may be asked for again"
    assert one.stage(case, "2025-07-01") == "fulfilled"
    demand(one, case, act, "2025-06-24")
    lapse(one, "2025-07-01T00:00")
    assert breach(one) == [CommandedAct(act)]


def test_of_several_acts_each_stands_for_itself() -> None:
    """Of three, one is done in time, one was done and recorded late, one was not done: the last remains exposed."""
    one = desk()
    case = commanded(one, acts=["48-2(i)", "48-2(ii)", "52(12)"])
    do(one, case, "48-2(i)", "2025-06-16")
    lapse(one, "2025-07-01T00:00")
    assert breach(one) == [CommandedAct.APPLY_FOR_PASSPORT, CommandedAct.HAND_IN_APPLICATION_PAPERS]
    do(one, case, "48-2(ii)", "2025-07-02", "2025-06-30")
    assert "ExposureFell" not in facts(one, case)
    do(one, case, "52(12)", "2025-07-03", "2025-06-27")
    assert facts(one, case)[-2:] == ["ExposureFell", "PassportOrderFulfilled"]
    assert one.stage(case) == "fulfilled"


def test_what_is_not_commanded_is_not_recorded() -> None:
    """An act of another order, a demand of what needs none, a day to come, a demand while nothing is due."""
    one = desk()
    case = commanded(one, acts=["52(12)", "48-2(iii)"])
    asked = {"on": "2025-06-10", "asked_by": "embassy"}
    assert (
        one.refused(case, "record_done", "2025-06-10", ICO, commanded="48-2(iv)", on="2025-06-10")
        == "act_not_commanded"
    )
    assert one.refused(case, "record_demand", "2025-06-10", ICO, commanded="48-2(viii)", **asked) == "act_not_commanded"
    assert one.refused(case, "record_demand", "2025-06-10", ICO, commanded="52(12)", **asked) == "due_without_demand"
    assert one.refused(case, "record_done", "2025-06-10", ICO, commanded="52(12)", on="2025-06-11") == "day_to_come"
    early = {"on": "2025-06-08", "asked_by": "embassy"}
    assert one.refused(case, "record_demand", "2025-06-10", ICO, commanded="48-2(iii)", **early) == "day_too_early"
    applied(one, "2025-06-11T10:00")
    late = {"on": "2025-06-12", "asked_by": "embassy"}
    assert one.refused(case, "record_demand", "2025-06-12", ICO, commanded="48-2(iii)", **late) == "nothing_is_due_now"


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"acts": []}, "nothing_commanded"),
    ({"needed_for_removal": False}, "not_needed_for_removal"),
    ({"needed_for_removal": None}, "not_needed_for_removal_not_on_record"),
    ({"period_reasonable": False}, "period_not_reasonable"),
    ({"last_day": "2025-06-08"}, "last_day_passed"),
    ({"last_day": "2025-06-29"}, "closed_day"),
    ({"last_day": "2100-01-04"}, "beyond_calendar"),
]


@pytest.mark.parametrize(("changes", "code"), WRONG)
def test_a_paper_that_does_not_carry_the_order(changes: dict[str, Any], code: str) -> None:
    """52(12): acts, need, a reasonable period that ends on a working day to come (29 June 2025 is a Sunday)."""
    assert codes(try_open(desk(), "PassportOrder", "command", "2025-06-09T10:00", **(COMMANDED | changes))) == [code]


def test_no_hearing_is_asked_for() -> None:
    """The text has none: the order issues on what the inspector judges."""
    assert {act.name for act in ALL["PassportOrder"].acts.values()}.isdisjoint({"hear", "hear_opinion"})


def test_not_without_an_order_not_while_removal_is_stopped() -> None:
    """52(12), A-07: no order in force, an application, a restriction, a stay; nor is one act commanded twice."""
    assert codes(try_open(Desk(ALL), "PassportOrder", "command", "2025-06-09", **COMMANDED))[0] == "no_order_in_force"
    stay = {"scope": "execution", "since": "2025-06-09T08:00:00+09:00"}
    for cause, code in (
        (lambda one: applied(one, "2025-06-09T08:30"), "removal_stopped_by_application"),
        (lambda one: restrictions(one, "2025-06-09T08:30", {"since": stay["since"]}), "under_travel_restriction"),
        (lambda one: stays(one, "2025-06-09T08:30", stay), "execution_stayed_by_a_court"),
    ):
        one = desk()
        cause(one)
        assert code in codes(try_open(one, "PassportOrder", "command", "2025-06-09T10:00", **COMMANDED))
    one = desk()
    commanded(one)
    twice = COMMANDED | {"acts": ["52(12)", "48-2(i)"]}
    assert codes(try_open(one, "PassportOrder", "command", "2025-06-10", **twice)) == ["commanded_already"]
    asked_for = commanded(one, "2025-06-11", acts=["48-2(iii)"])
    demand(one, asked_for, "48-2(iii)", "2025-06-12")
    again = COMMANDED | {"acts": ["48-2(iii)"]}
    assert codes(try_open(one, "PassportOrder", "command", "2025-06-13", **again)) == ["commanded_already"]
    commanded(one, "2025-06-10", acts=["48-2(i)"])


def test_the_hand_over_waits_for_the_end_of_the_stop() -> None:
    """A-07: an application between issue and hand-over."""
    one = desk()
    case = one.open("PassportOrder", "command", "2025-06-09T10:00", SII, **COMMANDED)
    application = applied(one, "2025-06-09T10:30")
    assert one.refused(case, "hand_over", "2025-06-09T11:00", SII) == "removal_stopped_by_application"
    withdrawn(one, application, "2025-06-16T10:00")
    one.act(case, "hand_over", "2025-06-16T11:00", SII)
    assert one.stage(case) == "in_force"


def test_the_pause_keeps_the_days_that_were_left() -> None:
    """A-07: filed on 20 June, 11 days left; withdrawn on 28 July: 29 July to 8 August."""
    one = desk()
    case = commanded(one)
    application = applied(one, "2025-06-20T10:00")
    assert standing(one, case, "2025-07-15") == ("suspended", None, 11)
    withdrawn(one, application, "2025-07-28T10:00")
    assert standing(one, case) == ("in_force", date(2025, 8, 8), None)
    lapse(one, "2025-08-09T00:00")
    assert breach(one) == [CommandedAct.APPLY_FOR_PASSPORT]


def test_what_is_done_during_the_pause_counts() -> None:
    """The person may do it all the same."""
    one = desk()
    case = commanded(one)
    applied(one, "2025-06-20T10:00")
    do(one, case, "52(12)", "2025-06-24")
    assert one.stage(case) == "fulfilled"


def test_after_the_period_a_pause_takes_no_breach_back() -> None:
    """What was not done in time stays undone; after the pause it may still be done."""
    one = desk()
    case = commanded(one)
    lapse(one, "2025-07-01T00:00")
    application = applied(one, "2025-07-10T10:00")
    assert one.stage(case) == "suspended"
    withdrawn(one, application, "2025-08-01T10:00")
    assert (one.stage(case), facts(one, case).count("PassportOrderBreached")) == ("period_over", 1)


def test_the_period_may_be_extended_with_a_notice() -> None:
    """52(13), Ord. 48-3(2): form 65-3; later, on a working day."""
    one = desk()
    case = commanded(one)
    why = {"reasons": "the embassy is closed"}
    assert one.refused(case, "extend", "2025-06-16", SII, last_day="2025-06-30", **why) == "prolongs_nothing"
    one.act(case, "extend", "2025-06-30T23:00", SII, last_day="2025-07-31", **why)
    assert standing(one, case)[:2] == ("in_force", date(2025, 7, 31))
    notice = ALL["PassportOrder"].notices[one.register.case(case).notices[-1].kind]
    assert notice.form == "65-3"


def issued_only(one: Desk) -> str:
    """Not handed over yet."""
    return one.open("PassportOrder", "command", "2025-06-09T10:00", SII, **COMMANDED)


def paused(one: Desk) -> str:
    """Paused by an application."""
    case = commanded(one)
    applied(one, "2025-06-20T10:00")
    return case


def over(one: Desk) -> str:
    """Its period over, not done."""
    case = commanded(one)
    lapse(one, "2025-07-01T00:00")
    return case


WAYS = [issued_only, commanded, paused, over]


@pytest.mark.parametrize("way", WAYS)
def test_it_may_be_withdrawn(way: Any) -> None:
    """At every stage, with reasons."""
    one = desk()
    case = way(one)
    one.act(case, "withdraw", "2025-07-02", SII, reasons="a passport was found")
    assert one.stage(case) == "withdrawn"


@pytest.mark.parametrize("way", WAYS)
def test_it_ends_with_the_order_the_departure_and_death(way: Any) -> None:
    """Without the deportation order it has no effect; of who left or died it has no object."""
    one = desk()
    case = way(one)
    deportation = position(one, "2025-07-01").of("Deportation")[0].id
    one.act(deportation, "withdraw_order", "2025-07-02", SII, reasons="issued in error")
    assert one.stage(case) == "without_effect"
    gone = desk()
    case = way(gone)
    left(gone, "2025-07-02T10:00")
    assert gone.stage(case) == "object_lost"
    dead = desk()
    case = way(dead)
    dead.act(circumstances(dead), "record_death", "2025-07-02", INSPECTOR, on="2025-07-02")
    assert dead.stage(case) == "object_lost"


@pytest.mark.parametrize("by", [ICO, INSPECTOR, HEAD, CLERK])
def test_the_supervising_inspector_alone_commands(by: str) -> None:
    """52(12), (13)."""
    one = desk()
    assert codes(try_open(one, "PassportOrder", "command", "2025-06-09", by, **COMMANDED)) == ["no_power"]
    case = issued_only(one)
    assert one.refused(case, "hand_over", "2025-06-09T11:00", by) == "no_power"
    assert one.refused(case, "withdraw", "2025-06-09T11:00", by, reasons="x") == "no_power"
