"""What an invariant of a person is about: where no such record is laid before the rules, it is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from engine.position import Position

    Invariant = Callable[[Position, datetime], Iterator[str]]

I = TypeVar("I", bound="Callable[..., Iterator[str]]")  # noqa: E741  (an invariant)
_KIND: Final = "about"


def about(kind: type) -> Callable[[I], I]:
    """Say of which records an invariant speaks: it holds by itself where a position has none of them."""

    def mark(invariant: I) -> I:
        setattr(invariant, _KIND, kind)
        return invariant

    return mark


def by_kind(invariants: tuple[Invariant, ...]) -> dict[type | None, tuple[Invariant, ...]]:
    """Invariants by what they are about; under None those that are always asked."""
    found: dict[type | None, tuple[Invariant, ...]] = {}
    for one in invariants:
        kind = getattr(one, _KIND, None)
        found[kind] = (*found.get(kind, ()), one)
    return found
