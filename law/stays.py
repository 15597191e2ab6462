"""How a person stays in Japan at an instant (axis S of LAW §3): what was recorded, and what the cases themselves know.

A landing permitted for temporary refuge, or a status that a case granted, is on record without anybody typing it; a
status that was revoked ends at the instant of service, whatever end was written for it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from law.facts import Circumstances, Ground, Stay, StayKind
from law.on_record import AtLeast, exists
from law.periods import legal_day, start_of

WITH_STATUS: Final = frozenset(
    {StayKind.STATUS_OF_RESIDENCE, StayKind.SPECIAL_PERMANENT_RESIDENT, StayKind.TEMPORARY_REFUGE}
)
"""Who stays in one of these ways is not status-less (61-2-2(1))."""


@dataclass(frozen=True, slots=True)
class GivenStay:
    """A way of staying that a case gave."""

    case: str
    stay: Stay
    came_with_it: bool = False
    """Let in from on board with it: nothing came before."""


@dataclass(frozen=True, slots=True)
class TakenStatus:
    """A status of residence was revoked: it ended at this instant."""

    case: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EndedStay(Stay):
    """A stay that ended within its last day: from `ended_at` on it is over."""

    ended_at: datetime = field(kw_only=True)


def together(
    recorded: tuple[Stay, ...] | None, given: Collection[GivenStay], taken: Collection[TakenStatus]
) -> tuple[Stay, ...] | None:
    """The ways of staying that are on record, with what the person's cases gave and took.

    Args:
        recorded: as they were recorded; None = nobody recorded them.
        given: what cases gave; where nobody recorded others, others stay unknown, but of somebody let in with one.
        taken: revocations that were served; each ends the status held then, not one that began later.
    """
    if not (given or taken) or (recorded is None and not given):
        return recorded
    stays = dict.fromkeys((*(recorded or ()), *(one.stay for one in given)))
    known = tuple(_cut(stay, taken) for stay in stays)
    all_of_them = recorded is not None or any(one.came_with_it for one in given)
    return known if all_of_them else AtLeast(known)


def with_stays(recorded: Circumstances, given: Collection[GivenStay], taken: Collection[TakenStatus]) -> Circumstances:
    """The circumstances with the ways of staying that the person's cases gave and took."""
    stays = together(recorded.stays, given, taken)
    return recorded if stays is recorded.stays else replace(recorded, stays=stays)


def covers(stay: Stay, at: datetime) -> bool:
    """Whether a stay covers an instant: its days are whole, but for one that ended within its last day."""
    if isinstance(stay, EndedStay) and stay.ended_at <= at:
        return False
    day = legal_day(at)
    return stay.since <= day and (stay.until is None or day <= stay.until)


def stays_as(kinds: Collection[StayKind], stays: Collection[Stay], at: datetime) -> bool:
    """Whether the person stays in one of these ways at an instant."""
    return any(stay.kind in kinds and covers(stay, at) for stay in stays)


def stays_in(kinds: Collection[StayKind], stays: tuple[Stay, ...] | None, at: datetime) -> bool | None:
    """Whether the person stays in one of these ways at an instant; None where that is not on record."""
    return exists(stays, lambda stay: stay.kind in kinds and covers(stay, at))


def _cut(stay: Stay, taken: Collection[TakenStatus]) -> Stay:
    if stay.kind is not StayKind.STATUS_OF_RESIDENCE:
        return stay
    hit = min((one.at for one in taken if start_of(stay.since) < one.at), default=None)
    if hit is None or not covers(stay, hit - timedelta.resolution):
        return stay
    return EndedStay(stay.kind, stay.since, legal_day(hit - timedelta.resolution), ended_at=hit)


@dataclass(frozen=True, slots=True)
class AwaitedGround:
    """An item of Article 24 that a case knows to arise only if the person stays on beyond a period that still runs."""

    case: str
    ground: Ground
    arises_at: datetime
    """The first instant after the period."""


def has_not_arisen(grounds: Collection[Ground], awaited: Collection[AwaitedGround], at: datetime) -> bool:
    """Whether one of the grounds hangs on a period that still runs, and on none that is over."""
    runs = {one.ground for one in awaited if at < one.arises_at}
    is_over = {one.ground for one in awaited if one.arises_at <= at}
    return bool((runs - is_over) & frozenset(grounds))
