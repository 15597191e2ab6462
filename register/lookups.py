"""Look-ups by id in the register's tables: officers, answers to commands, addressees. Nothing here is case data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any, Final, NamedTuple

from psycopg_pool import AsyncConnectionPool

from engine.command import Filed, Officer
from engine.declaration import Procedures
from engine.position import Dossier
from register import queries, statements
from register.errors import Unavailable, transaction
from register.officers import resolve
from register.serial import CaseOnFile, Serial

_ANSWER: Final = """
SELECT digest, answer::text, command ->> 'entered_by' FROM entries WHERE id = %s AND answer IS NOT NULL
"""
_ALIVE: Final = "SELECT 1"
_ADDRESSEE: Final = """
SELECT p.email, p.language, coalesce(o.ja, ''), coalesce(o.en, '')
FROM cases AS c JOIN people AS p ON p.id = c.person_id LEFT JOIN offices AS o ON o.id = c.office
WHERE c.id = %s AND p.email IS NOT NULL
"""
TRUSTED: Final = 5.0
"""Seconds for which an officer's roles are not asked again; only what is shown may lag, never what is filed."""
MOST_OFFICERS: Final = 10_000


@dataclass(frozen=True, slots=True)
class OnFile:
    """The answer to a command: with the digest of what was sent, and who sent it."""

    digest: bytes
    filed: Filed
    entered_by: str


@dataclass(frozen=True, slots=True)
class Before:
    """What is seen before a command is sent; the dossier is for our own judgement and is shown to nobody."""

    on_file: OnFile | None
    dossier: Dossier | None


class Addressee(NamedTuple):
    """Where the person of a case is reached, in which language (two letters), and what the case's office is called."""

    address: str
    language: str
    office_ja: str
    office_en: str


class PoolLookUps:
    """Look-ups through a pool of connections."""

    def __init__(self, pool: AsyncConnectionPool, procedures: Procedures) -> None:
        self._pool = pool
        self._serial = Serial(procedures)
        self._seen: dict[str, tuple[float, Sequence[Any]]] = {}

    async def is_ready(self) -> bool:
        """Whether the register answers."""
        try:
            async with transaction(self._pool) as connection:
                await connection.execute(_ALIVE, prepare=True)
        except Unavailable:
            return False
        return True

    async def officer(self, officer: str, at: datetime, office: str | None = None) -> Officer | None:
        """An officer with the roles held at an instant; what was read is trusted for a moment, the filing asks anew."""
        known = self._seen.get(officer)
        if known is None or known[0] < monotonic():
            if len(self._seen) > MOST_OFFICERS:
                self._seen.clear()
            known = self._seen[officer] = (monotonic() + TRUSTED, await self._officers(officer))
        return resolve(known[1], officer, at, office)

    async def _officers(self, officer: str) -> Sequence[Any]:
        async with transaction(self._pool) as connection:
            return await (await connection.execute(statements.OFFICERS, ([officer],), prepare=True)).fetchall()

    async def command(self, command: str) -> OnFile | None:
        """The answer to a command, where it is on file."""
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_ANSWER, (command,), prepare=True)).fetchone()
        return _on_file(row)

    async def before(self, command: str, person: str | None) -> Before:
        """The answer to a command and the cases of its person, in one round trip; nothing of it is shown."""
        if person is None:
            return Before(await self.command(command), None)
        async with transaction(self._pool) as connection:
            async with connection.pipeline():
                answers = await connection.execute(_ANSWER, (command,), prepare=True)
                people = await connection.execute(queries.VERSION, {"person": person}, prepare=True)
                cases = await connection.execute(statements.CASES, (person,), prepare=True)
                await connection.commit()
            row, known, on_file = await answers.fetchone(), await people.fetchone(), await cases.fetchall()
        if known is None:
            return Before(_on_file(row), None)
        found = [one for one in (CaseOnFile(*case) for case in on_file) if not one.withdrawn]
        return Before(_on_file(row), Dossier(person, {one.id: self._serial.case(one) for one in found}, known[1]))


async def addressee_of(pool: AsyncConnectionPool, case: str) -> Addressee | None:
    """Whom notices of a case are announced to; None where the person left no address."""
    async with transaction(pool) as connection:
        row = await (await connection.execute(_ADDRESSEE, (case,))).fetchone()
    return None if row is None else Addressee(*row)


def _on_file(row: Any) -> OnFile | None:  # noqa: ANN401  (a row of `_ANSWER`)
    return None if row is None else OnFile(bytes(row[0]), Filed.model_validate_json(row[1]), row[2])
