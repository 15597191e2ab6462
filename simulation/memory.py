"""A register in memory: the filing of the real one without a database, for worked cases and pure tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from engine.command import Command, Considered, Entry, Filed, Officer, Outcome
from engine.considering import considered_at
from engine.filing import Change, answer, current, file_entry, file_lapses, is_late
from engine.history import Recorded
from engine.late import file_late
from engine.position import Dossier, Position
from law.country_notice import CountryNotice, in_force
from law.periods import legal_day
from register.officers import unknown_officer

if TYPE_CHECKING:
    from datetime import datetime

    from engine.case import Case, FiledFact
    from engine.declaration import Procedures
    from law.finding import Answer, Finding


@dataclass
class _File:
    dossier: Dossier
    history: list[Recorded] = field(default_factory=list)
    facts: list[FiledFact] = field(default_factory=list)
    recorded_at: datetime | None = None


class MemoryRegister:
    """Files commands as the register does: idempotent by command id, lapses first, late entries judged again.

    Args:
        procedures: the declarations.
        officers: who may act, by id.

    Attributes:
        country_notices: the notices of countries that are known; none is, until some are put there.
    """

    def __init__(self, procedures: Procedures, officers: dict[str, Officer]) -> None:
        self.procedures = procedures
        self.officers = officers
        self.country_notices: tuple[CountryNotice, ...] = ()
        self._files: dict[str, _File] = {}
        self._answers: dict[str, Filed] = {}

    def file(self, command: Command) -> Filed:
        """File a command and answer with what is now on file; a repeat is answered from the record.

        Raises:
            Defect: a fault of ours; nothing was filed.
        """
        if command.id in self._answers:
            return self._answers[command.id]
        file = self._files.get(command.person)
        if file is None:
            file = self._files[command.person] = _File(Dossier(command.person, {}))
        known = command.decided_by in self.officers and command.entered_by in self.officers
        filed = self._file(command, file) if known else answer(file.dossier.cases, (), command, unknown_officer())
        self._answers[command.id] = filed
        return filed

    def _file(self, command: Command, file: _File) -> Filed:
        entry = self._entry(command, file)
        late = is_late(file.dossier, command)
        change = (
            file_late(self.procedures, file.dossier, entry, file.history)
            if late
            else file_entry(self.procedures, file.dossier, entry)
        )
        self._keep(file, change)
        filed = change.filed
        assert filed is not None  # noqa: S101  (a command always gets an answer)
        self._remember(file, entry, filed)
        return filed

    def let_lapse(self, person: str, until: datetime) -> Change:
        """Let everything of a person that has run out at an instant lapse, as timers would."""
        file = self._files[person]
        change = file_lapses(self.procedures, file.dossier, until)
        self._keep(file, change)
        return change

    def considered(self, at: datetime) -> Considered:
        """What stands beside the cases on the legal day of an instant."""
        return Considered(country_notice=in_force(self.country_notices, legal_day(at)))

    def dossier(self, person: str, at: datetime | None = None) -> Dossier:
        """A person's cases on file, with clocks lapsed up to an instant where one is given."""
        dossier = self._files[person].dossier if person in self._files else Dossier(person, {})
        return dossier if at is None else current(self.procedures, dossier, at)

    def position(self, person: str, at: datetime) -> Position:
        """A person's position at an instant."""
        return Position(self.dossier(person, at).cases, self.procedures)

    def may_be_removed(self, person: str, at: datetime) -> Finding[Answer]:
        """DT-01 on everything on file of a person."""
        return self.position(person, at).may_be_removed(at)

    def case(self, case_id: str) -> Case[Any]:
        """A case on file. Raises KeyError."""
        for file in self._files.values():
            if case_id in file.dossier.cases:
                return file.dossier.cases[case_id]
        raise KeyError(case_id)

    def facts(self, person: str) -> tuple[FiledFact, ...]:
        """The facts of a person that stand, in order of record."""
        return tuple(self._files[person].facts)

    def history(self, person: str) -> tuple[Recorded, ...]:
        """The entries of a person, refused commands left out."""
        return tuple(self._files[person].history)

    def _entry(self, command: Command, file: _File) -> Entry:
        after = file.recorded_at + timedelta.resolution if file.recorded_at else command.received_at
        file.recorded_at = max(after, command.received_at)
        at = considered_at(self.procedures, command, file.history)
        return Entry(
            command=command,
            decider=self.officers[command.decided_by],
            enterer=self.officers[command.entered_by],
            recorded_at=file.recorded_at,
            considered=None if at is None else self.considered(at),
        )

    @staticmethod
    def _keep(file: _File, change: Change) -> None:
        file.dossier = change.dossier
        if change.withdrawn_facts:
            gone = set(change.withdrawn_facts)
            file.facts = [fact for fact in file.facts if fact.origin not in gone]
        file.facts.extend(change.facts)

    def _remember(self, file: _File, entry: Entry, filed: Filed) -> None:
        if filed.outcome is Outcome.REFUSED:
            return
        contested = filed.outcome is Outcome.CONTESTED
        falls: tuple[str, ...] = ()
        if contested:
            falls = next(mark.falls for mark in file.dossier.contested if mark.entry == entry.id)
        file.history.append(Recorded(entry, contested, falls))
