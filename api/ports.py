"""What the API needs of the house: the register's reads, a sender of commands, a clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from activities.send import Answer
from engine.command import Command, Filed, Officer
from engine.declaration import Procedures
from engine.position import Dossier
from law.citation import Citation
from law.clocks import Danger
from register.people import Name, NewPerson

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    """A foreign national as on file."""

    id: str
    names: tuple[Name, ...]
    birth_date: date | None
    nationality: str | None
    file_number: str | None
    language: str
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Located:
    """Where a case is found."""

    id: str
    person: str
    procedure: str
    office: str


@dataclass(frozen=True, slots=True)
class OnFile:
    """A command with its answer."""

    command: Command
    filed: Filed


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A piece of a list, and the place to go on from; None at the end."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A case in a list."""

    id: str
    person: str
    procedure: str
    office: str
    stage: str
    opened_at: datetime
    version: int
    wakes_at: datetime | None
    overdue: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class DeadlineItem:
    """A running clock in a list."""

    id: str
    case: str
    person: str
    procedure: str
    office: str
    rule: str
    danger: Danger
    last_day: date
    ends_at: datetime
    overdue: bool


@dataclass(frozen=True, slots=True)
class DutyItem:
    """An open duty in a list."""

    id: str
    case: str
    person: str
    procedure: str
    office: str
    kind: str
    power: str
    since: datetime
    due_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A fact on a case's timeline; one that was withdrawn by a later entry is kept and does not stand."""

    id: str
    entry: str
    kind: str
    occurred_at: datetime
    recorded_at: datetime
    body: dict[str, Any]
    basis: tuple[Citation, ...]
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; None = not narrowed. Days are legal days, both inclusive."""

    procedure: str | None = None
    stage: str | None = None
    office: str | None = None
    person: str | None = None
    custody: str | None = None
    open: bool | None = None
    power: str | None = None
    danger: Danger | None = None
    due_from: date | None = None
    due_until: date | None = None


class Register(Protocol):
    """What is read from the register, and the one thing written without a case: a new person.

    Every method may raise `register.errors.Unavailable`. A reader is shown what is within his or her reach only; what is
    not, `person` and `case` answer with None. Who holds roles at several offices acts from `office` where it is one of them.
    """

    async def is_ready(self) -> bool: ...

    async def officer(self, officer: str, at: datetime, office: str | None = None) -> Officer | None: ...

    async def command(self, command: str) -> OnFile | None: ...

    async def person(self, person: str, reader: Officer) -> Person | None: ...

    async def create_person(self, command: str, person: NewPerson, *, by: str) -> str: ...

    async def case(self, case: str, reader: Officer) -> Located | None: ...

    async def dossier(self, person: str) -> Dossier: ...

    async def dossier_as_of(self, person: str, as_of: datetime, known_on: datetime | None) -> Dossier: ...

    async def timeline(self, case: str) -> tuple[TimelineItem, ...]: ...

    async def cases(self, reader: Officer, only: Filter, after: str | None, limit: int) -> Page[CaseItem]: ...

    async def deadlines(self, reader: Officer, only: Filter, after: str | None, limit: int) -> Page[DeadlineItem]: ...

    async def duties(self, reader: Officer, only: Filter, after: str | None, limit: int) -> Page[DutyItem]: ...


class Sender(Protocol):
    """Sends a command to its case and tells its fate as far as it knows."""

    async def send(self, command: Command) -> Answer: ...


@dataclass(frozen=True, slots=True)
class House:
    """Everything the API is wired to."""

    procedures: Procedures
    register: Register
    sender: Sender
    now: Callable[[], datetime]
