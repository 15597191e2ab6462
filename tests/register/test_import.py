"""Lines from elsewhere: whole or not at all, once, by the same rules; what is bad is told without being repeated."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from psycopg_pool import AsyncConnectionPool

from cli.seeds import OFFICES, officers
from engine.declaration import Procedures
from engine.refusal import Defect
from law.periods import JST
from register.filing import Register
from register.import_filing import Imported, Importer, Result
from register.importing import Line, instant, person_of, read_line, read_lines
from register.lines import LONGEST_LINE, BadLine
from register.people import People
from register.rebuild import Rebuild
from register.verify import verify_audit, verify_facts
from workflows.procedures import PROCEDURES
from workflows.refugee_application import RefugeeApplication

CANARY = "Zanzibarina"
SAMPLE = Path(__file__).parents[2] / "caseloads" / "tokyo-sample.jsonl"
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DECLARED = Procedures(PROCEDURES)
COUNTED = {
    "people": "SELECT count(*) FROM people",
    "cases": "SELECT count(*) FROM cases",
    "facts": "SELECT count(*) FROM facts",
    "entries": "SELECT count(*) FROM entries",
    "duties": "SELECT count(*) FROM duties",
    "obligations": "SELECT count(*) FROM obligations",
    "audit": "SELECT count(*) FROM audit_entries",
}
KEEP: dict[str, Any] = {"open": "Circumstances", "act": "keep", "at": "-40d 09:00"}
STAYS: dict[str, Any] = {"case": "Circumstances", "act": "record_stays", "at": "-40d 10:00", "with": {"stays": []}}
APPLY: dict[str, Any] = {
    "open": "RefugeeApplication",
    "as": "application",
    "act": "file_application",
    "at": "-40d 11:00",
    "with": {"kind": "refugee", "material_came_with_it": False},
}
ASK: dict[str, Any] = {
    "case": "application",
    "act": "ask_commission",
    "at": "-30d",
    "with": {"asked_on": "-30d"},
}
RECOGNISE: dict[str, Any] = {"case": "application", "act": "decide", "at": "-20d", "with": {"outcome": "refugee"}}
CERTIFICATE: dict[str, Any] = {
    "case": "StatusGrant",
    "act": "hand_over_certificate",
    "at": "-15d",
    "with": {"handed_over_on": "-15d"},
}


def document(*acts: dict[str, Any], reference: str = "a-1", **more: Any) -> dict[str, Any]:
    """A line as a document."""
    person = {"names": [{"language": "en", "text": CANARY}], **more.pop("person", {})}
    return {"reference": reference, "office": "tokyo", "person": person, "acts": acts or (KEEP, STAYS), **more}


def raw(*acts: dict[str, Any], **more: Any) -> bytes:
    """A line as bytes."""
    return json.dumps(document(*acts, **more), ensure_ascii=False).encode()


def read(*acts: dict[str, Any], **more: Any) -> Line:
    """A line that can be read."""
    line = read_line(7, raw(*acts, **more))
    assert isinstance(line, Line), line.reason
    return line


@pytest.fixture
def importer(pool: AsyncConnectionPool) -> Importer:
    """The importer under test."""
    return Importer(pool, DECLARED, release="test")


async def counts(pool: AsyncConnectionPool) -> dict[str, int]:
    """How much is on file."""
    return {name: (await rows(pool, question))[0][0] for name, question in COUNTED.items()}


async def rows(pool: AsyncConnectionPool, statement: str) -> list[Any]:
    """What a question finds."""
    async with pool.connection() as connection:
        return await (await connection.execute(statement.encode())).fetchall()


BAD_LINES = {
    "not JSON": (b'{"reference": "' + CANARY.encode(), "not JSON"),
    "no object": (f'["{CANARY}"]'.encode(), "line: "),
    "a number beyond all bounds": (b'{"a": ' + b"9" * 5000 + b"}", "not JSON"),
    "nested without end": (b"[" * 100_000, "not JSON"),
    "a body nested without end": (raw({**KEEP, "with": json.loads('{"a":' * 400 + "1" + "}" * 400)}), "too deeply"),
    "no number at all": (raw({**KEEP, "with": {"a": float("nan")}}), "not JSON"),
    "not UTF-8": (CANARY.encode("utf-16"), "not UTF-8"),
    "too long": (b" " * LONGEST_LINE + CANARY.encode(), "longer than 1 MB"),
    "an unknown field": (raw(**{CANARY: 1}), "(unknown field): Extra inputs"),
    "an unknown field of an act": (raw({**KEEP, CANARY: 1}), "acts.0.(unknown field): Extra inputs"),
    "an act that opens and acts": (raw({**KEEP, "case": "x"}), "acts.0: an entry has `open` or `case`, and not both"),
    "no acts": (json.dumps({**document(), "acts": []}).encode(), "acts: "),
    "a reference with spaces": (raw(reference=f"a {CANARY}"), "reference: String should match"),
    "a country that is none": (raw(person={"nationality": CANARY}), "person.nationality: String should match"),
    "a text that is none": (raw(KEEP).replace(CANARY.encode(), b"\\ud800"), "person.names.0.text: "),
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_line_that_cannot_be_read_is_told_by_place_and_cause(name: str) -> None:
    """A bad line is answered with its number and what is wrong, and nothing of its content."""
    content, cause = BAD_LINES[name]
    bad = read_line(3, content)
    assert isinstance(bad, BadLine)
    assert bad.number == 3
    assert cause in bad.reason
    assert CANARY not in bad.reason


def test_a_text_that_is_none_is_not_also_told_as_a_missing_name() -> None:
    """The one name is at fault itself: that there are too few is no second fault."""
    bad = read_line(3, raw(KEEP).replace(CANARY.encode(), b"\\ud800"))
    assert isinstance(bad, BadLine)
    assert bad.reason.count(": ") == 1
    assert "names: " not in bad.reason


def test_a_bad_line_stops_no_other_and_fills_no_memory(tmp_path: Path) -> None:
    """Lines after a bad one keep their numbers; empty lines, a byte-order mark and Windows line ends do no harm."""
    file = tmp_path / "lines.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + raw() + b"\r\n\r\n" + b"x" * (3 * LONGEST_LINE) + b"\n" + raw(reference="a-2"))
    first, second, third = read_lines(file)
    assert isinstance(first, Line)
    assert isinstance(second, BadLine)
    assert isinstance(third, Line)
    assert [first.number, second.number, third.number] == [1, 3, 4]


BAD_ACTS = {
    "an unknown procedure": ({**KEEP, "open": CANARY}, "act 3: unknown_procedure: "),
    "an unknown act": ({"case": "Circumstances", "act": CANARY, "at": "-9d"}, "act 3: unknown_act: "),
    "an unknown opening": ({**KEEP, "act": CANARY}, "act 3: unknown_act: "),
    "a case that was not opened": ({**ASK, "case": CANARY}, "act 3: it names a case that the person does not have"),
    "a name that is none": (
        {"open": "ReviewRequest", "act": "request_review", "at": "-9d", "with": {"case": f"${CANARY}"}},
        "act 3: it names a case that the person does not have",
    ),
    "a day that is none": ({**APPLY, "at": f"2026-02-30T10:00+09:00{CANARY}"}, "act 3: a day or an instant"),
    "the 30th of February": ({**APPLY, "at": "2026-02-30T10:00+09:00"}, "act 3: a day or an instant"),
    "an hour that is none": ({**APPLY, "at": "-3d 25:00"}, "act 3: a day or an instant"),
    "the year 0": ({**APPLY, "at": "0000-01-01T00:00+09:00"}, "act 3: a day or an instant"),
    "the first day of the calendar": ({**APPLY, "at": "0001-01-01T00:00+09:00"}, "act 3: a day or an instant"),
    "no offset": ({**APPLY, "at": "2026-02-20T10:00"}, "act 3: a day or an instant"),
    "the future": ({**APPLY, "at": "+1d"}, "act 3 file_application: in_the_future: "),
    "before the law": ({**APPLY, "at": "1951-10-31T10:00+09:00"}, "act 3 file_application: before_the_law: "),
    "before the case": ({**STAYS, "at": "-41d"}, "act 3 record_stays: no_such_case: "),
    "a body that does not fit": ({**APPLY, "with": {"kind": CANARY}}, "act 3 file_application: malformed: "),
    "a body nobody can keep": ({**APPLY, "with": {"kind": "\x00"}}, "act 3: it holds what cannot be kept"),
    "an act of another act": (
        {"open": "StatusGrant", "act": "take_up", "at": "-9d", "with": {}},
        "act 3 take_up: unknown_act: ",
    ),
}


@pytest.mark.parametrize("name", BAD_ACTS)
async def test_an_act_that_cannot_stand_takes_the_whole_person_back(
    importer: Importer, pool: AsyncConnectionPool, name: str
) -> None:
    """One bad act and nothing of the person is on file; the reason names the act and the cause, not the content."""
    act, cause = BAD_ACTS[name]
    before = await counts(pool)
    imported = await importer.take(read(KEEP, STAYS, act, CERTIFICATE), NOW)
    assert imported.result is Result.BAD
    assert imported.is_bad
    assert imported.line == 7
    assert cause in imported.reason
    assert CANARY not in imported.reason
    assert await counts(pool) == before


async def test_a_refusal_names_the_act_and_its_article(importer: Importer, pool: AsyncConnectionPool) -> None:
    """What the law does not allow is not imported, and the reason cites the law."""
    imported = await importer.take(read(KEEP, STAYS, APPLY, RECOGNISE, CERTIFICATE), NOW)
    assert imported.reason.startswith("act 4 decide: commission_not_asked: ")
    assert "55(6)" in imported.reason
    assert (await counts(pool))["people"] == 0


async def test_a_defect_of_ours_is_a_bad_line_too(
    importer: Importer, pool: AsyncConnectionPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in a procedure files nothing of the person, and is told by its code."""

    def fail(_: RefugeeApplication) -> bool:
        raise Defect("at_fault", CANARY)

    monkeypatch.setattr(RefugeeApplication, "_must_be_told", fail)
    imported = await importer.take(read(KEEP, APPLY), NOW)
    assert imported.reason == "act 2: at_fault"
    assert (await counts(pool))["people"] == 0


