"""The detention order: issued, extended, used up (39-2, 40, 41, 43(2), (3), 44, 44-4(3), (8), (9))."""

from dataclasses import replace
from datetime import timedelta

from engine.declaration import act, lapse, upon
from engine.refusal import because, unless
from law import detention_reasons as reason
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody import Title
from law.custody_clocks import DETENTION_EXTENSION, DETENTION_LIMIT, HAND_OVER_LIMIT
from law.detention import Footing, Occasion, TitleEnd
from law.detention_days import days_left, may_be_extended
from law.finding import Answer, Finding
from law.policies import cite
from workflows.custody_effects import EmergencyNotApproved, HandedOver
from workflows.deportation_case import Stage as DeportationStage
from workflows.detention_case import DetentionCase, OrderPaper, Stage
from workflows.detention_record import (
    DetentionExtended,
    DetentionForgone,
    DetentionOrderExpired,
    DetentionOrderIssued,
)
from workflows.detention_standing import Standing, procedure_goes_on
from workflows.papers.deportation import Reasoned
from workflows.papers.detention import DetentionOrderPaper, Extension
from workflows.papers.detention import EmergencyNotApproved as NotApproved
from workflows.papers.detention_duties import (
    DECIDE_SPONSORSHIP,
    DETAIN_PERSON,
    EXTEND_OR_FORGO,
    ISSUE_DETENTION_ORDER,
    RESOLVE_SIXTY_DAYS,
    SHOW_PAPERS,
    TAKE_BACK,
)

_ISSUE = (ICRRA("39-2(1)"), ICRRA("40"), ICRRA("43(2)"), ICRRA("44-4(3)"), ICRRA("44-4(8)"), ORD("35"), cite("A-31"))
_LIMIT = (ICRRA("41(1)"), cite("A-03"))
_NEEDS_ORDER = (Occasion.AFTER_SCREENING, Occasion.SPONSORSHIP_REVOKED)
_TAKEN_UNDER_ORDER = (*_NEEDS_ORDER, Occasion.RELEASE_REVOKED, Occasion.RELEASE_EXPIRED)


def an_order_has_a_footing(case: DetentionCase) -> Finding[Answer]:
    """Whether a detention order is due: after emergency detention, a screening for detention, or a revocation."""
    state = case.state
    if case.case.stage is Stage.EMERGENCY_DETAINED:
        return unless(state.title is not None, _TITLE_ENDED)
    return unless(state.due in _NEEDS_ORDER and state.paper is None and not state.ordered, _NO_FOOTING)


def an_unexecuted_order_has_expired(case: DetentionCase) -> Finding[Answer]:
    """Whether the validity of the order ran out before the person was found (44-4(8))."""
    paper = case.state.paper
    expired = paper is not None and not paper.executed and paper.valid_until < case.today
    return unless(expired, _NOT_EXPIRED)


def emergency_awaits_approval(case: DetentionCase) -> Finding[Answer]:
    """Whether the emergency detention still has its title, so that it can be refused approval (43(3))."""
    return unless(case.state.title is not None, _TITLE_ENDED)


def an_order_may_be_extended(case: DetentionCase) -> Finding[Answer]:
    """Whether a detention order stands, and the thirty days run where somebody is held under it (41(1))."""
    if case.state.paper is None:
        return Finding(Answer.NO, (_NO_DETENTION_ORDER,))
    if case.extension:
        return Finding(Answer.NO, (reason.EXTENDED_ALREADY,))
    held = case.case.stage is Stage.DETAINED_DETENTION_ORDER
    return unless(not held or case.case.clock(DETENTION_LIMIT) is not None, reason.EXTENSION_TOO_LATE)


def no_ordinary_day_is_left(case: DetentionCase) -> Finding[Answer]:
    """Whether somebody is to be detained for whom no ordinary day is left (A-33)."""
    taken = case.state.due in _TAKEN_UNDER_ORDER and not case.state.ordered
    spent = case.days_spent().value
    left = taken and days_left(spent, case.extension) > 0
    return unless(taken and not left, reason.NO_DAY_LEFT_BUT if left else _NOBODY_TO_DETAIN)


