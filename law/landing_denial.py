"""For how long landing is denied to somebody who left: the decision table DT-04 of LAW §10 (5(1)(ix), (ix-2), (x)).

The day of departure is not counted (A-15): who left on 10 July 2024 for one year may land from 11 July 2025.

Not decided here:
    What else stands against landing (`law.landing_bars`). Whether the Minister sets a denial aside (5-2) or permits
    landing specially (12). Rules of before 10 June 2024 for those who left before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law import landing_denial_reasons as reason
from law.clock_rule import ClockRule
from law.departure_order import Track
from law.enforcement_clocks import DENIAL_FIVE_YEARS, DENIAL_ONE_YEAR, DENIAL_TEN_YEARS
from law.facts import Ground, Sentence
from law.finding import Answer, Finding, Reason
from law.landing import Leaving
from law.periods import end_of
from law.regimes import COMMENCEMENT

BARRED_WITHOUT_END: Final = frozenset({Ground.IV_O, Ground.IV_WA, Ground.IV_KA, Ground.IV_YO})
"""Who is deported on one of these never comes under 5(1)(ix): landing is denied without end (5(1)(x))."""
EVENT_RELATED: Final = Ground.IV_3
"""Outside 5(1)(ix) too; 5(1)(v-2) is asked at each landing."""
DENIALS: Final = (DENIAL_ONE_YEAR, DENIAL_FIVE_YEARS, DENIAL_TEN_YEARS)
_REACHED_BY_DECISION: Final = frozenset({Leaving.OWN_EXPENSE, Leaving.PENAL_ORDER})


class Purpose(StrEnum):
    """As what somebody would land."""

    TEMPORARY_VISITOR = "temporary_visitor"
    """With an activity of 短期滞在 (Table I(3))."""
    OTHER = "other"


class Cause(StrEnum):
    """From what a denial runs."""

    LEFT = "left"
    """Left under a deportation order or a departure order (5(1)(ix)(ro)-(he), (x))."""
    LANDING_REFUSED = "landing_refused"
    """Landing was refused for drugs or weapons (5(1)(ix)(i))."""
    JUDGMENT_ABROAD = "judgment_abroad"
    """A judgment became final while the person was abroad (5(1)(ix-2))."""


class Denied(StrEnum):
    """What the table says for a purpose."""

    UNTIL = "until"
    WITHOUT_END = "without_end"
    OUTSIDE = "outside"
    """No period of 5(1)(ix): the event-related bar alone."""
    UNKNOWN = "unknown"
    ASK = "ask"
    """A person decides (A-49)."""


@dataclass(frozen=True, slots=True)
class Denial:
    """What the table says; `years` and `last_day`, the day still barred, only where a period runs."""

    denied: Denied
    years: int | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class LeftJapan:
    """How and when somebody left, and what the length of the denial hangs on; `None` = not on record.

    Attributes:
        grounds: every item of Article 24 of the deportation order; of a departure order they do not matter.
        before: was deported, or left under a departure order, before that day.
        track: how a departure order was opened.
        decision_kept: left under the permission and by the date of a decision of one year (from 2024-06-10).
        decision_stands: what a person decided of a decision made by mistake (A-49).
    """

    on: date
    leaving: Leaving
    grounds: frozenset[Ground] | None = None
    before: bool | None = None
    track: Track | None = None
    decision_kept: bool = False
    decision_stands: bool | None = None


@dataclass(frozen=True, slots=True)
class DenialKept:
    """A denial of landing as its case lays it before the rules. `on` is the day from which it counts.

    Attributes:
        left: how the person left, where the denial runs from that.
        set_aside: the Minister said that it alone does not deny landing (5-2); the departure itself stays on record.
        void: what it rests on was annulled, or the person died: it stands against nothing and never counts.
        sentences: as on record when the person left; security_ground: likewise.
    """

    case: str
    cause: Cause
    on: date
    left: LeftJapan | None = None
    set_aside: bool = False
    void: bool = False
    sentences: tuple[Sentence, ...] | None = None
    security_ground: bool | None = None


def denial_of(kept: DenialKept, purpose: Purpose) -> Finding[Denial]:
    """What DT-04 says of a denial on record, for a purpose of landing.

    Returns:
        The period with its last day and the counting; no end; outside; or unknown and ask, with what is missing.

    Source: 5(1)(ix), (ix-2), (x), 52(5), 55-2(6) (text 2025-06-01); Civil Code 140, 143; A-15, A-49.
    """
    if kept.cause is Cause.LANDING_REFUSED:
        return _until(DENIAL_ONE_YEAR, kept.on, reason.LANDING_REFUSED)
    if kept.cause is Cause.JUDGMENT_ABROAD:
        return _until(DENIAL_FIVE_YEARS, kept.on, reason.JUDGMENT_ABROAD)
    if kept.left is None:
        return Finding(Denial(Denied.UNKNOWN), (reason.NOTHING_RECORDED,))
    return denial_after_leaving(kept.left, purpose)


def denial_after_leaving(left: LeftJapan, purpose: Purpose) -> Finding[Denial]:
    """What DT-04 says of somebody who left in a way, for a purpose of landing; see `denial_of`."""
    if left.leaving is Leaving.DEPARTURE_ORDER:
        return _after_departure_order(left, purpose)
    deemed = (reason.DEEMED_DEPORTED,) if left.leaving is Leaving.PENAL_ORDER else ()
    found = _after_deportation(left, purpose)
    return Finding(found.value, (*found.reasons[:1], *deemed, *found.reasons[1:]), found.steps)


def _after_departure_order(left: LeftJapan, purpose: Purpose) -> Finding[Denial]:
    if purpose is Purpose.OTHER or left.track is Track.APPEARED:
        return _until(DENIAL_ONE_YEAR, left.on, reason.DEPARTURE_ORDER)
    if left.track is None:
        return _unknown(reason.TRACK_UNKNOWN)
    return _until(DENIAL_FIVE_YEARS, left.on, reason.DEPARTURE_ORDER_VISITOR)


def _after_deportation(left: LeftJapan, purpose: Purpose) -> Finding[Denial]:
    if not left.grounds:
        return _unknown(reason.GROUNDS_UNKNOWN)
    if left.grounds & BARRED_WITHOUT_END:
        return Finding(Denial(Denied.WITHOUT_END), (reason.WITHOUT_END,))
    if left.grounds == {EVENT_RELATED}:
        return Finding(Denial(Denied.OUTSIDE), (reason.EVENT_BAR_ALONE,))
    if left.before is None:
        return _unknown(reason.EARLIER_UNKNOWN)
    if left.decision_kept and left.leaving in _REACHED_BY_DECISION and left.on >= COMMENCEMENT:
        return _with_decision(left, purpose)
    return _five_or_ten(left)


def _with_decision(left: LeftJapan, purpose: Purpose) -> Finding[Denial]:
    """By a decision of one year that was kept; one made by mistake is for a person first (A-49)."""
    if left.before and left.decision_stands is None:
        return Finding(Denial(Denied.ASK), (reason.DECISION_BY_MISTAKE,))
    if left.before and not left.decision_stands:
        return _five_or_ten(left, reason.DECISION_FALLS)
    weighed = (reason.DECISION_STANDS,) if left.before else ()
    if purpose is Purpose.OTHER:
        return _until(DENIAL_ONE_YEAR, left.on, reason.ONE_YEAR_DECISION, *weighed)
    return _five_or_ten(left, *weighed, reason.DECISION_NOT_FOR_VISITOR)


def _five_or_ten(left: LeftJapan, *besides: Reason) -> Finding[Denial]:
    if left.before:
        return _until(DENIAL_TEN_YEARS, left.on, reason.TEN_YEARS, *besides)
    return _until(DENIAL_FIVE_YEARS, left.on, reason.FIVE_YEARS, *besides)


def _unknown(why: Reason) -> Finding[Denial]:
    return Finding(Denial(Denied.UNKNOWN), (why,))


def _until(rule: ClockRule, on: date, *why: Reason) -> Finding[Denial]:
    if rule.period is None:
        raise ValueError(rule.name)
    counted = rule.period.last_day(on)
    denial = Denial(Denied.UNTIL, rule.period.length, counted.value)
    return Finding(denial, (*why, reason.denied_through(counted.value), *counted.reasons), counted.steps)


def clocks_of(kept: DenialKept, at: datetime) -> frozenset[ClockRule]:
    """The clocks that run for a denial at an instant: one of each length the finding names, if not run out."""
    found = (denial_of(kept, purpose).value for purpose in Purpose)
    still = {one.years for one in found if one.last_day is not None and at < end_of(one.last_day)}
    return frozenset(rule for rule in DENIALS if rule.period is not None and rule.period.length in still)


def was_deported_before(kept: Iterable[DenialKept], day: date) -> bool:
    """Whether a deportation, or leaving under a departure order, before a legal day is on record."""
    return any(one.cause is Cause.LEFT and not one.void and one.on < day for one in kept)


def has_its_denial(kept: Iterable[DenialKept], on: date) -> bool:
    """Whether a departure of a day has its denial on record: none is determined twice for one departure."""
    return any(one.cause is Cause.LEFT and not one.void and one.on == on for one in kept)


def is_denied(kept: Iterable[DenialKept], purpose: Purpose, day: date) -> Finding[Answer]:
    """Whether what is on record denies landing on a legal day, for a purpose (5(1)(ix), (ix-2), (x)).

    Returns:
        Yes with every denial that stands; ask or unknown where none stands plainly; unknown where nothing is on record.
    """
    valid = [one for one in kept if not one.void]
    if not valid:
        return Finding(Answer.UNKNOWN, (reason.NOTHING_RECORDED,))
    found = [denial_of(one, purpose) for one in valid if not one.set_aside]
    standing = [one for one in found if _stands(one.value, day)]
    if standing:
        reasons = dict.fromkeys(why for one in standing for why in one.reasons)
        return Finding(Answer.YES, tuple(reasons), tuple(step for one in standing for step in one.steps))
    for denied, answer in ((Denied.ASK, Answer.ASK), (Denied.UNKNOWN, Answer.UNKNOWN)):
        open_ = tuple(why for one in found if one.value.denied is denied for why in one.reasons)
        if open_:
            return Finding(answer, open_)
    return Finding(Answer.NO, (reason.NOTHING_RUNS,))


def denied_until(kept: Iterable[DenialKept], purpose: Purpose, day: date) -> date | None:
    """The last day of the denials that stand on a legal day; None where none does, or one has no end."""
    found = [denial_of(one, purpose).value for one in kept if not one.void and not one.set_aside]
    standing = [one.last_day for one in found if _stands(one, day)]
    return None if None in standing else max((last for last in standing if last is not None), default=None)


def _stands(denial: Denial, day: date) -> bool:
    runs = denial.last_day is not None and day <= denial.last_day
    return denial.denied is Denied.WITHOUT_END or (denial.denied is Denied.UNTIL and runs)
