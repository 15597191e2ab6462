"""The decision that landing is denied for one year only: asked for, dated, made or refused, and lost (52(5), (6))."""

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power, Role
from law.decision_table import any_of
from law.enforcement_clocks import EXIT_HOLD, OWN_EXPENSE_DATE
from law.finding import Answer, Finding
from law.own_expense import OneYearApplication, OneYearFacts, is_in_form, is_within_seven_days, one_year_may_be_decided
from workflows.landing_denial_record import earlier_departure, grounds_of_order
from workflows.own_expense_case import (
    DateFixed,
    OneYear,
    OneYearAskedFor,
    OneYearDecided,
    OneYearLost,
    OneYearRefused,
    OwnExpenseCase,
    Stage,
)
from workflows.papers import own_expense as paper
from workflows.papers.own_expense_duties import (
    CONFIRM_DEPARTURE,
    DECIDE_ONE_YEAR,
    FIX_DATE,
    ONE_YEAR_NOTICE,
    ONE_YEAR_REFUSAL_NOTICE,
    SEE_TO_HOLD,
)

_DECISION = (ICRRA("52(5)"), ICRRA("52(6)"), ORD("47-3"))
_BEFORE_DECISION = (Stage.APPLIED, Stage.PERMITTED)


def one_year_was_asked(case: OwnExpenseCase) -> Finding[Answer]:
    """Whether an application for the decision waits."""
    return unless(case.state.one_year is OneYear.ASKED, _NOT_ASKED)


def one_year_may_be_asked(case: OwnExpenseCase) -> Finding[Answer]:
    """Whether none waits and none was made."""
    return unless(case.state.one_year in (OneYear.NOT_ASKED, OneYear.REFUSED), _ASKED_ALREADY)


class OneYearSteps(OwnExpenseCase):
    """The steps of the decision of one year; a person judges whether it is appropriate."""

    @act(
        by=Power.RECEIVE_FILING,
        at=_BEFORE_DECISION,
        basis=(ICRRA("52(5)"), ORD("47-3(1)"), ORD("47-3(2)")),
        when=(one_year_may_be_asked,),
        ja="上陸拒否期間短縮決定の申請の受理",
    )
    def apply_for_one_year(self, body: paper.OneYearRequest) -> None:
        """Receive an application for the decision of one year."""
        applied = OneYearApplication(body.form, body.material, body.in_person, body.filer, body.hindered)
        self.require(is_in_form(applied))
        self.update(one_year=OneYear.ASKED)
        self.record(OneYearAskedFor())
        self.owe(DECIDE_ONE_YEAR)
        self.owe_date()

    def owe_date(self) -> None:
        """Where one year is asked for and leaving permitted, the day is to be fixed."""
        permitted = self.state.permitted_at is not None
        if permitted and self.state.one_year is OneYear.ASKED and self.state.until is None:
            self.owe(FIX_DATE)

    @act(
        by=Power.PERMIT_OWN_EXPENSE_DEPARTURE,
        at=Stage.PERMITTED,
        basis=(ICRRA("52(5)"), ORD("47-3(3)")),
        when=(one_year_was_asked,),
        ja="出国期限の日の指定",
    )
    def fix_date(self, body: paper.DateFixed) -> None:
        """Fix the day by which to leave: not the director, the supervising inspector does."""
        decider = self.decider
        self.require(not decider.verified or _SII in decider.roles, _NOT_BY_INSPECTOR)
        self.require(is_within_seven_days(self.state.planned_on, body.until, self.today))
        self.update(until=body.until)
        self.discharge(FIX_DATE)
        self.record(DateFixed(until=body.until))

    @act(
        by=Power.DECIDE_ONE_YEAR_DENIAL,
        at=_BEFORE_DECISION,
        basis=_DECISION,
        ja="上陸拒否期間を一年とする決定",
    )
    def decide_one_year(self, body: paper.OneYearDecision) -> None:
        """Decide that landing is denied for one year if the person leaves by the day that was fixed."""
        known = earlier_departure(self.position, self.today)
        before = known or any_of(body.deported_before, body.left_under_departure_order_before)
        facts = OneYearFacts(
            permitted=self.case.stage is Stage.PERMITTED,
            applied=self.state.one_year is OneYear.ASKED,
            grounds=grounds_of_order(self.position, self.today),
            before=before,
            appropriate=body.appropriate,
            planned_on=self.state.planned_on,
            until=self.state.until,
        )
        self.require(one_year_may_be_decided(facts, self.today))
        if self.state.until is not None:
            self.start(OWN_EXPENSE_DATE, on=self.state.planned_on, until=self.state.until)
            self.discharge(DECIDE_ONE_YEAR, FIX_DATE, CONFIRM_DEPARTURE)
            self.owe(CONFIRM_DEPARTURE, due=self.state.until)
            self.record(OneYearDecided(until=self.state.until))
        self.update(one_year=OneYear.DECIDED, before=before)
        self.serve(ONE_YEAR_NOTICE)
        self.enter(Stage.ONE_YEAR)

    @act(
        by=Power.DECIDE_ONE_YEAR_DENIAL,
        at=_BEFORE_DECISION,
        basis=ICRRA("52(5)"),
        when=(one_year_was_asked,),
        ja="上陸拒否期間を短縮しない旨の決定",
    )
    def refuse_one_year(self, body: paper.Reasons) -> None:
        """Refuse the decision of one year, in writing with reasons."""
        self.update(one_year=OneYear.REFUSED, until=None)
        self.discharge(DECIDE_ONE_YEAR, FIX_DATE)
        self.serve(ONE_YEAR_REFUSAL_NOTICE)
        self.record(OneYearRefused())

    @lapse(OWN_EXPENSE_DATE, basis=(ICRRA("52(5)"), ICRRA("5(1)(ix)(ha)")))
    def one_year_is_lost(self) -> None:
        """The day passed and the person has not left: five years, whoever leaves later; the permission stands.

        Where exit control held the person on that day a person still sees to it (A-50).
        """
        self.update(one_year=OneYear.LOST)
        if self.case.clock(EXIT_HOLD) is None:
            self.discharge(SEE_TO_HOLD)
        if self.state.until is not None:
            self.record(OneYearLost(until=self.state.until))
        self.enter(Stage.PERMITTED)


_SII = Role.SUPERVISING_IMMIGRATION_INSPECTOR
_NOT_ASKED = because(
    "one_year_not_applied_for",
    ICRRA("52(5)"),
    ORD("47-3(1)"),
    en="The person did not apply for the decision, or it was decided.",
    ja="決定の申請がされていないか、既に処理されている。",
    remedy="Receive the application of form 64-3.",
)
_ASKED_ALREADY = because(
    "one_year_asked_already",
    ICRRA("52(5)"),
    en="An application for the decision waits, or the decision was made.",
    ja="決定の申請が係属中であるか、既に決定がされている。",
    remedy="Decide on the application that waits.",
)
_NOT_BY_INSPECTOR = because(
    "date_not_by_supervising_inspector",
    ORD("47-3(3)"),
    en="The supervising immigration inspector fixes the day, not the director.",
    ja="日を定めるのは主任審査官である。",
    remedy="Let a supervising immigration inspector fix it.",
)
