"""The gate of removal on real PostgreSQL, raced: whatever comes at once, nobody boards against the record.

Each race is one person before the gate, with commands that are filed at the same moment. Afterwards the entries on file
are read in the order of record and judged by a second reading of DT-01, and the register is replayed.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from embedded import Postgres
from engine.command import Command, Filed, Outcome
from register.migrate import upgrade
from register.pool import make_pool
from tests.oracle.ledger import Line, faults, told
from tests.procedures.desk import jst
from tests.procedures.gate_story import EVENTS, Racer, Step, at
from tests.procedures.removal_story import BOTH, ICO, SII
from tests.register.racing import Course

CHUNKS = 8
"""Parts of the run, so that several test processes share it."""
PEOPLE = 50
"""On one course: every second one is authorised, and each runs once."""
NOW = tuple(at(time) for time in ("10:05:00", "10:09:58", "10:10:00", "10:10:01"))
"""When a race takes place: within the ten minutes of an authorisation of 10:00, at their end, and after it."""
TRIED_AGAIN = 0.25
"""The share of races in which the removal is tried again after the first round."""
Ready = Callable[[], AbstractAsyncContextManager[Course]]
"""Makes a course with people before the gate; it is gone when it is left."""
Record = Callable[[str, object], None]


@pytest.fixture(scope="session")
def gate_template(postgres: Postgres) -> str:
    """A register with people before the gate, that every course is copied from."""
    name = "gate_template"
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    upgrade(postgres.dsn(name))
    asyncio.run(_gather(postgres.dsn(name)))
    return name


async def _gather(address: str) -> None:
    async with make_pool(address, max_size=2) as pool:
        await Course(pool).gather(PEOPLE)


@pytest.fixture
def ready(postgres: Postgres, gate_template: str) -> Ready:
    """Fresh courses."""

    @asynccontextmanager
    async def make() -> AsyncIterator[Course]:
        name = sql.Identifier(f"gate_{uuid4().hex[:12]}")
        with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
            copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            connection.execute(copy.format(name, sql.Identifier(gate_template)))
            async with make_pool(postgres.dsn(name.as_string().strip('"')), max_size=6) as pool:
                yield Course(pool)
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    return make


@pytest.mark.parametrize("chunk", range(CHUNKS))
async def test_nobody_boards_against_the_record(chunk: int, races: int, ready: Ready, record_property: Record) -> None:
    """Nobody boards but through an open gate on one living authorisation, and whatever lost the race is told why.

    After every race the register is what its entries make of it; what lost was refused with article and remedy, or is
    on file as contested.
    """
    left, tally = races // CHUNKS, Counter[str]()
    while left > 0:
        async with ready() as course:
            for one in (await course.racers())[:left]:
                await _race(course, one, random.Random(f"{chunk} {left}"), tally)
                left -= 1
    assert tally["boardings"], "nobody ever boarded: the promise was never put to the test"
    for what, count in tally.items():
        record_property(what, count)


async def _race(course: Course, one: Racer, chance: random.Random, tally: Counter[str]) -> None:
    now = chance.choice(NOW)
    answers = await course.run(one, _first(one, now, chance), jst(now), chance)
    if chance.random() < TRIED_AGAIN:
        answers += await _try_again(course, one, chance)
    ledger = await _sound(course, one)
    for answer in answers:
        _is_whole(answer)
        tally[str(answer.outcome)] += 1
    tally["races"] += 1
    tally["boardings"] += sum(line.act == "board" and line.outcome == "filed" for line in ledger)


async def _sound(course: Course, one: Racer) -> list[Line]:
    """The ledger of a person, who was neither authorised nor boarded against it, and whose record is replayed."""
    ledger = await course.ledger(one.person)
    wrong = list(faults(ledger))
    assert not wrong, told(wrong, ledger)
    report = await course.report(one.person)
    assert report.is_clean, told([str(report)], ledger)
    return ledger


def _first(one: Racer, now: str, chance: random.Random) -> list[Step]:
    """What is filed at once: a boarding, an authorisation where none is given yet, and what can come between."""
    own = [one.gate("board", _moment(now, chance), ICO)]
    if not one.authorised:
        own.append(one.gate("authorise_removal", _moment(now, chance), SII))
    return [*own, *_between(one, now, chance)]


async def _try_again(course: Course, one: Racer, chance: random.Random) -> list[Filed]:
    """The removal requested anew, and what is contested decided on, while somebody authorises and somebody boards."""
    request = one.gate("request_removal", at("10:14"), chance.choice((ICO, BOTH)))
    answers = await course.run(one, [request], jst(at("10:14")), chance)
    contested = [line for line in await course.ledger(one.person) if line.outcome == "contested"]
    now = at("10:15")
    verdicts: list[Step] = [
        one.resolve(line.command["case"], line.id, _moment(now, chance), chance.choice(("upheld", "set_aside")))
        for line in contested
    ]
    authorised = [one.gate("authorise_removal", _moment(now, chance), chance.choice((SII, SII, BOTH)))]
    answers += await course.run(one, [*verdicts, *authorised, *_between(one, now, chance)], jst(now), chance)
    now = at("10:16")
    boarding = [one.gate("board", _moment(now, chance), ICO)]
    return answers + await course.run(one, [*boarding, *_between(one, now, chance)], jst(now), chance)


def _between(one: Racer, now: str, chance: random.Random) -> list[Step]:
    names = chance.sample(sorted(EVENTS), chance.choice((0, 1, 1, 1, 2, 2)))
    return [EVENTS[name](one, _moment(now, chance)) for name in names]


def _moment(now: str, chance: random.Random) -> str:
    """When a command was received: now, or a little before."""
    return (datetime.fromisoformat(now) - timedelta(seconds=chance.choice((0, 0, 1, 20)))).isoformat()


def _is_whole(answer: Filed) -> None:
    """A refusal names code, article and remedy."""
    if answer.outcome is not Outcome.REFUSED:
        return
    assert answer.refusal is not None
    assert answer.refusal.code
    for reason in answer.refusal.reasons:
        assert reason.basis, reason
        assert reason.remedy, reason


async def _one_by_one(course: Course, one: Racer, *steps: Command) -> list[Line]:
    """Commands one after the other, each filed when it was received or a little later; the record stays sound."""
    now = jst(at("10:04"))
    ledger: list[Line] = []
    for step in steps:
        now = max(now, step.received_at)
        await course.run(one, [step], now, random.Random(0))
        ledger = await _sound(course, one)
    return ledger[-len(steps) :]


async def test_what_was_on_record_when_somebody_authorised_voids_nothing(ready: Ready) -> None:
    """A late entry filed first and received last: the authorisation received before it, and filed after it, holds."""
    async with ready() as course:
        one = next(racer for racer in await course.racers() if not racer.authorised)
        late = EVENTS["late and harmless"](one, at("10:05:02"))
        assert isinstance(late, Command)
        steps = (late, one.gate("authorise_removal", at("10:05:00"), SII), one.gate("board", at("10:05:03"), ICO))
        ledger = await _one_by_one(course, one, *steps)
    assert [line.outcome for line in ledger] == ["filed", "filed", "filed"]


async def test_an_upheld_application_owes_its_decision_in_its_own_case(ready: Ready) -> None:
    """A boarding that falls with a contested application: each duty stands in the list of the case that owes it."""
    async with ready() as course:
        one = next(racer for racer in await course.racers() if racer.authorised)
        late = one.apply(at("09:40"), received=at("10:05:00"))
        upheld = one.resolve("", late.id, at("10:15:00"), "upheld")
        ledger = await _one_by_one(course, one, one.gate("board", at("10:04:40"), ICO), late, upheld)
        owed = await course.open_duties(ledger[1].answer["case"])
    assert [line.outcome for line in ledger] == ["filed", "contested", "filed"]
    assert "decide_application" in owed
