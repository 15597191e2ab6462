"""The Commissioner's part in a review (52-8(3)-(5)): told of every no, and able to command it."""

from engine.declaration import act
from law.citation import ICRRA
from law.competence import Power
from law.detention_review import RoundResult
from law.policies import cite
from workflows.custody_effects import SponsorshipCommanded
from workflows.detention_review_case import (
    REVIEWED,
    CommandWithheld,
    CommissionerTold,
    ReviewCase,
)
from workflows.detention_review_due import COMMAND_STANDS, answer_is_due, telling_is_due
from workflows.papers.custody import CommandFollowed
from workflows.papers.detention_review import CommissionersView, ReportToCommissioner


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
