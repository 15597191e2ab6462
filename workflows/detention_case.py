"""What every step of detention shares: stages, state, moves on the axis of custody, restraint and its limits."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from engine.case import CaseStage, stage
from engine.payload import CaseState
from engine.procedure import Procedure
from law.criminal_custody import CriminalHold
from law.custody import Title
from law.custody_clocks import DETENTION_EXTENSION, DETENTION_LIMIT, HAND_OVER_LIMIT
from law.detention import BREACHES, HAND_OVER_OWED, Footing, Occasion, TitleEnd
from law.detention_days import Restraint, days_held, days_spent, last_day
from law.facts import Custody
from law.finding import Finding
from law.treatment import Treated
from workflows.custody_effects import CustodyChanged
from workflows.detention_record import LimitBroken, Restrained, TitleEnded
from workflows.papers.custody import DetentionFollowed
from workflows.papers.detention_duties import (
    DECIDE_SPONSORSHIP,
    DETAIN_PERSON,
    EXTEND_OR_FORGO,
    RELEASE_AT_ONCE,
    RELEASE_WHEN_ORDERED,
    RESOLVE_SIXTY_DAYS,
    SHOW_PAPERS,
    TAKE_BACK,
    WEIGH_CUSTODY,
    WEIGH_PROCEEDINGS,
)

LIMITS: Final = (DETENTION_LIMIT, DETENTION_EXTENSION)


class Stage(CaseStage):
    """Where the person stands on the axis of custody (LAW §3); the values are those of `law.facts.Custody`."""

    FREE = stage("free", "Free", "自由", quiet="nothing holds the person; what is owed stands among the duties")
    EMERGENCY_DETAINED = stage("emergency_detained", "Detained in an emergency", "要急収容中")
    DETAINED_DETENTION_ORDER = stage(
        "detained_detention_order", "Detained under a detention order", "収容令書により収容中"
    )
    SPONSORED_BEFORE_ORDER = stage(
        "sponsored_before_order",
        "Under Sponsorship before the order",
        "監理措置中（令書発付前）",
        quiet="Sponsorship is a procedure of its own",
    )
    PROVISIONAL_RELEASE_DETENTION_ORDER = stage(
        "provisional_release_detention_order",
        "On provisional release under a detention order",
        "仮放免中（収容令書）",
        quiet="provisional release is a procedure of its own",
    )
    DETAINED_DEPORTATION_ORDER = stage(
        "detained_deportation_order",
        "Detained under the deportation order",
        "退去強制令書により収容中",
        quiet="the law has no maximum; the review of detention is a procedure of its own",
    )
    SPONSORED_AFTER_ORDER = stage(
        "sponsored_after_order",
        "Under Sponsorship after the order",
        "監理措置中（令書発付後）",
        quiet="Sponsorship is a procedure of its own",
    )
    PROVISIONAL_RELEASE_DEPORTATION_ORDER = stage(
        "provisional_release_deportation_order",
        "On provisional release under the deportation order",
        "仮放免中（退去強制令書）",
        quiet="provisional release is a procedure of its own",
    )
    SPECIAL_RELEASE = stage(
        "special_release", "On special release", "特別放免中", quiet="the text knows no end of it; a person decides"
    )
    SET_FREE_IN_DISASTER = stage("set_free_in_disaster", "Set free in a disaster", "災害により解放中")
    CRIMINAL_CUSTODY = stage(
        "criminal_custody", "In criminal custody", "刑事手続により拘束中", quiet="another authority holds the person"
    )
    TRAVEL_RESTRICTED = stage("travel_restricted", "Travel-restricted, under conditions", "出国制限対象者（条件指定）")
    ENDED = stage("ended", "Custody without object: the procedure it served has ended", "終了", closed=True)
    OBJECT_LOST = stage("object_lost", "The person left Japan or died", "出国・死亡", closed=True)


HELD: Final = (Stage.EMERGENCY_DETAINED, Stage.DETAINED_DETENTION_ORDER, Stage.DETAINED_DEPORTATION_ORDER)
HELD_BEFORE_ORDER: Final = (Stage.EMERGENCY_DETAINED, Stage.DETAINED_DETENTION_ORDER)
ON_RELEASE: Final = (Stage.PROVISIONAL_RELEASE_DETENTION_ORDER, Stage.PROVISIONAL_RELEASE_DEPORTATION_ORDER)
SPONSORED: Final = (Stage.SPONSORED_BEFORE_ORDER, Stage.SPONSORED_AFTER_ORDER)


def custody_at(at: CaseStage) -> Custody:
    """The place on the axis that a stage is; of a closed case, free."""
    return Custody.FREE if at.closed else Custody(at.value)


@dataclass(frozen=True, slots=True)
class OrderPaper:
    """The detention order that stands: on what it issued, until when it may be executed, by how much it is extended."""

    footing: Footing
    issued_at: datetime
    valid_until: date
    extension: int = 0
    executed: bool = False
    stayed: bool = False
    """A court's stay of it was followed; what follows when that has ended is owed then."""


