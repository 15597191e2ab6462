"""Deportation (退去強制の手続): from suspicion through three instances to the deportation order, and its withdrawal.

One procedure in several files along the law, since one case, one period at a time and one standstill hold it together:
investigation, instances, objection, acceptance, special permission; here its beginning, the order, and what other
cases of the person do to it.
"""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.refusal import because
from law import deportation_reasons as reason
from law.citation import ACLA, ICRRA, ORD
from law.competence import Power
from law.death import is_alive
from law.departure_order_terms import DepartureOrderKept
from law.effect_stays import GroundStayed
from law.facts import DeportationOrder, Grant, Ground
from law.periods import legal_day
from law.policies import cite
from law.removal import covers
from law.stays import AwaitedGround, has_not_arisen
from workflows.deportation_acceptance import OVER, must_issue
from workflows.deportation_case import Stage, State, ground_is_doubted, may_go_on
from workflows.deportation_ground import GroundOfCase
from workflows.deportation_instances import Instances
from workflows.deportation_investigation import Investigation
from workflows.deportation_objection import ObjectionToMinister
from workflows.deportation_record import (
    InvestigationBegun,
    OrderShown,
    ProcedureBarred,
)
from workflows.deportation_standstill import PERIODS, Standing
from workflows.effects import (
    Departed,
    DeportationOrderIssued,
    DeportationOrderWithdrawn,
    Died,
    GrantTookEffect,
)
from workflows.papers.custody import OrderFollowed
from workflows.papers.deportation import OrderPaper, Reasoned, SuspectedGround, Suspicion
from workflows.papers.deportation_duties import (
    DUTIES,
    INVESTIGATE,
    NOTICES,
    WEIGH_ORDER,
    WITHDRAW_ORDER,
)
from workflows.papers.judgment import FinalJudgment, require_final

_NOT_OF_A_VICTIM = frozenset({Ground.IV_I, Ground.IV_NU})
_ORDER = (ICRRA("47(5)"), ICRRA("48(10)"), ICRRA("49(7)"), ICRRA("51"), ORD("45"))
_AFTER_FINDING = (
    Stage.FOUND,
    Stage.OPEN_TO_HEARING,
    Stage.SILENT_ON_FINDING,
    Stage.HEARING,
    Stage.DECIDED,
    Stage.OPEN_TO_OBJECTION,
    Stage.SILENT_ON_DECISION,
    Stage.OBJECTED,
    Stage.FORWARDED,
    Stage.DISMISSED,
    *OVER,
)


