"""The documentation page of a procedure, from its declaration: stable Markdown, to be committed and compared."""

from __future__ import annotations

from collections.abc import Iterable
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from engine.diagram import mermaid
from engine.payload import ANYTHING, Nothing, heard
from engine.reading import stages_entered
from law.competence import COMPETENCES

if TYPE_CHECKING:
    from engine.case import CaseStage
    from engine.declaration import Act, Declaration
    from engine.payload import Payload
    from law.citation import Citation

Row = tuple[str, ...]


def page(declaration: Declaration) -> str:
    """What a procedure is, as Markdown: diagram, stages, acts, clocks, effects, duties and notices."""
    parts = (
        f"# {declaration.en} ({declaration.ja})",
        declaration.doc,
        "<!-- Made from the declaration by `engine.page`; do not edit. -->",
        f"```mermaid\n{mermaid(declaration)}```",
        _section("Stages", ("stage", "English", "日本語", "closed", "why it may wait"), _stages(declaration)),
        _section("Openings", _ACT_HEAD, map(_act, declaration.openings.values())),
        _section("Acts", _ACT_HEAD, map(_act, declaration.acts.values())),
        *(_body(act) for act in (*declaration.openings.values(), *declaration.acts.values())),
        _section("Clocks", ("clock", "length", "what follows", "lapse", "leads to", "basis"), _lapses(declaration)),
        _section("Effects of other cases", ("fact", "effect", "leads to", "basis"), _reactions(declaration)),
        _section("Duties", ("duty", "English", "日本語", "by", "basis"), _duties(declaration)),
        _section("Notices", ("notice", "English", "日本語", "form", "basis"), _notices(declaration)),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


_ACT_HEAD = ("act", "English", "日本語", "power", "at", "basis", "")


def _section(title: str, head: Row, rows: Iterable[Row]) -> str:
    table = _table(head, rows)
    return f"## {title}\n\n{table}" if table else ""


def _table(head: Row, rows: Iterable[Row]) -> str:
    lines = [_line(row) for row in rows]
    return "\n".join((_line(head), _line(tuple("---" for _ in head)), *lines)) if lines else ""


def _line(row: Row) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in row) + " |"


def _basis(basis: tuple[Citation, ...]) -> str:
    return "; ".join(dict.fromkeys(map(str, basis)))


def _names(stages: Iterable[CaseStage]) -> str:
    return ", ".join(f"`{stage}`" for stage in stages)


def _stages(declaration: Declaration) -> Iterable[Row]:
    for stage in declaration.stages:
        yield (f"`{stage}`", stage.en, stage.ja, "yes" if stage.closed else "", stage.quiet)


def _act(act: Act) -> Row:
    power = COMPETENCES[act.by]
    remarks = (
        ("irreversible", act.irreversible),
        ("entered by who decides", not act.on_paper),
        ("by the system itself", act.inner),
        ("only if the law allows it now", bool(act.when)),
        ("judged by the notice of countries of its day", act.considers),
    )
    at = "" if act.opens else _names(act.at) if act.at is not None else "every stage"
    said = "; ".join(text for text, holds in remarks if holds)
    return (f"`{act.name}`", act.en, act.ja, f"{power.en} ({power.ja})", at, _basis(act.basis), said)


def _body(act: Act) -> str:
    if act.body is Nothing:
        return ""
    return f"### What `{act.name}` takes\n\n" + _table(("field", "type", "needed"), _fields(act.body))


def _fields(body: type[Payload]) -> Iterable[Row]:
    for name, field in body.model_fields.items():
        yield (f"`{name}`", _type(field.annotation), "yes" if field.is_required() else "no")


def _type(kind: Any) -> str:  # noqa: ANN401  (any annotation)
    origin = get_origin(kind)
    if origin is Annotated:
        return _type(get_args(kind)[0])
    if origin in (Union, UnionType):
        return " or ".join(_type(one) for one in get_args(kind))
    if origin is tuple:
        return f"list of {_type(get_args(kind)[0])}"
    if origin is not None:
        return f"{_type(origin)} of {', '.join(map(_type, get_args(kind)))}"
    if kind is type(None):
        return "nothing"
    return getattr(kind, "__name__", str(kind))


def _lapses(declaration: Declaration) -> Iterable[Row]:
    for lapse in declaration.lapses.values():
        rule = lapse.rule
        length = rule.period.en if rule.period else f"a day fixed within {rule.maximum.en}" if rule.maximum else ""
        leads = _names(stages_entered(declaration, lapse.perform.__name__))
        yield (f"{rule.id} {rule.en} ({rule.ja})", length, rule.on_lapse, lapse.en, leads, _basis(lapse.basis))


def _reactions(declaration: Declaration) -> Iterable[Row]:
    for one in declaration.reactions.values():
        leads = _names(stages_entered(declaration, one.perform.__name__))
        name = heard(one.fact) if one.fact is ANYTHING else f"`{heard(one.fact)}`"
        yield (name, one.en, leads, _basis(one.basis))


def _duties(declaration: Declaration) -> Iterable[Row]:
    for duty in declaration.duties.values():
        yield (f"`{duty.name}`", duty.en, duty.ja, COMPETENCES[duty.by].en, _basis(duty.basis))


def _notices(declaration: Declaration) -> Iterable[Row]:
    for notice in declaration.notices.values():
        yield (f"`{notice.name}`", notice.en, notice.ja, notice.form, _basis(notice.basis))
