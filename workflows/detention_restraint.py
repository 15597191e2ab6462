"""Taking somebody, showing the papers, the place, and letting go (39-2(2), 41(2), (3), 42, 43(1), 44-4(6), 52(9))."""

from dataclasses import replace

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ACLA, ICRRA, ORD
from law.competence import Power
from law.custody import Title
from law.detention import (
    ENDS_PROCEDURE,
    Occasion,
    TitleEnd,
    may_be_executed_by_detention,
    place_is_allowed,
    shown_as_asked,
    why_no_execution,
)
from law.detention_reasons import EXECUTION_STAYED
from law.finding import Answer, Finding
from law.policies import cite
from workflows.custody_effects import PlaceAssigned
from workflows.detention_case import HELD, DetentionCase, Stage
from workflows.detention_record import PapersShown, Released
from workflows.detention_standing import Standing, detention_order_is_stayed, procedure_goes_on
from workflows.papers.detention import CourtDecision, Detaining, PlaceOfDetention, Release
from workflows.papers.detention_duties import (
    ISSUE_DETENTION_ORDER,
    REMOVE_OR_TELL,
    SCREEN_AFTER_ORDER,
    SHOW_PAPERS,
    WEIGH_UNPAID_DEPOSIT,
)

_DETAIN = (
    ICRRA("39-2(2)"),
    ICRRA("42"),
    ICRRA("44-4(6)"),
    ICRRA("44-4(7)"),
    ICRRA("52(9)"),
    ICRRA("52-4(5)"),
    ICRRA("55(3)"),
    ICRRA("55(5)"),
)
_FIRST_EXECUTION = (Occasion.AFTER_SCREENING, Occasion.SPONSORSHIP_REVOKED)
_SPENT = (TitleEnd.TIME_USED_UP, TitleEnd.NOT_HANDED_OVER)


def somebody_is_to_be_detained(case: DetentionCase) -> Finding[Answer]:
    """Whether a provision commands detention now, and its order stands."""
    state = case.state
    if state.due is None:
        return Finding(Answer.NO, (_NOT_DUE,))
    if state.ordered:
        return may_be_executed_by_detention(case.position.circumstances, case.at)
    if state.paper is None:
        return Finding(Answer.NO, (_NO_ORDER_YET,))
    if detention_order_is_stayed(case):
        return Finding(Answer.NO, (EXECUTION_STAYED,))
    usable = state.paper.executed or state.paper.valid_until >= case.today
    return unless(usable or state.due not in _FIRST_EXECUTION, _EXPIRED)


def papers_are_owed(case: DetentionCase) -> Finding[Answer]:
    """Whether papers wait to be shown."""
    owed = case.owes(SHOW_PAPERS)
    return unless(owed, _NO_PAPERS_OWED)


