"""The standstill of the procedure under provisional stay (61-2-9(2)), also where it proves only later."""

from datetime import datetime

from engine.case import Clock, ClockStatus
from engine.declaration import act, upon
from engine.refusal import unless
from law.citation import ACLA, ACRA, ICRRA
from law.clock_rule import ClockRule
from law.clocks import HEARING_REQUEST, OBJECTION, SPECIAL_PERMISSION_WINDOW
from law.competence import Power
from law.deportation import standstills
from law.facts import ProvisionalStayPeriod
from law.finding import Answer, Finding
from law.ledger import last_day_with_standstills, rolled
from law.periods import end_of
from workflows.deportation_acceptance import OVER, had_to_issue
from workflows.deportation_annulment import Annulments
from workflows.deportation_case import DeportationCase, Stage
from workflows.deportation_record import (
    OrderDoubted,
    OrderUpheld,
    ProcedureResumed,
    ProcedureStopped,
    RightRestored,
    StepsFoundDone,
    StepsWeighed,
    WindowRestored,
)
from workflows.effects import (
    ProvisionalStayDelivered,
    ProvisionalStayEnded,
    ProvisionalStayRestored,
    StayBarredByOrder,
)
from workflows.papers import standstill as paper
from workflows.papers.deportation import Instance, Reasoned
from workflows.papers.deportation_duties import RECORD_ACCEPTANCE, WEIGH_ORDER, WEIGH_STEPS

PERIODS = (HEARING_REQUEST, OBJECTION, SPECIAL_PERMISSION_WINDOW)
_RAN_OUT_AT = {
    HEARING_REQUEST: (Stage.SILENT_ON_FINDING,),
    OBJECTION: (Stage.SILENT_ON_DECISION,),
    SPECIAL_PERMISSION_WINDOW: OVER,
}
_BY_A_LAPSE = "lapse/"
_PROVED_LATER = (ICRRA("61-2-9(2)"), ACRA("18(3)"), ACLA("32(1)"))


def steps_wait(case: DeportationCase) -> Finding[Answer]:
    """Whether steps taken while the procedure stood still wait to be weighed."""
    waiting = case.owes(WEIGH_STEPS)
    return unless(waiting, paper.NO_STEPS_TO_WEIGH)


def order_is_doubted(case: DeportationCase) -> Finding[Answer]:
    """Whether the order was issued while the procedure, as it proved later, stood still."""
    return unless(case.state.order_in_doubt, paper.ORDER_NOT_DOUBTED)


