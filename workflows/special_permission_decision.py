"""The decision on special permission, whom it is told, and what is handed over (50(4)-(10), Ord. 44(5)-(8))."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.facts import Stay, StayKind
from law.finding import Answer, Finding
from law.periods import legal_day
from law.policies import cite
from law.special_permission import (
    GUIDELINES,
    Granted,
    everything_was_weighed,
    landing_may_be_set,
    may_be_granted,
    special_permission_bar,
)
from workflows.effects import SpecialPermissionGranted
from workflows.enforcement_effects import SpecialPermissionMoved, SpecialPermissionStep
from workflows.papers import special_permission as paper
from workflows.papers.special_permission_duties import (
    ASK_FOR_PAPERS,
    DECIDE,
    HAND_OVER_PAPERS,
    REFUSAL_NOTICE,
    SERVE_REFUSAL,
    TELL_INSPECTOR,
)
from workflows.special_permission_case import (
    UNDECIDED,
    DecidedAgainst,
    PermissionCase,
    PermissionHandedOver,
    Route,
    Stage,
    SupervisorTold,
    instances_are_over,
    may_go_on,
    no_order_is_in_force,
)

_DECISION = (ICRRA("50(1)"), ICRRA("50(4)"), ICRRA("50(5)"), ICRRA("63(1)"), GUIDELINES)


def inspector_is_to_be_told(case: PermissionCase) -> Finding[Answer]:
    """Whether the supervising inspector was not told the result yet."""
    return unless(case.state.told_at is None, _TOLD_ALREADY)


def refusal_waits_for_service(case: PermissionCase) -> Finding[Answer]:
    """Whether the refusal of an application was not received yet."""
    waits = case.state.route is Route.APPLICATION and case.state.received_on is None
    return unless(waits, _NOTHING_TO_SERVE)


def papers_are_owed(case: PermissionCase) -> Finding[Answer]:
    """Whether a residence card, a stamp or a certificate is to be handed over."""
    granted = case.state.granted
    return unless(granted is not None and bool(granted.papers) and case.state.handed_over is None, _NO_PAPERS_OWED)


class Decision(PermissionCase):
    """Grant or refusal, by the Minister or whom the power is delegated to."""

    @act(
        by=Power.DECIDE_SPECIAL_PERMISSION,
        at=UNDECIDED,
        basis=(*_DECISION, ICRRA("50(6)"), ICRRA("50(9)"), ORD("44(1)"), ORD("44(7)")),
        when=(may_go_on, instances_are_over, no_order_is_in_force),
        ja="在留特別許可",
    )
    def grant(self, body: paper.Grant) -> None:
        """Grant special permission: release at once, Sponsorship lapses, and the deportation case ends."""
        self.require(everything_was_weighed(body.weighed.factors))
        barred = special_permission_bar(self.position.circumstances.sentences, self.grounds_found(), self.today)
        lacks_humanity = body.refusal_lacks_humanity is True and body.special_circumstances is not None
        self.require(may_be_granted(barred, refusal_lacks_humanity=lacks_humanity))
        granted, stay = self._what_is_granted(body)
        self.update(decided_at=self.at, granted=granted, stay=stay)
        self.discharge(DECIDE, ASK_FOR_PAPERS)
        self.owe(TELL_INSPECTOR)
        if granted.papers:
            self.owe(HAND_OVER_PAPERS)
        self.enter(Stage.GRANTED)
        deportation = self.state.deportation
        self.record(SpecialPermissionMoved(deportation=deportation, step=SpecialPermissionStep.GRANTED))
        self.record(SpecialPermissionGranted(deportation=deportation))

    @act(
        by=Power.DECIDE_SPECIAL_PERMISSION,
        at=UNDECIDED,
        basis=(*_DECISION, ICRRA("50(10)"), cite("A-37")),
        when=(may_go_on, instances_are_over),
        ja="在留特別許可をしない処分",
    )
    def refuse(self, body: paper.Refusal) -> None:
        """Decide against special permission; an applicant is told in writing with reasons."""
        self.require(everything_was_weighed(body.weighed.factors))
        applied_for = self.state.route is Route.APPLICATION
        self.update(decided_at=self.at)
        self.discharge(DECIDE, ASK_FOR_PAPERS)
        self.owe(TELL_INSPECTOR)
        self.record(DecidedAgainst(applied_for=applied_for))
        if applied_for:
            self.serve(REFUSAL_NOTICE)
            self.owe(SERVE_REFUSAL)
            self.record(SpecialPermissionMoved(deportation=self.state.deportation, step=SpecialPermissionStep.REFUSED))
        self.enter(Stage.REFUSED)

    @act(
        by=Power.DECIDE_SPECIAL_PERMISSION,
        at=(Stage.REFUSED, Stage.GRANTED),
        basis=ICRRA("50(8)"),
        when=(inspector_is_to_be_told,),
        ja="主任審査官への結果の通知",
    )
    def tell_supervising_inspector(self) -> None:
        """Tell the supervising inspector the result, grant or refusal."""
        self.update(told_at=self.at)
        self.discharge(TELL_INSPECTOR)
        self.record(SupervisorTold(granted=self.case.stage is Stage.GRANTED))
        self._conclude()

    @act(
        by=Power.CERTIFY_SERVICE,
        at=Stage.REFUSED,
        basis=(ICRRA("47(5)(iii)"), ICRRA("50(10)"), ORD("44(8)")),
        when=(may_go_on, refusal_waits_for_service),
        ja="在留特別許可をしない旨の通知書の送達の記録",
    )
    def certify_refusal_received(self, body: paper.Receipt) -> None:
        """Record that the refusal really reached the person: from then on the order may issue."""
        self.require_past(body.received_on, not_before=legal_day(self.state.decided_at or self.at))
        self.update(received_on=body.received_on)
        self.served(REFUSAL_NOTICE, body.received_on)
        self.discharge(SERVE_REFUSAL)
        received = SpecialPermissionStep.REFUSAL_RECEIVED
        self.record(
            SpecialPermissionMoved(deportation=self.state.deportation, step=received, received_on=body.received_on)
        )
        self._conclude()

    @act(
        by=Power.HAND_OVER_DOCUMENTS,
        at=Stage.GRANTED,
        basis=(ICRRA("50(7)"), ORD("44(5)"), ORD("44(6)")),
        when=(papers_are_owed,),
        ja="在留カードの交付又は証印",
    )
    def hand_over_papers(self, body: paper.HandOver) -> None:
        """Hand over the residence card, or stamp the passport or a certificate of status."""
        granted = self.state.granted
        self.require(granted is not None and body.paper in granted.papers, _OTHER_PAPER)
        self.update(handed_over=body.paper)
        self.discharge(HAND_OVER_PAPERS)
        self.record(PermissionHandedOver(paper=body.paper))
        self._conclude()

    def _what_is_granted(self, body: paper.Grant) -> tuple[Granted, Stay]:
        self.require((body.status is None) is not (body.landing is None), _STATUS_OR_LANDING)
        if body.landing is not None:
            self.require(landing_may_be_set(self.grounds_found(), breached_9_7=body.landing.breached_9_7))
        until = body.landing.until if body.landing else body.status.until if body.status else None
        self.require(until is None or until >= self.today, _PERIOD_OVER)
        kind = body.landing.kind.stay if body.landing else StayKind.STATUS_OF_RESIDENCE
        long_term = body.status is not None and body.status.mid_long_term
        return Granted(status=body.status is not None, mid_long_term=long_term), Stay(kind, self.today, until)

    def _conclude(self) -> None:
        """Close the case when the supervising inspector is told, and the person has what is for him or her."""
        state = self.state
        if state.told_at is None:
            return
        if self.case.stage is Stage.GRANTED:
            if papers_are_owed(self).value is Answer.NO:
                self.enter(Stage.CONCLUDED)
        elif state.route is Route.OWN_MOTION:
            self.enter(Stage.NOT_GRANTED)
        elif state.received_on is not None:
            self.enter(Stage.REFUSAL_RECEIVED)


_TOLD_ALREADY = because(
    "inspector_told",
    ICRRA("50(8)"),
    en="The supervising inspector was told the result.",
    ja="結果は既に主任審査官に通知されている。",
    remedy="Nothing is left to be told.",
)
_NOTHING_TO_SERVE = because(
    "nothing_to_serve",
    ICRRA("50(10)"),
    en="No refusal waits for service: it was received, or nobody had applied.",
    ja="送達を待つ不許可の通知がない。",
    remedy="Correct the entry of its receipt if its day is wrong.",
)
_NO_PAPERS_OWED = because(
    "no_papers_owed",
    ICRRA("50(7)"),
    ORD("44(5)"),
    en="No residence card, stamp or certificate is owed, or it was handed over.",
    ja="交付すべき在留カード等がない。",
    remedy="Nothing is left to be handed over; with a kind of landing there is no such paper.",
)
_OTHER_PAPER = because(
    "other_paper",
    ICRRA("50(7)"),
    ORD("44(5)"),
    en="A mid- or long-term resident gets a residence card; anybody else a stamp in the passport or a certificate.",
    ja="中長期在留者には在留カードを交付し、その他の者には旅券又は在留資格証明書に証印をする。",
    remedy="Hand over the other paper.",
)
_STATUS_OR_LANDING = because(
    "status_or_landing",
    ICRRA("50(6)"),
    ORD("44(7)(i)"),
    en="Either a status and its period are decided, or a kind of landing and its period.",
    ja="在留資格及び在留期間又は上陸の種類及び上陸期間のいずれか一方を定める。",
    remedy="Decide one of them.",
)
_PERIOD_OVER = because(
    "period_over",
    ICRRA("50(6)"),
    en="The period would have ended before today.",
    ja="期間の末日が既に経過している。",
    remedy="Fix a later last day.",
)
