"""Somebody held, or provisionally released, before the case was kept here: taken over with the days spent."""

from datetime import timedelta

from engine.declaration import opening
from engine.refusal import because
from law.citation import ICRRA
from law.competence import Power
from law.custody import Title
from law.death import is_alive
from law.detention import Footing, Occasion, TitleEnd
from law.detention_days import Restraint, days_left, last_day
from law.periods import end_of, legal_day
from law.policies import cite
from workflows.detention_case import OrderPaper, Stage, State
from workflows.detention_procedure import ProcedureEffects
from workflows.detention_record import CustodyTakenOver
from workflows.detention_standing import LIBERTY_STANDS
from workflows.papers.detention import TakeOver
from workflows.papers.detention_duties import RECORD_RELEASE


class TakingOver(ProcedureEffects):
    """The opening for whoever was held elsewhere, or before the register began (suppl. 8)."""

    @opening(by=Power.RECORD_CUSTODY, basis=(ICRRA("39-2(2)"), ICRRA("52(9)"), cite("A-18")), ja="収容中の者の引継ぎ")
    def take_over(self, body: TakeOver) -> None:
        """Take over somebody held before the case was kept here, with the days already spent."""
        self.require_somebody_to_hold()
        self.require(body.since <= self.at, _HELD_FROM_TO_COME)
        self.require(not body.deportation or body.deportation in self.position.cases, NO_DEPORTATION_CASE)
        self.require(self._may_stand_so(on_release=body.on_release), LIBERTY_STANDS)
        self._require_reviewed_in_time(body)
        begun = self._taken_over(body)
        self.begin(begun, (_RELEASED_TAKEN_OVER if body.on_release else _STAGE_TAKEN_OVER)[body.title])
        self.record(CustodyTakenOver(title=body.title, spent=self.days_of_detention()))
        if body.on_release:
            self._owe_release_on_record()
            return
        self.follow_detention(body.title, reviewed_until=body.reviewed_until)
        if body.title is Title.DEPORTATION_ORDER:
            self.execution_is_stopped_or_owed()
        else:
            self._run_taken_over(body)

    def _may_stand_so(self, *, on_release: bool) -> bool:
        """Whether what stands of Sponsorship and provisional release does not speak against the taking over."""
        return not self.sponsorship_stands() and (on_release or not self.release_stands())

    def _require_reviewed_in_time(self, body: TakeOver) -> None:
        """Refuse a review on paper that lies outside the detention under the order."""
        if body.reviewed_until is not None:
            held_under_order = body.title is Title.DEPORTATION_ORDER and not body.on_release
            in_time = legal_day(body.since) <= body.reviewed_until <= self.today
            self.require(held_under_order and in_time, _REVIEWED_OUT_OF_TIME)

    def _owe_release_on_record(self) -> None:
        if not self.release_stands():
            self.owe(RECORD_RELEASE)

    def _taken_over(self, body: TakeOver) -> State:
        under_order, held = body.title is Title.DEPORTATION_ORDER, not body.on_release
        held_since = legal_day(body.since)
        paper = OrderPaper(Footing.SCREENING, body.since, held_since, extension=body.extension, executed=True)
        return State(
            since=body.since,
            deportation=body.deportation,
            title=body.title if held else None,
            held_under=_occasion_taken_over(body) if held else None,
            facility=body.facility if held else "",
            paper=None if under_order else paper,
            restraints=(Restraint(held_since),) if held and not under_order else (),
            spent_before=body.days_spent,
            handed_over=body.handed_over,
            hours_from=body.since,
            ordered=under_order,
        )

    def _run_taken_over(self, body: TakeOver) -> None:
        """Let what is left of the thirty days and of the 48 hours run; what had run out before is a breach."""
        since = legal_day(body.since)
        last = None
        if days_left(body.days_spent, body.extension):
            last = last_day(since, body.days_spent, body.extension).value
        if last is None or end_of(last) <= self.at:
            self.break_limit(TitleEnd.TIME_USED_UP, until=last or since - timedelta(days=1))
            return
        self.run_limit(since, body.days_spent)
        self.run_hours()

    def require_somebody_to_hold(self) -> None:
        """Refuse a second case of custody, and one of somebody who has left Japan or died."""
        kept = any(not one.stage.closed for one in self.position.of("Detention"))
        self.require(not kept, _KEPT_ALREADY)
        recorded = self.position.circumstances
        self.require(is_alive(recorded))
        self.require(recorded.left_on is None, _NOT_HERE)


_STAGE_TAKEN_OVER = {
    Title.DETENTION_ORDER: Stage.DETAINED_DETENTION_ORDER,
    Title.DEPORTATION_ORDER: Stage.DETAINED_DEPORTATION_ORDER,
}

_RELEASED_TAKEN_OVER = {
    Title.DETENTION_ORDER: Stage.PROVISIONAL_RELEASE_DETENTION_ORDER,
    Title.DEPORTATION_ORDER: Stage.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
}


def _occasion_taken_over(body: TakeOver) -> Occasion:
    if body.title is Title.DEPORTATION_ORDER:
        return Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER if body.after_sponsorship else Occasion.UNTIL_REMOVAL
    return Occasion.SPONSORSHIP_REVOKED if body.after_sponsorship else Occasion.AFTER_SCREENING


_KEPT_ALREADY = because(
    "custody_kept_already",
    ICRRA("39-2(2)"),
    en="The custody of this person is being kept.",
    ja="この者の身柄は既に記録中である。",
    remedy="Go on in the case that is open.",
)
_NOT_HERE = because(
    "person_gone",
    ICRRA("52(3)"),
    en="The person is on record as having left Japan.",
    ja="既に本邦から出国した旨の記録がある。",
    remedy="Of somebody who came back, keep the circumstances anew first.",
)
NO_DEPORTATION_CASE = because(
    "no_deportation_case",
    ICRRA("27"),
    ICRRA("43(1)"),
    en="The person has no such deportation case.",
    ja="該当する退去強制手続の事件がない。",
    remedy="Begin the investigation first.",
)
_REVIEWED_OUT_OF_TIME = because(
    "reviewed_out_of_time",
    ICRRA("52-8(2)"),
    ICRRA("52-8(6)"),
    en="Three months are reviewed of somebody held under the deportation order, from its first day until today.",
    ja="見直しの対象となるのは、退去強制令書による収容の開始の日から本日までの期間に限る。",
    remedy="Give the last day of the last three months that were reviewed, or none.",
)
_HELD_FROM_TO_COME = because(
    "held_from_to_come",
    ICRRA("39-2(2)"),
    en="The detention would begin after the act.",
    ja="収容の開始が行為より後である。",
    remedy="Correct the instant.",
)
