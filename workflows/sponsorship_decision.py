"""The decision of Sponsorship and its papers (44-2, 44-3(1), 52-2, 52-3(1), 52-8(5))."""

from engine.declaration import act
from engine.refusal import Refusal, because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody import Paragraph
from law.custody_clocks import DEPOSIT_DATE, NOTIFICATION
from law.deposit import Deposit, may_be_due, may_be_set
from law.deposit import Terms as DepositTerms
from law.detention_review import DeparturePlan, plan_is_missing
from law.finding import Answer, Finding
from law.policies import cite
from law.sponsorship import (
    Candidate,
    Weighed,
    conditions_complete,
    may_be_decided,
    may_be_sponsor,
    paragraph_of,
    waits_for_deposit,
)
from workflows.custody_effects import SponsorshipDecided
from workflows.papers.detention_review import PlanOccasion, PlanOwed
from workflows.papers.sponsor import SponsorChosen
from workflows.papers.sponsorship import DepositSet, Reasoned, SponsorshipDecision
from workflows.papers.sponsorship_duties import (
    DECIDE,
    DECIDE_UNPAID,
    HAND_OVER_PAPERS,
    OBEY_COMMAND,
    SPONSOR_COPY,
    SPONSORSHIP_NOTICE,
    TELL_CONTROL_OFFICER,
)
from workflows.sponsorship_case import (
    DECIDED,
    Sponsor,
    SponsorshipCase,
    Stage,
    has_an_order,
    may_go_on,
    may_take_hold_unpaid,
    release_is_owed,
)
from workflows.sponsorship_question import DECIDED_ALREADY
from workflows.sponsorship_record import ControlOfficerTold, DepositStillAwaited, PapersHandedOver, PlacedUnpaid

_DECISION = (ICRRA("44-2(1)"), ICRRA("44-2(6)"), ICRRA("52-2(1)"), ICRRA("52-2(5)"), ICRRA("52-8(5)"), ORD("36-2"))
_PAPERS = (ICRRA("44-2(7)"), ICRRA("52-2(6)"), ORD("36-2(9)"))
_TELL = (ICRRA("44-2(3)"), ICRRA("52-2(3)"))


