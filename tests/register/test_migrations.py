"""The database has the shape that the tables declare, from whatever shape it comes."""

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from register import migrate
from register.filing import Register
from register.migrate import newest, shape_of, upgrade
from register.people import People
from register.pool import make_pool
from register.rebuild import Rebuild
from register.tables import METADATA
from tests.conftest import NewDatabase
from tests.register.desk import Bench, Instants, put_officers
from tests.register.letters import PROCEDURES

BACK_TO_0002 = (
    "ALTER TABLE entries DROP COLUMN considered",
    "DROP TABLE batch_items, batch_requests, batches, country_notices",
    "UPDATE alembic_version SET version_num = '0002'",
)


def test_an_empty_database_is_migrated_and_twice_is_once(new_database: NewDatabase) -> None:
    """Migrating makes every table; doing it again changes nothing."""
    url = new_database("template1")
    upgrade(url)
    upgrade(url)
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), poolclass=NullPool)
    with engine.connect() as connection:
        made = set(connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).scalars())
        assert made == {*METADATA.tables, "alembic_version"}


def test_migrations_and_tables_agree(new_database: NewDatabase) -> None:
    """Whoever changes a table writes a migration: Alembic finds no difference."""
    url = new_database("template1")
    upgrade(url)
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), poolclass=NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": False})
        assert compare_metadata(context, METADATA) == []


async def test_a_register_of_an_earlier_shape_goes_on(database_url: str, instants: Instants) -> None:
    """What was filed before there was anything beside the cases is read, replayed and gone on with after migrating."""
    async with make_pool(database_url) as pool:
        await put_officers(People(pool))
        register = Register(pool, PROCEDURES, release="test", clock=instants)
        bench = await Bench.with_person(register, People(pool, clock=instants), instants, "first")
        case = await bench.letter("2025-01-06")
        await bench.act(case, "send", "2025-01-07")
    with psycopg.connect(database_url, autocommit=True) as connection:
        for statement in BACK_TO_0002:
            connection.execute(statement.encode())
    upgrade(database_url)
    async with make_pool(database_url) as pool:
        assert await shape_of(pool) == newest()
        bench.register = Register(pool, PROCEDURES, release="test", clock=instants)
        filed = await bench.act(case, "answer", "2025-01-06T18:00", received="2025-01-08", text="yes")
        assert filed.refusal is not None  # before it was sent: judged on what was filed before
        assert (await bench.act(case, "answer", "2025-01-08", text="yes")).stage == "answered"
        assert (await Rebuild(pool, PROCEDURES).check()).is_clean


def test_no_migration_takes_anything_back(new_database: NewDatabase) -> None:
    """The legal record has no way back: neither from the newest shape nor from any before it."""
    url = new_database("template1")
    upgrade(url)
    config = migrate._config()
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), poolclass=NullPool)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        for shape in ("-1", "0001", "base"):
            with pytest.raises(NotImplementedError):
                command.downgrade(config, shape)
