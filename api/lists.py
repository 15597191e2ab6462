"""What lists are narrowed by and gone on from; every list is a piece with a place to go on."""

from datetime import date
from typing import Annotated, Final

from fastapi import Query
from law.clocks import Danger
from law.competence import Power

MOST: Final = 200

_NAME: Final = r"^[A-Za-z0-9_.:-]{1,80}$"

After = Annotated[
    str | None, Query(max_length=300, pattern=r"^[A-Za-z0-9_=.:+~#-]{1,300}$", description="`next` of the piece before.")
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
ProcedureName = Annotated[str | None, Query(pattern=r"^[A-Za-z]{1,60}$", description="Of this procedure.")]
StageName = Annotated[str | None, Query(pattern=r"^[a-z0-9_]{1,60}$", description="At this stage.")]
Office = Annotated[str | None, Query(pattern=_NAME, description="Of this office.")]
PersonName = Annotated[str | None, Query(pattern=_NAME, description="Of this person.")]
PowerName = Annotated[Power | None, Query(description="For who holds this power.")]
DangerName = Annotated[Danger | None, Query(description="0 custody, 1 removal, 2 a right, 3 routine.")]
DueFrom = Annotated[date | None, Query(description="Due on this legal day or later.")]
DueUntil = Annotated[date | None, Query(description="Due on this legal day or earlier.")]
