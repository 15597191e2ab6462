"""What the steps of the demonstration share: saying what is shown, finding a case, waiting for the law, articles."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cli.output import clock_time, console, fail
from law.holidays import is_administrative_holiday

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cli.http import Api

PATIENCE = 30.0


def step(number: int, what: str) -> None:
    """Say what is shown next."""
    console.print(f"\n[bold]{number}. {what}[/bold]")


def tell(text: str) -> None:
    """Say something of a step, as it is."""
    console.print(f"   {text}", highlight=False, markup=False)


def case_of(api: Api, person: str, procedure: str) -> str:
    """The person's latest case of a procedure."""
    return str(api.get("/v1/cases", person=person, procedure=procedure)["items"][-1]["id"])


def called(api: Api, person: str) -> str:
    """What somebody is called; whom the walk shows is invented."""
    return str(api.get(f"/v1/people/{person}")["names"][0]["text"])


def counted(steps: Iterable[dict[str, Any]]) -> str:
    """How a period was counted, step by step."""
    return " → ".join(f"{one['day']} {one['en']}" for one in steps)


def facts_of(api: Api, case: str, name: str) -> list[dict[str, Any]]:
    """The facts of a name in a case, in the order of their record."""
    return [one for one in api.get(f"/v1/cases/{case}/timeline")["items"] if one["name"] == name]


def lapsed(api: Api, case: str, what: str) -> None:
    """Wait until a clock of a case lapsed, and tell by whom and on which article."""
    facts: list[dict[str, Any]] = []
    end = time.monotonic() + PATIENCE
    while not facts:
        if time.monotonic() > end:
            fail("The clock did not lapse.", "no worker took up the case", "Look at the worker's log.")
        time.sleep(0.2)
        facts = facts_of(api, case, "Lapsed")
    stage = api.get(f"/v1/cases/{case}")["stage"]["en"]
    tell(
        f"{case}: {what} ran out at {clock_time(facts[0]['occurred_at'])}; filed at"
        f" {clock_time(facts[0]['recorded_at'])} by nobody but the law [{articles(facts[0]['basis'])}]."
        f" The case stands at “{stage}”."
    )


def refused(api: Api, case: str, act: str, body: dict[str, Any]) -> None:
    """Do an act that is to be refused, and tell why, on which article, and what mends it."""
    problem = api.attempt(case, act, body)
    reason = problem["reasons"][0]
    tell(f"{act}: {reason['en']} [{articles(reason['basis'])}] Remedy: {problem['remedy']}")


def articles(basis: Iterable[dict[str, Any]]) -> str:
    """Citations in short."""
    return ", ".join(one["short"] for one in basis)


def open_day(day: date) -> date:
    """The day itself or, if offices are closed on it, the last open day before."""
    while is_administrative_holiday(day):
        day -= timedelta(days=1)
    return day
