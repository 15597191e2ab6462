"""How many days of detention are spent and left under a detention order (41(1), 44-4(9); LAW §5.1).

Days are legal days in Japan. The day of restraint counts as day 1 (A-03), a day that two restraints touch counts once,
and days under Sponsorship, on provisional release or at liberty in a disaster do not count. Every day under any
detention order of the case counts as spent (A-18), so the ordinary days and the extension are never more than sixty.

Not decided here:
    Whether an unavoidable reason for an extension exists: the supervising inspector gives it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from law import detention_reasons as reason
from law.citation import ICRRA
from law.custody import Title
from law.custody_clocks import DETENTION_EXTENSION, DETENTION_LIMIT
from law.detention import Occasion, TitleEnd
from law.facts import Custody
from law.finding import Answer, Finding, Reason, Step
from law.periods import Period
from law.policies import cite

_DAY: Final = timedelta(days=1)


def _length(period: Period | None) -> int:
    if period is None:
        msg = "the clock has no such period"
        raise ValueError(msg)
    return period.length


ORDINARY_DAYS: Final = _length(DETENTION_LIMIT.period)
"""30 days (41(1))."""
LONGEST_EXTENSION: Final = _length(DETENTION_EXTENSION.maximum)
"""30 days in all (41(1) proviso)."""
MOST_DAYS: Final = ORDINARY_DAYS + LONGEST_EXTENSION


@dataclass(frozen=True, slots=True)
class Restraint:
    """An unbroken time in detention before the deportation order, by legal days; `until` None = it goes on.

    `titled` is False for days held after the title had ended: they are spent as well, but no detention order carries
    them.
    """

    since: date
    until: date | None = None
    titled: bool = True


@dataclass(frozen=True, slots=True)
class DetentionKept:
    """The detention of a person as the one case that keeps custody lays it before the rules.

    `extended` is by how many days the detention order that stands is extended, None where none stands.
    """

    case: str
    custody: Custody
    title: Title | None
    title_ended: TitleEnd | None
    held_under: Occasion | None
    due: Occasion | None
    restraints: tuple[Restraint, ...]
    spent_before: int
    extended: int | None
    ordered: bool
    handed_over: bool
    sponsorship_decided: bool
    order_stayed: bool = False
    """A court's stay reaches the detention order that stands."""


def days_held(restraints: Iterable[Restraint], through: date) -> int:
    """How many legal days restraints touch up to a day, that day included; each day counts once."""
    held, counted_to = 0, date.min
    for each in sorted(restraints, key=lambda one: one.since):
        last = min(each.until or through, through)
        first = max(each.since, counted_to + _DAY)
        if first <= last:
            held += (last - first).days + 1
            counted_to = last
    return held


def days_spent(restraints: Iterable[Restraint], before: date, *, kept_elsewhere: int = 0) -> Finding[int]:
    """How many days are already spent when a restraint begins on a day; that day itself is not among them.

    Args:
        restraints: every restraint under 43(1) or a detention order in this deportation case.
        before: the day on which the new restraint begins.
        kept_elsewhere: days spent before the case was kept here.

    Source: 44-4(9), 41(1); A-03, A-18.
    """
    known = tuple(restraints)
    spent = kept_elsewhere + days_held(known, before - _DAY)
    return Finding(spent, (_spent(spent),), tuple(_steps(known, before - _DAY)))


def last_day(on: date, spent: int, extension: int = 0) -> Finding[date]:
    """The last day on which somebody may be held who is taken on a day with days already spent.

    Args:
        on: the day of restraint; it counts.
        spent: days spent before it.
        extension: days by which this detention order was extended.

    Raises:
        ValueError: no day is left.
    """
    left = days_left(spent, extension)
    if left < 1:
        msg = f"{spent} days are spent: no day is left"
        raise ValueError(msg)
    last = on + timedelta(days=left - 1)
    steps = (Step(on, f"day {spent + 1} of {spent + left}", f"{spent + left}日のうち{spent + 1}日目"),)
    return Finding(last, (_spent(spent),), (*steps, Step(last, f"day {spent + left}", f"{spent + left}日目")))


def days_left(spent: int, extension: int = 0) -> int:
    """Days left of the thirty and of an extension of this order; never below zero."""
    return max(0, ORDINARY_DAYS + extension - spent)


def days_left_in_all(spent: int) -> int:
    """Days left of the sixty, however the order may still be extended."""
    return max(0, MOST_DAYS - spent)


def may_be_held(spent: int, extension: int = 0) -> Finding[Answer]:
    """Whether a day is left on which somebody may be taken under the order.

    Returns:
        No when sixty are spent: a person resolves the collision of 44-4(6) with 41(1). No when thirty are spent and
        the order is not extended: an extension comes first (A-33).
    """
    if not days_left_in_all(spent):
        return Finding(Answer.NO, (reason.SIXTY_SPENT, _spent(spent)))
    if not days_left(spent, extension):
        return Finding(Answer.NO, (reason.EXTEND_FIRST, _spent(spent)))
    return Finding(Answer.YES, (_spent(spent),))


def may_be_extended(days: int, *, extension: int, spent: int, held: bool) -> Finding[Answer]:
    """Whether the order may be extended by so many days.

    Args:
        days: by how many days.
        extension: days by which this order was extended before.
        spent: days spent before a detention that is still to begin; not asked of somebody held.
        held: the person is held and the thirty days run; else the order is extended before he or she is taken.

    Source: 41(1) proviso; A-33.
    """
    against = (
        (bool(extension), reason.EXTENDED_ALREADY),
        (days > LONGEST_EXTENSION, reason.EXTENSION_TOO_LONG),
        (not held and not days_left_in_all(spent), reason.SIXTY_SPENT),
        (not held and days_left(spent) > 0, reason.ORDINARY_DAYS_LEFT),
        (not held and not days_left(spent, days), reason.EXTENSION_LEAVES_NOTHING),
    )
    found = next((each for holds, each in against if holds), None)
    counted = () if held else (_spent(spent),)
    return Finding(Answer.YES, counted) if found is None else Finding(Answer.NO, (found, *counted))


def _spent(spent: int) -> Reason:
    return Reason(
        "days_spent",
        (ICRRA("41(1)"), ICRRA("44-4(9)"), cite("A-03"), cite("A-18")),
        f"{spent} days of detention are spent; the day of restraint counts, a day counts once.",
        f"既に収容した日数は{spent}日である（身体を拘束した日を算入し、同じ日は一度だけ数える）。",
        remedy="Extend the new order first, for an unavoidable reason; with sixty days spent nothing cures it.",
    )


def _steps(restraints: tuple[Restraint, ...], through: date) -> Iterable[Step]:
    for each in restraints:
        days = days_held((each,), through)
        if days:
            last = min(each.until or through, through)
            yield Step(each.since, "restraint: this day counts", "身体を拘束した日（算入）")
            yield Step(last, f"{days} days of this restraint", f"この収容の{days}日目")
