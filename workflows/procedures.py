"""The procedures, by one explicit tuple: nothing is collected by subclassing."""

from typing import Any

from engine.procedure import Procedure
from workflows.circumstances import Circumstances
from workflows.deportation import Deportation
from workflows.detention import Detention
from workflows.detention_review import DetentionReview
from workflows.provisional_release import ProvisionalRelease
from workflows.provisional_stay import ProvisionalStay
from workflows.recognition_revocation import RecognitionRevocation
from workflows.refugee_application import RefugeeApplication
from workflows.review_request import ReviewRequest
from workflows.sponsorship import Sponsorship
from workflows.status_grant import StatusGrant
from workflows.treatment import Treatment
from workflows.work_permission import WorkPermission

PROCEDURES: tuple[type[Procedure[Any]], ...] = (
    Circumstances,
    RefugeeApplication,
    ReviewRequest,
    RecognitionRevocation,
    ProvisionalStay,
    StatusGrant,
    Deportation,
    Detention,
    Treatment,
    DetentionReview,
    Sponsorship,
    WorkPermission,
    ProvisionalRelease,
)
