"""Cases: lists, one case as it stands, its timeline, its deadlines as counted, and where it stands in the picture."""

from datetime import datetime
from typing import Annotated, Any

from engine.case import Case
from engine.command import CitedArticle
from engine.filing import current
from fastapi import APIRouter, Query, Response
from law.facts import Custody
from starlette.concurrency import run_in_threadpool as in_thread

from api.counting import DeadlineView, deadline_view
from api.identity import HouseOf, Reader
from api.lists import After, Limit, Office, PersonName, ProcedureName, StageName
from api.openapi import READING
from api.ports import Filter, House
from api.reach import case_of
from api.routes.acts import CaseId
from api.routes.procedures import PICTURE, Language, picture
from api.versions import etag
from api.views import CaseView, View, articles, case_view

router = APIRouter(prefix="/v1/cases", tags=["cases"])


class CaseItemView(View):
    """A case in a list, as on file; `overdue` = a clock has run out and its lapse is not yet filed."""

    id: str
    person: str
    procedure: str
    office: str
    stage: str
    opened_at: datetime
    version: int
    wakes_at: datetime | None
    overdue: bool
    closed: bool


class CaseList(View):
    """A piece of the list; `next` goes on from it as `after`."""

    items: tuple[CaseItemView, ...]
    next: str | None


class TimelineFact(View):
    """A fact on record; one that was withdrawn by a later entry does not stand."""

    id: str
    entry: str
    kind: str
    occurred_at: datetime
    recorded_at: datetime
    body: dict[str, Any]
    basis: tuple[CitedArticle, ...]
    stands: bool


class Timeline(View):
    """The facts of a case in order."""

    items: tuple[TimelineFact, ...]


class CaseDeadlines(View):
    """The clocks of a case, each as counted."""

    as_of: datetime
    items: tuple[DeadlineView, ...]


@router.get("", summary="Cases within reach", responses=READING)
async def list_cases(  # noqa: PLR0913  (filters)
    house: HouseOf,
    officer: Reader,
    procedure: ProcedureName = None,
    stage: StageName = None,
    office: Office = None,
    person: PersonName = None,
    custody: Custody | None = None,
    open: Annotated[bool | None, Query(description="Whether the case is open.")] = None,  # noqa: A002  (its name over HTTP)
    after: After = None,
    limit: Limit = 50,
) -> CaseList:
    """Cases as on file, narrowed as asked."""
    only = Filter(procedure=procedure, stage=stage, office=office, person=person, custody=custody, open=open)
    page = await house.register.cases(officer, only, after, limit)
    items = tuple(CaseItemView.model_validate(item, from_attributes=True) for item in page.items)
    return CaseList(items=items, next=page.next)


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
    facts = await house.register.timeline(case_id)
    return Timeline(
        items=tuple(
            TimelineFact(
                id=fact.id,
                entry=fact.entry,
                kind=fact.kind,
                occurred_at=fact.occurred_at,
                recorded_at=fact.recorded_at,
                body=fact.body,
                basis=articles(fact.basis),
                stands=fact.stands,
            )
            for fact in facts
        )
    )


@router.get("/{case_id}/deadlines", summary="The clocks of a case, as counted", responses=READING)
async def read_deadlines(case_id: CaseId, house: HouseOf, officer: Reader) -> CaseDeadlines:
    """Each clock with the counting of its days, the provisions it rests on, and every movement."""
    at = house.now()
    _, case = await _now(house, officer, case_id, at)
    return CaseDeadlines(as_of=at, items=tuple(deadline_view(clock) for clock in case.clocks))


@router.get("/{case_id}/diagram.svg", summary="Where a case stands", responses={**READING, **PICTURE}, response_class=Response)
async def read_diagram(case_id: CaseId, house: HouseOf, officer: Reader, language: Language = "en") -> Response:
    """The procedure's picture with the case's stage marked."""
    _, case = await _now(house, officer, case_id, house.now())
    return await in_thread(picture, house.procedures[case.procedure], str(case.stage), language)


async def _now(house: House, officer: Reader, case_id: str, at: datetime) -> tuple[str, Case[Any]]:
    reached = await case_of(house, officer, case_id)
    dossier = await house.register.dossier(reached.case.person)
    return dossier.person, current(house.procedures, dossier, at).cases[case_id]
