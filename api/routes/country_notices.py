"""The Minister's notices of countries (55-2(1)(i)): enter one, correct one, which are on file, which is in force."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field, StringConstraints

from api.identity import Caller, HouseOf, require_power
from api.openapi import FILING, READING
from api.posting import PostingOf, is_a_day_on_paper
from api.problems import MalformedRequest
from api.views import FindingView, View, finding_view
from engine.payload import ShortText, Text
from law.competence import Power
from law.country_notice import CountryNotice, in_force, notice_is_known
from law.periods import legal_day
from register.country_notices import EnteredNotice

router = APIRouter(prefix="/v1/country-notices", tags=["country notices"])

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
On = Annotated[date | None, Query(description="A legal day; without it, today.", examples=["2026-03-02"])]


class NoticeRequest(View):
    """A notice as published; with `correction`, what the one on file under its number should have been."""

    number: ShortText = Field(examples=["令和6年法務省告示第116号"])
    effective_from: date
    countries: tuple[Code, ...] = Field(
        max_length=300, description="ISO 3166-1 alpha-2.", examples=[["LK", "PH", "VN"]]
    )
    correction: Text | None = Field(
        default=None, description="Why the notice on file under this number is wrong.", examples=[None]
    )


class NoticeAnswer(View):
    """A notice as entered. `replaced`: a later revision of its number says why it was wrong, and stands."""

    number: str
    revision: int
    effective_from: date
    countries: tuple[str, ...]
    correction: str | None
    entered_by: str
    recorded_at: datetime
    replaced: bool


class NoticeList(View):
    """Every notice ever entered, the latest first day first."""

    items: tuple[NoticeAnswer, ...]


class NoticeInForce(View):
    """Which notice is in force on a day. Without one nothing is known: 55-2(1)(i) cannot be found (A-08)."""

    on: date
    known: FindingView
    notice: NoticeAnswer | None


@router.post("", status_code=201, summary="Enter a notice", responses={**FILING, 201: {"description": "On file."}})
async def enter_notice(request: NoticeRequest, posting: PostingOf, response: Response) -> NoticeAnswer:
    """Enter a notice as published, or correct one that was typed wrongly; a refusal leaves the key free.

    What acts were judged by stays as it was.
    """
    require_power(posting.officer, Power.PUBLISH_COUNTRY_NOTICE)
    if not is_a_day_on_paper(request.effective_from):
        raise MalformedRequest("body.effective_from")
    notice = CountryNotice(request.number, request.effective_from, frozenset(request.countries))
    notices, by = posting.house.country_notices, posting.officer.id
    entered = await notices.enter(posting.command, notice, by=by, correction=request.correction)
    response.headers["Location"] = f"/v1/country-notices/in-force?on={entered.effective_from}"
    return _answer(entered)


@router.get("", summary="The notices on file", responses=READING)
async def list_notices(house: HouseOf, _: Caller) -> NoticeList:
    """Every notice ever entered, those that were corrected too: it was published, so everybody may read it."""
    return NoticeList(items=tuple(_answer(one) for one in await house.country_notices.entered()))


@router.get("/in-force", summary="The notice in force on a day", responses=READING)
async def read_in_force(house: HouseOf, _: Caller, on: On = None) -> NoticeInForce:
    """The latest notice that has begun by the day; none where none is known."""
    day = on or legal_day(house.now())
    if not is_a_day_on_paper(day):
        raise MalformedRequest("query.on")
    standing = {one.number: one for one in await house.country_notices.entered() if not one.replaced}
    found = in_force([one.notice for one in standing.values()], day)
    return NoticeInForce(
        on=day,
        known=finding_view(notice_is_known(found)),
        notice=None if found is None else _answer(standing[found.number]),
    )


def _answer(entered: EnteredNotice) -> NoticeAnswer:
    return NoticeAnswer.model_validate(entered.model_dump(exclude={"command"}))
