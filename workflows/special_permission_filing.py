"""How special permission comes before the Minister: on application or own motion, its papers, its facts (50, 59-2)."""

from engine.case import Case
from engine.declaration import act, opening
from engine.refusal import because
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody import Sponsored
from law.facts import Application
from law.finding import Answer
from law.recognition import Refusal, old_special_permission_must_be_examined
from law.special_permission_filing import (
    Applicant,
    Filing,
    Paper,
    is_open_to_own_motion,
    may_apply,
    may_file,
    what_is_missing,
)
from workflows.deportation_case import Stage as DeportationStage
from workflows.deportation_case import State as DeportationState
from workflows.enforcement_effects import SpecialPermissionMoved, SpecialPermissionStep
from workflows.papers import special_permission as paper
from workflows.papers.fact_finding import FactFinding
from workflows.papers.special_permission_duties import ASK_FOR_PAPERS, DECIDE
from workflows.special_permission_case import (
    UNDECIDED,
    FactsFound,
    PapersCompleted,
    PermissionCase,
    Route,
    Stage,
    State,
    TakenUp,
    may_go_on,
)

_APPLICATION = (ICRRA("50(2)"), ICRRA("50(3)"), ICRRA("63(1)"), ORD("44(2)"), ORD("44(3)"), ORD("44(4)"))
_BEFORE_HAND_OVER = (
    DeportationStage.INVESTIGATED,
    DeportationStage.DEPARTURE_ROUTE,
    DeportationStage.NOTIFIED,
    DeportationStage.SCREENED,
)


class Taking(PermissionCase):
    """The openings, and what happens to an application until it is decided."""

    @opening(by=Power.RECEIVE_FILING, basis=_APPLICATION, ja="在留特別許可の申請の受理")
    def apply(self, body: paper.Application) -> None:
        """Receive an application for special permission to stay, of the person or of a representative."""
        deportation = self._take_up(State(deportation=body.deportation, route=Route.APPLICATION), Stage.PENDING)
        self.require(may_apply(self._applicant(deportation), self.today))
        self._require_going_on(deportation)
        self.require(not self.application_waits(), _PENDING_ALREADY)
        self.require(may_file(Filing(**body.filed_by.model_dump())))
        self._ask_for(body.shown, untranslated=body.untranslated)
        self.record(SpecialPermissionMoved(deportation=body.deportation, step=SpecialPermissionStep.APPLIED_FOR))

    @opening(by=Power.DECIDE_SPECIAL_PERMISSION, basis=ICRRA("50(1)"), ja="職権による在留特別許可の検討開始")
    def consider_on_own_motion(self, body: paper.OwnMotion) -> None:
        """Take up the question of special permission on own motion."""
        deportation = self._take_up(State(deportation=body.deportation, route=Route.OWN_MOTION), Stage.CONSIDERED)
        self.require(is_open_to_own_motion(self._applicant(deportation), self.today))
        self._require_going_on(deportation)
        self.require(not self._is_under_way(), _UNDER_WAY)

    @act(by=Power.RECEIVE_FILING, at=Stage.PENDING, basis=(ORD("44(3)"), ORD("62")), ja="不足書類の提出")
    def complete_papers(self, body: paper.PapersHandedIn) -> None:
        """Receive papers that did not come with the application."""
        missing = self.state.missing
        self.require(bool(missing), _NOTHING_MISSING)
        self._ask_for(body.shown, untranslated=body.untranslated)
        still = self.state.missing & missing
        self.update(missing=still)
        if not still:
            self.discharge(ASK_FOR_PAPERS)
        self.record(PapersCompleted(complete=not still))

    @act(
        by=Power.FIND_SPECIAL_PERMISSION_FACTS,
        at=UNDECIDED,
        basis=(ICRRA("59-2(1)"), ICRRA("59-2(2)"), ICRRA("59-2(3)"), ORD("52-3")),
        when=(may_go_on,),
        ja="事実の調査の記録",
    )
    def find_facts(self, body: FactFinding) -> None:
        """Record what was found; a record of statements was read back and signed by both, or says why not."""
        self.require(body.is_in_order, _RECORD_INCOMPLETE)
        self.record(FactsFound(record_made=body.record_made))

    @act(
        by=Power.RECEIVE_FILING,
        at=Stage.PENDING,
        basis=ICRRA("47(5)(iii)"),
        when=(may_go_on,),
        ja="在留特別許可の申請の取下げ",
    )
    def withdraw(self, body: paper.Withdrawal) -> None:
        """Receive a written withdrawal of the application."""
        self.require(body.in_writing, _NOT_WRITTEN)
        self.record(SpecialPermissionMoved(deportation=self.state.deportation, step=SpecialPermissionStep.WITHDRAWN))
        self.enter(Stage.WITHDRAWN)

    def application_waits(self) -> bool:
        """Whether another application on the same deportation case is undecided, or its refusal not yet received."""
        others = (one for one in self._others() if one.state.route is Route.APPLICATION)
        return any(one.stage in (Stage.PENDING, Stage.REFUSED) and one.state.received_on is None for one in others)

    def _is_under_way(self) -> bool:
        return self.application_waits() or any(one.stage is Stage.CONSIDERED for one in self._others())

    def _others(self) -> list[Case[State]]:
        of_the_person = self.position.of(type(self).__name__)
        deportation = self.state.deportation
        return [one for one in of_the_person if one.id != self.case_id and one.state.deportation == deportation]

    def _take_up(self, state: State, at: Stage) -> Case[DeportationState]:
        deportation = self.position.cases.get(state.deportation)
        self.require(deportation is not None and deportation.procedure == "Deportation", _NO_DEPORTATION_CASE)
        self.begin(state, at)
        self.owe(DECIDE)
        self.record(TakenUp(route=state.route))
        return self.deportation

    def _require_going_on(self, deportation: Case[DeportationState]) -> None:
        self.require(not deportation.stage.closed, _CASE_OVER)
        self.require(may_go_on(self))

    def _ask_for(self, shown: frozenset[Paper], *, untranslated: bool) -> None:
        missing = what_is_missing(shown, self.position.custody, untranslated=untranslated)
        self.update(missing=missing)
        if missing:
            self.owe(ASK_FOR_PAPERS)

    def _applicant(self, deportation: Case[DeportationState]) -> Applicant:
        state, stage = deportation.state, deportation.stage
        decided = (one.decided_at for one in self.position.all(Sponsored) if one.paragraph.before_order)
        handed_over = stage not in _BEFORE_HAND_OVER and not stage.closed
        return Applicant(
            custody=self.position.custody,
            sponsorship_decided=any(at >= deportation.opened_at for at in decided),
            handed_over=handed_over and not state.beside_criminal_case,
            beside_criminal_case=state.beside_criminal_case,
            under_examination=handed_over,
            departure_route=stage in (DeportationStage.DEPARTURE_ROUTE, DeportationStage.DEPARTURE_ORDER_DUE),
            order_issued=self.position.order_in_force(self.at) is not None,
            old_law=self._belongs_to_the_old_law(),
        )

    def _belongs_to_the_old_law(self) -> bool:
        order = self.position.order_in_force(self.at)
        issued_at = order.issued_at if order else None
        status_less = {Answer.YES: True, Answer.NO: False}.get(self.position.status_less(self.at).value)
        return any(
            old_special_permission_must_be_examined(
                each.filed_at, issued_at, Refusal.PROTECTION, status_less=status_less
            ).value
            is not Answer.NO
            for each in self.position.all(Application)
            if each.ended is None
        )


