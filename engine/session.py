"""A filing in progress: working copies of a person's cases, the facts recorded, effects to a fixpoint."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

from engine.case import Case, Clock, ClockStatus, FiledFact, LedgerEntry
from engine.command import Considered, Officer
from engine.payload import ANYTHING, Fact, changed
from engine.position import Dossier, Position
from engine.refusal import Defect, Refusal
from law.periods import legal_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.declaration import Procedures, Reaction
    from law.citation import Citation

Mark = tuple[dict[str, Case[Any]], dict[str, int], datetime | None, int, int]
"""Cases, ordinals, the last instant, and how many facts and lapses there were."""

MOST_ROUNDS = 100
MOST_LAPSES = 10_000
LONGEST_ID = 120
_IDS = UUID("0f7f4e0a-5a3c-5d0f-8a4e-3a9d3b0f5d11")


class Moment(NamedTuple):
    """By what and when a case is moved: the entry, the instant in law, and who decided (None = the law itself)."""

    entry: str
    at: datetime
    basis: tuple[Citation, ...]
    received_at: datetime | None = None
    decider: Officer | None = None
    enterer: Officer | None = None
    considered: Considered | None = None
    recorded_at: datetime | None = None
    """When the entry came on file, by the register's clock: only what must be on file in time asks for it."""


@dataclass(frozen=True, slots=True)
class LapsedClock:
    """A clock that reached its end in this filing."""

    case: str
    clock: str
    generation: int
    at: datetime


class Lapsed(Fact):
    """A clock reached its end; what the law makes of it stands in the facts beside this one."""

    clock: str
    rule: str


