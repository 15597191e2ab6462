"""One person brought to every stage of LAW 12.1, everything on record; a stage is told once and copied from then on.

What stands on record leaves the gate of removal open wherever an order is in force: whatever closes it afterwards was
closed by what happened there.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from engine.blocks import blocks
from engine.case import Case
from engine.command import Filed
from engine.declaration import Procedures
from engine.position import Position
from engine.session import Moment, Session
from tests.procedures import deportation_story as deport
from tests.procedures.custody_story import copy
from tests.procedures.departure_story import PAPER, ROUTE
from tests.procedures.desk import Desk, jst
from tests.procedures.orders_story import COMMANDED, NO_WILL, NOTICE, WORDS
from tests.procedures.release_story import GRANT as RELEASE
from tests.procedures.sponsorship_story import decision
from tests.procedures.stories import RECEIPT, REFUSED
from workflows.procedures import PROCEDURES

ICO, INSPECTOR = "immigration_control_officer", "immigration_inspector"
SII, CLERK, HEAD, RI = "supervising_immigration_inspector", "bureau_clerk", "regional_bureau_head", "refugee_inquirer"
DAY = "2025-06-02"
"""A Monday. The case begins on it, and the order issues on it."""
HELD_UNTIL = "2025-07-01"
"""30 days of detention, the 2nd of June counted."""
EXTENDED_UNTIL = "2025-07-31"
"""30 days more."""
REVIEWED_ON = "2025-09-01"
"""Three months under the order, the 2nd of June counted."""
COUNTRY: dict[str, Any] = {
    "country": "IR",
    "permitted_by_53": True,
    "accepts": True,
    "persecution": False,
    "torture_or_disappearance": False,
}
RECORD: dict[str, tuple[str, dict[str, Any]]] = {
    "record_sentences": (INSPECTOR, {"sentences": []}),
    "record_security_ground": (INSPECTOR, {"applies": False, "reasons": "asked"}),
    "record_court_stays": (SII, {"stays": []}),
    "record_proceedings": (INSPECTOR, {"proceedings": []}),
    "record_travel_restrictions": (SII, {"restrictions": []}),
    "find_destination": (SII, {"destination": COUNTRY, "reasons": "looked into"}),
    "tell_removal": (ICO, {"notice": {"told_on": "2024-01-10"}}),
}
PERMANENT = {"kind": "status_of_residence", "since": "2015-04-01"}
PLAN: dict[str, Any] = {
    "kind": "regular_flight",
    "destination": "IR",
    "departs_on": "2025-06-11",
    "transport": "XA 101",
    "escorts": ["officer_7", "officer_8"],
}

Step = Callable[[Desk], None]
Earlier = tuple[str, ...]
"""How each earlier application ended: "refused" or "withdrawn"; "refused_again" was filed before 10 June 2024 too."""


def apply(one: Desk, at: str, *, material: bool = False, kind: str = "refugee") -> str:
    """An application for recognition is received; returns its case."""
    body: dict[str, Any] = {"kind": kind, "material_came_with_it": material}
    return one.open("RefugeeApplication", "file_application", at, CLERK, **body)


def refuse(one: Desk, application: str, day: str, received_on: str) -> None:
    """Refused in writing, and the refusal received."""
    one.act(application, "ask_commission", f"{day}T10:00", HEAD, asked_on=day)
    one.act(application, "decide", f"{day}T11:00", HEAD, **REFUSED)
    one.act(application, "certify_receipt", f"{received_on}T15:00", CLERK, received_on=received_on, **RECEIPT)


def withdraw(one: Desk, application: str, day: str) -> None:
    """Withdrawn in writing and found voluntary."""
    one.act(application, "receive_withdrawal", f"{day}T10:00", CLERK, in_writing=True)
    one.act(application, "weigh_withdrawal", f"{day}T11:00", RI, voluntary=True, reasons="asked")


_DAYS = (("2024-01-16", "2024-02-05", "2024-02-06"), ("2024-03-04", "2024-04-01", "2024-04-02"))
"""When the first and the second earlier application were filed, decided or withdrawn, and when the refusal came."""
OLD = ("2024-06-07", "2024-08-05", "2024-08-06")
"""An application of the last working day before 10 June 2024."""


@cache
def _known(earlier: Earlier, status: bool) -> Desk:
    one = Desk(Procedures(PROCEDURES))
    one.register.country_notices = (NOTICE,)
    kept = one.open("Circumstances", "keep", "2024-01-15T06:00", INSPECTOR)
    one.act(kept, "record_stays", "2024-01-15T06:10", INSPECTOR, stays=[PERMANENT] if status else [])
    for name, (by, body) in RECORD.items():
        one.act(kept, name, "2024-01-15T06:30", by, **body)
    for (filed, ended, received), how in zip((*_DAYS, OLD), earlier, strict=False):
        application = apply(one, f"{filed}T09:00")
        if how == "refused":
            refuse(one, application, ended, received)
        else:
            withdraw(one, application, ended)
    return one


def known(*earlier: str, status: bool = False) -> Desk:
    """A person of clean record, status-less or a permanent resident, with earlier applications."""
    return copy(_known(earlier, status))


def recognise(one: Desk, application: str, day: str) -> None:
    """Recognised as a refugee."""
    one.act(application, "ask_commission", f"{day}T10:00", HEAD, asked_on=day)
    one.act(application, "decide", f"{day}T11:00", HEAD, outcome="refugee")


def grant_status(one: Desk, day: str) -> None:
    """The status after recognition granted, the card not handed over yet."""
    one.act(last(one, "StatusGrant"), "grant_status", f"{day}T10:00", HEAD, barred_ground=False, reasons="none")


def hand_over_status(one: Desk, at: str) -> None:
    """The card handed over: the grant takes effect."""
    one.act(last(one, "StatusGrant"), "hand_over_status", at, INSPECTOR, paper="residence_card")


def last(one: Desk, procedure: str) -> str:
    """The last case of a procedure."""
    return cases(one).of(procedure)[-1].id


def cases(one: Desk, at: str | None = None) -> Position:
    """The person's cases, with clocks lapsed up to an instant."""
    return Position(one.register.dossier(one.person, jst(at) if at else None).cases, one.procedures)


