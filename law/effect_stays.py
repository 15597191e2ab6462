"""A court's stay of the effect of a disposition: for the time it is as if it had not been made (ACLA 25(2), 32, 33).

What follows is the matter of the case that made it: a revoked status is held for the time, a period for leaving stands
still, a revoked provisional stay runs.

Not decided here:
    What had happened before the stay: it has effect from the court's word on, and takes nothing back.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from law.court import Attacked
from law.facts import CourtStay, Ground

REVOCATIONS: Final = frozenset(
    {Attacked.STATUS_REVOCATION, Attacked.RECOGNITION_REVOCATION, Attacked.PROVISIONAL_STAY, Attacked.DEPARTURE_ORDER}
)
"""What takes a way of staying from the person by itself: nobody executes it, and a court stays its effect."""


@dataclass(frozen=True, slots=True)
class EffectStayed:
    """The effect of a disposition is stayed, or a final judgment set it aside: then it never regains effect."""

    suit: str
    case: str
    """The case whose disposition it is."""
    attacked: Attacked
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class GroundStayed:
    """An item of Article 24 that hangs on a revocation whose effect is stayed: for the time it does not apply."""

    case: str
    ground: Ground
    stay: CourtStay


def is_stayed(stayed: Collection[EffectStayed], case: str, attacked: Attacked) -> bool:
    """Whether the disposition of a case has no effect by a court's word."""
    return any(one.case == case and one.attacked is attacked for one in stayed)


def is_set_aside(stayed: Collection[EffectStayed], case: str, attacked: Attacked) -> bool:
    """Whether a final judgment set the disposition of a case aside."""
    return any(one.case == case and one.attacked is attacked and one.set_aside for one in stayed)
