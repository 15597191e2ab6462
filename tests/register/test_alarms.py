"""Alarms on real PostgreSQL: each rung once, nearer ends higher up, and who took note."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from psycopg_pool import AsyncConnectionPool

from engine.declaration import Procedures
from law.holidays import next_working_day
from law.ladders import LADDERS, Audience, duties_alarmed
from law.ledger import overdue_after
from law.periods import end_of
from law.policies import PROMPTLY
from register import alarms as alarms_module
from register.alarms import AlarmKey, Alarms
from register.custody_lists import CustodyLists
from register.errors import NotFound
from register.verify import verify_audit
from tests.register.desk import INSPECTOR, Bench
from tests.register.letters import ANSWER_LETTER, PROCEDURES, Letter
from tests.register.test_filing import rows

_CLOCK = """
INSERT INTO clocks (id, case_id, person_id, rule, danger, status, generation, started_on, last_day, ends_at, held)
VALUES (%s, %s, %s, %s, 0, %s, %s, current_date, current_date, clock_timestamp() + %s::interval, false)
ON CONFLICT (id) DO UPDATE SET generation = excluded.generation, ends_at = excluded.ends_at, status = excluded.status
"""
_DUTY = """
INSERT INTO duties (id, case_id, person_id, kind, power, status, since, due_on, due)
VALUES (%s, %s, %s, %s, 'examine', 'open', clock_timestamp(), %s, %s)
"""
_TODAY = "SELECT (clock_timestamp() AT TIME ZONE 'Asia/Tokyo')::date"
TO_OFFICER, TO_SUPERVISOR = Audience.OFFICER, Audience.SUPERVISOR


async def _clock(
    pool: AsyncConnectionPool, bench: Bench, case: str, left: timedelta, *, generation: int = 1, status: str = "running"
) -> None:
    async with pool.connection() as connection:
        asked = ("clock", case, bench.person, "hand_over_limit", status, generation, left)
        await connection.execute(_CLOCK, asked)


async def _today(pool: AsyncConnectionPool) -> date:
    async with pool.connection() as connection:
        row = await (await connection.execute(_TODAY)).fetchone()
    assert row is not None
    today: date = row[0]
    return today


async def _owe(
    pool: AsyncConnectionPool, bench: Bench, case: str, kind: str, duties: Mapping[str, date | None]
) -> None:
    async with pool.connection() as connection:
        for name, due in duties.items():
            await connection.execute(_DUTY, (name, case, bench.person, kind, due, due or date.max))


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (timedelta(hours=24, minutes=1), []),
        (timedelta(hours=23, minutes=59), [TO_OFFICER]),
        (timedelta(hours=11, minutes=59), [TO_OFFICER, TO_OFFICER]),
        (timedelta(hours=1, minutes=59), [TO_OFFICER, TO_OFFICER, TO_SUPERVISOR]),
        (timedelta(hours=-5), [TO_OFFICER, TO_OFFICER, TO_SUPERVISOR]),
    ],
)
async def test_the_ladder_of_the_48_hours(
    pool: AsyncConnectionPool, bench: Bench, left: timedelta, expected: list[Audience]
) -> None:
    """24, 36 and 46 hours after the restraint, to the officers and at last to the supervisor; each rung once."""
    case = await bench.letter("2025-01-06")
    await _clock(pool, bench, case, left)
    alarms = Alarms(pool, PROCEDURES)
    assert [one.audience for one in await alarms.raise_due()] == expected
    assert await alarms.raise_due() == ()


async def test_a_moved_clock_is_alarmed_anew_and_a_stopped_one_not(pool: AsyncConnectionPool, bench: Bench) -> None:
    """A later generation climbs the ladder again; a clock that stopped warns of nothing."""
    case, alarms = await bench.letter("2025-01-06"), Alarms(pool, PROCEDURES)
    await _clock(pool, bench, case, timedelta(hours=20))
    assert len(await alarms.raise_due()) == 1
    await _clock(pool, bench, case, timedelta(hours=22), generation=2)
    assert len(await alarms.raise_due()) == 1
    await _clock(pool, bench, case, timedelta(hours=1), generation=3, status="stopped")
    assert await alarms.raise_due() == ()


async def test_a_dated_duty_is_alarmed_on_its_last_day_and_when_it_is_over(
    pool: AsyncConnectionPool, bench: Bench
) -> None:
    """On its day to the officers, after it to the supervisor, by the legal day; one without a day never."""
    case, alarms = await bench.letter("2025-01-06"), Alarms(pool, PROCEDURES)
    today = await _today(pool)
    days = (("none", None), ("ahead", 1), ("today", 0), ("over", -1))
    duties = {name: None if day is None else today + timedelta(days=day) for name, day in days}
    await _owe(pool, bench, case, "answer_letter", duties)
    raised = {(one.source, one.audience) for one in await alarms.raise_due()}
    assert raised == {("today", TO_OFFICER), ("over", TO_OFFICER), ("over", TO_SUPERVISOR)}


async def test_a_duty_owed_promptly_is_alerted_after_one_working_day(pool: AsyncConnectionPool, bench: Bench) -> None:
    """To the officers when one working day is over, to the supervisor after the third; each once."""
    case, alarms = await bench.letter("2025-01-06"), Alarms(pool, PROCEDURES)
    today = await _today(pool)
    since = [today - timedelta(days=number) for number in range(25)]
    duties = {f"owed {day}": overdue_after(day, PROMPTLY) for day in since}
    await _owe(pool, bench, case, "resolve_contested", duties)
    one = {f"owed {day}" for day in since if next_working_day(day + timedelta(days=1)) < today}
    three = {name for name, due in duties.items() if due < today}
    assert three < one < duties.keys()
    raised = await alarms.raise_due()
    assert sorted((alarm.source, alarm.audience) for alarm in raised) == sorted(
        [*((name, TO_OFFICER) for name in one), *((name, TO_SUPERVISOR) for name in three)]
    )
    assert await alarms.raise_due() == ()
    ends = {(row[0], row[1]) for row in await rows(pool, "SELECT source, ends_at FROM alarms")}
    assert ends == {(name, end_of(duties[name])) for name in one}


class Hurried(Letter):
    """A letter that is owed promptly: the kind of duty has the name of the letter's own."""

    duties = (replace(ANSWER_LETTER, within=PROMPTLY),)


