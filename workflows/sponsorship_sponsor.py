"""The Sponsor: notifications and reports owed, help given (44-3(4)(5)(8), 52-3, Ord. 36-3, 36-4)."""

from datetime import date

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody_clocks import SPONSOR_NOTIFICATION, SPONSOR_REPORT
from law.finding import Answer, Finding
from law.policies import cite
from law.sponsorship_duties import Matter, Omission, Timeliness, counts_from, exposure, timeliness
from law.sponsorship_end import is_conduct
from workflows.papers.sponsor import (
    FalseStatement,
    MatterFound,
    MatterNotified,
    SponsorReport,
    SupportAsked,
)
from workflows.papers.sponsor import ReportDemanded as Demand
from workflows.papers.sponsorship import Reasoned
from workflows.papers.sponsorship_duties import GIVE_SUPPORT, SEE_TO_DEATH, WEIGH_CANCELLATION, WEIGH_REVOCATION
from workflows.sponsorship_case import DECIDED, Noted, SponsorshipCase, no_status_took_effect
from workflows.sponsorship_record import (
    MatterNoted,
    ReportDemanded,
    ReportReceived,
    SponsorBreached,
    SponsorKeptOn,
    SponsorNotified,
    SupportGiven,
)
from workflows.sponsorship_record import SupportAsked as Asked

_NOTIFY = (ICRRA("44-3(4)"), ICRRA("52-3(4)"), ORD("36-3"))
_REPORT = (ICRRA("44-3(5)"), ICRRA("52-3(5)"), ORD("36-4"))
_SUPPORT = (ICRRA("44-3(8)"), ICRRA("52-3(6)"), ORD("61-2(2)"))
_BOND_ENDED = (Matter.KINSHIP_ENDED, Matter.EMPLOYMENT_ENDED)


def a_report_is_asked_for(case: SponsorshipCase) -> Finding[Answer]:
    """Whether a report that was demanded is still to come; one that is overdue is taken all the same."""
    return unless(case.state.report_asked_by is not None, _NO_REPORT_ASKED_FOR)


def no_report_is_asked_for(case: SponsorshipCase) -> Finding[Answer]:
    """Whether no other report is still to come."""
    return unless(case.state.report_asked_by is None, _REPORT_ASKED_FOR)


