"""Deadlines: the running clocks of all cases within reach, the next first."""

from datetime import date, datetime

from fastapi import APIRouter
from law.clocks import CLOCKS

from api.identity import HouseOf, Reader
from api.lists import After, DangerName, DueFrom, DueUntil, Limit, Office, PersonName, ProcedureName
from api.openapi import READING
from api.ports import DeadlineItem, Filter
from api.views import View

router = APIRouter(prefix="/v1/deadlines", tags=["deadlines"])


class DeadlineItemView(View):
    """A running clock; `overdue` = it has run out and its lapse is not yet filed."""

    id: str
    case: str
    person: str
    procedure: str
    office: str
    rule: str
    en: str
    ja: str
    danger: str
    last_day: date
    ends_at: datetime
    overdue: bool
    on_lapse: str


class DeadlineList(View):
    """A piece of the list; `next` goes on from it as `after`."""

    items: tuple[DeadlineItemView, ...]
    next: str | None


@router.get("", summary="Coming deadlines", responses=READING)
async def list_deadlines(  # noqa: PLR0913  (filters)
    house: HouseOf,
    officer: Reader,
    procedure: ProcedureName = None,
    office: Office = None,
    person: PersonName = None,
    danger: DangerName = None,
    due_from: DueFrom = None,
    due_until: DueUntil = None,
    after: After = None,
    limit: Limit = 50,
) -> DeadlineList:
    """What runs out when, and what follows."""
    only = Filter(
        procedure=procedure, office=office, person=person, danger=danger, due_from=due_from, due_until=due_until
    )
    page = await house.register.deadlines(officer, only, after, limit)
    return DeadlineList(items=tuple(_view(item) for item in page.items), next=page.next)


def _view(item: DeadlineItem) -> DeadlineItemView:
    rule = CLOCKS[item.rule]
    return DeadlineItemView(
        id=item.id,
        case=item.case,
        person=item.person,
        procedure=item.procedure,
        office=item.office,
        rule=item.rule,
        en=rule.en,
        ja=rule.ja,
        danger=item.danger.name.lower(),
        last_day=item.last_day,
        ends_at=item.ends_at,
        overdue=item.overdue,
        on_lapse=rule.on_lapse,
    )
