"""What becomes of an exception: its problem, by class."""

from collections.abc import Sequence
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from api.problems import (
    BadRequest,
    Internal,
    KeyOfAnother,
    MalformedRequest,
    Missing,
    NothingSent,
    ProblemError,
    TooLarge,
    WrongMedia,
    WrongMethod,
    refused,
)
from engine.refusal import Defect, Refusal
from engine.sent import refusal_sent
from register.errors import BadCursor, KeyReused, NotFound, TooRecent, Unavailable, Unkeepable

OWN_BODY: Final = "tetsuzuki.body"
"""Where a route notes, in the scope of a request, what body the case's own procedure needs."""
_BODY: Final = ("body", "body")

_BY_STATUS: dict[int, type[ProblemError]] = {404: Missing, 405: WrongMethod, 413: TooLarge, 415: WrongMedia}
_OF_THE_REGISTER: dict[type[Exception], ProblemError] = {
    Unavailable: NothingSent(),
    KeyReused: KeyOfAnother(),
    NotFound: Missing(),
    TooRecent: MalformedRequest("query.known_on"),
    BadCursor: MalformedRequest("query.after"),
    Unkeepable: MalformedRequest("body"),
}


def install(app: FastAPI) -> None:
    """Answer every known exception with its problem; what is unknown ends at the edge."""
    app.add_exception_handler(ProblemError, _told)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(Defect, _defect)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _malformed)
    for kind in _OF_THE_REGISTER:
        app.add_exception_handler(kind, _register)


async def _told(_: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)  # noqa: S101  (registered for it alone)
    return error.response()


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)  # noqa: S101  (registered for it alone)
    return refused(refusal_sent(error)).response()


async def _defect(request: Request, error: Exception) -> Response:
    request.scope["tetsuzuki.defect"] = getattr(error, "code", "defect")
    return Internal().response()


async def _register(_: Request, error: Exception) -> Response:
    return next(problem for kind, problem in _OF_THE_REGISTER.items() if isinstance(error, kind)).response()


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  (registered for it alone)
    problem = _BY_STATUS.get(error.status_code, BadRequest)()
    problem.headers.update(error.headers or {})
    return problem.response()


async def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  (registered for it alone)
    known: frozenset[str] = request.app.state.field_names
    found, own = error.errors(), request.scope.get(OWN_BODY)
    if own is not None:
        found = [item for item in found if item["loc"][:2] != _BODY or item["loc"] == _BODY] + _broken(own, error.body)
    return MalformedRequest(*places(found, known)).response()


def _broken(own: type[BaseModel], sent: object) -> list[dict[str, Any]]:
    """Where the body of an act is not what the case's own procedure needs."""
    if not isinstance(sent, dict) or "body" not in sent:
        return []
    try:
        own.model_validate(sent["body"])
    except ValidationError as error:
        return [{"loc": (*_BODY, *item["loc"])} for item in error.errors(include_url=False, include_input=False)]
    return []


def places(errors: Sequence[Any], known: frozenset[str]) -> tuple[str, ...]:
    """Where a request is malformed, in names of our own alone: a name that the sender invented is shown as `*`."""
    found = {".".join(_own(part, known) for part in _untagged(item["loc"], known)) or "body" for item in errors}
    return tuple(sorted(found))


def _untagged(loc: tuple[Any, ...], known: frozenset[str]) -> tuple[Any, ...]:
    """A place without the name of the opening by which the bodies of openings are told apart."""
    match loc:
        case ("body", str() as opening, part, *rest) if opening not in known:
            return ("body", part, *rest)
        case _:
            return loc


def _own(part: object, known: frozenset[str]) -> str:
    return str(part) if isinstance(part, int) or part in known else "*"
