"""Real servers, a real worker process, a fresh register for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest

from embedded import Postgres, Temporal
from register.migrate import upgrade
from tests.stack.house import House, house_at

_TEMPLATE = "stack_template"


@pytest.fixture(scope="session")
def database_template(postgres: Postgres) -> str:
    """A migrated database that the databases of the tests are copied from."""
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {_TEMPLATE}")
    upgrade(postgres.dsn(_TEMPLATE))
    return _TEMPLATE


@pytest.fixture
async def quiet_house(database_url: str, temporal: Temporal, tmp_path: Path) -> AsyncIterator[House]:
    """A house whose worker the test starts."""
    async with house_at(database_url, temporal.address, tmp_path) as house:
        yield house


@pytest.fixture
async def house(quiet_house: House) -> House:
    """A house at work."""
    quiet_house.worker.start()
    await quiet_house.worker.until_alive()
    return quiet_house
