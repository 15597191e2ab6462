"""The order to apply for a passport and the like (旅券発給申請等命令): what a removal needs (52(12), (13))."""

from engine.declaration import act, lapse, opening, upon
from engine.refusal import because
from law.citation import ICRRA, ORD
from law.competence import Power
from law.enforcement_clocks import PASSPORT_ORDER_PERIOD
from law.finding import Answer, Finding
from law.order_suspension import OF_PASSPORT_ORDER
from law.passport_order import Commanded, CommandedAct, Standing, all_done, may_bind, may_command, undone
from law.periods import legal_day
from law.policies import cite
from workflows.effects import Departed, Died
from workflows.order_standing import ExposureFell, StandingOrder
from workflows.papers.deportation import Reasoned
from workflows.papers.orders import FIND_OUT, REVIVAL_NOTICE, PeriodExtended
from workflows.papers.passport_order import ActAsked, ActDone, PassportOrderPaper
from workflows.papers.passport_order_duties import (
    HAND_OVER_PASSPORT_ORDER,
    PASSPORT_ORDER_EXTENDED,
    PASSPORT_ORDER_PAPER,
    PASSPORT_ORDER_WITHDRAWN,
)
from workflows.passport_order_case import (
    GIVEN,
    HANDED_OVER,
    CommandedActAsked,
    CommandedActDone,
    PassportOrderBreached,
    PassportOrderEnded,
    PassportOrderExtended,
    PassportOrderFulfilled,
    PassportOrderHandedOver,
    PassportOrderIssued,
    PassportOrderWithdrawn,
    Stage,
    State,
)

_ORDER = ICRRA("52(12)")
_ACTS = (_ORDER, ORD("48-2"))


def may_take_hold(order: "PassportOrder") -> Finding[Answer]:
    """Whether nothing that bars the issue of the order has come since it was written."""
    return may_bind(order.position.removal_facts(), order.at)


