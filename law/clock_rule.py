"""What a clock of the law is: a period that the law fixes, or a day that an officer designates."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from law.citation import HOLA, PRACTICE, Citation
from law.finding import Finding, Reason, Step
from law.holidays import closure, is_administrative_holiday, next_working_day
from law.periods import Period, end_of

_DAY = timedelta(days=1)


class Danger(IntEnum):
    """What is at stake when a clock runs out; the lower, the graver."""

    CUSTODY = 0
    REMOVAL = 1
    RIGHT = 2
    ROUTINE = 3


class DesignationError(Exception):
    """A day that an officer may not designate, and why."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason; the message is its code alone."""
        super().__init__(reason.code)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """A clock of the law: a period the law fixes, or a day an officer designates, up to a maximum or without one.

    Args:
        id: the row of LAW §11 ("C19").
        name: snake case, unique.
        en: what it is, English.
        ja: what it is, Japanese.
        danger: what is at stake when it lapses.
        on_lapse: what follows when it lapses, one English sentence.
        period: the statutory period; None for a designated day.
        maximum: the longest a designated day may lie ahead; it never rolls (T10).
        set_by: the provisions under which an officer sets the day where the law has no maximum.
        any_day: the designated day may be a closed one, for nobody has to come to an office on it (T8).
        next_if_all_closed: where every day of the maximum is closed, a closed one may be designated, and what is done
            on the next working day is in time (A-01); for payments and filings alone.
        takes_liberty: its end takes liberty from the person, though what is at stake is custody.
    """

    id: str
    name: str
    en: str
    ja: str
    danger: Danger
    on_lapse: str
    period: Period | None = None
    maximum: Period | None = None
    set_by: tuple[Citation, ...] = ()
    any_day: bool = False
    next_if_all_closed: bool = False
    takes_liberty: bool = False

    def __post_init__(self) -> None:
        """Refuse a clock with no length or two, and a maximum that rolls."""
        lengths = (self.period is not None) + (self.maximum is not None) + bool(self.set_by)
        if lengths != 1 or (self.maximum is not None and self.maximum.rolls):
            msg = f"{self.id}: a clock has a period, or a maximum that does not roll, or a day that is set"
            raise ValueError(msg)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The provisions that fix the period or the maximum."""
        return self.set_by or (self.period or self._longest).basis

    @property
    def takes(self) -> bool:
        """Whether its end takes something from the person, rather than keeping him or her from harm."""
        return self.takes_liberty or self.danger in (Danger.REMOVAL, Danger.RIGHT)

    @property
    def in_hours(self) -> bool:
        """Whether the period, in hours or minutes, runs from an instant (T2)."""
        return self.period is not None and self.period.runs_at_once

    def ends(self, start: date) -> Finding[datetime]:
        """The first instant after the statutory period that an event on `start` sets running.

        Raises:
            ValueError: the end of this clock is designated, or lies beyond the calendar.
        """
        return self._counted.ends_at(start)

    def end_from(self, instant: datetime) -> datetime:
        """The instant of `ends_from` alone, for those who do not ask why. Raises as it does."""
        return self._counted.end_from(instant)

    def ends_from(self, instant: datetime) -> Finding[datetime]:
        """The instant at which a period in hours ends that runs from an instant.

        Raises:
            ValueError: the period is not in hours.
        """
        return self._counted.ends_at_from(instant)

    def designated(self, start: date, last_day: date) -> Finding[datetime]:
        """The first instant after the day that an officer designates.

        Args:
            start: the day of the event from which the maximum runs; for a renewal the last day of the period before.
            last_day: the designated day, itself still within the period.

        Raises:
            DesignationError: before the start, beyond the maximum, or on a closed day (policy A-01), unless every day
                is closed and the clock then ends with the next working day.
            ValueError: this clock has a statutory period.

        Source: the provision of the clock; Civil Code 140, 143; T10.
        """
        end = self.designated_end(start, last_day)
        if self.set_by:
            return Finding(end, (self._set(),), (Step(last_day, "set by an officer", "指定した日"),))
        longest = self._longest.last_day(start)
        if end != end_of(last_day):
            return self._ends_next_working_day(last_day, longest)
        chosen = Step(last_day, "designated by an officer within the maximum counted above", "上限の範囲内で指定した日")
        return Finding(end, (self._within_maximum(longest),), (*longest.steps, chosen))

    def designated_end(self, start: date, last_day: date) -> datetime:
        """The instant of `designated` alone, for those who do not ask why. Raises as it does."""
        if last_day < start:
            raise DesignationError(self._before_start(start))
        longest = None if self.set_by else self._longest.last_day_of(start)
        if longest is not None and last_day > longest:
            raise DesignationError(self._beyond_maximum(self._longest.last_day(start)))
        why = None if self.any_day else closure(last_day)
        if why is None:
            return end_of(last_day)
        if longest is None or not self._is_all_closed(start, longest):
            raise DesignationError(_on_closed_day(last_day, why.en, why.ja))
        return end_of(next_working_day(last_day))

    def latest_designation(self, start: date) -> date:
        """The last day that may be designated: a working day, unless all are closed and that is allowed.

        Raises:
            ValueError: this clock has a statutory period, or every day of the maximum is closed.
        """
        day = self._longest.last_day_of(start)
        if self._is_all_closed(start, day):
            return day
        while is_administrative_holiday(day):
            day -= _DAY
        if day < start:
            msg = f"{self.id}: no working day within {self._longest.en} from {start.isoformat()}"
            raise ValueError(msg)
        return day

    @property
    def _counted(self) -> Period:
        if self.period is None:
            msg = f"{self.id}: the last day is designated, not counted"
            raise ValueError(msg)
        return self.period

    @property
    def _longest(self) -> Period:
        if self.maximum is None:
            msg = f"{self.id}: the law fixes the period, no day is designated"
            raise ValueError(msg)
        return self.maximum

    def _is_all_closed(self, start: date, last: date) -> bool:
        """Whether a closed day may be designated, for no working day is among those that count."""
        first = start if self._longest.counts_first_day else start + _DAY
        return self.next_if_all_closed and next_working_day(first) > last

    def _ends_next_working_day(self, last_day: date, longest: Finding[date]) -> Finding[datetime]:
        moved = next_working_day(last_day)
        chosen = Step(last_day, "designated by an officer, closed as is every day of the maximum", "指定した日（休日）")
        in_time = Step(moved, "the next working day is in time; for a person to see", "次の開庁日（期限内とする）")
        return Finding(end_of(moved), (_in_time_on(moved, self.basis),), (*longest.steps, chosen, in_time))

    def _before_start(self, start: date) -> Reason:
        return Reason(
            "before_start",
            self.basis,
            f"The designated day lies before the start, {start.isoformat()}.",
            f"指定日が起算の日（{start.isoformat()}）より前である。",
            remedy="Designate a day from the start on.",
        )

    def _beyond_maximum(self, longest: Finding[date]) -> Reason:
        last = longest.value.isoformat()
        return Reason(
            "beyond_maximum",
            longest.basis,
            f"The designated day lies beyond the maximum of {self._longest.en}, which ends on {last}.",
            f"指定日が上限（{self._longest.ja}、{last}まで）を超えている。",
            remedy=f"Designate a working day until {last}.",
        )

    def _set(self) -> Reason:
        return Reason(
            "day_set",
            (*self.set_by, PRACTICE("A-01")),
            "The day is set by an officer; the law has no maximum, and it does not move.",
            "権限のある者が指定した日であり、休日によって動かない。",
        )

    def _within_maximum(self, longest: Finding[date]) -> Reason:
        last = longest.value.isoformat()
        return Reason(
            "designated_within_maximum",
            (*longest.basis, PRACTICE("A-01")),
            f"The day is designated by an officer, within {self._longest.en} (until {last}); it does not move.",
            f"権限のある者が{self._longest.ja}以内（{last}まで）で指定した日であり、休日によって動かない。",
        )


def _on_closed_day(day: date, en: str, ja: str) -> Reason:
    return Reason(
        "closed_day",
        (PRACTICE("A-01"), HOLA("1")),
        f"{day.isoformat()} is a holiday of administrative organs ({en}).",
        f"{day.isoformat()}は行政機関の休日（{ja}）である。",
        remedy="Designate a working day.",
    )


def _in_time_on(day: date, basis: tuple[Citation, ...]) -> Reason:
    return Reason(
        "in_time_on_next_working_day",
        (*basis, PRACTICE("A-01")),
        f"No day that could be designated is a working day: what is done on {day.isoformat()} is in time.",
        f"指定し得る日がすべて休日であるため、{day.isoformat()}にされたものは期限内とする。",
    )
