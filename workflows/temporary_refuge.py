"""Landing for temporary refuge (一時庇護のための上陸): applied for on board, for at most six months (18-2)."""

from collections.abc import Iterable
from datetime import date, datetime

from engine.case import Case, CaseStage, stage
from engine.declaration import act, lapse, opening, upon
from engine.payload import Fact
from engine.refusal import unless
from law.citation import CO, ICRRA, ORD
from law.competence import Power
from law.death import is_alive
from law.enforcement_clocks import TEMPORARY_REFUGE
from law.facts import Ground, Stay, StayKind
from law.finding import Answer, Finding
from law.periods import end_of, legal_day
from law.stays import AwaitedGround, GivenStay
from law.temporary_refuge import (
    OFFENCE_OF_FLIGHT,
    OFFENCE_OF_STAYING,
    RefugeCondition,
    RefugeLanding,
    landing_may_be_permitted,
)
from workflows.departure_order_record import ExposedToPenalty
from workflows.effects import Departed, Died, GrantTookEffect, SpecialPermissionGranted, StayRecorded
from workflows.papers import temporary_refuge as paper
from workflows.papers import temporary_refuge_duties as owed
from workflows.papers.deportation import Reasoned
from workflows.papers.dispositions import RecognitionOnFile
from workflows.staying_on import CONSIDER_INVESTIGATION, StayingOn, StayingState

_LANDING = ICRRA("18-2(1)")
_TERMS = (ICRRA("18-2(4)"), ORD("18(5)"))
_STATUS = (ICRRA("22-3"), ICRRA("22-2(2)"))
_STATUS_POWER = (ICRRA("22-3"), ICRRA("22-2(3)"), ICRRA("20(3)"), CO("26"))


class Stage(CaseStage):
    """Where a landing for temporary refuge stands."""

    EXAMINED = stage("examined", "Applied for on board", "上陸の審査中")
    RUNNING = stage("running", "Landed, the permit is unexpired", "上陸期間中")
    STAYING_ON = stage("staying_on", "Staying beyond the permit", "上陸期間経過後の残留")
    REFUSED = stage("refused", "Landing refused", "不許可", closed=True)
    WITHDRAWN = stage("withdrawn", "Application withdrawn", "取下げ", closed=True)
    STATUS_HELD = stage("status_held", "A status was granted", "在留資格の取得", closed=True)
    CONCLUDED = stage("concluded", "Staying on considered", "検討済み", closed=True)
    OBJECT_LOST = stage("object_lost", "The person left Japan or died", "出国・死亡", closed=True)


_LANDED = (Stage.RUNNING, Stage.STAYING_ON)


class State(StayingState):
    """What is kept of a landing for temporary refuge."""

    permitted_at: datetime | None = None
    last_day: date | None = None
    conditions: tuple[RefugeCondition, ...] = ()
    status_wanted: bool = False
    long_term_wanted: bool = False
    status_granted: bool = False
    status_until: date | None = None
    ended_at: datetime | None = None
    status_since: date | None = None
    gone: bool = False


class RefugeAppliedFor(Fact):
    """Landing for temporary refuge was applied for."""


class IdentificationProvided(Fact):
    """Fingerprints and photograph were provided, as the inspector required."""


class RefugePermitted(Fact):
    """Landing for temporary refuge was permitted, and the permit handed over."""

    last_day: date


class RefugeRefused(Fact):
    """Landing for temporary refuge was not permitted."""


class StatusOfRefugeHolderMoved(Fact):
    """An application of the holder for a status was made, granted or refused."""

    step: str


class FledAgainstConditions(Fact):
    """A breach: the holder fled, against the conditions of the permit."""


def status_is_applied_for(case: "TemporaryRefuge") -> Finding[Answer]:
    """Whether an application for a status waits for its decision."""
    return unless(case.state.status_wanted, owed.NO_STATUS_APPLIED_FOR)


def status_is_granted(case: "TemporaryRefuge") -> Finding[Answer]:
    """Whether a status that was granted waits to be handed over."""
    return unless(case.state.status_granted, owed.NO_STATUS_GRANTED)


