"""A second reading of DT-01, row by row, that shares no code with `law` but the input records."""

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from law.facts import (
    Application,
    CriminalProceedings,
    Destination,
    Ending,
    Grant,
    ProvisionalStayPeriod,
    RemovalNotice,
    TravelRestriction,
)

if TYPE_CHECKING:
    from law.removal import RemovalFacts

TOKYO = timezone(timedelta(hours=9))
CLOSED = {
    *(date(2025, 12, day) for day in (29, 30, 31)),
    *(date(2026, 1, day) for day in (1, 2, 3, 12)),
    date(2026, 2, 11),
    date(2026, 2, 23),
}
"""Holidays on a weekday from December 2025 to February 2026, from the published calendar."""


def against(
    facts: "RemovalFacts", applications: tuple[Application, ...], at: datetime, *, stopped: bool | None
) -> dict[str, str]:
    """The rows that stand against removal: "no" or "unknown" by code. `stopped` is the answer of DT-11."""
    day = at.astimezone(TOKYO).date()
    rows = {
        "entry_contested": None if facts.contested else False,
        **_orders(facts, at),
        "provisional_stay_running": any(_stay_runs(stay, day, at) for stay in facts.provisional_stays),
        "suspensive_effect": any(_decided_only(grant, at) for grant in facts.grants) or stopped,
        **_courts(facts, day, at),
        **_where(facts.destination),
        "notice_period": _notice(facts.notice, day),
        **_applications(applications, day),
    }
    return {code: "unknown" if hit is None else "no" for code, hit in rows.items() if hit is not False}


def _orders(facts: "RemovalFacts", at: datetime) -> dict[str, bool | None]:
    alive = [
        each for each in facts.orders if each.issued_at <= at and not (each.withdrawn_at and each.withdrawn_at <= at)
    ]
    effects = [
        grant.effective_at.astimezone(TOKYO).date()
        for grant in facts.grants
        if grant.effective_at and grant.effective_at <= at
    ]
    free = [order for order in alive if all(order.ground_since > effect for effect in effects)]
    shown = [order for order in (free or alive) if order.shown_at and order.shown_at <= at]
    return {
        "no_order_in_force": len(alive) == 0,
        "order_in_doubt": len([order for order in alive if order.in_doubt]) > 0,
        "grant_bars": len(alive) > 0 and len(free) == 0,
        "order_not_shown": len(shown) == 0,
    }


def _stay_runs(stay: ProvisionalStayPeriod, day: date, at: datetime) -> bool:
    if stay.delivered_at > at or (stay.ended_at and stay.ended_at <= at):
        return False
    return stay.renewal_undecided or day <= stay.last_day


def _decided_only(grant: Grant, at: datetime) -> bool:
    return grant.decided_at <= at and not (grant.effective_at and grant.effective_at <= at)


def _courts(facts: "RemovalFacts", day: date, at: datetime) -> dict[str, bool | None]:
    stays, cases, limits = facts.court_stays, facts.proceedings, facts.travel_restrictions
    return {
        "court_stay": None if stays is None else any(s.since <= at and not (s.until and s.until <= at) for s in stays),
        "criminal_proceedings": None if cases is None else any(_hinders(case, day) for case in cases),
        "travel_restriction": _limited(limits, at) if day >= date(2025, 5, 15) else False,
    }


def _hinders(case: CriminalProceedings, day: date) -> bool:
    if day < case.since or (case.until and day > case.until):
        return False
    return not (case.kind.value == "sentence" and case.leave_given)


def _limited(limits: tuple[TravelRestriction, ...] | None, at: datetime) -> bool | None:
    return None if limits is None else any(x.since <= at and not (x.until and x.until <= at) for x in limits)


def _where(to: Destination | None) -> dict[str, bool | None]:
    if to is None:
        return {"destination_not_allowed": None, "non_refoulement": None}
    closed: bool | None = None if None in (to.permitted_by_53, to.accepts) else False
    if to.permitted_by_53 is False or to.accepts is False:
        closed = True
    if to.torture_or_disappearance or (to.persecution and not to.minister_finding):
        return {"destination_not_allowed": closed, "non_refoulement": True}
    known = to.torture_or_disappearance is not None and (to.persecution is not None or to.minister_finding)
    return {"destination_not_allowed": closed, "non_refoulement": False if known else None}


def _notice(notice: RemovalNotice | None, day: date) -> bool | None:
    if notice is None:
        return None
    change = date(2026, 2, 1)
    months = 1 if day >= change else 0
    if notice.lawyer_asked and min(day, notice.told_on) < change:
        months = 2
    return months > 0 and day < _after_months(notice.told_on, months)


def _after_months(told: date, months: int) -> date:
    """The first day after whole months that do not count the day of telling: count from the day after it."""
    first = told + timedelta(days=1)
    index = first.year * 12 + first.month - 1 + months
    try:
        return date(index // 12, index % 12 + 1, first.day)
    except ValueError:
        return date((index + 1) // 12, (index + 1) % 12 + 1, 1)


def _applications(applications: tuple[Application, ...], day: date) -> dict[str, bool | None]:
    received = [each.refusal_received_on for each in applications if each.refusal_received_on]
    served = [
        each.ended_at and each.ended_at.astimezone(TOKYO).date()
        for each in applications
        if each.ended is Ending.REVIEW_REFUSED
    ]
    court: bool | None = None if None in served else False
    if any(one is not None and one <= day <= one + timedelta(days=10) for one in served):
        court = True
    return {
        "review_margin": any(one <= day <= _rolled(one + timedelta(days=7)) + timedelta(days=10) for one in received),
        "court_margin": court,
        "later_material_unread": any(each.later_material for each in applications),
        "late_review_undecided": any(each.late_review_claimed for each in applications),
    }


def _rolled(day: date) -> date:
    while day.weekday() >= 5 or day in CLOSED:  # Saturday and Sunday
        day += timedelta(days=1)
    return day
