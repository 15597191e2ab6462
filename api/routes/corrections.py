"""Corrections of what was typed wrongly, and decisions on contested entries."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from api.acting import Intent
from api.answers import PENDING, TAGGED, file
from api.openapi import FILING
from api.posting import OccurredAt, OfficerId, Posting, PostingOf
from api.reach import case_of
from api.routes.acts import CaseId
from api.typed import checked, checked_as
from api.versions import IfMatch
from api.views import FiledView
from engine.command import Kind
from engine.declaration import Act
from engine.payload import Text
from engine.resolution import Correction, Resolution, Verdict
from law.competence import Power
from register.views import CaseKey

router = APIRouter(prefix="/v1/cases/{case_id}", tags=["corrections"])

EntryId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$", examples=["cmd_" + "0123456789" * 4])]
_ANSWERS: dict[int | str, dict[str, Any]] = {
    **FILING,
    200: {"description": "What is on file.", "headers": TAGGED},
    202: PENDING,
}


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    target: EntryId = Field(description="The entry concerned: the id of its command.")
    reason: Text
    decided_by: OfficerId | None = None


class CorrectionRequest(_Request):
    """What an entry should have said: another body, another instant, or nothing at all (`annul`)."""

    body: dict[str, Any] | None = Field(
        default=None, description="The whole body of the entry's act.", examples=[{"custody": "free"}]
    )
    occurred_at: OccurredAt | None = Field(default=None, description="When it really happened.")
    annul: bool = False


class ResolutionRequest(_Request):
    """A decision on a contested entry."""

    verdict: Verdict


@router.post("/corrections", summary="Correct or annul an entry", responses=_ANSWERS, response_model=FiledView)
async def correct(
    case_id: CaseId, request: CorrectionRequest, posting: PostingOf, if_match: IfMatch, response: Response
) -> FiledView | Response:
    """Correct what was typed wrongly. The past is judged again; an entry that does not fit is filed as contested."""
    reached = await case_of(posting.house, posting.officer, case_id)
    act = await _corrected_act(posting, case_id, request.target) if request.body is not None else None
    told = request.model_dump(mode="json", include={"body", "occurred_at", "annul", "reason"})
    if act is not None:
        told["body"] = checked(act, told["body"])
    intent = _intent(Kind.CORRECT, Power.CORRECT_ENTRY, reached.case, request, checked_as(Correction, told), if_match)
    if act is not None:
        intent = replace(intent, schema_number=act.body.schema_number)
    return await file(posting.by(reached.officer), intent, response)


@router.post("/resolutions", summary="Decide on a contested entry", responses=_ANSWERS, response_model=FiledView)
async def resolve(
    case_id: CaseId, request: ResolutionRequest, posting: PostingOf, if_match: IfMatch, response: Response
) -> FiledView | Response:
    """Uphold a contested entry, so that what does not fit falls, or set it aside."""
    reached = await case_of(posting.house, posting.officer, case_id)
    resolution = Resolution(verdict=request.verdict, reason=request.reason)
    body = resolution.model_dump(mode="json")
    intent = _intent(Kind.RESOLVE, Power.RESOLVE_CONTESTED, reached.case, request, body, if_match)
    return await file(posting.by(reached.officer), intent, response)


def _intent(
    kind: Kind, power: Power, located: CaseKey, request: _Request, body: dict[str, Any], if_match: str | None
) -> Intent:
    return Intent(
        kind=kind,
        person=located.person,
        procedure=located.procedure,
        act=kind.value,
        body=body,
        power=power,
        case=located.case,
        target=request.target,
        decided_by=request.decided_by,
        if_match=if_match,
    )


async def _corrected_act(posting: Posting, case_id: str, target: str) -> Act | None:
    """The act that an entry did; an unknown entry is judged when the correction is filed."""
    house = posting.house
    on_file = await house.look_ups.command(target)
    if on_file is None:
        return None
    timeline = await house.reading.timeline(case_id, reader=posting.officer.id)
    name = next((item.name for item in timeline if item.sort == "entry" and item.id == target), "")
    declaration = house.procedures[on_file.filed.procedure]
    return {**declaration.openings, **declaration.acts}.get(name)
