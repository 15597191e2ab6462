"""Notices of countries on file, and what acts consider of them: kept with the entry for every replay."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from engine.command import Filed, Kind, Outcome
from engine.refusal import Refusal
from law.country_notice import CountryNotice
from law.periods import JST
from register.country_notices import CountryNotices
from register.errors import KeyReused
from register.exporting import exported
from register.filing import Register
from register.import_filing import Importer, Result
from register.importing import ImportedFile, line_of
from register.people import People
from register.pool import make_pool
from register.reading import Reading
from register.rebuild import Rebuild
from register.verify import verify_audit
from tests.conftest import NewDatabase
from tests.procedures.desk import jst
from tests.register.desk import HEAD, Bench, Instants, put_officers
from tests.register.journeys import PROCEDURES
from tests.register.test_filing import rows

FIRST = CountryNotice("1", date(2024, 7, 1), frozenset({"VN"}))
SECOND = CountryNotice("2", date(2025, 4, 1), frozenset({"VN", "XA"}))


@pytest.fixture
def notices(pool: AsyncConnectionPool, instants: Instants) -> CountryNotices:
    """The notices under test."""
    return CountryNotices(pool, clock=instants)


@pytest.fixture
async def bench(pool: AsyncConnectionPool, instants: Instants) -> Bench:
    """A person, and journeys in one line each."""
    register = Register(pool, PROCEDURES, release="test", clock=instants)
    return await Bench.with_person(register, People(pool, clock=instants), instants, "first")


@pytest.fixture
async def elsewhere(new_database: NewDatabase, database_template: str) -> AsyncIterator[AsyncConnectionPool]:
    """Another register, with the same officers and no notice."""
    async with make_pool(new_database(database_template)) as opened:
        await put_officers(People(opened))
        yield opened


async def journey(bench: Bench) -> str:
    """A planned journey."""
    return await bench.open("Journey", "plan", "2024-06-20 09:00")


async def set_out(bench: Bench, case: str, at: str, country: str = "XA", **more: Any) -> Filed:
    """Set out on it."""
    return await bench.act(case, "set_out", at, procedure="Journey", country=country, **more)


def considered_by(answer: Filed) -> str:
    """Why it was refused, or that it was filed."""
    return answer.refusal.code if answer.refusal else answer.outcome.value


async def test_a_notice_is_entered_once(notices: CountryNotices, pool: AsyncConnectionPool) -> None:
    """A repeat of the command, or the same notice again, enters nothing; another content under the command is told."""
    first = await notices.enter("c1", FIRST, by="minister")
    assert await notices.enter("c1", FIRST, by="minister") == first
    assert await notices.enter("c2", FIRST, by="commissioner") == first
    with pytest.raises(KeyReused):
        await notices.enter("c1", SECOND, by="minister")
    assert [(one.number, one.revision) for one in await notices.entered()] == [("1", 1)]
    told = await rows(pool, "SELECT action, actor, command, person_id FROM audit_entries")
    assert told == [("enter_country_notice", "minister", "c1", None)]
    assert (await verify_audit(pool)).broken == ()


async def test_what_cannot_stand_beside_the_others_is_refused(notices: CountryNotices) -> None:
    """By the rule of the law, on what is on file; nothing of it is kept."""
    await notices.enter("c1", FIRST, by="minister")
    other = CountryNotice("9", FIRST.effective_from, frozenset({"ZZ"}))
    with pytest.raises(Refusal) as refused:
        await notices.enter("c2", other, by="minister")
    assert [reason.code for reason in refused.value.reasons] == ["unknown_country", "first_day_taken"]
    assert len(await notices.entered()) == 1


async def test_of_two_at_once_with_one_first_day_one_is_entered(notices: CountryNotices) -> None:
    """Nobody enters beside another's back."""
    other = CountryNotice("9", FIRST.effective_from, frozenset({"LK"}))
    entering = (notices.enter("c1", FIRST, by="minister"), notices.enter("c2", other, by="minister"))
    answers = await asyncio.gather(*entering, return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["EnteredNotice", "Refusal"]


async def test_what_was_typed_wrongly_is_corrected_openly(notices: CountryNotices, pool: AsyncConnectionPool) -> None:
    """The correction stands, what it replaces stays on file with who entered it, and nothing is ever changed."""
    await notices.enter("c1", FIRST, by="minister")
    right = CountryNotice("1", date(2024, 7, 2), frozenset({"VN", "LK"}))
    corrected = await notices.enter("c2", right, by="minister", correction="Sri Lanka was left out")
    assert await notices.enter("c2", right, by="minister", correction="Sri Lanka was left out") == corrected
    found = [(one.revision, one.replaced, one.correction) for one in await notices.entered()]
    assert found == [(2, False, "Sri Lanka was left out"), (1, True, None)]
    assert (await notices.considered(jst("2024-07-02 00:00"))).country_notice == right
    assert (await notices.considered(jst("2024-07-01 23:59"))).country_notice is None
    with pytest.raises(psycopg.errors.RestrictViolation):
        await rows(pool, "UPDATE country_notices SET countries = '{}' RETURNING 1")


async def test_a_correction_that_changes_nothing_is_no_revision(
    notices: CountryNotices, pool: AsyncConnectionPool
) -> None:
    """What stands already is answered as it stands, also as it was corrected; nothing is entered and nothing noted."""
    first = await notices.enter("c1", FIRST, by="minister")
    assert await notices.enter("c2", FIRST, by="minister", correction="typed again") == first
    right = CountryNotice("1", FIRST.effective_from, frozenset({"VN", "LK"}))
    corrected = await notices.enter("c3", right, by="minister", correction="Sri Lanka was left out")
    assert await notices.enter("c4", right, by="minister", correction="and again") == corrected
    assert [(one.revision, one.replaced) for one in await notices.entered()] == [(2, False), (1, True)]
    assert len(await rows(pool, "SELECT FROM audit_entries")) == 2


async def test_an_act_is_judged_by_the_notice_of_its_day_and_keeps_it(
    bench: Bench, notices: CountryNotices, pool: AsyncConnectionPool
) -> None:
    """Unknown before there is one; then by the legal day; a correction of the notice changes nothing that was filed."""
    case = await journey(bench)
    assert considered_by(await set_out(bench, case, "2024-07-01 10:00")) == "no_country_notice"
    await notices.enter("c1", FIRST, by="minister")
    await notices.enter("c2", SECOND, by="minister")
    assert considered_by(await set_out(bench, case, "2025-03-31 23:59")) == "filed"
    assert considered_by(await set_out(bench, case, "2025-04-01 00:00")) == "destination_on_notice"
    late = await set_out(bench, case, "2025-03-30 10:00", received="2025-04-02 10:00")
    assert (late.outcome, late.late) == (Outcome.FILED, True)
    right = CountryNotice("1", FIRST.effective_from, frozenset({"VN", "XA"}))
    await notices.enter("c3", right, by="minister", correction="the country was left out")
    note = await bench.act(
        case, "set_out", "2025-03-29 10:00", procedure="Journey", received="2025-04-03", country="XB"
    )
    assert note.outcome is Outcome.FILED
    kept = await rows(pool, "SELECT id, considered #>> '{country_notice,number}' FROM entries ORDER BY recorded_at")
    assert [number for _, number in kept] == [None, None, "1", "2", "1", "1"]
    assert (await Rebuild(pool, PROCEDURES).check()).is_clean
    reading = Reading(pool, PROCEDURES, clock=bench.instants)
    past = await reading.dossier_as_of(bench.person, as_of=jst("2025-04-01 12:00"), reader="auditor")
    assert past.cases[case].state.notices == ("1", "1", "1")


async def test_a_correction_to_another_day_considers_that_day(bench: Bench, notices: CountryNotices) -> None:
    """What is moved to the first day of the second notice is judged by it."""
    await notices.enter("c1", FIRST, by="minister")
    await notices.enter("c2", SECOND, by="minister")
    case = await journey(bench)
    entry = await set_out(bench, case, "2025-03-31 10:00", received="2025-04-05 10:00")
    moved = bench.command(
        Kind.CORRECT, "Journey", case, "correct", "2025-04-06 10:00", by=HEAD, target=entry.command, reason="typed",
        occurred_at="2025-04-02T10:00:00+09:00",
    )  # fmt: skip
    assert considered_by(await bench.file(moved)) == "destination_on_notice"


async def test_what_was_considered_goes_out_and_comes_in_again(
    bench: Bench, notices: CountryNotices, pool: AsyncConnectionPool, elsewhere: AsyncConnectionPool
) -> None:
    """A register that knows no notice takes over what was judged by one, and replays it alike."""
    await notices.enter("c1", FIRST, by="minister")
    case = await journey(bench)
    await set_out(bench, case, "2025-01-06 10:00")
    (document,) = [line async for line in exported(pool)]
    assert document["acts"][-1]["considered"]["country_notice"]["countries"] == ["VN"]
    line = line_of(1, ImportedFile.model_validate(document))
    importer = Importer(elsewhere, PROCEDURES, release="test")
    taken = await importer.take(line, jst("2025-02-01 10:00"))
    assert (taken.result, taken.reason) == (Result.IMPORTED, "")
    assert (await importer.take(line, jst("2025-02-02 10:00"))).result is Result.UNCHANGED
    (again,) = [line async for line in exported(elsewhere)]
    assert again["acts"][-1]["considered"] == document["acts"][-1]["considered"]
    assert (await Rebuild(elsewhere, PROCEDURES).check()).is_clean


async def test_an_import_that_says_nothing_is_judged_by_what_the_register_knows(
    notices: CountryNotices, pool: AsyncConnectionPool
) -> None:
    """The notice on file for the day of the act; without one it is refused, and the line is told so."""
    acts = [
        {"open": "Journey", "as": "journey", "act": "plan", "at": "-3d"},
        {"case": "journey", "act": "set_out", "at": "-2d", "with": {"country": "XA"}},
    ]
    person = {"names": [{"language": "en", "text": "Mya"}]}
    file = {"reference": "r1", "office": "tokyo", "person": person, "acts": acts}
    line = line_of(1, ImportedFile.model_validate(file))
    importer = Importer(pool, PROCEDURES, release="test")
    at = jst("2025-03-03 10:00").astimezone(JST)
    refused = await importer.take(line, at)
    assert "no_country_notice" in refused.reason
    await notices.enter("c1", FIRST, by="minister")
    assert (await importer.take(line, at)).result is Result.IMPORTED


@pytest.mark.parametrize(
    ("act", "said", "cause"),
    [
        ("set_out", {"effective_from": "2025-03-02"}, "was not in force on its day"),
        ("set_out", {"countries": []}, "no_countries"),
        ("set_out", {"countries": ["ZZ"]}, "unknown_country"),
        ("set_out", {"effective_from": "2023-01-01"}, "before_the_law"),
        ("dream", {}, "considers nothing"),
    ],
)
async def test_an_import_brings_no_notice_that_cannot_have_been_considered(
    pool: AsyncConnectionPool, act: str, said: dict[str, Any], cause: str
) -> None:
    """One that was no notice, was not in force, or is said of an act that considers none, is told and not filed."""
    notice = {"number": "9", "effective_from": "2024-07-01", "countries": ["VN"], **said}
    acts: list[dict[str, Any]] = [
        {"open": "Journey", "as": "journey", "act": "plan", "at": "-3d"},
        {"case": "journey", "act": act, "at": "-2d", "considered": {"country_notice": notice}},
    ]
    acts[1] |= {"with": {"country": "XA"}} if act == "set_out" else {}
    person = {"names": [{"language": "en", "text": "Mya"}]}
    file = {"reference": "r1", "office": "tokyo", "person": person, "acts": acts}
    importer = Importer(pool, PROCEDURES, release="test")
    told = await importer.take(line_of(1, ImportedFile.model_validate(file)), jst("2025-03-03 10:00").astimezone(JST))
    assert told.reason.startswith("act 2: ")
    assert cause in told.reason
    assert await rows(pool, "SELECT id FROM people") == []


async def test_who_takes_an_export_may_take_time(bench: Bench, database_url: str, pool: AsyncConnectionPool) -> None:
    """No transaction waits for the reader of the lines: a slow one gets them all."""
    await journey(bench)
    second = await Bench.with_person(bench.register, People(pool, clock=bench.instants), bench.instants, "second")
    await journey(second)
    impatient = make_pool(
        database_url, min_size=1, max_size=1, idle_in_transaction_session_timeout=timedelta(seconds=0.2)
    )
    taken = 0
    async with impatient as opened:
        async for _ in exported(opened):
            taken += 1
            await asyncio.sleep(0.5)
    assert taken == 2
