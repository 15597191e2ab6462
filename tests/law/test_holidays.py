"""The calendar of closed days."""

from datetime import UTC, date, datetime, timedelta

import jpholiday
import pytest

from law.holidays import LAST_KNOWN_YEAR, closure, is_administrative_holiday, next_working_day
from tests.oracle.periods import is_closed

EVERY_DAY = [date(2000, 1, 1) + timedelta(days=n) for n in range((date(2051, 1, 1) - date(2000, 1, 1)).days)]


def test_every_day_agrees_with_an_independent_calendar() -> None:
    """On each day from 2000 to 2050 we are closed exactly when the oracle, built on another package, is."""
    assert [day for day in EVERY_DAY if is_administrative_holiday(day) != is_closed(day)] == []


def test_national_holidays_keep_their_names_on_weekends_and_new_year() -> None:
    """A national holiday is never named after the weekday or the New Year closure it falls on."""
    generic = {"Saturday", "Sunday", "New Year closure (29 December-3 January)"}
    named = {day: found.en for day in EVERY_DAY if jpholiday.is_holiday(day) and (found := closure(day))}
    assert [day for day, name in named.items() if name in generic] == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 12, 28), "Sunday"),
        (date(2025, 12, 29), "New Year closure (29 December-3 January)"),
        (date(2026, 1, 1), "New Year's Day"),
        (date(2026, 1, 2), "New Year closure (29 December-3 January)"),
        (date(2026, 1, 4), "Sunday"),
        (date(2026, 1, 5), None),
        (date(2026, 5, 6), "Substitute Holiday"),  # 3 May 2026 is a Sunday, 4 and 5 May are holidays themselves
        (date(2026, 9, 22), "National Holiday"),  # between Respect for the Aged Day and Autumnal Equinox Day
        (date(2025, 5, 3), "Constitution Day"),  # a Saturday: no substitute for Saturdays
        (date(2025, 5, 7), None),
    ],
)
def test_names(day: date, name: str | None) -> None:
    """The name says why administrative organs are closed."""
    found = closure(day)
    assert (found and found.en) == name


def test_names_are_in_both_languages() -> None:
    """Every closure is named in Japanese too."""
    assert [day for day in EVERY_DAY if (found := closure(day)) and not (found.ja and found.en)] == []
    found = closure(date(2026, 9, 22))
    assert found is not None
    assert found.ja == "国民の休日"


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 6, 9), date(2025, 6, 9)),
        (date(2025, 6, 7), date(2025, 6, 9)),  # Saturday, Sunday, Monday
        (date(2025, 12, 27), date(2026, 1, 5)),  # Sat, Sun, 29 Dec-3 Jan, Sunday 4 Jan
        (date(2026, 9, 19), date(2026, 9, 24)),  # Silver Week: Sat to Wed
        (date(2026, 5, 2), date(2026, 5, 7)),  # Golden Week: Sat to substitute Wed
    ],
)
def test_next_working_day(day: date, working: date) -> None:
    """A working day stays, a closed day leads to the first working day after it."""
    assert next_working_day(day) == working


def test_the_calendar_ends_where_the_equinox_days_do() -> None:
    """Beyond the known calendar there is an error, not a year without holidays."""
    assert is_administrative_holiday(date(LAST_KNOWN_YEAR, 1, 1))
    with pytest.raises(ValueError, match="no calendar of national holidays is known for 2100"):
        is_administrative_holiday(date(LAST_KNOWN_YEAR + 1, 1, 1))


def test_an_instant_is_not_a_day() -> None:
    """A datetime, which Python also calls a date, is refused instead of found open."""
    with pytest.raises(TypeError, match="legal day"):
        is_administrative_holiday(datetime(2026, 1, 1, tzinfo=UTC))
