"""What must hold of Sponsorship at every instant (LAW §14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.invariant import about
from law.custody import DETAINED, CustodyHeld
from law.custody_clocks import DEPOSIT_DATE, NOTIFICATION
from law.deposit import ceiling, payable_until
from law.facts import Grant
from law.finding import Answer
from law.periods import end_of, legal_day
from law.sponsorship import conditions_complete
from law.sponsorship_end import Ground, is_forfeited
from law.supervision import RequestRefused, Supervision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position


@about(Supervision)
def sponsorship_releases_at_once_or_after_the_deposit(position: Position, _at: datetime) -> Iterator[str]:
    """8: release at once, or at once after the deposit that it waits for, and never before (44-2(8), 52-2(7))."""
    held = any(each.custody in DETAINED and each.title is not None for each in position.all(CustodyHeld))
    for one in _standing(position):
        waits = one.waited_for_deposit and one.deposit is not None and one.deposit.unpaid
        placed = one.placed_at is not None
        before_the_deposit = placed and waits and not one.placed_unpaid
        if (not placed and not waits) or before_the_deposit or (placed and held):
            yield one.case


@about(Supervision)
def one_sponsorship_at_a_time(position: Position, _at: datetime) -> Iterator[str]:
    """No two Sponsorships of a person stand at once."""
    yield from (one.case for one in _standing(position)[1:])


@about(Supervision)
def no_sponsorship_without_sponsor_and_conditions(position: Position, _at: datetime) -> Iterator[str]:
    """9: a Sponsor was selected who consents and is fit, and every condition is there (44-2(1), 44-3(1), 52-3(1))."""
    for one in position.all(Supervision):
        complete = conditions_complete(one.conditions, before_order=one.paragraph.before_order)
        if not one.sponsor or complete.value is not Answer.YES:
            yield one.case


@about(RequestRefused)
def a_refused_sponsorship_is_refused_in_writing(position: Position, _at: datetime) -> Iterator[str]:
    """10: a request for Sponsorship is refused in writing, with reasons (44-2(9), 52-2(7))."""
    yield from (one.case for one in position.all(RequestRefused) if not one.in_writing)


@about(Supervision)
def a_deposit_keeps_its_ceiling_and_its_date(position: Position, _at: datetime) -> Iterator[str]:
    """11, 12: no deposit above its ceiling; a due date only at a screening, at the latest the third day after."""
    longest = DEPOSIT_DATE.maximum
    for one in position.all(Supervision):
        if one.deposit is None:
            continue
        due, placed = one.deposit.due, one.placed_at
        late = due and placed and longest and due > longest.last_day_of(legal_day(placed))
        above = one.deposit.required > ceiling(minor=one.deposit.minor).amount
        if above or (due is None) is one.paragraph.at_screening or late:
            yield one.case


@about(Supervision)
def a_missed_deposit_is_never_forgotten(position: Position, at: datetime) -> Iterator[str]:
    """13: a deposit of 44-2(1) or 52-2(1) that was missed makes revocation owed; another never does (44-4(1)(i)).

    A status that took effect since the decision takes every step away: only the recorded end is owed (61-2-9(1), A-42).
    """
    for one in _standing(position):
        if _gave_way_to_a_status(position, one, at):
            continue
        deposit = one.deposit
        owed = Ground.DEPOSIT_UNPAID in one.owed
        due = deposit.due if deposit is not None else None
        past = due is not None and end_of(payable_until(due)) <= at
        case = position.cases.get(one.case)
        held = case is not None and case.held
        missed = one.paragraph.at_screening and deposit is not None and deposit.unpaid and past and not held
        if (owed and not one.paragraph.at_screening) or (missed and not owed) or (one.owed and not one.revocation_due):
            yield one.case


@about(Supervision)
def nothing_is_forfeited_without_its_ground(position: Position, _at: datetime) -> Iterator[str]:
    """14, 15: no forfeiture for removal alone, of what came late, or where revocation was mandatory (44-4(5))."""
    for one in position.all(Supervision):
        if one.deposit is None or not one.deposit.forfeited:
            continue
        if one.deposit.late or one.owed or not is_forfeited(one.revoked_on):
            yield one.case


@about(Supervision)
def the_next_notification_is_within_three_months(position: Position, _at: datetime) -> Iterator[str]:
    """20: the next notification is due within three months of placement or of the last one (Ord. 36-8(1))."""
    longest = NOTIFICATION.maximum
    for one in _standing(position):
        start, due = one.notified_on, one.notify_by
        if longest and start and due and one.placed_at and due > longest.last_day_of(start):
            yield one.case


def _gave_way_to_a_status(position: Position, one: Supervision, at: datetime) -> bool:
    taken = (each.effective_at for each in position.all(Grant))
    return any(effective is not None and one.decided_at <= effective <= at for effective in taken)


def _standing(position: Position) -> list[Supervision]:
    return [one for one in position.all(Supervision) if one.ended_at is None]


SPONSORSHIP: tuple[Callable[[Position, datetime], Iterator[str]], ...] = (
    sponsorship_releases_at_once_or_after_the_deposit,
    one_sponsorship_at_a_time,
    no_sponsorship_without_sponsor_and_conditions,
    a_refused_sponsorship_is_refused_in_writing,
    a_deposit_keeps_its_ceiling_and_its_date,
    a_missed_deposit_is_never_forgotten,
    nothing_is_forfeited_without_its_ground,
    the_next_notification_is_within_three_months,
)
"""Wired into `engine.invariants.OF_A_PERSON`."""