async def test_an_office_is_not_invented(importer: Importer, pool: AsyncConnectionPool) -> None:
    """A line of an office that is not on file is bad; neither office nor service account comes of it."""
    imported = await importer.take(read(office="atlantis"), NOW)
    assert (imported.result, imported.reason) == (Result.BAD, "office: there is no such office on file")
    assert await rows(pool, "SELECT FROM officers WHERE id = 'importer-atlantis'") == []


async def test_a_file_number_belongs_to_one_person(importer: Importer, pool: AsyncConnectionPool) -> None:
    """A second person with a file number on file is a bad line, and the number is not repeated."""
    assert (await importer.take(read(person={"file_number": CANARY}), NOW)).result is Result.IMPORTED
    imported = await importer.take(read(reference="a-2", person={"file_number": CANARY}), NOW)
    assert (imported.result, imported.reason) == (Result.BAD, "person: another person has this file number")
    assert (await counts(pool))["people"] == 1


async def test_a_repeat_is_harmless_on_whatever_day(importer: Importer, pool: AsyncConnectionPool) -> None:
    """The same line again is unchanged, also when its relative days mean others, and when it is written otherwise."""
    first = await importer.take(read(KEEP, STAYS, APPLY), NOW)
    on_file = await counts(pool)
    written_otherwise = json.dumps(document(KEEP, STAYS, APPLY), indent=None, sort_keys=True).encode() + b"  "
    for content in (raw(KEEP, STAYS, APPLY), written_otherwise):
        line = read_line(9, content)
        assert isinstance(line, Line)
        again = await importer.take(line, NOW + timedelta(days=33))
        assert again == Imported(line=9, reference="a-1", result=Result.UNCHANGED, person=first.person)
    assert await counts(pool) == on_file


