"""Custody of the suspect as far as deportation hangs on it: what it opens, and what custody does to it."""

from engine.declaration import upon
from engine.refusal import because, unless
from law.citation import ICRRA
from law.custody import DETAINED, Sponsored
from law.detention_days import DetentionKept
from law.facts import Custody
from law.finding import Answer, Finding
from law.policies import cite
from law.sponsorship import Route
from workflows.custody_effects import (
    CustodyChanged,
    CustodyWeighed,
    EmergencyDetained,
    EmergencyNotApproved,
    Screened,
    SponsorshipDecided,
    SponsorshipEnded,
    SponsorshipNotDecided,
)
from workflows.deportation_case import DeportationCase, Stage
from workflows.papers.custody import OrderFollowed, ScreeningFollowed
from workflows.papers.deportation import ScreeningOutcome
from workflows.papers.deportation_duties import HAND_OVER, INVESTIGATE, SCREEN

_BEFORE_SCREENING = (Stage.INVESTIGATED, Stage.NOTIFIED)
_HANDED_OVER_FROM = frozenset(
    {
        Custody.EMERGENCY_DETAINED,
        Custody.DETAINED_DETENTION_ORDER,
        Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,
    }
)
_STILL_TO_BE_HANDED_OVER = _HANDED_OVER_FROM | {Custody.SET_FREE_IN_DISASTER}


def suspect_is_in_custody(case: DeportationCase) -> Finding[Answer]:
    """Whether the suspect is lawfully held on file, or on provisional release, and so can be handed over."""
    held = case.position.custody_held
    if held is None or held.custody not in _HANDED_OVER_FROM:
        return Finding(Answer.NO, (_NOT_HELD,))
    return unless(held.custody not in DETAINED or held.title is not None, _TITLE_ENDED)


def sponsorship_was_decided(case: DeportationCase) -> Finding[Answer]:
    """Whether the Sponsorship that the screening chose was decided, so that the case can be passed on (44-7)."""
    if case.state.screening is not ScreeningOutcome.SPONSORSHIP:
        return Finding(Answer.YES, ())
    running = (one for one in case.position.all(Sponsored) if one.paragraph.before_order and one.ended_at is None)
    return unless(any(running), _NOT_SPONSORED)


def suspect_is_not_detained(case: DeportationCase) -> Finding[Answer]:
    """Whether nobody holds the suspect in immigration detention: the procedure beside a criminal case knows none."""
    held = case.position.custody_held
    return unless(held is None or held.custody not in DETAINED, _DETAINED)


