"""What supervisors of custody look at: who is held now, and alarms. The reader is on record, as with every list."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from law.clocks import CLOCKS
from law.custody import DETAINED, Title
from law.custody_clocks import (
    DETENTION_EXTENSION,
    DETENTION_LIMIT,
    DETENTION_REVIEW,
    HAND_OVER_LIMIT,
    HEALTH_EXAMINATION,
)
from law.detention_days import MOST_DAYS, Restraint, days_held
from law.facts import Custody
from law.periods import legal_day
from register import queries
from register.alarms import AlarmView
from register.reading import Reading, is_full, most
from register.views import Page, View, cursor, place

if TYPE_CHECKING:
    from law.ladders import Audience


_SHOWN: Final = (DETENTION_LIMIT, DETENTION_EXTENSION, HAND_OVER_LIMIT, DETENTION_REVIEW, HEALTH_EXAMINATION)
_RULES: Final = [rule.name for rule in _SHOWN]
_STAGES: Final = [custody.value for custody in DETAINED]


class HeldView(View):
    """Somebody held now.

    Attributes:
        title: what the detention rests on; None where it has ended, and `title_ended` says why.
        days_spent: days under detention orders of the case up to today, today included.
        days_left: of the sixty that are the most; None under the deportation order.
        limit_ends_at: when the days that are granted run out.
        hand_over_ends_at: when the 48 hours run out.
        review_ends_at: when the next review of detention under the deportation order falls due.
        examination_ends_at: by when the next health examination is owed.
        told_on: when the detainee was told the matters of 55-18, in `language`.
    """

    case: str
    person: str
    office: str
    custody: Custody
    facility: str
    since: datetime
    title: Title | None
    title_ended: str | None
    days_spent: int
    days_left: int | None
    limit_ends_at: datetime | None
    hand_over_ends_at: datetime | None
    review_ends_at: datetime | None
    examination_ends_at: datetime | None
    examined_on: date | None
    told_on: date | None
    language: str


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

    async def held(
        self,
        *,
        reader: str,
        office: str | None = None,
        facility: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[HeldView]:
        """Everybody held now, by facility, the longest first.

        Args:
            reader: who asks.
            office: of the case.
            facility: where they are held.
            after: where the page before ended.
            limit: how many at most.
        """
        where, since, last = place(after, str, datetime, str)
        asked = {"rules": _RULES, "stages": _STAGES, "office": office, "facility": facility, "limit": most(limit)}
        asked |= {"where": where, "since": since, "last": last}
        rows = await self._read(queries.HELD, asked, "list_held", reader)
        today = legal_day(self._now() or datetime.now(UTC))
        state = rows[-1][4] if rows else {}
        more = cursor(state["facility"], state["since"], rows[-1][0]) if is_full(rows, limit) else None
        return Page(items=tuple(_held(row, today) for row in rows), after=more)


def _held(row: Any, today: date) -> HeldView:  # noqa: ANN401  (a row of `queries.HELD`)
    case, person, office, stage, state, treatment, language, ends = row
    restraints = tuple(Restraint(**_days(one)) for one in state["restraints"])
    spent = state["spent_before"] + days_held(restraints, today)
    ends_at = {rule: datetime.fromisoformat(end) for rule, end in ends.items() if rule in CLOCKS}
    cared = treatment or {}
    return HeldView(
        case=case,
        person=person,
        office=office,
        custody=stage,
        facility=state["facility"],
        since=state["since"],
        title=state["title"],
        title_ended=state["title_ended"] if state["title"] is None else None,
        days_spent=spent,
        days_left=None if state["title"] == Title.DEPORTATION_ORDER else max(0, MOST_DAYS - spent),
        limit_ends_at=ends_at.get(DETENTION_LIMIT.name) or ends_at.get(DETENTION_EXTENSION.name),
        hand_over_ends_at=ends_at.get(HAND_OVER_LIMIT.name),
        review_ends_at=ends_at.get(DETENTION_REVIEW.name),
        examination_ends_at=ends_at.get(HEALTH_EXAMINATION.name),
        examined_on=cared.get("examined_on"),
        told_on=cared.get("told_on"),
        language=language,
    )


def _days(restraint: dict[str, Any]) -> dict[str, Any]:
    until = restraint.get("until")
    told = {"since": date.fromisoformat(restraint["since"]), "until": date.fromisoformat(until) if until else None}
    return {**restraint, **told}
