"""Facts of the procedures after the finding that move another case of the same person in the same instant."""

from datetime import date
from enum import StrEnum

from engine.payload import Fact


class SpecialPermissionStep(StrEnum):
    """What happened to an application for special permission to stay (axis P)."""

    APPLIED_FOR = "applied_for"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    """Decided; it counts for the order when the person has received it."""
    REFUSAL_RECEIVED = "refusal_received"
    UNDECIDED_AGAIN = "undecided_again"
    """What its refusal rested on fell (50(4))."""
    GRANTED = "granted"
    """Also on own motion: the deportation case ends."""


class SpecialPermissionMoved(Fact):
    """Special permission moved: the order hangs on it (47(5), 48(10), 49(7))."""

    deportation: str
    """The deportation case that it concerns."""
    step: SpecialPermissionStep
    received_on: date | None = None


class DepartureOrdered(Fact):
    """The departure order was handed over: release at once, and Sponsorship lapses (47(2), 48(7), 49(5), 44-8(v))."""

    until: date


class DepartureOrderEnd(StrEnum):
    """How a departure order ended."""

    LEFT = "left"
    MISSED = "missed"
    """The deadline passed: 24(viii)."""
    REVOKED = "revoked"
    """A condition was broken: 24(ix)."""
    OBJECT_LOST = "object_lost"


class DepartureOrderEnded(Fact):
    """A departure order ended."""

    end: DepartureOrderEnd


class DepartureOrderFell(Fact):
    """A court annulled a departure order or its revocation: no ground arose from it (ACLA 32(1); 24(viii), (ix))."""


class CourtStaysChanged(Fact):
    """A court ordered a stay, or one ended (ACLA 25-27)."""


class ProceedingsChanged(Fact):
    """Criminal, sentence or juvenile-training proceedings began, ended, or leave was given (63)."""


class TravelRestrictionChanged(Fact):
    """A criminal court imposed or lifted a travel restriction (63(3))."""


class StatusRevoked(Fact):
    """A status of residence was revoked and the notice served (22-4): the person is without it from now."""

    until: date | None
    """The last day of the departure period; None where there is none."""


class StatusRestored(Fact):
    """The revocation of a status was annulled: the status never ended, nor did a ground arise from it (ACLA 32(1))."""


class ReceivingStateRefused(Fact):
    """A state did not receive somebody who was removed to it: as a destination it is closed (53(2))."""

    country: str
