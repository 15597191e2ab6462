"""What must hold of special permission to stay at every instant (LAW §14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.invariant import about
from law.special_permission import PermissionOnFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position


@about(PermissionOnFile)
def no_order_while_permission_is_undecided(position: Position, at: datetime) -> Iterator[str]:
    """26: no order while an application for special permission is undecided; one set aside ends with the order."""
    order = position.order_in_force(at)
    if order is not None:
        yield from (
            one.case for one in position.all(PermissionOnFile) if one.undecided and one.deportation == order.case
        )


@about(PermissionOnFile)
def no_permission_is_applied_for_after_the_order(position: Position, _at: datetime) -> Iterator[str]:
    """27: after the order nobody applies for special permission (50(3))."""
    for one in position.all(PermissionOnFile):
        if one.filed_at is not None:
            order = position.order_in_force(one.filed_at)
            if order is not None and order.issued_at < one.filed_at:
                yield one.case


@about(PermissionOnFile)
def a_decision_on_permission_is_told(position: Position, _at: datetime) -> Iterator[str]:
    """70: the supervising inspector is told each result, the applicant a refusal in writing (50(8)(10))."""
    for one in position.all(PermissionOnFile):
        if one.told is False or one.on_paper is False:
            yield one.case


PERMISSION: tuple[Callable[[Position, datetime], Iterator[str]], ...] = (
    no_order_while_permission_is_undecided,
    no_permission_is_applied_for_after_the_order,
    a_decision_on_permission_is_told,
)
