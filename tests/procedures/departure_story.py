"""A departure order up to its making, one line per step, by each of the four routes."""

from typing import Any

from engine.case import Case
from engine.command import Filed
from engine.declaration import Procedures
from engine.position import Position
from tests.procedures.deportation_story import (
    CLERK,
    ELIGIBLE,
    FOUND,
    HEAD,
    ICO,
    INSPECTOR,
    OBJECTION,
    SII,
    SIO,
    SUSPICION,
    UPHELD,
    examined,
)
from tests.procedures.desk import Desk, jst
from tests.procedures.stay_story import AnApplication
from workflows.procedures import PROCEDURES

DAY = "2025-03-10"
"""A Monday; the fifteenth day after it is Tuesday 25 March."""
LAST = "2025-03-25"
CAME = "2025-03-07T10:00:00+09:00"
"""The Friday before."""
PAPER: dict[str, Any] = {
    "deadline": LAST,
    "states": ["person", "reason", "deadline", "day_of_delivery", "name_and_seal"],
    "conditions": ["50-52(i)", "50-52(ii)", "50-52(iii)", "50-52(iv)"],
    "residence": "an address",
    "route": "by train to the airport",
    "reasons": "stated",
}
ASKED: dict[str, Any] = {"in_person": True, "cause": "transport", "content": "the flight is cancelled"}
EXTENDED: dict[str, Any] = {"deadline": "2025-04-01", "not_the_persons_fault": True, "reasons": "stated"}
REFUSED: dict[str, Any] = {"language": "English", "reasons": "stated"}
HELD: dict[str, Any] = {"ground": "25-2(1)(ii)", "authority": "a prosecutors office", "reasons": "stated"}
SUBMITTED: dict[str, Any] = {"order_submitted": True}
ROUTE: dict[str, Any] = {"assessment": ELIGIBLE, "reasons": "stated"}
NOT_CERTAIN = ELIGIBLE | {"certain_to_leave": False}
FOUND_ELIGIBLE = FOUND | {"outcome": "departure_order", "assessment": ELIGIBLE}


def desk() -> Desk:
    """A status-less person without sentences."""
    one = Desk(Procedures((*PROCEDURES, AnApplication)))
    kept = one.open("Circumstances", "keep", "2025-02-03", INSPECTOR)
    one.act(kept, "record_stays", "2025-02-03", INSPECTOR, stays=[])
    one.act(kept, "record_sentences", "2025-02-03", INSPECTOR, sentences=[])
    return one


def position(one: Desk, at: str | None = None) -> Position:
    """The person's position, with clocks lapsed up to an instant."""
    return Position(one.register.dossier(one.person, jst(at) if at else None).cases, one.procedures)


def case_of(one: Desk, procedure: str, at: str | None = None) -> Case[Any]:
    """The last case of a procedure."""
    return position(one, at).of(procedure)[-1]


def appeared(one: Desk, day: str = DAY, **changes: Any) -> str:
    """Came before the investigation, which began at 08:00; passed for a departure order. Returns the deportation."""
    suspicion = SUSPICION | {"appeared_at": CAME, **changes}
    case = one.open("Deportation", "investigate", f"{day}T08:00", ICO, **suspicion)
    one.act(case, "pass_for_departure_order", f"{day}T08:10", ICO, **ROUTE)
    return case


def due(one: Desk, day: str = DAY, **changes: Any) -> str:
    """Found eligible on the direct route at 09:00; returns the departure order that is due."""
    one.act(appeared(one, day, **changes), "find_eligible", f"{day}T09:00", INSPECTOR, **ROUTE)
    return case_of(one, "DepartureOrder").id


def ordered(one: Desk, day: str = DAY, **changes: Any) -> str:
    """Departure ordered at 10:00; returns the departure order."""
    case = due(one, day)
    one.act(case, "order_departure", f"{day}T10:00", SII, **(PAPER | changes))
    return case


def on_own_track_b(one: Desk, day: str = DAY) -> str:
    """Investigated at 08:00, told an officer at 08:05, passed at 08:10 and found eligible; returns the order due."""
    case = one.open("Deportation", "investigate", f"{day}T08:00", ICO, **SUSPICION)
    one.act(case, "declare_wish_to_leave", f"{day}T08:05", ICO)
    one.act(case, "pass_for_departure_order", f"{day}T08:10", ICO, **ROUTE)
    one.act(case, "find_eligible", f"{day}T09:00", INSPECTOR, **ROUTE)
    return case_of(one, "DepartureOrder").id


def after_examination(one: Desk, outcome: str = "sponsorship") -> str:
    """Found eligible at the end of the examination (47(2)); returns the deportation."""
    case = examined(one, DAY, outcome)
    one.act(case, "declare_wish_to_leave", f"{DAY}T08:35", INSPECTOR)
    one.act(case, "find", f"{DAY}T08:40", INSPECTOR, **FOUND_ELIGIBLE)
    return case


def _told(one: Desk) -> str:
    case = examined(one, DAY)
    one.act(case, "declare_wish_to_leave", f"{DAY}T08:35", INSPECTOR)
    one.act(case, "find", f"{DAY}T08:40", INSPECTOR, **(FOUND | {"assessment": NOT_CERTAIN}))
    one.act(case, "certify_finding_received", f"{DAY}T09:00", CLERK, received_on=DAY)
    one.act(case, "request_hearing", f"{DAY}T10:00", CLERK)
    one.act(case, "appoint_hearing", f"{DAY}T10:10", SIO, held_at=f"{DAY}T11:00:00+09:00", place="a room")
    one.act(case, "hold_hearing", f"{DAY}T11:00", SIO, suspect_attended=True, record="stated")
    return case


def after_hearing(one: Desk) -> str:
    """The special inquiry officer found the person eligible (48(7)); returns the deportation."""
    case = _told(one)
    decision = {"outcome": "departure_order", "assessment": ELIGIBLE, "reasons": "stated"}
    one.act(case, "decide_hearing", f"{DAY}T12:00", SIO, **decision)
    return case


def after_objection(one: Desk) -> str:
    """The Minister found the objection well founded (49(5)); returns the deportation."""
    case = _told(one)
    one.act(case, "decide_hearing", f"{DAY}T12:00", SIO, **(UPHELD | {"assessment": NOT_CERTAIN}))
    one.act(case, "certify_decision_received", f"{DAY}T13:00", CLERK, received_on=DAY)
    one.act(case, "object", f"{DAY}T14:00", CLERK, **OBJECTION)
    one.act(case, "forward_objection", f"{DAY}T15:00", SII)
    decision = {"outcome": "departure_order", "assessment": ELIGIBLE, "reasons": "stated"}
    one.act(case, "decide_objection", f"{DAY}T16:00", HEAD, **decision)
    return case


def kinds(one: Desk) -> list[str]:
    """Names of the facts on record, in order."""
    return one.fact_kinds()


def facts_of(one: Desk, kind: type) -> list[Any]:
    """The facts of a kind on record."""
    return [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, kind)]


def refused(filed: Filed) -> str:
    """The code of a refusal."""
    assert filed.refusal is not None
    return filed.refusal.code
