"""What is left to be done: what a case waits for, clocks overdue, obligations and their evidence."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from psycopg.types.json import Jsonb
from pydantic import BaseModel, ConfigDict

from law.clock_rule import Danger
from register.errors import NotFound, transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from engine.case import Case

GRACE: Final = timedelta(seconds=30)
"""How long timers and workflows have before the sweeper does it for them."""

WAKE: Final = """
SELECT c.closed, EXISTS (SELECT FROM obligations AS o WHERE o.source = c.id AND o.done_at IS NULL),
       k.ends_at, k.danger
FROM cases AS c
LEFT JOIN clocks AS k ON k.case_id = c.id AND k.status = 'running' AND NOT k.held AND k.ends_at IS NOT NULL
WHERE c.id = %(case)s ORDER BY k.ends_at
"""

_OBLIGATIONS: Final = """
SELECT o.id, o.kind, o.case_id, c.person_id, c.procedure, o.source, o.notice, o.created_at, o.attempts
FROM obligations AS o JOIN cases AS c ON c.id = o.case_id
WHERE o.done_at IS NULL AND o.source = coalesce(%(case)s, o.source)
  AND o.created_at <= clock_timestamp() - %(older)s::interval
ORDER BY o.id LIMIT %(limit)s
"""

_TRIED: Final = "UPDATE obligations SET attempts = attempts + 1 WHERE id = ANY(%s) AND done_at IS NULL"

_CLAIM: Final = """
UPDATE obligations SET attempts = attempts + 1 WHERE id = %s AND attempts = %s AND done_at IS NULL RETURNING id
"""

_DONE: Final = """
UPDATE obligations SET done_at = clock_timestamp(), attempts = attempts + 1
WHERE id = ANY(%s) AND done_at IS NULL RETURNING id
"""

_EVIDENCE: Final = """
UPDATE obligations SET done_at = coalesce(done_at, clock_timestamp()), attempts = attempts + 1, evidence = %(evidence)s
WHERE notice = %(notice)s AND evidence IS NULL RETURNING id
"""

_IS_OWED: Final = "SELECT FROM obligations WHERE notice = %s"

_OVERDUE: Final = """
SELECT id, case_id, person_id, rule, danger, generation, ends_at FROM clocks
WHERE status = 'running' AND NOT held AND ends_at < clock_timestamp() - %(older)s::interval
ORDER BY danger, ends_at, id LIMIT %(limit)s
"""


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True)


class RunningClock(_Read):
    """A running clock that may lapse: the first instant after its last day, and what is at stake."""

    ends_at: datetime
    danger: Danger


class Wake(_Read):
    """What a case waits for.

    Attributes:
        wakes_at: the earliest end of a running clock, or None.
        closed: it is closed, or not on file.
        has_obligations: its filings left something to be done outside.
        clocks: every running clock that may lapse, earliest first.
    """

    wakes_at: datetime | None = None
    closed: bool = True
    has_obligations: bool = False
    clocks: tuple[RunningClock, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[Any]) -> Wake:
        """From the rows of `WAKE`."""
        if not rows:
            return cls()
        clocks = tuple(RunningClock(ends_at=row[2], danger=row[3]) for row in rows if row[2] is not None)
        first = clocks[0].ends_at if clocks else None
        return cls(wakes_at=first, closed=rows[0][0], has_obligations=rows[0][1], clocks=clocks)

    @classmethod
    def after(cls, case: Case[Any] | None, *, owes: bool) -> Wake:
        """From a case as it was just filed, as `WAKE` would read it; None = it does not count, or is not on file."""
        if case is None:
            return cls(has_obligations=owes)
        ends = [(one.ends_at, one.rule.danger) for one in case.running_clocks if one.ends_at and not case.holds(one)]
        clocks = tuple(RunningClock(ends_at=end, danger=danger) for end, danger in sorted(ends))
        return cls(wakes_at=case.wakes_at, closed=case.stage.closed, has_obligations=owes, clocks=clocks)


class Obligation(_Read):
    """Something to be done outside: `start` or `move` the workflow of a case, `deliver` a notice."""

    id: int
    kind: str
    case: str
    person: str
    procedure: str
    source: str
    notice: str | None
    created_at: datetime
    attempts: int


class OverdueClock(_Read):
    """A clock that ran out and did not lapse yet."""

    clock: str
    case: str
    person: str
    rule: str
    danger: Danger
    generation: int
    ends_at: datetime


class Watch:
    """Reads what is to be done, and takes note of what was done. Nothing here judges."""

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool

    async def wake(self, case: str) -> Wake:
        """What a case waits for; a case that is not on file waits for nothing.

        Raises:
            Unavailable: the database could not do it now.
        """
        async with transaction(self._pool) as connection:
            return await wake_from(connection, case)

    async def obligations(
        self, case: str | None = None, limit: int = 100, *, older_than: timedelta = timedelta(0)
    ) -> tuple[Obligation, ...]:
        """What is undone, oldest first: all of it, or what the filings of a case left."""
        parameters = {"case": case, "limit": limit, "older": older_than}
        async with transaction(self._pool) as connection:
            rows = await (await connection.execute(_OBLIGATIONS, parameters)).fetchall()
        return tuple(Obligation.model_validate(dict(zip(Obligation.model_fields, row, strict=True))) for row in rows)

    async def note_attempt(self, obligations: Iterable[int]) -> None:
        """Count an attempt that failed."""
        async with transaction(self._pool) as connection:
            await connection.execute(_TRIED, (list(obligations),))

    async def claim(self, obligation: Obligation) -> bool:
        """Put on file that an attempt begins; False if another one began since the obligation was read."""
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_CLAIM, (obligation.id, obligation.attempts))).fetchone()
        return row is not None

    async def mark_done(self, obligations: Iterable[int]) -> tuple[int, ...]:
        """Mark obligations done; returns those that were not before."""
        async with transaction(self._pool) as connection:
            rows = await (await connection.execute(_DONE, (list(obligations),))).fetchall()
        return tuple(row[0] for row in rows)

    async def file_evidence(self, notice: str, evidence: dict[str, Any]) -> bool:
        """File how a notice was delivered, once; False where it was on file before.

        Raises:
            NotFound: no delivery of such a notice was ever owed.
        """
        parameters = {"notice": notice, "evidence": Jsonb(evidence)}
        async with transaction(self._pool) as connection:
            if await (await connection.execute(_EVIDENCE, parameters)).fetchone():
                return True
            if await (await connection.execute(_IS_OWED, (notice,))).fetchone() is None:
                raise NotFound("notice", notice)
            return False

    async def overdue(self, limit: int = 100, *, older_than: timedelta = GRACE) -> tuple[OverdueClock, ...]:
        """Clocks that ran out and did not lapse in time, gravest first, without those that a contested entry holds."""
        async with transaction(self._pool) as connection:
            rows = await (await connection.execute(_OVERDUE, {"older": older_than, "limit": limit})).fetchall()
        return tuple(
            OverdueClock.model_validate(dict(zip(OverdueClock.model_fields, row, strict=True))) for row in rows
        )


async def wake_from(connection: AsyncConnection, case: str) -> Wake:
    """What a case waits for, read on a connection."""
    return Wake.of(await (await connection.execute(WAKE, {"case": case}, prepare=True)).fetchall())
