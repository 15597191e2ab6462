"""The lists of custody in memory for the API."""

from dataclasses import dataclass, field
from typing import Any

from law.ladders import Audience
from register.alarms import AlarmKey, AlarmView
from register.custody_lists import HeldView
from register.errors import NotFound
from register.views import Page


@dataclass
class Bells:
    """The alarms of the house, as the API's ports ask for them."""

    raised: list[AlarmView] = field(default_factory=list)
    detained: list[HeldView] = field(default_factory=list)

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
    ) -> Page[Any]:
        """Alarms, in one piece."""
        items = [
            alarm
            for alarm in self.raised
            if audience in (None, alarm.audience)
            and office in (None, alarm.office)
            and person in (None, alarm.person)
            and noted in (None, alarm.noted_by is not None)
        ]
        return Page(items=tuple(items[:limit]), after=None)

    async def held(
        self,
        *,
        reader: str,
        office: str | None = None,
        facility: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[Any]:
        """Everybody held now, in one piece."""
        items = [one for one in self.detained if office in (None, one.office) and facility in (None, one.facility)]
        return Page(items=tuple(items[:limit]), after=None)

    async def about(self, alarm: int) -> AlarmKey:
        """Whose case it is about, and for whom it is."""
        known = self._raised(alarm)
        return AlarmKey(office=known.office, audience=known.audience)

    async def note(self, alarm: int, *, by: str) -> None:
        """Take note."""
        known = self._raised(alarm)
        noted = known.model_copy(update={"noted_by": known.noted_by or by, "noted_at": known.raised_at})
        self.raised[self.raised.index(known)] = noted

    def _raised(self, alarm: int) -> AlarmView:
        for one in self.raised:
            if one.alarm == alarm:
                return one
        raise NotFound("alarm", str(alarm))
