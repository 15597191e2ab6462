"""Connections to the register, each with its time-outs, in UTC."""

from datetime import timedelta

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

_SESSION = """
SELECT set_config('lock_timeout', %s, false), set_config('statement_timeout', %s, false),
       set_config('idle_in_transaction_session_timeout', %s, false), set_config('TimeZone', 'UTC', false),
       set_config('default_transaction_isolation', 'read committed', false)
"""


def make_pool(  # noqa: PLR0913  (keyword-only; each says one thing)
    database_url: str,
    *,
    min_size: int = 2,
    max_size: int = 10,
    wait: timedelta = timedelta(seconds=2),
    lock_timeout: timedelta = timedelta(seconds=2),
    statement_timeout: timedelta = timedelta(seconds=5),
    idle_in_transaction_session_timeout: timedelta = timedelta(seconds=10),
    autocommit: bool = False,
) -> AsyncConnectionPool:
    """A pool that is not open yet (`async with` opens it).

    Args:
        database_url: as psycopg takes it.
        min_size: connections kept.
        max_size: connections at most.
        wait: for a free connection, before the register counts as unavailable.
        lock_timeout: for a person that somebody else is filing for.
        statement_timeout: for one statement.
        idle_in_transaction_session_timeout: for a client that fell silent in the middle.
        autocommit: every statement is a transaction of its own; for look-ups of one statement.
    """
    limits = (lock_timeout, statement_timeout, idle_in_transaction_session_timeout)
    times = [str(round(limit.total_seconds() * 1000)) for limit in limits]

    async def configure(connection: AsyncConnection) -> None:
        await connection.execute(_SESSION, times)
        await connection.commit()

    return AsyncConnectionPool(
        database_url,
        min_size=min_size,
        max_size=max_size,
        timeout=wait.total_seconds(),
        configure=configure,
        kwargs={"connect_timeout": 3, "tcp_user_timeout": 5000, "keepalives_idle": 10, "autocommit": autocommit},
        reconnect_timeout=30.0,
        open=False,
        name="register",
    )
