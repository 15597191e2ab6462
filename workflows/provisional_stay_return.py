"""A provisional stay that had not ended after all: its refusal was attacked in time, or never was (61-2-4(5))."""

from datetime import datetime

from engine.declaration import upon
from law.citation import ACLA, ACRA, ICRRA
from law.clocks import PROVISIONAL_STAY
from law.facts import Application
from law.periods import end_of
from workflows.effects import (
    ApplicationReopened,
    DeportationOrderWithdrawn,
    ProvisionalStayRestored,
    StayBarredByOrder,
    StayEnd,
)
from workflows.papers.provisional_stay_duties import (
    DECIDE_RENEWAL,
    DECIDE_WORK,
    DELIVER_RENEWED_PERMIT,
    DELIVER_STATUS,
    SERVE_REVOCATION,
)
from workflows.provisional_stay_case import Stage, StayCase


class Returning(StayCase):
    """How a stay comes back. An order issued since stands in its way until a person has withdrawn it."""

    @upon(ApplicationReopened, basis=(ICRRA("61-2-4(5)"), ACRA("18(3)"), ACLA("32(1)")))
    def goes_on_after_all(self, fact: ApplicationReopened) -> None:
        """What ended the stay was attacked in time, or annulled: the stay goes on, unless an order stands since."""
        if fact.application == self.state.application:
            self._come_back()

    @upon(DeportationOrderWithdrawn, basis=(ICRRA("61-2-4(5)"), ICRRA("61-2-9(2)")))
    def order_is_gone(self, fact: DeportationOrderWithdrawn) -> None:
        """The order that stood in the way of a stay that had not ended is withdrawn."""
        own = [one for one in self.position.all(Application) if one.case == self.state.application]
        if any(one.ended is None for one in own):
            self._come_back()

    def _come_back(self) -> None:
        ended_at = self.state.ended_at
        if ended_at is None or self.state.ended_with is not StayEnd.APPLICATION_ENDED:
            return
        over_at = self._over_at()
        if over_at is not None and over_at <= ended_at:
            return
        order = self.position.order_in_force(self.at)
        if order is not None and (over_at is None or order.issued_at < over_at):
            self.record(StayBarredByOrder(application=self.state.application, since=ended_at))
            return
        if over_at is None:
            self._go_on()
        else:
            self.update(ended_at=over_at, ended_with=StayEnd.PERIOD_OVER)
        self.record(ProvisionalStayRestored(application=self.state.application, since=ended_at))

    def _over_at(self) -> datetime | None:
        """The end of the written period, where it has passed meanwhile and no renewal was asked for in time."""
        last_day = self.state.last_day or self.today
        over = last_day < self.today and self.state.renewal_requested_on is None
        return end_of(last_day) if over else None

    def _go_on(self) -> None:
        last_day = self.state.last_day or self.today
        is_over = last_day < self.today
        self.update(ended_at=None, ended_with=None)
        if not is_over:
            self.start(PROVISIONAL_STAY, on=self.state.counts_from or self.today, until=last_day)
        self.enter(Stage.RENEWAL_UNDECIDED if is_over else Stage.RUNNING)
        self._owe_what_waited()

    def _owe_what_waited(self) -> None:
        """What the stay's end had done away with is owed again."""
        state = self.state
        requested, granted = state.renewal_requested_on is not None, state.renewed_until is not None
        if requested:
            self.owe(DELIVER_RENEWED_PERMIT if granted else DECIDE_RENEWAL, due=state.last_day or self.today)
        if state.revoked_on is not None:
            self.owe(SERVE_REVOCATION)
        if state.work_applied_for is not None:
            self.owe(DECIDE_WORK)
        if state.status_waits:
            self.owe(DELIVER_STATUS)
