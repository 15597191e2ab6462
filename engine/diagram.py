"""Diagrams of a procedure from its declaration: DOT (drawn as SVG outside) and Mermaid text.

What a method enters is read from its source, so the picture cannot tell another story than the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.reading import stages_entered, stages_of_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.case import CaseStage
    from engine.declaration import Declaration


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from a stage (None = from outside) to a stage, by an act, a lapse or a reaction."""

    start: str | None
    end: str
    label: str
    by_law: bool


@lru_cache(maxsize=64)
def edges(declaration: Declaration) -> tuple[Edge, ...]:
    """Every way between stages that the declaration names."""
    ways = [*_openings(declaration), *_acts(declaration), *_by_law(declaration)]
    return tuple(dict.fromkeys(ways))


def _openings(declaration: Declaration) -> Iterable[Edge]:
    for opening in declaration.openings.values():
        for end in entered(declaration, opening.perform):
            yield Edge(None, end, opening.name, by_law=False)


def _acts(declaration: Declaration) -> Iterable[Edge]:
    for act in declaration.acts.values():
        starts = act.at if act.at is not None else tuple(stage for stage in declaration.stages if not stage.closed)
        for end in entered(declaration, act.perform):
            for start in starts:
                if str(start) != end:
                    yield Edge(str(start), end, act.name, by_law=False)


def _by_law(declaration: Declaration) -> Iterable[Edge]:
    for lapse in declaration.lapses.values():
        for end in entered(declaration, lapse.perform):
            for start in stages_of_clock(declaration, lapse.rule.name):
                if str(start) != end:
                    yield Edge(str(start), end, lapse.name, by_law=True)
    for reaction in declaration.reactions.values():
        for end in entered(declaration, reaction.perform):
            yield Edge("*", end, reaction.name, by_law=True)


def entered(declaration: Declaration, method: Callable[..., Any]) -> tuple[str, ...]:
    """Stages that a method, or a private method it calls, may enter or begin at."""
    return tuple(str(stage) for stage in stages_entered(declaration, method.__name__))


def dot(declaration: Declaration, here: CaseStage | None = None, *, ja: bool = False) -> str:
    """The procedure as DOT; the stage where a case stands is marked."""
    lines = [
        "digraph {",
        "rankdir=TB; bgcolor=white; nodesep=0.35; ranksep=0.5;",
        'node [shape=box style="rounded,filled" fillcolor="#f7f7f5" color="#8a8a85" fontname="sans-serif"];',
        'edge [color="#8a8a85" fontname="sans-serif" fontsize=9];',
        'start [shape=circle width=0.18 label="" fillcolor="#333333"];',
    ]
    for stage in declaration.stages:
        words = stage.ja if ja else stage.en
        style = ' fillcolor="#ffe08a" penwidth=2' if stage is here else ""
        style += " peripheries=2" if stage.closed else ""
        lines.append(f'"{stage}" [label="{words}" width={_width(words)}{style}];')
    lines += [_dot_edge(edge) for edge in edges(declaration) if edge.start != "*"]
    return "\n".join((*lines, "}"))


def _dot_edge(edge: Edge) -> str:
    start = '"start"' if edge.start is None else f'"{edge.start}"'
    style = " style=dashed" if edge.by_law else ""
    return f'{start} -> "{edge.end}" [label="{edge.label.replace("_", " ")}"{style}];'


def _width(words: str) -> float:
    return round(0.4 + sum(0.17 if ord(letter) > 0x2E80 else 0.085 for letter in words), 2)


def mermaid(declaration: Declaration, here: CaseStage | None = None) -> str:
    """The procedure as Mermaid text."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{stage.en}" as {stage}' for stage in declaration.stages]
    for edge in edges(declaration):
        if edge.start == "*":
            continue
        lines.append(f"    {edge.start or '[*]'} --> {edge.end}: {edge.label.replace('_', ' ')}")
    lines += [f"    {stage} --> [*]" for stage in declaration.stages if stage.closed]
    if here is not None:
        lines += ["    classDef here fill:#ffe08a", f"    class {here} here"]
    return "\n".join(lines) + "\n"
