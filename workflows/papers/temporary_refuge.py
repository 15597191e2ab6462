"""What the acts of a landing for temporary refuge carry. Names, places and reasons stay here, and go into no fact."""

from datetime import date
from enum import StrEnum

from engine.payload import Payload, ShortText, Text
from law.temporary_refuge import Limb, RefugeCondition


class AppliedBy(StrEnum):
    """Who applies (Ord. 18(2), 5(4), 5(5))."""

    PERSON = "person"
    COMPANION = "companion"
    """For somebody under 16 or unable: a parent, spouse, child, relative, guardian or other companion."""
    CAPTAIN = "captain"
    """For such a person without a companion: the captain or the carrier."""


class RefugeApplication(Payload):
    """An application on forms 6 and 26-2, made to an inspector on board or at the port (Ord. 18(1))."""

    on_board: bool
    """The person is on a ship or aircraft: who has landed is nobody to whom landing is permitted."""
    form_6: bool
    form_26_2: bool
    applied_by: AppliedBy = AppliedBy.PERSON
    content: Text


class IdentificationTaken(Payload):
    """Fingerprints and photograph that the inspector required for the examination (18-2(2), Ord. 18(3))."""

    fingerprints: bool
    photograph: bool


class RefugePermit(Payload):
    """The permit of form 27: what was judged, its last day, its conditions and what they say."""

    limb: Limb | None
    appropriate: bool | None
    last_day: date
    conditions: frozenset[RefugeCondition] = frozenset()
    content: Text
    """The place of residence, the municipality, and what else is set."""
    reasons: Text


class StatusWanted(Payload):
    """An application for a status of residence (22-3, 22-2(2))."""

    long_term_resident: bool = False
    status: ShortText
    content: Text


class StatusGiven(Payload):
    """A status of residence that is granted, and the last day of its period; None = no end."""

    status: ShortText
    until: date | None
    reasons: Text


class Flight(Payload):
    """The holder fled, against the conditions."""

    found_on: date
    facts: Text
