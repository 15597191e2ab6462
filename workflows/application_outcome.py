"""What follows a decision on recognition: delivery, review period, reviews, status, the ends of 61-2-4(5)."""

from engine.declaration import act, lapse, upon
from engine.procedure import Procedure
from law.citation import ACRA, ICRRA
from law.clocks import REVIEW_REQUEST
from law.competence import Power
from law.facts import ApplicationKind, Ending
from law.policies import cite
from law.recognition import Outcome
from workflows.application_state import Stage, State
from workflows.effects import (
    ApplicationEnded,
    ApplicationReopened,
    Departed,
    Died,
    GrantSettled,
    GrantStanding,
    Recognised,
    RecognitionRestored,
    RecognitionRevoked,
    RefusalReceived,
    ReviewEnded,
    ReviewRequested,
    ReviewResult,
)
from workflows.papers import application_duties as owed
from workflows.papers.application import ExaminationStep
from workflows.papers.service import NOT_REALLY_RECEIVED, RECEIPT_ON_RECORD, FailedService, Receipt
from workflows.papers.status import TakeUp

_AFTER_REFUSAL = (Stage.REFUSAL_TO_BE_SERVED, Stage.UNDER_REVIEW)
_BEYOND_REVIEW = (Stage.EXAMINATION, Stage.UNDER_REVIEW, Stage.WITHDRAWN, Stage.OBJECT_LOST)
_REFUSED_ON_REVIEW = {
    ReviewResult.REJECTED: Ending.REVIEW_REFUSED,
    ReviewResult.DISMISSED: Ending.REVIEW_REFUSED,
    ReviewResult.WITHDRAWN: Ending.REVIEW_WITHDRAWN,
}


