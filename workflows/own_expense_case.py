"""What every step of a departure at own expense shares: stages, state, facts."""

from datetime import date, datetime
from enum import StrEnum

from engine.case import CaseStage, stage
from engine.payload import CaseState, Fact
from engine.procedure import Procedure
from law.exit_control import HoldGround
from law.facts import DeportationOrder, Grant
from law.removal import is_barred, is_in_force


class Stage(CaseStage):
    """Where a departure at own expense stands."""

    APPLIED = stage("applied", "Applied for", "申請中")
    PERMITTED = stage("permitted", "Permitted", "許可済み")
    ONE_YEAR = stage("one_year", "Permitted, with the decision of one year", "許可済み（上陸拒否期間一年の決定あり）")
    REFUSED = stage("refused", "Not permitted", "不許可", closed=True)
    LEFT = stage("left", "Left under the permission", "許可に基づき出国", closed=True)
    LEFT_OTHERWISE = stage("left_otherwise", "Left otherwise, or was removed", "許可によらない退去", closed=True)
    WITHDRAWN = stage("withdrawn", "Permission withdrawn", "許可の撤回", closed=True)
    GIVEN_UP = stage("given_up", "Given up by the person", "申請の取下げ等", closed=True)
    WITHOUT_EFFECT = stage("without_effect", "The order has no effect any more", "令書の失効", closed=True)
    DIED = stage("died", "The person died", "死亡", closed=True)


STANDING = (Stage.PERMITTED, Stage.ONE_YEAR)
"""A permission stands."""
LIVE = (Stage.APPLIED, *STANDING)


class OneYear(StrEnum):
    """Where the decision of one year stands."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    DECIDED = "decided"
    REFUSED = "refused"
    LOST = "lost"
    """Decided, and the day passed."""


class State(CaseState):
    """What is kept of a departure at own expense."""

    destination: str
    """As applied for."""
    planned_on: date
    """As applied for, and from the permission on as permitted."""
    destination_fixed: bool = False
    permitted_at: datetime | None = None
    one_year: OneYear = OneYear.NOT_ASKED
    until: date | None = None
    """The day that the supervising inspector fixed for the decision of one year."""
    before: bool | None = None
    """As looked into for the decision: was deported, or left under a departure order, before."""
    left_on: date | None = None
    seen_off_on: date | None = None
    """When exit control saw the person leave in this case; it stays, whatever becomes of the confirmation."""
    ended_at: datetime | None = None

    @property
    def decision_until(self) -> date | None:
        """The day by which the person must leave to have the one year; None without a decision."""
        return self.until if self.one_year in (OneYear.DECIDED, OneYear.LOST) else None


class OwnExpenseAppliedFor(Fact):
    """The person wishes to leave at own expense."""

    destination: str
    planned_on: date


class OwnExpensePermitted(Fact):
    """Leaving at own expense was permitted (52(4))."""

    planned_on: date
    destination: str | None
    """As fixed by the application; None = as the order and 53 have it."""


class OwnExpenseRefused(Fact):
    """Leaving at own expense was not permitted."""


class OwnExpenseEnded(Fact):
    """A permission, or an application, came to its end without a departure under it."""

    end: str


class OneYearAskedFor(Fact):
    """The decision of one year was applied for (52(5))."""


class DateFixed(Fact):
    """The day by which to leave was fixed (Ord. 47-3(3))."""

    until: date


class OneYearDecided(Fact):
    """It was decided that landing will be denied for one year, if the person leaves by that day (52(5))."""

    until: date


class OneYearRefused(Fact):
    """The decision of one year was refused."""


class OneYearLost(Fact):
    """The day passed without a departure: the one year is lost."""

    until: date


class DepartureHeld(Fact):
    """The confirmation of departure is withheld (25-2(1))."""

    ground: HoldGround
    until: datetime


class AuthorityTold(Fact):
    """The authority was told that the confirmation is withheld (25-2(2))."""


class HoldEnded(Fact):
    """The confirmation is withheld no longer; `run_out` = the 24 hours passed."""

    run_out: bool


class HoldSeenTo(Fact):
    """A person saw to a hold that reaches the last day of the one year (A-50)."""


class LeftAtOwnExpense(Fact):
    """The person left under the permission."""

    on: date
    one_year_kept: bool


class PaperArrived(Fact):
    """A paper reached the person."""

    paper: str
    on: date


class OwnExpenseCase(Procedure[State]):
    """A departure at own expense, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def order_stands(self) -> bool:
        """Whether a deportation order is in force, and no grant bars its ground."""
        orders, grants = self.position.all(DeportationOrder), self.position.all(Grant)
        return any(is_in_force(one, self.at) and not is_barred(one, grants, self.at) for one in orders)

    def end(self, at: Stage) -> None:
        """The permission, or the application, ends without a departure under it."""
        self.update(ended_at=self.at)
        for notice in type(self).notices:
            self.withdraw_notice(notice)
        self.record(OwnExpenseEnded(end=at.value))
        self.enter(at)

    def leave(self, on: date) -> None:
        """The person left under the permission; what is decided of the one year hangs on the day."""
        until = self.state.decision_until
        kept = until is not None and on <= until
        self.update(left_on=on)
        self.record(LeftAtOwnExpense(on=on, one_year_kept=kept))
        self.enter(Stage.LEFT)
