"""Bring a database to the register's newest shape."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

_ONE_AT_A_TIME = 7_238_946_120_331
"""The key of the advisory lock that two migrating processes contend for."""


def upgrade(database_url: str) -> None:
    """Migrate a database; harmless where it is up to date, and when several processes do it at once.

    Args:
        database_url: as psycopg takes it (`postgresql://…`).
    """
    url = database_url.replace("postgresql://", "postgresql+psycopg://", 1)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
