"""Where the person stands when a hold ends, and what is owed then: detention, execution, or nothing."""

from dataclasses import replace
from datetime import date
from typing import Final

from engine.case import Case
from engine.refusal import because, unless
from law import deportation_reasons
from law import detention_reasons as reason
from law.citation import ICRRA
from law.court import DetentionOrderStayed
from law.custody import ProvisionallyReleased, Sponsored, Title
from law.detention import (
    Occasion,
    TitleEnd,
    is_travel_restricted,
    may_be_executed_by_detention,
    proceedings_run,
)
from law.detention_days import days_left, days_left_in_all, may_be_held
from law.facts import Grant
from law.finding import Answer, Finding
from law.periods import legal_day
from law.removal import covers
from workflows.deportation_case import State as DeportationState
from workflows.detention_case import HELD, HELD_BEFORE_ORDER, DetentionCase, Stage
from workflows.papers.detention_duties import (
    DETAIN_PERSON,
    EXTEND_OR_FORGO,
    ISSUE_DETENTION_ORDER,
    REMOVE_OR_TELL,
    RESOLVE_SIXTY_DAYS,
    SCREEN_AFTER_ORDER,
    SET_TRAVEL_CONDITIONS,
    WEIGH_CUSTODY,
    WEIGH_PROCEEDINGS,
    WEIGH_UNPAID_DEPOSIT,
)

OF_CUSTODY_OPEN: Final = (
    ISSUE_DETENTION_ORDER,
    DETAIN_PERSON,
    EXTEND_OR_FORGO,
    RESOLVE_SIXTY_DAYS,
    WEIGH_CUSTODY,
    WEIGH_UNPAID_DEPOSIT,
    REMOVE_OR_TELL,
    SCREEN_AFTER_ORDER,
)
"""What is owed while it is open where the person is to be; a decision that takes hold answers all of it."""


def procedure_goes_on(case: DetentionCase) -> Finding[Answer]:
    """Whether custody before the order may begin or go on: not while provisional stay runs, not where a grant bars.

    Source: 61-2-9(1), (2); invariants 34 and 66 of LAW §14.
    """
    if case.state.ordered:
        return Finding(Answer.YES, ())
    if case.position.provisional_stay_running(case.at) is not None:
        return Finding(Answer.NO, (deportation_reasons.PROVISIONAL_STAY_RUNNING,))
    return unless(not _is_covered(case), deportation_reasons.GRANT_BARS)


def detention_order_is_stayed(case: DetentionCase) -> bool:
    """Whether a court's stay reaches the detention under the detention order that stands (ACLA 25(2), 33(1))."""
    return any(one.stops_detention for one in stays_of_detention_order(case))


def stays_of_detention_order(case: DetentionCase) -> tuple[DetentionOrderStayed, ...]:
    """What courts stayed, or set aside, of the detention order that stands."""
    paper = case.state.paper
    if paper is None:
        return ()
    stays = case.position.all(DetentionOrderStayed)
    on = legal_day(paper.issued_at)
    return tuple(one for one in stays if one.deportation == case.state.deportation and one.issued_on == on)


def _is_covered(case: DetentionCase) -> bool:
    served = case.position.cases.get(case.state.deportation)
    if served is None or not isinstance(served.state, DeportationState):
        return False
    since = served.state.carried_by.since
    return any(covers(grant, since, case.at) for grant in case.position.all(Grant))


