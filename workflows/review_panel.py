"""The three counselors of a review: naming, written and oral statement, opinion (Ord. 58-2 to 58-9)."""

from datetime import date

from engine.declaration import act
from engine.procedure import Procedure
from law.citation import ACRA, ICRRA, ORD
from law.competence import Power
from law.counselors import (
    Counselor,
    OralStatement,
    ReviewDecision,
    oral_statement_may_be_refused,
    panel,
    review_may_be_decided,
)
from law.holidays import is_administrative_holiday
from workflows.papers import review as paper
from workflows.papers import review_duties as owed
from workflows.review_state import Hearing, Stage, State

_STATEMENT = (ICRRA("61-2-12(6)"), ORD("58-4"))
_ORAL = (ACRA("31(1)"), ICRRA("61-2-12(6)"))
_BEFORE_OPINION = (Stage.RECEIVED, Stage.WITH_PANEL)


class ReviewPanel(Procedure[State]):
    """The part of a review that lies with the counselors.

    Not decided here: whether an oral statement is difficult or unsuitable; the opinion itself.
    """

    @act(by=Power.APPOINT_PANEL, at=Stage.RECEIVED, basis=(ICRRA("61-2-12(3)"), ORD("58-3(1)")), ja="参与員の指名")
    def name_panel(self, body: paper.PanelNamed) -> None:
        """Name three counselors, one of them as head, and an inquirer without interest to assist them."""
        self.require(panel(body.counselors))
        self.require(not body.assistant_conflicts, owed.ASSISTANT_IN_CONFLICT)
        self.require(body.papers_shown, owed.PAPERS_NOT_SHOWN)
        self.update(counselors=body.counselors, assistant=body.assistant)
        self.discharge(owed.NAME_PANEL)
        if self.state.statement_on is None:
            self.owe(owed.FIX_STATEMENT_TIME)
        self.owe(owed.GIVE_OPINION)
        self._note("panel_named")
        self.enter(Stage.WITH_PANEL)

    @act(
        by=Power.APPOINT_PANEL,
        at=(Stage.WITH_PANEL, Stage.OPINION_GIVEN),
        basis=(ORD("58-3(4)"), ORD("58-9(2)")),
        ja="参与員の指名の取消し",
    )
    def withdraw_counselor(self, body: paper.CounselorWithdrawn) -> None:
        """Withdraw the naming of a counselor: an opinion that he or she signed no longer counts."""
        others = tuple(one for one in self.state.counselors if one.reference != body.reference)
        self.require(len(others) < len(self.state.counselors), owed.NOT_OF_THE_PANEL)
        self.update(counselors=others, signed_by=())
        self.discharge(owed.DECIDE_REVIEW)
        self.owe(owed.REPLACE_COUNSELOR)
        self.owe(owed.GIVE_OPINION)
        self._note("counselor_withdrawn")
        self.enter(Stage.WITH_PANEL)

    @act(by=Power.APPOINT_PANEL, at=Stage.WITH_PANEL, basis=(ORD("58-3(1)"), ORD("58-9(2)")), ja="代わりの参与員の指名")
    def replace_counselor(self, body: paper.CounselorReplaced) -> None:
        """Name another counselor instead."""
        counselors: tuple[Counselor, ...] = (*self.state.counselors, body.counselor)
        self.require(panel(counselors))
        self.update(counselors=counselors)
        self.discharge(owed.REPLACE_COUNSELOR)
        self._note("counselor_replaced")

    @act(by=Power.CONDUCT_REVIEW_HEARING, at=Stage.WITH_PANEL, basis=_STATEMENT, ja="申述書の提出期間の指定")
    def fix_statement_time(self, body: paper.StatementTime) -> None:
        """Fix a reasonable time for the written statement."""
        self.require(self.state.statement_on is None, owed.STATEMENT_ON_FILE)
        self._require_working_day_ahead(body.until)
        self.update(statement_until=body.until)
        self.discharge(owed.FIX_STATEMENT_TIME, owed.AWAIT_STATEMENT)
        self.owe(owed.AWAIT_STATEMENT, due=body.until)
        self.serve(owed.STATEMENT_TIME)
        self._note("statement_time_fixed")

    @act(by=Power.RECEIVE_FILING, at=_BEFORE_OPINION, basis=_STATEMENT, ja="申述書の受理")
    def receive_statement(self, body: paper.StatementReceived) -> None:
        """Receive the written statement."""
        self.require_past(body.received_on)
        self.update(statement_on=body.received_on)
        self.discharge(owed.FIX_STATEMENT_TIME, owed.AWAIT_STATEMENT)
        self._note("statement_received")

    @act(by=Power.RECEIVE_FILING, at=_BEFORE_OPINION, basis=_ORAL, ja="口頭意見陳述の申立て")
    def request_hearing(self) -> None:
        """Ask for an oral statement."""
        self.update(hearing=Hearing.REQUESTED)
        self.owe(owed.ANSWER_HEARING_REQUEST)
        self._note("hearing_requested")

    @act(
        by=Power.CONDUCT_REVIEW_HEARING,
        at=Stage.WITH_PANEL,
        basis=(ACRA("31(2)"), ICRRA("61-2-12(6)"), ORD("58-5(3)")),
        ja="口頭意見陳述の実施通知",
    )
    def allow_hearing(self, body: paper.HearingAllowed) -> None:
        """Allow the oral statement and fix its date."""
        self.require(self.state.hearing in (Hearing.REQUESTED, Hearing.REFUSED), owed.HEARING_NOT_REQUESTED)
        self.require(body.questions_asked_for, owed.QUESTIONS_NOT_ASKED_FOR)
        self.require(body.on >= self.today, owed.DAY_NOT_AHEAD)
        self.update(hearing=Hearing.ALLOWED)
        self.discharge(owed.ANSWER_HEARING_REQUEST)
        self.owe(owed.HOLD_HEARING, due=body.on)
        self.serve(owed.HEARING)
        self._note("hearing_allowed")

    @act(
        by=Power.CONDUCT_REVIEW_HEARING,
        at=Stage.WITH_PANEL,
        basis=(*_ORAL, ORD("58-5(2)")),
        ja="口頭意見陳述の不実施通知",
    )
    def refuse_hearing(self, body: paper.HearingRefused) -> None:
        """Refuse the oral statement, on a ground of the law only."""
        self.require(self.state.hearing is Hearing.REQUESTED, owed.HEARING_NOT_REQUESTED)
        statement = OralStatement(
            requested=True,
            difficult=body.difficult,
            no_ground_even_if_true=body.no_ground_even_if_true,
            otherwise_unsuitable=body.otherwise_unsuitable,
        )
        self.require(oral_statement_may_be_refused(statement))
        self.update(hearing=Hearing.REFUSED)
        self.discharge(owed.ANSWER_HEARING_REQUEST)
        self.serve(owed.NO_HEARING)
        self._note("hearing_refused")

    @act(by=Power.CONDUCT_REVIEW_HEARING, at=Stage.WITH_PANEL, basis=(*_ORAL, ORD("58-6")), ja="口頭意見陳述の実施")
    def hold_hearing(self, body: paper.HearingHeld) -> None:
        """Hear the oral statement; the inquirer keeps the record."""
        self.require(self.state.hearing is Hearing.ALLOWED, owed.HEARING_NOT_REQUESTED)
        self.require_past(body.held_on)
        self.require(body.record_made, owed.NO_RECORD_OF_HEARING)
        self.update(hearing=Hearing.HELD)
        self.discharge(owed.HOLD_HEARING)
        self._note("hearing_held")

    @act(by=Power.GIVE_OPINION, at=Stage.WITH_PANEL, basis=(ICRRA("61-2-12(3)"), ORD("58-7")), ja="意見書の提出")
    def give_opinion(self, body: paper.OpinionPaper) -> None:
        """Give the opinion: one paper, signed by all three."""
        self.require(self.state.hearing not in (Hearing.REQUESTED, Hearing.ALLOWED), owed.HEARING_OWED)
        until = self.state.statement_until
        time_is_over = until is not None and until < self.today
        self.require(self.state.statement_on is not None or time_is_over, owed.STATEMENT_AWAITED)
        signed = frozenset(body.signed_by)
        self.require(
            review_may_be_decided(ReviewDecision(True, self.state.counselors, signed, refuses=False, states_gist=None))
        )
        self.update(signed_by=tuple(sorted(signed)))
        self.discharge(owed.GIVE_OPINION, owed.FIX_STATEMENT_TIME, owed.AWAIT_STATEMENT)
        self.owe(owed.DECIDE_REVIEW)
        self._note("opinion_given")
        self.enter(Stage.OPINION_GIVEN)

    def _require_working_day_ahead(self, day: date) -> None:
        self.require(day > self.today, owed.DAY_NOT_AHEAD)
        self.require(not is_administrative_holiday(day), owed.CLOSED_DAY)

    def _note(self, step: str) -> None:
        self.record(paper.ReviewStep(step=step))
