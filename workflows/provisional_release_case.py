"""What every step of a provisional release shares: stages, state, periods, deposit, and how it ends."""

from datetime import date, datetime

from engine.case import CaseStage, stage
from engine.payload import CaseState, Fact
from engine.procedure import Procedure
from law.custody_clocks import PROVISIONAL_RELEASE, WRITTEN_RELEASE
from law.money import Yen
from law.provisional_release import ReleaseLaw, ReleasePeriod, ReleaseReason, Requester, law_of_release
from law.provisional_release_end import ReleaseBreach
from workflows.custody_effects import ProvisionalReleaseEnded, ReleaseEnd
from workflows.papers.provisional_release_duties import RETURN_DEPOSIT


class Stage(CaseStage):
    """Where a provisional release stands."""

    CONSIDERED = stage("considered", "Being considered", "許否の審査中")
    DEPOSIT_AWAITED = stage("deposit_awaited", "Granted under the old law, deposit awaited", "保証金の納付待ち")
    RELEASED = stage("released", "Provisionally released", "仮放免中")
    OLD_PERIOD_OVER = stage("old_period_over", "Old release, period over, to be weighed", "旧法仮放免の期間経過")
    ORDER_MEANWHILE = stage("order_meanwhile", "Order issued meanwhile, custody undecided", "令書発付後の身柄未決定")
    REFUSED = stage("refused", "Refused", "不許可", closed=True)
    NOT_PURSUED = stage("not_pursued", "Not pursued", "終止", closed=True)
    ENDED = stage("ended", "Ended", "終了", closed=True)


ON_RELEASE = (Stage.RELEASED, Stage.OLD_PERIOD_OVER)
"""The stages in which a release may be prolonged or revoked."""
AT_LARGE = (*ON_RELEASE, Stage.ORDER_MEANWHILE)
"""The stages in which somebody is released provisionally."""
BEFORE_RELEASE = (Stage.CONSIDERED, Stage.DEPOSIT_AWAITED)


class State(CaseState):
    """What is kept of a provisional release."""

    requested_at: datetime | None = None
    """When it was requested; None = it is considered on own motion."""
    requester: Requester | None = None
    reasons_shown: frozenset[ReleaseReason] = frozenset()
    doctor_heard: bool = False
    law: ReleaseLaw | None = None
    """Which law decides; for what is considered on own motion known with the decision."""
    reason: ReleaseReason | None = None
    periods: tuple[ReleasePeriod, ...] = ()
    taken_over: bool = False
    released_at: datetime | None = None
    under_order: bool = False
    deposit: Yen | None = None
    deposit_held: Yen = Yen(0)
    extension_requested_on: date | None = None
    refusals: int = 0
    ended_at: datetime | None = None
    ended_with: ReleaseEnd | None = None

    @property
    def last_day(self) -> date | None:
        """The last day of the release as it stands."""
        return self.periods[-1].last_day if self.periods else None


class ReleaseRequested(Fact):
    """Provisional release was requested."""

    requester: Requester


class ReleaseConsidered(Fact):
    """Provisional release is considered on own motion."""


class ReleaseTakenOver(Fact):
    """A release that ran already was taken into the register."""

    last_day: date
    law: ReleaseLaw


class DoctorWasHeard(Fact):
    """A doctor's opinion was recorded."""


class DepositSet(Fact):
    """Release under the old law was granted on payment of a deposit."""

    amount: Yen


class DepositHeld(Fact):
    """The deposit was paid."""

    amount: Yen


class PermitMade(Fact):
    """The permit was made, with its last day, its law, and whether it must be carried (23(1)(xi), suppl. 6)."""

    last_day: date
    law: ReleaseLaw
    carried: bool


class ReleaseRefused(Fact):
    """Provisional release was refused in writing."""


class ReleaseNotPursued(Fact):
    """The question was dropped: the request was withdrawn, own motion ended, or there is nothing to lift any more."""


class Summoned(Fact):
    """The person released was summoned."""

    appear_at: datetime


class ExtensionRequested(Fact):
    """The extension of the period was requested by its last day."""

    last_day: date


class ReleaseExtended(Fact):
    """The period was extended."""

    last_day: date


class ExtensionRefused(Fact):
    """The extension was refused in writing."""


class ExtensionLeftUndecided(Fact):
    """A breach of the duty to decide before the last day: the period ended with a timely request undecided."""

    requested_on: date


class OldPeriodPassed(Fact):
    """The period of a release under the old law is over; its text knows no expiry, so a person decides."""


class CustodyDecisionOwed(Fact):
    """The deportation order issued during a release under the detention order: custody is decided anew (A-10)."""


class ReleaseRevoked(Fact):
    """Provisional release was revoked; `punishable` = exposed to the offence of 72(vi)."""

    breaches: tuple[ReleaseBreach, ...]
    punishable: bool


class DepositForfeited(Fact):
    """The deposit of the old law was forfeited, whole or in part."""

    amount: Yen


class DepositReturned(Fact):
    """What was left of the deposit was returned."""

    amount: Yen


class ReleaseCase(Procedure[State]):
    """A provisional release, as far as all its steps share it."""

    stages = Stage
    state_type = State

    @property
    def law_that_decides(self) -> ReleaseLaw:
        """The law of the request, or of this moment where nobody asked."""
        return self.state.law or law_of_release(self.state.requested_at, self.at)

    @property
    def last_day(self) -> date:
        """The last day of the release."""
        return self.state.last_day or self.today

    def run_until(self, counted_from: date, until: date, *, as_written: bool = False) -> None:
        """Let the period of the release run to a last day: at most three months, or as the old permit has it."""
        if as_written or self.law_that_decides is ReleaseLaw.OLD:
            rule, other = WRITTEN_RELEASE, PROVISIONAL_RELEASE
        else:
            rule, other = PROVISIONAL_RELEASE, WRITTEN_RELEASE
        self.stop(other)
        if self.case.clock(rule) is None:
            self.start(rule, on=counted_from, until=until)
        else:
            self.move(rule, on=counted_from, until=until)

    def end(self, end: ReleaseEnd) -> None:
        """End the release; what is left of a deposit is to be returned."""
        if self.case.stage.closed:
            return
        if self.case.stage in AT_LARGE:
            self.update(ended_at=self.at, ended_with=end)
            self.record(ProvisionalReleaseEnded(release=self.case_id, end=end))
            self.enter(Stage.ENDED)
        else:
            self.record(ReleaseNotPursued())
            self.enter(Stage.NOT_PURSUED)
        if self.state.deposit_held:
            self.owe(RETURN_DEPOSIT)
