"""The end of a revocation: final, or annulled on review, by a court or by the authority itself (ACRA 46, ACLA 32)."""

from engine.case import NoticeKind
from engine.declaration import act, upon
from engine.procedure import Procedure
from law.citation import ACLA, ACRA, ICRRA, ORD
from law.clocks import REVIEW_REQUEST
from law.competence import Power
from law.facts import ApplicationKind
from workflows.effects import (
    DispositionAnnulled,
    RecognitionRestored,
    ReviewDecisionAnnulled,
    ReviewEnded,
    ReviewResult,
)
from workflows.papers import revocation as paper
from workflows.papers.judgment import FinalJudgment, require_final
from workflows.revocation_state import Stage, State

DECIDED = (Stage.TO_BE_SERVED, Stage.OPEN_TO_REVIEW, Stage.UNDER_REVIEW, Stage.PAPERS_OUTSTANDING)
_ANNULLABLE = (*DECIDED, Stage.CONCLUDED)
_PAPERS = (paper.DELIVER_REVOCATION, paper.ANNOUNCE, paper.TAKE_BACK, paper.ANNOUNCE_ANNULMENT, paper.GIVE_BACK)


class RevocationAnnulment(Procedure[State]):
    """A revocation that was annulled never was: the recognition stands, and what was announced or taken is undone."""

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=_ANNULLABLE,
        basis=(ACLA("32(1)"), ACLA("33(1)")),
        ja="認定の取消処分の取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the revocation: the recognition stands."""
        require_final(self, body, not_before=self.state.decided_on)
        self.note("annulled_by_court")
        self._never_was()
        self.record(DispositionAnnulled(case=self.case_id))

    @act(
        by=Power.REVOKE_RECOGNITION,
        at=_ANNULLABLE,
        basis=(ICRRA("61-2-10(1)"), ICRRA("61-2-10(2)")),
        ja="認定の取消処分の職権による取消し",
    )
    def take_back(self, body: paper.RevocationTakenBack) -> None:
        """Take back the revocation: the recognition stands."""
        self.note("taken_back")
        self._never_was()
        self.record(DispositionAnnulled(case=self.case_id))

    @act(
        by=Power.REVOKE_RECOGNITION,
        at=Stage.TO_BE_RESTORED,
        basis=ACRA("52(3)"),
        ja="取消処分の取消しの官報告示",
    )
    def announce_annulment(self, body: paper.GazetteAnnounced) -> None:
        """Announce in the gazette that the revocation was annulled."""
        self.require(self.owes(paper.ANNOUNCE_ANNULMENT), paper.DONE_ALREADY)
        self.require_past(body.announced_on, not_before=self.state.announced_on)
        self.discharge(paper.ANNOUNCE_ANNULMENT)
        self.note("annulment_announced")
        self._restored_if_done()

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        at=Stage.TO_BE_RESTORED,
        basis=(ICRRA("61-2(4)"), ICRRA("61-2(5)"), ORD("55")),
        ja="返納された認定証明書等の再交付",
    )
    def give_back_certificates(self, body: paper.CertificatesGivenBack) -> None:
        """Give the certificates back that were returned on the revocation."""
        self.require(self.owes(paper.GIVE_BACK), paper.DONE_ALREADY)
        self.require_past(body.given_back_on, not_before=self.state.returned_on)
        self.discharge(paper.GIVE_BACK)
        self.note("certificates_given_back")
        self._restored_if_done()

    @upon(ReviewEnded, basis=(ICRRA("61-2-12(1)"), ACRA("46(1)")))
    def review_is_over(self, fact: ReviewEnded) -> None:
        """A refused or withdrawn review leaves the revocation final; an annulment restores the recognition."""
        if fact.disposition != self.case_id or self.case.stage is Stage.OBJECT_LOST:
            return
        if fact.result is ReviewResult.ANNULLED:
            self._never_was()
        elif self.case.stage is Stage.UNDER_REVIEW:
            self.is_final()

    @upon(ReviewDecisionAnnulled, basis=ACLA("33(2)"))
    def review_is_pending_again(self, fact: ReviewDecisionAnnulled) -> None:
        """A court annulled the decision on the review: the revocation is under review again, and stands meanwhile."""
        if fact.disposition == self.case_id and self.case.stage in (Stage.PAPERS_OUTSTANDING, Stage.CONCLUDED):
            self.enter(Stage.UNDER_REVIEW)

    @property
    def notice(self) -> NoticeKind:
        """The notice of this revocation."""
        refugee = self.state.kind is ApplicationKind.REFUGEE
        return paper.REFUGEE_REVOKED if refugee else paper.PROTECTION_REVOKED

    def is_final(self) -> None:
        """Final, unless the notice has still to arrive, the gazette to announce or the certificates to come back."""
        self.enter(Stage.PAPERS_OUTSTANDING)
        self.conclude_if_done()

    def conclude_if_done(self) -> None:
        """Close a final revocation when nothing is owed any more."""
        if self.case.stage is Stage.PAPERS_OUTSTANDING and not self.owes(*_PAPERS):
            self.enter(Stage.CONCLUDED)

    def note(self, step: str) -> None:
        """Put a step on record."""
        self.record(paper.RevocationStep(step=step))

    def _never_was(self) -> None:
        self.stop(REVIEW_REQUEST)
        self.withdraw_notice(self.notice)
        self.discharge(paper.DELIVER_REVOCATION, paper.ANNOUNCE, paper.TAKE_BACK)
        if self.state.received_on is not None:
            self.record(RecognitionRestored(application=self.state.application))
        if self.state.announced_on is not None:
            self.owe(paper.ANNOUNCE_ANNULMENT)
        if self.state.returned_on is not None:
            self.owe(paper.GIVE_BACK)
        self.enter(Stage.TO_BE_RESTORED)
        self._restored_if_done()

    def _restored_if_done(self) -> None:
        if not self.owes(*_PAPERS):
            self.enter(Stage.ANNULLED)
