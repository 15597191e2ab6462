"""A register on real PostgreSQL for each test, with the officers of the stories."""

from collections.abc import AsyncIterator

import psycopg
import pytest
from psycopg import sql
from psycopg_pool import AsyncConnectionPool

from embedded import Postgres
from register.filing import Register
from register.migrate import upgrade
from register.people import People
from register.pool import make_pool
from register.reading import Reading
from tests.register.desk import Bench, Instants, put_officers
from tests.register.letters import PROCEDURES


@pytest.fixture(scope="session")
def database_template(postgres: Postgres) -> str:
    """A migrated database that the databases of the tests are copied from."""
    name = "register_template"
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    upgrade(postgres.dsn(name))
    return name


@pytest.fixture
async def pool(database_url: str) -> AsyncIterator[AsyncConnectionPool]:
    """Connections to a fresh register."""
    async with make_pool(database_url, max_size=8) as opened:
        await put_officers(People(opened))
        yield opened


@pytest.fixture
def instants() -> Instants:
    """The clock that the register records by: it stands where a test puts it."""
    return Instants()


@pytest.fixture
def register(pool: AsyncConnectionPool, instants: Instants) -> Register:
    """The register under test."""
    return Register(pool, PROCEDURES, release="test", clock=instants)


@pytest.fixture
def reading(pool: AsyncConnectionPool, instants: Instants) -> Reading:
    """Its read models."""
    return Reading(pool, PROCEDURES, clock=instants)


@pytest.fixture
async def bench(register: Register, pool: AsyncConnectionPool, instants: Instants) -> Bench:
    """A person, and acts in one line each."""
    return await Bench.with_person(register, People(pool, clock=instants), instants, "first")
