"""Special permission to stay (在留特別許可): from the application, or the Minister's own motion, to its end (50)."""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, upon
from engine.payload import ANYTHING, Fact
from engine.refusal import because, unless
from law.citation import ACLA, ICRRA
from law.competence import Power
from law.finding import Answer, Finding
from law.periods import legal_day
from law.policies import cite
from law.special_permission import PermissionOnFile
from law.stays import GivenStay
from workflows.deportation_case import Stage as DeportationStage
from workflows.effects import DecisionsFell, Departed, Died, DispositionAnnulled
from workflows.enforcement_effects import SpecialPermissionMoved, SpecialPermissionStep
from workflows.papers.judgment import FinalJudgment, require_final
from workflows.papers.special_permission_duties import DECIDE, DUTIES, REFUSAL_NOTICE, TELL_INSPECTOR
from workflows.special_permission_case import UNDECIDED, Moot, PermissionCase, QuestionMoot, Route, Stage, State
from workflows.special_permission_decision import Decision
from workflows.special_permission_filing import Taking

_REFUSED = (Stage.REFUSED, Stage.REFUSAL_RECEIVED)


def an_application_was_refused(case: PermissionCase) -> Finding[Answer]:
    """Whether there is a disposition that a court could annul: on own motion nothing is refused to anybody."""
    return unless(case.state.route is Route.APPLICATION, _NOTHING_REFUSED)


class SpecialPermission(Decision, Taking):
    """Special permission to stay, which lets a deportable person stay as an exception (50, 63(1)).

    It runs beside the instances of the deportation case that it concerns, and may be older than its finding; the order
    waits for it there (DT-03). While provisional stay runs no step is taken (61-2-9(2)).

    Not decided here: whether a ground is given, what the factors weigh, whether refusing would lack humanity.
    The waiver, and what becomes of an application made late (A-36), are acts of the deportation case.
    """

    en = "Special permission to stay"
    ja = "在留特別許可"
    duties = DUTIES
    notices = (REFUSAL_NOTICE,)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The question as it stands, and the stay that was granted: nothing makes that wait for card or stamp."""
        state = case.state
        if state.stay is not None:
            yield GivenStay(case.id, state.stay)
        applied_for = state.route is Route.APPLICATION
        yield PermissionOnFile(
            case.id,
            state.deportation,
            filed_at=case.opened_at if applied_for else None,
            undecided=case.stage in UNDECIDED,
            told=_is_told(case) if state.decided_at else None,
            on_paper=_is_on_paper(case) if state.decided_at and applied_for and not state.granted else None,
        )

    @upon(ANYTHING, basis=(ICRRA("50(1)"), ICRRA("50(3)"), ICRRA("61-2-9(1)"), cite("A-36")))
    def follows_the_deportation_case(self, fact: Fact) -> None:
        """The order issued, the deportation case ended, or an application took the place: nothing is left to decide."""
        if self.case.stage in UNDECIDED:
            why = self._why_moot()
            if why is not None:
                self._lose_object(why)

    @upon(DecisionsFell, basis=ICRRA("50(4)"))
    def is_undecided_again(self, fact: DecisionsFell) -> None:
        """The end of the instances fell on which a refusal rested: the application is undecided again."""
        fell = self.case.stage in _REFUSED or self.state.moot is Moot.ORDER_ISSUED
        if fact.deportation == self.state.deportation and fell and self._can_be_decided_again():
            self._decide_again()

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=_REFUSED,
        basis=(ACLA("32(1)"), ACLA("33(1)"), ACLA("33(2)"), ICRRA("47(5)(iii)")),
        when=(an_application_was_refused,),
        ja="在留特別許可をしない処分の取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the refusal: the application is undecided, and the order that followed falls."""
        require_final(self, body, not_before=legal_day(self.state.decided_at or self.at))
        self.record(DispositionAnnulled(case=self.case_id))
        if self._can_be_decided_again():
            self._decide_again()
        else:
            self._lose_object(Moot.CASE_ENDED)

    def _can_be_decided_again(self) -> bool:
        return not self.deportation.stage.closed and self._is_last_application()

    def _decide_again(self) -> None:
        self.withdraw_notice(REFUSAL_NOTICE)
        self.discharge(*DUTIES)
        self.update(decided_at=None, told_at=None, received_on=None, moot=None)
        self.enter(Stage.PENDING)
        self.owe(DECIDE)
        again = SpecialPermissionStep.UNDECIDED_AGAIN
        self.record(SpecialPermissionMoved(deportation=self.state.deportation, step=again))

    @upon(Departed, basis=(ICRRA("25"), ICRRA("50(1)")))
    def person_has_left(self, fact: Departed) -> None:
        """The person left Japan: there is nothing to decide, to serve or to hand over."""
        self._lose_object(Moot.LEFT_OR_DIED)

    @upon(Died, basis=ICRRA("50(1)"))
    def person_has_died(self, fact: Died) -> None:
        """The person died: all ends."""
        self._lose_object(Moot.LEFT_OR_DIED)

    def _why_moot(self) -> Moot | None:
        deportation = self.deportation
        if deportation.stage is DeportationStage.OBJECT_LOST:
            return Moot.LEFT_OR_DIED
        if deportation.stage.closed:
            return Moot.CASE_ENDED
        order = self.position.order_in_force(self.at)
        if order is not None and order.case == deportation.id:
            return Moot.ORDER_ISSUED
        replaced = self.state.route is Route.OWN_MOTION and self.application_waits()
        return Moot.APPLIED_FOR if replaced else None

    def _is_last_application(self) -> bool:
        of_the_person = self.position.of(type(self).__name__)
        mine = self.state.deportation
        of_this_case = [one for one in of_the_person if one.state.deportation == mine]
        applications = [one.id for one in of_this_case if one.state.route is Route.APPLICATION]
        return applications[-1:] == [self.case_id]

    def _lose_object(self, why: Moot) -> None:
        if self.case.stage.closed:
            return
        self.update(moot=why)
        self.record(QuestionMoot(why=why))
        self.enter(Stage.WITHOUT_OBJECT)


def _is_told(case: Case[State]) -> bool:
    owed = case.owes(TELL_INSPECTOR)
    return owed or case.state.told_at is not None or case.stage is Stage.WITHOUT_OBJECT


def _is_on_paper(case: Case[State]) -> bool:
    return any(notice.kind == REFUSAL_NOTICE.name for notice in case.notices)


_NOTHING_REFUSED = because(
    "nothing_refused",
    ICRRA("50(10)"),
    ACLA("3(2)"),
    en="On own motion nothing was refused to anybody: there is no disposition to annul.",
    ja="職権による検討の結果であり、申請に対する処分がない。",
    remedy="Nothing cures it here; take the question up again on own motion.",
)
