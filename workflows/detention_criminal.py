"""Criminal custody beside immigration custody: its beginning, the hand-over, and release (62 to 65)."""

from dataclasses import replace

from engine.declaration import act, lapse, upon
from engine.refusal import because, unless
from law.citation import ICRRA
from law.competence import Power
from law.criminal import EndOfProceedings
from law.criminal_custody import CriminalHold, Custodian, may_be_let_out, police_clock_runs
from law.custody import Sponsored, Title
from law.custody_clocks import POLICE_HAND_OVER, TRAVEL_RESTRICTED_NOTIFICATION
from law.detention import Occasion, Paper, may_be_executed_by_detention, proceedings_run, shown_as_asked
from law.detention_reasons import EXECUTION_STAYED, PROCEEDINGS_UNKNOWN
from law.finding import Answer, Finding
from law.policies import cite
from workflows.criminal_record import ProceedingsEnded, ReleaseReported
from workflows.detention_case import HELD, ON_RELEASE, SPONSORED, DetentionCase, Stage
from workflows.detention_record import (
    CriminalCustodyBegun,
    CriminalCustodyEnded,
    CustodianChanged,
    HandedOverByCustodian,
    PoliceTimePassed,
)
from workflows.detention_standing import LIBERTY_STANDS, Standing, detention_order_is_stayed, procedure_goes_on
from workflows.papers.detention import CriminalCustody, CriminalHandOver
from workflows.papers.detention_duties import (
    DETAIN_PERSON,
    FOLLOW_UP_NOTIFICATION,
    ISSUE_DETENTION_ORDER,
    NOTIFY_CUSTODIAN,
    REMOVE_OR_TELL,
    SCREEN_AFTER_ORDER,
    SET_TRAVEL_CONDITIONS,
)

_AT_LIBERTY = (
    Stage.FREE,
    *SPONSORED,
    *ON_RELEASE,
    Stage.SPECIAL_RELEASE,
    Stage.SET_FREE_IN_DISASTER,
    Stage.TRAVEL_RESTRICTED,
)


def a_sponsorship_waits(case: DetentionCase) -> Finding[Answer]:
    """Whether a Sponsorship decision took hold that the custodian is to be notified of."""
    return unless(_waiting(case) is not None, _NO_SPONSORSHIP)


def _waiting(case: DetentionCase) -> Sponsored | None:
    placed = (one for one in case.position.all(Sponsored) if one.placed_at is not None and one.ended_at is None)
    return next((one for one in placed if one.case == case.state.decided_sponsorship), None)


def no_liberty_stands(case: Standing) -> Finding[Answer]:
    """Whether neither Sponsorship nor provisional release stands: else the person is set free, not handed over."""
    return unless(not case.liberty_stands(), LIBERTY_STANDS)


def the_hold_is_on_record(case: DetentionCase) -> Finding[Answer]:
    """Whether it is on record who holds the person, and how."""
    return unless(case.state.criminal is not None, _HOLD_NOT_ON_RECORD)


