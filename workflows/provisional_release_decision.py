"""Whether somebody is released provisionally: what is asked first, the grant, the refusal, the deposit of old law."""

from datetime import date

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.custody import DETAINED
from law.facts import Custody
from law.finding import Answer, Finding
from law.provisional_release import (
    ReleaseFacts,
    ReleaseLaw,
    ReleasePeriod,
    conditions,
    doctor_is_to_be_heard,
    is_open_to_release,
    is_working_day,
    law_of_release,
    may_be_released,
    permit_must_be_carried,
)
from law.provisional_release_end import deposit_may_be_set, is_paid_in_full
from workflows.custody_effects import ProvisionalReleaseGranted
from workflows.papers.provisional_release import (
    DepositPaid,
    DoctorHeard,
    Grounded,
    ReleaseGrant,
    ReleaseReasoned,
    ReleaseRefusal,
)
from workflows.papers.provisional_release_duties import (
    DECIDE_RELEASE,
    HEAR_DOCTOR,
    PERMIT_NOTICE,
    REFUSAL_NOTICE,
    TAKE_DEPOSIT,
)
from workflows.provisional_release_case import (
    BEFORE_RELEASE,
    DepositHeld,
    DepositSet,
    DoctorWasHeard,
    PermitMade,
    ReleaseCase,
    ReleaseNotPursued,
    ReleaseRefused,
    Stage,
)

_GRANT = (ICRRA("54(2)"), ICRRA("54(3)"), ORD("49(2)"), ORD("49(3)"))


def is_still_held(release: ReleaseCase) -> Finding[Answer]:
    """Whether there is a detention to lift: under an order, and not beyond its time, when release is owed at once."""
    held = release.position.custody_held
    if held is not None and held.title is None and held.custody in DETAINED:
        return Finding(Answer.NO, (_TIME_USED_UP,))
    return is_open_to_release(release.position.custody)


def was_requested(release: ReleaseCase) -> Finding[Answer]:
    """Whether somebody asked for the release: only a request is refused or withdrawn."""
    return unless(release.state.requested_at is not None, _NOT_REQUESTED)


