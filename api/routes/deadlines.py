"""Deadlines: the running clocks of all cases within reach, the next first."""

from datetime import date, datetime

from fastapi import APIRouter

from api.identity import HouseOf, Reader
from api.lists import After, CustodyName, DueOf, Limit, Office, PersonName, ProcedureName, StageName
from api.openapi import READING
from api.reach import office_shown
from api.views import View
from law.clocks import CLOCKS
from register.views import CaseFilter, DeadlineView

router = APIRouter(prefix="/v1/deadlines", tags=["deadlines"])


class DeadlineItem(View):
    """A running clock. `overdue`: it has run out and its lapse is not yet filed; `held`: it may not lapse now."""

    clock: str
    case: str
    person: str
    procedure: str
    office: str
    stage: str
    rule: str
    en: str
    ja: str
    danger: str
    started_on: date
    last_day: date
    ends_at: datetime
    overdue: bool
    held: bool
    on_lapse: str


class DeadlineList(View):
    """A piece of the list; `next` goes on from it as `after`."""

    items: tuple[DeadlineItem, ...]
    next: str | None


@router.get("", summary="Running deadlines", responses=READING)
async def list_deadlines(  # noqa: PLR0913  (filters)
    house: HouseOf,
    officer: Reader,
    due: DueOf,
    procedure: ProcedureName = None,
    stage: StageName = None,
    office: Office = None,
    person: PersonName = None,
    custody: CustodyName = None,
    after: After = None,
    limit: Limit = 50,
) -> DeadlineList:
    """What runs out when, and what follows; the gravest first, then the next."""
    narrowed = CaseFilter(
        procedure=procedure,
        stage=stage,
        office=office_shown(officer, office),
        person=person,
        custody=custody,
        due_from=due.first,
        due_to=due.end,
    )
    page = await house.reading.deadlines(narrowed, reader=officer.id, after=after, limit=limit)
    return DeadlineList(items=tuple(_item(item) for item in page.items), next=page.after)


def _item(item: DeadlineView) -> DeadlineItem:
    rule = CLOCKS[item.rule]
    told = item.model_dump(exclude={"danger"})
    return DeadlineItem(**told, danger=item.danger.name.lower(), en=rule.en, ja=rule.ja, on_lapse=rule.on_lapse)