def do(one: Desk, procedure: str, act: str, at: str, by: str, **body: Any) -> Filed:
    """An act of the last case of a procedure."""
    return one.act(last(one, procedure), act, at, by, **body)


# The stages, each a step from another one.


def _grounds(one: Desk) -> dict[str, str]:
    """Overstay of a status-less person, unpermitted work of a holder of a status; both since 7 May 2025."""
    status_less = cases(one).status_less(jst(DAY)).value.value == "yes"
    return {"ground": "24(iv)(ro)" if status_less else "24(iv)(i)", "since": "2025-05-07"}


def _investigate(one: Desk) -> None:
    one.open("Deportation", "investigate", f"{DAY}T08:00", ICO, grounds=[_grounds(one)], reasons="stated")


def _notify(one: Desk) -> None:
    do(one, "Deportation", "notify", f"{DAY}T08:10", ICO, reasons="stated")


def _screen(one: Desk, outcome: str) -> None:
    body = {"outcome": outcome, "sponsorship_considered": True, "reasons": "stated"}
    do(one, "Deportation", "screen", f"{DAY}T08:20", SII, **body)


def _detain(one: Desk) -> None:
    _screen(one, "detention")
    deport.detained(one, DAY)
    do(one, "Deportation", "hand_over_person", f"{DAY}T08:30", ICO)


def _extend(one: Desk) -> None:
    do(one, "Detention", "extend", "2025-06-30T10:00", SII, days=30, reasons="unavoidable")


def _sponsor(one: Desk) -> None:
    _screen(one, "sponsorship")
    deport.sponsored(one, f"{DAY}T08:25")
    do(one, "Deportation", "hand_over_case", f"{DAY}T08:30", ICO)


def _find(one: Desk) -> None:
    found = deport.FOUND | {"ground": _grounds(one)["ground"]}
    do(one, "Deportation", "find", f"{DAY}T08:40", INSPECTOR, **found)
    do(one, "Deportation", "certify_finding_received", f"{DAY}T09:00", CLERK, received_on=DAY)


def _uphold(one: Desk) -> None:
    do(one, "Deportation", "request_hearing", f"{DAY}T10:00", CLERK)
    hearing = {"held_at": f"{DAY}T11:00:00+09:00", "place": "a room"}
    do(one, "Deportation", "appoint_hearing", f"{DAY}T10:10", deport.SIO, **hearing)
    do(one, "Deportation", "hold_hearing", f"{DAY}T11:00", deport.SIO, suspect_attended=True, record="stated")
    do(one, "Deportation", "decide_hearing", f"{DAY}T12:00", deport.SIO, **deport.UPHELD)
    do(one, "Deportation", "certify_decision_received", f"{DAY}T13:00", CLERK, received_on=DAY)


