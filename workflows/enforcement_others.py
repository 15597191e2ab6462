"""Others who carry an order out: the carrier at its own cost (59), the police or the coast guard when asked (52(2))."""

from dataclasses import replace

from engine.declaration import act
from engine.refusal import because
from law import enforcement_reasons as reason
from law.citation import ICRRA, ORD
from law.competence import Power
from law.enforcement import may_waive_waiting_costs
from workflows.enforcement_case import EnforcementCase, Stage, nobody_is_asked, somebody_is_asked
from workflows.enforcement_record import (
    CarrierFailed,
    InformationAsked,
    OtherShipNamed,
    OtherShipOwed,
    PoliceAsked,
    PoliceReported,
    WaitingCostsWaived,
)
from workflows.papers.deportation import Reasoned
from workflows.papers.removal import ExecutionRequest, ExecutionResult, InformationRequest, OtherShip, WaitingCosts
from workflows.papers.removal_duties import FOLLOW_CARRIER, RECEIVE_RESULT

_PREPARING = (Stage.PENDING, Stage.PLANNED, Stage.WITH_CARRIER, Stage.REQUESTED)


class Others(EnforcementCase):
    """What the carrier and the police do, as far as the ministry's officers put it on record."""

    @act(by=Power.EXECUTE_ORDER, at=Stage.WITH_CARRIER, basis=ICRRA("59(2)"), ja="運送業者が送還できない旨の記録")
    def record_ship_unavailable(self, body: Reasoned) -> None:
        """Record that the carrier cannot remove by its own ship: another one is owed, at its own cost."""
        self.discharge(FOLLOW_CARRIER)
        self.owe(FOLLOW_CARRIER)
        self.record(OtherShipOwed())

    @act(by=Power.EXECUTE_ORDER, at=Stage.WITH_CARRIER, basis=ICRRA("59(2)"), ja="他の船舶等による送還の記録")
    def name_other_ship(self, body: OtherShip) -> None:
        """Record by which other ship or aircraft the carrier removes at its own cost."""
        self.require(body.departs_on >= self.today, DEPARTS_IN_THE_PAST)
        number = self.state.plans + 1
        plan = replace(self.plan, number=number, departs_on=body.departs_on, transport=body.transport)
        self.update(plan=plan, plans=number)
        self.discharge(FOLLOW_CARRIER)
        self.owe(FOLLOW_CARRIER, due=body.departs_on)
        self.record(OtherShipNamed(plan=number, departs_on=body.departs_on))

    @act(
        by=Power.EXECUTE_ORDER,
        at=Stage.WITH_CARRIER,
        basis=(ICRRA("59(1)"), ICRRA("59(2)"), ICRRA("77(iv)")),
        ja="運送業者の送還義務の不履行の記録",
    )
    def record_carrier_failure(self, body: Reasoned) -> None:
        """Record that the carrier did not remove the person, who is taken back: exposure to a fine, never a finding."""
        self.record(CarrierFailed())
        self.begin_anew()
        self.end_if_without_effect()

    @act(
        by=Power.WAIVE_CARRIER_COSTS,
        at=Stage.WITH_CARRIER,
        basis=ICRRA("59(3)"),
        ja="出国待機施設に係る費用負担の免除",
    )
    def waive_waiting_costs(self, body: WaitingCosts) -> None:
        """Free the carrier of what staying in a departure waiting facility costs."""
        self.require(may_waive_waiting_costs(valid_passport=body.valid_passport, visa=body.visa))
        self.record(WaitingCostsWaived(in_full=body.in_full))

    @act(
        by=Power.ASK_POLICE,
        at=_PREPARING,
        basis=(ICRRA("52(2)"), ORD("46(1)")),
        when=(nobody_is_asked,),
        ja="警察官等への執行の依頼",
    )
    def ask_police(self, body: ExecutionRequest) -> None:
        """Ask the police or the coast guard to execute the order, for lack of immigration control officers."""
        self.require(body.officers_lacking, reason.OFFICERS_NOT_LACKING)
        self.update(asked=body.authority)
        self.owe(RECEIVE_RESULT)
        self.record(PoliceAsked(authority=body.authority))

    @act(
        by=Power.ASK_POLICE,
        basis=(ORD("46(1)"), ORD("46(2)")),
        when=(somebody_is_asked,),
        ja="執行結果の通知及び令書の返還の受領",
    )
    def receive_result(self, body: ExecutionResult) -> None:
        """Receive the result from the police or the coast guard, and the order back with a note of it."""
        self.require(body.order_returned, reason.ORDER_NOT_RETURNED)
        self.require(body.carried_out is (self.case.stage is Stage.REMOVED), reason.RESULT_DOES_NOT_FIT)
        self.update(asked=None)
        self.discharge(RECEIVE_RESULT)
        self.record(PoliceReported(carried_out=body.carried_out))

    @act(by=Power.EXECUTE_ORDER, at=_PREPARING, basis=ICRRA("52(14)"), ja="公務所等への照会")
    def ask_for_information(self, body: InformationRequest) -> None:
        """Ask a public office or a public or private body for what the execution needs."""
        self.record(InformationAsked())

    def end_if_without_effect(self) -> None:
        """End where the order lost its effect while the removal was under way."""
        if self.order() is None:
            self.end(Stage.WITHOUT_EFFECT)

    def end(self, at: Stage) -> None:
        """Come to an end; what the police or the coast guard still has to report stays owed."""
        self.enter(at)
        if self.state.asked is not None:
            self.owe(RECEIVE_RESULT)


DEPARTS_IN_THE_PAST = because(
    "departs_in_the_past",
    ICRRA("52(3)"),
    en="The day of departure lies before today.",
    ja="出発の日が過去の日である。",
    remedy="Name a day that is to come.",
)
