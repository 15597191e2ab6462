"""Periods counted on the fingers: day by day, with `jpholiday` for the closed days (LAW §2).

Nothing of `law/` is imported here, and no arithmetic of months is done: the calendar is walked.
"""

from datetime import date, timedelta

import jpholiday

_DAY = timedelta(days=1)


def is_closed(day: date) -> bool:
    """T7: Saturday, Sunday, national holiday, 29 December to 3 January."""
    if day.isoweekday() in {6, 7}:
        return True
    if (day.month == 12 and day.day >= 29) or (day.month == 1 and day.day <= 3):
        return True
    return bool(jpholiday.is_holiday(day))


def rolled(day: date) -> date:
    """T6: the first day from here on that is not closed."""
    while is_closed(day):
        day = day + _DAY
    return day


def last_day(start: date, length: int, unit: str, *, counts_first_day: bool = False, rolls: bool = False) -> date:
    """The last day of a period of days, weeks, months or years."""
    first = start if counts_first_day else start + _DAY
    if unit in {"day", "week"}:
        end = _after_days(first, length * 7 if unit == "week" else length)
    else:
        end = _after_months(first, length * 12 if unit == "year" else length)
    return rolled(end) if rolls else end


def _after_days(first: date, days: int) -> date:
    counted, day = 1, first
    while counted < days:
        day, counted = day + _DAY, counted + 1
    return day


def _after_months(first: date, months: int) -> date:
    """T5: walk month by month to the last month, then to the day before the corresponding one."""
    day = first.replace(day=1)
    for _ in range(months):
        day = _first_of_next_month(day)
    last_month = day.month
    while day.day != first.day:
        day = day + _DAY
        if day.month != last_month:
            return day - _DAY
    return day - _DAY


def _first_of_next_month(day: date) -> date:
    month = day.month
    while day.month == month:
        day = day + _DAY
    return day
