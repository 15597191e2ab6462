"""A provisional stay that comes back: it had not ended after all, or a court stays its revocation (61-2-4(5))."""

from datetime import datetime

from engine.declaration import upon
from law.citation import ACLA, ACRA, ICRRA
from law.clocks import PROVISIONAL_STAY
from law.court import Attacked
from law.effect_stays import EffectStayed, is_stayed
from law.facts import Application
from law.periods import end_of
from workflows.effects import (
    ApplicationReopened,
    DeportationOrderWithdrawn,
    ProvisionalStayRestored,
    StayBarredByOrder,
    StayEnd,
)
from workflows.enforcement_effects import CourtStaysChanged
from workflows.papers.provisional_stay_duties import (
    DECIDE_RENEWAL,
    DECIDE_WORK,
    DELIVER_RENEWED_PERMIT,
    DELIVER_STATUS,
    SERVE_REVOCATION,
)
from workflows.provisional_stay_case import Spell, Stage, StayCase, StayRevocationStayed


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
        if self._is_pending():
            self._come_back()
            self._follow_the_court()

    def _is_pending(self) -> bool:
        own = [one for one in self.position.all(Application) if one.case == self.state.application]
        return any(one.ended is None for one in own)

    @upon(CourtStaysChanged, basis=(ACLA("25(2)"), ACLA("33(1)"), ICRRA("61-2-6"), ICRRA("61-2-9(2)")))
    def court_reached_the_revocation(self, fact: CourtStaysChanged) -> None:
        """A court stayed the effect of the revocation, or that stay ended: what the court says holds from now on."""
        self._follow_the_court()

    def _follow_the_court(self) -> None:
        """Run again for the time, unless the written period has passed, or an order stands: then DT-01 waits alone."""
        stayed = is_stayed(self.position.all(EffectStayed), self.case_id, Attacked.PROVISIONAL_STAY)
        if not stayed and self.state.effect_stayed_at is not None:
            self._is_revoked_again()
        elif stayed and self.state.ended_with is StayEnd.REVOKED and self._may_run_again():
            self._run_again()

    def _may_run_again(self) -> bool:
        no_order = self.position.order_in_force(self.at) is None
        return no_order and self._is_pending() and self._over_at() is None

    def _run_again(self) -> None:
        since, until = self.state.began_at, self.state.ended_at
        if since is None or until is None:
            return
        spells = (*self.state.spells, Spell(since=since, until=until))
        self.update(spells=spells, runs_from=self.at, effect_stayed_at=self.at)
        self._go_on()
        self.record(StayRevocationStayed())
        self.record(ProvisionalStayRestored(application=self.state.application, since=self.at))

    def _is_revoked_again(self) -> None:
        self.update(effect_stayed_at=None)
        if self.state.ended_with is StayEnd.APPLICATION_ENDED:
            self.update(ended_with=StayEnd.REVOKED)
        self.end(StayEnd.REVOKED)

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
        if state.revoked_on is not None and state.effect_stayed_at is None:
            self.owe(SERVE_REVOCATION)
        if state.work_applied_for is not None:
            self.owe(DECIDE_WORK)
        if state.status_waits:
            self.owe(DELIVER_STATUS)
