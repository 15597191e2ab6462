"""A life: a person's record, filed step by step as the register files it, with every promise checked on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from engine.command import Command, Considered, Entry, Filed, Kind, Outcome
from engine.considering import considered_at
from engine.filing import Change, file_entry, file_lapses, is_late
from engine.history import Recorded, replay
from engine.late import file_late
from engine.position import Dossier, Position
from law.country_notice import CountryNotice, in_force
from law.facts import DeportationOrder
from law.periods import legal_day
from simulation.officers import OfficersByName
from tests.lives import promises, promises_after, promises_order

if TYPE_CHECKING:
    from engine.case import FiledFact
    from tests.lives.taken import Watched

Step = Command | datetime | CountryNotice
"""A command, an instant up to which timers fire, or a notice of countries that is loaded."""

OFFICERS = OfficersByName()


@dataclass
class Life:
    """One person's cases and entries.

    Args:
        house: the procedures, watched.
        thorough: whether the promises that cost much are checked after every step, not only where asked for.
    """

    house: Watched
    thorough: bool = False
    steps: list[Step] = field(default_factory=list)
    dossier: Dossier = field(default_factory=lambda: Dossier("person", {}))
    history: list[Recorded] = field(default_factory=list)
    facts: dict[str, FiledFact] = field(default_factory=dict)
    notices: list[CountryNotice] = field(default_factory=list)
    recorded_at: datetime | None = None
    removable: int = 0
    late: int = 0

    def take(self, step: Step, *, explained: bool = False) -> Filed | None:
        """Do a step, whatever becomes of it, and check what must hold after it.

        Args:
            step: what is done.
            explained: whether the act is explained first, to see that the explanation is right.
        """
        before = self.dossier
        self.steps.append(step)
        self.house.begin()
        if isinstance(step, CountryNotice):
            self.notices.append(step)
            return None
        if isinstance(step, Command):
            filed: Filed | None = self._file(step)
        else:
            filed = None
            self._keep(file_lapses(self.house.procedures, self.dossier, step), None)
        if filed is None or filed.outcome is Outcome.FILED:
            self.house.keep(step, filed)
        if isinstance(step, Command) and filed is not None and (explained or self.thorough):
            self._check_explanation(before, step, filed)
        if self.thorough:
            self.check_replay()
        return filed

    def position(self) -> Position:
        """The person's position as it stands on file."""
        return Position(self.dossier.cases, self.house.procedures)

    def check_replay(self) -> None:
        """What is on file is what its entries make of it, and survives being kept."""
        if self.dossier.latest is not None:
            life = replay(self.house.procedures, "person", self.history, until=self.dossier.latest)
            promises.replay_agrees(self.dossier, tuple(self.facts.values()), life)

    def check_end(self) -> None:
        """What is checked once, when a life is over."""
        self.check_replay()
        promises.invariants_hold(self.position(), self.dossier)
        promises.removal_is_right(self.position(), self.dossier)

    def _check_explanation(self, before: Dossier, command: Command, filed: Filed) -> None:
        if command.kind is Kind.ACT and command.case in before.cases and not is_late(before, command):
            promises.explanation_agrees(self.house.procedures, before, command, filed)

    def _file(self, command: Command) -> Filed:
        last = self.recorded_at or command.received_at
        self.recorded_at = max(last + timedelta(microseconds=1), command.received_at)
        decider, enterer = OFFICERS[command.decided_by], OFFICERS[command.entered_by]
        entry = Entry(
            command=command,
            decider=decider,
            enterer=enterer,
            recorded_at=self.recorded_at,
            considered=self._considered(command),
        )
        late = is_late(self.dossier, command)
        if late:
            change = file_late(self.house.procedures, self.dossier, entry, self.history)
        else:
            change = file_entry(self.house.procedures, self.dossier, entry)
        filed = change.filed
        assert filed is not None, "a command gets an answer"
        self._keep(change, filed)
        self._remember(entry, filed)
        promises.answer_is_whole(self.house.procedures, entry, filed)
        if filed.outcome is Outcome.FILED and not late:
            promises_after.a_penal_order_looked_at_its_notice(self.position(), entry, self.notices)
        self.late += late
        return filed

    def _considered(self, command: Command) -> Considered | None:
        """What stands beside the cases when an act looks there, as the register supplies it."""
        at = considered_at(self.house.procedures, command, self.history)
        return None if at is None else Considered(country_notice=in_force(self.notices, legal_day(at)))

    def _remember(self, entry: Entry, filed: Filed) -> None:
        if filed.outcome is Outcome.REFUSED:
            return
        contested = filed.outcome is Outcome.CONTESTED
        marks = [mark for mark in self.dossier.contested if mark.entry == entry.id]
        assert bool(marks) is contested, "a contested entry is marked, and no other"
        self.history.append(Recorded(entry, contested, marks[0].falls if contested else ()))

    def _keep(self, change: Change, filed: Filed | None) -> None:
        before, self.dossier = self.dossier, change.dossier
        gone = set(change.withdrawn_facts)
        if gone:
            self.facts = {one: fact for one, fact in self.facts.items() if fact.origin not in gone}
        for fact in change.facts:
            self.facts[fact.id] = fact
        promises.versions_rise(before, change, filed)
        position = self.position()
        promises.custody_is_one(position)
        if position.all(DeportationOrder):
            self.removable += promises.removal_is_right(position, change.dossier)
        promises.invariants_hold(position, self.dossier)
        promises_after.all_hold(position, change, filed, self.facts.values())
        promises_order.all_hold(before, position, change, filed)
        promises.no_lapse_is_skipped(self.dossier)


def officer(role: str, office: str = "tokyo", number: int = 1) -> str:
    """The name of an officer of a role at an office."""
    return f"{role}@{office}" if number == 1 else f"{role}/{number}@{office}"
