"""The bare yardstick: a Temporal update whose handler runs a local activity that does nothing."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta

from temporalio import activity, workflow
from temporalio.worker import Worker

with workflow.unsafe.imports_passed_through():
    from activities.client import connect
    from settings import Temporal

QUEUE = "bare"


@activity.defn
async def nothing() -> str:
    """Do nothing."""
    return "done"


@workflow.defn
class Bare:
    """Takes updates until it is ended."""

    @workflow.run
    async def run(self) -> None:
        """Wait for ever."""
        await workflow.wait_condition(lambda: False)

    @workflow.update
    async def act(self) -> str:
        """Run the local activity and answer."""
        return await workflow.execute_local_activity(nothing, start_to_close_timeout=timedelta(seconds=3))


async def work(address: str) -> None:
    """Run the worker until the process is ended."""
    client = await connect(Temporal(address=address))
    async with Worker(client, task_queue=QUEUE, workflows=[Bare], activities=[nothing]):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1]))
