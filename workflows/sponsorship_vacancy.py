"""The Sponsor falls away, and another is found or not (44-3(1)(6)(7), 44-4(1)(ii), 52-3, 52-4(1)(ii), A-22)."""

from dataclasses import replace
from datetime import date

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody_clocks import SPONSOR_VACANCY
from law.custody_policies import SPONSOR_SOUGHT_FOR
from law.finding import Answer, Finding
from law.policies import cite
from law.sponsorship_duties import Omission, tried_ahead
from law.sponsorship_end import Ground
from workflows.papers.sponsor import Resignation, SponsorChosen, SponsorDied
from workflows.papers.sponsor import SelectionCancelled as Cancellation
from workflows.papers.sponsorship_duties import END_FOR_STATUS, FIND_SPONSOR, REVOKE, WEIGH_CANCELLATION
from workflows.sponsorship_case import DECIDED, Gone, SponsorshipCase, may_go_on
from workflows.sponsorship_decision import Decision
from workflows.sponsorship_deposit import Deposits
from workflows.sponsorship_record import (
    ResignationNotified,
    SelectionCancelled,
    SponsorDeathRecorded,
    SponsorSelected,
)
from workflows.sponsorship_sponsor import SponsorDuties

_SELECTION = (ICRRA("44-3(1)"), ICRRA("52-3(1)"))
_RESIGNATION = (ICRRA("44-3(7)"), ICRRA("52-3(6)"), ORD("36-5"))
_CANCELLATION = (ICRRA("44-3(6)"), ICRRA("52-3(6)"))
_NO_SPONSOR = (ICRRA("44-4(1)(ii)"), ICRRA("52-4(1)(ii)"), cite("A-22"))


def a_sponsor_is_there(case: SponsorshipCase) -> Finding[Answer]:
    """Whether there is a Sponsor who is not about to fall away."""
    sponsor = case.state.sponsor
    return unless(sponsor is not None and sponsor.gone is None, _NO_SPONSOR_THERE)


def sponsor_lives(case: SponsorshipCase) -> Finding[Answer]:
    """Whether there is a Sponsor who has not fallen away yet."""
    sponsor = case.state.sponsor
    there = sponsor is not None and (sponsor.last_day is None or case.today <= sponsor.last_day)
    return unless(there and sponsor is not None and sponsor.gone is not Gone.DIED, _NO_SPONSOR_THERE)


def a_sponsor_is_sought(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the Sponsor has fallen away or is about to."""
    sponsor = case.state.sponsor
    return unless(sponsor is None or sponsor.gone is not None, _SPONSOR_THERE)


class Vacancy(SponsorDuties, Deposits, Decision):
    """Resignation, death and cancellation, and a new Sponsor."""

    @act(by=Power.RECEIVE_FILING, at=DECIDED, basis=_RESIGNATION, when=(a_sponsor_is_there,), ja="監理人の辞任の届出")
    def receive_resignation(self, body: Resignation) -> None:
        """Receive the Sponsor's notice of resignation, which comes before the last day, at best thirty days ahead."""
        if body.ends_on < self.today:
            self.breach(Omission.RESIGNATION)
        ahead = tried_ahead(self.today, body.ends_on)
        self.record(ResignationNotified(ends_on=body.ends_on, thirty_days_ahead=ahead))
        until = body.ends_on if body.ends_on >= self.today else self.today + SPONSOR_SOUGHT_FOR
        self._seek(Gone.RESIGNED, body.ends_on, until)

    @act(by=Power.RECEIVE_FILING, at=DECIDED, basis=_NO_SPONSOR, when=(sponsor_lives,), ja="監理人の死亡の記録")
    def record_sponsor_death(self, body: SponsorDied) -> None:
        """Record that the Sponsor died: another is sought for a short time."""
        self.require_past(body.died_on)
        self.record(SponsorDeathRecorded(died_on=body.died_on))
        self._seek(Gone.DIED, body.died_on, self.today + SPONSOR_SOUGHT_FOR)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=DECIDED,
        basis=_CANCELLATION,
        when=(may_go_on, a_sponsor_is_there),
        ja="監理人の選定の取消し",
    )
    def cancel_selection(self, body: Cancellation) -> None:
        """Cancel the selection of a Sponsor for whom the task has become difficult, or who is not suitable."""
        self.require(body.ends_on >= self.today, _ENDED_IN_THE_PAST)
        self.record(SelectionCancelled(ground=body.ground, ends_on=body.ends_on))
        self._seek(Gone.CANCELLED, body.ends_on, body.ends_on)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=DECIDED,
        basis=(*_SELECTION, *_NO_SPONSOR),
        when=(a_sponsor_is_sought,),
        ja="新たな監理人の選定",
    )
    def select_sponsor(self, body: SponsorChosen) -> None:
        """Select a new consenting, fit Sponsor, who gets the certified copy: no revocation for want of one is owed."""
        sponsor = self.sponsor_of(body)
        self.stop(SPONSOR_VACANCY)
        self.end_sponsor_duties()
        self.update(sponsor=sponsor, owed=self.state.owed - {Ground.NO_SPONSOR})
        self.discharge(FIND_SPONSOR, WEIGH_CANCELLATION)
        if not self.state.owed:
            self.discharge(REVOKE)
        self.owe_papers()
        self.record(SponsorSelected(kind=body.kind))

    @lapse(SPONSOR_VACANCY, basis=_NO_SPONSOR)
    def no_sponsor_is_found(self) -> None:
        """The time has passed and there is no Sponsor: revocation is owed."""
        self.owe_revocation(Ground.NO_SPONSOR)

    def _seek(self, gone: Gone, last_day: date, until: date) -> None:
        """Another Sponsor is sought until a day; where one is sought already, until the later of the two."""
        running = self.case.clock(SPONSOR_VACANCY)
        if running is not None:
            until = max(until, running.last_day)
            self.stop(SPONSOR_VACANCY)
        if self.state.sponsor is not None:
            self.update(sponsor=replace(self.state.sponsor, gone=gone, last_day=last_day))
        if self.owes(END_FOR_STATUS):
            return
        self.start(SPONSOR_VACANCY, on=self.today, until=until)
        self.owe(FIND_SPONSOR, due=until)


_NO_SPONSOR_THERE = because(
    "no_sponsor_there",
    *_NO_SPONSOR,
    en="There is no Sponsor, or the Sponsor is about to fall away.",
    ja="監理人がいないか、退任が予定されている。",
    remedy="Select a new Sponsor.",
)
_SPONSOR_THERE = because(
    "sponsor_there",
    *_SELECTION,
    en="There is a Sponsor.",
    ja="監理人が選定されている。",
    remedy="Cancel that selection first, or wait for a resignation.",
)
_ENDED_IN_THE_PAST = because(
    "ended_in_the_past",
    *_CANCELLATION,
    en="The Sponsor's last day lies in the past.",
    ja="監理人の最終日が過去の日である。",
    remedy="Name today or a later day.",
)
