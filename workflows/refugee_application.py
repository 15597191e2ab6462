"""Recognition as a refugee or for complementary protection (61-2): the application, its examination, the decision."""

from collections.abc import Iterable
from typing import Any

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.refusal import unless
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.death import is_alive
from law.facts import Application, ApplicationKind, Ending, Material
from law.finding import Answer, Finding
from law.policies import cite
from law.recognition import decision_is_complete
from law.regimes import COMPLEMENTARY_PROTECTION_FROM
from law.suspension import must_be_told_of_exceptions
from workflows.application_annulment import ApplicationAnnulments
from workflows.application_state import Stage, State, laid_before
from workflows.effects import ApplicationFiled, ProvisionalStayDelivered, StayExamined, StayRecorded
from workflows.papers import application as paper
from workflows.papers import application_duties as owed
from workflows.papers.dispositions import UnservedDecision
from workflows.papers.old_permission import require_examined
from workflows.papers.service import REMEDY_NOT_INSTRUCTED
from workflows.papers.status import OldPermissionGranted

_LIVE = tuple(stage for stage in Stage if not stage.closed)
_WEIGHABLE = (*_LIVE, Stage.FINALLY_REFUSED)
_WITHDRAWABLE = (Stage.EXAMINATION, Stage.REFUSAL_TO_BE_SERVED)


def _commission_was_asked(case: Any) -> Finding[Answer]:  # noqa: ANN401  (the procedure's own view)
    return unless(case.state.commission_asked_on is not None, owed.COMMISSION_NOT_ASKED)


def _no_withdrawal_is_open(case: Any) -> Finding[Answer]:  # noqa: ANN401
    return unless(not case.state.withdrawal_open, owed.WITHDRAWAL_OPEN)


def _no_decision_on_inaction_waits(case: Any) -> Finding[Answer]:  # noqa: ANN401
    waits = any(one.case == case.case_id for one in case.position.all(UnservedDecision))
    return unless(not waits, owed.DECISION_ON_INACTION_WAITS)


