"""Revocation on the breach of a condition, its papers, and an order that a status has overtaken (55-88, Ord. 50-55)."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ACLA, ICRRA, ORD
from law.competence import Power
from law.departure_order_terms import may_be_revoked
from law.enforcement_clocks import DEPARTURE_DEADLINE, DEPARTURE_DEADLINE_EXTENDED, EXIT_HOLD
from law.facts import Ground
from law.finding import Answer, Finding
from law.landing_denial import DenialKept, was_deported_before
from law.periods import legal_day
from workflows.departure_order_case import OPEN, DepartureOrderCase, Stage
from workflows.departure_order_record import (
    AnnulmentWeighed,
    ConditionBroken,
    EndedForStatus,
    ExposedToPenalty,
    OrderTakenBack,
    PaperReceived,
)
from workflows.effects import DispositionAnnulled
from workflows.enforcement_effects import DepartureOrderEnd, DepartureOrderFell
from workflows.papers.departure_order import AfterAnnulment, OrderReturned, PaperReceipt, Reasoned, Revocation, Served
from workflows.papers.departure_order_duties import (
    DUTIES,
    END_FOR_STATUS,
    EXTENSION_REFUSAL,
    NEW_DEADLINE,
    REVOCATION_NOTICE,
    SERVE_REVOCATION,
    TAKE_BACK_ORDER,
    WEIGH_ANNULMENT,
)
from workflows.papers.enforcement import DepartureOrderFollows
from workflows.papers.judgment import FinalJudgment, require_final

_NOTICE = {Served.NEW_DEADLINE: NEW_DEADLINE, Served.REFUSAL: EXTENSION_REFUSAL, Served.REVOCATION: REVOCATION_NOTICE}
_CLOCKS = (DEPARTURE_DEADLINE, DEPARTURE_DEADLINE_EXTENDED, EXIT_HOLD)
_AFTER_ORDER = (Stage.ORDERED, Stage.DEADLINE_OVER, Stage.REVOKED, Stage.MISSED)


def status_was_granted(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether a grant of status took effect while the order was due or ran."""
    return unless(case.owes(END_FOR_STATUS), _NO_STATUS)


