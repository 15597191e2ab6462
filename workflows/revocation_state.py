"""Where the revocation of a recognition stands."""

from datetime import date

from engine.case import CaseStage, stage
from engine.payload import CaseState
from law.facts import ApplicationKind
from law.recognition import RevocationGround, StatusFrom


class Stage(CaseStage):
    """From the facts that became known until the revocation is final and the certificates are back."""

    EXAMINATION = stage("examination", "Examination", "調査中")
    TO_BE_SERVED = stage("to_be_served", "Notice to be delivered", "取消通知の交付待ち")
    OPEN_TO_REVIEW = stage("open_to_review", "Open to review", "審査請求期間中")
    UNDER_REVIEW = stage(
        "under_review",
        "Under review",
        "審査請求中",
        quiet="the request for review is a case of its own, with its duties",
    )
    PAPERS_OUTSTANDING = stage("papers_outstanding", "Certificates outstanding", "証明書の返納待ち")
    CONCLUDED = stage("concluded", "Revoked", "取消確定", closed=True)
    NOT_REVOKED = stage("not_revoked", "Not revoked", "取消しなし", closed=True)
    TO_BE_RESTORED = stage("to_be_restored", "Annulled, to be announced and given back", "取消処分の取消し・告示等待ち")
    ANNULLED = stage("annulled", "Revocation annulled", "取消処分の取消し", closed=True)
    OBJECT_LOST = stage("object_lost", "Without object", "対象消滅", closed=True)


class State(CaseState):
    """What is kept of a revocation."""

    application: str
    kind: ApplicationKind
    grounds: tuple[RevocationGround, ...]
    """As reported; from the decision on, as found."""
    status_from: StatusFrom | None = None
    decided_on: date | None = None
    received_on: date | None = None
    announced_on: date | None = None
    returned_on: date | None = None
