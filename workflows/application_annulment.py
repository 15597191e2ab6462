"""What a court annuls of an application for recognition: the refusal, or the decision on its review (ACLA 32, 33)."""

from engine.declaration import act, upon
from law.citation import ACLA, ICRRA
from law.clocks import REVIEW_REQUEST
from law.competence import Power
from law.facts import Ending
from workflows.application_outcome import ApplicationOutcome
from workflows.application_state import Stage
from workflows.effects import DispositionAnnulled, ReviewDecisionAnnulled
from workflows.papers import application_duties as owed
from workflows.papers.application import ExaminationStep
from workflows.papers.judgment import FinalJudgment, require_final

_ANNULLABLE = tuple(one for one in Stage if one not in (Stage.EXAMINATION, Stage.WITHDRAWN, Stage.OBJECT_LOST))
_AFTER_REVIEW = (Stage.FINALLY_REFUSED, Stage.RECOGNISED, Stage.CONCLUDED, Stage.GRANT_REFUSED, Stage.REVOKED)


class ApplicationAnnulments(ApplicationOutcome):
    """A refusal that was annulled never was; a review whose decision was annulled is pending again."""

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=_ANNULLABLE,
        basis=(ACLA("32(1)"), ACLA("33(1)"), ACLA("33(2)")),
        ja="不認定処分の取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the refusal: a new decision is owed, and the application is pending again."""
        self.require(self.state.is_refused, owed.NO_REFUSAL)
        require_final(self, body, not_before=self.state.decided_on)
        self.stop(REVIEW_REQUEST)
        self._reopen()
        self._examine_again()
        self.record(ExaminationStep(step="refusal_annulled_by_court"))
        self.record(DispositionAnnulled(case=self.case_id))

    @upon(ReviewDecisionAnnulled, basis=(ACLA("33(2)"), ICRRA("61-2-4(5)(ii)")))
    def review_is_pending_again(self, fact: ReviewDecisionAnnulled) -> None:
        """The decision on the review was annulled: 61-2-4(5)(ii) has not happened, and the application is not final."""
        if fact.disposition != self.case_id or fact.against_inaction or not self.state.is_refused:
            return
        self.update(review_served_at=None)
        if self.case.stage not in _AFTER_REVIEW:
            return
        if self.state.ended is not Ending.GRANT_REFUSED:
            if fact.received_in_time:
                self._reopen()
            else:
                self.update(late_review_claimed=True)
        self.enter(Stage.UNDER_REVIEW)
