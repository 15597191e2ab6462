"""The instants that a reader may ask about, and the person's cases as they stood then."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import Depends, Query
from pydantic import AwareDatetime

from api.identity import HouseOf, Reader
from api.posting import EARLIEST
from api.problems import MalformedRequest
from engine.filing import current
from engine.position import Dossier
from register.views import PersonFile

_SETTLED: Final = timedelta(seconds=10)
"""What was known less than this ago may still change."""

AsOf = Annotated[
    AwareDatetime | None,
    Query(description="As it stood at this instant in law; without it, now.", examples=["2026-03-02T10:00:00+09:00"]),
]
KnownOn = Annotated[
    AwareDatetime | None,
    Query(
        description="As it was known at this instant, at least ten seconds ago.",
        examples=["2026-03-02T10:00:00+09:00"],
    ),
]


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in law, and what of it is asked: the present, or the past as far as it was known on a day."""

    at: datetime
    known_on: datetime | None
    past: bool

    async def dossier(self, house: HouseOf, reader: Reader, seen: PersonFile) -> Dossier:
        """The person's cases at the moment, clocks that had run out by then lapsed.

        Args:
            house: which is asked about the past.
            reader: who asks.
            seen: the person's cases as they were read on the way in.
        """
        if not self.past:
            return current(house.procedures, seen.dossier, self.at)
        person = seen.dossier.person
        return await house.reading.dossier_as_of(person, as_of=self.at, known_on=self.known_on, reader=reader.id)


async def _moment(house: HouseOf, as_of: AsOf = None, known_on: KnownOn = None) -> Moment:
    """Refuse what has not come, lies before 1990, or may still change."""
    now = house.now()
    if known_on is not None and not EARLIEST <= known_on <= now - _SETTLED:
        raise MalformedRequest("query.known_on")
    if as_of is not None and not EARLIEST <= as_of <= now:
        raise MalformedRequest("query.as_of")
    past = as_of is not None or known_on is not None
    return Moment(as_of or known_on or now, known_on, past)


MomentOf = Annotated[Moment, Depends(_moment)]
