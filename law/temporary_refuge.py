"""Landing for temporary refuge (一時庇護のための上陸): who may be permitted, and on what terms (18-2).

Not decided here:
    Whether the person seems to have fled such danger, and whether landing is appropriate: an inspector judges.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD
from law.finding import Answer, Finding, Reason
from law.periods import end_of
from law.regimes import COMPLEMENTARY_PROTECTION_FROM


class Limb(StrEnum):
    """From what the person fled (18-2(1)(i))."""

    DANGER = "18-2(1)(i)(i)"
    """A territory of danger to life, body or physical freedom for a reason of the Convention or a like one."""
    PERSECUTION = "18-2(1)(i)(ro)"
    """A territory of persecution otherwise; law since 2023-12-01."""


class RefugeCondition(StrEnum):
    """The conditions that may be set (18-2(4), Ord. 18(5))."""

    RESIDENCE = "18(5)(ii)"
    MUNICIPALITY = "18(5)(iii)"
    NO_PAID_WORK = "18(5)(iv)"
    OTHER = "18(5)(iv) other"


OFFENCE_OF_STAYING: Final = "70(1)(vii)"
OFFENCE_OF_FLIGHT: Final = "72(ii)"


@dataclass(frozen=True, slots=True)
class RefugeLanding:
    """A landing for temporary refuge; `last_day` is the written end, `bans_work` whether paid work was forbidden."""

    case: str
    permitted_at: datetime
    last_day: date
    bans_work: bool
    ended_at: datetime | None = None


def landing_may_be_permitted(limb: Limb | None, *, appropriate: bool | None, on: date) -> Finding[Answer]:
    """Whether the inspector may permit the landing: one limb, and appropriateness besides.

    Args:
        limb: what the person seems to have fled; None = neither.
        appropriate: landing for a time was found appropriate; None = not judged.
        on: the legal day.

    Source: 18-2(1) (text of 2025-06-01; limb (ro) from 2023-12-01).
    """
    if limb is None:
        return Finding(Answer.NO, (_NO_LIMB,))
    if limb is Limb.PERSECUTION and on < COMPLEMENTARY_PROTECTION_FROM:
        return Finding(Answer.NO, (_NOT_YET_LAW,))
    if appropriate is None:
        return Finding(Answer.UNKNOWN, (_NOT_JUDGED,))
    return Finding(Answer.YES, ()) if appropriate else Finding(Answer.NO, (_NOT_APPROPRIATE,))


def is_unexpired(landing: RefugeLanding, at: datetime) -> bool:
    """Whether the permit covers an instant: to the end of its last day, unless it ended before."""
    ends_at = min(end_of(landing.last_day), landing.ended_at or end_of(landing.last_day))
    return landing.permitted_at <= at < ends_at


_NO_LIMB: Final = Reason(
    "no_flight_from_danger",
    (ICRRA("18-2(1)(i)"),),
    "The person does not seem to have fled a territory of such danger or of persecution.",
    "生命等を害されるおそれ又は迫害を受けるおそれのあった領域から逃れた者と思料されない。",
    remedy="Refuse the landing; an application for recognition can be made by anybody in Japan.",
)
_NOT_YET_LAW: Final = Reason(
    "limb_not_yet_law",
    (ICRRA("18-2(1)(i)(ro)", COMPLEMENTARY_PROTECTION_FROM),),
    "Persecution otherwise is a reason only since 2023-12-01.",
    "同号ロは令和五年十二月一日から施行された。",
    remedy="Judge limb (i).",
)
_NOT_JUDGED: Final = Reason(
    "appropriateness_not_judged",
    (ICRRA("18-2(1)(ii)"),),
    "Nobody judged whether landing for a time is appropriate.",
    "一時的に上陸させることの相当性が判断されていない。",
    remedy="Judge it with reasons.",
)
_NOT_APPROPRIATE: Final = Reason(
    "landing_not_appropriate",
    (ICRRA("18-2(1)(ii)"), ORD("18(1)")),
    "Landing for a time was not found appropriate.",
    "一時的に上陸させることが相当と認められない。",
    remedy="Refuse the landing.",
)
