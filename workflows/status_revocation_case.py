"""What every step of a status revocation shares: stages, state, and how the revocation takes effect."""

from datetime import date, datetime, timedelta

from engine.case import CaseStage, NoticeKind, stage
from engine.payload import CaseState
from law.competence import Role
from law.court import Attacked
from law.effect_stays import EffectStayed, is_stayed
from law.enforcement_clocks import DEPARTURE_AFTER_REVOCATION
from law.facts import Grant, GrantKind, Ground, StayKind
from law.finding import Answer, Finding
from law.periods import legal_day
from law.status_revocation import (
    GroundFacts,
    StatusGround,
    StatusHolder,
    deportation_ground,
    ground_applies,
    offence_of,
)
from law.stays import WITH_STATUS, stays_as, stays_in
from workflows.effects import StayRecorded
from workflows.enforcement_effects import StatusRevoked
from workflows.papers import status_revocation_reasons as reason
from workflows.papers.dispositions import RecognitionOnFile
from workflows.papers.status_revocation import GroundFound
from workflows.papers.status_revocation_duties import (
    DECIDE_NEW_DATE,
    HOLD_STATUS_HEARING,
    REVOCATION_NOTICE,
    REVOCATION_WITH_PERIOD,
    SERVE_REVOCATION,
)
from workflows.status_revocation_record import RevocationRevived, RevocationStayed, StatusHearingAppointed
from workflows.staying_on import CONSIDER_INVESTIGATION, StayingOn, StayingState


class Stage(CaseStage):
    """Where the revocation of a status stands."""

    FACT_FINDING = stage("fact_finding", "Facts being found", "事実の調査中")
    HEARING_TO_NOTIFY = stage("hearing_to_notify", "Notice of the hearing to be served", "意見聴取通知書の送達待ち")
    HEARING_POSTED = stage("hearing_posted", "Notice of the hearing on public notice", "意見聴取通知書の公示送達中")
    HEARING_APPOINTED = stage("hearing_appointed", "Hearing appointed", "意見聴取の期日待ち")
    HEARD = stage("heard", "Heard, to be reported", "意見聴取済み")
    DECISION = stage("decision", "To be decided", "取消しの決定待ち")
    TO_SERVE = stage("to_serve", "Revoked, notice to be served", "取消通知書の送達待ち")
    REVOCATION_POSTED = stage("revocation_posted", "Notice of revocation on public notice", "取消通知書の公示送達中")
    DEPARTURE_PERIOD = stage("departure_period", "Period for leaving is running", "出国期間中")
    EFFECT_STAYED = stage(
        "effect_stayed",
        "Effect stayed by a court",
        "取消処分の効力停止中",
        quiet="a court ends it",
    )
    STAYING_ON = stage("staying_on", "Staying on, a ground has arisen", "残留・退去強制事由の発生")
    NOT_REVOKED_TO_TELL = stage("not_revoked_to_tell", "Not revoked, to be told", "取消しをしない旨の通知待ち")
    DROPPED = stage("dropped", "Dropped before a hearing", "取消手続に至らず", closed=True)
    NOT_REVOKED = stage("not_revoked", "Not revoked", "取消しなし", closed=True)
    LEFT_IN_TIME = stage("left_in_time", "Left within the period", "期間内に出国", closed=True)
    CONCLUDED = stage("concluded", "Revoked, staying on considered", "取消済み・検討済み", closed=True)
    STATUS_AGAIN = stage("status_again", "A status was granted since", "新たな在留資格の取得", closed=True)
    ANNULLED = stage("annulled", "Revocation annulled", "取消処分の取消し", closed=True)
    OBJECT_LOST = stage("object_lost", "Without object", "対象消滅", closed=True)


UNSERVED = (
    Stage.FACT_FINDING,
    Stage.HEARING_TO_NOTIFY,
    Stage.HEARING_POSTED,
    Stage.HEARING_APPOINTED,
    Stage.HEARD,
    Stage.DECISION,
    Stage.TO_SERVE,
    Stage.REVOCATION_POSTED,
    Stage.NOT_REVOKED_TO_TELL,
)
"""While nothing was served by which the status ended."""
REVOKED = (Stage.DEPARTURE_PERIOD, Stage.STAYING_ON)
"""The status has ended, and the person has neither left nor been considered."""


class Found(CaseState):
    """What was found for a ground, without the reasons."""

    ground: StatusGround
    means_found: bool | None = None
    later_permission: bool | None = None
    table_one: bool | None = None
    does_its_activity: bool | None = None
    does_other_activity: bool | None = None
    highly_skilled_two: bool = False
    spouse_only: bool | None = None
    mid_to_long_term: bool | None = None
    counts_from: date | None = None
    notified_on: date | None = None
    just_cause: bool | None = None

    @classmethod
    def of(cls, paper: GroundFound) -> "Found":
        """What a paper found, its reasons left in the entry."""
        return cls(**paper.model_dump(exclude={"reasons"}))

    @property
    def facts(self) -> GroundFacts:
        """As the rules ask for them."""
        return GroundFacts(**self.model_dump(exclude={"ground"}))


class State(StayingState):
    """What is kept of a status revocation."""

    grounds: tuple[StatusGround, ...]
    """As reported."""
    found: tuple[Found, ...] = ()
    notified: tuple[StatusGround, ...] = ()
    """As the notice of the hearing names them."""
    hearing_at: datetime | None = None
    new_date_untold: bool = False
    agent_asked: bool = False
    agent_leave: bool = False
    access_asked: bool = False
    revoked_for: StatusGround | None = None
    until: date | None = None
    served_at: datetime | None = None
    effect_stayed_at: datetime | None = None
    """Since when a court stays the effect of the revocation: the status is held for the time."""

    @property
    def leads_to(self) -> Ground:
        """The item of Article 24 that staying on without the status leads to."""
        return deportation_ground(self.revoked_for or self.grounds[0], with_period=self.until is not None)


