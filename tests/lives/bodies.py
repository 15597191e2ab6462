"""Bodies for any act, made from its type: what a field is called says what would fit it."""

from __future__ import annotations

import types
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from law.holidays import is_administrative_holiday
from law.money import Yen
from law.periods import legal_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from engine.case import Case
    from engine.position import Position

OPTIONAL_GIVEN = 0.4
AGAINST_HABIT = 0.04
TRUE = 0.85
NO_CASE = "case_0"
"""The id of a case that there is not."""
AMOUNTS = (0, 50_000, 300_000, 1_000_000, 3_000_000, 3_000_001)
AHEAD = ("until", "last_day", "report_by", "due", "next", "appear_by", "deadline", "date")
"""Parts of names of days that have still to come."""


def working(day: date) -> date:
    """The day, or the first working day after it."""
    while is_administrative_holiday(day):
        day += timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True)
class Scene:
    """What a maker of bodies sees: the case acted on, the person's position, and the instant."""

    random: Random
    position: Position
    at: datetime
    case: Case[Any] | None = None
    habits: Mapping[str, Callable[[Scene], dict[str, Any]]] = field(default_factory=dict)
    """By the name of a payload, or by that of its file and its own: the fields that make most acts succeed."""

    @property
    def today(self) -> date:
        """The legal day."""
        return legal_day(self.at)

    @property
    def state(self) -> Any:
        """What is kept of the case; None at an opening."""
        return None if self.case is None else self.case.state

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in a share of cases."""
        return self.random.random() < share

    def ahead(self, days: int) -> date:
        """A working day within so many days."""
        return working(self.today + timedelta(days=self.random.randint(1, max(1, days))))

    def case_of(self, procedure: str) -> str:
        """A case of a procedure, preferably one that is live; an id of nothing where there is none."""
        found = self.position.of(procedure)
        live = [one for one in found if not one.stage.closed]
        return self.random.choice(live or list(found)).id if found else NO_CASE


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a body: its name, whether it must be given, and what makes a value for it."""

    name: str
    required: bool
    make: Callable[[Scene], Any]


def body_of(model: type[Any], scene: Scene) -> dict[str, Any]:
    """A body that fits a type, in JSON; what habit says of its fields mostly holds."""
    known = plan(model)
    body = {one.name: one.make(scene) for one in known if one.required or scene.chance(OPTIONAL_GIVEN)}
    file = model.__module__.rpartition(".")[2]
    habit = scene.habits.get(f"{file}.{model.__name__}") or scene.habits.get(model.__name__)
    if habit is not None and not scene.chance(AGAINST_HABIT):
        names = {one.name for one in known}
        body |= {name: value for name, value in habit(scene).items() if name in names}
    return body


_PLANS: dict[type[Any], tuple[Field, ...]] = {}


def plan(model: type[Any]) -> tuple[Field, ...]:
    """The fields of a model or a dataclass."""
    if model not in _PLANS:
        _PLANS[model] = _planned(model)
    return _PLANS[model]


def _planned(model: type[Any]) -> tuple[Field, ...]:
    if is_dataclass(model):
        hints = get_type_hints(model)
        return tuple(Field(one.name, _must_be_given(one), maker(hints[one.name], one.name)) for one in fields(model))
    return tuple(
        Field(name, one.is_required(), _limited(one.annotation, name, tuple(one.metadata)))
        for name, one in model.model_fields.items()
    )


def _must_be_given(one: Any) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _limited(kind: Any, name: str, written: tuple[Any, ...]) -> Callable[[Scene], Any]:
    """A maker that keeps to the limits that are written beside a type."""
    limits = tuple(each for one in written for each in (one.metadata if isinstance(one, FieldInfo) else (one,)))
    pattern = next((one.pattern for one in limits if getattr(one, "pattern", None)), None)
    if pattern is not None:
        return lambda _: "XA"
    least = max((getattr(one, "min_length", None) or 0 for one in limits), default=0)
    low = max([*_bounds(limits, "ge"), *(one + 1 for one in _bounds(limits, "gt"))], default=0)
    high = min([*_bounds(limits, "le"), *(one - 1 for one in _bounds(limits, "lt"))], default=low + 40)
    return maker(kind, name, least, (low, high))


def _bounds(limits: tuple[Any, ...], name: str) -> list[int]:
    """The bounds of a kind that are whole numbers; instants keep to theirs by themselves."""
    return [bound for one in limits if isinstance(bound := getattr(one, name, None), int)]


