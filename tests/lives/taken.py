"""What was taken: every opening, act, lapse and reaction of the procedures that took effect at least once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from engine.command import Command, Kind
from engine.declaration import Procedures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.command import Filed
    from engine.declaration import Declaration
    from engine.procedure import Procedure

What = tuple[str, str, str]
"""Procedure, kind of thing, and name: ("Detention", "lapse", "runs_out")."""

GOING = frozenset({("Circumstances", "record_departure"), ("Circumstances", "record_death")})


class Watched:
    """Procedures whose lapses, reactions and inner openings say that they ran.

    A reaction counts only where it changed its case or put something on record.
    """

    def __init__(self, kinds: Iterable[type[Procedure[Any]]]) -> None:
        self.procedures = Procedures(kinds)
        self.taken: Counter[What] = Counter()
        self._now: list[What] = []
        for one in list(self.procedures):
            self.procedures._by_name[one.name] = self._watched(one)

    def begin(self) -> None:
        """Forget what ran in a filing that was not kept."""
        self._now.clear()

    def keep(self, step: Command | datetime, filed: Filed | None) -> None:
        """Count what a filing did."""
        self.taken.update(self._now)
        if isinstance(step, Command) and filed is not None and step.kind in (Kind.OPEN, Kind.ACT):
            self.taken[step.procedure, "opening" if step.kind is Kind.OPEN else "act", step.act] += 1

    def declared(self) -> set[What]:
        """Everything that can be taken."""
        return {what for one in self.procedures for what in _declared(one)}

    def missing(self) -> list[str]:
        """What was never taken, for people."""
        return sorted(" ".join(what) for what in self.declared() - self.taken.keys())

    def wanted(self) -> frozenset[tuple[str, str]]:
        """Openings and acts never taken, and those by which a person goes where a reaction to it is missing."""
        missing = self.declared() - self.taken.keys()
        acts = {(procedure, name) for procedure, kind, name in missing if kind in ("opening", "act")}
        if any(kind == "upon" for _, kind, _ in missing):
            acts |= GOING
        return frozenset(acts)

    def lacking(self) -> frozenset[str]:
        """The procedures of which something was never taken."""
        return frozenset(procedure for procedure, _, _ in self.declared() - self.taken.keys())

    def _watched(self, one: Declaration) -> Declaration:
        openings = {
            name: replace(opening, perform=self._noting((one.name, "opening", name), opening.perform))
            for name, opening in one.openings.items()
        }
        openings = {name: opening if opening.inner else one.openings[name] for name, opening in openings.items()}
        lapses = {
            name: replace(lapse, perform=self._noting((one.name, "lapse", lapse.name), lapse.perform))
            for name, lapse in one.lapses.items()
        }
        reactions = {
            fact: replace(reaction, perform=self._noting_change((one.name, "upon", reaction.name), reaction.perform))
            for fact, reaction in one.reactions.items()
        }
        return replace(
            one,
            openings=MappingProxyType(openings),
            lapses=MappingProxyType(lapses),
            reactions=MappingProxyType(reactions),
        )

    def _noting(self, what: What, perform: Callable[..., None]) -> Callable[..., None]:
        """The same, and it is noted; with a body where it takes one, for the engine looks at that."""

        def with_body(view: Any, body: Any) -> None:
            perform(view, body)
            self._now.append(what)

        def alone(view: Any) -> None:
            perform(view)
            self._now.append(what)

        return with_body if perform.__code__.co_argcount > 1 else alone

    def _noting_change(self, what: What, perform: Callable[..., None]) -> Callable[..., None]:
        def noting(view: Any, fact: Any) -> None:
            before, facts = view.case, len(view._session.facts)
            perform(view, fact)
            if view.case is not before or len(view._session.facts) > facts:
                self._now.append(what)

        return noting


def _declared(one: Declaration) -> Iterable[What]:
    yield from ((one.name, "opening", name) for name in one.openings)
    yield from ((one.name, "act", name) for name, act in one.acts.items() if not act.inner)
    yield from ((one.name, "lapse", lapse.name) for lapse in one.lapses.values())
    yield from ((one.name, "upon", reaction.name) for reaction in one.reactions.values())
