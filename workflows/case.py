"""The durable case: keeps time and order for any procedure. The law runs in the filing.

The only file with Temporal control flow. Every decision is the register's: a run begins by reading what the case waits
for, and carries nothing but ids into the next one.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from typing import ClassVar, TypeVar

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError, FailureError

from engine.command import Command, Filed, Kind, case_id_of
from law.clock_rule import Danger
from workflows import ports
from workflows.ports import CaseRef, Due, Fault, FiledClock, Now, Wake

LARGEST_COMMAND = 64 * 1024
"""Bytes."""
MOST_IN_FLIGHT = 8

_MOST_JITTER = timedelta(seconds=120)
_REST_AFTER_LAPSE = timedelta(seconds=1)
_REST_AFTER_DEFECT = timedelta(seconds=60)
_FAST = RetryPolicy(initial_interval=timedelta(milliseconds=50), maximum_attempts=3)
_PATIENT = RetryPolicy(initial_interval=timedelta(milliseconds=500), maximum_interval=timedelta(seconds=10))
_ERRANDS = RetryPolicy(initial_interval=timedelta(seconds=1), maximum_interval=timedelta(seconds=60))
_FAST_LIMIT = timedelta(seconds=3)
_PATIENT_LIMIT = timedelta(seconds=15)
_ERRAND_LIMIT = timedelta(seconds=60)

A = TypeVar("A")
R = TypeVar("R")


class Case:
    """A case of any procedure; the subclass adds its name and `run`."""

    longest: ClassVar[int] = 2_000
    """Events after which a new run begins."""

    @workflow.init
    def __init__(self, case: CaseRef) -> None:
        self._case = case
        self._lock = asyncio.Lock()
        self._in_flight = 0
        self._wake: Wake | None = None
        self._stale = True
        self._errand: asyncio.Task[None] | None = None
        self._not_before = workflow.now()

    async def keep(self, case: CaseRef) -> None:
        """Wait for what is on file, again and again, until the case is closed and owes nothing."""
        while True:
            if self._stale:
                await self._look()
            self._send_on_errand()
            if self._is_over():
                return
            if self._is_long():
                await workflow.wait_condition(workflow.all_handlers_finished)
                workflow.continue_as_new(case)
            await self._rest()
            if due := self._run_out():
                await self._let_lapse(due)

    @workflow.update
    async def act(self, command: Command) -> Filed:
        """File a command. A refusal is an answer; failures are told apart by `Fault`."""
        self._in_flight += 1
        try:
            async with self._alone():
                kept = await _fast_then_patient(ports.file, command)
                self._wake = kept.wake
                return kept.filed
        finally:
            self._in_flight -= 1

    @act.validator
    def _check(self, command: Command) -> None:
        own = case_id_of(command.id) if command.kind is Kind.OPEN else command.case
        update = workflow.current_update_info()
        if own != self._case.case or update is None or update.id != command.id:
            raise ApplicationError("not an act of this case", type=Fault.NOT_THIS_CASE)
        if len(command.model_dump_json().encode()) > LARGEST_COMMAND:
            raise ApplicationError("more than 64 KB", type=Fault.TOO_LARGE)
        if self._in_flight >= self._room():
            raise ApplicationError("too many acts in flight", type=Fault.BUSY)

    @workflow.signal
    def moved(self) -> None:
        """Something else changed what is on file: read it again."""
        self._stale = True

    @workflow.query
    def now(self) -> Now:
        """What the case is waiting for."""
        return Now(
            wakes_at=self._armed_at(),
            has_obligations=self._wake is not None and self._wake.has_obligations,
            acts_in_flight=self._in_flight,
            history_events=workflow.info().get_current_history_length(),
        )

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """Hold the case; what is read inside is newer than every move noticed before."""
        async with self._lock:
            self._stale = False
            try:
                yield
            except BaseException:
                self._stale = True
                raise

    async def _look(self) -> None:
        try:
            async with self._alone():
                self._wake = await _fast_then_patient(ports.look, self._case)
        except ApplicationError:
            await workflow.sleep(_REST_AFTER_DEFECT)

    async def _rest(self) -> None:
        """Wait for the armed instant, or for something else to do; an act that moves no clock leaves the timer."""
        armed = self._armed_at()
        left = None if armed is None else armed - workflow.now()
        if left is not None and left <= timedelta(0):
            return
        with suppress(TimeoutError):
            await workflow.wait_condition(lambda: self._has_more_to_do(armed), timeout=left)

    def _has_more_to_do(self, armed: datetime | None) -> bool:
        return self._stale or self._owes() or self._armed_at() != armed or self._is_over() or self._is_long()

    async def _let_lapse(self, until: datetime) -> None:
        """File what has run out; a defect in it waits without the lock, so that acts go on."""
        rest = _REST_AFTER_LAPSE
        try:
            async with self._alone():
                self._wake = await _fast_then_patient(ports.lapse, Due(case=self._case, until=until))
        except ApplicationError:
            rest = _REST_AFTER_DEFECT
        self._not_before = workflow.now() + rest

    def _send_on_errand(self) -> None:
        if self._owes():
            self._errand = asyncio.create_task(self._discharge())

    async def _discharge(self) -> None:
        """Discharge obligations beside everything else: a mail server that is down stops no clock and no act."""
        try:
            await workflow.execute_activity(
                ports.discharge, self._case, start_to_close_timeout=_ERRAND_LIMIT, retry_policy=_ERRANDS
            )
        except ActivityError:
            await workflow.sleep(_REST_AFTER_DEFECT)
        self._errand = None
        self._stale = True

    def _owes(self) -> bool:
        return self._errand is None and self._wake is not None and self._wake.has_obligations

    def _armed_at(self) -> datetime | None:
        clocks = () if self._wake is None else self._wake.clocks
        earliest = min((self._due_at(clock) for clock in clocks), default=None)
        return None if earliest is None else max(earliest, self._not_before)

    def _due_at(self, clock: FiledClock) -> datetime:
        return clock.ends_at + jitter(self._case.case) if clock.danger is Danger.ROUTINE else clock.ends_at

    def _run_out(self) -> datetime | None:
        """The latest filed instant that has come, once the armed one has."""
        armed = self._armed_at()
        if self._wake is None or armed is None or armed > workflow.now():
            return None
        return max(clock.ends_at for clock in self._wake.clocks if clock.ends_at <= workflow.now())

    def _is_over(self) -> bool:
        wake = self._wake
        if wake is None or self._stale or not wake.closed or wake.has_obligations or wake.clocks:
            return False
        return self._errand is None and workflow.all_handlers_finished()

    def _is_long(self) -> bool:
        info = workflow.info()
        return info.is_continue_as_new_suggested() or info.get_current_history_length() >= self.longest

    def _room(self) -> int:
        """How many acts may be in flight: none when a run that should end is kept alive by ever new ones."""
        return MOST_IN_FLIGHT if workflow.info().get_current_history_length() < 4 * self.longest else 0


def jitter(case: str) -> timedelta:
    """How much later the harmless clocks of a case are seen to: spreads the load, the same at every replay."""
    part = int.from_bytes(hashlib.sha256(case.encode()).digest()[:4]) / 2**32
    return _MOST_JITTER * part


async def _fast_then_patient(activity: Callable[[A], Awaitable[R]], message: A) -> R:
    """Run an activity inside the workflow task; on a fault that passes by itself, as a regular one, without end.

    Raises:
        ApplicationError: for every other fault; its type says which.
    """
    try:
        return await workflow.execute_local_activity(
            activity, message, start_to_close_timeout=_FAST_LIMIT, retry_policy=_FAST
        )
    except (ActivityError, ApplicationError) as error:
        if (fault := _fault_of(error)) is not Fault.UNAVAILABLE:
            raise _final(fault) from None
    try:
        return await workflow.execute_activity(
            activity, message, start_to_close_timeout=_PATIENT_LIMIT, retry_policy=_PATIENT
        )
    except ActivityError as error:
        raise _final(_fault_of(error)) from None


def _fault_of(error: FailureError) -> Fault:
    """What an activity's failure means; time-outs pass by themselves, unknown types are defects."""
    cause = error.cause if isinstance(error, ActivityError) else error
    if not isinstance(cause, ApplicationError):
        return Fault.UNAVAILABLE
    return Fault(cause.type) if cause.type in set(Fault) else Fault.INTERNAL


def _final(fault: Fault) -> ApplicationError:
    return ApplicationError(fault, type=fault, non_retryable=True)
