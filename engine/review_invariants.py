"""What must hold of the review of detention and of the treatment of detainees at every instant (LAW §14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from engine.invariant import about
from law.custody import DETAINED, CustodyHeld, Sponsored, Title
from law.detention_review import DetentionReviewed, Owed, Round, must_consider
from law.facts import Custody
from law.finding import Answer
from law.periods import legal_day
from law.treatment import Owed as Care
from law.treatment import Treated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from engine.position import Position


@about(CustodyHeld)
def detention_under_the_order_is_under_review(position: Position, _at: datetime) -> Iterator[str]:
    """50: whoever is detained under the order has one review whose next three months are armed (52-8(2), (6))."""
    held = position.custody_held
    if held is None or held.custody is not Custody.DETAINED_DEPORTATION_ORDER:
        return
    reviews = position.all(DetentionReviewed)
    if held.title is Title.DEPORTATION_ORDER and (len(reviews) != 1 or reviews[0].armed_until is None):
        yield held.case


@about(DetentionReviewed)
def three_months_bring_a_report_and_a_consideration(position: Position, _at: datetime) -> Iterator[str]:
    """50: every three months reached are reported and considered, or both are owed (52-8(2), (3), (6))."""
    for review in position.all(DetentionReviewed):
        for one in review.rounds:
            unreported = one.reported_on is None and Owed.REPORT not in review.owed
            unconsidered = one.awaits_consideration and Owed.CONSIDERATION not in review.owed
            if unreported or unconsidered:
                yield review.case


@about(DetentionReviewed)
def every_no_goes_to_the_commissioner(position: Position, _at: datetime) -> Iterator[str]:
    """51: a view against Sponsorship is told to the Commissioner, or the telling is owed; then an answer (52-8(3))."""
    for review in position.all(DetentionReviewed):
        for one in review.rounds:
            untold = one.awaits_telling and Owed.TELLING not in review.owed
            unanswered = one.awaits_answer and Owed.ANSWER not in review.owed
            if untold or unanswered:
                yield review.case


@about(DetentionReviewed)
def a_command_leaves_no_no(position: Position, at: datetime) -> Iterator[str]:
    """52: a command stands until a decision on it does: it is owed, and no later view is against it (52-8(5))."""
    for review in position.all(DetentionReviewed):
        if review.obeyed is not None and must_consider(position.all(Sponsored), at).value is Answer.YES:
            yield review.case
        if review.commanded_at is None:
            continue
        day = legal_day(review.commanded_at)
        if Owed.COMMAND not in review.owed or any(_denies_after(one, day) for one in review.rounds):
            yield review.case


def _denies_after(one: Round, day: date) -> bool:
    return one.appropriate is False and one.considered_on is not None and one.considered_on > day


@about(CustodyHeld)
def every_detainee_is_told_asked_and_examined(position: Position, _at: datetime) -> Iterator[str]:
    """60: every detainee has one treatment: told and asked, or both owed, and an examination armed (55-18, 55-41)."""
    held = position.custody_held
    if held is None or held.custody not in DETAINED:
        return
    treatments = position.all(Treated)
    if len(treatments) != 1:
        yield held.case
    for one in treatments:
        told = one.told or Care.TELLING in one.owed
        asked = one.asked or Care.ASKING in one.owed
        if not told or not asked or one.examined_by is None:
            yield one.case


@about(Treated)
def separation_runs_or_ends_at_once(position: Position, _at: datetime) -> Iterator[str]:
    """79: an isolation or a placing has a period that runs; when it is over, its end is owed (55-50(2), 55-53(3))."""
    for one in position.all(Treated):
        isolated = one.isolated and one.isolation_ends is None and Care.END_OF_ISOLATION not in one.owed
        placed = one.in_room and one.room_ends is None and Care.END_OF_PLACING not in one.owed
        if isolated or placed:
            yield one.case


REVIEW_AND_TREATMENT: Final[tuple[Callable[[Position, datetime], Iterator[str]], ...]] = (
    detention_under_the_order_is_under_review,
    three_months_bring_a_report_and_a_consideration,
    every_no_goes_to_the_commissioner,
    a_command_leaves_no_no,
    every_detainee_is_told_asked_and_examined,
    separation_runs_or_ends_at_once,
)
