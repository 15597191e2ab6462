"""Batches on real PostgreSQL: what is asked is on file before it is sent, once, and never changed."""

import asyncio
from datetime import datetime, timedelta

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from engine.command import Kind, Outcome
from law.periods import JST
from register.batches import Assigned, Batches, NewBatch, batch_id_of
from register.errors import KeyReused, NotFound
from register.people import People
from register.verify import verify_audit
from tests.register.desk import INSPECTOR, Bench, Instants
from tests.register.test_filing import rows

DEPARTS = datetime(2026, 3, 20, 9, 0, tzinfo=JST)
SEALED = ("batches", "batch_requests", "country_notices")


@pytest.fixture
def batches(pool: AsyncConnectionPool, instants: Instants) -> Batches:
    """The batches under test."""
    return Batches(pool, clock=instants)


@pytest.fixture
async def listed(bench: Bench, pool: AsyncConnectionPool, instants: Instants) -> NewBatch:
    """Two people, each with a letter: any case will do."""
    second = await Bench.with_person(bench.register, People(pool, clock=instants), instants, "second")
    items = [(one.person, await one.letter("2025-01-06")) for one in (bench, second)]
    return NewBatch("2026-7", "LK", DEPARTS, tuple(items))


async def test_a_batch_is_made_once(batches: Batches, listed: NewBatch, pool: AsyncConnectionPool) -> None:
    """A repeat makes nothing new; another list under the same command is told; the order of the list is kept."""
    identity = await batches.create("c1", listed, office="tokyo", by=INSPECTOR)
    assert identity == batch_id_of("c1") == await batches.create("c1", listed, office="tokyo", by=INSPECTOR)
    with pytest.raises(KeyReused):
        await batches.create("c1", listed._replace(reference="other"), office="tokyo", by=INSPECTOR)
    file = await batches.read(identity, reader="auditor")
    assert [(item.person, item.case) for item in file.items] == list(listed.items)
    assert [(item.stage, item.command, item.outcome) for item in file.items] == [("written", None, None)] * 2
    told = await rows(pool, "SELECT action, command FROM audit_entries WHERE action LIKE '%_charter' ORDER BY at, seq")
    assert told == [("create_charter", "c1"), ("read_charter", identity)]
    assert (await verify_audit(pool)).broken == ()
    with pytest.raises(NotFound):
        await batches.read("charter_x", reader="auditor")


async def test_what_is_asked_is_on_file_before_it_is_sent(batches: Batches, listed: NewBatch, bench: Bench) -> None:
    """An item without an answer is pending; once its command is filed or refused, the answer is the register's own."""
    (one, letter), (other, _) = listed.items
    identity = await batches.create("c1", listed, office="tokyo", by=INSPECTOR)
    own = bench.command(Kind.ACT, "Letter", letter, "note", "2025-01-07", text="no")
    asked = [Assigned(one, own.id, own.body), Assigned(other, "cmd-2", {})]
    items = await batches.ask("r1", identity, "plan", (), asked, by=INSPECTOR)
    assert [(item.step, item.outcome) for item in items] == [("plan", None)] * 2
    assert (await bench.file(own)).outcome is Outcome.REFUSED
    first, second = (await batches.read(identity, reader="auditor")).items
    assert first.outcome is Outcome.REFUSED
    assert first.refusal is not None
    assert (first.refusal.code, second.outcome) == ("not_that", None)


async def test_a_repeat_of_a_request_assigns_nothing_anew(batches: Batches, listed: NewBatch) -> None:
    """Commands and bodies stay those of the first time, also when two ask at once; another request is told."""
    (one, _), _ = listed.items
    identity = await batches.create("c1", listed, office="tokyo", by=INSPECTOR)
    asking = [
        batches.ask("r1", identity, "plan", (), [Assigned(one, f"cmd-{number}", {"number": number})], by=INSPECTOR)
        for number in range(4)
    ]
    answers = await asyncio.gather(*asking)
    assert len({(items[0].command, str(items[0].body)) for items in answers}) == 1
    with pytest.raises(KeyReused):
        await batches.ask("r1", identity, "board", (), [], by=INSPECTOR)
    with pytest.raises(KeyReused):
        await batches.ask("r1", identity, "plan", (one,), [], by=INSPECTOR)


