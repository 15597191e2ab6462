"""From what was sent to the typed body of an act; what is wrong is told by field, never by value."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from engine.payload import Payload
from engine.refusal import Malformed, because

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.command import Command
    from engine.declaration import Act
    from law.citation import Citation

P = TypeVar("P", bound=Payload)

_UNKNOWN = "(unknown field)"
_MOST_TOLD = 300


def parse_body(act: Act, command: Command) -> Payload | None:
    """The typed body of a command, or None where the act takes none.

    Raises:
        Malformed: it is not what the act needs; the ground names fields of the act, never what was sent.
    """
    parsed = parse(act.body, command, act.basis)
    return parsed if act.perform.__code__.co_argcount > 1 else None


def parse(model: type[P], command: Command, basis: tuple[Citation, ...] = ()) -> P:
    """The body of a command as a type, lifted from older schema numbers. Raises Malformed."""
    number = command.schema_number
    if not 1 <= number <= model.schema_number:
        raise _malformed(basis, "schema_number")
    body = command.body
    try:
        lifted = body if number == model.schema_number else model.upcast(dict(body), number)
        return model.model_validate(lifted)
    except ValidationError as error:
        raise _malformed(basis, *_fields(model, error)) from None
    except (AttributeError, LookupError, TypeError):
        if number == model.schema_number:
            raise
        raise _malformed(basis, "schema_number") from None


def _fields(model: type[Payload], error: ValidationError) -> list[str]:
    """Where the body is wrong. A name that the sender made up is not repeated: it may be anything."""
    known = _names(model)
    places = (item["loc"] for item in error.errors(include_input=False, include_url=False, include_context=False))
    return sorted({".".join(_told(part, known) for part in place) or "body" for place in places})


def _told(part: int | str, known: frozenset[str]) -> str:
    return str(part) if isinstance(part, int) or part in known else _UNKNOWN


@lru_cache(maxsize=512)
def _names(model: type[Payload]) -> frozenset[str]:
    return frozenset(_properties(model.model_json_schema()))


def _properties(schema: Any) -> Iterator[str]:  # noqa: ANN401  (any part of a JSON schema)
    if isinstance(schema, dict):
        own = schema.get("properties")
        if isinstance(own, dict):
            yield from own
        for part in schema.values():
            yield from _properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _properties(part)


def _malformed(basis: tuple[Citation, ...], *fields: str) -> Malformed:
    return Malformed(
        because(
            "malformed",
            *basis,
            en=f"The body is not what the act needs: {', '.join(fields)[:_MOST_TOLD]}.",
            ja="入力の内容が行為の様式に適合しない。",
            remedy="Send the fields that the act's schema names.",
        )
    )
