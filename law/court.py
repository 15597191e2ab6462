"""Suits against dispositions, and stays that courts order: time limits and terms (ACLA 3, 7, 14, 25-27, 32, 33).

Not decided here:
    Anything that a court decides: whether a suit is admissible or in time, whether harm is serious and urgent, how wide
    a stay is. What the court said is recorded; what the limits are is shown.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from law.citation import ACLA
from law.clock_rule import ClockRule
from law.clocks import SUIT_FROM_ACT, SUIT_FROM_KNOWLEDGE
from law.facts import CourtStay, CourtStayScope
from law.finding import Answer, Finding, Reason, Step
from law.periods import Period, Unit


class SuitKind(StrEnum):
    """What the suit asks for (ACLA 3)."""

    ANNULMENT = "annulment"
    """取消訴訟, 3(2), (3): only it has a time limit."""
    NULLITY = "nullity"
    """無効等確認の訴え, 3(4)."""
    OTHER = "other"
    """Inaction, mandamus, injunction: 3(5)-(7)."""


class Attacked(StrEnum):
    """The disposition that a suit attacks."""

    FINDING = "finding"
    HEARING_DECISION = "hearing_decision"
    OBJECTION_DECISION = "objection_decision"
    DEPORTATION_ORDER = "deportation_order"
    DETENTION_ORDER = "detention_order"
    RECOGNITION_REFUSAL = "recognition_refusal"
    REVIEW_DECISION = "review_decision"
    RECOGNITION_REVOCATION = "recognition_revocation"
    STATUS_REFUSAL = "status_refusal"
    """The permission of 61-2-2(1) or 61-2-5(1)."""
    STATUS_REVOCATION = "status_revocation"
    SPECIAL_PERMISSION_REFUSAL = "special_permission_refusal"
    PROVISIONAL_STAY = "provisional_stay"
    SPONSORSHIP = "sponsorship"
    PROVISIONAL_RELEASE = "provisional_release"
    DEPARTURE_ORDER = "departure_order"
    PENAL_ORDER = "penal_order"
    PASSPORT_ORDER = "passport_order"
    OTHER = "other"


OF_DEPORTATION: Final = frozenset(
    {Attacked.FINDING, Attacked.HEARING_DECISION, Attacked.OBJECTION_DECISION, Attacked.DEPORTATION_ORDER}
)
"""The order, and the decisions that it rests on: what is stayed of them is not executed under the order of the case."""


class StayTerm(StrEnum):
    """Until when a court ordered a stay."""

    DAY = "day"
    """Until a day, itself included."""
    JUDGMENT = "judgment"
    """Until the next judgment in the suit, or a number of days after it."""
    FINAL_JUDGMENT = "final_judgment"
    """Until the suit is finally decided."""
    LIFTED = "lifted"
    """Until a court lifts it."""


class StayEnd(StrEnum):
    """How a stay ended; nothing else ends one."""

    TERM_OVER = "term_over"
    """By its own term."""
    APPEAL_ALLOWED = "appeal_allowed"
    """On the immediate appeal of the State, decided (25(7)); the appeal itself lifts nothing (25(8))."""
    CIRCUMSTANCES_CHANGED = "circumstances_changed"
    """26."""
    OBJECTION = "objection"
    """27(4): by the court, after the reasoned objection of the Prime Minister; the objection itself ends nothing."""
    JUDGMENT = "judgment"
    """The court said so with its judgment."""
    SUIT_ENDED = "suit_ended"
    """A stay presupposes a suit that is pending (25(2))."""


class JudgmentOutcome(StrEnum):
    """What a judgment says."""

    ANNULLED = "annulled"
    VOID = "void"
    DISMISSED = "dismissed"
    """棄却, also where the disposition is found unlawful and left standing (31)."""
    REJECTED = "rejected"
    """却下."""
    OTHER = "other"


SETS_ASIDE: Final = frozenset({JudgmentOutcome.ANNULLED, JudgmentOutcome.VOID})
"""Once final they bind the agencies (32, 33, 38(1)): the disposition has no effect."""


@dataclass(frozen=True, slots=True)
class OrderStayed:
    """A running stay that reaches the deportation order of a case, as the case of the suit lays it before the rules."""

    suit: str
    deportation: str
    attacked: Attacked
    stay: CourtStay

    @property
    def stops_issue(self) -> bool:
        """Whether no order may issue: what is stayed of a decision it would rest on is more than a removal (25(2)).

        Of such a decision nothing is executed but by going on to the order, so a stay of its execution stops that.
        """
        of_a_decision = self.attacked is not Attacked.DEPORTATION_ORDER
        return of_a_decision and self.stay.scope is not CourtStayScope.REMOVAL


@dataclass(frozen=True, slots=True)
class DetentionOrderStayed:
    """A running stay of the detention order that issued on a day in a deportation case; removal is no part of it."""

    suit: str
    deportation: str
    issued_on: date
    stay: CourtStay
    set_aside: bool = False
    """A final judgment annulled it or found it void: it has no effect any more, whatever becomes of the suit."""

    @property
    def stops_detention(self) -> bool:
        """Whether it reaches the detention itself."""
        return self.stay.scope is not CourtStayScope.REMOVAL


@dataclass(frozen=True, slots=True)
class ReviewMade:
    """A request for review of the disposition by the person who sues: the limits run from what became of it (14(3))."""

    decided_on: date | None
    """None: it is pending."""
    known_on: date | None
    """When the person knew of the decision; None = not on record."""


@dataclass(frozen=True, slots=True)
class SuitFacts:
    """What the time limits of a suit hang on; `None` = not on record.

    Args:
        kind: what is asked for.
        made_on: the legal day of the disposition.
        known_on: the legal day on which the person knew of it.
        filed_on: the legal day on which the court received the suit.
        review: the request for review that the person made, if any.
        justifiable_reason: one is claimed; it excuses both limits, and the court decides.
    """

    kind: SuitKind
    made_on: date | None
    known_on: date | None
    filed_on: date
    review: ReviewMade | None = None
    justifiable_reason: bool = False


@dataclass(frozen=True, slots=True)
class SuitLimits:
    """The last days of a suit to annul; None where the day that one runs from is not on record, or none runs yet."""

    from_knowledge: date | None
    from_act: date | None


def suit_limits(facts: SuitFacts) -> SuitLimits:
    """The last days on which the suit can be filed: six months from knowledge, one year from the act.

    Both run from the decision on review where the person made a request; while it is pending neither runs.

    Source: ACLA 14(1)-(3), 7 (text 2025-06-01); C23 of LAW §11.
    """
    made_on, known_on = _runs_from(facts)
    return SuitLimits(
        None if known_on is None else _period(SUIT_FROM_KNOWLEDGE).last_day_of(known_on),
        None if made_on is None else _period(SUIT_FROM_ACT).last_day_of(made_on),
    )


def suit_is_in_time(facts: SuitFacts) -> Finding[Answer]:
    """Whether a suit was filed within its limits, to be shown: the court decides, and nothing is refused on it.

    Returns:
        YES or NO with the counting; ASK where it is late and a justifiable reason is claimed; UNKNOWN where a day that
        decides is not on record.

    Source: ACLA 14(1)-(3), 38; C23 of LAW §11.
    """
    if facts.kind is not SuitKind.ANNULMENT:
        return Finding(Answer.YES, (_NO_LIMIT,))
    if facts.review is not None and facts.review.decided_on is None:
        return Finding(Answer.YES, (_REVIEW_PENDING,))
    limits, steps = suit_limits(facts), _counting(facts)
    missed = tuple(
        reason
        for last_day, reason in ((limits.from_knowledge, _SIX_MONTHS_OVER), (limits.from_act, _YEAR_OVER))
        if last_day is not None and facts.filed_on > last_day
    )
    if missed:
        late = (*missed, _REASON_CLAIMED) if facts.justifiable_reason else missed
        return Finding(Answer.ASK if facts.justifiable_reason else Answer.NO, late, steps)
    if None in (limits.from_knowledge, limits.from_act):
        return Finding(Answer.UNKNOWN, (_DAY_UNKNOWN,), steps)
    return Finding(Answer.YES, (_IN_TIME,), steps)


def last_day_after_judgment(given_on: date, days: int) -> date:
    """The last day of a stay that a court ordered until a number of days after its judgment; the first not counted.

    Source: ACLA 25(2), Civil Code 140; the court may have said it otherwise, and then gives the day itself.
    """
    return given_on if days == 0 else Period(days, Unit.DAY, (ACLA("25(2)"),)).last_day_of(given_on)


def _runs_from(facts: SuitFacts) -> tuple[date | None, date | None]:
    if facts.review is not None:
        return facts.review.decided_on, facts.review.known_on
    return facts.made_on, facts.known_on


def _counting(facts: SuitFacts) -> tuple[Step, ...]:
    made_on, known_on = _runs_from(facts)
    counted = ((SUIT_FROM_KNOWLEDGE, known_on), (SUIT_FROM_ACT, made_on))
    return tuple(step for rule, day in counted if day is not None for step in _period(rule).last_day(day).steps)


def _period(rule: ClockRule) -> Period:
    if rule.period is None:
        msg = f"{rule.name} has no period"
        raise ValueError(msg)
    return rule.period


_NO_LIMIT: Final = Reason(
    "no_time_limit",
    (ACLA("3"), ACLA("38")),
    "Only a suit to annul has a time limit.",
    "出訴期間の定めがあるのは取消訴訟に限る。",
)
_REVIEW_PENDING: Final = Reason(
    "review_pending",
    (ACLA("14(3)"),),
    "A request for review is pending: the limits run from the decision on it.",
    "審査請求が係属中であり、出訴期間はこれに対する裁決から起算する。",
)
_IN_TIME: Final = Reason(
    "suit_in_time",
    (ACLA("14(1)"), ACLA("14(2)"), ACLA("14(3)")),
    "Filed within six months from knowledge and one year from the act, or from the decision on review.",
    "知った日から六月以内、かつ、処分又は裁決の日から一年以内に提起されている。",
)
_SIX_MONTHS_OVER: Final = Reason(
    "six_months_over",
    (ACLA("14(1)"), ACLA("14(3)")),
    "More than six months had passed since the person knew; the court decides what follows.",
    "処分又は裁決があったことを知った日から六月を経過している。",
    remedy="Show the court a justifiable reason.",
)
_YEAR_OVER: Final = Reason(
    "year_over",
    (ACLA("14(2)"), ACLA("14(3)")),
    "More than one year had passed since the act or the decision on review; the court decides what follows.",
    "処分又は裁決の日から一年を経過している。",
    remedy="Show the court a justifiable reason.",
)
_REASON_CLAIMED: Final = Reason(
    "justifiable_reason_claimed",
    (ACLA("14(1)"), ACLA("14(2)"), ACLA("14(3)")),
    "A justifiable reason is claimed: the court decides whether it excuses the lateness.",
    "正当な理由が主張されており、裁判所の判断による。",
)
_DAY_UNKNOWN: Final = Reason(
    "day_of_limit_not_on_record",
    (ACLA("14(1)"), ACLA("14(2)"), ACLA("14(3)")),
    "A day from which a limit runs is not on record.",
    "出訴期間の起算日が記録されていない。",
    remedy="Put the day on record.",
)