def support_is_asked_for(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the Sponsor waits for help."""
    return unless(case.owes(GIVE_SUPPORT), _NO_SUPPORT_ASKED_FOR)


def cancellation_is_weighed(case: SponsorshipCase) -> Finding[Answer]:
    """Whether it is to be weighed whether to cancel the selection."""
    return unless(case.owes(WEIGH_CANCELLATION), _NOTHING_TO_WEIGH)


class SponsorDuties(SponsorshipCase):
    """What a Sponsor owes and may ask for."""

    @act(by=Power.RECEIVE_FILING, at=DECIDED, basis=(*_NOTIFY, cite("A-25")), ja="監理人の届出の受理")
    def receive_sponsor_notification(self, body: MatterNotified) -> None:
        """Receive a notification of the Sponsor; whether it came within seven days is counted, never decided."""
        self.require_past(body.happened_on, body.learned_on, body.posted_on)
        self.require_past(body.learned_on, not_before=body.happened_on)
        own = bool(body.conduct) and all(is_conduct(one, before_order=self.before_order) for one in body.conduct)
        self.require(own if body.matter is Matter.CONDUCT else not body.conduct, _NO_SUCH_CONDUCT)
        since = counts_from(body.matter, body.happened_on, body.learned_on)
        came = timeliness(since, self.today, body.posted_on).value
        self.record(SponsorNotified(matter=body.matter, timeliness=came))
        missed_before = all(one.matter is not body.matter for one in self.state.noted) and self._was_missed(body.matter)
        self._no_more_noted(body.matter)
        if came is Timeliness.LATE and not missed_before:
            self._breach(Omission.NOTIFICATION)
        self._follow(body.matter)

    @act(
        by=Power.FIND_SPONSORSHIP_FACTS,
        at=DECIDED,
        basis=(*_NOTIFY, ICRRA("44-9(2)"), ICRRA("52-7(2)")),
        when=(no_status_took_effect,),
        ja="届出を要する事項の把握",
    )
    def note_matter(self, body: MatterFound) -> None:
        """Note something of which the Sponsor must notify: seven days run, or have run, for it."""
        self.require_past(body.happened_on, body.learned_on)
        since = counts_from(body.matter, body.happened_on, body.learned_on)
        self.record(MatterNoted(matter=body.matter, since=since))
        if timeliness(since, self.today, None).value is Timeliness.LATE:
            self._miss(Noted(body.matter, since))
        else:
            self.update(noted=tuple(sorted({*self.state.noted, Noted(body.matter, since)}, key=_by_day)))
            self._run_earliest()

    @lapse(SPONSOR_NOTIFICATION, basis=(*_NOTIFY, ICRRA("77-2(ii)"), ICRRA("77-2(v)")))
    def sponsor_misses_notification(self) -> None:
        """No notification of the Sponsor within seven days: a breach."""
        late = [one for one in self.state.noted if timeliness(one.since, self.today, None).value is Timeliness.LATE]
        self.update(noted=tuple(one for one in self.state.noted if one not in late))
        for one in late:
            self._miss(one)
        self._run_earliest()

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=DECIDED,
        basis=_REPORT,
        when=(no_status_took_effect, no_report_is_asked_for),
        ja="監理人に対する報告の求め",
    )
    def demand_report(self, body: Demand) -> None:
        """Ask the Sponsor for a report, with its items and its day."""
        self.start(SPONSOR_REPORT, on=self.today, until=body.due)
        self.update(report_asked_by=body.due)
        self.record(ReportDemanded(items=tuple(sorted(body.items)), due=body.due))

    @act(by=Power.RECEIVE_FILING, at=DECIDED, basis=_REPORT, when=(a_report_is_asked_for,), ja="監理人の報告の受理")
    def receive_report(self, body: SponsorReport) -> None:
        """Receive the report that was asked for."""
        due: date = self.state.report_asked_by or self.today
        self.stop(SPONSOR_REPORT)
        self.update(report_asked_by=None)
        self.record(ReportReceived(late=self.today > due))

    @lapse(SPONSOR_REPORT, basis=(*_REPORT, ICRRA("77-2(iii)"), ICRRA("77-2(vi)")))
    def misses_the_report(self) -> None:
        """No report by the day of the demand: a breach."""
        self._breach(Omission.REPORT)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=DECIDED,
        basis=(ICRRA("77-2(ii)"), ICRRA("77-2(iii)"), ICRRA("77-2(iv)"), ICRRA("77-2(v)"), ICRRA("77-2(vi)")),
        ja="監理人の虚偽の届出等の記録",
    )
    def find_false_statement(self, body: FalseStatement) -> None:
        """Record that a notification, report or notice of resignation of the Sponsor is false."""
        self._breach(body.what, false=True)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=DECIDED,
        basis=(ICRRA("44-3(6)"), ICRRA("52-3(6)")),
        when=(cancellation_is_weighed,),
        ja="監理人の選定を取り消さない旨の判断",
    )
    def keep_sponsor(self, body: Reasoned) -> None:
        """Weigh whether to cancel the selection, and leave the Sponsor in place."""
        self.discharge(WEIGH_CANCELLATION)
        self.record(SponsorKeptOn())

    @act(by=Power.RECEIVE_FILING, at=DECIDED, basis=_SUPPORT, ja="監理人からの相談の受付")
    def ask_for_support(self, body: SupportAsked) -> None:
        """Receive the Sponsor's request for advice or help."""
        self.owe(GIVE_SUPPORT)
        self.record(Asked())

    @act(by=Power.SUPPORT_SPONSOR, at=DECIDED, basis=_SUPPORT, when=(support_is_asked_for,), ja="監理人への援助")
    def give_support(self, body: Reasoned) -> None:
        """Advise or help the Sponsor."""
        self.discharge(GIVE_SUPPORT)
        self.record(SupportGiven())

    def end_sponsor_duties(self) -> None:
        """What the Sponsor who falls away still owed is owed by nobody else."""
        self.stop(SPONSOR_NOTIFICATION)
        self.stop(SPONSOR_REPORT)
        self.update(noted=(), missed=frozenset(), report_asked_by=None)

    def breach(self, omission: Omission) -> None:
        """The Sponsor failed to do something in time: an administrative fine threatens."""
        self._breach(omission)

    def _breach(self, omission: Omission, *, false: bool = False) -> None:
        item = exposure(omission, before_order=self.before_order).article
        self.record(SponsorBreached(omission=omission, exposure=item, false=false))
        self.owe(WEIGH_CANCELLATION)

    def _miss(self, one: Noted) -> None:
        self.update(missed=self.state.missed | {one.matter})
        self._breach(Omission.NOTIFICATION)

    def _was_missed(self, matter: Matter) -> bool:
        return matter in self.state.missed

    def _no_more_noted(self, matter: Matter) -> None:
        self.update(
            noted=tuple(one for one in self.state.noted if one.matter is not matter),
            missed=self.state.missed - {matter},
        )
        self._run_earliest()

    def _run_earliest(self) -> None:
        """One clock runs: that of the matter that was first."""
        self.stop(SPONSOR_NOTIFICATION)
        if self.state.noted:
            self.start(SPONSOR_NOTIFICATION, on=self.state.noted[0].since)

    def _follow(self, matter: Matter) -> None:
        if matter is Matter.CONDUCT:
            self.owe(WEIGH_REVOCATION)
        elif matter is Matter.DEATH:
            self.owe(SEE_TO_DEATH)
        elif matter in _BOND_ENDED:
            self.owe(WEIGH_CANCELLATION)


def _by_day(one: Noted) -> tuple[date, str]:
    return (one.since, one.matter.value)


_NO_SUCH_CONDUCT = because(
    "no_such_conduct",
    ICRRA("44-3(4)(i)"),
    ICRRA("52-3(4)(i)"),
    en="Conduct to be notified is an item of 44-4(2), after the order an item of 52-4(2)(ii) to (v); nothing else is.",
    ja="届出の対象となる事由に該当しない。",
    remedy="Name what the person did, or another matter.",
)
_REPORT_ASKED_FOR = because(
    "report_asked_for",
    *_REPORT,
    en="A report was demanded and is still to come.",
    ja="報告の求めに対する報告がされていない。",
    remedy="Receive it first.",
)
_NO_REPORT_ASKED_FOR = because(
    "no_report_asked_for",
    *_REPORT,
    en="No report was demanded.",
    ja="報告が求められていない。",
    remedy="Demand one, with its items and its day.",
)
_NO_SUPPORT_ASKED_FOR = because(
    "no_support_asked_for",
    *_SUPPORT,
    en="The Sponsor waits for no help.",
    ja="監理人からの相談がない。",
    remedy="Receive the Sponsor's request first.",
)
_NOTHING_TO_WEIGH = because(
    "no_cancellation_to_weigh",
    ICRRA("44-3(6)"),
    ICRRA("52-3(6)"),
    en="Nothing about the Sponsor waits to be weighed.",
    ja="選定の取消しの検討を要する事由がない。",
    remedy="See what is owed.",
)
