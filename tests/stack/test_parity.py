"""The worked cases give the same facts in memory and on Temporal with PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.command import Command
from law.country_notice import CountryNotice
from law.periods import legal_day
from tests.stack.house import ROOT, House
from tests.stack.parity import (
    LAWS,
    Life,
    Stack,
    covering,
    endings,
    is_of_its_day,
    live_in_memory,
    of_one_register,
    officers_of,
    stack_in,
    worked_lives,
)
from tests.stack.today import lives_of_today

FEWEST = 30
FEWEST_OF_TODAY = 5
TEN_MINUTES = frozenset({"AuthorisationSpent", "removal_authorisation"})
"""What an authorisation leaves that runs out: too long to wait for, and not to be lived after its day."""


@pytest.fixture
async def stack(quiet_house: House) -> AsyncIterator[Stack]:
    """A stack at work."""
    async with stack_in(quiet_house) as stack:
        yield stack


@pytest.mark.slow
async def test_worked_cases_end_alike_in_memory_and_on_the_stack(stack: Stack, tmp_path: Path) -> None:
    """Worked cases that record all that any of them records, but what is of today, leave the same facts."""
    now = datetime.now(UTC)
    known = [life for life in worked_lives(ROOT / "scenarios", stack.house.name) if life.was_received_by(now)]
    of_one, notices = of_one_register(known)
    lives = covering(life for life in of_one if not is_of_its_day(life))
    assert {one.procedure for life in lives for one in life.commands} == {each.name for each in LAWS}
    today = lives_of_today(tmp_path, stack.house.name, now)
    assert _left(of_one) - TEN_MINUTES <= _left(lives) | _left(today), "lived neither here nor as of today"
    await stack.publish(notices)
    lived = await _live(stack, lives, timers_first=lambda number: number % 2 == 1, notices=notices)
    assert lived.differences == {}
    assert len(lived.late) >= FEWEST, "hardly a timer came before an act"
    await stack.assert_sound()


@pytest.mark.slow
async def test_clocks_that_run_out_today_end_alike_by_their_own_timers(stack: Stack, tmp_path: Path) -> None:
    """A clock that has just run out lapses by itself within seconds, and an act of today is filed alike after it."""
    now = datetime.now(UTC)
    lives = lives_of_today(tmp_path, stack.house.name, now)
    lived = await _live(stack, lives, timers_first=lambda _: True)
    assert lived.differences == {}
    assert [one.act for one in lived.late if legal_day(one.received_at) == legal_day(now)] == []
    lapses = stack.house.ask("SELECT count(*) FROM entries WHERE outcome = 'lapsed'")[0][0]
    assert lapses >= sum("Lapsed" in life.leaves for life in lives) >= FEWEST_OF_TODAY
    assert stack.worker.log.read_text().count("lapsed_by_sweeper") < lapses / 2, "it was not the timers"
    await stack.assert_sound()


def _left(lives: Iterable[Life]) -> set[str]:
    return {each for life in lives for each in life.leaves}


@dataclass(frozen=True, slots=True)
class _Lived:
    """What became of lives on the stack, beside what became of them in memory."""

    differences: dict[str, list[str]]
    late: list[Command]
    """Judged late on the stack alone: a timer was there before."""


async def _live(
    stack: Stack,
    lives: Sequence[Life],
    *,
    timers_first: Callable[[int], bool],
    notices: tuple[CountryNotice, ...] = (),
) -> _Lived:
    """Live on the stack, then in memory up to the same instant, and compare."""
    officers = officers_of(lives)
    await stack.seat(officers.values())
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(stack.live(life, timers_first=timers_first(number))) for number, life in enumerate(lives)
        ]
    lived = [task.result() for task in tasks]
    at, pictures = await stack.pictures([one for commands, _ in lived for one in {each.person for each in commands}])
    differences: dict[str, list[str]] = {}
    late: list[Command] = []
    for life, (commands, answers) in zip(lives, lived, strict=True):
        in_memory, expected = live_in_memory(commands, officers, at, notices)
        found = [line for person, picture in expected.items() for line in picture.differences(pictures[person])]
        for other in (in_memory, life.answers):
            found += [f"{one} / {two}" for one, two in zip(endings(answers), endings(other), strict=True) if one != two]
        if found:
            differences[life.title] = found
        both = zip(commands, answers, in_memory, strict=True)
        late += [command for command, here, there in both if here.late and not there.late]
    return _Lived(differences, late)
