"""What every step of the status after recognition shares, and a refusal of it that never was (ACLA 32, 33)."""

from typing import Any

from engine.case import NoticeKind
from engine.declaration import act
from engine.procedure import Procedure
from engine.refusal import unless
from law.citation import ACLA, ICRRA
from law.competence import Power
from law.facts import ApplicationKind, Circumstances
from law.finding import Answer, Finding
from workflows.effects import GrantSettled, GrantStanding
from workflows.papers import status as paper
from workflows.papers.judgment import FinalJudgment, require_final
from workflows.status_state import Stage, State


def _refusal_stands(case: Any) -> Finding[Answer]:  # noqa: ANN401  (the procedure's own view)
    decided = case.state.standing is GrantStanding.REFUSED or case.case.stage is Stage.REFUSAL_TO_NOTIFY
    return unless(decided, paper.NO_REFUSAL_STANDS)


class StatusAnnulment(Procedure[State]):
    """A refusal of the status that is annulled, or taken back, never was: 61-2-4(5)(iii) has not happened."""

    @act(
        by=Power.RECORD_COURT_DECISION,
        basis=(ACLA("32(1)"), ACLA("33(1)"), ACLA("33(2)"), ICRRA("61-2-4(5)(iii)")),
        when=(_refusal_stands,),
        ja="在留資格に係る不許可処分の取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the refusal of the status: the status is to be decided again."""
        require_final(self, body, not_before=self.state.refused_on)
        self._refusal_never_was()

    @act(
        by=Power.GRANT_STATUS_AFTER_RECOGNITION,
        basis=(ICRRA("61-2-2(1)"), ICRRA("61-2-4(5)(iii)")),
        when=(_refusal_stands,),
        ja="在留資格に係る不許可処分の職権による取消し",
    )
    def take_back_refusal(self, body: paper.RefusalTakenBack) -> None:
        """Take back the refusal of the status: the status is to be decided again."""
        self._refusal_never_was()

    def _refusal_never_was(self) -> None:
        """Ask for the status again, unless a later recognition asked for it, or the person is gone."""
        self.update(refused_on=None)
        self.discharge(paper.NOTIFY_REFUSAL)
        self.record(paper.StatusRefusalFell())
        if self._is_asked_elsewhere():
            self.update(standing=GrantStanding.NOT_NEEDED)
            self.conclude()
            return
        self.update(standing=GrantStanding.OPEN)
        if self._is_gone():
            self.lose_object()
            return
        self.record(GrantSettled(application=self.state.application, standing=GrantStanding.OPEN))
        if self.case.stage is not Stage.REVOKED:
            self.ask_status()

    def _is_asked_elsewhere(self) -> bool:
        others = [one.state for one in self.position.of(type(self).__name__) if one.id != self.case_id]
        asked = (GrantStanding.OPEN, GrantStanding.TOOK_EFFECT)
        return any(one.application == self.state.application and one.standing in asked for one in others)

    def _is_gone(self) -> bool:
        last_known = self.position.all(Circumstances)[-1:]
        return any(one.left_on is not None or one.died_on is not None for one in last_known)

    @property
    def certificate(self) -> NoticeKind:
        """The certificate of this recognition."""
        refugee = self.state.kind is ApplicationKind.REFUGEE
        return paper.REFUGEE_CERTIFICATE if refugee else paper.PROTECTION_CERTIFICATE

    def ask_status(self) -> None:
        """A holder of a status needs none here; where the stay is not on record, that is found out first."""
        self.update(standing=GrantStanding.OPEN)
        if self.position.status_less(self.at).value is Answer.NO:
            self.update(grant=None)
            self.settled(GrantStanding.NOT_NEEDED)
        else:
            self.owe(paper.DECIDE_STATUS)
            self.enter(Stage.EXAMINATION)

    def settled(self, standing: GrantStanding) -> None:
        """Put on record where the question of the status stands now, and tell the application."""
        self.update(standing=standing)
        self.discharge(paper.DECIDE_STATUS)
        if self.state.kind is not None:
            self.record(GrantSettled(application=self.state.application, standing=standing))
        self.conclude()

    def conclude(self) -> None:
        """Close when status and certificate are both done."""
        if self.state.standing is GrantStanding.OPEN:
            return
        owed = self.state.kind is not None and self.state.certificate_on is None
        self.enter(Stage.CERTIFICATE if owed else Stage.CONCLUDED)

    def lose_object(self) -> None:
        """Close the case where nothing can be given any more."""
        if not self.case.stage.closed:
            self.enter(Stage.OBJECT_LOST)