class RefugeeApplication(ApplicationAnnulments):
    """Recognition as a refugee or for complementary protection (61-2), until it is final.

    Not decided here: who is a refugee; whether material shows sufficient ground; whether a withdrawal is voluntary.
    """

    en = "Application for recognition"
    ja = "難民認定等の申請"
    stages = Stage
    state_type = State
    duties = (
        owed.DECIDE,
        owed.ASK_COMMISSION,
        owed.ASK_FOR_PAPERS,
        owed.TELL_EXCEPTIONS,
        owed.EXAMINE_STAY,
        owed.JUDGE_MATERIAL,
        owed.CONSIDER_LATER_MATERIAL,
        owed.WEIGH_WITHDRAWAL,
        owed.DELIVER_REFUSAL,
        owed.UNDELIVERED_REFUSAL,
    )
    notices = (owed.REFUSAL_OF_REFUGEE, owed.REFUSAL_OF_PROTECTION)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The application, the recognition that stands, and what a review can attack."""
        return laid_before(case)

    @opening(by=Power.RECEIVE_FILING, basis=(ICRRA("61-2(1)"), ICRRA("61-2(2)"), ORD("55")), ja="難民認定等の申請")
    def file_application(self, body: paper.FiledApplication) -> None:
        """Apply for recognition as a refugee or for complementary protection."""
        known = self.position.circumstances
        self.require(is_alive(known))
        self.require(known.left_on is None, owed.LEFT_JAPAN)
        in_law = body.kind is ApplicationKind.REFUGEE or self.today >= COMPLEMENTARY_PROTECTION_FROM
        self.require(in_law, owed.NO_PROTECTION_YET)
        by_applicant = body.filed_by is paper.FiledBy.APPLICANT
        self.require(by_applicant or body.prevented_because is not None, owed.REASON_FOR_RELATIVE)
        material = Material.UNDECIDED if body.material_came_with_it else Material.NONE
        self.begin(State(kind=body.kind, filed_at=self.at, material=material), Stage.EXAMINATION)
        self.owe(owed.DECIDE)
        self.owe(owed.ASK_COMMISSION)
        if body.missing:
            self.owe(owed.ASK_FOR_PAPERS)
        if self._may_hold_provisional_stay():
            self.owe(owed.EXAMINE_STAY)
        if self._must_be_told():
            self.owe(owed.TELL_EXCEPTIONS)
            if body.material_came_with_it:
                self.owe(owed.JUDGE_MATERIAL)
        self.record(ApplicationFiled(application=self.case_id, kind=body.kind))

    @act(by=Power.RECEIVE_FILING, at=_LIVE, basis=(ORD("55(1)"), ORD("55(3)"), ORD("62")), ja="不足書類の提出")
    def complete_papers(self, body: paper.PapersCompleted) -> None:
        """Receive the papers that were missing."""
        self.require_past(body.completed_on)
        self.discharge(owed.ASK_FOR_PAPERS)
        self.record(paper.ExaminationStep(step="papers_completed"))

    @act(by=Power.RECEIVE_FILING, at=_LIVE, basis=(SUPPL("15(3)"), SUPPL("15(4)")), ja="送還停止効の例外の告知")
    def tell_exceptions(self, body: paper.ExceptionsTold) -> None:
        """Tell the applicant of the exceptions to the stop of removal."""
        self.require_past(body.told_on)
        self.discharge(owed.TELL_EXCEPTIONS)
        self.record(paper.ExaminationStep(step="exceptions_told"))

    @act(by=Power.RECEIVE_FILING, at=_LIVE, basis=(ICRRA("61-2(1)"), cite("A-12")), ja="追加資料の提出")
    def hand_in_material(self, body: paper.MaterialHandedIn) -> None:
        """Receive material that came after the application."""
        self.update(later_material=True)
        self.owe(owed.CONSIDER_LATER_MATERIAL)
        self.record(paper.ExaminationStep(step="later_material"))

    @act(by=Power.DECIDE_MATERIAL, at=_LIVE, basis=cite("A-12"), ja="追加資料の検討")
    def consider_later_material(self, body: paper.LaterMaterialConsidered) -> None:
        """Look at material that came later; by the words of the Act it does not change the stop of removal."""
        self.require(self.state.later_material, owed.NO_LATER_MATERIAL)
        self.update(later_material=False)
        self.discharge(owed.CONSIDER_LATER_MATERIAL)
        self.record(paper.ExaminationStep(step="later_material_considered"))

    @act(by=Power.DECIDE_MATERIAL, at=_LIVE, basis=(ICRRA("61-2-9(4)(i)"), cite("A-11")), ja="資料の判断")
    def judge_material(self, body: paper.MaterialJudgement) -> None:
        """Judge whether the material that came with the application shows sufficient ground."""
        self.require(self.state.material is not Material.NONE, owed.NO_MATERIAL)
        material = Material.SUFFICIENT if body.sufficient else Material.INSUFFICIENT
        self.update(material=material)
        self.discharge(owed.JUDGE_MATERIAL)
        self.record(paper.MaterialJudged(material=material))

    @act(
        by=Power.INTERVIEW_APPLICANT,
        at=Stage.EXAMINATION,
        basis=(ICRRA("61-2-17(3)"), ICRRA("61-2-17(4)"), ORD("59-2")),
        ja="申請者に対する質問",
    )
    def interview(self, body: paper.Interview) -> None:
        """Question the applicant with the care that his or her condition asks for."""
        self.require_past(body.held_on)
        self.require(body.record_made, owed.NO_RECORD_MADE)
        self.record(paper.ExaminationStep(step="interviewed"))

    @act(
        by=Power.INQUIRE_PUBLIC_SAFETY_COMMISSION, at=Stage.EXAMINATION, basis=ORD("55(6)"), ja="国家公安委員会への照会"
    )
    def ask_commission(self, body: paper.CommissionAsked) -> None:
        """Ask the National Public Safety Commission about serious non-political crime."""
        self.require_past(body.asked_on)
        self.update(commission_asked_on=body.asked_on)
        self.discharge(owed.ASK_COMMISSION)
        self.record(paper.ExaminationStep(step="commission_asked"))

    @act(
        by=Power.INVESTIGATE_RECOGNITION,
        at=Stage.EXAMINATION,
        basis=ORD("55(6)"),
        when=(_commission_was_asked,),
        ja="国家公安委員会の回答",
    )
    def record_commission_answer(self, body: paper.CommissionAnswered) -> None:
        """Record the answer of the National Public Safety Commission."""
        self.require_past(body.answered_on, not_before=self.state.commission_asked_on)
        self.update(commission_answered_on=body.answered_on)
        self.record(paper.ExaminationStep(step="commission_answered"))

    @act(
        by=Power.DECIDE_RECOGNITION,
        at=Stage.EXAMINATION,
        basis=tuple(ICRRA(f"61-2({paragraph})") for paragraph in range(1, 6)),
        when=(_commission_was_asked, _no_withdrawal_is_open, _no_decision_on_inaction_waits),
        ja="難民認定等の処分",
    )
    def decide(self, decision: paper.RecognitionDecision) -> None:
        """Recognise, or refuse in writing with reasons."""
        assessed, written = decision.protection_assessment is not None, decision.reasons is not None
        kind, outcome = self.state.kind, decision.outcome
        self.require(
            decision_is_complete(kind, outcome, cp_assessed=assessed, reasons_in_writing=written, on=self.today)
        )
        if outcome in paper.REFUSED_OUTCOMES:
            self._require_refusal_is_whole(decision)
        self.update(outcome=outcome, decided_on=self.today, refusal_received_on=None)
        self.discharge(owed.DECIDE)
        self.record(paper.ApplicationDecided(outcome=outcome))
        if outcome in paper.RECOGNISED_AS:
            self._recognise(paper.RECOGNISED_AS[outcome])
        if outcome in paper.REFUSED_OUTCOMES:
            self._deliver_refusal()
        else:
            self._settle()
        if decision.old_special_permission is paper.OldPermission.GRANTED:
            self.open("StatusGrant", "take_up_old_permission", OldPermissionGranted(application=self.case_id))

    @act(
        by=Power.RECEIVE_FILING, at=_WITHDRAWABLE, basis=(ICRRA("61-2-4(5)(v)"), cite("A-13")), ja="申請の取下げの受理"
    )
    def receive_withdrawal(self, body: paper.WithdrawalReceived) -> None:
        """Receive a written withdrawal; it takes effect when a person has found it voluntary."""
        self.require(body.in_writing, owed.WITHDRAWAL_NOT_WRITTEN)
        self.require(not self.state.recognition_stands, owed.RECOGNISED_ALREADY)
        self.update(withdrawal_open=True)
        self.owe(owed.WEIGH_WITHDRAWAL)
        self.record(paper.ExaminationStep(step="withdrawal_received"))

    @act(
        by=Power.INTERVIEW_APPLICANT,
        at=_WEIGHABLE,
        basis=(ICRRA("61-2-4(5)(v)"), cite("A-13")),
        ja="取下げの任意性の確認",
    )
    def weigh_withdrawal(self, body: paper.WithdrawalWeighed) -> None:
        """Find out whether the withdrawal is voluntary; if it is, the application is withdrawn."""
        self.require(self.state.withdrawal_open, owed.NO_WITHDRAWAL)
        self.require(not (body.voluntary and self.state.recognition_stands), owed.RECOGNISED_ALREADY)
        self.update(withdrawal_open=False)
        self.discharge(owed.WEIGH_WITHDRAWAL)
        if body.voluntary:
            self.withdraw_notice(owed.REFUSAL_OF_REFUGEE)
            self.withdraw_notice(owed.REFUSAL_OF_PROTECTION)
            self._end(Ending.APPLICATION_WITHDRAWN)
            self.enter(Stage.WITHDRAWN)
        else:
            self.record(paper.ExaminationStep(step="withdrawal_not_voluntary"))

    @upon(ProvisionalStayDelivered, basis=ICRRA("61-2-4(2)"))
    def holds_provisional_stay(self, fact: ProvisionalStayDelivered) -> None:
        """The applicant was given provisional stay."""
        if fact.application == self.case_id:
            self.update(had_provisional_stay=True)

    @upon(StayExamined, basis=ICRRA("61-2-4(1)"))
    def stay_is_examined(self, fact: StayExamined) -> None:
        """Provisional stay became a case of its own."""
        if fact.application == self.case_id:
            self.discharge(owed.EXAMINE_STAY)

    @upon(StayRecorded, basis=ICRRA("61-2-4(1)"))
    def stay_is_on_record(self, fact: StayRecorded) -> None:
        """Who held a status when he or she applied has no question of provisional stay."""
        if self.position.status_less(self.state.filed_at).value is Answer.NO:
            self.discharge(owed.EXAMINE_STAY)

    def _may_hold_provisional_stay(self) -> bool:
        """Whether provisional stay is a question: not known to hold a status, and no order (61-2-4(1)(ix))."""
        holds_status = self.position.status_less(self.at).value is Answer.NO
        return not holds_status and self.position.order_in_force(self.at) is None

    def _must_be_told(self) -> bool:
        own = next(one for one in self.position.all(Application) if one.case == self.case_id)
        return must_be_told_of_exceptions(self.position.applicant, own).value is Answer.YES

    def _require_refusal_is_whole(self, decision: paper.RecognitionDecision) -> None:
        self.require(decision.instructs_on_review, REMEDY_NOT_INSTRUCTED)
        refusal = paper.REFUSAL_OF[decision.outcome]
        examined = decision.old_special_permission is not None
        require_examined(self.position, self.state.filed_at, self.at, refusal, examined=examined)
