"""The filing of an imported person: judged as a whole by the register's rules, written in one transaction or not."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from psycopg.errors import UniqueViolation
from pydantic import BaseModel, ConfigDict

from register import statements as sql
from register.audit import Audit
from register.country_notices import standing_notices
from register.errors import transaction
from register.import_judging import BadLineError, Judging, Known
from register.importing import creation_of, importer_of, person_of
from register.judgement import Judgement
from register.people import People, searched
from register.writing import record, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from engine.declaration import Procedures
    from register.chain import Head
    from register.importing import ImportedFile, Line

_DIGEST: Final = "SELECT clock_timestamp(), p.digest FROM (VALUES (1)) AS always LEFT JOIN people AS p ON p.id = %s"
_OFFICE: Final = "SELECT FROM offices WHERE id = %s"
_ADD_PERSON: Final = """
INSERT INTO people (id, command, digest, version, names, search_names, birth_date, nationality, file_number, email,
                    language, created_at, created_by, latest, recorded_at)
VALUES (%(id)s, %(command)s, %(digest)s, 1, %(names)s::jsonb, %(search_names)s, %(birth_date)s, %(nationality)s,
        %(file_number)s, %(email)s, %(language)s, %(at)s, %(by)s, NULL, %(at)s)
ON CONFLICT (id) DO NOTHING RETURNING id
"""
_FILE_NUMBERS: Final = "people_by_file_number"


class Result(StrEnum):
    """What became of a line."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    """On file already, from the same line."""
    DIFFERS = "differs"
    """On file already, from a line with another content: nothing was changed."""
    BAD = "bad"
    """Nothing of it is on file."""


class Imported(BaseModel):
    """What became of a line, and why; its content is not repeated."""

    model_config = ConfigDict(frozen=True)

    line: int
    reference: str = ""
    result: Result
    reason: str = ""
    person: str | None = None

    @property
    def is_bad(self) -> bool:
        """Whether what the line says is not on file."""
        return self.result in (Result.BAD, Result.DIFFERS)


class Importer:
    """Files people with their past acts: each line whole or not at all, and once.

    Args:
        pool: connections, as `register.pool` makes them.
        procedures: the declarations.
        release: of the code that judges; kept with every entry.
        clock: gives `recorded_at` in tests; PostgreSQL's clock otherwise.
    """

    def __init__(
        self,
        pool: AsyncConnectionPool,
        procedures: Procedures,
        *,
        release: str,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._pool = pool
        self._judging = Judging(procedures, release)
        self._clock = clock
        self._audit = Audit("import")
        self._considering = {act.name for one in procedures for act in one.acts.values() if act.considers}
        self._offices: set[str] = set()

    async def take(self, line: Line, received_at: datetime) -> Imported:
        """File a line. A repeat of the same line is harmless, on whatever day.

        Raises:
            Unavailable: nothing is known to be filed; the same line may be taken again.
        """
        file = line.file
        try:
            await self._ready(file.office)
            result = await self._take(line, received_at)
        except BadLineError as error:
            return Imported(line=line.number, reference=file.reference, result=Result.BAD, reason=str(error))
        reason = "on file with another content; nothing was changed" if result is Result.DIFFERS else ""
        return Imported(
            line=line.number, reference=file.reference, result=result, reason=reason, person=person_of(file)
        )

    async def _ready(self, office: str) -> None:
        """See that there is such an office, and its service account. Offices are not invented."""
        if office in self._offices:
            return
        async with transaction(self._pool) as connection:
            if await (await connection.execute(_OFFICE, (office,))).fetchone() is None:
                raise BadLineError("office: there is no such office on file")
        await People(self._pool).put_officers([importer_of(office)])
        self._offices.add(office)

    async def _take(self, line: Line, received_at: datetime) -> Result:
        async with transaction(self._pool) as connection:
            known = await self._read(connection, line.file)
        if known.digest is not None:
            return _again(known.digest, line)
        judgements = self._judging.judge(line.file, received_at, known)
        try:
            async with transaction(self._pool) as connection:
                return await self._write(connection, line, judgements)
        except UniqueViolation as error:
            taken = error.diag.constraint_name == _FILE_NUMBERS
            why = "person: another person has this file number" if taken else "an id of the line is on file otherwise"
            raise BadLineError(why) from None

    async def _read(self, connection: AsyncConnection, file: ImportedFile) -> Known:
        names = {importer_of(file.office).id, *(act.by for act in file.acts if act.by)}
        async with connection.pipeline():
            first = await connection.execute(_DIGEST, (person_of(file),), prepare=True)
            officers = await connection.execute(sql.OFFICERS, (sorted(names),), prepare=True)
        now, digest = await first.fetchone() or (None, None)
        if self._clock is not None:
            now = self._clock()
        if now is None:
            raise TypeError("the register told no time")
        considers = any(act.act in self._considering for act in file.acts)
        notices = await standing_notices(connection) if considers else ()
        return Known(now, digest, await officers.fetchall(), notices)

    async def _write(self, connection: AsyncConnection, line: Line, judgements: list[Judgement]) -> Result:
        file, by = line.file, importer_of(line.file.office).id
        whole = _whole(judgements)
        row = _person_row(line, judgements[0].recorded_at, by)
        if await (await connection.execute(_ADD_PERSON, row)).fetchone() is None:
            # Somebody imported the same reference between our reading and our writing.
            return _again((await self._read(connection, file)).digest or b"", line)
        heads: dict[str, Head] = {}
        async with connection.pipeline():
            for judgement in judgements:
                for statement, parameters in record(judgement, heads):
                    await connection.execute(statement, parameters, prepare=True)
            for statement, parameters in standing(whole):
                await connection.execute(statement, parameters, prepare=True)
            ids = {"person": person_of(file), "command": creation_of(file.reference)}
            entry = await self._audit.add(connection, at=whole.recorded_at, actor=by, action="import", **ids)
            await connection.commit()
        entry.keep()
        return Result.IMPORTED


def _again(digest: bytes, line: Line) -> Result:
    return Result.UNCHANGED if digest == line.digest else Result.DIFFERS


def _whole(judgements: Sequence[Judgement]) -> Judgement:
    """All of them as one change of a person who had nothing on file: what is over by now leaves nothing to be done."""
    first, last = judgements[0], judgements[-1]
    return Judgement(replace(first.before, last=last.before.last), last.release, [last.changes[-1]])


def _person_row(line: Line, at: datetime, by: str) -> dict[str, object]:
    person = line.file.person
    return {
        **person.model_dump(exclude={"names"}),
        "names": json.dumps([name.model_dump() for name in person.names], ensure_ascii=False),
        "search_names": [searched(name.text) for name in person.names],
        "id": person_of(line.file),
        "command": creation_of(line.file.reference),
        "digest": line.digest,
        "at": at,
        "by": by,
    }
