"""What an order to apply for a passport keeps and puts on record."""

from datetime import date

from engine.case import CaseStage, stage
from engine.payload import Fact
from law.passport_order import CommandedAct, Standing
from workflows.order_standing import OrderState
from workflows.papers.passport_order import AskedBy


class Stage(CaseStage):
    """Where an order to apply for a passport stands."""

    ISSUED = stage("issued", "Issued, paper to be handed over", "発付済み（命令書交付前）")
    IN_FORCE = stage("in_force", "In force", "期間中")
    SUSPENDED = stage(
        "suspended", "Paused", "期間停止中", quiet="the period goes on by itself when the cause ends (A-07)"
    )
    PERIOD_OVER = stage(
        "period_over", "Period over, not all done", "期間経過", quiet="what was not done may still be done, or it ends"
    )
    FULFILLED = stage("fulfilled", "Everything done", "履行済み", closed=True)
    WITHDRAWN = stage("withdrawn", "Withdrawn", "撤回", closed=True)
    WITHOUT_EFFECT = stage("without_effect", "Without effect", "失効", closed=True)
    OBJECT_LOST = stage("object_lost", "The person left Japan or died", "出国・死亡", closed=True)


GIVEN = (Stage.ISSUED, Stage.IN_FORCE, Stage.SUSPENDED, Stage.PERIOD_OVER)
"""The stages of an order that has not ended."""
HANDED_OVER = (Stage.IN_FORCE, Stage.SUSPENDED, Stage.PERIOD_OVER)


class State(OrderState):
    """What is kept of a passport order: each commanded act and where it stands."""

    acts: dict[CommandedAct, Standing]
    breached: frozenset[CommandedAct] = frozenset()
    """Of which it was found that they were not done in time."""


class PassportOrderIssued(Fact):
    """Acts were commanded in writing, to be done by a day (52(12))."""

    acts: tuple[CommandedAct, ...]
    last_day: date


class PassportOrderHandedOver(Fact):
    """The paper was handed over: the order binds."""

    last_day: date


class CommandedActAsked(Fact):
    """Somebody asked for an act that is due on demand."""

    commanded: CommandedAct
    asked_by: AskedBy
    on: date


class CommandedActDone(Fact):
    """A commanded act was done."""

    commanded: CommandedAct
    on: date


class PassportOrderExtended(Fact):
    """The period was extended (52(13))."""

    last_day: date


class PassportOrderFulfilled(Fact):
    """Everything that was due is done."""


class PassportOrderBreached(Fact):
    """A breach: acts were not done by the day, exposed to the penalty of 72(v); it convicts nobody."""

    acts: tuple[CommandedAct, ...]


class PassportOrderWithdrawn(Fact):
    """The supervising inspector withdrew the order."""


class PassportOrderEnded(Fact):
    """The order ended without having been fulfilled or withdrawn."""

    without_effect: bool
    """The deportation order is gone, or a status covers its ground; else the person left or died."""
