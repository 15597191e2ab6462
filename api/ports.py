"""What the API needs of the house: reads and look-ups of the register, new people, a sender of commands, a clock."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from activities.send import Answer
from engine.command import Command, Considered, Officer
from engine.declaration import Procedures
from engine.position import Dossier
from law.competence import Power
from law.country_notice import CountryNotice
from law.ladders import Audience
from register.alarms import AlarmKey, AlarmView
from register.batches import Assigned, BatchFile, BatchView, ItemView, NewBatch
from register.country_notices import EnteredNotice
from register.custody_lists import HeldView
from register.lookups import Before, OnFile
from register.people import NewPerson
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
)


class Reading(Protocol):
    """The register's read models; whoever reads case data is on record for it. All may raise `Unavailable`."""

    async def person(self, person: str, *, reader: str) -> PersonView:
        """A person. Raises NotFound."""
        ...

    async def key_of(self, case: str) -> CaseKey:
        """Where a case is. Raises NotFound."""
        ...

    async def keys_of(self, cases: Sequence[str]) -> tuple[CaseKey, ...]:
        """Where those of some cases are that there are."""
        ...

    async def dossier(self, person: str, *, reader: str, at: datetime | None = None) -> PersonFile:
        """All cases of a person. Raises NotFound."""
        ...

    async def dossier_as_of(
        self, person: str, *, as_of: datetime, known_on: datetime | None = None, reader: str
    ) -> Dossier:
        """What held of a person at an instant. Raises TooRecent."""
        ...

    async def timeline(self, case: str, *, reader: str) -> tuple[TimelineItem, ...]:
        """Entries and facts of a case."""
        ...

    async def cases(
        self, narrowed: CaseFilter, *, reader: str, after: str | None = None, limit: int = 50
    ) -> Page[CaseView]:
        """Cases. Raises BadCursor."""
        ...

    async def deadlines(
        self, narrowed: CaseFilter, *, reader: str, after: str | None = None, limit: int = 50
    ) -> Page[DeadlineView]:
        """Running clocks. Raises BadCursor."""
        ...

    async def duties(
        self,
        *,
        reader: str,
        powers: Iterable[Power] | None = None,
        office: str | None = None,
        person: str | None = None,
        due_to: date | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[DutyView]:
        """Open duties. Raises BadCursor."""
        ...


class CustodyReading(Protocol):
    """The lists of custody. All may raise `Unavailable`."""

    async def alarms(
        self,
        *,
        reader: str,
        audience: Audience | None = None,
        noted: bool | None = False,
        office: str | None = None,
        person: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[AlarmView]:
        """Alarms. Raises BadCursor."""
        ...

    async def held(
        self,
        *,
        reader: str,
        office: str | None = None,
        facility: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[HeldView]:
        """Everybody held now. Raises BadCursor."""
        ...


class Alarms(Protocol):
    """Takes note of who saw an alarm."""

    async def about(self, alarm: int) -> AlarmKey:
        """The office whose case it is about, and for whom it is. Raises NotFound."""
        ...

    async def note(self, alarm: int, *, by: str) -> None:
        """Put on file who took note first. Raises NotFound."""
        ...


class CountryNotices(Protocol):
    """The Minister's notices of countries. All may raise `Unavailable`."""

    async def enter(
        self, command: str, notice: CountryNotice, *, by: str, correction: str | None = None
    ) -> EnteredNotice:
        """Enter a notice, or correct one. Raises Refusal, KeyReused."""
        ...

    async def entered(self) -> tuple[EnteredNotice, ...]:
        """Every notice ever entered."""
        ...

    async def considered(self, at: datetime) -> Considered:
        """What stands beside the cases on the legal day of an instant."""
        ...


class Charters(Protocol):
    """Keeps charters and which command carries each item. All may raise `Unavailable`."""

    async def create(self, command: str, batch: NewBatch, *, office: str, by: str) -> str:
        """A new charter's id. Raises KeyReused."""
        ...

    async def read(self, batch: str, *, reader: str) -> BatchFile:
        """A charter with its items. Raises NotFound."""
        ...

    async def within(self, offices: Sequence[str] | None, *, reader: str, limit: int) -> tuple[BatchView, ...]:
        """Charters of some offices, or with a case of theirs; None = all."""
        ...

    async def ask(
        self, command: str, batch: str, step: str, people: Iterable[str], assigned: Sequence[Assigned], *, by: str
    ) -> tuple[ItemView, ...]:
        """Put on file that a step is asked for; the items then. Raises KeyReused."""
        ...

    async def take_off(self, command: str, batch: str, people: Sequence[str], *, by: str) -> None:
        """Take people off. Raises KeyReused."""
        ...

    async def is_listed(self, batch: str, person: str) -> bool:
        """Whether somebody is on the list and was not taken off."""
        ...


class People(Protocol):
    """Puts people on file."""

    async def create_person(self, command: str, person: NewPerson, *, by: str) -> str:
        """A new person's id. Raises KeyReused."""
        ...


class LookUps(Protocol):
    """What is looked up by id and is no case data. All may raise `Unavailable`."""

    async def is_ready(self) -> bool:
        """Whether the register answers."""
        ...

    async def officer(self, officer: str, at: datetime, office: str | None = None) -> Officer | None:
        """An officer with the roles held at an instant; who holds roles at several offices acts from the one named."""
        ...

    async def command(self, command: str) -> OnFile | None:
        """The answer to a command, where it is on file."""
        ...

    async def before(self, command: str, person: str | None) -> Before:
        """What is seen before a command is sent: its answer where it is on file, else the person's cases."""
        ...


class Sender(Protocol):
    """Sends a command to its case and tells its fate as far as it knows."""

    async def send(self, command: Command) -> Answer:
        """Send, and wait for an answer for a while."""
        ...


@dataclass(frozen=True, slots=True)
class House:
    """Everything the API is wired to."""

    procedures: Procedures
    reading: Reading
    people: People
    look_ups: LookUps
    custody: CustodyReading
    alarms: Alarms
    country_notices: CountryNotices
    charters: Charters
    sender: Sender
    now: Callable[[], datetime]


__all__ = [
    "Alarms",
    "Before",
    "Charters",
    "CountryNotices",
    "CustodyReading",
    "House",
    "LookUps",
    "OnFile",
    "People",
    "Reading",
    "Sender",
]
