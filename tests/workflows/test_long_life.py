"""A case that lasts."""

import time
from datetime import timedelta

import pytest
from temporalio.testing import WorkflowEnvironment

from law.clock_rule import Danger
from tests.workflows.fakes import FakeRegister, clock
from tests.workflows.test_case import opened

pytestmark = pytest.mark.xdist_group("time_skipping")


async def test_nine_years_and_ten_months(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """Forty review clocks, three months apart, fire one after the other; the server needs seconds for it."""
    start = await running.get_current_time()
    register.renew["review"], register.renewals_left = timedelta(days=88), 39
    began = time.monotonic()
    case = (await opened(running, clocks={"review": clock(start + timedelta(days=88), Danger.CUSTODY)})).case
    await running.sleep(timedelta(days=3_590))
    print(f"a life of 3,590 days with 40 clocks: {time.monotonic() - began:.2f} s")  # noqa: T201
    assert [ends for _, _, ends in register.lapsed] == [start + timedelta(days=88 * n) for n in range(1, 41)]
    assert {each for each, _, _ in register.lapsed} == {case}