def _accept(one: Desk) -> None:
    do(one, "Deportation", "accept_finding", f"{DAY}T10:00", SII, **deport.SIGNED)


def _order(one: Desk) -> None:
    do(one, "Deportation", "waive_special_permission", f"{DAY}T11:00", SII, **deport.SIGNED)
    do(one, "Deportation", "issue_order", f"{DAY}T12:00", SII, destination="IR", reasons="stated")
    do(one, "Deportation", "show_order", f"{DAY}T13:00", ICO)


def _order_for_detainee(one: Desk) -> None:
    for step in (_find, _accept, _order):
        step(one)


def _sponsor_after_order(one: Desk) -> None:
    do(one, "Detention", "tell_removal_impossible", f"{DAY}T14:00", ICO, reasons="no flight")
    body = {"outcome": "sponsorship", "sponsorship_considered": True, "reasons": "stated"}
    do(one, "Detention", "screen_after_order", f"{DAY}T14:10", SII, **body)
    do(one, "Sponsorship", "decide", f"{DAY}T14:20", SII, **decision(after=True, notify_by="2025-08-29"))


def _release(one: Desk) -> None:
    one.open("ProvisionalRelease", "consider_on_own_motion", "2025-06-03T09:00", SII, reasons="ill")
    do(one, "ProvisionalRelease", "grant", "2025-06-03T10:00", SII, **(RELEASE | {"last_day": "2025-08-29"}))


def _order_to_leave(one: Desk) -> None:
    one.open("PenalOrder", "consider", "2025-06-03T09:00", SII)
    do(one, "PenalOrder", "record_declaration", "2025-06-03T09:10", ICO, on="2025-06-03", **WORDS)
    do(one, "PenalOrder", "hear", "2025-06-03T09:20", SII, on="2025-06-03", opinion="as recorded")
    do(one, "PenalOrder", "issue", "2025-06-03T10:00", SII, **NO_WILL)
    do(one, "PenalOrder", "hand_over", "2025-06-03T11:00", SII)


def _command_passport(one: Desk) -> None:
    one.open("PassportOrder", "command", "2025-06-03T10:00", SII, **COMMANDED)
    do(one, "PassportOrder", "hand_over", "2025-06-03T11:00", SII)


def _permit_leaving(one: Desk) -> None:
    asked = {"destination": "TR", "planned_on": "2025-06-20", "means": "a ticket"}
    one.open("OwnExpenseDeparture", "apply", "2025-06-03T09:00", CLERK, **asked)
    body = {"planned_on": "2025-06-20", "destination": "TR", "reasons": "stated"}
    do(one, "OwnExpenseDeparture", "permit", "2025-06-03T10:00", SII, **body)


def _plan(one: Desk) -> None:
    do(one, "Enforcement", "plan_removal", "2025-06-03T09:00", ICO, **PLAN)


def _authorise(one: Desk) -> None:
    do(one, "Enforcement", "request_removal", "2025-06-11T09:30", ICO, plan=1)
    do(one, "Enforcement", "authorise_removal", "2025-06-11T10:00", SII, plan=1)


def _board(one: Desk) -> None:
    do(one, "Enforcement", "board", "2025-06-11T10:05", ICO, plan=1)


def _go_on_beside_trial(one: Desk) -> None:
    one.open("CriminalCase", "begin_proceedings", f"{DAY}T07:00", ICO, standing="accused", content="as decided")
    do(one, "Circumstances", "record_custody", f"{DAY}T07:10", ICO, custody="criminal_custody")
    _investigate(one)
    do(one, "Deportation", "go_on_beside_criminal_case", f"{DAY}T08:10", ICO)
    do(one, "Deportation", "begin_examination", f"{DAY}T08:20", INSPECTOR, reasons="stated")


