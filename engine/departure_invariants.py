"""What must hold of departure orders at every instant (LAW §14, invariants 31 to 33)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from engine.invariant import about
from law.departure_order_terms import DepartureOrderKept
from law.enforcement_clocks import DEPARTURE_DEADLINE
from law.facts import DeportationOrder
from law.periods import end_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position


@about(DepartureOrderKept)
def no_order_in_the_case_of_a_departure_order(position: Position, _at: datetime) -> Iterator[str]:
    """31: the case that found the person eligible for a departure order bears no deportation order (24-3, 45(1))."""
    eligible = {kept.deportation for kept in position.all(DepartureOrderKept)}
    for order in position.all(DeportationOrder):
        if order.case in eligible and order.withdrawn_at is None:
            yield order.case


@about(DepartureOrderKept)
def a_departure_deadline_keeps_its_maximum(position: Position, _at: datetime) -> Iterator[str]:
    """32: at most 15 days; every later day was asked for by the deadline before it (55-85(1), 55-87)."""
    maximum = DEPARTURE_DEADLINE.maximum
    for kept in position.all(DepartureOrderKept):
        before = None
        for deadline in kept.deadlines:
            if before is None:
                kept_it = maximum is not None and deadline.last_day <= maximum.last_day_of(deadline.counted_from)
            else:
                kept_it = deadline.asked_on is not None and deadline.asked_on <= before
            if not kept_it:
                yield kept.case
            before = deadline.last_day


@about(DepartureOrderKept)
def no_departure_order_outlives_its_deadline(position: Position, at: datetime) -> Iterator[str]:
    """A departure order ends with its deadline, but where a person decides, or a contested entry holds it up."""
    for kept in position.all(DepartureOrderKept):
        case = position.cases.get(kept.case)
        waits = kept.undecided or (case is not None and case.held)
        if kept.is_open and kept.deadlines and not waits and end_of(kept.deadlines[-1].last_day) <= at:
            yield kept.case


@about(DepartureOrderKept)
def no_second_departure_order(position: Position, _at: datetime) -> Iterator[str]:
    """33: none while one is due or runs, after leaving under one, nor for who missed one or had it revoked (24-3)."""
    all_kept = position.all(DepartureOrderKept)
    for earlier in all_kept:
        for later in all_kept:
            first = earlier.ordered_at is not None and (
                later.ordered_at is None or earlier.ordered_at < later.ordered_at
            )
            if later is not earlier and first and (earlier.is_open or earlier.left or earlier.ground is not None):
                yield later.case


DEPARTURE: Final[tuple[Callable[[Position, datetime], Iterator[str]], ...]] = (
    no_order_in_the_case_of_a_departure_order,
    a_departure_deadline_keeps_its_maximum,
    no_departure_order_outlives_its_deadline,
    no_second_departure_order,
)
"""Wired into `engine.invariants.OF_A_PERSON`."""
