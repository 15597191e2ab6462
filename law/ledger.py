"""What is used and what is left of a period that stood still (LAW §2, A-09; 61-2-9(2)), and service levels (A-02)."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from law.holidays import is_administrative_holiday, next_working_day
from law.periods import JST, Period, end_of, legal_day
from law.policies import ServiceLevel

Standstill = tuple[datetime, datetime]
"""From and until which instant a period stood still."""


def unrolled_last_day(period: Period, started_on: date) -> date:
    """The last day of a period before any move over holidays."""
    return period.unrolled_last_day_of(started_on)


def rolled(period: Period | None, last_day: date) -> date:
    """The last day moved over holidays, where the period is one that moves (HolA 2)."""
    return next_working_day(last_day) if period is not None and period.rolls else last_day


def days_left(unrolled: date, stopped_on: date) -> int:
    """Whole days left of a period in days that stops on a day, that day included (rounded up, at least one).

    Args:
        unrolled: the last day before any move over holidays.
        stopped_on: the legal day of the stop.

    Source: 61-2-9(2) stops the procedure; the rounding is A-09, in the person's favour.
    """
    return max(1, (unrolled - stopped_on).days + 1)


def resumed_last_day(left: int, resumed_at: datetime) -> date:
    """The last day, before any move over holidays, of a period that goes on with the days that were left.

    The day of the resumption does not count, unless the period resumes at 00:00 (Civil Code 140).
    """
    local = resumed_at.astimezone(JST)
    first_counts = local.time() == time(0)
    return local.date() + timedelta(days=left - 1 if first_counts else left)


def last_day_with_standstills(period: Period, started_on: date, standstills: Iterable[Standstill]) -> date:
    """The last day, before any move over holidays, of a period that stood still since it began.

    Args:
        period: in days.
        started_on: the day of the event that starts it.
        standstills: when it stood still, from and until which instant; those outside the period change nothing.
    """
    unrolled = unrolled_last_day(period, started_on)
    for stopped_at, resumed_at in sorted(standstills):
        if stopped_at < end_of(rolled(period, unrolled)) and resumed_at >= end_of(started_on):
            first_day_stopped = max(legal_day(stopped_at), started_on + timedelta(days=1))
            unrolled = resumed_last_day(days_left(unrolled, first_day_stopped), resumed_at)
    return unrolled


@lru_cache(maxsize=4096)
def overdue_after(since: date, level: ServiceLevel) -> date:
    """The last working day on which a duty owed from a day is not yet overdue; a service level, never a legal limit."""
    return _working_days_after(since, level.overdue_after)


def alerted_until(today: date, level: ServiceLevel) -> date:
    """The latest last day (`overdue_after`) of a duty whose working days before the alert are over when a day begins.

    Owed on Thursday 9 January 2025, its one working day is Friday the 10th and its last day Wednesday the 15th (the
    13th is a holiday): it is alerted from Saturday the 11th on.
    """
    over = today - timedelta(days=1)
    while is_administrative_holiday(over):
        over -= timedelta(days=1)
    return _working_days_after(over, level.overdue_after - level.alert_after)


def _working_days_after(day: date, number: int) -> date:
    for _ in range(number):
        day = next_working_day(day + timedelta(days=1))
    return day
