"""Duties: what somebody must do next, the most pressing first."""

from datetime import date, datetime

from engine.command import CitedArticle
from engine.declaration import Declaration
from fastapi import APIRouter

from api.identity import HouseOf, Reader
from api.lists import After, DueFrom, DueUntil, Limit, Office, PersonName, PowerName, ProcedureName
from api.openapi import READING
from api.ports import DutyItem, Filter
from api.views import View, articles

router = APIRouter(prefix="/v1/duties", tags=["duties"])


class DutyItemView(View):
    """An open duty: what, for whom, since when, by when, on which article."""

    id: str
    case: str
    person: str
    procedure: str
    office: str
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

    items: tuple[DutyItemView, ...]
    next: str | None


@router.get("", summary="What somebody must do next", responses=READING)
async def list_duties(  # noqa: PLR0913  (filters)
    house: HouseOf,
    officer: Reader,
    power: PowerName = None,
    procedure: ProcedureName = None,
    office: Office = None,
    person: PersonName = None,
    due_from: DueFrom = None,
    due_until: DueUntil = None,
    after: After = None,
    limit: Limit = 50,
) -> DutyList:
    """Open duties within reach, narrowed as asked."""
    only = Filter(
        power=power, procedure=procedure, office=office, person=person, due_from=due_from, due_until=due_until
    )
    page = await house.register.duties(officer, only, after, limit)
    return DutyList(items=tuple(_view(item, house.procedures[item.procedure]) for item in page.items), next=page.next)


def _view(item: DutyItem, declaration: Declaration) -> DutyItemView:
    kind = declaration.duties.get(item.kind)
    return DutyItemView(
        id=item.id,
        case=item.case,
        person=item.person,
        procedure=item.procedure,
        office=item.office,
        kind=item.kind,
        en=kind.en if kind else item.kind.replace("_", " "),
        ja=kind.ja if kind else item.kind,
        power=item.power,
        since=item.since,
        due_on=item.due_on,
        overdue=item.overdue,
        basis=articles(kind.basis if kind else ()),
    )
