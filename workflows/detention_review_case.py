"""What every step of the review of detention shares: stages, state, facts, and what is owed at each moment."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from engine.case import Case, CaseStage, DutyKind, stage
from engine.payload import CaseState, Fact
from engine.procedure import Procedure
from law.custody_clocks import DETENTION_REVIEW, REVIEW_OVERDUE
from law.custody_policies import COMMISSIONER_ALERT
from law.detention_review import (
    DeparturePlan,
    DetentionReviewed,
    Footing,
    Round,
    RoundResult,
    plan_is_missing,
)
from law.facts import Custody
from law.ledger import overdue_after
from law.periods import legal_day
from law.policies import PROMPTLY
from workflows.papers.detention_review_duties import (
    ANSWER_REPORT,
    BRING_REVIEW_ON,
    CARRY_OUT_COMMAND,
    CONSIDER_SPONSORSHIP,
    DECIDE_SPONSORSHIP,
    REPORT_PROGRESS,
    TELL_COMMISSIONER,
)


class Stage(CaseStage):
    """Where the review stands. Several reviews may be under way at once; the state keeps each."""

    PLAN_OWED = stage("plan_owed", "Departure plan owed, nobody detained", "計画未作成（収容なし）")
    RUNNING = stage("running", "The three months run", "三月の期間進行中")
    UNDER_REVIEW = stage("under_review", "Detention is being reviewed", "収容の要否の見直し中")
    COMMANDED = stage("commanded", "The Commissioner commanded Sponsorship", "監理措置決定を命令済み")
    PLAN_KEPT = stage("plan_kept", "Departure plan drawn up, nobody detained", "計画作成済み（収容なし）", closed=True)
    ENDED = stage("ended", "Ended", "終了", closed=True)


EXCUSED = (RoundResult.DEPOSIT_OPEN, RoundResult.SPONSORSHIP_DECIDED)
"""Results that rest on a decision of Sponsorship, and fall with it."""
REVIEWED = (Stage.RUNNING, Stage.UNDER_REVIEW, Stage.COMMANDED)
"""The stages in which somebody is detained under the order and the three months run."""
PLANNED = (Stage.PLAN_OWED, *REVIEWED)


class State(CaseState):
    """What is kept of a review of detention."""

    detention: str | None = None
    first_day: date | None = None
    """Day 1 of the count that runs; None while nobody is detained under the order."""
    footing: Footing = Footing.MAIN
    rounds: tuple[Round, ...] = ()
    rounds_before: int = 0
    """Rounds of a count that was begun anew since."""
    plan_drawn_up_on: date | None = None
    plan_handed_in_on: date | None = None
    commanded_at: datetime | None = None
    """Since when a command stands that is not carried out."""
    obeyed: datetime | None = None
    """Since when a command stood that a decision obeyed; the decision has not taken hold yet."""
    set_free_on: date | None = None
    """In a disaster, and not counted anew since."""

    def some(self, asks: Callable[[Round], bool]) -> tuple[Round, ...]:
        """The rounds of which something holds."""
        return tuple(one for one in self.rounds if asks(one))

    def changed(self, asks: Callable[[Round], bool], **changes: Any) -> tuple[Round, ...]:  # noqa: ANN401  (fields)
        """All rounds, those of which something holds changed."""
        return tuple(replace(one, **changes) if asks(one) else one for one in self.rounds)


class PlanDrawnUp(Fact):
    """A departure plan was drawn up (52-8(1)); its text stays in the entry."""

    heard: bool


class ThreeMonthsReached(Fact):
    """Detention under the order has lasted three months, or three months more (52-8(2), (6))."""

    round: int
    last_day: date
    to_be_considered: bool
    """Not while a decided Sponsorship only awaits its deposit (52-8(3))."""


class ProgressReported(Fact):
    """The control officer reported on the progress of the plan, for these rounds."""

    rounds: tuple[int, ...]
    handed_in_plan: bool


class SponsorshipConsidered(Fact):
    """The supervising inspector considered Sponsorship, for these rounds."""

    rounds: tuple[int, ...]
    appropriate: bool


class CommissionerTold(Fact):
    """That Sponsorship is not decided went to the Commissioner, with the reasons (52-8(3))."""

    rounds: tuple[int, ...]


class CommandStandsAgain(Fact):
    """What was decided on a command came to nothing before it took hold: the command is open again (A-38)."""

    commanded_at: datetime


class CommandReportedBack(Fact):
    """The Commissioner was told that the commanded Sponsorship came to nothing, and why (A-38)."""


class CommandWithheld(Fact):
    """The Commissioner did not find Sponsorship appropriate; detention goes on."""

    rounds: tuple[int, ...]


class ReviewMissed(Fact):
    """A breach: the report or the consideration did not come promptly, also by the later reading (A-04)."""

    round: int
    report_missing: bool
    consideration_missing: bool
    before_record: bool = False
    """Found when the person was taken over: overdue before the case was kept here, and neither is on record."""


class ReviewBroken(Fact):
    """Detention under the order ended: the three months are broken, and a new detention starts at zero."""

    by: Custody


class CountedAnew(Fact):
    """After a disaster the three months count anew, as a person confirmed (A-48)."""

    first_day: date


class ReviewCase(Procedure[State]):
    """A review of detention, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def plan_missing(self) -> bool:
        """Whether no departure plan was drawn up since the order; without an order on file, none in this case."""
        order = self.position.order_in_force(self.at)
        if order is None:
            return self.state.plan_drawn_up_on is None
        return plan_is_missing(self.position.all(DeparturePlan), order)

    def go_on(self) -> None:
        """Owe what is to be done now, and stand where the rounds stand."""
        unmet = self.state.some(lambda one: one.is_unmet)
        if not unmet:
            self.stop(REVIEW_OVERDUE)
        if not any(one.breached for one in unmet):
            self.discharge(BRING_REVIEW_ON)
        self._owe_what_is_due()
        if self.state.commanded_at is not None:
            self.enter(Stage.COMMANDED)
        else:
            self.enter(Stage.UNDER_REVIEW if self.state.some(lambda one: one.is_open) else Stage.RUNNING)

    def _owe_what_is_due(self) -> None:
        rounds = self.state.some
        kept_since = legal_day(self.case.opened_at)
        due: tuple[tuple[DutyKind, date | None], ...] = (
            (REPORT_PROGRESS, _promptly(rounds(lambda one: one.reported_on is None), kept_since)),
            (CONSIDER_SPONSORSHIP, _promptly(rounds(lambda one: one.awaits_consideration), kept_since)),
            (DECIDE_SPONSORSHIP, _promptly(rounds(lambda one: one.awaits_decision), self.today)),
            (TELL_COMMISSIONER, _promptly(rounds(lambda one: one.awaits_telling), self.today)),
            (ANSWER_REPORT, _alerted(rounds(lambda one: one.awaits_answer))),
            (CARRY_OUT_COMMAND, self.state.commanded_at and overdue_after(self.today, PROMPTLY)),
        )
        for kind, by in due:
            if by is None:
                self.discharge(kind)
            else:
                self.owe(kind, due=by)

    def reopen(self, asks: Callable[[Round], bool]) -> None:
        """Have the rounds of which something holds considered again: what answered them came to nothing."""
        anew: dict[str, Any] = {"result": None, "considered_on": None, "appropriate": None, "reopened_on": self.today}
        self.update(rounds=self.state.changed(asks, **anew))

    def settle(self, result: RoundResult) -> None:
        """Close the consideration of every round that has no result yet."""
        self.update(rounds=self.state.changed(lambda one: one.result is None, result=result))


def _promptly(rounds: tuple[Round, ...], not_before: date) -> date | None:
    """Until when the oldest of some rounds is still prompt, counted from its three months or from a later day."""
    return overdue_after(max(rounds[0].asked_on, not_before), PROMPTLY) if rounds else None


def _alerted(rounds: tuple[Round, ...]) -> date | None:
    told = [one.told_commissioner_on for one in rounds if one.told_commissioner_on is not None]
    return told[0] + COMMISSIONER_ALERT if told else None


def bears_on(state: State, case: Case[State]) -> Iterable[object]:
    """The departure plan, also of a closed case, and the review while it runs."""
    if state.plan_drawn_up_on is not None:
        yield DeparturePlan(case.id, state.plan_drawn_up_on)
    if state.first_day is not None and not case.stage.closed:
        clock = case.clock(DETENTION_REVIEW)
        owed = frozenset(duty.kind for duty in case.open_duties)
        armed = clock.ends_at if clock else None
        yield DetentionReviewed(case.id, state.first_day, state.rounds, owed, state.commanded_at, armed, state.obeyed)
