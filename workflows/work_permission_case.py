"""What a permission to work under Sponsorship keeps and puts on record."""

from datetime import datetime
from enum import StrEnum

from engine.case import CaseStage, stage
from engine.payload import CaseState, Fact
from law.money import Yen
from law.work_permission import WithdrawalGround


class Stage(CaseStage):
    """Where a permission to work stands."""

    APPLIED = stage("applied", "Applied for", "申請中")
    PERMITTED = stage("permitted", "Permitted", "許可中", quiet="it lasts as long as Sponsorship, and owes nothing")
    REFUSED = stage("refused", "Refused", "不許可", closed=True)
    WITHDRAWN = stage("withdrawn", "Withdrawn", "許可取消し", closed=True)
    ENDED = stage("ended", "Ended", "終了", closed=True)


class WorkEnd(StrEnum):
    """How a permission ended without being withdrawn."""

    WITH_SPONSORSHIP = "with_sponsorship"
    ORDER_ISSUED = "order_issued"
    REPLACED = "replaced"
    """Another permission took its place: another employer."""
    GIVEN_UP = "given_up"
    """The person gave it up, or withdrew the application."""
    OBJECT_LOST = "object_lost"


class State(CaseState):
    """What is kept of a permission to work."""

    sponsorship: str
    employer: str
    sponsor_consents: bool
    needed_for_living: bool = False
    employment_contract: bool = False
    monthly_ceiling: Yen | None = None
    permitted_at: datetime | None = None
    ended_at: datetime | None = None
    ended_with: WorkEnd | None = None


class WorkPermissionRequested(Fact):
    """Paid work under Sponsorship was applied for."""

    sponsorship: str


class WorkPermissionGiven(Fact):
    """Paid work was permitted with the employer of that reference; a permission that it replaces ends with it."""

    sponsorship: str
    employer: str
    monthly_ceiling: Yen
    replaces_earlier: bool


class WorkPermissionRefused(Fact):
    """Paid work was not permitted."""


class WorkPermissionWithdrawn(Fact):
    """The permission was withdrawn and its entry struck out."""

    ground: WithdrawalGround


class WorkPermissionEnded(Fact):
    """The permission, or the application, came to its end."""

    end: WorkEnd