@pytest.mark.parametrize(("procedure", "is_alerted"), [("Letter", False), ("Hurried", True)])
async def test_what_is_owed_promptly_is_said_by_the_procedure(
    pool: AsyncConnectionPool, bench: Bench, procedure: str, is_alerted: bool
) -> None:
    """Kinds of one name in two procedures keep their own service level."""
    case, alarms = await bench.letter("2025-01-06"), Alarms(pool, Procedures((Letter, Hurried)))
    async with pool.connection() as connection:
        await connection.execute("UPDATE cases SET procedure = %s WHERE id = %s", (procedure, case))
    (until, _), _ = duties_alarmed(await _today(pool), PROMPTLY)
    await _owe(pool, bench, case, "answer_letter", {"owed": until})
    assert [one.audience for one in await alarms.raise_due()] == [TO_OFFICER] * is_alerted


async def test_a_flood_is_raised_in_pieces_the_nearest_end_first(
    pool: AsyncConnectionPool, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However much came due while nobody looked, each look ends in time, and the next goes on."""
    monkeypatch.setattr(alarms_module, "MOST", 2)
    case, alarms = await bench.letter("2025-01-06"), Alarms(pool, PROCEDURES)
    async with pool.connection() as connection:
        for name, left in (("far", 20), ("over", -5), ("near", 1)):
            asked = (name, case, bench.person, "hand_over_limit", "running", 1, timedelta(hours=left))
            await connection.execute(_CLOCK, asked)
    looks = [[one.source for one in await alarms.raise_due()] for _ in range(5)]
    assert looks == [["over", "over"], ["over", "near"], ["near", "near"], ["far"], []]


async def test_who_took_note_first_stays_on_record(pool: AsyncConnectionPool, bench: Bench) -> None:
    """Lists give the nearest end first, in pieces, narrowed by audience; a noted one leaves the list."""
    case, alarms, lists = await bench.letter("2025-01-06"), Alarms(pool, PROCEDURES), CustodyLists(pool, PROCEDURES)
    await _clock(pool, bench, case, timedelta(hours=1))
    await alarms.raise_due()
    first = await lists.alarms(reader=INSPECTOR, limit=2)
    rest = await lists.alarms(reader=INSPECTOR, limit=2, after=first.after)
    assert [one.audience for one in (*first.items, *rest.items)] == [TO_OFFICER, TO_OFFICER, TO_SUPERVISOR]
    assert {(one.case, one.procedure, one.office) for one in first.items} == {(case, "Letter", "tokyo")}
    noted = first.items[0].alarm
    for officer in ("one", "two"):
        await alarms.note(noted, by=officer)
    assert await alarms.about(noted) == AlarmKey(office="tokyo", audience=TO_OFFICER)
    (told,) = await rows(pool, "SELECT actor, person_id, case_id FROM audit_entries WHERE action = 'note_alarm'")
    assert told == ("one", bench.person, case)
    assert (await verify_audit(pool)).broken == ()
    assert len((await lists.alarms(reader=INSPECTOR, person=bench.person)).items) == 2
    assert [one.noted_by for one in (await lists.alarms(reader=INSPECTOR, noted=True)).items] == ["one"]
    assert [one.audience for one in (await lists.alarms(reader=INSPECTOR, audience=TO_SUPERVISOR)).items] == [
        TO_SUPERVISOR
    ]
    assert (await lists.alarms(reader=INSPECTOR, office="osaka")).items == ()
    for unknown in (alarms.note(10**9, by="one"), alarms.about(10**9)):
        with pytest.raises(NotFound):
            await unknown


def test_every_ladder_climbs() -> None:
    """The nearer the end, the later the rung, and never down from a supervisor to an officer."""
    for ladder in LADDERS.values():
        befores = [rung.before for rung in ladder]
        assert befores == sorted(befores, reverse=True)
        assert len(set(befores)) == len(befores)
        seen_by = [rung.audience is TO_SUPERVISOR for rung in ladder]
        assert seen_by == sorted(seen_by)
