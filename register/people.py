"""People, and the officers and offices that act: who exists, apart from any case."""

import json
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Annotated, Final
from uuid import UUID, uuid5

from psycopg import AsyncConnection
from psycopg.errors import UniqueViolation
from psycopg_pool import AsyncConnectionPool
from pydantic import BaseModel, ConfigDict, Field

from engine.payload import ShortText
from law.competence import Role
from register.audit import Audit
from register.errors import KeyReused, transaction

_NAMESPACE: Final = UUID("0c8c3a0e-52c5-5d14-9a3c-0a5a2a6d8f0b")

_ADD: Final = """
INSERT INTO people (id, command, digest, version, names, search_names, birth_date, nationality, file_number, email,
                    language, created_at, created_by, latest, recorded_at)
VALUES (%(id)s, %(command)s, %(digest)s, 1, %(names)s::jsonb, %(search_names)s, %(birth_date)s, %(nationality)s,
        %(file_number)s, %(email)s, %(language)s, %(at)s, %(by)s, NULL, %(at)s)
ON CONFLICT (id) DO NOTHING RETURNING id
"""
_DIGEST: Final = "SELECT digest FROM people WHERE id = %s"
_FILE_NUMBER: Final = "SELECT id FROM people WHERE file_number = %s AND id <> %s"
_NOW: Final = "SELECT clock_timestamp()"

_PUT_OFFICE: Final = """
INSERT INTO offices (id, en, ja, national) VALUES (%s, %s, %s, %s)
ON CONFLICT (id) DO UPDATE SET en = excluded.en, ja = excluded.ja, national = excluded.national
"""
_PUT_OFFICER: Final = """
INSERT INTO officers (id, office, name) VALUES (%s, %s, %s)
ON CONFLICT (id) DO UPDATE SET office = excluded.office, name = excluded.name
"""
_PUT_ROLE: Final = """
INSERT INTO officer_roles (officer, role, office, since, until) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (officer, role, office, since) DO UPDATE SET until = excluded.until
"""


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Name(_Message):
    """A name, in a language or a script ("en", "ja", "ja-Kana", "my")."""

    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    text: ShortText


class NewPerson(_Message):
    """A foreign national as entered. What is not known is None."""

    names: Annotated[tuple[Name, ...], Field(min_length=1, max_length=10)]
    birth_date: date | None = None
    nationality: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    file_number: ShortText | None = None
    email: Annotated[str, Field(pattern=r"^[^@\s\x00]+@[^@\s\x00]+$", max_length=254)] | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"


class NewOffice(_Message):
    """An office; `national`: of the Ministry or the Agency."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$")]
    en: ShortText
    ja: ShortText
    national: bool = False


class NewRole(_Message):
    """A role held at an office from an instant on."""

    role: Role
    office: str
    since: datetime
    until: datetime | None = None


class NewOfficer(_Message):
    """An officer or a service account with every role ever held."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$")]
    office: str
    name: ShortText
    roles: tuple[NewRole, ...] = ()


def person_id_of(command: str) -> str:
    """The id of the person that a command creates: a repeat creates nobody new."""
    return f"person_{uuid5(_NAMESPACE, command).hex}"


def searched(name: str) -> str:
    """A name as it is compared: width, case and spaces do not tell names apart; diacritics do."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class People:
    """Creates people; puts offices and officers.

    Args:
        pool: connections, as `register.pool` makes them.
        clock: gives the instant of record in tests; PostgreSQL's clock otherwise.
        process: names this process's audit chains.
    """

    def __init__(
        self, pool: AsyncConnectionPool, *, clock: Callable[[], datetime] | None = None, process: str = ""
    ) -> None:
        self._pool = pool
        self._clock = clock
        self._audit = Audit(process)

    async def create_person(self, command: str, person: NewPerson, *, by: str) -> str:
        """Create a person and return the id; a repeat of the command returns the same id.

        Raises:
            KeyReused: the command created somebody else, or the file number is another person's.
            Unavailable: the database could not do it now.
        """
        try:
            return await self._create(command, person, by)
        except UniqueViolation:
            raise KeyReused(command) from None

    async def _create(self, command: str, person: NewPerson, by: str) -> str:
        identity = person_id_of(command)
        digest = sha256(person.model_dump_json().encode()).digest()
        async with transaction(self._pool) as connection:
            if await (await connection.execute(_FILE_NUMBER, (person.file_number, identity))).fetchone():
                raise KeyReused("file_number")
            now = await self._now(connection)
            row = {
                **person.model_dump(exclude={"names"}),
                "names": json.dumps([name.model_dump() for name in person.names], ensure_ascii=False),
                "search_names": [searched(name.text) for name in person.names],
                "id": identity,
                "command": command,
                "digest": digest,
                "at": now,
                "by": by,
            }
            if await (await connection.execute(_ADD, row)).fetchone() is None:
                (known,) = await (await connection.execute(_DIGEST, (identity,))).fetchone() or (None,)
                if known != digest:
                    raise KeyReused(command)
                return identity
            entry = await self._audit.add(
                connection, at=now, actor=by, action="create_person", person=identity, command=command
            )
            await connection.commit()
            entry.keep()
        return identity

    async def _now(self, connection: AsyncConnection) -> datetime:
        if self._clock is not None:
            return self._clock()
        row = await (await connection.execute(_NOW)).fetchone()
        return datetime.now(UTC) if row is None else row[0]

    async def put_offices(self, offices: Iterable[NewOffice]) -> None:
        """Put offices on file, or change them."""
        rows = [(one.id, one.en, one.ja, one.national) for one in offices]
        async with transaction(self._pool) as connection:
            await connection.cursor().executemany(_PUT_OFFICE, rows)

    async def put_officers(self, officers: Iterable[NewOfficer]) -> None:
        """Put officers on file with their roles, or change them; roles on file stay, or get an end."""
        some = list(officers)
        roles = [(one.id, held.role.value, held.office, held.since, held.until) for one in some for held in one.roles]
        async with transaction(self._pool) as connection:
            cursor = connection.cursor()
            await cursor.executemany(_PUT_OFFICER, [(one.id, one.office, one.name) for one in some])
            await cursor.executemany(_PUT_ROLE, roles)
