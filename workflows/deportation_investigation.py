"""From suspicion to the hand-over: investigation, the departure-order route, screening (27 to 44-9, 55-84, 63)."""

from engine.declaration import act, opening
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.departure_order import TRACK_B_COMMENCED
from law.finding import Answer, Finding
from workflows.custody_effects import HandedOver
from workflows.deportation_case import DeportationCase, Stage, State, may_go_on, proceedings_run, runs_beside
from workflows.deportation_custody import (
    CustodyOfSuspect,
    sponsorship_was_decided,
    suspect_is_in_custody,
    suspect_is_not_detained,
)
from workflows.deportation_record import (
    ExaminationBegun,
    GoneOnBesideCriminalCase,
    InvestigationBegun,
    InvestigationClosed,
    PassedForDepartureOrder,
    SentBack,
    SuspicionNotified,
    WishToLeaveDeclared,
)
from workflows.papers.deportation import DepartureRoute, Reasoned, Screening, ScreeningOutcome, SuspectedGround
from workflows.papers.deportation_duties import (
    EXAMINE,
    EXAMINE_FOR_DEPARTURE,
    FINDING_NOTICE,
    HAND_OVER,
    INVESTIGATE,
    SCREEN,
    WISH_CONFIRMATION,
)
from workflows.papers.enforcement import GroundArisen

_BEFORE_NOTICE = (
    Stage.INVESTIGATED,
    Stage.DEPARTURE_ROUTE,
    Stage.NOTIFIED,
    Stage.SCREENED,
    Stage.UNDER_EXAMINATION,
    Stage.FOUND,
)
"""Until the notice of the finding is received a wish to leave opens the departure order (24-3(i)(ro))."""


def custody_rules_apply(case: DeportationCase) -> Finding[Answer]:
    """Whether screening, detention, Sponsorship and hand-over are part of the procedure (63(1))."""
    return unless(not runs_beside(case), _NO_PART_BESIDE_CRIMINAL_CASE)


def goes_on_beside_criminal_case(case: DeportationCase) -> Finding[Answer]:
    """Whether the procedure goes on beside criminal proceedings, so that no hand-over opens the examination."""
    return unless(case.state.beside_criminal_case, _HAND_OVER_FIRST)


