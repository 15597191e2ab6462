"""When a coming end is alarmed, and to whom: service levels (A-02), never a legal effect.

The nearer the end, the higher it goes: to the officers of the case first, then to their supervisor.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from law import clocks
from law import custody_clocks as custody
from law import enforcement_clocks as enforcement
from law.citation import PRACTICE
from law.finding import Answer, Finding, Reason
from law.ledger import alerted_until
from law.policies import ServiceLevel, cite
from law.powers import ROLES, Role


class Audience(StrEnum):
    """Whom an alarm is for."""

    OFFICER = "officer"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Rung:
    """How long before the end somebody is alarmed."""

    before: timedelta
    audience: Audience


def _ladder(*rungs: tuple[timedelta, Audience]) -> tuple[Rung, ...]:
    return tuple(Rung(*rung) for rung in rungs)


def _hours(number: int) -> timedelta:
    return timedelta(hours=number)


def _days(number: int) -> timedelta:
    return timedelta(days=number)


_OFFICER, _SUPERVISOR = Audience.OFFICER, Audience.SUPERVISOR
_REVIEWS: Final = _ladder((_days(14), _OFFICER), (_days(7), _OFFICER), (_days(2), _SUPERVISOR))
_LIMITS: Final = _ladder((_days(7), _OFFICER), (_days(2), _SUPERVISOR))
_DATES: Final = _ladder((_days(7), _OFFICER), (_days(1), _SUPERVISOR))
_OF_TWO_DAYS: Final = _ladder((_hours(24), _OFFICER), (_hours(12), _OFFICER), (_hours(2), _SUPERVISOR))
"""24, 36 and 46 hours after the restraint."""
_OF_A_DAY: Final = _ladder((_hours(4), _OFFICER), (_hours(1), _SUPERVISOR))
_OF_THREE_DAYS: Final = _ladder((_days(1), _OFFICER))
_OF_SOME_DAYS: Final = _ladder((_days(2), _OFFICER), (_days(1), _SUPERVISOR))
"""Three working days after the three months by the later reading: at most a few days lie before the end."""

LADDERS: Final[dict[str, tuple[Rung, ...]]] = {
    custody.HAND_OVER_LIMIT.name: _OF_TWO_DAYS,
    custody.POLICE_HAND_OVER.name: _OF_TWO_DAYS,
    custody.DETENTION_LIMIT.name: _LIMITS,
    custody.DETENTION_EXTENSION.name: _LIMITS,
    custody.DETENTION_REVIEW.name: _REVIEWS,
    custody.REVIEW_OVERDUE.name: _OF_SOME_DAYS,
    custody.HEALTH_EXAMINATION.name: _REVIEWS,
    custody.PROVISIONAL_RELEASE.name: _REVIEWS,
    custody.WRITTEN_RELEASE.name: _REVIEWS,
    custody.DEPOSIT_DATE.name: _OF_THREE_DAYS,
    custody.NOTIFICATION.name: _DATES,
    custody.TRAVEL_RESTRICTED_NOTIFICATION.name: _DATES,
    custody.SPONSOR_REPORT.name: _DATES,
    custody.SPONSOR_VACANCY.name: _DATES,
    custody.ISOLATION.name: _DATES,
    custody.ISOLATION_RENEWAL.name: _DATES,
    custody.PROTECTION_ROOM.name: _OF_A_DAY,
    clocks.PROVISIONAL_STAY.name: _REVIEWS,
    enforcement.PASSPORT_ORDER_PERIOD.name: _DATES,
    enforcement.PENAL_ORDER_PERIOD.name: _DATES,
    enforcement.DEPARTURE_DEADLINE.name: _DATES,
    enforcement.DEPARTURE_DEADLINE_EXTENDED.name: _DATES,
    enforcement.EXIT_HOLD.name: _OF_A_DAY,
}
"""By the clock's name; what has no ladder is alarmed by nobody before its end: no clock of custody is among it."""

SUPERVISORS: Final = frozenset(
    {
        Role.SUPERVISING_IMMIGRATION_INSPECTOR,
        Role.REGIONAL_BUREAU_HEAD,
        Role.CENTRE_DIRECTOR,
        Role.COMMISSIONER,
        Role.MINISTER,
    }
)


def may_note(audience: Audience, roles: Collection[Role]) -> Finding[Answer]:
    """Whether somebody with these roles may take note of an alarm: that of supervisors they alone take off their list.

    Source: A-02 (a service level, no provision).
    """
    if audience is Audience.OFFICER or not SUPERVISORS.isdisjoint(roles):
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (_FOR_SUPERVISORS,))


def duties_alarmed(today: date, level: ServiceLevel | None = None) -> tuple[tuple[date, Audience], ...]:
    """Up to which last day open duties are alarmed on a legal day, rung by rung: officers first, then supervisors.

    Args:
        today: the legal day.
        level: of duties owed promptly, alarmed to officers once the working days before the alert are over; those
            that have a day and no level are on that day. Either reaches supervisors when its last day is over.

    Source: A-02 (a service level, no provision).
    """
    officers = today if level is None else alerted_until(today, level)
    return ((officers, _OFFICER), (today - _days(1), _SUPERVISOR))


_FOR_SUPERVISORS: Final = Reason(
    "alarm_for_supervisors",
    (PRACTICE("alarms"), cite("A-02")),
    "The alarm is for supervisors: nobody else takes note of it in their place.",
    "監督者に対する警告である。",
    remedy=f"Only: {', '.join(sorted(ROLES[role][0] for role in SUPERVISORS))}.",
)