def order_is_to_be_returned(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether the revoked order is still to be returned."""
    return unless(case.owes(TAKE_BACK_ORDER), _RETURNED)


class Ending(DepartureOrderCase):
    """How a departure order ends before its deadline, other than by leaving."""

    @act(by=Power.ORDER_DEPARTURE, at=Stage.ORDERED, basis=(ICRRA("55-88"), ORD("50-55")), ja="出国命令の取消し")
    def revoke(self, body: Revocation) -> None:
        """Revoke the order because a condition was broken: the person falls under 24(ix)."""
        self.require(may_be_revoked(self.state.conditions, body.broken))
        self.record(ConditionBroken(broken=tuple(sorted(body.broken)), fled=body.fled))
        self.record(ExposedToPenalty(article="70(1)(viii-3)"))
        if body.fled:
            self.record(ExposedToPenalty(article="72(viii)"))
        self._stop_everything()
        self.serve(REVOCATION_NOTICE)
        self.owe(SERVE_REVOCATION)
        self.owe(TAKE_BACK_ORDER)
        self.fall_under(Ground.IX, self.today)
        self.finish(DepartureOrderEnd.REVOKED)
        self.enter(Stage.REVOKED)
        self.pursue()

    def _stop_everything(self) -> None:
        for rule in _CLOCKS:
            self.stop(rule)
        self.discharge(*DUTIES)
        for notice in _NOTICE.values():
            self.withdraw_notice(notice)

    @act(
        by=Power.CERTIFY_SERVICE,
        at=_AFTER_ORDER,
        basis=(ICRRA("55-87"), ICRRA("55-88"), ORD("50-54(2)"), ORD("50-55")),
        ja="通知書等の送達の記録",
    )
    def certify_paper_received(self, body: PaperReceipt) -> None:
        """Record that the new deadline, a refusal of extension, or the revocation reached the person."""
        notice = _NOTICE[body.paper]
        waiting = [one for one in self.case.notices if one.kind == notice.name and one.status == "to_serve"]
        self.require(bool(waiting), _NOTHING_TO_SERVE)
        self.require_past(body.received_on, not_before=legal_day(waiting[0].since))
        self.served(notice, body.received_on)
        self.record(PaperReceived(paper=body.paper.value, received_on=body.received_on))
        if body.paper is Served.REVOCATION:
            self.discharge(SERVE_REVOCATION)
            self._wind_up()

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        at=Stage.REVOKED,
        basis=ORD("50-55"),
        when=(order_is_to_be_returned,),
        ja="出国命令書の返納の記録",
    )
    def take_back_order(self, body: OrderReturned) -> None:
        """Record that the revoked order was taken back, or why it could not be."""
        self.require(body.taken_back or body.remarks is not None, _SAY_WHY)
        self.discharge(TAKE_BACK_ORDER)
        self.record(OrderTakenBack(taken_back=body.taken_back))
        self._wind_up()

    def _wind_up(self) -> None:
        left = any(self.owes(kind) for kind in (SERVE_REVOCATION, TAKE_BACK_ORDER))
        if self.case.stage is Stage.REVOKED and not left:
            self.enter(Stage.REVOCATION_DONE)

    @act(
        by=Power.ORDER_DEPARTURE,
        at=OPEN,
        basis=(ICRRA("55-85(1)"), ICRRA("61-2-9(1)")),
        when=(status_was_granted,),
        ja="許可に伴う出国命令の終了",
    )
    def end_for_status(self, body: Reasoned) -> None:
        """Find that the order has no object any more: a status was granted; the law says nothing of it."""
        self.record(EndedForStatus())
        self.lose_object()

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=(*_AFTER_ORDER, Stage.REVOCATION_DONE),
        basis=(ACLA("32(1)"), ACLA("33(1)"), ACLA("33(2)")),
        ja="出国命令又はその取消しの取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the order or its revocation: no item of Article 24 arose from it."""
        require_final(self, body, not_before=legal_day(self.state.ordered_at or self.at))
        self._stop_everything()
        self.update(ground=None, ground_since=None)
        if self.state.ended_at is None:
            self.finish(DepartureOrderEnd.OBJECT_LOST)
        self.owe(WEIGH_ANNULMENT)
        self.record(DepartureOrderFell())
        self.record(DispositionAnnulled(case=self.case_id))
        self.enter(Stage.ANNULLED if self.state.gone else Stage.TO_WEIGH)

    @act(
        by=Power.ORDER_DEPARTURE,
        at=Stage.TO_WEIGH,
        basis=(ACLA("33(1)"), ACLA("33(2)"), ICRRA("55-85(1)")),
        ja="取消判決を受けた出国命令の取扱いの決定",
    )
    def weigh_annulment(self, body: AfterAnnulment) -> None:
        """Decide what follows: departure is ordered again, with a deadline of its own, or nothing is."""
        left_before = was_deported_before(self.position.all(DenialKept), self.today)
        self.require(not (body.order_again and left_before), _LEFT_BEFORE)
        self.discharge(WEIGH_ANNULMENT)
        self.enter(Stage.ANNULLED)
        self.record(AnnulmentWeighed(order_again=body.order_again))
        if body.order_again:
            paper = DepartureOrderFollows(deportation=self.state.deportation, track=self.state.track)
            self.open("DepartureOrder", "take_up", paper)

    def lose_object(self) -> None:
        """There is nothing left to leave for, or nobody."""
        self.finish(DepartureOrderEnd.OBJECT_LOST)
        self.enter(Stage.OBJECT_LOST)


_LEFT_BEFORE = because(
    "left_before",
    ICRRA("24-3(iv)"),
    en="The person was deported, or left under a departure order, before: departure may not be ordered again.",
    ja="過去に退去を強制され、又は出国命令により出国したことがあるため、再び出国を命ずることはできない。",
    remedy="Decide that nothing is left of the order, or have the departure on record put right.",
)
_NO_STATUS = because(
    "no_status_granted",
    ICRRA("61-2-9(1)"),
    en="No status was granted while this order was due or ran.",
    ja="出国命令の間に効力を生じた許可がない。",
    remedy="Wait for the hand-over of the card or certificate.",
)
_RETURNED = because(
    "order_returned",
    ORD("50-55"),
    en="The revoked order was returned already, or it was said why not.",
    ja="出国命令書は既に返納されている。",
    remedy="Nothing is left to be done about it.",
)
_NOTHING_TO_SERVE = because(
    "no_paper_to_serve",
    ICRRA("55-87"),
    ICRRA("55-88"),
    en="No such paper waits for service.",
    ja="送達を待つ書面がない。",
    remedy="Name a paper that waits for service.",
)
_SAY_WHY = because(
    "reason_missing",
    ORD("50-55"),
    en="It is not said why the order was not taken back.",
    ja="出国命令書を返納させることができなかった理由が記載されていない。",
    remedy="Give the reason.",
)
