"""Exploration of procedures: from where they begin, every act and every lapse, breadth first, states up to renaming.

What is reached is reached by filings of the engine; what is not reached within the bounds is not spoken of.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from engine.case import ClockStatus
from engine.command import Command, Considered, Entry, Kind, Outcome
from engine.filing import file_entry, file_lapses
from engine.position import Position
from engine.refusal import Defect
from law.competence import HOLDERS
from law.country_notice import in_force
from law.custody import CustodyHeld
from law.periods import legal_day
from tests.lives.bodies import Scene, body_of
from tests.lives.habits_all import HABITS
from tests.lives.life import OFFICERS, officer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.case import Case
    from engine.declaration import Act, Procedures
    from engine.position import Dossier
    from law.country_notice import CountryNotice

GOING = frozenset({"record_departure", "record_death", "record_proceedings", "record_travel_restrictions"})
"""Acts on the record of circumstances that move custody and orders."""
LAST = ("record_departure", "record_death")
"""Whoever leaves or dies ends everything; that is no way out of a state."""
VARIANTS = 2
"""Bodies that are tried for an act at a state."""
STEP = timedelta(minutes=7)
"""Within the ten minutes of an authorisation."""

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """A state that was reached: the cases, the instant, and how it was reached."""

    dossier: Dossier
    at: datetime
    way: tuple[str, ...]

    @property
    def by_going(self) -> bool:
        """Whether the last step was that the person left or died."""
        return self.way[-1].endswith(LAST)


@dataclass
class Explored:
    """What was found."""

    states: dict[Key, Reached] = field(default_factory=dict)
    leads: dict[Key, set[Key]] = field(default_factory=dict)
    """From each state that was opened up, the others that its moves lead to."""
    broken: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Each defect that a move met, with the shortest way to it."""
    moves: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """What is explored: the procedures whose acts are moves, and of whose live cases a state is made.

    Args:
        procedures: the declarations.
        moved: the procedures by name.
        notices: the notices of countries that are known.
    """

    procedures: Procedures
    moved: tuple[str, ...]
    notices: tuple[CountryNotice, ...] = ()

    def considered(self, act: Act, at: datetime) -> Considered | None:
        """What an act is judged by beside the cases, where it looks there."""
        return Considered(country_notice=in_force(self.notices, legal_day(at))) if act.considers else None

    def key_of(self, dossier: Dossier) -> Key:
        """A state up to renaming: where the person is held and on what, and stages, clocks and duties."""
        position = Position(dossier.cases, self.procedures)
        held = tuple((one.custody.value, one.title and one.title.value) for one in position.all(CustodyHeld))
        cases = (case for case in dossier.cases.values() if case.procedure in self.moved and not case.stage.closed)
        return (held, tuple(sorted(_shape(case) for case in cases)))

    def tried(self, dossier: Dossier) -> Iterator[tuple[Case[Any] | str, Act]]:
        """What might be done: acts where their case stands, and openings of what is not open."""
        live = {case.procedure for case in dossier.cases.values() if not case.stage.closed}
        for name in self.moved:
            if name not in live:
                yield from ((name, act) for act in self.procedures[name].openings.values() if not act.inner)
        for case in dossier.cases.values():
            for act in self.procedures[case.procedure].acts.values():
                fits = not act.inner and (act.at is None or case.stage in act.at)
                if fits and (case.procedure in self.moved or act.name in GOING):
                    yield case, act


def _shape(case: Case[Any]) -> Key:
    clocks = sorted(f"{one.rule_name} {one.status}" for one in case.clocks if one.status in _LIVE)
    return (case.procedure, str(case.stage), tuple(clocks), tuple(sorted(one.kind for one in case.open_duties)))


_LIVE = (ClockStatus.RUNNING, ClockStatus.SUSPENDED)


