"""Runs worked cases on the pure procedures, with a register in memory and a clock that the steps carry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from engine.command import Command, Filed, Kind, Outcome
from engine.refusal import Defect, Refusal
from simulation.expectations import View, expect_case, expect_person
from simulation.memory import MemoryRegister
from simulation.officers import OfficersByName
from simulation.scenario import plain

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from engine.declaration import Procedures
    from simulation.scenario import Check, Person, Scenario, Step

__all__ = ["Failure", "OfficersByName", "Run", "Runner"]

_RECORDS = {
    "stays": ("record_stays", "immigration_inspector"),
    "sentences": ("record_sentences", "immigration_inspector"),
    "court_stays": ("record_court_stays", "supervising_immigration_inspector"),
    "proceedings": ("record_proceedings", "immigration_inspector"),
    "travel_restrictions": ("record_travel_restrictions", "supervising_immigration_inspector"),
    "custody": ("record_custody", "immigration_inspector"),
}
_FIELDS = {"travel_restrictions": "restrictions", "court_stays": "stays"}


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that did not hold."""

    step: int
    expected: str
    found: str


@dataclass
class Run:
    """What became of a worked case."""

    scenario: Scenario
    file: Path | None = None
    commands: list[Command] = field(default_factory=list)
    answers: list[Filed] = field(default_factory=list)
    checks: int = 0
    failures: list[Failure] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether every expectation held."""
        return not self.failures


class Runner:
    """Lives one worked case."""

    def __init__(self, procedures: Procedures, scenario: Scenario, file: Path | None = None) -> None:
        self.procedures = procedures
        self.run = Run(scenario, file)
        self.register = MemoryRegister(procedures, OfficersByName())
        self.register.country_notices = tuple(notice.published for notice in scenario.country_notices)
        self._cases: dict[str, str] = {}
        self._found: dict[str, str] = {}
        self._entries: dict[str, str] = {}
        self._case_person: dict[str, str] = {}

    def live(self) -> Run:
        """Live every step and check what is expected; a defect ends the case as a failure."""
        scenario = self.run.scenario
        number = 0
        try:
            for name, person in scenario.people.items():
                self.run.people[name] = f"person_{self._id('person', name)}"
                self._know(name, person)
            for number, step in enumerate(scenario.steps, start=1):
                self._step(number, step)
        except (Defect, Refusal) as fault:
            self._fail(number, "a step that can be lived", str(fault))
        return self.run

    def _id(self, *parts: str) -> str:
        return uuid5(NAMESPACE_URL, "/".join((self.run.scenario.scenario, *parts))).hex

    def _know(self, name: str, person: Person) -> None:
        filed = self._send(
            Kind.OPEN, name, at=person.since, by="immigration_inspector", procedure="Circumstances", act="keep"
        )
        self._cases[name] = filed.case
        self._case_person[name] = name
        for what, (act, by) in _RECORDS.items():
            value = getattr(person, what)
            if value is not None:
                self._record(name, act, {_FIELDS.get(what, what): value}, by)
        if person.security_ground is not None:
            body = {"applies": person.security_ground, "reasons": "as in the worked case"}
            self._record(name, "record_security_ground", body, "immigration_inspector")
        if person.destination is not None:
            body = {"destination": person.destination, "reasons": "as in the worked case"}
            self._record(name, "find_destination", body, "supervising_immigration_inspector")
        if person.notice is not None:
            self._record(name, "tell_removal", {"notice": person.notice}, "immigration_control_officer")

    def _record(self, name: str, act: str, body: dict[str, Any], by: str) -> None:
        at = self.run.scenario.people[name].since
        case = self._cases[name]
        filed = self._send(Kind.ACT, name, at=at, by=by, procedure="Circumstances", case=case, act=act, body=body)
        if filed.outcome is not Outcome.FILED:
            self._fail(0, f"{act} of {name} on record", filed.refusal.code if filed.refusal else "")

    def _step(self, number: int, step: Step) -> None:
        if step.open or step.act or step.correct or step.resolve:
            filed = self._do(step)
            self._judge(number, step, filed)
        for person in self.run.people.values():
            self.register.let_lapse(person, step.entered or step.at)
        for check in step.check:
            self.run.checks += 1
            self._check(number, check, step.entered or step.at)

    def _do(self, step: Step) -> Filed:
        by = step.by or ""
        body = {key: self._resolved(value) for key, value in step.with_.items()}
        received = step.entered or step.at
        if step.open:
            person = step.person or next(iter(self.run.people))
            opening = step.opening or self._first_opening(step.open)
            return self._opened(step, person, opening, body, received)
        case = step.case or self._only_case()
        case_id = self._case_named(case)
        person = self._case_person[case]
        procedure = self._procedure_of(case)
        kind, target = Kind.ACT, None
        if step.correct or step.resolve:
            kind = Kind.CORRECT if step.correct else Kind.RESOLVE
            target = self._entry_named(step.correct or step.resolve or "")
        filed = self._send(
            kind,
            person,
            at=step.at,
            by=by,
            procedure=procedure,
            case=case_id,
            act=step.act or kind.value,
            body=body,
            received_at=received,
            target=target,
            entered_by=step.entered_by,
        )
        self._entries[step.id or f"step{len(self._entries)}"] = filed.command
        return filed

    def _opened(self, step: Step, person: str, opening: str, body: dict[str, Any], received: datetime) -> Filed:
        name = step.as_ or str(step.open)
        filed = self._send(
            Kind.OPEN,
            person,
            at=step.at,
            by=step.by or "",
            procedure=step.open,
            act=opening,
            body=body,
            received_at=received,
            entered_by=step.entered_by,
        )
        self._cases[name] = filed.case
        self._case_person[name] = person
        self._entries[step.id or name] = filed.command
        return filed

    def _only_case(self) -> str:
        return next(reversed(self._cases))

    def _resolved(self, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, str) and value.startswith("$"):
            return self._named(value[1:])
        if isinstance(value, dict):
            return {key: self._resolved(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._resolved(one) for one in value]
        return value if isinstance(value, (bool, int, float)) or value is None else plain(value)

    def _procedure_of(self, case: str) -> str:
        """The procedure of a case; a case whose opening was refused or contested is not there."""
        try:
            return self.register.case(self._case_named(case)).procedure
        except KeyError:
            raise _unknown(case) from None

    def _first_opening(self, procedure: str) -> str:
        if procedure not in self.procedures:
            raise _unknown(procedure)
        openings = self.procedures[procedure].openings
        return min(openings, key=lambda name: openings[name].inner)

    def _named(self, name: str) -> str:
        """The id that a `$name` stands for: a case, before it an entry that no case shares the name with."""
        if name in self._entries and name not in self._cases:
            return self._entry_named(name)
        return self._case_named(name)

    def _entry_named(self, name: str) -> str:
        if name not in self._entries:
            raise _unknown(name)
        return self._entries[name]

    def _case_named(self, name: str) -> str:
        """The id of a case of this file.

        One that an act opened goes by its procedure, the second by `Procedure/2`, that of another person by
        `Procedure@person`.
        """
        if name in self._cases:
            return self._cases[name]
        if name in self._found:
            return self._found[name]
        kind, _, whose = name.partition("@")
        kind, _, number = kind.partition("/")
        place = int(number) if number.isdigit() else 1
        for person in self.run.people.values() if not whose else [self.run.people[whose]]:
            opened = [case.id for case in self.register.dossier(person).cases.values() if case.procedure == kind]
            if 0 < place <= len(opened):
                self._case_person[name] = next(n for n, p in self.run.people.items() if p == person)
                return self._found.setdefault(name, opened[place - 1])
        raise _unknown(name)

    def _send(self, kind: Kind, person: str, *, at: datetime, by: str, **parts: Any) -> Filed:  # noqa: ANN401
        """File a command; `parts` are its other fields."""
        if person not in self.run.people:
            raise _unknown(person)
        parts["body"] = plain(parts.get("body", {}))
        command = Command(
            id=self._id("command", str(len(self.run.commands))),
            kind=kind,
            person=self.run.people[person],
            occurred_at=at,
            decided_by=by,
            **{"received_at": at, "entered_by": by, "case": "", **{k: v for k, v in parts.items() if v is not None}},
        )
        filed = self.register.file(command)
        self.run.commands.append(command)
        self.run.answers.append(filed)
        return filed

    def _judge(self, number: int, step: Step, filed: Filed) -> None:
        self.run.checks += 1
        if step.refused is not None:
            found = filed.refusal.code if filed.refusal else filed.outcome.value
            if found != step.refused:
                self._fail(number, f"refused: {step.refused}", found)
            return
        expected = Outcome.CONTESTED if step.contested else Outcome.FILED
        if filed.outcome is not expected:
            why = f" ({filed.refusal.code}: {filed.refusal.reasons[0].en})" if filed.refusal else ""
            self._fail(number, expected.value, filed.outcome.value + why)

    def _fail(self, step: int, expected: str, found: str) -> None:
        self.run.failures.append(Failure(step, expected, found))

    def _check(self, number: int, check: Check, at: datetime) -> None:
        name = self._person_of(check)
        if name not in self.run.people:
            raise _unknown(name)
        person = self.run.people[name]
        found = expect_person(check, self.register.position(person, at), at)
        if found is None:
            case_name = check.case or self._only_case()
            case = self.register.dossier(person, at).cases.get(self._case_named(case_name))
            if case is None:
                raise _unknown(case_name)
            found = expect_case(check, View(self.procedures, self.register, person, case, at))
        for expected, seen in found:
            if expected != seen:
                self._fail(number, expected, seen)

    def _person_of(self, check: Check) -> str:
        if check.person:
            return check.person
        if check.case:
            self._case_named(check.case)
            return self._case_person[check.case]
        return next(iter(self.run.people))


def _unknown(name: str) -> Defect:
    return Defect("unknown_name_in_worked_case", name)