def maker(kind: Any, name: str, least: int = 0, span: tuple[int, int] = (0, 40)) -> Callable[[Scene], Any]:
    """What makes a value of a type for a field of a name.

    Raises:
        TypeError: no maker knows the type.
    """
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _limited(inside[0], name, inside[1:])
    if origin in (Union, types.UnionType):
        return _either(inside, name)
    if origin is Literal:
        return lambda scene: scene.random.choice([one.value if isinstance(one, Enum) else one for one in inside])
    if origin in (tuple, list, frozenset, set):
        return _many(inside[0], name, least, unique=origin in (frozenset, set))
    return _table(inside, name) if origin is dict else _plain(kind, name, span)


def _plain(kind: Any, name: str, span: tuple[int, int]) -> Callable[[Scene], Any]:
    if kind is Any:
        return lambda _: {}
    if kind is Yen:
        amounts = [one for one in AMOUNTS if one >= span[0]]
        return lambda scene: scene.random.choice(amounts)
    if kind is bool:
        return lambda scene: scene.chance(TRUE)
    if kind is AwareDatetime:
        return _instant(name)
    make = next((one for known, one in _MAKERS if issubclass(kind, known)), _whole if is_dataclass(kind) else None)
    if make is None:
        raise TypeError(f"no maker for {kind} ({name})")
    return make(kind, name, span)


def _whole(kind: Any, _name: str, _span: tuple[int, int]) -> Callable[[Scene], Any]:
    return lambda scene: body_of(kind, scene)


_MAKERS: tuple[tuple[type, Callable[[Any, str, tuple[int, int]], Callable[[Scene], Any]]], ...] = (
    (Enum, lambda kind, _name, _span: lambda scene: scene.random.choice([one.value for one in kind])),
    (BaseModel, _whole),
    (int, lambda _kind, _name, span: lambda scene: scene.random.randint(*span)),
    (datetime, lambda _kind, name, _span: _instant(name)),
    (date, lambda _kind, name, _span: _day(name)),
    (str, lambda _kind, name, _span: _words(name)),
)


def _either(kinds: tuple[Any, ...], name: str) -> Callable[[Scene], Any]:
    makers = [maker(one, name) for one in kinds if one is not types.NoneType]
    if types.NoneType in kinds:
        return lambda scene: scene.random.choice(makers)(scene) if scene.chance(TRUE) else None
    return lambda scene: scene.random.choice(makers)(scene)


def _many(kind: Any, name: str, least: int, *, unique: bool) -> Callable[[Scene], Any]:
    make = maker(kind, name)

    def some(scene: Scene) -> list[Any]:
        made = [make(scene) for _ in range(max(least, scene.random.choice((0, 1, 1, 2))))]
        return list(dict.fromkeys(made)) if unique and made and isinstance(made[0], str) else made

    return some


def _table(kinds: tuple[Any, ...], name: str) -> Callable[[Scene], Any]:
    """Every value of the key, where it is one of a few; else nothing."""
    make = maker(kinds[1], name)
    keys = [one.value for one in kinds[0]] if isinstance(kinds[0], type) and issubclass(kinds[0], Enum) else []
    return lambda scene: {key: make(scene) for key in keys}


def _instant(name: str) -> Callable[[Scene], Any]:
    if any(part in name for part in ("until", "held_at", "appear")):
        return lambda scene: (scene.at + timedelta(minutes=scene.random.choice((0, 30, 60 * 26)))).isoformat()
    return lambda scene: scene.at.isoformat()


def _day(name: str) -> Callable[[Scene], Any]:
    if any(part in name for part in AHEAD):
        return lambda scene: scene.ahead(80).isoformat()
    return lambda scene: (scene.today - timedelta(days=scene.random.choice((0, 0, 0, 0, 1, 5)))).isoformat()


_OF = {
    "application": "RefugeeApplication",
    "deportation": "Deportation",
    "detention": "Detention",
    "sponsorship": "Sponsorship",
    "review": "DetentionReview",
    "release": "ProvisionalRelease",
    "treatment": "Treatment",
}


def _words(name: str) -> Callable[[Scene], Any]:
    procedure = _OF.get(name)
    if procedure is not None:
        return lambda scene: scene.case_of(procedure)
    return lambda scene: scene.random.choice(("as stated", "a", "tokyo", "甲"))
