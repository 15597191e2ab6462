"""The Commissioner's part in a review (52-8(3)-(5)): told of every no, able to command, told where that is undone."""

from datetime import datetime

from engine.declaration import act, upon
from law.citation import ICRRA
from law.competence import Power
from law.custody import Sponsored
from law.detention_review import RoundResult, must_consider
from law.finding import Answer
from law.policies import cite
from law.sponsorship import Route
from workflows.custody_effects import (
    SponsorshipCommanded,
    SponsorshipDecided,
    SponsorshipEnd,
    SponsorshipEnded,
    SponsorshipNotDecided,
)
from workflows.detention_review_case import (
    EXCUSED,
    REVIEWED,
    CommandReportedBack,
    CommandStandsAgain,
    CommandWithheld,
    CommissionerTold,
    ReviewCase,
)
from workflows.detention_review_due import COMMAND_STANDS, answer_is_due, reporting_back_is_due, telling_is_due
from workflows.papers.custody import CommandFollowed
from workflows.papers.detention_review import CommissionersView, ReportToCommissioner
from workflows.papers.detention_review_duties import REPORT_COMMAND_UNDONE

_WITHOUT_OBJECT = (SponsorshipEnd.STATUS_GRANTED, SponsorshipEnd.OBJECT_LOST)
"""Ends of Sponsorship after which nobody is to be considered for it any more."""


class CommissionersPart(ReviewCase):
    """The steps of 52-8(3), second sentence, to (5). The power to command is not delegated to the bureau head."""

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=REVIEWED,
        basis=ICRRA("52-8(3)"),
        when=(telling_is_due,),
        ja="監理措置決定をしない旨及び理由の報告",
    )
    def tell_commissioner(self, body: ReportToCommissioner) -> None:
        """Report to the Commissioner that Sponsorship is not decided, and why."""
        told = self.state.some(lambda one: one.awaits_telling)
        self.update(rounds=self.state.changed(lambda one: one.awaits_telling, told_commissioner_on=self.today))
        self.record(CommissionerTold(rounds=tuple(one.number for one in told)))
        self.go_on()

    @act(
        by=Power.COMMAND_SPONSORSHIP,
        at=REVIEWED,
        basis=ICRRA("52-8(4)"),
        when=(answer_is_due,),
        ja="監理措置決定をすべきことの命令",
    )
    def command_sponsorship(self, body: CommissionersView) -> None:
        """Command the supervising inspector to decide Sponsorship, promptly and on own motion."""
        self.require(self.state.commanded_at is None, COMMAND_STANDS)
        self.update(
            rounds=self.state.changed(lambda one: one.awaits_answer, result=RoundResult.COMMANDED),
            commanded_at=self.at,
        )
        self.record(SponsorshipCommanded(review=self.case_id))
        self.open("Sponsorship", "take_up_command", CommandFollowed(review=self.case_id))
        self.go_on()

    @act(
        by=Power.COMMAND_SPONSORSHIP,
        at=REVIEWED,
        basis=(ICRRA("52-8(4)"), cite("A-24")),
        when=(answer_is_due,),
        ja="監理措置に付することが相当でない旨の記録",
    )
    def withhold_command(self, body: CommissionersView) -> None:
        """Record that Sponsorship is not found appropriate; detention goes on."""
        left = self.state.some(lambda one: one.awaits_answer)
        self.update(rounds=self.state.changed(lambda one: one.awaits_answer, result=RoundResult.LEFT))
        self.record(CommandWithheld(rounds=tuple(one.number for one in left)))
        self.go_on()

    @upon(SponsorshipDecided, basis=(ICRRA("52-2(5)"), ICRRA("52-8(3)"), ICRRA("52-8(5)")))
    def follows_a_decision(self, fact: SponsorshipDecided) -> None:
        """Sponsorship was decided: nothing is left to consider, and a command is carried out once it takes hold."""
        if self.case.stage in REVIEWED and not fact.paragraph.before_order:
            self.settle(RoundResult.SPONSORSHIP_DECIDED)
            self.update(commanded_at=None, obeyed=self.state.commanded_at or self.state.obeyed)
            self.go_on()

    @upon(SponsorshipEnded, basis=(ICRRA("52-8(3)"), ICRRA("52-8(5)"), cite("A-38")))
    def loses_a_decision(self, fact: SponsorshipEnded) -> None:
        """What was decided ended before it took hold: it excuses no round, and a command stands again (A-38).

        The text says neither that a command is spent by a decision which comes to nothing, nor that it is withdrawn:
        it stays open, and the Commissioner is told.
        """
        if self.case.stage not in REVIEWED or fact.paragraph.before_order:
            return
        commanded_at = self.state.obeyed
        if must_consider(self.position.all(Sponsored), self.at).value is not Answer.YES:
            return
        self.update(obeyed=None)
        if fact.end in _WITHOUT_OBJECT:
            return
        self.reopen(lambda one: one.result in EXCUSED)
        if commanded_at is not None:
            self._command_again(commanded_at)
        self.go_on()

    def _command_again(self, commanded_at: datetime) -> None:
        self.update(commanded_at=commanded_at)
        self.record(CommandStandsAgain(commanded_at=commanded_at))
        self.open("Sponsorship", "take_up_command", CommandFollowed(review=self.case_id))
        self.owe(REPORT_COMMAND_UNDONE)

    @upon(SponsorshipNotDecided, basis=(ICRRA("52-8(3)"), ICRRA("52-2(5)"), cite("A-38")))
    def considers_again(self, fact: SponsorshipNotDecided) -> None:
        """Sponsorship is not decided after all: a yes is considered again, a command stands and is reported on."""
        if self.case.stage in REVIEWED:
            self.reopen(lambda one: one.awaits_decision)
            if fact.route is Route.COMMAND and self.state.commanded_at is not None:
                self.owe(REPORT_COMMAND_UNDONE)
            self.go_on()

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=REVIEWED,
        basis=(ICRRA("52-8(5)"), cite("A-38")),
        when=(reporting_back_is_due,),
        ja="命じられた監理措置が実施に至らなかった旨及び理由の報告",
    )
    def report_command_undone(self, body: ReportToCommissioner) -> None:
        """Report back that the commanded Sponsorship came to nothing, and why; the command stays open."""
        self.discharge(REPORT_COMMAND_UNDONE)
        self.record(CommandReportedBack())
