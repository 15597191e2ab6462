"""Departure at own expense (自費出国): permitted on application to somebody with a deportation order (52(4)-(6))."""

from collections.abc import Iterable
from datetime import date

from engine.case import Case, NoticeStatus
from engine.declaration import act, opening, upon
from engine.refusal import because, unless
from engine.resolution import ActFell
from law.citation import ICRRA, ORD, PRACTICE
from law.competence import Power
from law.exit_control import DepartureSeen
from law.finding import Answer, Finding
from law.landing import Leaving
from law.landing_denial import DenialKept
from law.own_expense import OwnExpenseTerms
from law.policies import cite
from workflows.departure_order_record import DepartureStands
from workflows.effects import Departed, DeportationOrderWithdrawn, Died, GrantTookEffect
from workflows.own_expense_case import (
    LIVE,
    STANDING,
    OwnExpenseAppliedFor,
    OwnExpenseCase,
    OwnExpensePermitted,
    OwnExpenseRefused,
    PaperArrived,
    Stage,
    State,
)
from workflows.own_expense_exit import ExitSteps
from workflows.own_expense_one_year import OneYearSteps
from workflows.papers import own_expense as paper
from workflows.papers.own_expense_duties import (
    CONFIRM_DEPARTURE,
    DECIDE_PERMISSION,
    DESTINATION_NOTICE,
    DUTIES,
    HOLD_NOTICE,
    NOTICES,
    ONE_YEAR_NOTICE,
    ONE_YEAR_REFUSAL_NOTICE,
    REFUSAL_NOTICE,
)

_PERMISSION = (ICRRA("52(4)"), ORD("47-2"))
_PAPERS = {
    paper.Paper.DESTINATION: DESTINATION_NOTICE,
    paper.Paper.REFUSAL: REFUSAL_NOTICE,
    paper.Paper.ONE_YEAR: ONE_YEAR_NOTICE,
    paper.Paper.ONE_YEAR_REFUSAL: ONE_YEAR_REFUSAL_NOTICE,
    paper.Paper.HOLD: HOLD_NOTICE,
}


def an_order_stands(case: OwnExpenseCase) -> Finding[Answer]:
    """Whether a deportation order is in force under which the person may leave."""
    return unless(case.order_stands(), _NO_ORDER)


