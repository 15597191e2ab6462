"""Provisional stay (仮滞在): examined with every application of a status-less person, effective on delivery.

The steps stand beside this file along the law: the permission, what may befall its holder, and paid work. They are one
procedure, since they share one period, one end and one title.
"""

from collections.abc import Iterable
from datetime import date

from engine.case import Case
from engine.declaration import act, lapse, opening, upon
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.clocks import PROVISIONAL_STAY
from law.competence import Power
from law.facts import Ending, Grant, GrantKind, ProvisionalStayPeriod, Stay, StayKind
from law.finding import Answer, Finding
from law.periods import legal_day
from law.policies import cite
from law.provisional_stay import must_be_renewed
from law.stays import GivenStay
from workflows.effects import (
    ApplicationEnded,
    Departed,
    Died,
    GrantTookEffect,
    StayEnd,
    StayExamined,
)
from workflows.papers.provisional_stay import RenewalGranted, StayExamination
from workflows.papers.provisional_stay_duties import (
    DECIDE_RENEWAL,
    DECIDE_STAY,
    DECIDE_WORK,
    DELIVER_PERMIT,
    DELIVER_RENEWED_PERMIT,
    DELIVER_STATUS,
    PERMIT_NOTICE,
    REVOCATION_NOTICE,
    SERVE_REVOCATION,
    WEIGH_WITHDRAWAL_OF_WORK,
    WORK_WITHDRAWAL_NOTICE,
)
from workflows.provisional_stay_case import (
    HELD,
    RenewalDecided,
    RenewalRequested,
    Stage,
    State,
    StayCase,
    StayContinued,
    StayRenewed,
    renewal_is_pending,
)
from workflows.provisional_stay_holder import Holder
from workflows.provisional_stay_permission import Permission, application_of
from workflows.provisional_stay_return import Returning
from workflows.provisional_stay_work import PermittedWork

_PERMISSION = ICRRA("61-2-4(1)")
_RENEWAL = ICRRA("61-2-4(4)")
_PERIOD = (ICRRA("61-2-4(2)"), ORD("56-2(2)"))
_END_WITH = {Ending.RECOGNISED: StayEnd.STATUS_GRANTED, Ending.OBJECT_LOST: StayEnd.OBJECT_LOST}
_NO_APPLICATION = because(
    "no_pending_application",
    _PERMISSION,
    en="No pending application of the person raises the question.",
    ja="係属中の難民認定等の申請がない。",
    remedy="File the application for recognition first.",
)
_STAY_IS_OPEN = because(
    "provisional_stay_is_open",
    _PERMISSION,
    en="Provisional stay of this person is being examined or running.",
    ja="仮滞在の許否の審査中又は仮滞在期間中である。",
    remedy="Go on in the case that is open.",
)
_HAS_ORDER = because(
    "deportation_order",
    ICRRA("61-2-4(1)(ix)"),
    en="A deportation order was issued.",
    ja="退去強制令書の発付を受けている。",
    remedy="Only a withdrawn or annulled order stands no longer in the way.",
)
_RENEWAL_PENDING = because(
    "renewal_pending",
    _RENEWAL,
    en="A renewal is requested already.",
    ja="既に更新の申請がされている。",
    remedy="Decide on that request.",
)
_RENEWED_INTO_THE_PAST = because(
    "renewed_into_the_past",
    _RENEWAL,
    en="The renewed period would have ended before today.",
    ja="更新後の期間が既に満了している。",
    remedy="Grant the renewal up to a later day within six months of the old last day.",
)


def renewal_is_granted(stay: StayCase) -> Finding[Answer]:
    """Whether a renewal is granted and waits for the delivery of the permit."""
    return unless(
        stay.state.renewed_until is not None,
        because(
            "renewal_not_granted",
            _RENEWAL,
            en="No granted renewal waits for delivery.",
            ja="交付を待つ更新の許可がない。",
            remedy="Decide on the renewal first.",
        ),
    )


