"""The order, its conditions and its deadline: extended only on request, passed by law (55-85 to 55-87)."""

from datetime import date

from engine.declaration import act, lapse
from engine.refusal import because
from law.citation import ICRRA, ORD
from law.competence import Power
from law.departure_order_terms import (
    Asked,
    ConditionsSet,
    Deadline,
    came_to_ask,
    conditions_fit,
    may_be_extended,
    may_summon,
    paper_is_complete,
    prolongs,
)
from law.enforcement_clocks import DEPARTURE_DEADLINE, DEPARTURE_DEADLINE_EXTENDED
from law.finding import Answer, Finding
from law.periods import start_of
from law.policies import cite
from workflows.departure_order_case import (
    DepartureOrderCase,
    Stage,
    deadline_is_open,
    extension_is_asked,
    nothing_is_asked,
)
from workflows.departure_order_record import (
    ConditionsImposed,
    DeadlineExtended,
    DeadlinePassedUndecided,
    ExtensionAsked,
    ExtensionRefused,
    Summoned,
    Undecided,
)
from workflows.enforcement_effects import DepartureOrdered
from workflows.papers.departure_order import (
    DepartureOrderPaper,
    DepartureSummons,
    Extension,
    ExtensionRefusal,
    ExtensionRequest,
    Reasoned,
)
from workflows.papers.departure_order_duties import (
    DECIDE_EXTENSION,
    END_FOR_STATUS,
    EXTENSION_REFUSAL,
    NEW_DEADLINE,
    ORDER_DEPARTURE,
    ORDER_PAPER,
    SUMMONS,
    TAKE_REQUEST,
    WEIGH_DEADLINE,
)

_ORDER = (ICRRA("55-85(1)"), ICRRA("55-85(2)"), ICRRA("55-85(3)"), ICRRA("55-86"), ORD("50-52"), ORD("50-53"))
_PASSED = (ICRRA("24(viii)"), ICRRA("70(1)(viii-2)"), cite("A-50"))


