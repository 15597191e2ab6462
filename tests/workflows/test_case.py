from datetime import timedelta

import pytest
from activities.send import Fate, send
from temporalio.testing import WorkflowEnvironment

from tests.workflows.conftest import QUEUE
from tests.workflows.fakes import FakeRegister, clock, command

pytestmark = pytest.mark.xdist_group("time_skipping")


async def test_a_clock_fires_by_itself(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """A case whose clock runs out lapses with nobody watching, at the filed instant."""
    now = await running.get_current_time()
    end = now + timedelta(days=7)
    answer = await send(running.client, command("open", now, clocks={"a": clock(end)}), task_queue=QUEUE)
    assert answer.fate is Fate.ANSWERED
    assert answer.filed
    await running.sleep(timedelta(days=7, seconds=5))
    assert register.lapsed == [(answer.filed.case, "a", end)]
