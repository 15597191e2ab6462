"""Detention (収容): the one case that keeps where a person is held or free, from the screening to the end.

Its stage is the state of the axis of custody. The steps stand beside this file along the law: the detention order,
restraint and release, what follows the deportation order, criminal custody, disaster and travel restriction; and what
Sponsorship, provisional release and the other procedures do to it.
"""

from collections.abc import Iterable
from datetime import timedelta

from engine.case import Case
from engine.declaration import act, opening
from engine.refusal import because, unless
from law import detention_reasons as reason
from law.citation import ICRRA
from law.competence import Power
from law.custody import CustodyHeld, Title
from law.detention import Occasion
from law.detention_days import DetentionKept
from law.facts import Custody
from law.finding import Answer, Finding
from workflows.custody_effects import EmergencyDetained
from workflows.deportation_case import Stage as DeportationStage
from workflows.deportation_case import State as DeportationState
from workflows.detention_after_order import AfterOrder
from workflows.detention_case import ON_RELEASE, DetentionCase, Stage, State, custody_at
from workflows.detention_criminal import CriminalCustodySteps
from workflows.detention_elsewhere import Elsewhere
from workflows.detention_liberty import Liberty
from workflows.detention_orders import DetentionOrders
from workflows.detention_restraint import Restraints
from workflows.detention_standing import LIBERTY_STANDS, procedure_goes_on
from workflows.detention_taking_over import NO_DEPORTATION_CASE, TakingOver
from workflows.detention_weighing import Weighing
from workflows.papers.custody import OrderFollowed, ScreeningFollowed
from workflows.papers.deportation import ScreeningOutcome
from workflows.papers.detention import EmergencyDetention
from workflows.papers.detention_duties import DUTIES, ISSUE_DETENTION_ORDER, NOTICES

_BEFORE_HAND_OVER = (DeportationStage.INVESTIGATED, DeportationStage.NOTIFIED, DeportationStage.SCREENED)


def custody_is_over(case: DetentionCase) -> Finding[Answer]:
    """Whether the deportation case that the custody served is closed."""
    served = case.position.cases.get(case.state.deportation)
    return unless(served is not None and served.stage.closed, _NOT_OVER)


def no_order_stands(case: DetentionCase) -> Finding[Answer]:
    """Whether neither a detention order nor a deportation order stands: under one nobody is taken before it."""
    return unless(case.state.paper is None and not case.state.ordered, _ORDER_STANDS)


