"""The hearing of somebody whose status may be revoked, from its notice to its report (22-4(2) to (5))."""

from typing import Final

from engine.declaration import act
from engine.refusal import unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.finding import Answer, Finding
from law.periods import legal_day
from law.status_revocation import StatusGround, notice_is_early_enough
from workflows.papers import status_revocation as paper
from workflows.papers import status_revocation_duties as owed
from workflows.papers import status_revocation_reasons as reason
from workflows.status_revocation_case import RevocationCase, Stage
from workflows.status_revocation_record import (
    HearingMissed,
    HearingNotified,
    HearingReported,
    StatusHearingAppointed,
    StatusHearingHeld,
)

_HEARING: Final = (ICRRA("22-4(2)"), ICRRA("61-2-11(2)"))


def may_be_heard_now(case: RevocationCase) -> Finding[Answer]:
    """Whether the date has come and was told."""
    if case.state.new_date_untold:
        return Finding(Answer.NO, (reason.NEW_DATE_NOT_TOLD,))
    at = case.state.hearing_at
    return unless(at is not None and at <= case.at, reason.NOT_YET_HEARING)


class HearingOfHolder(RevocationCase):
    """The steps from the notice of the hearing to its report."""

    @act(
        by=Power.REVOKE_STATUS,
        at=(Stage.FACT_FINDING, Stage.HEARING_TO_NOTIFY),
        basis=(ICRRA("22-4(2)"), ICRRA("22-4(3)"), ORD("25-2"), ORD("25-3")),
        ja="意見聴取の期日の指定及び通知書の作成",
    )
    def appoint_hearing(self, body: paper.HearingNotice) -> None:
        """Appoint a hearing, and draw up its notice with date, place and facts."""
        self._require_grounds(body.grounds)
        early = notice_is_early_enough(
            body.grounds, in_good_time=body.in_good_time, at_customs_inspection=body.at_customs_inspection
        )
        self.require(early)
        self.require(body.hearing_at > self.at, reason.HEARING_IS_PAST)
        self.update(notified=tuple(sorted(body.grounds)), hearing_at=body.hearing_at)
        self.withdraw_notice(owed.HEARING_NOTICE)
        self.serve(owed.HEARING_NOTICE)
        self.discharge(owed.CONSIDER_REVOCATION)
        self.owe(owed.SERVE_HEARING_NOTICE)
        self.record(StatusHearingAppointed(hearing_at=body.hearing_at))
        self.enter(Stage.HEARING_TO_NOTIFY)

    def _require_grounds(self, grounds: frozenset[StatusGround]) -> None:
        """Only what was reported, and is not found to be missing, goes into the notice."""
        self.require(grounds <= set(self.state.grounds), reason.NOT_REPORTED)
        for ground in sorted(grounds):
            found = self.ground_is_there(ground)
            was_found = any(each.ground is ground for each in self.state.found)
            self.require(was_found, reason.FACTS_NOT_FOUND)
            self.require(found.value is not Answer.NO, found.reasons[0])

    @act(
        by=Power.DELIVER_REVOCATION_PAPERS,
        at=Stage.HEARING_TO_NOTIFY,
        basis=ICRRA("22-4(3)"),
        ja="意見聴取通知書に記載すべき事項の口頭通知",
    )
    def notify_orally(self, body: paper.OralNotice) -> None:
        """Tell the content of the notice orally, where it is urgent."""
        self.withdraw_notice(owed.HEARING_NOTICE)
        self.hearing_is_notified("orally")

    def hearing_is_notified(self, by: str) -> None:
        """The person knows, or counts as knowing, of the hearing; a date that has passed meanwhile is no date."""
        hearing_at = self.state.hearing_at or self.at
        self.require(hearing_at > self.at or by == "orally", reason.HEARING_IS_PAST)
        self.discharge(owed.SERVE_HEARING_NOTICE)
        self.owe(owed.HOLD_STATUS_HEARING, due=legal_day(hearing_at))
        self.record(HearingNotified(by=by))
        self.enter(Stage.HEARING_APPOINTED)

    @act(
        by=Power.HEAR_STATUS_REVOCATION,
        at=Stage.HEARING_APPOINTED,
        basis=(*_HEARING, ICRRA("22-4(4)"), ORD("25-8"), ORD("25-9"), ORD("25-10"), ORD("25-11(1)")),
        when=(may_be_heard_now,),
        ja="意見の聴取",
    )
    def hear(self, body: paper.StatusHearing) -> None:
        """Hear the person, or an agent with leave, on the facts."""
        self.require_inquirer()
        instead = body.attendance is paper.Attendance.AGENT_INSTEAD
        self.require(not instead or self.state.agent_leave, reason.AGENT_WITHOUT_LEAVE)
        self.require(body.attendance is paper.Attendance.PERSON or body.agent_certificate, reason.NO_CERTIFICATE)
        self.require(body.facts_explained, reason.FACTS_NOT_EXPLAINED)
        self.require(body.record_made, reason.NO_RECORD)
        self.record(StatusHearingHeld(ended=body.continues_at is None))
        if body.continues_at is not None:
            self.appoint_again(body.continues_at)
            self.serve(owed.CONTINUED_NOTICE)
            return
        self.require(not self.state.access_asked, reason.ACCESS_UNDECIDED)
        self._no_more_dates()
        self.owe(owed.REPORT_HEARING)
        self.enter(Stage.HEARD)

    def _no_more_dates(self) -> None:
        self.discharge(
            owed.HOLD_STATUS_HEARING, owed.DECIDE_NEW_DATE, owed.DECIDE_AGENT, owed.DECIDE_ACCESS, owed.TELL_NEW_DATE
        )

    @act(
        by=Power.HEAR_STATUS_REVOCATION,
        at=Stage.HEARING_APPOINTED,
        basis=(ICRRA("22-4(5)"), ICRRA("61-2-11(2)")),
        when=(may_be_heard_now,),
        ja="意見の聴取に応じないことの記録",
    )
    def record_absence(self, body: paper.AbsenceJudged) -> None:
        """Record that nobody who may be heard came, and whether that has a just cause."""
        self.require_inquirer()
        self.record(HearingMissed(just_cause=body.just_cause))
        if body.just_cause:
            self.owe(owed.DECIDE_NEW_DATE)
            return
        self._no_more_dates()
        self.owe(owed.DECIDE_REVOCATION)
        self.enter(Stage.DECISION)

    @act(
        by=Power.HEAR_STATUS_REVOCATION,
        at=Stage.HEARD,
        basis=(ORD("25-11(2)"), ORD("25-11(3)")),
        ja="意見聴取調書及び報告書の提出",
    )
    def report_hearing(self, body: paper.HearingReport) -> None:
        """Hand in the record and the report, with the opinion of who held the hearing."""
        self.discharge(owed.REPORT_HEARING)
        self.owe(owed.DECIDE_REVOCATION)
        self.record(HearingReported())
        self.enter(Stage.DECISION)