async def test_another_content_changes_nothing(importer: Importer, pool: AsyncConnectionPool) -> None:
    """A reference that is on file with another content is told, and what is on file stays."""
    await importer.take(read(KEEP), NOW)
    on_file = await counts(pool)
    differs = await importer.take(read(KEEP, STAYS), NOW)
    assert differs.result is Result.DIFFERS
    assert differs.is_bad
    assert await counts(pool) == on_file


async def test_two_imports_at_once_file_one_person(pool: AsyncConnectionPool) -> None:
    """Of two imports of the same line at the same time, one files it and the other finds it on file."""
    importers = [Importer(pool, DECLARED, release="test") for _ in range(4)]
    line = read(KEEP, STAYS, APPLY)
    results = await asyncio.gather(*(one.take(line, NOW) for one in importers))
    assert sorted(one.result for one in results) == ["imported", "unchanged", "unchanged", "unchanged"]
    assert (await counts(pool))["people"] == 1


async def test_a_case_opened_by_another_act_is_named_by_its_procedure(
    importer: Importer, pool: AsyncConnectionPool
) -> None:
    """The status after recognition is opened by the decision; the line names it by its procedure."""
    holds = {**STAYS, "with": {"stays": [{"kind": "status_of_residence", "since": "-900d", "until": "+90d"}]}}
    imported = await importer.take(read(KEEP, holds, APPLY, ASK, RECOGNISE, CERTIFICATE), NOW)
    assert imported.result is Result.IMPORTED, imported.reason
    found = await rows(pool, "SELECT procedure, stage FROM cases ORDER BY number")
    assert found == [("Circumstances", "kept"), ("RefugeeApplication", "concluded"), ("StatusGrant", "concluded")]


async def test_deciders_are_recorded_and_not_verified(importer: Importer, pool: AsyncConnectionPool) -> None:
    """Who is not on file counts as recorded; who is on file is judged by his or her powers."""
    assert (await importer.take(read({**KEEP, "by": "somebody-of-old"}), NOW)).result is Result.IMPORTED
    deciders = await rows(pool, "SELECT decider ->> 'id', (decider ->> 'verified')::boolean FROM entries")
    assert deciders == [("somebody-of-old", False)]
    refused = await importer.take(read({**KEEP, "by": "minister"}, reference="a-2"), NOW)
    assert refused.reason.startswith("act 1 keep: no_power: ")


