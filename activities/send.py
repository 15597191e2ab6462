"""Send a command to its case: the way in for the API and the command line."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from time import monotonic
from typing import Final
from weakref import WeakKeyDictionary

from temporalio.client import (
    Client,
    WithStartWorkflowOperation,
    WorkflowHandle,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
    WorkflowUpdateStage,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from activities.routing import queue_of
from engine.command import Command, Filed, Kind, case_id_of
from settings import TaskQueues
from workflows.case import Case
from workflows.ports import CaseRef, Fault

TASK_TIMEOUT: Final = timedelta(seconds=3)
"""How long a worker may be silent with a workflow task before another gets it; three times less than the default."""

_PATIENCE: Final = timedelta(seconds=10)
_PROBE: Final = timedelta(seconds=1)
_BEFORE_AGAIN: Final = 0.05
_RUN_ENDED_MEANWHILE: Final = frozenset({RPCStatusCode.NOT_FOUND, RPCStatusCode.FAILED_PRECONDITION})
"""No run, or one whose last task met a signal while it answered; a repeat is answered from the record."""
_FRESH: Final = 1.0
_seen_alive: WeakKeyDictionary[Client, float] = WeakKeyDictionary()
_CUT_OFF: Final = "AcceptedUpdateCompletedWorkflow"
"""The server's word for a run that ended with an accepted update."""
_NOTHING_DONE: Final = frozenset(
    {
        RPCStatusCode.INVALID_ARGUMENT,
        RPCStatusCode.PERMISSION_DENIED,
        RPCStatusCode.UNAUTHENTICATED,
        RPCStatusCode.UNIMPLEMENTED,
    }
)


class Fate(StrEnum):
    """What became of a command, as far as the sender can tell; the register alone knows."""

    ANSWERED = "answered"
    """It is on file: filed, refused or contested."""
    PENDING = "pending"
    """Accepted, or uncertain: look it up in the register later."""
    UNSENT = "unsent"
    """Nothing was sent, or nothing was taken: send it again later."""
    FAILED = "failed"
    """Not filed, and sending it again will not help; `fault` says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a command."""

    fate: Fate
    filed: Filed | None = None
    fault: Fault | None = None


def case_of(command: Command) -> CaseRef:
    """The case that a command concerns; for an opening, the one that it makes."""
    case = case_id_of(command.id) if command.kind is Kind.OPEN else command.case
    return CaseRef(case=case, person=command.person, procedure=command.procedure)


async def send(client: Client, command: Command, *, task_queue: str, within: timedelta = _PATIENCE) -> Answer:
    """Send a command to its case's workflow, which is started if none runs, and wait for what is on file.

    A repeat is harmless: the register answers a known command id with what is on file. The caller's last step, whatever
    the answer, is to look the command up in the register.

    Args:
        client: from `activities.client.connect`.
        command: of a known procedure; its id is the update's id.
        task_queue: where the workers of the procedure listen.
        within: how long to wait for the answer.
    """
    if not await _is_reachable(client):
        return Answer(Fate.UNSENT)
    try:
        async with asyncio.timeout(within.total_seconds()):
            return Answer(Fate.ANSWERED, await _answer(client, command, task_queue))
    except WorkflowUpdateFailedError as failure:
        return _failed(failure)
    except (TimeoutError, WorkflowUpdateRPCTimeoutOrCancelledError):
        _let_a_cancelled_caller_go()
        return Answer(Fate.PENDING)
    except RPCError as error:
        return Answer(Fate.UNSENT if error.status in _NOTHING_DONE else Fate.PENDING)


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends commands to the workers of their procedures."""

    client: Client
    queues: TaskQueues
    within: timedelta = _PATIENCE

    async def send(self, command: Command) -> Answer:
        """Send a command; see `send`."""
        task_queue = queue_of(command.procedure, self.queues)
        return await send(self.client, command, task_queue=task_queue, within=self.within)


async def nudge(client: Client, case: CaseRef, *, task_queue: str) -> None:
    """Have a case's workflow read its case again; start it if none runs. A repeat is harmless.

    Raises:
        RPCError: Temporal did not take it.
    """
    await client.start_workflow(
        case.procedure,
        case,
        id=case.case,
        task_queue=task_queue,
        start_signal="moved",
        task_timeout=TASK_TIMEOUT,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
    )


async def _is_reachable(client: Client) -> bool:
    """Ask for a sign of life first: afterwards nobody can tell a lost command from one never sent.

    A sign seen within the last second is trusted: should Temporal go in between, the command is *pending*.
    """
    now = monotonic()
    if _seen_alive.get(client, 0.0) > now - _FRESH:
        return True
    try:
        alive = await client.service_client.check_health(timeout=_PROBE)
    except (RPCError, RuntimeError):
        return False
    if alive:
        _seen_alive[client] = now
    return alive


def _let_a_cancelled_caller_go() -> None:
    """Raise what the SDK swallows when it is the caller, not our time limit, that gives up."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


async def _answer(client: Client, command: Command, task_queue: str) -> Filed:
    """Send until a run takes it: a run that ends in between (closed, a new one begun) has filed nothing of it."""
    while True:
        try:
            return await _once(client, command, task_queue)
        except WorkflowAlreadyStartedError:
            await asyncio.sleep(_BEFORE_AGAIN)
        except WorkflowUpdateFailedError as failure:
            if not _was_cut_off(failure):
                raise
            await asyncio.sleep(_BEFORE_AGAIN)
        except RPCError as error:
            if error.status not in _RUN_ENDED_MEANWHILE:
                raise
            await asyncio.sleep(_BEFORE_AGAIN)


async def _once(client: Client, command: Command, task_queue: str) -> Filed:
    """Ask the run that there is; where there is none (closed, ended, lost), start one with the same command."""
    if command.kind is not Kind.OPEN:
        try:
            return await client.get_workflow_handle(command.case).execute_update(Case.act, command, id=command.id)
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
    return await _with_start(client, command, task_queue)


async def _with_start(client: Client, command: Command, task_queue: str) -> Filed:
    case = case_of(command)
    start: WithStartWorkflowOperation[Case, None] = WithStartWorkflowOperation(
        case.procedure,
        case,
        id=case.case,
        task_queue=task_queue,
        task_timeout=TASK_TIMEOUT,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
    )
    try:
        update = await client.start_update_with_start_workflow(
            Case.act,
            command,
            start_workflow_operation=start,
            id=command.id,
            wait_for_stage=WorkflowUpdateStage.COMPLETED,
        )
    except BaseException:
        asyncio.ensure_future(start.workflow_handle()).add_done_callback(_seen)
        raise
    return await update.result()


def _seen(started: "asyncio.Future[WorkflowHandle[Case, None]]") -> None:
    """Take note of an error that the SDK keeps a second time, so that nobody complains of it being overlooked."""
    if not started.cancelled():
        started.exception()


def _failed(failure: WorkflowUpdateFailedError) -> Answer:
    kind = failure.cause.type if isinstance(failure.cause, ApplicationError) else None
    fault = Fault(kind) if kind in set(Fault) else Fault.INTERNAL
    return Answer(Fate.UNSENT if fault is Fault.BUSY else Fate.FAILED, fault=fault)


def _was_cut_off(failure: WorkflowUpdateFailedError) -> bool:
    """Whether the run ended before it could answer."""
    return isinstance(failure.cause, ApplicationError) and failure.cause.type == _CUT_OFF
