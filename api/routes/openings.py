"""Opening a case: one route a procedure, one typed model an opening."""

from typing import Any

from fastapi import APIRouter, Response

from api.acting import Intent
from api.answers import PENDING, TAGGED, file
from api.openapi import FILING
from api.posting import PostingOf
from api.reach import see_person
from api.request_examples import request_examples
from api.typed import OpeningRequest, body_of, opening_request, openings
from api.views import FiledView
from engine.command import Kind
from engine.declaration import Declaration, Procedures


def opening_router(procedures: Procedures) -> APIRouter:
    """The routes that open cases."""
    router = APIRouter(prefix="/v1/procedures", tags=["cases"])
    for declaration in procedures:
        if not openings(declaration):
            continue
        model = opening_request(declaration)
        located = {"Location": {"schema": {"type": "string"}, "description": "The case."}}
        opened = {"description": "The case is open.", "headers": {**TAGGED, **located}}
        router.post(
            f"/{declaration.name}/cases",
            summary=f"Open a case: {declaration.en}",
            description=_description(declaration),
            operation_id=f"open_{declaration.name}",
            status_code=201,
            responses={**FILING, 201: opened, 202: PENDING},
            response_model=FiledView,
            openapi_extra=request_examples(model),
        )(_endpoint(declaration, model))
    return router


def _endpoint(declaration: Declaration, model: Any) -> Any:  # noqa: ANN401  (a model; an endpoint)
    async def open_case(request: OpeningRequest, posting: PostingOf, response: Response) -> FiledView | Response:
        await see_person(posting.house, posting.officer, request.person)
        return await file(posting, _intent(declaration, request), response, status=201)

    open_case.__annotations__["request"] = model
    return open_case


def _intent(declaration: Declaration, request: OpeningRequest) -> Intent:
    act = declaration.openings[request.opening]
    return Intent(
        kind=Kind.OPEN,
        person=request.person,
        procedure=declaration.name,
        act=act.name,
        body=body_of(act, request.body),
        power=act.by,
        schema_number=act.body.schema_number,
        occurred_at=request.occurred_at,
        decided_by=request.decided_by,
        asks=act,
    )


def _description(declaration: Declaration) -> str:
    lines = [declaration.doc.split("\n", 1)[0]]
    for act in openings(declaration):
        articles = ", ".join(str(citation) for citation in act.basis)
        lines.append(f"* `{act.name}` ({act.ja}): {act.en}. Basis: {articles}. Power: `{act.by}`.")
    return "\n".join(lines)
