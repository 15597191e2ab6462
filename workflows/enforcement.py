"""Enforcement (退去強制令書の執行): from the deportation order to the removal, or to whatever else ends it.

The gate of removal, the carrier and the police, and what becomes of a removal stand beside this file; here its
beginning, the plan, and what the person's other cases do to it.
"""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.payload import ANYTHING, Fact
from law import enforcement_reasons as reason
from law.citation import ICRRA, PRACTICE
from law.competence import Power
from law.enforcement import AuthorisedRemoval, CarrierFacts, RemovalDone, RemovalKind, carrier_must_remove
from law.enforcement_clocks import REMOVAL_AUTHORISATION
from law.periods import legal_day
from law.policies import cite
from law.removal import may_be_destination
from workflows.deportation_case import State as DeportationState
from workflows.effects import Departed, DeportationOrderWithdrawn, Died, GrantTookEffect
from workflows.enforcement_case import Plan, Stage, State
from workflows.enforcement_gate import Gate
from workflows.enforcement_others import DEPARTS_IN_THE_PAST
from workflows.enforcement_outcome import Outcome
from workflows.enforcement_record import EnforcementBegun, EnforcementEnded, PlanGivenUp, RemovalPlanned
from workflows.papers.custody import OrderFollowed
from workflows.papers.deportation import Reasoned
from workflows.papers.removal import CarrierNamed, RemovalPlan
from workflows.papers.removal_duties import CARRIER_NOTICE, CARRY_OUT_ORDER, DUTIES

_ENDS_OF_ALL = (Departed, Died)


