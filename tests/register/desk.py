"""A desk in front of the real register: acts in one line each."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from engine.command import Command, Filed, Kind, Outcome, case_id_of
from law.competence import Role
from law.periods import JST
from register.filing import Register
from register.people import Name, NewOffice, NewOfficer, NewPerson, NewRole, People
from tests.procedures.desk import NATIONAL, jst, officers

LONG_AGO = datetime(2000, 1, 1, tzinfo=JST)
INSPECTOR = Role.IMMIGRATION_INSPECTOR.value
HEAD = Role.REGIONAL_BUREAU_HEAD.value


@dataclass
class Instants:
    """A clock that a test sets."""

    at: datetime = LONG_AGO

    def __call__(self) -> datetime:
        """Read it."""
        return self.at


async def put_officers(people: People) -> None:
    """The officers of the stories: one a role, at Tokyo or at the Ministry; and an inspector at Osaka."""
    offices = (("tokyo", False), ("osaka", False), ("moj", True))
    await people.put_offices(NewOffice(id=one, en=one, ja=one, national=national) for one, national in offices)
    held = [(one.id, one.office, role) for one in officers().values() for role in one.roles]
    held.append(("osaka_inspector", "osaka", Role.IMMIGRATION_INSPECTOR))
    await people.put_officers(
        NewOfficer(id=one, office=office, name=one, roles=(NewRole(role=role, office=office, since=LONG_AGO),))
        for one, office, role in held
    )
    assert NATIONAL


@dataclass
class Bench:
    """Stories of one person."""

    register: Register
    person: str
    instants: Instants
    name: str = "first"
    _numbers: Any = field(default_factory=count)

    @classmethod
    async def with_person(cls, register: Register, people: People, instants: Instants, name: str) -> "Bench":
        """A new person."""
        new = NewPerson(names=(Name(language="en", text=f"Ada {name}"),), file_number=f"F-{name}")
        return cls(register, await people.create_person(f"person-{name}", new, by=INSPECTOR), instants, name)

    def command(
        self,
        kind: Kind,
        procedure: str,
        case: str,
        act: str,
        at: str,
        *,
        by: str = INSPECTOR,
        received: str | None = None,
        target: str | None = None,
        **body: Any,
    ) -> Command:
        """A command with a new id."""
        identity = f"{self.name}-{next(self._numbers)}"
        return Command(
            id=identity,
            kind=kind,
            person=self.person,
            case=case_id_of(identity) if kind is Kind.OPEN else case,
            procedure=procedure,
            act=act,
            body=body,
            target=target,
            occurred_at=jst(at),
            received_at=jst(received or at),
            decided_by=by,
            entered_by=by,
        )

    async def file(self, command: Command) -> Filed:
        """File a command soon after it was received."""
        self.instants.at = max(self.instants.at, command.received_at + timedelta(seconds=1))
        return await self.register.file(command)

    async def open(self, procedure: str, opening: str, at: str, **body: Any) -> str:
        """Open a case; returns its id."""
        filed = await self.file(self.command(Kind.OPEN, procedure, "", opening, at, **body))
        assert filed.outcome is Outcome.FILED, filed.refusal
        return filed.case

    async def letter(self, at: str, text: str = "hello") -> str:
        """A letter, written."""
        return await self.open("Letter", "write", at, text=text)

    async def act(self, case: str, act: str, at: str, procedure: str = "Letter", **body: Any) -> Filed:
        """Do an act; the answer may be a refusal."""
        return await self.file(self.command(Kind.ACT, procedure, case, act, at, **body))

    async def correct(self, case: str, target: str, at: str, **body: Any) -> Filed:
        """Correct an entry."""
        return await self.file(
            self.command(Kind.CORRECT, "Letter", case, "correct", at, by=HEAD, target=target, reason="typed", **body)
        )

    async def resolve(self, case: str, target: str, at: str, verdict: str) -> Filed:
        """Decide on a contested entry."""
        body = {"verdict": verdict, "reason": "weighed"}
        return await self.file(
            self.command(Kind.RESOLVE, "Letter", case, "resolve", at, by=HEAD, target=target, **body)
        )