class Decision(ReleaseCase):
    """The steps from the question to the release or the refusal (54(2) to (4), (8))."""

    @act(by=Power.RELEASE_PROVISIONALLY, at=Stage.CONSIDERED, basis=ICRRA("54(8)"), ja="医師の意見の記録")
    def hear_doctor(self, body: DoctorHeard) -> None:
        """Record what a doctor says about treatment and health."""
        self.update(doctor_heard=True)
        self.discharge(HEAR_DOCTOR)
        self.record(DoctorWasHeard())

    @act(
        by=Power.RELEASE_PROVISIONALLY,
        at=Stage.CONSIDERED,
        basis=(*_GRANT, SUPPL("9(1)")),
        when=(is_still_held,),
        ja="仮放免の許可",
    )
    def grant(self, body: ReleaseGrant) -> None:
        """Release provisionally for a period, under conditions; under the old law once the deposit is paid."""
        law = law_of_release(self.state.requested_at, self.at)
        self.judge(body, law)
        self.require_doctor(body.doctor_not_heard_because)
        self.require(deposit_may_be_set(law, body.deposit))
        self.discharge(DECIDE_RELEASE, HEAR_DOCTOR)
        self.write_permit(body, law)
        if body.deposit:
            self.update(deposit=body.deposit)
            self.owe(TAKE_DEPOSIT)
            self.record(DepositSet(amount=body.deposit))
            self.enter(Stage.DEPOSIT_AWAITED)
        else:
            self._release(body.last_day)

    @act(
        by=Power.RECEIVE_DEPOSIT,
        at=Stage.DEPOSIT_AWAITED,
        basis=SUPPL("9(1)"),
        when=(is_still_held,),
        ja="保証金の納付の記録",
    )
    def pay_deposit(self, body: DepositPaid) -> None:
        """Record that the deposit of the old law was paid in full: the person is released."""
        self.require(is_paid_in_full(body.amount, self.state.deposit or body.amount))
        self.require(self.last_day >= self.today, _PERIOD_IS_OVER)
        self.update(deposit_held=body.amount)
        self.discharge(TAKE_DEPOSIT)
        self.record(DepositHeld(amount=body.amount))
        self._release(self.last_day)

    @act(
        by=Power.RELEASE_PROVISIONALLY,
        at=Stage.CONSIDERED,
        basis=(ICRRA("54(4)"), ORD("49(6)"), SUPPL("1-2")),
        when=(was_requested,),
        ja="仮放免の不許可",
    )
    def refuse(self, body: ReleaseRefusal) -> None:
        """Refuse the request in writing, with reasons that the requester can grasp."""
        self.require_doctor(body.doctor_not_heard_because)
        no_reason = self.law_that_decides is ReleaseLaw.NEW and body.reason_shown is None
        self.require(body.points_to_sponsorship or not no_reason, _SPONSORSHIP_NOT_POINTED_TO)
        self.update(refusals=self.state.refusals + 1)
        self.serve(REFUSAL_NOTICE)
        self.record(ReleaseRefused())
        self.enter(Stage.REFUSED)

    @act(
        by=Power.RECEIVE_FILING,
        at=BEFORE_RELEASE,
        basis=ICRRA("54(1)"),
        when=(was_requested,),
        ja="仮放免請求の取下げの受理",
    )
    def withdraw_request(self, body: ReleaseReasoned) -> None:
        """Receive the withdrawal of the request."""
        self._drop()

    @act(by=Power.RELEASE_PROVISIONALLY, at=BEFORE_RELEASE, basis=ICRRA("54(2)"), ja="職権による検討の終止")
    def drop(self, body: ReleaseReasoned) -> None:
        """End a consideration on own motion, or give up a release whose deposit is not paid."""
        waits = self.case.stage is Stage.DEPOSIT_AWAITED
        self.require(waits or self.state.requested_at is None, _REQUEST_IS_ANSWERED)
        self._drop()

    def judge(self, body: Grounded, law: ReleaseLaw) -> None:
        """Refuse what the law that decides does not allow to be released, or to stay released."""
        self.require(may_be_released(ReleaseFacts(law, body.reason, body.appropriate)))

    def require_doctor(self, why_not: str | None) -> None:
        """Refuse a decision on a request for reasons of health that neither has an opinion nor says why not."""
        state = self.state
        is_owed = state.requested_at is not None and doctor_is_to_be_heard(self.law_that_decides, state.reasons_shown)
        self.require(not is_owed or state.doctor_heard or why_not is not None, _DOCTOR_NOT_HEARD)

    def write_permit(self, body: ReleaseGrant, law: ReleaseLaw) -> None:
        """Make the permit of form 67 with period and conditions."""
        self.require(conditions(body.conditions))
        self.require(is_working_day(body.last_day))
        self.require(body.last_day >= self.today, _PERIOD_IS_OVER)
        period = ReleasePeriod(self.today, body.last_day)
        self.update(law=law, reason=body.reason, periods=(period,))
        carried = permit_must_be_carried(law, under_sixteen=body.under_sixteen).value is Answer.YES
        self.withdraw_notice(PERMIT_NOTICE)
        self.serve(PERMIT_NOTICE)
        self.record(PermitMade(last_day=body.last_day, law=law, carried=carried))

    def _release(self, last_day: date) -> None:
        under_order = self.position.custody is Custody.DETAINED_DEPORTATION_ORDER
        self.run_until(self.state.periods[0].counted_from, last_day)
        self.update(released_at=self.at, under_order=under_order)
        self.enter(Stage.RELEASED)
        self.record(ProvisionalReleaseGranted(release=self.case_id, last_day=last_day))

    def _drop(self) -> None:
        self.withdraw_notice(PERMIT_NOTICE)
        self.record(ReleaseNotPursued())
        self.enter(Stage.NOT_PURSUED)


_NOT_REQUESTED = because(
    "release_not_requested",
    ICRRA("54(1)"),
    ICRRA("54(4)"),
    en="Nobody asked for the release; it is considered on own motion.",
    ja="仮放免の請求がされていない。",
    remedy="End the consideration instead.",
)
_REQUEST_IS_ANSWERED = because(
    "request_is_answered",
    ICRRA("54(4)"),
    en="A request is answered: by release, or by a written refusal with reasons.",
    ja="請求に対しては、許可又は理由を付した書面による通知を要する。",
    remedy="Grant or refuse it.",
)
_TIME_USED_UP = because(
    "detention_without_title",
    ICRRA("41(1)"),
    ICRRA("54(2)"),
    en="The detention has no title any more: there is nothing to lift for a time.",
    ja="収容の根拠が失われており、一時的に解除すべき収容がない。",
    remedy="Release the person at once.",
)
_DOCTOR_NOT_HEARD = because(
    "doctor_not_heard",
    ICRRA("54(8)"),
    en="The request rests on health, and neither an opinion nor why there is none is on record.",
    ja="健康上の理由による請求であるが、医師の意見を聴くなどの配慮が記録されていない。",
    remedy="Record the opinion, or say why it could not be heard.",
)
_SPONSORSHIP_NOT_POINTED_TO = because(
    "sponsorship_not_pointed_to",
    ICRRA("54(4)"),
    ICRRA("44-2(4)"),
    ICRRA("52-2(4)"),
    en="No reason of 54(2) was shown, and the refusal does not point to Sponsorship.",
    ja="第五十四条第二項の理由がない場合に、監理措置の請求ができる旨が示されていない。",
    remedy="Point to Sponsorship in the refusal.",
)
_PERIOD_IS_OVER = because(
    "period_is_over",
    ICRRA("54(2)"),
    ORD("49(2)"),
    en="The period of the release would have ended before today.",
    ja="仮放免の期間が既に満了している。",
    remedy="Give it up and decide anew, with a last day to come.",
)
