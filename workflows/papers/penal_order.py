"""What the acts of a penal order to leave carry. Words, opinions and reasons stay in the entry, and go into no fact."""

from datetime import date

from engine.payload import Payload, Text
from law.penal_order import PenalReason


class Declaration(Payload):
    """What the person declared of the will to leave, and on which day."""

    on: date
    words: Text


class OpinionHeard(Payload):
    """The day on which the person was heard on the order that is considered; no opinion = he or she would give none."""

    on: date
    opinion: Text | None = None


class PenalOrderPaper(Payload):
    """The paper of form 70-2: reasons and period (55-2(3)), and what was judged."""

    reasons: frozenset[PenalReason]
    risk_of_the_like: bool | None = None
    """Of reason (ii): the like is to be feared at the next removal."""
    appropriate: bool | None = None
    last_day: date
    period_reasonable: bool | None = None
    stated: Text | None = None
    """The reasons as the paper states them, the finding of a risk included."""
