"""Provisional release (仮放免): who may ask, who may be released, on what terms, and until when (54, Ord. 49).

Two laws meet here: requests made before 2024-06-10 and releases running on that day stay under the old one (suppl. 9).

Not decided here:
    Whether a reason is given, and whether lifting detention is appropriate: the director or the inspector judges.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law import provisional_release_reasons as reason
from law.citation import ICRRA, ORD, Citation
from law.custody import PROVISIONALLY_RELEASED, SPONSORED
from law.facts import Custody
from law.finding import Answer, Finding, Reason
from law.holidays import is_administrative_holiday
from law.periods import start_of
from law.regimes import COMMENCEMENT

OLD_TEXT: Final = date(2024, 6, 9)
"""The last day of the text that the old law is cited in."""


class ReleaseLaw(StrEnum):
    """Which law a release is under."""

    OLD = "old"
    """The law in force until 2024-06-09 (suppl. 9)."""
    NEW = "new"


class Requester(StrEnum):
    """Who asks for a release or its extension (54(1), (5))."""

    PERSON = "person"
    AGENT = "agent"
    CURATOR = "curator"
    SPOUSE = "spouse"
    LINEAL_RELATIVE = "lineal_relative"
    SIBLING = "sibling"
    OTHER = "other"
    """Somebody whom the Act does not name."""


class ReleaseReason(StrEnum):
    """Why detention is lifted for a time (54(2))."""

    HEALTH = "health"
    HUMANITARIAN = "humanitarian"
    LIKE = "like"
    """A reason like these (その他これらに準ずる理由)."""


class ReleaseCondition(StrEnum):
    """The conditions of a release by their items (Ord. 49(3), 48(1))."""

    RESIDENCE = "48(1)(i)"
    RANGE_OF_MOVEMENT = "48(1)(ii)"
    APPEARANCE = "48(1)(iii)"
    NO_PAID_WORK = "48(1)(iv)"
    OTHER = "other"
    """Something else that is specially necessary."""


class Way(StrEnum):
    """How a request came in."""

    COUNTER = "counter"
    POST = "post"


@dataclass(frozen=True, slots=True)
class ReleasePeriod:
    """A period of release: the day from which its maximum counts (grant, or the last day before), and its last day."""

    counted_from: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ReleaseTerms:
    """On what terms a release was granted.

    `written_elsewhere`: its periods were written before it was taken into this register. `decision_owed`: the order
    issued meanwhile, and custody under it is not decided yet (A-10).
    """

    case: str
    law: ReleaseLaw
    reason: ReleaseReason | None
    periods: tuple[ReleasePeriod, ...]
    deposit_set: bool
    written_elsewhere: bool = False
    decision_owed: bool = False
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RefusalGiven:
    """A request for release, or for its extension, was refused; `on_paper` says whether a reasoned notice was made."""

    case: str
    on_paper: bool


_ALWAYS_SET: Final = frozenset(ReleaseCondition) - {ReleaseCondition.OTHER}


def law_of_release(requested_at: datetime | None, decided_at: datetime) -> ReleaseLaw:
    """Which law decides: that of the request, and without one that of the decision.

    Args:
        requested_at: when the request was received; None = on own motion.
        decided_at: when it is decided.

    Source: suppl. 9(1).
    """
    counts = decided_at if requested_at is None else requested_at
    return ReleaseLaw.OLD if counts < start_of(COMMENCEMENT) else ReleaseLaw.NEW


def may_request(requester: Requester) -> Finding[Answer]:
    """Whether somebody may ask: the person, the agent, the curator, the spouse, lineal relatives and siblings."""
    return _unless(requester is not Requester.OTHER, reason.NOT_ENTITLED)


def is_open_to_release(custody: Custody) -> Finding[Answer]:
    """Whether somebody may be released provisionally: only who is detained under an order that was issued.

    Source: 54(1), (2). Not somebody held under 43(1), released specially (A-39), under Sponsorship, or in criminal
    custody.
    """
    if custody in (Custody.DETAINED_DETENTION_ORDER, Custody.DETAINED_DEPORTATION_ORDER):
        return Finding(Answer.YES, ())
    if custody in PROVISIONALLY_RELEASED:
        return Finding(Answer.NO, (reason.RELEASED_ALREADY,))
    if custody in SPONSORED:
        return Finding(Answer.NO, (reason.UNDER_SPONSORSHIP,))
    special = {
        Custody.EMERGENCY_DETAINED: reason.NO_ORDER_ISSUED,
        Custody.SPECIAL_RELEASE: reason.SPECIALLY_RELEASED,
    }
    return Finding(Answer.NO, (special.get(custody, reason.NOT_DETAINED),))


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What decides on a release or its extension; `appropriate` None = not judged yet."""

    law: ReleaseLaw
    reason: ReleaseReason | None
    appropriate: bool | None


