"""What one custody case hands to another that it opens."""

from datetime import date

from engine.payload import Payload
from law.custody import Title
from workflows.papers.deportation import ScreeningOutcome


class ScreeningFollowed(Payload):
    """The screening of a deportation case (39(2)), and what it chose."""

    deportation: str
    outcome: ScreeningOutcome


class OrderFollowed(Payload):
    """The deportation case in which the deportation order issued (51)."""

    deportation: str


class DetentionFollowed(Payload):
    """The detention case and the title under which the person is held."""

    detention: str
    title: Title
    reviewed_until: date | None = None
    """The last day of the last three months under the order that were reviewed before the case was kept here."""


class CommandFollowed(Payload):
    """The review of detention in which the Commissioner commanded Sponsorship (52-8(4))."""

    review: str
