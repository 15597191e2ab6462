"""JSON Lines from outside, read one by one: what is wrong with one is told by its number, never by its content."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

LONGEST_LINE = 1_000_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no import: its number and the reason, without its content."""

    number: int
    reason: str


def numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that say something, each with its number from 1; of a too long one the beginning only."""
    with path.open("rb") as stream:
        for number, raw in enumerate(_raw_lines(stream), start=1):
            if raw.strip():
                yield number, raw


def _raw_lines(stream: BinaryIO) -> Iterator[bytes]:
    """No line fills the memory."""
    while raw := stream.readline(LONGEST_LINE + 1):
        rest = raw
        while not rest.endswith(b"\n") and (rest := stream.readline(LONGEST_LINE)):
            pass
        yield raw


def parsed(number: int, raw: bytes, read: Callable[[object], T], fields: frozenset[str]) -> T | BadLine:
    """What a line says, or what is wrong with it.

    Args:
        number: of the line.
        raw: its bytes.
        read: makes of the document what is wanted, or raises ValidationError.
        fields: names that the format has; others are not repeated, for they may be anything.
    """
    if len(raw) > LONGEST_LINE:
        return BadLine(number, "the line is longer than 1 MB")
    try:
        return read(json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number))
    except UnicodeError:
        return BadLine(number, "the line is not UTF-8")
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False, include_context=False)
        told = (_fault(item["loc"], item["msg"], fields) for item in _first_hand(faults)[:3])
        return BadLine(number, "; ".join(dict.fromkeys(told)))
    except (ValueError, RecursionError):
        return BadLine(number, "the line is not JSON, or nested too deeply")


def fields_of(*models: type[BaseModel]) -> frozenset[str]:
    """The names that the fields of some models have in a line."""
    named = (
        name for model in models for field, info in model.model_fields.items() for name in (field, info.alias) if name
    )
    return frozenset(named)


def _no_number(constant: str) -> None:
    raise ValueError(constant)


def _first_hand(faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Without "too few" of a list whose items are at fault themselves."""
    within = {item["loc"][:depth] for item in faults for depth in range(len(item["loc"]))}
    return [item for item in faults if item["type"] != "too_short" or item["loc"] not in within]


def _fault(place: tuple[int | str, ...], message: str, fields: frozenset[str]) -> str:
    told = (str(part) if isinstance(part, int) or part in fields else "(unknown field)" for part in place)
    return f"{'.'.join(told) or 'line'}: {message.removeprefix('Value error, ')}"
