"""Deadlines: the running clocks of all cases within reach, the next first."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from api.identity import HouseOf, Reader
from api.lists import DeadlineQuery
from api.openapi import READING
from api.views import View
from law.clocks import CLOCKS
from register.views import DeadlineView

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
async def list_deadlines(house: HouseOf, officer: Reader, query: Annotated[DeadlineQuery, Query()]) -> DeadlineList:
    """What runs out when, and what follows; the gravest first, then the next."""
    page = await house.reading.deadlines(query.filter(officer), reader=officer.id, after=query.after, limit=query.limit)
    return DeadlineList(items=tuple(_item(item) for item in page.items), next=page.after)


def _item(item: DeadlineView) -> DeadlineItem:
    rule = CLOCKS[item.rule]
    told = item.model_dump(exclude={"danger"})
    return DeadlineItem(**told, danger=item.danger.name.lower(), en=rule.en, ja=rule.ja, on_lapse=rule.on_lapse)
