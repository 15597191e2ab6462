"""What must hold of provisional release and of work under Sponsorship at every instant (LAW §14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.invariant import about
from law.custody import Sponsored
from law.custody_clocks import PROVISIONAL_RELEASE
from law.facts import DeportationOrder
from law.periods import end_of, legal_day
from law.provisional_release import RefusalGiven, ReleaseLaw, ReleaseTerms
from law.regimes import TRAVEL_RESTRICTION_FROM
from law.work import WorkPermit, is_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position


@about(RefusalGiven)
def a_refused_release_is_refused_on_paper(position: Position, _at: datetime) -> Iterator[str]:
    """10: a refusal of release, or of its extension, is in writing with reasons (54(4), (7))."""
    yield from (one.case for one in position.all(RefusalGiven) if not one.on_paper)


@about(DeportationOrder)
def nothing_before_the_order_outlives_it(position: Position, _at: datetime) -> Iterator[str]:
    """17: Sponsorship before the order and its permission to work do not survive the order by a second (44-8(vi))."""
    for order in position.all(DeportationOrder):
        for one in position.all(Sponsored):
            began, ended = one.decided_at, one.ended_at
            if one.paragraph.before_order and began <= order.issued_at and _outlives(ended, order.issued_at):
                yield one.case
        for permit in position.all(WorkPermit):
            if permit.permitted_at <= order.issued_at and _outlives(permit.ended_at, order.issued_at):
                yield permit.case


@about(WorkPermit)
def no_work_is_permitted_after_an_order(position: Position, at: datetime) -> Iterator[str]:
    """18: no permission to work is given to, or held by, somebody with an order or a travel restriction (44-5).

    There is no travel restriction before its first day in the law, whatever is on record.
    """
    restrictions = position.circumstances.travel_restrictions or ()
    for permit in position.all(WorkPermit):
        given_after = position.order_in_force(permit.permitted_at) is not None
        restricted = legal_day(permit.permitted_at) >= TRAVEL_RESTRICTION_FROM and any(
            each.since <= permit.permitted_at and (each.until is None or permit.permitted_at < each.until)
            for each in restrictions
        )
        if given_after or restricted or (is_in_force(permit, at) and position.order_in_force(at) is not None):
            yield permit.case


@about(WorkPermit)
def a_permission_to_work_rests_on_what_the_law_asks(position: Position, at: datetime) -> Iterator[str]:
    """19: a permission rests on consent, need for the living, a named employer and a contract (44-5(1))."""
    for permit in position.all(WorkPermit):
        rests = permit.sponsor_consents and permit.needed_for_living and permit.employment_contract
        sponsored = any(
            one.case == permit.sponsorship and one.paragraph.before_order and not _is_over(one.ended_at, at)
            for one in position.all(Sponsored)
        )
        if not (rests and permit.employer) or (is_in_force(permit, at) and not sponsored):
            yield permit.case


@about(ReleaseTerms)
def a_release_is_short_and_free(position: Position, _at: datetime) -> Iterator[str]:
    """21: a period and each extension is at most three months, and there is no deposit (54, Ord. 49); old law apart."""
    longest = PROVISIONAL_RELEASE.maximum
    for terms in position.all(ReleaseTerms):
        if terms.law is ReleaseLaw.OLD:
            continue
        periods = terms.periods[1:] if terms.written_elsewhere else terms.periods
        too_long = longest is not None and any(
            period.last_day > longest.last_day_of(period.counted_from) for period in periods
        )
        if too_long or terms.deposit_set:
            yield terms.case


@about(ReleaseTerms)
def a_release_has_its_reason(position: Position, _at: datetime) -> Iterator[str]:
    """22: a release rests on a reason of health or humanity, or one like these (54(2)); old law apart."""
    for terms in position.all(ReleaseTerms):
        decided_here = terms.law is ReleaseLaw.NEW and not terms.written_elsewhere
        if decided_here and terms.reason is None:
            yield terms.case


@about(ReleaseTerms)
def a_request_prolongs_no_release(position: Position, at: datetime) -> Iterator[str]:
    """77: a release is over with its last day, whatever is pending (55(5)); A-10 and contested entries apart."""
    for terms in position.all(ReleaseTerms):
        is_over = bool(terms.periods) and end_of(terms.periods[-1].last_day) <= at
        case = position.cases.get(terms.case)
        runs_on = terms.ended_at is None and not terms.decision_owed and not (case is not None and case.held)
        if is_over and terms.law is ReleaseLaw.NEW and runs_on:
            yield terms.case


def _outlives(ended_at: datetime | None, issued_at: datetime) -> bool:
    return ended_at is None or ended_at > issued_at


def _is_over(ended_at: datetime | None, at: datetime) -> bool:
    return ended_at is not None and ended_at <= at


RELEASE_AND_WORK: tuple[Callable[[Position, datetime], Iterator[str]], ...] = (
    a_refused_release_is_refused_on_paper,
    nothing_before_the_order_outlives_it,
    no_work_is_permitted_after_an_order,
    a_permission_to_work_rests_on_what_the_law_asks,
    a_release_is_short_and_free,
    a_release_has_its_reason,
    a_request_prolongs_no_release,
)
"""Wired into `engine.invariants.OF_A_PERSON`."""