class Detention(
    AfterOrder, CriminalCustodySteps, Elsewhere, Restraints, Weighing, DetentionOrders, Liberty, TakingOver
):
    """Custody of a person: detention before and after the deportation order, and every way in and out of it.

    A limit that passes is a breach on record and commands release at once; the person counts as held, without a title,
    until the release is recorded. Sponsorship, provisional release, treatment and the review are procedures of
    their own.

    Not decided here: risk, plainness, urgency, unavoidable reasons and what becomes of a special release (A-39):
    officers judge and give reasons.
    """

    en = "Detention"
    ja = "収容"
    duties = DUTIES
    notices = NOTICES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """Where the person stands on the axis of custody while the case is open, and how the detention stands."""
        if case.stage.closed:
            return
        state = case.state
        custody = custody_at(case.stage)
        yield CustodyHeld(case.id, custody, state.since, state.title, state.facility)
        yield DetentionKept(
            case.id,
            custody,
            state.title,
            state.title_ended,
            state.held_under,
            state.due,
            state.restraints,
            state.spent_before,
            state.paper.extension if state.paper else None,
            ordered=state.ordered,
            handed_over=state.handed_over,
            sponsorship_decided=bool(state.decided_sponsorship),
            order_stayed=state.paper is not None and state.paper.stayed,
        )

    @opening(by=Power.SCREEN, basis=(ICRRA("39(2)"), ICRRA("39-2(1)")), ja="審査後の身柄の記録", inner=True)
    def follow_screening(self, body: ScreeningFollowed) -> None:
        """Follow the screening of a suspect: the detention order issues promptly, or Sponsorship is decided."""
        self._begin_at_liberty(State(since=self.at, deportation=body.deportation))
        self.choose(body.outcome)

    @opening(
        by=Power.ISSUE_DEPORTATION_ORDER, basis=(ICRRA("51"), ICRRA("52(3)")), ja="令書発付後の身柄の記録", inner=True
    )
    def follow_order(self, body: OrderFollowed) -> None:
        """Follow the deportation order of somebody whom nothing holds, or criminal custody does."""
        self._begin_at_liberty(State(since=self.at, deportation=body.deportation, ordered=True))
        if self.case.stage is Stage.FREE:
            self.owe_execution()

    def _begin_at_liberty(self, state: State) -> None:
        elsewhere = self.position.custody is Custody.CRIMINAL_CUSTODY
        self.begin(state, Stage.CRIMINAL_CUSTODY if elsewhere else Stage.FREE)
        if not elsewhere and self.liberty_stands():
            self.stand()

    @opening(by=Power.DETAIN, basis=ICRRA("43(1)"), ja="要急収容")
    def detain_in_emergency(self, body: EmergencyDetention) -> None:
        """Detain a suspect in an emergency, before a detention order issues."""
        self.require_somebody_to_hold()
        state = State(since=self.at, deportation=body.deportation, title=Title.EMERGENCY)
        self.begin(state, Stage.EMERGENCY_DETAINED)
        self._take_in_emergency(body)
        self.follow_detention(Title.EMERGENCY)

    @act(by=Power.DETAIN, at=Stage.FREE, basis=ICRRA("43(1)"), when=(procedure_goes_on, no_order_stands), ja="要急収容")
    def detain_before_order(self, body: EmergencyDetention) -> None:
        """Detain a suspect in an emergency whose detention order has not issued yet."""
        self.update(deportation=body.deportation)
        self._take_in_emergency(body)
        self.enter(Stage.EMERGENCY_DETAINED)
        self.follow_detention(Title.EMERGENCY)

    def _take_in_emergency(self, body: EmergencyDetention) -> None:
        self._require_suspect(body.deportation)
        self.require(procedure_goes_on(self))
        self.require(body.plain and body.flight_before_order, reason.NO_EMERGENCY)
        self.require(not self.liberty_stands(), LIBERTY_STANDS)
        self.require_day_left()
        self.update(hours_ran=timedelta())
        self.restrain(Occasion.EMERGENCY, Title.EMERGENCY, body.facility)
        self.owe(ISSUE_DETENTION_ORDER, due=self.today)
        self.record(EmergencyDetained(deportation=body.deportation))

    def _require_suspect(self, deportation: str) -> None:
        served = self.position.cases.get(deportation)
        known = served is not None and isinstance(served.state, DeportationState)
        self.require(known, NO_DEPORTATION_CASE)
        if served is not None and isinstance(served.state, DeportationState):
            self.require(served.stage in _BEFORE_HAND_OVER, _NOT_A_SUSPECT)
            self.require(not served.state.beside_criminal_case, _BESIDE_CRIMINAL_CASE)
            self.require(served.state.screening is not ScreeningOutcome.SPONSORSHIP, _SPONSORSHIP_CHOSEN)

    @act(
        by=Power.RECORD_CUSTODY,
        at=(Stage.FREE, *ON_RELEASE),
        basis=(ICRRA("47"), ICRRA("48"), ICRRA("49"), ICRRA("50(9)")),
        when=(custody_is_over,),
        ja="身柄の記録の終了",
    )
    def end_custody(self) -> None:
        """Record that custody has no object any more: the deportation case that it served is closed."""
        self.enter(Stage.ENDED)


_NOT_OVER = because(
    "procedure_not_over",
    ICRRA("47"),
    ICRRA("50(9)"),
    en="The deportation case that the custody serves is not closed.",
    ja="退去強制の手続が終了していない。",
    remedy="Close the deportation case first.",
)
_ORDER_STANDS = because(
    "detention_order_stands",
    ICRRA("43(1)"),
    ICRRA("42(2)"),
    en="An order stands: it is executed, in urgency without the paper.",
    ja="既に令書が発付されており、要急収容によることはできない。",
    remedy="Detain under the order.",
)
_NOT_A_SUSPECT = because(
    "not_before_hand_over",
    ICRRA("43(1)"),
    ICRRA("55-84(1)"),
    en="Emergency detention is for a suspect whose case is not with the inspector yet.",
    ja="要急収容は、入国審査官に引き渡し又は引き継ぐ前の容疑者に限る。",
    remedy="Go on without detention; a case passed for a departure order is first sent back.",
)
_BESIDE_CRIMINAL_CASE = because(
    "no_part_beside_criminal_case",
    ICRRA("63(1)"),
    en="Detention is no part of the procedure beside a criminal case.",
    ja="刑事手続と併行する手続では、収容に関する規定は適用されない。",
    remedy="Wait for the end of the proceedings.",
)
_SPONSORSHIP_CHOSEN = because(
    "sponsorship_chosen",
    ICRRA("43(1)"),
    ICRRA("44-2(1)"),
    en="The screening chose Sponsorship: no detention order is awaited.",
    ja="監理措置に付する旨の判断がされており、収容令書の発付を待つ場合に当たらない。",
    remedy="Revoke the Sponsorship where a ground exists.",
)
