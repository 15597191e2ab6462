"""Departure at own expense and the decision of one year (52(4), (5)): what it needs, by when, and whether it was kept.

Not decided here:
    Whether leaving is to be permitted, and whether one year is appropriate in view of conduct and ground: officers
    judge and give reasons. The destination is the person's own choice: 53 does not bind, 53(3) included. No rule of
    the law speaks of a refusal; it is written with reasons.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from law.citation import ICRRA, ORD
from law.decision_table import Condition, Outcome, Row, conclude
from law.enforcement_clocks import OWN_EXPENSE_DATE
from law.facts import Ground
from law.filer import Filer
from law.finding import Answer, Finding, Reason
from law.landing import Leaving
from law.landing_denial import BARRED_WITHOUT_END, EVENT_RELATED
from law.periods import legal_day


@dataclass(frozen=True, slots=True)
class OwnExpenseTerms:
    """A permission to leave at own expense, with the decision of one year if there is one.

    Attributes:
        permitted_at: from this instant the person may leave under it.
        planned_on: the day of departure that the permission names.
        decision_until: with a decision of one year, the day by which the person must leave; it stays when that day
            has passed, for whoever left in time may be found to have done so later.
        before: was deported, or left under a departure order, before, as looked into for the decision.
        ended_at: withdrawn, given up or without object; None while it stands, and after leaving under it.
    """

    case: str
    permitted_at: datetime
    planned_on: date
    decision_until: date | None = None
    before: bool | None = None
    ended_at: datetime | None = None


def permission_used(terms: Iterable[OwnExpenseTerms], on: date) -> OwnExpenseTerms | None:
    """The permission under which somebody left who left by himself or herself on a legal day, or None.

    Source: 52(4). Whoever is removed by force leaves under none, whatever was permitted.
    """
    standing = [one for one in terms if one.ended_at is None and legal_day(one.permitted_at) <= on]
    return standing[-1] if standing else None


def leaving_by_oneself(terms: Iterable[OwnExpenseTerms], on: date) -> tuple[Leaving, bool]:
    """How somebody left who was not removed, and whether a decision of one year was kept (52(4), (5); 5(1)(ix)(ro))."""
    used = permission_used(terms, on)
    if used is None:
        return Leaving.BY_ONESELF, False
    return Leaving.OWN_EXPENSE, used.decision_until is not None and on <= used.decision_until


def latest_date(planned_on: date) -> Finding[date]:
    """The last day that may be fixed for a planned departure: the seventh after it, closed or not (Ord. 47-3(3))."""
    if OWN_EXPENSE_DATE.maximum is None:
        raise ValueError(OWN_EXPENSE_DATE.name)
    return OWN_EXPENSE_DATE.maximum.last_day(planned_on)


def is_within_seven_days(planned_on: date, until: date, day: date) -> Finding[Answer]:
    """Whether a day may be fixed for a planned departure: from that day to the seventh after it, and not yet over."""
    row = _DATE.judged(_is_wrong_date(planned_on, until, day))
    return Finding(Answer.YES if row.outcome is Outcome.PASSES else Answer.NO, (row.reason,))


@dataclass(frozen=True, slots=True)
class OneYearApplication:
    """How the decision was applied for; `hindered`: under 16, or unable by illness or otherwise."""

    form: bool
    material: bool
    in_person: bool
    filer: Filer
    hindered: bool


def is_in_form(applied: OneYearApplication) -> Finding[Answer]:
    """Whether an application for one year is in form: paper 64-3 with material, in person, or by a relative.

    Source: Ord. 47-3(1), (2).
    """
    faults: list[Reason] = []
    if not (applied.form and applied.material):
        faults.append(_PAPERS_MISSING)
    if not applied.in_person:
        faults.append(_NOT_IN_PERSON)
    if applied.filer is not Filer.PERSON and not applied.hindered:
        faults.append(_NOT_BY_PERSON)
    return Finding(Answer.NO if faults else Answer.YES, tuple(faults))


@dataclass(frozen=True, slots=True)
class OneYearFacts:
    """What the decision of one year hangs on; `None` = not on record or not judged.

    Attributes:
        permitted: the permission of 52(4) stands.
        applied: the person applied for the decision.
        grounds: every item of Article 24 of the deportation order.
        before: was deported, or left under a departure order, before.
        appropriate: judged so in view of conduct, ground and other circumstances.
        planned_on: the day of departure that the permission names.
        until: the day that the supervising inspector fixed.
    """

    permitted: bool
    applied: bool
    grounds: frozenset[Ground] | None
    before: bool | None
    appropriate: bool | None
    planned_on: date | None
    until: date | None


def one_year_may_be_decided(facts: OneYearFacts, day: date) -> Finding[Answer]:
    """Whether it may be decided on a legal day that landing is denied for one year: every condition must be met.

    Returns:
        Yes with every condition passed; no or unknown with those that fail or are not on record.

    Source: 52(5), 5(1)(ix)(ro), Ord. 47-3(3) (text 2025-06-01); LAW §7.2, invariant 48.
    """
    return conclude(conditions(facts, day))


def conditions(facts: OneYearFacts, day: date) -> tuple[Row, ...]:
    """Every condition as judged, in order."""
    return (
        _PERMITTED.judged(not facts.permitted),
        _APPLIED.judged(not facts.applied),
        _REACHED.judged(None if not facts.grounds else _is_beyond(facts.grounds)),
        _FIRST_TIME.judged(facts.before),
        _APPROPRIATE.judged(None if facts.appropriate is None else not facts.appropriate),
        _DATE.judged(_is_wrong_date(facts.planned_on, facts.until, day)),
    )


def _is_beyond(grounds: frozenset[Ground]) -> bool:
    return bool(grounds & BARRED_WITHOUT_END) or grounds == {EVENT_RELATED}


def _is_wrong_date(planned_on: date | None, until: date | None, day: date) -> bool | None:
    if planned_on is None or until is None:
        return None
    return not (planned_on <= until <= latest_date(planned_on).value and day <= until)


_PAPERS_MISSING: Final = Reason(
    "one_year_papers_missing",
    (ORD("47-3(1)"),),
    "The application of form 64-3, or the material with it, is missing.",
    "別記第64号の3様式による申請書又は資料を欠いている。",
    "Hand in what is missing.",
)
_NOT_IN_PERSON: Final = Reason(
    "one_year_not_in_person",
    (ORD("47-3(1)"),),
    "The application was not handed in in person at the regional bureau.",
    "地方出入国在留管理局に出頭して提出されていない。",
    "Come to the bureau, or let a relative apply for a person who is unable to.",
)
_NOT_BY_PERSON: Final = Reason(
    "one_year_not_by_the_person",
    (ORD("47-3(2)"),),
    "Somebody else applies though the person is neither under 16 nor unable to.",
    "本人が十六歳未満でなく、自ら申請することができない事由もない。",
    "Let the person apply.",
)
_PERMITTED: Final = Condition(
    1,
    "no_own_expense_permission",
    (ICRRA("52(5)"), ICRRA("52(4)")),
    blocked=("No permission to leave at own expense stands.", "自費出国の許可を受けていない。"),
    passed=("A permission to leave at own expense stands.", "自費出国の許可を受けている。"),
    remedy="Decide on the permission first.",
)
_APPLIED: Final = Condition(
    2,
    "one_year_not_applied_for",
    (ICRRA("52(5)"), ORD("47-3(1)")),
    blocked=("The person did not apply for the decision.", "決定の申請がされていない。"),
    passed=("The person applied for the decision.", "決定の申請がされている。"),
    remedy="Receive the application of form 64-3.",
)
_REACHED: Final = Condition(
    3,
    "one_year_without_effect",
    (ICRRA("5(1)(ix)(ro)"), ICRRA("5(1)(x)"), ICRRA("5(1)(v-2)")),
    blocked=(
        "5(1)(ix) does not reach 24(iv)(o) to (yo) and (iv-3): the decision would be without effect.",
        "第24条第4号オからヨまで又は第4号の3による退去強制であり、決定の効果が及ばない。",
    ),
    passed=("5(1)(ix) reaches the ground.", "第5条第1項第9号が及ぶ退去強制事由である。"),
    unknown=("The ground of deportation is not on record.", "退去強制事由が記録にない。"),
    remedy="Nothing cures it for this ground.",
)
_FIRST_TIME: Final = Condition(
    4,
    "deported_or_ordered_before",
    (ICRRA("52(5)"),),
    blocked=(
        "Was deported before, or left under a departure order before.",
        "過去に退去強制され、又は出国命令により出国している。",
    ),
    passed=("Never deported, and never left under a departure order.", "過去に退去強制及び出国命令による出国はない。"),
    unknown=(
        "Earlier deportations and departure orders are not on record.",
        "過去の退去強制及び出国命令の有無が記録にない。",
    ),
    remedy="Nothing cures it: the decision is for a first departure.",
)
_APPROPRIATE: Final = Condition(
    5,
    "one_year_not_appropriate",
    (ICRRA("52(5)"),),
    blocked=("One year was not found appropriate.", "相当と認められていない。"),
    passed=("One year was found appropriate, with reasons.", "相当と認められている。"),
    unknown=(
        "Nobody has judged conduct, ground and other circumstances yet.",
        "素行、退去強制の理由となつた事実その他の事情が考慮されていない。",
    ),
    remedy="Refuse it, or weigh the circumstances anew.",
)
_DATE: Final = Condition(
    6,
    "date_not_within_seven_days",
    (ICRRA("52(5)"), ORD("47-3(3)")),
    blocked=(
        "The day by which to leave lies outside the seven days from the planned departure, or has passed.",
        "定める日が出国予定日から七日を超え、又は既に経過している。",
    ),
    passed=("The day by which to leave lies within seven days.", "定める日が出国予定日から七日を超えない。"),
    unknown=("The supervising inspector has not fixed the day.", "主任審査官が日を定めていない。"),
    remedy="Let the supervising inspector fix a day within seven days of the planned departure.",
)
