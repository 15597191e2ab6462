"""The penal order to leave (退去の命令, 55-2): when it may issue (DT-15), whom it binds, what becomes of its period.

Not decided here:
    Whether the order is appropriate, what period is reasonable, whether the like is to be feared again: the supervising
    inspector judges and gives reasons.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from law import penal_order_conditions as condition
from law.country_notice import CountryNotice, destination_is_missing
from law.decision_table import Row, conclude
from law.finding import Answer, Finding
from law.order_rows import rows_of_order
from law.order_suspension import OF_PENAL_ORDER, causes
from law.removal import RemovalFacts, is_feared


class PenalReason(StrEnum):
    """Why it is difficult to remove the person to the destination (55-2(1))."""

    NO_WILL_TO_LEAVE = "55-2(1)(i)"
    """Declares no will to leave, and the destination is missing from the notice of countries."""
    OBSTRUCTION = "55-2(1)(ii)"
    """Obstructed a removal by deceit, force or threatening pressure, and the like is to be feared again."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the supervising inspector judged, and puts on the paper; `None` = not judged yet.

    Args:
        reasons: on which items of 55-2(1) the order rests.
        risk_of_the_like: the like is to be feared at the next removal.
        appropriate: to order departure is appropriate.
        period_reasonable: the period is an appropriate one (相当の期間).
        in_writing: the paper states the reasons and the period (55-2(3)).
    """

    reasons: frozenset[PenalReason]
    risk_of_the_like: bool | None
    appropriate: bool | None
    period_reasonable: bool | None
    in_writing: bool


@dataclass(frozen=True, slots=True)
class PenalOrderFacts:
    """What is on record of the person; `None` = not on record.

    Args:
        removal: as DT-01 asks for it.
        declares_no_will: declared to have no will to leave, and has not taken it back; None = nobody asked.
        notice: the notice of countries of the day; None = none is known.
        obstructed: a removal was obstructed by what 55-2(1)(ii) names.
        heard: the opinion on the order was heard, or the person would give none.
    """

    removal: RemovalFacts
    declares_no_will: bool | None
    notice: CountryNotice | None
    obstructed: bool
    heard: bool


def may_issue(facts: PenalOrderFacts, judged: Judged, at: datetime) -> Finding[Answer]:
    """Whether a penal order to leave may issue at an instant: every condition must hold.

    Every reason that is given must hold by itself; one that does not is left out of the paper.

    Returns:
        Yes with every condition; no, or unknown, with those that fail or are not on record or not judged.

    Source: 55-2(1)-(3), 53 (text 2025-06-01); DT-15; A-08, A-40; 46 of LAW §14.
    """
    return conclude(rows(facts, judged, at))


def may_be_issued_at_all(facts: PenalOrderFacts, at: datetime) -> Finding[Answer]:
    """The conditions of DT-15 that need no judgement: what can be told before anything is written."""
    return conclude(standing_rows(facts, at))


def may_be_considered(removal: RemovalFacts, at: datetime) -> Finding[Answer]:
    """Whether there is anybody against whom a penal order could be considered: somebody with an order that stands."""
    return conclude(_order_rows(removal, at))


def rows(facts: PenalOrderFacts, judged: Judged, at: datetime) -> tuple[Row, ...]:
    """Every row of DT-15 as judged; of the two reasons those that are given."""
    given = [row for reason in PenalReason if reason in judged.reasons for row in _of_reason(reason, facts, judged)]
    return (
        *standing_rows(facts, at),
        condition.NO_REASON_GIVEN.judged(not judged.reasons),
        *given,
        condition.NOT_APPROPRIATE.judged(_not(judged.appropriate)),
        condition.PERIOD_NOT_REASONABLE.judged(_not(judged.period_reasonable)),
        condition.NOT_IN_WRITING.judged(not judged.in_writing),
    )


def standing_rows(facts: PenalOrderFacts, at: datetime) -> tuple[Row, ...]:
    """The rows of DT-15 that need no judgement."""
    removal = facts.removal
    destination = removal.destination
    return (
        *_order_rows(removal, at),
        condition.DESTINATION_NOT_ALLOWED.judged(_not(destination.permitted_by_53) if destination else None),
        condition.NON_REFOULEMENT.judged(is_feared(destination)),
        condition.NOT_HEARD.judged(not facts.heard),
        *causes(OF_PENAL_ORDER, removal, at),
    )


@dataclass(frozen=True, slots=True)
class PenalOrder:
    """A penal order to leave that was handed over.

    Args:
        case: whose order it is.
        order: the deportation case on whose order it rests.
        reasons: the items of 55-2(1) that it rests on.
        heard_on: the day on which the opinion was heard, or the person would give none.
        issued_at: when the supervising inspector issued it.
        handed_over_at: from when it binds.
        suspended_since: since when it stands still; None = it has its effect.
        exposed: its period is over and the person stayed on: exposed to the penalty of 72(vii).
        ended_at: when it ended, by the departure too.
    """

    case: str
    order: str
    reasons: frozenset[PenalReason]
    heard_on: date
    issued_at: datetime
    handed_over_at: datetime
    suspended_since: datetime | None = None
    exposed: bool = False
    ended_at: datetime | None = None


def leaves_under(orders: Iterable[PenalOrder], at: datetime) -> bool:
    """Whether somebody who leaves at an instant leaves under a penal order: deemed deported (55-2(6)).

    An order that the departure itself ended counts, whichever of the two is asked first; one that stood still does not.
    """
    return any(
        one.handed_over_at <= at
        and (one.suspended_since is None or at < one.suspended_since)
        and (one.ended_at is None or at <= one.ended_at)
        for one in orders
    )


def _order_rows(removal: RemovalFacts, at: datetime) -> tuple[Row, ...]:
    return rows_of_order(condition.NOT_IN_THE_ACT, condition.NO_ORDER_IN_FORCE, removal, at)


def _of_reason(reason: PenalReason, facts: PenalOrderFacts, judged: Judged) -> tuple[Row, Row]:
    if reason is PenalReason.OBSTRUCTION:
        return (
            condition.NOT_OBSTRUCTED.judged(not facts.obstructed),
            condition.NO_RISK_OF_THE_LIKE.judged(_not(judged.risk_of_the_like)),
        )
    return (
        condition.WILL_NOT_DENIED.judged(_not(facts.declares_no_will)),
        condition.DESTINATION_ON_NOTICE.judged(_is_on_notice(facts)),
    )


def _is_on_notice(facts: PenalOrderFacts) -> bool | None:
    if facts.removal.destination is None:
        return None
    missing = destination_is_missing(facts.notice, facts.removal.destination.country).value
    return None if missing is Answer.UNKNOWN else missing is Answer.NO


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer
