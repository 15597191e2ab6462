"""The facts of custody that rules ask for: titles, Sponsorship, provisional release (LAW §3, §5, §7, §8).

All instants are aware datetimes; legal days are dates in Japan Standard Time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law.facts import Custody


class Title(StrEnum):
    """What the detention of a person rests on."""

    EMERGENCY = "emergency"
    """43(1), until the detention order issues."""
    DETENTION_ORDER = "detention_order"
    """収容令書: 39-2, 43(2), 44-4(3)."""
    DEPORTATION_ORDER = "deportation_order"
    """退去強制令書: 52(9), 52-4(5), 55(3)."""


DETAINED: Final = frozenset(
    {Custody.EMERGENCY_DETAINED, Custody.DETAINED_DETENTION_ORDER, Custody.DETAINED_DEPORTATION_ORDER}
)
"""Held in immigration detention."""
SPONSORED: Final = frozenset({Custody.SPONSORED_BEFORE_ORDER, Custody.SPONSORED_AFTER_ORDER})
PROVISIONALLY_RELEASED: Final = frozenset(
    {Custody.PROVISIONAL_RELEASE_DETENTION_ORDER, Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER}
)


@dataclass(frozen=True, slots=True)
class CustodyHeld:
    """Where a person stands on axis C of LAW §3, as the one case that keeps it lays it before the rules.

    `title` is None while the person is not detained, and while a detention goes on though its time is used up.
    `facility` is where a detainee is held.
    """

    case: str
    custody: Custody
    since: datetime
    title: Title | None = None
    facility: str = ""


class Paragraph(StrEnum):
    """Under which paragraph Sponsorship was decided: the deposit hangs on it, never on custody today (DT-06)."""

    AT_SCREENING_BEFORE_ORDER = "44-2(1)"
    LATER_BEFORE_ORDER = "44-2(6)"
    AT_SCREENING_AFTER_ORDER = "52-2(1)"
    LATER_AFTER_ORDER = "52-2(5)"
    COMMANDED = "52-8(5)"

    @property
    def before_order(self) -> bool:
        """Whether it is Sponsorship before the deportation order."""
        return self in (Paragraph.AT_SCREENING_BEFORE_ORDER, Paragraph.LATER_BEFORE_ORDER)

    @property
    def at_screening(self) -> bool:
        """Whether it was decided at the screening of somebody neither detained nor on provisional release."""
        return self in (Paragraph.AT_SCREENING_BEFORE_ORDER, Paragraph.AT_SCREENING_AFTER_ORDER)


@dataclass(frozen=True, slots=True)
class Sponsored:
    """A Sponsorship that was decided; `placed_at` is None while a deposit is awaited in detention."""

    case: str
    paragraph: Paragraph
    decided_at: datetime
    placed_at: datetime | None = None
    ended_at: datetime | None = None
    deposit_unpaid: bool = False

    def runs(self, at: datetime) -> bool:
        """Whether it has taken hold and not ended at an instant."""
        return self.placed_at is not None and self.placed_at <= at and (self.ended_at is None or at < self.ended_at)


@dataclass(frozen=True, slots=True)
class ProvisionallyReleased:
    """A provisional release that was granted. `last_day` is the written end of its period."""

    case: str
    granted_at: datetime
    last_day: date
    under_order: bool
    """Under the deportation order, not a detention order."""
    ended_at: datetime | None = None