class CustodyOfSuspect(DeportationCase):
    """What the procedure does with custody and custody with the procedure (39 to 44-8, 52)."""

    def take_to_custody(self, outcome: ScreeningOutcome) -> None:
        """Tell the screening, and open the cases that follow what it chose, where none is open."""
        self.record(Screened(outcome=outcome, deportation=self.case_id))
        if outcome is ScreeningOutcome.NOTHING:
            return
        body = ScreeningFollowed(deportation=self.case_id, outcome=outcome)
        if not self._custody_is_kept():
            self.open("Detention", "follow_screening", body)
        if outcome is ScreeningOutcome.SPONSORSHIP:
            self.open("Sponsorship", "consider_at_screening", body)

    def keep_custody_after_order(self) -> None:
        """Open the case that keeps custody after the order, where none is open."""
        if not self._custody_is_kept():
            self.open("Detention", "follow_order", OrderFollowed(deportation=self.case_id))

    def _custody_is_kept(self) -> bool:
        return any(not one.stage.closed for one in self.position.of("Detention"))

    @upon(EmergencyDetained, basis=(ICRRA("39(1)"), ICRRA("43(1)"), ICRRA("44")))
    def is_detained_in_emergency(self, fact: EmergencyDetained) -> None:
        """The suspect was detained before an order: no notice, no screening; the hand-over is owed."""
        if fact.deportation != self.case_id:
            return
        if self.case.stage in _BEFORE_SCREENING:
            self.discharge(INVESTIGATE, SCREEN)
            self.update(screening=ScreeningOutcome.DETENTION)
            self.owe(HAND_OVER)
            self.enter(Stage.SCREENED)

    @upon(EmergencyNotApproved, basis=ICRRA("43(3)"))
    def loses_the_emergency(self, fact: EmergencyNotApproved) -> None:
        """The emergency was not approved: the suspicion is looked into further, without detention."""
        if fact.deportation == self.case_id:
            self._go_back_to_the_control_officer()

    @upon(SponsorshipDecided, basis=(ICRRA("44"), ICRRA("44-7")))
    def is_sponsored_before_hand_over(self, fact: SponsorshipDecided) -> None:
        """Sponsorship decided before the hand-over: only the case is passed on, without the 48 hours."""
        if self.case.stage is Stage.SCREENED and fact.paragraph.before_order:
            self.update(screening=ScreeningOutcome.SPONSORSHIP)

    @upon(SponsorshipNotDecided, basis=(ICRRA("39(2)"), ICRRA("44-2(1)")))
    def is_not_sponsored_after_all(self, fact: SponsorshipNotDecided) -> None:
        """The Sponsorship that the screening chose was not decided after all: the suspect is screened anew."""
        chosen = self.state.screening is ScreeningOutcome.SPONSORSHIP
        if self.case.stage is Stage.SCREENED and chosen and fact.route is Route.SCREENING:
            self.discharge(HAND_OVER)
            self.update(screening=None)
            self.owe(SCREEN)
            self.enter(Stage.NOTIFIED)

    @upon(SponsorshipEnded, basis=(ICRRA("44"), ICRRA("44-4(1)"), ICRRA("44-4(2)")))
    def loses_sponsorship_before_hand_over(self, fact: SponsorshipEnded) -> None:
        """A decision that had not taken hold is gone: the detained suspect is handed over after all."""
        sponsored = self.case.stage is Stage.SCREENED and self.state.screening is ScreeningOutcome.SPONSORSHIP
        if sponsored and fact.paragraph.before_order and self.position.custody in _STILL_TO_BE_HANDED_OVER:
            self.update(screening=ScreeningOutcome.DETENTION)

    @upon(CustodyChanged, basis=(ICRRA("43(2)"), ICRRA("44"), ICRRA("41(1)"), cite("A-02")))
    def loses_custody_before_hand_over(self, fact: CustodyChanged) -> None:
        """Nobody can be handed over any more: the control officer notifies anew, or closes the case.

        A suspect was released; or is free, or held by others, and no order is there to detain him or her again.
        """
        released = fact.before in DETAINED and fact.after is Custody.FREE
        lost = fact.after in (Custody.FREE, Custody.CRIMINAL_CUSTODY) and not self._somebody_is_to_be_detained()
        if (released or lost) and self.position.provisional_stay_running(self.at) is None:
            self._go_back_to_the_control_officer()

    @upon(CustodyWeighed, basis=(ICRRA("61-2-9(2)"), ICRRA("39(1)")))
    def goes_on_without_detention(self, fact: CustodyWeighed) -> None:
        """A person decided that detention which provisional stay had stopped does not go on."""
        if fact.deportation == self.case_id and not fact.detention:
            self._go_back_to_the_control_officer()

    def _somebody_is_to_be_detained(self) -> bool:
        return any(kept.due is not None for kept in self.position.all(DetentionKept))

    def _go_back_to_the_control_officer(self) -> None:
        if self.case.stage is Stage.SCREENED and self.state.screening is ScreeningOutcome.DETENTION:
            self.discharge(HAND_OVER)
            self.update(screening=None)
            self.owe(INVESTIGATE)
            self.enter(Stage.INVESTIGATED)


_NOT_HELD = because(
    "suspect_not_held",
    ICRRA("44"),
    en="The suspect is not held on file: nobody can be handed over.",
    ja="容疑者が収容されている旨の記録がない。",
    remedy="Put the detention on record; of somebody under Sponsorship pass on the case.",
)
_NOT_SPONSORED = because(
    "sponsorship_not_decided",
    ICRRA("44-7"),
    en="Sponsorship was chosen and is not decided: the case is passed on when it is.",
    ja="監理措置に付する旨の決定がされていない。",
    remedy="Decide the Sponsorship; where none is decided the suspect is screened anew.",
)
_TITLE_ENDED = because(
    "title_ended",
    ICRRA("44"),
    ICRRA("41(1)"),
    en="The title of the detention has ended: the suspect is to be released, not handed over.",
    ja="収容の根拠が失われており、引き渡すことなく放免しなければならない。",
    remedy="Release the suspect.",
)
_DETAINED = because(
    "suspect_detained",
    ICRRA("63(1)"),
    en="The suspect is held in immigration detention; the procedure beside a criminal case knows none.",
    ja="容疑者が収容されており、収容しないで行う手続によることはできない。",
    remedy="Record that criminal custody took the place of the detention.",
)
