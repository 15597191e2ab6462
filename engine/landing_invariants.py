"""What must hold of leaving at own expense and of the denial of landing at every instant (LAW §14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.case import ClockStatus
from engine.invariant import about
from law.departure_order import Track
from law.landing_denial import DENIALS, DenialKept, Purpose, clocks_of, denial_of
from law.own_expense import OwnExpenseTerms, latest_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position

_NAMES = frozenset(rule.name for rule in DENIALS)


@about(OwnExpenseTerms)
def one_year_rests_on_what_the_law_asks(position: Position, _at: datetime) -> Iterator[str]:
    """48: a decision of one year is for a first departure, under a permission, by a day within seven (52(5))."""
    for terms in position.all(OwnExpenseTerms):
        until = terms.decision_until
        if until is None:
            continue
        if terms.before is not False or not terms.planned_on <= until <= latest_date(terms.planned_on).value:
            yield terms.case


@about(DenialKept)
def no_visitor_lands_after_one_year(position: Position, _at: datetime) -> Iterator[str]:
    """49: by a decision of one year, or after a departure order of track B, a Temporary Visitor waits longer (5(1))."""
    for kept in position.all(DenialKept):
        left = kept.left
        if left is None or not (left.decision_kept or left.track is Track.DECLARED):
            continue
        if denial_of(kept, Purpose.TEMPORARY_VISITOR).value.years == 1:
            yield kept.case


@about(DenialKept)
def a_denial_runs_as_it_was_found(position: Position, at: datetime) -> Iterator[str]:
    """The clocks of a denial are those that the finding names, one of each length, until it falls or is set aside."""
    for kept in position.all(DenialKept):
        case = position.cases.get(kept.case)
        if case is None:
            continue
        clocks = (clock for clock in case.clocks if clock.rule_name in _NAMES)
        running = [clock.rule_name for clock in clocks if clock.status is ClockStatus.RUNNING]
        wanted = frozenset() if kept.void or kept.set_aside else clocks_of(kept, at)
        if len(running) != len(set(running)) or set(running) != {rule.name for rule in wanted}:
            yield kept.case


LANDING: tuple[Callable[[Position, datetime], Iterator[str]], ...] = (
    one_year_rests_on_what_the_law_asks,
    no_visitor_lands_after_one_year,
    a_denial_runs_as_it_was_found,
)
