"""The sweeper: makes certain what timers and errands do fast. Reads nothing but the register."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from math import inf
from time import monotonic
from typing import Protocol

import structlog
from temporalio.exceptions import ApplicationError

from activities.errors import told_by_type
from activities.obligations import Obligations
from activities.register_port import CaseRegister
from activities.turnstile import Turnstile
from register.alarms import RaisedAlarm
from register.watch import OverdueClock

_log = structlog.get_logger()
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the sweeper looks, how old something must be to be its business, and how often it looks for alarms."""

    pause: timedelta = timedelta(seconds=5)
    age: timedelta = timedelta(seconds=30)
    between_alarms: timedelta = timedelta(seconds=60)


class Alarms(Protocol):
    """Raises what is due and was not raised before."""

    async def raise_due(self) -> tuple[RaisedAlarm, ...]:
        """Raise it; returns what was raised. Raises Unavailable."""
        ...


class Sweeper:
    """Files overdue clocks, the gravest first, discharges what was left undone, and raises alarms.

    Filing is under the same ids that timers use, so both may file the same lapse and it is on file once.
    """

    def __init__(
        self,
        register: CaseRegister,
        obligations: Obligations,
        turnstile: Turnstile,
        alarms: Alarms,
        pace: Pace | None = None,
    ) -> None:
        self._register = register
        self._obligations = obligations
        self._turnstile = turnstile
        self._alarms = alarms
        self._pace = pace or Pace()
        self._alarmed_at = -inf

    async def run(self, after_each: Callable[[], Awaitable[None]]) -> None:
        """Sweep until cancelled.

        Args:
            after_each: called after each round that reached the register.
        """
        while True:
            try:
                with told_by_type("sweep"):
                    await self.sweep()
                    await after_each()
            except ApplicationError:
                await asyncio.sleep(0)
            await asyncio.sleep(self._pace.pause.total_seconds())

    async def sweep(self) -> int:
        """One round; returns how many lapses and obligations it saw to."""
        seen_to = await self._file_overdue() + await self._settle_undone()
        await self._raise_alarms()
        return seen_to

    async def _file_overdue(self) -> int:
        """File page after page, each clock once a round: those that fail keep none of the others waiting."""
        filed, limit = 0, _PAGE
        tried: set[tuple[str, int]] = set()
        while True:
            page = await self._register.overdue(limit, older_than=self._pace.age)
            due = [clock for clock in page if (clock.clock, clock.generation) not in tried]
            for clock in due:
                tried.add((clock.clock, clock.generation))
                filed += await self._lapse(clock)
            if len(page) < limit:
                return filed
            if not due:
                limit *= 2

    async def _lapse(self, clock: OverdueClock) -> bool:
        """File what ran out for one person by then; a fault in it stops nobody else."""
        try:
            with told_by_type("sweep_lapse", case=clock.case, clock=clock.clock):
                async with self._turnstile.through(clock.person):
                    await self._register.file_lapses(clock.case, clock.ends_at)
        except ApplicationError:
            return False
        _log.info("lapsed_by_sweeper", case=clock.case, clock=clock.clock, danger=clock.danger.name)
        return True

    async def _settle_undone(self) -> int:
        undone = await self._register.obligations(None, _PAGE, older_than=self._pace.age)
        return sum([await self._obligations.settle(obligation) for obligation in undone])

    async def _raise_alarms(self) -> None:
        """Raise what is due, now and then; after an outage everything that was missed comes at once."""
        if monotonic() - self._alarmed_at < self._pace.between_alarms.total_seconds():
            return
        for alarm in await self._alarms.raise_due():
            _log.warning(
                "alarm", case=alarm.case, source=alarm.source, subject=alarm.subject, audience=alarm.audience.value
            )
        self._alarmed_at = monotonic()
