"""The worker: runs the cases, and the sweeper beside them. Wired here and nowhere else."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from temporalio.client import Client
from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

PASSED_THROUGH = ("engine", "law", "pydantic", "pydantic_core", "workflows")
"""Packages that the workflow sandbox takes from the worker: re-importing them splits identities and is twice as slow."""


def worker_of(
    client: Client, task_queue: str, workflows: Sequence[type], activities: Sequence[Callable[..., Any]]
) -> Worker:
    """A worker as we run it everywhere, sized for two cores."""
    return Worker(
        client,
        task_queue=task_queue,
        workflows=workflows,
        activities=activities,
        workflow_runner=sandbox(),
        max_concurrent_workflow_tasks=50,
        max_concurrent_activities=20,
        max_concurrent_local_activities=50,
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=1),
        graceful_shutdown_timeout=timedelta(seconds=10),
    )


def sandbox() -> SandboxedWorkflowRunner:
    """The sandbox of the SDK, with our packages passed through; the replayer of the tests takes the same."""
    return SandboxedWorkflowRunner(restrictions=SandboxRestrictions.default.with_passthrough_modules(*PASSED_THROUGH))
