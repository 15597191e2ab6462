"""What supervisors of custody look at: alarms. Read as every other list is, with the reader on record."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from register import queries
from register.alarms import AlarmView
from register.reading import Reading, is_full, most
from register.views import Page, cursor, place

if TYPE_CHECKING:
    from law.ladders import Audience


class CustodyLists(Reading):
    """The read models with the lists of custody beside them."""

    async def alarms(
        self,
        *,
        reader: str,
        audience: Audience | None = None,
        noted: bool | None = False,
        office: str | None = None,
        person: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[AlarmView]:
        """Alarms by the end they warn of, the nearest first.

        Args:
            reader: who asks.
            audience: for officers, or for supervisors; None = both.
            noted: whether somebody took note; None = either.
            office: of the case.
            person: whose cases.
            after: where the page before ended.
            limit: how many at most.
        """
        ends_at, alarm = place(after, datetime, int)
        asked = {"audience": audience, "noted": noted, "office": office, "person": person, "limit": most(limit)}
        asked |= {"ends_at": ends_at, "alarm": alarm}
        rows = await self._read(queries.ALARMS, asked, "list_alarms", reader, person=person)
        more = cursor(rows[-1][7], rows[-1][0]) if is_full(rows, limit) else None
        return Page(items=tuple(AlarmView.of(row) for row in rows), after=more)
