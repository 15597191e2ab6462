"""The walk to the exit: a flight of five, a penal order, two departure orders, and who may land again when."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from cli.http import Api
from cli.output import clock_time
from cli.steps import (
    PATIENCE,
    articles,
    called,
    case_of,
    counted,
    facts_of,
    lapsed,
    open_day,
    refused,
    step,
    tell,
)
from law.periods import legal_day
from simulation import demonstrated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from register.importing import ImportedFile

PEOPLE: Final[dict[str, Callable[[str], ImportedFile]]] = {
    "one": demonstrated.passenger,
    "another": partial(demonstrated.passenger, name="Paramjit Secondseat"),
    "again": demonstrated.deported_before,
    "afraid": partial(demonstrated.passenger, name="Jaswinder Applieslate"),
    "kept": demonstrated.about_to_leave,
    "missed": demonstrated.deadline_missed,
    "stays": demonstrated.nobody_takes_back,
    "paused": demonstrated.order_stands_still,
}
"""Who is imported for this part of the walk; somebody of the part before flies with them."""
_FLIGHT: Final = ("one", "another", "again", "third", "afraid")
_NOTICE: Final[dict[str, Any]] = {
    "number": "DEMO-1",
    "effective_from": "2024-06-10",
    "countries": ["BD", "CN", "ID", "IN", "LK", "MM", "NP", "PH", "TH", "VN"],
}
_NOTICE_KEY: Final = "demonstration-notice-1"
_PENAL_REASON: Final[dict[str, Any]] = {
    "reasons": ["55-2(1)(i)"],
    "appropriate": True,
    "period_reasonable": True,
    "stated": "as in the demonstration",
}
_APPLICATION: Final = {"kind": "refugee", "material_came_with_it": False}


@dataclass(frozen=True, slots=True)
class _Desk:
    """The officers who act, each at the API."""

    control: Api
    supervisor: Api
    inspector: Api
    inquirer: Api
    clerk: Api
    minister: Api


def walk_to_the_exit(api: str, people: Mapping[str, str]) -> None:
    """Show the flight, the penal order, the departure orders, and the denial of landing of each who left."""
    names = ("tokyo-control", "tokyo-supervisor", "tokyo-inspector", "tokyo-inquirer", "tokyo-clerk", "moj-minister")
    desk = _Desk(*(Api(api, name) for name in names))
    flight = {name: people[name] for name in _FLIGHT}
    charter = _is_authorised(desk, flight)
    _four_board(desk, charter, flight)
    _order_is_given(desk, people["stays"])
    _stands_still(desk, people["stays"])
    _goes_on(desk, people["paused"])
    _is_kept(desk, people["kept"])
    _is_missed(desk, people["missed"])
    _may_land_again(desk, {**flight, "kept": people["kept"]})


def _today() -> str:
    return legal_day(datetime.now(UTC)).isoformat()


def _is_authorised(desk: _Desk, flight: Mapping[str, str]) -> str:
    """Draw up, plan, request, authorise; returns the charter."""
    step(13, "A charter of five: planned, requested, and authorised by another officer, each person alone.")
    items = [{"person": person, "case": case_of(desk.control, person, "Enforcement")} for person in flight.values()]
    departs_at = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    drawn = {"reference": "DEMO-1", "destination": demonstrated.COUNTRY, "departs_at": departs_at, "items": items}
    drawn_up = desk.control.file("/v1/charters", drawn)
    charter = str(drawn_up["id"])
    _ask(desk.control, charter, "plan")
    _ask(desk.control, charter, "request")
    authorised = _ask(desk.supervisor, charter, "authorise")
    for item in drawn_up["items"]:
        tell(f"on the list: {called(desk.control, item['person'])}, {item['person']}")
    tell(f"{charter}: {_counted(authorised)}; each authorisation holds ten minutes and one boarding.")
    return charter


def _ask(api: Api, charter: str, what: str, *people: str) -> dict[str, Any]:
    """Ask for a step for those named, or for all, with the same key until everything of it is on file."""
    key, end = uuid4().hex, time.monotonic() + PATIENCE
    while True:
        found = api.file(f"/v1/charters/{charter}/{what}", {"people": people}, key=key)
        if not found["outcomes"].get("pending") or time.monotonic() > end:
            return found
        time.sleep(0.2)


def _counted(charter: Mapping[str, Any]) -> str:
    stages = [item["stage"]["en"] for item in charter["items"]]
    return ", ".join(f"{stages.count(stage)} × “{stage}”" for stage in dict.fromkeys(stages))


def _four_board(desk: _Desk, charter: str, flight: Mapping[str, str]) -> None:
    step(14, "One applies for the first time an hour before the departure: the four others board.")
    afraid = flight["afraid"]
    application = _open(desk.clerk, afraid, "RefugeeApplication", "file_application", _APPLICATION)
    tell(f"{called(desk.clerk, afraid)} applies: {application}, received an hour before the departure.")
    voided = facts_of(desk.control, case_of(desk.control, afraid, "Enforcement"), "AuthorisationVoided")[-1]
    tell(f"with that, by itself, the authorisation is void [{articles(voided['basis'])}].")
    boarded = _ask(desk.control, charter, "board")
    tell(f"{charter}: {_counted(boarded)}.")
    _tell_refusal(boarded, afraid)
    tell("Might another authorisation help?")
    _ask(desk.control, charter, "request", afraid)
    _tell_refusal(_ask(desk.supervisor, charter, "authorise", afraid), afraid)
    for one in boarded["items"]:
        if one["person"] != afraid:
            desk.control.act(one["case"], "record_removed", {"on": _today()})
    tell("The four have left: each order is carried out.")


def _tell_refusal(charter: Mapping[str, Any], person: str) -> None:
    """Tell why a step was refused to somebody on the list, on which articles, and what mends it."""
    (item,) = [one for one in charter["items"] if one["person"] == person]
    for reason in item["refusal"]["reasons"]:
        tell(f"{item['step']}: {reason['en']} [{articles(reason['basis'])}] Remedy: {reason['remedy']}")


def _open(api: Api, person: str, procedure: str, opening: str, body: Mapping[str, Any]) -> str:
    """Open a case; returns it."""
    sent = {"person": person, "opening": opening, "body": dict(body)}
    return str(api.file(f"/v1/procedures/{procedure}/cases", sent)["case"])


def _order_is_given(desk: _Desk, person: str) -> None:
    step(15, "A penal order to leave hangs on the Minister's notice of countries.")
    case = _open(desk.supervisor, person, "PenalOrder", "consider", {})
    desk.control.act(case, "record_declaration", {"on": _today(), "words": "“I will not leave.”"})
    desk.supervisor.act(case, "hear", {"on": _today(), "opinion": "kept in the entry"})
    last_day = open_day(legal_day(datetime.now(UTC)) + timedelta(days=30)).isoformat()
    paper = {**_PENAL_REASON, "last_day": last_day}
    if desk.minister.get("/v1/country-notices/in-force")["notice"] is None:
        refused(desk.supervisor, case, "issue", paper)
    entered = desk.minister.file("/v1/country-notices", _NOTICE, key=_NOTICE_KEY)
    tell(f"the Minister's office enters notice {entered['number']}: {', '.join(entered['countries'])}.")
    desk.supervisor.act(case, "issue", paper)
    handed_over = desk.supervisor.act(case, "hand_over", {})
    tell(f"{case}: issued, and handed over: “{handed_over['stage']['en']}”; {_period(desk.supervisor, case)}.")


def _period(api: Api, case: str) -> str:
    """The period of a penal order: its last day, or the days that are left while it stands still."""
    clocks = api.get(f"/v1/cases/{case}")["clocks"]
    (clock,) = _periods(clocks)
    if clock["status"] == "suspended":
        return f"{clock['days_left']} days are left"
    return f"to be kept by {clock['last_day']}"


def _stands_still(desk: _Desk, person: str) -> None:
    step(16, "An application suspends it; when that ends it goes on by itself, with the days that were left.")
    _open(desk.clerk, person, "RefugeeApplication", "file_application", _APPLICATION)
    _tell_fact(desk.supervisor, case_of(desk.clerk, person, "PenalOrder"), "OrderSuspended", "an application came")


def _goes_on(desk: _Desk, person: str) -> None:
    """Withdraw the application of somebody whose order has stood still for days; tell the ledger of its period."""
    case, application = (case_of(desk.clerk, person, name) for name in ("PenalOrder", "RefugeeApplication"))
    tell(f"{called(desk.clerk, person)}, told to leave 20 days ago, applied 12 days ago: {_period(desk.clerk, case)}.")
    desk.clerk.act(application, "receive_withdrawal", {"in_writing": True})
    voluntary = {"voluntary": True, "reasons": "as in the demonstration"}
    desk.inquirer.act(application, "weigh_withdrawal", voluntary)
    _tell_fact(desk.supervisor, case, "OrderRevived", "the application was withdrawn")
    (clock,) = _periods(desk.clerk.get(f"/v1/cases/{case}/deadlines")["items"])
    tell(f"the ledger: begun on {clock['started_on']}, {'; '.join(map(_moved, clock['ledger']))}")


def _moved(entry: Mapping[str, Any]) -> str:
    days = "" if entry["days_left"] is None else f" with {entry['days_left']} days left"
    return f"{entry['movement']} {clock_time(entry['at'])}{days}"


def _periods(clocks: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [one for one in clocks if one["rule"] == "penal_order_period"]


def _tell_fact(api: Api, case: str, name: str, what: str) -> None:
    """Tell where an order stands since a fact, on which articles, and what is left of its period."""
    fact = facts_of(api, case, name)[-1]
    stage = api.get(f"/v1/cases/{case}")["stage"]["en"]
    tell(f"{what}: “{stage}”; {_period(api, case)} [{articles(fact['basis'])}].")


def _is_kept(desk: _Desk, person: str) -> None:
    step(17, "A departure order is kept, and another one missed.")
    case = case_of(desk.inspector, person, "DepartureOrder")
    (deadline, *_) = desk.inspector.get(f"/v1/cases/{case}/deadlines")["items"]
    left = desk.inspector.act(case, "confirm_departure", {"order_submitted": True})
    tell(f"{case}: to leave by {deadline['last_day']} [{articles(deadline['basis'])}].")
    tell(f"confirmed at exit control on {_today()}, the order handed in: “{left['stage']['en']}”.")


def _is_missed(desk: _Desk, person: str) -> None:
    lapsed(desk.control, case_of(desk.control, person, "DepartureOrder"), "the deadline for leaving")
    deportation = case_of(desk.control, person, "Deportation")
    (begun,) = facts_of(desk.control, deportation, "InvestigationBegun")
    grounds = ", ".join(begun["body"]["grounds"])
    tell(f"{deportation}: a deportation case opened by itself, on {grounds} [{articles(begun['basis'])}].")


def _may_land_again(desk: _Desk, left: Mapping[str, str]) -> None:
    step(18, "Landing is denied to each who left, for as long as the law says.")
    for person in left.values():
        found = desk.inspector.get(f"/v1/people/{person}/landing")
        if found["denials"] and found["other"]["answer"] == "unknown":
            _is_looked_into(desk, person, found["other"])
            found = desk.inspector.get(f"/v1/people/{person}/landing")
        tell(f"{called(desk.inspector, person)}, {person}: {_denied(found) if found['denials'] else 'has not left.'}")
        if found["other"]["steps"]:
            tell(f"   counted: {counted(found['other']['steps'])}")


def _is_looked_into(desk: _Desk, person: str, found: Mapping[str, Any]) -> None:
    """Tell what is missing, and determine the denial anew by what an inspector finds in the files."""
    (reason, *_) = found["reasons"]
    tell(f"{called(desk.inspector, person)}, {person}: {reason['en']} Remedy: {reason['remedy']}")
    denial = case_of(desk.inspector, person, "LandingDenial")
    desk.inspector.act(denial, "determine_anew", {"before": False, "reasons": "nothing in the files"})


def _denied(found: Mapping[str, Any]) -> str:
    """Until when landing is denied, for a visit and otherwise, and why."""
    visit, other = found["temporary_visitor"]["until"], found["other"]["until"]
    (reason, *_) = found["other"]["reasons"]
    until = f"until {other}" if visit == other else f"until {other}, as a temporary visitor until {visit}"
    return f"{until}. {reason['en']} [{articles(reason['basis'])}]"
