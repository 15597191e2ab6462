"""What the acts of a departure at own expense carry. Names and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum

from engine.payload import Instant, Payload, ShortText, Text
from law.exit_control import HoldGround
from law.filer import Filer
from workflows.papers.deportation import Country
from workflows.papers.service import ServiceWay


class OwnExpenseApplication(Payload):
    """A wish to leave at own expense, recorded as given: the law asks for no form, and 53 does not bind the choice."""

    destination: Country
    planned_on: date
    by_representative: bool = False
    """Somebody whom the person empowered applies for him or her."""
    means: Text
    """How the person pays: a ticket, money, somebody who pays."""


class OwnExpensePermission(Payload):
    """What is permitted; where the destination is fixed by the application, paper 64-2 is handed over (Ord. 47-2)."""

    planned_on: date
    destination: Country | None = None
    """The destination as fixed by the application; None = it stays as the order and 53 have it."""
    reasons: Text


class Reasons(Payload):
    """A decision whose reasons stay with the entry."""

    reasons: Text


class OneYearRequest(Payload):
    """An application of form 64-3 with material (Ord. 47-3(1), (2))."""

    form: bool
    material: bool
    in_person: bool
    filer: Filer = Filer.PERSON
    hindered: bool = False
    """Under 16, or unable by illness or otherwise."""
    content: Text


class DateFixed(Payload):
    """The day by which the person must leave to have the one year (Ord. 47-3(3))."""

    until: date
    reasons: Text


class OneYearDecision(Payload):
    """The decision of 52(5), with what was looked into and weighed; None = not looked into, not judged."""

    deported_before: bool | None = None
    left_under_departure_order_before: bool | None = None
    appropriate: bool | None = None
    reasons: Text
    """Conduct, the facts that led to the deportation, other circumstances."""


class ExitHold(Payload):
    """A confirmation of departure that is withheld, with paper 39 (25-2, Ord. 28)."""

    ground: HoldGround
    notified: bool
    """An authority has notified it."""
    excepted: bool = False
    began_at: Instant
    """When the person did the act for exit control: from then the 24 hours run."""


class WordToAuthority(Payload):
    """That the authority that had notified the ground was told of the hold (25-2(2))."""

    told_at: Instant
    way: ShortText


class Paper(StrEnum):
    """The papers of a departure at own expense."""

    DESTINATION = "destination"
    REFUSAL = "refusal"
    ONE_YEAR = "one_year"
    ONE_YEAR_REFUSAL = "one_year_refusal"
    HOLD = "hold"


class PaperReceived(Payload):
    """That a paper reached the person, and on which legal day."""

    paper: Paper
    received_on: date
    way: ServiceWay


class DepartureConfirmed(Payload):
    """The confirmation of departure (25, Ord. 27)."""

    port: ShortText
    transport: ShortText