class Investigation(CustodyOfSuspect):
    """The steps A1 to A5'."""

    @opening(
        by=Power.INVESTIGATE_VIOLATION,
        basis=(ICRRA("24(viii)"), ICRRA("24(ix)"), ICRRA("27")),
        ja="新たな退去強制事由に係る違反調査の開始",
        inner=True,
    )
    def take_up_ground(self, body: GroundArisen) -> None:
        """Begin the investigation on a ground that arose by what another case of the person saw."""
        arisen = SuspectedGround(ground=body.ground, since=body.since)
        self.begin(State(grounds=(arisen,)), Stage.INVESTIGATED)
        self.owe(INVESTIGATE)
        self.record(InvestigationBegun(grounds=(body.ground,)))

    @act(
        by=Power.CONFIRM_WISH_TO_LEAVE,
        at=_BEFORE_NOTICE,
        basis=(ICRRA("24-3(i)"), ORD("50-51")),
        when=(may_go_on,),
        ja="出国意思の表明の確認",
    )
    def declare_wish_to_leave(self) -> None:
        """Confirm that the suspect told an officer that he or she will leave promptly."""
        before = self.state.declared_at
        counts = before is not None and before >= TRACK_B_COMMENCED
        self.update(declared_at=before if counts else self.at)
        self.serve(WISH_CONFIRMATION)
        self.served(WISH_CONFIRMATION, self.today)
        self.record(WishToLeaveDeclared())

    @act(
        by=Power.INVESTIGATE_VIOLATION,
        at=(Stage.INVESTIGATED, Stage.NOTIFIED),
        basis=ICRRA("27"),
        when=(may_go_on,),
        ja="違反調査の終了",
    )
    def close_investigation(self, body: Reasoned) -> None:
        """Close the investigation: the suspicion did not hold."""
        self.record(InvestigationClosed())
        self.enter(Stage.INVESTIGATION_CLOSED)

    @act(
        by=Power.INVESTIGATE_VIOLATION,
        at=(Stage.INVESTIGATED, Stage.NOTIFIED, Stage.SCREENED),
        basis=ICRRA("63(1)"),
        when=(may_go_on, proceedings_run, suspect_is_not_detained),
        ja="刑事手続と併行する手続",
    )
    def go_on_beside_criminal_case(self) -> None:
        """Go on beside criminal proceedings, without detention or Sponsorship."""
        self.update(beside_criminal_case=True, screening=None)
        self.discharge(SCREEN, HAND_OVER)
        self.owe(INVESTIGATE)
        self.record(GoneOnBesideCriminalCase())
        self.enter(Stage.INVESTIGATED)

    @act(
        by=Power.HAND_OVER_SUSPECT,
        at=Stage.INVESTIGATED,
        basis=ICRRA("55-84(1)"),
        when=(may_go_on,),
        ja="出国命令に係る違反事件の引継ぎ",
    )
    def pass_for_departure_order(self, body: DepartureRoute) -> None:
        """Pass the case, not the person, to the inspector, in place of the notice to the supervising inspector."""
        self.require_eligible(body.assessment)
        self.update(assessment=body.assessment)
        self.discharge(INVESTIGATE)
        self.owe(EXAMINE_FOR_DEPARTURE)
        self.record(PassedForDepartureOrder())
        self.enter(Stage.DEPARTURE_ROUTE)

    @act(
        by=Power.EXAMINE,
        at=(Stage.DEPARTURE_ROUTE, Stage.FOUND),
        basis=(ICRRA("55-84(3)"), ICRRA("47(2)")),
        when=(may_go_on,),
        ja="出国命令対象者該当の認定",
    )
    def find_eligible(self, body: DepartureRoute) -> None:
        """Find the suspect eligible for a departure order and tell the supervising inspector."""
        self.update(inspector=self.decider.id, assessment=body.assessment)
        self.withdraw_notice(FINDING_NOTICE)
        self.end_with_departure_order(body.assessment)

    @act(
        by=Power.EXAMINE,
        at=Stage.DEPARTURE_ROUTE,
        basis=ICRRA("55-84(4)"),
        when=(may_go_on,),
        ja="違反事件の差戻し",
    )
    def send_back(self, body: Reasoned) -> None:
        """Tell the control officer that the suspect may be deportable, and send the case back."""
        self.discharge(EXAMINE_FOR_DEPARTURE)
        self.owe(INVESTIGATE)
        self.record(SentBack())
        self.enter(Stage.INVESTIGATED)

    @act(
        by=Power.NOTIFY_SUSPECT_CASE,
        at=Stage.INVESTIGATED,
        basis=ICRRA("39(1)"),
        when=(may_go_on, custody_rules_apply),
        ja="主任審査官への通知",
    )
    def notify(self, body: Reasoned) -> None:
        """Tell the supervising inspector that there is reasonable ground to suspect Article 24."""
        self.discharge(INVESTIGATE)
        self.owe(SCREEN)
        self.record(SuspicionNotified())
        self.enter(Stage.NOTIFIED)

    @act(
        by=Power.SCREEN,
        at=Stage.NOTIFIED,
        basis=(ICRRA("39(2)"), ICRRA("44-2(1)"), ICRRA("39-2(1)")),
        when=(may_go_on, custody_rules_apply),
        ja="監理措置か収容かの審査",
    )
    def screen(self, body: Screening) -> None:
        """Decide in one decision between Sponsorship, detention and nothing."""
        self.require(
            body.sponsorship_considered or body.outcome is not ScreeningOutcome.DETENTION, _SPONSORSHIP_NOT_CONSIDERED
        )
        self.discharge(SCREEN)
        if body.outcome is ScreeningOutcome.NOTHING:
            self.owe(INVESTIGATE)
            self.enter(Stage.INVESTIGATED)
        else:
            self.update(screening=body.outcome)
            self.owe(HAND_OVER)
            self.enter(Stage.SCREENED)
        self.take_to_custody(body.outcome)

    @act(
        by=Power.HAND_OVER_SUSPECT,
        at=Stage.SCREENED,
        basis=ICRRA("44"),
        when=(may_go_on, custody_rules_apply, suspect_is_in_custody),
        ja="容疑者の引渡し",
    )
    def hand_over_person(self) -> None:
        """Hand over the detained suspect with the file to the inspector."""
        self._hand_over(ScreeningOutcome.DETENTION)

    @act(
        by=Power.HAND_OVER_SUSPECT,
        at=Stage.SCREENED,
        basis=ICRRA("44-7"),
        when=(may_go_on, custody_rules_apply, sponsorship_was_decided),
        ja="違反事件の引継ぎ",
    )
    def hand_over_case(self) -> None:
        """End the investigation and pass on the case of somebody under Sponsorship."""
        self._hand_over(ScreeningOutcome.SPONSORSHIP)

    @act(
        by=Power.EXAMINE,
        at=Stage.INVESTIGATED,
        basis=(ICRRA("45(1)"), ICRRA("63(1)")),
        when=(may_go_on, goes_on_beside_criminal_case, proceedings_run),
        ja="刑事手続と併行する審査の開始",
    )
    def begin_examination(self, body: Reasoned) -> None:
        """Begin the examination beside a criminal case, when the investigation gives ground to believe in it."""
        self.discharge(INVESTIGATE)
        self.record(ExaminationBegun())
        self._examine()

    def _hand_over(self, outcome: ScreeningOutcome) -> None:
        self.require(self.state.screening is outcome, _OTHER_HAND_OVER)
        self.discharge(HAND_OVER)
        self.record(HandedOver(with_person=outcome is ScreeningOutcome.DETENTION))
        self._examine()

    def _examine(self) -> None:
        self.owe(EXAMINE)
        self.enter(Stage.UNDER_EXAMINATION)


_NO_PART_BESIDE_CRIMINAL_CASE = because(
    "no_part_beside_criminal_case",
    ICRRA("63(1)"),
    en="Screening, detention, Sponsorship and hand-over are no part of the procedure beside a criminal case.",
    ja="刑事手続と併行する手続では、収容等に関する規定は適用されない。",
    remedy="Begin the examination, or wait for the end of the proceedings.",
)
_HAND_OVER_FIRST = because(
    "hand_over_first",
    ICRRA("45(1)"),
    ICRRA("63(1)"),
    en="The examination begins with the hand-over of the suspect or of the case.",
    ja="審査は、容疑者の引渡し又は違反事件の引継ぎを受けて行う。",
    remedy="Notify, screen and hand over first.",
)
_SPONSORSHIP_NOT_CONSIDERED = because(
    "sponsorship_not_considered",
    ICRRA("39(2)"),
    ICRRA("44-2(1)"),
    en="No detention without considering Sponsorship.",
    ja="監理措置に付することの検討を経ずに収容の判断はできない。",
    remedy="Consider Sponsorship.",
)
_OTHER_HAND_OVER = because(
    "other_hand_over",
    ICRRA("44"),
    ICRRA("44-7"),
    en="A detained suspect is handed over; of somebody under Sponsorship only the case is.",
    ja="収容した容疑者は引き渡し、監理措置に付した者については違反事件を引き継ぐ。",
    remedy="Use the other hand-over.",
)
