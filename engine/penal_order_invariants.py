"""What must hold of penal orders to leave at every instant (LAW §14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.invariant import about
from law.facts import DeportationOrder, Grant
from law.finding import Answer
from law.order_rows import IN_THE_ACT_SINCE
from law.order_standing import rests_on_order
from law.order_suspension import OF_PENAL_ORDER, is_suspended
from law.penal_order import PenalOrder
from law.periods import legal_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position


@about(PenalOrder)
def a_penal_order_rests_on_what_the_law_asks(position: Position, _at: datetime) -> Iterator[str]:
    """46: a reason of 55-2(1), the opinion heard beforehand, and the hand-over not before the issue (55-2(1), (3))."""
    for order in position.all(PenalOrder):
        heard = order.heard_on <= legal_day(order.issued_at)
        in_order = IN_THE_ACT_SINCE <= order.issued_at <= order.handed_over_at
        if not (order.reasons and heard and in_order):
            yield order.case


@about(PenalOrder)
def a_penal_order_does_not_outlive_its_order(position: Position, at: datetime) -> Iterator[str]:
    """46: it rests on a deportation order in force whose ground no grant covers (55-2(1), 61-2-9(1))."""
    orders, grants = position.all(DeportationOrder), position.all(Grant)
    for order in position.all(PenalOrder):
        if order.ended_at is None and not rests_on_order(order.order, orders, grants, at):
            yield order.case


@about(PenalOrder)
def a_suspended_penal_order_has_no_effect(position: Position, at: datetime) -> Iterator[str]:
    """47: while a cause of suspension is there the order stands still, and nobody is exposed by it (55-2(2))."""
    live = [order for order in position.all(PenalOrder) if order.ended_at is None]
    if not live:
        return
    suspended = is_suspended(OF_PENAL_ORDER, position.removal_facts(), at).value is Answer.YES
    for order in live:
        stands_still = order.suspended_since is not None
        if (suspended and not stands_still) or (stands_still and order.exposed):
            yield order.case


PENAL_ORDERS: tuple[Callable[[Position, datetime], Iterator[str]], ...] = (
    a_penal_order_rests_on_what_the_law_asks,
    a_penal_order_does_not_outlive_its_order,
    a_suspended_penal_order_has_no_effect,
)
