"""What a status revocation puts on record for itself; `StatusRevoked`, which moves other cases, stands in `effects`."""

from datetime import date, datetime

from engine.payload import Fact
from law.finding import Answer
from law.status_revocation import StatusGround


class StatusGroundsReported(Fact):
    """Facts became known for which a status may be revoked."""

    grounds: tuple[StatusGround, ...]


class StatusInquiryMade(Fact):
    """A step of the fact-finding was taken (59-2)."""


class StatusFactsFound(Fact):
    """What was found for a ground is on record, and whether the ground is there."""

    ground: StatusGround
    answer: Answer


class RevocationDropped(Fact):
    """The facts found do not tell for a revocation; no hearing was appointed."""


class StatusHearingAppointed(Fact):
    """The date of a hearing was fixed."""

    hearing_at: datetime


class HearingNotified(Fact):
    """The notice of the hearing was served, or its content told orally."""

    by: str


class RevocationPaperPosted(Fact):
    """A paper was posted by public notice; it counts as served at the end of this day."""

    deemed_served_on: date


class RevocationServiceFailed(Fact):
    """A paper did not reach the person, and was not served otherwise."""


class HearingRequestMade(Fact):
    """The person asked for another date, for an agent instead, or to see the file."""

    what: str


class HearingRequestDecided(Fact):
    """What the person asked for was decided on."""

    what: str
    granted: bool


class InterestedPersonTookPart(Fact):
    """Somebody with an interest was admitted to the hearing."""


class StatusHearingHeld(Fact):
    """A date of the hearing was held; `ended` = it does not go on."""

    ended: bool


class HearingMissed(Fact):
    """Nobody who may be heard came; without a just cause the status may be revoked unheard (22-4(5))."""

    just_cause: bool


class HearingReported(Fact):
    """The record and the report of the hearing were handed in."""


class StatusRevocationDecided(Fact):
    """It was decided whether to revoke; a revocation takes effect with its service (22-4(6))."""

    revoked: bool
    ground: StatusGround | None = None
    until: date | None = None


class LastDayRewritten(Fact):
    """Another last day for leaving was written into the notice before it was served."""

    until: date


class NotRevokedTold(Fact):
    """The person was told that the status is not revoked (Ord. 25-14)."""


class RevocationStayed(Fact):
    """A court stayed the effect of the revocation: the status is held for the time, and no period runs."""


class RevocationRevived(Fact):
    """The court's stay is over: the status has ended again; `until` = the last day for leaving, as it is now."""

    until: date | None


class LeftInTime(Fact):
    """The person left within the period: no ground of deportation arose from the revocation."""
