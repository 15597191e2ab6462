"""What stands against an act before its body is known: one set of predicates for filing, reading and forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.refusal import NoDecider, Refusal, because, not_allowed
from law.finding import Answer, Reason

if TYPE_CHECKING:
    from engine.case import Case
    from engine.declaration import Act, Declaration
    from engine.session import Session


def blocks(session: Session, declaration: Declaration, act: Act, case_id: str) -> list[Refusal]:
    """Everything that blocks an act now and needs no body to be seen; empty when nothing does.

    A finding that asks who decides is left out where nobody does: it is asked at the filing.
    """
    found: list[Refusal] = []
    case = session.cases[case_id]
    if act.at is not None and case.stage not in act.at:
        found.append(Refusal(_wrong_stage(act, case)))
        return found
    if act.irreversible and session.position.contested:
        found.append(Refusal(_contested(act)))
    view = declaration.kind(session, case_id)
    for ask in act.when:
        try:
            finding = ask(view)
        except NoDecider:
            continue
        if finding.value is not Answer.YES:
            found.append(Refusal(*(finding.reasons or (not_allowed(act.basis),))))
    return found


def _wrong_stage(act: Act, case: Case[Any]) -> Reason:
    stages = ", ".join(stage.en for stage in act.at or ())
    return because(
        "wrong_stage",
        *act.basis,
        en=f"The case stands at “{case.stage.en}”; the act belongs to: {stages}.",
        ja=f"事件は「{case.stage.ja}」の段階にある。",
        remedy="Take the steps that lead there first.",
    )


def _contested(act: Act) -> Reason:
    return because(
        "entry_contested",
        *act.basis,
        en="An entry of this person is contested; nothing that cannot be undone is done until it is resolved.",
        ja="争いのある記録が解決するまで、取り返しのつかない行為はできない。",
        remedy="Resolve the contested entry.",
    )
