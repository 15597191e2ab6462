"""The database has the shape that the tables declare."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from register.migrate import upgrade
from register.tables import METADATA
from tests.conftest import NewDatabase


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
