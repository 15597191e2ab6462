"""Whether a person may work for money, on everything on file (DT-07)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.custody import Sponsored
from law.facts import ProvisionalStayPeriod
from law.work import WorkFacts, WorkPermit, may_work

if TYPE_CHECKING:
    from datetime import datetime

    from engine.position import Position
    from law.finding import Answer, Finding
    from law.work import WorkKind


def may_person_work(position: Position, kind: WorkKind, at: datetime, employer: str | None = None) -> Finding[Answer]:
    """DT-07 on a person's position at an instant; a departure order is not on file in any procedure yet."""
    facts = WorkFacts(
        stays=position.circumstances.stays,
        custody=position.custody,
        has_order=position.order_in_force(at) is not None,
        provisional_stays=position.all(ProvisionalStayPeriod),
        sponsorships=position.all(Sponsored),
        permits=position.all(WorkPermit),
    )
    return may_work(facts, kind, at, employer)
