"""The departure order (出国命令): overstayers leave within days, without detention and with a short denial of landing.

One procedure in several files along the law: the order and its deadline, exit control, the end; here its beginning,
and what other cases of the person do to it.
"""

from collections.abc import Iterable
from datetime import date

from engine.case import Case
from engine.declaration import opening, upon
from engine.resolution import ActFell
from law.citation import ACLA, ICRRA, PRACTICE
from law.competence import Power
from law.departure_order_terms import DepartureOrderKept
from law.exit_control import DepartureSeen
from workflows.departure_order_case import OPEN, RUNNING, Stage, State
from workflows.departure_order_end import Ending
from workflows.departure_order_exit import ExitControl
from workflows.departure_order_record import DepartureStands, DepartureToBeOrdered
from workflows.departure_order_running import Running
from workflows.effects import Departed, Died, GrantTookEffect, ProvisionalStayEnded
from workflows.enforcement_effects import StatusRestored
from workflows.papers.departure_order_duties import DUTIES, END_FOR_STATUS, NOTICES, ORDER_DEPARTURE
from workflows.papers.enforcement import DepartureOrderFollows

_FOUR_ROUTES = (ICRRA("55-85(1)"), ICRRA("47(2)"), ICRRA("48(7)"), ICRRA("49(5)"), ICRRA("55-84(3)"))


class DepartureOrder(Ending, ExitControl, Running):
    """The departure order of somebody found eligible for it (24-3, 55-85 to 55-88).

    It must be made promptly, and nobody examines again. An application for recognition does not stop it, and its
    deadline runs on under provisional stay: it is no part of Chapter 5 (61-2-9(2), (3)).

    Not decided here: eligibility (DT-02, `law.departure_order`, asked in the deportation case), and for how long
    landing is denied (DT-04, `LandingDenial`).
    """

    en = "Departure order"
    ja = "出国命令"
    duties = DUTIES
    notices = NOTICES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The order, the ground of whoever missed it or had it revoked until he or she leaves, and a departure seen."""
        state = case.state
        yield DepartureOrderKept(
            case=case.id,
            deportation=state.deportation,
            track=state.track,
            ordered_at=state.ordered_at,
            deadlines=state.deadlines,
            conditions=state.conditions,
            undecided=case.stage is Stage.DEADLINE_OVER,
            ended_at=state.ended_at,
            left=state.left,
            ground=state.ground,
        )
        if state.seen_off_on is not None:
            yield DepartureSeen(case.id)

    @opening(by=Power.EXAMINE, basis=_FOUR_ROUTES, ja="出国命令対象者に該当する旨の通知", inner=True)
    def take_up(self, body: DepartureOrderFollows) -> None:
        """Take up the word of the inspector, the inquiry officer or the Minister: departure must be ordered."""
        self.begin(State(deportation=body.deportation, track=body.track), Stage.DUE)
        self.owe(ORDER_DEPARTURE)
        self.record(DepartureToBeOrdered(track=body.track))

    @upon(ProvisionalStayEnded, basis=(ICRRA("61-2-9(2)"), ICRRA("24(viii)"), ICRRA("24(ix)")))
    def is_pursued(self, fact: ProvisionalStayEnded) -> None:
        """Provisional stay ended: a ground that arose while it ran is taken up now."""
        if self.position.provisional_stay_running(self.at) is None:
            self.pursue()

    @upon(GrantTookEffect, basis=(ICRRA("55-85(1)"), ICRRA("61-2-9(1)")))
    def meets_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted: the law says nothing of the order, so a person decides what becomes of it."""
        if self.case.stage in OPEN:
            self.owe(END_FOR_STATUS)

    @upon(StatusRestored, basis=(ICRRA("55-85(1)"), ACLA("32(1)")))
    def meets_a_status_restored(self, fact: StatusRestored) -> None:
        """The revocation of the person's status was annulled: here too a person decides what becomes of the order."""
        if self.case.stage in OPEN:
            self.owe(END_FOR_STATUS)

    @upon(Departed, basis=(ICRRA("25"), ICRRA("55-85(1)")))
    def has_left(self, fact: Departed) -> None:
        """The person left Japan: under the order, if by its deadline; then it was not missed either."""
        self._leave_as_it_stands(fact.on)

    @upon(ActFell, basis=(ICRRA("25(1)"), PRACTICE("contested entries")))
    def holds_on_to_the_departure(self, fact: ActFell) -> None:
        """A confirmation of departure fell: the person has left all the same, under the order only if it stood."""
        known = self.state.gone or self.position.circumstances.left_on is not None
        if fact.case != self.case_id or fact.act != ExitControl.confirm_departure.__name__ or known:
            return
        self.update(seen_off_on=self.today)
        self.record(Departed(on=self.today))
        self._leave_as_it_stands(self.today)
        self.record(DepartureStands(on=self.today))

    def _leave_as_it_stands(self, on: date) -> None:
        stage = self.case.stage
        if stage in (*RUNNING, Stage.MISSED) and on <= self.deadline and not self.state.gone:
            self.leave(on)
            return
        self._is_gone()

    @upon(Died, basis=ICRRA("55-82"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._is_gone()

    def _is_gone(self) -> None:
        self.update(gone=True, ground=None, ground_since=None)
        if self.case.stage is Stage.REVOKED:
            self.enter(Stage.REVOCATION_DONE)
        elif self.case.stage is Stage.TO_WEIGH:
            self.enter(Stage.ANNULLED)
        elif self.case.stage in OPEN:
            self.lose_object()
