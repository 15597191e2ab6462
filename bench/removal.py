"""Whether somebody may be removed (DT-01), asked over HTTP of everybody in the sample caseload."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from activities.pool import register_pool
from engine.declaration import Procedures
from register.import_filing import Importer, Result
from register.importing import Line, read_lines
from workflows.procedures import PROCEDURES

if TYPE_CHECKING:
    from bench.caller import Caller
    from settings import Settings

SAMPLE = Path("caseloads/tokyo-sample.jsonl")
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking took, in milliseconds: the whole table, and beside it a person's particulars alone."""

    people: int
    p50: float
    p95: float
    bare_p50: float
    bare_p95: float


async def taken_over(settings: Settings) -> list[str]:
    """Import the sample; returns who is in it."""
    found = []
    async with register_pool(settings) as pool:
        importer = Importer(pool, Procedures(PROCEDURES), release="bench")
        now = datetime.now(UTC)
        for line in read_lines(SAMPLE):
            taken = await importer.take(line, now) if isinstance(line, Line) else None
            if taken is None or taken.result is not Result.IMPORTED or taken.person is None:
                raise RuntimeError(f"the sample is not taken: {taken}")
            found.append(taken.person)
    return found


async def ask(caller: Caller, people: list[str]) -> Asked:
    """Ask for everybody some times over, in another order each time, in turns with the particulars."""
    whole: list[float] = []
    bare: list[float] = []
    order = random.Random(1)  # noqa: S311  (an order, no secret)
    for number in range(ROUNDS + 1):
        for person in order.sample(people, len(people)):
            for path, took in ((f"/v1/people/{person}", bare), (f"/v1/people/{person}/removal", whole)):
                began = time.perf_counter()
                await caller.get(path)
                if number:  # the first round warms what is warm in a house at work
                    took.append((time.perf_counter() - began) * 1000)
    whole.sort()
    bare.sort()
    return Asked(len(people), _at(whole, 0.5), _at(whole, 0.95), _at(bare, 0.5), _at(bare, 0.95))


def _at(took: list[float], share: float) -> float:
    return took[int(len(took) * share)]
