"""The one way from an operator's settings to connections to the register."""

from psycopg_pool import AsyncConnectionPool

from register.pool import make_pool
from settings import Settings


def register_pool(settings: Settings, *, autocommit: bool = False) -> AsyncConnectionPool:
    """Connections to the register with the operator's limits; not open yet (`async with` opens it).

    Args:
        settings: with the register's address and limits.
        autocommit: every statement is a transaction of its own; for look-ups of one statement.
    """
    limits = settings.database
    return make_pool(
        settings.dsn(),
        lock_timeout=limits.lock_timeout,
        statement_timeout=limits.statement_timeout,
        idle_in_transaction_session_timeout=limits.idle_in_transaction_session_timeout,
        autocommit=autocommit,
    )
