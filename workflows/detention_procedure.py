"""What the deportation procedure, provisional stay and the person's departure do to custody (LAW §3.1, §12)."""

from datetime import timedelta

from engine.declaration import upon
from engine.payload import Fact
from law.citation import ICRRA
from law.custody import Title
from law.custody_clocks import TRAVEL_RESTRICTED_NOTIFICATION
from law.detention import Occasion, TitleEnd, why_no_execution
from law.policies import cite
from workflows.custody_effects import Screened
from workflows.deportation_record import GoneOnBesideCriminalCase, InvestigationClosed
from workflows.detention_case import HELD, HELD_BEFORE_ORDER, SPONSORED, Stage
from workflows.detention_standing import OF_CUSTODY_OPEN, Standing
from workflows.effects import (
    Departed,
    DepartureOrderDue,
    DeportationOrderIssued,
    DeportationOrderWithdrawn,
    Died,
    FoundNotDeportable,
    GrantTookEffect,
    ProvisionalStayDelivered,
    ProvisionalStayEnded,
    ProvisionalStayRestored,
    SpecialPermissionGranted,
)
from workflows.enforcement_effects import DepartureOrdered
from workflows.papers.deportation import ScreeningOutcome
from workflows.papers.detention_duties import (
    DECIDE_SPONSORSHIP,
    DETAIN_PERSON,
    FOLLOW_UP_NOTIFICATION,
    ISSUE_DETENTION_ORDER,
    RELEASE_WHEN_ORDERED,
    SET_TRAVEL_CONDITIONS,
    WEIGH_CUSTODY,
    WEIGH_SPECIAL_RELEASE,
)

_WITH_THE_PROCEDURE = (Stage.FREE, *SPONSORED, Stage.PROVISIONAL_RELEASE_DETENTION_ORDER, Stage.SET_FREE_IN_DISASTER)


