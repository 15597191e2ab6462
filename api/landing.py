"""How a denial of landing is sent: by purpose, with reasons, articles and days; and what may stand beside."""

from datetime import date, datetime

from api.counting import StepView
from api.views import FindingView, View, finding_view
from engine.landing import bars_on_record, landing_denied_until, landing_is_denied
from engine.position import Position
from law.landing_denial import Cause, Denial, DenialKept, Denied, Purpose, denial_of


class LandingAnswer(FindingView):
    """Whether landing is denied for a purpose. `until`: the last day that is barred; null where none is, or no end."""

    until: date | None
    steps: tuple[StepView, ...]


class PeriodView(View):
    """What DT-04 says of one denial for a purpose."""

    denied: Denied
    years: int | None
    until: date | None


class DenialView(View):
    """A denial on record: from what and from which day it runs, and for how long."""

    case: str
    cause: Cause
    counts_from: date
    set_aside: bool
    temporary_visitor: PeriodView
    other: PeriodView


class LandingView(View):
    """DT-04: whether landing is denied under 5(1)(ix), (ix-2) and (x), by purpose. `unknown`: a fact is missing."""

    person: str
    as_of: datetime
    temporary_visitor: LandingAnswer
    other: LandingAnswer
    denials: tuple[DenialView, ...]
    beside: tuple[FindingView, ...]
    """Bars of 5(1)(iv) to (xiv) that stand, or may stand, beside."""


def landing_view(person: str, position: Position, at: datetime) -> LandingView:
    """Everything on file about landing again, as sent."""
    return LandingView(
        person=person,
        as_of=at,
        temporary_visitor=_answer(position, Purpose.TEMPORARY_VISITOR, at),
        other=_answer(position, Purpose.OTHER, at),
        denials=tuple(_denial(one) for one in position.all(DenialKept) if not one.void),
        beside=tuple(finding_view(one) for one in bars_on_record(position, at)),
    )


def _answer(position: Position, purpose: Purpose, at: datetime) -> LandingAnswer:
    finding = landing_is_denied(position, purpose, at)
    told = finding_view(finding)
    return LandingAnswer(
        answer=told.answer,
        reasons=told.reasons,
        until=landing_denied_until(position, purpose, at),
        steps=tuple(StepView(day=step.day, en=step.en, ja=step.ja) for step in finding.steps),
    )


def _denial(kept: DenialKept) -> DenialView:
    return DenialView(
        case=kept.case,
        cause=kept.cause,
        counts_from=kept.on,
        set_aside=kept.set_aside,
        temporary_visitor=_period(denial_of(kept, Purpose.TEMPORARY_VISITOR).value),
        other=_period(denial_of(kept, Purpose.OTHER).value),
    )


def _period(denial: Denial) -> PeriodView:
    return PeriodView(denied=denial.denied, years=denial.years, until=denial.last_day)
