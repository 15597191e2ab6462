"""The third instance: the objection to the Minister (49)."""

from engine.declaration import act, lapse
from law.citation import ICRRA, ORD
from law.clocks import OBJECTION
from law.competence import Power, instances_are_separate
from law.deportation_grounds import objection_is_in_form
from law.policies import cite
from workflows.deportation_case import REMEDIES_NOT_TOLD, DeportationCase, Stage, may_go_on
from workflows.deportation_record import Objected, ObjectionForwarded, ResultTold
from workflows.papers.deportation import Instance, Objection, ObjectionDecision, ResultNotice
from workflows.papers.deportation_duties import (
    DECIDE_OBJECTION,
    FORWARD_OBJECTION,
    RESULT_NOTICE,
    SERVE_RESULT,
    TELL_RESULT,
)


class ObjectionToMinister(DeportationCase):
    """The steps A11b to A13."""

    @act(
        by=Power.RECEIVE_FILING,
        at=Stage.OPEN_TO_OBJECTION,
        basis=(ICRRA("49(1)"), ORD("42")),
        when=(may_go_on,),
        ja="異議の申出の受理",
    )
    def object(self, body: Objection) -> None:
        """Receive a written objection to the Minister with material for a ground."""
        self.require(objection_is_in_form(written=body.written, shown=body.shown))
        self.stop(OBJECTION)
        self.owe(FORWARD_OBJECTION)
        self.record(Objected(grounds=tuple(sorted(body.shown))))
        self.enter(Stage.OBJECTED)

    @lapse(OBJECTION, basis=(ICRRA("49(1)"), ICRRA("48(9)"), cite("A-05")))
    def loses_the_objection(self) -> None:
        """Three days passed in silence: the right to object is lost, but silence is no acceptance."""
        self.fall_silent(Instance.HEARING)
        self.enter(Stage.SILENT_ON_DECISION)

    @act(
        by=Power.FORWARD_OBJECTION,
        at=Stage.OBJECTED,
        basis=ICRRA("49(2)"),
        when=(may_go_on,),
        ja="異議申出書類の提出",
    )
    def forward_objection(self) -> None:
        """Hand the records and papers to the Minister."""
        self.discharge(FORWARD_OBJECTION)
        self.owe(DECIDE_OBJECTION)
        self.record(ObjectionForwarded())
        self.enter(Stage.FORWARDED)

    @act(
        by=Power.DECIDE_OBJECTION,
        at=Stage.FORWARDED,
        basis=(ICRRA("49(3)"), ORD("43(1)")),
        when=(may_go_on,),
        ja="異議の申出に対する裁決",
    )
    def decide_objection(self, body: ObjectionDecision) -> None:
        """Decide on the objection and tell the supervising inspector."""
        self.require(instances_are_separate(self.state.inspector, self.state.hearing_officer, self.decider.id))
        self.update(assessment=body.assessment)
        self.discharge(DECIDE_OBJECTION)
        self.conclude(Instance.OBJECTION, body, self._dismiss)

    def _dismiss(self) -> None:
        self.update(made_at=self.at)
        self.owe(TELL_RESULT)
        self.enter(Stage.DISMISSED)

    @act(
        by=Power.NOTIFY_OBJECTION_RESULT,
        at=Stage.DISMISSED,
        basis=(ICRRA("49(6)"), ORD("43(2)")),
        when=(may_go_on,),
        ja="裁決結果の通知",
    )
    def tell_result(self, body: ResultNotice) -> None:
        """Tell the suspect that the objection is unfounded and that special permission may be applied for."""
        self.require(body.tells_special_permission, REMEDIES_NOT_TOLD)
        self.update(result_told_at=self.at)
        self.discharge(TELL_RESULT)
        self.withdraw_notice(RESULT_NOTICE)
        self.serve(RESULT_NOTICE)
        self.owe(SERVE_RESULT)
        self.record(ResultTold())
