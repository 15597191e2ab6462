"""The revocation of a status of residence (在留資格の取消し): its grounds, whom it reaches, what follows (22-4).

Not decided here:
    Whether a cause is just, a means unjust, flight to be suspected, a notice in good time: an officer judges.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from law import status_revocation_reasons as because
from law.citation import HOLA, ICRRA
from law.facts import Ground
from law.finding import Answer, Finding
from law.periods import Period, Unit


class StatusGround(StrEnum):
    """The facts for which a status of residence may be revoked; each value is its item."""

    LANDING_FRAUD = "22-4(1)(i)"
    PERMISSION_FRAUD = "22-4(1)(ii)"
    FALSE_PAPERS = "22-4(1)(iii)"
    SPECIAL_PERMISSION_FRAUD = "22-4(1)(iv)"
    OTHER_ACTIVITY = "22-4(1)(v)"
    INACTIVE = "22-4(1)(vi)"
    NOT_LIVING_AS_SPOUSE = "22-4(1)(vii)"
    NO_FIRST_ADDRESS = "22-4(1)(viii)"
    NO_NEW_ADDRESS = "22-4(1)(ix)"
    FALSE_ADDRESS = "22-4(1)(x)"
    FRAUD_OF_RECOGNISED = "61-2-11(1)"
    """The one ground for somebody recognised: fraud about the exceptions of 61-2-2(1)."""


INACTIVITY: Final = Period(3, Unit.MONTH, (ICRRA("22-4(1)(vi)"),))
INACTIVITY_OF_HIGHLY_SKILLED: Final = Period(6, Unit.MONTH, (ICRRA("22-4(1)(vi)"),))
LIFE_AS_SPOUSE: Final = Period(6, Unit.MONTH, (ICRRA("22-4(1)(vii)"),))
FIRST_ADDRESS: Final = Period(90, Unit.DAY, (ICRRA("22-4(1)(viii)"),), rolls=True, roll_basis=(HOLA("2"),))
NEW_ADDRESS: Final = Period(90, Unit.DAY, (ICRRA("22-4(1)(ix)"),), rolls=True, roll_basis=(HOLA("2"),))
"""What is due to the Commissioner within them is a notification, so a closed last day moves them (HolA 2)."""

_ASKED: Final[dict[StatusGround, tuple[str, ...]]] = {
    StatusGround.LANDING_FRAUD: ("means",),
    StatusGround.PERMISSION_FRAUD: ("means",),
    StatusGround.FALSE_PAPERS: ("means",),
    StatusGround.SPECIAL_PERMISSION_FRAUD: ("means", "no_later_permission"),
    StatusGround.OTHER_ACTIVITY: ("table_one", "activity_left_off", "other_activity", "no_just_cause"),
    StatusGround.INACTIVE: ("table_one", "period_over", "no_just_cause"),
    StatusGround.NOT_LIVING_AS_SPOUSE: ("spouse_only", "period_over", "no_just_cause"),
    StatusGround.NO_FIRST_ADDRESS: ("mid_to_long_term", "period_over", "not_notified", "no_just_cause"),
    StatusGround.NO_NEW_ADDRESS: ("mid_to_long_term", "period_over", "not_notified", "no_just_cause"),
    StatusGround.FALSE_ADDRESS: ("mid_to_long_term", "means"),
    StatusGround.FRAUD_OF_RECOGNISED: ("means",),
}
"""What each item asks, in its order."""
_WITHOUT_PERIOD: Final = frozenset({StatusGround.LANDING_FRAUD, StatusGround.PERMISSION_FRAUD})
_EXPOSURE: Final = {Ground.II_2: "70(1)(iii)", Ground.II_3: "70(1)(iii-2)", Ground.II_4: "70(1)(iii-3)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundFacts:
    """What the fact-finding has on record for a ground; None = not on record, or not yet judged.

    Args:
        means_found: the deceit, the false paper or the false address that the item names.
        later_permission: (iv) another such permission, or a landing or status permission, was obtained since.
        table_one: (v)(vi) the status is one of Table I.
        does_its_activity: (v) the activity of the status is carried on.
        does_other_activity: (v) another activity is carried on, or about to be.
        highly_skilled_two: (vi) the status is Highly Skilled Professional (ii).
        spouse_only: (vii) the status is that of a spouse, who is no special adopted child or child besides, as the item
            excepts them.
        mid_to_long_term: (viii)(ix)(x) a mid- to long-term resident.
        counts_from: (vi) the last day of the activity; (vii) the last day of living as a spouse; (viii) the day of the
            landing permission or permission; (ix) the day of leaving the notified address.
        notified_on: (viii)(ix) the day of the notification, None where there was none.
        just_cause: (v) to (ix) there is a just cause.
    """

    means_found: bool | None = None
    later_permission: bool | None = None
    table_one: bool | None = None
    does_its_activity: bool | None = None
    does_other_activity: bool | None = None
    highly_skilled_two: bool = False
    spouse_only: bool | None = None
    mid_to_long_term: bool | None = None
    counts_from: date | None = None
    notified_on: date | None = None
    just_cause: bool | None = None


def ground_applies(ground: StatusGround, facts: GroundFacts, on: date) -> Finding[Answer]:
    """Whether a ground of revocation is there on a legal day.

    Returns:
        NO with everything that stands against it; UNKNOWN where a fact or a judgment is missing.

    Source: 22-4(1), 61-2-11(1) (text of 2025-06-01); Civil Code 140, 143.
    """
    known = _answers(ground, facts, on)
    answers = {code: known[code] for code in _ASKED[ground]}
    for value, answer in ((False, Answer.NO), (None, Answer.UNKNOWN)):
        against = tuple(because.missing(code, ground, answer) for code, each in answers.items() if each is value)
        if against:
            return Finding(answer, against)
    return Finding(Answer.YES, (because.applies(ground),))


def period_of(ground: StatusGround, *, highly_skilled_two: bool = False) -> Period | None:
    """The time that must have passed for a ground, or None."""
    if ground is StatusGround.INACTIVE:
        return INACTIVITY_OF_HIGHLY_SKILLED if highly_skilled_two else INACTIVITY
    return {
        StatusGround.NOT_LIVING_AS_SPOUSE: LIFE_AS_SPOUSE,
        StatusGround.NO_FIRST_ADDRESS: FIRST_ADDRESS,
        StatusGround.NO_NEW_ADDRESS: NEW_ADDRESS,
    }.get(ground)


def _answers(ground: StatusGround, facts: GroundFacts, on: date) -> dict[str, bool | None]:
    """Everything an item may ask, each with whether it is so."""
    period, start = period_of(ground, highly_skilled_two=facts.highly_skilled_two), facts.counts_from
    last = period.last_day_of(start) if period is not None and start is not None else None
    return {
        "means": facts.means_found,
        "no_later_permission": _not(facts.later_permission),
        "table_one": facts.table_one,
        "activity_left_off": _not(facts.does_its_activity),
        "other_activity": facts.does_other_activity,
        "spouse_only": facts.spouse_only,
        "mid_to_long_term": facts.mid_to_long_term,
        "period_over": None if last is None else last < on,
        "not_notified": last is None or facts.notified_on is None or last < facts.notified_on,
        "no_just_cause": _not(facts.just_cause),
    }


def _not(fact: bool | None) -> bool | None:
    return None if fact is None else not fact


@dataclass(frozen=True, slots=True)
class StatusHolder:
    """Whose status may be revoked; `holds_status` None = it is not on record how the person stays."""

    holds_status: bool | None
    recognised: bool
    old_special_permission: bool


def may_be_revoked(holder: StatusHolder, ground: StatusGround) -> Finding[Answer]:
    """Whether a ground reaches the status of a person.

    Source: 22-4(1) (not somebody recognised), 61-2-11(1) (nobody else), Act 56/2023 suppl. 5 (old special permission).
    """
    if holder.holds_status is None:
        return Finding(Answer.UNKNOWN, (because.STAY_UNKNOWN,))
    if not holder.holds_status:
        return Finding(Answer.NO, (because.NO_STATUS,))
    if holder.old_special_permission:
        return Finding(Answer.ASK, (because.OLD_LAW,))
    of_recognised = ground is StatusGround.FRAUD_OF_RECOGNISED
    if holder.recognised and not of_recognised:
        return Finding(Answer.NO, (because.RECOGNISED,))
    if of_recognised and not holder.recognised:
        return Finding(Answer.NO, (because.NOT_RECOGNISED,))
    return Finding(Answer.YES, ())


def departure_period_is_set(ground: StatusGround, *, flight_suspected: bool | None) -> Finding[Answer]:
    """Whether a period for leaving is set with the revocation.

    Returns:
        NO for (i) and (ii), and for (v) where flight is reasonably suspected; UNKNOWN for (v) while nobody judged that.

    Source: 22-4(7); 61-2-11(2), which leaves out the exception for flight.
    """
    if ground in _WITHOUT_PERIOD:
        return Finding(Answer.NO, (because.NO_PERIOD_FOR_FRAUD,))
    if ground is not StatusGround.OTHER_ACTIVITY:
        return Finding(Answer.YES, (because.PERIOD_IS_SET,))
    if flight_suspected is None:
        return Finding(Answer.UNKNOWN, (because.FLIGHT_NOT_JUDGED,))
    return Finding(Answer.NO, (because.FLIGHT,)) if flight_suspected else Finding(Answer.YES, (because.PERIOD_IS_SET,))


def deportation_ground(ground: StatusGround, *, with_period: bool) -> Ground:
    """The item of Article 24 that staying on leads to: at once, or beyond the period (24(ii-2) to (ii-4))."""
    if ground in _WITHOUT_PERIOD:
        return Ground.II_2
    return Ground.II_4 if with_period else Ground.II_3


def offence_of(ground: Ground) -> str:
    """The penal provision on staying on; it exposes, it does not convict (70(1)(iii) to (iii-3))."""
    return _EXPOSURE[ground]


class DepartureCondition(StrEnum):
    """The conditions that may be set for a departure period (22-4(8), Ord. 25-13(2))."""

    RESIDENCE = "25-13(2)(i)"
    PREFECTURE_AND_ROUTE = "25-13(2)(ii)"
    OTHER = "25-13(2)(iii)"
    """No business and no paid work, or what else is needed."""


class AccessRefusal(StrEnum):
    """Why access to the file may be refused (Ord. 25-12(1))."""

    THIRD_PARTY = "third_party"
    OTHER_JUST_REASON = "other_just_reason"
    """Another just reason, stated."""


def notice_is_early_enough(
    grounds: frozenset[StatusGround], *, in_good_time: bool, at_customs_inspection: bool
) -> Finding[Answer]:
    """Whether the notice of the hearing leaves a reasonable time before it.

    Args:
        grounds: what the notice names.
        in_good_time: an officer judged that the time is reasonable.
        at_customs_inspection: (i) showed while the person, just landed, was still where goods are inspected, and the
            notice is given on the spot.

    Source: Ord. 25-3(2).
    """
    if in_good_time or (at_customs_inspection and grounds == {StatusGround.LANDING_FRAUD}):
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (because.NOTICE_TOO_LATE,))
