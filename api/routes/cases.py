"""Cases: lists, one case as it stands, its timeline, its deadlines as counted, and where it stands in the picture."""

import json
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from starlette.concurrency import run_in_threadpool as in_thread

from api.counting import DeadlineView, deadline_view
from api.identity import HouseOf, Reader
from api.lists import CaseQuery
from api.openapi import READING
from api.ports import House
from api.reach import case_of
from api.routes.acts import CaseId
from api.routes.procedures import PICTURE, Language, picture
from api.versions import etag
from api.views import CaseView, View, articles, case_view
from engine.case import Case
from engine.command import CitedArticle
from register.serial import citations
from register.views import CaseView as RowOfCase
from register.views import TimelineItem

router = APIRouter(prefix="/v1/cases", tags=["cases"])


class CaseItem(View):
    """A case in a list, as on file; `overdue` = a clock has run out and its lapse is not yet filed."""

    id: str
    person: str
    procedure: str
    number: int
    office: str
    officer: str | None
    stage: str
    closed: bool
    contested: bool
    opened_at: datetime
    wakes_at: datetime | None
    overdue: bool
    version: int


class CaseList(View):
    """A piece of the list; `next` goes on from it as `after`."""

    items: tuple[CaseItem, ...]
    next: str | None


class TimelineView(View):
    """An entry or a fact of a case; a fact that fell with a later entry names it and does not stand."""

    sort: str
    id: str
    name: str
    entry: str
    occurred_at: datetime
    recorded_at: datetime
    outcome: str | None
    contested: bool
    decided_by: str | None
    entered_by: str | None
    target: str | None
    body: dict[str, Any] | None
    basis: tuple[CitedArticle, ...]
    withdrawn_by: str | None


class Timeline(View):
    """Entries and facts of a case in the order of their record."""

    items: tuple[TimelineView, ...]


class CaseDeadlines(View):
    """The clocks of a case, each as counted."""

    as_of: datetime
    items: tuple[DeadlineView, ...]


@router.get("", summary="Cases within reach", responses=READING)
async def list_cases(house: HouseOf, officer: Reader, query: Annotated[CaseQuery, Query()]) -> CaseList:
    """Cases as on file in the order of their filing, narrowed as asked."""
    narrowed = query.filter(officer, officer=query.officer, closed=query.closed)
    page = await house.reading.cases(narrowed, reader=officer.id, after=query.after, limit=query.limit)
    now = house.now()
    return CaseList(items=tuple(_item(item, now) for item in page.items), next=page.after)


@router.get("/{case_id}", summary="A case as it stands", responses=READING)
async def read_case(case_id: CaseId, house: HouseOf, officer: Reader, response: Response) -> CaseView:
    """The case with its clocks, duties and notices; the ETag is the version that an act is based on."""
    at = house.now()
    person, case = await _now(house, officer, case_id, at)
    response.headers["ETag"] = etag(case.version)
    return case_view(house.procedures[case.procedure], case, person, at)


@router.get("/{case_id}/timeline", summary="What happened in a case", responses=READING)
async def read_timeline(case_id: CaseId, house: HouseOf, officer: Reader) -> Timeline:
    """Every fact with both its times: when it happened in law, and when it was recorded."""
    await case_of(house, officer, case_id)
    items = await house.reading.timeline(case_id, reader=officer.id)
    return Timeline(items=tuple(_happened(item) for item in items))


@router.get("/{case_id}/deadlines", summary="The clocks of a case, as counted", responses=READING)
async def read_deadlines(case_id: CaseId, house: HouseOf, officer: Reader) -> CaseDeadlines:
    """Each clock with the counting of its days, the provisions it rests on, and every movement."""
    at = house.now()
    _, case = await _now(house, officer, case_id, at)
    return CaseDeadlines(as_of=at, items=tuple(deadline_view(clock) for clock in case.clocks))


@router.get("/{case_id}/diagram.svg", summary="Where a case stands", responses=PICTURE, response_class=Response)
async def read_diagram(case_id: CaseId, house: HouseOf, officer: Reader, language: Language = "en") -> Response:
    """The procedure's picture with the case's stage marked."""
    _, case = await _now(house, officer, case_id, house.now())
    return await in_thread(picture, house.procedures[case.procedure], str(case.stage), language)


async def _now(house: House, officer: Reader, case_id: str, at: datetime) -> tuple[str, Case[Any]]:
    reached = await case_of(house, officer, case_id)
    person = reached.case.person
    return person, (await house.reading.dossier(person, reader=officer.id, at=at)).dossier.cases[case_id]


def _item(item: RowOfCase, now: datetime) -> CaseItem:
    told = item.model_dump(exclude={"held"})
    return CaseItem(**told, contested=item.held, overdue=item.wakes_at is not None and item.wakes_at <= now)


def _happened(item: TimelineItem) -> TimelineView:
    basis = articles(citations(json.dumps(item.basis or [])))
    return TimelineView(**item.model_dump(exclude={"basis", "release"}), basis=basis)
