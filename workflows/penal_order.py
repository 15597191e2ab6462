"""The penal order to leave (退去の命令, 55-2): ordered where removal is difficult, with a penalty for who stays."""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, lapse, opening, upon
from engine.payload import Nothing
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.enforcement import RemovalAttempt
from law.enforcement_clocks import PENAL_ORDER_PERIOD
from law.finding import Answer, Finding
from law.order_suspension import OF_PENAL_ORDER
from law.penal_order import (
    Judged,
    PenalOrderFacts,
    PenalReason,
    may_be_considered,
    may_be_issued_at_all,
    may_issue,
)
from law.periods import legal_day
from law.policies import cite
from workflows.effects import Departed, Died
from workflows.order_standing import ExposureFell, StandingOrder
from workflows.papers.deportation import Reasoned
from workflows.papers.orders import FIND_OUT, REVIVAL_NOTICE, PeriodExtended
from workflows.papers.penal_order import Declaration, OpinionHeard, PenalOrderPaper
from workflows.papers.penal_order_duties import (
    DECIDE_PENAL_ORDER,
    HAND_OVER_PENAL_ORDER,
    HEAR_OPINION,
    PENAL_ORDER_EXTENDED,
    PENAL_ORDER_PAPER,
    PENAL_ORDER_WITHDRAWN,
    WEIGH_PENAL_ORDER,
)
from workflows.penal_order_case import (
    GIVEN,
    LIVE,
    DenialTakenBack,
    LeftUnderPenalOrder,
    PenalOrderBreached,
    PenalOrderConsidered,
    PenalOrderEnded,
    PenalOrderExtended,
    PenalOrderHandedOver,
    PenalOrderIssued,
    PenalOrderNotIssued,
    PenalOrderOpinionHeard,
    PenalOrderUpheld,
    PenalOrderWithdrawn,
    Stage,
    State,
    WillDenied,
    kept,
)

_ORDER = ICRRA("55-2(1)")
_NO_WILL = ICRRA("55-2(1)(i)")
_PAPER = (ICRRA("55-2(3)"), ORD("50-2(1)"))


def conditions_hold(order: "PenalOrder") -> Finding[Answer]:
    """Whether the conditions of DT-15 hold that need no judgement: told before anything is written."""
    return may_be_issued_at_all(order.facts(), order.at)


def nothing_suspends(order: "PenalOrder") -> Finding[Answer]:
    """Whether no cause of suspension is there (A-40)."""
    found = order.suspension()
    return Finding(Answer.YES, ()) if found.value is Answer.NO else Finding(Answer.NO, found.reasons)


def is_to_be_weighed(order: "PenalOrder") -> Finding[Answer]:
    """Whether the person took back what the order was issued for, and nobody has weighed it yet."""
    waiting = order.owes(WEIGH_PENAL_ORDER)
    return unless(waiting, _NOTHING_TO_WEIGH)