async def test_acts_out_of_order_are_judged_as_late_ones(importer: Importer, pool: AsyncConnectionPool) -> None:
    """An act written after a later one takes its place in time: the register stands as if it came in order."""
    imported = await importer.take(read(KEEP, APPLY, ASK, {**STAYS, "at": "-35d"}), NOW)
    assert imported.result is Result.IMPORTED, imported.reason
    assert (await Rebuild(pool, DECLARED).check()).drifts == ()
    assert (await verify_facts(pool)).broken == ()


async def test_what_is_over_leaves_nothing_to_be_done(importer: Importer, pool: AsyncConnectionPool) -> None:
    """Every case gets a workflow once, and only a notice that still waits is announced: none that was served of old."""
    refused = {
        "outcome": "refugee_refused",
        "reasons": "x",
        "protection_assessment": "y",
        "instructs_on_review": True,
    }
    received = {"received_on": "-19d", "way": "post", "reached_the_person": True}
    acts = [KEEP, STAYS, APPLY, ASK, {**RECOGNISE, "with": refused}]
    await importer.take(read(*acts), NOW)
    acts.append({"case": "application", "act": "certify_receipt", "at": "-19d", "with": received})
    await importer.take(read(*acts, reference="a-2"), NOW)
    owed = await rows(pool, "SELECT kind, count(*), count(DISTINCT case_id) FROM obligations GROUP BY 1 ORDER BY 1")
    assert owed == [("deliver", 1, 1), ("start", 4, 4)]


async def test_a_clock_that_ran_out_waits_for_nobody(importer: Importer, pool: AsyncConnectionPool) -> None:
    """An imported clock whose end has passed lapses as any other, at its own end."""
    line = next(one for one in read_lines(SAMPLE) if isinstance(one, Line) and _is_silent(one))
    await People(pool).put_offices(OFFICES)
    await People(pool).put_officers(officers())
    assert (await importer.take(line, datetime.now(UTC))).result is Result.IMPORTED
    register = Register(pool, DECLARED, release="test")
    lapses = await register.file_lapses(person_of(line.file), datetime.now(UTC))
    assert len(lapses.filed) == 1
    assert await rows(pool, "SELECT stage FROM cases WHERE procedure = 'RefugeeApplication'") == [("finally_refused",)]


def _is_silent(line: Line) -> bool:
    last = line.file.acts[-1]
    return last.act == "certify_receipt" and last.case == "application" and last.at.startswith("-33d")


async def test_the_sample_is_filed_whole_and_would_be_judged_the_same_again(
    importer: Importer, pool: AsyncConnectionPool
) -> None:
    """All people are filed; a second import is unchanged; chains hold, and a replay finds no drift."""
    await People(pool).put_offices(OFFICES)
    await People(pool).put_officers(officers())
    now = datetime.now(UTC)
    lines = [one for one in read_lines(SAMPLE) if isinstance(one, Line)]
    results = [await importer.take(line, now) for line in lines]
    assert [(one.line, one.reason) for one in results if one.result is not Result.IMPORTED] == []
    again = [await importer.take(line, now + timedelta(days=1)) for line in lines]
    assert {one.result for one in again} == {Result.UNCHANGED}
    assert len(results) > 180
    assert (await Rebuild(pool, DECLARED).check()).drifts == ()
    assert (await verify_facts(pool)).broken == ()
    assert (await verify_audit(pool)).broken == ()
    audited = await rows(pool, "SELECT action, count(*), count(DISTINCT person_id) FROM audit_entries GROUP BY 1")
    assert audited == [("import", len(lines), len(lines))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-7d 10:00", "2026-11-16T10:00+09:00"),
        ("-7d", "2026-11-16T12:00+09:00"),
        ("+0d working", "2026-11-20T12:00+09:00"),  # Monday 23 November is Labour Thanksgiving Day, before it a weekend
        ("+39d 09:30 working", "2026-12-28T09:30+09:00"),  # 1 January 2027; closed since 29 December
        ("-1d working", "2026-11-20T12:00+09:00"),
        ("2026-02-28T15:00:00Z", "2026-03-01T00:00+09:00"),
    ],
)
def test_days_are_counted_from_the_import_in_japan(text: str, expected: str) -> None:
    """At 16:00 on Sunday in Greenwich it is Monday in Japan; "working" takes the last working day up to a day."""
    assert instant(text, datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) == datetime.fromisoformat(expected).astimezone(JST)
