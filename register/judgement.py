"""What a filing comes to, before anything is written: the lapses due, then the entry, judged by the engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from engine.command import Considered, Entry, Filed, Kind, Officer, Outcome
from engine.filing import Change, answer, file_entry, file_lapses, is_late
from engine.history import Recorded
from engine.late import file_late
from register.errors import NotFound
from register.officers import decider_of, resolve, unknown_officer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.declaration import Procedures
    from engine.position import Dossier
    from register.chain import Head
    from register.receipt import Receipt

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class OnFile:
    """What a filing reads under the person's lock."""

    dossier: Dossier
    heads: dict[str, Head]
    """The end of each case's fact chain."""
    last: datetime
    """When anything was last recorded for the person."""
    now: datetime
    officers: Sequence[Any] = ()

    @property
    def recorded_at(self) -> datetime:
        """The instant of this record: the clock's, and always after the last one."""
        return max(self.last + _TICK, self.now)


@dataclass(slots=True)
class Judgement:
    """What is to be written."""

    before: OnFile
    release: str
    changes: list[Change] = field(default_factory=list)
    receipt: Receipt | None = None
    decider: Officer | None = None
    enterer: Officer | None = None
    considered: Considered | None = None
    """What stands beside the person's cases, where the command considers it."""
    filed: Filed | None = None
    awaited: bool = False
    """The workflow of the case waits for the answer, so nobody need start or move it."""

    @property
    def dossier(self) -> Dossier:
        """The person's cases after it."""
        return self.changes[-1].dossier if self.changes else self.before.dossier

    @property
    def recorded_at(self) -> datetime:
        """The one instant of record of everything in it."""
        return self.before.recorded_at

    @property
    def falls(self) -> tuple[str, ...]:
        """For a contested entry, what would fall if it took effect."""
        if self.filed is None or self.filed.outcome is not Outcome.CONTESTED:
            return ()
        return next(mark.falls for mark in self.dossier.contested if mark.entry == self.filed.command)

    @property
    def is_change(self) -> bool:
        """Whether it changes what is on file of the person."""
        return any(change.cases or change.facts or change.withdrawn_facts for change in self.changes)


def lapses(procedures: Procedures, on_file: OnFile, until: datetime, release: str) -> Judgement:
    """Judge what has run out at an instant."""
    return Judgement(on_file, release, [file_lapses(procedures, on_file.dossier, until)])


def begin(on_file: OnFile, receipt: Receipt, release: str) -> Judgement:
    """Take a command in: its case, and who decided and entered it.

    Raises:
        NotFound: the person has no such case, so there is nothing to keep an answer with.
    """
    command = receipt.command
    if command.kind is not Kind.OPEN and command.case not in on_file.dossier.cases:
        raise NotFound("case", command.case)
    judgement = Judgement(on_file, release, receipt=receipt)
    case = on_file.dossier.cases.get(command.case)
    office = case.office if case else None
    judgement.enterer = resolve(on_file.officers, command.entered_by, on_file.recorded_at, office)
    if judgement.enterer is not None:
        judgement.decider = decider_of(
            on_file.officers, command.decided_by, command.occurred_at, office, judgement.enterer
        )
    return judgement


def needs_history(judgement: Judgement) -> bool:
    """Whether the past must be judged again."""
    return judgement.receipt is not None and is_late(judgement.dossier, judgement.receipt.command)


def judge(procedures: Procedures, judgement: Judgement, history: Sequence[Recorded]) -> Judgement:
    """Judge the entry itself.

    Raises:
        Defect: a fault of ours; nothing is to be written.
    """
    receipt, decider, enterer = judgement.receipt, judgement.decider, judgement.enterer
    if receipt is None:
        return judgement
    command, dossier = receipt.command, judgement.dossier
    if decider is None or enterer is None:
        judgement.filed = answer(dossier.cases, (), command, unknown_officer())
        return judgement
    entry = Entry(
        command=command,
        decider=decider,
        enterer=enterer,
        recorded_at=judgement.recorded_at,
        release=judgement.release,
        considered=judgement.considered,
    )
    late = needs_history(judgement)
    change = file_late(procedures, dossier, entry, history) if late else file_entry(procedures, dossier, entry)
    judgement.changes.append(change)
    judgement.filed = change.filed
    return judgement
