"""Open cases from elsewhere: JSON Lines, one person a line, with past acts to be filed by the same rules (docs/import.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from engine.command import Command, Kind, case_id_of
from engine.payload import ShortText
from law.competence import Role
from law.periods import JST
from register.people import NewOfficer, NewPerson, NewRole, person_id_of

LONGEST_LINE = 1_000_000
_EVER = datetime(1950, 1, 1, tzinfo=UTC)
_RELATIVE = re.compile(r"^-(\d{1,5})d(?: (\d{2}:\d{2}))?$")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)


class ImportedAct(_Part):
    """One past act: an opening (`open`, `as`) or an act on a case opened before it in the line (`case`)."""

    open: str | None = None
    as_: str | None = Field(default=None, alias="as")
    case: str | None = None
    act: ShortText
    at: str
    """An instant with its offset, or days before the import ("-7d 10:00", Japan Standard Time; noon without an hour)."""
    by: str | None = None
    """The decider's id where it is known; recorded, not verified."""
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")

    @model_validator(mode="after")
    def _opens_or_acts(self) -> ImportedAct:
        if (self.open is None) == (self.case is None):
            raise ValueError("an entry has `open` or `case`, and not both")
        return self


class ImportedFile(_Part):
    """A line: a person with a reference that is unique in the source, the office, and the acts in order of time."""

    reference: str = Field(pattern=r"^[A-Za-z0-9_.-]{1,60}$")
    office: str = Field(pattern=r"^[a-z0-9_-]{1,40}$")
    person: NewPerson
    acts: tuple[ImportedAct, ...] = Field(min_length=1, max_length=1000)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was read, with the digest that tells whether it is the same at a re-import."""

    number: int
    file: ImportedFile
    digest: bytes


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no import: its number and the reason, without its content."""

    number: int
    reason: str


def read_lines(path: Path) -> Iterator[Line | BadLine]:
    """Read a file line by line; a bad line is told and does not stop the others. Empty lines are passed over."""
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, start=1):
            if raw.strip():
                yield _read(number, raw)


def _read(number: int, raw: bytes) -> Line | BadLine:
    if len(raw) > LONGEST_LINE:
        return BadLine(number, "the line is longer than 1 MB")
    try:
        file = ImportedFile.model_validate(json.loads(raw.decode("utf-8")))
    except UnicodeDecodeError:
        return BadLine(number, "the line is not UTF-8")
    except (json.JSONDecodeError, RecursionError):
        return BadLine(number, "the line is not JSON")
    except ValidationError as error:
        return BadLine(
            number, "; ".join(_fault(item) for item in error.errors(include_input=False, include_url=False)[:3])
        )
    return Line(number, file, sha256(raw.strip()).digest())


def _fault(item: Any) -> str:  # noqa: ANN401  (pydantic's error record)
    return f"{'.'.join(str(part) for part in item['loc']) or 'line'}: {item['msg']}"


class UnknownName(ValueError):
    """An act names a case that no act before it opened; the message holds the act's place only."""


def importer_of(office: str) -> NewOfficer:
    """The service account that enters the imported acts of an office; their deciders are recorded, not verified."""
    role = NewRole(role=Role.REGISTRAR, office=office, since=_EVER)
    return NewOfficer(id=f"importer-{office}", office=office, name="import", roles=(role,))


def creation_of(reference: str) -> str:
    """The command that creates an imported person: the same at every import."""
    return f"import-{uuid5(NAMESPACE_URL, reference).hex}"


def commands(file: ImportedFile, received_at: datetime) -> list[Command]:
    """The acts of a line as commands.

    Raises:
        UnknownName: an act or a `$name` in a body names a case that was not opened before it.
        ValueError: an instant cannot be read.
    """
    cases: dict[str, tuple[str, str]] = {}
    made = []
    for place, act in enumerate(file.acts, start=1):
        command_id = uuid5(NAMESPACE_URL, f"import/{file.reference}/{place}").hex
        if act.open is not None:
            case, procedure = "", act.open
            cases[act.as_ or act.open] = (case_id_of(command_id), act.open)
        elif act.case in cases:
            case, procedure = cases[act.case]
        else:
            raise UnknownName(f"act {place} names a case that was not opened before it")
        body = _named(act.with_, {name: one[0] for name, one in cases.items()}, place)
        command = Command(
            id=command_id,
            kind=Kind.OPEN if act.open else Kind.ACT,
            person=person_id_of(creation_of(file.reference)),
            case=case,
            procedure=procedure,
            act=act.act,
            body=dated(body, received_at),
            occurred_at=instant(act.at, received_at),
            received_at=received_at,
            decided_by=act.by or f"unknown-{place}",
            entered_by=importer_of(file.office).id,
        )
        made.append(command)
    return made


def _named(value: Any, cases: dict[str, str], place: int) -> Any:  # noqa: ANN401  (JSON)
    if isinstance(value, dict):
        return {key: _named(one, cases, place) for key, one in value.items()}
    if isinstance(value, list):
        return [_named(one, cases, place) for one in value]
    if isinstance(value, str) and value.startswith("$"):
        if value[1:] not in cases:
            raise UnknownName(f"act {place} names a case that was not opened before it")
        return cases[value[1:]]
    return value


def instant(text: str, received_at: datetime) -> datetime:
    """An instant as written: with its offset, or in days before the import."""
    found = _RELATIVE.match(text)
    if found:
        day = received_at.astimezone(JST).date() - timedelta(days=int(found[1]))
        return datetime.combine(day, time.fromisoformat(found[2] or "12:00"), JST)
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return at


def dated(value: Any, received_at: datetime) -> Any:  # noqa: ANN401  (JSON)
    """A body with days before the import ("-7d") turned into days, and "-7d 10:00" into instants."""
    if isinstance(value, dict):
        return {key: dated(one, received_at) for key, one in value.items()}
    if isinstance(value, list):
        return [dated(one, received_at) for one in value]
    if isinstance(value, str) and (found := _RELATIVE.match(value)):
        at = instant(value, received_at)
        return at.isoformat() if found[2] else at.date().isoformat()
    return value
