"""What the methods of a procedure do to stages, clocks, duties and notices, read from their source.

A picture or a check made from this cannot tell another story than the code. What it cannot see: a stage, a clock or a
kind that a method takes from elsewhere than a name, a table or a member in its own text, or that it hands on through
more than one other method.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.case import CaseStage, DutyKind, NoticeKind
from law.clock_rule import ClockRule

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from engine.declaration import Declaration

_STARTS = ("start", "start_at")
_VERBS = ("begin", "enter", *_STARTS, "move", "stop", "suspend", "resume", "owe", "discharge", "serve", "served")
_KINDS = (CaseStage, ClockRule, DutyKind, NoticeKind)


@dataclass(frozen=True, slots=True)
class Deed:
    """A call of the kit that a method, or one it calls, may make: the verb, and everything it may name."""

    verb: str
    named: tuple[object, ...]


@lru_cache(maxsize=4096)
def deeds(kind: Hashable, name: str) -> tuple[Deed, ...]:
    """Everything that a method of a procedure may do, what it calls on itself included."""
    seen: set[str] = set()
    found: dict[Deed, None] = {}
    pending = [name]
    while pending:
        one = pending.pop(0)
        function = _function(kind, one)
        if one in seen or function is None:
            continue
        seen.add(one)
        tree = _tree(function)
        found.update((_deed(kind, function, tree, call), None) for call in _calls(kind, tree))
        pending += [node.attr for node in _own(tree)]
    return tuple(found)


def stages_entered(declaration: Declaration, name: str) -> tuple[CaseStage, ...]:
    """The stages at which a method may leave the case."""
    return _named(declaration, name, ("begin", "enter"), CaseStage)


def clocks_started(declaration: Declaration, name: str) -> tuple[ClockRule, ...]:
    """The clocks that a method may start."""
    return _named(declaration, name, _STARTS, ClockRule)


def stages_of_clock(declaration: Declaration, rule: str) -> tuple[CaseStage, ...]:
    """The stages that what starts a clock leads to, or leaves the case at; every live one where that is not told."""
    found: dict[CaseStage, None] = {}
    acts = {**declaration.openings, **declaration.acts}
    lapses = (one.perform.__name__ for one in declaration.lapses.values())
    reactions = (one.perform.__name__ for one in declaration.reactions.values())
    for name in (*acts, *lapses, *reactions):
        if rule in {clock.name for clock in clocks_started(declaration, name)}:
            stays = acts[name].at if name in acts else None
            live = tuple(stage for stage in declaration.stages if not stage.closed)
            found.update(dict.fromkeys(stages_entered(declaration, name) or stays or live))
    return tuple(stage for stage in found if not stage.closed)


def kinds_used(declaration: Declaration, name: str) -> tuple[DutyKind | NoticeKind, ...]:
    """The kinds of duties and notices that a method may make."""
    return (
        *_named(declaration, name, ("owe",), DutyKind),
        *_named(declaration, name, ("serve",), NoticeKind),
    )


def _named(declaration: Declaration, name: str, verbs: tuple[str, ...], kind: type[Any]) -> tuple[Any, ...]:
    written: Any = declaration.kind
    found = (one for deed in deeds(written, name) if deed.verb in verbs for one in deed.named)
    return tuple(dict.fromkeys(one for one in found if isinstance(one, kind)))


def _function(kind: Hashable, name: str) -> Callable[..., Any] | None:
    """A method or a property of a procedure that is written in the procedure, not in the kit."""
    member = inspect.getattr_static(kind, name, None)
    member = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
    written = inspect.isfunction(member) and not member.__module__.startswith("engine.")
    return member if written else None


def _tree(function: Callable[..., Any]) -> ast.AST:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    method = tree.body[0]
    if isinstance(method, ast.FunctionDef):
        method.decorator_list = []
    return tree


def _own(tree: ast.AST) -> Iterator[ast.Attribute]:
    """What is reached through `self`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            yield node


def _calls(kind: Hashable, tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """The calls of the kit in a method, and those of methods that hand on to the kit what they are given."""
    for name, call in _own_calls(tree):
        verbs = (name,) if name in _VERBS else _hands_on(kind, name)
        yield from ((verb, call) for verb in verbs)


def _own_calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func in _own(node.func):
            yield node.func.attr, node


@lru_cache(maxsize=4096)
def _hands_on(kind: Hashable, name: str) -> tuple[str, ...]:
    """The verbs to which a method hands what it is given, where its own call names nothing."""
    function = _function(kind, name)
    if function is None:
        return ()
    tree, given = _tree(function), set(inspect.signature(function).parameters) - {"self"}
    calls = ((verb, call) for verb, call in _own_calls(tree) if verb in _VERBS)
    return tuple(
        verb
        for verb, call in calls
        if any(isinstance(one, ast.Name) and one.id in given for one in call.args)
        and not any(_things(kind, function, call))
    )


def _deed(kind: Hashable, function: Callable[..., Any], tree: ast.AST, call: tuple[str, ast.Call]) -> Deed:
    """What a call names; where it names a variable, everything of that sort that the method names."""
    named = tuple(_things(kind, function, call[1]))
    return Deed(call[0], named or tuple(_things(kind, function, tree)))


def _things(kind: Hashable, function: Callable[..., Any], tree: ast.AST, *, deep: bool = True) -> Iterator[object]:
    names = {**function.__globals__, **inspect.getclosurevars(function).nonlocals}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = names.get(node.value.id)
            yield from _flat(getattr(owner, node.attr, None)) if owner is not None else ()
        elif isinstance(node, ast.Name):
            yield from _flat(names.get(node.id))
    for node in _own(tree):
        yield from _flat(inspect.getattr_static(kind, node.attr, None))
        own = _function(kind, node.attr)
        if own is not None and own is not function and not node.attr.startswith("__"):
            yield from _things(kind, own, _tree(own), deep=False) if deep else ()


def _flat(thing: object) -> Iterator[object]:
    if isinstance(thing, _KINDS):
        yield thing
    elif isinstance(thing, dict):
        for one in thing.values():
            yield from _flat(one)
    elif isinstance(thing, (tuple, frozenset)) and len(thing) < 100:
        for one in thing:
            yield from _flat(one)
