"""Would today's code make of the entries what is on file? A report; `mend_lists` alone changes something: lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, LiteralString

from pydantic import BaseModel, ConfigDict

from engine.history import drift, replay
from engine.position import Dossier
from engine.refusal import Defect
from register import statements as sql
from register.audit import Audit
from register.errors import NotFound, transaction
from register.filing import Register
from register.projection import Lists, lists_of
from register.serial import CaseOnFile, FactOnFile, Serial
from register.verify import BrokenLink, verify_facts
from register.writing import columns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from engine.case import FiledFact
    from engine.declaration import Procedures
    from engine.history import Life, Recorded
    from engine.payload import Fact

_NOW: Final = "SELECT clock_timestamp()"
_PEOPLE: Final = "SELECT id FROM people WHERE id > %s ORDER BY id LIMIT 500"
_LATEST: Final = """
SELECT latest, (
    SELECT max(received_at) FROM entries
    WHERE person_id = p.id AND command IS NOT NULL AND (answer ->> 'late')::boolean AND outcome <> 'refused')
FROM people AS p WHERE id = %(person)s
"""
_JUDGED: Final = "SELECT release, coalesce(command ->> 'act', 'lapse') FROM entries WHERE id = %s"
_LAST_ENTRY: Final = "SELECT entry_id FROM facts WHERE case_id = %s ORDER BY seq DESC LIMIT 1"
_CLOCKS: Final = """
SELECT id, case_id, person_id, rule, danger, status, generation, started_on, last_day, ends_at, held
FROM clocks WHERE person_id = %s AND status <> 'withdrawn'
"""
_DUTIES: Final = """
SELECT id, case_id, person_id, kind, power, status, since, due_on, due, done_at
FROM duties WHERE person_id = %s AND status <> 'withdrawn'
"""
_NOTICES: Final = """
SELECT id, case_id, person_id, kind, status, since, served_on FROM notices WHERE person_id = %s
"""


class Drift(BaseModel):
    """Something on file that today's code would make otherwise.

    Attributes:
        what: `case`, `fact` or `list` (clocks, duties, notices as lists read them); or why today's code cannot read it.
        entry: the first entry from which it differs, as far as a fact tells.
        act: its act, or `lapse`.
        release: that judged it.
    """

    model_config = ConfigDict(frozen=True)

    person: str
    case: str
    what: str
    entry: str | None = None
    act: str | None = None
    release: str | None = None


class Report(BaseModel):
    """What a check found."""

    model_config = ConfigDict(frozen=True)

    people: int
    drifts: tuple[Drift, ...]
    broken: tuple[BrokenLink, ...]

    @property
    def is_clean(self) -> bool:
        """Nothing drifted, nothing is broken."""
        return not self.drifts and not self.broken


@dataclass(frozen=True, slots=True)
class _File:
    """All that is on file of a person."""

    dossier: Dossier
    history: Sequence[Recorded]
    facts: Sequence[FiledFact]
    lists: Lists
    until: datetime | None
    """Up to when clocks have lapsed: the last instant filed for, or the last receipt of a late entry."""


class Rebuild:
    """Checks the register against the code.

    Args:
        pool: connections, as `register.pool` makes them.
        procedures: the declarations of today.
    """

    def __init__(self, pool: AsyncConnectionPool, procedures: Procedures) -> None:
        self._pool = pool
        self._procedures = procedures
        self._serial = Serial(procedures)
        self._audit = Audit("rebuild")

    async def check(self, person: str | None = None) -> Report:
        """Replay the entries of a person, or of everybody, compare with what is on file, and verify the chains.

        Raises:
            NotFound: there is no such person.
            Unavailable: the database could not do it now.
        """
        drifts: list[Drift] = []
        people = 0
        async for one in self._people(person):
            people += 1
            drifts += await self._drifts(one)
        broken = (await verify_facts(self._pool, person)).broken
        return Report(people=people, drifts=tuple(drifts), broken=broken)

    async def mend_lists(self, person: str, *, by: str) -> None:
        """Write the clocks, duties and notices of a person anew from the cases on file, and put on record by whom.

        Raises:
            NotFound: there is no such person.
            Defect: today's code cannot read a case of the person.
            Unavailable: the database could not do it now.
        """
        async with transaction(self._pool) as connection:
            await connection.execute(sql.LOCK_PERSON, (person,))
            file = await self._file(connection, person)
            lists = lists_of(person, file.dossier.cases.values())
            for put, rows, withdraw, known in (
                (sql.PUT_CLOCKS, lists.clocks, sql.WITHDRAW_CLOCKS, file.lists.clocks),
                (sql.PUT_DUTIES, lists.duties, sql.WITHDRAW_DUTIES, file.lists.duties),
                (sql.PUT_NOTICES, lists.notices, sql.WITHDRAW_NOTICES, file.lists.notices),
            ):
                if rows:
                    await connection.execute(put, columns(list(rows.values())))
                await connection.execute(withdraw, ([one for one in known if one not in rows],))
            (now,) = await (await connection.execute(_NOW)).fetchone() or (datetime.now(UTC),)
            entry = await self._audit.add(connection, at=now, actor=by, action="mend_lists", person=person)
            await connection.commit()
            entry.keep()

    async def _people(self, person: str | None) -> AsyncIterator[str]:
        if person is not None:
            yield person
            return
        last = ""
        while True:
            async with transaction(self._pool) as connection:
                rows = await (await connection.execute(_PEOPLE, (last,))).fetchall()
            if not rows:
                return
            for (one,) in rows:
                yield one
            last = rows[-1][0]

    async def _drifts(self, person: str) -> list[Drift]:
        async with transaction(self._pool) as connection:
            await connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                file = await self._file(connection, person)
            except Defect as defect:
                return [await self._named(connection, person, defect.ids[0], defect.code, None)]
            life = replay(self._procedures, person, file.history, until=file.until)
            differing = _facts_that_differ(file.facts, life)
            found = [(case, "case", differing.get(case)) for case in drift(file.dossier, life)]
            known = {case for case, _, _ in found}
            found += [(case, "fact", entry) for case, entry in differing.items() if case not in known]
            found += [(case, "list", None) for case in _lists_that_differ(file)]
            return [await self._named(connection, person, *one) for one in found]

    async def _named(self, connection: AsyncConnection, person: str, case: str, what: str, entry: str | None) -> Drift:
        if entry is None:
            row = await (await connection.execute(_LAST_ENTRY, (case,))).fetchone()
            entry = row[0] if row else None
        row = await (await connection.execute(_JUDGED, (entry,))).fetchone()
        release, act = row or (None, None)
        return Drift(person=person, case=case, what=what, entry=entry, act=act, release=release)

    async def _file(self, connection: AsyncConnection, person: str) -> _File:
        row = await (await connection.execute(_LATEST, {"person": person})).fetchone()
        if row is None:
            raise NotFound("person", person)
        latest, received = row
        cases = [CaseOnFile(*one) for one in await _all(connection, sql.CASES, person)]
        facts = [FactOnFile(*one) for one in await _all(connection, sql.FACTS, person)]
        clocks, duties, notices = [await _all(connection, one, person) for one in (_CLOCKS, _DUTIES, _NOTICES)]
        return _File(
            self._serial.dossier(person, cases, latest),
            await Register.history_of(connection, person),
            [self._serial.fact(fact) for fact in facts],
            Lists({row[0]: row for row in clocks}, {row[0]: row for row in duties}, {row[0]: row for row in notices}),
            max((instant for instant in (latest, received) if instant), default=None),
        )


def _facts_that_differ(on_file: Sequence[FiledFact], life: Life) -> dict[str, str]:
    """Of each case whose facts differ, the entry of the first one that does."""
    filed = _by_base(fact for fact in on_file if "#note" not in fact.id)
    lived = _by_base(life.facts)
    found: dict[str, str] = {}
    for base in {**filed, **lived}:
        if filed.get(base) != lived.get(base):
            case, entry, *_ = (filed.get(base) or lived[base])[0]
            found.setdefault(case, entry)
    return found


def _by_base(facts: Iterable[FiledFact]) -> dict[str, list[tuple[str, str, datetime, Fact]]]:
    """Facts by the id that they had before a late entry made them anew; more than one of an id should not stand."""
    found: dict[str, list[tuple[str, str, datetime, Fact]]] = {}
    for fact in facts:
        found.setdefault(fact.id.split("~")[0], []).append((fact.case, fact.entry, fact.occurred_at, fact.body))
    return found


def _lists_that_differ(file: _File) -> list[str]:
    """Cases whose clocks, duties or notices stand otherwise in the lists."""
    expected = lists_of(file.dossier.person, file.dossier.cases.values())
    found: dict[str, None] = {}
    for rows, filed in (
        (expected.clocks, file.lists.clocks),
        (expected.duties, file.lists.duties),
        (expected.notices, file.lists.notices),
    ):
        for one in {**rows, **filed}:
            row = rows.get(one)
            if row != filed.get(one) and not (row is None and filed[one][4] == "withdrawn"):
                found[(row or filed[one])[1]] = None
    return list(found)


async def _all(connection: AsyncConnection, statement: LiteralString, person: str) -> list[Any]:
    return await (await connection.execute(statement, (person,))).fetchall()
