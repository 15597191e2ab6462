"""The read models."""

from datetime import timedelta

import pytest
from psycopg_pool import AsyncConnectionPool

from law.competence import Power, Role
from register.errors import BadCursor, KeyReused, NotFound, TooRecent
from register.filing import Register
from register.people import Name, NewPerson, People, person_id_of
from register.reading import Reading, powers_of
from register.views import CaseFilter
from tests.procedures.desk import jst
from tests.register.desk import INSPECTOR, Bench, Instants
from tests.register.test_filing import rows


async def test_pages_neither_repeat_nor_leave_out(bench: Bench, reading: Reading) -> None:
    """Going on where a page ended gives every case once, in order, though new ones are filed meanwhile."""
    made = [await bench.letter("2025-01-06", str(n)) for n in range(7)]
    seen: list[str] = []
    after = None
    while True:
        page = await reading.cases(reader=INSPECTOR, after=after, limit=3)
        seen += [case.id for case in page.items]
        if len(seen) == 3:
            made.append(await bench.letter("2025-01-06", "late"))
            await bench.act(made[0], "send", "2025-01-07")
        after = page.after
        if after is None:
            break
    assert seen == made
    with pytest.raises(BadCursor):
        await reading.cases(reader=INSPECTOR, after="nonsense")


async def test_cases_are_narrowed(bench: Bench, reading: Reading) -> None:
    """Lists are narrowed by procedure, stage, office, officer, what is due, custody and whether closed."""
    sent, written = await bench.letter("2025-01-06"), await bench.letter("2025-01-06")
    kept = await bench.open("Circumstances", "keep", "2025-01-06")
    await bench.act(kept, "record_custody", "2025-01-06", "Circumstances", custody="free")
    await bench.act(sent, "send", "2025-01-07")
    window = {"due_from": jst("2025-01-11T00:00"), "due_to": jst("2025-01-11T00:01")}
    for narrowed, expected in (
        (CaseFilter(procedure="Letter"), {sent, written}),
        (CaseFilter(stage="sent"), {sent}),
        (CaseFilter(office="osaka"), set()),
        (CaseFilter(officer=INSPECTOR, procedure="Circumstances"), {kept}),
        (CaseFilter.model_validate(window), {sent}),
        (CaseFilter(due_to=jst("2025-01-11T00:00")), set()),
        (CaseFilter(custody="free"), {sent, written, kept}),
        (CaseFilter(custody="criminal_custody"), set()),
        (CaseFilter(closed=True), set()),
        (CaseFilter(person=bench.person, closed=False), {sent, written, kept}),
    ):
        page = await reading.cases(narrowed, reader=INSPECTOR)
        assert {case.id for case in page.items} == expected, narrowed


async def test_deadlines_come_gravest_first_and_say_what_is_overdue(bench: Bench, reading: Reading) -> None:
    """Running clocks in order of their ends, page by page; what ran out and did not lapse is marked."""
    cases = [await bench.letter("2025-01-06") for _ in range(3)]
    for day, case in zip((8, 6, 7), cases, strict=True):
        await bench.act(case, "send", f"2025-01-0{day}", received="2025-01-08T13:00")
    bench.instants.at = jst("2025-01-10T08:00")
    first = await reading.deadlines(reader=INSPECTOR, limit=2)
    rest = await reading.deadlines(reader=INSPECTOR, limit=2, after=first.after)
    found = [(one.case, one.overdue, one.stage) for one in (*first.items, *rest.items)]
    assert found == [(cases[1], True, "sent"), (cases[2], False, "sent"), (cases[0], False, "sent")]
    assert rest.after is None
    assert [one.last_day.isoformat() for one in first.items] == ["2025-01-09", "2025-01-10"]


async def test_the_inbox_holds_what_a_role_may_do(bench: Bench, reading: Reading) -> None:
    """Duties are listed for who holds the power, oldest first, until they are done."""
    cases = [await bench.letter("2025-01-06") for _ in range(3)]
    for case in cases:
        await bench.act(case, "send", "2025-01-07")
    mine = await reading.duties(reader=INSPECTOR, powers=powers_of([Role.IMMIGRATION_INSPECTOR]), limit=2)
    rest = await reading.duties(reader=INSPECTOR, powers=[Power.EXAMINE], after=mine.after, limit=2, office="tokyo")
    assert {duty.case for duty in (*mine.items, *rest.items)} == set(cases)
    assert (await reading.duties(reader=INSPECTOR, powers=powers_of([Role.AUDITOR]))).items == ()
    await bench.act(cases[0], "answer", "2025-01-07", text="yes")
    assert len((await reading.duties(reader=INSPECTOR)).items) == 2


async def test_a_timeline_shows_what_fell(bench: Bench, reading: Reading) -> None:
    """Entries and facts with both times in order of record; a fact that fell names the entry that felled it."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    await bench.register.file_lapses(case, jst("2025-01-12"))
    late = await bench.act(case, "answer", "2025-01-08", received="2025-01-13", text="yes")
    items = await reading.timeline(case, reader=INSPECTOR)
    assert [(one.sort, one.name, one.withdrawn_by) for one in items] == [
        ("entry", "write", None),
        ("entry", "send", None),
        ("fact", "LetterSent", None),
        ("entry", "lapse", None),
        ("fact", "Lapsed", late.command),
        ("entry", "answer", None),
        ("fact", "LetterAnswered", None),
    ]
    assert items[5].occurred_at == jst("2025-01-08")
    assert items[5].recorded_at > jst("2025-01-13")
    assert items[1].decided_by == INSPECTOR
    with pytest.raises(NotFound):
        await reading.timeline("case_unknown", reader=INSPECTOR)


async def test_a_dossier_is_read_as_it_stands_or_as_of_an_instant(bench: Bench, reading: Reading) -> None:
    """What is on file, and what it is once the clocks that ran out have lapsed in memory."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    filed = await reading.dossier(bench.person, reader=INSPECTOR)
    later = await reading.dossier(bench.person, reader=INSPECTOR, at=jst("2025-01-20"))
    assert (str(filed.dossier.cases[case].stage), filed.version) == ("sent", 3)
    assert (str(later.dossier.cases[case].stage), later.as_of) == ("silent", jst("2025-01-20"))
    with pytest.raises(NotFound):
        await reading.dossier("person_unknown", reader=INSPECTOR)


