"""What passes by itself is told apart from what does not, and nothing is ever half filed."""

import asyncio
from datetime import timedelta

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from engine.command import Kind, Outcome
from register.errors import Unavailable, passes, transaction
from register.filing import Register
from register.judgement import judge
from register.pool import make_pool
from register.rebuild import Rebuild
from tests.register.desk import Bench
from tests.register.letters import PROCEDURES
from tests.register.test_filing import rows


async def test_a_person_locked_too_long_is_unavailable(bench: Bench, database_url: str) -> None:
    """Who waits longer for a person than the lock time-out is told to come again, and then it is filed."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "note", "2025-01-06", text="one")
    async with make_pool(database_url, lock_timeout=timedelta(milliseconds=100)) as impatient:
        register = Register(impatient, PROCEDURES, release="test", clock=bench.instants)
        async with impatient.connection() as holder:
            await holder.execute("SELECT FROM people FOR NO KEY UPDATE")
            with pytest.raises(Unavailable, match="55P03"):
                await register.file(command)
        assert (await register.file(command)).outcome is Outcome.FILED


async def test_a_connection_killed_in_the_middle_files_nothing(
    bench: Bench, pool: AsyncConnectionPool, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that dies between reading and writing leaves nothing; the same command is then filed once."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "send", "2025-01-07")

    def kill_and_judge(*asked: object) -> object:
        with psycopg.connect(database_url, autocommit=True) as killer:
            killer.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'"
            )
        return judge(*asked)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr("register.filing.judge", kill_and_judge)
        with pytest.raises(Unavailable):
            await bench.file(command)
    assert await rows(pool, "SELECT version FROM cases") == [(1,)]
    assert await rows(pool, "SELECT count(*) FROM entries") == [(1,)]
    assert (await bench.file(command)).outcome is Outcome.FILED
    assert (await Rebuild(pool, PROCEDURES).check()).is_clean


async def test_all_connections_killed_at_rest_trip_nobody_for_long(
    bench: Bench, pool: AsyncConnectionPool, database_url: str
) -> None:
    """After the server dropped every connection, a command gets through within a few attempts."""
    case = await bench.letter("2025-01-06")
    with psycopg.connect(database_url, autocommit=True) as killer:
        killer.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    command = bench.command(Kind.ACT, "Letter", case, "send", "2025-01-07")
    for _ in range(3):
        try:
            assert (await bench.file(command)).outcome is Outcome.FILED
            break
        except Unavailable:
            await asyncio.sleep(0.05)
    else:
        pytest.fail("still unavailable")
    assert await rows(pool, "SELECT version FROM cases") == [(2,)]


async def test_a_statement_that_fails_leaves_nothing(bench: Bench, pool: AsyncConnectionPool) -> None:
    """When one statement of a filing fails, none of it is on file; a fault that does not pass is not called passing."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "send", "2025-01-07")
    await rows(pool, "SELECT 1")
    async with pool.connection() as connection:
        await connection.execute("ALTER TABLE duties ADD CONSTRAINT never CHECK (false)")
    with pytest.raises(psycopg.errors.CheckViolation):
        await bench.file(command)
    assert await rows(pool, "SELECT count(*) FROM entries") == [(1,)]
    assert await rows(pool, "SELECT count(*) FROM clocks") == [(0,)]
    async with pool.connection() as connection:
        await connection.execute("ALTER TABLE duties DROP CONSTRAINT never")
    assert (await bench.file(command)).outcome is Outcome.FILED
    assert (await Rebuild(pool, PROCEDURES).check()).is_clean


async def test_no_free_connection_is_unavailable(database_url: str) -> None:
    """A pool that is used up answers soon, and says that it passes."""
    async with make_pool(database_url, min_size=1, max_size=1, wait=timedelta(milliseconds=50)) as small:
        taken = await small.getconn()
        with pytest.raises(Unavailable):
            async with transaction(small):
                pass
        await small.putconn(taken)


async def test_a_server_that_is_away_is_unavailable() -> None:
    """Nobody is at the address: that passes too."""
    pool = make_pool("postgresql://nobody@/nowhere?host=/nonexistent", wait=timedelta(milliseconds=200))
    await pool.open()
    try:
        with pytest.raises(Unavailable):
            async with transaction(pool):
                pass
    finally:
        await pool.close()


@pytest.mark.parametrize(
    ("error", "is_passing"),
    [
        (psycopg.errors.LockNotAvailable(), True),
        (psycopg.errors.SerializationFailure(), True),
        (psycopg.errors.DeadlockDetected(), True),
        (psycopg.errors.AdminShutdown(), True),
        (psycopg.errors.QueryCanceled(), True),
        (psycopg.errors.TooManyConnections(), True),
        (psycopg.errors.IdleInTransactionSessionTimeout(), True),
        (psycopg.OperationalError("the connection is lost"), True),
        (psycopg.errors.UniqueViolation(), False),
        (psycopg.errors.UndefinedColumn(), False),
        (psycopg.ProgrammingError("a fault of ours"), False),
    ],
)
def test_faults_are_told_apart_by_state(error: psycopg.Error, *, is_passing: bool) -> None:
    """SQLSTATE and class decide what passes, whatever the message says."""
    assert passes(error) is is_passing


async def test_time_outs_and_zone_are_set_on_every_connection(pool: AsyncConnectionPool) -> None:
    """No connection waits for ever, and all count in UTC."""
    names = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "TimeZone")
    found = [(await rows(pool, f"SHOW {name}"))[0][0] for name in names]
    assert found == ["2s", "5s", "10s", "UTC"]