class State(CaseState):
    """What is kept of a person's custody."""

    since: datetime
    """Since when the person stands where he or she stands."""
    deportation: str = ""
    """The deportation case that the custody serves; empty for somebody taken over without one."""
    title: Title | None = None
    held_under: Occasion | None = None
    facility: str = ""
    title_ended: TitleEnd | None = None
    """Why the title of the detention ended, and after the release why there was none."""
    due: Occasion | None = None
    """On which provision the person is to be detained; None = nobody is to detain him or her."""
    paper: OrderPaper | None = None
    reissue: bool = False
    """The next order takes the place of one whose validity ran out (44-4(8))."""
    restraints: tuple[Restraint, ...] = ()
    """Every restraint before the deportation order in this deportation case."""
    spent_before: int = 0
    """Days spent before the case was kept here."""
    handed_over: bool = False
    hours_from: datetime | None = None
    """From when the 48 hours of 44 count: the restraint, put back by what of them had run before it; None = `since`."""
    hours_ran: timedelta = timedelta()
    """How long the 48 hours had run when the person was last let go, or Sponsorship decided, before the hand-over."""
    ordered: bool = False
    """A deportation order issued and stands."""
    decided_sponsorship: str = ""
    """A Sponsorship that was decided and has not taken hold: the deposit, or the release, is awaited."""
    criminal: CriminalHold | None = None
    specially_released: bool = False
    """Released under 52(10); it stands aside in criminal custody, and no text ends it (A-39)."""