class Restraints(Standing):
    """The steps of the control officer, and the release."""

    @act(
        by=Power.DETAIN,
        at=Stage.FREE,
        basis=_DETAIN,
        when=(procedure_goes_on, somebody_is_to_be_detained),
        ja="収容",
    )
    def detain(self, body: Detaining) -> None:
        """Take the person, having shown the papers, or in urgency told what takes their place."""
        occasion, title = self.state.due or Occasion.AFTER_SCREENING, self.title_due()
        self.require(shown_as_asked(occasion, title, body.shown, body.told if body.urgency else None))
        self.require_day_left()
        urgent = shown_as_asked(occasion, title, body.shown, None).value is Answer.NO
        self.restrain(occasion, title, body.facility, urgent=urgent)
        if urgent:
            self.owe(SHOW_PAPERS)
        if title is Title.DEPORTATION_ORDER:
            self.discharge(REMOVE_OR_TELL, SCREEN_AFTER_ORDER)
            self.enter(Stage.DETAINED_DEPORTATION_ORDER)
        else:
            self._execute_paper()
            self.enter(Stage.DETAINED_DETENTION_ORDER)
        self.follow_detention(title)

    def _execute_paper(self) -> None:
        if self.state.paper is not None:
            self.update(paper=replace(self.state.paper, executed=True), reissue=False)

    @act(
        by=Power.DETAIN,
        at=HELD,
        basis=(ICRRA("42"), ICRRA("44-4(7)"), ICRRA("52-4(6)"), ICRRA("55(4)")),
        when=(papers_are_owed,),
        ja="令書等の呈示",
    )
    def show_papers(self) -> None:
        """Show the papers that were not at hand."""
        self.discharge(SHOW_PAPERS)
        self.record(PapersShown())

    @act(
        by=Power.ASSIGN_PLACE,
        at=HELD,
        basis=(ICRRA("41(2)"), ICRRA("41(3)"), ICRRA("52(9)"), ORD("36")),
        ja="収容場所の指定及び移送",
    )
    def assign_place(self, body: PlaceOfDetention) -> None:
        """Assign or change the place of detention; a police cell at the supervising inspector's request."""
        under_order = self.case.stage is Stage.DETAINED_DEPORTATION_ORDER
        self.require(place_is_allowed(body.place, Title.DEPORTATION_ORDER if under_order else Title.DETENTION_ORDER))
        self.update(facility=body.facility)
        self.record(PlaceAssigned(place=body.place))

    @act(
        by=Power.RELEASE_DETAINEE,
        at=HELD,
        basis=(
            ICRRA("41(1)"),
            ICRRA("43(3)"),
            ICRRA("44"),
            ICRRA("47(1)"),
            ICRRA("47(2)"),
            ICRRA("48(6)"),
            ICRRA("49(4)"),
            ICRRA("50(9)"),
            ICRRA("61-2-9"),
            ICRRA("63(2)"),
            ACLA("25(2)"),
            ACLA("33(1)"),
            cite("A-47"),
        ),
        ja="放免",
    )
    def release(self, body: Release) -> None:
        """Release a detainee whose title has ended, as with a departure order, or as a court commands."""
        self._require_reason_to_release(body)
        used_up = body.why is TitleEnd.TIME_USED_UP and bool(self.state.decided_sponsorship)
        self.let_go()
        self.update(title_ended=body.why, due=None)
        if body.why in _SPENT:
            self.update(paper=None)
        self.discharge(ISSUE_DETENTION_ORDER, REMOVE_OR_TELL, SCREEN_AFTER_ORDER)
        self.record(Released(why=body.why))
        self._stand_after_release(body.why)
        self.weigh_after_stay()
        if used_up:
            self.owe(WEIGH_UNPAID_DEPOSIT)

    def _require_reason_to_release(self, body: Release) -> None:
        if self.state.title is None:
            self.require(body.why is self.state.title_ended, _OTHER_REASON)
            return
        self.require(body.why is not TitleEnd.DEPARTURE_ORDERED, _DEPARTURE_NOT_ORDERED)
        self.require(body.why is TitleEnd.COURT, _TITLE_STANDS)
        self._require_court_decision(body.court)

    def _require_court_decision(self, decided: CourtDecision | None) -> None:
        stayed = self.state.ordered and why_no_execution(self.position.circumstances, self.at) is TitleEnd.COURT
        self.require(stayed or decided is not None, _NO_COURT_DECISION)
        self.require_past(decided.decided_on if decided else None)

    def _stand_after_release(self, why: TitleEnd) -> None:
        if why in ENDS_PROCEDURE and not self.state.deportation:
            self.enter(Stage.ENDED)
        else:
            self.stand_free()


_NOT_DUE = because(
    "detention_not_due",
    ICRRA("39-2(2)"),
    ICRRA("44-4(6)"),
    ICRRA("52(9)"),
    ICRRA("55(3)"),
    en="Nothing commands the detention of this person.",
    ja="収容すべき場合に当たらない。",
    remedy="A screening, a revocation or the end of provisional release comes first.",
)
_NO_ORDER_YET = because(
    "no_detention_order",
    ICRRA("39-2(2)"),
    ICRRA("44-4(6)"),
    en="No detention order stands.",
    ja="収容令書が発付されていない。",
    remedy="Let the supervising inspector issue it.",
)
_EXPIRED = because(
    "order_expired",
    ICRRA("40"),
    ICRRA("44-4(8)"),
    en="The validity of the detention order has run out.",
    ja="収容令書の有効期間が経過している。",
    remedy="Tell the supervising inspector, who issues it again.",
)
_NO_PAPERS_OWED = because(
    "no_papers_owed",
    ICRRA("42"),
    en="No paper waits to be shown.",
    ja="呈示すべき書面は残っていない。",
    remedy="Nothing is left to be shown.",
)
_OTHER_REASON = because(
    "other_reason",
    ICRRA("41(1)"),
    ICRRA("44"),
    en="Release is owed for another reason.",
    ja="放免すべき事由が異なる。",
    remedy="Name the reason on record.",
)
_TITLE_STANDS = because(
    "title_stands",
    ICRRA("41(1)"),
    ICRRA("52(9)"),
    en="The title stands; the law releases by Sponsorship, provisional or special release, or the end of the title.",
    ja="収容の根拠が存続しており、監理措置、仮放免、特別放免又は根拠の消滅によらなければ放免することができない。",
    remedy="Decide on Sponsorship or provisional release.",
)
_DEPARTURE_NOT_ORDERED = because(
    "departure_not_ordered",
    ICRRA("47(2)"),
    ICRRA("48(7)"),
    ICRRA("49(5)"),
    en="Departure was not ordered: that it is to be ordered releases nobody yet.",
    ja="出国命令がされていない。",
    remedy="Order departure first; the person is then released at once.",
)
_NO_COURT_DECISION = because(
    "no_court_decision",
    ACLA("25(2)"),
    ACLA("33(1)"),
    ICRRA("41(1)"),
    en="No decision of a court that commands the release is on record.",
    ja="放免すべきことを命ずる裁判所の決定又は判決が記録されていない。",
    remedy="Give the court, the kind of decision and its day; of the deportation order record the stay first.",
)
