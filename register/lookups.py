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
from register import statements
from register.errors import Unavailable, transaction
from register.officers import resolve
from register.serial import CaseOnFile, Serial

_ANSWER: Final = """
SELECT digest, answer::text, command ->> 'entered_by' FROM entries WHERE id = %s AND answer IS NOT NULL
"""
_BEFORE: Final = """
SELECT e.digest, e.answer::text, e.command ->> 'entered_by', p.id, p.latest, c.id, c.procedure, c.number, c.office,
       c.opened_at, c.stage, c.held, c.version, c.state::text, c.record::text, c.facts, c.head, c.withdrawn
FROM (VALUES (1)) AS always LEFT JOIN entries AS e ON e.id = %s AND e.answer IS NOT NULL
LEFT JOIN people AS p ON p.id = %s LEFT JOIN cases AS c ON c.person_id = p.id AND NOT c.withdrawn
ORDER BY c.number
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
    """Look-ups through a pool of connections, one statement each: no more than that need be one transaction.

    Args:
        pool: as `register.pool` makes them; with `autocommit` each look-up is one round trip.
        procedures: the declarations.
    """

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
        """The answer to a command and the cases of its person, in one statement; nothing of it is shown."""
        async with transaction(self._pool) as connection:
            rows = await (await connection.execute(_BEFORE, (command, person), prepare=True)).fetchall()
        first = rows[0]
        answer = None if first[0] is None else first[:3]
        if person is None or first[3] is None:
            return Before(_on_file(answer), None)
        cases = [CaseOnFile(*row[5:]) for row in rows if row[5] is not None]
        return Before(_on_file(answer), self._serial.dossier(person, cases, first[4]))


async def addressee_of(pool: AsyncConnectionPool, case: str) -> Addressee | None:
    """Whom notices of a case are announced to; None where the person left no address."""
    async with transaction(pool) as connection:
        row = await (await connection.execute(_ADDRESSEE, (case,))).fetchone()
    return None if row is None else Addressee(*row)


def _on_file(row: Any) -> OnFile | None:  # noqa: ANN401  (a row of `_ANSWER`)
    return None if row is None else OnFile(bytes(row[0]), Filed.model_validate_json(row[1]), row[2])
