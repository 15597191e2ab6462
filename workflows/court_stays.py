"""Stays of execution: sought, ordered, appealed against, objected to, and their ends (ACLA 25 to 27)."""

from datetime import date

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ACLA
from law.competence import Power
from law.court import StayEnd, StayTerm
from law.enforcement_clocks import COURT_STAY_TERM
from law.finding import Answer, Finding
from workflows.court_case import BEFORE_COURT, CourtCase, Stage, StayKept
from workflows.court_record import (
    CourtStayNotOrdered,
    CourtStayOrdered,
    CourtStaySought,
    ImmediateAppealDismissed,
    ImmediateAppealLodged,
    PrimeMinisterObjected,
)
from workflows.papers.court import CourtSaid, Objection, StayOrder, StaySought

_BY = Power.RECORD_COURT_DECISION


def a_stay_is_sought(case: CourtCase) -> Finding[Answer]:
    """Whether an application for a stay is undecided."""
    return unless(case.state.sought is not None, _NOT_SOUGHT)


def a_stay_is_sought_or_runs(case: CourtCase) -> Finding[Answer]:
    """Whether there is anything that the Prime Minister can object to (ACLA 27(1))."""
    return unless(case.state.sought is not None or case.state.stay is not None, _NOTHING_TO_OBJECT_TO)


def an_appeal_is_pending(case: CourtCase) -> Finding[Answer]:
    """Whether the State's immediate appeal against the stay is undecided."""
    return unless(case.state.appealed, _NO_APPEAL)


def no_appeal_is_pending(case: CourtCase) -> Finding[Answer]:
    """Whether no immediate appeal against the stay is undecided."""
    return unless(not case.state.appealed, _APPEALED_ALREADY)


def an_objection_is_on_record(case: CourtCase) -> Finding[Answer]:
    """Whether the Prime Minister's objection is on record (ACLA 27(4))."""
    return unless(case.state.objected, _NO_OBJECTION)


