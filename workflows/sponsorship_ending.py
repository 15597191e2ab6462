"""How Sponsorship ends by an act, and what is done afterwards (44-4, 44-8, 52-4, 52-6, Ord. 36-6)."""

from engine.declaration import act
from engine.refusal import because, unless
from law import removal_conditions as removal
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody_clocks import NOTIFICATION
from law.facts import Grant
from law.finding import Answer, Finding, Reason
from law.policies import cite
from law.sponsorship_end import Ground, LapseCause, RevocationFacts, is_forfeited, may_be_revoked
from workflows.custody_effects import SponsorshipEnd
from workflows.papers.sponsorship import NoticeTakenBack as TakenBack
from workflows.papers.sponsorship import Reasoned, Revocation
from workflows.papers.sponsorship_duties import (
    END_TO_PERSON,
    END_TO_SPONSOR,
    FORFEIT,
    HAND_OVER_REVOCATION,
    REVOCATION_DOCUMENT,
    SEE_TO_NOTIFICATION,
    TAKE_BACK_NOTICE,
    TELL_PERSON,
    TELL_SPONSOR,
    WEIGH_REVOCATION,
)
from workflows.sponsorship_case import DECIDED, OVER, SponsorshipCase, Stage, may_go_on
from workflows.sponsorship_record import (
    EndedForStatus,
    LeftInForce,
    NoticeTakenBack,
    PersonTold,
    RevocationHandedOver,
    SponsorshipLapsed,
    SponsorshipRevoked,
    SponsorTold,
)

_REVOCATION = (ICRRA("44-4(1)"), ICRRA("44-4(2)"), ICRRA("52-4(1)"), ICRRA("52-4(2)"))
_TOLD = (ICRRA("44-8"), ICRRA("52-6"), ORD("36-6(1)"))
_STOPS = frozenset(
    row.code
    for row in (
        removal.ENTRY_CONTESTED,
        removal.PROVISIONAL_STAY,
        removal.ORDER_IN_DOUBT,
        removal.SUSPENSIVE_EFFECT,
        removal.LATER_MATERIAL,
        removal.GRANT_BARS,
        removal.COURT_STAY,
        removal.CRIMINAL_PROCEEDINGS,
        removal.TRAVEL_RESTRICTION,
        removal.LATE_REVIEW_UNDECIDED,
    )
)
"""The rows of DT-01 that stop a removal; the others are prepared, or waited for, while it is under way."""


def a_status_took_effect(case: SponsorshipCase) -> Finding[Answer]:
    """Whether a grant of status has taken effect since the decision."""
    at, since = case.at, case.state.decided_at or case.at
    granted = any(
        each.effective_at is not None and since <= each.effective_at <= at for each in case.position.all(Grant)
    )
    return unless(granted, _NO_GRANT)


def revocation_is_weighed(case: SponsorshipCase) -> Finding[Answer]:
    """Whether it is to be weighed whether to revoke, and nothing makes revocation mandatory."""
    return unless(case.owes(WEIGH_REVOCATION) and not case.state.owed, _NOTHING_TO_WEIGH)


def why_removal_stands_still(case: SponsorshipCase) -> tuple[Reason, ...]:
    """What stops the removal, or keeps it unknown whether something does (rows 2 to 7 and 11 of DT-01)."""
    return tuple(each for each in case.position.may_be_removed(case.at).reasons if each.code in _STOPS)