class ProvisionalStay(PermittedWork, Holder, Permission, Returning):
    """Provisional stay of a status-less applicant (61-2-4 to 61-2-8), from its examination to its end.

    Not decided here: suspicion, plainness, excuse, appropriateness: an officer judges and gives reasons.
    A revocation ends the stay when its notice reaches the person; until then nothing is done against him or her.
    """

    en = "Provisional stay"
    ja = "仮滞在の許可"
    duties = (
        DECIDE_STAY,
        DELIVER_PERMIT,
        DECIDE_RENEWAL,
        DELIVER_RENEWED_PERMIT,
        SERVE_REVOCATION,
        DELIVER_STATUS,
        DECIDE_WORK,
        WEIGH_WITHDRAWAL_OF_WORK,
    )
    notices = (PERMIT_NOTICE, REVOCATION_NOTICE, WORK_WITHDRAWAL_NOTICE)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The period that stops the deportation procedure, and a status given to its holder."""
        state = case.state
        if state.began_at is not None and state.last_day is not None:
            for one in state.spells:
                yield ProvisionalStayPeriod(case.id, one.since, state.last_day, one.until)
            undecided = state.renewal_requested_on is not None
            works = state.work_permitted_on is not None
            yield ProvisionalStayPeriod(case.id, state.began_at, state.last_day, state.ended_at, undecided, works)
        if state.status_decided_at is not None and (state.status_waits or state.status_effective_at is not None):
            yield Grant(GrantKind.PROVISIONAL_STAY_HOLDER, state.status_decided_at, state.status_effective_at)
        if state.status_effective_at is not None:
            stay = Stay(StayKind.STATUS_OF_RESIDENCE, legal_day(state.status_effective_at), state.status_until)
            yield GivenStay(case.id, stay)

    @opening(by=Power.INVESTIGATE_RECOGNITION, basis=(_PERMISSION, ICRRA("61-2-17(1)")), ja="仮滞在の許否の審査開始")
    def examine(self, body: StayExamination) -> None:
        """Open the question of provisional stay for an application; nobody needs to ask for it."""
        self.begin(State(application=body.application), Stage.EXAMINED)
        self.require(application_of(self) is not None, _NO_APPLICATION)
        self.require(not self._other_stay_is_open(), _STAY_IS_OPEN)
        self.require(self.position.status_less(self.at))
        self.require(self.position.order_in_force(self.at) is None, _HAS_ORDER)
        self.owe(DECIDE_STAY)
        self.record(StayExamined(application=body.application))

    def _other_stay_is_open(self) -> bool:
        return any(not case.stage.closed and case.id != self.case_id for case in self.position.of(type(self).__name__))

    @act(
        by=Power.RECEIVE_FILING,
        at=Stage.RUNNING,
        basis=(_RENEWAL, ORD("56-2(6)")),
        ja="仮滞在期間の更新申請の受理",
    )
    def request_renewal(self) -> None:
        """Receive a request for renewal, made by the last day."""
        self.require(must_be_renewed(self.today, self._last_day))
        self.require(self.state.renewal_requested_on is None, _RENEWAL_PENDING)
        self.update(renewal_requested_on=self.today)
        self.owe(DECIDE_RENEWAL, due=self._last_day)
        self.record(RenewalRequested(last_day=self._last_day))

    @act(
        by=Power.PERMIT_PROVISIONAL_STAY,
        at=HELD,
        basis=(_RENEWAL, *_PERIOD),
        when=(renewal_is_pending,),
        ja="仮滞在期間の更新の許可",
    )
    def grant_renewal(self, body: RenewalGranted) -> None:
        """Grant the renewal that was requested in time; the law leaves no other answer."""
        last_day = body.last_day
        self.designate(PROVISIONAL_STAY, self._renewed_from, last_day)
        self.require(last_day >= self.today, _RENEWED_INTO_THE_PAST)
        self.update(renewed_until=last_day)
        self.discharge(DECIDE_RENEWAL)
        self.owe(DELIVER_RENEWED_PERMIT, due=self._last_day)
        self.withdraw_notice(PERMIT_NOTICE)
        self.serve(PERMIT_NOTICE)
        self.record(RenewalDecided(last_day=last_day))

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        at=HELD,
        basis=(_RENEWAL, *_PERIOD),
        when=(renewal_is_granted,),
        ja="更新した仮滞在許可書の交付",
    )
    def hand_over_renewed_permit(self) -> None:
        """Hand over the renewed permit: the period goes on to its new last day."""
        before, until = self._renewed_from, self.state.renewed_until or self._last_day
        self.require(until >= self.today, _RENEWED_INTO_THE_PAST)
        if self.case.clock(PROVISIONAL_STAY) is None:
            self.start(PROVISIONAL_STAY, on=before, until=until)
        else:
            self.move(PROVISIONAL_STAY, on=before, until=until)
        self.update(last_day=until, counts_from=before, renewal_requested_on=None, renewed_until=None)
        self.served(PERMIT_NOTICE, self.today)
        self.discharge(DELIVER_RENEWED_PERMIT)
        self.record(StayRenewed(last_day=until))
        self.enter(Stage.RUNNING)

    @lapse(PROVISIONAL_STAY, basis=(ICRRA("61-2-9(2)"), ICRRA("61-2-9(3)"), cite("A-28")))
    def runs_out(self) -> None:
        """The period is over: the stay ends, unless a timely renewal is undecided."""
        if self.state.renewal_requested_on is None:
            self.end(StayEnd.PERIOD_OVER)
        else:
            self.record(StayContinued())
            self.enter(Stage.RENEWAL_UNDECIDED)

    @upon(ApplicationEnded, basis=ICRRA("61-2-4(5)"))
    def follows_the_application(self, fact: ApplicationEnded) -> None:
        """The application came to its end, and the stay with it."""
        if fact.application == self.state.application:
            self.end(_END_WITH.get(fact.ending, StayEnd.APPLICATION_ENDED))

    @upon(GrantTookEffect, basis=(ICRRA("61-2-2(3)"), ICRRA("61-2-9(1)")))
    def gives_way_to_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted: the person is not status-less any more."""
        self.end(StayEnd.STATUS_GRANTED)

    @upon(Departed, basis=(ICRRA("61-2-4(1)"), ICRRA("61-2(1)")))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan: the stay has lost its object; whether a status outlived that is asked anew (26)."""
        effective, until = self.state.status_effective_at, self.state.status_until
        if effective is not None and (until is None or fact.on < until):
            self.update(status_until=fact.on)
        self.end(StayEnd.OBJECT_LOST)

    @upon(Died, basis=ICRRA("61-2-4(1)"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self.end(StayEnd.OBJECT_LOST)

    @property
    def _renewed_from(self) -> date:
        """From which day a renewal counts: the old last day, unless the State let all that counts from it pass."""
        return self._last_day if PROVISIONAL_STAY.latest_designation(self._last_day) >= self.today else self.today

    @property
    def _last_day(self) -> date:
        return self.state.last_day or self.today
