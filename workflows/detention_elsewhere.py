"""Set free in a disaster and taken back (55-54), and the travel-restricted person under conditions (63(3), 63-2)."""

from datetime import date

from engine.declaration import act, lapse, upon
from engine.refusal import because, unless
from law.citation import ACLA, ICRRA, ORD
from law.competence import Power
from law.custody import Title
from law.custody_clocks import TRAVEL_RESTRICTED_NOTIFICATION
from law.detention import Occasion, TitleEnd, is_travel_restricted, may_be_executed_by_detention, why_no_execution
from law.finding import Answer, Finding
from law.policies import cite
from workflows.circumstances import CircumstancesRecorded
from workflows.detention_after_order import CONDITIONS_MISSING, NEEDED_CONDITIONS, order_stands
from workflows.detention_case import HELD, DetentionCase, Stage
from workflows.detention_record import (
    Released,
    SetFreeInDisaster,
    TakenBack,
    TravelConditionsSet,
    TravelNotificationMissed,
    TravelNotified,
    TravelRestrictionEnded,
)
from workflows.detention_standing import OF_CUSTODY_OPEN, Standing, procedure_goes_on
from workflows.enforcement_effects import CourtStaysChanged, ProceedingsChanged, TravelRestrictionChanged
from workflows.papers.detention import SettingFree, TakingBack, TravelConditions, TravelNotification
from workflows.papers.detention_duties import (
    FOLLOW_UP_NOTIFICATION,
    REMOVE_OR_TELL,
    SET_TRAVEL_CONDITIONS,
    TAKE_BACK,
    TRAVEL_CONDITIONS_PAPER,
)

_TO_BE_RESTRICTED = (
    Stage.FREE,
    Stage.DETAINED_DEPORTATION_ORDER,
    Stage.SPONSORED_AFTER_ORDER,
    Stage.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
)
_BEARS_ON_EXECUTION = ("travel_restrictions", "court_stays", "proceedings")


def the_title_stands(case: DetentionCase) -> Finding[Answer]:
    """Whether the detainee is held under a title, so that release is not owed anyway."""
    return unless(case.state.title is not None, _RELEASE_INSTEAD)


def a_restriction_runs(case: DetentionCase) -> Finding[Answer]:
    """Whether a court's travel restriction is on record and in force (63(3); from 2025-05-15)."""
    return unless(is_travel_restricted(case.position.circumstances, case.at), _NOT_RESTRICTED)


