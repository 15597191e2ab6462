"""Review of detention under the deportation order: the three months, by both readings, and what a review asks (52-8).

The review begins at the end of the three months by the earlier reading, in which the first day counts; a breach is
taken only after the later one (A-04). Further reviews run on the exceeding period, one after the other (52-8(6)).

Not decided here:
    Whether Sponsorship is appropriate, and what stands in the way of removal: officers judge and give reasons.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from law.citation import CIVIL, ICRRA, SUPPL, Citation
from law.custody import Paragraph, ProvisionallyReleased, Sponsored
from law.custody_clocks import DETENTION_REVIEW
from law.facts import DeportationOrder
from law.finding import Answer, Finding, Reason
from law.ledger import overdue_after
from law.periods import Period, end_of, start_of
from law.policies import PROMPTLY, cite
from law.regimes import COMMENCEMENT

_DAY: Final = timedelta(days=1)
_BY_DEPOSIT: Final = (Paragraph.LATER_AFTER_ORDER, Paragraph.COMMANDED)
"""Decisions whose unpaid deposit keeps a detainee detained after the order (52-2(5), 52-8(5))."""


def _period() -> Period:
    if DETENTION_REVIEW.period is None:
        raise ValueError(DETENTION_REVIEW.id)
    return DETENTION_REVIEW.period


THREE_MONTHS: Final = _period()
"""Three months in which the first day counts."""


class Footing(StrEnum):
    """By which text the three months begin."""

    MAIN = "main"
    """52-8(2): the first day on which the person is detained and an order has been issued (A-45)."""
    HELD_AT_COMMENCEMENT = "held_at_commencement"
    """Suppl. 8(1), (4): detained under an order when the Act commenced."""
    OLD_RELEASE_ENDED = "old_release_ended"
    """Suppl. 8(2)-(4): on provisional release with an order when the Act commenced, detained again since."""


_FOOTINGS: Final[dict[Footing, tuple[tuple[Citation, ...], str, str]]] = {
    Footing.MAIN: (
        (ICRRA("52-8(2)"), cite("A-45")),
        "The first day on which the person is detained and a deportation order has been issued.",
        "退去強制令書の発付を受けて収容された最初の日から起算する。",
    ),
    Footing.HELD_AT_COMMENCEMENT: (
        (SUPPL("8(1)"), SUPPL("8(4)")),
        "Detained under an order when the Act commenced: from that day, the day counted.",
        "施行の際現に収容されていた者は、施行日から起算する。",
    ),
    Footing.OLD_RELEASE_ENDED: (
        (SUPPL("8(2)"), SUPPL("8(3)"), SUPPL("8(4)")),
        "On provisional release when the Act commenced and detained again: from that detention, the day counted.",
        "施行の際現に仮放免されていた者は、その収容の開始の日から起算する。",
    ),
}


def footing_of(held_since: date, releases: Iterable[ProvisionallyReleased] = ()) -> Footing:
    """By which text the three months of a detention under the order begin.

    Args:
        held_since: the legal day on which detention under the order began.
        releases: the provisional releases on file.

    Source: 52-8(2); suppl. 8(1)-(4) of Act 56 of 2023.
    """
    if held_since < COMMENCEMENT:
        return Footing.HELD_AT_COMMENCEMENT
    if any(_ran_at_commencement(release) for release in releases):
        return Footing.OLD_RELEASE_ENDED
    return Footing.MAIN


def _ran_at_commencement(release: ProvisionallyReleased) -> bool:
    instant = start_of(COMMENCEMENT)
    return release.under_order and release.granted_at < instant and (not release.ended_at or release.ended_at > instant)


def first_day(held_since: date, footing: Footing) -> Finding[date]:
    """Day 1 of the first three months."""
    basis, en, ja = _FOOTINGS[footing]
    day = max(held_since, COMMENCEMENT) if footing is Footing.HELD_AT_COMMENCEMENT else held_since
    return Finding(day, (Reason("first_day_of_review", basis, en, ja),))


def three_months(first: date, number: int) -> Finding[date]:
    """The last day of the three months with a number, by the reading in which the first day counts.

    Args:
        first: day 1 of the first three months.
        number: 1 for the first three months, 2 for the next.

    Source: 52-8(2), (6); suppl. 8(4); Civil Code 143.
    """
    return _chain(THREE_MONTHS, first, number)


def three_months_at_the_latest(first: date, number: int, footing: Footing) -> Finding[date]:
    """The last day of the same three months by the later reading: the first day does not count (Civil Code 140).

    For the persons of suppl. 8 the text itself counts the day, and both readings are one. From the second three months
    on both readings count from the day after the three months before, which begins at 00:00.
    """
    if footing is not Footing.MAIN:
        return three_months(first, number)
    return _chain(replace(THREE_MONTHS, counts_first_day=False, basis=(ICRRA("52-8(2)"), CIVIL("140"))), first, number)


def _chain(period: Period, first: date, number: int) -> Finding[date]:
    found = period.last_day(first)
    steps = found.steps
    for _ in range(number - 1):
        found = THREE_MONTHS.last_day(found.value + _DAY)
        steps = (*steps, *found.steps)
    return replace(found, steps=steps)


def periods_over(first: date, today: date) -> int:
    """How many three-month periods have ended before a day."""
    number = 0
    while three_months(first, number + 1).value < today:
        number += 1
    return number


def report_is_overdue_after(last_day: date) -> Finding[date]:
    """The last day on which a report and a consideration still count as prompt: a service level, never a legal effect.

    Args:
        last_day: of the three months, by the later reading.
    """
    reason = Reason(
        "promptly",
        (ICRRA("52-8(2)"), cite("A-02"), cite("A-04")),
        "Promptly has no number; a breach is taken three working days after the three months by the later reading.",
        "「速やかに」に日数の定めはない。遅い方の計算による三月の経過後三開庁日をもって遅滞とする。",
    )
    return Finding(overdue_after(last_day, PROMPTLY), (reason,))


class RoundResult(StrEnum):
    """How the consideration of a round ended."""

    SPONSORSHIP_DECIDED = "sponsorship_decided"
    DEPOSIT_OPEN = "deposit_open"
    """A decision stands and only its deposit is unpaid: nothing is considered (52-8(3))."""
    COMMANDED = "commanded"
    BEFORE_RECORD = "before_record"
    """Reviewed on paper, before the case was kept here; what came of it stands in those papers."""
    LEFT = "left"
    """The Commissioner did not find Sponsorship appropriate: detention goes on."""


@dataclass(frozen=True, slots=True)
class Round:
    """One review: three months that were reached, and what became of them."""

    number: int
    last_day: date
    latest: date
    """The last day by the later reading."""
    reported_on: date | None = None
    considered_on: date | None = None
    appropriate: bool | None = None
    told_commissioner_on: date | None = None
    result: RoundResult | None = None
    breached: bool = False
    """Not reported and considered promptly, also by the later reading."""
    reopened_on: date | None = None
    """When a decision that had answered it came to nothing."""

    @property
    def asked_on(self) -> date:
        """From which day on promptness counts."""
        return max(self.last_day, self.reopened_on or self.last_day)

    @property
    def awaits_consideration(self) -> bool:
        """Nobody has considered Sponsorship yet, and nothing took its place."""
        return self.considered_on is None and self.result is None

    @property
    def is_unmet(self) -> bool:
        """The report or the consideration is missing; one that a decision had answered in time is not late."""
        return self.reported_on is None or (self.awaits_consideration and self.reopened_on is None)

    @property
    def awaits_decision(self) -> bool:
        """Sponsorship was found appropriate and is not decided yet."""
        return self.result is None and self.appropriate is True

    @property
    def awaits_telling(self) -> bool:
        """Sponsorship was not found appropriate, and the Commissioner was not told yet."""
        return self.result is None and self.appropriate is False and self.told_commissioner_on is None

    @property
    def awaits_answer(self) -> bool:
        """The Commissioner was told and has not answered."""
        return self.result is None and self.told_commissioner_on is not None

    @property
    def is_open(self) -> bool:
        """Something is still to be done."""
        return self.reported_on is None or self.result is None


def reviewed_on_paper(one: Round, until: date | None) -> Round:
    """A round, settled if it lies within what was reviewed before the case was kept here.

    Args:
        one: three months that were reached.
        until: the last day of the last three months that were reviewed; None = none were.
    """
    if until is None or until < one.last_day:
        return one
    return replace(one, reported_on=one.last_day, result=RoundResult.BEFORE_RECORD)


class Owed(StrEnum):
    """What a review may make somebody owe, as the duty is named."""

    REPORT = "report_progress"
    CONSIDERATION = "consider_sponsorship"
    TELLING = "tell_commissioner"
    ANSWER = "answer_report"
    COMMAND = "carry_out_command"


@dataclass(frozen=True, slots=True)
class DetentionReviewed:
    """A running review, as its case lays it before the rules."""

    case: str
    first_day: date
    rounds: tuple[Round, ...] = ()
    owed: frozenset[str] = frozenset()
    """Kinds of its open duties."""
    commanded_at: datetime | None = None
    """Since when a command stands that is not carried out."""
    armed_until: datetime | None = None
    """When the three months that run now are reached."""
    obeyed: datetime | None = None
    """Since when a command stood that a decision obeyed which has not taken hold."""


@dataclass(frozen=True, slots=True)
class DeparturePlan:
    """A departure plan that was drawn up (退去のための計画)."""

    case: str
    drawn_up_on: date


def plan_is_missing(plans: Iterable[DeparturePlan], order: DeportationOrder | None) -> bool:
    """Whether a person with a deportation order has no departure plan drawn up since it (52-8(1))."""
    return order is not None and not any(end_of(plan.drawn_up_on) > order.issued_at for plan in plans)


def must_consider(sponsorships: Iterable[Sponsored], at: datetime) -> Finding[Answer]:
    """Whether the supervising inspector who received the report must consider Sponsorship.

    Source: 52-8(3): not while a decision under 52-2(5) exists and only its deposit keeps the person detained.
    """
    for one in sponsorships:
        stands = one.decided_at <= at and one.placed_at is None and one.ended_at is None
        if stands and one.deposit_unpaid and one.paragraph in _BY_DEPOSIT:
            return Finding(Answer.NO, (_DEPOSIT_OPEN,))
    return Finding(Answer.YES, (_MUST_CONSIDER,))


_DEPOSIT_OPEN: Final = Reason(
    "deposit_open",
    (ICRRA("52-8(3)"), ICRRA("52-2(5)")),
    "Sponsorship is decided and only its deposit is unpaid: nothing is to be considered.",
    "第五十二条の二第五項の決定がされ、保証金が納付されていないにとどまる。",
    remedy="The person is released when the deposit is paid.",
)
_MUST_CONSIDER: Final = Reason(
    "must_consider",
    (ICRRA("52-8(3)"),),
    "Whoever receives the report must consider whether to decide Sponsorship.",
    "報告を受けた主任審査官は、監理措置決定の要否を検討しなければならない。",
)