class DetentionCase(Procedure[State]):
    """The custody of a person, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def begin(self, state: State, at: CaseStage) -> None:
        """Open the case where the person stands, and tell it if that is a move."""
        before = self.position.custody
        super().begin(state, at)
        self._tell(before, at)

    def enter(self, stage: CaseStage) -> None:
        """Move the person on the axis of custody, and tell the other cases."""
        before = self.case.stage
        if stage is not before:
            self.update(since=self.at)
            super().enter(stage)
            if before is Stage.SET_FREE_IN_DISASTER:
                self.discharge(TAKE_BACK)
            self._tell(custody_at(before), stage)

    def _tell(self, before: Custody, at: CaseStage) -> None:
        after = custody_at(at)
        if after is not before:
            self.record(CustodyChanged(before=before, after=after, title=self.state.title))

    def days_spent(self) -> Finding[int]:
        """Days of detention spent before today under detention orders of this case (44-4(9), A-18)."""
        return days_spent(self.state.restraints, self.today, kept_elsewhere=self.state.spent_before)

    def days_of_detention(self) -> int:
        """Days of detention spent up to today, today included."""
        return self.state.spent_before + days_held(self.state.restraints, self.today)

    @property
    def extension(self) -> int:
        """Days by which the detention order that stands is extended."""
        return self.state.paper.extension if self.state.paper else 0

    def restrain(self, occasion: Occasion, title: Title, facility: str, *, urgent: bool = False) -> None:
        """The person is held from now on: the days count, the limits run, and treatment begins."""
        spent = self.days_spent().value
        self.update(title=title, held_under=occasion, facility=facility, due=None, title_ended=None)
        self.discharge(DETAIN_PERSON, EXTEND_OR_FORGO, RESOLVE_SIXTY_DAYS, WEIGH_CUSTODY)
        self.record(Restrained(occasion=occasion, title=title, spent=spent, urgent=urgent))
        if title is not Title.DEPORTATION_ORDER:
            self._count_days(occasion)

    def _count_days(self, occasion: Occasion) -> None:
        spent = self.days_spent().value
        self.update(restraints=(*self.state.restraints, Restraint(self.today)))
        self.run_limit(self.today, spent)
        if occasion in HAND_OVER_OWED and not self.state.handed_over:
            self.update(hours_from=self.at - self.state.hours_ran)
            if not self.state.decided_sponsorship:
                self.run_hours()

    def run_hours(self) -> None:
        """Let the 48 hours of 44 run as far as they are owed; what is over already is broken at once."""
        state = self.state
        before_order = state.title in (Title.EMERGENCY, Title.DETENTION_ORDER)
        owed = before_order and state.held_under in HAND_OVER_OWED and not state.handed_over
        counted_from = state.hours_from or state.since
        if not owed:
            return
        if HAND_OVER_LIMIT.end_from(counted_from) > self.at:
            self.start_at(HAND_OVER_LIMIT, counted_from)
        else:
            self.break_limit(TitleEnd.NOT_HANDED_OVER)

    def stop_hours(self) -> None:
        """Stop the 48 hours, and keep how long they ran: after a new restraint only what is left of them runs."""
        if self.case.clock(HAND_OVER_LIMIT) is not None and self.state.hours_from is not None:
            self.update(hours_ran=self.at - self.state.hours_from)
        self.stop(HAND_OVER_LIMIT)

    def run_limit(self, on: date, spent: int) -> None:
        """Let the days of 41(1) run that are left, as far as the order is extended."""
        if self.extension:
            last = last_day(on, spent, self.extension).value
            self.start(DETENTION_EXTENSION, on=last - timedelta(days=self.extension), until=last)
        else:
            self.start(DETENTION_LIMIT, on=on, used=spent)

    def follow_detention(self, title: Title, *, reviewed_until: date | None = None) -> None:
        """Open the treatment of a detainee, and under the deportation order the review, where none is open.

        What is still owed after a death that was recorded of the person is no treatment of somebody held now.
        """
        body = DetentionFollowed(detention=self.case_id, title=title, reviewed_until=reviewed_until)
        if not self.position.all(Treated):
            self.open("Treatment", "begin_treatment", body)
        if title is Title.DEPORTATION_ORDER and not self._is_open("DetentionReview"):
            self.open("DetentionReview", "begin_review", body)

    def _is_open(self, procedure: str) -> bool:
        return any(not one.stage.closed for one in self.position.of(procedure))

    def let_go(self) -> None:
        """The person is no longer held: the restraint ends today, and its clocks with it."""
        self.end_restraint()
        self.update(title=None, held_under=None, facility="")
        self.discharge(RELEASE_AT_ONCE, RELEASE_WHEN_ORDERED, SHOW_PAPERS, DECIDE_SPONSORSHIP, WEIGH_PROCEEDINGS)

    def lose_title(self, why: TitleEnd, *, until: date | None = None) -> None:
        """Somebody held may be held no longer: release is owed at once; until it is recorded he or she counts as held.

        Args:
            why: what ended the title.
            until: the last day that the title carried; None = today.
        """
        if self.state.title is None:
            return
        before_order = self.state.title is not Title.DEPORTATION_ORDER
        self.end_restraint(until)
        if before_order:
            first = until + timedelta(days=1) if until else self.today
            self.update(restraints=(*self.state.restraints, Restraint(first, titled=False)))
        self.update(title=None, title_ended=why, due=None)
        self.discharge(WEIGH_PROCEEDINGS)
        self.record(TitleEnded(why=why))
        self.owe(RELEASE_AT_ONCE, due=self.today)

    def break_limit(self, why: TitleEnd, *, until: date | None = None) -> None:
        """A limit passed and the person is still held: a breach on record, the title ends, and release is owed at once.

        Args:
            why: which limit, by what follows from it.
            until: the last day that the title carried; None = today.
        """
        limit, article = BREACHES[why]
        self.record(LimitBroken(limit=limit, article=article, consequence=why))
        self.lose_title(why, until=until)

    def end_restraint(self, until: date | None = None) -> None:
        """The clocks of detention stop, and the days of a restraint that goes on end today, or on an earlier day."""
        self.stop_hours()
        for rule in LIMITS:
            self.stop(rule)
        ended = (one if one.until else replace(one, until=until or self.today) for one in self.state.restraints)
        self.update(restraints=tuple(ended))
