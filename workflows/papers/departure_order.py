"""What the acts of a departure order carry. Names, places and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum

from engine.payload import Instant, Payload, ShortText, Text
from law.departure_order_terms import DelayCause, DepartureCondition, PaperItem, Where
from law.exit_control import HoldGround


class DepartureOrderPaper(Payload):
    """The order of form 71-3, handed over when departure is ordered (55-85, 55-86, Ord. 50-52)."""

    deadline: date
    """The last day for leaving: at most 15 days ahead, and a working day (A-01)."""
    states: frozenset[PaperItem]
    conditions: frozenset[DepartureCondition] = frozenset()
    residence: ShortText | None = None
    """Where the person plans to live until leaving."""
    route: Text | None = None
    """The way from there to the port of departure."""
    other: Text | None = None
    special_circumstances: Text | None = None
    """Why residence or range of movement are set otherwise."""
    reasons: Text


class DepartureSummons(Payload):
    """A summons with time and place; the Ordinance has no form for it (Ord. 50-52(iii))."""

    appear_at: Instant
    place: ShortText


class ExtensionRequest(Payload):
    """A request of form 71-4 (Ord. 50-54(1)); one made at another office is entered with the time when it was made."""

    in_person: bool
    where: Where = Where.ISSUING_OFFICE
    unavoidable: bool = False
    """What kept the person from the issuing office is unavoidable."""
    inspector_there: bool = False
    """The other office has a supervising immigration inspector."""
    cause: DelayCause
    content: Text


class Extension(Payload):
    """A new deadline, written on the order (55-87, Ord. 50-54(2))."""

    deadline: date
    not_the_persons_fault: bool | None = None
    reasons: Text


class ExtensionRefusal(Payload):
    """A written refusal with reasons; the Ordinance has no form for it."""

    language: ShortText
    """The language in which it was explained."""
    reasons: Text


class Revocation(Payload):
    """The revocation of form 71-5 (55-88, Ord. 50-55)."""

    broken: frozenset[DepartureCondition]
    fled: bool = False
    """Fled against the conditions: punishable (72(viii))."""
    reasons: Text


class Served(StrEnum):
    """A paper that is to reach the person after the order."""

    NEW_DEADLINE = "new_deadline"
    REFUSAL = "refusal"
    REVOCATION = "revocation"


class PaperReceipt(Payload):
    """Which paper reached the person, and when."""

    paper: Served
    received_on: date


class OrderReturned(Payload):
    """Whether the revoked order was taken back, and if not, why."""

    taken_back: bool
    remarks: Text | None = None


class ExitHeld(Payload):
    """Why the confirmation of departure is withheld, and from when the 24 hours run (25-2(1))."""

    procedure_done_at: Instant
    """When the person did what exit control asks for."""
    ground: HoldGround
    authority: ShortText | None = None
    """Who notified it; None = nobody did."""
    excepted: bool = False
    """An exception of the item applies: leave of the court, parole, a suspended part."""
    reasons: Text


class Leave(Payload):
    """The confirmation of departure (25(1)), with the order that is submitted (Ord. 27(3))."""

    order_submitted: bool
    not_submitted_because: Text | None = None
    in_time: bool | None = None
    """Whether this counts as leaving under the order; needed where the deadline has passed and nobody has decided."""
    reasons: Text | None = None


class Reasoned(Payload):
    """A decision or a step whose reasons stay with the entry."""

    reasons: Text


class AfterAnnulment(Payload):
    """What follows from a judgment that annulled the order or its revocation."""

    order_again: bool
    """Departure is to be ordered again; else nothing is left of the order."""
    reasons: Text
