"""One typed request model for every act and opening, made from the declarations when the app is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, Field, ValidationError, create_model

from api.posting import Timed, is_a_day_on_paper
from api.problems import MalformedRequest
from engine.declaration import Act, Declaration, Procedures
from engine.payload import Nothing, Payload

PersonId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$", examples=["person_01"])]
Acts: TypeAlias = tuple[tuple[Declaration, Act], ...]


class ActRequest(Timed):
    """An act to be filed. The body is the act's own type."""

    body: Payload


class OpeningRequest(Timed):
    """A case to be opened by its opening act."""

    person: PersonId
    opening: str
    body: Payload


@dataclass(frozen=True, slots=True)
class TypedAct:
    """The acts of one name, over all procedures that have it, and the request that they share."""

    name: str
    acts: Acts
    request: type[ActRequest]


def typed_acts(procedures: Procedures) -> Iterator[TypedAct]:
    """Every act that a person can do, by name, in the order of the declarations."""
    by_name: dict[str, list[tuple[Declaration, Act]]] = {}
    for declaration in procedures:
        for act in declaration.acts.values():
            if not act.inner:
                by_name.setdefault(act.name, []).append((declaration, act))
    for name, acts in by_name.items():
        yield TypedAct(name, tuple(acts), _act_request(name, acts))


def openings(declaration: Declaration) -> tuple[Act, ...]:
    """The openings that a person can do; others are made by acts of other cases."""
    return tuple(act for act in declaration.openings.values() if not act.inner)


def opening_request(declaration: Declaration) -> Any:  # noqa: ANN401  (a model, or a union of models)
    """What opens a case of a procedure: one model an opening, told apart by the opening's name."""
    models = [_opening_request(declaration, act) for act in openings(declaration)]
    if len(models) == 1:
        return models[0]
    return Annotated[reduce(or_, models), Field(discriminator="opening")]


def _act_request(name: str, acts: Sequence[tuple[Declaration, Act]]) -> type[ActRequest]:
    bodies = dict.fromkeys(act.body for _, act in acts)
    body: Any = reduce(or_, bodies)
    given: Any = Field(default=Nothing()) if list(bodies) == [Nothing] else Field()
    return create_model(f"{_camel(name)}Request", __base__=ActRequest, __module__=__name__, body=(body, given))


def _opening_request(declaration: Declaration, act: Act) -> type[OpeningRequest]:
    given: Any = Field(default=Nothing()) if act.body is Nothing else Field()
    opening: Any = Literal[act.name]
    return create_model(
        f"{declaration.name}{_camel(act.name)}Opening",
        __base__=OpeningRequest,
        __module__=__name__,
        opening=(opening, Field()),
        body=(act.body, given),
    )


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def body_of(act: Act, given: Payload) -> dict[str, Any]:
    """A typed body as it is sent to the register, as the act of this very procedure needs it.

    Raises:
        MalformedRequest: it is the body of another procedure's act of the same name, or a day in it is none of paper.
    """
    if type(given) is not act.body:
        given = _as(act.body, given.model_dump(mode="json", exclude_unset=True))
    _see_days(given)
    return given.model_dump(mode="json")


def checked(act: Act, body: dict[str, Any]) -> dict[str, Any]:
    """A body that came untyped, as a correction's does, in the form that the act needs.

    Raises:
        MalformedRequest: it is not what the act needs.
    """
    return body_of(act, _as(act.body, body))


def checked_as(kind: type[Payload], body: dict[str, Any]) -> dict[str, Any]:
    """A body in the form of a payload of the engine's own.

    Raises:
        MalformedRequest: it is not what the payload needs, its parts taken together included.
    """
    return _as(kind, body, "body").model_dump(mode="json")


def _as(kind: type[Payload], body: dict[str, Any], place: str = "body.body") -> Payload:
    try:
        return kind.model_validate(body)
    except ValidationError:
        raise MalformedRequest(place) from None


def _see_days(given: object) -> None:
    if not all(is_a_day_on_paper(day) for day in _days(given)):
        raise MalformedRequest("body.body")


def _days(value: object) -> Iterator[date]:
    if isinstance(value, date):
        yield value.date() if isinstance(value, datetime) else value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _days(getattr(value, name))
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from _days(getattr(value, part.name))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for item in value:
            yield from _days(item)
