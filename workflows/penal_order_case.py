"""What a penal order to leave keeps and puts on record."""

from collections.abc import Iterable
from datetime import date, datetime

from engine.case import Case, CaseStage, stage
from engine.payload import Fact
from law.penal_order import PenalOrder as Kept
from law.penal_order import PenalReason
from workflows.order_standing import OrderState


class Stage(CaseStage):
    """Where a penal order to leave stands."""

    CONSIDERED = stage("considered", "Being considered", "検討中")
    ISSUED = stage("issued", "Issued, paper to be handed over", "発付済み（文書交付前）")
    IN_FORCE = stage("in_force", "In force", "効力発生中")
    SUSPENDED = stage(
        "suspended", "Suspended", "効力停止中", quiet="the effect revives by itself when the cause ends (55-2(2))"
    )
    PERIOD_OVER = stage(
        "period_over", "Period over, the person stayed", "期間経過", quiet="it binds until the person leaves or it ends"
    )
    NOT_ISSUED = stage("not_issued", "Not issued", "発付せず", closed=True)
    LEFT = stage("left", "The person left while it bound", "退去", closed=True)
    WITHDRAWN = stage("withdrawn", "Withdrawn", "撤回", closed=True)
    WITHOUT_EFFECT = stage("without_effect", "Without effect", "失効", closed=True)
    OBJECT_LOST = stage("object_lost", "Without object", "目的消滅", closed=True)


GIVEN = (Stage.ISSUED, Stage.IN_FORCE, Stage.SUSPENDED, Stage.PERIOD_OVER)
"""The stages of an order that is issued and has not ended."""
LIVE = (Stage.CONSIDERED, *GIVEN)


class State(OrderState):
    """What is kept of a penal order."""

    declared_on: date | None = None
    """When the person last declared to have no will to leave."""
    taken_back_on: date | None = None
    """When that was taken back."""
    heard_on: date | None = None
    reasons: frozenset[PenalReason] = frozenset()
    issued_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def declares_no_will(self) -> bool | None:
        """Whether the person is declaring to have no will to leave; None = nobody recorded what is declared."""
        if self.declared_on is None and self.taken_back_on is None:
            return None
        return self.taken_back_on is None


class PenalOrderConsidered(Fact):
    """A penal order to leave is considered on own motion (55-2(1))."""

    order: str


class WillDenied(Fact):
    """The person declared to have no will to leave (55-2(1)(i))."""

    on: date


class DenialTakenBack(Fact):
    """The person took back the declaration to have no will to leave."""

    on: date


class PenalOrderOpinionHeard(Fact):
    """The person was heard beforehand (55-2(1))."""

    on: date
    given: bool
    """An opinion was given; else the person would give none."""


class PenalOrderIssued(Fact):
    """The penal order was issued with its reasons and period (55-2(1), (3))."""

    reasons: tuple[PenalReason, ...]
    last_day: date


class PenalOrderNotIssued(Fact):
    """The penal order was considered and not issued."""


class PenalOrderHandedOver(Fact):
    """The paper was handed over: the order binds (55-2(3))."""

    last_day: date


class PenalOrderExtended(Fact):
    """The period was extended (55-2(4))."""

    last_day: date


class PenalOrderUpheld(Fact):
    """The order stands although the person takes back what it was issued for."""


class PenalOrderBreached(Fact):
    """A breach: the period passed and the person stayed, exposed to the penalty of 72(vii); it convicts nobody."""

    last_day: date


class PenalOrderWithdrawn(Fact):
    """The supervising inspector withdrew the order."""


class LeftUnderPenalOrder(Fact):
    """The person left while the order bound: deemed deported (55-2(6)), where nobody removed him or her."""

    on: date
    in_time: bool


class PenalOrderEnded(Fact):
    """The order ended without the person's having left under it."""

    without_effect: bool
    """The deportation order is gone, or a status covers its ground; else there is nobody to whom it could apply."""


def kept(case: Case[State]) -> Iterable[Kept]:
    """A penal order that was handed over, as the rules ask for it."""
    state = case.state
    if state.handed_over_at is not None and state.issued_at is not None and state.heard_on is not None:
        yield Kept(
            case=case.id,
            order=state.order,
            reasons=state.reasons,
            heard_on=state.heard_on,
            issued_at=state.issued_at,
            handed_over_at=state.handed_over_at,
            suspended_since=state.suspended_since,
            exposed=state.exposed_at is not None and state.suspended_since is None,
            ended_at=state.ended_at,
        )
