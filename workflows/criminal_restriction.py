"""A criminal court's travel restriction (出国の制限): imposed, lifted, ended by its own term (63(3); LAW §7.1 D9a)."""

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, SUPPL
from law.competence import Power
from law.criminal import restriction_is_law
from law.enforcement_clocks import TRAVEL_RESTRICTION_TERM
from law.finding import Answer, Finding
from law.policies import cite
from workflows.criminal_case_state import CriminalCaseSteps, Stage
from workflows.criminal_record import RestrictionEnded, RestrictionImposed
from workflows.enforcement_effects import TravelRestrictionChanged
from workflows.papers.criminal import Restriction, Told


def the_law_knows_restrictions(case: CriminalCaseSteps) -> Finding[Answer]:
    """Whether the day lies on or after the first day of 63(3) in its present words."""
    return restriction_is_law(case.today)


def no_restriction_runs(case: CriminalCaseSteps) -> Finding[Answer]:
    """Whether no travel restriction of this case runs."""
    return unless(case.state.restricted_since is None, _RUNS_ALREADY)


def a_restriction_runs(case: CriminalCaseSteps) -> Finding[Answer]:
    """Whether a travel restriction of this case runs."""
    return unless(case.state.restricted_since is not None, _NONE_RUNS)


class Restrictions(CriminalCaseSteps):
    """While it runs no order is executed, neither by removal nor by detention (A-41), which `Detention` sees to."""

    @act(
        by=Power.RECORD_COURT_DECISION,
        basis=(ICRRA("63(3)"), ICRRA("25-2(1)(i)"), SUPPL("20"), cite("A-41")),
        when=(the_law_knows_restrictions, no_restriction_runs),
        ja="出国の制限の記録",
    )
    def impose_restriction(self, body: Restriction) -> None:
        """Record a travel restriction: the execution of a deportation order stops."""
        self.update(restricted_since=self.at)
        if body.last_day is not None:
            self.start(TRAVEL_RESTRICTION_TERM, on=self.today, until=body.last_day)
        self.record(RestrictionImposed(ground=body.ground, last_day=body.last_day))
        self.record(TravelRestrictionChanged())
        if self.case.stage.closed:
            self.enter(Stage.RESTRICTED)

    @act(
        by=Power.RECORD_COURT_DECISION,
        basis=ICRRA("63(3)"),
        when=(a_restriction_runs,),
        ja="出国の制限の終了の記録",
    )
    def lift_restriction(self, body: Told) -> None:
        """Record that the travel restriction was lifted or fell: the order is executed again."""
        self._end_restriction(by_term=False)

    @lapse(TRAVEL_RESTRICTION_TERM, basis=ICRRA("63(3)"))
    def restriction_is_over(self) -> None:
        """The travel restriction ends by its own term: the order is executed again."""
        self._end_restriction(by_term=True)

    def _end_restriction(self, *, by_term: bool) -> None:
        self.stop(TRAVEL_RESTRICTION_TERM)
        self.update(restricted_since=None)
        self.record(RestrictionEnded(by_term=by_term))
        self.record(TravelRestrictionChanged())
        if self.case.stage is Stage.RESTRICTED:
            self.enter(Stage.ENDED)


_RUNS_ALREADY = because(
    "restriction_runs_already",
    ICRRA("63(3)"),
    en="A travel restriction of this case runs.",
    ja="当該事件において既に出国の制限を受けている。",
    remedy="Record its end first, or correct its entry.",
)
_NONE_RUNS = because(
    "no_restriction_runs",
    ICRRA("63(3)"),
    en="No travel restriction of this case runs.",
    ja="当該事件において出国の制限を受けていない。",
    remedy="Record the restriction first.",
)