async def test_what_is_known_too_recently_is_not_settled(bench: Bench, reading: Reading) -> None:
    """Knowledge younger than ten seconds may still change, and is not answered from."""
    await bench.letter("2025-01-06")
    now = bench.instants.at
    with pytest.raises(TooRecent):
        await reading.dossier_as_of(bench.person, as_of=now, known_on=now - timedelta(seconds=9), reader=INSPECTOR)


async def test_every_reader_is_on_record(bench: Bench, reading: Reading, pool: AsyncConnectionPool) -> None:
    """Whoever reads case data leaves an entry with the person or the case, in opaque ids."""
    case = await bench.letter("2025-01-06")
    await reading.person(bench.person, reader="r1")
    await reading.timeline(case, reader="r2")
    await reading.dossier(bench.person, reader="r3")
    await reading.cases(reader="r4")
    found = await rows(pool, "SELECT actor, action FROM audit_entries WHERE actor LIKE 'r_' ORDER BY actor")
    assert found == [("r1", "read_person"), ("r2", "read_timeline"), ("r3", "read_dossier"), ("r4", "list_cases")]


async def test_people_are_found_exactly(pool: AsyncConnectionPool, reading: Reading, instants: Instants) -> None:
    """By file number or whole name: width, case and spaces aside, diacritics and rare characters told apart."""
    people = People(pool, clock=instants)
    texts = {"en": "Müller  ÅSA", "ja": "𠮷田髙子", "my": "Su"}
    names = tuple(Name(language=language, text=text) for language, text in texts.items())
    person = await people.create_person("c1", NewPerson(names=names, file_number="T-1"), by=INSPECTOR)
    await people.create_person("c2", NewPerson(names=names[2:]), by=INSPECTOR)
    counts = {"müller åsa": 1, "𠮷田髙子": 1, "吉田高子": 0, "Muller Asa": 0, "ＳＵ": 2, "Su Su": 0}
    for name, count in counts.items():
        assert len((await reading.people(reader=INSPECTOR, name=name)).items) == count, name
    found = await reading.people(reader=INSPECTOR, file_number="T-1")
    assert [(one.id, one.names) for one in found.items] == [(person, names)]
    assert (await reading.person(person, reader=INSPECTOR)).birth_date is None
    with pytest.raises(NotFound):
        await reading.person("person_unknown", reader=INSPECTOR)


async def test_a_person_is_created_once(pool: AsyncConnectionPool) -> None:
    """A repeat returns the same id; another content, or another's file number, is an error."""
    people = People(pool)
    one = NewPerson(names=(Name(language="en", text="Su"),), file_number="T-1")
    assert await people.create_person("c1", one, by=INSPECTOR) == person_id_of("c1")
    assert await people.create_person("c1", one, by=INSPECTOR) == person_id_of("c1")
    for command, person in (("c1", one.model_copy(update={"language": "ja"})), ("c2", one)):
        with pytest.raises(KeyReused):
            await people.create_person(command, person, by=INSPECTOR)


async def test_what_is_left_to_do_is_done_once(bench: Bench, register: Register, reading: Reading) -> None:
    """Obligations are read oldest first, by the case that left them; done ones are gone; evidence is filed once."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    left = await register.obligations(case)
    assert [one.kind for one in left] == ["start", "move", "deliver"]
    assert {(one.case, one.procedure) for one in left} == {(case, "Letter")}
    await register.note_attempt([left[0].id])
    assert await register.mark_done([left[0].id, left[1].id]) == (left[0].id, left[1].id)
    assert await register.mark_done([left[0].id]) == ()
    notice = left[2].notice or ""
    assert await register.file_evidence(notice, {"channel": "maildrop"})
    assert not await register.file_evidence(notice, {"channel": "again"})
    with pytest.raises(NotFound):
        await register.file_evidence("unknown", {})
    assert await register.obligations() == ()
    assert not (await register.wake(case)).has_obligations
    (shown,) = await reading.notices(case, reader=INSPECTOR)
    assert shown.evidence == {"channel": "maildrop"}
    assert await register.obligations(older_than=timedelta(seconds=30)) == ()


async def test_overdue_clocks_are_found(bench: Bench, register: Register) -> None:
    """A clock that ran out while nobody watched is found for the sweeper, and gone once it has lapsed."""
    case = await bench.letter("2025-01-06")
    await bench.act(case, "send", "2025-01-07")
    (clock,) = await register.overdue()
    assert (clock.case, clock.person, clock.ends_at) == (case, bench.person, jst("2025-01-11T00:00"))
    await register.file_lapses(clock.case, clock.ends_at)
    assert await register.overdue() == ()
    assert (await register.wake(case)).closed


async def test_where_a_case_is(bench: Bench, reading: Reading) -> None:
    """The office of a case and the ids that a command names, without a word of what is in it."""
    case = await bench.letter("2025-01-06")
    key = await reading.key_of(case)
    assert (key.office, key.person, key.procedure, key.version) == ("tokyo", bench.person, "Letter", 1)
    with pytest.raises(NotFound):
        await reading.key_of("case_unknown")
