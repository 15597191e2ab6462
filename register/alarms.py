"""Alarms: which coming ends and overdue duties were told to whom, once each, and who took note."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from law.ladders import LADDERS, OVERDUE, Audience
from register.audit import Audit
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
ORDER BY k.ends_at, k.id, l.rung LIMIT %(most)s
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
ORDER BY d.over, d.id, l.rung LIMIT %(most)s
ON CONFLICT DO NOTHING
RETURNING source, case_id, subject, audience
"""

_NOTED: Final = """
UPDATE alarms SET noted_by = %(by)s, noted_at = clock_timestamp()
WHERE id = %(alarm)s AND noted_at IS NULL RETURNING noted_at, person_id, case_id
"""

_ABOUT: Final = "SELECT c.office, a.audience FROM alarms AS a JOIN cases AS c ON c.id = a.case_id WHERE a.id = %s"
MOST: Final = 5000
"""Alarms raised at one look, of clocks and of duties: so that it ends in time after whatever came due at once."""


class RaisedAlarm(View):
    """An alarm that was raised just now, in opaque ids."""

    source: str
    case: str
    subject: str
    audience: Audience


class AlarmKey(View):
    """The office whose case an alarm is about, and for whom it is."""

    office: str
    audience: Audience


class Alarms:
    """Raises alarms by the register's own clock, and takes note of who saw them."""

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool
        self._audit = Audit()

    async def raise_due(self) -> tuple[RaisedAlarm, ...]:
        """Raise the alarms that are due and were not raised before, the nearest end first, and `MOST` at a look.

        Raises:
            Unavailable: the database could not do it now.
        """
        rungs = [(rule, place, rung) for rule, ladder in LADDERS.items() for place, rung in enumerate(ladder)]
        of_clocks = _columns([(place, rung.before, rung.audience) for _, place, rung in rungs])
        of_duties = _columns([(place, rung.before, rung.audience) for place, rung in enumerate(OVERDUE)])
        async with transaction(self._pool) as connection:
            asked = {"rules": [rule for rule, _, _ in rungs], "most": MOST, **of_clocks}
            raised = await (await connection.execute(_OF_CLOCKS, asked)).fetchall()
            raised += await (await connection.execute(_OF_DUTIES, {"most": MOST, **of_duties})).fetchall()
        return tuple(RaisedAlarm.of(row) for row in raised)

    async def note(self, alarm: int, *, by: str) -> None:
        """Put on file who took note of an alarm first; a repeat changes nothing.

        Raises:
            NotFound: there is no such alarm.
        """
        await self.about(alarm)
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_NOTED, {"alarm": alarm, "by": by})).fetchone()
            if row is not None:
                at, person, case = row
                entry = await self._audit.add(
                    connection, at=at, actor=by, action="note_alarm", person=person, case=case
                )
                await connection.commit()
                entry.keep()

    async def about(self, alarm: int) -> AlarmKey:
        """The office whose case an alarm is about, and for whom it is.

        Raises:
            NotFound: there is no such alarm.
        """
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_ABOUT, (alarm,))).fetchone()
        if row is None:
            raise NotFound("alarm", str(alarm))
        return AlarmKey.of(row)


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
