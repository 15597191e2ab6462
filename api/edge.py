"""The edge of the API: headers of safety on every answer, one log line a request, and the last resort."""

import re
from time import perf_counter
from traceback import extract_tb
from typing import Any, Final

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Internal

_log = structlog.get_logger("api")

_CASE: Final = re.compile(r"case_[0-9a-f]{32}", re.ASCII)
POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""Nothing that we answer may load or run anything; the pages for people say what they need themselves."""
_SAFE: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
}


class Edge:
    """Outermost: what leaves the house leaves it safe, and what is logged names nobody."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = perf_counter(), 0

        async def sealed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _SAFE.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, sealed)
        except Exception as error:
            _log.error("defect", **_place(error), **_line(scope, 500, began))
            if status:
                raise
            await Internal().response()(scope, receive, sealed)
        else:
            _log.info("request", **_line(scope, status, began))


def _line(scope: Scope, status: int, began: float) -> dict[str, Any]:
    """What is logged of a request: templates and opaque ids, never an address or a text."""
    case = scope.get("path_params", {}).get("case_id", "")
    line = {
        "method": scope["method"],
        "route": route_of(scope),
        "status": status,
        "ms": round((perf_counter() - began) * 1000, 1),
        "officer": scope.get("tetsuzuki.officer"),
        "case": case if _CASE.fullmatch(case) else None,
        "defect": scope.get("tetsuzuki.defect"),
    }
    return {name: value for name, value in line.items() if value is not None}


def route_of(scope: Scope) -> str:
    """The template of the route that was taken, or "none"."""
    context = scope.get("fastapi", {}).get("effective_route_context") or scope.get("route")
    return str(getattr(context, "path", "none"))


def _place(error: BaseException) -> dict[str, Any]:
    frames = extract_tb(error.__traceback__)
    place = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else ""
    return {"error": type(error).__qualname__, "at": place}
