"""Batches: one thing to be done for many people, each in a filing of its own. Nothing here is filed for anybody."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID, uuid5

from engine.command import Outcome, RefusalSent
from engine.refusal import Refusal, because
from law.citation import ICRRA, PRACTICE
from register.audit import Audit
from register.chain import canonical
from register.errors import KeyReused, NotFound, transaction
from register.views import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

CHARTER: Final = "charter"
_DEPARTED: Final = because(
    "charter_departed",
    ICRRA("52(3)"),
    PRACTICE("removal gate"),
    en="The flight would have departed before the list of who is to be on it is drawn up.",
    ja="名簿の作成前に既に出発したこととなる便である。",
    remedy="Correct the day and time of departure; a removal that took place is recorded in the person's own case.",
)
_NAMESPACE: Final = UUID("b1d3c7a2-5a41-5c0f-9a57-6f0e2b9d4c11")

_ADD: Final = """
INSERT INTO batches (id, kind, digest, office, reference, destination, departs_at, created_by, created_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, coalesce(%s, clock_timestamp()))
ON CONFLICT (id) DO NOTHING RETURNING created_at
"""
_ADD_ITEMS: Final = """
INSERT INTO batch_items (batch, person_id, place, case_id)
SELECT %s, person_id, place, case_id
FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS new (person_id, case_id, place)
"""
_DIGEST: Final = "SELECT digest FROM batches WHERE id = %s"
_BATCH: Final = """
SELECT id, reference, office, destination, departs_at, created_by, created_at FROM batches WHERE id = %s
"""
_BATCHES: Final = """
SELECT b.id, b.reference, b.office, b.destination, b.departs_at, b.created_by, b.created_at FROM batches AS b
WHERE %(offices)s::text[] IS NULL OR b.office = ANY(%(offices)s) OR EXISTS (
    SELECT FROM batch_items AS i JOIN cases AS c ON c.id = i.case_id
    WHERE i.batch = b.id AND c.office = ANY(%(offices)s))
ORDER BY b.departs_at DESC, b.id LIMIT %(limit)s
"""
_ITEMS: Final = """
SELECT i.person_id, i.case_id, c.office, c.stage, coalesce(c.wakes_at <= coalesce(%s, clock_timestamp()), false),
       c.state::text, i.request, r.step, i.command, i.body, e.outcome, e.answer -> 'refusal',
       i.taken_off_at, i.taken_off_by
FROM batch_items AS i JOIN cases AS c ON c.id = i.case_id
LEFT JOIN batch_requests AS r ON r.command = i.request LEFT JOIN entries AS e ON e.id = i.command
WHERE i.batch = %s ORDER BY i.place
"""
_ASK: Final = """
INSERT INTO batch_requests (command, batch, step, digest, requested_by, requested_at)
VALUES (%s, %s, %s, %s, %s, coalesce(%s, clock_timestamp())) ON CONFLICT (command) DO NOTHING RETURNING requested_at
"""
_ASKED: Final = "SELECT digest FROM batch_requests WHERE command = %s"
_ASSIGN: Final = """
UPDATE batch_items AS i SET request = %s, command = new.command, body = new.body::jsonb
FROM unnest(%s::text[], %s::text[], %s::text[]) AS new (person_id, command, body)
WHERE i.batch = %s AND i.person_id = new.person_id AND i.taken_off_at IS NULL
"""
_TAKE_OFF: Final = """
UPDATE batch_items SET taken_off_at = %s, taken_off_by = %s
WHERE batch = %s AND person_id = ANY(%s) AND taken_off_at IS NULL
"""
_IS_LISTED: Final = "SELECT FROM batch_items WHERE batch = %s AND person_id = %s AND taken_off_at IS NULL"


class NewBatch(NamedTuple):
    """A charter manifest: the flight's opaque reference, where to, when, and each person with the case concerned."""

    reference: str
    destination: str
    departs_at: datetime
    items: tuple[tuple[str, str], ...]


class Assigned(NamedTuple):
    """What is to be sent for a person: the command's id and body, fixed when the step is first asked for."""

    person: str
    command: str
    body: dict[str, Any]


class BatchView(View):
    """A batch without its items."""

    id: str
    reference: str
    office: str
    destination: str
    departs_at: datetime
    created_by: str
    created_at: datetime


class ItemView(View):
    """A person of a batch: where the case stands on file, what was last sent, and its answer once that is on file.

    Attributes:
        overdue: a clock of the case has run out and is not lapsed yet.
        state: what the procedure keeps of the case, as JSON.
        request: the command that asked for `step`; `command` is the person's own.
    """

    person: str
    case: str
    office: str
    stage: str
    overdue: bool
    state: str
    request: str | None
    step: str | None
    command: str | None
    body: dict[str, Any] | None
    outcome: Outcome | None
    refusal: RefusalSent | None
    taken_off_at: datetime | None
    taken_off_by: str | None


class BatchFile(NamedTuple):
    """A batch with its items, in order."""

    batch: BatchView
    items: tuple[ItemView, ...]


def batch_id_of(command: str) -> str:
    """The id of the batch that a command makes: a repeat makes nothing new."""
    return f"{CHARTER}_{uuid5(_NAMESPACE, command).hex}"


