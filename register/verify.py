"""Verifies the hash chains of the register; shares no code with what writes them.

A row of the fact chain is SHA-256 over the hash before it (32 zero bytes at first) and the UTF-8 JSON of
[case, place, id, entry, kind, occurred, recorded, body, basis] with sorted keys and no spaces, instants in UTC to the
microsecond. The case knows how long its chain is and how it ends, so a shortened chain shows too.
"""

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool
from pydantic import BaseModel, ConfigDict

from register.errors import transaction

_FACTS: Final = """
SELECT c.id, f.seq, f.id, f.entry_id, f.kind, f.occurred_at, f.recorded_at, f.body::text, f.basis::text, f.previous,
       f.hash, c.facts, c.head
FROM cases AS c LEFT JOIN facts AS f ON f.case_id = c.id
WHERE %(person)s::text IS NULL OR c.person_id = %(person)s
ORDER BY c.id, f.seq
"""

_AUDIT: Final = """
SELECT day, chain, seq, at, actor, action, person_id, case_id, command, previous, hash
FROM audit_entries WHERE %(day)s::date IS NULL OR day = %(day)s
ORDER BY day, chain, seq
"""


class BrokenLink(BaseModel):
    """Where a chain does not hold: the chain (a case, or a day and a process), the place, and what is wrong."""

    model_config = ConfigDict(frozen=True)

    chain: str
    place: int
    fault: str


class Verification(BaseModel):
    """What a verification found."""

    model_config = ConfigDict(frozen=True)

    chains: int
    links: int
    broken: tuple[BrokenLink, ...]


@dataclass(slots=True)
class _Walk:
    """A walk along chains, row after row."""

    chains: int = 0
    links: int = 0
    chain: str = ""
    place: int = 0
    last: bytes = bytes(32)

    def enter(self, chain: str) -> None:
        """Begin another chain."""
        self.chains += 1
        self.chain, self.place, self.last = chain, 0, bytes(32)

    def step(self, place: int, previous: bytes, stated: bytes, content: list[Any]) -> BrokenLink | None:
        """Go one row on."""
        expected, before = self.place + 1, self.last
        self.links, self.place, self.last = self.links + 1, place, stated
        if place != expected:
            return BrokenLink(chain=self.chain, place=expected, fault="missing")
        if previous != before:
            return BrokenLink(chain=self.chain, place=place, fault="does_not_follow")
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if hashlib.sha256(before + text.encode("utf-8")).digest() != stated:
            return BrokenLink(chain=self.chain, place=place, fault="altered")
        return None


async def verify_facts(pool: AsyncConnectionPool, person: str | None = None) -> Verification:
    """Verify the fact chains of a person, or of everybody.

    Raises:
        Unavailable: the database could not do it now.
    """
    walk, broken, end = _Walk(), list[BrokenLink | None](), (0, bytes(32))
    async with transaction(pool) as connection:
        async for row in _rows(connection, _FACTS, {"person": person}):
            if row[0] != walk.chain:
                broken.append(_end_of(walk, end))
                walk.enter(row[0])
                end = (row[11], bytes(row[12]))
            if row[1] is not None:
                broken.append(walk.step(row[1], bytes(row[9]), bytes(row[10]), _fact(row)))
    broken.append(_end_of(walk, end))
    return Verification(chains=walk.chains, links=walk.links, broken=tuple(one for one in broken if one))


async def verify_audit(pool: AsyncConnectionPool, day: date | None = None) -> Verification:
    """Verify the audit chains of a day, or of all days.

    Raises:
        Unavailable: the database could not do it now.
    """
    walk, broken = _Walk(), list[BrokenLink | None]()
    async with transaction(pool) as connection:
        async for row in _rows(connection, _AUDIT, {"day": day}):
            chain = f"{row[0].isoformat()} {row[1]}"
            if chain != walk.chain:
                walk.enter(chain)
            content = [row[0].isoformat(), row[1], row[2], _instant(row[3]), *row[4:9]]
            broken.append(walk.step(row[2], bytes(row[9]), bytes(row[10]), content))
    return Verification(chains=walk.chains, links=walk.links, broken=tuple(one for one in broken if one))


def _end_of(walk: _Walk, end: tuple[int, bytes]) -> BrokenLink | None:
    if walk.chains and (walk.place, walk.last) != end:
        return BrokenLink(chain=walk.chain, place=end[0], fault="not_the_end_that_the_case_knows")
    return None


def _fact(row: Any) -> list[Any]:  # noqa: ANN401
    case, place, identity, entry, kind, occurred, recorded, body, basis = row[:9]
    times = (_instant(occurred), _instant(recorded))
    return [case, place, identity, entry, kind, *times, json.loads(body), json.loads(basis)]


async def _rows(connection: AsyncConnection, statement: Any, asked: dict[str, Any]) -> AsyncIterator[Any]:  # noqa: ANN401
    """Rows in bundles: a whole register does not fit into memory."""
    await connection.execute("SET LOCAL statement_timeout = 0")
    async with connection.cursor("chains") as cursor:
        cursor.itersize = 2000
        await cursor.execute(statement, asked)
        async for row in cursor:
            yield row


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
