"""One case at a time in one time-skipping server: it breaks when several long cases share it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from activities.client import converter
from activities.filing import Filing
from activities.obligations import Obligations
from activities.turnstile import Turnstile
from notices.maildrop import Maildrop
from settings import TaskQueues
from tests.workflows.fakes import FakeRegister
from worker import worker_of
from workflows.durable import DURABLE

QUEUE = "cases"


@pytest.fixture
def register() -> FakeRegister:
    """A register that knows no law."""
    return FakeRegister()


@pytest.fixture
async def skipping(time_skipping_server: Path) -> AsyncIterator[WorkflowEnvironment]:
    """A time-skipping server of its own for one test."""
    async with await WorkflowEnvironment.start_time_skipping(
        test_server_existing_path=str(time_skipping_server), data_converter=converter()
    ) as environment:
        yield environment


@pytest.fixture
async def running(
    skipping: WorkflowEnvironment, register: FakeRegister, tmp_path: Path
) -> AsyncIterator[WorkflowEnvironment]:
    """The time-skipping server with a worker on the fake register."""
    async with fake_worker(skipping, register, tmp_path):
        yield skipping


@asynccontextmanager
async def fake_worker(
    environment: WorkflowEnvironment, register: FakeRegister, folder: Path, cases: tuple[type, ...] = DURABLE
) -> AsyncIterator[Worker]:
    """A worker on a fake register."""
    filing = Filing(register, Turnstile())
    obligations = Obligations(register, register, environment.client, Maildrop(folder, "us@localhost"), TaskQueues())
    activities: list[Callable[..., Any]] = [filing.file, filing.lapse, filing.look, obligations.discharge]
    async with worker_of(environment.client, QUEUE, cases, activities) as worker:
        yield worker
