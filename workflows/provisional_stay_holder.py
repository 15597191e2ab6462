"""What may befall a holder of provisional stay: its revocation, or a status of residence without recognition."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.facts import GrantKind
from law.finding import Answer, Finding
from law.provisional_stay_holder import HolderFacts, may_be_revoked, revocation_grounds, status_for_holder
from workflows.effects import GrantTookEffect, StayEnd
from workflows.papers.provisional_stay import HolderStatus, NoticeReceived, StayRevocation
from workflows.papers.provisional_stay_duties import DELIVER_STATUS, REVOCATION_NOTICE, SERVE_REVOCATION
from workflows.provisional_stay_case import HELD, HolderStatusDecided, Stage, StayCase, StayRevoked

_STATUS_MAY_BE_GIVEN = "status_may_be_given"
_STAY_IN_THE_PAST = because(
    "stay_in_the_past",
    ICRRA("61-2-5(3)"),
    en="The period of stay would have ended before today.",
    ja="在留期間の満了日が過去の日である。",
    remedy="Name the last day of the period that is decided.",
)
_REVOKED_ALREADY = because(
    "revoked_already",
    ICRRA("61-2-6"),
    en="Provisional stay is revoked already; the notice waits for service.",
    ja="既に取り消されており、通知書の送達を待っている。",
    remedy="Serve the notice.",
)


def is_revoked(stay: StayCase) -> Finding[Answer]:
    """Whether a revocation waits for its service."""
    return unless(
        stay.state.revoked_on is not None and stay.state.effect_stayed_at is None,
        because(
            "not_revoked",
            ICRRA("61-2-6"),
            en="No revocation waits for service.",
            ja="送達を待つ取消しがない。",
            remedy="Decide on the revocation first.",
        ),
    )


def status_is_decided(stay: StayCase) -> Finding[Answer]:
    """Whether a status for the holder waits for its hand-over."""
    return unless(
        stay.state.status_waits,
        because(
            "status_not_decided",
            ICRRA("61-2-5(3)"),
            en="No status waits for its hand-over.",
            ja="交付を待つ在留資格の許可がない。",
            remedy="Decide on the status first.",
        ),
    )


class Holder(StayCase):
    """The steps of 61-2-5 and 61-2-6."""

    @act(by=Power.REVOKE_PROVISIONAL_STAY, at=HELD, basis=(ICRRA("61-2-6"), ORD("56-4")), ja="仮滞在の許可の取消し")
    def revoke(self, body: StayRevocation) -> None:
        """Revoke provisional stay on a fact of 61-2-6; the notice is served on the person."""
        self.require(self.state.revoked_on is None, _REVOKED_ALREADY)
        grounds = revocation_grounds(body.existed, body.arose, body.conduct)
        self.require(may_be_revoked(grounds, self.state.delivered_at or self.at))
        self.update(revoked_on=self.today)
        self.serve(REVOCATION_NOTICE)
        self.owe(SERVE_REVOCATION)
        self.record(StayRevoked(grounds=tuple(sorted(grounds))))

    @act(
        by=Power.CERTIFY_SERVICE,
        at=HELD,
        basis=(ICRRA("61-2-4(5)(iv)"), ORD("56-4")),
        when=(is_revoked,),
        ja="取消通知書の送達の記録",
    )
    def certify_revocation_received(self, body: NoticeReceived) -> None:
        """Record that the notice of revocation reached the person: the stay ends."""
        self.require_past(body.received_on, not_before=self.state.revoked_on)
        self.served(REVOCATION_NOTICE, body.received_on)
        self.end(StayEnd.REVOKED)

    @act(
        by=Power.GRANT_STATUS_TO_PROVISIONAL_STAY_HOLDER,
        at=HELD,
        basis=(ICRRA("61-2-5(1)"), ICRRA("61-2-5(2)"), ORD("56-3(1)")),
        ja="在留資格の取得の許可",
    )
    def decide_status(self, body: HolderStatus) -> None:
        """Decide to give the holder a status of residence, without recognition."""
        self.require(body.until is None or body.until >= self.today, _STAY_IN_THE_PAST)
        facts = HolderFacts(
            holds_provisional_stay=True,
            ground=body.ground,
            sentences=self.position.circumstances.sentences,
            suspected_ground=body.suspected_ground,
            refusal_lacks_humanity=body.refusal_lacks_humanity,
        )
        found = status_for_holder(facts, self.today)
        may = found.reasons[0].code == _STATUS_MAY_BE_GIVEN
        self.require(Finding(Answer.YES if may else Answer.NO, found.reasons))
        self.update(status_decided_at=self.at, status_until=body.until)
        self.owe(DELIVER_STATUS)
        self.record(HolderStatusDecided(ground=body.ground))

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        at=(*HELD, Stage.ENDED),
        basis=(ICRRA("61-2-5(3)"), ICRRA("20(4)"), ICRRA("20(5)")),
        when=(status_is_decided,),
        ja="在留カード等の交付",
    )
    def hand_over_status(self) -> None:
        """Hand over the card or certificate: the status takes effect and the stay ends."""
        self.update(status_effective_at=self.at)
        self.discharge(DELIVER_STATUS)
        self.record(GrantTookEffect(kind=GrantKind.PROVISIONAL_STAY_HOLDER))
        self.end(StayEnd.STATUS_GRANTED)
