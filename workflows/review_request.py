"""The request for review of a decision on recognition (61-2-12), heard by three counselors, decided by the Minister."""

from collections.abc import Iterable
from typing import Any

from engine.case import Case
from engine.declaration import act, lapse, opening, upon
from engine.refusal import Refusal
from law.citation import ACRA, ICRRA, ORD
from law.clocks import PUBLIC_NOTICE_OF_REVIEW_DECISION
from law.competence import Power, Role
from law.counselors import ReviewDecision, review_may_be_decided
from law.death import is_alive
from law.facts import ApplicationKind, Ending
from law.finding import Answer, Finding
from law.policies import cite
from law.review import Disposition, Timeliness, is_reviewable, timeliness
from law.review import ReviewRequest as Request
from workflows.effects import ApplicationEnded, Departed, Died, ReviewEnded, ReviewRequested, ReviewResult
from workflows.papers import review as paper
from workflows.papers import review_duties as owed
from workflows.papers.dispositions import (
    INACTION,
    REVOCATIONS,
    DispositionOnFile,
    RecognitionOnFile,
    UnservedDecision,
    recognised_as_refugee,
)
from workflows.papers.service import FailedService, Receipt
from workflows.review_annulment import ReviewAnnulment
from workflows.review_state import REFUSES, UNDECIDED, UNSERVED, Stage, State

_ON_REFUGEE = (Disposition.REFUGEE_REFUSED, Disposition.REFUGEE_INACTION)


def _opinion_was_heard(case: Any) -> Finding[Answer]:  # noqa: ANN401  (the procedure's own view)
    signed = frozenset(case.state.signed_by)
    return review_may_be_decided(ReviewDecision(True, case.state.counselors, signed, refuses=False, states_gist=None))


