"""A register in memory for the durable side alone: it keeps clocks, answers and obligations, and knows no law."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from engine.command import Command, Filed, Kind, Outcome, RefusalSent, case_id_of
from law.clock_rule import Danger
from notices.channel import Announcement, Language
from register.alarms import RaisedAlarm
from register.watch import Obligation, OverdueClock, RunningClock, Wake

numbers = count()


@dataclass
class FakeCase:
    """A case as the fake keeps it: clocks by name; a suspended one has no end."""

    id: str
    person: str
    procedure: str
    clocks: dict[str, RunningClock | None] = field(default_factory=dict)
    is_open: bool = True

    @property
    def running(self) -> dict[str, RunningClock]:
        """Clocks that may lapse, earliest first."""
        found = {name: clock for name, clock in self.clocks.items() if clock}
        return dict(sorted(found.items(), key=lambda each: each[1].ends_at))


class FakeRegister:
    """Does what a command's body says: `clocks` to set, `leaves` obligations, `close`; the act "refuse" is refused."""

    def __init__(self) -> None:
        self.cases: dict[str, FakeCase] = {}
        self.answers: dict[str, Filed] = {}
        self.lapsed: list[tuple[str, str, datetime]] = []
        self.renew: dict[str, timedelta] = {}
        self.renewals_left = 0
        self.undone: list[Obligation] = []
        self.evidence: dict[str, dict[str, Any]] = {}
        self.attempts: defaultdict[int, int] = defaultdict(int)
        self.faults: defaultdict[str, list[Exception]] = defaultdict(list)
        self.calls: defaultdict[str, int] = defaultdict(int)

    async def keep(self, command: Command) -> tuple[Filed, Wake]:
        self._stumble("file")
        if command.id not in self.answers:
            self.answers[command.id] = self._file(command)
        filed = self.answers[command.id]
        return filed, self._wake(filed.case)

    async def file_lapses(self, person_or_case: str, until: datetime) -> None:
        self._stumble("lapse")
        for case in self.cases.values():
            if person_or_case in (case.person, case.id):
                self._lapse(case, until)

    async def wake(self, case: str) -> Wake:
        self._stumble("wake")
        return self._wake(case)

    async def overdue(self, limit: int = 100, *, older_than: timedelta = timedelta(0)) -> tuple[OverdueClock, ...]:
        self._stumble("overdue")
        late = [
            OverdueClock(
                clock=f"{case.id}/{name}",
                case=case.id,
                person=case.person,
                rule=name,
                danger=clock.danger,
                generation=1,
                ends_at=clock.ends_at,
            )
            for case in self.cases.values()
            for name, clock in case.running.items()
            if clock.ends_at <= datetime.now(UTC) - older_than
        ]
        return tuple(sorted(late, key=lambda each: (each.danger, each.ends_at))[:limit])

    async def obligations(
        self, case: str | None = None, limit: int = 100, *, older_than: timedelta = timedelta(0)
    ) -> tuple[Obligation, ...]:
        self._stumble("obligations")
        owed = [each for each in self.undone if case in (None, each.source)][:limit]
        return tuple(each.model_copy(update={"attempts": self.attempts[each.id]}) for each in owed)

    async def note_attempt(self, obligations: Iterable[int]) -> None:
        for each in obligations:
            self.attempts[each] += 1

    async def mark_done(self, obligations: Iterable[int]) -> tuple[int, ...]:
        self._stumble("done")
        done = set(obligations)
        self.undone = [each for each in self.undone if each.id not in done]
        return tuple(done)

    async def file_evidence(self, notice: str, evidence: dict[str, Any]) -> bool:
        self._stumble("evidence")
        self.undone = [each for each in self.undone if each.notice != notice]
        return self.evidence.setdefault(notice, evidence) is evidence

    async def announcement(self, obligation: Obligation) -> Announcement | None:
        return Announcement(
            notice=str(obligation.notice),
            address="taro@example.org",
            language=Language.JA,
            office_ja="東京出入国在留管理局",
            office_en="Tokyo",
        )

    async def claim(self, obligation: Obligation) -> bool:
        if self.attempts[obligation.id] != obligation.attempts:
            return False
        self.attempts[obligation.id] += 1
        return True

    def _stumble(self, method: str) -> None:
        self.calls[method] += 1
        if self.faults[method]:
            raise self.faults[method].pop(0)

    def _wake(self, case: str) -> Wake:
        if case not in self.cases:
            return Wake()
        found = self.cases[case]
        clocks = tuple(found.running.values())
        owes = any(each.source == case for each in self.undone)
        first = clocks[0].ends_at if clocks else None
        return Wake(wakes_at=first, closed=not found.is_open, has_obligations=owes, clocks=clocks)

    def _file(self, command: Command) -> Filed:
        case = case_id_of(command.id) if command.kind is Kind.OPEN else command.case
        outcome = Outcome.REFUSED if command.act == "refuse" else Outcome.FILED
        if outcome is Outcome.FILED:
            new = FakeCase(case, command.person, command.procedure)
            self._perform(self.cases.setdefault(case, new), command.body)
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
            case.clocks[name] = RunningClock.model_validate(clock) if clock else None
        for kind in body.get("leaves", ()):
            self.undone.append(self.obligation(kind, case))
        if "is_open" in body:
            case.is_open = body["is_open"]

    def obligation(self, kind: str, case: FakeCase) -> Obligation:
        """Something left to be done: "move-other" moves a case that is not the source."""
        number = next(numbers)
        return Obligation(
            id=number,
            kind=kind.removesuffix("-other"),
            case=f"case_other_{number}" if kind.endswith("-other") else case.id,
            person=case.person,
            procedure=case.procedure,
            source=case.id,
            notice=f"notice-{number}" if kind == "deliver" else None,
            created_at=datetime.now(UTC),
            attempts=0,
        )

    def _lapse(self, case: FakeCase, until: datetime) -> None:
        for name, clock in case.running.items():
            if clock.ends_at <= until:
                del case.clocks[name]
                self.lapsed.append((case.id, name, clock.ends_at))
                if name in self.renew and self.renewals_left:
                    self.renewals_left -= 1
                    case.clocks[name] = RunningClock(ends_at=clock.ends_at + self.renew[name], danger=clock.danger)


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


class Silence:
    """Nothing to alarm."""

    async def raise_due(self) -> tuple[RaisedAlarm, ...]:
        """Nothing."""
        return ()
