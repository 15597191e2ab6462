"""The execution of a deportation order: how a removal is carried out, by whom, and what became of an attempt (52, 59).

Whether removal may be carried out at all is `law.removal`, and nothing here opens what that closes.

Not decided here:
    Whether a carrier plainly knew of the ground; whether officers are lacking; what a fit means of transport is.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law import enforcement_reasons as reason
from law.citation import ICRRA
from law.enforcement_clocks import REMOVAL_AUTHORISATION
from law.facts import Ground
from law.finding import Answer, Finding
from law.periods import Period, Unit

CARRIER_GROUNDS: Final = frozenset({Ground.V, Ground.V_2, Ground.VI, Ground.VI_2, Ground.VI_3, Ground.VI_4})
"""24(v) to (vi-4): whoever is deported on one of these is removed by the carrier whatever it knew (59(1)(ii))."""

CARRIER_YEARS: Final = Period(5, Unit.YEAR, (ICRRA("59(1)(iii)"),))
"""Within five years of the landing a carrier answers that plainly knew of the ground."""


class RemovalKind(StrEnum):
    """How a removal is carried out."""

    REGULAR_FLIGHT = "regular_flight"
    """On a regular flight or ship, with escorts or put on board (52(3))."""
    CARRIER = "carrier"
    """By the carrier that brought the person, at its own cost (52(3) proviso, 59)."""
    CHARTERED_FLIGHT = "chartered_flight"
    """On a chartered flight, one of several people of a batch, each of whom passes the gate alone."""
    ASSISTED_RETURN = "assisted_return"
    """Assisted voluntary return and reintegration (AVRR): the person wishes to return; in law a removal."""


class Obstruction(StrEnum):
    """By what the person kept a removal from being carried out, in the words of 55-2(1)(ii)."""

    DECEIT = "deceit"
    """偽計."""
    FORCE = "force"
    """暴力, the gravest 威力."""
    THREATENING_PRESSURE = "threatening_pressure"
    """威力."""


class AttemptEnd(StrEnum):
    """Why an attempt at removal did not succeed."""

    OBSTRUCTED = "obstructed"
    """The person obstructed it."""
    CAPTAIN_REFUSED = "captain_refused"
    """The captain, or the carrier's staff, did not take the person on board or put him or her off."""
    STOPPED = "stopped"
    """Something that stops removal came meanwhile: the person was taken off board, or back from the carrier."""
    RECEIVING_STATE_REFUSED = "receiving_state_refused"
    """The state of destination did not receive the person."""
    TRANSPORT = "transport"
    """The ship or aircraft did not leave, or nobody could escort."""
    HEALTH = "health"
    """The person was not fit to travel."""


@dataclass(frozen=True, slots=True)
class RemovalAttempt:
    """A removal that was tried and did not succeed.

    Attributes:
        on: the legal day of the attempt.
        obstructed_by: what the person did against it; None = nothing of what 55-2(1)(ii) names.
        captain_refused: the captain, or the carrier, did not take the person on board or put him or her off.
    """

    on: date
    obstructed_by: Obstruction | None = None
    captain_refused: bool = False


@dataclass(frozen=True, slots=True)
class AuthorisedRemoval:
    """An authorisation of one removal that stands: it is spent by the boarding, by ten minutes, or by any new fact.

    `until` is the first instant at which it no longer holds.
    """

    case: str
    plan: int
    kind: RemovalKind
    destination: str
    requested_by: str
    authorised_by: str
    given_at: datetime
    until: datetime
    batch: str = ""


@dataclass(frozen=True, slots=True)
class RemovalDone:
    """Somebody is on board or with the carrier under an order, or was removed: it happened, whatever becomes of it."""

    case: str


@dataclass(frozen=True, slots=True)
class CarrierFacts:
    """What the carrier's duty hangs on; `None` = not on record.

    Attributes:
        grounds: the items of Article 24 of the order.
        ordered_on: the legal day on which the order issued.
        landed_on: the legal day of the landing from this carrier's ship or aircraft.
        knew: the carrier is found to have plainly known of the ground when the person landed.
    """

    grounds: frozenset[Ground]
    ordered_on: date
    landed_on: date | None = None
    knew: bool | None = None


def carrier_must_remove(facts: CarrierFacts) -> Finding[Answer]:
    """Whether the carrier that brought the person must remove him or her at its own cost.

    The five years run from the landing to the order, the day of landing not counted (Civil Code 140).

    Source: 59(1)(ii), (iii) (text 2025-06-01). A person whose landing was refused (59(1)(i)) has no order.
    """
    if facts.grounds & CARRIER_GROUNDS:
        return Finding(Answer.YES, (reason.CARRIER_GROUND,))
    if facts.landed_on is None or facts.knew is None:
        return Finding(Answer.UNKNOWN, (reason.CARRIER_UNKNOWN,))
    if facts.ordered_on > CARRIER_YEARS.last_day_of(facts.landed_on):
        return Finding(Answer.NO, (reason.CARRIER_TOO_LONG_AGO,))
    return Finding(Answer.YES, (reason.CARRIER_KNEW,)) if facts.knew else Finding(Answer.NO, (reason.CARRIER_IGNORANT,))


def may_waive_waiting_costs(*, valid_passport: bool, visa: bool) -> Finding[Answer]:
    """Whether the carrier may be freed of what staying in a departure waiting facility costs, and of nothing else.

    Source: 59(3).
    """
    if valid_passport and visa:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (reason.NO_PASSPORT_WITH_VISA,))


def is_second_officer(requested_by: str, authorises: str) -> Finding[Answer]:
    """Whether an officer may authorise what another one requested: never the same person."""
    if requested_by and authorises != requested_by:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (reason.SAME_OFFICER,))


def is_on_file_in_time(since: datetime, recorded_at: datetime) -> Finding[Answer]:
    """Whether an act came on file while an authorisation given at that instant would hold: later, it is asked anew."""
    if recorded_at < REMOVAL_AUTHORISATION.end_from(since):
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (reason.ON_FILE_TOO_LATE,))


def is_entered_as_it_happens(occurred_at: datetime, received_at: datetime) -> Finding[Answer]:
    """Whether an act is entered in the instant in which it is done: the gate is asked then, and never afterwards."""
    if occurred_at == received_at:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (reason.BACKDATED,))
