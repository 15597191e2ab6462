"""Record the histories that `test_replay.py` replays: `python -m tests.workflows.record`, when a release is made."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from temporalio.testing import WorkflowEnvironment

from activities.client import converter
from embedded import time_skipping_binary
from engine.refusal import Defect
from register.errors import Unavailable
from tests.workflows.conftest import fake_worker
from tests.workflows.fakes import FakeRegister, clock
from tests.workflows.test_case import DAY, MOMENT, act, opened

FOLDER = Path(__file__).with_name("histories")
Story = Callable[[WorkflowEnvironment, FakeRegister], Awaitable[str]]


async def clocks_moved_and_lapsed(environment: WorkflowEnvironment, register: FakeRegister) -> str:
    """A clock is set, moved, suspended, resumed, and lapses."""
    start = await environment.get_current_time()
    case = (await opened(environment, clocks={"a": clock(start + 9 * DAY)})).case
    await act(environment, case, clocks={"a": clock(start + 5 * DAY)})
    await act(environment, case, clocks={"a": None})
    await act(environment, case, clocks={"a": clock(start + 6 * DAY)})
    await environment.sleep(6 * DAY + MOMENT)
    return case


async def the_register_away(environment: WorkflowEnvironment, register: FakeRegister) -> str:
    """Acts wait on the patient path."""
    case = (await opened(environment)).case
    register.faults["file"] = [Unavailable("08006")] * 5
    await asyncio.gather(*(act(environment, case) for _ in range(4)))
    return case


async def a_defect_of_ours(environment: WorkflowEnvironment, register: FakeRegister) -> str:
    """A lapse fails twice, an act once."""
    case = (await opened(environment, clocks={"a": clock(await environment.get_current_time() + DAY)})).case
    register.faults["lapse"] = [Defect("broken"), Defect("broken")]
    await environment.sleep(DAY + timedelta(seconds=200))
    return case


async def errands(environment: WorkflowEnvironment, register: FakeRegister) -> str:
    """An obligation is discharged at the third attempt while a clock lapses; then the case is closed."""
    register.faults["done"] = [Unavailable("08006")] * 2
    end = await environment.get_current_time() + MOMENT
    case = (await opened(environment, clocks={"a": clock(end)}, leaves=["move-other"])).case
    await environment.sleep(timedelta(seconds=30))
    await act(environment, case, is_open=False)
    await environment.client.get_workflow_handle(case).result()
    return case


STORIES: tuple[Story, ...] = (clocks_moved_and_lapsed, the_register_away, a_defect_of_ours, errands)


async def record() -> None:
    """Live every story on a server of its own, and keep its history."""
    FOLDER.mkdir(exist_ok=True)
    for story in STORIES:
        async with await WorkflowEnvironment.start_time_skipping(
            test_server_existing_path=str(time_skipping_binary()), data_converter=converter()
        ) as environment:
            register = FakeRegister()
            with tempfile.TemporaryDirectory() as folder:
                async with fake_worker(environment, register, Path(folder)):
                    case = await story(environment, register)
                    history = await environment.client.get_workflow_handle(case).fetch_history()
        (FOLDER / f"{story.__name__}.json").write_text(history.to_json() + "\n")


if __name__ == "__main__":
    asyncio.run(record())
