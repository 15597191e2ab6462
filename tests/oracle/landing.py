"""A second reading of DT-04: for how long landing is denied to somebody who left, by purpose. It shares no rule code.

Source: LAW.md §10 DT-04; 5(1)(ix), (ix-2), (x), 52(5), 55-2(6).
"""

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from tests.oracle.periods import last_day

if TYPE_CHECKING:
    from law.landing_denial import DenialKept, LeftJapan

TOKYO = timezone(timedelta(hours=9))
WITHOUT_END = {"24(iv)(o)", "24(iv)(wa)", "24(iv)(ka)", "24(iv)(yo)"}
EVENTS = {"24(iv-3)"}
DECISIONS_FROM = date(2024, 6, 10)


def running(kept: "DenialKept", at: datetime) -> dict[int, date]:
    """The periods that run at an instant, each in years with the last day that is still barred."""
    if kept.void or kept.set_aside:
        return {}
    today = at.astimezone(TOKYO).date()
    ends = {years: last_day(kept.on, years, "year") for years in _of_cause(kept)}
    return {years: end for years, end in ends.items() if today <= end}


def _of_cause(kept: "DenialKept") -> set[int]:
    if kept.cause.value == "landing_refused":
        return {1}
    if kept.cause.value == "judgment_abroad":
        return {5}
    if kept.left is None:
        return set()
    both = (years(kept.left, visitor=visitor) for visitor in (True, False))
    return {one for one in both if one is not None}


def years(left: "LeftJapan", *, visitor: bool) -> int | None:
    """The row of the table: a number of years, or None where no period runs or a person must look first."""
    if left.leaving.value == "departure_order":
        if not visitor:
            return 1
        return {"24-3(i)(i)": 1, "24-3(i)(ro)": 5}.get(left.track.value) if left.track else None
    grounds = {ground.value for ground in left.grounds or ()}
    if not grounds or grounds & WITHOUT_END or grounds == EVENTS or left.before is None:
        return None
    return _after_order(left, visitor=visitor)


def _after_order(left: "LeftJapan", *, visitor: bool) -> int | None:
    longest = 10 if left.before else 5
    kept = left.decision_kept and left.leaving.value in {"own_expense", "penal_order"} and left.on >= DECISIONS_FROM
    if not kept:
        return longest
    if left.before and left.decision_stands is None:
        return None
    stands = not left.before or left.decision_stands
    return 1 if stands and not visitor else longest
