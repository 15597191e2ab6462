"""Acts of a case: which are open now and why not, and one typed route for each act that a procedure declares."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response

from api.acting import Intent
from api.answers import PENDING, TAGGED, file
from api.handlers import OWN_BODY
from api.identity import HouseOf, Reader
from api.openapi import FILING, READING
from api.ports import House
from api.posting import Posting, PostingOf
from api.problems import Missing
from api.reach import case_of
from api.request_examples import request_examples
from api.typed import ActRequest, TypedAct, body_of, typed_acts
from api.versions import IfMatch
from api.views import ActView, FiledView, View, act_view
from engine.command import Considered, Kind
from engine.considering import any_considers
from engine.declaration import Act, Procedures
from engine.explain import explain
from register.views import CaseKey

CaseId = Annotated[str, Path(pattern=r"^case_[0-9a-f]{32}$", examples=["case_6f1b5c8e3f6d5b0e9d526c1f6f0f3c51"])]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of which case an act is asked, the act if the case's own procedure declares it, and who sends it there."""

    case: CaseKey
    act: Act | None
    posting: Posting


class ActsView(View):
    """Every act of a case, allowed or blocked by what."""

    items: tuple[ActView, ...]


def act_router(procedures: Procedures) -> APIRouter:
    """The routes of the acts of all procedures."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["acts"])
    router.get("/acts", summary="Which acts are open now, and what blocks the others", responses=READING)(acts)
    for typed in typed_acts(procedures):
        router.post(
            f"/acts/{typed.name}",
            summary=typed.acts[0][1].en,
            description=_description(typed),
            operation_id=f"act_{typed.name}",
            responses={**FILING, 200: {"description": "What is on file.", "headers": TAGGED}, 202: PENDING},
            response_model=FiledView,
            openapi_extra=request_examples(typed.request),
        )(_endpoint(typed))
    return router


async def acts(case_id: CaseId, house: HouseOf, officer: Reader) -> ActsView:
    """Every act of the case for the officer who asks: the same predicates that guard the filing."""
    reached = await case_of(house, officer, case_id)
    on_file = await house.reading.dossier(reached.case.person, reader=officer.id)
    at = house.now()
    considered = await _considered(house, reached.case.procedure, at)
    standings = explain(house.procedures, on_file.dossier, case_id, at, reached.officer, considered)
    return ActsView(items=tuple(act_view(standing, case_id) for standing in standings))


async def _considered(house: House, procedure: str, at: datetime) -> Considered | None:
    """What stands beside the cases, where an act of the procedure considers it."""
    return await house.country_notices.considered(at) if any_considers(house.procedures[procedure]) else None


def _endpoint(typed: TypedAct) -> Any:  # noqa: ANN401  (an endpoint)
    several = len({act.body for _, act in typed.acts}) > 1

    async def reach(case_id: CaseId, posting: PostingOf, http: Request) -> _Asked:
        reached = await case_of(posting.house, posting.officer, case_id)
        act = _own(typed, reached.case)
        if several and act is not None:  # a malformed body is told in the words of this procedure alone
            http.scope[OWN_BODY] = act.body
        return _Asked(reached.case, act, posting.by(reached.officer))

    async def do_act(asked: _Asked, request: ActRequest, if_match: IfMatch, response: Response) -> FiledView | Response:
        if asked.act is None:
            raise Missing
        return await file(asked.posting, _intent(asked.case, asked.act, request, if_match), response)

    do_act.__annotations__["asked"] = Annotated[_Asked, Depends(reach)]
    do_act.__annotations__["request"] = typed.request
    return do_act


def _intent(located: CaseKey, act: Act, request: ActRequest, if_match: str | None) -> Intent:
    return Intent(
        kind=Kind.ACT,
        person=located.person,
        procedure=located.procedure,
        act=act.name,
        body=body_of(act, request.body),
        power=act.by,
        schema_number=act.body.schema_number,
        case=located.case,
        occurred_at=request.occurred_at,
        decided_by=request.decided_by,
        if_match=if_match,
        asks=act,
    )


def _own(typed: TypedAct, located: CaseKey) -> Act | None:
    """The act as the case's own procedure declares it; None where it declares none of that name."""
    return next((act for declaration, act in typed.acts if declaration.name == located.procedure), None)


def _description(typed: TypedAct) -> str:
    """Basis, power and stages of an act in each procedure that has it."""
    lines = []
    for declaration, act in typed.acts:
        articles = ", ".join(str(citation) for citation in act.basis)
        stages = ", ".join(stage.en for stage in act.at) if act.at else "every stage"
        lines.append(
            f"* **{declaration.en}** ({act.ja}): {act.en}. Basis: {articles}. Power: `{act.by}`. At: {stages}."
        )
    return "\n".join(lines)
