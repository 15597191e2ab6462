"""What must hold in the instant in which an order is made: a deportation, a departure or a penal order.

An order ends what stood before it in the same filing, so each promise looks at the cases as they were before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.case import ClockStatus
from law.landing_denial import DenialKept
from tests.lives.promises_after import REACHES, stopped_by
from tests.oracle import from_law, gate
from tests.oracle.facts import day_of
from workflows.departure_order_record import DepartureToBeOrdered
from workflows.effects import DeportationOrderIssued
from workflows.penal_order_case import PenalOrderIssued

if TYPE_CHECKING:
    from engine.case import FiledFact
    from engine.command import Filed
    from engine.filing import Change
    from engine.position import Dossier, Position

PERMISSION_WINDOW = "special_permission_window"
WINDOWS = {"hearing_request", "objection", PERMISSION_WINDOW}


def all_hold(before: Dossier, position: Position, change: Change, filed: Filed | None) -> None:
    """Every promise of this file, after a filing.

    Args:
        before: as the cases stood before it.
        position: as it stands after it.
        change: what the filing made.
        filed: its answer; None of a timer.
    """
    if filed is None or filed.late:
        return
    for fact in change.facts:
        if isinstance(fact.body, DeportationOrderIssued):
            an_order_waits_for_its_windows(before, fact)
            an_order_waits_for_special_permission(before, fact)
        elif isinstance(fact.body, DepartureToBeOrdered):
            nobody_who_left_before_is_eligible(position, fact)
        elif isinstance(fact.body, PenalOrderIssued):
            a_penal_order_issues_as_the_law_asks(position, fact)


def an_order_waits_for_its_windows(before: Dossier, order: FiledFact) -> None:
    """25: no three days for a hearing, an objection or special permission run, or stand still, when an order issues.

    An application that was refused, or withdrawn, after the acceptance has used up its days (DT-03).
    """
    state = before.cases[order.case].state
    ended = state.special_permission.ended_at
    asked = WINDOWS - ({PERMISSION_WINDOW} if ended is not None and state.acceptance.at <= ended else set())
    clocks = [clock for clock in before.cases[order.case].clocks if clock.rule_name in asked]
    still = [clock for clock in clocks if clock.status is ClockStatus.SUSPENDED]
    running = [clock for clock in clocks if clock.status is ClockStatus.RUNNING]
    open_ = still + [clock for clock in running if clock.ends_at is not None and order.occurred_at < clock.ends_at]
    assert not open_, f"an order issued within {[clock.rule_name for clock in open_]}"


def an_order_waits_for_special_permission(before: Dossier, order: FiledFact) -> None:
    """26: no application for special permission is undecided, or refused and the refusal not received.

    One that came after the waiver or the three days, and that a person has set aside, is the exception (DT-03).
    """
    if before.cases[order.case].state.late_application_admitted is False:
        return
    for case in before.cases.values():
        if case.procedure != "SpecialPermission" or case.state.deportation != order.case:
            continue
        applied_for = case.state.route == "application"
        untold = case.stage == "refused" and case.state.received_on is None
        assert not (applied_for and (case.stage == "pending" or untold)), "an order issued before special permission"


def nobody_who_left_before_is_eligible(position: Position, order: FiledFact) -> None:
    """33: nobody is found eligible for a departure order who is on record as having left under any order before."""
    day = day_of(order.occurred_at)
    left = [one.on for one in position.all(DenialKept) if one.left is not None and not one.void and one.on < day]
    assert not left, f"found eligible for a departure order having left before, on {left}"


def a_penal_order_issues_as_the_law_asks(position: Position, order: FiledFact) -> None:
    """46: an order in force, the person heard, a lawful destination, and nothing by which it would stand still."""
    facts, at = position.removal_facts(), order.occurred_at
    rows = gate.rows(from_law.person(facts), at)
    closed = [row for row in ("1", "4", "8b") if rows[row] != "open"] + stopped_by(position, at, REACHES["PenalOrder"])
    assert not closed, f"a penal order issued against {closed}"
    assert facts.destination is not None, "a penal order with no destination found"
    assert facts.destination.permitted_by_53, "a penal order for a country that is no destination"
    assert position.cases[order.case].state.heard_on is not None, "a penal order without a hearing"
