"""What may go wrong between us and the register, told apart by class and SQLSTATE, never by text."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import psycopg
from psycopg import AsyncConnection
from psycopg.errors import PipelineAborted
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout, TooManyRequests

_PASSING_CLASSES = frozenset({"08", "40", "53", "57"})
"""Connection, transaction rollback, insufficient resources, operator intervention (shut-down, statement time-out)."""

_PASSING_STATES = frozenset({"55P03", "25P03", "25P04", "58030"})
"""Lock time-out, idle and overlong transactions, input or output failed."""

_NOT_LOST = (PipelineAborted, PoolTimeout, PoolClosed, TooManyRequests)
"""Errors without a state of which no connection is the cause."""


class RegisterError(Exception):
    """Something that keeps the register from answering. Its message holds codes and ids only."""


class Unavailable(RegisterError):
    """A fault that passes: nothing is known to be filed; try again with the same command id."""


class KeyReused(RegisterError):
    """The command id is on file with another content."""


class NotFound(RegisterError):
    """There is no such person, case, officer or notice on file."""


class Unkeepable(RegisterError):
    """The command holds text or numbers that no register can keep (NUL, halves of characters, not-a-number)."""


class TooRecent(RegisterError):
    """What was known less than ten seconds ago may still change: ask for an earlier instant, or later."""


class BadCursor(RegisterError):
    """The place to go on from was not given out by this list."""


def passes(error: psycopg.Error) -> bool:
    """Whether a database error is one that passes by itself."""
    state = error.sqlstate
    if state is None:
        return isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError))
    return state[:2] in _PASSING_CLASSES or state in _PASSING_STATES


@asynccontextmanager
async def transaction(pool: AsyncConnectionPool) -> AsyncIterator[AsyncConnection]:
    """A connection in a transaction: committed at the end unless it was, rolled back by any exception.

    Raises:
        Unavailable: the database could not do it now.
    """
    try:
        async with pool.connection() as connection:
            yield connection
    except psycopg.Error as error:
        if not passes(error):
            raise
        await _let_go_of_the_dead(pool, error)
        raise Unavailable(error.sqlstate or type(error).__name__) from error


async def _let_go_of_the_dead(pool: AsyncConnectionPool, error: psycopg.Error) -> None:
    """After a lost connection, try those at rest too, so that the next callers do not stumble one after the other."""
    state = error.sqlstate or "08"
    if state.startswith(("08", "57P0")) and not isinstance(error, _NOT_LOST) and not pool.closed:
        # The pool must not be left in the middle of it, whoever is tired of waiting.
        await asyncio.shield(asyncio.ensure_future(_check(pool)))


async def _check(pool: AsyncConnectionPool) -> None:
    with suppress(psycopg.Error):
        await pool.check()
