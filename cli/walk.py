"""The walk of the demonstration: real cases move, each step with its article."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from activities.pool import register_pool
from cli.http import Api
from cli.importing import RELEASE
from cli.output import Output, console, fail, show
from cli.steps import articles, called, case_of, lapsed, refused, step, tell
from cli.walk_custody import walk_through_custody
from cli.walk_leaving import PEOPLE, walk_to_the_exit
from engine.declaration import Procedures
from law.periods import legal_day
from register.import_filing import Importer
from register.importing import ImportedFile, Line
from simulation import caseload
from workflows.procedures import PROCEDURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from settings import Settings

_MOST_DUE = 20
REFUSAL = {
    "outcome": "refugee_refused",
    "reasons": "as in the demonstration",
    "protection_assessment": "as in the demonstration",
    "instructs_on_review": True,
}


def walk(api: str, settings: Settings) -> None:
    """Import the people made for this walk, and move their cases."""
    stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    people = asyncio.run(_people(settings, stamp))
    inspector, head = Api(api, "tokyo-inspector"), Api(api, "tokyo-head")
    _lapses_by_itself(inspector, people["lapsing"])
    _refused_then_moved(head, people["undecided"])
    _stops_removal(inspector, people["first"], people["third"])
    _due_this_week(Api(api, "tokyo-supervisor"))
    walk_through_custody(api, people)
    walk_to_the_exit(api, people)


async def _people(settings: Settings, stamp: str) -> dict[str, str]:
    makers: dict[str, Callable[[str], ImportedFile]] = {
        "lapsing": caseload.clock_run_out,
        "undecided": caseload.commission_not_asked,
        "first": caseload.removal_stopped,
        "third": caseload.removal_not_stopped,
        "held": partial(caseload.review_due, today=legal_day(datetime.now(UTC))),
        "working": caseload.order_due,
        **PEOPLE,
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


def _lapses_by_itself(api: Api, person: str) -> None:
    step(1, "A clock lapsed by itself.")
    lapsed(api, case_of(api, person, "RefugeeApplication"), "the period for a review")


def _refused_then_moved(api: Api, person: str) -> None:
    case = case_of(api, person, "RefugeeApplication")
    step(2, "An act was refused with its article.")
    refused(api, case, "decide", REFUSAL)
    today = legal_day(datetime.now(UTC)).isoformat()
    api.act(case, "ask_commission", {"asked_on": today})
    moved = api.act(case, "decide", REFUSAL)
    step(3, "An officer's act moved the case.")
    tell(f"after the Commission was asked, the case stands at “{moved['stage']['en']}”.")


def _stops_removal(api: Api, first: str, third: str) -> None:
    step(4, "A first application stops a removal.")
    _say_removal(api, first)
    step(5, "A third one, after two final refusals and without material, does not.")
    _say_removal(api, third)


def _say_removal(api: Api, person: str) -> None:
    finding = api.get(f"/v1/people/{person}/removal")
    name = called(api, person)
    console.print(f"   may {name}, {person}, be removed now? [bold]{finding['answer']}[/bold]", highlight=False)
    for reason in finding["reasons"] if finding["answer"] != "yes" else []:
        tell(f"because: {reason['en']} [{articles(reason['basis'])}]")


def _due_this_week(api: Api) -> None:
    step(6, f"What is due this week, the gravest {_MOST_DUE}.")
    until: date = legal_day(datetime.now(UTC)) + timedelta(days=7)
    due = list(api.pages("/v1/deadlines", _MOST_DUE, due_until=until.isoformat()))
    show(due, ("last_day", "en", "procedure", "case", "overdue"), Output.TABLE)