def _order_departure(one: Desk) -> None:
    came = {"appeared_at": "2025-05-30T10:00:00+09:00"}
    one.open("Deportation", "investigate", f"{DAY}T08:00", ICO, grounds=[_grounds(one)], reasons="stated", **came)
    do(one, "Deportation", "pass_for_departure_order", f"{DAY}T08:10", ICO, **ROUTE)
    do(one, "Deportation", "find_eligible", f"{DAY}T09:00", INSPECTOR, **ROUTE)
    do(one, "DepartureOrder", "order_departure", f"{DAY}T10:00", SII, **(PAPER | {"deadline": "2025-06-17"}))


AT = f"{DAY}T16:00"
STAGES: dict[str, tuple[str, Step, str]] = {
    "before_investigation": ("", lambda one: None, AT),
    "investigated": ("", _investigate, AT),
    "notified": ("investigated", _notify, AT),
    "detained": ("notified", _detain, AT),
    "detention_extended": ("detained", _extend, "2025-06-30T16:00"),
    "sponsored": ("notified", _sponsor, AT),
    "open_to_hearing": ("sponsored", _find, AT),
    "open_to_objection": ("open_to_hearing", _uphold, AT),
    "window": ("open_to_hearing", _accept, AT),
    "ordered": ("window", _order, AT),
    "detained_under_order": ("detained", _order_for_detainee, AT),
    "sponsored_after_order": ("ordered", _sponsor_after_order, AT),
    "released_under_order": ("detained_under_order", _release, "2025-06-03T16:00"),
    "penal_order": ("sponsored_after_order", _order_to_leave, "2025-06-03T16:00"),
    "passport_order": ("sponsored_after_order", _command_passport, "2025-06-03T16:00"),
    "own_expense": ("sponsored_after_order", _permit_leaving, "2025-06-03T16:00"),
    "removal_planned": ("detained_under_order", _plan, "2025-06-10T16:00"),
    "removal_authorised": ("removal_planned", _authorise, "2025-06-11T10:04"),
    "on_board": ("removal_authorised", _board, "2025-06-11T10:08"),
    "beside_criminal_case": ("", _go_on_beside_trial, AT),
    "departure_order": ("", _order_departure, AT),
}
"""Each stage of LAW 12.1: from which other one it is reached, by what, and when the event of a test happens there."""


def reach(stage: str, begun: Callable[[], Desk]) -> Desk:
    """Bring a person to a stage, told from the beginning."""
    parent, step, _ = STAGES[stage]
    one = reach(parent, begun) if parent else begun()
    step(one)
    return one


@cache
def _told(stage: str, earlier: Earlier, status: bool) -> Desk:
    parent, step, _ = STAGES[stage]
    one = copy(_told(parent, earlier, status)) if parent else known(*earlier, status=status)
    step(one)
    return one


def at_stage(stage: str, *earlier: str, status: bool = False) -> Desk:
    """A person at a stage, told once and copied."""
    return copy(_told(stage, earlier, status))


def when(stage: str) -> str:
    """When the event of a test happens at a stage."""
    return STAGES[stage][2]


def clocks(one: Desk, at: str, *procedures: str) -> dict[str, str]:
    """The clocks of a person that run at an instant, each with its last day; of all procedures, or of some."""
    found = (case for case in cases(one, at).cases.values() if not procedures or case.procedure in procedures)
    return {clock.rule_name: clock.last_day.isoformat() for case in found for clock in case.running_clocks}


Standing = tuple[str, dict[str, str], frozenset[str], frozenset[str]]
"""Where a case stands: the stage, the clocks that run, the duties that are owed, the acts that are open."""


def standing(one: Desk, at: str) -> dict[str, Standing]:
    """Where every case stands at an instant."""
    session = Session(one.procedures, one.register.dossier(one.person))
    session.lapse_until(jst(at))
    return {case.id: _standing_of(session, case, at) for case in session.dossier.cases.values()}


def _standing_of(session: Session, case: Case[Any], at: str) -> Standing:
    return (
        str(case.stage),
        {clock.rule_name: clock.last_day.isoformat() for clock in case.running_clocks},
        frozenset(duty.kind for duty in case.open_duties),
        frozenset(_open_acts(session, case, at)),
    )


def _open_acts(session: Session, case: Case[Any], at: str) -> Iterator[str]:
    declaration = session.procedures[case.procedure]
    for act in declaration.acts.values():
        session.moment = Moment("asked", jst(at), act.basis, jst(at))
        if not act.inner and not act.considers and not blocks(session, declaration, act, case.id):
            yield act.name
