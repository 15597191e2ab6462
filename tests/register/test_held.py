"""Who is held now, on real PostgreSQL with the procedures of the house: on what, since when, what comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any

import pytest
from psycopg_pool import AsyncConnectionPool

from engine.command import Kind, Outcome
from engine.declaration import Procedures
from law.custody import Title
from law.facts import Custody
from law.periods import JST
from register.custody_lists import CustodyLists, HeldView
from register.filing import Register
from register.people import People
from tests.procedures.deportation_story import ORDER_PAPER
from tests.procedures.desk import jst
from tests.register.desk import INSPECTOR, Bench, Instants
from workflows.procedures import PROCEDURES

DECLARED = Procedures(PROCEDURES)
CLERK, ICO, SII = "bureau_clerk", "immigration_control_officer", "supervising_immigration_inspector"
GROUND = {"ground": "24(iv)(ro)", "since": "2023-01-10"}
NOW = "2025-03-10T09:00"


@dataclass
class Rooms:
    """A register with people in detention, and the lists over it."""

    pool: AsyncConnectionPool
    register: Register
    instants: Instants
    lists: CustodyLists
    numbers: Any

    async def somebody(self) -> Bench:
        """A new person."""
        people = People(self.pool, clock=self.instants)
        return await Bench.with_person(self.register, people, self.instants, f"p{next(self.numbers)}")

    async def taken_over(self, title: Title, since: str, facility: str, **more: Any) -> tuple[Bench, str]:
        """Somebody who was held before the case was kept here; on file since two days before the list is read."""
        bench, at = await self.somebody(), "2025-03-08T09:00"
        body = {"title": title.value, "since": since, "facility": facility} | more
        filed = await bench.file(bench.command(Kind.OPEN, "Detention", "", "take_over", at, by=CLERK, **body))
        assert filed.outcome is Outcome.FILED, filed.refusal
        return bench, filed.case

    async def held(self, **narrowed: Any) -> tuple[HeldView, ...]:
        """The list as it is read at noon of 10 March 2025, or later where something was filed later."""
        self.instants.at = max(self.instants.at, jst(NOW))
        return (await self.lists.held(reader=INSPECTOR, **narrowed)).items


@pytest.fixture
def rooms(pool: AsyncConnectionPool, instants: Instants) -> Rooms:
    """Nobody is held yet."""
    register = Register(pool, DECLARED, release="test", clock=instants)
    return Rooms(pool, register, instants, CustodyLists(pool, DECLARED, clock=instants), count())


async def done(bench: Bench, procedure: str, case: str, act: str, at: str, by: str, **body: Any) -> None:
    """An act that must be filed."""
    filed = await bench.file(bench.command(Kind.ACT, procedure, case, act, at, by=by, **body))
    assert filed.outcome is Outcome.FILED, filed.refusal


async def case_of(pool: AsyncConnectionPool, bench: Bench, procedure: str) -> str:
    """A person's case of a procedure."""
    async with pool.connection() as connection:
        asked = ("SELECT id FROM cases WHERE person_id = %s AND procedure = %s", (bench.person, procedure))
        row = await (await connection.execute(*asked)).fetchone()
    assert row is not None
    return str(row[0])


async def in_emergency(bench: Bench) -> str:
    """Detained in an emergency at 08:00 of 10 March 2025; returns the case of custody."""
    suspicion = bench.command(
        Kind.OPEN, "Deportation", "", "investigate", "2025-03-10T07:00", by=ICO, grounds=[GROUND], reasons="stated"
    )
    body: dict[str, Any] = {
        "deportation": (await bench.file(suspicion)).case,
        "plain": True,
        "flight_before_order": True,
    }
    body |= {"facility": "rooms 1", "reasons": "stated"}
    filed = await bench.file(
        bench.command(Kind.OPEN, "Detention", "", "detain_in_emergency", "2025-03-10T08:00", by=ICO, **body)
    )
    assert filed.outcome is Outcome.FILED, filed.refusal
    return filed.case


def at(day: str) -> datetime:
    """An instant in Japan."""
    return datetime.fromisoformat(day).replace(tzinfo=JST)


async def test_detention_under_a_detention_order_tells_the_days(rooms: Rooms) -> None:
    """1 March is day 1: on 10 March ten days are spent and fifty left; with 20 days before, thirty and thirty."""
    bench, case = await rooms.taken_over(Title.DETENTION_ORDER, "2025-03-01T10:00:00+09:00", "rooms 1")
    (one,) = await rooms.held()
    assert (one.case, one.person, one.office) == (case, bench.person, "tokyo")
    assert (one.custody, one.title, one.facility) == (
        Custody.DETAINED_DETENTION_ORDER,
        Title.DETENTION_ORDER,
        "rooms 1",
    )
    assert (one.since, one.language) == (at("2025-03-01T10:00"), "en")
    assert (one.days_spent, one.days_left) == (10, 50)
    assert one.limit_ends_at == at("2025-03-31T00:00")
    assert (one.hand_over_ends_at, one.review_ends_at) == (None, None)
    await rooms.taken_over(Title.DETENTION_ORDER, "2025-03-01T11:00:00+09:00", "rooms 2", days_spent=20)
    (other,) = await rooms.held(facility="rooms 2")
    assert (other.days_spent, other.days_left, other.limit_ends_at) == (30, 30, at("2025-03-11T00:00"))


