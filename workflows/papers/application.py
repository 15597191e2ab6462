"""The papers of an application for recognition (Ord. 55, forms 74 to 76-2-2)."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Fact, Payload, ShortText, Text
from law.facts import ApplicationKind, Material
from law.recognition import Outcome, Refusal


class ApplicationForm(StrEnum):
    """Form 74, or 74-2 for somebody refused before; the older forms may still be used."""

    FIRST = "74"
    AFTER_REFUSAL = "74-2"


class MissingPaper(StrEnum):
    """What did not come with the application; it is asked for and never makes the filing late."""

    PHOTOGRAPHS = "photographs"
    PASSPORT_OR_REASON = "passport_or_reason"
    TRANSLATION = "translation"


class SpokenBecause(StrEnum):
    """Why the contents were stated orally (Ord. 55(4))."""

    CANNOT_WRITE = "cannot_write"
    BODILY = "bodily"
    OTHER = "other"


class FiledBy(StrEnum):
    """Who came to the bureau (Ord. 55(1), (5))."""

    APPLICANT = "applicant"
    PARENT = "parent"
    SPOUSE = "spouse"
    CHILD = "child"
    RELATIVE = "relative"


class Prevented(StrEnum):
    """Why the applicant did not come (Ord. 55(5))."""

    UNDER_SIXTEEN = "under_sixteen"
    ILLNESS = "illness"
    OTHER = "other"


class FiledApplication(Payload):
    """An application as it came in at the counter."""

    kind: ApplicationKind
    material_came_with_it: bool
    form: ApplicationForm = ApplicationForm.FIRST
    missing: tuple[MissingPaper, ...] = Field(default=(), max_length=3)
    spoken_because: SpokenBecause | None = None
    filed_by: FiledBy = FiledBy.APPLICANT
    prevented_because: Prevented | None = None
    stated_status_less: bool | None = None
    """What the applicant said of his or her stay; what is on record of the stay decides, not this."""


class PapersCompleted(Payload):
    """What was missing has come in."""

    completed_on: date


class ExceptionsTold(Payload):
    """How the applicant was told of the exceptions to the stop of removal."""

    told_on: date
    language: ShortText


class MaterialHandedIn(Payload):
    """Material that came after the application."""

    description: Text


class MaterialJudgement(Payload):
    """Whether the material that came with the application shows sufficient ground for recognition (A-11)."""

    sufficient: bool
    reasons: Text


class LaterMaterialConsidered(Payload):
    """What a person makes of material that came later (A-12)."""

    reasons: Text


class Interview(Payload):
    """A questioning of the applicant; what was said stands in the record of Ord. 59-2, not here."""

    held_on: date
    care_taken: Text
    """How the applicant's condition and past were regarded (61-2-17(4))."""
    record_made: bool


class CommissionAsked(Payload):
    """The inquiry at the National Public Safety Commission about serious non-political crime."""

    asked_on: date


class CommissionAnswered(Payload):
    """The Commission's answer."""

    answered_on: date
    contents: Text


class OldPermission(StrEnum):
    """The result of examining the special permission of the old law (suppl. 11(1))."""

    GRANTED = "granted"
    REFUSED = "refused"


class RecognitionDecision(Payload):
    """A decision on an application. Reasons are asked of every refusal."""

    outcome: Outcome
    reasons: Text | None = None
    protection_assessment: Text | None = None
    """The assessment of complementary protection (A-16)."""
    instructs_on_review: bool = False
    old_special_permission: OldPermission | None = None


class WithdrawalReceived(Payload):
    """A withdrawal of the application as it came in."""

    in_writing: bool


class WithdrawalWeighed(Payload):
    """What a person found on asking the applicant about the withdrawal."""

    voluntary: bool
    reasons: Text


class ApplicationDecided(Fact):
    """An application was decided; the papers still have to reach the person."""

    outcome: Outcome


class MaterialJudged(Fact):
    """The material that came with the application was judged."""

    material: Material


class ExaminationStep(Fact):
    """A step of the examination was put on record; its content stands in the entry."""

    step: ShortText


REFUSED_OUTCOMES = frozenset({Outcome.REFUGEE_REFUSED, Outcome.PROTECTED_NOT_REFUGEE, Outcome.PROTECTION_REFUSED})
RECOGNISED_AS = {
    Outcome.REFUGEE: ApplicationKind.REFUGEE,
    Outcome.PROTECTED_NOT_REFUGEE: ApplicationKind.COMPLEMENTARY_PROTECTION,
    Outcome.PROTECTED: ApplicationKind.COMPLEMENTARY_PROTECTION,
}
REFUSAL_OF = {
    Outcome.REFUGEE_REFUSED: Refusal.REFUGEE_WITHOUT_PROTECTION,
    Outcome.PROTECTED_NOT_REFUGEE: Refusal.REFUGEE_WITH_PROTECTION,
    Outcome.PROTECTION_REFUSED: Refusal.PROTECTION,
}
