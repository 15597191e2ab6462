"""What is done in the lives of people who are to leave, act by act: departure order, removal, own expense, denial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from simulation import suspects
from simulation.lives import keep_circumstances, on, prepare_removal, working

if TYPE_CHECKING:
    from simulation.lives import Life

REASONS: Final = {"reasons": "stated"}
NEVER: Final = {"deported_before": False, "left_under_departure_order_before": False}
LOOKED_INTO: Final = NEVER | {"certain_to_leave": False}
"""What the inspector found of somebody who was never deported before, and is not trusted to leave alone."""
_ELIGIBLE: Final = NEVER | {"certain_to_leave": True}
_ROUTE: Final[dict[str, Any]] = {"assessment": _ELIGIBLE, "reasons": "came by himself or herself"}
_PAPER: Final[dict[str, Any]] = {
    "states": ["person", "reason", "deadline", "day_of_delivery", "name_and_seal"],
    "conditions": ["50-52(i)", "50-52(ii)", "50-52(iii)", "50-52(iv)"],
    "residence": "an address",
    "route": "by train to the airport",
}
_DECISION: Final = NEVER | {"appropriate": True, "reasons": "came with a ticket"}
_ASKED: Final = {"form": True, "material": True, "in_person": True, "content": "wants to come back"}


def appear(life: Life, day: int) -> str:
    """Investigate somebody who appeared to leave, and pass the case to the inspector."""
    keep_circumstances(life, day)
    case = suspects.investigate(life, day, appeared_at=f"-{day + 3}d 10:00 working")
    life.act(day, case, "pass_for_departure_order", "control", **_ROUTE)
    return case


def find_eligible(life: Life, day: int) -> str:
    """Somebody who appeared is found eligible at once: departure must be ordered."""
    case = appear(life, day)
    life.act(day, case, "find_eligible", "inspector", **_ROUTE)
    return case


def order_departure(life: Life, day: int, deadline: int) -> None:
    """Found eligible and ordered to depart on one day, by another within 15 days: a working day, or the last before."""
    find_eligible(life, day)
    life.act(day, "DepartureOrder", "order_departure", "supervisor", deadline=working(deadline), **_PAPER, **REASONS)


def leave_under_order(life: Life, day: int) -> None:
    """Submit the departure order at exit control, and leave."""
    life.act(day, "DepartureOrder", "confirm_departure", "inspector", order_submitted=True)


def country(life: Life) -> str:
    """The country of nationality, to which the order leads."""
    return life.person.nationality or "XA"


def await_removal(life: Life, day: int, **looked_into: Any) -> str:  # noqa: ANN401  (further fields of the finding)
    """Ordered out, and all on record that a removal asks for within two days; returns the deportation case."""
    keep_circumstances(life, day + 4)
    case = suspects.order(life, day, **looked_into)
    prepare_removal(life, day - 2, country(life))
    return case


def plan(life: Life, day: int, departs: int) -> None:
    """Plan a removal by a regular flight."""
    flight = {
        "kind": "regular_flight",
        "destination": country(life),
        "departs_on": on(departs),
        "transport": "a flight",
    }
    life.act(day, "Enforcement", "plan_removal", "control", **flight)


def fail(life: Life, day: int, end: str, **more: Any) -> None:  # noqa: ANN401  (further fields of the attempt)
    """An attempt at removal that did not succeed."""
    life.act(day, "Enforcement", "record_failed_attempt", "control", on=on(day), end=end, **more, **REASONS)


def leave(life: Life, day: int) -> None:
    """Leave Japan, seen by nobody but the record of departures."""
    life.act(day, "Circumstances", "record_departure", "inspector", on=on(day))


def die(life: Life, day: int) -> None:
    """Die."""
    life.act(day, "Circumstances", "record_death", "inspector", on=on(day))


def ask_to_leave(life: Life, day: int, planned: int, name: str = "OwnExpenseDeparture") -> str:
    """Apply for leaving at own expense on a planned day."""
    wish = {"destination": country(life), "planned_on": on(planned), "means": "a ticket"}
    return life.open(day, "OwnExpenseDeparture", "apply", "clerk", name, **wish)


def permit_to_leave(life: Life, day: int, planned: int) -> None:
    """Permit it, to the country of nationality."""
    permission = {"planned_on": on(planned), "destination": country(life), **REASONS}
    life.act(day, "OwnExpenseDeparture", "permit", "supervisor", **permission)


def decide_one_year(life: Life, day: int, until: int) -> None:
    """Ask for, date and decide within a day that landing is denied for one year to somebody who leaves in time."""
    case = "OwnExpenseDeparture"
    life.act(day, case, "apply_for_one_year", "clerk", **_ASKED)
    life.act(day, case, "fix_date", "supervisor", until=on(until), **REASONS)
    life.act(day, case, "decide_one_year", "head", **_DECISION)


def leave_at_own_expense(life: Life, day: int) -> None:
    """Leave under the permission."""
    life.act(day, "OwnExpenseDeparture", "confirm_departure", "inspector", port="an airport", transport="a flight")


def record_leaving(life: Life, day: int, left: int, **how: Any) -> None:  # noqa: ANN401  (further fields of the record)
    """Put on record how somebody left whose cases were never kept here."""
    life.open(day, "LandingDenial", "record_leaving", "inspector", on=on(left), source="an old file", **how)
