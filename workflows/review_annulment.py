"""What a court annuls of a review: the Minister's decision, or the disposition that it attacks (ACLA 32, 33)."""

from engine.declaration import act, upon
from law.citation import ACLA, ACRA
from law.competence import Power
from law.facts import Circumstances
from law.review import Disposition, Timeliness
from workflows.effects import DispositionAnnulled, ReviewDecisionAnnulled, ReviewResult
from workflows.papers import review_duties as owed
from workflows.papers.dispositions import INACTION, REVOCATIONS, DispositionOnFile
from workflows.papers.judgment import FinalJudgment, require_final
from workflows.review_panel import ReviewPanel
from workflows.review_state import REFUSES, Stage

_LATE = (Timeliness.LATE, Timeliness.LATE_WITH_CLAIMED_REASON)


class ReviewAnnulment(ReviewPanel):
    """A decision on a review that was annulled is to be made again; the opinion of the three stands until replaced.

    The Minister does not take back a decision that was served: only a court annuls it.
    """

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=Stage.ENDED,
        basis=(ACLA("3(3)"), ACLA("32(1)"), ACLA("33(2)")),
        ja="裁決の取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the rejection or dismissal: a new decision on the review is owed."""
        result = self.state.result
        self.require(result in REFUSES, owed.NO_REFUSED_REVIEW)
        require_final(self, body, not_before=self.state.decided_on)
        self.update(result=None, recognised_as=None, decided_on=None, posted_on=None, posted_by=None)
        self._note("decision_annulled_by_court")
        if not self._has_an_object():
            return
        self.owe(owed.DECIDE_REVIEW)
        self.enter(Stage.OPINION_GIVEN)
        if not self._is_refused_otherwise():
            in_time = self.state.timeliness not in _LATE or result is ReviewResult.DISMISSED
            against_inaction = self.state.disposition in INACTION
            self.record(
                ReviewDecisionAnnulled(
                    disposition=self.state.against, received_in_time=in_time, against_inaction=against_inaction
                )
            )

    @upon(DispositionAnnulled, basis=(ACLA("32(1)"), ACRA("45(1)")))
    def disposition_never_was(self, fact: DispositionAnnulled) -> None:
        """A court annulled what the request attacks: it has no object."""
        if fact.case == self.state.against and self.state.disposition not in INACTION:
            self.lose_object()

    def on_file(self, case: str, disposition: Disposition) -> DispositionOnFile | None:
        """A disposition as its case lays it before the rules, or None where it does not stand."""
        found = (one for one in self.position.all(DispositionOnFile) if one.case == case)
        return next((one for one in found if one.disposition is disposition), None)

    def lose_object(self) -> None:
        """End a request that has no object any more."""
        if not self.case.stage.closed:
            self.enter(Stage.OBJECT_LOST)

    def _has_an_object(self) -> bool:
        """Whether what the request attacks stands, and the person is here where that is asked for."""
        last_known = self.position.all(Circumstances)[-1:]
        alive = all(one.died_on is None for one in last_known)
        here = all(one.left_on is None for one in last_known) or self.state.disposition in REVOCATIONS
        return alive and here and self.on_file(self.state.against, self.state.disposition) is not None

    def _is_refused_otherwise(self) -> bool:
        """Whether another served decision refused a review of the same disposition."""
        own = (self.state.against, self.state.disposition)
        others = (one for one in self.position.of(type(self).__name__) if one.id != self.case_id)
        return any(
            (one.state.against, one.state.disposition) == own
            and one.stage is Stage.ENDED
            and one.state.result in REFUSES
            for one in others
        )
