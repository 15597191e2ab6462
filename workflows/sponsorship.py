"""Sponsorship (監理措置): from the question through the decision to its end, with a Sponsor and perhaps a deposit.

One procedure in several files along the law, since one decision, one Sponsor and one deposit hold it together: the
question, the decision, the deposit, the supervised person, the Sponsor, the vacancy, the end; here what other cases of
the person do to it.
"""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import upon
from law.citation import ICRRA
from law.custody import DETAINED, Sponsored
from law.facts import Custody
from law.policies import cite
from law.sponsorship import Route
from law.sponsorship_end import LapseCause, lapses_with
from law.supervision import RequestRefused
from workflows.custody_effects import CustodyChanged, EmergencyNotApproved, SponsorshipDecided
from workflows.effects import (
    Departed,
    DeportationOrderIssued,
    DeportationOrderWithdrawn,
    Died,
    FoundNotDeportable,
    GrantTookEffect,
    SpecialPermissionGranted,
)
from workflows.enforcement_effects import DepartureOrdered
from workflows.papers.sponsorship_duties import DECIDE_UNPAID, DUTIES, END_FOR_STATUS, NOTICES
from workflows.sponsorship_case import DECIDED, Stage, State, terms_of
from workflows.sponsorship_ending import Ending
from workflows.sponsorship_question import Question
from workflows.sponsorship_supervision import SupervisedPerson
from workflows.sponsorship_vacancy import Vacancy


class Sponsorship(Ending, Vacancy, SupervisedPerson, Question):
    """Sponsorship before and after the deportation order (44-2 to 44-4, 44-6 to 44-9, 52-2 to 52-7, 52-8(5)).

    The paragraph of the decision is kept: the deposit hangs on it, never on custody today (DT-06). A missed deposit
    and a missing Sponsor make revocation owed; revoking is always an act. The lapses of 44-8 happen in the instant of
    their event. Detention, and the permission for paid work, are procedures of their own.

    Not decided here: whether not detaining is appropriate, how great a risk is, whether somebody is fit or a suspicion
    sufficient: the supervising immigration inspector records it with reasons.
    """

    en = "Sponsorship"
    ja = "監理措置"
    duties = DUTIES
    notices = NOTICES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The Sponsorship that was decided, with its terms; or the refusal of a request."""
        state = case.state
        if state.paragraph is not None and state.decided_at is not None:
            unpaid = state.deposit is not None and state.deposit.unpaid
            yield Sponsored(case.id, state.paragraph, state.decided_at, state.placed_at, state.ended_at, unpaid)
            yield terms_of(case, state.paragraph, state.decided_at)
        if state.refused_in_writing is not None:
            yield RequestRefused(case.id, in_writing=state.refused_in_writing)

    @upon(SponsorshipDecided, basis=(ICRRA("44-2(6)"), ICRRA("52-2(5)")))
    def is_answered_elsewhere(self, fact: SponsorshipDecided) -> None:
        """Another question of the person was answered with Sponsorship: nothing is left to ask here."""
        if self.case.stage is Stage.CONSIDERED:
            self.moot()

    @upon(CustodyChanged, basis=(ICRRA("44-2(8)"), ICRRA("52-2(5)"), ICRRA("52-2(7)"), cite("A-34"), cite("A-39")))
    def follows_custody(self, fact: CustodyChanged) -> None:
        """Whoever waited for the deposit and is out of detention otherwise: a person decides what follows.

        Of somebody released specially nothing is left to decide: neither held nor provisionally released (A-39). A
        command is closed by a person.
        """
        asked = self.case.stage is Stage.CONSIDERED and self.state.route is not Route.COMMAND
        if asked and fact.after is Custody.SPECIAL_RELEASE:
            self.moot()
        if self.case.stage is not Stage.AWAITS_DEPOSIT:
            return
        if fact.after in DETAINED:
            self.discharge(DECIDE_UNPAID)
        else:
            self.owe(DECIDE_UNPAID)

    @upon(FoundNotDeportable, basis=(ICRRA("44-8(i)"), ICRRA("44-8(ii)"), ICRRA("44-8(iii)")))
    def lapses_without_ground(self, fact: FoundNotDeportable) -> None:
        """No item of Article 24 applies: Sponsorship lapses."""
        self._lapse(LapseCause.NO_GROUND_FOUND)

    @upon(EmergencyNotApproved, basis=(ICRRA("43(3)"), ICRRA("44-8(i)")))
    def lapses_with_emergency(self, fact: EmergencyNotApproved) -> None:
        """No item of Article 24 applies to somebody detained in an emergency: alike, though 44-8 does not name it."""
        self._lapse(LapseCause.NO_GROUND_FOUND)

    @upon(SpecialPermissionGranted, basis=ICRRA("44-8(iv)"))
    def lapses_with_permission(self, fact: SpecialPermissionGranted) -> None:
        """Special permission to stay was granted: Sponsorship lapses."""
        self._lapse(LapseCause.SPECIAL_PERMISSION)

    @upon(DepartureOrdered, basis=ICRRA("44-8(v)"))
    def lapses_with_departure_order(self, fact: DepartureOrdered) -> None:
        """Departure was ordered: Sponsorship before the deportation order lapses, no other."""
        self._lapse(LapseCause.DEPARTURE_ORDERED)

    @upon(DeportationOrderIssued, basis=ICRRA("44-8(vi)"))
    def lapses_with_order(self, fact: DeportationOrderIssued) -> None:
        """The deportation order issued: Sponsorship before it does not outlive it by a second."""
        if self.case.stage is Stage.CONSIDERED:
            if self.state.route is Route.SCREENING:
                self.moot()
        else:
            self._lapse(LapseCause.ORDER_ISSUED)

    @upon(DeportationOrderWithdrawn, basis=ICRRA("52-6"))
    def lapses_without_order(self, fact: DeportationOrderWithdrawn) -> None:
        """The deportation order lost its effect, and no other is in force: Sponsorship after it lapses.

        Nobody is held under it any more, and the detention order that it spent does not revive: no question is left.
        """
        if self.position.order_in_force(self.at) is not None:
            return
        if self.case.stage is Stage.CONSIDERED:
            self.moot()
        else:
            self._lapse(LapseCause.ORDER_LOST_EFFECT)

    @upon(GrantTookEffect, basis=(ICRRA("61-2-9(1)"), cite("A-42")))
    def gives_way_to_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted: Sponsorship is to be ended by a recorded act."""
        if self.case.stage is Stage.CONSIDERED:
            self.moot()
        elif self.case.stage in DECIDED:
            self.stand_still()
            self.owe(END_FOR_STATUS)

    @upon(Departed, basis=(ICRRA("52-6"), ICRRA("44-2(1)")))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan."""
        self._lose_object()

    @upon(Died, basis=ICRRA("44-3(4)(ii)"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._lose_object()

    def _lapse(self, cause: LapseCause) -> None:
        if not lapses_with(cause, before_order=self.before_order):
            return
        if self.case.stage is Stage.CONSIDERED:
            self.moot()
        elif self.case.stage in DECIDED:
            self.lapse_with(cause)

    def _lose_object(self) -> None:
        if self.case.stage is Stage.CONSIDERED:
            self.moot()
        elif self.case.stage in DECIDED:
            self.lose_object(person_can_be_told=False)
