"""What the acts of a status revocation carry. Names and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.payload import Instant, Payload, ShortText, Text
from law.status_revocation import AccessRefusal, DepartureCondition, GroundFacts, StatusGround
from law.status_service import Delivery, DeliveryFacts


class StatusGroundReported(Payload):
    """What became known, and for which grounds it may tell."""

    grounds: frozenset[StatusGround] = Field(min_length=1, max_length=10)
    from_old_special_permission: bool = False
    """The status rests on the special permission of the old law, also where no case of this register granted it."""
    facts: Text


class InquiryMade(Payload):
    """A step of the fact-finding: summons, questions, papers shown, inquiries at public and private bodies (59-2)."""

    summoned: bool = False
    bodies_asked: bool = False
    record: Text


class GroundFound(Payload):
    """What was found for one ground; None = not on record, or not yet judged."""

    ground: StatusGround
    means_found: bool | None = None
    later_permission: bool | None = None
    table_one: bool | None = None
    does_its_activity: bool | None = None
    does_other_activity: bool | None = None
    highly_skilled_two: bool = False
    spouse_only: bool | None = None
    mid_to_long_term: bool | None = None
    counts_from: date | None = None
    """(vi) last day of the activity, (vii) of living as a spouse, (viii) day of the permission, (ix) of leaving."""
    notified_on: date | None = None
    just_cause: bool | None = None
    reasons: Text

    @property
    def facts(self) -> GroundFacts:
        """As the rules ask for them."""
        return GroundFacts(**self.model_dump(exclude={"ground", "reasons"}))


class HearingNotice(Payload):
    """The notice of form 37-3: date, place, and the facts for which the status may be revoked (22-4(3))."""

    grounds: frozenset[StatusGround] = Field(min_length=1, max_length=10)
    hearing_at: Instant
    place: ShortText
    facts: Text
    in_good_time: bool
    """Judged: the time until the hearing is reasonable (Ord. 25-3(2))."""
    at_customs_inspection: bool = False
    """(i) showed just after landing, where goods are inspected, and the notice is given on the spot."""


class OralNotice(Payload):
    """Why it was urgent to tell the content of the notice orally."""

    urgency: Text


class PaperDelivered(Payload):
    """The delivery of a paper by an inspector or a control officer; the act's own instant is that of the delivery."""

    delivery: Delivery
    at_residence: bool
    agreed_to_other_place: bool = False
    person_met: bool = False
    cohabitant_fit: bool = False
    refused_without_just_reason: bool = False
    remarks: Text | None = None

    @property
    def facts(self) -> DeliveryFacts:
        """As the rule asks for them."""
        return DeliveryFacts(**self.model_dump(exclude={"remarks"}))


class PostWay(StrEnum):
    """How a paper was sent."""

    POST = "post"
    COURIER = "courier"


class PaperSent(Payload):
    """A paper sent by ordinary post or courier; the act's own instant is that of its normal arrival."""

    way: PostWay
    sent_on: date
    sending_recorded: bool
    """A record names the paper, the person, the address and the day of sending."""
    came_back: bool = False


class PaperPosted(Payload):
    """A paper posted on the notice board of the Ministry (61-8-2(7)); the day counts from which it hangs there."""

    address_unknown: bool
    until: date | None = None
    """Of a notice of revocation, its last day for leaving written anew for the later service."""
    inquiries: Text
    """What was done to find the place of residence."""


class NewDate(Payload):
    """Another date or place of the hearing, on request or of the Minister's own motion (forms 37-8, 37-9)."""

    hearing_at: Instant
    place: ShortText
    in_good_time: bool
    reasons: Text


class Asked(Payload):
    """A request of the person, or of an agent, and what it says."""

    content: Text


class AgentDecided(Payload):
    """Whether an agent may appear instead of the person (Ord. 25-8(2), form 37-12)."""

    permitted: bool
    reasons: Text


class InterestedPersonAdmitted(Payload):
    """Somebody with an interest who takes part in the hearing (Ord. 25-5)."""

    reference: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,60}$")]
    """An opaque reference, which says nothing of the person."""
    asked_for: bool
    reasons: Text


class AccessDecided(Payload):
    """Whether the file may be seen (Ord. 25-12): refused only for a third party's interest or another just reason."""

    granted: bool
    refused_for: AccessRefusal | None = None
    reasons: Text


class Attendance(StrEnum):
    """Who came to the hearing."""

    PERSON = "person"
    PERSON_WITH_AGENT = "person_with_agent"
    AGENT_INSTEAD = "agent_instead"


class StatusHearing(Payload):
    """A date of the hearing as it was held (Ord. 25-9 to 25-11)."""

    attendance: Attendance
    agent_certificate: bool = False
    """The certificate of form 37-4, where an agent came."""
    facts_explained: bool
    record_made: bool
    continues_at: Instant | None = None
    """The date on which it goes on, told to those present or on form 37-13."""


class AbsenceJudged(Payload):
    """Nobody who may be heard came; whether that has a just cause."""

    just_cause: bool
    reasons: Text


class HearingReport(Payload):
    """The report after the hearing: opinion, the person's claims, and what to think of them (Ord. 25-11(2))."""

    opinion: Text
    claims: Text


class RevocationOfStatus(Payload):
    """The decision to revoke, as the notice of form 37-16 or 37-17 states it."""

    ground: StatusGround
    flight_suspected: bool | None = None
    """(v) alone: reasonable suspicion of flight."""
    until: date | None = None
    """The last day of the period for leaving."""
    conditions: frozenset[DepartureCondition] = frozenset()
    content: Text | None = None
    """Residence, range and route, and what is forbidden."""
    other_status_considered: bool = False
    """(vii): a chance to apply for another status or for permanent residence was considered (22-5)."""
    reasons: Text


class LastDayWritten(Payload):
    """Another last day for leaving, written into the notice before it is served."""

    until: date
    reasons: Text
