"""A clock as counted: the steps from its first day to its last, the provisions, and every movement since."""

from datetime import date, datetime

from api.views import LedgerView, View, articles, ledger_view
from engine.case import Clock
from engine.command import CitedArticle, Ground
from engine.sent import ground
from law.clock_rule import DesignationError
from law.finding import Finding


class StepView(View):
    """One step of counting."""

    day: date
    en: str
    ja: str


class DeadlineView(View):
    """A clock as counted. `steps` count the whole period from its start.

    `used` days of it were spent before; what moved it since stands in the ledger.
    """

    id: str
    number: str
    rule: str
    en: str
    ja: str
    danger: str
    on_lapse: str
    status: str
    generation: int
    started_on: date
    last_day: date
    ends_at: datetime | None
    days_left: int | None
    used: int
    designated: bool
    basis: tuple[CitedArticle, ...]
    reasons: tuple[Ground, ...]
    steps: tuple[StepView, ...]
    ledger: tuple[LedgerView, ...]


def deadline_view(clock: Clock) -> DeadlineView:
    """A clock as counted, as sent."""
    rule, finding = clock.rule, counted(clock)
    return DeadlineView(
        id=clock.id,
        number=rule.id,
        rule=rule.name,
        en=rule.en,
        ja=rule.ja,
        danger=rule.danger.name.lower(),
        on_lapse=rule.on_lapse,
        status=clock.status,
        generation=clock.generation,
        started_on=clock.started_on,
        last_day=clock.last_day,
        ends_at=clock.ends_at,
        days_left=clock.days_left,
        used=clock.used,
        designated=clock.designated,
        basis=articles(rule.basis),
        reasons=tuple(ground(reason) for reason in finding.reasons) if finding else (),
        steps=tuple(StepView(day=step.day, en=step.en, ja=step.ja) for step in finding.steps) if finding else (),
        ledger=tuple(ledger_view(entry) for entry in clock.ledger),
    )


def counted(clock: Clock) -> Finding[datetime] | None:
    """The counting of a clock from its start; None for a designated day that was moved beyond its first maximum."""
    if clock.started_at is not None:
        return clock.rule.ends_from(clock.started_at)
    if clock.rule.period is not None:
        return clock.rule.ends(clock.started_on)
    try:
        return clock.rule.designated(clock.started_on, clock.unrolled)
    except DesignationError:
        return None
