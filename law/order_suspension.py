"""Whether an order beside a deportation order stands still: the penal order (55-2(2)), the passport order (A-07).

One question for both, by causes that differ in one point: a court's stay of removal alone leaves the passport order.

Not decided here:
    What is left of the period (`law.ledger`), and whether the deportation order itself stands (`law.penal_order`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from law import order_suspension_causes as cause
from law.decision_table import Condition, Outcome, Row
from law.facts import CourtStay, CourtStayScope, Grant, TravelRestriction
from law.finding import Answer, Finding, Reason
from law.on_record import exists
from law.periods import legal_day, start_of
from law.regimes import TRAVEL_RESTRICTION_FROM
from law.removal import RemovalFacts, is_running
from law.suspension import removal_is_stopped

_RESTRICTION_IN_FORCE: Final = start_of(TRAVEL_RESTRICTION_FROM)
_Span = tuple[datetime, datetime | None]


@dataclass(frozen=True, slots=True)
class Causes:
    """What lets an order stand still.

    Args:
        court_stays: how wide a court's stay must be to reach the order.
        suspensive_effect: that removal is stopped by an application, in the words of this order; and so the others.
    """

    court_stays: frozenset[CourtStayScope]
    provisional_stay: Condition
    order_in_doubt: Condition
    suspensive_effect: Condition
    court_stay: Condition
    travel_restriction: Condition


OF_PENAL_ORDER: Final = Causes(
    frozenset(CourtStayScope),
    cause.PROVISIONAL_STAY,
    cause.ORDER_IN_DOUBT,
    cause.SUSPENSIVE_EFFECT,
    cause.COURT_STAY,
    cause.TRAVEL_RESTRICTION,
)
"""55-2(2), and 61-2-9(2): provisional stay stops all of Chapter 5, where this order stands."""

OF_PASSPORT_ORDER: Final = Causes(
    frozenset({CourtStayScope.EXECUTION, CourtStayScope.EFFECT}),
    cause.PROVISIONAL_STAY,
    cause.ORDER_IN_DOUBT,
    cause.REMOVAL_STOPPED,
    cause.EXECUTION_STAYED,
    cause.EXECUTION_RESTRICTED,
)
"""A-07; and what stops the execution of the deportation order, of whose section 52(12) is a part."""


def is_suspended(by: Causes, facts: RemovalFacts, at: datetime) -> Finding[Answer]:
    """Whether an order stands still at an instant, and for which causes.

    Returns:
        YES with every cause that is there, for a stop by an application also why it stops; UNKNOWN where none is there
        but one is not on record; NO with every cause that is not there.

    Source: 55-2(2), 61-2-9(2)-(4), 63(3), suppl. 20 (text 2025-06-01); A-07, A-09.
    """
    rows = causes(by, facts, at)
    there = tuple(row.reason for row in rows if row.outcome is Outcome.BLOCKS)
    if there:
        return Finding(Answer.YES, (*there, *_why_removal_is_stopped(facts, at)))
    unknown = tuple(row.reason for row in rows if row.outcome is Outcome.UNKNOWN)
    if unknown:
        return Finding(Answer.UNKNOWN, unknown)
    return Finding(Answer.NO, tuple(row.reason for row in rows))


def causes(by: Causes, facts: RemovalFacts, at: datetime) -> tuple[Row, ...]:
    """Every cause as judged at an instant: it blocks where it is there."""
    return (
        by.provisional_stay.judged(any(is_running(stay, at) for stay in facts.provisional_stays)),
        by.order_in_doubt.judged(any(order.in_doubt for order in facts.orders if order.withdrawn_at is None)),
        by.suspensive_effect.judged(_removal_is_stopped(facts, at)),
        by.court_stay.judged(exists(facts.court_stays, lambda stay: _holds(_stay(by, stay), at))),
        by.travel_restriction.judged(at >= _RESTRICTION_IN_FORCE and _is_restricted(facts, at)),
    )


def began(by: Causes, facts: RemovalFacts, at: datetime) -> datetime | None:
    """Since when causes that bear their own days have held without a break until an instant; None where none holds."""
    first = at
    held = False
    for since, until in sorted(_spans(by, facts), key=lambda span: span[0], reverse=True):
        if since <= first and (until is None or first < until or (held and first == until)):
            held, first = True, since
    return first if held else None


def changes_on(by: Causes, facts: RemovalFacts, at: datetime) -> date | None:
    """The day at whose end the answer may have changed by time alone; None where time alone changes nothing.

    In whole days an end in the course of a day leaves as much as the end of that day does (A-09).
    """
    edges = [edge for span in _spans(by, facts) for edge in span if edge is not None and edge > at]
    return min((legal_day(edge - timedelta.resolution) for edge in edges), default=None)


def _removal_is_stopped(facts: RemovalFacts, at: datetime) -> bool:
    """Whatever is not plainly an end or an exception counts as a stop (A-11, A-29): exceptions must be established."""
    return removal_is_stopped(facts.applicant, at).value is not Answer.NO or _awaits_hand_over(facts.grants, at)


def _awaits_hand_over(grants: Iterable[Grant], at: datetime) -> bool:
    return any(grant.decided_at <= at and (grant.effective_at is None or at < grant.effective_at) for grant in grants)


def _why_removal_is_stopped(facts: RemovalFacts, at: datetime) -> tuple[Reason, ...]:
    stopped = removal_is_stopped(facts.applicant, at)
    return () if stopped.value is Answer.NO else stopped.reasons


def _is_restricted(facts: RemovalFacts, at: datetime) -> bool | None:
    return exists(facts.travel_restrictions, lambda each: _holds(_restriction(each), at))


def _holds(span: _Span | None, at: datetime) -> bool:
    return span is not None and span[0] <= at and (span[1] is None or at < span[1])


def _spans(by: Causes, facts: RemovalFacts) -> tuple[_Span, ...]:
    stays = (_stay(by, stay) for stay in facts.court_stays or ())
    restrictions = (_restriction(each) for each in facts.travel_restrictions or ())
    return tuple(span for span in (*stays, *restrictions) if span is not None)


def _stay(by: Causes, stay: CourtStay) -> _Span | None:
    """A court's stay, if it is as wide as the order asks."""
    return _span(stay) if stay.scope in by.court_stays else None


def _restriction(each: TravelRestriction) -> _Span | None:
    """A travel restriction, as far as the law knew one."""
    since, until = _span(each)
    begun = max(since, _RESTRICTION_IN_FORCE)
    return (begun, until) if until is None or begun < until else None


def _span(each: CourtStay | TravelRestriction) -> _Span:
    return each.since, each.until
