"""What is looked up before a command is sent, in transactions of one statement."""

from collections.abc import AsyncIterator

import pytest
from psycopg_pool import AsyncConnectionPool

from engine.command import Kind
from register.filing import Register
from register.lookups import Before, PoolLookUps
from register.people import Name, NewPerson, People
from register.pool import make_pool
from register.receipt import Receipt
from tests.register.desk import INSPECTOR, Bench
from tests.register.letters import PROCEDURES


@pytest.fixture
async def look_ups(database_url: str, pool: AsyncConnectionPool) -> AsyncIterator[PoolLookUps]:
    """Look-ups on connections of their own, as the API has them."""
    assert pool.name
    async with make_pool(database_url, max_size=2, autocommit=True) as at_once:
        yield PoolLookUps(at_once, PROCEDURES)


async def test_nobody_and_nothing_is_known_of_what_is_not_on_file(look_ups: PoolLookUps) -> None:
    """Neither an answer nor a dossier; an opening asks for no person at all."""
    assert await look_ups.before("nothing", "nobody") == Before(None, None)
    assert await look_ups.before("nothing", None) == Before(None, None)


async def test_a_person_without_cases_has_an_empty_dossier(look_ups: PoolLookUps, pool: AsyncConnectionPool) -> None:
    """On file, with no case and no instant of anything filed."""
    new = NewPerson(names=(Name(language="en", text="Ada"),))
    person = await People(pool).create_person("ada", new, by=INSPECTOR)
    found = await look_ups.before("nothing", person)
    assert found.on_file is None
    assert found.dossier is not None
    assert (found.dossier.cases, found.dossier.latest) == ({}, None)


async def test_the_answer_and_all_cases_come_together(
    look_ups: PoolLookUps, bench: Bench, register: Register, pool: AsyncConnectionPool
) -> None:
    """The answer that the command got, and every case of the person as the filing left it."""
    first, second = await bench.letter("2025-01-06"), await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", first, "send", "2025-01-07")
    filed = await register.file(command)
    found = await look_ups.before(command.id, bench.person)
    assert found.on_file is not None
    assert (found.on_file.filed, found.on_file.digest) == (filed, Receipt.of(command).digest)
    assert found.dossier is not None
    assert list(found.dossier.cases) == [first, second]
    assert (found.dossier.cases[first].version, found.dossier.latest) == (filed.version, command.occurred_at)
    assert await PoolLookUps(pool, PROCEDURES).before(command.id, bench.person) == found
