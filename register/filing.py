"""The filing: one transaction in which the person is locked, what has run out lapses, and an act takes effect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from psycopg.errors import UniqueViolation

from engine.command import Command, Considered, Entry, Filed, Officer
from engine.considering import considered_at
from engine.history import Recorded
from engine.session import Lapsed
from register import statements as sql
from register.audit import Audit
from register.chain import Head
from register.country_notices import considered
from register.errors import KeyReused, NotFound, Unavailable, transaction
from register.judgement import Judgement, OnFile, begin, judge, lapses, needs_history
from register.receipt import Receipt
from register.serial import CaseOnFile, Serial
from register.watch import Wake, Watch, wake_from
from register.writing import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from engine.declaration import Procedures

LAPSING = "lapses"
"""The actor and the action of what no person did."""


class Lapses(NamedTuple):
    """What ran out: the ids of the lapses filed now, in order; none where all were filed, moved or stopped before."""

    person: str
    filed: tuple[str, ...]


class Register(Watch):
    """Files commands: each once, a person's one after the other, each with its effects on all of his or her cases.

    Args:
        pool: connections, as `register.pool` makes them.
        procedures: the declarations.
        release: of the code that judges; kept with every entry.
        clock: gives `recorded_at` in tests; PostgreSQL's clock otherwise.
        process: names this process's audit chains; random by default.
    """

    def __init__(
        self,
        pool: AsyncConnectionPool,
        procedures: Procedures,
        *,
        release: str,
        clock: Callable[[], datetime] | None = None,
        process: str = "",
    ) -> None:
        super().__init__(pool)
        self._procedures = procedures
        self._serial = Serial(procedures)
        self._release = release
        self._clock = clock
        self._audit = Audit(process)

    async def file(self, command: Command) -> Filed:
        """File a command and answer with what is now on file; a repeat is answered with the answer it got.

        Refusals are answers, and kept. Lapses that were due stay filed also when the act is refused.

        Raises:
            Unavailable: nothing is known to be filed; the same command may be sent again.
            KeyReused: the command's id is on file with another content.
            NotFound: there is no such person or case.
            Unkeepable: it holds what cannot be kept.
            Defect: a fault of ours; nothing is filed.
        """
        return (await self._file(command, look=False))[0]

    async def keep(self, command: Command) -> tuple[Filed, Wake]:
        """File a command, and say what its case waits for now, in the same transaction. Raises as `file`."""
        filed, wake = await self._file(command, look=True)
        return filed, wake or Wake()

    async def file_lapses(self, person_or_case: str, until: datetime) -> Lapses:
        """File every lapse of a person that is due at an instant, in order; a repeat files nothing.

        Raises:
            Unavailable, NotFound, Defect: as `file`.
        """
        async with transaction(self._pool) as connection:
            on_file = await self._load(connection, sql.LOCK_PERSON_OF, sql.CASES_OF, {"id": person_or_case})
            judgement = lapses(self._procedures, on_file, until, self._release)
            change = judgement.changes[0]
            if judgement.is_change:
                await self._write(connection, judgement, LAPSING)
        entries = dict.fromkeys(fact.entry for fact in change.facts if isinstance(fact.body, Lapsed))
        return Lapses(on_file.dossier.person, tuple(entries))

    async def _file(self, command: Command, *, look: bool) -> tuple[Filed, Wake | None]:
        receipt = Receipt.of(command)
        try:
            return await self._try_to_file(receipt, look=look)
        except UniqueViolation:
            # The same id was filed for another person meanwhile: this time it is found on file.
            try:
                return await self._try_to_file(receipt, look=look)
            except UniqueViolation as error:
                raise Unavailable("unique_violation") from error

    async def _try_to_file(self, receipt: Receipt, *, look: bool) -> tuple[Filed, Wake | None]:
        command = receipt.command
        async with transaction(self._pool) as connection:
            loaded = await self._load_for(connection, receipt)
            if isinstance(loaded, Filed):
                return loaded, await wake_from(connection, loaded.case) if look else None
            judgement = begin(loaded, receipt, self._release)
            judgement.awaited = look
            history = await self.history_of(connection, command.person) if needs_history(judgement) else ()
            at = considered_at(self._procedures, command, history)
            judgement.considered = None if at is None else await considered(connection, at)
            judge(self._procedures, judgement, history)
            owes = await self._write(connection, judgement, command.kind.value)
            if judgement.filed is None:
                raise TypeError("a command got no answer")
            return judgement.filed, Wake.after(judgement.dossier.cases.get(judgement.filed.case), owes=owes)

    async def _load_for(self, connection: AsyncConnection, receipt: Receipt) -> OnFile | Filed:
        command = receipt.command
        async with connection.pipeline():
            person = await connection.execute(sql.LOCK_PERSON, (command.person,), prepare=True)
            found = await connection.execute(sql.ON_FILE, (command.id, command.person), prepare=True)
            names = [command.decided_by, command.entered_by]
            officers = await connection.execute(sql.OFFICERS, (names,), prepare=True)
        rows = await found.fetchall()
        now, digest, answer = rows[0][:3]
        if digest is not None:
            if digest != receipt.digest:
                raise KeyReused(command.id)
            return Filed.model_validate_json(answer)
        cases = [row[3:] for row in rows if row[3] is not None]
        return self._on_file(await person.fetchone(), command.person, cases, now, await officers.fetchall())

    async def _load(self, connection: AsyncConnection, lock: Any, read: Any, key: dict[str, str]) -> OnFile:  # noqa: ANN401
        async with connection.pipeline():
            person = await connection.execute(lock, key, prepare=True)
            clock = await connection.execute("SELECT clock_timestamp()", prepare=True)
            cases = await connection.execute(read, key, prepare=True)
        (now,) = await clock.fetchone() or (None,)
        return self._on_file(await person.fetchone(), key["id"], await cases.fetchall(), now)

    def _on_file(
        self,
        person: tuple[Any, ...] | None,
        named: str,
        cases: Sequence[Any],
        now: datetime | None,
        officers: Sequence[Any] = (),
    ) -> OnFile:
        if person is None or now is None:
            raise NotFound("person", named)
        identity, _, latest, last = person
        rows = [CaseOnFile(*row) for row in cases]
        dossier = self._serial.dossier(identity, rows, latest)
        heads = {row.id: Head(row.facts, row.head) for row in rows}
        return OnFile(dossier, heads, last, self._clock() if self._clock else now, officers)

    async def _write(self, connection: AsyncConnection, judgement: Judgement, action: str) -> bool:
        """Write and commit in one round trip; returns whether the case of a command owes something then."""
        command = judgement.receipt.command if judgement.receipt else None
        entry = self._audit.next(
            connection,
            at=judgement.recorded_at,
            actor=command.entered_by if command else LAPSING,
            action=action,
            person=judgement.dossier.person,
            case=judgement.filed.case if judgement.filed else None,
            command=command.id if command else None,
        )
        written = list(steps(judgement, entry.row))
        async with connection.pipeline():
            answers = [await connection.execute(*step, prepare=True) for step in written]
            await connection.commit()
        entry.keep()
        owed = await answers[0].fetchone() if judgement.filed else None
        return any(step.statement is sql.OBLIGE for step in written) or (owed is not None and owed[0])

    @staticmethod
    async def history_of(connection: AsyncConnection, person: str) -> list[Recorded]:
        """Every entry of a person that was not refused, with all it was judged by."""
        rows = await (await connection.execute(sql.HISTORY, (person,), prepare=True)).fetchall()
        return [_recorded(_EntryOnFile(*row)) for row in rows]


class _EntryOnFile(NamedTuple):
    """An entry as `statements.HISTORY` reads it."""

    command: str
    decider: str
    enterer: str
    recorded_at: datetime
    release: str
    contested: bool
    falls: list[str]
    considered: str | None


def _recorded(row: _EntryOnFile) -> Recorded:
    entry = Entry(
        command=Command.model_validate_json(row.command),
        decider=Officer.model_validate_json(row.decider),
        enterer=Officer.model_validate_json(row.enterer),
        recorded_at=row.recorded_at,
        release=row.release,
        considered=None if row.considered is None else Considered.model_validate_json(row.considered),
    )
    return Recorded(entry, row.contested, tuple(row.falls))
