"""Whether a person may work for money, on everything on file (DT-07)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.custody import Sponsored
from law.departure_order_terms import DepartureOrderKept
from law.facts import ProvisionalStayPeriod
from law.temporary_refuge import RefugeLanding, is_unexpired
from law.work import WorkFacts, WorkPermit, may_work

if TYPE_CHECKING:
    from datetime import datetime

    from engine.position import Position
    from law.finding import Answer, Finding
    from law.work import WorkKind


def may_person_work(position: Position, kind: WorkKind, at: datetime, employer: str | None = None) -> Finding[Answer]:
    """DT-07 on a person's position at an instant."""
    banned = [kept.bans_work(at) for kept in position.all(DepartureOrderKept)]
    refuge = position.all(RefugeLanding)
    facts = WorkFacts(
        stays=position.circumstances.stays,
        custody=position.custody,
        has_order=position.order_in_force(at) is not None,
        provisional_stays=position.all(ProvisionalStayPeriod),
        sponsorships=position.all(Sponsored),
        permits=position.all(WorkPermit),
        work_banned_by_departure_order=next((ban for ban in banned if ban is not None), None),
        work_banned_by_refuge_permit=next((each.bans_work for each in refuge if is_unexpired(each, at)), None),
    )
    return may_work(facts, kind, at, employer)
