"""What lists are narrowed by and gone on from; every list is a piece with a place to go on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated, Final

from fastapi import Depends, Query

from api.posting import is_a_day_on_paper
from api.problems import MalformedRequest
from law.competence import Power
from law.facts import Custody
from law.periods import end_of, start_of

MOST: Final = 200
_INSTANT: Final = timedelta(microseconds=1)
_NAME: Final = r"^[A-Za-z0-9_.:-]{1,80}$"

After = Annotated[str | None, Query(pattern=r"^[A-Za-z0-9_-]{1,300}$", description="`next` of the piece before.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
ProcedureName = Annotated[str | None, Query(pattern=r"^[A-Za-z]{1,60}$", description="Of this procedure.")]
StageName = Annotated[str | None, Query(pattern=r"^[a-z0-9_]{1,60}$", description="At this stage.")]
Office = Annotated[str | None, Query(pattern=_NAME, description="Of this office.")]
PersonName = Annotated[str | None, Query(pattern=_NAME, description="Of this person.")]
OfficerName = Annotated[
    str | None, Query(alias="officer", pattern=_NAME, description="In which this officer acted last.")
]
PowerName = Annotated[Power | None, Query(description="For who holds this power.")]
Mine = Annotated[bool, Query(description="For the powers that you hold.")]
CustodyName = Annotated[Custody | None, Query(description="Of people who are held or free like this.")]
Closed = Annotated[bool | None, Query(description="Whether the case is closed.")]
DueFrom = Annotated[date | None, Query(description="Due on this legal day or later.")]
DueUntil = Annotated[date | None, Query(description="Due on this legal day or earlier.")]


@dataclass(frozen=True, slots=True)
class Window:
    """Ends of clocks, half-open. A clock whose last day is D ends at the first instant after D, and is due on D."""

    first: datetime | None = None
    end: datetime | None = None


def see_days(**days: date | None) -> None:
    """See that the days asked for are days on paper.

    Raises:
        MalformedRequest: one is not.
    """
    for name, day in days.items():
        if day is not None and not is_a_day_on_paper(day):
            raise MalformedRequest(f"query.{name}")


def _due(due_from: DueFrom = None, due_until: DueUntil = None) -> Window:
    see_days(due_from=due_from, due_until=due_until)
    return Window(
        None if due_from is None else start_of(due_from) + _INSTANT,
        None if due_until is None else end_of(due_until) + _INSTANT,
    )


DueOf = Annotated[Window, Depends(_due)]
