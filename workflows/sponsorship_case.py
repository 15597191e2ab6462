"""What every step of Sponsorship shares: stages, state, and how it takes hold, ends and is wound up."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from engine.case import Case, CaseStage, stage
from engine.payload import CaseState
from engine.procedure import Procedure
from engine.refusal import Defect, unless
from law import deportation_reasons as reason
from law.custody import DETAINED, Paragraph, Sponsored
from law.custody_clocks import DEPOSIT_DATE, NOTIFICATION, SPONSOR_NOTIFICATION, SPONSOR_REPORT, SPONSOR_VACANCY
from law.deposit import Deposit
from law.detention import TitleEnd
from law.detention_days import DetentionKept
from law.detention_review import DeparturePlan, plan_is_missing
from law.finding import Answer, Finding
from law.sponsorship import Condition, Route, may_be_placed_unpaid
from law.sponsorship_duties import Filer, Matter
from law.sponsorship_end import Ground
from law.supervision import Supervision
from workflows.custody_effects import SponsorshipEnd, SponsorshipEnded, SponsorshipPlaced
from workflows.papers.detention_review import PlanOccasion, PlanOwed
from workflows.papers.sponsor import SponsorKind
from workflows.papers.sponsorship_duties import (
    DESIGNATE_NOTIFICATION,
    DUTIES,
    END_FOR_STATUS,
    END_TO_PERSON,
    END_TO_SPONSOR,
    NOTICES,
    NOTIFICATION_PAPER,
    RETURN_DEPOSIT,
    REVOKE,
    TELL_PERSON,
    TELL_SPONSOR,
)

_CLOCKS = (DEPOSIT_DATE, NOTIFICATION, SPONSOR_NOTIFICATION, SPONSOR_REPORT, SPONSOR_VACANCY)


class Stage(CaseStage):
    """Where Sponsorship stands."""

    CONSIDERED = stage("considered", "Under consideration", "検討中")
    REFUSED = stage("refused", "Refused, notice to be served", "不決定（通知前）")
    AWAITS_DEPOSIT = stage(
        "awaits_deposit",
        "Decided, release waits for the deposit",
        "決定済み（保証金納付待ち）",
        quiet="the deposit has no due date: in detention the days run on, and out of it a person decided to wait",
    )
    IN_FORCE = stage("in_force", "In force", "監理措置中")
    REVOKED = stage("revoked", "Revoked, to be wound up", "取消し（事後処理中）")
    LAPSED = stage("lapsed", "Lapsed or without object, to be wound up", "失効等（事後処理中）")
    NOT_DECIDED = stage("not_decided", "Not decided", "監理措置決定なし", closed=True)
    ENDED = stage("ended", "Ended and wound up", "終了", closed=True)


DECIDED = (Stage.AWAITS_DEPOSIT, Stage.IN_FORCE)
"""A decision stands."""
OPEN = (Stage.CONSIDERED, *DECIDED)
"""The question is put, or its answer stands."""
OVER = (Stage.REVOKED, Stage.LAPSED)
"""The decision stands no more, and something is left to be done."""


class Gone(StrEnum):
    """Why a Sponsor falls away."""

    CANCELLED = "cancelled"
    RESIGNED = "resigned"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class Sponsor:
    """The Sponsor, by an opaque reference; `last_day` where he, she or it falls away."""

    reference: str
    kind: SponsorKind
    gone: Gone | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A matter of which the Sponsor must notify, and from which day the seven days run."""

    matter: Matter
    since: date


class State(CaseState):
    """What is kept of Sponsorship."""

    route: Route
    asked_by: Filer | None = None
    refused_in_writing: bool | None = None
    """How a request was refused; None where it was not."""
    paragraph: Paragraph | None = None
    decided_at: datetime | None = None
    placed_at: datetime | None = None
    waited_for_deposit: bool = False
    placed_unpaid: bool = False
    sponsor: Sponsor | None = None
    conditions: frozenset[Condition] = frozenset()
    deposit: Deposit | None = None
    notified_on: date | None = None
    """The day of placement, or of the last notification: the three months run from it."""
    notify_by: date | None = None
    summoned_for: datetime | None = None
    noted: tuple[Noted, ...] = ()
    missed: frozenset[Matter] = frozenset()
    """Matters whose seven days passed in silence."""
    report_asked_by: date | None = None
    owed: frozenset[Ground] = frozenset()
    """Mandatory grounds of revocation that have come true."""
    revoked_on: frozenset[Ground] = frozenset()
    ended_at: datetime | None = None
    end: SponsorshipEnd | None = None


