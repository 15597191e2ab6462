"""A way: acts one after another, each in the last case of its procedure, with what its papers must say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from engine.command import Outcome
from engine.resolution import Verdict
from tests.lives import amending

if TYPE_CHECKING:
    from law.country_notice import CountryNotice
    from tests.lives.walker import Walker

ATTEMPTS = 12


@dataclass(frozen=True)
class Leg:
    """An act of a way, or a notice that is published. Without either time passes.

    It passes up to the next clock's end where no time is given.
    """

    procedure: str = ""
    act: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    wait: timedelta | None = None
    notice: CountryNotice | None = None
    amends: str = ""
    """"annul": the last entry of the act never happened. "uphold": a contested entry takes effect."""


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


def annul(procedure: str, act: str) -> Way:
    """It is found that the last act of a name never happened."""
    return (Leg(procedure, act, wait=timedelta(minutes=7), amends="annul"),)


def uphold() -> Way:
    """A contested entry takes effect, and what does not fit it falls."""
    return (Leg(wait=timedelta(minutes=7), amends="uphold"),)


def published(notice: CountryNotice) -> Way:
    """A notice of countries is loaded."""
    return (Leg(notice=notice),)


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


def cross(walker: Walker, way: Way) -> None:
    """Go along another way as far as the life allows: each leg is tried once, and what is refused is left out."""
    for leg in way:
        if leg.act and not leg.amends and leg.notice is None:
            walker.now += leg.wait or timedelta(0)
            command = walker.command_for(leg.procedure, leg.act, leg.body)
            if command is not None:
                walker.life.take(command)
        else:
            _took(walker, leg)


def _took(walker: Walker, leg: Leg) -> bool:
    if leg.notice is not None:
        walker.life.take(leg.notice)
        return True
    if leg.wait is not None:
        walker.now += leg.wait
    if leg.amends:
        return _amended(walker, leg)
    if leg.act:
        return any(_filed(walker, leg) for _ in range(ATTEMPTS))
    if leg.wait is None:
        ends = [end for case in walker.life.dossier.cases.values() if (end := case.wakes_at) is not None]
        if not ends:
            return False
        walker.now = max(walker.now, min(ends))
    walker.life.take(walker.now)
    return True


def _amended(walker: Walker, leg: Leg) -> bool:
    annulling = leg.amends == "annul"
    command = amending.annul(walker, leg.procedure, leg.act) if annulling else amending.resolve(walker, Verdict.UPHELD)
    filed = walker.life.take(command) if command is not None else None
    return filed is not None and filed.outcome is not Outcome.REFUSED


def _filed(walker: Walker, leg: Leg) -> bool:
    command = walker.command_for(leg.procedure, leg.act, leg.body)
    if command is None:
        return False
    filed = walker.life.take(command)
    return filed is not None and filed.outcome is Outcome.FILED
