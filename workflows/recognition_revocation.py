"""The revocation of a recognition (61-2-10): the Minister or the Commissioner, never a regional bureau head."""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, lapse, opening, upon
from engine.refusal import Refusal
from law.citation import ACRA, ICRRA, ORD
from law.clocks import REVIEW_REQUEST
from law.competence import Power
from law.death import is_alive
from law.facts import ApplicationKind
from law.finding import Answer
from law.policies import cite
from law.recognition import (
    recognition_must_be_revoked,
    revocation_leads_to_deportation,
)
from law.review import Disposition
from workflows.effects import (
    Departed,
    Died,
    Recognised,
    RecognitionRevoked,
    ReviewRequested,
)
from workflows.papers import revocation as paper
from workflows.papers.dispositions import DispositionOnFile, RecognitionOnFile, recognition_of
from workflows.papers.service import (
    NOT_REALLY_RECEIVED,
    RECEIPT_ON_RECORD,
    REMEDY_NOT_INSTRUCTED,
    FailedService,
    Receipt,
)
from workflows.revocation_annulment import DECIDED, RevocationAnnulment
from workflows.revocation_state import Stage, State

_NOT_STANDING = (Stage.NOT_REVOKED, Stage.TO_BE_RESTORED, Stage.ANNULLED, Stage.OBJECT_LOST)
_SERVABLE = (Stage.TO_BE_SERVED, Stage.UNDER_REVIEW, Stage.PAPERS_OUTSTANDING)