class Session:
    """Working copies of a person's cases while acts, lapses and effects are performed on them.

    Nothing is touched outside: a refusal restores the state before the act, and the caller files the difference.
    """

    def __init__(self, procedures: Procedures, dossier: Dossier) -> None:
        self.procedures = procedures
        self.person = dossier.person
        self.before = dossier.cases
        self.cases: dict[str, Case[Any]] = dict(dossier.cases)
        self.facts: list[FiledFact] = []
        self.lapsed: list[LapsedClock] = []
        self.latest = dossier.latest
        self.moment: Moment | None = None
        self._queue: deque[FiledFact] = deque()
        self._ordinals: dict[str, int] = {}
        self._position: Position | None = None
        self._day: tuple[datetime, date] | None = None
        self._changes = 0
        self._asked: dict[str, tuple[FiledFact, Reaction, int]] = {}

    @property
    def position(self) -> Position:
        """The person's position as it stands in this filing."""
        if self._position is None:
            self._position = Position(self.cases, self.procedures)
        return self._position

    @property
    def dossier(self) -> Dossier:
        """The person's cases as they stand in this filing."""
        return Dossier(self.person, dict(self.cases), self.latest)

    def put(self, case: Case[Any]) -> None:
        """Replace a working copy."""
        self._changes += 1
        self.cases[case.id] = case
        self._position = None

    def next_id(self) -> str:
        """An id within the entry: never random, the same in every replay."""
        entry = self.now.entry
        ordinal = self._ordinals.get(entry, 0) + 1
        self._ordinals[entry] = ordinal
        return f"{entry}#{ordinal}"

    @property
    def now(self) -> Moment:
        """By what and when a case is moved now. Raises Defect where nothing moves any."""
        if self.moment is None:
            raise Defect("no_moment")
        return self.moment

    @property
    def today(self) -> date:
        """The legal day of the moment, counted once for an instant."""
        at = self.now.at
        if self._day is None or self._day[0] is not at:
            self._day = (at, legal_day(at))
        return self._day[1]

    def record(self, case: str, body: Fact) -> None:
        """Put a fact on record; it will reach the person's other cases."""
        fact = FiledFact(self.next_id(), self.now.entry, case, self.now.at, body, self.now.basis)
        self.facts.append(fact)
        self._queue.append(fact)

    def tell(self, body: Fact, moment: Moment) -> None:
        """Let the cases react to something that happens to the record itself, and is no fact of any of them."""
        self.moment = moment
        self._reach(FiledFact("", moment.entry, "", moment.at, body, moment.basis))
        self._settle()

    def undone_if_refused(self) -> Undone:
        """Restore everything when the act inside is refused or proves defective."""
        return Undone(self)

    def mark(self) -> Mark:
        """How the session stands now."""
        return (dict(self.cases), dict(self._ordinals), self.latest, len(self.facts), len(self.lapsed))

    def go_back(self, mark: Mark) -> None:
        """Take back everything since a mark."""
        self.cases, self._ordinals, self.latest, facts, lapsed = mark
        del self.facts[facts:]
        del self.lapsed[lapsed:]
        self._queue.clear()
        self._position = None

    def perform(self, procedure: str, case_id: str, method: Callable[..., None], moment: Moment, *body: object) -> None:
        """Run an act or a lapse on a case of a procedure, then what its facts do to the other cases.

        Raises:
            Refusal: the law does not allow it; the session is as the caller left it only inside `undone_if_refused`.
        """
        self.moment = moment
        self.latest = max(self.latest or moment.at, moment.at)
        self.run(procedure, case_id, method, *body)
        self._settle()

    def run(
        self,
        procedure: str,
        case_id: str,
        method: Callable[..., None],
        *body: object,
        basis: tuple[Citation, ...] | None = None,
    ) -> None:
        """Run a method of a procedure on a case, within the moment that is, on its own basis where it has one."""
        outer = self.now
        if basis is not None and basis is not outer.basis:
            self.moment = outer._replace(basis=basis)
        method(self.procedures.kinds[procedure](self, case_id), *body)
        self.moment = outer

    def _settle(self) -> None:
        rounds = 0
        self._asked = {}
        while self._queue or self._look_again():
            rounds += 1
            if rounds > MOST_ROUNDS:
                raise Defect("effects_without_end", self.now.entry)
            for _ in range(len(self._queue)):
                self._reach(self._queue.popleft())

    def _reach(self, fact: FiledFact) -> None:
        reactions = self.procedures.reactions_to(type(fact.body))
        if not reactions:
            return
        for case in list(self.cases.values()):
            if case.id == fact.case:
                continue
            for reaction in reactions.get(case.procedure, ()):
                self._react(case, reaction, fact)

    def _react(self, case: Case[Any], reaction: Reaction, fact: FiledFact) -> None:
        try:
            self.run(case.procedure, case.id, reaction.perform, fact.body, basis=reaction.basis)
        except Refusal as refusal:
            raise Defect("reaction_refused", case.procedure, reaction.name) from refusal
        if reaction.fact is ANYTHING:
            self._asked[case.id] = (fact, reaction, self._changes)

    def _look_again(self) -> bool:
        """Ask the cases that hear of anything once more, where another case moved in silence after they were asked.

        A reaction may change what its case lays before the rules without putting a fact on record; whoever was opened
        earlier had been asked before it. Returns whether that put anything on record.
        """
        for case_id, (fact, reaction, seen) in tuple(self._asked.items()):
            if self._changes != seen:
                self._react(self.cases[case_id], reaction, fact)
        return bool(self._queue)

    def lapse_until(self, at: datetime) -> None:
        """Let every clock of the person that has run out at an instant lapse, in order of its end."""
        for _ in range(MOST_LAPSES):
            due = self._due(at)
            if due is None:
                return
            self._lapse(*due)
        raise Defect("lapses_without_end", self.person)

    def _due(self, at: datetime) -> tuple[Case[Any], Clock] | None:
        awake = [case for case in self.cases.values() if (wakes := case.wakes_at) is not None and wakes <= at]
        if not awake:
            return None
        due = [
            (case, clock) for case in awake for clock in case.clocks if clock.has_run_out(at) and not case.holds(clock)
        ]
        return min(due, key=_turn) if due else None

    def _lapse(self, case: Case[Any], clock: Clock) -> None:
        lapse = self.procedures[case.procedure].lapses.get(clock.rule_name)
        if lapse is None or clock.ends_at is None:
            raise Defect("clock_without_lapse", case.procedure, clock.rule_name)
        entry = lapse_id(clock)
        moment = Moment(entry, clock.ends_at, lapse.basis)
        self.lapsed.append(LapsedClock(case.id, clock.id, clock.generation, clock.ends_at))
        ledger = (*clock.ledger, LedgerEntry(movement="lapsed", at=clock.ends_at))
        ended = changed(clock, {"status": ClockStatus.LAPSED, "ledger": ledger})
        self.put(case.having(clocks=tuple(ended if c.id == clock.id else c for c in case.clocks)))
        self.moment = moment
        self.record(case.id, Lapsed(clock=clock.id, rule=clock.rule_name))
        try:
            self.perform(case.procedure, case.id, lapse.perform, moment)
        except Refusal as refusal:
            raise Defect("lapse_refused", case.procedure, lapse.name) from refusal


class Undone:
    """What is done inside is taken back when it is refused or proves defective."""

    def __init__(self, session: Session) -> None:
        self._session, self._mark = session, session.mark()

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Take it back; the refusal goes on."""
        if kind is not None and issubclass(kind, (Refusal, Defect)):
            self._session.go_back(self._mark)


def _turn(due: tuple[Case[Any], Clock]) -> tuple[Any, ...]:
    """Whose turn it is among clocks that have run out: by end, danger, order of opening."""
    case, clock = due
    return (clock.ends_at, clock.rule.danger, case.number, clock.id)


def lapse_id(clock: Clock) -> str:
    """The command id of a clock's lapse: one per clock and generation.

    A clock that a lapse started has that lapse in its id; a long chain of them is cut short, always in the same way.
    """
    whole = f"lapse/{clock.id}/{clock.generation}"
    return whole if len(whole) <= LONGEST_ID else f"lapse/{uuid5(_IDS, clock.id).hex}/{clock.generation}"