class SponsorshipCase(Procedure[State]):
    """A Sponsorship, as far as all its steps share it."""

    stages = Stage
    state_type = State

    @property
    def before_order(self) -> bool:
        """Whether it is, or would be, Sponsorship before the deportation order."""
        paragraph = self.state.paragraph
        return paragraph.before_order if paragraph else not has_an_order(self)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph of the decision; asked only where a decision stands or stood."""
        if self.state.paragraph is None:
            raise Defect("sponsorship_not_decided", self.case_id)
        return self.state.paragraph

    def place(self) -> None:
        """Sponsorship takes hold: a detainee is released at once, and the first notification is due by its day."""
        self.update(placed_at=self.at, notified_on=self.today)
        self.record(SponsorshipPlaced(sponsorship=self.case_id, paragraph=self.paragraph))
        self.enter(Stage.IN_FORCE)
        self._owe_plan()
        until = self.state.notify_by
        self.update(notify_by=None)
        if until is not None and until >= self.today:
            self.await_notification(until)
        else:
            self.owe(DESIGNATE_NOTIFICATION)

    def _owe_plan(self) -> None:
        """Whoever has an order and is not detained under it gets a departure plan all the same (52-8(1)(ii))."""
        order = self.position.order_in_force(self.at)
        planned = any(not case.stage.closed for case in self.position.of("DetentionReview"))
        if order is None or planned or self.position.custody in DETAINED:
            return
        if plan_is_missing(self.position.all(DeparturePlan), order):
            self.open("DetentionReview", "begin_plan", PlanOwed(occasion=PlanOccasion.SPONSORSHIP))

    def await_notification(self, until: date) -> None:
        """Wait for the next notification until a day within three months of placement or of the last one."""
        self.stop(NOTIFICATION)
        self.start(NOTIFICATION, on=self.state.notified_on or self.today, until=until)
        self.update(notify_by=until)
        self.discharge(DESIGNATE_NOTIFICATION)
        self.withdraw_notice(NOTIFICATION_PAPER)
        self.serve(NOTIFICATION_PAPER)

    def finish(self, end: SponsorshipEnd) -> None:
        """The decision stands no more: what hung on it ends in the same instant."""
        self.stand_still()
        for notice in NOTICES:
            self.withdraw_notice(notice)
        self.update(ended_at=self.at, end=end)
        self.record(SponsorshipEnded(sponsorship=self.case_id, paragraph=self.paragraph, end=end))

    def stand_still(self) -> None:
        """Nothing is asked of the person or the Sponsor any more, and no step against the person is owed."""
        self.discharge(*(duty for duty in DUTIES if duty is not RETURN_DEPOSIT))
        for rule in _CLOCKS:
            self.stop(rule)

    def owe_telling(self, *, person: bool) -> None:
        """The person, where he or she can still be told, and the Sponsor are to be told of the end."""
        if person:
            self.serve(END_TO_PERSON)
            self.owe(TELL_PERSON)
        sponsor = self.state.sponsor
        if sponsor is not None and sponsor.gone is not Gone.DIED:
            self.serve(END_TO_SPONSOR)
            self.owe(TELL_SPONSOR)

    def owe_return(self) -> None:
        """What is held of the deposit is to go back to who paid it."""
        if self.state.deposit is not None and self.state.deposit.held > 0:
            self.owe(RETURN_DEPOSIT)

    def wind_up(self) -> None:
        """Close the case when its end has left nothing to be done; a contested entry is resolved after that too."""
        if self.state.ended_at is not None and not self.owes(*DUTIES):
            self.enter(Stage.ENDED)

    def other_decision_stands(self) -> bool:
        """Whether another Sponsorship of the person is decided and has not ended."""
        return any(each.ended_at is None and each.case != self.case_id for each in self.position.all(Sponsored))


def no_status_took_effect(case: SponsorshipCase) -> Finding[Answer]:
    """Whether no grant of status waits for the recorded end of Sponsorship: after one no step is taken (61-2-9(1))."""
    return unless(not case.owes(END_FOR_STATUS), reason.GRANT_BARS)


def may_go_on(case: SponsorshipCase) -> Finding[Answer]:
    """Whether a step may be taken: none after a grant, and before the order none under provisional stay (61-2-9)."""
    if case.owes(END_FOR_STATUS):
        return no_status_took_effect(case)
    stays = case.position.provisional_stay_running(case.at)
    return unless(stays is None or not case.before_order, reason.PROVISIONAL_STAY_RUNNING)


def has_an_order(case: SponsorshipCase) -> bool:
    """Whether a deportation order is in force, or the person's custody rests on one whose case is not on file."""
    rests_on_order = any(kept.ordered for kept in case.position.all(DetentionKept))
    return rests_on_order or case.position.order_in_force(case.at) is not None


def release_is_owed(case: SponsorshipCase) -> bool:
    """Whether the person is still held though nothing carries the detention: release is owed at once."""
    held = case.position.custody_held
    return held is not None and held.custody in DETAINED and held.title is None


def time_was_used_up(case: SponsorshipCase) -> bool:
    """Whether it is on record that the person was released because the time of detention ran out."""
    ended = (kept.title_ended for kept in case.position.all(DetentionKept) if kept.custody not in DETAINED)
    return TitleEnd.TIME_USED_UP in ended


def may_take_hold_unpaid(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the decision may take hold though its deposit is unpaid (A-34)."""
    return may_be_placed_unpaid(
        case.position.custody, release_owed=release_is_owed(case), time_used_up=time_was_used_up(case)
    )


def terms_of(case: Case[State], paragraph: Paragraph, decided_at: datetime) -> Supervision:
    """A decided Sponsorship with its terms."""
    state = case.state
    return Supervision(
        case.id,
        paragraph,
        sponsor=state.sponsor is not None,
        conditions=state.conditions,
        deposit=state.deposit,
        decided_at=decided_at,
        placed_at=state.placed_at,
        ended_at=state.ended_at,
        notified_on=state.notified_on,
        notify_by=state.notify_by,
        owed=state.owed,
        revocation_due=case.owes(REVOKE),
        revoked_on=state.revoked_on,
        waited_for_deposit=state.waited_for_deposit,
        placed_unpaid=state.placed_unpaid,
    )
