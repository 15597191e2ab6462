"""The worker: runs the cases, and the sweeper beside them. Wired here and nowhere else."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import structlog
import uvloop
from psycopg_pool import AsyncConnectionPool
from temporalio.client import Client
from temporalio.converter import PayloadCodec
from temporalio.worker import UnsandboxedWorkflowRunner, Worker, WorkflowRunner

from activities.client import connect
from activities.deliveries import RegisteredDeliveries
from activities.filing import Filing
from activities.logs import write_logs
from activities.obligations import Obligations
from activities.pool import register_pool
from activities.sweeper import Sweeper
from activities.turnstile import Turnstile
from engine.declaration import Procedures
from engine.procedure import Procedure
from notices.selection import channel_of
from register.alarms import Alarms
from register.filing import Register
from settings import Settings
from workflows.case import Case
from workflows.durable import DURABLE
from workflows.procedures import PROCEDURES

RELEASE = "0.1.0"
"""Kept with every entry that this code judges."""

_BEFORE_AGAIN = 1.0
_log = structlog.get_logger()


def main() -> None:
    """Run the worker until SIGTERM or SIGINT, with the settings of the environment."""
    write_logs()
    serve(Settings.from_environment(os.environ))


def serve(settings: Settings, work: "Work | None" = None) -> NoReturn:
    """Run the worker as this process, and end the process with it.

    The interpreter is not taken down step by step: threads of the SDK may still call into it, and that aborts the
    process after everything was done.
    """
    uvloop.run(run(settings, work=work))
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker runs: the procedures that judge, and the workflow classes that keep their cases."""

    procedures: tuple[type[Procedure[Any]], ...] = PROCEDURES
    durable: tuple[type[Case], ...] = DURABLE


async def run(
    settings: Settings,
    *,
    work: Work | None = None,
    stop: asyncio.Event | None = None,
    codec: PayloadCodec | None = None,
) -> None:
    """Run the worker until it is told to stop; acts under way are finished first.

    Args:
        settings: with the addresses of both servers.
        work: other procedures than ours, in tests.
        stop: ends it when set; without it, SIGTERM and SIGINT do.
        codec: seals what passes through Temporal; the same for every worker and client.
    """
    stop = stop or stopped_by_signal()
    client = await _connected(settings, codec, stop)
    if client is None:
        return
    pool = register_pool(settings)
    async with pool:
        await _work(settings, work or Work(), client, pool, stop)
    _log.info("worker_stopped")


def worker_of(
    client: Client, task_queue: str, workflows: Sequence[type], activities: Sequence[Callable[..., Any]]
) -> Worker:
    """A worker as we run it everywhere, sized for two cores."""
    return Worker(
        client,
        task_queue=task_queue,
        workflows=workflows,
        activities=activities,
        workflow_runner=runner(),
        max_concurrent_workflow_tasks=50,
        max_concurrent_activities=50,
        max_concurrent_local_activities=50,
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=1),
        graceful_shutdown_timeout=timedelta(seconds=10),
    )


def runner() -> WorkflowRunner:
    """Workflows run outside the SDK's sandbox: our own lint and the replayed histories guard the one file there is."""
    return UnsandboxedWorkflowRunner()


def alive_file(settings: Settings) -> Path:
    """The file that the worker writes the instant to whenever a round of the sweeper reached the register."""
    return settings.data / "worker.alive"


def stopped_by_signal() -> asyncio.Event:
    """An event that SIGTERM or SIGINT sets."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _work(settings: Settings, work: Work, client: Client, pool: AsyncConnectionPool, stop: asyncio.Event) -> None:
    queues, turnstile = settings.task_queues, Turnstile()
    procedures = Procedures(work.procedures)
    register = Register(pool, procedures, release=RELEASE)
    filing = Filing(register, turnstile)
    obligations = Obligations(register, RegisteredDeliveries(pool), client, channel_of(settings), queues)
    sweeper = Sweeper(register, obligations, turnstile, Alarms(pool, procedures))
    activities: list[Callable[..., Any]] = [filing.file, filing.lapse, filing.look, obligations.discharge]
    custody = worker_of(client, queues.custody, work.durable, activities)
    async with custody, worker_of(client, queues.cases, work.durable, activities):
        _log.info("worker_started", task_queues=(queues.custody, queues.cases), release=RELEASE)
        await _beside(sweeper.run(lambda: _sign_of_life(settings)), stop)


async def _beside(work: Awaitable[None], stop: asyncio.Event) -> None:
    """Do something until told to stop; if it ends by itself, it ends with its error."""
    task = asyncio.ensure_future(work)
    told = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, told), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
    finally:
        for each in (task, told):
            each.cancel()
            with suppress(asyncio.CancelledError):
                await each


async def _sign_of_life(settings: Settings) -> None:
    path = alive_file(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(datetime.now(UTC).isoformat() + "\n")


async def _connected(settings: Settings, codec: PayloadCodec | None, stop: asyncio.Event) -> Client | None:
    """Connect as soon as the server answers; None if told to stop before."""
    while not stop.is_set():
        try:
            return await connect(settings.temporal, codec=codec)
        except RuntimeError:
            _log.warning("temporal_unreachable")
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _BEFORE_AGAIN)
    return None


if __name__ == "__main__":
    main()
