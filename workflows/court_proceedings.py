"""Court proceedings (行政訴訟): a suit against one disposition, the stays in it, and the judgment (ACLA; LAW §12.2).

The disposition itself stands in the case that made it: what a final judgment sets aside is recorded there, and it is
owed here until it is.
"""

from collections.abc import Iterable
from datetime import date

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.refusal import because, unless
from law.citation import ACLA
from law.competence import Power
from law.court import (
    OF_DEPORTATION,
    SETS_ASIDE,
    Attacked,
    DetentionOrderStayed,
    OrderStayed,
    ReviewMade,
    StayEnd,
    StayTerm,
    SuitFacts,
    last_day_after_judgment,
    suit_is_in_time,
    suit_limits,
)
from law.facts import CourtStay, CourtStayScope, DeportationOrder
from law.finding import Answer, Finding
from law.periods import legal_day
from law.removal import RemovalStayed
from law.special_permission import RefusalStayed
from workflows.court_case import BEFORE_COURT, CourtCase, Stage, State, effect_stayed, keeps_person_here, stay_of
from workflows.court_record import (
    JudgmentBecameFinal,
    JudgmentCarriedOut,
    SuitEnded,
    SuitFiled,
    SuitFoundLate,
    SuitJudged,
)
from workflows.court_stays import Stays
from workflows.effects import DeportationOrderWithdrawn, Died, DispositionAnnulled
from workflows.enforcement_effects import CourtStaysChanged
from workflows.papers.court import CarriedOut, CourtSaid, Judgment, JudgmentFinal, Suit
from workflows.papers.court_duties import CARRY_OUT_JUDGMENT, DUTIES

_BY = Power.RECORD_COURT_DECISION
_OF_A_DEPORTATION_CASE = OF_DEPORTATION | {Attacked.DETENTION_ORDER}


def a_judgment_is_on_record(case: CourtCase) -> Finding[Answer]:
    """Whether a judgment was given in the suit."""
    return unless(case.state.judged is not None, _NOT_JUDGED)


def the_order_stands_no_more(case: CourtCase) -> Finding[Answer]:
    """Whether the deportation case no longer holds the order that the judgment reaches."""
    return unless(not case.order_stands, _ORDER_STANDS)


