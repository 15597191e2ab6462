"""What the second readings are told: plain words, days and instants of one person. Nothing of `law` is used here.

A `Known` list says which records there are, and whether somebody looked for others: what nobody looked for is unknown.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Generic, TypeVar

T = TypeVar("T")

TOKYO = timezone(timedelta(hours=9))
"""No daylight saving (T1)."""


@dataclass(frozen=True)
class Known(Generic[T]):
    """Records of one sort; `whole` = it was looked into and there are no others."""

    records: tuple[T, ...] = ()
    whole: bool = True


@dataclass(frozen=True)
class Order:
    """A deportation order; `doubted` = issued while the procedure proves to have stood still, and not weighed yet."""

    ground_since: date
    issued: datetime
    withdrawn: datetime | None = None
    shown: datetime | None = None
    doubted: bool = False


@dataclass(frozen=True)
class ProvisionalStay:
    """Provisional stay, from the delivery of the permit to the end of its last day, or until it ended before."""

    delivered: datetime
    last_day: date
    ended: datetime | None = None
    renewal_open: bool = False
    """Asked for in time, and undecided."""


@dataclass(frozen=True)
class Span:
    """A court's stay, or a travel restriction: from an instant until just before another."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Proceedings:
    """Criminal proceedings, a sentence being served ("sentence"), or juvenile training; whole days."""

    kind: str
    since: date
    until: date | None = None
    leave: bool = False


@dataclass(frozen=True)
class Grant:
    """A status granted under 61-2-2(1), 61-2-5(1) or the old 61-2-2(2); effective with the hand-over."""

    decided: datetime
    effective: datetime | None = None


@dataclass(frozen=True)
class Country:
    """The destination; None = nobody found out."""

    lawful: bool | None
    accepts: bool | None
    persecution: bool | None
    torture: bool | None
    """Torture or enforced disappearance."""
    lifted: bool = False
    """The Minister found serious harm in person."""


@dataclass(frozen=True)
class Notice:
    """What was told before removal, and whether a lawyer had asked."""

    told: date
    lawyer_asked: bool = False


@dataclass(frozen=True)
class Status:
    """A way of staying; whole days, but for one that was cut short at an instant."""

    kind: str
    since: date
    until: date | None = None
    cut: datetime | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence of imprisonment; `months` None = life; `final` None = not final."""

    final: date | None
    months: int | None
    suspended: bool = False
    japanese: bool = True


@dataclass(frozen=True)
class Application:
    """An application for recognition, and its proved end by the items of 61-2-4(5) where it is one of them."""

    filed: datetime
    material: str = "none"
    end: str | None = None
    ended: datetime | None = None
    refusal_received: date | None = None
    review_refusal_served: datetime | None = None
    late_review_open: bool = False
    """A late request for review with a claimed justifiable reason is undecided."""
    later_material: bool = False
    """Material that came after the filing was not looked at yet."""


@dataclass(frozen=True)
class Person:
    """All that DT-01 and DT-11 ask about somebody."""

    orders: tuple[Order, ...] = ()
    stays: tuple[ProvisionalStay, ...] = ()
    applications: tuple[Application, ...] = ()
    statuses: Known[Status] = field(default_factory=Known)
    sentences: Known[Sentence] = field(default_factory=Known)
    security: bool | None = None
    grants: tuple[Grant, ...] = ()
    court_stays: Known[Span] = field(default_factory=Known)
    proceedings: Known[Proceedings] = field(default_factory=Known)
    restrictions: Known[Span] = field(default_factory=Known)
    country: Country | None = None
    notice: Notice | None = None
    contested: bool = False
    """An entry on file is contested."""
    custody_open: bool = False
    """Ordered during a provisional release, and custody under the order is not decided (A-10)."""


def day_of(at: datetime) -> date:
    """The day in Japan."""
    return at.astimezone(TOKYO).date()


def runs(span: Span, at: datetime) -> bool:
    """From the first instant to just before the last."""
    return span.since <= at and (span.until is None or at < span.until)
