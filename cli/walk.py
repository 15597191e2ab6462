"""The walk of the demonstration: real cases move, each step with its article."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from activities.pool import register_pool
from cli.http import Api
from cli.importing import RELEASE
from cli.output import Output, clock_time, console, fail, show
from engine.declaration import Procedures
from law.periods import legal_day
from register.import_filing import Importer
from register.importing import ImportedFile, Line
from simulation import caseload
from workflows.procedures import PROCEDURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from settings import Settings

PATIENCE = 30.0
REFUSAL = {
    "outcome": "refugee_refused",
    "reasons": "as in the demonstration",
    "protection_assessment": "as in the demonstration",
    "instructs_on_review": True,
}


def walk(api: str, settings: Settings) -> None:
    """Import four people made for this walk, and move their cases."""
    stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    people = asyncio.run(_people(settings, stamp))
    inspector, head = Api(api, "tokyo-inspector"), Api(api, "tokyo-head")
    _lapses_by_itself(inspector, people["lapsing"])
    _refused_then_moved(head, people["undecided"])
    _stops_removal(inspector, people["first"], people["third"])
    _due_this_week(Api(api, "tokyo-supervisor"))


async def _people(settings: Settings, stamp: str) -> dict[str, str]:
    makers: dict[str, Callable[[str], ImportedFile]] = {
        "lapsing": caseload.clock_run_out,
        "undecided": caseload.commission_not_asked,
        "first": caseload.removal_stopped,
        "third": caseload.removal_not_stopped,
    }
    found = {}
    async with register_pool(settings) as pool:
        importer = Importer(pool, Procedures(PROCEDURES), release=RELEASE)
        for name, make in makers.items():
            file = make(f"walk-{stamp}-{name}")
            line = Line(0, file, sha256(file.model_dump_json().encode()).digest())
            imported = await importer.take(line, datetime.now(UTC))
            if imported.is_bad or imported.person is None:
                fail("A person of the walk could not be imported.", imported.reason)
            found[name] = imported.person
    return found


def _case(api: Api, person: str, procedure: str) -> str:
    """The person's latest case of a procedure."""
    return str(api.get("/v1/cases", person=person, procedure=procedure)["items"][-1]["id"])


def _lapses_by_itself(api: Api, person: str) -> None:
    case = _case(api, person, "RefugeeApplication")
    facts: list[dict[str, Any]] = []
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        facts = [one for one in api.get(f"/v1/cases/{case}/timeline")["items"] if one["name"] == "Lapsed"]
        if facts:
            break
        time.sleep(0.2)
    if not facts:
        fail("The clock did not lapse.", "no worker took up the case", "Look at the worker's log.")
    stage = api.get(f"/v1/cases/{case}")["stage"]["en"]
    articles = ", ".join(one["short"] for one in facts[0]["basis"])
    _say(1, "A clock lapsed by itself.")
    console.print(
        f"   {case}: the period for a review ran out at {clock_time(facts[0]['occurred_at'])}; filed at"
        f" {clock_time(facts[0]['recorded_at'])} by nobody but the law [{articles}]. The case stands at “{stage}”.",
        highlight=False,
        markup=False,
    )


def _refused_then_moved(api: Api, person: str) -> None:
    case = _case(api, person, "RefugeeApplication")
    decision = REFUSAL
    refused = api.attempt(case, "decide", decision)
    reason = refused["reasons"][0]
    articles = ", ".join(one["short"] for one in reason["basis"])
    _say(2, "An act was refused with its article.")
    console.print(f"   decide: {reason['en']} [{articles}] Remedy: {refused['remedy']}", highlight=False, markup=False)
    today = legal_day(datetime.now(UTC)).isoformat()
    api.act(case, "ask_commission", {"asked_on": today})
    moved = api.act(case, "decide", decision)
    _say(3, "An officer's act moved the case.")
    console.print(f"   after the Commission was asked, the case stands at “{moved['stage']['en']}”.", highlight=False)


def _stops_removal(api: Api, first: str, third: str) -> None:
    _say(4, "A first application stops a removal.")
    _say_removal(api, first)
    _say(5, "A third one, after two final refusals and without material, does not.")
    _say_removal(api, third)


def _say_removal(api: Api, person: str) -> None:
    finding = api.get(f"/v1/people/{person}/removal")
    console.print(f"   may {person} be removed now? [bold]{finding['answer']}[/bold]", highlight=False)
    for reason in finding["reasons"] if finding["answer"] != "yes" else []:
        articles = ", ".join(one["short"] for one in reason["basis"])
        console.print(f"   because: {reason['en']} [{articles}]", highlight=False, markup=False)


def _due_this_week(api: Api) -> None:
    _say(6, "What is due this week.")
    until: date = legal_day(datetime.now(UTC)) + timedelta(days=7)
    due = list(api.pages("/v1/deadlines", 20, due_until=until.isoformat()))
    show(due, ("last_day", "en", "procedure", "case", "overdue"), Output.TABLE)


def _say(number: int, what: str) -> None:
    console.print(f"\n[bold]{number}. {what}[/bold]")
