"""Review of detention under the deportation order, and the departure plan (52-8).

The plan and the Commissioner's part stand beside this file; they are one procedure, since the plan is what is reported
on, and the command is what a review may end with.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from engine.case import Case
from engine.declaration import act, lapse, opening, upon
from engine.refusal import because
from law.citation import ICRRA, SUPPL
from law.competence import Power
from law.custody import ProvisionallyReleased, Sponsored, Title
from law.custody_clocks import DETENTION_REVIEW, REVIEW_OVERDUE
from law.detention_review import (
    Footing,
    Round,
    RoundResult,
    first_day,
    footing_of,
    must_consider,
    periods_over,
    report_is_overdue_after,
    reviewed_on_paper,
    three_months,
    three_months_at_the_latest,
)
from law.facts import Custody, Grant
from law.finding import Answer
from law.ledger import overdue_after
from law.periods import legal_day
from law.policies import PROMPTLY, cite
from law.removal import is_barred
from workflows.custody_effects import CustodyChanged
from workflows.detention_review_case import (
    EXCUSED,
    REVIEWED,
    CountedAnew,
    ProgressReported,
    ReviewBroken,
    ReviewMissed,
    SponsorshipConsidered,
    Stage,
    State,
    ThreeMonthsReached,
    bears_on,
)
from workflows.detention_review_commissioner import CommissionersPart
from workflows.detention_review_due import COMMAND_STANDS, consideration_is_due, report_is_due
from workflows.detention_review_plan import PlanDrawing
from workflows.effects import Departed, DeportationOrderWithdrawn, Died, GrantTookEffect
from workflows.papers.custody import DetentionFollowed
from workflows.papers.detention_review import Consideration, CountAnew, ProgressReport
from workflows.papers.detention_review_duties import BRING_REVIEW_ON, DRAW_UP_PLAN, DUTIES

_DAY = timedelta(days=1)
_HELD = Custody.DETAINED_DEPORTATION_ORDER
_REACHED = (ICRRA("52-8(2)"), ICRRA("52-8(3)"), ICRRA("52-8(6)"), SUPPL("8(4)"), SUPPL("8(5)"), cite("A-04"))
_PLAN_NOT_HANDED_IN = because(
    "plan_not_handed_in",
    ICRRA("52-8(2)"),
    en="The first report hands in the departure plan.",
    ja="最初の報告の際は、退去のための計画を提出しなければならない。",
    remedy="Hand in the plan with the report.",
)
_NO_PLAN = because(
    "no_plan",
    ICRRA("52-8(1)"),
    ICRRA("52-8(2)"),
    en="There is no departure plan to report on.",
    ja="退去のための計画が定められていない。",
    remedy="Draw up the plan first.",
)
_NOT_SET_FREE = because(
    "not_set_free",
    ICRRA("55-54(2)"),
    cite("A-48"),
    en="The person was not set free in a disaster and brought back: the three months run on.",
    ja="災害時の解放及び再収容がない。",
    remedy="Let the three months run on.",
)


class DetentionReview(CommissionersPart, PlanDrawing):
    """Review of detention under the deportation order every three months, with the departure plan (52-8).

    Not decided here: whether Sponsorship is appropriate: the supervising inspector and the Commissioner judge.
    A release breaks the three months; a new detention is a new review, which knows the plan that was drawn up.
    """

    en = "Review of detention under the deportation order"
    ja = "退去強制令書による収容の見直し"
    duties = DUTIES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The departure plan, and the rounds of a running review."""
        return bears_on(case.state, case)

    @opening(by=Power.DRAW_UP_PLAN, basis=_REACHED, ja="収容の見直しの開始", inner=True)
    def begin_review(self, body: DetentionFollowed) -> None:
        """Count three months from the first day of detention under the order; what was reached before is owed."""
        self.begin(State(detention=body.detention), Stage.RUNNING)
        self._count(body.reviewed_until)

    def _count(self, reviewed_until: date | None = None) -> None:
        since = self._held_since()
        footing = footing_of(since, self.position.all(ProvisionallyReleased))
        first = first_day(since, footing).value
        self.update(first_day=first, footing=footing, rounds_before=0, plan_handed_in_on=None)
        over = periods_over(first, self.today)
        reached = (self._round(number) for number in range(1, over + 1))
        self.update(rounds=tuple(reviewed_on_paper(one, reviewed_until) for one in reached))
        self.start(DETENTION_REVIEW, on=three_months(first, over).value + _DAY if over else first)
        self._answer_for_rounds()
        if self.plan_missing():
            told_promptly = over or footing is not Footing.MAIN
            by = overdue_after(self.today, PROMPTLY) if told_promptly else three_months(first, 1).value
            self.owe(DRAW_UP_PLAN, due=by)
        self.go_on()

    def _answer_for_rounds(self) -> None:
        """Three months reached before the case was kept here: overdue by both readings is a breach now, else soon."""
        unmet = self.state.some(lambda one: one.is_unmet)
        late = tuple(one for one in unmet if report_is_overdue_after(one.latest).value < self.today)
        self._miss(late, before_record=True)
        if len(late) < len(unmet):
            self._run_overdue(unmet[-1])

    def _run_overdue(self, one: Round) -> None:
        self.start(REVIEW_OVERDUE, on=one.last_day, until=report_is_overdue_after(one.latest).value)

    def _held_since(self) -> date:
        """The first day on which the person is held and the order has been issued (A-45)."""
        held, order = self.position.custody_held, self.position.order_in_force(self.at)
        known = held is not None and held.custody is _HELD and held.title is Title.DEPORTATION_ORDER
        since = legal_day(held.since) if held and known else self.today
        return max(since, legal_day(order.issued_at)) if order else since

    def _round(self, number: int) -> Round:
        first = self.state.first_day or self.today
        counted = number - self.state.rounds_before
        latest = three_months_at_the_latest(first, counted, self.state.footing)
        return Round(number, three_months(first, counted).value, latest.value)

    @lapse(DETENTION_REVIEW, basis=_REACHED)
    def reaches_three_months(self) -> None:
        """Three months are reached: a report and a consideration are owed, and the next three months run at once."""
        considers = must_consider(self.position.all(Sponsored), self.at).value is Answer.YES
        reached = self._round(len(self.state.rounds) + 1)
        result = None if considers else RoundResult.DEPOSIT_OPEN
        one = Round(reached.number, reached.last_day, reached.latest, result=result)
        self.update(rounds=(*self.state.rounds, one))
        self.record(ThreeMonthsReached(round=one.number, last_day=one.last_day, to_be_considered=considers))
        self.start(DETENTION_REVIEW, on=one.last_day + _DAY)
        self._run_overdue(one)
        self.go_on()

    @lapse(REVIEW_OVERDUE, basis=(ICRRA("52-8(2)"), ICRRA("52-8(3)"), cite("A-02"), cite("A-04")))
    def becomes_overdue(self) -> None:
        """The report or the consideration did not come promptly by either reading: a breach that nothing undoes."""
        self._miss(self.state.some(lambda each: each.is_unmet and not each.breached))

    def _miss(self, late: tuple[Round, ...], *, before_record: bool = False) -> None:
        for one in late:
            missing = {"report_missing": one.reported_on is None, "consideration_missing": one.awaits_consideration}
            self.record(ReviewMissed(round=one.number, **missing, before_record=before_record))
        if late:
            self.update(rounds=self.state.changed(lambda each: each in late, breached=True))
            self.owe(BRING_REVIEW_ON, due=self.today)

    @act(
        by=Power.DRAW_UP_PLAN,
        at=REVIEWED,
        basis=(ICRRA("52-8(2)"), ICRRA("52-8(6)"), SUPPL("8(4)"), SUPPL("8(5)")),
        when=(report_is_due,),
        ja="退去のための計画の提出及び進捗状況の報告",
    )
    def report_progress(self, body: ProgressReport) -> None:
        """Hand in the departure plan and report its progress; one report answers for every three months reached."""
        self.require(not self.plan_missing(), _NO_PLAN)
        self.require(body.hands_in_plan or self.state.plan_handed_in_on is not None, _PLAN_NOT_HANDED_IN)
        reported = tuple(one.number for one in self.state.some(lambda one: one.reported_on is None))
        self.update(rounds=self.state.changed(lambda one: one.number in reported, reported_on=self.today))
        if body.hands_in_plan:
            self.update(plan_handed_in_on=self.today)
        self.record(ProgressReported(rounds=reported, handed_in_plan=body.hands_in_plan))
        self._judge_deposit(reported)
        self.go_on()

    def _judge_deposit(self, reported: tuple[int, ...]) -> None:
        """Whether only a deposit is open is judged when the report is received (52-8(3)), not when it fell due."""
        if must_consider(self.position.all(Sponsored), self.at).value is not Answer.YES:
            self.settle(RoundResult.DEPOSIT_OPEN)
            return
        self.update(
            rounds=self.state.changed(lambda one: one.number in reported and one.result in EXCUSED, result=None)
        )

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=REVIEWED,
        basis=(ICRRA("52-8(3)"), ICRRA("52-2(5)")),
        when=(consideration_is_due,),
        ja="監理措置決定の要否の検討",
    )
    def consider(self, body: Consideration) -> None:
        """Consider Sponsorship: found appropriate, it is decided in its own case; if not, the Commissioner is told."""
        self.require(must_consider(self.position.all(Sponsored), self.at))
        self.require(body.appropriate or self.state.commanded_at is None, COMMAND_STANDS)
        state, on = self.state, self.today
        asked = state.some(_reported_and_unsettled)
        rounds = state.changed(_reported_and_unsettled, considered_on=on, appropriate=body.appropriate)
        self.update(rounds=rounds)
        self.record(SponsorshipConsidered(rounds=tuple(one.number for one in asked), appropriate=body.appropriate))
        self.go_on()

    @upon(CustodyChanged, basis=(ICRRA("52-8(2)"), cite("A-48")))
    def follows_custody(self, fact: CustodyChanged) -> None:
        """A release breaks the three months; liberty in a disaster does not, since an earlier review is harmless."""
        if self.case.stage is Stage.PLAN_OWED and fact.after is _HELD:
            self._count()
        elif self.case.stage in REVIEWED and fact.after is Custody.SET_FREE_IN_DISASTER:
            self.update(set_free_on=self.today)
        elif self.case.stage in REVIEWED and fact.after is not _HELD:
            self.record(ReviewBroken(by=fact.after))
            self._break()

    def _break(self) -> None:
        """End the review; a plan that is still owed stays owed, for the duty of 52-8(1) does not end with a release."""
        if self.position.order_in_force(self.at) is None or not self.plan_missing():
            self.enter(Stage.ENDED)
            return
        self.stop(DETENTION_REVIEW)
        self.stop(REVIEW_OVERDUE)
        self.discharge(*(kind for kind in DUTIES if kind is not DRAW_UP_PLAN))
        self.update(first_day=None, rounds=(), commanded_at=None, obeyed=None, set_free_on=None)
        self.enter(Stage.PLAN_OWED)

    @act(by=Power.DECIDE_SPONSORSHIP, at=REVIEWED, basis=(ICRRA("52-8(2)"), cite("A-48")), ja="起算日の確認")
    def count_anew(self, body: CountAnew) -> None:
        """Confirm that the three months begin anew with the return after a disaster; what was reached stays owed."""
        held, first = self.position.custody_held, body.first_day
        self.require(self.state.set_free_on is not None and self.position.custody is _HELD, _NOT_SET_FREE)
        self.require_past(first, not_before=legal_day(held.since) if held else None)
        self.stop(DETENTION_REVIEW)
        self.update(first_day=first, rounds_before=len(self.state.rounds), set_free_on=None, footing=Footing.MAIN)
        self.start(DETENTION_REVIEW, on=first)
        self.record(CountedAnew(first_day=first))

    @upon(DeportationOrderWithdrawn, basis=ICRRA("52-8(2)"))
    def loses_its_order(self, fact: DeportationOrderWithdrawn) -> None:
        """The order is gone: no detention rests on it any more."""
        if self.position.order_in_force(self.at) is None:
            self._end()

    @upon(GrantTookEffect, basis=(ICRRA("61-2-9(1)"), cite("A-42")))
    def gives_way_to_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted that covers the ground of the order: no plan, report or consideration is owed."""
        order, grants = self.position.order_in_force(self.at), self.position.all(Grant)
        if order is not None and is_barred(order, grants, self.at):
            self._end()

    @upon(Departed, basis=ICRRA("52-8(2)"))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan."""
        self._end()

    @upon(Died, basis=ICRRA("52-8(2)"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._end()

    def _end(self) -> None:
        if not self.case.stage.closed:
            self.enter(Stage.ENDED)


def _reported_and_unsettled(one: Round) -> bool:
    return one.reported_on is not None and (one.awaits_consideration or one.awaits_decision)