class CourtProceedings(Stays):
    """A suit against a disposition; it stops nothing (25(1)), a stay exactly what the court said (25(2)).

    A stay against one case reaches no other. One that stops removal alone leaves detention as it is; one of execution
    or effect ends detention under the order too. A judgment changes the disposition only when it is final; until its
    case records that, the disposition counts as stayed in its effect.

    Not decided here: whether the suit is in time, which is shown and left to the court; whether a suit goes on after
    the person left Japan.
    """

    en = "Court proceedings"
    ja = "行政訴訟"
    duties = DUTIES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """What is stayed now: an order or detention order, a refusal, the effect of a revocation, the removal alone."""
        stay, state, effect = stay_of(case), case.state, effect_stayed(case)
        if effect is not None:
            yield effect
        if stay is None:
            return
        if state.attacked in OF_DEPORTATION:
            yield OrderStayed(case.id, state.target, state.attacked, stay)
        elif state.attacked is Attacked.DETENTION_ORDER and state.made_on is not None:
            set_aside = state.set_aside_since is not None
            yield DetentionOrderStayed(case.id, state.target, state.made_on, stay, set_aside)
        elif state.attacked is Attacked.SPECIAL_PERMISSION_REFUSAL:
            yield RefusalStayed(case.id, state.target, stay)
        if keeps_person_here(state, stay):
            yield RemovalStayed(case.id, CourtStay(CourtStayScope.REMOVAL, stay.since))

    @opening(by=_BY, basis=(ACLA("3"), ACLA("8"), ACLA("14"), ACLA("25(1)")), ja="訴えの提起の記録")
    def file_suit(self, body: Suit) -> None:
        """Record a suit against a disposition, with its limits as they are counted."""
        self._require_known(body)
        made_on, filed_on = self._made_on(body), body.filed_on or self.today
        review = None if body.review is None else ReviewMade(body.review.decided_on, body.review.known_on)
        self.require_past(made_on)
        self.require_past(body.known_on, filed_on, not_before=made_on)
        if review is not None:
            self.require_past(review.decided_on, not_before=made_on)
            self.require_past(review.known_on, not_before=review.decided_on)
        facts = SuitFacts(body.kind, made_on, body.known_on, filed_on, review, body.justifiable_reason_claimed)
        limits, in_time = suit_limits(facts), suit_is_in_time(facts).value
        self.begin(
            State(
                kind=body.kind,
                attacked=body.attacked,
                target=body.case,
                made_on=made_on,
                filed_on=filed_on,
                in_time=in_time,
            ),
            Stage.PENDING,
        )
        self.record(
            SuitFiled(
                kind=body.kind,
                attacked=body.attacked,
                case=body.case,
                in_time=in_time,
                last_day_from_knowledge=limits.from_knowledge,
                last_day_from_act=limits.from_act,
            )
        )
        if in_time in (Answer.NO, Answer.ASK):
            self.record(SuitFoundLate(justifiable_reason_claimed=body.justifiable_reason_claimed))

    def _require_known(self, body: Suit) -> None:
        target = self.position.cases.get(body.case)
        self.require(target is not None or not body.case, _NO_SUCH_CASE)
        if body.attacked in _OF_A_DEPORTATION_CASE:
            self.require(target is not None and target.procedure == "Deportation", _NAME_DEPORTATION_CASE)
        if body.attacked is Attacked.DEPORTATION_ORDER:
            self.require(self._order(body.case) is not None, _NO_ORDER)
        if body.attacked is Attacked.DETENTION_ORDER:
            self.require(body.made_on is not None, _NAME_DAY)

    def _order(self, case: str) -> DeportationOrder | None:
        return next((one for one in self.position.all(DeportationOrder) if one.case == case), None)

    def _made_on(self, body: Suit) -> date | None:
        order = self._order(body.case) if body.attacked is Attacked.DEPORTATION_ORDER else None
        return body.made_on if order is None else legal_day(order.issued_at)

    @act(by=_BY, at=BEFORE_COURT, basis=(ACLA("25(2)"), ACLA("31"), ACLA("33(1)")), ja="判決の記録")
    def judge(self, body: Judgment) -> None:
        """Record a judgment, of whatever instance; a stay goes on or ends as the court said."""
        self.update(judged=body.outcome, judged_on=self.today)
        self.record(SuitJudged(outcome=body.outcome))
        stay = self.state.stay
        if body.stay_ends:
            self.end_stay(StayEnd.JUDGMENT)
        elif stay is not None:
            days = stay.days_after
            self.carry_stay_past(last_day_after_judgment(self.today, days) if days else None)

    @act(
        by=_BY,
        at=BEFORE_COURT,
        basis=(ACLA("32(1)"), ACLA("33(1)"), ACLA("38(1)")),
        when=(a_judgment_is_on_record,),
        ja="判決の確定の記録",
    )
    def become_final(self, body: JudgmentFinal) -> None:
        """Record that the judgment is final: the suit is over, and what it set aside has no effect."""
        self.require_past(body.final_on, not_before=self.state.judged_on)
        outcome = self.state.judged
        if outcome is None:
            return
        self.record(JudgmentBecameFinal(outcome=outcome))
        if outcome not in SETS_ASIDE or self._is_carried_out():
            self._end_stay_with_the_suit()
            self.enter(Stage.ENDED)
            return
        self.update(set_aside_since=self.at, set_aside=True)
        self._end_stay_with_the_suit()
        self.enter(Stage.TO_BE_CARRIED_OUT)
        self.owe(CARRY_OUT_JUDGMENT)
        self.record(CourtStaysChanged())

    def _end_stay_with_the_suit(self) -> None:
        """By its own term where that is the final judgment; in any case, for a stay presupposes a pending suit."""
        stay = self.state.stay
        by_term = stay is not None and stay.term is StayTerm.FINAL_JUDGMENT
        self.end_stay(StayEnd.TERM_OVER if by_term else StayEnd.SUIT_ENDED)

    def _is_carried_out(self) -> bool:
        return self.state.attacked is Attacked.DEPORTATION_ORDER and not self.order_stands

    @act(by=_BY, at=BEFORE_COURT, basis=ACLA("7"), ja="訴えの取下げ等の記録")
    def end_suit(self, body: CourtSaid) -> None:
        """Record that the suit ended without a judgment; a stay ends with it, for it presupposes a pending suit."""
        self._end()

    @act(
        by=_BY,
        at=Stage.TO_BE_CARRIED_OUT,
        basis=(ACLA("33(1)"), ACLA("33(2)")),
        when=(the_order_stands_no_more,),
        ja="判決に従った措置の記録",
    )
    def record_carried_out(self, body: CarriedOut) -> None:
        """Record that the judgment was carried out where the disposition was made."""
        self._carried_out()

    def _carried_out(self) -> None:
        self.discharge(CARRY_OUT_JUDGMENT)
        self.update(set_aside_since=None)
        self.enter(Stage.ENDED)
        self.record(JudgmentCarriedOut())
        self.record(CourtStaysChanged())

    @upon(DeportationOrderWithdrawn, basis=(ACLA("32(1)"), ACLA("33(1)")))
    def order_is_gone(self, fact: DeportationOrderWithdrawn) -> None:
        """The deportation case holds the annulment of the order: the judgment is carried out."""
        if self.case.stage is Stage.TO_BE_CARRIED_OUT and self._is_carried_out():
            self._carried_out()

    @upon(DispositionAnnulled, basis=(ACLA("32(1)"), ACLA("33(1)")))
    def disposition_is_gone(self, fact: DispositionAnnulled) -> None:
        """The case of the disposition holds its annulment: the judgment is carried out."""
        if self.case.stage is Stage.TO_BE_CARRIED_OUT and fact.case == self.state.target:
            self._carried_out()

    @upon(Died, basis=ACLA("7"))
    def loses_its_object(self, fact: Died) -> None:
        """The person died: nobody takes the suit up."""
        if not self.case.stage.closed:
            self.update(set_aside_since=None)
            self._end()

    def _end(self) -> None:
        self.end_stay(StayEnd.SUIT_ENDED)
        self.enter(Stage.ENDED)
        self.record(SuitEnded())