_NO_DEPORTATION_CASE = because(
    "no_such_deportation_case",
    ICRRA("50(1)"),
    ICRRA("50(2)"),
    en="No deportation case of the person goes by this name.",
    ja="当該退去強制手続に係る事件がない。",
    remedy="Name the deportation case that it concerns.",
)
_CASE_OVER = because(
    "deportation_case_over",
    ICRRA("50(1)"),
    en="The deportation case has ended: nobody is to be deported in it.",
    ja="退去強制の手続が終了している。",
    remedy="There is nothing to be permitted; name another case, if one goes on.",
)
_PENDING_ALREADY = because(
    "special_permission_pending",
    ICRRA("50(2)"),
    en="An application is undecided, or its refusal not yet received.",
    ja="既に申請が係属中である。",
    remedy="Wait for its end.",
)
_UNDER_WAY = because(
    "special_permission_under_way",
    ICRRA("50(1)"),
    en="An application or a consideration on own motion is open for this case.",
    ja="申請が係属中であるか、職権による検討中である。",
    remedy="Decide in the case that is open.",
)
_NOTHING_MISSING = because(
    "nothing_missing",
    ORD("44(3)"),
    en="Nothing is missing of this application.",
    ja="不足する書類がない。",
    remedy="Further material is found as a fact.",
)
_RECORD_INCOMPLETE = because(
    "record_incomplete",
    ORD("52-3(2)"),
    en="A record of statements is read back or shown, and signed by both; a refusal to sign is noted.",
    ja="調書の閲覧若しくは読み聞かせ又は署名を欠いている。",
    remedy="Read it back, and let both sign or note why not.",
)
_NOT_WRITTEN = because(
    "withdrawal_not_written",
    ICRRA("47(5)(iii)"),
    en="The withdrawal is not in writing.",
    ja="取下げが書面によっていない。",
    remedy="Ask for a written withdrawal.",
)
