"""Late, corrected and contested entries on the real register; and that it does as the register in memory."""

import random
from datetime import timedelta

import pytest
from psycopg_pool import AsyncConnectionPool

from engine.command import Command, Kind, Outcome
from engine.history import same
from law.periods import JST
from register.filing import Register
from register.people import People
from register.reading import Reading
from register.rebuild import Rebuild
from simulation.memory import MemoryRegister
from tests.procedures.desk import jst, officers
from tests.register.desk import HEAD, INSPECTOR, Bench, Instants
from tests.register.letters import PROCEDURES
from tests.register.test_filing import rows


async def clean(pool: AsyncConnectionPool) -> None:
    """Nothing drifted and every chain holds."""
    report = await Rebuild(pool, PROCEDURES).check()
    assert report.is_clean, report


async def test_a_late_answer_undoes_the_lapse(bench: Bench, pool: AsyncConnectionPool) -> None:
    """An answer of day two entered after the lapse of day four: the lapse falls, its facts stay as withdrawn."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.register.file_lapses(case, jst("2025-01-12"))
    filed = await bench.act(case, "answer", "2025-01-08", received="2025-01-13", text="yes")
    assert (filed.outcome, filed.late, filed.stage) == (Outcome.FILED, True, "answered")
    assert await rows(pool, "SELECT fact_id, entry_id FROM withdrawn_facts") == [("lapse/first-1#1/1#1", "first-2")]
    assert await rows(pool, "SELECT status FROM clocks") == [("stopped",)]
    assert await rows(pool, "SELECT status FROM notices") == [("served",)]
    await clean(pool)


async def test_a_late_entry_first_lets_lapse_what_was_due(bench: Bench, pool: AsyncConnectionPool) -> None:
    """A late entry that is refused leaves the lapses that were due when it was received."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.act(case, "note", "2025-01-09", text="noted")
    refused = await bench.act(case, "note", "2025-01-08", received="2025-01-20", text="no")
    assert (refused.outcome, refused.late) == (Outcome.REFUSED, False)
    assert await rows(pool, "SELECT stage FROM cases") == [("silent",)]
    await clean(pool)


async def test_a_late_entry_that_would_fell_another_is_contested(
    bench: Bench, pool: AsyncConnectionPool, register: Register
) -> None:
    """A true event that does not fit is on file at once, contested, with what would fall; the clocks are held."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.act(case, "note", "2025-01-09", text="noted")
    contested = await bench.act(case, "answer", "2025-01-08", received="2025-01-10", text="yes")
    assert contested.outcome is Outcome.CONTESTED
    assert await rows(pool, "SELECT falls FROM entries WHERE contested") == [(["first-2"],)]
    assert await rows(pool, "SELECT held FROM clocks") == [(True,)]
    assert (await register.file_lapses(case, jst("2025-02-01"))).filed == ()
    assert await register.overdue(older_than=timedelta(0)) == ()
    assert (await register.wake(case)).wakes_at is None
    await clean(pool)
    resolved = await bench.resolve(case, contested.command, "2025-01-15", "set_aside")
    assert (resolved.outcome, resolved.stage) == (Outcome.FILED, "silent")
    await clean(pool)


async def test_a_contested_entry_that_is_upheld_takes_effect(bench: Bench, pool: AsyncConnectionPool) -> None:
    """When a supervisor upholds it, what did not fit falls, as a breach on record."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.act(case, "note", "2025-01-09", text="noted")
    contested = await bench.act(case, "answer", "2025-01-08", received="2025-01-10", text="yes")
    resolved = await bench.resolve(case, contested.command, "2025-01-10T13:00", "upheld")
    assert (resolved.outcome, resolved.stage) == (Outcome.FILED, "answered")
    assert ("EntryFell",) in await rows(pool, "SELECT kind FROM facts")
    await clean(pool)


async def test_a_corrected_date_moves_the_clock(bench: Bench, pool: AsyncConnectionPool) -> None:
    """A date typed wrongly is corrected; its clock moves, the old facts are withdrawn, new ones stand beside them."""
    case = await bench.letter("2025-01-06")
    sent = await bench.act(case, "send", "2025-01-07")
    filed = await bench.correct(case, sent.command, "2025-01-08", occurred_at="2025-01-06T15:00:00+09:00")
    assert (filed.outcome, filed.wakes_at) == (Outcome.FILED, jst("2025-01-10T00:00"))
    standing = await rows(
        pool,
        "SELECT f.id FROM facts f LEFT JOIN withdrawn_facts w USING (case_id, seq) WHERE w.seq IS NULL ORDER BY f.seq",
    )
    assert [one for (one,) in standing] == ["first-1#4~first-2", "first-2#note1"]
    again = await bench.correct(case, sent.command, "2025-01-09", occurred_at="2025-01-07T09:00:00+09:00")
    assert again.refusal is None, again.refusal
    assert again.wakes_at == jst("2025-01-11T00:00")
    await clean(pool)