class Ending(SponsorshipCase):
    """Revocation, the recorded ends, and the winding up."""

    @act(by=Power.REVOKE_SPONSORSHIP, at=DECIDED, basis=_REVOCATION, when=(may_go_on,), ja="監理措置決定の取消し")
    def revoke(self, body: Revocation) -> None:
        """Revoke Sponsorship: the control officer then must detain; the Sponsor is told and the notice taken back."""
        stopped = why_removal_stands_still(self) if Ground.NEEDED_FOR_REMOVAL in body.grounds else ()
        self.require(may_be_revoked(RevocationFacts(self.before_order, body.grounds, self.state.owed, stopped)))
        self.finish(SponsorshipEnd.REVOKED)
        self.update(revoked_on=body.grounds)
        self.record(SponsorshipRevoked(grounds=tuple(sorted(body.grounds))))
        self.serve(REVOCATION_DOCUMENT)
        self.owe(HAND_OVER_REVOCATION)
        self.owe(TAKE_BACK_NOTICE)
        self.owe_telling(person=False)
        self.enter(Stage.REVOKED)
        deposit = self.state.deposit
        if is_forfeited(body.grounds) and deposit is not None and deposit.is_forfeitable:
            self.owe(FORFEIT)
        else:
            self.owe_return()

    @act(
        by=Power.REVOKE_SPONSORSHIP,
        at=DECIDED,
        basis=(ICRRA("44-4(2)"), ICRRA("52-4(2)")),
        when=(revocation_is_weighed,),
        ja="監理措置決定を取り消さない旨の判断",
    )
    def leave_in_force(self, body: Reasoned) -> None:
        """Weigh the grounds of revocation, and leave Sponsorship in force."""
        self.discharge(WEIGH_REVOCATION)
        if self.case.stage is Stage.IN_FORCE and self.case.clock(NOTIFICATION) is None:
            self.owe(SEE_TO_NOTIFICATION)
        self.record(LeftInForce())

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=DECIDED,
        basis=(ICRRA("61-2-9(1)"), cite("A-42")),
        when=(a_status_took_effect,),
        ja="許可に伴う監理措置の終了",
    )
    def end_for_status(self, body: Reasoned) -> None:
        """End Sponsorship of somebody to whom a status was granted; the law does not list it among the lapses."""
        self.record(EndedForStatus())
        self._end(SponsorshipEnd.STATUS_GRANTED)

    @act(
        by=Power.REVOKE_SPONSORSHIP,
        at=Stage.REVOKED,
        basis=(ICRRA("44-4(3)"), ICRRA("52-4(3)")),
        ja="取消書の入国警備官への交付",
    )
    def hand_over_revocation(self) -> None:
        """Hand the revocation document, with the order, to the control officer."""
        self.require(self.owes(HAND_OVER_REVOCATION), _DONE)
        self.served(REVOCATION_DOCUMENT, self.today)
        self.discharge(HAND_OVER_REVOCATION)
        self.record(RevocationHandedOver())
        self.wind_up()

    @act(by=Power.HAND_OVER_DOCUMENTS, at=Stage.REVOKED, basis=ORD("36-6(1)"), ja="監理措置決定通知書の返納の記録")
    def take_back_notice(self, body: TakenBack) -> None:
        """Record that the notice of Sponsorship was taken back, or why it could not be."""
        self.require(self.owes(TAKE_BACK_NOTICE), _DONE)
        self.require(body.taken_back or body.remarks is not None, _SAY_WHY)
        self.discharge(TAKE_BACK_NOTICE)
        self.record(NoticeTakenBack(taken_back=body.taken_back))
        self.wind_up()

    @act(by=Power.DECIDE_SPONSORSHIP, at=OVER, basis=_TOLD, ja="被監理者への失効等の通知")
    def tell_person(self) -> None:
        """Tell the person that Sponsorship has ended."""
        self.require(self.owes(TELL_PERSON), _DONE)
        self.served(END_TO_PERSON, self.today)
        self.discharge(TELL_PERSON)
        self.record(PersonTold())
        self.wind_up()

    @act(by=Power.DECIDE_SPONSORSHIP, at=OVER, basis=_TOLD, ja="監理人への取消し・失効等の通知")
    def tell_sponsor(self) -> None:
        """Tell the Sponsor that Sponsorship has ended."""
        self.require(self.owes(TELL_SPONSOR), _DONE)
        self.served(END_TO_SPONSOR, self.today)
        self.discharge(TELL_SPONSOR)
        self.record(SponsorTold())
        self.wind_up()

    def lapse_with(self, cause: LapseCause) -> None:
        """Sponsorship lapses by law, in the same instant; both are to be told, and a deposit goes back."""
        self.record(SponsorshipLapsed(cause=cause))
        self._end(SponsorshipEnd.LAPSED)

    def lose_object(self, *, person_can_be_told: bool) -> None:
        """The person left Japan or died: all ends."""
        self._end(SponsorshipEnd.OBJECT_LOST, person=person_can_be_told)

    def _end(self, end: SponsorshipEnd, *, person: bool = True) -> None:
        self.finish(end)
        self.enter(Stage.LAPSED)
        self.owe_telling(person=person)
        self.owe_return()
        self.wind_up()


_NO_GRANT = because(
    "no_grant_took_effect",
    ICRRA("61-2-9(1)"),
    cite("A-42"),
    en="No grant of status has taken effect since the decision.",
    ja="監理措置決定後に効力を生じた許可がない。",
    remedy="Wait for the hand-over of the card or certificate.",
)
_NOTHING_TO_WEIGH = because(
    "nothing_to_weigh",
    ICRRA("44-4"),
    ICRRA("52-4"),
    en="No ground waits to be weighed, or Sponsorship must be revoked.",
    ja="検討すべき取消事由がないか、取り消さなければならない場合である。",
    remedy="Where it must be revoked, revoke it.",
)
_DONE = because(
    "nothing_left_to_do",
    ORD("36-6"),
    ICRRA("44-8"),
    en="This is done, or was never owed.",
    ja="既に行われているか、これを要しない。",
    remedy="See what is owed.",
)
_SAY_WHY = because(
    "reason_missing",
    ORD("36-6(1)"),
    en="It is not said why the notice was not taken back.",
    ja="返納させることができなかった理由が記載されていない。",
    remedy="Give the reason.",
)
