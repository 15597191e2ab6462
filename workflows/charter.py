"""A chartered flight (LAW §17.8): what each step of it asks of each person's enforcement, and of nobody as a group.

The law knows no group: every person passes every row of the gate alone, at boarding again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from law.enforcement import RemovalKind
from workflows.enforcement import Enforcement
from workflows.enforcement_case import Stage, State
from workflows.papers.removal import NamedPlan, RemovalPlan

if TYPE_CHECKING:
    from engine.payload import Payload


class Step(StrEnum):
    """What is asked for everybody on the list, in this order."""

    PLAN = "plan"
    REQUEST = "request"
    AUTHORISE = "authorise"
    BOARD = "board"


PROCEDURE: Final = Enforcement.__name__
ACTS: Final = {
    Step.PLAN: Enforcement.plan_removal.__name__,
    Step.REQUEST: Enforcement.request_removal.__name__,
    Step.AUTHORISE: Enforcement.authorise_removal.__name__,
    Step.BOARD: Enforcement.board.__name__,
}
"""The act of `Enforcement` that each step does for each person."""
NO_PLAN: Final = 2**31 - 1
"""The number of no plan, now or later: what names it is refused, whatever is planned before it is judged."""

_LEADS_TO: Final = {
    Step.PLAN: Stage.PLANNED,
    Step.REQUEST: Stage.REQUESTED,
    Step.AUTHORISE: Stage.AUTHORISED,
    Step.BOARD: Stage.ON_BOARD,
}
_WAY: Final = (Stage.PLANNED, Stage.REQUESTED, Stage.AUTHORISED, Stage.ON_BOARD, Stage.REMOVED)


@dataclass(frozen=True, slots=True)
class Flight:
    """The flight: the batch, its opaque reference, where to and on which legal day."""

    batch: str
    reference: str
    destination: str
    departs_on: date


@dataclass(frozen=True, slots=True)
class Passenger:
    """Where the enforcement of somebody on the list stands on file."""

    stage: str
    state: State
    overdue: bool = False
    """A clock has run out that is not lapsed on file yet: an authorisation is spent."""

    @classmethod
    def read(cls, stage: str, state: str, *, overdue: bool) -> Passenger:
        """From what is on file, the state as JSON."""
        return cls(stage, State.model_validate_json(state), overdue)

    def plan_of(self, flight: Flight) -> int | None:
        """The number of the plan that stands, if it is this flight's."""
        plan = self.state.plan
        return plan.number if plan is not None and plan.batch == flight.batch else None


def is_done(step: Step, flight: Flight, passenger: Passenger) -> bool:
    """Whether somebody is where the step leads, or beyond, under the flight's own plan."""
    if passenger.plan_of(flight) is None or passenger.stage not in _WAY:
        return False
    spent = passenger.overdue and passenger.stage == Stage.AUTHORISED
    reached = Stage.REQUESTED if spent else passenger.stage
    return _WAY.index(reached) >= _WAY.index(_LEADS_TO[step])


def body_of(step: Step, flight: Flight, passenger: Passenger) -> Payload:
    """What the step's act carries for somebody.

    Where no plan of the flight stands, the number of no plan is named: so that the act refuses, whoever else plans
    something for that person, before or after.
    """
    if step is not Step.PLAN:
        return NamedPlan(plan=passenger.plan_of(flight) or NO_PLAN)
    return RemovalPlan(
        kind=RemovalKind.CHARTERED_FLIGHT,
        destination=flight.destination,
        departs_on=flight.departs_on,
        transport=flight.reference,
        batch=flight.batch,
    )
