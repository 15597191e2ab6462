"""What the acts of enforcement carry. Names and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.payload import Payload, ShortText, Text
from law.enforcement import AttemptEnd, Obstruction, RemovalKind
from workflows.papers.deportation import Country

PlanNumber = Annotated[int, Field(ge=1)]
"""Which plan of the case is meant: the number that the plan got when it was made."""
Batch = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,60}$")]
"""The opaque id of a batch of removals by one chartered flight."""


class CarrierNamed(Payload):
    """The carrier that is to remove the person, and what its duty hangs on (59(1)); None = not on record."""

    name: ShortText
    landed_on: date | None = None
    knew: bool | None = None
    """The carrier is found to have plainly known of the ground when the person landed."""


class Assistance(Payload):
    """Assisted voluntary return: the body that assists, and that the person wishes to return."""

    body: ShortText
    wishes_to_return: bool


class RemovalPlan(Payload):
    """How, where to and when the person is to be removed."""

    kind: RemovalKind
    destination: Country
    departs_on: date
    transport: ShortText
    """The flight or the ship."""
    escorts: tuple[ShortText, ...] = Field(default=(), max_length=20)
    batch: Batch | None = None
    carrier: CarrierNamed | None = None
    assistance: Assistance | None = None


class NamedPlan(Payload):
    """The plan that is requested, authorised or carried out."""

    plan: PlanNumber


class OtherShip(Payload):
    """Another ship or aircraft by which the carrier removes at its own cost (59(2))."""

    departs_on: date
    transport: ShortText
    reasons: Text


class WaitingCosts(Payload):
    """What of the cost of a departure waiting facility the carrier is freed of (59(3))."""

    valid_passport: bool
    visa: bool
    in_full: bool
    reasons: Text


class Authority(StrEnum):
    """Who may be asked to execute an order for lack of immigration control officers (52(2))."""

    POLICE = "police"
    COAST_GUARD = "coast_guard"


class ExecutionRequest(Payload):
    """A request to the police or the coast guard to execute the order (52(2))."""

    authority: Authority
    officers_lacking: bool
    reasons: Text


class ExecutionResult(Payload):
    """What the police or the coast guard report, with the order given back (Ord. 46)."""

    carried_out: bool
    order_returned: bool
    note: Text
    """What is written on the order that is given back."""


class InformationRequest(Payload):
    """A request to a public office or a public or private body for what the execution needs (52(14))."""

    body: ShortText
    what: Text


class FailedAttempt(Payload):
    """An attempt at removal that did not succeed."""

    on: date
    end: AttemptEnd
    obstructed_by: Obstruction | None = None
    reasons: Text


class LeftUnderOrder(Payload):
    """The day on which the person, put on board, left Japan."""

    on: date


class RemovedWithoutGate(Payload):
    """A removal that took place although the gate was not passed; the instant of the act is that of the removal."""

    reasons: Text