class ApplicationOutcome(Procedure[State]):
    """The second half of an application: from the decision until nothing can change any more.

    A refusal of refugee status beside recognised complementary protection runs on two tracks: the refusal is open to
    review while the status is decided. The application ends when both are settled, or when the status is refused.
    """

    @act(by=Power.CERTIFY_SERVICE, at=_AFTER_REFUSAL, basis=(ICRRA("61-2-12(2)"), cite("A-30")), ja="交付不能の記録")
    def record_failed_service(self, attempt: FailedService) -> None:
        """Record that the refusal did not reach the applicant."""
        self.require_past(attempt.tried_on, not_before=self.state.decided_on)
        self.owe(owed.UNDELIVERED_REFUSAL)
        self.record(ExaminationStep(step="service_failed"))

    @act(by=Power.CERTIFY_SERVICE, at=_AFTER_REFUSAL, basis=ICRRA("61-2-12(2)"), ja="不認定通知の受領の証明")
    def certify_receipt(self, receipt: Receipt) -> None:
        """Certify that the refusal reached the applicant; the period for a review runs from that day."""
        self.require(receipt.reached_the_person, NOT_REALLY_RECEIVED)
        self.require(self.state.refusal_received_on is None, RECEIPT_ON_RECORD)
        self.require_past(receipt.received_on, not_before=self.state.decided_on)
        self.update(refusal_received_on=receipt.received_on)
        for kind in (owed.REFUSAL_OF_REFUGEE, owed.REFUSAL_OF_PROTECTION):
            self.served(kind, receipt.received_on)
        self.discharge(owed.DELIVER_REFUSAL, owed.UNDELIVERED_REFUSAL)
        self.record(RefusalReceived(application=self.case_id, received_on=receipt.received_on))
        if self.state.ended is Ending.GRANT_REFUSED and self.case.stage is Stage.REFUSAL_TO_BE_SERVED:
            self.enter(Stage.GRANT_REFUSED)
        elif self.case.stage is Stage.REFUSAL_TO_BE_SERVED:
            self.start(REVIEW_REQUEST, on=receipt.received_on)
            self.enter(Stage.OPEN_TO_REVIEW)

    @lapse(REVIEW_REQUEST, basis=(ICRRA("61-2-4(5)(i)"), ICRRA("61-2-12(2)")))
    def becomes_final(self) -> None:
        """Nobody asked for a review in time: the refusal is final."""
        self._refusal_is_final(Ending.NO_REVIEW_IN_TIME)

    @upon(ReviewRequested, basis=(ICRRA("61-2-12(1)"), ACRA("18(3)"), cite("A-26")))
    def goes_under_review(self, fact: ReviewRequested) -> None:
        """A request stops the period; one posted in time reopens, a late one with a claimed reason holds removal.

        A served decision on a review, or a refused status, has ended the stop for good: no further request revives it.
        """
        attacks_refusal = fact.disposition == self.case_id and not fact.against_inaction and self.state.is_refused
        if not attacks_refusal or not fact.admissible_so_far or self.case.stage in _BEYOND_REVIEW:
            return
        if self.state.ended is Ending.REVIEW_REFUSED:
            return
        self.stop(REVIEW_REQUEST)
        if self.state.ended is not Ending.GRANT_REFUSED:
            if fact.late_reason_claimed:
                self.update(late_review_claimed=True)
            else:
                self._reopen()
        self.enter(Stage.UNDER_REVIEW)

    @upon(ReviewEnded, basis=(ICRRA("61-2-4(5)(ii)"), ACRA("46(1)"), ACRA("49(3)"), ACRA("52(2)")))
    def review_is_over(self, fact: ReviewEnded) -> None:
        """A refused or withdrawn review ends the application; an allowed one makes it pending again or recognises.

        A late request that is rejected leaves the refusal final since its period passed (61-2-4(5)(i)).
        """
        over = self.case.stage in (Stage.WITHDRAWN, Stage.OBJECT_LOST)
        decided_since = fact.against_inaction and self.case.stage is not Stage.EXAMINATION
        if fact.disposition != self.case_id or over or decided_since:
            return
        if fact.result in _REFUSED_ON_REVIEW:
            if fact.result is not ReviewResult.WITHDRAWN and not fact.against_inaction:
                self.update(review_served_at=self.at)
            if self.case.stage is Stage.UNDER_REVIEW:
                was_final = self.state.late_review_claimed and fact.result is not ReviewResult.DISMISSED
                ending = self.state.ended if was_final else None
                self._refusal_is_final(ending or _REFUSED_ON_REVIEW[fact.result])
            return
        self._reopen()
        if fact.recognised_as is None:
            self._examine_again()
        else:
            self._recognised_on_review(fact.recognised_as, against_inaction=fact.against_inaction)

    @upon(GrantSettled, basis=(ICRRA("61-2-2(3)"), ICRRA("61-2-4(5)(iii)")))
    def status_is_settled(self, fact: GrantSettled) -> None:
        """The status took effect, is not needed, or was refused; a notified refusal ends the stop, until annulled."""
        if fact.application != self.case_id or self.case.stage is Stage.OBJECT_LOST:
            return
        self.update(grant=fact.standing)
        if fact.standing is GrantStanding.OPEN:
            self._status_is_open_again()
        if fact.standing is GrantStanding.REFUSED:
            self._end(Ending.GRANT_REFUSED)
            if self.case.stage is Stage.OPEN_TO_REVIEW:
                self.stop(REVIEW_REQUEST)
                self.enter(Stage.GRANT_REFUSED)
        if self.case.stage is Stage.RECOGNISED:
            self._settle()

    @upon(RecognitionRevoked, basis=ICRRA("61-2-10(3)"))
    def recognition_falls(self, fact: RecognitionRevoked) -> None:
        """The recognition was revoked."""
        if fact.application != self.case_id:
            return
        self.update(revoked=True)
        if self.case.stage in (Stage.RECOGNISED, Stage.CONCLUDED, Stage.GRANT_REFUSED):
            self._end(Ending.RECOGNISED)
            self.enter(Stage.REVOKED)

    @upon(RecognitionRestored, basis=ACRA("46(1)"))
    def recognition_is_restored(self, fact: RecognitionRestored) -> None:
        """The revocation was annulled on review."""
        if fact.application != self.case_id:
            return
        self.update(revoked=False)
        if self.case.stage is Stage.REVOKED:
            if self.state.grant is GrantStanding.OPEN:
                self._reopen()
            self._settle()

    @upon(Departed, basis=(ICRRA("61-2(1)"), ICRRA("61-2(2)")))
    def person_has_left(self, fact: Departed) -> None:
        """Only a person in Japan can be recognised: the application has no object."""
        self._lose_object()

    @upon(Died, basis=ICRRA("61-2(1)"))
    def person_has_died(self, fact: Died) -> None:
        """The application has no object."""
        self._lose_object()

    def _status_is_open_again(self) -> None:
        """A refused status was annulled: 61-2-4(5)(iii) has not happened, and a period for a review never stopped."""
        if self.state.ended is Ending.GRANT_REFUSED and self.state.revoked:
            self.update(ended=Ending.RECOGNISED)
        elif self.state.ended is Ending.GRANT_REFUSED:
            self._reopen()
        if self.case.stage is not Stage.GRANT_REFUSED:
            return
        received_on, reviewed = self.state.refusal_received_on, self.state.review_served_at is not None
        if self.state.is_refused and received_on is not None and not reviewed:
            self.start(REVIEW_REQUEST, on=received_on)
            self.enter(Stage.OPEN_TO_REVIEW)
        else:
            self.enter(Stage.RECOGNISED)

    def _deliver_refusal(self) -> None:
        of_protection = self.state.outcome is Outcome.PROTECTION_REFUSED
        self.serve(owed.REFUSAL_OF_PROTECTION if of_protection else owed.REFUSAL_OF_REFUGEE)
        self.owe(owed.DELIVER_REFUSAL)
        self.enter(Stage.REFUSAL_TO_BE_SERVED)

    def _recognise(self, kind: ApplicationKind) -> None:
        """Recognise; the certificate and, where it is still open, the status become a case of their own."""
        if self.state.recognition_stands and self.state.recognised_as is kind:
            return
        asks_status = self.state.grant in (None, GrantStanding.REFUSED)
        grant = GrantStanding.OPEN if asks_status else self.state.grant
        self.update(recognised_as=kind, recognised_on=self.today, revoked=False, grant=grant)
        self.record(Recognised(application=self.case_id, kind=kind))
        body = TakeUp(application=self.case_id, kind=kind, filed_at=self.state.filed_at, asks_status=asks_status)
        self.open("StatusGrant", "take_up", body)

    def _recognised_on_review(self, kind: ApplicationKind, *, against_inaction: bool) -> None:
        """Protection on a refugee application left undecided comes with the refusal of refugee status (61-2(3))."""
        self.discharge(owed.DECIDE, owed.ASK_COMMISSION)
        refugee = kind is ApplicationKind.REFUGEE
        with_refusal = against_inaction and not refugee and self.state.kind is ApplicationKind.REFUGEE
        protected = Outcome.PROTECTED_NOT_REFUGEE if with_refusal else Outcome.PROTECTED
        self.update(outcome=Outcome.REFUGEE if refugee else protected, decided_on=self.today)
        self._recognise(kind)
        if with_refusal:
            self._deliver_refusal()
        else:
            self._settle()

    def _examine_again(self) -> None:
        self.discharge(owed.DELIVER_REFUSAL, owed.UNDELIVERED_REFUSAL)
        for kind in (owed.REFUSAL_OF_REFUGEE, owed.REFUSAL_OF_PROTECTION):
            self.withdraw_notice(kind)
        self.update(outcome=None, decided_on=None, refusal_received_on=None)
        self.owe(owed.DECIDE)
        self.enter(Stage.EXAMINATION)

    def _refusal_is_final(self, ending: Ending) -> None:
        if self.state.recognition_stands:
            self.update(late_review_claimed=False)
            self._settle()
            return
        self._end(ending)
        self.enter(Stage.FINALLY_REFUSED)
        if self.state.withdrawal_open:
            self.owe(owed.WEIGH_WITHDRAWAL)

    def _settle(self) -> None:
        """Recognised, and no refusal is open: what remains is the status."""
        self.discharge(owed.DELIVER_REFUSAL, owed.UNDELIVERED_REFUSAL)
        if self.state.grant is GrantStanding.OPEN:
            self.enter(Stage.RECOGNISED)
        elif self.state.grant is GrantStanding.REFUSED:
            self.enter(Stage.GRANT_REFUSED)
        else:
            self._end(Ending.RECOGNISED)
            self.enter(Stage.CONCLUDED)

    def _end(self, ending: Ending) -> None:
        """Put an end on record. A refused status stays the end: nothing after it stops removal again by itself."""
        self.update(late_review_claimed=False)
        if self.state.ended in (ending, Ending.GRANT_REFUSED):
            return
        self.update(ended=ending, ended_at=self.at)
        self.record(ApplicationEnded(application=self.case_id, ending=ending))

    def _reopen(self) -> None:
        ended = self.state.ended
        self.update(ended=None, ended_at=None, late_review_claimed=False)
        if ended not in (None, Ending.RECOGNISED):
            self.record(ApplicationReopened(application=self.case_id))

    def _lose_object(self) -> None:
        if self.case.stage.closed:
            return
        if self.state.ended is None:
            self._end(Ending.OBJECT_LOST)
        self.update(late_review_claimed=False)
        self.enter(Stage.OBJECT_LOST)
