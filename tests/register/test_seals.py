"""What is on record cannot be changed, and if it were, it would show."""

from collections.abc import Sequence

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from register.reading import Reading
from register.rebuild import Rebuild
from register.verify import verify_audit, verify_facts
from tests.register.desk import INSPECTOR, Bench
from tests.register.letters import PROCEDURES
from tests.register.test_filing import rows

SEALED = ("facts", "entries", "withdrawn_facts", "audit_entries")


async def tamper(pool: AsyncConnectionPool, statement: str, table: str = "facts") -> None:
    """What somebody with every right could do: take the seal off, change a row, and put the seal back."""
    async with pool.connection() as connection:
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only".encode())
        await connection.execute(statement.encode())
        await connection.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only".encode())


async def story(bench: Bench) -> str:
    """A letter that was sent and answered."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.act(case, "answer", "2025-01-08", text="yes")
    return case


@pytest.mark.parametrize("table", SEALED)
@pytest.mark.parametrize("deed", ["UPDATE {} SET case_id = case_id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
async def test_the_record_refuses_every_change(bench: Bench, pool: AsyncConnectionPool, table: str, deed: str) -> None:
    """UPDATE, DELETE and TRUNCATE of the record are refused by the database itself."""
    await story(bench)
    with pytest.raises(psycopg.errors.RestrictViolation):
        async with pool.connection() as connection:
            await connection.execute(deed.format(table).encode())


async def test_the_seal_holds_for_replication_too(bench: Bench, database_url: str) -> None:
    """The usual way around triggers does not lead around these."""
    await story(bench)
    connection = await psycopg.AsyncConnection.connect(database_url, autocommit=True)
    async with connection:
        await connection.execute("SET session_replication_role = replica")
        with pytest.raises(psycopg.errors.RestrictViolation):
            await connection.execute("DELETE FROM facts")


async def test_whole_chains_verify(bench: Bench, pool: AsyncConnectionPool, reading: Reading) -> None:
    """What was filed and read verifies to the last link."""
    case = await story(bench)
    await reading.timeline(case, reader=INSPECTOR)
    facts, audit = await verify_facts(pool), await verify_audit(pool)
    assert (facts.chains, facts.links, facts.broken) == (1, 2, ())
    assert audit.links == 5
    assert audit.broken == ()


@pytest.mark.parametrize(
    ("deed", "fault"),
    [
        ('UPDATE facts SET body = \'{"text": "forged"}\' WHERE seq = 1', "altered"),
        ("UPDATE facts SET occurred_at = occurred_at - interval '1 day' WHERE seq = 1", "altered"),
        ("UPDATE facts SET basis = '[]' WHERE seq = 2", "altered"),
        ("UPDATE facts SET hash = sha256('x') WHERE seq = 1", "altered"),
        ("DELETE FROM facts WHERE seq = 1", "missing"),
        ("DELETE FROM facts WHERE seq = 2", "not_the_end_that_the_case_knows"),
        ("DELETE FROM facts", "not_the_end_that_the_case_knows"),
    ],
)
async def test_tampering_is_found(bench: Bench, pool: AsyncConnectionPool, deed: str, fault: str) -> None:
    """A fact altered, left out or cut off shows in the chain, where and how."""
    case = await story(bench)
    await tamper(pool, deed)
    broken = (await verify_facts(pool, bench.person)).broken
    assert broken[0].fault == fault
    assert broken[0].chain == case


async def test_a_forged_audit_entry_is_found(bench: Bench, pool: AsyncConnectionPool) -> None:
    """Who hides a reading breaks the chain of the day."""
    await story(bench)
    await tamper(pool, "UPDATE audit_entries SET actor = 'nobody' WHERE seq = 1", "audit_entries")
    broken: Sequence[object] = (await verify_audit(pool)).broken
    assert broken


async def test_drift_names_case_entry_and_release(bench: Bench, pool: AsyncConnectionPool) -> None:
    """A case that today's code would make otherwise is named, with the entry from which it differs and its release."""
    case = await story(bench)
    async with pool.connection() as connection:
        await connection.execute("UPDATE cases SET state = jsonb_set(state, '{text}', '\"other\"')")
        await connection.execute("UPDATE clocks SET status = 'running'")
    report = await Rebuild(pool, PROCEDURES).check(bench.person)
    assert [(one.case, one.what, one.entry, one.release) for one in report.drifts] == [
        (case, "case", "first-2", "test"),
        (case, "list", "first-2", "test"),
    ]
    await Rebuild(pool, PROCEDURES).mend_lists(bench.person, by="operator")
    left = await Rebuild(pool, PROCEDURES).check()
    assert [one.what for one in left.drifts] == ["case"]
    assert (left.people, left.broken) == (1, ())
    told = await rows(pool, "SELECT actor, person_id FROM audit_entries WHERE action = 'mend_lists'")
    assert told == [("operator", bench.person)]
    assert (await verify_audit(pool)).broken == ()