def may_be_released(facts: ReleaseFacts) -> Finding[Answer]:
    """Whether detention may be lifted for a time, or stay lifted: for one of the reasons, where appropriate (DT-14).

    The old law names no reason: circumstances, evidence, character and assets are weighed.
    """
    if facts.law is ReleaseLaw.NEW and facts.reason is None:
        return Finding(Answer.NO, (reason.NO_REASON,))
    if facts.appropriate is None:
        return Finding(Answer.ASK, (reason.TO_BE_WEIGHED,))
    return _unless(facts.appropriate, reason.NOT_APPROPRIATE)


def doctor_is_to_be_heard(law: ReleaseLaw, reasons: frozenset[ReleaseReason]) -> bool:
    """Whether a doctor's opinion is to be sought: on a request for reasons of health under the new law (54(8))."""
    return law is ReleaseLaw.NEW and ReleaseReason.HEALTH in reasons


def conditions(imposed: frozenset[ReleaseCondition]) -> Finding[Answer]:
    """Whether the conditions are complete: residence, range of movement, appearance, and no paid work or business.

    Source: 54(2), Ord. 49(3), 48(1).
    """
    missing = sorted(_ALWAYS_SET - imposed)
    basis: tuple[Citation, ...] = (ICRRA("54(2)"), ORD("49(3)"), *(ORD(each) for each in missing))
    text = ("A condition that is always set is missing.", "必ず付すべき条件が欠けている。")
    return _unless(not missing, Reason("condition_missing", basis, *text, remedy="Set it."))


def came_by_the_counter(way: Way) -> Finding[Answer]:
    """Whether a request for extension came in at the counter; by post none is received (practice of the Agency)."""
    return _unless(way is Way.COUNTER, reason.NOT_BY_POST)


def prolongs(last_day: date, until: date, today: date) -> Finding[Answer]:
    """Whether a new last day prolongs a release: later than the old one, not past, and a working day (A-01)."""
    if until <= last_day or until < today:
        return Finding(Answer.NO, (reason.PROLONGS_NOTHING,))
    return is_working_day(until)


def is_working_day(day: date) -> Finding[Answer]:
    """Whether a day may be designated: no holiday of administrative organs (A-01)."""
    return _unless(not is_administrative_holiday(day), reason.CLOSED_DAY)


def permit_must_be_carried(law: ReleaseLaw, *, under_sixteen: bool) -> Finding[Answer]:
    """Whether the permit must be carried and shown: under the new law, from sixteen on (23(1)(xi), (3), (5))."""
    if law is ReleaseLaw.OLD:
        return Finding(Answer.NO, (reason.OLD_PERMIT_NOT_CARRIED,))
    if under_sixteen:
        return Finding(Answer.NO, (reason.UNDER_SIXTEEN,))
    return Finding(Answer.YES, (reason.CARRIED,))


def _unless(holds: bool, why: Reason) -> Finding[Answer]:
    return Finding(Answer.YES, ()) if holds else Finding(Answer.NO, (why,))
