"""What is asked of the register, by whom, and what it answers."""

from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any
from uuid import UUID, uuid5

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_serializer

from law.competence import Role
from law.country_notice import CountryNotice

CASE_NAMESPACE = UUID("6f1b5c8e-3f6d-5b0e-9d52-6c1f6f0f3c51")


@lru_cache(maxsize=4096)
def case_id_of(opening: str) -> str:
    """The id of the case that an opening makes: UUIDv5 of the opening's command id, so a repeat opens nothing new."""
    return f"case_{uuid5(CASE_NAMESPACE, opening).hex}"


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Kind(StrEnum):
    """What a command does."""

    OPEN = "open"
    ACT = "act"
    CORRECT = "correct"
    """Replace the body or the instant of an entry that was typed wrongly, or annul it."""
    RESOLVE = "resolve"
    """Decide on a contested entry."""


class Command(_Message):
    """One act as it was sent. Ids are opaque; the body is data of the act's own type.

    Attributes:
        id: unique per command; a repeat with the same content is answered with what is on file.
        act: the act's name; for an opening, the opening's name.
        target: for a correction or a resolution, the entry concerned.
        occurred_at: when it happened in law.
        received_at: when it reached the system; stamped once, by the API.
        decided_by: the officer who decided; `entered_by`: the officer who entered it, from the verified token.
        expected_version: the version of the case that the caller read, or None.
    """

    id: str = Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$")
    kind: Kind
    person: str
    case: str
    procedure: str
    act: str
    body: dict[str, Any] = Field(default_factory=dict)
    schema_number: int = 1
    target: str | None = None
    occurred_at: AwareDatetime
    received_at: AwareDatetime
    decided_by: str
    entered_by: str
    expected_version: int | None = None


class Officer(_Message):
    """An officer as the filing sees one: the roles held at the instant that counts, at an office."""

    id: str
    office: str
    roles: frozenset[Role]
    national: bool = False
    """Of the Ministry or the Agency: no case is out of reach by office."""
    verified: bool = True
    """False for a decider of an imported entry: recorded, not verified."""


class Considered(_Message):
    """What stands on the register beside the person's cases and an act was judged by: kept with it for every replay."""

    country_notice: CountryNotice | None = None

    @field_serializer("country_notice")
    def _in_one_order(self, notice: CountryNotice | None) -> dict[str, Any] | None:
        """The countries in one order, so that what is kept reads the same every time."""
        if notice is None:
            return None
        day = notice.effective_from.isoformat()
        return {"number": notice.number, "effective_from": day, "countries": sorted(notice.countries)}


class Entry(_Message):
    """A command with everything it was judged by, so that it can be judged again: the unit of replay."""

    command: Command
    decider: Officer
    enterer: Officer
    recorded_at: datetime
    release: str = ""
    considered: Considered | None = None
    """Of an act that considers something outside the person's cases; None for every other one."""

    @property
    def id(self) -> str:
        """Entries are named by their command."""
        return self.command.id

    @property
    def order(self) -> tuple[datetime, datetime]:
        """Where it stands in time: by the instant in law, then by the record."""
        return (self.command.occurred_at, self.recorded_at)


class Outcome(StrEnum):
    """How a filing ended."""

    FILED = "filed"
    REFUSED = "refused"
    CONTESTED = "contested"


class CitedArticle(_Message):
    """A provision, for people and machines."""

    law: str
    article: str
    text: str
    short: str


class Ground(_Message):
    """A reason of a finding or refusal as it is sent."""

    code: str
    en: str
    ja: str
    remedy: str = ""
    basis: tuple[CitedArticle, ...] = ()


class RefusalSent(_Message):
    """A refusal as it is sent and kept: code, grounds with articles, remedy."""

    type: str
    code: str
    reasons: tuple[Ground, ...]
    remedy: str = ""
    available_from: datetime | None = None


class Filed(_Message):
    """What is now on file: the answer to a command, kept with it and returned for every repeat."""

    command: str
    outcome: Outcome
    person: str
    case: str
    procedure: str
    stage: str | None = None
    version: int | None = None
    wakes_at: datetime | None = None
    facts: tuple[Annotated[str, Field(max_length=200)], ...] = ()
    late: bool = False
    refusal: RefusalSent | None = None
