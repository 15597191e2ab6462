"""What readers get: frozen records of people, cases, deadlines, duties, notices and what happened when."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from engine.position import Dossier
from law.clock_rule import Danger
from law.competence import Power
from register.errors import BadCursor
from register.people import Name


class View(BaseModel):
    """A row as a reader sees it; fields stand in the order of the statement's columns."""

    model_config = ConfigDict(frozen=True)

    @classmethod
    def of(cls, row: Sequence[Any]) -> Self:
        """From a row; columns beyond the fields are left out."""
        return cls.model_validate(dict(zip(cls.model_fields, row, strict=False)))


V = TypeVar("V", bound=View)


class PersonView(View):
    """A person. `latest` is the last instant in law that anything was filed for."""

    id: str
    version: int
    names: tuple[Name, ...]
    birth_date: date | None
    nationality: str | None
    file_number: str | None
    email: str | None
    language: str
    created_at: datetime
    latest: datetime | None


class CaseView(View):
    """A case in a list. `held`: an entry of the person is contested; `officer`: who last did an act in it."""

    id: str
    person: str
    procedure: str
    number: int
    office: str
    officer: str | None
    stage: str
    closed: bool
    held: bool
    opened_at: datetime
    wakes_at: datetime | None
    version: int


class DeadlineView(View):
    """A running clock in a list. `overdue`: it ran out and has not lapsed yet; `held`: it may not lapse now."""

    clock: str
    case: str
    person: str
    procedure: str
    office: str
    stage: str
    rule: str
    danger: Danger
    started_on: date
    last_day: date
    ends_at: datetime
    overdue: bool
    held: bool


class DutyView(View):
    """A duty in the inbox."""

    duty: str
    case: str
    person: str
    procedure: str
    office: str
    stage: str
    kind: str
    power: Power
    since: datetime
    due_on: date | None
    due: date


class NoticeView(View):
    """A document to be served, and how it was delivered."""

    notice: str
    case: str
    person: str
    kind: str
    status: str
    since: datetime
    served_on: date | None
    evidence: dict[str, Any] | None


class TimelineItem(View):
    """An entry or a fact of a case, with both its times; `withdrawn_by` is the entry with which a fact fell."""

    sort: str
    id: str
    name: str
    entry: str
    occurred_at: datetime
    recorded_at: datetime
    outcome: str | None
    contested: bool
    decided_by: str | None
    entered_by: str | None
    target: str | None
    release: str | None
    body: dict[str, Any] | None
    basis: list[Any] | None
    withdrawn_by: str | None


class CaseKey(View):
    """Where a case is: the ids that a command names, the office that has it."""

    case: str
    person: str
    procedure: str
    office: str
    version: int


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All cases of a person. `as_of`: the instant up to which clocks lapsed in memory; None = as they stand on file."""

    dossier: Dossier
    version: int
    as_of: datetime | None = None


class CaseFilter(View):
    """What a list is narrowed to; None narrows nothing.

    Attributes:
        due_from, due_to: the window, half-open, in which a running clock of the case ends.
        custody: the value on record in the person's circumstances.
    """

    person: str | None = None
    procedure: str | None = None
    stage: str | None = None
    office: str | None = None
    officer: str | None = None
    custody: str | None = None
    closed: bool | None = None
    due_from: datetime | None = None
    due_to: datetime | None = None


class Page(BaseModel, Generic[V]):
    """Some items of a list; `after` is where to go on, None at its end."""

    model_config = ConfigDict(frozen=True)

    items: tuple[V, ...]
    after: str | None = None


def cursor(*place: object) -> str:
    """Where a page ended, as an opaque word."""
    return base64.urlsafe_b64encode(json.dumps(place, default=str).encode()).decode().rstrip("=")


def place(cursor: str | None, *kinds: type) -> tuple[Any, ...]:
    """Where a page begins; all None at the beginning.

    Raises:
        BadCursor: no list gave it out.
    """
    if cursor is None:
        return (None,) * len(kinds)
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return tuple(_value(kind, value) for kind, value in zip(kinds, values, strict=True))
    except (ValueError, TypeError):
        raise BadCursor from None


def _value(kind: type, value: Any) -> Any:  # noqa: ANN401
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if type(value) is not kind:
        raise TypeError
    return value
