"""The filing transaction on real PostgreSQL."""

import asyncio

import pytest
from psycopg_pool import AsyncConnectionPool

from engine.command import Kind, Outcome
from engine.refusal import Defect
from register.errors import KeyReused, NotFound, Unkeepable
from register.filing import Register
from register.people import People
from tests.procedures.desk import jst
from tests.register.desk import Bench, Instants


async def rows(pool: AsyncConnectionPool, statement: str) -> list[tuple[object, ...]]:
    """What a statement reads."""
    async with pool.connection() as connection:
        return await (await connection.execute(statement.encode())).fetchall()


async def test_an_act_is_filed_with_all_that_it_makes(bench: Bench, pool: AsyncConnectionPool) -> None:
    """Everything that an act makes is on file at once: case, facts, entry, lists and what is left to do outside."""
    case = await bench.letter("2025-01-06")
    filed = await bench.act(case, "send", "2025-01-07")
    assert (filed.stage, filed.version, filed.facts) == ("sent", 2, ("LetterSent",))
    assert filed.wakes_at == jst("2025-01-11T00:00")
    assert await rows(pool, "SELECT status, rule FROM clocks") == [("running", "hearing_request")]
    assert await rows(pool, "SELECT status, kind FROM duties") == [("open", "answer_letter")]
    assert await rows(pool, "SELECT status, kind FROM notices") == [("to_serve", "letter")]
    kinds = await rows(pool, "SELECT kind FROM obligations ORDER BY id")
    assert [kind for (kind,) in kinds] == ["start", "move", "deliver"]
    assert await rows(pool, "SELECT outcome FROM entries ORDER BY recorded_at") == [("filed",), ("filed",)]
    assert await rows(pool, "SELECT version FROM people") == [(3,)]


async def test_a_workflow_that_waits_for_the_answer_is_not_called(bench: Bench, pool: AsyncConnectionPool) -> None:
    """What a case's own workflow files leaves nobody to start or move it; notices are owed all the same."""
    opening = bench.command(Kind.OPEN, "Letter", "", "write", "2025-01-06", text="one")
    filed, wake = await bench.register.keep(opening)
    assert (filed.outcome, wake.has_obligations) == (Outcome.FILED, False)
    assert await rows(pool, "SELECT kind FROM obligations") == []


async def test_a_repeat_gets_the_answer_it_got(bench: Bench, pool: AsyncConnectionPool) -> None:
    """The same command, even received later, is answered from the record, though the case moved on."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "note", "2025-01-06", text="one")
    first = await bench.file(command)
    await bench.act(case, "note", "2025-01-07", text="two")
    later = {"received_at": jst("2025-01-09"), "occurred_at": jst("2025-01-09"), "expected_version": 9}
    assert await bench.file(command.model_copy(update=later)) == first
    assert await rows(pool, "SELECT count(*) FROM entries") == [(3,)]


async def test_a_refusal_is_kept_and_binds_its_id(bench: Bench) -> None:
    """A refused command stays refused for its id, with its grounds, although the law would allow it now."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "answer", "2025-01-06", text="yes")
    refused = await bench.file(command)
    assert refused.outcome is Outcome.REFUSED
    assert refused.refusal is not None
    assert refused.refusal.code == "wrong_stage"
    await bench.act(case, "send", "2025-01-06")
    assert await bench.file(command) == refused


async def test_the_same_id_with_another_body_is_told_apart(bench: Bench) -> None:
    """A command id stands for one content; another content under it is an error, and changes nothing."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "note", "2025-01-06", text="one")
    await bench.file(command)
    with pytest.raises(KeyReused):
        await bench.file(command.model_copy(update={"body": {"text": "two"}}))


async def test_twenty_at_once_file_once(bench: Bench, pool: AsyncConnectionPool) -> None:
    """The same command sent twenty times at the same moment is filed once, and all get the same answer."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "note", "2025-01-06", text="one")
    answers = await asyncio.gather(*(bench.file(command) for _ in range(20)))
    assert len({answer.model_dump_json() for answer in answers}) == 1
    assert await rows(pool, "SELECT version FROM cases") == [(2,)]


