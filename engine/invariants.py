"""What must hold at every instant (LAW §14), checked on the whole position inside every filing.

A broken invariant is a defect of ours: nothing is filed. Each check names its number in LAW §14; those without a
number are the design's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.case import ClockStatus
from engine.refusal import Defect
from law.facts import DeportationOrder, Grant, ProvisionalStayPeriod
from law.periods import legal_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from engine.position import Position

Check = "Callable[[Position, datetime], Iterator[str]]"


def check(position: Position, at: datetime) -> None:
    """Raise a defect that names the first broken invariant.

    Raises:
        Defect: code `invariant` with the invariant's name and the ids of the cases concerned.
    """
    for invariant in INVARIANTS:
        for broken in invariant(position, at):
            raise Defect("invariant", invariant.__name__, broken)


def live_stage_has_clock_or_duty(position: Position, _at: datetime) -> Iterator[str]:
    """Every live stage has a clock, a duty or a written reason why none is required."""
    for case in position.cases.values():
        if case.stage.closed or case.stage.quiet:
            continue
        live = any(clock.status in (ClockStatus.RUNNING, ClockStatus.SUSPENDED) for clock in case.clocks)
        if not live and not case.open_duties:
            yield case.id


def closed_case_runs_nothing(position: Position, _at: datetime) -> Iterator[str]:
    """A closed case keeps no running clock."""
    for case in position.cases.values():
        if case.stage.closed and any(clock.status is ClockStatus.RUNNING for clock in case.clocks):
            yield case.id


def clock_end_fits_its_status(position: Position, _at: datetime) -> Iterator[str]:
    """A running clock has an end; a suspended or stopped one has none."""
    for case in position.cases.values():
        for clock in case.clocks:
            if (clock.status is ClockStatus.RUNNING) != (
                clock.ends_at is not None
            ) and clock.status is not ClockStatus.LAPSED:
                yield case.id


def no_provisional_stay_beside_an_order(position: Position, at: datetime) -> Iterator[str]:
    """58: no provisional stay is permitted to a person with a deportation order (61-2-4(1)(ix))."""
    for order in position.all(DeportationOrder):
        for stay in position.all(ProvisionalStayPeriod):
            in_force = order.withdrawn_at is None or stay.delivered_at < order.withdrawn_at
            if in_force and order.issued_at <= stay.delivered_at <= at:
                yield stay.case


def no_order_while_provisional_stay_runs(position: Position, at: datetime) -> Iterator[str]:
    """34: while provisional stay runs no step of the deportation procedure is taken (61-2-9(2))."""
    for order in position.all(DeportationOrder):
        for stay in position.all(ProvisionalStayPeriod):
            if stay.delivered_at <= order.issued_at <= at and (
                stay.ended_at is None or order.issued_at < stay.ended_at
            ):
                yield order.case


def no_order_on_a_ground_that_a_grant_covers(position: Position, at: datetime) -> Iterator[str]:
    """66: after a grant took effect no order is issued on a ground that existed then (61-2-9(1))."""
    for order in position.all(DeportationOrder):
        for grant in position.all(Grant):
            effective = grant.effective_at
            if (
                effective is not None
                and effective < order.issued_at <= at
                and order.ground_since <= legal_day(effective)
            ):
                yield order.case


INVARIANTS: tuple[Any, ...] = (
    live_stage_has_clock_or_duty,
    closed_case_runs_nothing,
    clock_end_fits_its_status,
    no_provisional_stay_beside_an_order,
    no_order_while_provisional_stay_runs,
    no_order_on_a_ground_that_a_grant_covers,
)
