"""Offices and officers as lines: JSON Lines, one of them a line (docs/import.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final, TypeGuard

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from engine.payload import ShortText
from law.competence import Role
from law.periods import JST, end_of, start_of
from register.lines import BadLine, fields_of, numbered, parsed
from register.people import NewOffice

_DAY: Final = len("2026-01-05")
_YEARS: Final = range(1900, 2200)


def _since(said: object) -> datetime:
    return _instant(start_of(date.fromisoformat(said)) if _is_day(said) else said)


def _until(said: object) -> datetime | None:
    if said is None:
        return None
    return _instant(end_of(date.fromisoformat(said)) if _is_day(said) else said)


def _is_day(said: object) -> TypeGuard[str]:
    return isinstance(said, str) and len(said) == _DAY


def _instant(said: object) -> datetime:
    at = datetime.fromisoformat(said) if isinstance(said, str) else said
    if not isinstance(at, datetime) or at.tzinfo is None or at.year not in _YEARS:
        raise ValueError("not a day, nor an instant with its offset")
    return at.astimezone(JST)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


_OfficeId = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$")]


class RoleLine(_Part):
    """A role held at an office.

    Attributes:
        since: the first instant at which it is held, or in a line the first day in Japan.
        until: the first instant at which it is not held any more, or in a line the last day in Japan on which it is.
    """

    role: Role
    office: _OfficeId
    since: Annotated[datetime, BeforeValidator(_since)]
    until: Annotated[datetime | None, BeforeValidator(_until)] = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> RoleLine:
        if self.until is not None and self.until <= self.since:
            raise ValueError("it ends before it begins")
        return self

    @property
    def key(self) -> tuple[Role, str, datetime]:
        """What tells the roles of an officer apart."""
        return self.role, self.office, self.since

    def overlaps(self, other: RoleLine) -> bool:
        """Whether both are the same role at the same office at some instant."""
        same = (self.role, self.office) == (other.role, other.office)
        return same and _is_before(self.since, other.until) and _is_before(other.since, self.until)


def _is_before(since: datetime, until: datetime | None) -> bool:
    return until is None or since < until


class OfficerLine(_Part):
    """An officer or a service account, with the home office and roles."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$")]
    office: _OfficeId
    name: ShortText
    roles: Annotated[tuple[RoleLine, ...], Field(max_length=1000)] = ()


class _Document(_Part):
    office: NewOffice | None = None
    officer: OfficerLine | None = None

    @property
    def said(self) -> NewOffice | OfficerLine:
        if self.office is not None and self.officer is None:
            return self.office
        if self.officer is not None and self.office is None:
            return self.officer
        raise ValueError("both or none")

    @model_validator(mode="after")
    def _says_one(self) -> _Document:
        if (self.office is None) == (self.officer is None):
            raise ValueError("a line has `office` or `officer`, and not both")
        return self


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was read."""

    number: int
    said: NewOffice | OfficerLine


_FIELDS: Final = fields_of(_Document, NewOffice, OfficerLine, RoleLine)


def read_lines(path: Path) -> Iterator[Line | BadLine]:
    """Read a file line by line; a bad line is told and does not stop the others. Empty lines are passed over."""
    for number, raw in numbered(path):
        yield read_line(number, raw)


def read_line(number: int, raw: bytes) -> Line | BadLine:
    """Read one line; what is wrong with it is told without its content."""
    return parsed(number, raw, lambda document: Line(number, _Document.model_validate(document).said), _FIELDS)
