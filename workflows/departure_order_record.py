"""What a departure order puts on record for itself; facts that move other cases stand in `enforcement_effects`."""

from datetime import date, datetime
from enum import StrEnum

from engine.payload import Fact
from law.departure_order import Track
from law.departure_order_terms import DelayCause, DepartureCondition
from law.exit_control import HoldGround


class Undecided(StrEnum):
    """Why a person decides what follows from a deadline that has passed: the text says nothing."""

    EXTENSION = "extension"
    """An extension was asked for in time and is not decided."""
    HELD = "held"
    """Exit control withheld the confirmation on the last day (A-50)."""
    STATUS = "status"
    """A status was granted while the order ran."""


class DepartureToBeOrdered(Fact):
    """An instance found the person eligible; the supervising inspector must order departure (55-85(1))."""

    track: Track


class ConditionsImposed(Fact):
    """The conditions that were set with the order (55-85(3)); none need be."""

    conditions: tuple[DepartureCondition, ...]


class Summoned(Fact):
    """The person was summoned to appear (Ord. 50-52(iii))."""

    appear_at: datetime


class ExtensionAsked(Fact):
    """An extension of the deadline was asked for in time (55-87)."""

    cause: DelayCause
    deadline: date


class DeadlineExtended(Fact):
    """The deadline was extended (55-87)."""

    until: date


class ExtensionRefused(Fact):
    """The extension was refused, in writing and with reasons."""


class DeadlinePassedUndecided(Fact):
    """The deadline has passed, and the text does not say what follows: a person decides."""

    why: Undecided


class ConditionBroken(Fact):
    """A breach: the person broke a condition of the order; with it the order was revoked (55-88)."""

    broken: tuple[DepartureCondition, ...]
    fled: bool


class ExposedToPenalty(Fact):
    """What was recorded is punishable under this provision; whether anybody is punished is for a court."""

    article: str


class PaperReceived(Fact):
    """A paper about the order reached the person."""

    paper: str
    received_on: date


class OrderTakenBack(Fact):
    """The revoked order was returned, or it is said why not (Ord. 50-55)."""

    taken_back: bool


class ConfirmationWithheld(Fact):
    """Exit control withholds the confirmation of departure (25-2(1)), at the latest until this instant."""

    ground: HoldGround
    until: datetime


class AgencyTold(Fact):
    """The authority that had notified was told of the hold (25-2(2))."""


class HoldEnded(Fact):
    """Exit control withholds the confirmation no longer."""


class HoldRanOut(Fact):
    """The 24 hours are over: the confirmation may no longer be withheld (25-2(1))."""


class DepartureConfirmed(Fact):
    """The inspector confirmed the departure (25(1)); the order was submitted, or it is said why not (Ord. 27(3))."""

    on: date
    order_submitted: bool


class DepartureStands(Fact):
    """The confirmation of a departure fell: the person has left all the same, under what stood on that day."""

    on: date


class EndedForStatus(Fact):
    """A person found that the order has no object any more: a status was granted."""


class AnnulmentWeighed(Fact):
    """It was decided what follows from a judgment that annulled the order or its revocation."""

    order_again: bool
