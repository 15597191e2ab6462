"""What a court annuls in a deportation case: the finding, the decision after the hearing, that on the objection."""

from engine.declaration import act
from law.citation import ACLA
from law.clocks import HEARING_REQUEST, OBJECTION, SPECIAL_PERMISSION_WINDOW
from law.competence import Power
from law.facts import Circumstances
from law.periods import legal_day
from workflows.deportation_case import Stage
from workflows.deportation_permission import PermissionAwaited
from workflows.deportation_record import DecisionAnnulled
from workflows.effects import DecisionsFell, DeportationOrderWithdrawn
from workflows.papers.deportation import AnnulledDecision, Instance
from workflows.papers.deportation_duties import (
    CERTIFICATE_OF_RELEASE,
    DECIDE_OBJECTION,
    DUTIES,
    EXAMINE,
    HOLD_HEARING,
    NOTICES,
    WEIGH_GROUND,
)
from workflows.papers.judgment import require_final
from workflows.papers.standstill import NOTHING_THERE

_PERIODS = (HEARING_REQUEST, OBJECTION, SPECIAL_PERMISSION_WINDOW)
_AFTER_HEARING = (
    Stage.DECIDED,
    Stage.OPEN_TO_OBJECTION,
    Stage.SILENT_ON_DECISION,
    Stage.OBJECTED,
    Stage.FORWARDED,
    Stage.DISMISSED,
    Stage.WINDOW,
    Stage.ORDER_HELD,
    Stage.ORDER_DUE,
    Stage.ORDERED,
    Stage.ORDER_WITHDRAWN,
)
_AFTER_FINDING = (Stage.FOUND, Stage.OPEN_TO_HEARING, Stage.SILENT_ON_FINDING, Stage.HEARING, *_AFTER_HEARING)
_TO_DO = {
    Instance.EXAMINATION: (Stage.UNDER_EXAMINATION, EXAMINE),
    Instance.HEARING: (Stage.HEARING, HOLD_HEARING),
    Instance.OBJECTION: (Stage.FORWARDED, DECIDE_OBJECTION),
}


class Annulments(PermissionAwaited):
    """A decision that was annulled never was, nor what rests on it: later instances, acceptance, the order (47(5), 51).

    A refusal of special permission rests on the end of the instances (50(4)): its application is undecided again.
    """

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=_AFTER_FINDING,
        basis=(ACLA("3(3)"), ACLA("32(1)"), ACLA("33(1)"), ACLA("33(2)")),
        ja="認定・判定・裁決の取消判決の記録",
    )
    def record_decision_annulled(self, body: AnnulledDecision) -> None:
        """Record that a court annulled a finding, the decision after the hearing or that on the objection."""
        require_final(self, body, not_before=legal_day(self.case.opened_at))
        self.require(self.decision_stands(body.instance), NOTHING_THERE)
        self.record(DecisionAnnulled(instance=body.instance.value))
        if self.case.stage is Stage.ORDERED:
            self.record(DeportationOrderWithdrawn())
        if self._may_return():
            self.take_up_again(body.instance, hearing_stands=body.hearing_stands)
        else:
            self.forget_what_followed()
            self.enter(Stage.GRANT_BARS if self.is_barred() else Stage.ORDER_WITHDRAWN)

    def decision_stands(self, instance: Instance) -> bool:
        """Whether an instance decided against the person, and that decision stands."""
        state, stage = self.state, self.case.stage
        if instance is Instance.EXAMINATION:
            return state.ground is not None and stage in _AFTER_FINDING
        if instance is Instance.HEARING:
            return state.hearing_held_at is not None and stage in _AFTER_HEARING
        return stage is Stage.DISMISSED or state.result_told_at is not None

    def take_up_again(self, instance: Instance, *, hearing_stands: bool = False) -> None:
        """Go back to the stage in which an instance decides, with what is owed there."""
        self.require(self.decision_stands(instance), NOTHING_THERE)
        self.forget_what_followed()
        if instance is Instance.EXAMINATION:
            self.update(inspector="", ground=None, finding_received_at=None)
        if instance is not Instance.OBJECTION:
            self.update(hearing_officer="")
            if instance is Instance.EXAMINATION or not hearing_stands:
                self.update(hearing_appointed_for=None, hearing_held_at=None)
        stage, duty = _TO_DO[instance]
        self.enter(stage)
        self.owe(duty)

    def forget_what_followed(self) -> None:
        """Undo what rests on a decision: acceptance, silence, waiver, result, order; their periods and papers."""
        self.update(
            made_at=None,
            result_told_at=None,
            silent_since=None,
            acceptance=None,
            waiver_signed_at=None,
            late_application_admitted=None,
            ordered_at=None,
            shown_at=None,
            withdrawn_at=None,
            order_in_doubt=False,
        )
        for rule in _PERIODS:
            self.stop(rule)
        self.discharge(*(duty for duty in DUTIES if duty is not WEIGH_GROUND))
        for notice in NOTICES:
            if notice is not CERTIFICATE_OF_RELEASE:
                self.withdraw_notice(notice)
        self.record(DecisionsFell(deportation=self.case_id))

    def _may_return(self) -> bool:
        """Whether the case can be taken up again: in Japan, not barred, and not pursued in another case since."""
        last_known = self.position.all(Circumstances)[-1:]
        in_japan = all(one.left_on is None and one.died_on is None for one in last_known)
        if not self.case.stage.closed:
            return not self.is_barred()
        return in_japan and not self.is_barred() and not self._is_pursued_elsewhere()

    def _is_pursued_elsewhere(self) -> bool:
        own = {each.ground for each in self.state.grounds}
        others = [one for one in self.position.of(type(self).__name__) if one.id != self.case_id]
        return any(not one.stage.closed and own & {each.ground for each in one.state.grounds} for one in others)
