"""The end of a provisional release: revocation, the order that issues meanwhile, and what becomes of a deposit."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.detention import may_be_executed_by_detention
from law.finding import Answer, Finding
from law.money import Yen
from law.policies import cite
from law.provisional_release import ReleaseLaw, law_of_release
from law.provisional_release_end import deposit_may_be_set, forfeits, is_punishable, may_be_revoked
from workflows.custody_effects import ProvisionalReleaseGranted, ReleaseEnd
from workflows.papers.provisional_release import DepositPaid, DetentionChosen, ReleaseGrant, ReleaseRevocation
from workflows.papers.provisional_release_duties import DECIDE_ANEW, RELEASE_REVOCATION_NOTICE, RETURN_DEPOSIT
from workflows.provisional_release_case import (
    ON_RELEASE,
    DepositForfeited,
    DepositReturned,
    ReleaseCase,
    ReleaseRevoked,
    Stage,
)
from workflows.provisional_release_period import Extending


def deposit_is_held(release: ReleaseCase) -> Finding[Answer]:
    """Whether something is left of a deposit."""
    return unless(release.state.deposit_held > 0, _NOTHING_HELD)


def may_be_detained_under_the_order(release: ReleaseCase) -> Finding[Answer]:
    """Whether nothing on record stops the execution of the order, detention and its screening included (63)."""
    return may_be_executed_by_detention(release.position.circumstances, release.at)


class Ending(Extending):
    """The steps of 55(1), (2), and of an order that issues during a release."""

    @act(
        by=Power.RELEASE_PROVISIONALLY,
        at=ON_RELEASE,
        basis=(ICRRA("55(1)"), ICRRA("55(2)"), ORD("50"), SUPPL("9(2)")),
        ja="仮放免の取消し",
    )
    def revoke(self, body: ReleaseRevocation) -> None:
        """Revoke the release: the control officer gets the paper with the order, and must detain again."""
        held, breaches = self.state.deposit_held, body.breaches
        self.require(may_be_revoked(breaches))
        self.require(forfeits(breaches, held, body.forfeited))
        if body.forfeited:
            self.update(deposit_held=Yen(held - body.forfeited))
            self.record(DepositForfeited(amount=body.forfeited))
        self.serve(RELEASE_REVOCATION_NOTICE)
        self.record(ReleaseRevoked(breaches=tuple(sorted(breaches)), punishable=is_punishable(breaches)))
        self.end(ReleaseEnd.REVOKED)

    @act(
        by=Power.RELEASE_PROVISIONALLY,
        at=Stage.ORDER_MEANWHILE,
        basis=(cite("A-10"), ICRRA("54(2)"), ICRRA("54(3)"), ORD("49(2)")),
        ja="退去強制令書に係る仮放免の許可",
    )
    def release_under_order(self, body: ReleaseGrant) -> None:
        """Release provisionally under the deportation order, by a new decision with a new period and permit."""
        law = law_of_release(None, self.at)
        self.judge(body, law)
        self.require(deposit_may_be_set(ReleaseLaw.NEW, body.deposit))
        self.write_permit(body, law)
        self.run_until(self.today, body.last_day)
        self.update(under_order=True, released_at=self.at, taken_over=False, extension_requested_on=None)
        self.discharge(DECIDE_ANEW)
        if law is ReleaseLaw.NEW:
            self._give_back_deposit()
        self.enter(Stage.RELEASED)
        self.record(ProvisionalReleaseGranted(release=self.case_id, last_day=body.last_day))

    def _give_back_deposit(self) -> None:
        """The new law knows no deposit: what the old one took is returned."""
        self.update(deposit=None)
        if self.state.deposit_held:
            self.owe(RETURN_DEPOSIT)

    @act(
        by=Power.SCREEN,
        at=Stage.ORDER_MEANWHILE,
        basis=(cite("A-10"), ICRRA("52(8)"), ICRRA("52(9)")),
        when=(may_be_detained_under_the_order,),
        ja="退去強制令書による収容の判断",
    )
    def detain_under_order(self, body: DetentionChosen) -> None:
        """Screen for Sponsorship or detention, and choose detention until removal is possible."""
        self.require(body.sponsorship_considered, _SPONSORSHIP_NOT_CONSIDERED)
        self.end(ReleaseEnd.DETENTION_DECIDED)

    @act(
        by=Power.RECEIVE_DEPOSIT,
        at=(*ON_RELEASE, Stage.ENDED),
        basis=(SUPPL("9(2)"), cite("A-06")),
        when=(deposit_is_held,),
        ja="保証金の返還",
    )
    def return_deposit(self, body: DepositPaid) -> None:
        """Return what is left of the deposit to who paid it."""
        self.require(self.case.stage is Stage.ENDED or self.state.law is ReleaseLaw.NEW, _STILL_SECURES)
        self.require(body.amount == self.state.deposit_held, _RETURNED_IN_FULL)
        self.update(deposit_held=Yen(0))
        self.discharge(RETURN_DEPOSIT)
        self.record(DepositReturned(amount=body.amount))


_SPONSORSHIP_NOT_CONSIDERED = because(
    "sponsorship_not_considered",
    ICRRA("52(8)"),
    ICRRA("52-2(5)"),
    en="No detention under the order without considering Sponsorship.",
    ja="監理措置に付することの検討を経ずに収容の判断はできない。",
    remedy="Consider Sponsorship, and decide it under 52-2(5) where it is appropriate.",
)
_NOTHING_HELD = because(
    "nothing_held",
    SUPPL("9(2)"),
    en="Nothing of a deposit is held.",
    ja="返還すべき保証金がない。",
    remedy="Nothing is left to be returned.",
)
_RETURNED_IN_FULL = because(
    "returned_in_full",
    SUPPL("9(2)"),
    cite("A-06"),
    en="What is left of the deposit is returned in full.",
    ja="没取されなかった保証金は全額を返還する。",
    remedy="Return what is held.",
)
_STILL_SECURES = because(
    "deposit_still_secures",
    SUPPL("9(2)"),
    en="The deposit secures a release that goes on.",
    ja="仮放免が継続しており、保証金を返還すべき時期にない。",
    remedy="Return it when the release has ended.",
)