class Stays(CourtCase):
    """What a court stays, exactly as wide as it said; only its own word, or the stay's own term, ends it."""

    @act(by=_BY, at=BEFORE_COURT, basis=ACLA("25(2)"), ja="執行停止の申立ての記録")
    def seek_stay(self, body: StaySought) -> None:
        """Record an application for a stay; it stops nothing by itself."""
        self.update(sought=body.scope)
        self.record(CourtStaySought(scope=body.scope))

    @act(by=_BY, at=BEFORE_COURT, basis=ACLA("25(4)"), when=(a_stay_is_sought,), ja="執行停止申立ての却下等の記録")
    def end_application(self, body: CourtSaid) -> None:
        """Record that the application for a stay was refused or withdrawn."""
        self.update(sought=None)
        self.record(CourtStayNotOrdered())

    @act(by=_BY, at=Stage.PENDING, basis=ACLA("25(2)"), ja="執行停止決定の記録")
    def order_stay(self, body: StayOrder) -> None:
        """Record the stay that the court ordered, by its scope and its term."""
        self._lay(body, in_place_of_another=False)

    @act(by=_BY, at=Stage.STAYED, basis=(ACLA("25(2)"), ACLA("25(7)"), ACLA("26")), ja="執行停止決定の変更の記録")
    def vary_stay(self, body: StayOrder) -> None:
        """Record that a court put another stay in place of the one that runs: wider, narrower, longer or shorter."""
        self.stop(COURT_STAY_TERM)
        self._lay(body, in_place_of_another=True)

    def _lay(self, body: StayOrder, *, in_place_of_another: bool) -> None:
        self.record(
            CourtStayOrdered(
                scope=body.scope, term=body.term, last_day=body.last_day, in_place_of_another=in_place_of_another
            )
        )
        self.lay_stay(StayKept(body.scope, self.at, body.term, body.days_after), body.last_day)

    @lapse(COURT_STAY_TERM, basis=ACLA("25(2)"))
    def term_is_over(self) -> None:
        """The stay ends by its own term: what it stopped is available again."""
        self.end_stay(StayEnd.TERM_OVER)

    @act(
        by=_BY,
        at=Stage.STAYED,
        basis=(ACLA("25(7)"), ACLA("25(8)")),
        when=(no_appeal_is_pending,),
        ja="即時抗告の記録",
    )
    def lodge_appeal(self) -> None:
        """Record the State's immediate appeal against the stay; it suspends nothing."""
        self.update(appealed=True)
        self.record(ImmediateAppealLodged())

    @act(by=_BY, at=Stage.STAYED, basis=ACLA("25(7)"), when=(an_appeal_is_pending,), ja="即時抗告の棄却の記録")
    def dismiss_appeal(self, body: CourtSaid) -> None:
        """Record that the immediate appeal failed: the stay stands."""
        self.update(appealed=False)
        self.record(ImmediateAppealDismissed())

    @act(by=_BY, at=Stage.STAYED, basis=ACLA("25(7)"), when=(an_appeal_is_pending,), ja="抗告による取消しの記録")
    def allow_appeal(self, body: CourtSaid) -> None:
        """Record that the stay fell on the immediate appeal."""
        self.end_stay(StayEnd.APPEAL_ALLOWED)

    @act(by=_BY, at=Stage.STAYED, basis=ACLA("26(1)"), ja="事情変更による執行停止の取消しの記録")
    def cancel_for_change(self, body: CourtSaid) -> None:
        """Record that the court cancelled the stay, since its reason is gone or circumstances changed."""
        self.end_stay(StayEnd.CIRCUMSTANCES_CHANGED)

    @act(
        by=_BY,
        at=BEFORE_COURT,
        basis=(ACLA("27(1)"), ACLA("27(2)"), ACLA("27(3)")),
        when=(a_stay_is_sought_or_runs,),
        ja="内閣総理大臣の異議の記録",
    )
    def object(self, body: Objection) -> None:
        """Record the reasoned objection of the Prime Minister; a stay that runs stands until the court cancels it."""
        self.update(objected=True)
        self.record(PrimeMinisterObjected(during_stay=self.state.stay is not None))

    @act(
        by=_BY,
        at=Stage.STAYED,
        basis=ACLA("27(4)"),
        when=(an_objection_is_on_record,),
        ja="異議による執行停止の取消しの記録",
    )
    def cancel_on_objection(self, body: CourtSaid) -> None:
        """Record that the court cancelled the stay after the objection, as it must."""
        self.end_stay(StayEnd.OBJECTION)

    def carry_stay_past(self, last_day: date | None) -> None:
        """A judgment was given: a stay until it ends with it, or runs on for the days that the court said."""
        stay = self.state.stay
        if stay is None or stay.term is not StayTerm.JUDGMENT:
            return
        if last_day is None:
            self.end_stay(StayEnd.TERM_OVER)
        elif self.case.clock(COURT_STAY_TERM) is None:
            self.start(COURT_STAY_TERM, on=self.today, until=last_day)


_NOT_SOUGHT = because(
    "no_stay_sought",
    ACLA("25(2)"),
    en="No application for a stay is undecided.",
    ja="執行停止の申立てが係属していない。",
    remedy="Record the application first.",
)
_NOTHING_TO_OBJECT_TO = because(
    "nothing_to_object_to",
    ACLA("27(1)"),
    en="No stay is applied for, and none runs.",
    ja="執行停止の申立ても決定もない。",
    remedy="Record the application or the stay first.",
)
_NO_APPEAL = because(
    "no_appeal_pending",
    ACLA("25(7)"),
    en="No immediate appeal against the stay is on record.",
    ja="執行停止決定に対する即時抗告が記録されていない。",
    remedy="Record the appeal first.",
)
_APPEALED_ALREADY = because(
    "appeal_pending",
    ACLA("25(7)"),
    en="An immediate appeal against the stay is undecided.",
    ja="即時抗告が既に係属している。",
    remedy="Record what became of it.",
)
_NO_OBJECTION = because(
    "no_objection_on_record",
    ACLA("27(1)"),
    ACLA("27(4)"),
    en="No objection of the Prime Minister is on record.",
    ja="内閣総理大臣の異議が記録されていない。",
    remedy="Record the objection with its reasons first.",
)
