"""A house in memory for the API: the simulation's register behind the ports, a clock that stands, a sender at will."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from activities.send import Answer, Fate
from api.ports import Before, House, OnFile
from engine.command import Command, Filed, Officer
from engine.declaration import Procedures
from engine.history import replay
from engine.position import Dossier
from law.competence import Role
from law.periods import JST, legal_day
from register.errors import KeyReused, NotFound, TooRecent, Unavailable
from register.people import NewPerson, person_id_of
from register.receipt import Receipt
from register.views import (
    CaseFilter,
    CaseKey,
    CaseView,
    DeadlineView,
    DutyView,
    Page,
    PersonFile,
    PersonView,
    TimelineItem,
    cursor,
    place,
)
from simulation.memory import MemoryRegister
from tests.api.bells import Bells
from tests.api.board import Board
from tests.api.happened import entry, fact_item
from tests.api.manifest import Manifests
from workflows.procedures import PROCEDURES

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=JST)
NATIONAL = (Role.MINISTER, Role.COMMISSIONER, Role.REFUGEE_ADJUDICATION_COUNSELOR)
DECLARED = Procedures(PROCEDURES)


def officers() -> dict[str, Officer]:
    """One officer a role in Tokyo, the same in Osaka, and one who holds no role."""
    known = {
        role.value: Officer(
            id=role.value,
            office="moj" if role in NATIONAL else "tokyo",
            roles=frozenset({role}),
            national=role in NATIONAL,
        )
        for role in Role
    }
    osaka = {
        f"osaka.{role.value}": Officer(id=f"osaka.{role.value}", office="osaka", roles=frozenset({role}))
        for role in Role
        if role not in NATIONAL
    }
    return {**known, **osaka, "nobody": Officer(id="nobody", office="tokyo", roles=frozenset())}


@dataclass
class Memory:
    """The register of the simulation as the API's ports ask for it."""

    register: MemoryRegister
    now: datetime = NOW
    down: bool = False
    people: dict[str, PersonView] = field(default_factory=dict)
    bodies: dict[str, NewPerson] = field(default_factory=dict)
    answers: dict[str, OnFile] = field(default_factory=dict)
    commands: dict[str, Command] = field(default_factory=dict)

    def take(self, command: Command) -> Filed:
        """File a command as the register does."""
        digest = Receipt.of(command).digest
        known = self.answers.get(command.id)
        if known is None:
            if command.person not in self.people:
                raise NotFound("person", command.person)
            known = OnFile(digest, self.register.file(command), command.entered_by)
            self.answers[command.id] = known
            self.commands[command.id] = command
        elif known.digest != digest:
            raise KeyReused(command.id)
        return known.filed

    def up(self) -> None:
        """Fail like a register out of reach."""
        if self.down:
            raise Unavailable("08006")

    async def is_ready(self) -> bool:
        """Whether it answers."""
        return not self.down

    async def officer(self, officer: str, at: datetime, office: str | None = None) -> Officer | None:
        """An officer."""
        self.up()
        return self.register.officers.get(officer)

    async def command(self, command: str) -> OnFile | None:
        """An answer on file."""
        self.up()
        return self.answers.get(command)

    async def before(self, command: str, person: str | None) -> Before:
        """An answer, and the person's cases."""
        known = person if person in self.people else None
        return Before(await self.command(command), None if known is None else self.register.dossier(known))

    async def create_person(self, command: str, person: NewPerson, *, by: str) -> str:
        """A new person."""
        self.up()
        identity = person_id_of(command)
        if self.bodies.setdefault(identity, person) != person:
            raise KeyReused(command)
        told = person.model_dump()
        self.people[identity] = PersonView(id=identity, version=1, created_at=self.now, latest=None, **told)
        return identity

    async def person(self, person: str, *, reader: str) -> PersonView:
        """A person."""
        self.up()
        if person not in self.people:
            raise NotFound("person", person)
        return self.people[person]

    async def keys_of(self, cases: Sequence[str]) -> tuple[CaseKey, ...]:
        """Where some cases are."""
        found = []
        for case in cases:
            with suppress(NotFound):
                found.append(await self.key_of(case))
        return tuple(found)

    async def key_of(self, case: str) -> CaseKey:
        """Where a case is."""
        self.up()
        for person in self.people:
            found = self.register.dossier(person).cases.get(case)
            if found is not None:
                return CaseKey(
                    case=case, person=person, procedure=found.procedure, office=found.office, version=found.version
                )
        raise NotFound("case", case)

    async def dossier(self, person: str, *, reader: str, at: datetime | None = None) -> PersonFile:
        """All cases of a person."""
        await self.person(person, reader=reader)
        return PersonFile(self.register.dossier(person, at), 1, at)

    async def dossier_as_of(
        self, person: str, *, as_of: datetime, known_on: datetime | None = None, reader: str
    ) -> Dossier:
        """The past."""
        self.up()
        if known_on is not None and known_on > self.now - timedelta(seconds=10):
            raise TooRecent
        if not self.register.dossier(person).cases:
            return Dossier(person, {})
        return replay(
            self.register.procedures, person, self.register.history(person), until=as_of, known_on=known_on
        ).dossier

    async def timeline(self, case: str, *, reader: str) -> tuple[TimelineItem, ...]:
        """Entries and facts of a case."""
        key = await self.key_of(case)
        entries = [entry(one) for one in self.commands.values() if one.person == key.person]
        facts = [fact_item(fact) for fact in self.register.facts(key.person) if fact.case == case]
        return (*entries, *facts)

    def _cases(self) -> list[tuple[str, Any]]:
        self.up()
        return [(person, case) for person in self.people for case in self.register.dossier(person).cases.values()]

    async def cases(
        self, narrowed: CaseFilter, *, reader: str, after: str | None = None, limit: int = 50
    ) -> Page[CaseView]:
        """Cases, in pieces."""
        (start,) = place(after, int)
        told = narrowed.model_dump(include={"procedure", "office"}, exclude_none=True)
        items = [
            CaseView(
                id=case.id,
                person=person,
                procedure=case.procedure,
                number=case.number,
                office=case.office,
                officer=None,
                stage=str(case.stage),
                closed=case.stage.closed,
                held=False,
                opened_at=case.opened_at,
                wakes_at=case.wakes_at,
                version=case.version,
            )
            for person, case in self._cases()
            if all(getattr(case, name) == value for name, value in told.items()) and narrowed.person in (None, person)
        ]
        return _piece(items, start or 0, limit)

    async def deadlines(
        self, narrowed: CaseFilter, *, reader: str, after: str | None = None, limit: int = 50
    ) -> Page[DeadlineView]:
        """Running clocks, in pieces."""
        (start,) = place(after, int)
        items = [
            DeadlineView(
                clock=clock.id,
                case=case.id,
                person=person,
                procedure=case.procedure,
                office=case.office,
                stage=str(case.stage),
                rule=clock.rule_name,
                danger=clock.rule.danger,
                started_on=clock.started_on,
                last_day=clock.last_day,
                ends_at=clock.ends_at,
                overdue=clock.has_run_out(self.now),
                held=False,
            )
            for person, case in self._cases()
            for clock in case.running_clocks
            if narrowed.office in (None, case.office)
            and (narrowed.due_to is None or clock.ends_at < narrowed.due_to)
            and (narrowed.due_from is None or clock.ends_at >= narrowed.due_from)
        ]
        return _piece(items, start or 0, limit)

    async def duties(
        self,
        *,
        reader: str,
        powers: Any = None,
        office: str | None = None,
        person: str | None = None,
        due_to: date | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[DutyView]:
        """Open duties, in pieces."""
        (start,) = place(after, int)
        items = [
            DutyView(
                duty=duty.id,
                case=case.id,
                person=whose,
                procedure=case.procedure,
                office=case.office,
                stage=str(case.stage),
                kind=duty.kind,
                power=duty.by,
                since=duty.since,
                due_on=duty.due_on,
                due=duty.due_on or date.max,
            )
            for whose, case in self._cases()
            for duty in case.open_duties
            if office in (None, case.office)
            and person in (None, whose)
            and (powers is None or duty.by in powers)
            and (due_to is None or (duty.due_on or date.max) < due_to)
        ]
        return _piece(items, start or 0, limit)


def _piece(items: list[Any], start: int, limit: int) -> Page[Any]:
    end = start + limit
    return Page(items=tuple(items[start:end]), after=cursor(end) if end < len(items) else None)


@dataclass
class Post:
    """A sender that files at once, or loses, keeps back or breaks what it is given."""

    memory: Memory
    fate: Fate = Fate.ANSWERED
    answer: Answer | None = None
    delivers: bool = True
    sent: list[Command] = field(default_factory=list)

    async def send(self, command: Command) -> Answer:
        """Send."""
        self.sent.append(command)
        if self.delivers:
            self.memory.take(command)
        return self.answer or Answer(self.fate)


@dataclass
class Street:
    """The house with its parts in reach of a test."""

    memory: Memory
    post: Post
    board: Board
    manifests: Manifests
    bells: Bells = field(default_factory=Bells)

    @classmethod
    def new(cls) -> "Street":
        """An empty house on a Monday morning."""
        memory = Memory(MemoryRegister(DECLARED, officers()))
        return cls(memory, Post(memory), Board(memory), Manifests(memory))

    @property
    def house(self) -> House:
        """As the API is given it."""
        memory = self.memory
        return House(
            DECLARED,
            memory,
            memory,
            memory,
            custody=self.bells,
            alarms=self.bells,
            country_notices=self.board,
            charters=self.manifests,
            sender=self.post,
            now=lambda: memory.now,
        )

    @property
    def today(self) -> date:
        """The legal day."""
        return legal_day(self.memory.now)
