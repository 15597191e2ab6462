"""What every step of a provisional stay shares: stages, state, duties, notices, and how it ends."""

from datetime import date, datetime

from engine.case import CaseStage, stage
from engine.payload import CaseState, Fact
from engine.procedure import Procedure
from engine.refusal import because, unless
from law.citation import ICRRA
from law.finding import Answer, Finding
from law.provisional_stay_holder import HolderGround, RevocationGround
from workflows.effects import ProvisionalStayEnded, StayEnd
from workflows.papers.provisional_stay import ExclusionsFound, WorkKind, WorkWithdrawalGround
from workflows.papers.provisional_stay_duties import DELIVER_STATUS


class Stage(CaseStage):
    """Where provisional stay stands."""

    EXAMINED = stage("examined", "Being examined", "許否の審査中")
    PERMITTED = stage("permitted", "Permitted, permit not handed over", "許可済み（許可書未交付）")
    RUNNING = stage("running", "Provisional stay is running", "仮滞在期間中")
    RENEWAL_UNDECIDED = stage("renewal_undecided", "Period over, timely renewal not decided", "更新申請の未処理")
    NOT_PERMITTED = stage("not_permitted", "Not permitted", "不許可", closed=True)
    ENDED = stage("ended", "Ended", "終了", closed=True)


HELD = (Stage.RUNNING, Stage.RENEWAL_UNDECIDED)
"""The stages in which somebody holds provisional stay."""


class Findings(CaseState):
    """What bears on the exclusions, without the reasons; None = not on record, or not yet judged."""

    landed_on: date | None = None
    learned_on: date | None = None
    inadmissible_on_entry: bool | None = None
    suspected_ground: bool | None = None
    plainly_late: bool | None = None
    unavoidable_reason: bool | None = None
    plainly_not_from_convention_danger: bool | None = None
    plainly_not_from_persecution: bool | None = None
    refugee_ground_arose_in_japan: bool | None = None
    protection_ground_arose_in_japan: bool | None = None
    flight_suspected: bool | None = None

    @classmethod
    def of(cls, paper: ExclusionsFound) -> "Findings":
        """What a paper found, its reasons left in the entry."""
        return cls(**paper.model_dump(exclude={"reasons"}))


class Spell(CaseState):
    """A time in which the stay ran."""

    since: datetime
    until: datetime


class State(CaseState):
    """What is kept of a provisional stay."""

    application: str
    found: Findings = Findings()
    last_day: date | None = None
    counts_from: date | None = None
    """From which day the period that runs, or ran, is counted against its maximum."""
    delivered_at: datetime | None = None
    renewal_requested_on: date | None = None
    renewed_until: date | None = None
    """A renewal that was granted and not handed over yet."""
    revoked_on: date | None = None
    status_decided_at: datetime | None = None
    status_effective_at: datetime | None = None
    status_until: date | None = None
    """The last day of that status, or the day on which the person left Japan with it; None = it is not on record."""
    work_applied_for: WorkKind | None = None
    work_permitted_on: date | None = None
    ended_at: datetime | None = None
    ended_with: StayEnd | None = None
    spells: tuple[Spell, ...] = ()
    """When it ran before its revocation, where a court stayed the effect of that."""
    runs_from: datetime | None = None
    """From when it runs again by the court's word; None = from its delivery."""
    effect_stayed_at: datetime | None = None
    """Since when a court stays the effect of the revocation, or a final judgment set it aside."""

    @property
    def began_at(self) -> datetime | None:
        """From when the stay runs, or last ran."""
        return self.runs_from or self.delivered_at

    @property
    def status_waits(self) -> bool:
        """A status was decided for the holder and can still be handed over, also when the stay has ended since."""
        moot = self.ended_with in (StayEnd.STATUS_GRANTED, StayEnd.OBJECT_LOST)
        return self.status_decided_at is not None and self.status_effective_at is None and not moot


class ExclusionsRecorded(Fact):
    """What bears on the exclusions was recorded; the judgments stand in the entry."""

    answer: Answer


class StayPermitted(Fact):
    """Provisional stay was permitted; it takes effect with the delivery of the permit."""

    last_day: date


class StayRefused(Fact):
    """Provisional stay was not permitted, for the grounds named by their codes."""

    codes: tuple[str, ...]


class RenewalRequested(Fact):
    """A renewal was requested by the last day."""

    last_day: date


class RenewalDecided(Fact):
    """A renewal was granted; it takes effect with the delivery of the permit."""

    last_day: date


class StayRenewed(Fact):
    """The renewed permit was handed over."""

    last_day: date


class StayContinued(Fact):
    """A breach by the State: the period ended with a timely renewal undecided; the procedure stays stopped (A-28)."""


class StayRevoked(Fact):
    """Provisional stay was revoked; it ends when the notice reaches the person."""

    grounds: tuple[RevocationGround, ...]


class StayRevocationStayed(Fact):
    """A court stayed the effect of the revocation of the stay: it runs again from now on."""


class HolderStatusDecided(Fact):
    """A status was decided for the holder; it takes effect with the hand-over."""

    ground: HolderGround


class WorkAppliedFor(Fact):
    """Permission for paid work was applied for."""

    kind: WorkKind


class WorkPermitted(Fact):
    """Paid work was permitted."""

    report_by: date


class WorkRefused(Fact):
    """Paid work was not permitted."""


class WorkReported(Fact):
    """The activity was reported."""

    next_report_by: date


class WorkReportMissed(Fact):
    """A breach: the designated day passed without a report of the activity (61-2-8)."""


class WorkWithdrawn(Fact):
    """The permission to work was withdrawn."""

    ground: WorkWithdrawalGround


class StayCase(Procedure[State]):
    """A provisional stay, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def end(self, end: StayEnd) -> None:
        """End the stay: the deportation procedure goes on in the same instant. Before delivery there is none to end."""
        if self.case.stage.closed:
            return
        if self.state.delivered_at is not None:
            self.update(ended_at=self.at, ended_with=end)
            self.record(ProvisionalStayEnded(application=self.state.application, end=end))
        self.enter(Stage.ENDED)
        if self.state.status_waits:
            self.owe(DELIVER_STATUS)


def renewal_is_pending(stay: StayCase) -> Finding[Answer]:
    """Whether a renewal was requested in time and is not granted yet, or only up to a day that has passed unused."""
    until = stay.state.renewed_until
    return unless(
        stay.state.renewal_requested_on is not None and (until is None or until < stay.today),
        because(
            "no_renewal_pending",
            ICRRA("61-2-4(4)"),
            en="No renewal is requested, or it is granted already.",
            ja="更新の申請がないか、既に許可されている。",
            remedy="Let the holder apply by the last day.",
        ),
    )
