"""Duties: what somebody must do next, the most pressing first."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from api.identity import HouseOf, Reader
from api.lists import DutyQuery
from api.openapi import READING
from api.reach import office_shown
from api.views import View, articles
from engine.command import CitedArticle
from engine.declaration import Declaration
from law.periods import legal_day
from register.views import DutyView

router = APIRouter(prefix="/v1/duties", tags=["duties"])


class DutyItem(View):
    """An open duty: what, for whom, since when, by when, on which article."""

    duty: str
    case: str
    person: str
    procedure: str
    office: str
    stage: str
    kind: str
    en: str
    ja: str
    power: str
    since: datetime
    due_on: date | None
    overdue: bool
    basis: tuple[CitedArticle, ...]


class DutyList(View):
    """A piece of the list; `next` goes on from it as `after`."""

    items: tuple[DutyItem, ...]
    next: str | None


@router.get("", summary="What somebody must do next", responses=READING)
async def list_duties(house: HouseOf, officer: Reader, query: Annotated[DutyQuery, Query()]) -> DutyList:
    """Open duties by their days, oldest first; those without a day come last."""
    page = await house.reading.duties(
        reader=officer.id,
        powers=query.powers(officer),
        office=office_shown(officer, query.office),
        person=query.person,
        due_to=query.due_to,
        after=query.after,
        limit=query.limit,
    )
    today = legal_day(house.now())
    items = tuple(_item(item, house.procedures[item.procedure], today) for item in page.items)
    return DutyList(items=items, next=page.after)


def _item(item: DutyView, declaration: Declaration, today: date) -> DutyItem:
    kind = declaration.duties.get(item.kind)
    return DutyItem(
        **item.model_dump(exclude={"due"}),
        en=kind.en if kind else item.kind.replace("_", " "),
        ja=kind.ja if kind else item.kind,
        overdue=item.due_on is not None and item.due_on < today,
        basis=articles(kind.basis if kind else ()),
    )
