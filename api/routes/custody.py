"""Custody: who is held now, on what, since when, and what comes next."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.identity import HouseOf, Reader
from api.lists import HeldQuery
from api.openapi import READING
from api.reach import office_shown
from api.views import View
from register.custody_lists import HeldView

router = APIRouter(prefix="/v1/custody", tags=["custody"])


class HeldList(View):
    """A piece of the list; `next` goes on from it as `after`."""

    items: tuple[HeldView, ...]
    next: str | None


@router.get("/held", summary="Who is held now", responses=READING)
async def list_held(house: HouseOf, officer: Reader, query: Annotated[HeldQuery, Query()]) -> HeldList:
    """Everybody in immigration detention, by facility, the longest first: title, days, and what falls due next."""
    page = await house.custody.held(
        reader=officer.id,
        office=office_shown(officer, query.office),
        facility=query.facility,
        after=query.after,
        limit=query.limit,
    )
    return HeldList(items=page.items, next=page.after)
