"""The sentence of a criminal case: pronounced, final, served, leave to execute the order, release (62, 63(2))."""

from dataclasses import replace

from engine.declaration import act, upon
from engine.refusal import because, unless
from law.citation import ICRRA
from law.competence import Power
from law.criminal import ReleaseKind, is_executed, leave_may_be_given, release_is_reported_by, sentence_fits
from law.facts import Custody, Sentence, Suspension
from law.finding import Answer, Finding
from law.policies import cite
from workflows.criminal_case_state import INSIDE, KINDS, CriminalCaseSteps, Stage
from workflows.criminal_record import (
    LeaveGiven,
    LeaveWithdrawn,
    LetOutOfService,
    ProceedingsBegan,
    ReleaseReported,
    SentenceBecameFinal,
    SentencePronounced,
    SuspensionRevoked,
)
from workflows.custody_effects import CustodyChanged
from workflows.enforcement_effects import ProceedingsChanged
from workflows.papers.criminal import Leave, LetOut, ReleaseReport, SentenceFinal, SentencePassed, Told
from workflows.papers.criminal_duties import PREPARE_HAND_OVER, RECORD_LETTING_OUT

_BY = Power.RECORD_CIRCUMSTANCES
_LEAVE = (ICRRA("63(2)"), cite("A-47"))


def a_sentence_is_pronounced(case: CriminalCaseSteps) -> Finding[Answer]:
    """Whether a sentence of imprisonment was pronounced in the case."""
    return unless(case.state.sentence is not None, _NOT_PRONOUNCED)


def leave_is_open(case: CriminalCaseSteps) -> Finding[Answer]:
    """Whether leave to execute the order is open: only while a sentence is served (63(2))."""
    return leave_may_be_given(KINDS.get(case.case.stage))


def leave_is_given(case: CriminalCaseSteps) -> Finding[Answer]:
    """Whether leave was given and not taken back."""
    return unless(case.state.leave is not None, _NO_LEAVE)


def a_suspension_stands(case: CriminalCaseSteps) -> Finding[Answer]:
    """Whether a final sentence was suspended, wholly or in part, and the suspension stands."""
    sentence = case.state.sentence
    suspended = sentence is not None and sentence.final_on is not None and sentence.suspension is not Suspension.NONE
    return unless(suspended and sentence is not None and not sentence.suspension_revoked, _NO_SUSPENSION)


