"""The gate of removal: two officers, ten minutes, one boarding; every fact is read again each time it is asked."""

from engine.declaration import act, lapse, upon
from engine.resolution import ActFell
from law import enforcement_reasons as reason
from law.citation import ICRRA, ORD, PRACTICE
from law.competence import Power
from law.enforcement import RemovalKind
from law.enforcement_clocks import REMOVAL_AUTHORISATION
from law.policies import cite
from workflows.enforcement_case import (
    NOT_AUTHORISED,
    NOT_BOARDED,
    EnforcementCase,
    Stage,
    by_second_officer,
    closed_rows,
    entered_as_it_happens,
    gate_is_open,
)
from workflows.enforcement_record import (
    AuthorisationGivenUp,
    AuthorisationRefused,
    AuthorisationSpent,
    AuthorisationVoided,
    Boarded,
    HandedToCarrier,
    RemovalAuthorised,
    RemovalRequested,
)
from workflows.papers.deportation import Reasoned
from workflows.papers.removal import NamedPlan
from workflows.papers.removal_duties import (
    AUTHORISE_REMOVAL,
    CARRIER_NOTICE,
    CARRY_OUT_ORDER,
    FOLLOW_CARRIER,
    RECORD_DEPARTURE,
)

GATE = (ICRRA("52(3)"), ICRRA("53"), ICRRA("61-2-9(3)"), ICRRA("63(2)"), PRACTICE("removal gate"), cite("A-14"))


class Gate(EnforcementCase):
    """What leads through the gate, and what closes it again (invariants 35 to 45 of LAW §14)."""

    @act(
        by=Power.EXECUTE_ORDER,
        at=(Stage.PLANNED, Stage.WITH_CARRIER),
        basis=GATE,
        on_paper=False,
        ja="送還の実施の承認の求め",
    )
    def request_removal(self, body: NamedPlan) -> None:
        """Request that another officer authorise the removal that is planned."""
        plan = self.require_plan(body)
        self.update(requested_by=self.decider.id)
        self.owe(AUTHORISE_REMOVAL)
        self.record(RemovalRequested(plan=plan.number, requested_by=self.decider.id))
        self.enter(Stage.REQUESTED)

    @act(
        by=Power.AUTHORISE_REMOVAL,
        at=Stage.REQUESTED,
        basis=GATE,
        when=(gate_is_open, entered_as_it_happens, by_second_officer),
        on_paper=False,
        irreversible=True,
        ja="送還の実施の承認",
    )
    def authorise_removal(self, body: NamedPlan) -> None:
        """Authorise one removal, to board within ten minutes: every row of the table passes now."""
        plan = self.require_plan(body)
        self.discharge(AUTHORISE_REMOVAL)
        self.update(authorised_by=self.decider.id, authorised_at=self.at)
        clock = self.start_at(REMOVAL_AUTHORISATION, self.at)
        authorised = RemovalAuthorised(
            plan=plan.number,
            destination=plan.destination,
            requested_by=self.state.requested_by,
            authorised_by=self.decider.id,
            until=clock.ends_at or self.at,
        )
        self.record(authorised)
        self.enter(Stage.AUTHORISED)

    @act(by=Power.AUTHORISE_REMOVAL, at=Stage.REQUESTED, basis=GATE, ja="送還の実施の不承認")
    def refuse_removal(self, body: Reasoned) -> None:
        """Refuse to authorise the removal, with reasons."""
        self.record(AuthorisationRefused(plan=self.plan.number))
        self.go_back()

    @act(
        by=Power.EXECUTE_ORDER,
        at=(Stage.REQUESTED, Stage.AUTHORISED),
        basis=GATE,
        ja="送還の実施の承認の求め又は承認の取下げ",
    )
    def give_up_authorisation(self, body: Reasoned) -> None:
        """Give up the request, or the authorisation that was given."""
        self.record(AuthorisationGivenUp(plan=self.plan.number))
        self.go_back()

    @lapse(REMOVAL_AUTHORISATION, basis=(PRACTICE("removal gate"), ICRRA("52(3)")))
    def runs_out(self) -> None:
        """Ten minutes passed without a boarding: the gate is asked anew, by a new authorisation."""
        self.update(authorised_by="", authorised_at=None)
        self.record(AuthorisationSpent(plan=self.plan.number))
        self.owe(AUTHORISE_REMOVAL)
        self.enter(Stage.REQUESTED)

    def void_authorisation(self) -> None:
        """Something was put on record: what was authorised on the record as it was is authorised no longer."""
        if self.case.stage is Stage.AUTHORISED:
            self.record(AuthorisationVoided(plan=self.plan.number))
            self.go_back()

    @act(
        by=Power.EXECUTE_ORDER,
        at=Stage.AUTHORISED,
        basis=(ICRRA("59(1)"), ORD("47"), *GATE),
        when=(gate_is_open, entered_as_it_happens),
        on_paper=False,
        irreversible=True,
        ja="運送業者への引渡し",
    )
    def hand_over_to_carrier(self, body: NamedPlan) -> None:
        """Hand the person over to the carrier with paper 64; the authorisation is consumed."""
        plan = self.require_plan(body)
        self.require(plan.kind is RemovalKind.CARRIER, reason.NOT_A_CARRIER_CASE)
        self.require(self.state.handed_over_at is None, reason.HANDED_OVER)
        self.record(HandedToCarrier(plan=plan.number))
        self._leave_to_carrier()

    def _leave_to_carrier(self) -> None:
        self.serve(CARRIER_NOTICE)
        self.served(CARRIER_NOTICE, self.today)
        self.update(handed_over_at=self.at)
        self.discharge(CARRY_OUT_ORDER)
        self.owe(FOLLOW_CARRIER)
        self.go_back()

    @act(
        by=Power.EXECUTE_ORDER,
        at=Stage.AUTHORISED,
        basis=GATE,
        when=(gate_is_open, entered_as_it_happens),
        on_paper=False,
        irreversible=True,
        ja="搭乗",
    )
    def board(self, body: NamedPlan) -> None:
        """Put the person on board; the authorisation is consumed, and every row of the table is asked again."""
        plan = self.require_plan(body)
        handed_over = plan.kind is not RemovalKind.CARRIER or self.state.handed_over_at is not None
        self.require(handed_over, reason.HAND_OVER_FIRST)
        self.record(Boarded(plan=plan.number, authorised_by=self.state.authorised_by))
        self._put_on_board()

    def _put_on_board(self) -> None:
        self.stop(REMOVAL_AUTHORISATION)
        self.discharge(CARRY_OUT_ORDER, FOLLOW_CARRIER)
        self.update(boarded_at=self.at)
        self.owe(RECORD_DEPARTURE, due=self.today)
        self.enter(Stage.ON_BOARD)

    @upon(ActFell, basis=(PRACTICE("contested entries"), PRACTICE("removal gate"), ICRRA("52(3)")))
    def holds_on_to_what_was_done(self, fact: ActFell) -> None:
        """A boarding or a hand-over fell: who is under way all the same is to be taken back, authorised or not."""
        here = self.case.stage in (*NOT_BOARDED, Stage.WITHOUT_EFFECT) and not self.is_gone()
        if fact.case != self.case_id or fact.act not in _PUTS_UNDER_WAY or not here:
            return
        closed = tuple(each.code for each in closed_rows(self, self.at))
        self.go_back()
        if fact.act == Gate.board.__name__:
            self._put_on_board()
        else:
            self._leave_to_carrier()
        self.stop_removal((NOT_AUTHORISED, *closed))


_PUTS_UNDER_WAY = (Gate.hand_over_to_carrier.__name__, Gate.board.__name__)