async def test_a_request_is_the_same_in_any_order_and_for_its_own_batch_alone(
    batches: Batches, listed: NewBatch
) -> None:
    """Who is named counts, not in which order; the same words for another batch are another request."""
    people = tuple(person for person, _ in listed.items)
    identity, second = [await batches.create(each, listed, office="tokyo", by=INSPECTOR) for each in ("c1", "c2")]
    first = await batches.ask("r1", identity, "plan", people, [Assigned(people[0], "cmd-1", {})], by=INSPECTOR)
    assert await batches.ask("r1", identity, "plan", people[::-1], [], by=INSPECTOR) == first
    with pytest.raises(KeyReused):
        await batches.ask("r1", second, "plan", people, [], by=INSPECTOR)


async def test_what_is_done_to_one_batch_leaves_the_others(batches: Batches, listed: NewBatch) -> None:
    """The same people on two lists: assigned, taken off and listed on each alone."""
    (one, _), (other, _) = listed.items
    mine, untouched = [await batches.create(each, listed, office="tokyo", by=INSPECTOR) for each in ("c1", "c2")]
    await batches.take_off("t1", mine, (one,), by=INSPECTOR)
    await batches.ask("r1", mine, "plan", (), [Assigned(other, "cmd-1", {})], by=INSPECTOR)
    items = (await batches.read(untouched, reader="auditor")).items
    assert [(item.command, item.taken_off_at) for item in items] == [(None, None)] * 2
    found = [await batches.is_listed(batch, one) for batch in (mine, untouched)]
    assert found == [False, True]


async def test_batches_are_listed_by_departure_and_office(
    batches: Batches, listed: NewBatch, pool: AsyncConnectionPool
) -> None:
    """Last departure first, so many at most; of an office's own batches and those with a case of the office."""
    soon, late = [
        await batches.create(each, listed._replace(departs_at=at), office="tokyo", by=INSPECTOR)
        for each, at in (("c1", DEPARTS), ("c2", DEPARTS + timedelta(days=1)))
    ]
    async with pool.connection() as connection:
        await connection.execute("UPDATE cases SET office = 'osaka' WHERE id = %s", (listed.items[1][1],))
    for offices, limit, expected in (
        (None, 9, [late, soon]), (None, 1, [late]), (["tokyo"], 9, [late, soon]), (["osaka"], 9, [late, soon]),
        (["nagoya"], 9, []), ([], 9, []),
    ):  # fmt: skip
        found = await batches.within(offices, reader="auditor", limit=limit)
        assert [one.id for one in found] == expected
    told = await rows(pool, "SELECT DISTINCT action, actor FROM audit_entries WHERE action LIKE 'list%'")
    assert told == [("list_charters", "auditor")]


async def test_nothing_is_assigned_to_who_is_taken_off(batches: Batches, listed: NewBatch) -> None:
    """Whoever was taken off keeps what was asked before, with who took him or her off, and gets nothing new."""
    (one, _), (other, _) = listed.items
    identity = await batches.create("c1", listed, office="tokyo", by=INSPECTOR)
    await batches.take_off("t1", identity, (one,), by="officer_1")
    await batches.take_off("t1", identity, (one,), by="officer_1")
    await batches.take_off("t2", identity, (one,), by="officer_2")
    asked = [Assigned(one, "cmd-1", {}), Assigned(other, "cmd-2", {})]
    first, second = await batches.ask("r1", identity, "plan", (), asked, by=INSPECTOR)
    assert (first.command, first.taken_off_by, second.command) == (None, "officer_1", "cmd-2")


@pytest.mark.parametrize("table", SEALED)
@pytest.mark.parametrize("deed", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
async def test_what_lies_beside_the_cases_refuses_every_change(
    pool: AsyncConnectionPool, table: str, deed: str
) -> None:
    """By the database itself, whoever asks."""
    column = "reference" if table == "batches" else "command"
    with pytest.raises(psycopg.errors.RestrictViolation):
        async with pool.connection() as connection:
            await connection.execute(deed.format(table, column, column).encode())
