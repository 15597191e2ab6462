"""What is done in the lives of people who are held, sponsored or released, act by act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from law.treatment import MATTERS
from simulation import suspects
from simulation.lives import keep_circumstances, on, working

if TYPE_CHECKING:
    from simulation.lives import Life

CENTRE: Final = "East Japan Immigration Centre"
_REASONS = {"reasons": "stated"}
_RELEASE_TERMS = {"conditions": ["48(1)(i)", "48(1)(ii)", "48(1)(iii)", "48(1)(iv)"], "content": "as usual"}
_JUDGED = {"appropriate": True, "reasons": "an operation is near", "reason": "health"}
_REVIEWED_AFTER: Final = (93, 185, 277, 367, 459, 551)
"""Days after the first day of detention under the order by which each three months are over, whatever the months."""
_EXAMINED_EVERY: Final = 85


def detain(life: Life, day: int) -> str:
    """Detained under a detention order since a day, and handed over; returns the deportation case."""
    keep_circumstances(life, day + 3)
    case = suspects.examine(life, day, detained=True)
    treat(life, day, day)
    return case


def treat(life: Life, day: int, since: int) -> None:
    """Tell in writing, ask about health, have a doctor examine; each as it was done when the restraint began."""
    told = {"matters": sorted(MATTERS), "in_writing": True, "language": "the detainee's own", "told_on": on(since)}
    life.act(day, "Treatment", "tell_matters", "control", **told)
    life.act(day, "Treatment", "ask_health", "control", answers="nothing of note", asked_on=on(since))
    examine(life, day)


def examine(life: Life, day: int) -> None:
    """Record the examination by a doctor."""
    life.act(day, "Treatment", "examine", "director", examined_on=on(day), result="kept in the entry")


def move_to_centre(life: Life, day: int) -> None:
    """Move a detainee to a centre, where all is told and asked again."""
    life.act(day, "Detention", "assign_place", "supervisor", place="centre", facility=CENTRE, **_REASONS)
    treat(life, day, day)


def order(life: Life, day: int) -> None:
    """Hold somebody under a deportation order since a day: removal cannot be done at once, detention was chosen."""
    suspects.order(life, day, detained=True)
    treat(life, day, day + 2)
    screen_after_order(life, day, "detention")


def screen_after_order(life: Life, day: int, outcome: str) -> None:
    """Tell that removal cannot be done at once, and choose between Sponsorship and detention (52(7), (8))."""
    life.act(day, "Detention", "tell_removal_impossible", "control", **_REASONS)
    chosen = {"outcome": outcome, "sponsorship_considered": True}
    life.act(day, "Detention", "screen_after_order", "supervisor", **chosen, **_REASONS)


def plan(life: Life, day: int) -> None:
    """Draw up the departure plan."""
    drawn = {"drawn_up_on": on(day), "obstacles": "no passport", "expected_end": "not foreseeable"}
    life.act(day, "DetentionReview", "draw_up_plan", "control", heard_on=on(day), hearing="wants to stay", **drawn)


def report(life: Life, day: int, *, first: bool) -> None:
    """Report progress on the three months that were reached; the first time hand in the plan."""
    life.act(day, "DetentionReview", "report_progress", "control", hands_in_plan=first, progress="an application")


def find_not_appropriate(life: Life, day: int) -> None:
    """Consider Sponsorship, say no with reasons, and tell the Commissioner."""
    risks = {"risk_of_flight": "high", "risk_of_illegal_work": "low", "disadvantage_of_detention": "none known"}
    life.act(day, "DetentionReview", "consider", "supervisor", appropriate=False, **risks, **_REASONS)
    life.act(day, "DetentionReview", "tell_commissioner", "supervisor", **_REASONS)


def hold(life: Life, days: int, *, reviewed: int = 6, moved: bool = False) -> None:
    """Everything that happens to somebody who has been held under the order for so many days.

    Args:
        life: whose.
        days: since the order.
        reviewed: how many reviews were completed at most.
        moved: to a centre, on the third day.
    """
    order(life, days)
    plan(life, days - 1)
    due: list[tuple[int, int | None]] = [(days - _EXAMINED_EVERY * time, None) for time in range(1, 8)]
    due += [(days - after, number) for number, after in enumerate(_REVIEWED_AFTER[:reviewed])]
    if moved:
        move_to_centre(life, days - 2)
    for day, review in sorted(due, key=lambda one: -one[0]):
        if day < 1:
            break
        if review is None:
            examine(life, day)
            continue
        report(life, day, first=review == 0)
        find_not_appropriate(life, day)
        life.act(day, "DetentionReview", "withhold_command", "commissioner", **_REASONS)


def ask_for_sponsorship(life: Life, day: int) -> None:
    """Request Sponsorship from detention or release."""
    life.open(day, "Sponsorship", "request", "clerk", material=True)


def set_deposit(life: Life, day: int, *, after_order: bool) -> None:
    """Decide Sponsorship of a detainee with a deposit, which is awaited."""
    against = ["flight"]
    deposit = {"amount": 500_000, "against": against, "minor": False}
    suspects.sponsor(life, day, day - 80, after_order=after_order, **deposit)


def ask_for_release(life: Life, day: int) -> None:
    """Request provisional release for health."""
    asked: dict[str, Any] = {
        "requester": "spouse",
        "reasons_shown": ["health"],
        "proof": True,
        "content": "an operation",
    }
    life.open(day, "ProvisionalRelease", "request", "clerk", **asked)


def release(life: Life, day: int, last_day: int) -> None:
    """Hear the doctor and release provisionally until a day."""
    life.act(day, "ProvisionalRelease", "hear_doctor", "director", opinion="in the entry")
    granted: dict[str, Any] = _JUDGED | _RELEASE_TERMS | {"last_day": working(last_day)}
    life.act(day, "ProvisionalRelease", "grant", "director", **granted)


def ask_for_extension(life: Life, day: int) -> None:
    """Request the extension of a release."""
    asked = {"requester": "person", "proof": True, "way": "counter", "content": "still ill"}
    life.act(day, "ProvisionalRelease", "request_extension", "clerk", **asked)