def explore(of: Field, beginnings: list[Reached], most: int) -> Explored:
    """Open up states, breadth first, until so many were opened up."""
    found = Explored()
    waiting = deque[Key]()
    for one in beginnings:
        key = of.key_of(one.dossier)
        if key not in found.states:
            found.states[key] = one
            waiting.append(key)
    while waiting and len(found.leads) < most:
        here = waiting.popleft()
        ahead = found.leads.setdefault(here, set())
        for reached in moves(of, found.states[here], here, found.broken):
            found.moves += 1
            key = of.key_of(reached.dossier)
            if key != here and not reached.by_going:
                ahead.add(key)
            if key not in found.states:
                found.states[key] = reached
                waiting.append(key)
    return found


def moves(of: Field, reached: Reached, key: Key, broken: dict[str, tuple[str, ...]]) -> Iterator[Reached]:
    """Everything that can happen next: each opening and act that is filed, and the next clock's end."""
    for case, act in of.tried(reached.dossier):
        for variant in range(VARIANTS):
            chance = Random(f"{key} {act.name} {variant}")
            try:
                after = _done(of, reached, case, act, chance)
            except Defect as defect:
                broken.setdefault(_told(defect), (*reached.way, act.name))
                continue
            if after is not None:
                yield after
    try:
        yield from _later(of.procedures, reached)
    except Defect as defect:
        broken.setdefault(_told(defect), (*reached.way, "time passes"))


def _told(defect: Defect) -> str:
    return " ".join((defect.code, *(one for one in defect.ids if not one.startswith("case_"))))


def _later(procedures: Procedures, reached: Reached) -> Iterator[Reached]:
    ends = [end for case in reached.dossier.cases.values() if (end := case.wakes_at) is not None]
    if ends:
        at = max(min(ends), reached.at)
        yield Reached(file_lapses(procedures, reached.dossier, at).dossier, at, (*reached.way, "time passes"))


def _done(of: Field, reached: Reached, case: Case[Any] | str, act: Act, chance: Random) -> Reached | None:
    """What an act makes of a state, or None where it is refused."""
    at = reached.at + STEP
    opened = case if isinstance(case, str) else ""
    acted = None if isinstance(case, str) else case
    position = Position(reached.dossier.cases, of.procedures)
    by = officer(min(role.value for role in HOLDERS[act.by]))
    command = Command(
        id=f"e{len(reached.way)}-{chance.randint(0, 10**9)}",
        kind=Kind.OPEN if opened else Kind.ACT,
        person="person",
        case=acted.id if acted else "",
        procedure=acted.procedure if acted else opened,
        act=act.name,
        body=body_of(act.body, Scene(chance, position, at, acted, HABITS)),
        occurred_at=at,
        received_at=at,
        decided_by=by,
        entered_by=by,
    )
    entry = Entry(
        command=command,
        decider=OFFICERS[by],
        enterer=OFFICERS[by],
        recorded_at=at,
        considered=of.considered(act, at),
    )
    change = file_entry(of.procedures, reached.dossier, entry)
    filed = change.filed
    if filed is None or filed.outcome is not Outcome.FILED:
        return None
    return Reached(change.dossier, at, (*reached.way, f"{command.procedure}.{act.name}"))


def closed_off(found: Explored, is_bad: Callable[[Key], bool]) -> list[Key]:
    """Bad states opened up from which neither a good state nor one that was not opened up is reached."""
    good = {key for key in found.states if key not in found.leads or not is_bad(key)}
    behind: dict[Key, set[Key]] = {}
    for here, ahead in found.leads.items():
        for there in ahead:
            behind.setdefault(there, set()).add(here)
    waiting = list(good)
    while waiting:
        for before in behind.get(waiting.pop(), set()) - good:
            good.add(before)
            waiting.append(before)
    return [key for key in found.leads if key not in good]


def told(found: Explored, what: dict[str, tuple[str, ...]]) -> str:
    """Each fault with the way to it."""
    lines = (f"{one}: {' → '.join(way)}" for one, way in what.items())
    return "\n".join((f"{len(found.leads)} states opened up, {len(found.states)} reached", *lines))