async def test_detention_under_the_deportation_order_tells_the_next_review(rooms: Rooms) -> None:
    """No day is counted down; three months from 10 January, that day counted, end with 9 April."""
    await rooms.taken_over(Title.DEPORTATION_ORDER, "2025-01-10T10:00:00+09:00", "omura")
    (one,) = await rooms.held()
    assert (one.custody, one.title) == (Custody.DETAINED_DEPORTATION_ORDER, Title.DEPORTATION_ORDER)
    assert (one.days_left, one.limit_ends_at) == (None, None)
    assert one.review_ends_at == at("2025-04-10T00:00")


async def test_an_emergency_tells_the_48_hours_and_the_order_carries_them_on(rooms: Rooms) -> None:
    """From 08:00 of 10 March to 08:00 of 12 March; the order changes the title and not the instant."""
    bench = await rooms.somebody()
    case = await in_emergency(bench)
    (one,) = await rooms.held()
    assert (one.custody, one.title) == (Custody.EMERGENCY_DETAINED, Title.EMERGENCY)
    assert (one.hand_over_ends_at, one.days_spent) == (at("2025-03-12T08:00"), 1)
    paper = ORDER_PAPER | {"valid_until": "2025-03-20", "sponsorship_appropriate": False}
    await done(bench, "Detention", case, "issue_detention_order", "2025-03-10T12:00", SII, **paper)
    (one,) = await rooms.held()
    assert (one.custody, one.title) == (Custody.DETAINED_DETENTION_ORDER, Title.DETENTION_ORDER)
    assert (one.since, one.hand_over_ends_at) == (at("2025-03-10T12:00"), at("2025-03-12T08:00"))


async def test_treatment_tells_the_examination(rooms: Rooms) -> None:
    """The last examination, and by when the next is owed: three months from 9 March, that day counted.

    Of somebody taken over no examination is on file: the first three months run from the day of the taking over.
    """
    bench, _ = await rooms.taken_over(Title.DEPORTATION_ORDER, "2025-03-03T10:00:00+09:00", "rooms 1")
    (one,) = await rooms.held()
    assert (one.examined_on, one.examination_ends_at) == (None, at("2025-06-08T00:00"))
    treatment = await case_of(rooms.pool, bench, "Treatment")
    examined = {"examined_on": "2025-03-09", "result": "stated"}
    await done(bench, "Treatment", treatment, "examine", "2025-03-09T10:00", ICO, **examined)
    (one,) = await rooms.held()
    assert (one.examined_on, one.examination_ends_at) == (date(2025, 3, 9), at("2025-06-09T00:00"))


async def test_who_is_at_liberty_is_not_listed_and_whose_title_ended_is(rooms: Rooms) -> None:
    """A detainee without a title stands in the list with the reason until the release."""
    bench, case = await rooms.taken_over(Title.DETENTION_ORDER, "2025-02-09T10:00:00+09:00", "rooms 1")
    await rooms.taken_over(Title.DEPORTATION_ORDER, "2025-02-09T10:00:00+09:00", "rooms 1", on_release=True)
    rooms.instants.at = jst("2025-03-12T09:00")
    await rooms.register.file_lapses(case, rooms.instants.at)
    (one,) = await rooms.held()
    assert (one.case, one.title, one.title_ended) == (case, None, "time_used_up")
    assert one.custody is Custody.DETAINED_DETENTION_ORDER
    await done(bench, "Detention", case, "release", "2025-03-12T09:10", SII, why="time_used_up", reasons="stated")
    assert await rooms.held() == ()


async def test_the_list_goes_by_facility_the_longest_first_in_pieces(rooms: Rooms) -> None:
    """Whatever the offset an instant was told in; a piece goes on where the one before ended; reach narrows it."""
    told = (
        ("rooms 2", "2025-02-20T10:00:00+09:00"),
        ("rooms 1", "2025-02-20T02:00:00+00:00"),
        ("rooms 1", "2025-02-20T10:30:00+09:00"),
        ("rooms 1", "2025-02-19T20:00:00-05:00"),
    )
    for facility, since in told:
        await rooms.taken_over(Title.DETENTION_ORDER, since, facility)
    expected = [("rooms 1", 10, 0), ("rooms 1", 10, 30), ("rooms 1", 11, 0), ("rooms 2", 10, 0)]
    found, after = [], None
    for size in (1, 2, 1):
        page = await rooms.lists.held(reader=INSPECTOR, limit=size, after=after)
        found += [(one.facility, *one.since.astimezone(JST).timetuple()[3:5]) for one in page.items]
        after = page.after
    assert found == expected
    assert len(await rooms.held(facility="rooms 1", office="tokyo")) == 3
    assert await rooms.held(office="osaka") == ()


async def test_the_reader_is_on_record(rooms: Rooms, pool: AsyncConnectionPool) -> None:
    """Who looked at the list is audited, as with every list."""
    await rooms.held()
    async with pool.connection() as connection:
        audited = await connection.execute("SELECT actor FROM audit_entries WHERE action = 'list_held'")
        assert await audited.fetchall() == [(INSPECTOR,)]
