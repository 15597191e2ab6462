"""The procedures, by one explicit tuple: nothing is collected by subclassing."""

from typing import Any

from engine.procedure import Procedure
from workflows.circumstances import Circumstances
from workflows.court_proceedings import CourtProceedings
from workflows.criminal_case import CriminalCase
from workflows.departure_order import DepartureOrder
from workflows.deportation import Deportation
from workflows.detention import Detention
from workflows.detention_review import DetentionReview
from workflows.enforcement import Enforcement
from workflows.landing_denial import LandingDenial
from workflows.own_expense_departure import OwnExpenseDeparture
from workflows.passport_order import PassportOrder
from workflows.penal_order import PenalOrder
from workflows.provisional_release import ProvisionalRelease
from workflows.provisional_stay import ProvisionalStay
from workflows.recognition_revocation import RecognitionRevocation
from workflows.refugee_application import RefugeeApplication
from workflows.review_request import ReviewRequest
from workflows.special_permission import SpecialPermission
from workflows.sponsorship import Sponsorship
from workflows.status_grant import StatusGrant
from workflows.status_revocation import StatusRevocation
from workflows.temporary_refuge import TemporaryRefuge
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
    SpecialPermission,
    Enforcement,
    OwnExpenseDeparture,
    LandingDenial,
    StatusRevocation,
    TemporaryRefuge,
    DepartureOrder,
    CourtProceedings,
    CriminalCase,
    PenalOrder,
    PassportOrder,
)
