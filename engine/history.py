"""The past judged again: replay of a person's entries, and the difference that a late or corrected entry makes.

The register keeps every entry with all it was judged by. Replaying them twice under today's code, without and with the
change, shows what differs; only the difference is filed. An entry that would make a later one fall is filed as
contested.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.command import Command, Entry, Kind
from engine.filing import judge
from engine.invariants import check
from engine.position import Dossier
from engine.refusal import Defect, Refusal, because
from engine.resolution import ActFell, RecordChanged, Resolution, Verdict, corrected_by, lift_mark, mark_contested
from engine.session import LapsedClock, Moment, Session
from law.citation import PRACTICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from engine.case import Case, FiledFact
    from engine.declaration import Procedures
    from engine.payload import Fact

Ground = Refusal | Defect
_RECORD = (PRACTICE("register"),)


@dataclass(frozen=True, slots=True)
class Life:
    """What a replay makes of a person's entries."""

    dossier: Dossier
    facts: tuple[FiledFact, ...]
    refused: dict[str, Ground]
    """Entries that did not stand, and why."""
    lapsed: tuple[LapsedClock, ...] = ()


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
    events = _events([one for one in history if known_on is None or one.entry.recorded_at <= known_on], until)
    session = Session(procedures, Dossier(person, {}))
    refused: dict[str, Ground] = {}
    for event in events:
        if until is None or event.at <= until:
            _live(session, event, refused)
    end = until or session.latest
    if end is not None:
        session.lapse_until(end)
    return Life(session.dossier, tuple(session.facts), refused, tuple(session.lapsed))


def standing(history: Iterable[Recorded]) -> dict[str, Entry]:
    """The openings and acts that take effect, as corrected: none that is contested, annulled or fallen."""
    recorded = tuple(history)
    upheld = _upheld(recorded)
    fallen = _fallen(recorded)
    effective = [one.entry for one in recorded if not one.contested or one.entry.id in upheld]
    found = {
        entry.id: entry for entry in effective if entry.command.kind in (Kind.OPEN, Kind.ACT) and entry.id not in fallen
    }
    corrections = (entry for entry in effective if entry.command.kind is Kind.CORRECT)
    for correction in sorted(corrections, key=lambda entry: entry.recorded_at):
        target = found.pop(correction.command.target or "", None)
        corrected = None if target is None else corrected_by(target, correction)
        if corrected is not None:
            found[corrected.id] = corrected
    return found


def _upheld(history: Iterable[Recorded]) -> set[str | None]:
    resolutions = (one.entry.command for one in history if one.entry.command.kind is Kind.RESOLVE)
    return {
        command.target for command in resolutions if Resolution.model_validate(command.body).verdict is Verdict.UPHELD
    }


def _fallen(history: Sequence[Recorded]) -> set[str]:
    upheld = _upheld(history)
    return {entry for one in history if one.entry.id in upheld for entry in one.falls}


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    entry: Entry
    mark: tuple[str, ...] | None = None
    fell: bool = False
    told: bool = False
    """It is not the entry that happens here: it is received, and lies before what happened meanwhile."""


def _events(history: Sequence[Recorded], until: datetime | None) -> list[_Event]:
    """What happened, in order. Marks, corrections and resolutions happen to the record: when they came to it."""
    noted = _noted_at(history, until)
    fallen = _fallen(history)
    events = [_Event(entry.command.occurred_at, entry) for entry in standing(history).values()]
    for one in history:
        if one.entry.id in fallen:
            events.append(_Event(one.entry.command.occurred_at, one.entry, fell=True))
        at = noted[one.entry.id]
        if one.contested:
            events.append(_Event(at, one.entry, mark=one.falls))
        elif one.entry.command.kind in (Kind.CORRECT, Kind.RESOLVE):
            events.append(_Event(at, one.entry))
    events.sort(key=_turn)
    return sorted((*events, *_told_late(events, noted)), key=_turn)