class Elsewhere(Standing):
    """Liberty that no decision on custody gives: a disaster, and a court's travel restriction."""

    @act(
        by=Power.SET_FREE_IN_DISASTER,
        at=HELD,
        basis=ICRRA("55-54(2)"),
        when=(the_title_stands,),
        ja="災害時の解放",
    )
    def set_free_in_disaster(self, body: SettingFree) -> None:
        """Set the detainee free, since there is no refuge inside and no way to take him or her elsewhere."""
        self.require(body.no_refuge_inside and body.escort_impossible, _ESCORT_FIRST)
        occasion = self.state.held_under
        self.let_go()
        self.update(due=occasion)
        self.owe(TAKE_BACK)
        self.record(SetFreeInDisaster())
        self.enter(Stage.SET_FREE_IN_DISASTER)

    @act(
        by=Power.DETAIN,
        at=Stage.SET_FREE_IN_DISASTER,
        basis=(ICRRA("55-54(3)"), cite("A-48")),
        when=(procedure_goes_on,),
        ja="災害時に解放した者の収容の再開",
    )
    def take_back(self, body: TakingBack) -> None:
        """Record that the person came back, or was taken back; the days at liberty are no days of detention."""
        title = self._title_to_go_on()
        if title is Title.DEPORTATION_ORDER:
            self.require(may_be_executed_by_detention(self.position.circumstances, self.at))
        self.require_day_left()
        self.restrain(self._occasion_to_go_on(title), title, body.facility)
        self.record(TakenBack())
        if title is Title.DEPORTATION_ORDER:
            if self.state.held_under is Occasion.ORDER_ISSUED:
                self.owe(REMOVE_OR_TELL)
            self.enter(Stage.DETAINED_DEPORTATION_ORDER)
        elif title is Title.EMERGENCY:
            self.enter(Stage.EMERGENCY_DETAINED)
        else:
            self.enter(Stage.DETAINED_DETENTION_ORDER)
        self.follow_detention(title)

    def _title_to_go_on(self) -> Title:
        if not self.state.ordered and self.state.paper is None:
            return Title.EMERGENCY
        return self.title_due()

    def _occasion_to_go_on(self, title: Title) -> Occasion:
        before_order = (Occasion.EMERGENCY, Occasion.AFTER_SCREENING, Occasion.SPONSORSHIP_REVOKED)
        due = self.state.due or Occasion.ORDER_ISSUED
        return Occasion.ORDER_ISSUED if title is Title.DEPORTATION_ORDER and due in before_order else due

    @upon(CircumstancesRecorded, basis=(ICRRA("63(2)"), ICRRA("63(3)"), cite("A-41"), cite("A-47")))
    def hears_of_a_restriction(self, fact: CircumstancesRecorded) -> None:
        """A restriction or a wide stay ends detention under the order; with its end the order is executed again.

        Proceedings that stop the execution end no detention by themselves: a person weighs it.
        """
        if fact.what in _BEARS_ON_EXECUTION:
            self._execute_anew(proceedings=fact.what == "proceedings")

    @upon(CourtStaysChanged, basis=(ACLA("25(2)"), ACLA("33(1)")))
    def hears_of_a_stay(self, fact: CourtStaysChanged) -> None:
        """A court stayed the order, or the detention order, or its stay ended."""
        self.follow_stay_of_detention_order()
        self._execute_anew()

    @upon(ProceedingsChanged, basis=(ICRRA("63(2)"), cite("A-47")))
    def hears_of_proceedings(self, fact: ProceedingsChanged) -> None:
        """Criminal proceedings began or ended, or leave was given: the order stands still, or is executed again."""
        self._execute_anew(proceedings=True)

    @upon(TravelRestrictionChanged, basis=(ICRRA("63(3)"), cite("A-41")))
    def hears_of_a_travel_restriction(self, fact: TravelRestrictionChanged) -> None:
        """A criminal court imposed a travel restriction, or it ended."""
        self._execute_anew()

    def _execute_anew(self, *, proceedings: bool = False) -> None:
        if self.case.stage.closed or not self.state.ordered:
            return
        stopped = why_no_execution(self.position.circumstances, self.at)
        restricted = stopped is TitleEnd.TRAVEL_RESTRICTION
        if self.case.stage is Stage.TRAVEL_RESTRICTED and not restricted:
            self._end_restriction()
            return
        if self.case.stage is Stage.DETAINED_DEPORTATION_ORDER and stopped is not None:
            self.lose_title(stopped)
        if restricted and self.case.stage in _TO_BE_RESTRICTED:
            self.owe(SET_TRAVEL_CONDITIONS)
        elif not restricted:
            self.discharge(SET_TRAVEL_CONDITIONS)
        if proceedings:
            self.weigh_proceedings()
        self.take_up_execution()

    @act(
        by=Power.SET_TRAVEL_CONDITIONS,
        at=_TO_BE_RESTRICTED,
        basis=(ICRRA("63(3)"), ICRRA("63-2(1)"), ORD("59-4"), cite("A-41")),
        when=(order_stands, a_restriction_runs),
        ja="出国制限対象者条件の指定",
    )
    def set_travel_conditions(self, body: TravelConditions) -> None:
        """Set the conditions of a travel-restricted person and hand over their paper; a detainee is let go with it."""
        self.require(body.conditions >= NEEDED_CONDITIONS, CONDITIONS_MISSING)
        if self.case.stage is Stage.DETAINED_DEPORTATION_ORDER:
            self.let_go()
            self.record(Released(why=TitleEnd.TRAVEL_RESTRICTION))
        self.discharge(*OF_CUSTODY_OPEN, SET_TRAVEL_CONDITIONS)
        self.serve(TRAVEL_CONDITIONS_PAPER)
        self.served(TRAVEL_CONDITIONS_PAPER, self.today)
        self.record(TravelConditionsSet(notify_by=body.notify_by))
        self.enter(Stage.TRAVEL_RESTRICTED)
        self._await_notification(body.notify_by)

    @act(
        by=Power.RECEIVE_FILING,
        at=Stage.TRAVEL_RESTRICTED,
        basis=(ICRRA("63-2(2)"), ORD("59-4(4)")),
        ja="出国制限対象者の届出の受理",
    )
    def receive_travel_notification(self, body: TravelNotification) -> None:
        """Receive a notification, and designate the day of the next one."""
        self.stop(TRAVEL_RESTRICTED_NOTIFICATION)
        self.discharge(FOLLOW_UP_NOTIFICATION)
        self.record(TravelNotified(next_by=body.next_by))
        self._await_notification(body.next_by)

    def _await_notification(self, by: date) -> None:
        self.start(TRAVEL_RESTRICTED_NOTIFICATION, on=self.today, until=by)

    @lapse(TRAVEL_RESTRICTED_NOTIFICATION, basis=(ICRRA("63-2(2)"), ICRRA("71-5(v)")))
    def notification_is_missed(self) -> None:
        """No notification by the designated day: a fine threatens; nothing changes in custody."""
        self.record(TravelNotificationMissed())
        self.owe(FOLLOW_UP_NOTIFICATION)

    def _end_restriction(self) -> None:
        """The travel restriction ended: what stood before holds again, or the order is executed again."""
        self.stop(TRAVEL_RESTRICTED_NOTIFICATION)
        self.discharge(FOLLOW_UP_NOTIFICATION)
        self.record(TravelRestrictionEnded())
        self.stand()


_RELEASE_INSTEAD = because(
    "release_instead",
    ICRRA("55-54(2)"),
    ICRRA("41(1)"),
    en="The title of this detention has ended: the person is to be released, not set free for a time.",
    ja="収容の根拠が失われており、解放ではなく放免しなければならない。",
    remedy="Release the person.",
)
_ESCORT_FIRST = because(
    "escort_first",
    ICRRA("55-54(1)"),
    ICRRA("55-54(2)"),
    en="Detainees are first taken to a suitable place; only where that is impossible may they be set free.",
    ja="まず適当な場所に護送しなければならず、護送することができないときに限り解放することができる。",
    remedy="Take the detainee elsewhere.",
)
_NOT_RESTRICTED = because(
    "not_travel_restricted",
    ICRRA("63(3)"),
    ICRRA("63-2(1)"),
    en="No travel restriction of a court is on record and in force (from 15 May 2025).",
    ja="出国の制限を受けていない（令和七年五月十五日以後に限る。）。",
    remedy="Record the restriction in the criminal case, or in the person's circumstances.",
)