class SentenceSteps(CriminalCaseSteps):
    """From the sentence to the release; leave opens the way while it is served, and at no other time (63(2))."""

    @act(by=_BY, at=Stage.INDICTED, basis=(ICRRA("61-2-9(4)(ii)"), ICRRA("50(1)")), ja="刑の言渡しの記録")
    def pronounce(self, body: SentencePassed) -> None:
        """Record a sentence of imprisonment; a later instance may put another in its place."""
        sentence = Sentence(
            None,
            body.months,
            body.suspension,
            body.unsuspended_months,
            listed_crime=body.listed_crime,
            days=body.days,
            unsuspended_days=body.unsuspended_days,
        )
        self.require(sentence_fits(sentence))
        self.update(sentence=sentence, pronounced_on=self.today)
        self.record(SentencePronounced(months=body.months, suspension=body.suspension))

    @act(
        by=_BY,
        at=Stage.INDICTED,
        basis=(ICRRA("61-2-9(4)(ii)"), ICRRA("50(1)"), cite("A-46")),
        when=(a_sentence_is_pronounced,),
        ja="刑の確定の記録",
    )
    def become_final(self, body: SentenceFinal) -> None:
        """Record that the sentence is final: from now on it counts; what is not suspended is to be served."""
        self.require_past(body.final_on, not_before=self.state.pronounced_on)
        sentence = self.state.sentence
        if sentence is None:
            return
        final = replace(sentence, final_on=body.final_on)
        self.update(sentence=final)
        self.record(SentenceBecameFinal(final_on=body.final_on))
        if is_executed(final):
            self.go_to(Stage.SENTENCE_TO_SERVE)
        else:
            self.conclude()

    @act(by=_BY, at=Stage.SENTENCE_TO_SERVE, basis=ICRRA("63(1)"), ja="刑の執行の開始の記録")
    def begin_service(self) -> None:
        """Record that the sentence is being served."""
        self.go_to(Stage.SERVING)
        self.record(ProceedingsBegan(kind=KINDS[Stage.SERVING]))

    @act(by=_BY, basis=ICRRA("50(1)"), when=(a_suspension_stands,), ja="執行猶予の取消しの記録")
    def revoke_suspension(self, body: Told) -> None:
        """Record that the suspension was revoked: the sentence is to be served; once suspended it stays so for A-46."""
        sentence = self.state.sentence
        if sentence is None:
            return
        self.update(sentence=replace(sentence, suspension_revoked=True))
        self.record(SuspensionRevoked())
        if self.case.stage in (Stage.ENDED, Stage.RESTRICTED):
            self.go_to(Stage.SENTENCE_TO_SERVE)

    @act(by=_BY, at=tuple(KINDS), basis=_LEAVE, when=(leave_is_open,), ja="令書の執行の許可の記録")
    def give_leave(self, body: Leave) -> None:
        """Record leave of the Prosecutor-General or a superintending prosecutor to execute the order meanwhile."""
        self.update(leave=body.given_by)
        self.record(LeaveGiven(given_by=body.given_by))
        self.record(ProceedingsChanged())

    @act(by=_BY, at=Stage.SERVING, basis=_LEAVE, when=(leave_is_given,), ja="令書の執行の許可の取消しの記録")
    def withdraw_leave(self, body: Told) -> None:
        """Record that the leave was taken back."""
        self.update(leave=None)
        self.record(LeaveWithdrawn())
        self.record(ProceedingsChanged())

    @act(by=_BY, at=INSIDE, basis=(ICRRA("62(3)"), ICRRA("62(4)"), ICRRA("62(5)")), ja="釈放の通報の受理")
    def report_release(self, body: ReleaseReport) -> None:
        """Receive the report of a coming release, of the prison head or the parole board."""
        self.require(release_is_reported_by(body.reported_by, body.kind))
        self.update(release_on=body.release_on)
        self.discharge(PREPARE_HAND_OVER)
        self.owe(PREPARE_HAND_OVER, due=max(body.release_on, self.today))
        self.record(ReleaseReported(reported_by=body.reported_by, kind=body.kind, release_on=body.release_on))

    @act(by=_BY, at=INSIDE, basis=(ICRRA("63(2)"), ICRRA("64(2)")), ja="釈放の記録")
    def record_release(self, body: LetOut) -> None:
        """Record how the person was let out; a sentence whose execution was only stopped is still to be served."""
        self.discharge(PREPARE_HAND_OVER, RECORD_LETTING_OUT)
        self.record(LetOutOfService(kind=body.kind))
        if body.kind is ReleaseKind.EXECUTION_STOPPED and self.case.stage is Stage.SERVING:
            self.go_to(Stage.SENTENCE_TO_SERVE)
        else:
            self.conclude()

    @upon(CustodyChanged, basis=(ICRRA("62(3)"), ICRRA("64(2)")))
    def person_is_let_out(self, fact: CustodyChanged) -> None:
        """Received from the prison, or set free: how the person was let out is to be recorded here."""
        if fact.before is Custody.CRIMINAL_CUSTODY and self.case.stage in INSIDE:
            self.discharge(PREPARE_HAND_OVER)
            self.owe(RECORD_LETTING_OUT)


_NOT_PRONOUNCED = because(
    "no_sentence_pronounced",
    ICRRA("61-2-9(4)(ii)"),
    en="No sentence of imprisonment is on record.",
    ja="拘禁刑の言渡しが記録されていない。",
    remedy="Record the sentence first, or how the proceedings ended.",
)
_NO_LEAVE = because(
    "no_leave_given",
    ICRRA("63(2)"),
    en="No leave to execute the order is on record.",
    ja="令書の執行の許可が記録されていない。",
    remedy="Record the leave first.",
)
_NO_SUSPENSION = because(
    "no_suspension_stands",
    ICRRA("50(1)"),
    cite("A-46"),
    en="No final sentence of this case has a suspension that stands.",
    ja="取消しの対象となる執行猶予がない。",
    remedy="Record the final sentence with its suspension first.",
)
