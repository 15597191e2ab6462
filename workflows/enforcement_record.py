"""What enforcement puts on record for itself; facts that move other cases stand in `effects`."""

from datetime import date, datetime

from engine.payload import Fact
from law.enforcement import AttemptEnd, Obstruction, RemovalKind
from workflows.papers.removal import Authority


class EnforcementBegun(Fact):
    """The order is to be carried out (52(1), (3))."""

    deportation: str


class RemovalPlanned(Fact):
    """A removal was planned, bound to the destination that was found."""

    plan: int
    kind: RemovalKind
    destination: str
    departs_on: date
    batch: str = ""


class PlanFell(Fact):
    """The plan leads elsewhere than the destination that is found now: a new one is to be made."""

    plan: int


class PlanGivenUp(Fact):
    """The plan was given up."""

    plan: int


class RemovalRequested(Fact):
    """An officer requested that a plan be authorised."""

    plan: int
    requested_by: str


class AuthorisationRefused(Fact):
    """A removal was not authorised; the reasons stay with the entry."""

    plan: int


class RemovalAuthorised(Fact):
    """A second officer authorised one removal, every row of DT-01 being open in that instant."""

    plan: int
    destination: str
    requested_by: str
    authorised_by: str
    until: datetime


class AuthorisationVoided(Fact):
    """Something was put on record of the person: the authorisation holds no longer."""

    plan: int


class AuthorisationSpent(Fact):
    """Ten minutes passed without a boarding: the authorisation holds no longer."""

    plan: int


class AuthorisationGivenUp(Fact):
    """The request, or the authorisation, was given up."""

    plan: int


class HandedToCarrier(Fact):
    """The person was handed over to the carrier with paper 64; it consumed an authorisation (52(3) proviso)."""

    plan: int


class OtherShipOwed(Fact):
    """The carrier cannot remove by its own ship: it must use another one at its own cost (59(2))."""


class OtherShipNamed(Fact):
    """The carrier removes by another ship at its own cost."""

    plan: int
    departs_on: date


class WaitingCostsWaived(Fact):
    """The carrier was freed of the cost of a departure waiting facility, and of nothing else (59(3))."""

    in_full: bool


class CarrierFailed(Fact):
    """The carrier did not remove the person: exposure to the administrative fine of 77(iv), never a finding of it."""

    exposure: str = "77(iv)"


class PoliceAsked(Fact):
    """The police or the coast guard was asked to execute the order (52(2))."""

    authority: Authority


class PoliceReported(Fact):
    """The police or the coast guard reported, and gave the order back (Ord. 46)."""

    carried_out: bool


class InformationAsked(Fact):
    """A body was asked for what the execution needs (52(14))."""


class Boarded(Fact):
    """The person was put on board; it consumed the authorisation."""

    plan: int
    authorised_by: str


class RemovalToBeStopped(Fact):
    """Somebody on board, or with the carrier, may not be removed any more: rows of DT-01 closed meanwhile."""

    closed: tuple[str, ...]


class RemovalMayGoOn(Fact):
    """What stopped a removal under way has ended before the person was taken back."""


class RemovalFailed(Fact):
    """An attempt at removal did not succeed."""

    plan: int
    end: AttemptEnd
    obstructed_by: Obstruction | None = None


class RemovedUnderOrder(Fact):
    """The order was carried out: the person left Japan under it (52(3))."""

    kind: RemovalKind | None
    on: date
    batch: str = ""


class RemovedAgainstGate(Fact):
    """A breach: the person was removed although the gate of removal was closed, or without passing it.

    `closed` are the rows of DT-01 that did not pass at `at`, by code; `authorised` = an authorisation was consumed.
    """

    closed: tuple[str, ...]
    at: datetime
    authorised: bool


class LeftByOneself(Fact):
    """The person left Japan by himself or herself while the order was in force."""

    on: date


class EnforcementEnded(Fact):
    """There is nothing to carry out any more: the order lost its effect, or the person died."""

    died: bool = False