async def test_a_lapse_undone_may_come_again(bench: Bench, pool: AsyncConnectionPool) -> None:
    """An answer that undid a lapse is annulled: the lapse stands again, and its chain holds both."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.register.file_lapses(case, jst("2025-01-12"))
    answered = await bench.act(case, "answer", "2025-01-08", received="2025-01-13", text="yes")
    annulled = await bench.correct(case, answered.command, "2025-01-14", annul=True)
    assert (annulled.outcome, annulled.stage) == (Outcome.FILED, "silent")
    assert await rows(pool, "SELECT count(*) FROM facts WHERE id LIKE 'lapse/%#1%'") == [(2,)]
    await clean(pool)


async def test_a_case_whose_opening_falls_counts_no_more(
    bench: Bench, pool: AsyncConnectionPool, reading: Reading
) -> None:
    """An act that opened another case is annulled: that case is withdrawn, and stays on file without effect."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    again = await bench.act(case, "send_again", "2025-01-07", text="again")
    annulled = await bench.correct(case, again.command, "2025-01-08", annul=True)
    assert (annulled.outcome, annulled.stage) == (Outcome.FILED, "sent")
    assert await rows(pool, "SELECT withdrawn, stage FROM cases ORDER BY seq") == [(False, "sent"), (True, "written")]
    assert [one.id for one in (await reading.cases(reader=INSPECTOR)).items] == [case]
    await clean(pool)


async def test_as_of_and_known_on(bench: Bench, reading: Reading) -> None:
    """What held on a day, as it was known on a day: before and after a late entry was recorded."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.register.file_lapses(case, jst("2025-01-12"))
    await bench.act(case, "answer", "2025-01-08", received="2025-01-13", text="yes")
    bench.instants.at = jst("2025-02-01")
    then = await reading.dossier_as_of(
        bench.person, as_of=jst("2025-01-12"), known_on=jst("2025-01-12"), reader=INSPECTOR
    )
    now = await reading.dossier_as_of(
        bench.person, as_of=jst("2025-01-12"), known_on=jst("2025-01-20"), reader=INSPECTOR
    )
    early = await reading.dossier_as_of(bench.person, as_of=jst("2025-01-07T11:00"), reader=INSPECTOR)
    assert [str(one.cases[case].stage) for one in (then, now, early)] == ["silent", "answered", "written"]


def walk(bench: Bench, seed: int) -> list[Command]:
    """A life: acts in order, late ones, corrections, on letters and circumstances; many of them refused."""
    dice = random.Random(seed)
    at = jst("2025-01-06T09:00")
    commands = [bench.command(Kind.OPEN, "Letter", "", "write", at.isoformat(), text="first")]
    commands.append(bench.command(Kind.OPEN, "Circumstances", "", "keep", at.isoformat()))
    letters = [commands[0].case]
    for _ in range(40):
        at += timedelta(hours=dice.choice((1, 5, 20, 40)))
        occurred = at - timedelta(days=dice.choice((0, 0, 0, 0, 1, 3)))
        case = dice.choice(letters)
        times = {"at": occurred.astimezone(JST).isoformat(), "received": at.isoformat()}
        roll = dice.random()
        if roll < 0.12:
            commands.append(bench.command(Kind.OPEN, "Letter", "", "write", **times, text="more"))
            letters.append(commands[-1].case)
        elif roll < 0.2:
            target = dice.choice(commands).id
            change = {"annul": True} if dice.random() < 0.5 else {"occurred_at": times["at"]}
            times["at"] = times["received"]
            commands.append(
                bench.command(
                    Kind.CORRECT, "Letter", case, "correct", by=HEAD, target=target, reason="x", **times, **change
                )
            )
        elif roll < 0.25:
            body = {"verdict": dice.choice(("upheld", "set_aside")), "reason": "x"}
            times["at"] = times["received"]
            target = dice.choice(commands).id
            commands.append(
                bench.command(Kind.RESOLVE, "Letter", case, "resolve", by=HEAD, target=target, **times, **body)
            )
        else:
            act = dice.choice(("send", "send", "pause", "go_on", "note", "answer", "send_again"))
            text = {"text": dice.choice(("yes", "no"))} if act in ("note", "answer", "send_again") else {}
            commands.append(bench.command(Kind.ACT, "Letter", case, act, **times, **text))
    return commands


@pytest.mark.parametrize("seed", range(12))
async def test_it_does_as_the_register_in_memory(
    register: Register, pool: AsyncConnectionPool, instants: Instants, seed: int
) -> None:
    """The same commands make the same answers, cases and facts in memory and in PostgreSQL, in whatever order."""
    bench = await Bench.with_person(register, People(pool, clock=instants), instants, f"walk{seed}")
    memory = MemoryRegister(PROCEDURES, officers())
    for command in walk(bench, seed):
        if command.occurred_at < command.received_at or command.kind is not Kind.OPEN:
            memory.let_lapse(bench.person, command.received_at)
            instants.at = max(instants.at, command.received_at)
            await register.file_lapses(bench.person, command.received_at)
        assert await bench.file(command) == memory.file(command), command
    reading = Reading(pool, PROCEDURES)
    dossier = (await reading.dossier(bench.person, reader=INSPECTOR)).dossier
    expected_dossier = memory.dossier(bench.person)
    assert dossier.latest == expected_dossier.latest
    assert dossier.cases.keys() == expected_dossier.cases.keys()
    for one, case in dossier.cases.items():
        assert same(case, expected_dossier.cases[one])
        assert case.version == expected_dossier.cases[one].version
    standing = await rows(
        pool,
        "SELECT f.id, f.body FROM facts f LEFT JOIN withdrawn_facts w USING (case_id, seq) WHERE w.seq IS NULL",
    )
    remembered = {fact.id: fact.body.model_dump(mode="json") for fact in memory.facts(bench.person)}
    assert {str(one): body for one, body in standing} == remembered
    await clean(pool)
