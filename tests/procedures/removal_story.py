"""Removal up to its authorisation, for the stories that begin there: everything on record, the gate open."""

from typing import Any

from engine.command import Filed, Officer
from engine.history import drift, replay
from engine.position import Position
from law.competence import Role
from tests.procedures.deportation_story import CLERK, HEAD, ICO, INSPECTOR, SII, circumstances, ordered
from tests.procedures.deportation_story import desk as empty_desk
from tests.procedures.desk import Desk

__all__ = ["CLERK", "HEAD", "ICO", "INSPECTOR", "SII", "circumstances"]

REGISTRAR = "registrar"
BOTH = "both_roles"
OTHER_ICO, OTHER_SII = "another_control_officer", "another_supervising_inspector"
COUNTRY: dict[str, Any] = {
    "country": "XA",
    "permitted_by_53": True,
    "accepts": True,
    "persecution": False,
    "torture_or_disappearance": False,
}
PLAN: dict[str, Any] = {
    "kind": "regular_flight",
    "destination": "XA",
    "departs_on": "2025-06-09",
    "transport": "XA 101",
    "escorts": ["officer_7", "officer_8"],
}
CARRIER: dict[str, Any] = {
    "kind": "carrier",
    "carrier": {"name": "Airline A", "landed_on": "2023-01-09", "knew": True},
    "escorts": [],
}
NOTHING_ELSE: dict[str, dict[str, Any]] = {
    "record_court_stays": {"stays": []},
    "record_proceedings": {"proceedings": []},
    "record_travel_restrictions": {"restrictions": []},
    "find_destination": {"destination": COUNTRY, "reasons": "looked into"},
    "tell_removal": {"notice": {"told_on": "2025-06-03"}},
}
"""What makes every row of DT-01 pass beside an order that was shown."""
BY = {"record_proceedings": INSPECTOR, "tell_removal": ICO}


def desk() -> Desk:
    """A desk with second officers, and one who holds both roles."""
    one = empty_desk()
    both = frozenset({Role.IMMIGRATION_CONTROL_OFFICER, Role.SUPERVISING_IMMIGRATION_INSPECTOR})
    further = {
        BOTH: both,
        OTHER_ICO: frozenset({Role.IMMIGRATION_CONTROL_OFFICER}),
        OTHER_SII: frozenset({Role.SUPERVISING_IMMIGRATION_INSPECTOR}),
    }
    for name, roles in further.items():
        one.register.officers[name] = Officer(id=name, office="tokyo", roles=roles)
    return one


def position(one: Desk) -> Position:
    """The person's position as it stands on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures)


def last(one: Desk, procedure: str = "Enforcement") -> str:
    """The last case of a procedure."""
    return position(one).of(procedure)[-1].id


def pending(without: str = "") -> Desk:
    """Ordered on 2 June at noon, the order shown and all facts on record on 3 June but the one named."""
    one = desk()
    deportation = ordered(one, "2025-06-02")
    if without != "show_order":
        one.act(deportation, "show_order", "2025-06-03T09:00", ICO)
    for name, body in NOTHING_ELSE.items():
        if name != without:
            one.act(circumstances(one), name, "2025-06-03T10:00", BY.get(name, SII), **body)
    return one


def planned(**changes: Any) -> Desk:
    """A removal planned on 4 June for 9 June."""
    one = pending()
    do(one, "plan_removal", "2025-06-04", **(PLAN | changes))
    return one


def requested(one: Desk | None = None, **changes: Any) -> Desk:
    """Requested on 9 June at 09:30."""
    one = one or planned(**changes)
    do(one, "request_removal", "2025-06-09T09:30", plan=number(one))
    return one


def authorised(one: Desk | None = None, **changes: Any) -> Desk:
    """Authorised on 9 June at 10:00 by a second officer: it holds until 10:10."""
    one = requested(one, **changes)
    do(one, "authorise_removal", "2025-06-09T10:00", by=SII, plan=number(one))
    return one


def boarded(one: Desk | None = None, **changes: Any) -> Desk:
    """On board at 10:05."""
    one = authorised(one, **changes)
    do(one, "board", "2025-06-09T10:05", plan=number(one))
    return one


def number(one: Desk) -> int:
    """The number of the plan that stands."""
    return int(one.register.case(last(one)).state.plan.number)


def do(one: Desk, act: str, at: str, by: str = ICO, **body: Any) -> Filed:
    """An act of the enforcement."""
    return one.act(last(one), act, at, by, **body)


def refused(one: Desk, act: str, at: str, by: str = ICO, **body: Any) -> str:
    """An act of the enforcement that must be refused; its first code."""
    return one.refused(last(one), act, at, by, **body)


def codes(filed: Filed) -> set[str]:
    """The codes of every ground of a refusal."""
    assert filed.refusal is not None, "it was not refused"
    assert all(each.basis and each.remedy for each in filed.refusal.reasons)
    return {each.code for each in filed.refusal.reasons}


def stage(one: Desk, at: str | None = None) -> str:
    """Where the enforcement stands, with clocks lapsed up to an instant."""
    return one.stage(last(one), at)


def facts(one: Desk) -> list[str]:
    """What stands on record of the enforcement, in order."""
    case = last(one)
    return [fact.kind for fact in one.register.facts(one.person) if fact.case == case]


def body_of(one: Desk, kind: str) -> Any:
    """The body of the last fact of a kind."""
    return [fact.body for fact in one.register.facts(one.person) if fact.kind == kind][-1]


def no_drift(one: Desk) -> None:
    """What is on file is what its entries make of it when they are lived again."""
    on_file = one.register.dossier(one.person)
    life = replay(one.register.procedures, one.person, one.register.history(one.person), until=on_file.latest)
    assert not life.refused
    assert drift(on_file, life) == ()
