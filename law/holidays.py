"""The holidays of administrative organs (行政機関の休日): the days to which filing deadlines do not fall.

Saturdays, Sundays, the holidays of the National Holidays Act with its substitute and sandwiched days, and
29 December-3 January. The days are those of the `holidays` package, which is a dated table for the past; equinox
days of coming years are computed and become law by the notice of the February before.

Not decided here:
    Whether a deadline moves at all (`law.periods`). Days before 1993, when some Saturdays were still working days,
    are judged by today's rule: it can only move a deadline in favour of the person.

Source:
    HolA 1(1); National Holidays Act 2, 3 (text 2025-06-01).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from holidays.countries.japan import Japan

LAST_KNOWN_YEAR: Final = 2099
"""The last year whose equinox days the calendar knows."""

_DAY: Final = timedelta(days=1)
_SUNDAY: Final = 6


@dataclass(frozen=True, slots=True)
class Closure:
    """Why administrative organs are closed on a day, in both languages."""

    en: str
    ja: str


_SATURDAYS: Final = Closure("Saturday", "土曜日")
_SUNDAYS: Final = Closure("Sunday", "日曜日")
_NEW_YEAR: Final = Closure("New Year closure (29 December-3 January)", "年末年始")
_NEW_YEAR_DAYS: Final = ((1, 1), (1, 2), (1, 3), (12, 29), (12, 30), (12, 31))


def is_administrative_holiday(day: date) -> bool:
    """Whether administrative organs are closed on the day.

    Raises:
        ValueError: the day lies beyond the calendar that is known (after 2099).
        TypeError: an instant was given; take its `law.periods.legal_day` first.

    Source: HolA 1(1).
    """
    return closure(day) is not None


def next_working_day(day: date) -> date:
    """The day itself if it is a working day, else the first working day after it (HolA 2)."""
    while is_administrative_holiday(day):
        day += _DAY
    return day


def closure(day: date) -> Closure | None:
    """Why administrative organs are closed on the day; None for a working day."""
    if isinstance(day, datetime):
        msg = f"a legal day is asked for, not the instant {day.isoformat()}"
        raise TypeError(msg)
    return _closures(day.year).get(day)


@cache
def _closures(year: int) -> Mapping[date, Closure]:
    """All closed days of a year; one immutable table per year, for the package's own objects grow when asked."""
    if year > LAST_KNOWN_YEAR:
        msg = f"no calendar of national holidays is known for {year} (last known year: {LAST_KNOWN_YEAR})"
        raise ValueError(msg)
    english = Japan(years=year, language="en_US")
    japanese = Japan(years=year, language="ja")
    table = _weekends(year)
    table.update({date(year, month, day): _NEW_YEAR for month, day in _NEW_YEAR_DAYS})
    table.update({day: Closure(name, japanese[day]) for day, name in english.items()})
    return MappingProxyType(table)


def _weekends(year: int) -> dict[date, Closure]:
    table: dict[date, Closure] = {}
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() >= _SUNDAY - 1:
            table[day] = _SUNDAYS if day.weekday() == _SUNDAY else _SATURDAYS
    return table
