"""What a procedure declares: its acts, lapses and reactions, collected once into one frozen object."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from engine.case import CaseStage, DutyKind, NoticeKind
from engine.payload import ANYTHING, CaseState, Fact, Nothing, Payload
from law.citation import Citation
from law.clock_rule import ClockRule
from law.competence import Power
from law.finding import Answer, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from engine.procedure import Procedure

Basis = Citation | tuple[Citation, ...]
F = TypeVar("F", bound="Callable[..., None]")
K = TypeVar("K")
V = TypeVar("V")
_MARK = "_tetsuzuki_mark"


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does in a case.

    Attributes:
        by: the power that the decider must hold.
        at: stages at which it is open; None = at every stage.
        when: findings that need no body; asked before anybody types a form, and again at the filing.
        on_paper: the decider may be another officer than the one who enters it.
        irreversible: not done while an entry of the person is contested.
        inner: done by the system itself (delivery evidence); no route is made for it.
        considers: it is judged by what stands on the register beside the person's cases too.
    """

    name: str
    by: Power
    basis: tuple[Citation, ...]
    at: tuple[CaseStage, ...] | None
    when: tuple[Callable[[Any], Finding[Answer]], ...]
    on_paper: bool
    irreversible: bool
    inner: bool
    considers: bool
    opens: bool
    en: str
    ja: str
    body: type[Payload]
    perform: Callable[..., None]


@dataclass(frozen=True, slots=True)
class Lapse:
    """What the law makes of a clock's end."""

    name: str
    rule: ClockRule
    basis: tuple[Citation, ...]
    en: str
    perform: Callable[..., None]


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a fact of another case of the person does to this one, in the same instant."""

    name: str
    fact: type[Fact]
    basis: tuple[Citation, ...]
    en: str
    perform: Callable[..., None]


@dataclass(frozen=True, slots=True, eq=False)
class Declaration:
    """A procedure, frozen: everything that routes, lists, diagrams, pages and explorers are made from.

    There is one of each procedure; two are the same only if they are the same object.
    """

    name: str
    en: str
    ja: str
    doc: str
    kind: type[Procedure[Any]]
    stages: type[CaseStage]
    state: type[CaseState]
    openings: Mapping[str, Act]
    acts: Mapping[str, Act]
    lapses: Mapping[str, Lapse]
    reactions: Mapping[type[Fact], Reaction]
    duties: Mapping[str, DutyKind]
    notices: Mapping[str, NoticeKind]


def opening(*, by: Power, basis: Basis, ja: str, on_paper: bool = True, inner: bool = False) -> Callable[[F], F]:
    """Declare the act that opens a case of the procedure; an inner one is done by an act of another case alone."""
    return _mark(
        "opening",
        by=by,
        basis=basis,
        ja=ja,
        at=None,
        when=(),
        on_paper=on_paper,
        irreversible=False,
        inner=inner,
        considers=False,
    )


def act(  # noqa: PLR0913  (keyword-only; each says one thing)
    *,
    by: Power,
    basis: Basis,
    ja: str,
    at: CaseStage | tuple[CaseStage, ...] | None = None,
    when: tuple[Callable[[Any], Finding[Answer]], ...] = (),
    on_paper: bool = True,
    irreversible: bool = False,
    inner: bool = False,
    considers: bool = False,
) -> Callable[[F], F]:
    """Declare an act. Its docstring's first line is its English name for people, its annotation its typed body."""
    return _mark(
        "act",
        by=by,
        basis=basis,
        ja=ja,
        at=at,
        when=when,
        on_paper=on_paper,
        irreversible=irreversible,
        inner=inner,
        considers=considers,
    )


def lapse(rule: ClockRule, *, basis: Basis) -> Callable[[F], F]:
    """Declare the effect of a clock's end."""
    return _mark("lapse", rule=rule, basis=basis)


def upon(fact: type[Fact], *, basis: Basis) -> Callable[[F], F]:
    """Declare what a fact of another case of the same person does here, in the same instant."""
    return _mark("upon", fact=fact, basis=basis)


def _mark(role: str, **details: Any) -> Callable[[F], F]:  # noqa: ANN401
    def mark(method: F) -> F:
        setattr(method, _MARK, (role, details))
        return method

    return mark


def _citations(basis: Basis) -> tuple[Citation, ...]:
    return (basis,) if isinstance(basis, Citation) else basis


def _first_line(method: object) -> str:
    return (inspect.getdoc(method) or "").strip().split("\n", 1)[0].rstrip(".")


def _body_of(method: Callable[..., None]) -> type[Payload]:
    names = list(inspect.signature(method).parameters)[1:]
    if not names:
        return Nothing
    body: type[Payload] = get_type_hints(method)[names[0]]
    return body