class PassportOrder(StandingOrder[State]):
    """The order to apply for a passport, or to do what else a removal needs, by a day (52(12), (13), Ord. 48-2).

    While an application stops removal, or its execution is stopped, it is not issued and its period pauses (A-07).

    Not decided here: what is needed and reasonable: the supervising inspector judges. No hearing is asked for.
    """

    en = "Order to apply for a passport"
    ja = "旅券発給申請等命令"
    stages = Stage
    state_type = State
    duties = (HAND_OVER_PASSPORT_ORDER, FIND_OUT)
    notices = (PASSPORT_ORDER_PAPER, PASSPORT_ORDER_EXTENDED, PASSPORT_ORDER_WITHDRAWN, REVIVAL_NOTICE)
    period, causes = PASSPORT_ORDER_PERIOD, OF_PASSPORT_ORDER
    running, suspended, over = Stage.IN_FORCE, Stage.SUSPENDED, Stage.PERIOD_OVER

    @opening(by=Power.ORDER_PASSPORT, basis=(*_ACTS, ORD("48-3(1)"), cite("A-07")), ja="旅券発給申請等命令")
    def command(self, body: PassportOrderPaper) -> None:
        """Command in writing what a removal needs of the person, by a day."""
        commanded = Commanded(body.acts, body.needed_for_removal, body.period_reasonable)
        self.require(may_command(self.position.removal_facts(), commanded, self.at))
        self.require(not body.acts & self._commanded_already(), _COMMANDED_ALREADY)
        order = self.position.order_in_force(self.at)
        acts = tuple(one for one in CommandedAct if one in body.acts)
        state = State(order=order.case if order else "", acts=dict.fromkeys(acts, Standing.OPEN))
        self.begin(state, Stage.ISSUED)
        self.set_day(body.last_day)
        self.update(last_day=body.last_day)
        self.serve(PASSPORT_ORDER_PAPER)
        self.owe(HAND_OVER_PASSPORT_ORDER)
        self.record(PassportOrderIssued(acts=acts, last_day=body.last_day))

    @act(
        by=Power.ORDER_PASSPORT,
        at=Stage.ISSUED,
        basis=(_ORDER, ORD("48-3(1)"), cite("A-07")),
        when=(may_take_hold,),
        ja="命令書の交付",
    )
    def hand_over(self) -> None:
        """Hand over the paper: from now the order binds, and its period runs."""
        self.discharge(HAND_OVER_PASSPORT_ORDER)
        self.served(PASSPORT_ORDER_PAPER, self.today)
        self.bind()
        self.record(PassportOrderHandedOver(last_day=self.state.last_day or self.today))

    @act(by=Power.EXECUTE_ORDER, at=HANDED_OVER, basis=_ACTS, ja="命じた行為に係る求めの記録")
    def record_demand(self, body: ActAsked) -> None:
        """Record that somebody asked for an act that is due on demand."""
        self.require(body.commanded in self.state.acts, _NOT_COMMANDED)
        self.require(body.commanded.is_on_demand, _DUE_WITHOUT_DEMAND)
        self.require(self.case.stage is Stage.IN_FORCE, _NOTHING_IS_DUE)
        self.require_past(body.on, not_before=legal_day(self.state.handed_over_at or self.at))
        self._stands(body.commanded, Standing.CALLED_FOR)
        self.record(CommandedActAsked(commanded=body.commanded, asked_by=body.asked_by, on=body.on))

    @act(by=Power.EXECUTE_ORDER, at=HANDED_OVER, basis=_ACTS, ja="命じた行為の履行の記録")
    def record_done(self, body: ActDone) -> None:
        """Record that a commanded act was done."""
        self.require(body.commanded in self.state.acts, _NOT_COMMANDED)
        self.require_past(body.on)
        self._stands(body.commanded, Standing.DONE)
        self.record(CommandedActDone(commanded=body.commanded, on=body.on))
        if body.on <= (self.state.last_day or body.on):
            self._was_done_in_time(body.commanded)
        over = self.case.stage is Stage.PERIOD_OVER
        if all_done(self.state.acts) or (over and not undone(self.state.acts)):
            self._fulfil()

    @act(
        by=Power.ORDER_PASSPORT,
        at=(Stage.ISSUED, Stage.IN_FORCE),
        basis=(ICRRA("52(13)"), ORD("48-3(2)")),
        ja="期間の延長",
    )
    def extend(self, body: PeriodExtended) -> None:
        """Extend the period where it is needed."""
        self.prolong(body.last_day)
        self.serve(PASSPORT_ORDER_EXTENDED)
        self.record(PassportOrderExtended(last_day=body.last_day))

    @act(by=Power.ORDER_PASSPORT, at=GIVEN, basis=_ORDER, ja="旅券発給申請等命令の撤回")
    def withdraw(self, body: Reasoned) -> None:
        """Withdraw the order, by the general power of who issued it."""
        self.withdraw_notice(PASSPORT_ORDER_PAPER)
        self.serve(PASSPORT_ORDER_WITHDRAWN)
        self.record(PassportOrderWithdrawn())
        self.enter(Stage.WITHDRAWN)

    @lapse(PASSPORT_ORDER_PERIOD, basis=(_ORDER, ICRRA("72(v)")))
    def period_passes(self) -> None:
        """The period is over: who did not do what was due is exposed to the penalty."""
        self.pass_period()

    def expose(self) -> None:
        """Put on record what was due and not done; where there is nothing of it, the order is fulfilled."""
        left = undone(self.state.acts)
        if not left:
            self._fulfil()
            return
        self.update(exposed_at=self.at, breached=frozenset(left))
        self.record(PassportOrderBreached(acts=left))

    def end_without_effect(self) -> None:
        """The deportation order is gone, or a status covers its ground: nothing is left to be prepared."""
        self._end(Stage.WITHOUT_EFFECT)

    @upon(Departed, basis=(_ORDER, ICRRA("52(3)")))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan: nothing is left to be prepared."""
        self._end(Stage.OBJECT_LOST)

    @upon(Died, basis=_ORDER)
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._end(Stage.OBJECT_LOST)

    def _commanded_already(self) -> frozenset[CommandedAct]:
        """The acts that another order of the person commands and that are not done."""
        others = (case.state for case in self.position.of(type(self).__name__) if not case.stage.closed)
        return frozenset(one for state in others for one, now in state.acts.items() if now is not Standing.DONE)

    def _stands(self, one: CommandedAct, standing: Standing) -> None:
        self.update(acts={**self.state.acts, one: standing})

    def _was_done_in_time(self, one: CommandedAct) -> None:
        """An act that seemed not to be done when the period ended had been done."""
        if self.state.exposed_at is None:
            return
        self.update(breached=self.state.breached - {one})
        if not self.state.breached:
            self.update(exposed_at=None)
            self.record(ExposureFell())

    def _fulfil(self) -> None:
        self.record(PassportOrderFulfilled())
        self.enter(Stage.FULFILLED)

    def _end(self, stage: Stage) -> None:
        if self.case.stage.closed:
            return
        self.withdraw_notice(PASSPORT_ORDER_PAPER)
        self.record(PassportOrderEnded(without_effect=stage is Stage.WITHOUT_EFFECT))
        self.enter(stage)


_COMMANDED_ALREADY = because(
    "commanded_already",
    _ORDER,
    en="Another order commands one of these acts, and it is not done.",
    ja="同一の行為を命ずる命令が終了していない。",
    remedy="Extend that order, or withdraw it first.",
)
_NOT_COMMANDED = because(
    "act_not_commanded",
    *_ACTS,
    en="The order does not command this act.",
    ja="命じた行為に含まれていない。",
    remedy="Name an act that is commanded, or command it by another order.",
)
_DUE_WITHOUT_DEMAND = because(
    "due_without_demand",
    *_ACTS,
    en="The act is due without anybody's asking.",
    ja="求めを要しない行為である。",
    remedy="Record when it is done.",
)
_NOTHING_IS_DUE = because(
    "nothing_is_due_now",
    *_ACTS,
    cite("A-07"),
    en="The period pauses or is over: nothing becomes due by the order now.",
    ja="期間の停止中又は経過後であり、新たに履行を求めることはできない。",
    remedy="Wait until the period goes on, or command the act anew.",
)
