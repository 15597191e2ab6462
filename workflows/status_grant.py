"""What follows recognition: the certificate, the status of 61-2-2, and the return of the certificate (61-2-16)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.refusal import unless
from law.citation import ACRA, ICRRA, ORD, SUPPL
from law.competence import Power
from law.facts import Grant, GrantKind, Stay, StayKind
from law.finding import Answer, Finding
from law.periods import legal_day
from law.recognition import GrantFacts, Refusal, grant_must_follow
from law.stays import GivenStay
from workflows.effects import (
    Departed,
    DeportationOrderIssued,
    DeportationOrderWithdrawn,
    Died,
    GrantStanding,
    GrantTookEffect,
    RecognitionRestored,
    RecognitionRevoked,
)
from workflows.papers import status as paper
from workflows.papers.application import OldPermission
from workflows.papers.old_permission import require_examined
from workflows.papers.service import NOT_REALLY_RECEIVED, Receipt
from workflows.status_annulment import StatusAnnulment
from workflows.status_state import Stage, State


def _holds_status(case: Any) -> Finding[Answer]:  # noqa: ANN401  (the procedure's own view)
    return unless(case.position.status_less(case.at).value is Answer.NO, paper.HOLDS_NO_STATUS)


def _certificate_is_owed(case: Any) -> Finding[Answer]:  # noqa: ANN401
    owed = case.state.kind is not None and case.state.certificate_on is None
    return unless(owed, paper.CERTIFICATE_GIVEN)


class StatusGrant(StatusAnnulment):
    """What follows recognition, until card and certificate are handed over; no suit or review stops it.

    Between recognition and hand-over the stop of removal goes on (61-2-2(3)): the grant is laid before the rules from
    the recognition on. Not decided here: whether the person falls under an item of Article 24.
    """

    en = "Status after recognition"
    ja = "認定に伴う在留資格の許可"
    stages = Stage
    state_type = State
    duties = (
        paper.DECIDE_STATUS,
        paper.HAND_OVER_STATUS,
        paper.NOTIFY_REFUSAL,
        paper.HAND_OVER_CERTIFICATE,
        paper.CERTIFICATES_OUTSTANDING,
    )
    notices = (paper.REFUGEE_CERTIFICATE, paper.PROTECTION_CERTIFICATE, paper.LANDING_REVOKED)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The grant, once it is due and until it is refused or has lost its object; once in effect, the stay too."""
        state = case.state
        waits = state.standing is GrantStanding.OPEN and not case.stage.closed
        if state.grant is not None and (waits or state.effective_at is not None):
            yield Grant(state.grant, decided_at=state.recognised_at, effective_at=state.effective_at)
        if state.effective_at is not None:
            stay = Stay(StayKind.STATUS_OF_RESIDENCE, legal_day(state.effective_at), state.stays_until)
            yield GivenStay(case.id, stay)

    @opening(
        by=Power.DECIDE_RECOGNITION,
        basis=(ICRRA("61-2(4)"), ICRRA("61-2(5)"), ICRRA("61-2-2(1)")),
        ja="認定後の手続",
        inner=True,
    )
    def take_up(self, body: paper.TakeUp) -> None:
        """Take up a recognition: the certificate, and for a person without a status the status."""
        grant = GrantKind.RECOGNITION if body.asks_status else None
        state = State(
            application=body.application, grant=grant, kind=body.kind, filed_at=body.filed_at, recognised_at=self.at
        )
        self.begin(state, Stage.CERTIFICATE)
        self.serve(self.certificate)
        self.owe(paper.HAND_OVER_CERTIFICATE)
        if body.asks_status:
            self.ask_status()

    @opening(by=Power.DECIDE_RECOGNITION, basis=SUPPL("11(1)"), ja="従前の在留特別許可", inner=True)
    def take_up_old_permission(self, body: paper.OldPermissionGranted) -> None:
        """Take up a status granted under the old law with a refusal of recognition."""
        grant = GrantKind.OLD_SPECIAL_PERMISSION
        state = State(application=body.application, grant=grant, recognised_at=self.at, standing=GrantStanding.OPEN)
        self.begin(state, Stage.TO_HAND_OVER)
        self.owe(paper.HAND_OVER_STATUS)

    @act(
        by=Power.GRANT_STATUS_AFTER_RECOGNITION,
        at=Stage.EXAMINATION,
        basis=ICRRA("61-2-2(1)"),
        ja="在留資格の取得の許可",
    )
    def grant_status(self, body: paper.StatusDecision) -> None:
        """Grant the status of Long-term Resident; it takes effect with the hand-over."""
        self.require(self._must_follow(barred_ground=body.barred_ground))
        if body.revokes_landing_permission:
            self.serve(paper.LANDING_REVOKED)
        self._decided(granted=True)

    @act(by=Power.GRANT_STATUS_AFTER_RECOGNITION, at=Stage.EXAMINATION, basis=ICRRA("61-2-2(1)"), ja="在留資格の不許可")
    def refuse_status(self, body: paper.StatusRefusal) -> None:
        """Refuse the status, for one of the two exceptions only."""
        self.require(self.position.status_less(self.at))
        must_follow = self._must_follow(barred_ground=body.barred_ground)
        self.require(must_follow.value is Answer.NO, must_follow.reasons[0])
        examined = body.old_special_permission is not None
        filed_at = self.state.filed_at or self.state.recognised_at
        require_examined(self.position, filed_at, self.at, Refusal.GRANT, examined=examined)
        if body.old_special_permission is OldPermission.GRANTED:
            self.update(grant=GrantKind.OLD_SPECIAL_PERMISSION)
        self._decided(granted=body.old_special_permission is OldPermission.GRANTED)

    @act(
        by=Power.GRANT_STATUS_AFTER_RECOGNITION,
        at=Stage.EXAMINATION,
        basis=ICRRA("61-2-3"),
        when=(_holds_status,),
        ja="在留資格を有することの確認",
    )
    def find_status_held(self) -> None:
        """Find that the person holds a status: it is changed or acquired on application (61-2-3)."""
        self.update(grant=None)
        self.settled(GrantStanding.NOT_NEEDED)

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        at=Stage.TO_HAND_OVER,
        basis=(ICRRA("61-2-2(2)"), ICRRA("61-2-2(3)"), ORD("56(1)")),
        ja="在留カード又は在留資格証明書の交付",
    )
    def hand_over_status(self, body: paper.HandOver) -> None:
        """Hand over the residence card or the certificate of status: the permission takes effect."""
        self.require(body.until is None or body.until >= self.today, paper.STAY_IN_THE_PAST)
        self.update(effective_at=self.at, stays_until=body.until)
        self.discharge(paper.HAND_OVER_STATUS)
        if self.state.grant is not None:
            self.record(GrantTookEffect(kind=self.state.grant))
        self.settled(GrantStanding.TOOK_EFFECT)

    @act(by=Power.CERTIFY_SERVICE, at=Stage.REFUSAL_TO_NOTIFY, basis=ICRRA("61-2-4(5)(iii)"), ja="不許可の通知")
    def notify_refusal(self, receipt: Receipt) -> None:
        """Tell the person that the status is refused: the stop of removal ends."""
        self.require(receipt.reached_the_person, NOT_REALLY_RECEIVED)
        self.require_past(receipt.received_on, not_before=self.state.refused_on)
        self.discharge(paper.NOTIFY_REFUSAL)
        self.settled(GrantStanding.REFUSED)

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        basis=(ICRRA("61-2(4)"), ICRRA("61-2(5)")),
        at=(Stage.EXAMINATION, Stage.TO_HAND_OVER, Stage.REFUSAL_TO_NOTIFY, Stage.CERTIFICATE),
        when=(_certificate_is_owed,),
        ja="認定証明書の交付",
    )
    def hand_over_certificate(self, body: paper.CertificateHandedOver) -> None:
        """Hand over the certificate of recognition."""
        self.require_past(body.handed_over_on)
        self.update(certificate_on=body.handed_over_on)
        self.served(self.certificate, body.handed_over_on)
        self.discharge(paper.HAND_OVER_CERTIFICATE)
        if self.state.kind is not None:
            self.record(paper.CertificateGiven(kind=self.state.kind))
        self.conclude()

    @act(by=Power.RECEIVE_FILING, basis=(ICRRA("61-2-16"), ORD("61-2(2)")), ja="認定証明書等の返納")
    def return_certificate(self, body: paper.PapersReturned) -> None:
        """Take back the certificate and the travel document."""
        outstanding = self.owes(paper.CERTIFICATES_OUTSTANDING)
        self.require(outstanding, paper.NOTHING_OUTSTANDING)
        self.require_past(body.returned_on, not_before=self.state.certificate_on)
        self.update(certificate_returned_on=body.returned_on)
        self.discharge(paper.CERTIFICATES_OUTSTANDING)
        self.record(paper.CertificateReturned())

    @upon(DeportationOrderIssued, basis=(ICRRA("61-2-16"), ICRRA("72(x)")))
    def certificate_is_to_be_returned(self, fact: DeportationOrderIssued) -> None:
        """A recognised person with a deportation order returns the certificate promptly."""
        if self.state.certificate_on is not None and self.state.certificate_returned_on is None:
            self.owe(paper.CERTIFICATES_OUTSTANDING)

    @upon(DeportationOrderWithdrawn, basis=ICRRA("61-2-16"))
    def certificate_may_be_kept(self, fact: DeportationOrderWithdrawn) -> None:
        """Without the order nothing is to be returned."""
        self.discharge(paper.CERTIFICATES_OUTSTANDING)

    @upon(RecognitionRevoked, basis=ICRRA("61-2-10(3)"))
    def recognition_falls(self, fact: RecognitionRevoked) -> None:
        """The recognition was revoked: nothing more is given on it; a status in effect goes its own way (61-2-11)."""
        if fact.application == self.state.application and not self.case.stage.closed and self.state.kind is not None:
            self.withdraw_notice(self.certificate)
            self.enter(Stage.REVOKED)

    @upon(RecognitionRestored, basis=ACRA("46(1)"))
    def recognition_is_restored(self, fact: RecognitionRestored) -> None:
        """The revocation was annulled: what was left undone is owed again."""
        if fact.application != self.state.application or self.case.stage is not Stage.REVOKED:
            return
        if self.state.certificate_on is None:
            self.serve(self.certificate)
            self.owe(paper.HAND_OVER_CERTIFICATE)
        if self.state.standing is GrantStanding.OPEN:
            self.ask_status()
        else:
            self.conclude()

    @upon(Departed, basis=(ICRRA("61-2(1)"), ICRRA("61-2-2(1)")))
    def person_has_left(self, fact: Departed) -> None:
        """The person left Japan: a status that was not handed over has no object; the certificate is owed still.

        Whether somebody who comes back stays with the status is asked anew (26).
        """
        self._stays_no_longer_than(fact.on)
        if self.case.stage is not Stage.CERTIFICATE:
            self.lose_object()

    @upon(Died, basis=ICRRA("61-2-2(1)"))
    def person_has_died(self, fact: Died) -> None:
        """Nothing can be given any more."""
        self.lose_object()

    def _stays_no_longer_than(self, day: date) -> None:
        effective, until = self.state.effective_at, self.state.stays_until
        if effective is not None and (until is None or day < until):
            self.update(stays_until=day)

    def _must_follow(self, *, barred_ground: bool) -> Finding[Answer]:
        status_less = {Answer.YES: True, Answer.NO: False}.get(self.position.status_less(self.at).value)
        sentences = self.position.circumstances.sentences
        return grant_must_follow(GrantFacts(True, status_less, barred_ground, sentences), self.today)

    def _decided(self, *, granted: bool) -> None:
        self.discharge(paper.DECIDE_STATUS)
        self.record(paper.StatusDecided(granted=granted))
        if granted:
            self.owe(paper.HAND_OVER_STATUS)
            self.enter(Stage.TO_HAND_OVER)
        else:
            self.update(refused_on=self.today)
            self.owe(paper.NOTIFY_REFUSAL)
            self.enter(Stage.REFUSAL_TO_NOTIFY)
