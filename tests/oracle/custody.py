"""The days, hours and dates of custody, read a second time from Articles 41 to 55 and the Ordinance.

Nothing of `law/` is imported here: days are walked one by one, and every number stands where its article is cited.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from .periods import is_closed, last_day, rolled

_DAY = timedelta(days=1)
_TOKYO = timezone(timedelta(hours=9))
COMMENCED = date(2024, 6, 10)
"""Act 56 of 2023 in force: suppl. 8 and 9 hang on this day."""


@dataclass(frozen=True)
class Held:
    """One unbroken stay under detention orders, from the moment of restraint; `until` is None while it lasts."""

    since: datetime
    until: datetime | None = None


def civil_day(at: datetime) -> date:
    """The day in Tokyo on which an instant falls (T1)."""
    return at.astimezone(_TOKYO).date()


def days_spent(stays: tuple[Held, ...], before: date) -> int:
    """Days touched by detention before `before`: the day of restraint is a day (A-03), none is counted twice (A-18)."""
    seen: set[date] = set()
    for stay in stays:
        last = before - _DAY if stay.until is None else civil_day(stay.until)
        day = civil_day(stay.since)
        while day <= last and day < before:
            seen.add(day)
            day = day + _DAY
    return len(seen)


def days_left(stays: tuple[Held, ...], on: date, extended: int = 0) -> int:
    """The days left on the morning of `on`, with an extension of this very order (41(1), 44-4(9), A-33)."""
    left = 30 + min(extended, 30) - days_spent(stays, on)
    return max(left, 0)


def last_day_of_detention(stays: tuple[Held, ...], on: date, extended: int = 0) -> date | None:
    """The last day on which somebody taken (or held) on `on` may be held, that day being spent; None: no day."""
    day: date | None = None
    for number in range(days_left(stays, on, extended)):
        day = on + number * _DAY
    return day


def hand_over_by(restrained_at: datetime, footing: str, decided_at: datetime | None = None) -> datetime | None:
    """The forty-eight hours of Article 44; None where no such clock runs, or a 44-2(6) decision has ended it."""
    if footing not in {"39-2(2)", "43(1)"}:
        return None
    end = restrained_at + timedelta(minutes=48 * 60)
    return None if decided_at is not None and decided_at < end else end


def reviews(start: date, count: int, *, counts_first_day: bool) -> list[date]:
    """The last days of the first three months and of each three months beyond them (52-8(2)(6))."""
    ends = [last_day(start, 3, "month", counts_first_day=counts_first_day)]
    while len(ends) < count:
        # A later period begins at 00:00 of the day after the one before, so that day is its first (Civil Code 140).
        ends.append(last_day(ends[-1] + _DAY, 3, "month", counts_first_day=True))
    return ends


def review_starts(detained_on: date, ordered_on: date, *, on_old_release: bool = False) -> date:
    """Day 1 of the three months: detained *and* ordered (A-45); the commencement for those held then (suppl. 8(4))."""
    first = max(detained_on, ordered_on)
    if on_old_release:
        return detained_on
    return max(first, COMMENCED)


def sponsorship_paragraph(
    *, ordered: bool, detained: bool, on_release: bool, commanded: bool = False, emergency: bool = False
) -> str:
    """The paragraph under which Sponsorship goes (DT-05 last lines, inv. 76, A-45)."""
    bound = detained or on_release or emergency
    if commanded:
        return "52-8(5)"
    if ordered:
        return "52-2(5)" if bound else "52-2(1)"
    return "44-2(6)" if bound else "44-2(1)"


def is_minor(born_on: date, on: date) -> bool:
    """Under eighteen on the day of the decision (A-32); an age is reached at the end of the eve of the birthday.

    Somebody born on 29 February reaches it with the end of the 28th (Act on Counting Ages; the birthday is 1 March).
    """
    birthday = date(born_on.year + 18, 3, 1) if _is_leap_day(born_on) else born_on.replace(year=born_on.year + 18)
    if _is_leap_day(born_on) and _is_leap(born_on.year + 18):
        birthday = born_on.replace(year=born_on.year + 18)
    return on < birthday


def _is_leap_day(day: date) -> bool:
    return (day.month, day.day) == (2, 29)


def _is_leap(year: int) -> bool:
    return (date(year, 3, 1) - _DAY).day == 29


def highest_deposit(paragraph: str, *, minor: bool) -> int:
    """Yen that may be asked at most (DT-06; Ord. 36-2(4)(5)); nothing for provisional release under the new law."""
    if paragraph == "54(2)":
        return 0
    return 1_500_000 if minor else 3_000_000


def deposit_days(paragraph: str, placed_on: date) -> list[date]:
    """The days that may be designated for payment: three, counted from the day after placement (Ord. 36-2(6)).

    Closed days are left out, unless all three are closed (A-01). Under 44-2(6), 52-2(5) and 52-8(5) there is no date.
    """
    if paragraph not in {"44-2(1)", "52-2(1)"}:
        return []
    three = [placed_on + number * _DAY for number in (1, 2, 3)]
    return [day for day in three if not is_closed(day)] or three


def paid_in_time(due: date, paid_on: date) -> bool:
    """A payment due on a closed day is in time on the next working day (A-01)."""
    return paid_on <= rolled(due)


def sponsor_must_notify_by(matter: str, happened_on: date, learnt_on: date) -> date:
    """Seven days: from learning for conduct and death, from the event for the rest (Ord. 36-3(1), C10), rolled (T6)."""
    start = learnt_on if matter in {"conduct", "death"} else happened_on
    return last_day(start, 7, "day", rolls=True)


def next_notification_by(last: date) -> date:
    """The latest date that may be fixed: three months from placement or from the last notification (Ord. 36-8(1))."""
    return last_day(last, 3, "month")


def release_until(granted_on: date) -> date:
    """The latest end of a release, or of the new period of an extension counted from the old end (Ord. 49(2)(9))."""
    return last_day(granted_on, 3, "month")


def release_law(*, requested_on: date | None, decided_on: date) -> str:
    """Which law governs a release (suppl. 9): old for requests before that day and for releases running on it."""
    if decided_on < COMMENCED or (requested_on is not None and requested_on < COMMENCED):
        return "old"
    return "new"


def release_ends(last: date, extensions: tuple[tuple[date, date], ...]) -> date:
    """The day with whose end the person is to be detained again.

    Only an extension *granted* on a day of the running period moves it; a request alone moves nothing (inv. 77).
    """
    for granted_on, until in extensions:
        if granted_on <= last:
            last = max(last, until)
    return last


def examined_by(last: date) -> date:
    """The doctor at least once in three months; the day of the start or of the last one counts (55-41(2), C25).

    The text names no first day; counting it is the safe rule of LAW §2.3, and never later than lawful.
    """
    return last_day(last, 3, "month", counts_first_day=True)


def isolation_ends(placed_on: date, renewals: int) -> date:
    """One month, the day of placing counted (C38), then ten days at a time (55-50(2))."""
    end = last_day(placed_on, 1, "month", counts_first_day=True)
    for _ in range(renewals):
        end = end + 10 * _DAY
    return end


def room_ends(placed_at: datetime, renewals: int) -> datetime:
    """Twenty-four hours, and twenty-four more with each renewal, to the minute (55-53(3))."""
    return placed_at + timedelta(minutes=24 * 60 * (1 + renewals))
