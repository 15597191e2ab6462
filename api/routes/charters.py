"""Charters: a list of people for one flight, each of whom passes every row of the gate alone (LAW 17.8)."""

from collections import Counter
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, Field, StringConstraints

from api import charters
from api.charters import Seen
from api.identity import HouseOf, Reader
from api.openapi import FILING, READING
from api.ports import House
from api.posting import EARLIEST, OfficerId, PostingOf, is_a_day_on_paper
from api.problems import RETRY_AFTER, MalformedRequest
from api.views import StageView, View, stage_view
from engine.command import RefusalSent
from law.countries import COUNTRIES
from register.batches import ItemView, NewBatch
from workflows.charter import PROCEDURE, Passenger, Step

router = APIRouter(prefix="/v1/charters", tags=["charters"])

MOST = 300
"""People on one list: what one request can do while the officer waits."""
CharterId = Annotated[str, Path(pattern=r"^charter_[0-9a-f]{32}$", examples=["charter_" + "0123456789abcdef" * 2])]
People = Annotated[tuple[OfficerId, ...], Field(max_length=MOST, examples=[["person_01"]])]
Reference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,40}$")]
Limit = Annotated[int, Query(ge=1, le=200)]
_ALONE = (
    "Each person by a filing of his or her own: one refusal neither blocks another nor lets one through. A repeat with "
    "the same key files nothing twice and goes on where the first one ended."
)
_FILED: dict[int | str, dict[str, Any]] = {
    **FILING,
    202: {"description": "Not all is on file yet: send the same again with the same key, or look later."},
}


class Item(View):
    """Somebody on the list, with his or her case of enforcement."""

    person: OfficerId = Field(examples=["person_01"])
    case: str = Field(pattern=r"^case_[0-9a-f]{32}$", examples=["case_6f1b5c8e3f6d5b0e9d526c1f6f0f3c51"])


class CharterRequest(View):
    """A flight and who is to be on it. The reference is an opaque one of the house, never a name."""

    reference: Reference = Field(examples=["2026-7"])
    destination: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2.", examples=["LK"])
    departs_at: AwareDatetime = Field(examples=["2026-03-20T09:00:00+09:00"])
    items: tuple[Item, ...] = Field(min_length=1, max_length=MOST)


class StepRequest(View):
    """For whom the step is asked; nobody named = everybody on the list."""

    people: People = ()


class TakeOffRequest(View):
    """Who is taken off the list."""

    people: Annotated[tuple[OfficerId, ...], Field(min_length=1, max_length=MOST, examples=[["person_01"]])]


class ItemAnswer(View):
    """Somebody on the list: where the case stands, the last step that was asked, and what became of it.

    Attributes:
        plan: the number of the plan that stands, if it is this flight's.
        outcome: `listed`, `pending` (asked, not on file), `filed`, `refused`, `contested`, or `taken_off`; in the
            answer to a step also `failed` (not on file, for a fault of ours that raised an alarm).
        refusal: every ground with its articles and what cures it.
    """

    person: str
    case: str
    office: str
    stage: StageView
    plan: int | None
    outcome: str
    step: Step | None
    command: str | None
    refusal: RefusalSent | None
    taken_off_at: datetime | None
    taken_off_by: str | None


class CharterSummary(View):
    """A charter without its list."""

    id: str
    reference: str
    office: str
    destination: str
    departs_at: datetime
    created_by: str
    created_at: datetime


class CharterAnswer(CharterSummary):
    """A charter: everybody on the list within your reach, counted by outcome; `elsewhere` are others' to see."""

    outcomes: dict[str, int]
    items: tuple[ItemAnswer, ...]
    elsewhere: int


class CharterList(View):
    """Charters within reach, those that depart last first."""

    items: tuple[CharterSummary, ...]


