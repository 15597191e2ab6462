"""Corrections of what was typed wrongly, and decisions on contested entries."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from pydantic import model_validator

from engine.case import Contested, Duty, DutyKind
from engine.command import Kind, case_id_of
from engine.payload import Fact, Instant, Payload, Text
from law.citation import PRACTICE
from law.competence import Power
from law.ledger import overdue_after
from law.periods import legal_day
from law.policies import PROMPTLY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.case import Case
    from engine.command import Entry
    from engine.session import Session

RESOLVE_CONTESTED = DutyKind(
    "resolve_contested",
    en="Resolve a contested entry",
    ja="争いのある記録の解決",
    by=Power.RESOLVE_CONTESTED,
    basis=(PRACTICE("contested entries"),),
    within=PROMPTLY,
)


class Correction(Payload):
    """What an entry should have said. `annul` = it never happened."""

    body: dict[str, Any] | None = None
    occurred_at: Instant | None = None
    annul: bool = False
    reason: Text

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if self.annul is (self.body is not None or self.occurred_at is not None):
            raise ValueError("a correction annuls, or says what it should have been")
        return self


def corrected_by(entry: Entry, correction: Entry) -> Entry | None:
    """An entry as a correction says it should have been, or None where it never happened.

    What it considered beside the cases stands, unless the correction considered it anew for another day.
    """
    said = Correction.model_validate(correction.command.body)
    if said.annul:
        return None
    changes: dict[str, Any] = {}
    if said.body is not None:
        changes = {"body": said.body, "schema_number": correction.command.schema_number}
    if said.occurred_at is not None:
        changes["occurred_at"] = said.occurred_at
    considered = entry.considered if correction.considered is None else correction.considered
    return entry.model_copy(update={"command": entry.command.model_copy(update=changes), "considered": considered})


class Verdict(StrEnum):
    """What becomes of a contested entry."""

    UPHELD = "upheld"
    """It takes effect; the later entries that do not fit fall, each as a breach."""
    SET_ASIDE = "set_aside"
    """It stays on file without effect."""


class Resolution(Payload):
    """A supervisor's decision on a contested entry."""

    verdict: Verdict
    reason: Text


class EntryContested(Fact):
    """An entry was put on file that does not fit what was filed after it."""

    entry: str
    falls: tuple[str, ...]


class EntryResolved(Fact):
    """A contested entry was decided on."""

    entry: str
    verdict: Verdict


class EntryCorrected(Fact):
    """An entry was corrected or annulled."""

    entry: str
    annulled: bool


class EntryFell(Fact):
    """A breach: an entry on file fell when a contested one was upheld; what it did in the world is not undone."""

    entry: str
    code: str


class RecordChanged(Fact):
    """An entry about the past came to the record: whoever relied on the record as it was hears of it.

    It happens to the record and is itself no fact on file.
    """


class ActFell(Fact):
    """An act on file does not stand; what was done in the world is not undone, and its case may hold on to that.

    It happens in the act's own place, to the record, and is itself no fact on file.
    """

    case: str
    act: str


def mark_contested(session: Session, entry: Entry, falls: tuple[str, ...]) -> None:
    """Mark the case of a contested entry, owe its resolution, and hold what would take something from the person.

    An opening that is contested makes no case yet: it is marked at the first of the person's other cases.
    """
    made = case_id_of(entry.id) if entry.command.kind is Kind.OPEN else ""
    others = {case.id: case for case in session.cases.values() if case.id != made}
    case = others.get(entry.command.case) or (first(others) if others else None)
    if case is None:
        return
    since = entry.command.received_at
    duty = Duty(
        id=f"{entry.id}#contested",
        kind=RESOLVE_CONTESTED.name,
        by=RESOLVE_CONTESTED.by,
        since=since,
        due_on=overdue_after(legal_day(since), PROMPTLY),
    )
    mark = Contested(entry=entry.id, since=since, falls=falls)
    session.put(case.having(contested=(*case.contested, mark), duties=(*case.duties, duty)))
    _hold(session)


def lift_mark(session: Session, resolution: Entry) -> None:
    """Lift the mark of a resolved entry, if it stands, and discharge its duty."""
    target = resolution.command.target
    case = next((case for case in session.cases.values() if any(mark.entry == target for mark in case.contested)), None)
    if case is None:
        return
    done = {"done_at": resolution.command.received_at}
    duties = tuple(d.model_copy(update=done) if d.id == f"{target}#contested" else d for d in case.duties)
    marks = tuple(mark for mark in case.contested if mark.entry != target)
    session.put(case.having(contested=marks, duties=duties))
    _hold(session)


def first(cases: Mapping[str, Case[Any]]) -> Case[Any]:
    """The person's first case, by order of opening."""
    return min(cases.values(), key=lambda case: case.number)


def _hold(session: Session) -> None:
    held = any(case.contested for case in session.cases.values())
    for case in list(session.cases.values()):
        if case.held is not held:
            session.put(case.having(held=held))
