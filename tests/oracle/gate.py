"""A second reading of DT-01: may this person be removed at this instant? Written from LAW.md and the statutes alone.

Sources: LAW §2, DT-01, DT-11, §12.1, D7, D8, D9, D9a, suppl. 14 and 15, A-10, A-12, A-14, A-23, A-26, A-28, A-41, A-46,
A-47. Each row answers "open", "closed" or "unknown"; where two sentences of LAW.md stand in one row, each has its own
letter.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .facts import Country, Grant, Known, Order, Person, Proceedings, ProvisionalStay, Span, T, day_of, runs
from .periods import last_day
from .suspension import in_force, stopped

MARGIN = timedelta(days=10)
"""A-14."""
TRAVEL_RESTRICTIONS = date(2025, 5, 15)
"""63(3) is in force."""
PERSON_IS_TOLD = date(2026, 2, 1)
"""D7: from here on the person is told, and no longer a lawyer who had asked."""


@dataclass(frozen=True)
class Verdict:
    """The answer, the rows that close the gate, and the rows of which nobody knows."""

    answer: str
    closed: frozenset[str]
    unknown: frozenset[str]


def may_be_removed(person: Person, at: datetime) -> Verdict:
    """Yes only if every row is open; no if one is closed; else unknown."""
    return conclude(rows(person, at))


def conclude(found: Mapping[str, str]) -> Verdict:
    """What the rows come to together."""
    closed = frozenset(row for row, said in found.items() if said == "closed")
    unknown = frozenset(row for row, said in found.items() if said == "unknown")
    return Verdict("no" if closed else "unknown" if unknown else "yes", closed, unknown)


def rows(person: Person, at: datetime) -> dict[str, str]:
    """Every row of DT-01 by its number, and what the assumptions of LAW §19 add beside them."""
    day = day_of(at)
    alive = [order for order in person.orders if in_force(order, at)]
    free = [order for order in alive if not any(_covers(grant, order, at) for grant in person.grants)]
    answers: dict[str, bool | None] = {
        "record": None if person.contested else False,
        "1": not alive,
        "1 A-10": person.custody_open,
        "2": any(_stay_runs(stay, at) for stay in person.stays),
        "2 order": any(order.doubted for order in alive),
        "3": _suspended(person, at),
        "3 A-12": any(one.later_material and one.filed <= at for one in person.applications),
        "4": bool(alive) and not free,
        "5": _any(person.court_stays, lambda stay: runs(stay, at)),
        "6": _any(person.proceedings, lambda one: _hinders(one, day)),
        "7": _restricted(person.restrictions, day, at),
        "8a": _not_allowed(person.country),
        "8b": _refoulement(person.country),
        "9": not any(order.shown is not None and order.shown <= at for order in free or alive),
        "10 D7": _notice_runs(person, day),
        "10 A-14": _review_may_be_in_the_post(person, day),
        "10 D8": _court_may_be_asked(person, at),
        "11": any(one.late_review_open and one.filed <= at for one in person.applications),
    }
    words = {True: "closed", False: "open", None: "unknown"}
    return {row: words[answer] for row, answer in answers.items()}


def _covers(grant: Grant, order: Order, at: datetime) -> bool:
    """61-2-9(1): the ground existed when the grant took effect; on that very day it did, in the person's favour."""
    taken = grant.effective
    return taken is not None and taken <= at and order.ground_since <= day_of(taken)


def _stay_runs(stay: ProvisionalStay, at: datetime) -> bool:
    """61-2-9(2), T4, A-28."""
    if at < stay.delivered or (stay.ended is not None and stay.ended <= at):
        return False
    return day_of(at) <= stay.last_day or stay.renewal_open


def _suspended(person: Person, at: datetime) -> bool | None:
    """Row 3 with its last sentence: recognised, and the card or certificate not handed over yet."""
    if any(one.decided <= at and not (one.effective is not None and one.effective <= at) for one in person.grants):
        return True
    return {"on": True, "off": False, "unknown": None}[stopped(person, at)]


def _hinders(case: Proceedings, day: date) -> bool:
    """63(2), A-47: through the day on which they end; leave counts only while a sentence is served."""
    if day < case.since or (case.until is not None and case.until < day):
        return False
    return case.kind != "sentence" or not case.leave


def _restricted(restrictions: Known[Span], day: date, at: datetime) -> bool | None:
    return day >= TRAVEL_RESTRICTIONS and _any(restrictions, lambda one: runs(one, at))


def _not_allowed(country: Country | None) -> bool | None:
    """53(1), (2), and whether the state receives."""
    if country is None:
        return None
    return _either(country.lawful is False, country.accepts is False, unless=None in (country.lawful, country.accepts))


def _refoulement(country: Country | None) -> bool | None:
    """53(3): any indication closes; the Minister's finding lifts persecution alone (D4)."""
    if country is None:
        return None
    feared = country.persecution is True and not country.lifted
    open_question = country.torture is None or (country.persecution is None and not country.lifted)
    return _either(feared, country.torture is True, unless=open_question)


def _notice_runs(person: Person, day: date) -> bool | None:
    """D7 with A-14; two months that a lawyer was told before the practice changed are kept."""
    notice = person.notice
    if notice is None:
        return None
    if notice.lawyer_asked and (day < PERSON_IS_TOLD or notice.told < PERSON_IS_TOLD):
        return day <= last_day(notice.told, 2, "month")
    return day >= PERSON_IS_TOLD and day <= last_day(notice.told, 1, "month")


def _review_may_be_in_the_post(person: Person, day: date) -> bool:
    """A-14: seven days from receipt, moved off closed days, and the margin."""
    received = (one.refusal_received for one in person.applications)
    return any(one is not None and one <= day <= last_day(one, 7, "day", rolls=True) + MARGIN for one in received)


def _court_may_be_asked(person: Person, at: datetime) -> bool | None:
    """D8: the margin from the service of a decision that refused the review; unserved as far as known: unknown."""
    unproved = False
    for one in person.applications:
        served = one.review_refusal_served or (one.ended if one.end == "review_refused" else None)
        unproved = unproved or (served is None and one.end == "review_refused")
        if served is not None and served <= at and day_of(at) <= day_of(served) + MARGIN:
            return True
    return None if unproved else False


def _any(known: Known[T], hits: Callable[[T], bool]) -> bool | None:
    if any(hits(one) for one in known.records):
        return True
    return False if known.whole else None


def _either(*answers: bool, unless: bool) -> bool | None:
    """Yes if one is; no if none is and no question is open."""
    return True if any(answers) else None if unless else False
