"""Alarms: which coming ends and overdue duties were told to whom, once each, and who took note."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from law.ladders import LADDERS, OVERDUE, Audience
from register.errors import NotFound, transaction
from register.views import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg_pool import AsyncConnectionPool

_OF_CLOCKS: Final = """
INSERT INTO alarms (source, generation, rung, case_id, person_id, subject, audience, ends_at, raised_at)
SELECT k.id, k.generation, l.rung, k.case_id, k.person_id, k.rule, l.audience, k.ends_at, clock_timestamp()
FROM unnest(%(rules)s::text[], %(rungs)s::int[], %(befores)s::interval[], %(audiences)s::text[])
     AS l(rule, rung, before, audience)
JOIN clocks AS k ON k.rule = l.rule AND k.status = 'running' AND k.ends_at <= clock_timestamp() + l.before
WHERE NOT EXISTS (
    SELECT FROM alarms AS a WHERE a.source = k.id AND a.generation = k.generation AND a.rung = l.rung)
ON CONFLICT DO NOTHING
RETURNING source, case_id, subject, audience
"""

_OF_DUTIES: Final = """
INSERT INTO alarms (source, generation, rung, case_id, person_id, subject, audience, ends_at, raised_at)
SELECT d.id, 1, l.rung, d.case_id, d.person_id, d.kind, l.audience, d.over, clock_timestamp()
FROM unnest(%(rungs)s::int[], %(befores)s::interval[], %(audiences)s::text[]) AS l(rung, before, audience)
CROSS JOIN (SELECT *, (due_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo' AS over
            FROM duties WHERE status = 'open' AND due_on IS NOT NULL) AS d
WHERE d.over <= clock_timestamp() + l.before
  AND NOT EXISTS (SELECT FROM alarms AS a WHERE a.source = d.id AND a.generation = 1 AND a.rung = l.rung)
ON CONFLICT DO NOTHING
RETURNING source, case_id, subject, audience
"""

_NOTED: Final = """
UPDATE alarms SET noted_by = coalesce(noted_by, %(by)s), noted_at = coalesce(noted_at, clock_timestamp())
WHERE id = %(alarm)s RETURNING id
"""

_OFFICE: Final = "SELECT c.office FROM alarms AS a JOIN cases AS c ON c.id = a.case_id WHERE a.id = %s"


class RaisedAlarm(View):
    """An alarm that was raised just now, in opaque ids."""

    source: str
    case: str
    subject: str
    audience: Audience


class Alarms:
    """Raises alarms by the register's own clock, and takes note of who saw them."""

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool

    async def raise_due(self) -> tuple[RaisedAlarm, ...]:
        """Raise every alarm that is due and was not raised before.

        Raises:
            Unavailable: the database could not do it now.
        """
        rungs = [(rule, place, rung) for rule, ladder in LADDERS.items() for place, rung in enumerate(ladder)]
        of_clocks = _columns([(place, rung.before, rung.audience) for _, place, rung in rungs])
        of_duties = _columns([(place, rung.before, rung.audience) for place, rung in enumerate(OVERDUE)])
        async with transaction(self._pool) as connection:
            clocks = await connection.execute(_OF_CLOCKS, {"rules": [rule for rule, _, _ in rungs], **of_clocks})
            raised = await clocks.fetchall()
            raised += await (await connection.execute(_OF_DUTIES, of_duties)).fetchall()
        return tuple(RaisedAlarm.of(row) for row in raised)

    async def note(self, alarm: int, *, by: str) -> None:
        """Put on file who took note of an alarm first; a repeat changes nothing.

        Raises:
            NotFound: there is no such alarm.
        """
        async with transaction(self._pool) as connection:
            if await (await connection.execute(_NOTED, {"alarm": alarm, "by": by})).fetchone() is None:
                raise NotFound("alarm", str(alarm))

    async def office_of(self, alarm: int) -> str:
        """The office whose case an alarm is about.

        Raises:
            NotFound: there is no such alarm.
        """
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_OFFICE, (alarm,))).fetchone()
        if row is None:
            raise NotFound("alarm", str(alarm))
        return str(row[0])


class AlarmView(View):
    """An alarm in a list. `subject` names the clock's rule or the kind of duty; `ends_at` is the end it warns of."""

    alarm: int
    case: str
    person: str
    procedure: str
    office: str
    subject: str
    audience: Audience
    ends_at: datetime
    raised_at: datetime
    noted_by: str | None
    noted_at: datetime | None


def _columns(rungs: Sequence[tuple[int, timedelta, Audience]]) -> dict[str, list[object]]:
    return {
        "rungs": [place for place, _, _ in rungs],
        "befores": [before for _, before, _ in rungs],
        "audiences": [audience.value for _, _, audience in rungs],
    }
