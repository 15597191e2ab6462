"""Lanes of requests, one after the other in each lane, and what they took."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of requests took."""

    per_second: float
    p50: float
    p99: float


async def measure(lanes: int, seconds: float, request: Callable[[int], Awaitable[None]]) -> Measured:
    """Let each lane send one request after the other for some seconds.

    Args:
        lanes: how many at once.
        seconds: for how long.
        request: sends one for a lane and waits for its answer.
    """
    took: list[float] = []
    began = time.perf_counter()

    async def lane(number: int) -> None:
        while time.perf_counter() - began < seconds:
            start = time.perf_counter()
            await request(number)
            took.append(time.perf_counter() - start)

    await asyncio.gather(*(lane(number) for number in range(lanes)))
    whole = time.perf_counter() - began
    took.sort()
    return Measured(len(took) / whole, took[len(took) // 2] * 1000, took[int(len(took) * 0.99)] * 1000)
