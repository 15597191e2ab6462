"""The base of every procedure: what an act may read and do, in the words of the articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from engine.case import (
    Case,
    CaseStage,
    Clock,
    ClockStatus,
    Duty,
    DutyKind,
    LedgerEntry,
    Notice,
    NoticeKind,
    NoticeStatus,
)
from engine.command import Officer, case_id_of
from engine.payload import CaseState
from engine.refusal import Defect, Refusal, because, refuse_unless
from engine.resolution import first
from law.clocks import DesignationError
from law.finding import Answer, Finding, Reason
from law.ledger import days_left, overdue_after, resumed_last_day, rolled, unrolled_last_day
from law.periods import end_of, legal_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from engine.payload import Fact, Payload
    from engine.position import Position
    from engine.session import Moment, Session
    from law.clocks import ClockRule
    from law.periods import Period

S = TypeVar("S", bound=CaseState)


class Procedure(Generic[S]):
    """A kind of case. A subclass declares stages, state, acts, lapses and reactions, and reads like its articles."""

    en: ClassVar[str]
    ja: ClassVar[str]
    stages: ClassVar[type[CaseStage]]
    state_type: ClassVar[type[CaseState]]
    duties: ClassVar[tuple[DutyKind, ...]] = ()
    notices: ClassVar[tuple[NoticeKind, ...]] = ()

    def __init__(self, session: Session, case_id: str) -> None:
        self._session = session
        self._case_id = case_id

    @classmethod
    def bears(cls, case: Case[S]) -> Iterable[object]:  # noqa: ARG003
        """What a case of this procedure lays before the rules, as records of `law.facts`."""
        return ()

    # What an act may read

    @property
    def case(self) -> Case[S]:
        """The case as it stands in this filing."""
        return self._session.cases[self._case_id]

    @property
    def case_id(self) -> str:
        """The case's id, also while it is being opened."""
        return self._case_id

    @property
    def state(self) -> S:
        """What the procedure keeps of the case."""
        return self.case.state

    @property
    def position(self) -> Position:
        """The person's position, this filing included."""
        return self._session.position

    @property
    def moment(self) -> Moment:
        """By what and when the case is moved."""
        if self._session.moment is None:
            raise Defect("no_moment")
        return self._session.moment

    @property
    def at(self) -> datetime:
        """The instant in law."""
        return self.moment.at

    @property
    def today(self) -> date:
        """The legal day of the instant, in Japan Standard Time."""
        return legal_day(self.at)

    @property
    def decider(self) -> Officer:
        """The officer who decided. Raises Defect where the law itself acts."""
        if self.moment.decider is None:
            raise Defect("no_decider", self.moment.entry)
        return self.moment.decider

    # What an act may do

    def require(self, holds: bool | Finding[Answer], reason: Reason | None = None) -> None:
        """Refuse the act unless a condition or a finding holds.

        Args:
            holds: a condition, or a rule's finding whose own reasons then are the grounds.
            reason: the ground, needed with a condition.
        """
        fallback = reason or because(
            "not_allowed", *self.moment.basis, en="The law does not allow it.", ja="法律上認められない。"
        )
        if isinstance(holds, Finding):
            refuse_unless(holds, fallback)
        elif not holds:
            raise Refusal(fallback)

    def require_past(self, *days: date | None, not_before: date | None = None) -> None:
        """Refuse days that have not come yet, or that lie before another one."""
        for day in days:
            if day is None:
                continue
            self.require(day <= self.today, _day_to_come(self.moment))
            self.require(not_before is None or day >= not_before, _day_too_early(self.moment))

    def begin(self, state: S, at: CaseStage) -> None:
        """Open the case with its first state and stage."""
        if self._case_id in self._session.cases:
            raise Defect("opened_twice", self._case_id)
        others = self._session.cases.values()
        number = 1 + max((case.number for case in others), default=0)
        held = any(case.held for case in others)
        office = self._office()
        self._session.put(Case(self._case_id, type(self).__name__, number, office, self.at, at, state, held=held))

    def update(self, **changes: object) -> None:
        """Change fields of the state."""
        unknown = changes.keys() - type(self.state).model_fields.keys()
        if unknown:
            raise Defect("unknown_state_field", *sorted(unknown))
        self._put(state=self.state.model_copy(update=changes))

    def enter(self, stage: CaseStage) -> None:
        """Move the case to a stage. A closed stage ends its duties and stops its clocks."""
        self._put(stage=stage)
        if stage.closed:
            self._close()

    def record(self, fact: Fact) -> None:
        """Put a fact on record; it reaches the person's other cases in the same instant."""
        self._session.record(self._case_id, fact)

    def start(self, rule: ClockRule, on: date, *, until: date | None = None) -> Clock:
        """Start a clock.

        Args:
            rule: the period; one of them runs at a time in a case.
            on: the day of the event that starts it.
            until: for a period whose last day an officer fixes, that day.
        """
        if self.case.clock(rule) is not None:
            raise Defect("clock_runs_already", self._case_id, rule.name)
        unrolled = self._designated(rule, on, until) if until else unrolled_last_day(_period(rule), on)
        last_day = unrolled if until else rolled(rule.period, unrolled)
        clock = Clock(
            id=self._session.next_id(),
            rule_name=rule.name,
            started_on=on,
            unrolled=unrolled,
            last_day=last_day,
            ends_at=end_of(last_day),
            designated=until is not None,
            ledger=(LedgerEntry(movement="started", at=self.at),),
        )
        self._put(clocks=(*self.case.clocks, clock))
        return clock

    def move(self, rule: ClockRule, *, on: date, until: date) -> None:
        """Move the fixed last day of a running clock (a renewal, an extension), counted from the day of an event."""
        clock = self._live(rule)
        last_day = self._designated(rule, on, until)
        changes = {
            "unrolled": last_day,
            "last_day": last_day,
            "ends_at": end_of(last_day),
            "generation": clock.generation + 1,
        }
        self._change_clock(clock, "moved", changes)

    def stop(self, rule: ClockRule) -> None:
        """Stop a clock for good, if it runs."""
        clock = self.case.clock(rule)
        if clock is not None:
            self._change_clock(clock, "stopped", {"status": ClockStatus.STOPPED, "ends_at": None})

    def suspend(self, rule: ClockRule) -> None:
        """Let a running clock stand still; it keeps what is used and what is left."""
        clock = self.case.clock(rule)
        if clock is None or clock.status is ClockStatus.SUSPENDED:
            return
        left = days_left(clock.unrolled, self.today)
        self._change_clock(
            clock, "suspended", {"status": ClockStatus.SUSPENDED, "ends_at": None, "days_left": left}, left
        )

    def resume(self, rule: ClockRule) -> None:
        """Let a suspended clock go on with the days that were left."""
        clock = self.case.clock(rule)
        if clock is None or clock.status is not ClockStatus.SUSPENDED or clock.days_left is None:
            return
        unrolled = resumed_last_day(clock.days_left, self.at)
        last_day = rolled(rule.period, unrolled)
        changes = {
            "status": ClockStatus.RUNNING,
            "unrolled": unrolled,
            "last_day": last_day,
            "ends_at": end_of(last_day),
            "generation": clock.generation + 1,
        }
        self._change_clock(clock, "resumed", changes)

    def owe(self, kind: DutyKind, *, due: date | None = None) -> None:
        """Put a duty on the inbox, once."""
        if any(duty.kind == kind.name for duty in self.case.open_duties):
            return
        by = due or (overdue_after(self.today, kind.within) if kind.within is not None else None)
        duty = Duty(id=self._session.next_id(), kind=kind.name, by=kind.by, since=self.at, due_on=by)
        self._put(duties=(*self.case.duties, duty))

    def discharge(self, *kinds: DutyKind) -> None:
        """Mark duties done, if they are open."""
        names = {kind.name for kind in kinds}
        done = {"done_at": self.at}
        self._put(
            duties=tuple(
                duty.model_copy(update=done) if duty.kind in names and duty.done_at is None else duty
                for duty in self.case.duties
            )
        )

    def serve(self, kind: NoticeKind) -> Notice:
        """Make a document to be served; its service is an act of its own."""
        notice = Notice(id=self._session.next_id(), kind=kind.name, since=self.at)
        self._put(notices=(*self.case.notices, notice))
        return notice

    def served(self, kind: NoticeKind, on: date) -> None:
        """Mark the document of a kind that waits for service as served."""
        self._change_notices(kind, {"status": NoticeStatus.SERVED, "served_on": on})

    def withdraw_notice(self, kind: NoticeKind) -> None:
        """Take back a document that was not served yet."""
        self._change_notices(kind, {"status": NoticeStatus.WITHDRAWN})

    def open(self, procedure: str, opening: str, body: Payload) -> str:
        """Open another case of the person with this act; returns its id."""
        case_id = case_id_of(self._session.next_id())
        declared = self._session.procedures[procedure].openings[opening]
        self._session.run(procedure, case_id, declared.perform, body)
        return case_id

    # How it is done

    def _office(self) -> str:
        """The office of the officer who opens; where the Ministry or the law opens, that of the person's first case."""
        local = [
            officer.office for officer in (self.moment.decider, self.moment.enterer) if officer and not officer.national
        ]
        cases = self._session.cases
        return next(iter(local), first(cases).office if cases else "")

    def _put(self, **changes: Any) -> None:  # noqa: ANN401  (fields of a case)
        self._session.put(replace(self.case, **changes))

    def _live(self, rule: ClockRule) -> Clock:
        clock = self.case.clock(rule)
        if clock is None:
            raise Defect("no_such_clock", self._case_id, rule.name)
        return clock

    def _designated(self, rule: ClockRule, on: date, until: date) -> date:
        try:
            rule.designated(on, until)
        except DesignationError as error:
            raise Refusal(error.reason) from error
        return until

    def _change_clock(self, clock: Clock, movement: str, changes: dict[str, Any], left: int | None = None) -> None:
        ledger = (*clock.ledger, LedgerEntry(movement=movement, at=self.at, days_left=left))
        changed = clock.model_copy(update={**changes, "ledger": ledger})
        self._put(clocks=tuple(changed if one.id == clock.id else one for one in self.case.clocks))

    def _change_notices(self, kind: NoticeKind, changes: dict[str, Any]) -> None:
        waiting = NoticeStatus.TO_SERVE
        self._put(
            notices=tuple(
                notice.model_copy(update=changes) if notice.kind == kind.name and notice.status is waiting else notice
                for notice in self.case.notices
            )
        )

    def _close(self) -> None:
        done = {"done_at": self.at}
        self._put(duties=tuple(d if d.done_at else d.model_copy(update=done) for d in self.case.duties))
        for clock in self.case.clocks:
            if clock.status in (ClockStatus.RUNNING, ClockStatus.SUSPENDED):
                self.stop(clock.rule)


def _period(rule: ClockRule) -> Period:
    if rule.period is None:
        raise Defect("period_not_in_law", rule.name)
    return rule.period


def _day_to_come(moment: Moment) -> Reason:
    return because(
        "day_to_come",
        *moment.basis,
        en="The day lies after the act.",
        ja="行為の日より後の日である。",
        remedy="Give a day that has come.",
    )


def _day_too_early(moment: Moment) -> Reason:
    return because(
        "day_too_early",
        *moment.basis,
        en="The day lies before the event that it follows.",
        ja="先行する事実より前の日である。",
        remedy="Correct the day.",
    )
