"""The read models: one statement each. Whoever reads case data is on record for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, LiteralString

from engine.filing import current
from engine.history import replay
from engine.position import Dossier
from law.competence import HOLDERS
from register import queries, statements
from register.audit import Audit, Pending
from register.errors import NotFound, TooRecent, transaction
from register.filing import Register
from register.people import searched
from register.serial import CaseOnFile, Serial
from register.views import (
    CaseFilter,
    CaseKey,
    CaseView,
    DeadlineView,
    DutyView,
    NoticeView,
    Page,
    PersonFile,
    PersonView,
    TimelineItem,
    cursor,
    place,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from engine.declaration import Procedures
    from law.competence import Power, Role

LONGEST_PAGE: Final = 200
SETTLED_AFTER: Final = timedelta(seconds=10)
"""How old an instant of knowledge must be: by then every filing that began before it has ended."""
_EVERYTHING: Final = CaseFilter()


class Reading:
    """Answers readers from the register.

    Args:
        pool: connections, as `register.pool` makes them.
        procedures: the declarations.
        clock: gives the instant of reading in tests; PostgreSQL's clock otherwise.
        process: names this process's audit chains.
    """

    def __init__(
        self,
        pool: AsyncConnectionPool,
        procedures: Procedures,
        *,
        clock: Callable[[], datetime] | None = None,
        process: str = "",
    ) -> None:
        self._pool = pool
        self._procedures = procedures
        self._serial = Serial(procedures)
        self._clock = clock
        self._audit = Audit(process)

    async def person(self, person: str, *, reader: str) -> PersonView:
        """A person. Raises NotFound."""
        rows = await self._read(queries.PERSON, {"person": person}, "read_person", reader, person=person)
        if not rows:
            raise NotFound("person", person)
        return PersonView.of(rows[0])

    async def people(
        self,
        *,
        reader: str,
        file_number: str | None = None,
        name: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[PersonView]:
        """People by exact file number or exact name (width, case and spaces aside)."""
        (last,) = place(after, str)
        names = None if name is None else [searched(name)]
        asked = {"file_number": file_number, "names": names, "after": last, "limit": most(limit)}
        rows = await self._read(queries.PEOPLE, asked, "find_people", reader)
        more = cursor(rows[-1][0]) if is_full(rows, limit) else None
        return Page(items=tuple(PersonView.of(row) for row in rows), after=more)

    async def cases(
        self, narrowed: CaseFilter = _EVERYTHING, *, reader: str, after: str | None = None, limit: int = 50
    ) -> Page[CaseView]:
        """Cases in the order in which they were filed."""
        (last,) = place(after, int)
        asked = {**narrowed.model_dump(), "after": last, "limit": most(limit)}
        rows = await self._read(queries.CASES, asked, "list_cases", reader, person=narrowed.person)
        more = cursor(rows[-1][12]) if is_full(rows, limit) else None
        return Page(items=tuple(CaseView.of(row) for row in rows), after=more)

    async def deadlines(
        self, narrowed: CaseFilter = _EVERYTHING, *, reader: str, after: str | None = None, limit: int = 50
    ) -> Page[DeadlineView]:
        """Running clocks, gravest first, then by their ends."""
        danger, ends_at, clock = place(after, int, datetime, str)
        asked = {**narrowed.model_dump(), "danger": danger, "ends_at": ends_at, "clock": clock}
        asked |= {"now": self._now(), "limit": most(limit)}
        rows = await self._read(queries.DEADLINES, asked, "list_deadlines", reader, person=narrowed.person)
        more = cursor(rows[-1][7], rows[-1][10], rows[-1][0]) if is_full(rows, limit) else None
        return Page(items=tuple(DeadlineView.of(row) for row in rows), after=more)

    async def duties(
        self,
        *,
        reader: str,
        powers: Iterable[Power] | None = None,
        office: str | None = None,
        person: str | None = None,
        due_to: date | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[DutyView]:
        """Open duties by their days, oldest first; those without a day come last.

        Args:
            reader: who asks.
            powers: the duties of whoever holds one of them (`powers_of` roles); None = everybody's.
            office: of the case.
            person: whose cases.
            due_to: only duties due before that day.
            after: where the page before ended.
            limit: how many at most.
        """
        due, since, duty = place(after, date, datetime, str)
        held = None if powers is None else [power.value for power in powers]
        asked = {"powers": held, "office": office, "person": person, "due_to": due_to, "limit": most(limit)}
        asked |= {"due": due, "since": since, "duty": duty}
        rows = await self._read(queries.DUTIES, asked, "list_duties", reader, person=person)
        more = cursor(rows[-1][10], rows[-1][8], rows[-1][0]) if is_full(rows, limit) else None
        return Page(items=tuple(DutyView.of(row) for row in rows), after=more)

    async def notices(self, case: str, *, reader: str) -> tuple[NoticeView, ...]:
        """The documents of a case, oldest first."""
        rows = await self._read(queries.NOTICES, {"case": case}, "read_notices", reader, case=case)
        return tuple(NoticeView.of(row) for row in rows)

    async def timeline(self, case: str, *, reader: str) -> tuple[TimelineItem, ...]:
        """Entries and facts of a case in the order of their record. Raises NotFound."""
        rows = await self._read(queries.TIMELINE, {"case": case}, "read_timeline", reader, case=case)
        if not rows:
            raise NotFound("case", case)
        return tuple(TimelineItem.of(row) for row in rows)

    async def key_of(self, case: str) -> CaseKey:
        """Where a case is; says nothing of what is in it. Raises NotFound."""
        found = await self.keys_of([case])
        if not found:
            raise NotFound("case", case)
        return found[0]

    async def keys_of(self, cases: Sequence[str]) -> tuple[CaseKey, ...]:
        """Where those of some cases are that there are."""
        async with transaction(self._pool) as connection:
            rows = await (await connection.execute(queries.KEYS, {"cases": list(cases)}, prepare=True)).fetchall()
        return tuple(CaseKey.of(row) for row in rows)

    async def dossier(self, person: str, *, reader: str, at: datetime | None = None) -> PersonFile:
        """All cases of a person: as they stand on file, or with the clocks lapsed that have run out at an instant.

        Raises:
            NotFound: there is no such person.
        """
        async with transaction(self._pool) as connection:
            async with connection.pipeline():
                versions = await connection.execute(queries.VERSION, {"person": person}, prepare=True)
                cases = await connection.execute(statements.CASES, (person,), prepare=True)
            row = await versions.fetchone()
            if row is None:
                raise NotFound("person", person)
            on_file = [CaseOnFile(*case) for case in await cases.fetchall()]
            await self._note(connection, "read_dossier", reader, person=person)
        version, latest = row
        dossier = self._serial.dossier(person, on_file, latest)
        return PersonFile(dossier if at is None else current(self._procedures, dossier, at), version, at)

    async def dossier_as_of(
        self, person: str, *, as_of: datetime, known_on: datetime | None = None, reader: str
    ) -> Dossier:
        """What held of a person at an instant, as far as it was on record at another.

        Args:
            person: whose cases.
            as_of: the instant in law.
            known_on: the instant of record, at least ten seconds old; None = all that is on record.
            reader: who asks.

        Raises:
            TooRecent: what was known then may not be settled yet.
        """
        async with transaction(self._pool) as connection:
            now = self._now() or await _time(connection)
            if known_on is not None and known_on > now - SETTLED_AFTER:
                raise TooRecent
            history = await Register.history_of(connection, person)
            await self._note(connection, "read_dossier_as_of", reader, person=person)
        return replay(self._procedures, person, history, until=as_of, known_on=known_on).dossier

    async def _read(
        self,
        statement: LiteralString,
        asked: dict[str, Any],
        action: str,
        reader: str,
        *,
        person: str | None = None,
        case: str | None = None,
    ) -> list[Any]:
        """Read and note the reader, in one round trip."""
        async with transaction(self._pool) as connection:
            async with connection.pipeline():
                answer = await connection.execute(statement, asked)
                entry = await self._add(connection, action, reader, person, case)
                await connection.commit()
            entry.keep()
            return await answer.fetchall()

    async def _note(self, connection: AsyncConnection, action: str, reader: str, *, person: str) -> None:
        async with connection.pipeline():
            entry = await self._add(connection, action, reader, person, None)
            await connection.commit()
        entry.keep()

    async def _add(
        self, connection: AsyncConnection, action: str, reader: str, person: str | None, case: str | None
    ) -> Pending:
        at = self._now() or datetime.now(UTC)
        return await self._audit.add(connection, at=at, actor=reader, action=action, person=person, case=case)

    def _now(self) -> datetime | None:
        return self._clock() if self._clock else None


def powers_of(roles: Iterable[Role]) -> frozenset[Power]:
    """The powers that roles hold: what an inbox is made for."""
    held = frozenset(roles)
    return frozenset(power for power, holders in HOLDERS.items() if holders & held)


async def _time(connection: AsyncConnection) -> datetime:
    row = await (await connection.execute("SELECT clock_timestamp()", prepare=True)).fetchone()
    return datetime.now(UTC) if row is None else row[0]


def most(limit: int) -> int:
    """How many rows a page may hold."""
    return max(1, min(limit, LONGEST_PAGE))


def is_full(rows: list[Any], limit: int) -> bool:
    """Whether a page holds as many rows as it may, so that there may be more."""
    return len(rows) == most(limit)
