"""The base of every procedure: what an act may read and do, in the words of the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.case import Case, CaseStage, ClockStatus, Duty, DutyKind, Notice, NoticeKind, NoticeStatus
from engine.command import case_id_of
from engine.payload import CaseState, changed
from engine.refusal import Defect
from engine.resolution import RESOLVE_CONTESTED, first
from engine.timing import Timing
from engine.view import S
from law.ledger import overdue_after

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from engine.payload import Fact, Payload


class Procedure(Timing[S]):
    """A kind of case. A subclass declares stages, state, acts, lapses and reactions, and reads like its articles."""

    en: ClassVar[str]
    ja: ClassVar[str]
    stages: ClassVar[type[CaseStage]]
    state_type: ClassVar[type[CaseState]]
    duties: ClassVar[tuple[DutyKind, ...]] = ()
    notices: ClassVar[tuple[NoticeKind, ...]] = ()

    @classmethod
    def bears(cls, case: Case[S]) -> Iterable[object]:  # noqa: ARG003
        """What a case of this procedure lays before the rules, as records of `law.facts`."""
        return ()

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
        state = self.state
        if not changes.keys() <= vars(state).keys():
            raise Defect("unknown_state_field", *sorted(changes.keys() - vars(state).keys()))
        self._put(state=changed(state, changes))

    def enter(self, stage: CaseStage) -> None:
        """Move the case to a stage. A closed stage ends its duties and stops its clocks."""
        self._put(stage=stage)
        if stage.closed:
            self._close()

    def record(self, fact: Fact) -> None:
        """Put a fact on record; it reaches the person's other cases in the same instant."""
        self._session.record(self._case_id, fact)

    def owes(self, *kinds: DutyKind) -> bool:
        """Whether a duty of one of the kinds is open in this case."""
        return self.case.owes(*kinds)

    def owe(self, kind: DutyKind, *, due: date | None = None) -> None:
        """Put a duty on the inbox, once."""
        if self.owes(kind):
            return
        by = due or (overdue_after(self.today, kind.within) if kind.within is not None else None)
        duty = Duty(id=self._session.next_id(), kind=kind.name, by=kind.by, since=self.at, due_on=by)
        self._put(duties=(*self.case.duties, duty))

    def discharge(self, *kinds: DutyKind) -> None:
        """Mark duties done, if they are open."""
        names = {kind.name for kind in kinds}
        self._finish([duty.id for duty in self.case.duties if duty.kind in names and duty.done_at is None])

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
        bodies = (body,) if declared.perform.__code__.co_argcount > 1 else ()
        self._session.run(procedure, case_id, declared.perform, *bodies, basis=declared.basis)
        if case_id not in self._session.cases:
            raise Defect("nothing_begun", procedure, opening)
        return case_id

    def _office(self) -> str:
        """The office of the officer who opens; where the Ministry or the law opens, that of the person's first case."""
        officers = [officer for officer in (self.moment.decider, self.moment.enterer) if officer is not None]
        cases = self._session.cases
        local = [officer.office for officer in officers if not officer.national]
        others = [first(cases).office] if cases else [officer.office for officer in officers]
        return next(iter((*local, *others)), "")

    def _change_notices(self, kind: NoticeKind, changes: dict[str, Any]) -> None:
        notices = self.case.notices
        waiting = [each.id for each in notices if each.kind == kind.name and each.status is NoticeStatus.TO_SERVE]
        if waiting:
            self._put(notices=tuple([changed(each, changes) if each.id in waiting else each for each in notices]))

    def _finish(self, duties: Collection[str]) -> None:
        if duties:
            done = {"done_at": self.at}
            self._put(duties=tuple([changed(each, done) if each.id in duties else each for each in self.case.duties]))

    def _close(self) -> None:
        self._finish([duty.id for duty in self.case.open_duties if duty.kind != RESOLVE_CONTESTED.name])
        for clock in self.case.clocks:
            if clock.status in (ClockStatus.RUNNING, ClockStatus.SUSPENDED):
                self.stop(clock.rule)
