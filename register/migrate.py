"""Bring a database to the register's newest shape, and say which shape it has."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from register.errors import transaction

_ONE_AT_A_TIME = 7_238_946_120_331
"""The key of the advisory lock that two migrating processes contend for."""
_IS_THERE: Final = "SELECT to_regclass('alembic_version') IS NOT NULL"
_SHAPE: Final = "SELECT version_num FROM alembic_version"


def upgrade(database_url: str) -> None:
    """Migrate a database; harmless where it is up to date, and when several processes do it at once.

    Args:
        database_url: as psycopg takes it (`postgresql://…`).
    """
    url = database_url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, poolclass=NullPool)
    config = _config()
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def newest() -> str:
    """The migration that this release works with."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


async def shape_of(pool: AsyncConnectionPool) -> str | None:
    """The migration that a register is at; None where it was never migrated.

    Raises:
        Unavailable: the database could not do it now.
    """
    async with transaction(pool) as connection:
        is_there = await (await connection.execute(_IS_THERE)).fetchone()
        if is_there is None or not is_there[0]:
            return None
        row = await (await connection.execute(_SHAPE)).fetchone()
    return None if row is None else str(row[0])


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config
