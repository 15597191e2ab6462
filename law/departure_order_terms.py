"""A departure order once it is due: paper, conditions, deadline, extension, revocation (55-85 to 55-88).

Not decided here:
    Whether a cause of delay is not the person's, and whether to revoke where a condition is broken: the supervising
    immigration inspector judges and gives reasons. The maximum of 15 days stands in `law.enforcement_clocks`.

Source: 55-85 to 55-88, Ord. 50-52 to 50-55 (text 2025-06-01).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from law import departure_order_reasons as reason
from law.departure_order import Track
from law.facts import Ground
from law.finding import Answer, Finding, Reason


class PaperItem(StrEnum):
    """What the paper of form 71-3 states (55-86)."""

    PERSON = "person"
    """Name, age and nationality."""
    REASON = "reason"
    DEADLINE = "deadline"
    DAY_OF_DELIVERY = "day_of_delivery"
    NAME_AND_SEAL = "name_and_seal"
    """Of the supervising immigration inspector."""


class DepartureCondition(StrEnum):
    """The conditions that may be set, by their items (55-85(3), Ord. 50-52)."""

    RESIDENCE = "50-52(i)"
    MOVEMENT = "50-52(ii)"
    APPEARANCE = "50-52(iii)"
    NO_PAID_WORK = "50-52(iv)"
    """Only what leaving needs: no business for income and no paid work."""
    OTHER = "other"
    """Something else that is specially necessary (Ord. 50-52(iv))."""


class Where(StrEnum):
    """Where the person came to ask for an extension (Ord. 50-54(1))."""

    ISSUING_OFFICE = "issuing_office"
    OTHER_OFFICE = "other_office"


class DelayCause(StrEnum):
    """Why the person cannot leave by the deadline (55-87)."""

    TRANSPORT = "transport"
    """How ships and aircraft run."""
    OTHER = "other"
    """Another cause, the person's or not: the inspector judges."""


@dataclass(frozen=True, slots=True)
class ConditionsSet:
    """Conditions as they are to be set.

    Args:
        imposed: which; none need be.
        residence_named: the residence planned until departure is named.
        route_named: the way to the port of departure is named.
        special_circumstances: the inspector records special circumstances for setting residence or range otherwise.
        other_named: what else is required is said.
    """

    imposed: frozenset[DepartureCondition]
    residence_named: bool
    route_named: bool
    special_circumstances: bool
    other_named: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """How an extension was asked for (Ord. 50-54(1)); the last two tell of another office than the issuing one."""

    in_person: bool
    where: Where
    unavoidable: bool
    inspector_there: bool


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: the day from which it counts, its last day, and of an extended one when that was asked for."""

    counted_from: date
    last_day: date
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class DepartureOrderKept:
    """A departure order, due or made, as its case lays it before the rules.

    Args:
        case: its case.
        deportation: the deportation case that found the person eligible.
        track: by which track (24-3(i)).
        ordered_at: when it was made and handed over; None = it is due.
        deadlines: every deadline, oldest first.
        conditions: the conditions set.
        undecided: the deadline has passed, and a person decides what follows.
        ended_at: when it ended in any way.
        left: the person left under it.
        ground: 24(viii) or (ix), where it was missed or revoked and the person has not left since.
    """

    case: str
    deportation: str
    track: Track
    ordered_at: datetime | None = None
    deadlines: tuple[Deadline, ...] = ()
    conditions: frozenset[DepartureCondition] = frozenset()
    undecided: bool = False
    ended_at: datetime | None = None
    left: bool = False
    ground: Ground | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is due, or made and not ended."""
        return self.ended_at is None

    def bans_work(self, at: datetime) -> bool | None:
        """Whether it forbids paid work at an instant; None where it does not run then (DT-07)."""
        runs = self.ordered_at is not None and self.ordered_at <= at and (self.ended_at is None or at < self.ended_at)
        return DepartureCondition.NO_PAID_WORK in self.conditions if runs else None


