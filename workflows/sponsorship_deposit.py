"""The deposit on its way: paid, missed, forfeited, returned (44-2(2)(8), 44-4(5), Ord. 36-2(7), 36-6(3), A-06)."""

from engine.declaration import act, lapse
from engine.refusal import Defect, because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody_clocks import DEPOSIT_DATE
from law.deposit import Deposit, forfeit, give_back, may_be_forfeited, may_be_paid, pay
from law.finding import Answer, Finding
from law.policies import cite
from law.sponsorship_end import Ground
from law.sponsorship_reasons import DETENTION_WITHOUT_TITLE
from workflows.custody_effects import SponsorshipEnd
from workflows.papers.sponsorship import DepositReturned as Return
from workflows.papers.sponsorship import Forfeiture, Payment
from workflows.papers.sponsorship_duties import (
    DECIDE_UNPAID,
    DEPOSIT_RECEIPT,
    FORFEIT,
    FORFEITURE_NOTICE,
    RETURN_DEPOSIT,
    REVOKE,
    TELL_PAYER,
)
from workflows.sponsorship_case import DECIDED, OVER, SponsorshipCase, Stage, release_is_owed
from workflows.sponsorship_record import DepositForfeited, DepositPaid, DepositReturned, PayerTold, RevocationOwed

_MONEY = (ICRRA("44-2(2)"), ICRRA("44-2(6)"), ICRRA("52-2(2)"), ICRRA("52-2(5)"), ORD("36-2(7)"), cite("A-06"))
_FORFEITURE = (ICRRA("44-4(5)"), ICRRA("52-4(4)"))


def is_to_be_returned(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the deposit is to go back to who paid it."""
    return unless(case.owes(RETURN_DEPOSIT), _NOTHING_TO_RETURN)


def is_to_be_forfeited(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the deposit is to be forfeited after a revocation for conduct."""
    return unless(case.owes(FORFEIT), _NOTHING_TO_FORFEIT)


def payer_waits(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the payer is still to be told of a forfeiture."""
    return unless(case.owes(TELL_PAYER), _NOTHING_TO_FORFEIT)


class Deposits(SponsorshipCase):
    """What happens to a deposit."""

    @act(by=Power.RECEIVE_DEPOSIT, at=(*DECIDED, *OVER, Stage.ENDED), basis=_MONEY, ja="保証金の受領")
    def pay_deposit(self, body: Payment) -> None:
        """Take the deposit: who waits in detention is released at once; what comes too late is to be returned."""
        late = self.state.ended_at is not None or Ground.DEPOSIT_UNPAID in self.state.owed
        self.require(late or not release_is_owed(self), DETENTION_WITHOUT_TITLE)
        self.require(may_be_paid(self.state.deposit, body.amount, over=late))
        self.update(deposit=pay(self._deposit_set, body.amount, body.payer, self.today, late=late))
        self.stop(DEPOSIT_DATE)
        self.serve(DEPOSIT_RECEIPT)
        self.served(DEPOSIT_RECEIPT, self.today)
        self.record(DepositPaid(amount=body.amount, late=late))
        if late:
            self._reopen()
            self.owe_return()
        elif self.case.stage is Stage.AWAITS_DEPOSIT:
            self.discharge(DECIDE_UNPAID)
            self.place()

    @lapse(DEPOSIT_DATE, basis=(ICRRA("44-4(1)(i)"), ICRRA("52-4(1)(i)"), ORD("36-2(6)")))
    def misses_the_deposit(self) -> None:
        """The deposit of a decision under 44-2(1) or 52-2(1) was not paid by its day: revocation is owed."""
        self.owe_revocation(Ground.DEPOSIT_UNPAID)

    @act(
        by=Power.REVOKE_SPONSORSHIP,
        at=Stage.REVOKED,
        basis=_FORFEITURE,
        when=(is_to_be_forfeited,),
        irreversible=True,
        ja="保証金の没取",
    )
    def forfeit_deposit(self, body: Forfeiture) -> None:
        """Forfeit all or part of the deposit; the rest goes back."""
        self.require(may_be_forfeited(self.state.deposit, body.amount))
        self.update(deposit=forfeit(self._deposit_set, body.amount))
        self.discharge(FORFEIT)
        self.serve(FORFEITURE_NOTICE)
        self.owe(TELL_PAYER)
        self.record(DepositForfeited(amount=body.amount))
        self.owe_return()

    @act(
        by=Power.REVOKE_SPONSORSHIP, at=Stage.REVOKED, basis=ORD("36-6(3)"), when=(payer_waits,), ja="没取通知書の交付"
    )
    def tell_payer(self) -> None:
        """Give the payer the notice of forfeiture."""
        self.served(FORFEITURE_NOTICE, self.today)
        self.discharge(TELL_PAYER)
        self.record(PayerTold())
        self.wind_up()

    @act(
        by=Power.RECEIVE_DEPOSIT,
        at=(Stage.IN_FORCE, *OVER),
        basis=cite("A-06"),
        when=(is_to_be_returned,),
        ja="保証金の返還",
    )
    def return_deposit(self, body: Return) -> None:
        """Return what is held to who paid it."""
        deposit = self._deposit_set
        self.require(body.to == deposit.payer, _NOT_THE_PAYER)
        self.update(deposit=give_back(deposit))
        self.discharge(RETURN_DEPOSIT)
        self.record(DepositReturned(amount=deposit.held))
        self.wind_up()

    def owe_revocation(self, ground: Ground) -> None:
        """Sponsorship must be revoked: an act of the supervising inspector that is now owed."""
        self.update(owed=self.state.owed | {ground})
        self.record(RevocationOwed(ground=ground))
        self.owe(REVOKE)

    def _reopen(self) -> None:
        """Money came after all was wound up."""
        if self.case.stage is Stage.ENDED:
            self.enter(Stage.REVOKED if self.state.end is SponsorshipEnd.REVOKED else Stage.LAPSED)

    @property
    def _deposit_set(self) -> Deposit:
        if self.state.deposit is None:
            raise Defect("no_deposit_set", self.case_id)
        return self.state.deposit


_NOTHING_TO_RETURN = because(
    "nothing_to_return",
    cite("A-06"),
    en="Nothing is held that is to be returned.",
    ja="返還すべき保証金はない。",
    remedy="While Sponsorship stands the deposit is kept.",
)
_NOTHING_TO_FORFEIT = because(
    "nothing_to_forfeit",
    *_FORFEITURE,
    en="No forfeiture is open: there is none after a revocation that must be, nor for removal alone.",
    ja="没取の対象となる取消し又は保証金がない。",
    remedy="Return what is held.",
)
_NOT_THE_PAYER = because(
    "not_the_payer",
    cite("A-06"),
    en="The deposit goes back to who paid it.",
    ja="保証金は納付者に返還する。",
    remedy="Return it to the payer on record.",
)