class Standing(DetentionCase):
    """What follows for somebody whom nothing holds any more."""

    @property
    def deportation_case(self) -> Case[DeportationState] | None:
        """The deportation case that the custody serves; None for somebody taken over without one."""
        served = self.position.cases.get(self.state.deportation)
        return served if served is not None and isinstance(served.state, DeportationState) else None

    def is_over(self) -> bool:
        """Whether the deportation case that the custody served is closed."""
        case = self.deportation_case
        return case is not None and case.stage.closed

    def title_due(self) -> Title:
        """What a detention now would rest on."""
        return Title.DEPORTATION_ORDER if self.state.ordered else Title.DETENTION_ORDER

    def require_day_left(self) -> None:
        """Refuse to take somebody for whom no day is left under 41(1)."""
        if self.title_due() is Title.DETENTION_ORDER:
            self.require(may_be_held(self.days_spent().value, self.extension), reason.EXTEND_FIRST)

    def owe_detention(self, by: date) -> None:
        """The person is to be detained, as far as days are left under 41(1) (A-33)."""
        if self.title_due() is Title.DETENTION_ORDER:
            spent = self.days_spent().value
            if not days_left_in_all(spent):
                self.owe(RESOLVE_SIXTY_DAYS)
                return
            if not days_left(spent, self.extension):
                self.owe(EXTEND_OR_FORGO)
                return
        if not self.state.ordered or self.may_be_executed():
            self.owe(DETAIN_PERSON, due=by)

    def may_be_executed(self) -> bool:
        """Whether nothing on record stops the execution of the deportation order, detention included."""
        return may_be_executed_by_detention(self.position.circumstances, self.at).value is Answer.YES

    def owe_execution(self) -> None:
        """After the order: removal at once or the screening, conditions under a travel restriction, or nothing yet."""
        if not self.state.ordered or _is_covered(self):
            return
        circumstances = self.position.circumstances
        if is_travel_restricted(circumstances, self.at):
            self.owe(SET_TRAVEL_CONDITIONS)
            return
        if self.may_be_executed():
            self.owe(REMOVE_OR_TELL)

    def take_up_execution(self) -> None:
        """Something that bears on the execution of the order was recorded: it stands still, or is owed again."""
        if not self.may_be_executed():
            self.discharge(REMOVE_OR_TELL, SCREEN_AFTER_ORDER, DETAIN_PERSON)
        if self.case.stage is Stage.FREE and self.state.due is not None:
            self.owe_what_is_due()
        elif self._nothing_follows_the_order_yet():
            self.owe_execution()

    def _nothing_follows_the_order_yet(self) -> bool:
        held = self.state.title is not None and self.state.held_under is Occasion.ORDER_ISSUED
        waits = self.case.stage is Stage.FREE or held
        told = self.owes(SCREEN_AFTER_ORDER)
        return waits and not told

    def stand_free(self) -> None:
        """Nothing holds the person: custody ends with the procedure it served, else it is open what follows."""
        if self.is_over():
            self.enter(Stage.ENDED)
            return
        self.enter(Stage.FREE)
        self.owe_what_is_due()

    def owe_what_is_due(self) -> None:
        """Somebody is free: to be detained where a provision commands it, else what the order asks.

        Before the order nothing is owed while provisional stay runs; where it took a detention order that was to issue
        away, a person decides whether custody goes on (61-2-9(2)).
        """
        if self.state.due is None:
            self.owe_execution()
        elif self.state.ordered:
            self.owe_detention(self.today)
        elif self.position.provisional_stay_running(self.at) is not None:
            return
        elif self.state.paper is None:
            self._weigh_what_no_order_carries()
        elif not detention_order_is_stayed(self):
            self.owe_detention(self.today)

    def _weigh_what_no_order_carries(self) -> None:
        if not self.owes(ISSUE_DETENTION_ORDER):
            self.owe(WEIGH_CUSTODY)

    def follow_stay_of_detention_order(self) -> None:
        """A stay of the detention order ends the detention under it; one that is set aside stands no more."""
        stays, paper = stays_of_detention_order(self), self.state.paper
        if paper is None or self.state.ordered:
            return
        if any(one.set_aside for one in stays):
            self._end_detention_by_court()
            self.discharge(*OF_CUSTODY_OPEN)
            self.update(paper=None, due=None)
        elif any(one.stops_detention for one in stays):
            self._end_detention_by_court()
            self.discharge(DETAIN_PERSON)
            self.update(paper=replace(paper, stayed=True))
        else:
            self.weigh_after_stay()

    def _end_detention_by_court(self) -> None:
        if self.case.stage in HELD_BEFORE_ORDER:
            self.lose_title(TitleEnd.COURT)

    def weigh_after_stay(self) -> None:
        """The stay of the detention order ended: who was to be detained is; of who was released a person decides."""
        paper, held = self.state.paper, self.case.stage in HELD
        if paper is None or not paper.stayed or held or detention_order_is_stayed(self):
            return
        self.update(paper=replace(paper, stayed=False))
        if self.case.stage is not Stage.FREE or self.state.ordered or self.is_over():
            return
        if self.state.due is None:
            self.owe(WEIGH_CUSTODY)
        else:
            self.owe_what_is_due()

    def sponsorship_stands(self) -> bool:
        """Whether a Sponsorship that took hold has not ended."""
        return any(one.placed_at is not None and one.ended_at is None for one in self.position.all(Sponsored))

    def release_stands(self) -> bool:
        """Whether a provisional release has not ended."""
        return any(one.ended_at is None for one in self.position.all(ProvisionallyReleased))

    def liberty_stands(self) -> bool:
        """Whether a Sponsorship that took hold, or a provisional or special release, has not ended."""
        return self.sponsorship_stands() or self.release_stands() or self.state.specially_released

    def stand(self) -> None:
        """Where the person stands when another hold ends: under what still stands, else free."""
        under_order = self.state.ordered
        if self.state.specially_released:
            self.enter(Stage.SPECIAL_RELEASE)
            return
        if self.sponsorship_stands():
            self.enter(Stage.SPONSORED_AFTER_ORDER if under_order else Stage.SPONSORED_BEFORE_ORDER)
        elif self.release_stands():
            self.enter(
                Stage.PROVISIONAL_RELEASE_DEPORTATION_ORDER
                if under_order
                else Stage.PROVISIONAL_RELEASE_DETENTION_ORDER
            )
        else:
            self.stand_free()
            return
        self.owe_travel_conditions()

    def owe_travel_conditions(self) -> None:
        """At liberty with an order under a travel restriction: its conditions are owed; the liberty stands (A-41)."""
        if self.state.ordered and is_travel_restricted(self.position.circumstances, self.at):
            self.owe(SET_TRAVEL_CONDITIONS)

    def weigh_proceedings(self) -> None:
        """Held under the order while criminal proceedings stop its execution: a person weighs it (63(2), A-47)."""
        held = self.case.stage is Stage.DETAINED_DEPORTATION_ORDER and self.state.title is not None
        if held and proceedings_run(self.position.circumstances, self.at):
            self.owe(WEIGH_PROCEEDINGS)
        else:
            self.discharge(WEIGH_PROCEEDINGS)


LIBERTY_STANDS = because(
    "liberty_stands",
    ICRRA("44-4(6)"),
    ICRRA("52-4(5)"),
    ICRRA("55(3)"),
    en="Sponsorship, or a provisional or special release, stands: there is no detention to begin or go on with.",
    ja="監理措置、仮放免又は特別放免が存続しており、収容することができない。",
    remedy="Revoke it where a ground exists; out of criminal custody the person is set free.",
)
