"""Facts of one case that move another case of the same person in the same instant (LAW §12).

A fact that concerns nobody else stands in the file of its own procedure.
"""

from datetime import date, datetime
from enum import StrEnum

from engine.payload import Fact
from law.facts import ApplicationKind, Ending, GrantKind, Ground


class ApplicationFiled(Fact):
    """An application for recognition was filed (61-2(1), (2))."""

    application: str
    kind: ApplicationKind


class RefusalReceived(Fact):
    """A refusal of recognition really reached the applicant; the review period runs from that day (61-2-12(2))."""

    application: str
    received_on: date


class Recognised(Fact):
    """Recognised as a refugee or for complementary protection (61-2(1)-(3)); a certificate is handed over."""

    application: str
    kind: ApplicationKind


class ApplicationEnded(Fact):
    """An application came to one of its ends, by the items of 61-2-4(5) where it is one of them."""

    application: str
    ending: Ending


class ApplicationReopened(Fact):
    """An application that had ended is pending again: a request posted in time came in, or a refusal was annulled."""

    application: str


class GrantTookEffect(Fact):
    """The card, certificate or passport entry of a grant was handed over: it takes effect (61-2-9(1))."""

    kind: GrantKind


class GrantStanding(StrEnum):
    """How the status of 61-2-2(1) stands after recognition."""

    OPEN = "open"
    TOOK_EFFECT = "took_effect"
    REFUSED = "refused"
    """Refused, and the refusal notified (61-2-4(5)(iii))."""
    NOT_NEEDED = "not_needed"
    """The person holds a status; 61-2-3 applies on application."""


class GrantSettled(Fact):
    """The question of the status after recognition was settled."""

    application: str
    standing: GrantStanding


class StayExamined(Fact):
    """The question of provisional stay was opened for an application."""

    application: str


class ProvisionalStayDelivered(Fact):
    """The permit of provisional stay was handed over: the deportation procedure stops (61-2-9(2))."""

    application: str


class ProvisionalStayRestored(Fact):
    """A provisional stay had not ended after all: its refusal was attacked in time (ACRA 18(3)) or was annulled."""

    application: str
    since: datetime | None = None
    """From when it had been taken for ended."""


class StayBarredByOrder(Fact):
    """A provisional stay had not ended after all, but an order that was issued since stands in its way."""

    application: str
    since: datetime
    """From when it had been taken for ended."""


class StayEnd(StrEnum):
    """How provisional stay ended."""

    PERIOD_OVER = "period_over"
    APPLICATION_ENDED = "application_ended"
    REVOKED = "revoked"
    STATUS_GRANTED = "status_granted"
    OBJECT_LOST = "object_lost"


class ProvisionalStayEnded(Fact):
    """Provisional stay ended: the deportation procedure goes on (61-2-9(2), (3))."""

    application: str
    end: StayEnd


class ReviewResult(StrEnum):
    """How a request for review ended (ACRA 27, 45, 46, 49)."""

    REJECTED = "rejected"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    ANNULLED = "annulled"
    """Allowed: the disposition is annulled and a new decision is owed."""
    RECOGNISED = "recognised"
    """Allowed, and the Minister recognised at once."""
    INACTION_UNLAWFUL = "inaction_unlawful"


class ReviewRequested(Fact):
    """A request for review of a disposition was received."""

    disposition: str
    """The case whose disposition it attacks."""
    admissible_so_far: bool
    """In time, or late with a claimed justifiable reason (A-26)."""
    late_reason_claimed: bool
    against_inaction: bool = False
    """It attacks that nothing was decided, not a decision."""


class ReviewEnded(Fact):
    """A request for review ended: decision served on the applicant, or written withdrawal received."""

    disposition: str
    result: ReviewResult
    recognised_as: ApplicationKind | None = None
    against_inaction: bool = False
    """It attacked that nothing was decided, not a decision."""


class DispositionAnnulled(Fact):
    """A court annulled a disposition: it never was (ACLA 32(1), 33(1)), and a review of it is moot."""

    case: str
    """The case whose disposition it was."""


class ReviewDecisionAnnulled(Fact):
    """A court annulled the Minister's decision on a review: a new one is owed (ACLA 33(2))."""

    disposition: str
    """The case whose disposition the review attacks."""
    received_in_time: bool
    """The request was in time; else removal is held for a claimed reason (A-26)."""
    against_inaction: bool = False


class RecognitionRevoked(Fact):
    """Recognition was revoked and the notice received (61-2-10)."""

    application: str
    leads_to_ground_x: bool


class RecognitionRestored(Fact):
    """The revocation of a recognition was annulled on review (ACRA 46): the recognition stands."""

    application: str


class FoundNotDeportable(Fact):
    """No item of Article 24 applies: release at once, and Sponsorship lapses (47(1), 48(6), 49(4), 44-8(i)-(iii))."""

    instance: str


class DepartureOrderDue(Fact):
    """Eligible for a departure order: the supervising inspector must order departure (47(2), 48(7), 49(5))."""


class DecisionsFell(Fact):
    """Decisions of a deportation case fell, and all that rests on them: a refusal of special permission too (50(4))."""

    deportation: str


class SpecialPermissionGranted(Fact):
    """Special permission to stay was granted: release at once, and Sponsorship lapses (50(1), 50(9), 44-8(iv))."""

    deportation: str = ""
    """The deportation case that it ended."""


class DeportationOrderIssued(Fact):
    """The deportation order was issued (51)."""

    ground: Ground


class DeportationOrderWithdrawn(Fact):
    """The deportation order was withdrawn or annulled."""


class StayRecorded(Fact):
    """How the person stays was recorded or changed (axis S)."""

    status_less: bool


class Departed(Fact):
    """The person left Japan."""

    on: date


class Died(Fact):
    """The person died."""

    on: date