def paper_is_complete(states: frozenset[PaperItem]) -> Finding[Answer]:
    """Whether the paper of form 71-3 states everything that 55-86 asks for."""
    missing = sorted(set(PaperItem) - states)
    if not missing:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (reason.paper_incomplete(", ".join(missing)),))


def conditions_fit(terms: ConditionsSet) -> Finding[Answer]:
    """Whether conditions are set as Ord. 50-52 has them; with special circumstances residence and range may differ.

    The residence is the one planned until departure; the range is its prefecture and the way to the port.
    """
    wrong: list[Reason] = []
    imposed, special = terms.imposed, terms.special_circumstances
    if DepartureCondition.RESIDENCE in imposed and not (terms.residence_named or special):
        wrong.append(reason.RESIDENCE_NOT_NAMED)
    drawn = DepartureCondition.RESIDENCE in imposed and terms.residence_named and terms.route_named
    if DepartureCondition.MOVEMENT in imposed and not (drawn or special):
        wrong.append(reason.RANGE_NOT_DRAWN)
    if DepartureCondition.OTHER in imposed and not terms.other_named:
        wrong.append(reason.CONDITION_NOT_SAID)
    return Finding(Answer.NO if wrong else Answer.YES, tuple(wrong))


def came_to_ask(asked: Asked) -> Finding[Answer]:
    """Whether an extension was asked for in person at the issuing office, or for unavoidable reasons at another.

    Source: Ord. 50-54(1): the other office must have a supervising immigration inspector.
    """
    if not asked.in_person:
        return Finding(Answer.NO, (reason.NOT_IN_PERSON,))
    if asked.where is Where.ISSUING_OFFICE:
        return Finding(Answer.YES, ())
    if not asked.unavoidable:
        return Finding(Answer.NO, (reason.ANOTHER_OFFICE,))
    return _unless(asked.inspector_there, reason.NO_INSPECTOR_THERE)


def asked_in_time(day: date, deadline: date) -> Finding[Answer]:
    """Whether an extension is asked for by the deadline, until the end of that day (Ord. 50-54(1), A-21)."""
    return _unless(day <= deadline, reason.ASKED_TOO_LATE)


def may_be_extended(*, not_the_persons_fault: bool | None) -> Finding[Answer]:
    """Whether the deadline may be extended: only for transport or another cause that is not the person's fault (55-87).

    Args:
        not_the_persons_fault: as the inspector judges; None = not judged yet.
    """
    if not_the_persons_fault is None:
        return Finding(Answer.ASK, (reason.CAUSE_TO_BE_WEIGHED,))
    return _unless(not_the_persons_fault, reason.THE_PERSONS_FAULT)


def prolongs(deadline: date, until: date, today: date) -> Finding[Answer]:
    """Whether a new last day prolongs the deadline: later than the old one, and not past. The text has no maximum."""
    return _unless(until > deadline and until >= today, reason.PROLONGS_NOTHING)


def may_be_revoked(imposed: frozenset[DepartureCondition], broken: frozenset[DepartureCondition]) -> Finding[Answer]:
    """Whether the order may be revoked: for the breach of a condition that was set, and for nothing else (55-88)."""
    return _unless(bool(broken) and broken <= imposed, reason.NO_CONDITION_BROKEN)


def may_summon(imposed: frozenset[DepartureCondition]) -> Finding[Answer]:
    """Whether the person may be summoned: where appearing was made a condition (Ord. 50-52(iii))."""
    return _unless(DepartureCondition.APPEARANCE in imposed, reason.APPEARANCE_NOT_IMPOSED)


def paper_is_submitted(*, submitted: bool, said_why_not: bool) -> Finding[Answer]:
    """Whether the order was submitted at exit control, or it is said why it could not be (Ord. 27(3))."""
    return _unless(submitted or said_why_not, reason.PAPER_NOT_SUBMITTED)


def _unless(holds: bool, why: Reason) -> Finding[Answer]:
    return Finding(Answer.YES, ()) if holds else Finding(Answer.NO, (why,))
