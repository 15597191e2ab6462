"""What becomes of an exception: its problem, by class."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
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
    return MalformedRequest(*places(error.errors(), known)).response()


def places(errors: Sequence[Any], known: frozenset[str]) -> tuple[str, ...]:
    """Where a request is malformed, in names of our own alone: a name that the sender invented is shown as `*`."""
    found = {".".join(_own(part, known) for part in item["loc"]) or "body" for item in errors}
    return tuple(sorted(found)[:50])


def _own(part: object, known: frozenset[str]) -> str:
    return str(part) if isinstance(part, int) or part in known else "*"
