"""Open cases from elsewhere: JSON Lines, one person a line, with past acts under the same rules (docs/import.md)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, ConfigDict, Field, model_validator

from engine.command import Command, Considered, Kind, case_id_of
from engine.payload import ShortText
from law.competence import Role
from law.holidays import is_administrative_holiday
from law.periods import JST
from register.chain import canonical
from register.lines import BadLine, fields_of, numbered, parsed
from register.people import Name, NewOfficer, NewPerson, NewRole, person_id_of

_EVER = datetime(1950, 1, 1, tzinfo=UTC)
_PERSON = re.compile(r"^person_[0-9a-f]{32}$")
_RELATIVE = re.compile(r"^([+-]\d{1,5})d(?: (\d{2}:\d{2}))?( working)?$")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)


class ImportedAct(_Part):
    """One past act: an opening (`open`, `as`) or an act on a case (`case`) that the person has by then."""

    open: str | None = None
    as_: str | None = Field(default=None, alias="as")
    case: str | None = None
    act: ShortText
    at: str
    """An instant with its offset, or days before the import ("-7d 10:00", Japan Standard Time; else noon)."""
    by: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_.:-]{1,80}$")
    """The decider's id where it is known; one who is not on file is recorded, not verified."""
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    considered: Considered | None = None
    """What it was judged by beside the cases; left out, what the register knows of that day."""

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


def read_lines(path: Path) -> Iterator[Line | BadLine]:
    """Read a file line by line; a bad line is told and does not stop the others. Empty lines are passed over."""
    for number, raw in numbered(path):
        yield read_line(number, raw)


def read_line(number: int, raw: bytes) -> Line | BadLine:
    """Read one line; what is wrong with it is told without its content."""
    return parsed(number, raw, lambda document: line_of(number, ImportedFile.model_validate(document)), _FIELDS)


def line_of(number: int, file: ImportedFile) -> Line:
    """A line whose content is at hand. The order of fields and the spaces between them make no difference."""
    said = file.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return Line(number, file, sha256(canonical(said).encode()).digest())


_FIELDS = fields_of(ImportedFile, ImportedAct, NewPerson, Name, Considered)


class UnreadableAct(ValueError):
    """An act that cannot be read; the message holds its place and the fault, nothing of its content."""


class NamedCase(NamedTuple):
    """A case that acts and bodies can name."""

    id: str
    procedure: str


def by_procedure(cases: Sequence[NamedCase]) -> dict[str, NamedCase]:
    """Names for cases of a person that a line need not open: the procedure for the latest, `/n` after it for the n-th.

    Args:
        cases: in order of opening.
    """
    found: dict[str, NamedCase] = {}
    numbers = Counter[str]()
    for case in cases:
        numbers[case.procedure] += 1
        found |= {case.procedure: case, f"{case.procedure}/{numbers[case.procedure]}": case}
    return found


def importer_of(office: str) -> NewOfficer:
    """The service account that enters an office's imported acts; deciders not on file are recorded, not verified."""
    role = NewRole(role=Role.REGISTRAR, office=office, since=_EVER)
    return NewOfficer(id=f"importer-{office}", office=office, name="import", roles=(role,))


def creation_of(reference: str) -> str:
    """The command that creates an imported person: the same at every import."""
    return f"import-{uuid5(NAMESPACE_URL, reference).hex}"


def person_of(file: ImportedFile) -> str:
    """The id of the person of a line: the same at every import; whoever comes from another register keeps it."""
    return file.reference if _PERSON.match(file.reference) else person_id_of(creation_of(file.reference))


def command_of(file: ImportedFile, place: int, cases: Mapping[str, NamedCase], received_at: datetime) -> Command:
    """An act of a line as a command.

    Args:
        file: the line.
        place: of the act, from 1.
        cases: those that acts and `$name` in a body can name: by the names of the line, else by procedure.
        received_at: the instant of the import, from which relative days are counted.

    Raises:
        UnreadableAct: a name, a day or an instant cannot be read.
    """
    act = file.acts[place - 1]
    command_id = uuid5(NAMESPACE_URL, f"import/{file.reference}/{place}").hex
    try:
        case = NamedCase("", act.open) if act.open is not None else cases[act.case or ""]
        body = _resolved(act.with_, cases, received_at)
    except KeyError:
        raise UnreadableAct(f"act {place}: it names a case that the person does not have by then") from None
    except (ValueError, OverflowError):
        raise _no_instant(place) from None
    return Command(
        id=command_id,
        kind=Kind.OPEN if act.open is not None else Kind.ACT,
        person=person_of(file),
        case=case.id,
        procedure=case.procedure,
        act=act.act,
        body=body,
        occurred_at=instant_of(file, place, received_at),
        received_at=received_at,
        decided_by=act.by or f"unknown-{place}",
        entered_by=importer_of(file.office).id,
    )


def instant_of(file: ImportedFile, place: int, received_at: datetime) -> datetime:
    """When an act of a line happened. Raises UnreadableAct; places and relative days as in `command_of`."""
    try:
        return instant(file.acts[place - 1].at, received_at)
    except (ValueError, OverflowError):
        raise _no_instant(place) from None


def _no_instant(place: int) -> UnreadableAct:
    return UnreadableAct(f"act {place}: a day or an instant cannot be read")


def opened_by(act: ImportedAct, command: Command) -> dict[str, NamedCase]:
    """The name that an opening gives to the case it makes; nothing for another act."""
    return {} if act.open is None else {act.as_ or act.open: NamedCase(case_id_of(command.id), act.open)}


def instant(text: str, received_at: datetime) -> datetime:
    """An instant as written: with its offset, or in days before the import.

    Raises:
        ValueError, OverflowError: it is none.
    """
    if found := _RELATIVE.match(text):
        return _relative(found, received_at)
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return at.astimezone(JST)


def _relative(found: re.Match[str], received_at: datetime) -> datetime:
    day = received_at.astimezone(JST).date() + timedelta(days=int(found[1]))
    while found[3] and is_administrative_holiday(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time.fromisoformat(found[2] or "12:00"), JST)


def _resolved(value: Any, cases: Mapping[str, NamedCase], received_at: datetime) -> Any:  # noqa: ANN401  (JSON)
    """A body with `$name` turned into a case's id, "-7d" into a day and "-7d 10:00" into an instant."""
    if isinstance(value, dict):
        return {key: _resolved(one, cases, received_at) for key, one in value.items()}
    if isinstance(value, list):
        return [_resolved(one, cases, received_at) for one in value]
    if isinstance(value, str) and value.startswith("$"):
        return cases[value[1:]].id
    if isinstance(value, str) and (found := _RELATIVE.match(value)):
        at = _relative(found, received_at)
        return at.isoformat() if found[2] else at.date().isoformat()
    return value