class OwnExpenseDeparture(OneYearSteps, ExitSteps):
    """Leaving by oneself under a deportation order, at own expense and to a country of one's choice (52(4)-(6)).

    Nothing that stops removal stops it, and detention goes on until the departure. With a decision of one year landing
    is denied for one year, if the person leaves under the permission and by the day fixed; one day late it is lost.

    Not decided here: whether to permit, and whether one year is appropriate: officers judge and give reasons.
    """

    en = "Departure at own expense"
    ja = "自費出国"
    duties = DUTIES
    notices = NOTICES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The permission, with the day of a decision of one year, and a departure that was seen."""
        state = case.state
        if state.permitted_at is not None:
            yield OwnExpenseTerms(
                case.id, state.permitted_at, state.planned_on, state.decision_until, state.before, state.ended_at
            )
        if state.seen_off_on is not None:
            yield DepartureSeen(case.id)

    @opening(by=Power.RECEIVE_FILING, basis=_PERMISSION, ja="自費出国の申請の受理")
    def apply(self, body: paper.OwnExpenseApplication) -> None:
        """Receive an application to leave at own expense, from the person or a representative, as it is given."""
        others = [one for one in self.position.of(type(self).__name__) if one.id != self.case_id]
        self.begin(State(destination=body.destination, planned_on=body.planned_on), Stage.APPLIED)
        self.require(self.order_stands(), _NO_ORDER)
        self.require(all(one.stage.closed for one in others), _UNDER_WAY)
        self.require(body.planned_on >= self.today, _PLANNED_IN_THE_PAST)
        self.owe(DECIDE_PERMISSION)
        self.record(OwnExpenseAppliedFor(destination=body.destination, planned_on=body.planned_on))

    @act(
        by=Power.PERMIT_OWN_EXPENSE_DEPARTURE,
        at=Stage.APPLIED,
        basis=_PERMISSION,
        when=(an_order_stands,),
        ja="自費出国の許可",
    )
    def permit(self, body: paper.OwnExpensePermission) -> None:
        """Permit to leave at own expense; the destination may be fixed as applied for, whatever 53 says."""
        fixed = body.destination
        self.require(fixed is None or fixed == self.state.destination, _OTHER_DESTINATION)
        self.require(body.planned_on >= self.today, _PLANNED_IN_THE_PAST)
        self.update(planned_on=body.planned_on, destination_fixed=fixed is not None, permitted_at=self.at)
        self.discharge(DECIDE_PERMISSION)
        self.owe(CONFIRM_DEPARTURE, due=body.planned_on)
        self.owe_date()
        if fixed is not None:
            self.serve(DESTINATION_NOTICE)
        self.record(OwnExpensePermitted(planned_on=body.planned_on, destination=fixed))
        self.enter(Stage.PERMITTED)

    @act(by=Power.PERMIT_OWN_EXPENSE_DEPARTURE, at=Stage.APPLIED, basis=ICRRA("52(4)"), ja="自費出国の不許可")
    def refuse(self, body: paper.Reasons) -> None:
        """Refuse it; no rule speaks of a refusal, so it is written, with reasons."""
        self.serve(REFUSAL_NOTICE)
        self.record(OwnExpenseRefused())
        self.enter(Stage.REFUSED)

    @act(by=Power.PERMIT_OWN_EXPENSE_DEPARTURE, at=STANDING, basis=ICRRA("52(4)"), ja="自費出国の許可の撤回")
    def withdraw_permission(self, body: paper.Reasons) -> None:
        """Withdraw the permission; a decision of one year goes with it."""
        self.end(Stage.WITHDRAWN)

    @act(by=Power.RECEIVE_FILING, at=LIVE, basis=ICRRA("52(4)"), ja="申請の取下げ又は許可の返上の受理")
    def give_up(self) -> None:
        """Receive word that the person does not want to leave so."""
        self.end(Stage.GIVEN_UP)

    @act(by=Power.CERTIFY_SERVICE, basis=(*_PERMISSION, ICRRA("52(6)"), ORD("28")), ja="通知書等の交付の記録")
    def certify_paper_received(self, body: paper.PaperReceived) -> None:
        """Record that a paper reached the person."""
        kind = _PAPERS[body.paper]
        waits = any(one.kind == kind.name and one.status is NoticeStatus.TO_SERVE for one in self.case.notices)
        self.require(waits, _NO_SUCH_PAPER)
        self.require_past(body.received_on)
        self.served(kind, body.received_on)
        self.record(PaperArrived(paper=body.paper.value, on=body.received_on))

    @upon(Departed, basis=(ICRRA("52(4)"), ICRRA("52(5)"), ICRRA("5(1)(ix)(ha)")))
    def hears_of_departure(self, fact: Departed) -> None:
        """Another case saw the person leave: under the permission, or by force or otherwise in spite of it."""
        if not self.case.stage.closed:
            self._leave_as_it_stands(fact.on)

    @upon(ActFell, basis=(ICRRA("25(1)"), PRACTICE("contested entries")))
    def holds_on_to_the_departure(self, fact: ActFell) -> None:
        """A confirmation of departure fell: the person has left all the same, under the permission only if it stood."""
        known = self.state.seen_off_on or self.position.circumstances.left_on
        if fact.case != self.case_id or fact.act != ExitSteps.confirm_departure.__name__ or known is not None:
            return
        self.update(seen_off_on=self.today)
        if not self.case.stage.closed:
            self._leave_as_it_stands(self.today)
        self.record(Departed(on=self.today))
        self.record(DepartureStands(on=self.today))

    def _leave_as_it_stands(self, on: date) -> None:
        denials = (one.left for one in self.position.all(DenialKept) if one.left is not None)
        otherwise = any(one.on == on and one.leaving is not Leaving.OWN_EXPENSE for one in denials)
        if self.case.stage is Stage.APPLIED or otherwise:
            self.end(Stage.LEFT_OTHERWISE)
        else:
            self.leave(on)

    @upon(DeportationOrderWithdrawn, basis=(ICRRA("52(4)"), ICRRA("51")))
    def loses_the_order(self, fact: DeportationOrderWithdrawn) -> None:
        """The order was withdrawn or annulled: there is nothing to leave under."""
        self._end_without_order()

    @upon(GrantTookEffect, basis=(ICRRA("61-2-9(1)"), cite("A-42")))
    def gives_way_to_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted that covers the ground of the order: nobody leaves under it any more."""
        self._end_without_order()

    def _end_without_order(self) -> None:
        if not self.case.stage.closed and not self.order_stands():
            self.end(Stage.WITHOUT_EFFECT)

    @upon(Died, basis=ICRRA("55-82"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        if not self.case.stage.closed:
            self.end(Stage.DIED)


_NO_ORDER = because(
    "no_order_in_force",
    ICRRA("52(4)"),
    en="No deportation order is in force under which the person could be permitted to leave.",
    ja="効力を有する退去強制令書の発付を受けていない。",
    remedy="Without an order nobody needs the permission; with a departure order the person leaves under that.",
)
_UNDER_WAY = because(
    "own_expense_under_way",
    ICRRA("52(4)"),
    en="An application waits, or a permission stands.",
    ja="申請の処理中であるか、既に許可がされている。",
    remedy="Go on in the case that is open, or give it up first.",
)
_PLANNED_IN_THE_PAST = because(
    "planned_in_the_past",
    ICRRA("52(4)"),
    ORD("47-3(3)"),
    en="The planned day of departure lies before today.",
    ja="出国予定日が過去の日である。",
    remedy="Name a day that is to come.",
)
_OTHER_DESTINATION = because(
    "destination_not_applied_for",
    ICRRA("52(4)"),
    en="The destination is another than the one applied for.",
    ja="申請に基づかない送還先である。",
    remedy="Fix it as applied for, or leave it as the order has it.",
)
_NO_SUCH_PAPER = because(
    "no_such_paper_waits",
    ICRRA("52(6)"),
    en="No paper of this kind waits for service.",
    ja="交付を待つ当該書面がない。",
    remedy="Name the paper that was made.",
)
