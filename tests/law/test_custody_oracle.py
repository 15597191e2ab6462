"""The days and hours of custody against a second reading of Articles 41, 44, 52-8 and 55."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.custody import ProvisionallyReleased
from law.custody_clocks import (
    HAND_OVER_LIMIT,
    HEALTH_EXAMINATION,
    ISOLATION,
    ISOLATION_RENEWAL,
    PROTECTION_ROOM,
)
from law.detention import HAND_OVER_OWED, Occasion
from law.detention_days import (
    Restraint,
    days_left,
    days_left_in_all,
    days_spent,
    last_day,
    may_be_extended,
    may_be_held,
)
from law.detention_review import first_day, footing_of, periods_over, three_months, three_months_at_the_latest
from law.finding import Answer
from law.periods import JST
from tests.oracle import custody as oracle

_FIRST = date(2024, 1, 1)
EVERY_DAY = [_FIRST + timedelta(days=number) for number in range((date(2029, 1, 1) - _FIRST).days)]
"""2024 to 2028: two leap years, every month end, every closed day."""
_DAY = timedelta(days=1)
_INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)).map(lambda at: at.replace(tzinfo=JST))  # noqa: DTZ001  (the zone is set here)


@st.composite
def _stays(draw: st.DrawFn) -> tuple[oracle.Held, ...]:
    """Some stays under detention orders, each after the one before, now and then within the same day."""
    stays: list[oracle.Held] = []
    at = draw(_INSTANTS)
    for _ in range(draw(st.integers(0, 5))):
        until = at + timedelta(minutes=draw(st.integers(1, 25 * 24 * 60)))
        stays.append(oracle.Held(at, until))
        at = until + timedelta(minutes=draw(st.one_of(st.integers(0, 600), st.integers(0, 90 * 24 * 60))))
    return tuple(stays)


def _restraints(stays: tuple[oracle.Held, ...]) -> tuple[Restraint, ...]:
    return tuple(
        Restraint(oracle.civil_day(stay.since), oracle.civil_day(stay.until) if stay.until else None) for stay in stays
    )


@settings(max_examples=700, deadline=None)
@given(stays=_stays(), on=_INSTANTS.map(lambda at: at.date()), extended=st.integers(0, 30))
def test_days_spent_and_left(*, stays: tuple[oracle.Held, ...], on: date, extended: int) -> None:
    """Days spent, days left and the last day agree, whatever the breaks and wherever the new detention begins."""
    spent = days_spent(_restraints(stays), on)
    assert spent.value == oracle.days_spent(stays, on)
    assert days_left(spent.value, extended) == oracle.days_left(stays, on, extended)
    expected = oracle.last_day_of_detention(stays, on, extended)
    if expected is None:
        assert may_be_held(spent.value, extended).value is Answer.NO
        with pytest.raises(ValueError, match="no day is left"):
            last_day(on, spent.value, extended)
    else:
        assert may_be_held(spent.value, extended).value is Answer.YES
        assert last_day(on, spent.value, extended).value == expected


@settings(max_examples=700, deadline=None)
@given(stays=_stays(), days=st.integers(1, 40))
def test_no_order_carries_beyond_sixty(*, stays: tuple[oracle.Held, ...], days: int) -> None:
    """Whatever extension is allowed before somebody is taken, days spent and days to come are never more than sixty."""
    on = oracle.civil_day(stays[-1].until) + _DAY if stays and stays[-1].until else _FIRST
    spent = oracle.days_spent(stays, on)
    allowed = may_be_extended(days, extension=0, spent=spent, held=False).value is Answer.YES
    if allowed:
        assert days <= 30
        assert 1 <= oracle.days_left(stays, on, days) <= 60 - spent
    if spent >= 60:
        assert not allowed
        assert days_left_in_all(spent) == 0


@settings(max_examples=500, deadline=None)
@given(at=_INSTANTS, occasion=st.sampled_from(Occasion))
def test_forty_eight_hours(*, at: datetime, occasion: Occasion) -> None:
    """The 48 hours run to the minute, after a first detention alone, and never after a revocation of Sponsorship."""
    expected = oracle.hand_over_by(at, occasion.value)
    if expected is not None:
        assert occasion in HAND_OVER_OWED
        assert HAND_OVER_LIMIT.ends_from(at).value == expected
    elif occasion in (Occasion.SPONSORSHIP_REVOKED, Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER):
        assert occasion not in HAND_OVER_OWED


def test_every_first_day_of_a_review() -> None:
    """For each day of five years the ends of four reviews agree, by both readings of the first day."""
    for start in EVERY_DAY:
        footing = footing_of(start)
        first = first_day(start, footing).value
        assert first == oracle.review_starts(start, start)
        early = oracle.reviews(first, 4, counts_first_day=True)
        text_counts_it = start < oracle.COMMENCED
        late = early if text_counts_it else oracle.reviews(first, 4, counts_first_day=False)
        for number in (1, 2, 3, 4):
            found, latest = three_months(first, number), three_months_at_the_latest(first, number, footing)
            assert (found.value, latest.value) == (early[number - 1], late[number - 1]), start
            assert found.value <= latest.value
            assert periods_over(first, found.value) == number - 1
            assert periods_over(first, found.value + _DAY) == number


@settings(max_examples=500, deadline=None)
@given(
    granted=st.dates(date(2023, 1, 1), date(2024, 6, 9)),
    held_after=st.integers(1, 400),
)
def test_release_of_before_the_commencement(*, granted: date, held_after: int) -> None:
    """Somebody on release at the commencement is counted from the detention that follows it, that day included."""
    held = oracle.COMMENCED + timedelta(days=held_after)
    ended = datetime(held.year, held.month, held.day, 9, tzinfo=JST)
    begun = datetime(granted.year, granted.month, granted.day, tzinfo=JST)
    release = ProvisionallyReleased("case_r", begun, held, under_order=True, ended_at=ended)
    footing = footing_of(held, (release,))
    assert first_day(held, footing).value == oracle.review_starts(held, granted, on_old_release=True)
    expected = oracle.reviews(held, 2, counts_first_day=True)
    assert [three_months_at_the_latest(held, number, footing).value for number in (1, 2)] == expected


def test_every_isolation_and_examination() -> None:
    """For each day of five years isolation, its renewals and the next examination end alike."""
    for start in EVERY_DAY:
        end = ISOLATION.ends(start).value.date() - _DAY
        assert end == oracle.isolation_ends(start, 0)
        renewed = ISOLATION_RENEWAL.ends(end).value.date() - _DAY
        assert renewed == oracle.isolation_ends(start, 1)
        assert HEALTH_EXAMINATION.ends(start).value.date() - _DAY == oracle.examined_by(start)


@settings(max_examples=500, deadline=None)
@given(at=_INSTANTS, renewals=st.integers(0, 4))
def test_protection_room(*, at: datetime, renewals: int) -> None:
    """Twenty-four hours and each renewal end to the minute."""
    end = PROTECTION_ROOM.ends_from(at).value
    for _ in range(renewals):
        end = PROTECTION_ROOM.ends_from(end).value
    assert end == oracle.room_ends(at, renewals)
