"""Why an act is allowed, or what blocks it: from the same predicates that guard the filing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.blocks import blocks
from engine.forecast import open_from
from engine.refusal import NoPower, Refusal
from engine.session import Moment, Session
from law.competence import may_exercise
from law.finding import Answer

if TYPE_CHECKING:
    from datetime import datetime

    from engine.command import Considered, Officer
    from engine.declaration import Act, Procedures
    from engine.position import Dossier


@dataclass(frozen=True, slots=True)
class ActStanding:
    """Whether an act of a case is open now, and if not, every ground that blocks it."""

    act: Act
    blocked_by: tuple[Refusal, ...]
    available_from: datetime | None = None
    """From when time alone would open it, where nothing but time is missing."""

    @property
    def allowed(self) -> bool:
        """Whether nothing that can be seen without a body blocks it."""
        return not self.blocked_by


def explain(
    procedures: Procedures,
    dossier: Dossier,
    case_id: str,
    at: datetime,
    officer: Officer | None = None,
    considered: Considered | None = None,
) -> tuple[ActStanding, ...]:
    """Every act of a case: allowed, or blocked by what.

    Args:
        procedures: the declarations.
        dossier: the person's cases as they stand on file.
        case_id: the case asked about.
        at: the instant; clocks that have run out by then lapse in memory first.
        officer: whose powers count; None = nobody's.
        considered: what stands beside the cases at the instant; None = nothing is known.
    """
    session = Session(procedures, dossier)
    session.lapse_until(at)
    declaration = procedures[session.cases[case_id].procedure]
    standings = []
    for act in declaration.acts.values():
        if act.inner:
            continue
        beside = considered if act.considers else None
        session.moment = Moment("explain", at, act.basis, at, officer, officer, beside)
        found = blocks(session, declaration, act, case_id)
        ahead = open_from(procedures, session.dossier, case_id, act, at, officer, beside) if found else None
        for refusal in found:
            refusal.available_from = ahead
        if officer is not None:
            power = may_exercise(act.by, officer.roles)
            if power.value is not Answer.YES:
                found.append(NoPower(*power.reasons))
        standings.append(ActStanding(act, tuple(found), ahead))
    return tuple(standings)
