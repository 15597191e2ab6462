"""Diagrams of a procedure from its declaration: DOT (drawn as SVG outside) and Mermaid text.

What a method enters is read from its source, so the picture cannot tell another story than the code. What leads from
or to many stages is drawn from or to one box that names them, and several acts with the same way share a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from engine.reading import stages_entered, stages_of_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from engine.case import CaseStage
    from engine.declaration import Declaration

FEW: Final = 4
"""Up to so many stages are drawn each with a line of its own."""
OUTSIDE: Final = "start"
"""Where a case comes from that is opened."""
_LINE: Final = 60
_ASIAN: Final = 0x2E80
_BREAK: Final = "\\n"

Stages = frozenset[str]


@dataclass(frozen=True, slots=True)
class Way:
    """What leads from one of some stages to one of others, by an act, a lapse or a reaction.

    Attributes:
        starts: where it may begin; empty = from outside.
        ends: where it may lead; empty = the case stays where it is.
    """

    label: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    by_law: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the picture, from a stage, from outside or from a box of stages to a stage or a box."""

    start: str
    end: str
    labels: tuple[str, ...]
    by_law: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn.

    Attributes:
        edges: every line.
        boxes: the name of each box and the stages that it stands for.
        stays: what leaves the case at its stage.
    """

    edges: tuple[Edge, ...]
    boxes: dict[str, Stages]
    stays: tuple[str, ...]


@lru_cache(maxsize=64)
def ways(declaration: Declaration) -> tuple[Way, ...]:
    """Every opening, act, lapse and reaction that is declared, with where it begins and where it may lead.

    A lapse whose clock is started where the source does not tell begins at any stage before the end.
    """
    return tuple(_declared(declaration))


def _declared(declaration: Declaration) -> Iterable[Way]:
    everywhere = tuple(str(stage) for stage in declaration.stages)
    live = tuple(str(stage) for stage in declaration.stages if not stage.closed)
    for opening in declaration.openings.values():
        yield Way(opening.name, (), entered(declaration, opening.perform), by_law=False)
    for act in declaration.acts.values():
        starts = everywhere if act.at is None else tuple(map(str, act.at))
        yield Way(act.name, starts, entered(declaration, act.perform), by_law=False)
    for lapse in declaration.lapses.values():
        starts = tuple(map(str, stages_of_clock(declaration, lapse.rule.name))) or live
        yield Way(lapse.name, starts, entered(declaration, lapse.perform), by_law=True)
    for reaction in declaration.reactions.values():
        yield Way(reaction.name, everywhere, entered(declaration, reaction.perform), by_law=True)


def entered(declaration: Declaration, method: Callable[..., Any]) -> tuple[str, ...]:
    """Stages that a method, or a private method it calls, may enter or begin at."""
    return tuple(str(stage) for stage in stages_entered(declaration, method.__name__))


@lru_cache(maxsize=64)
def picture(declaration: Declaration) -> Picture:
    """The ways as lines: those between the same two places as one, many stages as one box."""
    boxes: dict[Stages, str] = {}
    labels: dict[tuple[str, str, bool], list[str]] = {}
    stays = []
    for way in ways(declaration):
        pairs = _pairs(way, boxes)
        for start, end in pairs:
            labels.setdefault((start, end, way.by_law), []).append(way.label.replace("_", " "))
        if not pairs:
            stays.append(way.label.replace("_", " "))
    edges = tuple(Edge(start, end, tuple(told), by_law) for (start, end, by_law), told in labels.items())
    return Picture(edges, {name: stages for stages, name in boxes.items()}, tuple(stays))


def _pairs(way: Way, boxes: dict[Stages, str]) -> list[tuple[str, str]]:
    """Where the lines of a way begin and end; none where the case can only stay."""
    if not way.ends or (way.starts == way.ends and len(way.ends) == 1):
        return []
    starts = _places(way.starts, boxes) if way.starts else (OUTSIDE,)
    ends = _places(way.ends, boxes)
    return [(start, end) for start in starts for end in ends if start != end or start in boxes.values()]


def _places(stages: Sequence[str], boxes: dict[Stages, str]) -> tuple[str, ...]:
    if len(stages) <= FEW:
        return tuple(stages)
    return (boxes.setdefault(frozenset(stages), f"any{len(boxes) + 1}"),)


def _told(declaration: Declaration, box: Stages, *, ja: bool) -> str:
    """The stages of a box in words: by name, or by those that it leaves out where they are fewer."""
    closes = any(stage.closed for stage in declaration.stages if str(stage) in box)
    among = [stage for stage in declaration.stages if closes or not stage.closed]
    without = [stage for stage in among if str(stage) not in box]
    if len(without) >= len(box):
        named = _words((stage for stage in among if str(stage) in box), ja=ja)
        return f"次のいずれか：{named}" if ja else f"any of: {named}"
    if ja:
        return f"{'' if closes else '終了前の'}全段階" + (f"（{_words(without, ja=ja)}を除く）" if without else "")
    whole = "any stage" if closes else "any stage before the end"
    return f"{whole} but {_words(without, ja=ja)}" if without else whole


def _words(stages: Iterable[CaseStage], *, ja: bool) -> str:
    return "・".join(stage.ja for stage in stages) if ja else " / ".join(stage.en for stage in stages)


def _stays(stays: Sequence[str], *, ja: bool) -> str:
    return f"{'段階を変えないもの： ' if ja else 'without a change of stage: '}{', '.join(stays)}"


def dot(declaration: Declaration, *, ja: bool = False) -> str:
    """The procedure as DOT."""
    drawn = picture(declaration)
    lines = [
        "digraph {",
        "rankdir=TB; bgcolor=white; nodesep=0.35; ranksep=0.5;",
        'node [shape=box style="rounded,filled" fillcolor="#f7f7f5" color="#8a8a85" fontname="sans-serif"];',
        'edge [color="#8a8a85" fontname="sans-serif" fontsize=9];',
        f'{OUTSIDE} [shape=circle width=0.18 label="" fillcolor="#333333"];',
    ]
    for stage in declaration.stages:
        words = stage.ja if ja else stage.en
        lines.append(f'"{stage}" [label="{words}" width={_width(words)}{" peripheries=2" if stage.closed else ""}];')
    lines += [_dot_box(name, _told(declaration, stages, ja=ja)) for name, stages in drawn.boxes.items()]
    lines += [_dot_edge(edge) for edge in drawn.edges]
    if drawn.stays:
        lines.append(_dot_box("stays", _stays(drawn.stays, ja=ja)))
    return "\n".join((*lines, "}"))


def _dot_box(name: str, words: str) -> str:
    lines = _wrapped(words)
    width = round(0.65 * max(map(_width, lines)), 2)
    return f'"{name}" [shape=note style=solid fontsize=9 label="{_BREAK.join(lines)}" width={width}];'


def _dot_edge(edge: Edge) -> str:
    style = " style=dashed" if edge.by_law else ""
    return f'"{edge.start}" -> "{edge.end}" [label="{_BREAK.join(edge.labels)}"{style}];'


def _wrapped(words: str) -> list[str]:
    """Lines of about the same width; Japanese, which has no spaces, is as wide as half as many letters."""
    wide = sum(ord(letter) > _ASIAN for letter in words) > len(words) // 2
    return wrap(words, _LINE // 2 if wide else _LINE)


def _width(words: str) -> float:
    return round(0.4 + sum(0.17 if ord(letter) > _ASIAN else 0.085 for letter in words), 2)


def mermaid(declaration: Declaration) -> str:
    """The procedure as Mermaid text."""
    drawn = picture(declaration)
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{stage.en}" as {stage}' for stage in declaration.stages]
    lines += [f'    state "{_told(declaration, stages, ja=False)}" as {name}' for name, stages in drawn.boxes.items()]
    for edge in drawn.edges:
        start = "[*]" if edge.start == OUTSIDE else edge.start
        lines.append(f"    {start} --> {edge.end}: {', '.join(edge.labels)}")
    lines += [f"    {stage} --> [*]" for stage in declaration.stages if stage.closed]
    if drawn.stays:
        lines.append(f'    state "{_stays(drawn.stays, ja=False)}" as stays')
    return "\n".join(lines) + "\n"