async def test_acts_of_one_person_follow_each_other(bench: Bench, pool: AsyncConnectionPool) -> None:
    """Acts of a person sent at once are filed one after the other, each on what the one before left."""
    case = await bench.letter("2025-01-06")
    commands = [bench.command(Kind.ACT, "Letter", case, "note", "2025-01-06", text=str(n)) for n in range(10)]
    answers = await asyncio.gather(*(bench.file(command) for command in commands))
    assert sorted(answer.version or 0 for answer in answers) == list(range(2, 12))
    recorded = await rows(pool, "SELECT count(*), count(DISTINCT recorded_at) FROM entries")
    assert recorded == [(11, 11)]


async def test_two_people_do_not_wait_for_each_other(
    bench: Bench, register: Register, pool: AsyncConnectionPool, instants: Instants
) -> None:
    """While a person is locked, another person's act is filed."""
    other = await Bench.with_person(register, People(pool, clock=instants), instants, "second")
    async with pool.connection() as connection:
        await connection.execute("SELECT FROM people WHERE id = %s FOR NO KEY UPDATE", (bench.person,))
        async with asyncio.timeout(1):
            await other.letter("2025-01-06")


async def test_lapses_stay_filed_when_the_act_is_refused(bench: Bench, pool: AsyncConnectionPool) -> None:
    """What has run out lapses before an act is judged, and stays lapsed when the act is refused."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    refused = await bench.act(case, "answer", "2025-01-20", text="too late")
    assert (refused.outcome, refused.stage) == (Outcome.REFUSED, "silent")
    lapse = await rows(pool, "SELECT id, outcome, occurred_at FROM entries WHERE outcome = 'lapsed'")
    assert [(one[0], one[2]) for one in lapse] == [("lapse/first-1#1/1", jst("2025-01-11T00:00"))]
    assert await rows(pool, "SELECT status FROM clocks") == [("lapsed",)]
    assert await rows(pool, "SELECT status FROM duties") == [("done",)]


async def test_a_lapse_is_filed_once_and_then_answers(bench: Bench, register: Register) -> None:
    """A clock lapses once, by case or by person; a lapse already filed, or of a clock that stopped, changes nothing."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    early = await register.file_lapses(case, jst("2025-01-10"))
    due = await register.file_lapses(case, jst("2025-01-11T00:00"))
    again = await register.file_lapses(bench.person, jst("2025-01-12"))
    assert (early.filed, due.filed, again.filed) == ((), ("lapse/first-1#1/1",), ())
    with pytest.raises(NotFound):
        await register.file_lapses("case_unknown", jst("2025-01-12"))


async def test_effects_reach_the_other_cases_in_the_same_filing(bench: Bench, pool: AsyncConnectionPool) -> None:
    """A departure recorded in one case closes the others of the person at the same instant of record."""
    letter = await bench.letter("2025-01-06")
    await bench.act(letter, "send", "2025-01-06")
    kept = await bench.open("Circumstances", "keep", "2025-01-06")
    left = await bench.act(kept, "record_departure", "2025-01-07", "Circumstances", on="2025-01-07")
    assert left.outcome is Outcome.FILED, left.refusal
    assert await rows(pool, "SELECT stage FROM cases ORDER BY number") == [("dropped",), ("ended",)]
    assert await rows(pool, "SELECT kind, case_id, source FROM obligations ORDER BY id DESC LIMIT 1") == [
        ("move", letter, kept)
    ]


async def test_an_act_may_open_another_case(bench: Bench, pool: AsyncConnectionPool) -> None:
    """A case opened by an act of another one is filed with it; its workflow is owed by the case that opened it."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.act(case, "send_again", "2025-01-08", text="again")
    assert await rows(pool, "SELECT stage FROM cases ORDER BY number") == [("dropped",), ("written",)]
    started = await rows(pool, "SELECT case_id = source, source FROM obligations WHERE kind = 'start' ORDER BY id")
    assert started == [(True, case), (False, case)]
    assert await rows(pool, "SELECT status FROM notices") == [("withdrawn",)]
    assert await rows(pool, "SELECT done_at IS NOT NULL FROM obligations WHERE kind = 'deliver'") == [(True,)]


async def test_what_is_nowhere_leaves_nothing(bench: Bench, pool: AsyncConnectionPool) -> None:
    """A command for an unknown person, an unknown case or another person's case has nothing to be kept with."""
    unknown = bench.command(Kind.ACT, "Letter", "case_unknown", "send", "2025-01-06")
    with pytest.raises(NotFound):
        await bench.file(unknown)
    with pytest.raises(NotFound):
        await bench.file(unknown.model_copy(update={"person": "person_unknown"}))
    assert await rows(pool, "SELECT count(*) FROM entries") == [(0,)]


