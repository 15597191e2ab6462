"""The instants that a reader may ask about, and the person's cases as they stood then."""

from datetime import datetime, timedelta
from typing import Final

from engine.filing import current
from engine.position import Dossier

from api.ports import House
from api.posting import EARLIEST
from api.problems import MalformedRequest

_SETTLED: Final = timedelta(seconds=10)
"""What was known less than this ago may still change."""


def instant_asked(house: House, as_of: datetime | None, known_on: datetime | None) -> datetime:
    """The instant in law that is asked about; without one, the instant of knowledge, or now.

    Raises:
        MalformedRequest: it has not come, lies before 1990, or what was known then may still change.
    """
    now = house.now()
    if known_on is not None and not EARLIEST <= known_on <= now - _SETTLED:
        raise MalformedRequest("query.known_on")
    if as_of is not None and not EARLIEST <= as_of <= now:
        raise MalformedRequest("query.as_of")
    return as_of or known_on or now


async def dossier_at(
    house: House, person: str, at: datetime, as_of: datetime | None, known_on: datetime | None
) -> Dossier:
    """The person's cases at the instant asked about, clocks that had run out by then lapsed."""
    if as_of is None and known_on is None:
        return current(house.procedures, await house.register.dossier(person), at)
    return await house.register.dossier_as_of(person, at, known_on)
