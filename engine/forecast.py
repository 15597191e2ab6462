"""From when time alone would open an act: the same predicates, asked after each clock that is still to lapse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.blocks import blocks
from engine.session import Moment, Session

if TYPE_CHECKING:
    from datetime import datetime

    from engine.command import Considered, Officer
    from engine.declaration import Act, Procedures
    from engine.position import Dossier

MOST_LAPSES = 8


def open_from(
    procedures: Procedures,
    dossier: Dossier,
    case_id: str,
    act: Act,
    at: datetime,
    decider: Officer | None = None,
    considered: Considered | None = None,
) -> datetime | None:
    """The first end of a running clock after which nothing blocks an act any more, or None where time does not cure it.

    Args:
        procedures: the declarations.
        dossier: the person's cases, clocks lapsed up to the instant.
        case_id: the case the act belongs to.
        act: the act that is blocked.
        at: the instant from which to look ahead.
        decider: who would decide, where that is known.
        considered: what stands beside the cases; taken to stand on.
    """
    session = Session(procedures, dossier)
    declaration = procedures[session.cases[case_id].procedure]
    for _ in range(MOST_LAPSES):
        ends = [end for case in session.cases.values() if (end := case.wakes_at) is not None and end > at]
        if not ends:
            return None
        at = min(ends)
        session.lapse_until(at)
        session.moment = Moment("forecast", at, act.basis, at, decider, decider, considered)
        if not blocks(session, declaration, act, case_id):
            return at
    return None