class Batches:
    """Keeps batches, and which command carries each item.

    Args:
        pool: connections, as `register.pool` makes them.
        clock: gives the instants of record in tests; PostgreSQL's clock otherwise.
        process: names this process's audit chains.
    """

    def __init__(
        self, pool: AsyncConnectionPool, *, clock: Callable[[], datetime] | None = None, process: str = ""
    ) -> None:
        self._pool = pool
        self._clock = clock
        self._audit = Audit(process)

    async def create(self, command: str, batch: NewBatch, *, office: str, by: str) -> str:
        """Put a batch on file and return its id; a repeat of the command returns the same one.

        Raises:
            Refusal: the flight has departed.
            KeyReused: the command made another one.
            Unavailable: the database could not do it now.
        """
        identity, digest = batch_id_of(command), _digest_of(*batch)
        row = (identity, CHARTER, digest, office, batch.reference, batch.destination, batch.departs_at, by, self._now())
        people, cases = zip(*batch.items, strict=True)
        async with transaction(self._pool) as connection:
            made = await (await connection.execute(_ADD, row)).fetchone()
            if made is None:
                await _see_same(connection, _DIGEST, identity, digest)
                return identity
            if batch.departs_at <= made[0]:
                raise Refusal(_DEPARTED)
            await connection.execute(_ADD_ITEMS, (identity, list(people), list(cases)))
            await self._note(connection, "create_charter", by, command)
        return identity

    async def read(self, batch: str, *, reader: str) -> BatchFile:
        """A batch with its items as they stand on file. Raises NotFound."""
        async with transaction(self._pool) as connection:
            found = await (await connection.execute(_BATCH, (batch,), prepare=True)).fetchone()
            if found is None:
                raise NotFound("batch", batch)
            items = await self._items(connection, batch)
            await self._note(connection, "read_charter", reader, batch)
        return BatchFile(BatchView.of(found), items)

    async def within(self, offices: Sequence[str] | None, *, reader: str, limit: int) -> tuple[BatchView, ...]:
        """The batches that departed or depart last first: of some offices, or with a case of theirs; None = all."""
        asked = {"offices": None if offices is None else list(offices), "limit": limit}
        async with transaction(self._pool) as connection:
            rows = await (await connection.execute(_BATCHES, asked, prepare=True)).fetchall()
            await self._note(connection, "list_charters", reader, None)
        return tuple(BatchView.of(row) for row in rows)

    async def ask(
        self, command: str, batch: str, step: str, people: Iterable[str], assigned: Sequence[Assigned], *, by: str
    ) -> tuple[ItemView, ...]:
        """Put on file that a step is asked for, and by which command for each item; a repeat changes nothing.

        Args:
            command: of the request.
            batch: its id.
            step: what is asked for.
            people: as the request named them; what tells a repeat from another request.
            assigned: what is to be sent for each person concerned.
            by: who asks.

        Returns:
            The items as they stand then.

        Raises:
            KeyReused: the command asked for something else.
            Unavailable: the database could not do it now.
        """
        parts = [[one.person, one.command, json.dumps(one.body, ensure_ascii=False)] for one in assigned]
        columns = [list(column) for column in zip(*parts, strict=True)] or [[], [], []]
        async with transaction(self._pool) as connection:
            if await self._is_new(connection, command, batch, step, people, by):
                await connection.execute(_ASSIGN, (command, *columns, batch))
                await self._note(connection, f"charter_{step}", by, command)
            return await self._items(connection, batch)

    async def take_off(self, command: str, batch: str, people: Sequence[str], *, by: str) -> None:
        """Take people off a batch: nothing is sent for them any more; what was filed stays. A repeat changes nothing.

        Raises:
            KeyReused, Unavailable: as `ask`.
        """
        async with transaction(self._pool) as connection:
            if await self._is_new(connection, command, batch, "take_off", people, by):
                at = self._now() or datetime.now(UTC)
                await connection.execute(_TAKE_OFF, (at, by, batch, list(people)))
                await self._note(connection, "charter_take_off", by, command)

    async def is_listed(self, batch: str, person: str) -> bool:
        """Whether somebody is on the list of a batch and was not taken off."""
        async with transaction(self._pool) as connection:
            return await (await connection.execute(_IS_LISTED, (batch, person), prepare=True)).fetchone() is not None

    async def _items(self, connection: AsyncConnection, batch: str) -> tuple[ItemView, ...]:
        rows = await (await connection.execute(_ITEMS, (self._now(), batch), prepare=True)).fetchall()
        return tuple(ItemView.of(row) for row in rows)

    async def _is_new(
        self, connection: AsyncConnection, command: str, batch: str, step: str, people: Iterable[str], by: str
    ) -> bool:
        """Put a request on file unless it is there."""
        digest = _digest_of(batch, step, sorted(people))
        row = (command, batch, step, digest, by, self._now())
        if await (await connection.execute(_ASK, row)).fetchone() is not None:
            return True
        await _see_same(connection, _ASKED, command, digest)
        return False

    async def _note(self, connection: AsyncConnection, action: str, actor: str, command: str | None) -> None:
        """Put on record who did what, under the request or the batch concerned, and commit."""
        at = self._now() or datetime.now(UTC)
        entry = await self._audit.add(connection, at=at, actor=actor, action=action, command=command)
        await connection.commit()
        entry.keep()

    def _now(self) -> datetime | None:
        return self._clock() if self._clock else None


async def _see_same(connection: AsyncConnection, statement: Any, command: str, digest: bytes) -> None:  # noqa: ANN401  (a literal)
    row = await (await connection.execute(statement, (command,))).fetchone()
    if row is None or bytes(row[0]) != digest:
        raise KeyReused(command)


def _digest_of(*said: object) -> bytes:
    return sha256(canonical(json.loads(json.dumps(said, default=_utc))).encode()).digest()


def _utc(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(type(value).__name__)
    return value.astimezone(UTC).isoformat()
