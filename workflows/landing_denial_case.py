"""What a denial of landing keeps and puts on record, and how it is determined: its clocks follow the finding."""

from datetime import date
from enum import StrEnum

from engine.case import CaseStage, stage
from engine.payload import CaseState, Fact
from engine.procedure import Procedure
from law.enforcement_clocks import DENIAL_FIVE_YEARS, DENIAL_ONE_YEAR, DENIAL_TEN_YEARS
from law.facts import Sentence
from law.landing_denial import Cause, Denial, DenialKept, Denied, LeftJapan, Purpose, clocks_of, denial_of
from law.on_record import AtLeast
from workflows.papers.landing_denial import ReliefCase
from workflows.papers.landing_denial_duties import DENIAL_NOTICE, DUTIES, FIND_FACTS, WEIGH_DECISION


class Stage(CaseStage):
    """Where a denial of landing stands."""

    TO_BE_FOUND = stage("to_be_found", "Facts are missing", "事実の確認を要する")
    TO_BE_WEIGHED = stage("to_be_weighed", "A mistaken decision, a person decides", "人による判断を要する")
    DENIED = stage("denied", "Landing is denied for a period", "上陸拒否期間中")
    WITHOUT_END = stage(
        "without_end", "Landing is denied without end", "期間の定めのない上陸拒否", quiet="5(1)(x) has no end"
    )
    EVENTS_ALONE = stage(
        "events_alone", "The event-related bar alone", "第5条第1項第5号の2による", quiet="no period of 5(1)(ix) runs"
    )
    SET_ASIDE = stage("set_aside", "Set aside by the Minister", "上陸拒否の特例", closed=True)
    OVER = stage("over", "The denial is over", "上陸拒否期間経過", closed=True)
    ANNULLED = stage("annulled", "What it rests on was annulled", "処分の取消し", closed=True)
    DIED = stage("died", "The person died", "死亡", closed=True)


VOID = (Stage.ANNULLED, Stage.DIED)
"""Nothing stands against landing, and nothing is left that would count as an earlier departure."""
OPEN = (Stage.TO_BE_FOUND, Stage.TO_BE_WEIGHED, Stage.DENIED, Stage.WITHOUT_END, Stage.EVENTS_ALONE)


class State(CaseState):
    """What is kept of a denial of landing."""

    cause: Cause
    on: date
    """The day from which it counts."""
    left: LeftJapan | None = None
    sentences: tuple[Sentence, ...] | None = None
    """As on record when the person left: who returns is asked anew."""
    more_sentences_unknown: bool = False
    """Nobody had recorded that there were these and no others."""
    security_ground: bool | None = None
    told_on: date | None = None


class DenialDetermined(Fact):
    """The denial was determined, as the notice tells it by purpose; `until` is the last day that is still barred."""

    cause: Cause
    on: date
    visitor: Denied
    visitor_until: date | None
    other: Denied
    other_until: date | None


class MistakenDecisionDecided(Fact):
    """A person decided whether a decision of one year stands that was made by mistake (A-49)."""

    stands: bool


class PeriodPassed(Fact):
    """A period of the denial is over; as a Temporary Visitor a longer one may still run."""

    years: int


class DenialOver(Fact):
    """The last period of the denial is over: the person may land if otherwise admissible."""


class DenialSetAside(Fact):
    """The Minister said that this ground alone does not deny landing (5-2)."""

    relief: ReliefCase


class DenialEnd(StrEnum):
    """Why a denial stands against nothing any more, and never did."""

    ANNULLED = "annulled"
    DIED = "died"


class DenialEnded(Fact):
    """The denial fell."""

    end: DenialEnd


class DenialTold(Fact):
    """A notice of the denial, or of its being set aside, reached the person."""

    on: date


class DenialCase(Procedure[State]):
    """A denial of landing, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def determine_by(self, left: LeftJapan | None) -> None:
        """Determine by what is on record: the clocks run that the finding names, and the person is told."""
        self.update(left=left)
        self.discharge(*DUTIES)
        self.withdraw_notice(DENIAL_NOTICE)
        kept = denial_kept(self.case_id, self.state)
        visitor = denial_of(kept, Purpose.TEMPORARY_VISITOR).value
        other = denial_of(kept, Purpose.OTHER).value
        self._run(kept)
        determined = DenialDetermined(
            cause=kept.cause,
            on=kept.on,
            visitor=visitor.denied,
            visitor_until=visitor.last_day,
            other=other.denied,
            other_until=other.last_day,
        )
        self.record(determined)
        self._enter_by(visitor, other)

    def _run(self, kept: DenialKept) -> None:
        """Run one clock of each length that the finding names and that has not run out yet."""
        wanted = clocks_of(kept, self.at)
        for rule in (DENIAL_ONE_YEAR, DENIAL_FIVE_YEARS, DENIAL_TEN_YEARS):
            self.stop(rule)
            if rule in wanted:
                self.start(rule, on=kept.on)

    def _enter_by(self, *denials: Denial) -> None:
        denied = {one.denied for one in denials}
        if Denied.UNKNOWN in denied:
            self.enter(Stage.TO_BE_FOUND)
            self.owe(FIND_FACTS)
        elif Denied.ASK in denied:
            self.enter(Stage.TO_BE_WEIGHED)
            self.owe(WEIGH_DECISION)
        else:
            self.serve(DENIAL_NOTICE)
            self._enter_known(denied)

    def _enter_known(self, denied: set[Denied]) -> None:
        if Denied.WITHOUT_END in denied:
            self.enter(Stage.WITHOUT_END)
        elif Denied.OUTSIDE in denied:
            self.enter(Stage.EVENTS_ALONE)
        elif self.case.running_clocks:
            self.enter(Stage.DENIED)
        else:
            self.is_over()

    def is_over(self) -> None:
        """No period runs any more."""
        self.record(DenialOver())
        self.enter(Stage.OVER)

    def period_passed(self, years: int) -> None:
        """A period ran out; where no longer one runs and nothing is open, the denial is over."""
        self.record(PeriodPassed(years=years))
        if self.case.stage is Stage.DENIED and not self.case.running_clocks:
            self.is_over()

    def falls(self, end: DenialEnd) -> None:
        """Nothing of it is left."""
        self.withdraw_notice(DENIAL_NOTICE)
        self.record(DenialEnded(end=end))
        self.enter(Stage.ANNULLED if end is DenialEnd.ANNULLED else Stage.DIED)


def denial_kept(case: str, state: State, stage: CaseStage | None = None) -> DenialKept:
    """What a denial lays before the rules."""
    at_least = state.more_sentences_unknown and state.sentences is not None
    return DenialKept(
        case,
        state.cause,
        state.on,
        state.left,
        set_aside=stage is Stage.SET_ASIDE,
        void=stage in VOID,
        sentences=AtLeast(state.sentences or ()) if at_least else state.sentences,
        security_ground=state.security_ground,
    )
