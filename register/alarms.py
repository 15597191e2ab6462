"""Alarms: which coming ends and overdue duties were told to whom, once each, and who took note."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from engine.resolution import RESOLVE_CONTESTED
from law.ladders import LADDERS, Audience, duties_alarmed
from law.periods import legal_day
from register.audit import Audit
from register.errors import NotFound, transaction
from register.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg_pool import AsyncConnectionPool

    from engine.declaration import Procedures
    from law.policies import ServiceLevel

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
SELECT d.id, 1, l.rung, d.case_id, d.person_id, d.kind, l.audience,
       (d.due_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo', clock_timestamp()
FROM unnest(%(kinds)s::text[], %(rungs)s::int[], %(untils)s::date[], %(audiences)s::text[])
     AS l(kind, rung, until, audience)
JOIN (SELECT o.*, c.procedure || '.' || o.kind AS name FROM duties AS o JOIN cases AS c ON c.id = o.case_id) AS d
     ON l.kind = CASE WHEN d.name = ANY(%(kinds)s) THEN d.name ELSE '' END
WHERE d.status = 'open' AND d.due_on <= l.until
  AND NOT EXISTS (SELECT FROM alarms AS a WHERE a.source = d.id AND a.generation = 1 AND a.rung = l.rung)
ORDER BY d.due_on, d.id, l.rung LIMIT %(most)s
ON CONFLICT DO NOTHING
RETURNING source, case_id, subject, audience
"""

_NOW: Final = "SELECT clock_timestamp()"

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
    """Raises alarms by the register's own clock, and takes note of who saw them.

    Args:
        pool: connections, as `register.pool` makes them.
        procedures: the declarations; they say which kinds of duty are owed promptly (A-02).
    """

    def __init__(self, pool: AsyncConnectionPool, procedures: Procedures) -> None:
        self._pool = pool
        self._levels = {
            f"{declared.name}.{kind.name}": kind.within
            for declared in procedures
            for kind in (RESOLVE_CONTESTED, *declared.duties.values())
            if kind.within is not None
        }
        self._audit = Audit()

    async def raise_due(self) -> tuple[RaisedAlarm, ...]:
        """Raise the alarms that are due and were not raised before, the nearest end first, and `MOST` at a look.

        Raises:
            Unavailable: the database could not do it now.
        """
        async with transaction(self._pool) as connection:
            raised = await (await connection.execute(_OF_CLOCKS, _rungs_of_clocks())).fetchall()
            (now,) = await (await connection.execute(_NOW)).fetchone() or ()
            asked = _rungs_of_duties(legal_day(now), self._levels)
            raised += await (await connection.execute(_OF_DUTIES, asked)).fetchall()
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


def _rungs_of_clocks() -> dict[str, object]:
    rungs = [(rule, place, rung) for rule, ladder in LADDERS.items() for place, rung in enumerate(ladder)]
    return {
        "rules": [rule for rule, _, _ in rungs],
        "rungs": [place for _, place, _ in rungs],
        "befores": [rung.before for _, _, rung in rungs],
        "audiences": [rung.audience.value for _, _, rung in rungs],
        "most": MOST,
    }


def _rungs_of_duties(today: date, levels: Mapping[str, ServiceLevel]) -> dict[str, object]:
    """The rungs of each procedure's kinds that are owed promptly, and under no name those of all others with a day."""
    kinds: dict[str, ServiceLevel | None] = {"": None, **levels}
    rungs = [
        (kind, place, until, audience.value)
        for kind, level in kinds.items()
        for place, (until, audience) in enumerate(duties_alarmed(today, level))
    ]
    columns = zip(*rungs, strict=True)
    return {**dict(zip(("kinds", "rungs", "untils", "audiences"), map(list, columns), strict=True)), "most": MOST}
