"""What an order beside a deportation order rests on, and how its period is prolonged (55-2(4), 52(13))."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from law.citation import ICRRA
from law.facts import DeportationOrder, Grant
from law.finding import Answer, Finding, Reason
from law.removal import is_barred, is_in_force

_EXTENSION: Final = (ICRRA("55-2(4)"), ICRRA("52(13)"))


def rests_on_order(order: str, orders: Iterable[DeportationOrder], grants: tuple[Grant, ...], at: datetime) -> bool:
    """Whether the deportation order of a case is in force, and no grant of status covers its ground.

    Source: 55-2(1), 52(12), 61-2-9(1).
    """
    return any(one.case == order and is_in_force(one, at) and not is_barred(one, grants, at) for one in orders)


def prolongs(last_day: date, until: date, today: date) -> Finding[Answer]:
    """Whether a new last day prolongs a period: later than the old one, and not past."""
    if until > last_day and until >= today:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (_PROLONGS_NOTHING,))


def can_be_kept(last_day: date, today: date) -> Finding[Answer]:
    """Whether a last day has not passed yet."""
    return Finding(Answer.YES, ()) if last_day >= today else Finding(Answer.NO, (_PASSED_ALREADY,))


_PROLONGS_NOTHING: Final = Reason(
    "prolongs_nothing",
    _EXTENSION,
    "The new last day is not later than the old one, or has passed.",
    "新たな期限が従前の期限より後でないか、既に経過している。",
    remedy="Name a later working day.",
)
_PASSED_ALREADY: Final = Reason(
    "last_day_passed",
    (ICRRA("55-2(1)"), ICRRA("52(12)")),
    "The last day of the period has passed already.",
    "期間の末日が既に経過している。",
    remedy="Set a working day to come; of a paper not handed over yet, extend the period first.",
)
