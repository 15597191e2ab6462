"""Exit control: the confirmation of departure, and how long it may be withheld (25, 25-2).

Not decided here:
    Whether to withhold, for the law says "may"; whether what an authority notified is true.

Source: 25, 25-2 (text 2025-06-01). By its words it reaches everybody who leaves, also under a departure order, at own
expense and under a penal order to leave.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, Citation
from law.enforcement_clocks import EXIT_HOLD
from law.finding import Answer, Finding, Reason
from law.periods import legal_day
from law.regimes import TRAVEL_RESTRICTION_FROM


class HoldGround(StrEnum):
    """What an authority has notified of the person, by the items of 25-2(1)."""

    TRAVEL_RESTRICTION = "25-2(1)(i)"
    """A court's travel restriction, unless the court permitted this departure; from 2025-05-15."""
    PROSECUTION_OR_WARRANT = "25-2(1)(ii)"
    """Prosecuted, or sought by a warrant, for a crime punished with death, life or a maximum of 3 years or more."""
    UNSERVED_SENTENCE = "25-2(1)(iii)"
    """Imprisonment or more, not wholly suspended, until it is served; not on parole nor in a suspended part."""
    EXTRADITION = "25-2(1)(iv)"
    """A permit of detention under the Act of Extradition."""


@dataclass(frozen=True, slots=True)
class DepartureSeen:
    """Exit control confirmed the departure in this case: the person has left, whatever becomes of the confirmation."""

    case: str


def may_be_withheld(ground: HoldGround, *, notified: bool, excepted: bool, at: datetime) -> Finding[Answer]:
    """Whether the confirmation of departure may be withheld.

    Args:
        ground: what the hold rests on.
        notified: an authority has notified it.
        excepted: an exception of the item applies: the court's permission, another item's restriction, parole, a
            suspended part.
        at: when it would be withheld.
    """
    if not notified:
        return _no("hold_not_notified", ground, *_NOT_NOTIFIED)
    if ground is HoldGround.TRAVEL_RESTRICTION and legal_day(at) < TRAVEL_RESTRICTION_FROM:
        return _no("no_travel_restriction_yet", ground, *_NOT_YET)
    return _no("hold_excepted", ground, *_EXCEPTED) if excepted else Finding(Answer.YES, ())


def hold_is_open(began: datetime, at: datetime) -> Finding[Answer]:
    """Whether the 24 hours from the person's act for exit control are not over (25-2(1)); they run by the minute."""
    if began <= at < EXIT_HOLD.ends_from(began).value:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (HOLD_USED_UP,))


def _no(code: str, ground: HoldGround, en: str, ja: str, remedy: str) -> Finding[Answer]:
    basis: tuple[Citation, ...] = (ICRRA(ground.value), ICRRA("25(1)"))
    return Finding(Answer.NO, (Reason(code, basis, en, ja, remedy),))


HOLD_USED_UP: Final = Reason(
    "hold_used_up",
    (ICRRA("25-2(1)"),),
    "The 24 hours from the person's act for exit control are over, or have not begun.",
    "出国の確認を受けるための手続がされた時から24時間が経過している。",
    remedy="Confirm the departure.",
)
_NOT_NOTIFIED: Final = (
    "No authority has notified that this ground applies to the person.",
    "関係機関からの通知を受けていない。",
    "Confirm the departure.",
)
_NOT_YET: Final = (
    "There was no travel restriction before 15 May 2025.",
    "出国の制限に係る規定は施行されていない。",
    "Confirm the departure, or name another ground.",
)
_EXCEPTED: Final = (
    "An exception of the item applies to the person.",
    "同号の除外に該当する。",
    "Confirm the departure, or name another ground.",
)
