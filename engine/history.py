"""The past judged again: replay of a person's entries, and the difference that a late or corrected entry makes.

The register keeps every entry with all it was judged by. Replaying them twice under today's code, without and with the
change, shows what differs; only the difference is filed. An entry that would make a later one fall is filed as
contested.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.command import Command, Entry, Kind
from engine.filing import judge
from engine.invariants import check
from engine.position import Dossier
from engine.refusal import Defect, Refusal
from engine.resolution import Correction, Resolution, Verdict, lift_mark, mark_contested
from engine.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from engine.case import Case, FiledFact
    from engine.declaration import Procedures

Ground = Refusal | Defect


@dataclass(frozen=True, slots=True)
class Life:
    """What a replay makes of a person's entries."""

    dossier: Dossier
    facts: tuple[FiledFact, ...]
    refused: dict[str, Ground]
    """Entries that did not stand, and why."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry on file with what became of it: `contested` until a resolution says otherwise."""

    entry: Entry
    contested: bool = False
    falls: tuple[str, ...] = ()


def replay(
    procedures: Procedures,
    person: str,
    history: Iterable[Recorded],
    *,
    until: datetime | None,
    known_on: datetime | None = None,
) -> Life:
    """Live the entries of a person again under today's code.

    Args:
        procedures: the declarations of today.
        person: whose entries they are.
        history: every entry on file, refused commands left out.
        until: the instant in law up to which acts count and clocks lapse; None = the last entry.
        known_on: entries recorded after this instant are left out.
    """
    events = _events([one for one in history if known_on is None or one.entry.recorded_at <= known_on])
    session = Session(procedures, Dossier(person, {}))
    refused: dict[str, Ground] = {}
    for event in events:
        if until is None or event.at <= until:
            _live(session, event, refused)
    end = until or session.latest
    if end is not None:
        session.lapse_until(end)
    return Life(session.dossier, tuple(session.facts), refused)


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    recorded_at: datetime
    entry: Entry
    mark: tuple[str, ...] | None = None
    lift: str | None = None


def _events(history: Sequence[Recorded]) -> list[_Event]:
    verdicts = {
        one.entry.command.target: Resolution.model_validate(one.entry.command.body).verdict
        for one in history
        if one.entry.command.kind is Kind.RESOLVE
    }
    upheld = {target for target, verdict in verdicts.items() if verdict is Verdict.UPHELD}
    fallen = {entry for one in history if one.entry.id in upheld for entry in one.falls}
    effective = [one for one in history if not one.contested or one.entry.id in upheld]
    corrections = [one.entry for one in effective if one.entry.command.kind is Kind.CORRECT]
    events = [_Event(*_when(entry), entry) for entry in _corrected(effective, corrections) if entry.id not in fallen]
    for one in history:
        if one.contested and one.entry.id not in upheld:
            received = one.entry.command.received_at
            events.append(_Event(received, one.entry.recorded_at, one.entry, mark=one.falls))
    return sorted(events, key=lambda event: (event.at, event.recorded_at))


def _when(entry: Entry) -> tuple[datetime, datetime]:
    return entry.command.occurred_at, entry.recorded_at


def _corrected(effective: Sequence[Recorded], corrections: Sequence[Entry]) -> list[Entry]:
    by_target: dict[str, Correction] = {}
    for entry in sorted(corrections, key=lambda entry: entry.recorded_at):
        if entry.command.target is not None:
            by_target[entry.command.target] = Correction.model_validate(entry.command.body)
    corrected = []
    for one in effective:
        correction = by_target.get(one.entry.id)
        if correction is None:
            corrected.append(one.entry)
        elif not correction.annul:
            corrected.append(_with(one.entry, correction))
    return corrected


def _with(entry: Entry, correction: Correction) -> Entry:
    changes: dict[str, Any] = {}
    if correction.body is not None:
        changes["body"] = correction.body
    if correction.occurred_at is not None:
        changes["occurred_at"] = correction.occurred_at
    return entry.model_copy(update={"command": entry.command.model_copy(update=changes)})


def _live(session: Session, event: _Event, refused: dict[str, Ground]) -> None:
    session.lapse_until(event.at)
    command = event.entry.command
    if event.mark is not None:
        mark_contested(session, event.entry, event.mark)
        return
    if command.kind is Kind.RESOLVE:
        lift_mark(session, event.entry)
        session.lapse_until(event.at)
        return
    if command.kind is Kind.CORRECT:
        return
    try:
        with session.undone_if_refused():
            judge(session, _unversioned(event.entry))
            session.lapse_until(event.at)
            _check(session, event.at)
    except (Refusal, Defect) as ground:
        refused[event.entry.id] = ground


def _check(session: Session, at: datetime) -> None:
    try:
        check(session.position, at)
    except Defect as defect:
        from engine.refusal import because  # noqa: PLC0415

        raise Refusal(
            because("invariant", en=f"It would break an invariant: {defect.ids[0]}.", ja="法定の不変条件に反する。")
        ) from defect


def _unversioned(entry: Entry) -> Entry:
    command: Command = entry.command
    if command.expected_version is None:
        return entry
    return entry.model_copy(update={"command": command.model_copy(update={"expected_version": None})})


def same(one: Case[Any] | None, other: Case[Any] | None) -> bool:
    """Whether two cases agree in everything but their version."""
    if one is None or other is None:
        return one is other
    return replace(one, version=0) == replace(other, version=0)


def drift(on_file: Dossier, life: Life) -> tuple[str, ...]:
    """Cases that today's code would make otherwise than they stand on file."""
    ids = dict.fromkeys((*on_file.cases, *life.dossier.cases))
    return tuple(case for case in ids if not same(on_file.cases.get(case), life.dossier.cases.get(case)))
