"""What became of a removal: the person left, was turned back, left by himself or herself, or was removed against it."""

from datetime import date, datetime, timedelta

from engine.declaration import act
from law import enforcement_reasons as reason
from law.citation import ICRRA, PRACTICE
from law.competence import Power
from law.enforcement import AttemptEnd, RemovalAttempt
from law.landing import Leaving
from law.landing_denial import DenialKept, has_its_denial
from law.own_expense import OwnExpenseTerms, leaving_by_oneself
from law.penal_order import PenalOrder, leaves_under
from law.periods import end_of, legal_day
from workflows.effects import Departed
from workflows.enforcement_case import NOT_AUTHORISED, NOT_BOARDED, Stage, closed_rows
from workflows.enforcement_effects import ReceivingStateRefused
from workflows.enforcement_others import Others
from workflows.enforcement_record import LeftByOneself, RemovalFailed, RemovedAgainstGate, RemovedUnderOrder
from workflows.papers.enforcement import PersonLeft
from workflows.papers.removal import FailedAttempt, LeftUnderOrder, RemovedWithoutGate


class Outcome(Others):
    """How an attempt ends, and what a departure under the order brings (52(3), 5(1)(ix))."""

    @act(by=Power.EXECUTE_ORDER, at=Stage.ON_BOARD, basis=(ICRRA("52(3)"), ICRRA("5(1)(ix)")), ja="送還の完了の記録")
    def record_removed(self, body: LeftUnderOrder) -> None:
        """Record that the person, put on board, left Japan; landing is denied from that day."""
        boarded_on = legal_day(self.state.boarded_at or self.at)
        self.require_past(body.on, not_before=boarded_on)
        at = self._instant_of(body.on)
        self._leave_under_order(body.on, self._breach(at, self._closed_rows(at)))
        self.record(Departed(on=body.on))

    @act(
        by=Power.EXECUTE_ORDER,
        at=(Stage.PLANNED, Stage.WITH_CARRIER, Stage.REQUESTED, Stage.AUTHORISED, Stage.ON_BOARD),
        basis=(ICRRA("52(3)"), ICRRA("55-2(1)(ii)")),
        ja="送還の不成功の記録",
    )
    def record_failed_attempt(self, body: FailedAttempt) -> None:
        """Record that an attempt did not succeed: the order is to be carried out still, if it has effect."""
        plan = self.state.plan
        self.require_past(body.on, not_before=legal_day(self.case.opened_at))
        named = body.end is not AttemptEnd.OBSTRUCTED or body.obstructed_by is not None
        self.require(named, reason.OBSTRUCTION_MISSING)
        attempt = RemovalAttempt(body.on, body.obstructed_by, body.end is AttemptEnd.CAPTAIN_REFUSED)
        self.update(attempts=(*self.state.attempts, attempt))
        number = self.state.plans if plan is None else plan.number
        self.record(RemovalFailed(plan=number, end=body.end, obstructed_by=body.obstructed_by))
        if plan is not None and body.end is AttemptEnd.RECEIVING_STATE_REFUSED:
            self.record(ReceivingStateRefused(country=plan.destination))
        self.begin_anew()
        self.end_if_without_effect()

    @act(
        by=Power.RECORD_DEPARTURE,
        at=(*NOT_BOARDED, Stage.WITHOUT_EFFECT),
        basis=(ICRRA("52(3)"), PRACTICE("removal gate")),
        ja="承認によらない送還の記録",
    )
    def record_removal_against_gate(self, body: RemovedWithoutGate) -> None:
        """Record a removal that took place without passing the gate: a breach, with every row closed then."""
        self.require(self.position.circumstances.left_on is None, reason.LEFT_ALREADY)
        closed = (NOT_AUTHORISED, *self._closed_rows(self.at))
        self._leave_under_order(self.today, RemovedAgainstGate(closed=closed, at=self.at, authorised=False))
        self.record(Departed(on=self.today))

    def left_elsewhere(self, on: date) -> None:
        """Another case saw the person leave: on board or with the carrier under the order, else by oneself."""
        if self.under_way:
            self._leave_under_order(on, self._breach(self._instant_of(on), ()))
            return
        self.update(left_on=on)
        self.record(LeftByOneself(on=on))
        self._deny_landing(on, *self._how_left(on))
        self.end(Stage.LEFT)

    def _breach(self, at: datetime, closed: tuple[str, ...]) -> RemovedAgainstGate | None:
        """Who left was to be taken back by then, or rows were closed, or nobody had authorised the boarding."""
        stopped = self.state.stopped_since
        if stopped is not None and stopped <= at:
            at, closed = stopped, self.state.stopped_by
        if self.case.stage is not Stage.ON_BOARD and NOT_AUTHORISED not in closed:
            closed = (NOT_AUTHORISED, *closed)
        return RemovedAgainstGate(closed=closed, at=at, authorised=NOT_AUTHORISED not in closed) if closed else None

    def _leave_under_order(self, on: date, breach: RemovedAgainstGate | None) -> None:
        """The order is carried out. A breach comes last: the denial of landing is the same case with it and without."""
        plan = self.state.plan
        self.update(left_on=on)
        kind, batch = (plan.kind, plan.batch) if plan is not None else (None, "")
        self.record(RemovedUnderOrder(kind=kind, on=on, batch=batch))
        self._deny_landing(on, Leaving.REMOVED)
        if breach is not None:
            self.record(breach)
        self.end(Stage.REMOVED)

    def _how_left(self, on: date) -> tuple[Leaving, bool]:
        """How somebody left who was not removed, and whether a decision of one year was kept (52(4), (5), 55-2(6))."""
        leaving, kept = leaving_by_oneself(self.position.all(OwnExpenseTerms), on)
        if leaving is Leaving.BY_ONESELF and leaves_under(self.position.all(PenalOrder), self._instant_of(on)):
            return Leaving.PENAL_ORDER, False
        return leaving, kept

    def _deny_landing(self, on: date, leaving: Leaving, decision_kept: bool = False) -> None:
        """Have the denial of landing determined, once for a departure."""
        if not has_its_denial(self.position.all(DenialKept), on):
            left = PersonLeft(on=on, leaving=leaving, own_expense_decision_kept=decision_kept)
            self.open("LandingDenial", "determine", left)

    def _closed_rows(self, at: datetime) -> tuple[str, ...]:
        return tuple(each.code for each in closed_rows(self, at))

    def _instant_of(self, day: date) -> datetime:
        """The latest instant of a day at which something can have happened."""
        return self.at if day == self.today else end_of(day) - timedelta.resolution
