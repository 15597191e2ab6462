"""A register in memory for the durable side alone: it keeps clocks, answers and obligations, and knows no law."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from activities.register_port import Obligation
from engine.command import Command, Filed, Kind, Outcome, RefusalSent, case_id_of
from law.clocks import Danger
from notices.channel import Evidence
from workflows.ports import CaseRef, Due, FiledClock, Wake

numbers = count()


@dataclass
class FakeCase:
    """A case as the fake keeps it: clocks by name; a suspended one has no end."""

    ref: CaseRef
    clocks: dict[str, FiledClock | None] = field(default_factory=dict)
    is_open: bool = True


class FakeRegister:
    """Does what a command's body says: `clocks` to set, `leaves` obligations, `close`; the act "refuse" is refused."""

    def __init__(self) -> None:
        self.cases: dict[str, FakeCase] = {}
        self.answers: dict[str, Filed] = {}
        self.lapsed: list[tuple[str, str, datetime]] = []
        self.renew: dict[str, timedelta] = {}
        self.renewals_left = 0
        self.undone: list[Obligation] = []
        self.evidence: dict[int, Evidence | None] = {}
        self.faults: defaultdict[str, list[Exception]] = defaultdict(list)
        self.calls: defaultdict[str, int] = defaultdict(int)

    async def file(self, command: Command) -> Filed:
        self._stumble("file")
        if command.id not in self.answers:
            self.answers[command.id] = self._file(command)
        return self.answers[command.id]

    async def lapse(self, due: Due) -> None:
        self._stumble("lapse")
        for case in self.cases.values():
            if case.ref.person == due.case.person:
                self._lapse(case, due.until)

    async def wake(self, case: str) -> Wake:
        self._stumble("wake")
        if case not in self.cases:
            return Wake(open=False)
        found = self.cases[case]
        owes = any(obligation.case.case == case for obligation in self.undone)
        clocks = tuple(clock for clock in found.clocks.values() if clock)
        return Wake(clocks=clocks, obligations=owes, open=found.is_open)

    async def obligations(self, case: str) -> Sequence[Obligation]:
        self._stumble("obligations")
        return [obligation for obligation in self.undone if obligation.case.case == case]

    async def obligations_older_than(self, age: timedelta, limit: int) -> Sequence[Obligation]:
        return self.undone[:limit]

    async def begin(self, obligation: int) -> bool:
        self.calls[f"begin {obligation}"] += 1
        return self.calls[f"begin {obligation}"] == 1

    async def end(self, obligation: int, evidence: Evidence | None) -> None:
        self._stumble("end")
        self.evidence[obligation] = evidence
        self.undone = [each for each in self.undone if each.id != obligation]

    async def overdue(self, age: timedelta, limit: int) -> Sequence[Due]:
        now = datetime.now(UTC)
        late = [
            (clock.danger, clock.ends_at, case.ref)
            for case in self.cases.values()
            for clock in case.clocks.values()
            if clock and clock.ends_at <= now - age
        ]
        return [Due(case=ref, until=ends) for _, ends, ref in sorted(late, key=lambda each: each[:2])][:limit]

    def _stumble(self, method: str) -> None:
        self.calls[method] += 1
        if self.faults[method]:
            raise self.faults[method].pop(0)

    def _file(self, command: Command) -> Filed:
        case = case_id_of(command.id) if command.kind is Kind.OPEN else command.case
        ref = CaseRef(case=case, person=command.person, procedure=command.procedure)
        outcome = Outcome.REFUSED if command.act == "refuse" else Outcome.FILED
        if outcome is Outcome.FILED:
            self._perform(self.cases.setdefault(case, FakeCase(ref)), command.body)
        refusal = RefusalSent(type="Refusal", code="no", reasons=()) if outcome is Outcome.REFUSED else None
        return Filed(
            command=command.id,
            outcome=outcome,
            person=command.person,
            case=case,
            procedure=command.procedure,
            refusal=refusal,
        )

    def _perform(self, case: FakeCase, body: dict[str, Any]) -> None:
        for name, clock in body.get("clocks", {}).items():
            case.clocks[name] = FiledClock.model_validate(clock) if clock else None
        for obligation in body.get("leaves", ()):
            self.undone.append(Obligation(id=next(numbers), errand=obligation, case=case.ref))
        if "is_open" in body:
            case.is_open = body["is_open"]

    def _lapse(self, case: FakeCase, until: datetime) -> None:
        for name, clock in list(case.clocks.items()):
            if clock and clock.ends_at <= until:
                del case.clocks[name]
                self.lapsed.append((case.ref.case, name, clock.ends_at))
                if name in self.renew and self.renewals_left:
                    self.renewals_left -= 1
                    case.clocks[name] = FiledClock(ends_at=clock.ends_at + self.renew[name], danger=clock.danger)


def clock(ends_at: datetime, danger: Danger = Danger.RIGHT) -> dict[str, Any]:
    """A clock as a command's body carries it."""
    return {"ends_at": ends_at.isoformat(), "danger": danger.value}


def command(act: str, at: datetime, case: str = "", *, person: str = "person_1", **body: Any) -> Command:
    """A command to the fake; without a case, an opening."""
    return Command(
        id=f"command-{next(numbers)}",
        kind=Kind.ACT if case else Kind.OPEN,
        person=person,
        case=case,
        procedure="Circumstances",
        act=act,
        body=body,
        occurred_at=at,
        received_at=at,
        decided_by="officer_1",
        entered_by="officer_1",
    )
