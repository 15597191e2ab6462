"""What must hold at every instant (LAW §14), checked on the whole position inside every filing.

A broken invariant is a defect of ours: nothing is filed. Each check names its number in LAW §14; those without a
number are the design's own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.case import ClockStatus
from engine.custody_invariants import CUSTODY
from engine.departure_invariants import DEPARTURE
from engine.enforcement_invariants import ENFORCEMENT
from engine.invariant import about, by_kind
from engine.landing_invariants import LANDING
from engine.penal_order_invariants import PENAL_ORDERS
from engine.permission_invariants import PERMISSION
from engine.refusal import Defect
from engine.release_invariants import RELEASE_AND_WORK
from engine.review_invariants import REVIEW_AND_TREATMENT
from engine.sponsorship_invariants import SPONSORSHIP
from law.clocks import HEARING_REQUEST, OBJECTION, REVIEW_REQUEST, SPECIAL_PERMISSION_WINDOW
from law.facts import Application, DeportationOrder, Ending, Grant, ProvisionalStayPeriod
from law.periods import end_of, legal_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from engine.case import Case
    from engine.position import Cases, Position

_LIVE = (ClockStatus.RUNNING, ClockStatus.SUSPENDED)
_WINDOWS = frozenset(rule.name for rule in (HEARING_REQUEST, OBJECTION, SPECIAL_PERMISSION_WINDOW))


def check(position: Position, at: datetime, sound: Cases | None = None) -> None:
    """Raise a defect that names the first broken invariant.

    Args:
        position: all cases of a person.
        at: the instant in law.
        sound: cases that were checked before; what a case keeps to itself is not asked of the same case again.

    Raises:
        Defect: code `invariant` with the invariant's name and the ids of the cases concerned.
    """
    known = sound or {}
    for case in position.cases.values():
        if known.get(case.id) is not case:
            _check_case(case)
    laid = position.kinds
    for kind in (None, *laid):
        for invariant in _BY_KIND.get(kind, ()):
            for broken in invariant(position, at):
                raise Defect("invariant", invariant.__name__, broken)


def _check_case(case: Case[Any]) -> None:
    for holds in OF_A_CASE:
        if not holds(case):
            raise Defect("invariant", holds.__name__, case.id)


def live_stage_has_clock_or_duty(case: Case[Any]) -> bool:
    """Every live stage has a clock, a duty or a written reason why none is required."""
    excused = case.stage.closed or case.stage.quiet
    return bool(excused or case.open_duties or any(clock.status in _LIVE for clock in case.clocks))


def closed_case_runs_nothing(case: Case[Any]) -> bool:
    """A closed case keeps no clock that runs or stands still."""
    return not (case.stage.closed and any(clock.status in _LIVE for clock in case.clocks))


def clock_end_fits_its_status(case: Case[Any]) -> bool:
    """A running clock has an end; a suspended or stopped one has none."""
    return all(
        (clock.status is ClockStatus.RUNNING) is (clock.ends_at is not None) or clock.status is ClockStatus.LAPSED
        for clock in case.clocks
    )


@about(DeportationOrder)
def no_provisional_stay_beside_an_order(position: Position, at: datetime) -> Iterator[str]:
    """58: no provisional stay is permitted to a person with a deportation order (61-2-4(1)(ix))."""
    for order in position.all(DeportationOrder):
        for stay in position.all(ProvisionalStayPeriod):
            in_force = order.withdrawn_at is None or stay.delivered_at < order.withdrawn_at
            if in_force and order.issued_at <= stay.delivered_at <= at:
                yield stay.case


@about(DeportationOrder)
def no_order_while_provisional_stay_runs(position: Position, at: datetime) -> Iterator[str]:
    """34: while provisional stay runs no step of the deportation procedure is taken (61-2-9(2))."""
    for order in position.all(DeportationOrder):
        for stay in position.all(ProvisionalStayPeriod):
            ran = stay.ended_at is None or order.issued_at < stay.ended_at
            if ran and order.withdrawn_at is None and stay.delivered_at <= order.issued_at <= at:
                yield order.case


@about(DeportationOrder)
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


@about(DeportationOrder)
def no_order_while_its_window_is_open(position: Position, _at: datetime) -> Iterator[str]:
    """25: no order while a three-day window for a hearing, an objection or special permission is open (47(5))."""
    for order in position.all(DeportationOrder):
        case = position.cases.get(order.case)
        if case is not None and any(clock.rule_name in _WINDOWS and clock.status in _LIVE for clock in case.clocks):
            yield order.case


@about(ProvisionalStayPeriod)
def windows_stand_still_under_provisional_stay(position: Position, at: datetime) -> Iterator[str]:
    """34: while provisional stay runs, no window of a deportation procedure runs out (61-2-9(2))."""
    if position.provisional_stay_running(at) is None:
        return
    for case in position.cases.values():
        if any(clock.rule_name in _WINDOWS and clock.status is ClockStatus.RUNNING for clock in case.clocks):
            yield case.id


@about(Application)
def an_application_ends_at_a_moment(position: Position, at: datetime) -> Iterator[str]:
    """67: an application has ended only with the moment at which it did, and not in the future."""
    for application in position.all(Application):
        ended = application.ended_at
        if (application.ended is None) is not (ended is None) or (
            ended is not None and not application.filed_at <= ended <= at
        ):
            yield application.case


@lru_cache(maxsize=4096)
def _review_period_ends(received: date) -> datetime:
    return REVIEW_REQUEST.ends(received).value


@about(Application)
def silence_ends_an_application_only_after_its_period(position: Position, _at: datetime) -> Iterator[str]:
    """45, 67: a refusal is final by silence only when the rolled seven days from its receipt have passed."""
    for application in position.all(Application):
        if application.ended is not Ending.NO_REVIEW_IN_TIME or application.ended_at is None:
            continue
        received = application.refusal_received_on
        if received is not None and application.ended_at < _review_period_ends(received):
            yield application.case


@about(Application)
def no_review_period_outlives_its_application(position: Position, _at: datetime) -> Iterator[str]:
    """67: what has ended is not open to review by a clock that still runs."""
    for application in position.all(Application):
        case = position.cases.get(application.case)
        if application.ended is not None and case is not None and case.clock(REVIEW_REQUEST) is not None:
            yield application.case


@about(ProvisionalStayPeriod)
def provisional_stay_ends_with_its_period(position: Position, at: datetime) -> Iterator[str]:
    """59, 67: provisional stay does not outlive its last day, but for a timely renewal that is undecided (A-28)."""
    for stay in position.all(ProvisionalStayPeriod):
        case = position.cases.get(stay.case)
        held = case is not None and case.held
        if stay.ended_at is None and not stay.renewal_undecided and not held and end_of(stay.last_day) <= at:
            yield stay.case


def a_contested_entry_is_owed_a_resolution(position: Position, _at: datetime) -> Iterator[str]:
    """While an entry is contested, its resolution is owed and every case of the person is held."""
    marked = [case for case in position.cases.values() if case.contested]
    for case in marked:
        owed = {duty.id for duty in case.open_duties}
        if any(f"{mark.entry}#contested" not in owed for mark in case.contested):
            yield case.id
    held = bool(marked)
    for case in position.cases.values():
        if case.held is not held:
            yield case.id


OF_A_CASE: tuple[Callable[[Case[Any]], bool], ...] = (
    live_stage_has_clock_or_duty,
    closed_case_runs_nothing,
    clock_end_fits_its_status,
)
OF_A_PERSON: tuple[Callable[[Position, datetime], Iterator[str]], ...] = (
    a_contested_entry_is_owed_a_resolution,
    no_order_while_its_window_is_open,
    windows_stand_still_under_provisional_stay,
    no_order_while_provisional_stay_runs,
    no_provisional_stay_beside_an_order,
    provisional_stay_ends_with_its_period,
    an_application_ends_at_a_moment,
    silence_ends_an_application_only_after_its_period,
    no_review_period_outlives_its_application,
    no_order_on_a_ground_that_a_grant_covers,
    *RELEASE_AND_WORK,
    *SPONSORSHIP,
    *REVIEW_AND_TREATMENT,
    *CUSTODY,
    *DEPARTURE,
    *ENFORCEMENT,
    *LANDING,
    *PERMISSION,
    *PENAL_ORDERS,
)
_BY_KIND = by_kind(OF_A_PERSON)
INVARIANTS: tuple[Callable[..., Any], ...] = (*OF_A_CASE, *OF_A_PERSON)