class DetentionOrders(Standing):
    """The steps of the supervising inspector, and the limits that run out by themselves."""

    @act(
        by=Power.ISSUE_DETENTION_ORDER,
        at=(Stage.FREE, Stage.EMERGENCY_DETAINED, Stage.CRIMINAL_CUSTODY),
        basis=_ISSUE,
        when=(procedure_goes_on, an_order_has_a_footing),
        ja="収容令書の発付",
    )
    def issue_detention_order(self, body: DetentionOrderPaper) -> None:
        """Issue a detention order and hand it to the control officer."""
        self.require(body.valid_until >= self.today, _VALID_IN_THE_PAST)
        emergency = self.case.stage is Stage.EMERGENCY_DETAINED
        self.require(not emergency or body.sponsorship_appropriate is not None, _VIEW_NOT_RECORDED)
        footing = self._footing(emergency=emergency)
        view = body.sponsorship_appropriate
        self.discharge(ISSUE_DETENTION_ORDER)
        self.update(paper=OrderPaper(footing, self.at, body.valid_until, executed=emergency))
        self.record(DetentionOrderIssued(footing=footing, valid_until=body.valid_until, sponsorship_appropriate=view))
        if emergency:
            self._carry_emergency(sponsorship_appropriate=bool(view))
        elif self.case.stage is Stage.FREE:
            self.owe_detention(self.today)

    def _footing(self, *, emergency: bool) -> Footing:
        if emergency:
            return Footing.EMERGENCY
        if self.state.due is Occasion.AFTER_SCREENING:
            return Footing.SCREENING
        return Footing.REISSUE if self.state.reissue else Footing.REVOCATION

    def _carry_emergency(self, *, sponsorship_appropriate: bool) -> None:
        """The order is now the title; the days and the 48 hours go on from the restraint."""
        self.update(title=Title.DETENTION_ORDER)
        self.owe(SHOW_PAPERS)
        if sponsorship_appropriate and not self.state.decided_sponsorship:
            self.owe(DECIDE_SPONSORSHIP)
        self.enter(Stage.DETAINED_DETENTION_ORDER)

    @act(
        by=Power.DETAIN,
        at=(Stage.FREE, Stage.CRIMINAL_CUSTODY),
        basis=ICRRA("44-4(8)"),
        when=(an_unexecuted_order_has_expired,),
        ja="収容令書の有効期間の経過の通知",
    )
    def report_expired_order(self) -> None:
        """Tell the supervising inspector that the validity of the order ran out before the person was found."""
        self.update(paper=None, reissue=self.state.due is Occasion.SPONSORSHIP_REVOKED)
        self.discharge(DETAIN_PERSON, EXTEND_OR_FORGO, RESOLVE_SIXTY_DAYS)
        self.owe(ISSUE_DETENTION_ORDER)
        self.record(DetentionOrderExpired())

    @act(
        by=Power.ISSUE_DETENTION_ORDER,
        at=Stage.EMERGENCY_DETAINED,
        basis=ICRRA("43(3)"),
        when=(emergency_awaits_approval,),
        ja="要急収容を認めない判断",
    )
    def refuse_emergency(self, body: NotApproved) -> None:
        """Not approve the emergency detention, since no item of Article 24 applies: release at once."""
        self.require(body.no_item_applies, _ITEM_APPLIES)
        self.discharge(ISSUE_DETENTION_ORDER)
        self.lose_title(TitleEnd.NOT_APPROVED)
        self.record(EmergencyNotApproved(deportation=self.state.deportation))

    @act(
        by=Power.EXTEND_DETENTION,
        at=(Stage.DETAINED_DETENTION_ORDER, Stage.FREE, Stage.SET_FREE_IN_DISASTER),
        basis=(ICRRA("41(1)"), cite("A-33")),
        when=(procedure_goes_on, an_order_may_be_extended),
        ja="収容期間の延長",
    )
    def extend(self, body: Extension) -> None:
        """Extend the detention order for unavoidable reasons, once, by at most thirty days."""
        held = self.case.stage is Stage.DETAINED_DETENTION_ORDER
        spent = self.days_spent().value
        self.require(may_be_extended(body.days, extension=self.extension, spent=spent, held=held))
        clock = self.case.clock(DETENTION_LIMIT)
        if clock is not None:
            self.stop(DETENTION_LIMIT)
            self.start(DETENTION_EXTENSION, on=clock.last_day, until=clock.last_day + timedelta(days=body.days))
        if self.state.paper is not None:
            self.update(paper=replace(self.state.paper, extension=body.days))
        self.record(DetentionExtended(days=body.days))
        if not held:
            self.discharge(EXTEND_OR_FORGO)
            self.owe(DETAIN_PERSON if self.case.stage is Stage.FREE else TAKE_BACK)

    @act(
        by=Power.EXTEND_DETENTION,
        at=(Stage.FREE, Stage.SET_FREE_IN_DISASTER),
        basis=(ICRRA("41(1)"), ICRRA("44-4(9)"), cite("A-33")),
        when=(no_ordinary_day_is_left,),
        ja="収容しない旨の記録",
    )
    def forgo_detention(self, body: Reasoned) -> None:
        """Record that no detention takes place, since no day is left; the procedure goes on without it."""
        self.update(due=None, paper=None)
        self.discharge(EXTEND_OR_FORGO, RESOLVE_SIXTY_DAYS, DETAIN_PERSON, ISSUE_DETENTION_ORDER)
        self.record(DetentionForgone())
        self.enter(Stage.FREE)

    @upon(HandedOver, basis=(ICRRA("44"), ICRRA("44-7")))
    def is_handed_over(self, fact: HandedOver) -> None:
        """The suspect or the case reached the inspector: the 48 hours are kept."""
        case = self.deportation_case
        reached = case is None or case.stage is DeportationStage.UNDER_EXAMINATION
        if reached and not self.case.stage.closed:
            self.update(handed_over=True)
            self.stop(HAND_OVER_LIMIT)

    @lapse(HAND_OVER_LIMIT, basis=ICRRA("44"))
    def was_not_handed_over(self) -> None:
        """48 hours passed without a hand-over: the detention is unlawful, and release is owed at once."""
        self.break_limit(TitleEnd.NOT_HANDED_OVER)

    @lapse(DETENTION_LIMIT, basis=_LIMIT)
    def time_is_used_up(self) -> None:
        """The thirty days are used up and the person is still held: release is owed at once."""
        self._use_up()

    @lapse(DETENTION_EXTENSION, basis=_LIMIT)
    def extension_is_used_up(self) -> None:
        """The extended days are used up and the person is still held: release is owed at once."""
        self._use_up()

    def _use_up(self) -> None:
        self.break_limit(TitleEnd.TIME_USED_UP, until=self.today - timedelta(days=1))


