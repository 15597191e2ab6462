"""Counting periods: the traps of LAW §2, and agreement with a second reading."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.citation import HOLA, ICRRA, PRACTICE
from law.periods import JST, Period, Unit, end_of, legal_day, start_of
from tests.oracle import periods as oracle

BASIS = (ICRRA("48(1)"),)


def last(start: date, length: int, unit: Unit, *, counted: bool = False, rolls: bool = False) -> date:
    """The last day of a period, in one call."""
    return Period(length, unit, BASIS, counts_first_day=counted, rolls=rolls).last_day_of(start)


@pytest.mark.parametrize(
    ("start", "counted", "end"),
    [
        (date(2025, 4, 30), False, date(2025, 7, 31)),  # k = 1 May, whole months
        (date(2025, 2, 28), False, date(2025, 5, 31)),  # k = 1 March
        (date(2025, 9, 30), False, date(2025, 12, 31)),  # k = 1 October
        (date(2024, 11, 30), False, date(2025, 2, 28)),  # k = 1 December
        (date(2024, 11, 30), True, date(2025, 2, 28)),  # k = 30 November, February has no 30th
        (date(2023, 11, 30), False, date(2024, 2, 29)),  # k = 1 December, leap year
        (date(2023, 11, 30), True, date(2024, 2, 29)),  # k = 30 November, February has no 30th
        (date(2023, 11, 29), False, date(2024, 2, 29)),  # k = 30 November, no 30 February
        (date(2023, 11, 29), True, date(2024, 2, 28)),  # k = 29 November, the day before 29 February
        (date(2025, 2, 28), True, date(2025, 5, 27)),  # k = 28 February, the day before 28 May
        (date(2024, 6, 10), True, date(2024, 9, 9)),  # k = 10 June, the day before 10 September
        (date(2025, 3, 1), True, date(2025, 5, 31)),  # k = 1 March, whole months
    ],
)
def test_three_months(*, start: date, counted: bool, end: date) -> None:
    """Three months end as LAW §2.2 and §2.3 work them out."""
    assert last(start, 3, Unit.MONTH, counted=counted) == end


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2024, 2, 29), date(2025, 2, 28)),  # k = 1 March 2024
        (date(2024, 2, 28), date(2025, 2, 28)),  # k = 29 February 2024, February 2025 has no 29th
        (date(2023, 2, 28), date(2024, 2, 29)),  # k = 1 March 2023, the day before 1 March 2024
        (date(2025, 6, 10), date(2026, 6, 10)),  # k = 11 June
    ],
)
def test_one_year(start: date, end: date) -> None:
    """A year ends on the day before the one that corresponds to the first counted day."""
    assert last(start, 1, Unit.YEAR) == end


@pytest.mark.parametrize(
    ("start", "length", "unit", "counted", "end"),
    [
        (date(2025, 6, 2), 3, Unit.DAY, False, date(2025, 6, 5)),  # 3, 4, 5
        (date(2025, 6, 2), 3, Unit.DAY, True, date(2025, 6, 4)),  # 2, 3, 4
        (date(2025, 6, 2), 2, Unit.WEEK, False, date(2025, 6, 16)),  # 2 + 14
        (date(2025, 6, 2), 2, Unit.WEEK, True, date(2025, 6, 15)),  # the 14th day
        (date(2025, 6, 2), 1, Unit.DAY, True, date(2025, 6, 2)),
    ],
)
def test_days_and_weeks(*, start: date, length: int, unit: Unit, counted: bool, end: date) -> None:
    """Days and weeks exclude the first day unless the provision counts it."""
    assert last(start, length, unit, counted=counted) == end


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2025, 4, 28), 3, date(2025, 5, 1)),  # 29 Apr (holiday), 30, 1 May: holidays inside are counted
        (date(2025, 4, 30), 3, date(2025, 5, 7)),  # Sat 3, Sun 4, Mon 5, Tue 6 May (substitute for the 4th)
        (date(2026, 4, 28), 7, date(2026, 5, 7)),  # Tue 5 May, Wed 6 May (substitute for Sun 3 May)
        (date(2026, 9, 16), 3, date(2026, 9, 24)),  # Sat 19, Sun 20, Mon 21, Tue 22 (sandwiched), Wed 23
        (date(2025, 12, 22), 7, date(2026, 1, 5)),  # 29 Dec to 3 Jan, Sun 4 Jan
        (date(2025, 12, 31), 3, date(2026, 1, 5)),  # Sat 3 Jan, Sun 4 Jan
    ],
)
def test_filing_deadlines_move_over_closed_days(start: date, length: int, end: date) -> None:
    """A filing period that would end on a closed day ends on the next working day."""
    assert last(start, length, Unit.DAY, rolls=True) == end


def test_limits_of_the_state_do_not_move() -> None:
    """A period without rolling ends on a Sunday or on New Year's Day all the same (T8)."""
    assert last(date(2025, 12, 29), 3, Unit.DAY) == date(2026, 1, 1)