def _act_of(name: str, method: Callable[..., None], details: dict[str, Any], *, opens: bool) -> Act:
    at = details["at"]
    stages = None if at is None else at if isinstance(at, tuple) else (at,)
    return Act(
        name=name,
        by=details["by"],
        basis=_citations(details["basis"]),
        at=stages,
        when=details["when"],
        on_paper=details["on_paper"],
        irreversible=details["irreversible"],
        inner=details["inner"],
        considers=details["considers"],
        opens=opens,
        en=_first_line(method),
        ja=details["ja"],
        body=_body_of(method),
        perform=method,
    )


def _marked(kind: type[Procedure[Any]], role: str) -> Iterable[tuple[str, Callable[..., None], dict[str, Any]]]:
    for name in dict.fromkeys(name for base in reversed(kind.__mro__) for name in vars(base)):
        method = getattr(kind, name, None)
        mark = getattr(method, _MARK, None)
        if mark is not None and mark[0] == role and callable(method):
            yield name, method, mark[1]


def declare(kind: type[Procedure[Any]]) -> Declaration:
    """Collect a procedure class into its declaration.

    Raises:
        TypeError: two lapses of a clock, two reactions to a fact, two kinds of a name, or a body that is no `Payload`.
    """
    openings = {n: _act_of(n, m, d, opens=True) for n, m, d in _marked(kind, "opening")}
    acts = {n: _act_of(n, m, d, opens=False) for n, m, d in _marked(kind, "act")}
    lapses = _once(
        kind,
        (
            (d["rule"].name, Lapse(n, d["rule"], _citations(d["basis"]), _first_line(m), m))
            for n, m, d in _marked(kind, "lapse")
        ),
    )
    reactions = _once(
        kind,
        (
            (d["fact"], Reaction(n, d["fact"], _citations(d["basis"]), _first_line(m), m))
            for n, m, d in _marked(kind, "upon")
        ),
    )
    for declared in (*openings.values(), *acts.values()):
        if not issubclass(declared.body, Payload):
            raise TypeError(f"{kind.__name__}.{declared.name}: the body is not a Payload")
    return Declaration(
        name=kind.__name__,
        en=kind.en,
        ja=kind.ja,
        doc=inspect.getdoc(kind) or "",
        kind=kind,
        stages=kind.stages,
        state=kind.state_type,
        openings=MappingProxyType(openings),
        acts=MappingProxyType(acts),
        lapses=MappingProxyType(lapses),
        reactions=MappingProxyType(reactions),
        duties=MappingProxyType(_once(kind, ((duty.name, duty) for duty in kind.duties))),
        notices=MappingProxyType(_once(kind, ((notice.name, notice) for notice in kind.notices))),
    )


def _once(kind: type, pairs: Iterable[tuple[K, V]]) -> dict[K, V]:
    """A dictionary in which nothing silently replaces what was declared before."""
    found: dict[K, V] = {}
    for key, value in pairs:
        if found.get(key, value) is not value:
            raise TypeError(f"{kind.__name__}: declared twice: {getattr(key, '__name__', key)}")
        found[key] = value
    return found


class Procedures:
    """The procedures of the house, by name, in the order of the explicit tuple.

    Attributes:
        kinds: the classes alone.
    """

    def __init__(self, kinds: Iterable[type[Procedure[Any]]]) -> None:
        self._by_name = _once(Procedures, ((kind.__name__, declare(kind)) for kind in kinds))
        self.kinds: Mapping[str, type[Procedure[Any]]] = {each.name: each.kind for each in self}
        self._reactions: dict[type[Fact], Mapping[str, tuple[Reaction, ...]]] = {}

    def __getitem__(self, name: str) -> Declaration:
        """Return a declaration by its procedure's name. Raises KeyError."""
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        """Whether a procedure is declared."""
        return name in self._by_name

    def __iter__(self) -> Iterator[Declaration]:
        """Declarations, in order."""
        return iter(self._by_name.values())

    def reactions_to(self, fact: type[Fact]) -> Mapping[str, tuple[Reaction, ...]]:
        """What a fact does, by the procedure that hears of it; reactions to anything come before one to this fact."""
        found = self._reactions.get(fact)
        if found is None:
            heard = {declared.name: _hears(declared, fact) for declared in self}
            found = self._reactions[fact] = {name: reactions for name, reactions in heard.items() if reactions}
        return found


def _hears(declared: Declaration, fact: type[Fact]) -> tuple[Reaction, ...]:
    found = (declared.reactions.get(each) for each in dict.fromkeys((ANYTHING, fact)))
    return tuple(reaction for reaction in found if reaction is not None)