class TemporaryRefuge(StayingOn[State]):
    """Landing permitted to somebody on board who fled danger or persecution (18-2), until its end.

    Its holder is not status-less while the permit is unexpired, and is so from its end on (61-2-2(1)). Nothing revokes
    or prolongs it. Not decided here: what the person seems to have fled, and whether landing is appropriate.
    """

    en = "Landing for temporary refuge"
    ja = "一時庇護のための上陸"
    stages = Stage
    state_type = State
    duties = (owed.DECIDE_LANDING, owed.DECIDE_STATUS, owed.HAND_OVER_STATUS, CONSIDER_INVESTIGATION)
    notices = (owed.REFUGE_PERMIT,)

    @property
    def after_considering(self) -> CaseStage:
        """The case ends when somebody has decided about an investigation."""
        return Stage.CONCLUDED

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The landing as a way of staying, the status that followed it, and the ground that waits for its end."""
        state = case.state
        if state.permitted_at is None or state.last_day is None or state.gone:
            return
        bans = RefugeCondition.NO_PAID_WORK in state.conditions
        yield RefugeLanding(case.id, state.permitted_at, state.last_day, bans, state.ended_at)
        landing = Stay(StayKind.TEMPORARY_REFUGE, legal_day(state.permitted_at), state.last_day)
        yield GivenStay(case.id, landing, came_with_it=True)
        if state.status_since is not None:
            yield GivenStay(case.id, Stay(StayKind.STATUS_OF_RESIDENCE, state.status_since, state.status_until))
        if case.stage is Stage.RUNNING:
            yield AwaitedGround(case.id, Ground.VI, end_of(state.last_day))

    @opening(by=Power.RECEIVE_FILING, basis=(_LANDING, ORD("18(1)"), ORD("18(2)")), ja="一時庇護のための上陸の申請")
    def apply(self, body: paper.RefugeApplication) -> None:
        """Apply for landing for temporary refuge, on board."""
        self.begin(State(), Stage.EXAMINED)
        self.require(is_alive(self.position.circumstances))
        others = (one for one in self.position.of(type(self).__name__) if one.id != self.case_id)
        self.require(not any(one.stage in (Stage.EXAMINED, Stage.RUNNING) for one in others), owed.UNDER_WAY)
        self.require(body.on_board, owed.NOT_ON_BOARD)
        self.require(body.form_6 and body.form_26_2, owed.FORMS_MISSING)
        self.owe(owed.DECIDE_LANDING)
        self.record(RefugeAppliedFor())

    @act(
        by=Power.PERMIT_TEMPORARY_REFUGE,
        at=Stage.EXAMINED,
        basis=(ICRRA("18-2(2)"), ORD("18(3)")),
        ja="個人識別情報の提供",
    )
    def take_identification(self, body: paper.IdentificationTaken) -> None:
        """Record fingerprints and photograph, which the inspector may require for the examination."""
        self.record(IdentificationProvided())

    @act(
        by=Power.PERMIT_TEMPORARY_REFUGE,
        at=Stage.EXAMINED,
        basis=(_LANDING, ICRRA("18-2(3)"), *_TERMS),
        ja="一時庇護のための上陸の許可及び許可書の交付",
    )
    def permit(self, body: paper.RefugePermit) -> None:
        """Permit the landing and hand over the permit; from now the person stays under it."""
        self.require(landing_may_be_permitted(body.limb, appropriate=body.appropriate, on=self.today))
        self.start(TEMPORARY_REFUGE, on=self.today, until=body.last_day)
        self.update(permitted_at=self.at, last_day=body.last_day, conditions=tuple(sorted(body.conditions)))
        self.serve(owed.REFUGE_PERMIT)
        self.served(owed.REFUGE_PERMIT, self.today)
        self.discharge(owed.DECIDE_LANDING)
        self.record(RefugePermitted(last_day=body.last_day))
        self.record(StayRecorded(status_less=False))
        self.enter(Stage.RUNNING)

    @act(by=Power.PERMIT_TEMPORARY_REFUGE, at=Stage.EXAMINED, basis=_LANDING, ja="一時庇護のための上陸の不許可")
    def refuse(self, body: Reasoned) -> None:
        """Refuse the landing; the law asks for no paper, the register keeps the reasons."""
        self.record(RefugeRefused())
        self.enter(Stage.REFUSED)

    @act(by=Power.RECEIVE_FILING, at=Stage.EXAMINED, basis=_LANDING, ja="申請の取下げの受理")
    def withdraw(self) -> None:
        """Receive word that the application is withdrawn."""
        self.enter(Stage.WITHDRAWN)

    @act(by=Power.RECEIVE_FILING, at=Stage.RUNNING, basis=_STATUS, ja="在留資格の取得の申請の受理")
    def apply_for_status(self, body: paper.StatusWanted) -> None:
        """Receive an application for a status of residence, within the period of the permit."""
        self.require(not self.state.status_wanted and not self.state.status_granted, owed.STATUS_APPLIED_FOR)
        self.update(status_wanted=True, long_term_wanted=body.long_term_resident)
        self.owe(owed.DECIDE_STATUS, due=self.state.last_day)
        self.record(StatusOfRefugeHolderMoved(step="applied_for"))

    @act(
        by=Power.GRANT_STATUS_TO_REFUGE_HOLDER,
        at=_LANDED,
        basis=_STATUS_POWER,
        when=(status_is_applied_for,),
        ja="在留資格の取得の許可",
    )
    def grant_status(self, body: paper.StatusGiven) -> None:
        """Grant the status; it takes effect with the hand-over. Nothing ends an application that was made in time."""
        self.require(body.until is None or body.until >= self.today, owed.STATUS_ENDS_EARLY)
        self.update(status_wanted=False, status_granted=True, status_until=body.until)
        self.discharge(owed.DECIDE_STATUS)
        self.owe(owed.HAND_OVER_STATUS)
        self.record(StatusOfRefugeHolderMoved(step="granted"))

    @act(
        by=Power.GRANT_STATUS_TO_REFUGE_HOLDER,
        at=_LANDED,
        basis=(*_STATUS_POWER, ICRRA("61-2-3")),
        when=(status_is_applied_for,),
        ja="在留資格の取得の不許可",
    )
    def refuse_status(self, body: Reasoned) -> None:
        """Refuse the status; the permit runs on to its last day."""
        recognised = bool(self.position.all(RecognitionOnFile))
        self.require(not (recognised and self.state.long_term_wanted), owed.SHALL_BE_GRANTED)
        self.update(status_wanted=False, long_term_wanted=False)
        self.discharge(owed.DECIDE_STATUS)
        self.record(StatusOfRefugeHolderMoved(step="refused"))

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        at=_LANDED,
        basis=(ICRRA("22-2(3)"), ICRRA("20(4)"), ICRRA("20(5)")),
        when=(status_is_granted,),
        ja="在留カード等の交付",
    )
    def hand_over_status(self) -> None:
        """Hand over the card or certificate: the status takes effect, and temporary refuge is over."""
        self.require(self.state.status_until is None or self.state.status_until >= self.today, owed.STATUS_ENDS_EARLY)
        self.update(status_granted=False, status_since=self.today, ended_at=self.at)
        self.record(StayRecorded(status_less=False))
        self.enter(Stage.STATUS_HELD)

    @act(
        by=Power.INVESTIGATE_VIOLATION,
        at=Stage.RUNNING,
        basis=(ICRRA("72(ii)"), ICRRA("18-2(4)")),
        ja="条件に違反する逃亡の記録",
    )
    def record_flight(self, body: paper.Flight) -> None:
        """Record that the holder fled against the conditions; the permit runs on, nothing revokes it."""
        self.require_past(body.found_on, not_before=legal_day(self.state.permitted_at or self.at))
        self.require(bool(self.state.conditions), owed.NO_CONDITIONS)
        self.record(FledAgainstConditions())
        self.record(ExposedToPenalty(article=OFFENCE_OF_FLIGHT))

    @lapse(TEMPORARY_REFUGE, basis=(ICRRA("24(vi)"), ICRRA("70(1)(vii)"), ICRRA("61-2-2(1)")))
    def runs_out(self) -> None:
        """The permit has expired: the person is status-less, and staying on falls under 24(vi)."""
        self.update(ended_at=self.at)
        self.record(StayRecorded(status_less=True))
        self.stays_on(Ground.VI, self.today, OFFENCE_OF_STAYING)
        self.enter(Stage.STAYING_ON)

    @upon(GrantTookEffect, basis=(ICRRA("61-2-2(4)"), ICRRA("61-2-9(1)")))
    def status_took_effect(self, fact: GrantTookEffect) -> None:
        """A status was granted in another case."""
        self._status_is_held()

    @upon(SpecialPermissionGranted, basis=ICRRA("50(1)"))
    def special_permission_was_granted(self, fact: SpecialPermissionGranted) -> None:
        """Special permission to stay was granted."""
        self._status_is_held()

    def _status_is_held(self) -> None:
        if self.case.stage in _LANDED:
            self.update(ended_at=self.state.ended_at or self.at)
            self.enter(Stage.STATUS_HELD)

    @upon(Departed, basis=(ICRRA("18-2(1)"), ICRRA("24(vi)")))
    def person_has_left(self, fact: Departed) -> None:
        """The person left Japan: the permit has no object any more."""
        self._lose_object()

    @upon(Died, basis=_LANDING)
    def person_has_died(self, fact: Died) -> None:
        """The person died: all ends."""
        self._lose_object()

    def _lose_object(self) -> None:
        self.update(gone=True, ended_at=self.state.ended_at or self.at)
        if not self.case.stage.closed:
            self.enter(Stage.OBJECT_LOST)