def test_a_finding_shows_the_counting() -> None:
    """The steps name the uncounted day, day 1, day n, every closed day and the result; the reasons cite the rules."""
    found = Period(3, Unit.DAY, BASIS, rolls=True).ends_at(date(2026, 9, 16))
    assert found.value == datetime(2026, 9, 25, tzinfo=JST)
    assert [(step.day.day, step.en) for step in found.steps] == [
        (16, "the first day is not counted"),
        (17, "day 1: the first day counted"),
        (19, "day 3"),
        (19, "closed: Saturday"),
        (20, "closed: Sunday"),
        (21, "closed: Respect for the Aged Day"),
        (22, "closed: National Holiday"),
        (23, "closed: Autumnal Equinox Day"),
        (24, "the next working day"),
    ]
    assert [str(citation) for citation in found.basis] == ["ICRRA 48(1)", "Civil Code 140", "HolA 2", "Civil Code 141"]


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (date(2025, 4, 30), "the first counted day is the 1st: whole months"),
        (date(2023, 11, 29), "no day 30 in the last month: its last day"),
        (date(2024, 11, 28), "no day 29 in the last month: its last day"),
        (date(2025, 6, 2), "the day before day 3 of the last month"),
    ],
)
def test_months_name_the_corresponding_day(start: date, text: str) -> None:
    """The last step of a period in months says which limb of Civil Code 143(2) decided."""
    assert Period(3, Unit.MONTH, BASIS).last_day(start).steps[-1].en == text


def test_a_counted_first_day_is_said_to_be_counted() -> None:
    """Where the day itself counts, no step or reason excludes it."""
    found = Period(2, Unit.WEEK, BASIS, counts_first_day=True).last_day(date(2025, 6, 2))
    assert [step.en for step in found.steps] == ["day 1: the first day counted", "day 14"]
    assert "first_day_counted" in [reason.code for reason in found.reasons]


def test_rolling_cites_its_own_basis() -> None:
    """A period that moves by a protective reading cites the policy beside the Act."""
    period = Period(3, Unit.DAY, BASIS, rolls=True, roll_basis=(HOLA("2"), PRACTICE("A-27")))
    assert PRACTICE("A-27") in period.last_day(date(2026, 9, 16)).basis
    assert PRACTICE("A-27") not in period.last_day(date(2026, 9, 14)).basis


def test_hours_run_through_the_night_and_the_weekend() -> None:
    """48 hours from Friday 17:45 end on Sunday 17:45, to the minute."""
    found = Period(48, Unit.HOUR, BASIS).ends_at_from(datetime(2026, 9, 18, 17, 45, tzinfo=JST))
    assert found.value == datetime(2026, 9, 20, 17, 45, tzinfo=JST)
    assert [step.en for step in found.steps] == ["start: 17:45 JST", "end: 17:45 JST"]


def test_hours_ignore_the_clock_changes_of_other_zones() -> None:
    """48 elapsed hours are counted even if the instant comes in a zone that changes its clocks meanwhile."""
    start = datetime(2026, 3, 28, 12, 0, tzinfo=ZoneInfo("Europe/Paris"))
    end = Period(48, Unit.HOUR, BASIS).ends_at_from(start).value
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=48)


def test_a_legal_day_is_the_day_in_japan() -> None:
    """15:00 UTC is already the next legal day; a naive instant has none."""
    assert legal_day(datetime(2024, 6, 9, 14, 59, 59, tzinfo=UTC)) == date(2024, 6, 9)
    assert legal_day(datetime(2024, 6, 9, 15, 0, tzinfo=UTC)) == date(2024, 6, 10)
    with pytest.raises(ValueError, match="no time zone"):
        legal_day(datetime.fromisoformat("2024-06-10"))