_NOT_JUDGED = because(
    "not_judged",
    ACLA("32(1)"),
    ACLA("33(1)"),
    en="No judgment in the suit is on record.",
    ja="判決が記録されていない。",
    remedy="Record the judgment first; a suit that was withdrawn ends otherwise.",
)
_ORDER_STANDS = because(
    "order_stands",
    ACLA("33(1)"),
    en="The deportation case still holds the order that the judgment reaches.",
    ja="退去強制の事件において令書の取消判決等が記録されていない。",
    remedy="Record the annulment in the deportation case.",
)
_NO_SUCH_CASE = because(
    "no_such_case",
    ACLA("3"),
    en="The person has no such case.",
    ja="当該対象者にそのような事件はない。",
    remedy="Name a case of the person, or none where no case holds the disposition.",
)
_NAME_DEPORTATION_CASE = because(
    "name_deportation_case",
    ACLA("3(2)"),
    ACLA("25(2)"),
    en="A suit against a decision of the deportation procedure names its case: a stay reaches that case alone.",
    ja="退去強制の手続に係る処分については、その事件を特定しなければならない。",
    remedy="Name the deportation case.",
)
_NO_ORDER = because(
    "no_order_in_case",
    ACLA("3(2)"),
    en="No deportation order issued in that case.",
    ja="当該事件において退去強制令書は発付されていない。",
    remedy="Name the decision that was made, or the case in which the order issued.",
)
_NAME_DAY = because(
    "name_day_of_detention_order",
    ACLA("3(2)"),
    ACLA("25(2)"),
    en="Of a detention order the day of issue is named: a stay reaches that order alone.",
    ja="収容令書については、その発付の日を特定しなければならない。",
    remedy="Give the day on which it issued.",
)
