"""A desk for stories: one person, officers of every role, acts in one line each, in memory."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from engine.command import Command, Filed, Kind, Officer, Outcome
from engine.declaration import Procedures
from law.competence import Role
from law.periods import JST
from simulation.memory import MemoryRegister

FINAL = {"judgment": "annuls it", "final_on": "2025-06-30", "served_on": "2025-06-16"}
"""A judgment served on 16 June 2025, on which nobody appealed within two weeks."""
NATIONAL = (Role.MINISTER, Role.COMMISSIONER, Role.REFUGEE_ADJUDICATION_COUNSELOR)


def jst(text: str) -> datetime:
    """An instant in Japan Standard Time from ISO text; a bare date is noon."""
    instant = datetime.fromisoformat(text if "T" in text or " " in text else f"{text}T12:00")
    return instant.replace(tzinfo=JST) if instant.tzinfo is None else instant


def officers(office: str = "tokyo") -> dict[str, Officer]:
    """One officer per role, named by the role; the inspector etc. are different people."""
    return {
        role.value: Officer(
            id=role.value,
            office="moj" if role in NATIONAL else office,
            roles=frozenset({role}),
            national=role in NATIONAL,
        )
        for role in Role
    }


@dataclass
class Desk:
    """Stories of one person: `open`, `act`, and what is on file."""

    procedures: Procedures
    person: str = "person_1"
    register: MemoryRegister = field(init=False)
    _numbers: Any = field(default_factory=count)

    def __post_init__(self) -> None:
        """Start with an empty register."""
        self.register = MemoryRegister(self.procedures, officers())

    def open(self, procedure: str, opening: str, at: str, by: str, received: str | None = None, **body: Any) -> str:
        """Open a case; returns its id. Fails the test if it is refused. `received` later than `at` enters it late."""
        filed = self.send(Kind.OPEN, procedure, "", opening, at, by, body, received)
        assert filed.outcome is Outcome.FILED, filed.refusal
        return filed.case

    def act(self, case: str, act: str, at: str, by: str, **body: Any) -> Filed:
        """Do an act; fails the test if it is refused."""
        filed = self.try_act(case, act, at, by, **body)
        assert filed.outcome is Outcome.FILED, filed.refusal
        return filed

    def try_act(self, case: str, act: str, at: str, by: str, received: str | None = None, **body: Any) -> Filed:
        """Do an act and return whatever the answer is; `received` later than `at` enters it late."""
        procedure = self.register.case(case).procedure
        return self.send(Kind.ACT, procedure, case, act, at, by, body, received)

    def refused(self, case: str, act: str, at: str, by: str, **body: Any) -> str:
        """Do an act that must be refused; returns the code, having seen an article."""
        filed = self.try_act(case, act, at, by, **body)
        assert filed.outcome is Outcome.REFUSED, f"{act} was not refused"
        assert filed.refusal is not None
        assert filed.refusal.reasons[0].basis or filed.refusal.type == "Malformed"
        return filed.refusal.code

    def correct(self, case: str, target: str, at: str, by: str = "regional_bureau_head", **body: Any) -> Filed:
        """Correct an entry."""
        procedure = self.register.case(case).procedure
        return self.send(Kind.CORRECT, procedure, case, "correct", at, by, body, None, target)

    def resolve(self, case: str, target: str, at: str, verdict: str, by: str = "regional_bureau_head") -> Filed:
        """Decide on a contested entry."""
        procedure = self.register.case(case).procedure
        body = {"verdict": verdict, "reason": "weighed"}
        return self.send(Kind.RESOLVE, procedure, case, "resolve", at, by, body, None, target)

    def send(  # noqa: PLR0917  (a table of a command's parts)
        self,
        kind: Kind,
        procedure: str,
        case: str,
        act: str,
        at: str,
        by: str,
        body: dict[str, Any],
        received: str | None = None,
        target: str | None = None,
    ) -> Filed:
        """Send a command."""
        command = Command(
            id=f"command-{next(self._numbers)}",
            kind=kind,
            person=self.person,
            case=case,
            procedure=procedure,
            act=act,
            body=body,
            target=target,
            occurred_at=jst(at),
            received_at=jst(received or at),
            decided_by=by,
            entered_by=by,
        )
        return self.register.file(command)

    def stage(self, case: str, at: str | None = None) -> str:
        """The stage of a case, with clocks lapsed up to an instant."""
        if at is not None:
            return str(self.register.dossier(self.person, jst(at)).cases[case].stage)
        return str(self.register.case(case).stage)

    def removal(self, at: str) -> tuple[str, set[str]]:
        """DT-01: the answer and the codes of its reasons."""
        finding = self.register.may_be_removed(self.person, jst(at))
        return finding.value.value, {reason.code for reason in finding.reasons}

    def duties(self, case: str) -> set[str]:
        """Kinds of open duties of a case."""
        return {duty.kind for duty in self.register.case(case).open_duties}

    def fact_kinds(self) -> list[str]:
        """Names of the facts on record, in order."""
        return [fact.kind for fact in self.register.facts(self.person)]