class RevocationCase(StayingOn[State]):
    """A status revocation, as far as all its steps share it."""

    stages = Stage
    state_type = State

    @property
    def after_considering(self) -> CaseStage:
        """The case ends when somebody has decided about an investigation."""
        return Stage.CONCLUDED

    @property
    def of_recognised(self) -> bool:
        """Whether it is the revocation of 61-2-11."""
        return StatusGround.FRAUD_OF_RECOGNISED in self.state.grounds

    def holder(self, *, from_old_permission: bool = False) -> StatusHolder:
        """The person as the rule asks for one."""
        stays = self.position.circumstances.stays
        old = any(each.kind is GrantKind.OLD_SPECIAL_PERMISSION for each in self.position.all(Grant))
        return StatusHolder(
            holds_status=stays_in((StayKind.STATUS_OF_RESIDENCE,), stays, self.at),
            recognised=bool(self.position.all(RecognitionOnFile)),
            old_special_permission=old or from_old_permission,
        )

    def require_inquirer(self) -> None:
        """Refuse anybody but a refugee inquirer where the person is recognised (61-2-11(2))."""
        is_inquirer = Role.REFUGEE_INQUIRER in self.decider.roles
        self.require(is_inquirer or not self.of_recognised, reason.INQUIRER_ONLY)

    def appoint_again(self, hearing_at: datetime) -> None:
        """Fix the date on which the hearing is held, or goes on."""
        self.require(hearing_at > self.at, reason.HEARING_IS_PAST)
        self.update(hearing_at=hearing_at)
        self.discharge(DECIDE_NEW_DATE, HOLD_STATUS_HEARING)
        self.owe(HOLD_STATUS_HEARING, due=legal_day(hearing_at))
        self.record(StatusHearingAppointed(hearing_at=hearing_at))

    def ground_is_there(self, ground: StatusGround) -> Finding[Answer]:
        """Whether a ground is there, on what was found for it."""
        found = next((each for each in self.state.found if each.ground is ground), None)
        if found is None:
            return Finding(Answer.UNKNOWN, (reason.FACTS_NOT_FOUND,))
        return ground_applies(ground, found.facts, self.today)

    @property
    def revocation_paper(self) -> NoticeKind:
        """The form of the notice: with a period for leaving, or without one."""
        return REVOCATION_NOTICE if self.state.until is None else REVOCATION_WITH_PERIOD

    def require_last_day(self, served_on: date, until: date) -> None:
        """Refuse a last day for leaving that the law does not allow for a service on a day, or that leaves no time."""
        self.require(until > served_on, reason.LAST_DAY_PASSED)
        self.designate(DEPARTURE_AFTER_REVOCATION, served_on, until)

    def takes_effect(self, served_on: date) -> None:
        """The notice of revocation is served: the status has ended, and the period for leaving runs if there is one.

        Args:
            served_on: the legal day of service, from which the period counts; of a public notice its fourteenth.
        """
        until = self.state.until
        if until is not None:
            self.require_last_day(served_on, until)
        self.update(served_at=self.at)
        self.served(self.revocation_paper, served_on)
        self.discharge(SERVE_REVOCATION)
        self.record(StatusRevoked(until=until))
        self.record(StayRecorded(status_less=True))
        if until is not None:
            self.start(DEPARTURE_AFTER_REVOCATION, on=served_on, until=until)
            self.enter(Stage.DEPARTURE_PERIOD)
        else:
            self._has_arisen()
            self.enter(Stage.STAYING_ON)
        self.follow_the_court()

    def _has_arisen(self) -> None:
        arisen = self.state.leads_to
        self.stays_on(arisen, legal_day(self.at), offence_of(arisen))

    def follow_the_court(self) -> None:
        """See whether a court stays the effect of the revocation now; what it says holds from now on."""
        stayed = is_stayed(self.position.all(EffectStayed), self.case_id, Attacked.STATUS_REVOCATION)
        if self.state.served_at is None or stayed is (self.state.effect_stayed_at is not None):
            return
        if self.case.stage is Stage.ANNULLED:
            return
        self.update(effect_stayed_at=self.at if stayed else None)
        if stayed:
            self._stand_still()
        else:
            self._go_on()
        known = self.position.circumstances
        if known.left_on is None and known.died_on is None:
            self.record(StayRecorded(status_less=not stays_as(WITH_STATUS, known.stays or (), self.at)))

    def _stand_still(self) -> None:
        """The status is held for the time: the period keeps the days that are left, and nothing is to be considered."""
        self.record(RevocationStayed())
        if self.case.stage in REVOKED:
            self.suspend(DEPARTURE_AFTER_REVOCATION)
            self.discharge(CONSIDER_INVESTIGATION)
            self.enter(Stage.EFFECT_STAYED)

    def _go_on(self) -> None:
        """The status has ended again: the period goes on with what was left, or what had arisen is considered."""
        self.resume(DEPARTURE_AFTER_REVOCATION)
        clock = self.case.clock(DEPARTURE_AFTER_REVOCATION)
        if clock is not None:
            self.update(until=clock.last_day)
        self.record(RevocationRevived(until=None if clock is None else clock.last_day))
        if self.case.stage is not Stage.EFFECT_STAYED:
            return
        if clock is None:
            self.owe(CONSIDER_INVESTIGATION)
        self.enter(Stage.STAYING_ON if clock is None else Stage.DEPARTURE_PERIOD)


def day_before(at: datetime) -> date:
    """The legal day that ends at an instant."""
    return legal_day(at - timedelta.resolution)
