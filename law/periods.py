"""Periods: the only legal way from a first day to a deadline (LAW §2, rules T1-T6 and T10).

A period in days, weeks, months or years excludes its first day, runs to the end of its last day and follows the
calendar; only a filing period set by a law moves over a closed day. A period in hours runs at once.

Not decided here:
    Days in the post and justifiable reasons (T9), and from which event a period runs (T12).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from law.citation import CIVIL, HOLA, Citation
from law.finding import Finding, Reason, Step
from law.holidays import closure, next_working_day

JST: Final = ZoneInfo("Asia/Tokyo")

_DAY: Final = timedelta(days=1)


class Unit(StrEnum):
    """The unit in which a provision fixes a period."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_JAPANESE_UNITS: Final = {
    Unit.MINUTE: "分",
    Unit.HOUR: "時間",
    Unit.DAY: "日",
    Unit.WEEK: "週間",
    Unit.MONTH: "か月",
    Unit.YEAR: "年",
}
_AT_ONCE_UNITS: Final = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
"""The units that run by the minute from an instant."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period as a provision fixes it.

    Args:
        length: how many units; at least one.
        unit: the unit.
        basis: the provisions that fix the period; never empty.
        counts_first_day: the provision counts "from the day of" (起算して), or the period begins at 00:00 (T3).
        rolls: a closed last day moves to the next working day (T6); never for hours.
        roll_basis: why it moves.

    Source: Civil Code 138-143; HolA 2 (text 2025-06-01).
    """

    length: int
    unit: Unit
    basis: tuple[Citation, ...]
    counts_first_day: bool = False
    rolls: bool = False
    roll_basis: tuple[Citation, ...] = (HOLA("2"),)

    def __post_init__(self) -> None:
        """Refuse what no provision can mean."""
        if self.length < 1 or not self.basis:
            msg = f"a period needs a positive length and a basis, not {self.length} {self.unit} on {self.basis}"
            raise ValueError(msg)
        if self.runs_at_once and (self.rolls or self.counts_first_day):
            msg = "a period in hours neither counts days nor moves over closed days (Civil Code 139, HolA 2)"
            raise ValueError(msg)

    @property
    def runs_at_once(self) -> bool:
        """Whether it is in hours or minutes: it runs from an instant, and no closed day stops it (T2)."""
        return self.unit in _AT_ONCE_UNITS

    @property
    def en(self) -> str:
        """The length in English ("3 months")."""
        return f"{self.length} {self.unit}{'s' if self.length > 1 else ''}"

    @property
    def ja(self) -> str:
        """The length in Japanese."""
        return f"{self.length}{_JAPANESE_UNITS[self.unit]}"

    def last_day_of(self, start: date) -> date:
        """The last day alone, for those who do not ask why.

        Raises:
            ValueError: the period is in hours, or ends beyond the calendar.
        """
        last = self.unrolled_last_day_of(start)
        return next_working_day(last) if self.rolls else last

    def last_day(self, start: date) -> Finding[date]:
        """The last day of the period that an event on `start` sets running, with the counting."""
        unrolled = self.unrolled_last_day_of(start)
        last = next_working_day(unrolled) if self.rolls else unrolled
        steps = (*self._count(start, unrolled), *_rolling(unrolled, last))
        return Finding(last, self._reasons(moved=unrolled != last), steps)

    def ends_at(self, start: date) -> Finding[datetime]:
        """The first instant after the period: 00:00 JST of the day after its last day (Civil Code 141)."""
        found = self.last_day(start)
        return Finding(end_of(found.value), (*found.reasons, _END_OF_DAY), found.steps)

    def ends_at_from(self, instant: datetime) -> Finding[datetime]:
        """The instant at which a period in hours ends; it starts at once, and no closed day stops it (T2).

        Raises:
            ValueError: the period is not in hours, or the instant is naive or too late.
        """
        start, end = _in_japan(instant), self.end_from(instant)
        return Finding(end, (self._length_reason(), _AT_ONCE), (_moment(start, "start"), _moment(end, "end")))

    def end_from(self, instant: datetime) -> datetime:
        """The instant of `ends_at_from` alone, for those who do not ask why. Raises as it does."""
        if not self.runs_at_once:
            msg = f"a period in {self.unit}s runs from a day, not from an instant"
            raise ValueError(msg)
        start = _in_japan(instant)
        try:
            return start + self.length * _AT_ONCE_UNITS[self.unit]
        except OverflowError as error:
            raise _beyond(self, start) from error

    def unrolled_last_day_of(self, start: date) -> date:
        """The last day before any move over holidays (T3, T4, T5). Raises ValueError as `last_day_of`."""
        if self.runs_at_once:
            msg = "a period in hours runs from an instant, not from a day"
            raise ValueError(msg)
        try:
            first = self._first_counted(start)
            if self.unit in (Unit.DAY, Unit.WEEK):
                return first + timedelta(days=self.length * (7 if self.unit is Unit.WEEK else 1) - 1)
            return _before_corresponding_day(first, self.length * (12 if self.unit is Unit.YEAR else 1))
        except OverflowError as error:
            raise _beyond(self, start) from error

    def _first_counted(self, start: date) -> date:
        return _civil(start) if self.counts_first_day else _civil(start) + _DAY

    def _count(self, start: date, last: date) -> tuple[Step, ...]:
        first = self._first_counted(start)
        day_one = Step(first, "day 1: the first day counted", "1日目（起算日）")
        uncounted = Step(start, "the first day is not counted", "初日は算入しない")
        head = (day_one,) if first == start else (uncounted, day_one)
        if self.unit in (Unit.MONTH, Unit.YEAR):
            return (*head, _corresponding(first, last))
        days = (last - first).days + 1
        return head if days == 1 else (*head, Step(last, f"day {days}", f"{days}日目"))

    def _reasons(self, *, moved: bool) -> tuple[Reason, ...]:
        first = _counted(self.basis) if self.counts_first_day else _NOT_COUNTED
        calendar = () if self.unit is Unit.DAY else (_CALENDAR,)
        rolled = (_moved(self.roll_basis),) if moved else ()
        return (self._length_reason(), first, *calendar, *rolled)

    def _length_reason(self) -> Reason:
        return Reason("period_length", self.basis, f"The period is {self.en}.", f"期間は{self.ja}である。")