class Enforcement(Gate, Outcome):
    """The execution of a deportation order (52, 53, 59): nobody is removed but through the gate.

    An authorisation needs two officers, holds for ten minutes and one boarding, and falls with any new fact. Custody
    until the removal, departure at own expense, and the orders with penalties are procedures of their own.

    Not decided here: whether a destination is lawful, whether a carrier knew, whether somebody is fit to travel:
    officers judge and give reasons.
    """

    en = "Enforcement"
    ja = "退去強制令書の執行"
    duties = DUTIES
    notices = (CARRIER_NOTICE,)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """Every attempt that failed, what was done, and the authorisation that stands."""
        state = case.state
        yield from state.attempts
        with_carrier = state.handed_over_at is not None and not case.stage.closed
        if with_carrier or case.stage in (Stage.ON_BOARD, Stage.REMOVED):
            yield RemovalDone(case.id)
        clock = case.clock(REMOVAL_AUTHORISATION)
        if case.stage is Stage.AUTHORISED and state.plan and state.authorised_at and clock and clock.ends_at:
            yield AuthorisedRemoval(
                case.id,
                state.plan.number,
                state.plan.kind,
                state.plan.destination,
                state.requested_by,
                state.authorised_by,
                state.authorised_at,
                clock.ends_at,
                state.plan.batch,
            )

    @opening(
        by=Power.ISSUE_DEPORTATION_ORDER,
        basis=(ICRRA("52(1)"), ICRRA("52(3)")),
        inner=True,
        ja="退去強制令書の執行の開始",
    )
    def begin_enforcement(self, body: OrderFollowed) -> None:
        """Begin to carry out the order that issued."""
        self.begin(State(deportation=body.deportation), Stage.PENDING)
        self.owe(CARRY_OUT_ORDER)
        self.record(EnforcementBegun(deportation=body.deportation))

    @act(
        by=Power.EXECUTE_ORDER,
        at=(Stage.PENDING, Stage.PLANNED),
        basis=(ICRRA("52(3)"), ICRRA("53"), ICRRA("59(1)")),
        ja="送還計画の策定",
    )
    def plan_removal(self, body: RemovalPlan) -> None:
        """Plan a removal to the destination that was found, and to no other."""
        self.require(body.departs_on >= self.today, DEPARTS_IN_THE_PAST)
        destination = self.position.circumstances.destination
        self.require(destination is not None, reason.NO_DESTINATION)
        self.require(destination is None or destination.country == body.destination, reason.NOT_BOUND)
        self.require(may_be_destination(destination))
        self._require_kind(body)
        number = self.state.plans + 1
        batch = body.batch or ""
        plan = Plan(number, body.kind, body.destination, body.departs_on, body.transport, batch)
        self.update(plan=plan, plans=number)
        planned = RemovalPlanned(
            plan=number, kind=body.kind, destination=body.destination, departs_on=body.departs_on, batch=batch
        )
        self.record(planned)
        self.enter(Stage.PLANNED)

    def _require_kind(self, body: RemovalPlan) -> None:
        """Refuse a plan that lacks what its kind needs, or has what belongs to another kind."""
        self.require(body.batch is None or body.kind is RemovalKind.CHARTERED_FLIGHT, reason.BATCH_WITHOUT_CHARTER)
        self.require((body.carrier is not None) is (body.kind is RemovalKind.CARRIER), reason.CARRIER_MISSING)
        wished = body.assistance is not None and body.assistance.wishes_to_return
        self.require(wished is (body.kind is RemovalKind.ASSISTED_RETURN), reason.WISH_MISSING)
        if body.carrier is not None:
            self._require_carrier(body.carrier)

    def _require_carrier(self, carrier: CarrierNamed) -> None:
        """Refuse a carrier that does not have to remove the person (59(1))."""
        self.require_past(carrier.landed_on)
        served = self.position.cases[self.state.deportation].state
        if isinstance(served, DeportationState):
            grounds = frozenset(each.ground for each in served.grounds)
            ordered_on = legal_day(served.ordered_at or self.at)
            self.require(carrier_must_remove(CarrierFacts(grounds, ordered_on, carrier.landed_on, carrier.knew)))

    @act(by=Power.EXECUTE_ORDER, at=Stage.PLANNED, basis=ICRRA("52(3)"), ja="送還計画の取りやめ")
    def give_up_plan(self, body: Reasoned) -> None:
        """Give up the plan; the order is to be carried out still."""
        self.record(PlanGivenUp(plan=self.plan.number))
        self.begin_anew()

    @upon(ANYTHING, basis=(PRACTICE("removal gate"), ICRRA("53"), ICRRA("61-2-9(3)")))
    def looks_again(self, fact: Fact) -> None:
        """Something was put on record: an authorisation falls, and a removal under way stops if the gate closed."""
        if self.case.stage.closed or isinstance(fact, _ENDS_OF_ALL) or self.is_gone():
            return
        self.void_authorisation()
        self.keep_to_destination()
        self.stop_or_go_on()

    @upon(DeportationOrderWithdrawn, basis=(ICRRA("51"), ICRRA("52(1)")))
    def loses_the_order(self, fact: DeportationOrderWithdrawn) -> None:
        """The order was withdrawn or annulled: nothing is to be carried out; who is under way is taken back first."""
        self._end_without_order()

    @upon(GrantTookEffect, basis=(ICRRA("61-2-9(1)"), cite("A-42")))
    def gives_way_to_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted that covers the ground of the order: no step is taken any more."""
        self._end_without_order()

    def _end_without_order(self) -> None:
        if self.case.stage.closed or self.under_way or self.order() is not None:
            return
        self.record(EnforcementEnded())
        self.end(Stage.WITHOUT_EFFECT)

    @upon(Departed, basis=(ICRRA("52(3)"), ICRRA("52(4)"), ICRRA("5(1)(ix)")))
    def loses_the_person(self, fact: Departed) -> None:
        """The person left Japan: on board under the order, or by himself or herself; landing is denied once."""
        if not self.case.stage.closed:
            self.left_elsewhere(fact.on)

    @upon(Died, basis=ICRRA("55-82"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        if not self.case.stage.closed:
            self.record(EnforcementEnded(died=True))
            self.end(Stage.OBJECT_LOST)
