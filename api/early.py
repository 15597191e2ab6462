"""The quick refusal: what the person's position forbids on its face, by the same predicates as the filing.

Not decided here:
    What the body breaks, and late entries: the filing judges them, and keeps its refusal.
"""

from typing import Any

from api.ports import House
from api.problems import Missing, Stale, refused
from engine.blocks import blocks
from engine.case import Case
from engine.command import Command, Considered, Kind, Officer
from engine.declaration import Act
from engine.filing import is_late
from engine.forecast import open_from
from engine.position import Dossier
from engine.refusal import NoPower, Refusal, because
from engine.sent import refusal_sent
from engine.session import Moment, Session
from law.citation import PRACTICE
from law.competence import Power, may_exercise
from law.finding import Answer, Reason


async def refuse_early(
    house: House, dossier: Dossier | None, decider: Officer, command: Command, power: Power, act: Act | None
) -> None:
    """Refuse a command that cannot be filed as things stand.

    Args:
        house: whose procedures are asked.
        dossier: the person's cases; None for an opening.
        decider: who decides, as he or she acts at the case's office.
        command: as it would be sent.
        power: what the decider must hold.
        act: the declared act; None for a correction or a resolution.

    Raises:
        ProblemError: in the future, before the case, without the power, stale, or blocked.
    """
    if command.occurred_at > command.received_at:
        raise refused(refusal_sent(Refusal(_to_come(act))))
    finding = may_exercise(power, decider.roles)
    if decider.id == command.entered_by and finding.value is not Answer.YES:
        raise refused(refusal_sent(NoPower(*finding.reasons)))
    if command.kind is Kind.OPEN:
        return
    case = None if dossier is None else dossier.cases.get(command.case)
    if dossier is None or case is None:
        raise Missing
    if case.version != command.expected_version:
        raise Stale
    if command.kind is Kind.ACT and act is not None:
        _see_beginning(case, command, act)
        if not is_late(dossier, command):
            beside = await house.country_notices.considered(command.occurred_at) if act.considers else None
            _see_blocks(house, dossier, command, act, decider, beside)


def _see_blocks(
    house: House, dossier: Dossier, command: Command, act: Act, decider: Officer, beside: Considered | None
) -> None:
    at, session = command.occurred_at, Session(house.procedures, dossier)
    session.lapse_until(at)
    session.moment = Moment("explain", at, act.basis, at, decider, decider, beside)
    found = blocks(session, house.procedures[command.procedure], act, command.case)
    if found:
        ahead = open_from(house.procedures, session.dossier, command.case, act, at, decider, beside)
        reasons = (reason for each in found for reason in each.reasons)
        raise refused(refusal_sent(Refusal(*reasons, available_from=ahead)))


def _see_beginning(case: Case[Any], command: Command, act: Act) -> None:
    if command.occurred_at < case.opened_at:
        reason = because(
            "before_the_case",
            *act.basis,
            en="The act would lie before the case was opened.",
            ja="事件の開始前の日時である。",
            remedy="Correct the instant.",
        )
        raise refused(refusal_sent(Refusal(reason)))


def _to_come(act: Act | None) -> Reason:
    return because(
        "in_the_future",
        *(act.basis if act is not None else (PRACTICE("register"),)),
        en="An act cannot be entered before it has happened.",
        ja="未だ行われていない行為は記録できない。",
        remedy="Enter it when it has happened.",
    )
