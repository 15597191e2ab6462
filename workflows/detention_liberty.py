"""What Sponsorship and provisional release do to custody: both let a detainee go, and their ends take one back."""

from engine.declaration import upon
from law.citation import ICRRA, ORD
from law.detention import Occasion, TitleEnd
from law.policies import cite
from workflows.custody_effects import (
    ProvisionalReleaseEnded,
    ProvisionalReleaseGranted,
    ReleaseEnd,
    SponsorshipDecided,
    SponsorshipEnd,
    SponsorshipEnded,
    SponsorshipPlaced,
)
from workflows.detention_case import ON_RELEASE, SPONSORED, Stage
from workflows.detention_standing import OF_CUSTODY_OPEN, Standing
from workflows.papers.detention_duties import (
    DECIDE_SPONSORSHIP,
    ISSUE_DETENTION_ORDER,
    NOTIFY_CUSTODIAN,
    RECORD_RELEASE,
    WEIGH_UNPAID_DEPOSIT,
)
from workflows.provisional_release_case import ReleaseTakenOver

_OCCASION = {
    ReleaseEnd.REVOKED: Occasion.RELEASE_REVOKED,
    ReleaseEnd.EXPIRED: Occasion.RELEASE_EXPIRED,
    ReleaseEnd.DETENTION_DECIDED: Occasion.UNTIL_REMOVAL,
}
_STANDS_ASIDE = (Stage.CRIMINAL_CUSTODY, Stage.TRAVEL_RESTRICTED)
"""Where Sponsorship and provisional release stand aside; what they end in is due once the person is free."""
_PLACED = (ICRRA("44-2(8)"), ICRRA("52-2(7)"))
_REVOKED = (ICRRA("44"), ICRRA("44-4(3)"), ICRRA("44-4(6)"), ICRRA("52-4(5)"), ICRRA("44-8"), ICRRA("52-6"))


class Liberty(Standing):
    """Sponsorship and provisional release, as far as the axis of custody goes."""

    @upon(SponsorshipDecided, basis=(ICRRA("44"), ICRRA("44-2(8)"), ICRRA("52-2(7)")))
    def hears_of_sponsorship(self, fact: SponsorshipDecided) -> None:
        """Sponsorship was decided: the 48 hours end; until a deposit is paid the detention and its days go on."""
        if self.case.stage.closed:
            return
        self.discharge(DECIDE_SPONSORSHIP)
        self.update(decided_sponsorship=fact.sponsorship)
        if fact.paragraph.before_order:
            self.stop_hours()

    @upon(SponsorshipPlaced, basis=_PLACED)
    def gives_way_to_sponsorship(self, fact: SponsorshipPlaced) -> None:
        """Sponsorship takes hold: a detainee is released at once; a custodian is first to be notified."""
        if self.case.stage.closed or self.case.stage in (Stage.SPECIAL_RELEASE, Stage.TRAVEL_RESTRICTED):
            return
        if self.case.stage is Stage.CRIMINAL_CUSTODY:
            self.update(decided_sponsorship=fact.sponsorship)
            self.owe(NOTIFY_CUSTODIAN)
            return
        self.let_go()
        self.update(decided_sponsorship="", due=None, paper=None, title_ended=None)
        self.discharge(*OF_CUSTODY_OPEN)
        under_order = self.state.ordered
        self.enter(Stage.SPONSORED_AFTER_ORDER if under_order else Stage.SPONSORED_BEFORE_ORDER)
        self.owe_travel_conditions()

    @upon(SponsorshipEnded, basis=_REVOKED)
    def loses_sponsorship(self, fact: SponsorshipEnded) -> None:
        """Sponsorship ended: after a revocation the person must be detained, else nothing holds him or her.

        Where it had not taken hold, the exception to the 48 hours is gone: they run from the restraint, as 44 counts
        them, and may be over already.
        """
        if self.case.stage.closed:
            return
        if fact.sponsorship == self.state.decided_sponsorship:
            self.update(decided_sponsorship="")
            self.discharge(NOTIFY_CUSTODIAN, WEIGH_UNPAID_DEPOSIT)
            self.run_hours()
        if fact.end is SponsorshipEnd.REVOKED and self.case.stage in (*SPONSORED, *_STANDS_ASIDE):
            self._must_be_detained_after_revocation()
        elif fact.end is not SponsorshipEnd.OBJECT_LOST and self.case.stage in SPONSORED:
            self.stand_free()

    def _must_be_detained_after_revocation(self) -> None:
        if not self.state.ordered:
            self.update(due=Occasion.SPONSORSHIP_REVOKED, paper=None)
            self.owe(ISSUE_DETENTION_ORDER, due=self.today)
        else:
            self.update(due=Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER)
        if self.case.stage in SPONSORED:
            self.enter(Stage.FREE)
            self.owe_what_is_due()

    @upon(ProvisionalReleaseGranted, basis=(ICRRA("54(2)"), cite("A-10")))
    def gives_way_to_release(self, fact: ProvisionalReleaseGranted) -> None:
        """Provisional release lifts the detention for a time: its days are not days of detention."""
        held = self.case.stage in (Stage.DETAINED_DETENTION_ORDER, Stage.DETAINED_DEPORTATION_ORDER)
        if not held and self.case.stage is not Stage.PROVISIONAL_RELEASE_DETENTION_ORDER:
            return
        if held:
            self.let_go()
        self.discharge(*OF_CUSTODY_OPEN)
        under_order = self.state.ordered
        self.enter(
            Stage.PROVISIONAL_RELEASE_DEPORTATION_ORDER if under_order else Stage.PROVISIONAL_RELEASE_DETENTION_ORDER
        )
        self.owe_travel_conditions()

    @upon(ReleaseTakenOver, basis=(ICRRA("54(2)"), ICRRA("55(5)")))
    def release_is_recorded(self, fact: ReleaseTakenOver) -> None:
        """The release that ran before is on record: its end will take the person back."""
        self.discharge(RECORD_RELEASE)

    @upon(ProvisionalReleaseEnded, basis=(ICRRA("55(3)"), ICRRA("55(5)"), ORD("49(2)")))
    def loses_release(self, fact: ProvisionalReleaseEnded) -> None:
        """Provisional release ended: after revocation or expiry the person must be detained again."""
        due = _OCCASION.get(fact.end)
        if due is not None and self.case.stage in (*ON_RELEASE, *_STANDS_ASIDE):
            self._must_be_detained_after_release(due)
        elif fact.end is not ReleaseEnd.OBJECT_LOST and self.case.stage in ON_RELEASE:
            self.stand_free()

    def _must_be_detained_after_release(self, due: Occasion) -> None:
        if not self.state.ordered and self.position.provisional_stay_running(self.at) is not None:
            self.update(title_ended=TitleEnd.PROVISIONAL_STAY)
        else:
            self.update(due=due)
        if self.case.stage in ON_RELEASE:
            self.enter(Stage.FREE)
            self.owe_what_is_due()