def legal_day(instant: datetime) -> date:
    """The civil date in Japan on which the instant falls (T1).

    Raises:
        ValueError: the instant has no zone.
    """
    return _in_japan(instant).date()


def start_of(day: date) -> datetime:
    """The first instant of the day in Japan."""
    _civil(day)
    return datetime(day.year, day.month, day.day, tzinfo=JST)


def end_of(day: date) -> datetime:
    """The first instant after the day in Japan: what comes before it is in time (Civil Code 141).

    Raises:
        ValueError: the day is the last of the calendar.
    """
    if day == date.max:
        msg = f"no day follows {day.isoformat()}"
        raise ValueError(msg)
    return start_of(day + _DAY)


_NOT_COUNTED: Final = Reason(
    "first_day_not_counted", (CIVIL("140"),), "The first day is not counted.", "期間の初日は算入しない。"
)
_CALENDAR: Final = Reason(
    "calendar_period",
    (CIVIL("143"),),
    "Weeks, months and years follow the calendar.",
    "週、月又は年の期間は暦に従って計算する。",
)
_END_OF_DAY: Final = Reason(
    "ends_with_last_day",
    (CIVIL("141"),),
    "The period ends with the end of its last day, 24:00 Japan Standard Time.",
    "期間はその末日の終了（日本標準時24時）をもって満了する。",
)
_AT_ONCE: Final = Reason(
    "runs_at_once",
    (CIVIL("139"), HOLA("2")),
    "A period in hours runs at once; closed days neither stop nor extend it.",
    "時間による期間は即時から起算し、休日によって止まらず、延びない。",
)


def _counted(basis: tuple[Citation, ...]) -> Reason:
    return Reason(
        "first_day_counted",
        (*basis, CIVIL("138")),
        "The period counts from the day itself.",
        "期間はその日から起算する。",
    )


def _moved(basis: tuple[Citation, ...]) -> Reason:
    return Reason(
        "last_day_moved",
        basis,
        "The last day is a closed day; the deadline is the next working day.",
        "末日が休日に当たるため、その翌日（開庁日）をもって期限とみなす。",
    )


def _before_corresponding_day(first: date, months: int) -> date:
    """The day before the one that corresponds to the first counted day, else the last day of the month (T5)."""
    back = 1 if first.day == 1 else 0
    year, month = divmod(first.year * 12 + first.month - 1 + months - back, 12)
    if year > MAXYEAR:
        raise OverflowError
    days = monthrange(year, month + 1)[1]
    return date(year, month + 1, days if back else min(first.day - 1, days))


def _corresponding(first: date, last: date) -> Step:
    if first.day == 1:
        return Step(last, "the first counted day is the 1st: whole months", "月の初めから起算する: 月の末日")
    if first.day > monthrange(last.year, last.month)[1]:
        return Step(last, f"no day {first.day} in the last month: its last day", f"{first.day}日がない: 月の末日")
    return Step(last, f"the day before day {first.day} of the last month", f"応当日（{first.day}日）の前日")


def _rolling(unrolled: date, last: date) -> tuple[Step, ...]:
    closed = [date.fromordinal(ordinal) for ordinal in range(unrolled.toordinal(), last.toordinal())]
    reasons = [(day, why) for day in closed if (why := closure(day))]
    steps = tuple(Step(day, f"closed: {why.en}", f"休日: {why.ja}") for day, why in reasons)
    return (*steps, Step(last, "the next working day", "次の開庁日")) if steps else ()


def _moment(instant: datetime, what: str) -> Step:
    japanese = "起算" if what == "start" else "満了"
    return Step(instant.date(), f"{what}: {instant:%H:%M} JST", f"{japanese}: {instant:%H:%M}")


def _in_japan(instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        msg = f"the instant {instant.isoformat()} has no time zone"
        raise ValueError(msg)
    try:
        return instant.astimezone(JST)
    except OverflowError as error:
        msg = f"the instant {instant.isoformat()} lies beyond the calendar"
        raise ValueError(msg) from error


def _civil(day: date) -> date:
    if isinstance(day, datetime):
        msg = f"a legal day is asked for, not the instant {day.isoformat()}"
        raise TypeError(msg)
    return day


def _beyond(period: Period, start: date) -> ValueError:
    return ValueError(f"{period.en} from {start.isoformat()} end beyond the calendar")
