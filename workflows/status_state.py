"""Where the status after recognition stands."""

from datetime import date

from engine.case import CaseStage, stage
from engine.payload import CaseState, Instant
from law.facts import ApplicationKind, GrantKind
from workflows.effects import GrantStanding


class Stage(CaseStage):
    """From recognition until the status and the certificate are given."""

    EXAMINATION = stage("examination", "Status to be decided", "在留資格の審査中")
    TO_HAND_OVER = stage("to_hand_over", "Granted, to be handed over", "許可・交付待ち")
    REFUSAL_TO_NOTIFY = stage("refusal_to_notify", "Refused, to be notified", "不許可・通知待ち")
    CERTIFICATE = stage("certificate", "Certificate to be handed over", "証明書の交付待ち")
    CONCLUDED = stage("concluded", "Concluded", "終了", closed=True)
    REVOKED = stage("revoked", "Recognition revoked", "認定取消し", closed=True)
    OBJECT_LOST = stage("object_lost", "Without object", "対象消滅", closed=True)


class State(CaseState):
    """What is kept of a recognition and its status. `grant` None = no status is asked for here."""

    application: str
    grant: GrantKind | None
    kind: ApplicationKind | None = None
    filed_at: Instant | None = None
    recognised_at: Instant
    standing: GrantStanding | None = None
    effective_at: Instant | None = None
    stays_until: date | None = None
    """The last day of the stay that was granted, or the day on which the person left Japan with it."""
    refused_on: date | None = None
    certificate_on: date | None = None
    certificate_returned_on: date | None = None
