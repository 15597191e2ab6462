"""The position of a person: everything that bears on him or her now, drawn from all cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, TypeVar

from engine.case import Case, Contested
from engine.declaration import Procedures
from law.court import OrderStayed
from law.custody import CustodyHeld
from law.facts import (
    Application,
    Circumstances,
    CriminalProceedings,
    Custody,
    DeportationOrder,
    Grant,
    ProvisionalStayPeriod,
    Sentence,
    TravelRestriction,
)
from law.finding import Answer, Finding
from law.on_record import together
from law.periods import legal_day
from law.provisional_release import ReleaseTerms
from law.removal import RemovalFacts, RemovalStayed, may_be_removed
from law.stays import GivenStay, TakenStatus, with_stays
from law.suspension import Applicant, is_status_less, removal_is_stopped

R = TypeVar("R")
Cases = Mapping[str, Case[Any]]
_NOTHING_RECORDED: Final = Circumstances()
_KEPT_BY_CASES: Final = frozenset(
    {GivenStay, TakenStatus, OrderStayed, CriminalProceedings, TravelRestriction, Sentence}
)
"""What cases keep of what may be recorded as a circumstance too."""


@dataclass(frozen=True)
class Dossier:
    """All cases of a person as they stand on file, and the last instant in law that anything was filed for."""

    person: str
    cases: Cases
    latest: datetime | None = None

    @property
    def contested(self) -> tuple[Contested, ...]:
        """Entries on file that do not fit what was filed after them."""
        return tuple(entry for case in self.cases.values() for entry in case.contested)


class Position:
    """What a person's cases lay before the rules, taken together.

    Args:
        cases: the cases as they stand, in order of opening.
        procedures: the declarations that know what a case lays before the rules.
    """

    def __init__(self, cases: Cases, procedures: Procedures) -> None:
        self.cases = MappingProxyType(dict(cases))
        self._procedures = procedures
        self._laid: Mapping[type, tuple[Any, ...]] = {}

    @property
    def kinds(self) -> Mapping[type, tuple[Any, ...]]:
        """The records that the cases lay before the rules, by their kinds."""
        return self._laid or self._lay()

    def _lay(self) -> Mapping[type, tuple[Any, ...]]:
        laid: dict[type, tuple[Any, ...]] = {}
        kinds = self._procedures.kinds
        for case in self.cases.values():
            borne = case.borne(kinds[case.procedure].bears)
            if laid.keys().isdisjoint(borne):
                laid.update(borne)
            else:
                for kind, records in borne.items():
                    laid[kind] = laid.get(kind, ()) + records
        self._laid = laid
        return laid

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind that the cases lay before the rules, in order of the cases' opening."""
        return self.kinds.get(kind, ())

    def of(self, procedure: str) -> tuple[Case[Any], ...]:
        """The cases of a procedure, in order of opening."""
        return tuple(case for case in self.cases.values() if case.procedure == procedure)

    @cached_property
    def circumstances(self) -> Circumstances:
        """What bears on the person from outside the procedures: what was recorded, and what cases of the person keep.

        A court's stay reaches the order of the case that it names, and no other.
        """
        recorded = self.all(Circumstances)
        if self.kinds.keys().isdisjoint(_KEPT_BY_CASES):
            return recorded[-1] if recorded else _NOTHING_RECORDED
        standing = {order.case for order in self.all(DeportationOrder) if order.withdrawn_at is None}
        return together(
            with_stays(recorded[-1] if recorded else _NOTHING_RECORDED, self.all(GivenStay), self.all(TakenStatus)),
            stays=tuple(one.stay for one in self.all(OrderStayed) if one.deportation in standing),
            proceedings=self.all(CriminalProceedings),
            restrictions=self.all(TravelRestriction),
            sentences=self.all(Sentence),
        )

    @property
    def custody_held(self) -> CustodyHeld | None:
        """Where the person stands on the axis of custody, as the case that keeps it says; None = no case does."""
        kept = self.all(CustodyHeld)
        return kept[0] if kept else None

    @property
    def custody(self) -> Custody:
        """Where the person is held or free: always exactly one."""
        held = self.custody_held
        return held.custody if held else self.circumstances.custody or Custody.FREE

    @cached_property
    def contested(self) -> tuple[str, ...]:
        """Entries on file that are contested."""
        return tuple(entry.entry for case in self.cases.values() for entry in case.contested)

    def order_in_force(self, at: datetime) -> DeportationOrder | None:
        """The deportation order in force at an instant, or None."""
        for order in self.all(DeportationOrder):
            if order.issued_at <= at and (order.withdrawn_at is None or at < order.withdrawn_at):
                return order
        return None

    def provisional_stay_running(self, at: datetime) -> ProvisionalStayPeriod | None:
        """The provisional stay that runs at an instant, or None."""
        for stay in self.all(ProvisionalStayPeriod):
            if stay.delivered_at <= at and (stay.ended_at is None or at < stay.ended_at):
                return stay
        return None

    @cached_property
    def applicant(self) -> Applicant:
        """The person as the rules on suspensive effect ask for one."""
        circumstances = self.circumstances
        issued = [legal_day(order.issued_at) for order in self.all(DeportationOrder) if order.withdrawn_at is None]
        return Applicant(
            stays=circumstances.stays,
            order_issued_on=min(issued, default=None),
            sentences=circumstances.sentences,
            security_ground=circumstances.security_ground,
            applications=self.all(Application),
        )

    def status_less(self, at: datetime) -> Finding[Answer]:
        """Whether the person holds no status of residence in the sense of 61-2-2(1)."""
        return is_status_less(self.applicant, at)

    def removal_stopped(self, at: datetime) -> Finding[Answer]:
        """Whether the suspensive effect of an application stops removal (61-2-9(3), (4))."""
        return removal_is_stopped(self.applicant, at)

    def removal_facts(self) -> RemovalFacts:
        """Every fact that DT-01 asks for, `None` where none was recorded."""
        circumstances = self.circumstances
        return RemovalFacts(
            orders=self.all(DeportationOrder),
            provisional_stays=self.all(ProvisionalStayPeriod),
            applicant=self.applicant,
            grants=self.all(Grant),
            court_stays=circumstances.court_stays,
            proceedings=circumstances.proceedings,
            travel_restrictions=circumstances.travel_restrictions,
            destination=circumstances.destination,
            notice=circumstances.notice,
            contested=self.contested,
            custody_undecided=any(terms.decision_owed for terms in self.all(ReleaseTerms)),
            removal_stays=tuple(one.stay for one in self.all(RemovalStayed)),
        )

    def may_be_removed(self, at: datetime) -> Finding[Answer]:
        """DT-01 on everything on file: yes only if no row blocks and none is unknown."""
        return may_be_removed(self.removal_facts(), at)


def in_order(cases: Iterable[Case[Any]]) -> dict[str, Case[Any]]:
    """Cases by id, in order of opening."""
    return {case.id: case for case in sorted(cases, key=lambda case: case.number)}
