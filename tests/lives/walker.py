"""A walk through a life: what is done next, when, by whom and with which papers, drawn from a seed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, Any

from engine.command import Command, Kind
from engine.reading import stages_entered
from law.competence import HOLDERS, Power, Role
from law.country_notice import CountryNotice
from law.periods import legal_day
from law.powers import ROLES
from law.regimes import COMMENCEMENT
from tests.lives import amending
from tests.lives.bodies import NO_CASE, Scene, body_of
from tests.lives.habits_all import HABITS, RARELY
from tests.lives.life import OFFICERS, officer
from tests.lives.promises import seen_before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.case import Case, CaseStage
    from engine.declaration import Act, Declaration
    from tests.lives.life import Life, Step

BEGINNINGS = (
    datetime(2024, 1, 30, 1, tzinfo=UTC),
    datetime(2024, 6, 9, 14, 50, tzinfo=UTC),
    datetime(2024, 11, 29, 3, tzinfo=UTC),
    datetime(2025, 4, 28, 15, tzinfo=UTC),
    datetime(2025, 12, 24, 0, 30, tzinfo=UTC),
    datetime(2027, 11, 29, 6, tzinfo=UTC),
)
"""Before and at the commencement of the Act of 2023, before long holidays, before a leap day."""
MOST_NOTICES = 2
"""Notices of countries that are loaded in the course of a life at most."""
MOST_LIVE = 9
"""Cases of a person beyond which none is opened."""


@lru_cache(maxsize=1024)
def _stages(declared: Declaration, act: str) -> frozenset[CaseStage]:
    return frozenset(stages_entered(declared, act))


def _first(made: Iterable[Command], fits: Callable[[Command], bool]) -> Command:
    """The first that fits, else the last."""
    last = None
    for command in made:
        last = command
        if fits(command):
            break
    assert last is not None, "something is always tried"
    return last


class Walker:
    """Chooses steps.

    Args:
        seed: what everything is drawn from.
        life: whose steps they are.
        wanted: acts and openings to be preferred, as `procedure act`.
    """

    def __init__(self, seed: int, life: Life, wanted: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.random = Random(seed)
        self.life = life
        self.now = self.random.choice(BEGINNINGS)
        self.done: Counter[tuple[str, str]] = Counter()
        self.wanted = wanted
        self._leanings: dict[str, float] = {}
        self._number = 0

    def next(self) -> Step:
        """The next step."""
        self.now = max(self._later(), self.now)
        roll = self.random.random()
        if not self.life.dossier.cases:
            return self._open(self.now)
        if roll < 0.04:
            return self.now
        if roll > 0.99 and len(self.life.notices) < MOST_NOTICES:
            return self._notice()
        if roll < 0.4:
            resolution = amending.resolve(self)
            if resolution is not None:
                return resolution
        if roll < 0.07 and self.life.history:
            return amending.correct(self)
        at = self._earlier() if roll < 0.11 else self.now
        live = [case for case in self.life.dossier.cases.values() if not case.stage.closed]
        opens = roll < 0.25 and len(live) < MOST_LIVE
        return self._open(at) if opens or not live else self._act(at)

    def command_for(self, procedure: str, act: str, body: dict[str, Any]) -> Command | None:
        """An opening, or an act of the last case of a procedure that it fits, with fields of its body fixed.

        None where there is no such case.
        """
        declared = self.life.house.procedures[procedure]
        if act in declared.openings:
            made = self._command(Kind.OPEN, procedure, declared.openings[act], self.now, careful=True)
        else:
            one, found = declared.acts[act], self.life.position().of(procedure)
            fitting = [case for case in found if one.at is None or case.stage in one.at]
            if not fitting:
                return None
            made = self._command(Kind.ACT, procedure, one, self.now, fitting[-1], careful=True)
        scene = Scene(self.random, self.life.position(), self.now)
        fixed = {name: value(scene) if callable(value) else value for name, value in body.items()}
        return made.model_copy(update={"body": {**made.body, **fixed}})

    def _notice(self) -> CountryNotice:
        """A notice of countries, in force by now, with the destination of most people on it or not."""
        number = len(self.life.notices) + 1
        first = max(COMMENCEMENT, legal_day(self.now) - timedelta(days=self.random.choice((0, 30))))
        return CountryNotice(str(number), first, frozenset({"PH", self.random.choice(("XA", "VN"))}))

    def _later(self) -> datetime:
        roll = self.random.random()
        ends = [end for case in self.life.dossier.cases.values() if (end := case.wakes_at) is not None]
        if ends and roll < 0.12:
            return min(ends) + timedelta(microseconds=self.random.choice((-1, 0, 1)))
        if roll < 0.55:
            return self.now + timedelta(minutes=self.random.choice((0, 0, 1, 20, 90)))
        if roll < 0.85:
            return self.now + timedelta(hours=self.random.choice((3, 9, 20, 30)))
        if roll < 0.97:
            return self.now + timedelta(days=self.random.choice((2, 4, 8, 15)))
        return self.now + timedelta(days=self.random.choice((31, 92, 180, 366)))

    def _earlier(self) -> datetime:
        """A late entry; seldom before the person was known."""
        return self.now - timedelta(minutes=self.random.choice((1, 90, 1500, 4000, 12000)))

    def _open(self, at: datetime) -> Command:
        procedures = self.life.house.procedures
        kept = any(case.procedure == "Circumstances" for case in self.life.dossier.cases.values())
        if not kept and self.random.random() < 0.85:
            return self._command(Kind.OPEN, "Circumstances", procedures["Circumstances"].openings["keep"], at)
        found = [(one.name, act) for one in procedures for act in one.openings.values() if not act.inner]
        weights = [self._weight(name, act) * self._leaning(name) / (1 + len(self._live(name))) for name, act in found]
        made = (self._command(Kind.OPEN, name, act, at) for name, act in self.random.choices(found, weights, k=4))
        return _first(made, lambda command: not self._lacks_object(command))

    def _leaning(self, procedure: str) -> float:
        """A life leans to some procedures more than to others."""
        return self._leanings.setdefault(procedure, self.random.choice((0.2, 1, 1, 4)))

    @staticmethod
    def _lacks_object(command: Command) -> bool:
        """Whether an opening names a case and there is none to name."""
        return NO_CASE in command.body.values()

    def _live(self, procedure: str) -> list[Case[Any]]:
        return [one for one in self.life.dossier.cases.values() if one.procedure == procedure and not one.stage.closed]

    def _act(self, at: datetime) -> Command:
        cases = list(self.life.dossier.cases.values())
        case = self.random.choices(cases, [self._pull(case) for case in cases])[0]
        declared = self.life.house.procedures[case.procedure]
        acts = [act for act in declared.acts.values() if not act.inner]
        fitting = [act for act in acts if act.at is None or case.stage in act.at]
        chosen = fitting if fitting and self.random.random() < 0.95 else acts
        weighed = [self._weight(case.procedure, act) * self._leads_on(declared, act, case) for act in chosen]
        tries = self.random.choices(chosen, weighed, k=4 if self.random.random() < 0.9 else 1)
        made = (self._command(Kind.ACT, case.procedure, act, at, case) for act in tries)
        return _first(made, lambda command: len(tries) == 1 or not self._is_blocked(command))

    def _pull(self, case: Case[Any]) -> float:
        """Closed cases and the record of circumstances ask for less; what was opened last asks for more."""
        if case.stage.closed:
            return 0.08
        return (0.5 if case.procedure == "Circumstances" else 1.0) + 0.5 * case.number / len(self.life.dossier.cases)

    @staticmethod
    def _leads_on(declared: Declaration, act: Act, case: Case[Any]) -> float:
        """What goes on to another stage is preferred; what can only end the case is not."""
        ends = _stages(declared, act.name) - {case.stage}
        if act.at is None or (ends and all(one.closed for one in ends)):
            return 0.4
        return 3 if ends else 1

    def _is_blocked(self, command: Command) -> bool:
        decider = OFFICERS[command.decided_by]
        return bool(seen_before(self.life.house.procedures, self.life.dossier, command, decider))

    def _weight(self, procedure: str, act: Act) -> float:
        """What was done in this life is done again less often; what is wanted is preferred."""
        wanted = 6 if (procedure, act.name) in self.wanted else 1
        return wanted * RARELY.get(act.name, 1) / (1 + 2 * self.done[procedure, act.name])

    def _command(
        self,
        kind: Kind,
        procedure: str,
        act: Act,
        at: datetime,
        case: Case[Any] | None = None,
        *,
        careful: bool = False,
    ) -> Command:
        self.done[procedure, act.name] += 1
        decider, enterer = self._officers(act, careful=careful)
        return self.sent(
            kind,
            procedure,
            act.name,
            at,
            self._body(act, at, case),
            case=case.id if case else "",
            decided_by=decider,
            entered_by=enterer,
        )

    def _body(self, act: Act, at: datetime, case: Case[Any] | None) -> dict[str, Any]:
        scene = Scene(self.random, self.life.position(), at, case, HABITS)
        body = body_of(act.body, scene)
        if body and scene.chance(0.01):
            body.pop(self.random.choice(sorted(body)))
        return body

    def _officers(self, act: Act, *, careful: bool) -> tuple[str, str]:
        """Who decides and who enters: mostly one who may, now and then one who may not."""
        roll = 0.5 if careful else self.random.random()
        if roll < 0.02:
            return (other := officer(self.random.choice(list(ROLES)).value), other)
        decider = officer(
            self._holder(act.by), "osaka" if roll > 0.985 and not act.opens else "tokyo", 2 if roll > 0.9 else 1
        )
        on_paper = act.on_paper and roll < 0.3
        return decider, officer(Role.BUREAU_CLERK.value) if on_paper else decider

    def _holder(self, power: Power) -> str:
        return self.random.choice(sorted(role.value for role in HOLDERS[power]))

    def sent(
        self,
        kind: Kind,
        procedure: str,
        act: str,
        at: datetime,
        body: dict[str, Any],
        *,
        case: str = "",
        target: str | None = None,
        decided_by: str = "",
        entered_by: str = "",
    ) -> Command:
        """A command as it is sent, with a number of its own.

        Args:
            kind: of the command.
            procedure: whose act it is.
            act: its name.
            at: when it was done; not after now.
            body: its paper.
            case: the case acted on.
            target: the entry that is corrected or resolved.
            decided_by: the officer on the paper; left out = the head of the bureau.
            entered_by: who enters it; left out = the same.
        """
        self._number += 1
        head = officer(Role.REGIONAL_BUREAU_HEAD.value)
        return Command(
            id=f"c{self._number}",
            kind=kind,
            person="person",
            case=case,
            procedure=procedure,
            act=act,
            body=body,
            target=target,
            occurred_at=min(at, self.now),
            received_at=self.now,
            decided_by=decided_by or head,
            entered_by=entered_by or decided_by or head,
        )
