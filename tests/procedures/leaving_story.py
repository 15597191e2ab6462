"""Leaving, for the stories: somebody with a deportation order, the way out at own expense, and the denial after it."""

from datetime import date
from typing import Any

from engine.case import Case
from law.finding import Answer
from law.landing_denial import DenialKept, Purpose, denial_of, is_denied
from tests.procedures.custody_story import (
    CLERK,
    DIRECTOR,
    HEAD,
    ICO,
    INSPECTOR,
    REASONED,
    SII,
    case_of,
    desk,
    handed_over,
    order,
    position,
    take,
)
from tests.procedures.deportation_story import DESTINATION, FOUND, SIGNED
from tests.procedures.desk import Desk

NEVER: dict[str, Any] = {"deported_before": False, "left_under_departure_order_before": False}
APPLICATION: dict[str, Any] = {"destination": "XB", "planned_on": "2025-04-10", "means": "a ticket"}
PERMISSION: dict[str, Any] = {"planned_on": "2025-04-10", "destination": "XB", "reasons": "stated"}
ONE_YEAR: dict[str, Any] = {"form": True, "material": True, "in_person": True, "content": "stated"}
DECISION: dict[str, Any] = {**NEVER, "appropriate": True, "reasons": "weighed"}
CONFIRMED: dict[str, Any] = {"port": "a port", "transport": "a flight"}
LEFT_BEFORE: dict[str, Any] = {"on": "2012-05-10", "leaving": "removed", "grounds": ["24(iv)(ro)"], "source": "a file"}


def ordered(day: str = "2025-04-01", kept: str = "2025-02-03", one: Desk | None = None, **found: Any) -> Desk:
    """Taken at 09:00 of a day, found deportable, and the deportation order issued at 11:00; detained."""
    one = one or desk(kept)
    grounds = [found.get("ground", "24(iv)(ro)"), *found.get("further", ())]
    suspected = [{"ground": each, "since": "2023-01-10"} for each in grounds]
    case = one.open("Deportation", "investigate", f"{day}T08:00", ICO, grounds=suspected, **REASONED)
    one.act(case, "notify", f"{day}T08:50", ICO, **REASONED)
    one.act(case, "screen", f"{day}T08:55", SII, outcome="detention", sponsorship_considered=True, **REASONED)
    order(one, f"{day}T09:00")
    take(one, f"{day}T09:00")
    handed_over(one, case, f"{day}T09:30")
    one.act(case, "find", f"{day}T10:00", INSPECTOR, **(FOUND | found))
    one.act(case, "certify_finding_received", f"{day}T10:10", CLERK, received_on=day)
    one.act(case, "accept_finding", f"{day}T10:20", SII, **SIGNED)
    one.act(case, "waive_special_permission", f"{day}T10:30", SII, **SIGNED)
    one.act(case, "issue_order", f"{day}T11:00", SII, **DESTINATION)
    return one


def applied(one: Desk, day: str = "2025-04-02", **changes: Any) -> str:
    """Applied for leaving at own expense at 09:00; returns the case."""
    return one.open("OwnExpenseDeparture", "apply", f"{day}T09:00", CLERK, **(APPLICATION | changes))


def permitted(one: Desk, day: str = "2025-04-02", planned_on: str = "2025-04-10") -> str:
    """Applied for at 09:00 and permitted at 10:00; returns the case."""
    case = applied(one, day, planned_on=planned_on)
    one.act(case, "permit", f"{day}T10:00", SII, **(PERMISSION | {"planned_on": planned_on}))
    return case


def decided(one: Desk, day: str = "2025-04-02", planned_on: str = "2025-04-10", until: str = "2025-04-17") -> str:
    """Permitted, one year asked for at 11:00, the day fixed at noon, and decided at 13:00; returns the case."""
    case = permitted(one, day, planned_on)
    one.act(case, "apply_for_one_year", f"{day}T11:00", CLERK, **ONE_YEAR)
    one.act(case, "fix_date", f"{day}T12:00", SII, until=until, reasons="stated")
    one.act(case, "decide_one_year", f"{day}T13:00", HEAD, **DECISION)
    return case


def left(one: Desk, case: str, at: str) -> None:
    """The departure confirmed at exit control."""
    one.act(case, "confirm_departure", at, INSPECTOR, **CONFIRMED)


def denial(one: Desk, at: str | None = None) -> Case[Any]:
    """The last denial of landing as it stands on file, with clocks lapsed up to an instant."""
    return position(one, at).of("LandingDenial")[-1]


def clocks(case: Case[Any]) -> dict[str, str]:
    """The running clocks of a case, each with its last day."""
    return {clock.rule_name: clock.last_day.isoformat() for clock in case.running_clocks}


def told(one: Desk, purpose: Purpose) -> tuple[str, str | None]:
    """What the table says of the last denial for a purpose: the kind, and the last day that is barred."""
    found = denial_of(position(one).all(DenialKept)[-1], purpose).value
    return found.denied.value, found.last_day.isoformat() if found.last_day else None


def may_not_land(one: Desk, purpose: Purpose, day: str) -> Answer:
    """Whether what is on record denies landing on a day."""
    return is_denied(position(one).all(DenialKept), purpose, date.fromisoformat(day)).value


__all__ = ["CLERK", "DIRECTOR", "HEAD", "ICO", "INSPECTOR", "SII", "Desk", "case_of", "position"]
