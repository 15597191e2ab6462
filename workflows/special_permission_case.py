"""What every step of special permission shares: stages, state, and the deportation case that it concerns."""

from datetime import date, datetime
from enum import StrEnum

from engine.case import Case, CaseStage, stage
from engine.payload import CaseState, Fact
from engine.procedure import Procedure
from engine.refusal import because, unless
from law.citation import ICRRA
from law.facts import Ground, Stay
from law.finding import Answer, Finding
from law.policies import cite
from law.special_permission import Granted, PermissionPaper
from law.special_permission_filing import Missing
from workflows.deportation_case import Stage as DeportationStage
from workflows.deportation_case import State as DeportationState
from workflows.deportation_case import may_be_gone_on_with


class Stage(CaseStage):
    """Where the question of special permission stands (axis P of LAW §3)."""

    PENDING = stage("pending", "Applied for, to be decided", "申請中")
    CONSIDERED = stage("considered", "Considered on own motion", "職権により検討中")
    REFUSED = stage("refused", "Decided against, not told everybody yet", "不許可（通知未了）")
    GRANTED = stage("granted", "Granted, papers or notice outstanding", "許可（交付等未了）")
    CONCLUDED = stage("concluded", "Granted, everything handed over and told", "許可・終了", closed=True)
    REFUSAL_RECEIVED = stage("refusal_received", "Refused, and received", "不許可通知済み", closed=True)
    NOT_GRANTED = stage("not_granted", "Not granted on own motion", "職権による許可なし", closed=True)
    WITHDRAWN = stage("withdrawn", "Withdrawn", "取下げ", closed=True)
    WITHOUT_OBJECT = stage("without_object", "Without object", "対象消滅", closed=True)


UNDECIDED = (Stage.PENDING, Stage.CONSIDERED)
"""The stages in which it can be decided."""


class Route(StrEnum):
    """How the question came up (50(1))."""

    APPLICATION = "application"
    OWN_MOTION = "own_motion"


class Moot(StrEnum):
    """Why the question lost its object."""

    ORDER_ISSUED = "order_issued"
    """Own motion, or an application made late that a person had set aside (A-36)."""
    CASE_ENDED = "case_ended"
    """The deportation case ended without an order."""
    APPLIED_FOR = "applied_for"
    """An application took the place of the consideration on own motion."""
    LEFT_OR_DIED = "left_or_died"


class State(CaseState):
    """What is kept of the question."""

    deportation: str
    """The deportation case that it concerns."""
    route: Route
    missing: frozenset[Missing] = frozenset()
    decided_at: datetime | None = None
    granted: Granted | None = None
    stay: Stay | None = None
    """The stay that was granted."""
    told_at: datetime | None = None
    """When the supervising inspector was told (50(8))."""
    received_on: date | None = None
    """When the person received the refusal (50(10))."""
    handed_over: PermissionPaper | None = None
    moot: Moot | None = None


class PapersCompleted(Fact):
    """What was missing of an application has come in, as far as the record knows."""

    complete: bool


class FactsFound(Fact):
    """Facts were found by an inspector or a control officer (59-2)."""

    record_made: bool


class TakenUp(Fact):
    """The question of special permission was opened."""

    route: Route


class SupervisorTold(Fact):
    """The supervising inspector was told the result (50(8))."""

    granted: bool


class DecidedAgainst(Fact):
    """Special permission was not granted; an applicant is told in writing with reasons."""

    applied_for: bool


class PermissionHandedOver(Fact):
    """The residence card was handed over, or the passport or certificate stamped."""

    paper: PermissionPaper


class QuestionMoot(Fact):
    """The question lost its object before it was decided."""

    why: Moot


class PermissionCase(Procedure[State]):
    """The question of special permission, as far as all its steps share it."""

    stages = Stage
    state_type = State

    @property
    def deportation(self) -> Case[DeportationState]:
        """The deportation case that it concerns."""
        return self.position.cases[self.state.deportation]

    def grounds_found(self) -> frozenset[Ground]:
        """The items of Article 24 found to apply, in whichever case of the person, but where that was found wrong."""
        cases = self.position.of("Deportation")
        found = (one for one in cases if one.state.ground and one.stage is not DeportationStage.NOT_DEPORTABLE)
        return frozenset(each.ground for one in found for each in one.state.grounds)


def may_go_on(case: PermissionCase) -> Finding[Answer]:
    """Whether a step of the deportation procedure, to which this belongs, may be taken now (61-2-9(1), (2))."""
    return may_be_gone_on_with(case.deportation, case.position, case.at)


def instances_are_over(case: PermissionCase) -> Finding[Answer]:
    """Whether it may be decided on: accepted, or the objection dismissed (50(4); refusals too: A-37)."""
    deportation = case.deportation
    dismissed = deportation.stage is DeportationStage.DISMISSED
    return unless(deportation.state.acceptance is not None or dismissed, _INSTANCES_NOT_OVER)


def no_order_is_in_force(case: PermissionCase) -> Finding[Answer]:
    """Whether no deportation order is in force, of another case either: nobody is permitted to stay against one."""
    return unless(case.position.order_in_force(case.at) is None, _ORDER_IN_FORCE)


_ORDER_IN_FORCE = because(
    "order_in_force",
    ICRRA("50(3)"),
    ICRRA("51"),
    en="A deportation order of another case is in force.",
    ja="他の事件において退去強制令書が発付されている。",
    remedy="Withdraw that order first.",
)
_INSTANCES_NOT_OVER = because(
    "instances_not_over",
    ICRRA("50(4)"),
    cite("A-37"),
    en="The finding or decision is not accepted and no objection was dismissed.",
    ja="認定若しくは判定に服しておらず、異議の申出が理由がない旨の裁決もされていない。",
    remedy="Wait for the end of the instances.",
)
