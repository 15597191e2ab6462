"""Procedures: what is declared, as data, as a picture and as a page."""

from html import escape
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from api.drawing import svg
from api.identity import Caller, HouseOf
from api.openapi import READING, reading_as
from api.ports import House
from api.problems import Missing
from api.views import StageView, View, articles, stage_view
from engine.command import CitedArticle
from engine.declaration import Act, Declaration
from engine.diagram import mermaid
from engine.payload import heard

router = APIRouter(prefix="/v1/procedures", tags=["procedures"])

Name = Annotated[str, Path(pattern=r"^[A-Za-z]{1,60}$", examples=["RefugeeApplication"])]
Language = Annotated[Literal["en", "ja"], Query(description="Of the words in the picture.")]
PICTURE = reading_as("image/svg+xml", "The picture.")
_TEXT = reading_as("text/plain", "The text.")
_PAGE = reading_as("text/html", "The page.")


class DeclaredAct(View):
    """An act as declared."""

    name: str
    en: str
    ja: str
    by: str
    at: tuple[str, ...] | None
    basis: tuple[CitedArticle, ...]
    on_paper: bool
    irreversible: bool


class DeclaredRule(View):
    """A lapse or a reaction as declared: what the law itself does, and upon what."""

    name: str
    en: str
    upon: str
    basis: tuple[CitedArticle, ...]


class ProcedureView(View):
    """A procedure as declared."""

    name: str
    en: str
    ja: str
    doc: str
    stages: tuple[StageView, ...]
    openings: tuple[DeclaredAct, ...]
    acts: tuple[DeclaredAct, ...]
    lapses: tuple[DeclaredRule, ...]
    reactions: tuple[DeclaredRule, ...]


class ProcedureItem(View):
    """A procedure in the list."""

    name: str
    en: str
    ja: str


class ProcedureList(View):
    """All procedures."""

    items: tuple[ProcedureItem, ...]


@router.get("", summary="All procedures", responses=READING)
async def list_procedures(house: HouseOf, _: Caller) -> ProcedureList:
    """The procedures that the house runs."""
    return ProcedureList(items=tuple(ProcedureItem(name=one.name, en=one.en, ja=one.ja) for one in house.procedures))


@router.get("/{name}", summary="A procedure as declared", responses=READING)
async def read_procedure(name: Name, house: HouseOf, _: Caller) -> ProcedureView:
    """Stages, openings, acts, lapses and reactions, each with its basis."""
    declaration = declared(house, name)
    return ProcedureView(
        name=declaration.name,
        en=declaration.en,
        ja=declaration.ja,
        doc=declaration.doc,
        stages=tuple(stage_view(stage) for stage in declaration.stages),
        openings=tuple(_act(one) for one in declaration.openings.values()),
        acts=tuple(_act(one) for one in declaration.acts.values()),
        lapses=tuple(
            DeclaredRule(name=one.name, en=one.en, upon=one.rule.name, basis=articles(one.basis))
            for one in declaration.lapses.values()
        ),
        reactions=tuple(
            DeclaredRule(name=one.name, en=one.en, upon=heard(fact), basis=articles(one.basis))
            for fact, one in declaration.reactions.items()
        ),
    )


@router.get("/{name}/diagram.svg", summary="A procedure as a picture", responses=PICTURE, response_class=Response)
def read_diagram(name: Name, house: HouseOf, _: Caller, language: Language = "en") -> Response:
    """Stages and the ways between them."""
    return picture(declared(house, name), None, language)


@router.get(
    "/{name}/mermaid",
    summary="A procedure as Mermaid text",
    responses=_TEXT,
    response_class=PlainTextResponse,
)
async def read_mermaid(name: Name, house: HouseOf, _: Caller) -> PlainTextResponse:
    """The same picture as text."""
    return PlainTextResponse(mermaid(declared(house, name)))


@router.get("/{name}/page", summary="A procedure as a page", responses=_PAGE, response_class=HTMLResponse)
def read_page(name: Name, house: HouseOf, _: Caller) -> HTMLResponse:
    """The picture, and every act with its basis and power, to read."""
    declaration = declared(house, name)
    return HTMLResponse(_page(declaration, svg(declaration)))


def declared(house: House, name: str) -> Declaration:
    """A declaration by name. Raises Missing where there is none."""
    if name not in house.procedures:
        raise Missing
    return house.procedures[name]


def picture(declaration: Declaration, stage: str | None, language: str) -> Response:
    """A picture with the stage marked."""
    return Response(svg(declaration, stage, ja=language == "ja"), media_type="image/svg+xml")


def _act(act: Act) -> DeclaredAct:
    return DeclaredAct(
        name=act.name,
        en=act.en,
        ja=act.ja,
        by=act.by,
        at=tuple(str(stage) for stage in act.at) if act.at is not None else None,
        basis=articles(act.basis),
        on_paper=act.on_paper,
        irreversible=act.irreversible,
    )


def _page(declaration: Declaration, drawing: str) -> str:
    rows = "".join(_row(act) for act in (*declaration.openings.values(), *declaration.acts.values()))
    title = f"{escape(declaration.en)} {escape(declaration.ja)}"
    body = "".join(f"<p>{escape(part)}</p>" for part in declaration.doc.split("\n\n"))
    head = "<tr><th>act</th><th>行為</th><th>what</th><th>power</th><th>basis</th></tr>"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{body}{drawing[drawing.find('<svg') :]}<table>{head}{rows}</table></body></html>"
    )


def _row(act: Act) -> str:
    basis = ", ".join(str(citation) for citation in act.basis)
    cells = (act.name, act.ja, act.en, act.by.value, basis)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
