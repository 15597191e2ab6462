"""What may be asked for around the hearing: another date, an agent instead, the file (Ord. 25-5 to 25-8, 25-12)."""

from typing import Final

from engine.declaration import act
from engine.refusal import unless
from law.citation import ORD
from law.competence import Power
from law.finding import Answer, Finding
from law.status_revocation_reasons import NOTICE_TOO_LATE
from workflows.papers import status_revocation as paper
from workflows.papers import status_revocation_duties as owed
from workflows.papers import status_revocation_reasons as reason
from workflows.papers.deportation import Reasoned
from workflows.status_revocation_case import RevocationCase, Stage
from workflows.status_revocation_record import HearingRequestDecided, HearingRequestMade, InterestedPersonTookPart

_NEW_DATE: Final = (ORD("25-6(1)"), ORD("25-6(3)"))


def agent_was_asked_for(case: RevocationCase) -> Finding[Answer]:
    """Whether leave for an agent was asked for and not decided on."""
    return unless(case.state.agent_asked, reason.NOT_ASKED_FOR)


def access_was_asked_for(case: RevocationCase) -> Finding[Answer]:
    """Whether the file was asked for and that is not decided on."""
    return unless(case.state.access_asked, reason.NOT_ASKED_FOR)


def new_date_is_untold(case: RevocationCase) -> Finding[Answer]:
    """Whether a new date waits to be told."""
    return unless(case.state.new_date_untold, reason.NO_NEW_DATE)


def new_date_is_asked_for(case: RevocationCase) -> Finding[Answer]:
    """Whether a new date is to be decided on."""
    asked = case.owes(owed.DECIDE_NEW_DATE)
    return unless(asked, reason.NO_NEW_DATE)


class RequestsOfHolder(RevocationCase):
    """The steps beside the hearing, from its notice until it ends."""

    @act(by=Power.RECEIVE_FILING, at=Stage.HEARING_APPOINTED, basis=_NEW_DATE, ja="期日等の変更の申出の受理")
    def ask_for_new_date(self, body: paper.Asked) -> None:
        """Receive a request for another date or place, for an unavoidable reason (form 37-8)."""
        self.owe(owed.DECIDE_NEW_DATE)
        self.record(HearingRequestMade(what="new_date"))

    @act(
        by=Power.REVOKE_STATUS,
        at=Stage.HEARING_APPOINTED,
        basis=(ORD("25-6(3)"), ORD("25-6(4)"), ORD("25-12(5)")),
        ja="意見聴取の期日等の変更",
    )
    def change_date(self, body: paper.NewDate) -> None:
        """Appoint another date or place, on request or of the Minister's own motion."""
        self.require(body.in_good_time, NOTICE_TOO_LATE)
        self.appoint_again(body.hearing_at)
        self.update(new_date_untold=True)
        self.withdraw_notice(owed.NEW_DATE_NOTICE)
        self.serve(owed.NEW_DATE_NOTICE)
        self.owe(owed.TELL_NEW_DATE)

    @act(
        by=Power.DELIVER_REVOCATION_PAPERS,
        at=Stage.HEARING_APPOINTED,
        basis=ORD("25-6(4)"),
        when=(new_date_is_untold,),
        ja="期日等の変更の通知の記録",
    )
    def tell_new_date(self) -> None:
        """Record that the new date was served, or told orally where it was urgent."""
        self.update(new_date_untold=False)
        self.served(owed.NEW_DATE_NOTICE, self.today)
        self.discharge(owed.TELL_NEW_DATE)
        self.record(HearingRequestDecided(what="new_date", granted=True))

    @act(
        by=Power.REVOKE_STATUS,
        at=Stage.HEARING_APPOINTED,
        basis=ORD("25-6(3)"),
        when=(new_date_is_asked_for,),
        ja="期日等を変更しないことの記録",
    )
    def keep_date(self, body: Reasoned) -> None:
        """Keep the date: no unavoidable reason for another one."""
        self.discharge(owed.DECIDE_NEW_DATE)
        self.record(HearingRequestDecided(what="new_date", granted=False))

    @act(by=Power.RECEIVE_FILING, at=Stage.HEARING_APPOINTED, basis=ORD("25-8(3)"), ja="代理出頭の申出の受理")
    def ask_for_agent_instead(self, body: paper.Asked) -> None:
        """Receive a request that an agent appear instead of the person (form 37-11)."""
        self.update(agent_asked=True)
        self.owe(owed.DECIDE_AGENT)
        self.record(HearingRequestMade(what="agent_instead"))

    @act(
        by=Power.REVOKE_STATUS,
        at=Stage.HEARING_APPOINTED,
        basis=(ORD("25-8(2)"), ORD("25-8(4)")),
        when=(agent_was_asked_for,),
        ja="代理出頭の許否",
    )
    def decide_agent(self, body: paper.AgentDecided) -> None:
        """Decide whether an agent may appear instead of the person."""
        self.update(agent_asked=False, agent_leave=body.permitted)
        self.discharge(owed.DECIDE_AGENT)
        if body.permitted:
            self.serve(owed.AGENT_NOTICE)
        self.record(HearingRequestDecided(what="agent_instead", granted=body.permitted))

    @act(by=Power.HEAR_STATUS_REVOCATION, at=Stage.HEARING_APPOINTED, basis=ORD("25-5"), ja="利害関係人の参加")
    def admit_interested_person(self, body: paper.InterestedPersonAdmitted) -> None:
        """Ask somebody with an interest to take part, or permit it."""
        if body.asked_for:
            self.serve(owed.INTERESTED_NOTICE)
        self.record(InterestedPersonTookPart())

    @act(
        by=Power.RECEIVE_FILING,
        at=Stage.HEARING_APPOINTED,
        basis=(ORD("25-12(1)"), ORD("25-12(3)")),
        ja="資料の閲覧の求めの受理",
    )
    def ask_for_access(self, body: paper.Asked) -> None:
        """Receive a request to see the file, from the notice until the hearing ends (form 37-14)."""
        self.update(access_asked=True)
        self.owe(owed.DECIDE_ACCESS)
        self.record(HearingRequestMade(what="access"))

    @act(
        by=Power.REVOKE_STATUS,
        at=Stage.HEARING_APPOINTED,
        basis=(ORD("25-12(1)"), ORD("25-12(4)")),
        when=(access_was_asked_for,),
        ja="資料の閲覧の許否",
    )
    def decide_access(self, body: paper.AccessDecided) -> None:
        """Let the file be seen; it is refused only for a third party's interest or another just reason."""
        self.require(body.granted or body.refused_for is not None, reason.SAY_WHY_REFUSED)
        self.update(access_asked=False)
        self.discharge(owed.DECIDE_ACCESS)
        if body.granted:
            self.serve(owed.ACCESS_NOTICE)
        self.record(HearingRequestDecided(what="access", granted=body.granted))