@router.post("", status_code=201, summary="Draw up a charter", responses={**FILING, 201: {"description": "On file."}})
async def create_charter(request: CharterRequest, posting: PostingOf, response: Response) -> CharterAnswer:
    """Put a list of people for one flight on file. Nothing is filed in anybody's case by it."""
    if request.departs_at < EARLIEST or not is_a_day_on_paper(request.departs_at.date()):
        raise MalformedRequest("body.departs_at")
    if request.destination not in COUNTRIES:
        raise MalformedRequest("body.destination")
    items = tuple((item.person, item.case) for item in request.items)
    batch = NewBatch(request.reference, request.destination, request.departs_at, items)
    identity = await charters.create(posting, batch)
    response.headers["Location"] = f"/v1/charters/{identity}"
    return _answer(posting.house, await charters.see(posting.house, posting.officer, identity))


@router.get("", summary="Charters", responses=READING)
async def list_charters(house: HouseOf, officer: Reader, limit: Limit = 50) -> CharterList:
    """Charters of your office, and those with somebody whose case is at your office."""
    offices = None if officer.national else [officer.office]
    found = await house.charters.within(offices, reader=officer.id, limit=limit)
    return CharterList(items=tuple(CharterSummary.model_validate(one.model_dump()) for one in found))


@router.get("/{charter_id}", summary="A charter, person by person", responses=READING)
async def read_charter(charter_id: CharterId, house: HouseOf, officer: Reader) -> CharterAnswer:
    """Everybody on the list: where the case stands, what was asked last, and every ground of a refusal."""
    return _answer(house, await charters.see(house, officer, charter_id))


@router.post("/{charter_id}/take-off", summary="Take people off a charter", responses=FILING)
async def take_off(charter_id: CharterId, request: TakeOffRequest, posting: PostingOf) -> CharterAnswer:
    """Nothing is sent for them any more. What was filed stays: give up the plan or the authorisation in the case."""
    return _answer(posting.house, await charters.take_off(posting, charter_id, request.people))


def _step(step: Step, summary: str, told: str) -> None:
    """The route of a step."""

    async def do_step(charter_id: CharterId, request: StepRequest, posting: PostingOf) -> Response:
        seen, whole = await charters.ask(posting, charter_id, step, request.people)
        body = _answer(posting.house, seen).model_dump(mode="json")
        later = {"Location": f"/v1/charters/{charter_id}", "Retry-After": str(RETRY_AFTER)}
        return JSONResponse(body, 200 if whole else 202, headers={} if whole else later)

    router.post(
        f"/{{charter_id}}/{step}",
        summary=summary,
        description=f"{told} {_ALONE}",
        operation_id=f"charter_{step}",
        responses=_FILED,
        response_model=CharterAnswer,
    )(do_step)


_step(Step.PLAN, "Plan the removals", "Plan a removal by this flight for everybody on the list.")
_step(Step.REQUEST, "Request authorisation", "Request that another officer authorise each removal.")
_step(Step.AUTHORISE, "Authorise", "Authorise each removal, to board within ten minutes; not by who requested it.")
_step(Step.BOARD, "Board", "Put on board whoever is authorised; every row of the gate is asked again for each.")


def _answer(house: House, seen: Seen) -> CharterAnswer:
    items = tuple(_item(house, seen, item) for item in seen.items)
    return CharterAnswer(
        **seen.batch.model_dump(),
        outcomes=dict(sorted(Counter(item.outcome for item in items).items())),
        items=items,
        elsewhere=seen.elsewhere,
    )


def _item(house: House, seen: Seen, item: ItemView) -> ItemAnswer:
    passenger = Passenger.read(item.stage, item.state, overdue=item.overdue)
    stage = next(one for one in house.procedures[PROCEDURE].stages if one == item.stage)
    return ItemAnswer(
        person=item.person,
        case=item.case,
        office=item.office,
        stage=stage_view(stage),
        plan=passenger.plan_of(seen.flight),
        outcome=_outcome(item, seen.failed),
        step=None if item.step is None else Step(item.step),
        command=item.command,
        refusal=item.refusal,
        taken_off_at=item.taken_off_at,
        taken_off_by=item.taken_off_by,
    )


def _outcome(item: ItemView, failed: frozenset[str]) -> str:
    if item.taken_off_at is not None:
        return "taken_off"
    if item.command is None:
        return "listed"
    if item.outcome is None:
        return "failed" if item.person in failed else "pending"
    return item.outcome.value
