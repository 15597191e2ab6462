"""Steps of workflows run where the worker runs."""

import asyncio
import threading

import pytest

from worker import InTheLoop


async def test_a_step_runs_in_the_loops_own_thread() -> None:
    """Its answer comes back, and the loop that it ran in is still the one that runs."""
    loop = asyncio.get_running_loop()

    def step(number: int) -> tuple[int, int]:
        asyncio._set_running_loop(None)  # as a step leaves it
        return number, threading.get_ident()

    assert await loop.run_in_executor(InTheLoop(), step, 7) == (7, threading.get_ident())
    assert asyncio.get_running_loop() is loop


async def test_what_a_step_raises_is_handed_on() -> None:
    """Whatever it is: the SDK fails the task with it."""

    def step() -> None:
        raise KeyError("lost")

    with pytest.raises(KeyError, match="lost"):
        await asyncio.get_running_loop().run_in_executor(InTheLoop(), step)