def papers_wait(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the notice and its copy are still to be handed over."""
    return unless(case.owes(HAND_OVER_PAPERS), _PAPERS_HANDED_OVER)


def control_officer_waits(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the control officer is still to be told of a decision at a screening."""
    return unless(case.owes(TELL_CONTROL_OFFICER), _NOBODY_TO_TELL)


def unpaid_is_to_be_decided(case: SponsorshipCase) -> Finding[Answer]:
    """Whether a person is still to decide what follows from an unpaid deposit after a release."""
    return unless(case.owes(DECIDE_UNPAID), _NOTHING_UNPAID_TO_DECIDE)


def has_a_paragraph(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the law opens a paragraph for a decision on this person now."""
    found = _paragraph(case)
    return Finding(Answer.NO if found.value is None else Answer.YES, found.reasons)


def _paragraph(case: SponsorshipCase) -> Finding[Paragraph | None]:
    owed = release_is_owed(case)
    return paragraph_of(case.state.route, case.position.custody, after_order=has_an_order(case), release_owed=owed)


class Decision(SponsorshipCase):
    """The decision, and the papers that carry it."""

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.CONSIDERED,
        basis=_DECISION,
        when=(may_go_on, has_a_paragraph),
        ja="監理措置決定",
    )
    def decide(self, body: SponsorshipDecision) -> None:
        """Decide Sponsorship under the paragraph that custody opens: test, Sponsor, conditions, deposit, first day."""
        paragraph = self._paragraph_open()
        self.require(not self.other_decision_stands(), DECIDED_ALREADY)
        weighed = body.weighed
        self.require(may_be_decided(paragraph, Weighed(weighed.suspected, weighed.risks, weighed.appropriate)))
        self.require(conditions_complete(body.terms.conditions, before_order=paragraph.before_order))
        self.designate(NOTIFICATION, self.today, body.notify_by)
        deposit = self._deposit(body.deposit, paragraph)
        self.update(
            paragraph=paragraph,
            decided_at=self.at,
            sponsor=self.sponsor_of(body.sponsor),
            conditions=body.terms.conditions,
            deposit=deposit,
            notify_by=body.notify_by,
        )
        self.discharge(DECIDE, OBEY_COMMAND)
        self._take_hold(paragraph, deposit)

    @act(by=Power.HAND_OVER_DOCUMENTS, at=DECIDED, basis=_PAPERS, when=(papers_wait,), ja="監理措置決定通知書等の交付")
    def hand_over_papers(self) -> None:
        """Hand the notice to the person and its certified copy to the Sponsor."""
        self.served(SPONSORSHIP_NOTICE, self.today)
        self.served(SPONSOR_COPY, self.today)
        self.discharge(HAND_OVER_PAPERS)
        self.record(PapersHandedOver())

    @act(by=Power.DECIDE_SPONSORSHIP, at=DECIDED, basis=_TELL, when=(control_officer_waits,), ja="入国警備官への通知")
    def tell_control_officer(self) -> None:
        """Tell the control officer of the decision."""
        self.discharge(TELL_CONTROL_OFFICER)
        self.record(ControlOfficerTold())

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.AWAITS_DEPOSIT,
        basis=(ICRRA("44-2(8)"), ICRRA("52-2(7)"), cite("A-34")),
        when=(may_go_on, may_take_hold_unpaid),
        ja="保証金未納のまま監理措置に付する旨の決定",
    )
    def place_unpaid(self, body: Reasoned) -> None:
        """Let Sponsorship take hold of somebody released because the time ran out, though the deposit is unpaid."""
        self.discharge(DECIDE_UNPAID)
        self.update(placed_unpaid=True)
        self.record(PlacedUnpaid())
        self.place()

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.AWAITS_DEPOSIT,
        basis=(ICRRA("44-2(8)"), ICRRA("52-2(7)"), cite("A-34")),
        when=(unpaid_is_to_be_decided,),
        ja="保証金の納付を引き続き待つ旨の判断",
    )
    def wait_for_deposit(self, body: Reasoned) -> None:
        """Let the decision wait for its deposit, though the person is detained no more."""
        self.discharge(DECIDE_UNPAID)
        self.record(DepositStillAwaited())

    def _paragraph_open(self) -> Paragraph:
        found = _paragraph(self)
        if found.value is None:
            raise Refusal(*found.reasons)
        return found.value

    def sponsor_of(self, chosen: SponsorChosen) -> Sponsor:
        """The Sponsor to keep, refused unless he, she or it understands, consents and is fit."""
        self.require(may_be_sponsor(Candidate(chosen.understands, chosen.consents, chosen.fit)))
        return Sponsor(chosen.reference, chosen.kind)

    def owe_papers(self) -> None:
        """The notice and its certified copy are to be handed over."""
        for notice in (SPONSORSHIP_NOTICE, SPONSOR_COPY):
            self.withdraw_notice(notice)
            self.serve(notice)
        self.owe(HAND_OVER_PAPERS)

    def _deposit(self, wanted: DepositSet | None, paragraph: Paragraph) -> Deposit | None:
        if wanted is None:
            return None
        self.require(may_be_set(DepositTerms(**dict(wanted)), paragraph))
        if wanted.due is not None:
            self.require(may_be_due(wanted.due, self.today))
            self.start(DEPOSIT_DATE, on=self.today, until=wanted.due)
        return Deposit(wanted.amount, minor=wanted.minor, due=wanted.due)

    def _take_hold(self, paragraph: Paragraph, deposit: Deposit | None) -> None:
        waits = waits_for_deposit(paragraph, self.position.custody, deposit_unpaid=deposit is not None)
        self.owe_papers()
        if paragraph.at_screening:
            self.owe(TELL_CONTROL_OFFICER)
        self.record(SponsorshipDecided(sponsorship=self.case_id, paragraph=paragraph, awaits_deposit=waits))
        self.update(waited_for_deposit=waits)
        if not paragraph.before_order:
            self._take_up_plan()
        if waits:
            self.enter(Stage.AWAITS_DEPOSIT)
        else:
            self.place()

    def _take_up_plan(self) -> None:
        """After the order a departure plan is owed, where none is drawn up or owed already (52-8(1)(ii))."""
        order = self.position.order_in_force(self.at)
        owed = any(not each.stage.closed for each in self.position.of("DetentionReview"))
        if not owed and plan_is_missing(self.position.all(DeparturePlan), order):
            self.open("DetentionReview", "begin_plan", PlanOwed(occasion=PlanOccasion.SPONSORSHIP))


_PAPERS_HANDED_OVER = because(
    "papers_handed_over",
    *_PAPERS,
    en="The notice and its copy are handed over.",
    ja="通知書及び謄本は交付済みである。",
    remedy="Nothing is left to be done.",
)
_NOBODY_TO_TELL = because(
    "control_officer_told",
    *_TELL,
    en="The control officer was told, or the decision is none of a screening.",
    ja="入国警備官への通知を要しない。",
    remedy="Nothing is left to be done.",
)
_NOTHING_UNPAID_TO_DECIDE = because(
    "nothing_unpaid_to_decide",
    ICRRA("44-2(8)"),
    ICRRA("52-2(7)"),
    cite("A-34"),
    en="Nobody has to decide what follows from an unpaid deposit.",
    ja="保証金の未納について決すべき事項がない。",
    remedy="Take the payment, on which a detainee is released.",
)
