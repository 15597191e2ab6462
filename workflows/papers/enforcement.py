"""What one case hands to another that it opens after the finding."""

from datetime import date

from engine.payload import Payload
from law.departure_order import Track
from law.grounds import Ground
from law.landing import Leaving


class DepartureOrderFollows(Payload):
    """The deportation case that found the person eligible for a departure order, and by which track (24-3)."""

    deportation: str
    track: Track


class GroundArisen(Payload):
    """A ground of Article 24 that arose by what another case saw, from which day, and which case that was."""

    ground: Ground
    since: date
    arisen_in: str


class PersonLeft(Payload):
    """How and when the person left Japan, as the case that saw it knows."""

    on: date
    leaving: Leaving
    own_expense_decision_kept: bool = False
    """Left under the permission and by the date of a decision of one year (52(5))."""
    track: Track | None = None
    """Of a departure order, by which track it was opened."""