class Deportation(GroundOfCase, Standing, ObjectionToMinister, Instances, Investigation):
    """The deportation procedure (27 to 51), and beside a criminal case that of 63(1).

    While provisional stay runs no step is taken and every period stands still (61-2-9(2)); a grant that covers the
    ground ends it (61-2-9(1)). Custody, the departure order and the execution of the order are procedures of their own.

    Not decided here: whether silence is acceptance (A-05), and what becomes of a late application for special
    permission (A-36): the supervising immigration inspector records it.
    """

    en = "Deportation procedure"
    ja = "退去強制の手続"
    duties = DUTIES
    notices = NOTICES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The deportation order, in force or withdrawn; one whose person left or died is executed or without object."""
        state = case.state
        if state.ordered_at is not None and case.stage is not Stage.OBJECT_LOST:
            carried = state.carried_by
            yield DeportationOrder(
                case.id,
                carried.ground,
                carried.since,
                state.ordered_at,
                state.withdrawn_at,
                state.shown_at,
                state.order_in_doubt or ground_is_doubted(case),
            )

    @opening(by=Power.INVESTIGATE_VIOLATION, basis=ICRRA("27"), ja="違反調査の開始")
    def investigate(self, body: Suspicion) -> None:
        """Begin the investigation of a foreign national believed to fall under Article 24."""
        in_hours = body.appeared_in_office_hours
        state = State(grounds=body.grounds, appeared_at=body.appeared_at, appeared_in_office_hours=in_hours)
        self.begin(state, Stage.INVESTIGATED)
        known = self.position.circumstances
        self.require(is_alive(known))
        self.require(known.left_on is None, _PERSON_GONE)
        self.require_past(*(each.since for each in body.grounds))
        grounds = frozenset(each.ground for each in body.grounds)
        self.require(len(grounds) == len(body.grounds), _GROUND_TWICE)
        self.require(not grounds & self._grounds_under_way(), _UNDER_WAY)
        self.require(not has_not_arisen(grounds, self.position.all(AwaitedGround), self.at), _NOT_ARISEN)
        stayed = frozenset(one.ground for one in self.position.all(GroundStayed))
        self.require(not grounds & stayed, reason.GROUND_STAYED)
        self.require(not (body.trafficking_victim and grounds & _NOT_OF_A_VICTIM), _TRAFFICKING_VICTIM)
        self.require(not self.stands_still_now(), reason.PROVISIONAL_STAY_RUNNING)
        self.require(not any(self._is_covered(each) for each in body.grounds), reason.GRANT_BARS)
        self.owe(INVESTIGATE)
        self.record(InvestigationBegun(grounds=tuple(each.ground for each in body.grounds)))

    @act(
        by=Power.ISSUE_DEPORTATION_ORDER,
        at=_AFTER_FINDING,
        basis=_ORDER,
        when=(may_go_on, must_issue),
        irreversible=True,
        ja="退去強制令書の発付",
    )
    def issue_order(self, body: OrderPaper) -> None:
        """Issue the deportation order: it must be issued promptly, and not before."""
        self.update(ordered_at=self.at)
        self.record(DeportationOrderIssued(ground=self.state.carried_by.ground))
        for rule in PERIODS:
            self.stop(rule)
        self.discharge(*(duty for duty in DUTIES if duty not in (WITHDRAW_ORDER, WEIGH_ORDER)))
        self.enter(Stage.ORDERED)
        self.keep_custody_after_order()
        self.open("Enforcement", "begin_enforcement", OrderFollowed(deportation=self.case_id))

    @act(
        by=Power.SHOW_ORDER,
        at=Stage.ORDERED,
        basis=ICRRA("52(3)"),
        when=(may_go_on,),
        ja="退去強制令書の呈示",
    )
    def show_order(self) -> None:
        """Show the order or a copy to the person."""
        self.update(shown_at=self.at)
        self.record(OrderShown())

    @act(
        by=Power.WITHDRAW_ORDER,
        at=Stage.ORDERED,
        basis=(ICRRA("51"), ICRRA("61-2-9(1)"), cite("A-42")),
        ja="退去強制令書の撤回",
    )
    def withdraw_order(self, body: Reasoned) -> None:
        """Withdraw the deportation order."""
        self._end_order()

    @act(by=Power.RECORD_COURT_DECISION, at=Stage.ORDERED, basis=ACLA("32(1)"), ja="退去強制令書の取消判決の記録")
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the deportation order."""
        require_final(self, body, not_before=legal_day(self.state.ordered_at or self.at))
        self._end_order()

    def _end_order(self) -> None:
        """End the order; one that came too soon leaves the case where it stood before it."""
        if self.state.order_in_doubt:
            self.take_back_order()
            return
        self.update(withdrawn_at=self.at)
        self.record(DeportationOrderWithdrawn())
        self.enter(Stage.ORDER_WITHDRAWN)

    @upon(GrantTookEffect, basis=(ICRRA("61-2-9(1)"), cite("A-42")))
    def gives_way_to_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted: no step on a ground that existed then, as every ground on record did."""
        if self.case.stage.closed:
            return
        self.record(ProcedureBarred())
        if self.case.stage is Stage.ORDERED:
            self.owe(WITHDRAW_ORDER)
        else:
            self.enter(Stage.GRANT_BARS)

    @upon(Departed, basis=(ICRRA("25"), ICRRA("52(3)")))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan: the case is at its end."""
        self._lose_object()

    @upon(Died, basis=ICRRA("55-82"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._lose_object()

    def _lose_object(self) -> None:
        if not self.case.stage.closed:
            self.enter(Stage.OBJECT_LOST)

    def _grounds_under_way(self) -> frozenset[Ground]:
        """The grounds of the person's other cases that are not closed, an order in force or to depart included."""
        ordered_out = {kept.deportation for kept in self.position.all(DepartureOrderKept) if kept.is_open}
        others = (one for one in self.position.of(type(self).__name__) if one.id != self.case_id)
        open_ones = (one for one in others if not one.stage.closed or one.id in ordered_out)
        return frozenset(each.ground for one in open_ones for each in one.state.grounds)

    def _is_covered(self, suspected: SuspectedGround) -> bool:
        return any(covers(grant, suspected.since, self.at) for grant in self.position.all(Grant))


_GROUND_TWICE = because(
    "ground_named_twice",
    ICRRA("27"),
    en="A ground is named twice.",
    ja="同一の退去強制事由が重複している。",
    remedy="Name it once, with the day from which it existed.",
)
_PERSON_GONE = because(
    "person_gone",
    ICRRA("24"),
    ICRRA("27"),
    en="The person is on record as having left Japan: nobody is there to be deported.",
    ja="既に本邦から出国した旨の記録がある。",
    remedy="Of somebody who came back, keep the circumstances anew first.",
)
_UNDER_WAY = because(
    "ground_under_way",
    ICRRA("27"),
    en="Another case of the person rests on this ground and is not closed: one ground is not pursued twice.",
    ja="同一の退去強制事由に係る事件が終了していない。",
    remedy="Go on with that case.",
)
_NOT_ARISEN = because(
    "ground_has_not_arisen",
    ICRRA("24"),
    ICRRA("22-4(7)"),
    ICRRA("18-2(4)"),
    en="The period still runs beyond which alone the person falls under this item.",
    ja="当該期間が経過しておらず、退去強制事由に該当しない。",
    remedy="Wait for its end: who leaves within it falls under no item.",
)
_TRAFFICKING_VICTIM = because(
    "trafficking_victim",
    ICRRA("24(iv)(i)"),
    ICRRA("24(iv)(nu)"),
    en="A trafficking victim under another's control does not fall under this item.",
    ja="人身取引等により他人の支配下に置かれている者は該当しない。",
    remedy="Nothing cures it for this item; name another one only if it applies.",
)
