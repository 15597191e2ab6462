"""The records of a case: the case itself, its clocks, duties and notices, and the facts on file."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from engine.payload import CaseState, Fact
from law.citation import Citation
from law.clock_rule import ClockRule
from law.clocks import CLOCKS
from law.competence import Power
from law.policies import ServiceLevel

S = TypeVar("S", bound=CaseState)
_BORNE, _WAKES = "_borne", "_wakes"
"""Under what names a case keeps what was asked of it; they are no fields of it."""


class CaseStage(str, Enum):  # noqa: UP042  (a StrEnum takes no words beside its value)
    """Where a case stands: value, English, Japanese, and for a live stage without clock or duty the reason why."""

    en: str
    ja: str
    closed: bool
    quiet: str

    def __new__(cls, value: str, en: str, ja: str, closed: bool = False, quiet: str = "") -> Self:
        """Keep the words beside the value."""
        stage = str.__new__(cls, value)
        stage._value_ = value
        stage.en, stage.ja, stage.closed, stage.quiet = en, ja, closed, quiet
        return stage

    def __str__(self) -> str:
        return str(self.value)


def stage(value: str, en: str, ja: str, *, closed: bool = False, quiet: str = "") -> tuple[str, str, str, bool, str]:
    """Declare a stage; `quiet` is the written reason why a live stage may stand without a clock or a duty."""
    return (value, en, ja, closed, quiet)


class ClockStatus(StrEnum):
    """What a clock is doing."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    STOPPED = "stopped"
    LAPSED = "lapsed"


_LIVE = (ClockStatus.RUNNING, ClockStatus.SUSPENDED)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class LedgerEntry(_Record):
    """One movement of a clock: what it was, when, and the days left after it where it stands still."""

    movement: str
    at: datetime
    days_left: int | None = None


class Clock(_Record):
    """A running statutory period: start, rule, computed end. A suspended clock has no end."""

    id: str
    rule_name: str
    started_on: date
    unrolled: date
    """The last day before any move over holidays."""
    last_day: date
    ends_at: datetime | None
    designated: bool = False
    started_at: datetime | None = None
    """Of a period in hours, the instant from which it runs."""
    used: int = 0
    """Days of the period that were spent before this clock began."""
    status: ClockStatus = ClockStatus.RUNNING
    generation: int = 1
    days_left: int | None = None
    ledger: tuple[LedgerEntry, ...] = ()

    @property
    def rule(self) -> ClockRule:
        """The period in the register of clocks."""
        return CLOCKS[self.rule_name]

    @property
    def is_protective(self) -> bool:
        """Whether it stands between the person and a loss: its end takes something from him or her."""
        return self.rule.takes

    def has_run_out(self, at: datetime) -> bool:
        """Whether the clock reached its end at or before an instant (periods are half-open)."""
        return self.status is ClockStatus.RUNNING and self.ends_at is not None and self.ends_at <= at


@dataclass(frozen=True, slots=True)
class DutyKind:
    """A kind of duty: who must do what, on which article. `within` is a service level, never a legal limit (A-02)."""

    name: str
    en: str
    ja: str
    by: Power
    basis: tuple[Citation, ...]
    within: ServiceLevel | None = None


class Duty(_Record):
    """Something somebody must do next."""

    id: str
    kind: str
    by: Power
    since: datetime
    due_on: date | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """A kind of document to be served: its form number in the Ordinance and its basis."""

    name: str
    en: str
    ja: str
    form: str
    basis: tuple[Citation, ...]


class NoticeStatus(StrEnum):
    """Where a notice stands. Delivery through a channel is not service; service is an act of its own."""

    TO_SERVE = "to_serve"
    SERVED = "served"
    WITHDRAWN = "withdrawn"


class Notice(_Record):
    """A document to be served on the person."""

    id: str
    kind: str
    since: datetime
    status: NoticeStatus = NoticeStatus.TO_SERVE
    served_on: date | None = None
    announced_at: datetime | None = None


class Contested(_Record):
    """A true event on file that does not fit what was filed after it."""

    entry: str
    since: datetime
    falls: tuple[str, ...]
    """Entries that would fall if it took effect."""


@dataclass(frozen=True)
class Case(Generic[S]):
    """One running procedure of one person. `number` is the order of opening among the person's cases."""

    id: str
    procedure: str
    number: int
    office: str
    opened_at: datetime
    stage: CaseStage
    state: S
    version: int = 0
    clocks: tuple[Clock, ...] = ()
    duties: tuple[Duty, ...] = ()
    notices: tuple[Notice, ...] = ()
    contested: tuple[Contested, ...] = ()
    held: bool = False
    """An entry of the person is contested: clocks whose end would take something from the person do not lapse."""

    def having(self, **changes: Any) -> Self:  # noqa: ANN401  (fields of a case)
        """The case with fields changed: `dataclasses.replace`, ten times as fast, for it happens at every step."""
        fields = vars(self) | changes
        fields.pop(_BORNE, None)
        fields.pop(_WAKES, None)
        copy = object.__new__(type(self))
        object.__setattr__(copy, "__dict__", fields)
        return copy

    def borne(self, ask: Callable[[Self], Iterable[object]]) -> Mapping[type, tuple[Any, ...]]:
        """What the case lays before the rules, by kind; a case never changes, so its procedure is asked once."""
        fields = vars(self)
        borne: dict[type, tuple[Any, ...]] | None = fields.get(_BORNE)
        if borne is None:
            borne = fields[_BORNE] = {}
            for record in ask(self):
                kind = type(record)
                borne[kind] = (*borne[kind], record) if kind in borne else (record,)
        return borne

    def holds(self, clock: Clock) -> bool:
        """Whether a clock may not lapse now, whatever the hour."""
        return self.held and clock.is_protective

    @property
    def running_clocks(self) -> tuple[Clock, ...]:
        """Clocks that will lapse by themselves."""
        return tuple([clock for clock in self.clocks if clock.status is ClockStatus.RUNNING])

    @property
    def open_duties(self) -> tuple[Duty, ...]:
        """Duties not yet done."""
        return tuple([duty for duty in self.duties if duty.done_at is None])

    def owes(self, *kinds: DutyKind) -> bool:
        """Whether a duty of one of the kinds is open."""
        for duty in self.duties:
            if duty.done_at is None:
                for kind in kinds:
                    if duty.kind == kind.name:
                        return True
        return False

    @property
    def wakes_at(self) -> datetime | None:
        """The earliest end of a running clock that may lapse; a case never changes, so it is looked for once."""
        fields = vars(self)
        if _WAKES not in fields:
            ends = [clock.ends_at for clock in self.running_clocks if clock.ends_at and not self.holds(clock)]
            fields[_WAKES] = min(ends, default=None)
        found: datetime | None = fields[_WAKES]
        return found

    def clock(self, rule: ClockRule) -> Clock | None:
        """The clock of a rule that is running or suspended, or None."""
        for clock in self.clocks:
            if clock.rule_name == rule.name and clock.status in _LIVE:
                return clock
        return None


@dataclass(frozen=True, slots=True)
class FiledFact:
    """A fact with where it stands: id (entry and ordinal), case, both the instant in law and its basis."""

    id: str
    entry: str
    case: str
    occurred_at: datetime
    body: Fact
    basis: tuple[Citation, ...] = field(default=())

    @property
    def origin(self) -> str:
        """Entry and ordinal. A fact that a late entry made otherwise bears the origin and, after `~`, that entry."""
        return self.id.partition("~")[0]

    @property
    def kind(self) -> str:
        """The fact's name."""
        return type(self.body).__name__