class ReviewRequest(ReviewAnnulment):
    """A request for review of a refusal, an inaction or a revocation, until the decision is served (61-2-12).

    A request after the period is admitted to the file as late: the Minister rejects it, after the counselors' opinion.
    Not decided here: whether a reason for lateness is justifiable; the result.
    """

    en = "Request for review"
    ja = "審査請求"
    stages = Stage
    state_type = State
    duties = (
        owed.NAME_PANEL,
        owed.REPLACE_COUNSELOR,
        owed.AWAIT_CORRECTION,
        owed.FIX_STATEMENT_TIME,
        owed.AWAIT_STATEMENT,
        owed.ANSWER_HEARING_REQUEST,
        owed.HOLD_HEARING,
        owed.GIVE_OPINION,
        owed.DECIDE_REVIEW,
        owed.SERVE_DECISION,
        owed.SIGN_OFF,
    )
    notices = (owed.STATEMENT_TIME, owed.NO_HEARING, owed.HEARING, owed.DECISION)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """A signed decision that an inaction is unlawful, until it is served."""
        if case.stage in UNSERVED and case.state.result is ReviewResult.INACTION_UNLAWFUL:
            yield UnservedDecision(case.state.against)

    @opening(
        by=Power.RECEIVE_FILING,
        basis=(ICRRA("61-2-12(1)"), ICRRA("61-2-12(2)"), ACRA("18"), ORD("58")),
        ja="審査請求の受理",
    )
    def request_review(self, body: paper.RequestForReview) -> None:
        """Ask for a review of a refusal, an inaction or a revocation."""
        self.require(is_alive(self.position.circumstances))
        is_refugee = recognised_as_refugee(self.position.all(RecognitionOnFile))
        self.require(is_reviewable(body.disposition, is_refugee=is_refugee))
        target = self._target(body)
        self.require_past(body.posted_on, not_before=target.made_on)
        found = self._timeliness(target, body)
        state = State(against=body.case, disposition=body.disposition, received_at=self.at, timeliness=found)
        self.begin(state, Stage.RECEIVED)
        if body.statement_attached:
            self.update(statement_on=self.today)
        self.owe(owed.NAME_PANEL)
        self.record(paper.ReviewReceived(disposition=body.disposition, timeliness=found))
        self.record(
            ReviewRequested(
                disposition=body.case,
                admissible_so_far=found is not Timeliness.LATE,
                late_reason_claimed=found is Timeliness.LATE_WITH_CLAIMED_REASON,
                against_inaction=body.disposition in INACTION,
            )
        )

    @act(by=Power.RECEIVE_FILING, at=UNDECIDED, basis=ACRA("23"), ja="補正命令")
    def send_back_for_correction(self, body: paper.DefectFound) -> None:
        """Send a defective request back and set a time; it stays pending."""
        self._require_working_day_ahead(body.until)
        self.update(correction_until=body.until, corrected_on=None)
        self.discharge(owed.AWAIT_CORRECTION)
        self.owe(owed.AWAIT_CORRECTION, due=body.until)
        self._note("sent_back_for_correction")

    @act(by=Power.RECEIVE_FILING, at=UNDECIDED, basis=ACRA("23"), ja="補正の受理")
    def receive_correction(self, body: paper.RequestCorrected) -> None:
        """Receive the correction of the request."""
        self.require(self.state.correction_until is not None, owed.NOT_SENT_BACK)
        self.require_past(body.corrected_on)
        self.update(corrected_on=body.corrected_on)
        self.discharge(owed.AWAIT_CORRECTION)
        self._note("corrected")

    @act(by=Power.RECEIVE_FILING, at=UNDECIDED, basis=(ACRA("18(1)"), cite("A-26")), ja="正当な理由の主張の受理")
    def claim_reason(self, body: paper.ReasonClaimed) -> None:
        """Receive a justifiable reason claimed after a late request: from now on removal waits for the decision."""
        self.require(self.state.timeliness is Timeliness.LATE, owed.NO_REASON_NEEDED)
        self.update(timeliness=Timeliness.LATE_WITH_CLAIMED_REASON)
        self._note("reason_claimed")
        self.record(ReviewRequested(disposition=self.state.against, admissible_so_far=True, late_reason_claimed=True))

    @act(
        by=Power.DECIDE_REVIEW,
        at=UNDECIDED,
        basis=(ICRRA("61-2-12(1)"), ICRRA("61-2-12(4)"), ACRA("45"), ACRA("46"), ACRA("49"), ORD("58-8")),
        when=(_opinion_was_heard,),
        ja="裁決",
    )
    def decide(self, body: paper.ReviewDecided) -> None:
        """Decide on the review, after the counselors' opinion; it takes effect when served."""
        self._require_result_fits(body)
        self._require_admissibility_fits(body)
        refuses, gist = body.result in REFUSES, body.gist_of_opinion is not None
        by_minister = Role.MINISTER in self.decider.roles or not self.decider.verified
        signed = frozenset(self.state.signed_by)
        self.require(review_may_be_decided(ReviewDecision(by_minister, self.state.counselors, signed, refuses, gist)))
        self.update(result=body.result, recognised_as=body.recognised_as, decided_on=self.today)
        self.discharge(owed.DECIDE_REVIEW, owed.AWAIT_CORRECTION)
        self.serve(owed.DECISION)
        self.owe(owed.SERVE_DECISION)
        self.record(paper.ReviewResultDecided(result=body.result))
        self.enter(Stage.TO_SERVE)

    @act(by=Power.CERTIFY_SERVICE, at=UNSERVED, basis=ACRA("51(2)"), ja="送達不能の記録")
    def record_failed_service(self, attempt: FailedService) -> None:
        """Record that the decision did not reach the applicant."""
        self.require_past(attempt.tried_on, not_before=self.state.decided_on)
        self._note("service_failed")

    @act(by=Power.CERTIFY_SERVICE, at=UNSERVED, basis=(ACRA("51(1)"), ACRA("51(2)")), ja="裁決書の謄本の送達の証明")
    def certify_service(self, receipt: Receipt) -> None:
        """Certify that the decision was served on the applicant: it takes effect."""
        self.require(receipt.reached_the_person, owed.NOT_SERVED)
        self.require_past(receipt.received_on, not_before=self.state.decided_on)
        self.served(owed.DECISION, receipt.received_on)
        self._takes_effect()

    @act(by=Power.CERTIFY_SERVICE, at=Stage.TO_SERVE, basis=(ACRA("51(2)"), ACRA("51(3)")), ja="公示送達")
    def post_public_notice(self, body: paper.PublicNotice) -> None:
        """Post a public notice: the applicant's whereabouts are unknown, or the decision cannot be sent."""
        self.require_past(body.posted_on, not_before=self.state.decided_on)
        self.update(posted_on=body.posted_on, posted_by=self.decider.id)
        self.discharge(owed.SERVE_DECISION)
        self._note("public_notice_posted")
        self.start(PUBLIC_NOTICE_OF_REVIEW_DECISION, on=body.posted_on)
        self.enter(Stage.PUBLIC_NOTICE)

    @lapse(PUBLIC_NOTICE_OF_REVIEW_DECISION, basis=ACRA("51(3)"))
    def public_notice_has_run(self) -> None:
        """The two weeks are over; a person signs off before anything ends for the applicant."""
        self.owe(owed.SIGN_OFF)
        self.enter(Stage.SIGN_OFF)

    @act(by=Power.CERTIFY_SERVICE, at=Stage.SIGN_OFF, basis=(ACRA("51(3)"), cite("A-30")), ja="公示送達の確認")
    def sign_off_public_notice(self, body: paper.SignedOff) -> None:
        """Sign off the service by public notice: the decision takes effect."""
        self.require(self.decider.id != self.state.posted_by, owed.SECOND_PERSON)
        self.served(owed.DECISION, self.today)
        self._takes_effect()

    @act(by=Power.RECEIVE_FILING, at=UNDECIDED, basis=(ACRA("27(1)"), ACRA("27(2)")), ja="審査請求の取下げ")
    def withdraw(self, body: paper.ReviewWithdrawn) -> None:
        """Withdraw the request, in writing."""
        self.require(body.in_writing, owed.NOT_IN_WRITING)
        self._end(ReviewResult.WITHDRAWN)
        self.enter(Stage.WITHDRAWN)

    @upon(ApplicationEnded, basis=(ICRRA("61-2-4(5)(v)"), cite("A-13")))
    def application_has_ended(self, fact: ApplicationEnded) -> None:
        """A withdrawn application leaves the review without object."""
        if fact.application == self.state.against and fact.ending is Ending.APPLICATION_WITHDRAWN:
            self.lose_object()

    @upon(Departed, basis=(ICRRA("61-2(1)"), ICRRA("61-2-10(1)")))
    def person_has_left(self, fact: Departed) -> None:
        """Recognition is for a person in Japan: a review has no object, save that of a revocation that was received."""
        own = [one for one in self.position.all(DispositionOnFile) if one.case == self.state.against]
        revoked = self.state.disposition in REVOCATIONS and any(one.received_on is not None for one in own)
        if not revoked:
            self.lose_object()

    @upon(Died, basis=ICRRA("61-2(1)"))
    def person_has_died(self, fact: Died) -> None:
        """The review has no object."""
        self.lose_object()

    def _target(self, body: paper.RequestForReview) -> DispositionOnFile:
        """The disposition that the request names. Raises Refusal if it is not on file, or under review."""
        pending = [one.state for one in self.position.of("ReviewRequest") if not one.stage.closed]
        again = any((one.against, one.disposition) == (body.case, body.disposition) for one in pending)
        self.require(not again, owed.REVIEW_PENDING)
        target = self.on_file(body.case, body.disposition)
        if target is None:
            raise Refusal(owed.NO_SUCH_DISPOSITION)
        return target

    def _timeliness(self, target: DispositionOnFile, body: paper.RequestForReview) -> Timeliness | None:
        if target.disposition in INACTION:
            return None
        request = Request(self.at, body.posted_on, claims_justifiable_reason=body.justifiable_reason is not None)
        return timeliness(target.received_on, target.made_on or self.today, request).value

    def _require_result_fits(self, body: paper.ReviewDecided) -> None:
        allowed = {*REFUSES}
        if self.state.disposition in INACTION:
            decided_since = self.on_file(self.state.against, self.state.disposition) is None
            self.require(not decided_since or body.result is ReviewResult.REJECTED, owed.DECIDED_SINCE)
            allowed.add(ReviewResult.INACTION_UNLAWFUL)
        else:
            allowed.add(ReviewResult.ANNULLED)
            if self.state.disposition not in REVOCATIONS:
                allowed.add(ReviewResult.RECOGNISED)
        self.require(body.result in allowed, owed.NOT_A_RESULT)
        recognises = body.recognised_as is not None
        if body.result is not ReviewResult.INACTION_UNLAWFUL:
            self.require(recognises is (body.result is ReviewResult.RECOGNISED), owed.NOT_A_RESULT)
        of_refugee = self.state.disposition in _ON_REFUGEE
        self.require(body.recognised_as is not ApplicationKind.REFUGEE or of_refugee, owed.NOT_A_RESULT)

    def _require_admissibility_fits(self, body: paper.ReviewDecided) -> None:
        claimed = self.state.timeliness is Timeliness.LATE_WITH_CLAIMED_REASON
        is_late = self.state.timeliness is Timeliness.LATE or (claimed and body.lateness_excused is not True)
        rejects = body.result is ReviewResult.REJECTED
        self.require(rejects or not is_late, owed.LATE_IS_REJECTED)
        self.require(rejects is (body.rejected_because is not None), owed.GROUND_OF_REJECTION)
        self.require(body.rejected_because is not paper.RejectedBecause.LATE or is_late, owed.GROUND_OF_REJECTION)
        if body.rejected_because is paper.RejectedBecause.DEFECT_NOT_CURED:
            until = self.state.correction_until
            ran_out = until is not None and until < self.today and self.state.corrected_on is None
            self.require(ran_out, owed.CORRECTION_RUNNING)

    def _takes_effect(self) -> None:
        if self.state.result is not None:
            self._end(self.state.result, self.state.recognised_as)
        self.enter(Stage.ENDED)

    def _end(self, result: ReviewResult, recognised_as: ApplicationKind | None = None) -> None:
        against_inaction = self.state.disposition in INACTION
        self.record(
            ReviewEnded(
                disposition=self.state.against,
                result=result,
                recognised_as=recognised_as,
                against_inaction=against_inaction,
            )
        )
