"""What the acts of a criminal case carry. Offences, courts and reasons stay here, in the entry."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Payload, Text
from law.criminal import EndOfProceedings, LeaveGiver, ReleaseKind, Reporter, RestrictionGround
from law.facts import Sentence, Suspension


class Standing(StrEnum):
    """How somebody stands at the beginning of criminal proceedings."""

    SUSPECT = "suspect"
    """被疑者."""
    ACCUSED = "accused"
    """被告人: indicted."""


class ProceedingsBegun(Payload):
    """Criminal proceedings against the person, and since when they run."""

    standing: Standing
    since: date | None = None
    """Left out = the day of the act."""
    immigration_crime: bool = False
    """A crime of Article 70 (64(1))."""
    content: Text


class TrainingBegun(Payload):
    """Juvenile training, and since when."""

    since: date | None = None
    """Left out = the day of the act."""
    content: Text


class Service(StrEnum):
    """How far a final sentence is served."""

    NOT_BEGUN = "not_begun"
    BEING_SERVED = "being_served"
    OVER = "over"
    """Served, wholly suspended, or of a foreign court: nothing is executed in Japan."""


class SentenceOnFile(Payload):
    """A final sentence of a court, Japanese or foreign, and how far it is served."""

    sentence: Sentence
    service: Service
    content: Text


class SentencePassed(Payload):
    """A sentence of imprisonment as a Japanese court pronounced it; life = no months."""

    months: int | None = Field(ge=0, le=1200)
    suspension: Suspension
    unsuspended_months: int | None = Field(default=None, ge=0, le=1200)
    days: int = Field(default=0, ge=0, le=30)
    """Days beyond the months."""
    unsuspended_days: int = Field(default=0, ge=0, le=30)
    listed_crime: bool = False
    """A crime of DT-02 row 4 committed after entering Japan."""
    content: Text


class SentenceFinal(Payload):
    """From which legal day the sentence is final."""

    final_on: date


class Leave(Payload):
    """Leave to execute the order while the sentence is served, and who gave it (63(2))."""

    given_by: LeaveGiver
    content: Text


class ReleaseReport(Payload):
    """A report of a coming release (62(3), (4)), in writing or by word of mouth (62(5))."""

    reported_by: Reporter
    kind: ReleaseKind
    release_on: date
    in_writing: bool


class LetOut(Payload):
    """How somebody left the prison or the juvenile training school."""

    kind: ReleaseKind


class Ended(Payload):
    """How proceedings ended otherwise."""

    how: EndOfProceedings
    content: Text


class Restriction(Payload):
    """A travel restriction: on which article, and where it ends on a day, until when."""

    ground: RestrictionGround
    last_day: date | None = None
    """The last day of the restriction; None = it runs until it is lifted or falls."""
    content: Text


class Told(Payload):
    """What a court or a prosecutor decided."""

    content: Text
