"""The one way from an operator's settings to connections to the register."""

from psycopg_pool import AsyncConnectionPool

from register.pool import make_pool
from settings import Settings


def register_pool(settings: Settings) -> AsyncConnectionPool:
    """Connections to the register with the operator's limits; not open yet (`async with` opens it)."""
    limits = settings.database
    return make_pool(
        settings.dsn(),
        lock_timeout=limits.lock_timeout,
        statement_timeout=limits.statement_timeout,
        idle_in_transaction_session_timeout=limits.idle_in_transaction_session_timeout,
    )
