"""What must hold of an authorisation of removal at every instant (LAW §14, 35 to 45)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from engine.invariant import about
from law.enforcement import AuthorisedRemoval
from law.enforcement_clocks import REMOVAL_AUTHORISATION
from law.finding import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position


@about(AuthorisedRemoval)
def no_authorisation_is_given_at_a_closed_gate(position: Position, at: datetime) -> Iterator[str]:
    """35: in the instant in which a removal is authorised every row of DT-01 passes."""
    for one in position.all(AuthorisedRemoval):
        if one.given_at == at and position.may_be_removed(at).value is not Answer.YES:
            yield one.case


@about(AuthorisedRemoval)
def no_authorisation_beside_a_contested_entry(position: Position, _at: datetime) -> Iterator[str]:
    """What a contested entry says is unknown, and unknown removes nobody: no authorisation outlives one."""
    if position.contested:
        yield from (one.case for one in position.all(AuthorisedRemoval))


@about(AuthorisedRemoval)
def an_authorisation_is_of_two_officers_and_ten_minutes(position: Position, _at: datetime) -> Iterator[str]:
    """Who requested a removal never authorises it, and it holds no longer than its clock."""
    for one in position.all(AuthorisedRemoval):
        clock = position.cases[one.case].clock(REMOVAL_AUTHORISATION)
        if not one.requested_by or one.requested_by == one.authorised_by:
            yield one.case
        if clock is None or clock.ends_at != REMOVAL_AUTHORISATION.end_from(one.given_at):
            yield one.case


ENFORCEMENT: Final[tuple[Callable[[Position, datetime], Iterator[str]], ...]] = (
    no_authorisation_is_given_at_a_closed_gate,
    no_authorisation_beside_a_contested_entry,
    an_authorisation_is_of_two_officers_and_ten_minutes,
)
"""Wired into `engine.invariants.OF_A_PERSON`."""
