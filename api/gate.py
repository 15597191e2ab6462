"""The gate for bodies: 64 KB of JSON in UTF-8 that a register can keep, before anything else looks at them."""

import json
from typing import Any, Final, NoReturn

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import BadRequest, MalformedRequest, ProblemError, TooLarge, WrongMedia

LARGEST: Final = 64 * 1024
"""Bytes of the largest body."""


class Gate:
    """Reads the whole body, refuses what is too large or no JSON, and hands the rest on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            body = await _read(headers, receive)
            if body:
                check(body, headers.get("content-type", ""))
        except ProblemError as problem:
            await problem.response()(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)


async def _read(headers: Headers, receive: Receive) -> bytes:
    declared = headers.get("content-length", "0")
    if not declared.isascii() or not declared.isdigit():
        raise BadRequest
    if len(declared) > 9 or int(declared) > LARGEST:
        raise TooLarge
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > LARGEST:
            raise TooLarge
        if not message.get("more_body", False):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    given = False

    async def once() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


def check(body: bytes, media_type: str) -> None:
    """See that a body is JSON that can be kept.

    Raises:
        WrongMedia: it is not declared as JSON.
        BadRequest: it is not JSON in UTF-8: names twice, not-a-number and bottomless nesting included.
        MalformedRequest: a text in it holds NUL or half a character.
    """
    if media_type.split(";", 1)[0].strip().lower() != "application/json":
        raise WrongMedia
    try:
        value = json.loads(body.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number)
        kept = _is_text(value)
    except (ValueError, RecursionError):
        raise BadRequest from None
    if not kept:
        raise MalformedRequest("body")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) < len(pairs):
        raise ValueError("a name stands twice")
    return named


def _no_number(_: str) -> NoReturn:
    raise ValueError("not a number")


def _is_text(value: Any) -> bool:  # noqa: ANN401  (JSON)
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, dict):
        return all(_is_text(name) and _is_text(item) for name, item in value.items())
    return not isinstance(value, list) or all(_is_text(item) for item in value)
