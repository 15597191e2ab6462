"""What every step of court proceedings shares: stages, state, a stay that begins and ends."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from engine.case import Case, CaseStage, stage
from engine.payload import CaseState
from engine.procedure import Procedure
from law.court import OF_DEPORTATION, Attacked, JudgmentOutcome, StayEnd, StayTerm, SuitKind
from law.effect_stays import REVOCATIONS, EffectStayed
from law.enforcement_clocks import COURT_STAY_TERM
from law.facts import CourtStay, CourtStayScope, DeportationOrder
from law.finding import Answer
from law.removal import RESTS_ON
from workflows.court_record import CourtStayEnded
from workflows.enforcement_effects import CourtStaysChanged


class Stage(CaseStage):
    """Where a suit stands."""

    PENDING = stage("pending", "Pending, nothing stayed", "係属中", quiet="the suit alone stops nothing (ACLA 25(1))")
    STAYED = stage(
        "stayed", "Pending, with a stay", "執行停止中", quiet="the stay ends by its term, by a court, or with the suit"
    )
    TO_BE_CARRIED_OUT = stage(
        "to_be_carried_out", "Set aside by a final judgment, to be carried out", "取消判決等確定・措置待ち"
    )
    ENDED = stage("ended", "Ended", "終了", closed=True)


BEFORE_COURT: Final = (Stage.PENDING, Stage.STAYED)


@dataclass(frozen=True, slots=True)
class StayKept:
    """A stay that runs: of what, since when, and by which term."""

    scope: CourtStayScope
    since: datetime
    term: StayTerm
    days_after: int = 0


class State(CaseState):
    """What is kept of a suit."""

    kind: SuitKind
    attacked: Attacked
    target: str = ""
    """The case whose disposition is attacked."""
    made_on: date | None = None
    filed_on: date
    in_time: Answer
    """As found; the court decides."""
    sought: CourtStayScope | None = None
    """A stay that was applied for and is not decided."""
    stay: StayKept | None = None
    appealed: bool = False
    """The State's immediate appeal against the stay is pending; it changes nothing."""
    objected: bool = False
    """The Prime Minister objected; it changes nothing until the court cancels the stay."""
    judged: JudgmentOutcome | None = None
    judged_on: date | None = None
    set_aside_since: datetime | None = None
    """Since when a judgment that sets the disposition aside is final here and not carried out."""
    set_aside: bool = False
    """A final judgment set the disposition aside: that stays so."""


class CourtCase(Procedure[State]):
    """A suit, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def lay_stay(self, stay: StayKept, last_day: date | None) -> None:
        """Let a stay run from now on, by its term where that is a day."""
        self.update(stay=stay, sought=None, appealed=False)
        if last_day is not None:
            self.start(COURT_STAY_TERM, on=self.today, until=last_day)
        self.enter(Stage.STAYED)
        self.record(CourtStaysChanged())

    def end_stay(self, end: StayEnd) -> None:
        """A stay that runs ends now: what it stopped is available again."""
        if self.state.stay is None:
            return
        self.stop(COURT_STAY_TERM)
        self.update(stay=None, appealed=False, objected=False)
        self.enter(Stage.PENDING)
        self.record(CourtStayEnded(end=end))
        self.record(CourtStaysChanged())

    @property
    def order_stands(self) -> bool:
        """Whether the deportation order that the attacked decision carries, or is, stands in its case."""
        if self.state.attacked not in OF_DEPORTATION:
            return False
        orders = self.position.all(DeportationOrder)
        return any(one.case == self.state.target and one.withdrawn_at is None for one in orders)


def keeps_person_here(state: State, stay: CourtStay) -> bool:
    """Whether what is stayed reaches the removal, though the suit attacks something else than the deportation.

    An order that issued on a refusal of special permission rests on it as on a finding: a stay of whatever scope does.
    So does a stay of the effect of what took a way of staying from the person: for the time he or she holds it.
    """
    of_effect = stay.scope is CourtStayScope.EFFECT and state.attacked in REVOCATIONS
    carries_the_order = of_effect or state.attacked is Attacked.SPECIAL_PERMISSION_REFUSAL
    reaches = state.set_aside_since is not None or stay.scope is CourtStayScope.REMOVAL or carries_the_order
    return reaches and state.attacked in RESTS_ON


def effect_stayed(case: Case[State]) -> EffectStayed | None:
    """What has no effect by the court's word: stayed in its effect, or set aside for good by a final judgment."""
    state, stay = case.state, stay_of(case)
    if state.attacked not in REVOCATIONS or not state.target:
        return None
    is_stayed = stay is not None and stay.scope is CourtStayScope.EFFECT
    if not (is_stayed or state.set_aside):
        return None
    return EffectStayed(case.id, state.target, state.attacked, state.set_aside)


def stay_of(case: Case[State]) -> CourtStay | None:
    """What is stayed now; what a final judgment set aside counts as stayed in its effect until that is carried out."""
    state = case.state
    if state.set_aside_since is not None and not case.stage.closed:
        return CourtStay(CourtStayScope.EFFECT, state.set_aside_since)
    return None if state.stay is None else CourtStay(state.stay.scope, state.stay.since)
