"""Random lives of the toys."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.command import Command, Kind, Outcome
from engine.explain import explain
from engine.resolution import Verdict
from tests.engine.lives import EVERYBODY, Lived
from tests.engine.toys import TOYS

START = datetime(2025, 1, 6, 3, tzinfo=UTC)
OPENINGS = (("Petition", "file_petition"), ("Expulsion", "suspect"))


class Chance:
    """Chooses what is done next, and when."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.now = START
        self.number = 0
        self.lived = Lived(TOYS)

    def step(self) -> None:
        """Do something: now, or as of some days ago."""
        self.now += timedelta(hours=self.random.choice((0, 1, 15, 30, 60, 100, 200)))
        if self.random.random() < 0.1:
            self.lived.lapse(self.now)
            return
        late = self.random.random() < 0.35
        at = self.now - timedelta(hours=self.random.choice((1, 20, 50, 120, 300))) if late else self.now
        self.lived.file(self._command(at))

    def _command(self, at: datetime) -> Command:
        cases = list(self.lived.dossier.cases.values())
        contested = [(case, mark.entry) for case in cases for mark in case.contested]
        roll = self.random.random()
        if not cases or roll < 0.12:
            procedure, opening = self.random.choice(OPENINGS)
            return self._make(Kind.OPEN, at, procedure=procedure, act=opening)
        if contested and roll < 0.35:
            case, target = self.random.choice(contested)
            verdict = self.random.choice(list(Verdict)).value
            body = {"verdict": verdict, "reason": "weighed"}
            return self._make(Kind.RESOLVE, at, case.procedure, "resolve", body, case.id, target)
        if roll < 0.45 and self.lived.history:
            return self._correction(at)
        case = self.random.choice(cases)
        acts = TOYS[case.procedure].acts
        fitting = [name for name, act in acts.items() if act.at is None or case.stage in act.at]
        names = fitting if fitting and self.random.random() < 0.8 else list(acts)
        if not names:
            return self._make(Kind.OPEN, at, procedure="Petition", act="file_petition")
        name = self.random.choice(names)
        return self._make(Kind.ACT, at, case.procedure, name, self._body(name, at), case.id)

    def _correction(self, at: datetime) -> Command:
        one = self.random.choice(self.lived.history).entry.command
        case = one.case or next(iter(self.lived.dossier.cases))
        body: dict[str, Any] = {"reason": "typed wrongly"}
        roll = self.random.random()
        if roll < 0.3:
            body["annul"] = True
        if roll > 0.2:
            body["occurred_at"] = (one.occurred_at - timedelta(hours=self.random.choice((1, 30)))).isoformat()
        if roll > 0.6:
            body["body"] = self._body(one.act, one.occurred_at)
        return self._make(Kind.CORRECT, at, one.procedure, "correct", body, case, one.id)

    def _body(self, act: str, at: datetime) -> dict[str, Any]:
        day = (at + timedelta(hours=9)).date()
        if act == "refuse":
            return {"reasons": "none", "weight": self.random.randint(0, 2)}
        if act in ("certify", "notify"):
            return {"received_on": (day - timedelta(days=self.random.choice((0, 0, 1, 9)))).isoformat()}
        if act in ("shelter", "renew"):
            return {"until": (day + timedelta(days=self.random.choice((3, 10, 40)))).isoformat()}
        return {}

    def _make(
        self,
        kind: Kind,
        at: datetime,
        procedure: str,
        act: str,
        body: dict[str, Any] | None = None,
        case: str = "",
        target: str | None = None,
    ) -> Command:
        self.number += 1
        return Command(
            id=f"c{self.number}",
            kind=kind,
            person="person",
            case=case,
            procedure=procedure,
            act=act,
            body=body or {},
            target=target,
            occurred_at=at,
            received_at=self.now,
            decided_by="everybody",
            entered_by="everybody",
        )


SETTINGS = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@given(seed=st.integers(0, 10**9))
@SETTINGS
def test_whatever_is_filed_the_record_holds_together(seed: int) -> None:
    """Invariants, versions, ids, facts and replay agree after every filing; a refusal changes nothing but lapses."""
    chance = Chance(seed)
    for _ in range(25):
        chance.step()
    chance.lived.prefix_holds(START + timedelta(days=Random(seed).randint(0, 60)))


@given(seed=st.integers(0, 10**9))
@SETTINGS
def test_what_explain_says_is_what_the_filing_does(seed: int) -> None:
    """An act said to be allowed is refused at most for its body; one said to be blocked is refused for that."""
    chance = Chance(seed)
    for _ in range(12):
        chance.step()
    at = max(chance.now, chance.lived.dossier.latest or chance.now)
    for case in list(chance.lived.dossier.cases.values()):
        for standing in explain(TOYS, chance.lived.dossier, case.id, at, EVERYBODY):
            agrees(chance, case.id, standing, at)


def agrees(chance: Chance, case: str, standing: Any, at: datetime) -> None:
    """File an act on a copy and compare."""
    from copy import copy

    chance.now = at
    name = standing.act.name
    body = {
        "refuse": {"reasons": "x"},
        "certify": {"received_on": "2025-01-06"},
        "notify": {"received_on": "2025-01-06"},
    }
    procedure = chance.lived.dossier.cases[case].procedure
    command = chance._make(Kind.ACT, at, procedure, name, body.get(name, chance._body(name, at)), case)
    lived = copy(chance.lived)
    lived.history, lived.facts, lived.ids = list(lived.history), dict(lived.facts), set(lived.ids)
    filed = lived.file(command)
    early = {reason.code for refusal in standing.blocked_by for reason in refusal.reasons}
    if standing.allowed:
        codes = {"closed_day", "beyond_maximum", "before_start"}
        assert filed.outcome is Outcome.FILED or (filed.refusal and filed.refusal.code in codes)
    else:
        assert filed.refusal is not None
        assert {ground.code for ground in filed.refusal.reasons} == early
        assert filed.refusal.available_from == standing.available_from
