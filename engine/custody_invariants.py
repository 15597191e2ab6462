"""What must hold of where a person is held or free at every instant (LAW §14)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from engine.invariant import about
from law.custody import (
    DETAINED,
    PROVISIONALLY_RELEASED,
    SPONSORED,
    CustodyHeld,
    ProvisionallyReleased,
    Sponsored,
    Title,
)
from law.custody_clocks import DETENTION_EXTENSION, DETENTION_LIMIT, HAND_OVER_LIMIT
from law.detention import HAND_OVER_OWED, may_be_executed_by_detention, why_no_execution
from law.detention_days import LONGEST_EXTENSION, MOST_DAYS, DetentionKept, days_held, days_spent, last_day
from law.facts import Custody
from law.finding import Answer
from law.periods import legal_day
from law.regimes import TRAVEL_RESTRICTION_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position
    from law.clock_rule import ClockRule

_TITLE: Final = {
    Custody.EMERGENCY_DETAINED: Title.EMERGENCY,
    Custody.DETAINED_DETENTION_ORDER: Title.DETENTION_ORDER,
    Custody.DETAINED_DEPORTATION_ORDER: Title.DEPORTATION_ORDER,
}
_BEFORE_ORDER: Final = frozenset({Custody.EMERGENCY_DETAINED, Custody.DETAINED_DETENTION_ORDER})
_ELSEWHERE: Final = frozenset({Custody.CRIMINAL_CUSTODY, Custody.TRAVEL_RESTRICTED})
"""Where Sponsorship and provisional release stand aside without ending."""
_RELEASE = "release_at_once"
_WEIGHED = frozenset({"weigh_custody", "weigh_unpaid_deposit"})
_DETENTION = frozenset({"issue_detention_order", "detain_person", "extend_or_forgo", "resolve_sixty_days"})


@about(CustodyHeld)
def one_case_keeps_custody(position: Position, _at: datetime) -> Iterator[str]:
    """The axis of custody is kept in one live case, and a person stands at exactly one place on it."""
    yield from (one.case for one in position.all(CustodyHeld)[1:])


@about(DetentionKept)
def detention_has_a_title_or_release_is_owed(position: Position, _at: datetime) -> Iterator[str]:
    """1, 3: whoever is detained is so under the title of that detention, or its end is on record and release owed."""
    for kept in position.all(DetentionKept):
        if kept.custody not in DETAINED:
            if kept.title is not None:
                yield kept.case
        elif kept.title is None:
            if kept.title_ended is None or not _owes(position, kept.case, frozenset({_RELEASE})):
                yield kept.case
        elif kept.title is not _TITLE[kept.custody] or not _carries(kept):
            yield kept.case


def _carries(kept: DetentionKept) -> bool:
    """Whether the order that is the title stands."""
    if kept.title is Title.DETENTION_ORDER:
        return kept.extended is not None and not kept.ordered
    return kept.ordered is (kept.title is Title.DEPORTATION_ORDER)


@about(DetentionKept)
def the_48_hours_run_until_the_hand_over(position: Position, _at: datetime) -> Iterator[str]:
    """4: they run from the restraint, but for a hand-over, a Sponsorship decision or a revoked Sponsorship (44)."""
    for kept in position.all(DetentionKept):
        owed = kept.title in (Title.EMERGENCY, Title.DETENTION_ORDER) and kept.held_under in HAND_OVER_OWED
        runs = _running(position, kept.case, HAND_OVER_LIMIT)
        if (runs and not owed) or (owed and not runs and not kept.handed_over and not kept.sponsorship_decided):
            yield kept.case


@about(DetentionKept)
def never_more_than_sixty_days(position: Position, at: datetime) -> Iterator[str]:
    """5, 6: at most thirty days and an extension of at most thirty under detention orders in one case (41(1))."""
    for kept in position.all(DetentionKept):
        titled = tuple(one for one in kept.restraints if one.titled)
        held = kept.spent_before + days_held(titled, legal_day(at))
        if held > MOST_DAYS or (kept.extended or 0) > LONGEST_EXTENSION:
            yield kept.case


@about(DetentionKept)
def detention_before_the_order_has_its_end(position: Position, _at: datetime) -> Iterator[str]:
    """5, 7, 69: its clock ends on the day that the days spent leave, each counted once and none at liberty."""
    for kept in position.all(DetentionKept):
        running = tuple(one for one in kept.restraints if one.until is None)
        held = kept.custody in _BEFORE_ORDER
        if len(running) != held:
            yield kept.case
        elif held and kept.title is not None:
            earlier = tuple(one for one in kept.restraints if one.until is not None)
            since = running[0].since
            spent = days_spent(earlier, since, kept_elsewhere=kept.spent_before).value
            expected = last_day(since, spent, kept.extended or 0).value
            rule = DETENTION_EXTENSION if kept.extended else DETENTION_LIMIT
            clock = position.cases[kept.case].clock(rule)
            if clock is None or clock.last_day != expected:
                yield kept.case


@about(DetentionKept)
def who_is_to_be_detained_is_on_somebodys_desk(position: Position, at: datetime) -> Iterator[str]:
    """16: after a revocation or the end of a release an order issues, or the detention or its days are owed."""
    for kept in position.all(DetentionKept):
        if kept.custody is not Custody.FREE or kept.due is None or _owes(position, kept.case, _DETENTION | _WEIGHED):
            continue
        stopped = (
            may_be_executed_by_detention(position.circumstances, at).value is Answer.NO
            if kept.ordered
            else kept.order_stayed or position.provisional_stay_running(at) is not None
        )
        if not stopped:
            yield kept.case


@about(DetentionKept)
def nobody_is_held_against_a_court(position: Position, at: datetime) -> Iterator[str]:
    """41, 43: while a court's wide stay or travel restriction runs, nobody is held with the order as title (A-41).

    What was put on record before the first day of the law on restrictions is told to nobody when that day comes.
    """
    held = [kept for kept in position.all(DetentionKept) if kept.title is Title.DEPORTATION_ORDER]
    if not held:
        return
    circumstances = position.circumstances
    in_law = tuple(
        one for one in circumstances.travel_restrictions or () if legal_day(one.since) >= TRAVEL_RESTRICTION_FROM
    )
    stopped = why_no_execution(replace(circumstances, travel_restrictions=in_law), at)
    if stopped is not None:
        yield from (kept.case for kept in held)


@about(DetentionKept)
def the_axis_agrees_with_its_procedures(position: Position, _at: datetime) -> Iterator[str]:
    """Sponsorship and provisional release that run stand so on the axis; by paragraph (1) nobody held waits."""
    kept = next(iter(position.all(DetentionKept)), None)
    if kept is None:
        return
    for one in position.all(Sponsored):
        if one.ended_at is None and one.placed_at is not None and kept.custody not in SPONSORED | _ELSEWHERE:
            yield one.case
        if one.paragraph.at_screening and one.placed_at != one.decided_at:
            yield one.case
    for release in position.all(ProvisionallyReleased):
        if release.ended_at is None and kept.custody not in PROVISIONALLY_RELEASED | _ELSEWHERE:
            yield release.case


def _owes(position: Position, case: str, kinds: frozenset[str]) -> bool:
    return any(duty.kind in kinds for duty in position.cases[case].open_duties)


def _running(position: Position, case: str, rule: ClockRule) -> bool:
    return position.cases[case].clock(rule) is not None


CUSTODY: Final[tuple[Callable[[Position, datetime], Iterator[str]], ...]] = (
    one_case_keeps_custody,
    detention_has_a_title_or_release_is_owed,
    the_48_hours_run_until_the_hand_over,
    never_more_than_sixty_days,
    detention_before_the_order_has_its_end,
    who_is_to_be_detained_is_on_somebodys_desk,
    nobody_is_held_against_a_court,
    the_axis_agrees_with_its_procedures,
)
"""Wired into `engine.invariants.OF_A_PERSON`."""
