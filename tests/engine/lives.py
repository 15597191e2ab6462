"""Generated lives: whatever is done to a person's cases, in whatever order, what is on file holds together.

A life files each command as the register does, straight through the engine, and keeps facts by id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from engine.command import Command, Entry, Filed, Kind, Officer, Outcome
from engine.filing import Change, file_entry, file_lapses, is_late
from engine.history import Recorded, drift, replay
from engine.invariants import check
from engine.late import file_late
from engine.position import Dossier, Position
from law.competence import Role

if TYPE_CHECKING:
    from engine.declaration import Procedures

EVERYBODY = Officer(id="everybody", office="tokyo", roles=frozenset(Role), national=False)


@dataclass
class Lived:
    """A person's record, and every promise checked after each filing."""

    procedures: Procedures
    dossier: Dossier = field(default_factory=lambda: Dossier("person", {}))
    history: list[Recorded] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    recorded_at: datetime | None = None
    outcomes: dict[str, int] = field(default_factory=dict)

    def file(self, command: Command) -> Filed:
        """File a command as the register does."""
        last = self.recorded_at or command.received_at
        self.recorded_at = max(last + timedelta(microseconds=1), command.received_at)
        entry = Entry(command=command, decider=EVERYBODY, enterer=EVERYBODY, recorded_at=self.recorded_at)
        late = is_late(self.dossier, command)
        change = (
            file_late(self.procedures, self.dossier, entry, self.history)
            if late
            else file_entry(self.procedures, self.dossier, entry)
        )
        filed = change.filed
        assert filed is not None
        if filed.outcome is not Outcome.REFUSED:
            contested = filed.outcome is Outcome.CONTESTED
            marks = (mark for mark in change.dossier.contested if mark.entry == entry.id)
            self.history.append(Recorded(entry, contested, next(marks).falls if contested else ()))
        self._keep(change, filed)
        label = f"{'late ' if late else ''}{command.kind.value} {filed.outcome.value}"
        self.outcomes[label] = self.outcomes.get(label, 0) + 1
        return filed

    def lapse(self, until: datetime) -> None:
        """Let timers fire."""
        self._keep(file_lapses(self.procedures, self.dossier, until), None)

    def _keep(self, change: Change, filed: Filed | None) -> None:
        before, self.dossier = self.dossier, change.dossier
        self._versions(before, change, filed)
        gone = set(change.withdrawn_facts)
        self.facts = {one: fact for one, fact in self.facts.items() if fact.origin not in gone}
        for fact in change.facts:
            assert fact.origin not in {other.origin for other in self.facts.values()}, "one fact of an id stands"
            assert fact.id not in self.ids or fact.entry.startswith("lapse/"), "only a lapse comes again"
            self.ids.add(fact.id)
            self.facts[fact.id] = fact
        self._holds_together()

    def _versions(self, before: Dossier, change: Change, filed: Filed | None) -> None:
        changed = {case.id: case for case in change.cases}
        for one, case in self.dossier.cases.items():
            old = before.cases.get(one)
            assert case.version - (old.version if old else 0) == (1 if one in changed else 0), "one filing, one version"
            assert one in changed or case == old, "nothing changes unsaid"
        assert set(before.cases) - set(self.dossier.cases) == set(change.vanished)
        if filed is not None and filed.outcome is Outcome.REFUSED:
            due = file_lapses(self.procedures, before, change.dossier.latest) if change.dossier.latest else None
            expected = due.dossier.cases if due is not None else before.cases
            assert self.dossier.cases == expected, "a refusal leaves only the lapses it found"

    def _holds_together(self) -> None:
        cases = self.dossier.cases
        assert [case.number for case in cases.values()] == sorted(case.number for case in cases.values())
        at = self.dossier.latest
        if at is None:
            return
        check(Position(cases, self.procedures), at)
        life = replay(self.procedures, "person", self.history, until=at)
        assert drift(self.dossier, life) == (), "what is on file is what the entries make of it"
        of_record = ("EntryContested", "EntryResolved", "EntryCorrected", "EntryFell")
        on_file = {fact.origin: fact.body for fact in self.facts.values() if fact.kind not in of_record}
        assert on_file == {fact.id: fact.body for fact in life.facts}, "facts on file are the facts of the replay"
        for case in cases.values():
            kept = type(case.state).model_validate_json(case.state.model_dump_json())
            assert kept == case.state, "a state survives being kept"
            clocks = [clock.id for clock in case.clocks]
            assert len(clocks) == len(set(clocks))

    def prefix_holds(self, at: datetime) -> None:
        """As of an instant: the same whether later entries are on file or not, as far as they were not about then."""
        whole = replay(self.procedures, "person", self.history, until=at)
        earlier = [one for one in self.history if _bears_on(one, self.history, at)]
        assert drift(whole.dossier, replay(self.procedures, "person", earlier, until=at)) == ()


def _bears_on(one: Recorded, history: list[Recorded], at: datetime) -> bool:
    command = one.entry.command
    return (
        command.kind in (Kind.CORRECT, Kind.RESOLVE)
        or one.contested
        or command.occurred_at <= at
        or any(other.entry.command.target == one.entry.id for other in history)
    )
