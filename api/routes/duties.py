"""Duties: what somebody must do next, the most pressing first."""

from datetime import date, datetime, timedelta

from fastapi import APIRouter

from api.identity import HouseOf, Reader
from api.lists import After, DueUntil, Limit, Mine, Office, PersonName, PowerName, see_days
from api.openapi import READING
from api.reach import office_shown
from api.views import View, articles
from engine.command import CitedArticle
from engine.declaration import Declaration
from law.periods import legal_day
from register.reading import powers_of
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
async def list_duties(  # noqa: PLR0913  (filters)
    house: HouseOf,
    officer: Reader,
    mine: Mine = False,
    power: PowerName = None,
    office: Office = None,
    person: PersonName = None,
    due_until: DueUntil = None,
    after: After = None,
    limit: Limit = 50,
) -> DutyList:
    """Open duties by their days, oldest first; those without a day come last."""
    see_days(due_until=due_until)
    powers = powers_of(officer.roles) if mine else None
    page = await house.reading.duties(
        reader=officer.id,
        powers=powers if power is None else {power} & (powers or {power}),
        office=office_shown(officer, office),
        person=person,
        due_to=None if due_until is None else due_until + timedelta(days=1),
        after=after,
        limit=limit,
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