async def test_what_no_register_keeps_is_turned_away(bench: Bench, pool: AsyncConnectionPool) -> None:
    """NUL, halves of characters and not-a-number never reach the database; a backslash does."""
    case = await bench.letter("2025-01-06")
    for text in ("a\x00b", "a\ud800b", float("nan")):
        with pytest.raises(Unkeepable):
            await bench.act(case, "note", "2025-01-06", text=text)
    assert (await bench.act(case, "note", "2025-01-06", text="a\\u0000b 𠮷")).outcome is Outcome.FILED
    assert await rows(pool, "SELECT state #>> '{replies,0}' FROM cases") == [("a\\u0000b 𠮷",)]


async def test_an_officer_acts_with_the_roles_of_that_day(bench: Bench, pool: AsyncConnectionPool) -> None:
    """An officer without the power, of another office, or unknown is refused, and the refusal is kept."""
    case = await bench.letter("2025-01-06")
    codes = []
    for by in ("bureau_clerk", "osaka_inspector", "nobody"):
        filed = await bench.act(case, "send", "2025-01-06", by=by)
        assert filed.refusal is not None
        codes.append((filed.refusal.type, filed.refusal.code))
    assert codes == [("NoPower", "no_power"), ("NotYours", "no_such_case"), ("Refusal", "unknown_officer")]
    assert await rows(pool, "SELECT count(*) FROM entries WHERE outcome = 'refused'") == [(3,)]


async def test_a_defect_files_nothing(bench: Bench, pool: AsyncConnectionPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours passes through and leaves nothing on file."""
    case = await bench.letter("2025-01-06")

    def broken(*_: object) -> None:
        raise Defect("broken")

    monkeypatch.setattr("engine.filing.check", broken)
    with pytest.raises(Defect):
        await bench.act(case, "send", "2025-01-06")
    assert await rows(pool, "SELECT count(*) FROM entries") == [(1,)]


async def test_the_record_follows_the_clock_and_never_stands_still(bench: Bench, pool: AsyncConnectionPool) -> None:
    """The instant of record is the clock's; where the clock stands or runs back, a microsecond after the last one."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "note", "2025-01-06", text="one")
    bench.instants.at = jst("2024-01-01")
    await bench.register.file(bench.command(Kind.ACT, "Letter", case, "note", "2025-01-06", text="two"))
    found = await rows(pool, "SELECT recorded_at - lag(recorded_at) OVER (ORDER BY recorded_at) FROM entries")
    assert [str(one) for (one,) in found] == ["None", "0:00:00.000001", "0:00:00.000001"]


async def test_keeping_says_what_the_case_waits_for(bench: Bench, register: Register) -> None:
    """The answer to a command comes with the clocks and obligations of its case, and so does that to its repeat."""
    case = await bench.letter("2025-01-06")
    command = bench.command(Kind.ACT, "Letter", case, "send", "2025-01-07")
    filed, wake = await register.keep(command)
    assert (wake.wakes_at, wake.closed, wake.has_obligations) == (filed.wakes_at, False, True)
    assert await register.keep(command) == (filed, wake)


async def test_what_an_earlier_filing_left_undone_is_told_with_a_later_one(bench: Bench, register: Register) -> None:
    """An act that owes nothing itself still says what its case owes, until that is done; as the register reads it."""
    case = await bench.letter("2025-01-06")
    await register.keep(bench.command(Kind.ACT, "Letter", case, "send", "2025-01-07"))
    _, owing = await register.keep(bench.command(Kind.ACT, "Letter", case, "note", "2025-01-07", text="one"))
    assert owing == await register.wake(case)
    assert owing.has_obligations
    await register.mark_done([one.id for one in await register.obligations(case)])
    _, done = await register.keep(bench.command(Kind.ACT, "Letter", case, "note", "2025-01-07", text="two"))
    assert done == await register.wake(case)
    assert not done.has_obligations