class RecognitionRevocation(RevocationAnnulment):
    """The revocation of a recognition as a refugee or for complementary protection; it stops no removal (61-2-9(3)).

    Not decided here: whether a ground exists; the status of residence (61-2-11).
    """

    en = "Revocation of recognition"
    ja = "難民認定等の取消し"
    stages = Stage
    state_type = State
    duties = (
        paper.DECIDE_REVOCATION,
        paper.DELIVER_REVOCATION,
        paper.ANNOUNCE,
        paper.TAKE_BACK,
        paper.ANNOUNCE_ANNULMENT,
        paper.GIVE_BACK,
    )
    notices = (paper.REFUGEE_REVOKED, paper.PROTECTION_REVOKED)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The revocation, which a review can attack."""
        state = case.state
        if state.decided_on is not None and case.stage not in _NOT_STANDING:
            refugee = state.kind is ApplicationKind.REFUGEE
            disposition = Disposition.REFUGEE_REVOKED if refugee else Disposition.PROTECTION_REVOKED
            yield DispositionOnFile(case.id, disposition, state.decided_on, state.received_on)

    @opening(
        by=Power.INVESTIGATE_RECOGNITION,
        basis=(ICRRA("61-2-10(1)"), ICRRA("61-2-10(2)"), ICRRA("61-2-17(1)")),
        ja="取消事由の判明",
    )
    def report_ground(self, body: paper.GroundReported) -> None:
        """Report facts that may be a ground of revocation."""
        self.require(is_alive(self.position.circumstances))
        recognition = recognition_of(body.application, self.position.all(RecognitionOnFile))
        if recognition is None:
            raise Refusal(paper.NO_RECOGNITION)
        own = [one for one in self.position.of("RecognitionRevocation") if one.state.application == body.application]
        self.require(all(one.stage.closed for one in own), paper.REVOCATION_PENDING)
        grounds = tuple(sorted(set(body.grounds)))
        self.begin(State(application=body.application, kind=recognition.kind, grounds=grounds), Stage.EXAMINATION)
        self.owe(paper.DECIDE_REVOCATION)
        self.note("ground_reported")

    @act(
        by=Power.INTERVIEW_APPLICANT,
        at=Stage.EXAMINATION,
        basis=(ICRRA("61-2-17(1)"), ICRRA("61-2-17(3)"), ORD("59-2")),
        ja="本人からの聴取",
    )
    def hear_person(self, body: paper.PersonHeard) -> None:
        """Hear the person on the facts."""
        self.require_past(body.held_on)
        self.require(body.record_made, paper.NO_RECORD)
        self.note("person_heard")

    @act(
        by=Power.REVOKE_RECOGNITION,
        at=Stage.EXAMINATION,
        basis=(ICRRA("61-2-10(1)"), ICRRA("61-2-10(2)"), ICRRA("61-2-10(3)")),
        irreversible=True,
        ja="難民認定等の取消し",
    )
    def revoke(self, decision: paper.RevocationDecision) -> None:
        """Revoke the recognition; it shall be revoked when a ground is found."""
        self.require(recognition_must_be_revoked(self.state.kind, frozenset(decision.grounds)))
        self.require(decision.reasons is not None, paper.REASONS_MISSING)
        self.require(decision.instructs_on_review, REMEDY_NOT_INSTRUCTED)
        grounds = tuple(sorted(set(decision.grounds)))
        self.update(grounds=grounds, status_from=decision.status_from, decided_on=self.today)
        self.discharge(paper.DECIDE_REVOCATION)
        self.serve(self.notice)
        self.owe(paper.DELIVER_REVOCATION)
        self.owe(paper.ANNOUNCE)
        self.record(paper.RevocationDecided(revoked=True))
        self.enter(Stage.TO_BE_SERVED)

    @act(
        by=Power.REVOKE_RECOGNITION,
        at=Stage.EXAMINATION,
        basis=(ICRRA("61-2-10(1)"), ICRRA("61-2-10(2)")),
        ja="取消事由なし",
    )
    def find_no_ground(self, body: paper.GroundNotFound) -> None:
        """Find no ground: the recognition stands."""
        self.record(paper.RevocationDecided(revoked=False))
        self.enter(Stage.NOT_REVOKED)

    @act(by=Power.CERTIFY_SERVICE, at=_SERVABLE, basis=(ICRRA("61-2-10(3)"), cite("A-30")), ja="交付不能の記録")
    def record_failed_service(self, attempt: FailedService) -> None:
        """Record that the notice did not reach the person."""
        self.require_past(attempt.tried_on, not_before=self.state.decided_on)
        self.note("service_failed")

    @act(
        by=Power.CERTIFY_SERVICE,
        at=_SERVABLE,
        basis=(ICRRA("61-2-10(3)"), ICRRA("61-2-10(4)"), ICRRA("61-2-12(2)")),
        ja="取消通知の受領の証明",
    )
    def certify_receipt(self, receipt: Receipt) -> None:
        """Certify that the notice reached the person: the recognition is revoked."""
        self.require(receipt.reached_the_person, NOT_REALLY_RECEIVED)
        self.require(self.state.received_on is None, RECEIPT_ON_RECORD)
        self.require_past(receipt.received_on, not_before=self.state.decided_on)
        self.update(received_on=receipt.received_on)
        self.served(self.notice, receipt.received_on)
        self.discharge(paper.DELIVER_REVOCATION)
        self.owe(paper.TAKE_BACK)
        self.record(RecognitionRevoked(application=self.state.application, leads_to_ground_x=self._leads_to_ground_x))
        if self.case.stage is Stage.TO_BE_SERVED:
            self.start(REVIEW_REQUEST, on=receipt.received_on)
            self.enter(Stage.OPEN_TO_REVIEW)

    @act(by=Power.REVOKE_RECOGNITION, at=DECIDED, basis=ICRRA("61-2-10(3)"), ja="官報告示")
    def announce_in_gazette(self, body: paper.GazetteAnnounced) -> None:
        """Announce in the gazette that the certificates lost effect."""
        self.require(self.state.announced_on is None, paper.DONE_ALREADY)
        self.require_past(body.announced_on, not_before=self.state.decided_on)
        self.update(announced_on=body.announced_on)
        self.discharge(paper.ANNOUNCE)
        self.note("announced_in_gazette")
        self.conclude_if_done()

    @act(by=Power.RECEIVE_FILING, at=DECIDED, basis=(ICRRA("61-2-10(4)"), ORD("61-2(2)")), ja="認定証明書等の返納")
    def return_certificates(self, body: paper.CertificatesReturned) -> None:
        """Take back the certificates."""
        owed = self.state.received_on is not None and self.state.returned_on is None
        self.require(owed, paper.DONE_ALREADY)
        self.require_past(body.returned_on, not_before=self.state.received_on)
        self.update(returned_on=body.returned_on)
        self.discharge(paper.TAKE_BACK)
        self.note("certificates_returned")
        self.conclude_if_done()

    @lapse(REVIEW_REQUEST, basis=ICRRA("61-2-12(2)"))
    def becomes_final(self) -> None:
        """Nobody asked for a review in time: the revocation is final."""
        self.is_final()

    @upon(ReviewRequested, basis=(ICRRA("61-2-12(1)"), ACRA("25(1)")))
    def goes_under_review(self, fact: ReviewRequested) -> None:
        """A request stops the period; it neither undoes the revocation meanwhile nor stops removal."""
        open_to_it = (*DECIDED, Stage.CONCLUDED)
        if fact.disposition == self.case_id and fact.admissible_so_far and self.case.stage in open_to_it:
            self.stop(REVIEW_REQUEST)
            self.enter(Stage.UNDER_REVIEW)

    @upon(Recognised, basis=(ICRRA("61-2-10(1)"), ICRRA("61-2-10(2)")))
    def recognition_is_another(self, fact: Recognised) -> None:
        """The application led to the other recognition: a revocation that was not received would hit the wrong one."""
        is_another = fact.application == self.state.application and fact.kind is not self.state.kind
        if is_another and self.state.received_on is None:
            self._lose_object()

    @upon(Departed, basis=ICRRA("61-2-10(1)"))
    def person_has_left(self, fact: Departed) -> None:
        """Only the recognition of a person in Japan is revoked: what is not decided and served has no object."""
        if self.state.received_on is None:
            self._lose_object()

    @upon(Died, basis=ICRRA("61-2-10(1)"))
    def person_has_died(self, fact: Died) -> None:
        """The case has no object."""
        self._lose_object()

    @property
    def _leads_to_ground_x(self) -> bool:
        status = self.state.status_from
        return status is not None and any(
            revocation_leads_to_deportation(ground, status).value is Answer.YES for ground in self.state.grounds
        )

    def _lose_object(self) -> None:
        if not self.case.stage.closed:
            self.enter(Stage.OBJECT_LOST)
