"""The departure plan (退去のための計画): drawn up by the control officer, also for somebody who is not detained."""

from engine.declaration import act, opening
from engine.refusal import because
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.periods import legal_day
from law.policies import cite
from workflows.detention_review_case import PLANNED, PlanDrawnUp, ReviewCase, Stage, State
from workflows.papers.detention_review import Plan, PlanOwed
from workflows.papers.detention_review_duties import DRAW_UP_PLAN

_PLAN = ICRRA("52-8(1)")
_NO_ORDER = because(
    "no_order",
    _PLAN,
    en="No deportation order is in force; a departure plan presupposes one.",
    ja="退去強制令書が発付されていない。",
    remedy="Let the order issue first.",
)
_PLAN_EXISTS = because(
    "plan_exists",
    _PLAN,
    en="A departure plan was drawn up since the order, or a case is open in which it is.",
    ja="退去のための計画が既に定められ、又はこれを定める事件が係属している。",
    remedy="Go on with that plan.",
)
_NOT_HEARD = because(
    "person_not_heard",
    _PLAN,
    ORD("48-4(ii)"),
    en="Neither is the person heard nor is it said how else the obstacles were found.",
    ja="意向の聴取の結果も、その他の方法による把握も記載されていない。",
    remedy="Hear the person and state the result, or state by what other means the obstacles were found.",
)


class PlanDrawing(ReviewCase):
    """The steps of 52-8(1)."""

    @opening(by=Power.DRAW_UP_PLAN, basis=(_PLAN, SUPPL("8(2)")), ja="退去のための計画の要否の確認")
    def begin_plan(self, body: PlanOwed) -> None:
        """Take up the departure plan of somebody who has an order and whose detention under it nobody reviews."""
        self.begin(State(), Stage.PLAN_OWED)
        self.require(self.position.order_in_force(self.at) is not None, _NO_ORDER)
        self.require(self.plan_missing() and not self._other_is_open(), _PLAN_EXISTS)
        self.owe(DRAW_UP_PLAN)

    def _other_is_open(self) -> bool:
        return any(not case.stage.closed and case.id != self.case_id for case in self.position.of(type(self).__name__))

    @act(
        by=Power.DRAW_UP_PLAN,
        at=PLANNED,
        basis=(_PLAN, ORD("48-4"), SUPPL("8(1)-(3)"), cite("A-43")),
        ja="退去のための計画の作成",
    )
    def draw_up_plan(self, body: Plan) -> None:
        """Draw up the departure plan, or draw it up anew; its text stays in the entry."""
        self.require(body.hearing is not None or body.found_otherwise is not None, _NOT_HEARD)
        self.require((body.heard_on is None) is (body.hearing is None), _NOT_HEARD)
        order = self.position.order_in_force(self.at)
        self.require_past(body.heard_on)
        self.require_past(body.drawn_up_on, not_before=legal_day(order.issued_at) if order else None)
        self.update(plan_drawn_up_on=body.drawn_up_on)
        self.discharge(DRAW_UP_PLAN)
        self.record(PlanDrawnUp(heard=body.hearing is not None))
        if self.case.stage is Stage.PLAN_OWED:
            self.enter(Stage.PLAN_KEPT)