class CriminalCustodySteps(Standing):
    """In and out of criminal custody. It changes nothing in Sponsorship and provisional release: they stand aside."""

    @act(
        by=Power.RECORD_CUSTODY,
        at=(*HELD, *_AT_LIBERTY),
        basis=(ICRRA("43(2)"), ICRRA("63(1)"), ICRRA("65(2)")),
        ja="刑事手続による拘束の記録",
    )
    def record_criminal_custody(self, body: CriminalCustody) -> None:
        """Record that the person is held under criminal procedure, a sentence or juvenile training."""
        due = self._due_after_arrest()
        if self.case.stage in HELD:
            self.let_go()
        self.stop(TRAVEL_RESTRICTED_NOTIFICATION)
        self.discharge(DETAIN_PERSON, REMOVE_OR_TELL, SCREEN_AFTER_ORDER)
        self.discharge(SET_TRAVEL_CONDITIONS, FOLLOW_UP_NOTIFICATION)
        self.update(due=due)
        if due is None:
            self.discharge(ISSUE_DETENTION_ORDER)
        self._hold(body)
        self.record(CriminalCustodyBegun(custodian=body.custodian))
        self.enter(Stage.CRIMINAL_CUSTODY)

    @act(
        by=Power.RECORD_CUSTODY,
        at=Stage.CRIMINAL_CUSTODY,
        basis=(ICRRA("62(3)"), ICRRA("62(4)"), ICRRA("64"), ICRRA("65(1)")),
        ja="身柄を拘束する機関等の記録",
    )
    def record_custodian(self, body: CriminalCustody) -> None:
        """Record who holds the person now, that there is no indictment, or that release was reported."""
        self.stop(POLICE_HAND_OVER)
        self._hold(body)
        self.record(CustodianChanged(custodian=body.custodian))

    @upon(ReleaseReported, basis=(ICRRA("62(3)"), ICRRA("62(4)"), ICRRA("64(2)")))
    def hears_of_a_release(self, fact: ReleaseReported) -> None:
        """A coming release was reported: on showing the order the prison hands over, on notice it sets free."""
        if self.case.stage is Stage.CRIMINAL_CUSTODY:
            since = self.state.criminal.since if self.state.criminal else self.state.since
            self._is_held(CriminalHold(Custodian.PRISON, since, to_be_released=True))

    @upon(ProceedingsEnded, basis=ICRRA("64(1)"))
    def hears_of_no_indictment(self, fact: ProceedingsEnded) -> None:
        """Not indicted for a crime of Article 70: on showing the order the prosecutor hands over."""
        hold = self.state.criminal
        held = self.case.stage is Stage.CRIMINAL_CUSTODY and hold is not None
        not_indicted = fact.how is EndOfProceedings.NOT_INDICTED and fact.immigration_crime
        if held and not_indicted and hold is not None and hold.custodian is Custodian.PROSECUTOR:
            self._is_held(replace(hold, not_indicted=True))

    def _is_held(self, hold: CriminalHold) -> None:
        if hold != self.state.criminal:
            self.stop(POLICE_HAND_OVER)
            self.update(criminal=hold)
            self.record(CustodianChanged(custodian=hold.custodian))

    def _due_after_arrest(self) -> Occasion | None:
        """Whoever was held under a detention order is to be held under it again; under the order, what it asks.

        An emergency for which no order issued is at its end: nothing of 43(1) is left that could be gone on with.
        """
        due = self.state.due
        if self.state.title is not None:
            due = None if self.state.ordered else self.state.held_under
        if due is not Occasion.EMERGENCY:
            return due
        return None if self.state.paper is None else Occasion.AFTER_SCREENING

    def _hold(self, body: CriminalCustody) -> None:
        since = body.since or (self.state.criminal.since if self.state.criminal else self.at)
        self.require(since <= self.at, _RESTRAINT_TO_COME)
        hold = CriminalHold(body.custodian, since, body.immigration_crime_alone, body.not_indicted, body.to_be_released)
        self.update(criminal=hold)
        if police_clock_runs(hold) and self.at < POLICE_HAND_OVER.end_from(since):
            self.start_at(POLICE_HAND_OVER, since)

    @lapse(POLICE_HAND_OVER, basis=ICRRA("65(2)"))
    def police_time_passes(self) -> None:
        """48 hours from the arrest passed: the police can neither hand over nor release; criminal procedure goes on."""
        self.record(PoliceTimePassed())

    @act(
        by=Power.RECEIVE_FROM_CRIMINAL_CUSTODY,
        at=Stage.CRIMINAL_CUSTODY,
        basis=(ICRRA("64(1)(i)"), ICRRA("64(2)(i)"), ICRRA("65(1)(i)")),
        when=(the_hold_is_on_record, procedure_goes_on, no_liberty_stands),
        ja="刑事施設等からの引取り",
    )
    def receive_from_criminal_custody(self, body: CriminalHandOver) -> None:
        """Receive the person from the custodian on showing the detention order or the deportation order."""
        title = self.title_due()
        self._require_hand_over(title, body.shown)
        custodian = self.state.criminal
        occasion = self._occasion(title)
        self._end_criminal_custody()
        self.restrain(occasion, title, body.facility)
        if custodian is not None:
            self.record(HandedOverByCustodian(custodian=custodian.custodian))
        if title is Title.DEPORTATION_ORDER:
            if occasion is Occasion.ORDER_ISSUED:
                self.owe(REMOVE_OR_TELL)
            self.enter(Stage.DETAINED_DEPORTATION_ORDER)
        else:
            self.enter(Stage.DETAINED_DETENTION_ORDER)
        self.follow_detention(title)

    def _occasion(self, title: Title) -> Occasion:
        usual = Occasion.AFTER_SCREENING if title is Title.DETENTION_ORDER else Occasion.ORDER_ISSUED
        due = self.state.due
        return usual if due is None or due is Occasion.EMERGENCY else due

    def _require_hand_over(self, title: Title, shown: frozenset[Paper]) -> None:
        if self.state.criminal is not None:
            self.require(may_be_let_out(self.state.criminal, title, self.at))
        self.require(shown_as_asked(self._occasion(title), title, shown, None))
        if title is Title.DETENTION_ORDER:
            stands = self.state.paper is not None and (
                self.state.paper.executed or self.state.paper.valid_until >= self.today
            )
            self.require(stands and self.state.due is not None, _NO_TITLE_TO_SHOW)
            self.require(not detention_order_is_stayed(self), EXECUTION_STAYED)
            self.require_day_left()
        else:
            circumstances = self.position.circumstances
            self.require(proceedings_run(circumstances, self.at, let_out=True) is not None, PROCEEDINGS_UNKNOWN)
            self.require(may_be_executed_by_detention(circumstances, self.at, let_out=True))

    @act(
        by=Power.RECEIVE_FROM_CRIMINAL_CUSTODY,
        at=Stage.CRIMINAL_CUSTODY,
        basis=(ICRRA("64(1)(ii)"), ICRRA("64(2)(ii)"), ICRRA("65(1)(ii)")),
        when=(the_hold_is_on_record, a_sponsorship_waits),
        ja="監理措置決定の通知による釈放",
    )
    def release_on_notice(self) -> None:
        """Notify the custodian of the Sponsorship decision, on which the person is set free."""
        criminal = self.state.criminal
        if criminal is not None:
            self.require(may_be_let_out(criminal, Title.DEPORTATION_ORDER if self.state.ordered else None, self.at))
        self._end_criminal_custody()
        self.update(decided_sponsorship="", due=None, paper=None)
        self.record(CriminalCustodyEnded(on_notice_of_sponsorship=True))
        under_order = self.state.ordered
        self.enter(Stage.SPONSORED_AFTER_ORDER if under_order else Stage.SPONSORED_BEFORE_ORDER)

    @act(
        by=Power.RECORD_CUSTODY,
        at=Stage.CRIMINAL_CUSTODY,
        basis=(ICRRA("63(2)"), ICRRA("64"), cite("A-47")),
        ja="刑事手続による拘束の終了の記録",
    )
    def end_criminal_custody(self) -> None:
        """Record that criminal custody ended without a hand-over: what stood aside holds again, else nothing."""
        self._end_criminal_custody()
        self.record(CriminalCustodyEnded(on_notice_of_sponsorship=False))
        self.stand()

    def _end_criminal_custody(self) -> None:
        self.stop(POLICE_HAND_OVER)
        self.discharge(NOTIFY_CUSTODIAN)
        self.update(criminal=None)


_NO_SPONSORSHIP = because(
    "no_sponsorship_decided",
    ICRRA("64(1)(ii)"),
    ICRRA("64(2)(ii)"),
    ICRRA("65(1)(ii)"),
    en="No Sponsorship decision waits to be notified.",
    ja="通知すべき監理措置決定がない。",
    remedy="Decide Sponsorship first.",
)
_HOLD_NOT_ON_RECORD = because(
    "hold_not_on_record",
    ICRRA("64"),
    ICRRA("65(1)"),
    en="It is not on record who holds the person, and how.",
    ja="身柄を拘束している機関及びその状況が記録されていない。",
    remedy="Record the custodian.",
)
_RESTRAINT_TO_COME = because(
    "restraint_to_come",
    ICRRA("65(2)"),
    en="The restraint would lie after the act.",
    ja="身体を拘束した日時が行為より後である。",
    remedy="Correct the instant.",
)
_NO_TITLE_TO_SHOW = because(
    "no_title_to_show",
    ICRRA("64(1)(i)"),
    ICRRA("64(2)(i)"),
    ICRRA("65(1)(i)"),
    en="No detention order that may be executed stands.",
    ja="執行することができる収容令書がない。",
    remedy="Let the supervising inspector issue it.",
)
