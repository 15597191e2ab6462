"""Worked cases as lawyers write them: YAML files with people, steps and what must hold after each."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from law.country_notice import CountryNotice
from law.landing_denial import Purpose
from law.periods import JST


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def _instant(value: object) -> object:
    """Read an instant; without an offset it is in Japan Standard Time, a bare day is its noon."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, 12, tzinfo=JST)
    if isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=JST)
    return value


At = Annotated[datetime, BeforeValidator(_instant)]
Names = tuple[str, ...]


def _names(value: object) -> object:
    """YAML reads a bare article (52) as a number, and one name as no list; people mean names."""
    if isinstance(value, (list, tuple)):
        return tuple(str(one) for one in value)
    return (str(value),)


_ANSWERS = ("may_be_removed", "landing_denied")


class Check(_Part):
    """Something that must hold after a step; one subject, and what is expected of it."""

    person: str | None = None
    case: str | None = None
    stage: str | None = None
    clock: str | None = None
    ends: date | None = None
    """The clock's last day, the day included; leave out with `clock` to expect that none runs."""
    suspended: bool = False
    act: str | None = None
    allowed: bool | None = None
    blocked_by: Annotated[Names, BeforeValidator(_names)] = ()
    """Reason codes or articles ("61-2-9(2)"), each of which must be among the grounds."""
    may_be_removed: Literal["yes", "no", "unknown"] | None = None
    landing_denied: Literal["yes", "no", "unknown", "ask"] | None = None
    purpose: Purpose = Purpose.OTHER
    until: date | None = None
    """With `landing_denied`: the last day that is barred for the purpose; left out, it is not asked."""
    because: Annotated[Names, BeforeValidator(_names)] = ()
    not_because: Annotated[Names, BeforeValidator(_names)] = ()
    """Reason codes or articles none of which may be among the grounds."""
    duty: str | None = None
    notice: str | None = None
    status: str | None = None
    absent: bool = False
    contested: bool | None = None
    fact: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _yaml_no(cls, value: Any) -> Any:  # noqa: ANN401
        """YAML reads a bare yes or no as a truth value; people mean the answer."""
        if not isinstance(value, dict):
            return value
        meant = {key: "yes" if value[key] else "no" for key in _ANSWERS if isinstance(value.get(key), bool)}
        return {**value, **meant}


class _Loader(yaml.SafeLoader):
    """YAML in which `on` and `off` are words, as people mean them: `on: 2025-06-02` is a day, not a truth value."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if first not in "oO" or tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Step(_Part):
    """One thing that happens, or only a moment at which something is checked."""

    at: At
    entered: At | None = None
    """When it was entered, if later than it happened."""
    id: str | None = None
    person: str | None = None
    open: str | None = None
    opening: str | None = None
    as_: str | None = Field(default=None, alias="as")
    act: str | None = None
    case: str | None = None
    correct: str | None = None
    """The id of the step whose entry is corrected; `with` holds the correction."""
    resolve: str | None = None
    """The id of the step whose contested entry is decided on; `with` holds the verdict."""
    by: str | None = None
    entered_by: str | None = None
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    refused: str | None = None
    contested: bool = False
    check: tuple[Check, ...] = ()

    @model_validator(mode="after")
    def _one_thing(self) -> Step:
        """A step opens, acts, corrects, resolves, or only checks."""
        does = [name for name in (self.open, self.act, self.correct, self.resolve) if name]
        if len(does) > 1 or (not does and not self.check):
            raise ValueError("a step opens, acts, corrects, resolves, or checks")
        if does and self.by is None:
            raise ValueError("say by whom")
        return self


class Person(_Part):
    """What is on record of a person from outside the procedures; what is left out is unknown."""

    since: At
    stays: list[dict[str, Any]] | None = None
    sentences: list[dict[str, Any]] | None = None
    security_ground: bool | None = None
    court_stays: list[dict[str, Any]] | None = None
    proceedings: list[dict[str, Any]] | None = None
    travel_restrictions: list[dict[str, Any]] | None = None
    destination: dict[str, Any] | None = None
    notice: dict[str, Any] | None = None
    custody: str | None = None


def _countries(value: object) -> object:
    """YAML reads Norway (NO) as a truth value."""
    codes = value if isinstance(value, (list, tuple)) else (value,)
    return tuple("NO" if code is False else code for code in codes)


class Notice(_Part):
    """A notice of countries (55-2(1)(i)) that is known from the first step on."""

    number: Annotated[str, BeforeValidator(str)]
    effective_from: date
    countries: Annotated[tuple[str, ...], BeforeValidator(_countries)]

    @property
    def published(self) -> CountryNotice:
        """The notice as the law reads it."""
        return CountryNotice(self.number, self.effective_from, frozenset(self.countries))


class Scenario(_Part):
    """A worked case."""

    scenario: str
    basis: Annotated[Names, BeforeValidator(_names)]
    country_notices: tuple[Notice, ...] = ()
    """None = no notice of countries is known."""
    people: dict[str, Person]
    steps: tuple[Step, ...] = Field(min_length=1)


def plain(value: Any) -> Any:  # noqa: ANN401  (what YAML holds; JSON)
    """What YAML reads as days and instants, as the text that a body holds."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


class UnreadableScenario(ValueError):
    """A file that is not a worked case; the message names the file, the place and the reason."""


def read_scenarios(path: Path) -> list[tuple[Path, Scenario]]:
    """Every worked case at a path: a file (one or several documents), or all `*.yaml` below a folder.

    Raises:
        UnreadableScenario: a file cannot be read as worked cases, or there is none.
    """
    files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    found = [(file, scenario) for file in files for scenario in _read(file)]
    if not found:
        raise UnreadableScenario(f"{path}: no worked cases here; they are *.yaml files")
    return found


def _read(file: Path) -> list[Scenario]:
    try:
        documents = [
            document for document in yaml.load_all(file.read_text(encoding="utf-8"), _Loader) if document is not None
        ]
        return [Scenario.model_validate(document) for document in documents]
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableScenario(f"{file}: cannot be read: {type(error).__name__}") from error
    except yaml.YAMLError as error:
        raise UnreadableScenario(f"{file}: not YAML: {error}") from error
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UnreadableScenario(f"{file}: {place}: {first['msg']}") from error