def _noted_at(history: Sequence[Recorded], until: datetime | None) -> dict[str, datetime]:
    """When each entry came to the record: when it was received, and in the order in which the entries were recorded.

    What was filed in step, after all that was done by then, came with what it says. Any other entry came after what
    was on record by then, also where that was received a moment later, and before what was filed in step after it.
    """
    ordered = sorted(history, key=lambda one: one.entry.recorded_at)
    reached = _reached(ordered)
    found: dict[str, datetime] = {}
    ahead: datetime | None = None
    for one, before in zip(reversed(ordered), reversed(reached), strict=True):
        command = one.entry.command
        if _is_in_step(one, before):
            found[command.id] = ahead = command.occurred_at
            continue
        received = min(command.received_at, ahead or command.received_at)
        at = max(received, before or received)
        found[command.id] = at if until is None or at <= until else command.received_at
    return found


def _reached(ordered: Sequence[Recorded]) -> list[datetime | None]:
    """Of each entry, the last instant for which anything had been filed when it came."""
    found: list[datetime | None] = []
    reached: datetime | None = None
    for one in ordered:
        found.append(reached)
        if _is_in_step(one, reached):
            reached = one.entry.command.occurred_at
    return found


def _is_in_step(one: Recorded, reached: datetime | None) -> bool:
    command = one.entry.command
    acts = command.kind in (Kind.OPEN, Kind.ACT) and not one.contested
    return acts and (reached is None or command.occurred_at >= reached)


def _turn(event: _Event) -> tuple[datetime, datetime]:
    return (event.at, event.entry.recorded_at)


def _told_late(events: Sequence[_Event], noted: Mapping[str, datetime]) -> Iterator[_Event]:
    """The entries that came to the record after something that they lie before: late ones."""
    for event, after in pairwise(events):
        at = noted[event.entry.id]
        if event.at < at and after.at <= at:
            yield _Event(at, event.entry, told=True)


def _live(session: Session, event: _Event, refused: dict[str, Ground]) -> None:
    session.lapse_until(event.at)
    if event.told or event.mark is not None or event.entry.command.kind in (Kind.CORRECT, Kind.RESOLVE):
        _note(session, event)
        return
    if event.fell:
        _let_fall(session, event.entry)
        return
    try:
        with session.undone_if_refused():
            judge(session, _unversioned(event.entry))
            session.lapse_until(event.at)
            _check(session, event.at)
    except (Refusal, Defect) as ground:
        refused[event.entry.id] = ground.with_traceback(None)
        _let_fall(session, event.entry)


def _note(session: Session, event: _Event) -> None:
    if event.mark is not None:
        mark_contested(session, event.entry, event.mark)
    elif event.entry.command.kind is Kind.RESOLVE:
        lift_mark(session, event.entry)
        session.lapse_until(event.at)
    if not event.told:
        session.latest = max(session.latest or event.at, event.at)
    _tell(session, RecordChanged(), Moment(event.entry.id, event.at, _RECORD))


def _let_fall(session: Session, entry: Entry) -> None:
    """Tell of an act that does not stand, in its own place: what it did in the world, its case may hold on to."""
    command = entry.command
    if command.kind is Kind.ACT:
        _tell(session, ActFell(case=command.case, act=command.act), Moment(entry.id, command.occurred_at, _RECORD))


def _tell(session: Session, happening: Fact, moment: Moment) -> None:
    """Let the cases hear of it; the instant counts as one of something filed only if a case moved."""
    before = tuple(session.cases.values())
    session.tell(happening, moment)
    after = tuple(session.cases.values())
    if len(before) != len(after) or any(was is not case for was, case in zip(before, after, strict=True)):
        session.latest = max(session.latest or moment.at, moment.at)


def _check(session: Session, at: datetime) -> None:
    try:
        check(session.position, at)
    except Defect as defect:
        raise Refusal(
            because(
                "invariant",
                PRACTICE("invariants"),
                en=f"It would break an invariant: {defect.ids[0]}.",
                ja="法定の不変条件に反する。",
                remedy="Enter it, or what it rests on, as it truly happened.",
            )
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
    return one.having(version=0) == other.having(version=0)


def drift(on_file: Dossier, life: Life) -> tuple[str, ...]:
    """Cases that today's code would make otherwise than they stand on file."""
    ids = dict.fromkeys((*on_file.cases, *life.dossier.cases))
    return tuple(case for case in ids if not same(on_file.cases.get(case), life.dossier.cases.get(case)))