class PenalOrder(StandingOrder[State]):
    """The penal order to leave (55-2), by the supervising inspector on own motion. Removal goes on beside it (55-2(5)).

    Not decided here: what is appropriate and reasonable, whether the like is to be feared: the inspector judges.
    A suit against the penal order itself: a court's judgment on it is followed by a withdrawal.
    """

    en = "Penal order to leave"
    ja = "退去の命令"
    stages = Stage
    state_type = State
    duties = (HEAR_OPINION, DECIDE_PENAL_ORDER, HAND_OVER_PENAL_ORDER, WEIGH_PENAL_ORDER, FIND_OUT)
    notices = (PENAL_ORDER_PAPER, PENAL_ORDER_EXTENDED, PENAL_ORDER_WITHDRAWN, REVIVAL_NOTICE)
    period, causes = PENAL_ORDER_PERIOD, OF_PENAL_ORDER
    running, suspended, over = Stage.IN_FORCE, Stage.SUSPENDED, Stage.PERIOD_OVER

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """An order that was handed over."""
        return kept(case)

    def facts(self) -> PenalOrderFacts:
        """What is on record of the person, as DT-15 asks for it."""
        attempts = self.position.all(RemovalAttempt)
        return PenalOrderFacts(
            removal=self.position.removal_facts(),
            declares_no_will=self.state.declares_no_will,
            notice=self.considered.country_notice,
            obstructed=any(one.obstructed_by is not None for one in attempts),
            heard=self.state.heard_on is not None,
        )

    @opening(by=Power.ISSUE_PENAL_ORDER, basis=_ORDER, ja="退去の命令の検討")
    def consider(self, _: Nothing) -> None:
        """Consider a penal order to leave against somebody with a deportation order."""
        self.require(may_be_considered(self.position.removal_facts(), self.at))
        open_ones = (case for case in self.position.of(type(self).__name__) if not case.stage.closed)
        self.require(not any(open_ones), _UNDER_WAY)
        order = self.position.order_in_force(self.at)
        self.begin(State(order=order.case if order else ""), Stage.CONSIDERED)
        self.owe(HEAR_OPINION)
        self.record(PenalOrderConsidered(order=self.state.order))

    @act(by=Power.EXECUTE_ORDER, at=LIVE, basis=_NO_WILL, ja="意思の表明の記録")
    def record_declaration(self, body: Declaration) -> None:
        """Record that the person declares to have no will to leave."""
        self.require_past(body.on, not_before=self.state.taken_back_on)
        self.update(declared_on=body.on, taken_back_on=None)
        self.discharge(WEIGH_PENAL_ORDER)
        self.record(WillDenied(on=body.on))

    @act(by=Power.EXECUTE_ORDER, at=LIVE, basis=_NO_WILL, ja="意思の表明の撤回の記録")
    def take_declaration_back(self, body: Declaration) -> None:
        """Record that the person takes that declaration back, or declares the will to leave."""
        self.require_past(body.on, not_before=self.state.declared_on)
        self.update(taken_back_on=body.on)
        self.record(DenialTakenBack(on=body.on))
        if PenalReason.NO_WILL_TO_LEAVE in self.state.reasons:
            self.owe(WEIGH_PENAL_ORDER)

    @act(by=Power.ISSUE_PENAL_ORDER, at=Stage.CONSIDERED, basis=_ORDER, ja="意見の聴取")
    def hear(self, body: OpinionHeard) -> None:
        """Hear the person's opinion on the order that is considered, or record that none was given."""
        self.require_past(body.on, not_before=legal_day(self.case.opened_at))
        self.update(heard_on=body.on)
        self.discharge(HEAR_OPINION)
        self.owe(DECIDE_PENAL_ORDER)
        self.record(PenalOrderOpinionHeard(on=body.on, given=body.opinion is not None))

    @act(
        by=Power.ISSUE_PENAL_ORDER,
        at=Stage.CONSIDERED,
        basis=(_ORDER, *_PAPER, cite("A-08"), cite("A-40")),
        when=(conditions_hold,),
        ja="退去の命令",
        irreversible=True,
        considers=True,
    )
    def issue(self, body: PenalOrderPaper) -> None:
        """Order the person to leave by a day, in writing with reasons."""
        judged = Judged(
            body.reasons, body.risk_of_the_like, body.appropriate, body.period_reasonable, body.stated is not None
        )
        self.require(may_issue(self.facts(), judged, self.at))
        self.set_day(body.last_day)
        self.update(reasons=body.reasons, last_day=body.last_day, issued_at=self.at)
        self.serve(PENAL_ORDER_PAPER)
        self.discharge(DECIDE_PENAL_ORDER)
        self.owe(HAND_OVER_PENAL_ORDER)
        self.record(PenalOrderIssued(reasons=tuple(sorted(body.reasons)), last_day=body.last_day))
        self.enter(Stage.ISSUED)

    @act(by=Power.ISSUE_PENAL_ORDER, at=Stage.CONSIDERED, basis=_ORDER, ja="退去の命令をしない旨の記録")
    def drop(self, body: Reasoned) -> None:
        """Record that the order is not issued."""
        self.record(PenalOrderNotIssued())
        self.enter(Stage.NOT_ISSUED)

    @act(
        by=Power.ISSUE_PENAL_ORDER,
        at=Stage.ISSUED,
        basis=(*_PAPER, cite("A-40")),
        when=(nothing_suspends,),
        ja="文書の交付",
    )
    def hand_over(self) -> None:
        """Hand over the paper: from now the order binds, and its period runs."""
        self.discharge(HAND_OVER_PENAL_ORDER)
        self.served(PENAL_ORDER_PAPER, self.today)
        self.bind()
        self.record(PenalOrderHandedOver(last_day=self.state.last_day or self.today))

    @act(
        by=Power.ISSUE_PENAL_ORDER,
        at=(Stage.ISSUED, Stage.IN_FORCE),
        basis=(ICRRA("55-2(4)"), ORD("50-2(2)")),
        ja="期間の延長",
    )
    def extend(self, body: PeriodExtended) -> None:
        """Extend the period where it is needed."""
        self.prolong(body.last_day)
        self.serve(PENAL_ORDER_EXTENDED)
        self.record(PenalOrderExtended(last_day=body.last_day))

    @lapse(PENAL_ORDER_PERIOD, basis=(ICRRA("55-2(1)"), ICRRA("72(vii)")))
    def period_passes(self) -> None:
        """The period is over and the person stayed: exposed to the penalty, unless the order stood still."""
        self.pass_period()

    def expose(self) -> None:
        """Put on record that the person stayed beyond the period."""
        self.update(exposed_at=self.at)
        self.record(PenalOrderBreached(last_day=self.state.last_day or self.today))

    @act(
        by=Power.ISSUE_PENAL_ORDER,
        at=GIVEN,
        basis=_NO_WILL,
        when=(is_to_be_weighed,),
        ja="退去の命令を維持する旨の決定",
    )
    def uphold(self, body: Reasoned) -> None:
        """Find that the order stands although the person takes back what it was issued for."""
        self.discharge(WEIGH_PENAL_ORDER)
        self.record(PenalOrderUpheld())

    @act(by=Power.ISSUE_PENAL_ORDER, at=GIVEN, basis=_ORDER, ja="退去の命令の撤回")
    def withdraw(self, body: Reasoned) -> None:
        """Withdraw the order, by the general power of who issued it."""
        self.withdraw_notice(PENAL_ORDER_PAPER)
        self.serve(PENAL_ORDER_WITHDRAWN)
        self.update(ended_at=self.at)
        self.record(PenalOrderWithdrawn())
        self.enter(Stage.WITHDRAWN)

    def end_without_effect(self) -> None:
        """The deportation order is gone, or a status covers its ground: no step of Chapter 5 is left."""
        self._end(Stage.WITHOUT_EFFECT)

    @upon(Departed, basis=(ICRRA("55-2(6)"), ICRRA("52(3)")))
    def ends_with_the_departure(self, fact: Departed) -> None:
        """The person left Japan: while the order bound under it, and else without regard to it."""
        if self.case.stage not in (Stage.IN_FORCE, Stage.PERIOD_OVER):
            self._end(Stage.OBJECT_LOST)
            return
        in_time = fact.on <= (self.state.last_day or fact.on)
        if in_time and self.state.exposed_at is not None:
            self.update(exposed_at=None)
            self.record(ExposureFell())
        self.update(ended_at=self.at)
        self.record(LeftUnderPenalOrder(on=fact.on, in_time=in_time))
        self.enter(Stage.LEFT)

    @upon(Died, basis=_ORDER)
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._end(Stage.OBJECT_LOST)

    def _end(self, stage: Stage) -> None:
        if self.case.stage.closed:
            return
        self.withdraw_notice(PENAL_ORDER_PAPER)
        self.update(ended_at=self.at)
        self.record(PenalOrderEnded(without_effect=stage is Stage.WITHOUT_EFFECT))
        self.enter(stage)


_UNDER_WAY = because(
    "penal_order_under_way",
    _ORDER,
    en="A penal order of this person is considered, or has not ended.",
    ja="退去の命令の検討中又は命令が終了していない。",
    remedy="Go on in the case that is open, or withdraw the order first.",
)
_NOTHING_TO_WEIGH = because(
    "nothing_taken_back",
    _NO_WILL,
    en="Nothing that the order was issued for was taken back.",
    ja="命令の理由とされた意思の表明は撤回されていない。",
    remedy="Nothing is needed.",
)