def appearance_is_imposed(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether the person may be summoned."""
    return may_summon(case.state.conditions)


class Running(DepartureOrderCase):
    """The steps of the supervising inspector while the order is due and while it runs."""

    @act(by=Power.ORDER_DEPARTURE, at=Stage.DUE, basis=_ORDER, ja="出国命令")
    def order_departure(self, body: DepartureOrderPaper) -> None:
        """Order departure by a day within 15 days, and hand over the order; nothing is examined again."""
        self.require(paper_is_complete(body.states))
        self.require(conditions_fit(_terms(body)))
        self.start(DEPARTURE_DEADLINE, on=self.today, until=body.deadline)
        self.update(
            ordered_at=self.at,
            deadlines=(Deadline(self.today, body.deadline),),
            conditions=body.conditions,
        )
        self.serve(ORDER_PAPER)
        self.served(ORDER_PAPER, self.today)
        self.discharge(ORDER_DEPARTURE)
        self.record(ConditionsImposed(conditions=tuple(sorted(body.conditions))))
        self.record(DepartureOrdered(until=body.deadline))
        self.enter(Stage.ORDERED)

    @act(
        by=Power.ORDER_DEPARTURE,
        at=Stage.ORDERED,
        basis=(ICRRA("55-85(3)"), ORD("50-52(iii)")),
        when=(appearance_is_imposed,),
        ja="出頭の要求",
    )
    def summon(self, body: DepartureSummons) -> None:
        """Summon the person to appear at a time and a place."""
        self.require(body.appear_at > self.at, _SUMMONED_INTO_THE_PAST)
        self.serve(SUMMONS)
        self.record(Summoned(appear_at=body.appear_at))

    @act(
        by=Power.RECEIVE_FILING,
        at=(Stage.ORDERED, Stage.DEADLINE_OVER, Stage.MISSED),
        basis=(ICRRA("55-87"), ORD("50-54(1)")),
        when=(deadline_is_open, nothing_is_asked),
        ja="出国期限の延長の申出の受理",
    )
    def request_extension(self, body: ExtensionRequest) -> None:
        """Receive a request for extension, made in person by the deadline; it prolongs nothing by itself."""
        self.require(came_to_ask(Asked(body.in_person, body.where, body.unavoidable, body.inspector_there)))
        self.update(asked_on=self.today)
        self.discharge(TAKE_REQUEST)
        self.owe(DECIDE_EXTENSION, due=self.deadline)
        self.record(ExtensionAsked(cause=body.cause, deadline=self.deadline))

    @act(
        by=Power.ORDER_DEPARTURE,
        at=(Stage.ORDERED, Stage.DEADLINE_OVER),
        basis=(ICRRA("55-87"), ORD("50-54(2)")),
        when=(extension_is_asked,),
        ja="出国期限の延長",
    )
    def extend(self, body: Extension) -> None:
        """Extend the deadline to a new day, written on the order: the text has no maximum and no number."""
        self.require(may_be_extended(not_the_persons_fault=body.not_the_persons_fault))
        before = self.deadline
        self.require(prolongs(before, body.deadline, self.today))
        self._run_until(before, body.deadline)
        extended = Deadline(before, body.deadline, self.state.asked_on)
        self.update(deadlines=(*self.state.deadlines, extended), asked_on=None, undecided=None)
        self.discharge(DECIDE_EXTENSION, TAKE_REQUEST)
        self.withdraw_notice(NEW_DEADLINE)
        self.serve(NEW_DEADLINE)
        self.record(DeadlineExtended(until=body.deadline))
        self.enter(Stage.ORDERED)

    def _run_until(self, before: date, until: date) -> None:
        self.stop(DEPARTURE_DEADLINE)
        self.stop(DEPARTURE_DEADLINE_EXTENDED)
        self.start(DEPARTURE_DEADLINE_EXTENDED, on=before, until=until)

    @act(
        by=Power.ORDER_DEPARTURE,
        at=(Stage.ORDERED, Stage.DEADLINE_OVER),
        basis=ICRRA("55-87"),
        when=(extension_is_asked,),
        ja="出国期限の延長をしない旨の判断",
    )
    def refuse_extension(self, body: ExtensionRefusal) -> None:
        """Refuse the extension in writing, with reasons; the deadline stays what it is."""
        self.update(asked_on=None)
        self.discharge(DECIDE_EXTENSION)
        self.serve(EXTENSION_REFUSAL)
        self.record(ExtensionRefused())
        if self.case.stage is Stage.DEADLINE_OVER:
            self._let_pass()

    @act(
        by=Power.ORDER_DEPARTURE,
        at=Stage.DEADLINE_OVER,
        basis=_PASSED,
        when=(nothing_is_asked,),
        ja="出国期限徒過の認定",
    )
    def find_missed(self, body: Reasoned) -> None:
        """Find that a deadline on which exit control held the person, or a status was granted, was missed."""
        self.miss()

    @lapse(DEPARTURE_DEADLINE, basis=_PASSED)
    def deadline_passes(self) -> None:
        """The deadline has passed: the person falls under 24(viii), unless a person is to decide."""
        self._let_pass()

    @lapse(DEPARTURE_DEADLINE_EXTENDED, basis=_PASSED)
    def extended_deadline_passes(self) -> None:
        """The extended deadline has passed: alike."""
        self._let_pass()

    def _let_pass(self) -> None:
        why = self._why_undecided()
        if why is None:
            self.miss()
            return
        self.update(undecided=why)
        self.discharge(TAKE_REQUEST)
        if why is not Undecided.EXTENSION:
            self.owe(WEIGH_DEADLINE)
        self.record(DeadlinePassedUndecided(why=why))
        self.enter(Stage.DEADLINE_OVER)

    def _why_undecided(self) -> Undecided | None:
        """Why a person decides: asked and not decided, held on the last day (A-50), or a status granted meanwhile."""
        if self.state.asked_on is not None:
            return Undecided.EXTENSION
        held_to = self.state.held_to
        if held_to is not None and held_to > start_of(self.deadline):
            return Undecided.HELD
        granted = self.owes(END_FOR_STATUS)
        return Undecided.STATUS if granted else None


def _terms(body: DepartureOrderPaper) -> ConditionsSet:
    return ConditionsSet(
        imposed=body.conditions,
        residence_named=body.residence is not None,
        route_named=body.route is not None,
        special_circumstances=body.special_circumstances is not None,
        other_named=body.other is not None,
    )


_SUMMONED_INTO_THE_PAST = because(
    "summoned_into_the_past",
    ORD("50-52(iii)"),
    en="The time to appear has passed already.",
    ja="出頭すべき日時が既に経過している。",
    remedy="Name a time to come.",
)
