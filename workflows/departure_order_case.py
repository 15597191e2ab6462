"""What every step of a departure order shares: stages, state, how it ends, and what follows a missed deadline."""

from datetime import date, datetime, timedelta

from engine.case import CaseStage, stage
from engine.payload import CaseState
from engine.procedure import Procedure
from engine.refusal import because, unless
from law.citation import ICRRA
from law.departure_order import Track
from law.departure_order_terms import Deadline, DepartureCondition, asked_in_time
from law.facts import Grant, Ground
from law.finding import Answer, Finding
from law.landing import Leaving
from law.landing_denial import DenialKept, has_its_denial
from law.removal import covers
from workflows.departure_order_record import ExposedToPenalty, Undecided
from workflows.enforcement_effects import DepartureOrderEnd, DepartureOrderEnded
from workflows.papers.enforcement import GroundArisen, PersonLeft


class Stage(CaseStage):
    """Where a departure order stands."""

    DUE = stage("due", "Departure to be ordered", "出国命令待ち")
    ORDERED = stage("ordered", "Departure ordered", "出国命令中")
    DEADLINE_OVER = stage("deadline_over", "Deadline passed, a person decides what follows", "出国期限経過（判断待ち）")
    REVOKED = stage("revoked", "Revoked, notice and paper to be seen to", "取消し（通知・返納前）")
    TO_WEIGH = stage("to_weigh", "Annulled by a court, to be weighed", "取消判決確定（措置待ち）")
    ANNULLED = stage("annulled", "Annulled by a court", "取消判決による終了", closed=True)
    LEFT = stage("left", "Left under the order", "出国済み", closed=True)
    MISSED = stage("missed", "Deadline missed", "出国期限徒過", closed=True)
    REVOCATION_DONE = stage("revocation_done", "Revoked and wound up", "取消済み", closed=True)
    OBJECT_LOST = stage("object_lost", "Without object", "出国・死亡等", closed=True)


RUNNING = (Stage.ORDERED, Stage.DEADLINE_OVER)
"""The order was made and has not ended."""
OPEN = (Stage.DUE, *RUNNING)
_DAY = timedelta(days=1)


class State(CaseState):
    """What is kept of a departure order."""

    deportation: str
    track: Track
    ordered_at: datetime | None = None
    deadlines: tuple[Deadline, ...] = ()
    conditions: frozenset[DepartureCondition] = frozenset()
    asked_on: date | None = None
    """When an extension was asked for that is not decided yet."""
    undecided: Undecided | None = None
    held_to: datetime | None = None
    """Until when exit control last withheld the confirmation, or may at most."""
    ended_at: datetime | None = None
    left: bool = False
    """Left under the order."""
    ground: Ground | None = None
    """24(viii) or (ix), since `ground_since`."""
    ground_since: date | None = None
    pursued: bool = False
    """A deportation case has taken up that ground."""
    gone: bool = False
    """The person is not in Japan any more."""
    seen_off_on: date | None = None
    """When exit control saw the person leave in this case; it stays, whatever becomes of the confirmation."""


class DepartureOrderCase(Procedure[State]):
    """A departure order, as far as all its steps share it."""

    stages = Stage
    state_type = State

    @property
    def deadline(self) -> date:
        """The last day for leaving; while departure is not ordered, today."""
        return self.state.deadlines[-1].last_day if self.state.deadlines else self.today

    def finish(self, end: DepartureOrderEnd) -> None:
        """The order has ended: from now on it forbids nothing."""
        self.update(ended_at=self.at, asked_on=None, undecided=None)
        self.record(DepartureOrderEnded(end=end))

    def leave(self, on: date) -> None:
        """The person left under the order: landing is denied for the period that hangs on the track (DT-04)."""
        self.update(left=True, gone=True, ground=None, ground_since=None)
        self.finish(DepartureOrderEnd.LEFT)
        self.enter(Stage.LEFT)
        if not has_its_denial(self.position.all(DenialKept), on):
            body = PersonLeft(on=on, leaving=Leaving.DEPARTURE_ORDER, track=self.state.track)
            self.open("LandingDenial", "determine", body)

    def miss(self) -> None:
        """The deadline was missed: from the day after it the person falls under 24(viii)."""
        self.record(ExposedToPenalty(article="70(1)(viii-2)"))
        self.fall_under(Ground.VIII, self.deadline + _DAY)
        self.finish(DepartureOrderEnd.MISSED)
        self.enter(Stage.MISSED)
        self.pursue()

    def fall_under(self, ground: Ground, since: date) -> None:
        """A new ground of deportation, which also excludes another departure order (24-3(ii))."""
        if not self.state.gone:
            self.update(ground=ground, ground_since=since)

    def pursue(self) -> None:
        """Open a deportation case on the new ground, once: not while provisional stay runs, not where a grant bars."""
        ground, since = self.state.ground, self.state.ground_since
        if ground is None or since is None or self.state.pursued:
            return
        barred = any(covers(grant, since, self.at) for grant in self.position.all(Grant))
        if barred or self.position.provisional_stay_running(self.at) is not None:
            return
        self.update(pursued=True)
        self.open("Deportation", "take_up_ground", GroundArisen(ground=ground, since=since, arisen_in=self.case_id))


def deadline_is_open(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether the last day for leaving, and for asking for an extension, is not over."""
    return asked_in_time(case.today, case.deadline)


def extension_is_asked(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether a request for extension waits for its decision: nothing is extended or refused without one (55-87)."""
    return unless(case.state.asked_on is not None, _NOT_ASKED)


def nothing_is_asked(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether no request for extension waits for its decision."""
    return unless(case.state.asked_on is None, _ASKED)


_NOT_ASKED = because(
    "no_extension_asked",
    ICRRA("55-87"),
    en="Nobody asked for an extension of this deadline.",
    ja="出国期限の延長の申出がない。",
    remedy="Receive the request first; it is made by the deadline.",
)
_ASKED = because(
    "extension_asked",
    ICRRA("55-87"),
    en="An extension was asked for and is not decided.",
    ja="出国期限の延長の申出に対する判断がされていない。",
    remedy="Decide on it first.",
)
