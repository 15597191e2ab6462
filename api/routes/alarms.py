"""Alarms: what comes to its end soon or is overdue, told once to the officers and then to their supervisor."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.identity import HouseOf, Reader
from api.lists import AlarmQuery
from api.openapi import READING
from api.problems import Missing, refused
from api.reach import office_shown
from api.views import View
from engine.declaration import Declaration
from engine.refusal import NoPower
from engine.sent import refusal_sent
from law.clocks import CLOCKS
from law.finding import Answer
from law.ladders import Audience, may_note
from register.alarms import AlarmView

router = APIRouter(prefix="/v1/alarms", tags=["alarms"])


class AlarmItem(View):
    """An alarm: of which case, about what, for whom, the end it warns of, and who took note."""

    alarm: int
    case: str
    person: str
    procedure: str
    office: str
    subject: str
    en: str
    ja: str
    audience: Audience
    ends_at: datetime
    raised_at: datetime
    noted_by: str | None
    noted_at: datetime | None


class AlarmList(View):
    """A piece of the list; `next` goes on from it as `after`."""

    items: tuple[AlarmItem, ...]
    next: str | None


@router.get("", summary="What was alarmed", responses=READING)
async def list_alarms(house: HouseOf, officer: Reader, query: Annotated[AlarmQuery, Query()]) -> AlarmList:
    """Alarms by the end they warn of, the nearest first; those that somebody took note of only when asked for."""
    page = await house.custody.alarms(
        reader=officer.id,
        audience=query.audience,
        noted=query.noted,
        office=office_shown(officer, query.office),
        person=query.person,
        after=query.after,
        limit=query.limit,
    )
    items = tuple(_item(item, house.procedures[item.procedure]) for item in page.items)
    return AlarmList(items=items, next=page.after)


@router.post("/{alarm}/note", summary="Take note of an alarm", responses=READING, status_code=204)
async def note_alarm(house: HouseOf, officer: Reader, alarm: Annotated[int, Path(ge=1, lt=2**63)]) -> Response:
    """Put on record that you saw an alarm; the first who did stays on record. What is for supervisors, they note."""
    about = await house.alarms.about(alarm)
    if not (officer.national or officer.office == about.office):
        raise Missing
    finding = may_note(about.audience, officer.roles)
    if finding.value is not Answer.YES:
        raise refused(refusal_sent(NoPower(*finding.reasons)))
    await house.alarms.note(alarm, by=officer.id)
    return Response(status_code=204)


def _item(item: AlarmView, declaration: Declaration) -> AlarmItem:
    named = CLOCKS.get(item.subject) or declaration.duties.get(item.subject)
    words = (named.en, named.ja) if named else (item.subject.replace("_", " "), item.subject)
    return AlarmItem(**item.model_dump(), en=words[0], ja=words[1])
