"""The papers of a request for review (Ord. 58 to 58-8, forms 78 to 79-5)."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Fact, Payload, ShortText, Text
from law.counselors import Conflict, Counselor
from law.facts import ApplicationKind
from law.review import Disposition, Timeliness
from workflows.effects import ReviewResult


class RequestForReview(Payload):
    """A request for review as it came in."""

    case: ShortText
    """The case whose disposition it attacks."""
    disposition: Disposition
    posted_on: date | None = None
    """The day of posting or of handing it to a courier, where it is proved."""
    justifiable_reason: Text | None = None
    """The reason claimed for lateness."""
    statement_attached: bool = False


class DefectFound(Payload):
    """What the request lacks, and the day until which it may be corrected."""

    defect: Text
    until: date


class RequestCorrected(Payload):
    """The correction that came in."""

    corrected_on: date


class ReasonClaimed(Payload):
    """A justifiable reason for lateness, claimed after the request was received."""

    justifiable_reason: Text


class PanelNamed(Payload):
    """The three counselors, one of them as head, and the inquirer who assists them."""

    counselors: tuple[Counselor, ...] = Field(max_length=10)
    assistant: ShortText
    assistant_conflicts: tuple[Conflict, ...] = Field(max_length=7)
    papers_shown: bool
    """The reasons and the file of the disposition were shown (Ord. 58-3(2))."""


class WithdrawnBecause(StrEnum):
    """Why the naming of a counselor is withdrawn (Ord. 58-3(4), 58-9(2))."""

    CONFLICT = "conflict"
    PREVENTED = "prevented"


class CounselorWithdrawn(Payload):
    """A counselor who no longer takes part."""

    reference: ShortText
    because: WithdrawnBecause
    conflict: Conflict | None = None


class CounselorReplaced(Payload):
    """The counselor named instead."""

    counselor: Counselor


class StatementTime(Payload):
    """The day until which the written statement may come in (form 79)."""

    until: date


class StatementReceived(Payload):
    """The written statement came in."""

    received_on: date


class Summons(StrEnum):
    """Whether the deciding authority is summoned to the oral statement (ACRA 31(2) as read by 61-2-12(6))."""

    SUMMONED = "summoned"
    WAIVED = "waived"
    UNNECESSARY = "unnecessary"


class HearingAllowed(Payload):
    """The date of the oral statement (form 79-4)."""

    on: date
    questions_asked_for: bool
    """The applicant was asked whether, and what, he or she wants to ask the deciding authority."""
    summons: Summons


class HearingRefused(Payload):
    """Why no oral statement is allowed (form 79-3): the grounds are the panel's judgement."""

    difficult: bool = False
    no_ground_even_if_true: bool = False
    otherwise_unsuitable: bool = False
    reasons: Text


class HearingHeld(Payload):
    """The oral statement; what was said stands in the record of Ord. 58-6."""

    held_on: date
    record_made: bool


class View(Payload):
    """An opinion and its reasons, by one counselor or by several who agree."""

    counselors: tuple[ShortText, ...] = Field(min_length=1, max_length=3)
    opinion: ReviewResult
    reasons: Text


class OpinionPaper(Payload):
    """The one opinion paper, signed by all three; separate views stand side by side."""

    signed_by: tuple[ShortText, ...] = Field(max_length=3)
    views: tuple[View, ...] = Field(min_length=1, max_length=3)


class RejectedBecause(StrEnum):
    """Why a request is inadmissible (ACRA 24, 45(1), 49(1))."""

    LATE = "late"
    DEFECT_NOT_CURED = "defect_not_cured"
    DEFECT_INCURABLE = "defect_incurable"
    OTHER = "other"


class ReviewDecided(Payload):
    """The Minister's decision on the review (form 79-5)."""

    result: ReviewResult
    reasons: Text
    gist_of_opinion: Text | None = None
    rejected_because: RejectedBecause | None = None
    lateness_excused: bool | None = None
    """Of a late request with a claimed reason: whether the reason is accepted."""
    recognised_as: ApplicationKind | None = None


class PublicNoticeBecause(StrEnum):
    """When a decision may be served by public notice (ACRA 51(2))."""

    WHEREABOUTS_UNKNOWN = "whereabouts_unknown"
    CANNOT_BE_SENT = "cannot_be_sent"


class PublicNotice(Payload):
    """The posting of a public notice."""

    posted_on: date
    because: PublicNoticeBecause
    efforts: Text
    """What was done to find the applicant."""


class SignedOff(Payload):
    """A second person's word that service by public notice was lawful (A-30)."""

    reasons: Text


class ReviewWithdrawn(Payload):
    """A withdrawal of the request as it came in."""

    in_writing: bool


class ReviewReceived(Fact):
    """A request for review was received and weighed against its period."""

    disposition: Disposition
    timeliness: Timeliness | None


class ReviewStep(Fact):
    """A step of the review was put on record; its content stands in the entry."""

    step: ShortText


class ReviewResultDecided(Fact):
    """The review was decided; it takes effect when it is served on the applicant (ACRA 51(1))."""

    result: ReviewResult
