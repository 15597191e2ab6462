"""The sweeper: makes certain what timers and errands do fast. Reads nothing but the register."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from temporalio.exceptions import ApplicationError
from workflows.ports import Due

from activities.errors import told_by_type
from activities.obligations import Obligations
from activities.register_port import CaseRegister
from activities.turnstile import Turnstile

_log = structlog.get_logger()
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the sweeper looks, and how old something must be to be its business."""

    pause: timedelta = timedelta(seconds=5)
    age: timedelta = timedelta(seconds=30)


class Sweeper:
    """Files overdue clocks, the gravest first, and discharges what was left undone.

    Filing is under the same ids that timers use, so both may file the same lapse and it is on file once.
    """

    def __init__(
        self, register: CaseRegister, obligations: Obligations, turnstile: Turnstile, pace: Pace | None = None
    ) -> None:
        self._register = register
        self._obligations = obligations
        self._turnstile = turnstile
        self._pace = pace or Pace()

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
        return await self._file_overdue() + await self._settle_undone()

    async def _file_overdue(self) -> int:
        filed = 0
        failed: set[str] = set()
        while page := [due for due in await self._register.overdue(self._pace.age, _PAGE) if due.case.case not in failed]:
            for due in page:
                if await self._lapse(due):
                    filed += 1
                else:
                    failed.add(due.case.case)
            if len(page) + len(failed) < _PAGE:
                break
        return filed

    async def _lapse(self, due: Due) -> bool:
        """File what ran out in one case; a fault in it stops no other case."""
        try:
            with told_by_type("sweep_lapse", case=due.case.case):
                async with self._turnstile.through(due.case.person):
                    await self._register.lapse(due)
        except ApplicationError:
            return False
        _log.info("lapsed_by_sweeper", case=due.case.case)
        return True

    async def _settle_undone(self) -> int:
        settled = 0
        for obligation in await self._register.obligations_older_than(self._pace.age, _PAGE):
            settled += await self._obligations.settle(obligation)
        return settled