_TITLE_ENDED = because(
    "title_ended",
    ICRRA("43(3)"),
    ICRRA("44"),
    en="The title of this detention has ended: release is owed.",
    ja="この収容の根拠は既に失われている。",
    remedy="Release the person.",
)
_NO_FOOTING = because(
    "no_footing",
    ICRRA("39(2)"),
    ICRRA("39-2(1)"),
    ICRRA("44-4(3)"),
    en="No screening chose detention, no Sponsorship was revoked, and nobody was detained in an emergency.",
    ja="収容する旨の判断、監理措置決定の取消し又は要急収容のいずれもない。",
    remedy="Screen for Sponsorship or detention first; where an order stands, execute it.",
)
_NOT_EXPIRED = because(
    "order_not_expired",
    ICRRA("44-4(8)"),
    en="No unexecuted detention order has run out.",
    ja="有効期間が経過した収容令書がない。",
    remedy="Execute the order that stands.",
)
_VALID_IN_THE_PAST = because(
    "valid_in_the_past",
    ICRRA("40"),
    en="The validity of the order would end before it issues.",
    ja="有効期間の末日が発付の日より前である。",
    remedy="Write a later day.",
)
_VIEW_NOT_RECORDED = because(
    "sponsorship_not_considered",
    ICRRA("44-2(6)"),
    cite("A-31"),
    en="After emergency detention the view on Sponsorship is recorded with the detention order.",
    ja="要急収容後の収容令書の発付に当たり、監理措置に付することの検討が記録されていない。",
    remedy="Record whether Sponsorship is appropriate.",
)
_ITEM_APPLIES = because(
    "item_applies",
    ICRRA("43(3)"),
    en="Approval is refused only where no item of Article 24 applies.",
    ja="収容を認めないことができるのは、第24条各号のいずれにも該当しない場合に限る。",
    remedy="Issue the detention order, and decide Sponsorship where it is appropriate.",
)
_NO_DETENTION_ORDER = because(
    "no_detention_order",
    ICRRA("41(1)"),
    en="No detention order stands that could be extended.",
    ja="延長すべき収容令書がない。",
    remedy="Issue the order first.",
)
_NOBODY_TO_DETAIN = because(
    "nobody_to_detain",
    ICRRA("44-4(6)"),
    ICRRA("55(3)"),
    en="Nobody is to be detained under a detention order.",
    ja="収容令書により収容すべき者がいない。",
    remedy="Nothing cures it: detention under a detention order is commanded by a revocation or an expiry alone.",
)