class Standing(Annulments):
    """The standstill begins, ends, and may prove to have lasted longer than was known.

    What ran out meanwhile by itself had not run out: it is counted again. What people did meanwhile stays on file, and
    a person decides what becomes of it.
    """

    @upon(ProvisionalStayDelivered, basis=ICRRA("61-2-9(2)"))
    def stands_still(self, fact: ProvisionalStayDelivered) -> None:
        """Provisional stay begins: the whole procedure stops, and its periods keep the days that are left."""
        if self.case.stage.closed:
            return
        for rule in PERIODS:
            self.suspend(rule)
        self.record(ProcedureStopped())

    @upon(ProvisionalStayEnded, basis=(ICRRA("61-2-9(2)"), ICRRA("61-2-9(3)")))
    def goes_on(self, fact: ProvisionalStayEnded) -> None:
        """Provisional stay ended: the procedure goes on with the days that were left."""
        if self.case.stage.closed or self.stands_still_now():
            return
        for rule in PERIODS:
            self.resume(rule)
        self.record(ProcedureResumed())

    @upon(ProvisionalStayRestored, basis=_PROVED_LATER)
    def stood_still_all_along(self, fact: ProvisionalStayRestored) -> None:
        """Provisional stay had not ended: no period ran since, and steps taken since are to be weighed."""
        if self.case.stage.closed:
            return
        if self.case.stage is Stage.ORDERED:
            if had_to_issue(self, self.state.ordered_at or self.at).value is not Answer.YES:
                self._doubt_order()
            return
        since = fact.since or self.at
        stepped = self._was_stepped_on(since)
        given_back = [rule for rule in PERIODS if self._give_back(rule, since)]
        if self.stands_still_now():
            self.record(ProcedureStopped())
        self._undo_lapses(given_back)
        if stepped:
            self.owe(WEIGH_STEPS)
            self.record(StepsFoundDone())

    @upon(StayBarredByOrder, basis=_PROVED_LATER)
    def order_came_too_soon(self, fact: StayBarredByOrder) -> None:
        """Provisional stay had not ended when the order was issued: a person decides whether the order stands."""
        if self.case.stage is Stage.ORDERED:
            self._doubt_order()

    @act(
        by=Power.RESOLVE_CONTESTED,
        at=Stage.ORDERED,
        basis=_PROVED_LATER,
        when=(order_is_doubted,),
        ja="停止中に発付された令書を維持する旨の決定",
    )
    def uphold_order(self, body: Reasoned) -> None:
        """Find that an order issued while the procedure seemed to have stood still stands."""
        self.update(order_in_doubt=False)
        self.discharge(WEIGH_ORDER)
        self.record(OrderUpheld())

    @act(
        by=Power.RESOLVE_CONTESTED,
        at=tuple(stage for stage in Stage if not stage.closed),
        basis=_PROVED_LATER,
        when=(steps_wait,),
        ja="停止中にされた手続の取扱いの決定",
    )
    def weigh_steps(self, body: paper.StepsDecision) -> None:
        """Decide whether steps taken while the procedure stood still stand, or take it up again before them."""
        self.discharge(WEIGH_STEPS)
        self.record(StepsWeighed(stand=body.again_from is None))
        if body.again_from is paper.AgainFrom.HEARING_REQUEST:
            self._take_up_period(HEARING_REQUEST, Stage.OPEN_TO_HEARING)
        elif body.again_from is paper.AgainFrom.OBJECTION_REQUEST:
            self._take_up_period(OBJECTION, Stage.OPEN_TO_OBJECTION)
        elif body.again_from is not None:
            self.take_up_again(Instance(body.again_from.value))

    def stands_still_now(self) -> bool:
        """Whether provisional stay runs."""
        return self.position.provisional_stay_running(self.at) is not None

    def _doubt_order(self) -> None:
        self.update(order_in_doubt=True)
        self.owe(WEIGH_ORDER)
        self.record(OrderDoubted())

    def _was_stepped_on(self, since: datetime) -> bool:
        """Whether somebody took a step since an instant; what lapsed by itself is none."""
        state, case = self.state, self.case
        duties = [duty for duty in case.duties if not duty.id.startswith(_BY_A_LAPSE)]
        moments = (
            state.declared_at,
            state.hearing_held_at,
            state.waiver_signed_at,
            state.acceptance.at if state.acceptance else None,
            state.special_permission.filed_at,
            state.special_permission_refused_at,
            state.special_permission.ended_at,
            *(duty.since for duty in duties),
            *(duty.done_at for duty in case.duties),
            *(notice.since for notice in case.notices),
        )
        return any(moment is not None and moment > since for moment in moments)

    def _give_back(self, rule: ClockRule, since: datetime) -> bool:
        """Count a period again that ran, or ran out by itself, since an instant from which it stood still."""
        clock = self._last(rule)
        if clock is None or clock.status not in (ClockStatus.RUNNING, ClockStatus.LAPSED):
            return False
        ran_out = clock.status is ClockStatus.LAPSED
        if ran_out and (clock.ledger[-1].at < since or self.case.stage not in _RAN_OUT_AT[rule]):
            return False
        if ran_out and not self.stands_still_now() and self._counted_anew(rule, clock) <= self.at:
            return False
        self._begin_anew(rule, clock)
        return ran_out

    def _undo_lapses(self, given_back: list[ClockRule]) -> None:
        if HEARING_REQUEST in given_back:
            self._right_is_back(Instance.EXAMINATION, Stage.OPEN_TO_HEARING)
        if OBJECTION in given_back:
            self._right_is_back(Instance.HEARING, Stage.OPEN_TO_OBJECTION)
        if SPECIAL_PERMISSION_WINDOW in given_back:
            self.record(WindowRestored())
            self.weigh_order()

    def _right_is_back(self, instance: Instance, stage: Stage) -> None:
        self.update(silent_since=None)
        self.discharge(RECORD_ACCEPTANCE)
        self.record(RightRestored(instance=instance.value))
        self.enter(stage)

    def _take_up_period(self, rule: ClockRule, stage: Stage) -> None:
        """Go back to a period for a hearing or an objection; what is left of it is counted again."""
        clock = self._last(rule)
        self.require(clock is not None and self.decision_stands(_OF_PERIOD[rule]), paper.NOTHING_THERE)
        if clock is not None:
            self.forget_what_followed()
            self._begin_anew(rule, clock)
            self.enter(stage)

    def _begin_anew(self, rule: ClockRule, clock: Clock) -> None:
        self.stop(rule)
        self.start(rule, on=clock.started_on, standstills=self._standstills())
        if self.stands_still_now():
            self.suspend(rule)

    def _counted_anew(self, rule: ClockRule, clock: Clock) -> datetime:
        if rule.period is None:
            return self.at
        return end_of(
            rolled(rule.period, last_day_with_standstills(rule.period, clock.started_on, self._standstills()))
        )

    def _standstills(self) -> tuple[tuple[datetime, datetime], ...]:
        return standstills(self.position.all(ProvisionalStayPeriod), until=self.at)

    def _last(self, rule: ClockRule) -> Clock | None:
        return next((clock for clock in reversed(self.case.clocks) if clock.rule_name == rule.name), None)


_OF_PERIOD = {HEARING_REQUEST: Instance.EXAMINATION, OBJECTION: Instance.HEARING}
