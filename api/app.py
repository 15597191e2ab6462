"""The API: one application over one house."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

from fastapi import FastAPI

from api import docs, handlers
from api.edge import Edge
from api.gate import Gate
from api.issuer import verifier
from api.openapi import described, field_names
from api.ports import House
from api.routes import (
    alarms,
    cases,
    charters,
    commands,
    corrections,
    country_notices,
    custody,
    deadlines,
    duties,
    health,
    people,
    procedures,
)
from api.routes.acts import act_router
from api.routes.openings import opening_router
from settings import Settings

VERSION: Final = "0.1.0"
_DESCRIPTION: Final = """Japan's refugee-recognition and deportation procedures, act by act.

Every act is judged against the statute before it takes effect; a refusal names its article (RFC 9457 problems, in
English and Japanese). What files something carries an `Idempotency-Key`; what acts on a case carries the case's `ETag`
as `If-Match`.
Instants are RFC 3339; legal days are dates in Japan Standard Time. This is not legal advice.
"""
_TAGS: Final = [
    {"name": "people", "description": "Who is on file, their position, and whether they may be removed."},
    {"name": "procedures", "description": "What is declared."},
    {"name": "cases", "description": "Running procedures."},
    {"name": "acts", "description": "What can be done in a case, one route an act."},
    {"name": "corrections", "description": "What was typed wrongly, and contested entries."},
    {"name": "deadlines", "description": "Running statutory clocks."},
    {"name": "duties", "description": "What somebody must do next."},
    {"name": "custody", "description": "Who is held now, on what, since when, and what comes next."},
    {"name": "alarms", "description": "What comes to its end soon or is overdue, and who took note."},
    {"name": "charters", "description": "A list of people for one flight; each passes the gate of removal alone."},
    {"name": "country notices", "description": "Which countries take back whom Japan removes, as published."},
    {"name": "commands", "description": "What became of a command."},
    {"name": "health", "description": "Whether the house lives."},
]

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(house: House, settings: Settings, *, lifespan: Lifespan | None = None) -> FastAPI:
    """The application.

    Args:
        house: everything it is wired to.
        settings: who vouches for officers.
        lifespan: opens and closes what the house is made of.
    """
    app = FastAPI(
        title="Tetsuzuki",
        version=VERSION,
        summary="Refugee recognition and deportation as auditable procedures",
        description=_DESCRIPTION,
        openapi_tags=_TAGS,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.house = house
    app.state.verifier = verifier(settings)
    handlers.install(app)
    _route(app, house)
    app.state.field_names = field_names(described(app))
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]
    app.add_middleware(Gate)
    app.add_middleware(Edge)
    return app


def _document(app: FastAPI) -> dict[str, Any]:
    return described(app)


def _route(app: FastAPI, house: House) -> None:
    own = (health, people, procedures, cases, corrections, deadlines, duties, custody, alarms, commands, docs)
    beside = (country_notices, charters)
    app.include_router(act_router(house.procedures))  # asked the most: it is looked at first
    for noun in (*own, *beside):
        app.include_router(noun.router)
    app.include_router(opening_router(house.procedures))
