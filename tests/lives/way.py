"""A way: acts one after another, each in the last case of its procedure, with what its papers must say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from engine.command import Outcome

if TYPE_CHECKING:
    from tests.lives.walker import Walker

ATTEMPTS = 12


@dataclass(frozen=True)
class Leg:
    """An act of a way. Without an act: time passes, up to the next clock's end where no time is given."""

    procedure: str = ""
    act: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    wait: timedelta | None = None


Way = tuple[Leg, ...]


def on(procedure: str, *acts: str | tuple[str, dict[str, Any]]) -> Way:
    """Acts of a procedure, each a name or a name with the fields that its paper must have."""
    named = [(one, {}) if isinstance(one, str) else one for one in acts]
    return tuple(Leg(procedure, act, body, timedelta(minutes=7)) for act, body in named)


def later(**time: float) -> Way:
    """Time passes."""
    return (Leg(wait=timedelta(**time)),)


def run_out() -> Way:
    """Time passes until the next clock has run out."""
    return (Leg(),)


def follow(walker: Walker, way: Way, straying: float = 0) -> bool:
    """Go a way as far as it goes. Whether it went to its end.

    Args:
        walker: who goes.
        way: what is done.
        straying: how often something else is done in between.
    """
    for leg in way:
        if straying and walker.random.random() < straying:
            walker.life.take(walker.next())
        if not _took(walker, leg):
            return False
    return True


def _took(walker: Walker, leg: Leg) -> bool:
    if leg.wait is not None:
        walker.now += leg.wait
    if leg.act:
        return any(_filed(walker, leg) for _ in range(ATTEMPTS))
    if leg.wait is None:
        ends = [end for case in walker.life.dossier.cases.values() if (end := case.wakes_at) is not None]
        if not ends:
            return False
        walker.now = max(walker.now, min(ends))
    walker.life.take(walker.now)
    return True


def _filed(walker: Walker, leg: Leg) -> bool:
    command = walker.command_for(leg.procedure, leg.act, leg.body)
    if command is None:
        return False
    filed = walker.life.take(command)
    return filed is not None and filed.outcome is Outcome.FILED
