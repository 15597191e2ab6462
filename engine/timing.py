"""The clocks of a case: started, moved, stopped, and standing still with what is left of them."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from engine.case import Clock, ClockStatus, LedgerEntry
from engine.payload import changed
from engine.refusal import Defect, Refusal, because
from engine.view import S, View
from law.clock_rule import DesignationError
from law.ledger import days_left, last_day_with_standstills, resumed_last_day, rolled
from law.periods import JST, end_of, legal_day, start_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from law.clock_rule import ClockRule
    from law.finding import Reason
    from law.ledger import Standstill
    from law.periods import Period


class Timing(View[S]):
    """What an act may do to the clocks of its case."""

    def designate(self, rule: ClockRule, on: date, until: date) -> datetime:
        """Refuse a day that may not be designated: before the event, beyond the maximum, or on a closed day (A-01).

        Returns:
            The first instant after the period.
        """
        try:
            return rule.designated_end(on, until)
        except DesignationError as error:
            reason = error.reason
        except (OverflowError, ValueError):
            reason = _beyond_calendar(rule)
        raise Refusal(reason)

    def start(
        self,
        rule: ClockRule,
        on: date,
        *,
        until: date | None = None,
        used: int = 0,
        standstills: Sequence[Standstill] = (),
    ) -> Clock:
        """Start a clock.

        Args:
            rule: the period; one of them runs at a time in a case.
            on: the day of the event that starts it. A lapse happens at 00:00 of the day after the last day: what it
                starts usually counts from that last day, not from `today`.
            until: for a period whose last day an officer fixes, that day.
            used: whole days of a period in days that were spent before; at least one must be left.
            standstills: when a period that began in the past stood still since.
        """
        counted = self._counted(rule, on, until, standstills, used)
        moved = [*_stood_still(on, standstills)]
        if until is not None and counted["last_day"] != until:
            moved.append(LedgerEntry(movement="put_off_to_working_day", at=self.at))
        return self._begin(rule, on, counted, moved, designated=until is not None, used=used)

    def start_at(self, rule: ClockRule, instant: datetime) -> Clock:
        """Start a clock in hours, which runs by the minute from an instant (T2)."""
        try:
            ends_at = rule.end_from(instant)
        except ValueError as error:
            raise Refusal(_beyond_calendar(rule)) from error
        last_day = legal_day(ends_at - timedelta.resolution)
        counted = {"unrolled": last_day, "last_day": last_day, "ends_at": ends_at}
        return self._begin(rule, legal_day(instant), counted, started_at=instant)

    def _begin(
        self,
        rule: ClockRule,
        on: date,
        counted: dict[str, Any],
        moved: Iterable[LedgerEntry] = (),
        **details: Any,  # noqa: ANN401  (fields of a clock)
    ) -> Clock:
        if self.case.clock(rule) is not None:
            raise Defect("clock_runs_already", self._case_id, rule.name)
        what: dict[str, Any] = {
            "id": self._session.next_id(),
            "rule_name": rule.name,
            "started_on": on,
            **counted,
            **details,
        }
        clock = Clock(**what, ledger=(LedgerEntry(movement="started", at=self.at), *moved))
        self._put(clocks=(*self.case.clocks, clock))
        return clock

    def move(self, rule: ClockRule, *, on: date, until: date) -> None:
        """Move the fixed last day of a running clock (a renewal, an extension), counted from the day of an event."""
        clock = self._running(rule)
        changes = {**self._counted(rule, on, until), "generation": clock.generation + 1}
        self._change_clock(clock, "moved", changes)

    def stop(self, rule: ClockRule) -> None:
        """Stop a clock for good, if it runs."""
        clock = self.case.clock(rule)
        if clock is not None:
            self._change_clock(clock, "stopped", {"status": ClockStatus.STOPPED, "ends_at": None})

    def suspend(self, rule: ClockRule, *, since: datetime | None = None) -> None:
        """Let a running clock stand still; it keeps what is used and what is left.

        Args:
            rule: the period, in days.
            since: from when it stood still, where that proves only now: what was counted since was not spent, and a
                clock that ran out after that instant had not run out.
        """
        clock = self.case.clock(rule) or (self._ran_out_after(rule, since) if since is not None else None)
        if clock is None:
            return
        stopped_on = self.today if since is None else legal_day(since)
        left = days_left(clock.unrolled, max(stopped_on, _first_counted(clock)))
        if clock.status is ClockStatus.SUSPENDED and left <= (clock.days_left or 0):
            return
        changes = {"status": ClockStatus.SUSPENDED, "ends_at": None, "days_left": left}
        self._change_clock(clock, "suspended", changes, left)

    def resume(self, rule: ClockRule) -> None:
        """Let a suspended clock go on with the days that were left."""
        clock = self.case.clock(rule)
        if clock is None or clock.status is not ClockStatus.SUSPENDED or clock.days_left is None:
            return
        unrolled = resumed_last_day(clock.days_left, self.at)
        last_day = rolled(rule.period, unrolled)
        changes = {
            "status": ClockStatus.RUNNING,
            "unrolled": unrolled,
            "last_day": last_day,
            "ends_at": end_of(last_day),
            "days_left": None,
            "generation": clock.generation + 1,
        }
        self._change_clock(clock, "resumed", changes)

    def _ran_out_after(self, rule: ClockRule, instant: datetime) -> Clock | None:
        """The last clock of a rule, if it ran out after an instant."""
        last = next((clock for clock in reversed(self.case.clocks) if clock.rule_name == rule.name), None)
        if last is None or last.status is not ClockStatus.LAPSED or last.ends_at is None:
            return None
        return last if instant < last.ends_at else None

    def _running(self, rule: ClockRule) -> Clock:
        clock = self.case.clock(rule)
        if clock is None or clock.status is not ClockStatus.RUNNING:
            raise Defect("no_such_clock_runs", self._case_id, rule.name)
        return clock

    def _counted(
        self,
        rule: ClockRule,
        on: date,
        until: date | None,
        standstills: Sequence[Standstill] = (),
        used: int = 0,
    ) -> dict[str, Any]:
        """The days of a period, fixed by the law or by an officer."""
        if (until is None) is (rule.period is None):
            raise Defect("period_not_in_law" if until is None else "period_in_law", rule.name)
        try:
            if until is None:
                unrolled = last_day_with_standstills(_period(rule), on, standstills) - timedelta(days=used)
                last_day = rolled(rule.period, unrolled)
            else:
                unrolled, last_day = until, legal_day(self.designate(rule, on, until) - timedelta.resolution)
            if unrolled < on or (used and until):
                raise Defect("nothing_left", rule.name)
            return {"unrolled": unrolled, "last_day": last_day, "ends_at": end_of(last_day)}
        except (OverflowError, ValueError) as error:
            raise Refusal(_beyond_calendar(rule)) from error

    def _change_clock(self, clock: Clock, movement: str, changes: dict[str, Any], left: int | None = None) -> None:
        ledger = (*clock.ledger, LedgerEntry(movement=movement, at=self.at, days_left=left))
        moved = changed(clock, {**changes, "ledger": ledger})
        self._put(clocks=tuple(moved if one.id == clock.id else one for one in self.case.clocks))


def _stood_still(on: date, standstills: Sequence[Standstill]) -> Iterator[LedgerEntry]:
    for stopped_at, resumed_at in standstills:
        if resumed_at > start_of(on):
            yield LedgerEntry(movement="suspended", at=stopped_at)
            yield LedgerEntry(movement="resumed", at=resumed_at)


def _first_counted(clock: Clock) -> date:
    """The first day that counts since the clock last began to run: a day it did not count is not left over either."""
    resumed = next((entry.at for entry in reversed(clock.ledger) if entry.movement == "resumed"), None)
    if resumed is not None:
        local = resumed.astimezone(JST)
        return local.date() if local.time() == time(0) else local.date() + timedelta(days=1)
    counts_first = clock.rule.period is not None and clock.rule.period.counts_first_day
    return clock.started_on if counts_first else clock.started_on + timedelta(days=1)


def _period(rule: ClockRule) -> Period:
    if rule.period is None:
        raise Defect("period_not_in_law", rule.name)
    return rule.period


def _beyond_calendar(rule: ClockRule) -> Reason:
    return because(
        "beyond_calendar",
        *rule.basis,
        en="The period would end beyond the calendar of holidays that is known.",
        ja="期間の末日が休日の暦の範囲を超える。",
        remedy="Correct the day.",
    )
