"""What the penal order and the passport order share: a period that stands still, by itself goes on, and ends."""

from datetime import date, datetime
from typing import ClassVar, TypeVar

from engine.case import CaseStage
from engine.declaration import lapse, upon
from engine.payload import ANYTHING, CaseState, Fact
from engine.procedure import Procedure
from law.citation import ICRRA
from law.clock_rule import ClockRule
from law.enforcement_clocks import ORDER_LOOK_AGAIN
from law.facts import DeportationOrder, Grant
from law.finding import Answer, Finding
from law.order_standing import can_be_kept, prolongs, rests_on_order
from law.order_suspension import Causes, began, changes_on, is_suspended
from law.policies import cite
from workflows.effects import Departed, Died
from workflows.papers.orders import FIND_OUT, REVIVAL_NOTICE


class OrderState(CaseState):
    """What is kept of an order beside a deportation order."""

    order: str
    """The deportation case on whose order it rests."""
    last_day: date | None = None
    """As it was last set, or as it is after the order stood still."""
    handed_over_at: datetime | None = None
    suspended_since: datetime | None = None
    exposed_at: datetime | None = None


_STANDS_STILL = (ICRRA("55-2(2)"), ICRRA("61-2-9(2)"), cite("A-07"), cite("A-09"))

O = TypeVar("O", bound=OrderState)  # noqa: E741  (an order)


class OrderSuspended(Fact):
    """The order stands still, for these causes (55-2(2), A-07)."""

    causes: tuple[str, ...]
    since: datetime


class OrderRevived(Fact):
    """No cause is left: the order goes on by itself, until that day (A-09)."""

    last_day: date


class ExposureFell(Fact):
    """An exposure on record was none: the period had not run out, for the order stood still or the person had left."""


class StandingOrder(Procedure[O]):
    """An order with a period. What stands in the way is one question of the law; here it is asked, and followed.

    What is not on record lets no order stand still, and exposes nobody: at the end of the period a person finds out.
    """

    period: ClassVar[ClockRule]
    causes: ClassVar[Causes]
    running: ClassVar[CaseStage]
    suspended: ClassVar[CaseStage]
    over: ClassVar[CaseStage]
    """The clock of an order, what lets it stand still, and the stages of its period."""

    def expose(self) -> None:
        """Put on record to what the person is exposed, the period being over."""
        raise NotImplementedError

    def end_without_effect(self) -> None:
        """End it: the deportation order that it rests on is gone, or a status covers its ground."""
        raise NotImplementedError

    def suspension(self) -> Finding[Answer]:
        """Whether the order stands still now, and why."""
        return is_suspended(self.causes, self.position.removal_facts(), self.at)

    def set_day(self, last_day: date) -> None:
        """Refuse a last day that has passed or on which no office is open (A-01)."""
        self.require(can_be_kept(last_day, self.today))
        self.designate(self.period, self.today, last_day)

    def prolong(self, last_day: date) -> None:
        """Set a later last day: of the running period, or of a paper that is not handed over yet."""
        self.require(prolongs(self.state.last_day or self.today, last_day, self.today))
        if self.state.handed_over_at is None:
            self.set_day(last_day)
        else:
            self.move(self.period, on=self.today, until=last_day)
        self.update(last_day=last_day)

    def bind(self) -> None:
        """Let the period run from the hand-over of the paper."""
        last_day = self.state.last_day or self.today
        self.require(can_be_kept(last_day, self.today))
        self.update(handed_over_at=self.at)
        self.start(self.period, on=self.today, until=last_day)
        self.enter(self.running)
        self._watch()

    @upon(ANYTHING, basis=_STANDS_STILL)
    def looks_again(self, fact: Fact) -> None:
        """Whatever happened: see whether the order has what it rests on, and whether it stands still."""
        if not isinstance(fact, (Departed, Died)):
            self.look_again()

    @lapse(ORDER_LOOK_AGAIN, basis=_STANDS_STILL)
    def looks_again_by_time(self) -> None:
        """A cause that bears its own days begins or ends by time alone."""
        self.look_again()

    def look_again(self) -> None:
        """See where the order stands. Nothing changes where nothing did.

        Of somebody who left or died nothing is asked any more: the departure or the death ends the order.
        """
        circumstances = self.position.circumstances
        if self.case.stage.closed or circumstances.left_on or circumstances.died_on:
            return
        if not rests_on_order(self.state.order, self.position.all(DeportationOrder), self._grants, self.at):
            self.end_without_effect()
            return
        if self.state.handed_over_at is not None:
            self._follow(self.suspension())
            self._watch()

    def pass_period(self) -> None:
        """The period is over."""
        self.enter(self.over)
        self._follow(self.suspension())
        self._watch()

    @property
    def _grants(self) -> tuple[Grant, ...]:
        return self.position.all(Grant)

    def _follow(self, found: Finding[Answer]) -> None:
        if found.value is Answer.YES:
            self._stand_still(found)
        elif self.case.stage is self.suspended:
            self._go_on()
        if self.case.stage is not self.over or self.state.exposed_at is not None:
            return
        if found.value is Answer.UNKNOWN:
            self.owe(FIND_OUT)
        else:
            self.discharge(FIND_OUT)
            self.expose()

    def _stand_still(self, found: Finding[Answer]) -> None:
        since = self._since()
        self.suspend(self.period, since=since)
        if self.case.stage is self.suspended:
            return
        if self.state.exposed_at is not None and self.case.clock(self.period) is not None:
            self.update(exposed_at=None)
            self.record(ExposureFell())
        self.update(suspended_since=since)
        self.discharge(FIND_OUT)
        self.withdraw_notice(REVIVAL_NOTICE)
        self.record(OrderSuspended(causes=tuple(reason.code for reason in found.reasons), since=since))
        self.enter(self.suspended)

    def _since(self) -> datetime:
        """From when it stands still: causes with a day of their own from that day on, but not before it bound."""
        first = began(self.causes, self.position.removal_facts(), self.at) or self.at
        return max(first, self.state.handed_over_at or self.at)

    def _go_on(self) -> None:
        """The effect revives with the days that were left, from when the record says that no cause is left."""
        self.resume(self.period)
        clock = self.case.clock(self.period)
        last_day = clock.last_day if clock else self.state.last_day or self.today
        self.update(suspended_since=None, last_day=last_day)
        self.serve(REVIVAL_NOTICE)
        self.record(OrderRevived(last_day=last_day))
        self.enter(self.running if clock else self.over)

    def _watch(self) -> None:
        """Look again when time alone may have changed the answer."""
        clock = self.case.clock(ORDER_LOOK_AGAIN)
        day = None if self.case.stage.closed else changes_on(self.causes, self.position.removal_facts(), self.at)
        if clock is not None and clock.last_day == day:
            return
        self.stop(ORDER_LOOK_AGAIN)
        if day is not None:
            self.start(ORDER_LOOK_AGAIN, on=self.today, until=day)