def test_a_day_ends_where_the_next_begins() -> None:
    """The end of a day is the first instant after it, so the last day itself is in time until 24:00 (A-21)."""
    assert end_of(date(2025, 6, 30)) == start_of(date(2025, 7, 1)) == datetime(2025, 6, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("length", "unit", "start"),
    [
        (1, Unit.DAY, date(9999, 12, 31)),
        (1, Unit.MONTH, date(9999, 12, 15)),
        (8000, Unit.YEAR, date(2025, 1, 1)),
        (10**12, Unit.DAY, date(2025, 1, 1)),
    ],
)
def test_periods_beyond_the_calendar_are_refused(length: int, unit: Unit, start: date) -> None:
    """An end that no calendar holds is a clear ValueError."""
    with pytest.raises(ValueError, match="end beyond the calendar"):
        last(start, length, unit)


def test_instants_beyond_the_calendar_are_refused() -> None:
    """The very last day has no instant after it, and hours do not leave the calendar either."""
    with pytest.raises(ValueError, match="no day follows 9999-12-31"):
        end_of(date.max)
    with pytest.raises(ValueError, match="end beyond the calendar"):
        Period(48, Unit.HOUR, BASIS).ends_at_from(datetime(9999, 12, 31, tzinfo=JST))
    with pytest.raises(ValueError, match="beyond the calendar"):
        legal_day(datetime(9999, 12, 31, 23, tzinfo=UTC))


def test_days_and_instants_are_not_confused() -> None:
    """Hours refuse a day, the other units refuse an instant."""
    with pytest.raises(ValueError, match="runs from an instant"):
        last(date(2025, 1, 1), 48, Unit.HOUR)
    with pytest.raises(ValueError, match="runs from a day"):
        Period(3, Unit.DAY, BASIS).ends_at_from(datetime(2025, 1, 1, tzinfo=JST))
    with pytest.raises(TypeError, match="legal day"):
        last(datetime(2025, 1, 1, tzinfo=JST), 3, Unit.DAY)


def test_periods_that_no_provision_means_are_refused() -> None:
    """A period is positive, has a basis, and in hours never moves over closed days."""
    with pytest.raises(ValueError, match="positive length"):
        Period(0, Unit.DAY, BASIS)
    with pytest.raises(ValueError, match="a basis"):
        Period(1, Unit.DAY, ())
    with pytest.raises(ValueError, match="in hours"):
        Period(48, Unit.HOUR, BASIS, rolls=True)


@settings(deadline=None, max_examples=400)
@given(
    start=st.dates(date(2000, 1, 1), date(2048, 12, 31)),
    length=st.integers(1, 24),
    unit=st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]),
    counted=st.booleans(),
    rolls=st.booleans(),
)
def test_any_period_agrees_with_the_second_reading(
    *, start: date, length: int, unit: Unit, counted: bool, rolls: bool
) -> None:
    """Our arithmetic and the oracle's walk through the calendar end on the same day, and the steps end there too."""
    period = Period(length, unit, BASIS, counts_first_day=counted, rolls=rolls)
    found = period.last_day(start)
    assert found.value == oracle.last_day(start, length, unit.value, counts_first_day=counted, rolls=rolls)
    assert found.steps[-1].day == found.value
    assert period.ends_at(start).value == end_of(found.value)


def test_every_start_of_a_leap_cycle_agrees_with_the_second_reading() -> None:
    """Three months, six months and a year from each day of 2023-2024, counted or not, agree with the oracle."""
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(731)]
    cases = [(3, Unit.MONTH), (6, Unit.MONTH), (1, Unit.YEAR)]
    assert [
        (day, length, unit, counted)
        for day in days
        for length, unit in cases
        for counted in (True, False)
        if last(day, length, unit, counted=counted)
        != oracle.last_day(day, length, unit.value, counts_first_day=counted)
    ] == []


@settings(deadline=None)
@given(start=st.dates(date(2000, 1, 1), date(2048, 12, 31)), length=st.integers(1, 12), rolls=st.booleans())
def test_a_later_start_never_ends_earlier(*, start: date, length: int, rolls: bool) -> None:
    """Deadlines keep the order of the events that start them."""
    following = start + timedelta(days=1)
    assert last(start, length, Unit.MONTH, rolls=rolls) <= last(following, length, Unit.MONTH, rolls=rolls)
