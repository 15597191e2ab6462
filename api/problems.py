"""Problems (RFC 9457): every answer that is not what was asked for, by class; nothing personal, no input in it."""

from datetime import datetime
from typing import Any, ClassVar

from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

from engine.command import Ground, RefusalSent

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 2
"""Seconds after which it is worth while to try again."""
MOST_FIELDS = 50
"""Places of a malformed request that are told: who mends these sees the rest."""


class Problem(BaseModel):
    """What went wrong, for people and machines."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    title: str
    status: int
    code: str
    reasons: tuple[Ground, ...] = ()
    """Of a refusal: every ground with its articles, in English and Japanese."""
    remedy: str = ""
    available_from: datetime | None = None
    """The first instant at which time alone would cure it."""
    fields: tuple[str, ...] = ()
    """Of a malformed request: where it is malformed; never what was sent."""


class ProblemError(Exception):
    """An answer that is a problem; subclasses say which."""

    status: ClassVar[int]
    code: ClassVar[str]
    title: ClassVar[str]
    remedy: ClassVar[str] = ""

    def __init__(self, *, headers: dict[str, str] | None = None, **members: Any) -> None:  # noqa: ANN401
        super().__init__(self.code)
        self.headers = headers or {}
        self.members = members

    def problem(self) -> Problem:
        """The problem as it is sent."""
        told: dict[str, Any] = {"code": self.code, "title": self.title, "remedy": self.remedy, **self.members}
        return Problem(type=f"urn:tetsuzuki:problem:{self.code}", status=self.status, **told)

    def response(self) -> JSONResponse:
        """The answer."""
        body = self.problem().model_dump(mode="json", exclude_none=True)
        return JSONResponse(body, self.status, headers=self.headers, media_type=MEDIA_TYPE)


class BadRequest(ProblemError):
    """The body is not JSON in UTF-8."""

    status, code, title = 400, "bad_request", "The request is not JSON in UTF-8."
    remedy = "Send a JSON document in UTF-8."


class KeyMissing(ProblemError):
    """What files something needs a key, so that a repeat is harmless."""

    status, code, title = 400, "idempotency_key_missing", "An Idempotency-Key is needed."
    remedy = "Send a key of your own for each thing to be filed; repeat it only to repeat that thing."


class Unauthorised(ProblemError):
    """No officer is known by the token; why not is told to nobody."""

    status, code, title = 401, "unauthorised", "A valid token of an officer is needed."
    remedy = "Send the token of an officer who is on file."

    def __init__(self) -> None:
        super().__init__(headers={"WWW-Authenticate": "Bearer"})


class NoPowerHere(ProblemError):
    """The officer does not hold the power."""

    status, code, title = 403, "no_power", "Your office does not give you this power."


class Missing(ProblemError):
    """There is no such thing, or it is not yours: told alike."""

    status, code, title = 404, "not_found", "There is no such thing within your reach."
    remedy = "Look it up in the list that you may see."


class WrongMethod(ProblemError):
    """The address knows other methods."""

    status, code, title = 405, "method_not_allowed", "The address does not know this method."
    remedy = "See /docs for what each address knows."


class Refused(ProblemError):
    """The law does not allow it now."""

    status, code, title = 409, "refused", "The act is refused."


class Stale(ProblemError):
    """The case changed since it was read."""

    status, code, title = 412, "stale_version", "The case changed since it was read."

    def __init__(self) -> None:
        super().__init__(remedy="Read the case again and send its ETag as If-Match.")


class TooLarge(ProblemError):
    """The body is larger than 64 KB."""

    status, code, title = 413, "too_large", "The body is larger than 64 KB."
    remedy = "Send less; long material belongs into the paper file."


class WrongMedia(ProblemError):
    """The body is not declared as JSON."""

    status, code, title = 415, "unsupported_media_type", "The body must be application/json."
    remedy = "Send Content-Type: application/json."


class MalformedRequest(ProblemError):
    """The request cannot be what the operation needs, whatever the law says."""

    status, code, title = 422, "malformed", "The request is malformed."
    remedy = "Correct the fields named; /docs has an example of each request."

    def __init__(self, *fields: str) -> None:
        super().__init__(fields=fields[:MOST_FIELDS])


class KeyOfAnother(ProblemError):
    """The key was used for something else."""

    status, code, title = 422, "idempotency_key_reused", "The Idempotency-Key was used with another body."
    remedy = "Take a new key, or send the first body."


class VersionMissing(ProblemError):
    """An act needs the version that the officer saw."""

    status, code, title = 428, "version_missing", "An If-Match with the case's ETag is needed."
    remedy = "Read the case and send its ETag as If-Match."


class Internal(ProblemError):
    """A fault of ours."""

    status, code, title = 500, "internal", "A fault of ours; nothing was filed."
    remedy = "Try again later with the same key; an alarm was raised."


class NothingSent(ProblemError):
    """Nothing was sent; try again with the same key."""

    status, code, title = 503, "nothing_sent", "The house cannot be reached; nothing was sent."

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": str(RETRY_AFTER)}, remedy="Try again with the same key.")


_BY_TYPE: dict[str, type[ProblemError]] = {
    "NoPower": NoPowerHere,
    "NotYours": Missing,
    "Malformed": MalformedRequest,
    "StaleVersion": Stale,
}


def refused(refusal: RefusalSent) -> ProblemError:
    """The problem that a refusal is, by its class."""
    kind = _BY_TYPE.get(refusal.type, Refused)
    if kind in (Missing, Stale):
        return kind()
    if kind is MalformedRequest:
        return MalformedRequest("body")
    return kind(
        code=refusal.code, reasons=refusal.reasons, remedy=refusal.remedy, available_from=refusal.available_from
    )
