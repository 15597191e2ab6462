"""A life of nine years and ten months with forty review clocks, on the time-skipping server."""

from __future__ import annotations

import tempfile
import time
from datetime import timedelta
from pathlib import Path

from temporalio.testing import WorkflowEnvironment

from activities.client import converter
from embedded import time_skipping_binary
from law.clock_rule import Danger
from tests.workflows.conftest import fake_worker
from tests.workflows.fakes import FakeRegister, clock
from tests.workflows.test_case import opened

REVIEWS = 40
BETWEEN = timedelta(days=88)


async def long_life() -> float:
    """Seconds that the life takes, the server's own start left out."""
    register = FakeRegister()
    register.renew["review"], register.renewals_left = BETWEEN, REVIEWS - 1
    environment = await WorkflowEnvironment.start_time_skipping(
        test_server_existing_path=str(time_skipping_binary()), data_converter=converter()
    )
    with tempfile.TemporaryDirectory() as folder:
        async with environment, fake_worker(environment, register, Path(folder)):
            start = await environment.get_current_time()
            began = time.perf_counter()
            await opened(environment, clocks={"review": clock(start + BETWEEN, Danger.CUSTODY)})
            await environment.sleep(timedelta(days=3_590))
            took = time.perf_counter() - began
    if len(register.lapsed) != REVIEWS:
        raise RuntimeError(f"{len(register.lapsed)} of {REVIEWS} clocks fired")
    return took
