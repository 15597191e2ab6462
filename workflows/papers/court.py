"""What the acts of court proceedings carry. Names of courts, numbers and reasons stay here, in the entry."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from engine.payload import Payload, ShortText, Text
from law.court import Attacked, JudgmentOutcome, StayTerm, SuitKind
from law.facts import CourtStayScope


class ReviewAnswered(Payload):
    """A request for review of the same disposition by the person who sues (ACLA 14(3))."""

    decided_on: date | None = None
    """None: it is pending."""
    known_on: date | None = None


class Suit(Payload):
    """A suit: what it asks for, against which disposition of which case, and the days its limits hang on."""

    kind: SuitKind = SuitKind.ANNULMENT
    attacked: Attacked
    case: str = Field(default="", max_length=80)
    """The case whose disposition is attacked; empty for one that no case of the person holds."""
    made_on: date | None = None
    """The legal day of the disposition; left out for a deportation order that its case holds."""
    known_on: date | None = None
    """The legal day on which the person knew of it; left out = not on record."""
    filed_on: date | None = None
    """When the court received it; left out = the day of the act."""
    review: ReviewAnswered | None = None
    justifiable_reason_claimed: bool = False
    court: ShortText


class StaySought(Payload):
    """What a stay is sought of (ACLA 25(2))."""

    scope: CourtStayScope
    reasons: Text


class StayOrder(Payload):
    """A stay, exactly as wide and as long as the court ordered it."""

    scope: CourtStayScope
    term: StayTerm
    last_day: date | None = None
    """Of a stay until a day, that day; it is still stayed on it."""
    days_after: int = Field(default=0, ge=0, le=366)
    """Of a stay until a judgment, how many days after it the stay still runs."""
    court: ShortText

    @model_validator(mode="after")
    def _says_one_term(self) -> Self:
        if (self.term is StayTerm.DAY) is (self.last_day is None):
            raise ValueError("a stay until a day names the day, and no other does")
        if self.days_after and self.term is not StayTerm.JUDGMENT:
            raise ValueError("only a stay until a judgment runs on for days after it")
        return self


class CourtSaid(Payload):
    """A decision of a court: which court, and what it said."""

    court: ShortText
    content: Text


class Objection(Payload):
    """The Prime Minister's objection with its reasons, which it must have (ACLA 27(2), (3))."""

    reasons: Text


class Judgment(Payload):
    """A judgment in the suit, and what it says of a stay that runs."""

    outcome: JudgmentOutcome
    stay_ends: bool = False
    """The court lifted the stay with its judgment."""
    court: ShortText
    content: Text


class JudgmentFinal(Payload):
    """From which legal day no ordinary appeal lies any more."""

    final_on: date


class CarriedOut(Payload):
    """How a judgment that sets a disposition aside was carried out."""

    how: Text