class ProcedureEffects(Standing):
    """The other procedures of the person, as far as custody hangs on them."""

    @upon(Screened, basis=(ICRRA("39(2)"), ICRRA("39-2(1)")))
    def is_screened(self, fact: Screened) -> None:
        """The screening chose detention: the order issues promptly; chose Sponsorship: that case goes on."""
        if self.case.stage in (Stage.FREE, Stage.CRIMINAL_CUSTODY) and not self.state.ordered:
            self.update(deportation=fact.deportation or self.state.deportation)
            self.choose(fact.outcome)

    def choose(self, outcome: ScreeningOutcome) -> None:
        """Owe what the screening chose."""
        if outcome is ScreeningOutcome.DETENTION:
            self.update(due=Occasion.AFTER_SCREENING, paper=None, hours_ran=timedelta())
            self.owe(ISSUE_DETENTION_ORDER)

    @upon(InvestigationClosed, basis=ICRRA("27"))
    def loses_its_suspicion(self, fact: InvestigationClosed) -> None:
        """The investigation was closed: nobody is held for it."""
        self.procedure_ends(TitleEnd.PROCEDURE_ENDED)

    @upon(GoneOnBesideCriminalCase, basis=ICRRA("63(1)"))
    def stands_aside(self, fact: GoneOnBesideCriminalCase) -> None:
        """The procedure goes on beside a criminal case: detention and Sponsorship are no part of it."""
        case = self.deportation_case
        beside = case is not None and case.state.beside_criminal_case
        if beside and not self.case.stage.closed and not self.state.ordered:
            self.discharge(*OF_CUSTODY_OPEN)
            self.update(due=None, paper=None)

    @upon(FoundNotDeportable, basis=(ICRRA("47(1)"), ICRRA("48(6)"), ICRRA("49(4)"), ICRRA("44-8")))
    def ends_without_ground(self, fact: FoundNotDeportable) -> None:
        """No item of Article 24 applies: release at once."""
        self.procedure_ends(TitleEnd.NOT_DEPORTABLE)

    @upon(SpecialPermissionGranted, basis=(ICRRA("50(9)"), ICRRA("44-8(iv)")))
    def ends_with_permission(self, fact: SpecialPermissionGranted) -> None:
        """Special permission was granted: release at once."""
        self.procedure_ends(TitleEnd.SPECIAL_PERMISSION)

    @upon(GrantTookEffect, basis=(ICRRA("61-2-9(1)"), cite("A-42")))
    def ends_with_status(self, fact: GrantTookEffect) -> None:
        """A status was granted: no custody on grounds that existed then; Sponsorship ends by its own recorded act."""
        if self.case.stage in SPONSORED:
            return
        if self.is_over():
            self.procedure_ends(TitleEnd.STATUS_GRANTED)
        elif not self.case.stage.closed:
            self.discharge(*OF_CUSTODY_OPEN)
            self.update(due=None)
            if self.case.stage in HELD:
                self.lose_title(TitleEnd.STATUS_GRANTED)

    @upon(DepartureOrderDue, basis=(ICRRA("47(2)"), ICRRA("48(7)"), ICRRA("49(5)")))
    def awaits_departure_order(self, fact: DepartureOrderDue) -> None:
        """A departure order is due: a detainee is released when it is made, at once."""
        if not self.is_over():
            return
        if self.case.stage in HELD:
            self.owe(RELEASE_WHEN_ORDERED)
        elif self.case.stage is Stage.FREE:
            self.enter(Stage.ENDED)

    @upon(DepartureOrdered, basis=(ICRRA("47(2)"), ICRRA("48(7)"), ICRRA("49(5)"), ICRRA("44-8(v)")))
    def ends_with_departure_order(self, fact: DepartureOrdered) -> None:
        """Departure was ordered: release at once; the days left until the deadline are spent in liberty."""
        self.procedure_ends(TitleEnd.DEPARTURE_ORDERED)
        self.discharge(RELEASE_WHEN_ORDERED)

    def procedure_ends(self, why: TitleEnd) -> None:
        """The deportation case that the custody served has ended: nobody is held, sponsored or released under it."""
        if self.case.stage.closed or not (self.is_over() or not self.state.deportation):
            return
        self.discharge(*OF_CUSTODY_OPEN, DECIDE_SPONSORSHIP)
        self.update(due=None)
        if self.case.stage in HELD:
            self.lose_title(why)
            self.update(title_ended=why)
        elif self.case.stage in _WITH_THE_PROCEDURE:
            self.enter(Stage.ENDED)

    @upon(ProvisionalStayDelivered, basis=ICRRA("61-2-9(2)"))
    def stands_still(self, fact: ProvisionalStayDelivered) -> None:
        """Provisional stay begins: the procedure stops, so detention before the order must end; Sponsorship goes on."""
        if self.case.stage.closed or self.state.ordered:
            return
        self.discharge(ISSUE_DETENTION_ORDER, DETAIN_PERSON, WEIGH_CUSTODY)
        if self.case.stage in HELD_BEFORE_ORDER:
            self.lose_title(TitleEnd.PROVISIONAL_STAY)

    @upon(ProvisionalStayRestored, basis=ICRRA("61-2-9(2)"))
    def stands_still_again(self, fact: ProvisionalStayRestored) -> None:
        """Provisional stay had not ended after all: custody stops again, unless its period is over by now."""
        if self.position.provisional_stay_running(self.at) is not None:
            self.stands_still(ProvisionalStayDelivered(application=fact.application))

    @upon(ProvisionalStayEnded, basis=ICRRA("61-2-9(2)"))
    def goes_on(self, fact: ProvisionalStayEnded) -> None:
        """Provisional stay ended: a person decides whether detention that it stopped goes on."""
        stopped = self.state.due is not None or self.state.title_ended is TitleEnd.PROVISIONAL_STAY
        running = self.position.provisional_stay_running(self.at) is not None
        if self.case.stage is Stage.FREE and stopped and not self.state.ordered and not running and not self.is_over():
            self.owe(WEIGH_CUSTODY)

    @upon(DeportationOrderIssued, basis=(ICRRA("51"), ICRRA("52(3)"), ICRRA("44-8(vi)"), cite("A-10"), cite("A-45")))
    def hears_of_the_order(self, fact: DeportationOrderIssued) -> None:
        """The deportation order issued: the detention order is spent, and whoever is held is held under the new one."""
        if self.case.stage.closed or self.state.ordered:
            return
        self.discharge(*OF_CUSTODY_OPEN, DECIDE_SPONSORSHIP)
        self.update(ordered=True, due=None)
        self._serve_the_case_of_the_order()
        if self.case.stage in HELD_BEFORE_ORDER and self.state.title is not None:
            self._hold_under_the_order()
        elif self.case.stage in (Stage.FREE, Stage.SPONSORED_BEFORE_ORDER):
            self.stand_free()

    def _serve_the_case_of_the_order(self) -> None:
        order = self.position.order_in_force(self.at)
        if order is not None:
            self.update(deportation=order.case)

    def _hold_under_the_order(self) -> None:
        self.end_restraint()
        self.update(title=Title.DEPORTATION_ORDER, held_under=Occasion.ORDER_ISSUED, paper=None)
        self.enter(Stage.DETAINED_DEPORTATION_ORDER)
        self.follow_detention(Title.DEPORTATION_ORDER)
        self.execution_is_stopped_or_owed()

    def execution_is_stopped_or_owed(self) -> None:
        """Somebody held under the order: what stops its execution ends the detention, else removal is owed (A-41)."""
        stopped = why_no_execution(self.position.circumstances, self.at)
        if stopped is not None:
            self.lose_title(stopped)
            if stopped is TitleEnd.TRAVEL_RESTRICTION:
                self.owe(SET_TRAVEL_CONDITIONS)
            return
        if self.state.held_under is Occasion.ORDER_ISSUED:
            self.owe_execution()
        self.weigh_proceedings()

    @upon(DeportationOrderWithdrawn, basis=(ICRRA("51"), ICRRA("52-6")))
    def loses_the_order(self, fact: DeportationOrderWithdrawn) -> None:
        """The order was withdrawn or annulled: no custody rests on it any more."""
        if self.case.stage.closed or not self.state.ordered:
            return
        if self.position.order_in_force(self.at) is not None:
            self._serve_the_case_of_the_order()
            return
        self.stop(TRAVEL_RESTRICTED_NOTIFICATION)
        self.discharge(*OF_CUSTODY_OPEN, SET_TRAVEL_CONDITIONS, FOLLOW_UP_NOTIFICATION, WEIGH_SPECIAL_RELEASE)
        self.update(ordered=False, due=None, specially_released=False)
        if self.case.stage in HELD:
            self.lose_title(TitleEnd.ORDER_ENDED)
            self.update(title_ended=TitleEnd.ORDER_ENDED)
        elif self.case.stage is not Stage.CRIMINAL_CUSTODY:
            self.stand_free()

    @upon(Departed, basis=(ICRRA("25"), ICRRA("52(3)")))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan: custody is at its end."""
        self._lose_object(fact)

    @upon(Died, basis=ICRRA("55-82"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._lose_object(fact)

    def _lose_object(self, _: Fact) -> None:
        if not self.case.stage.closed:
            self.let_go()
            self.enter(Stage.OBJECT_LOST)
