"""The clocks of recognition and of the deportation steps it meets: each defined once (LAW §11).

Not decided here:
    Days in the post and justifiable reasons, which excuse lateness (ACRA 18); whether the event that starts a clock is
    proved (an undelivered notice starts none, A-30); the days an authority is given without a number (A-02).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Final

from law.citation import ACLA, ACRA, HOLA, ICRRA, ORD, PRACTICE, Citation
from law.finding import Finding, Reason, Step
from law.holidays import closure, is_administrative_holiday
from law.periods import Period, Unit, end_of


class Danger(IntEnum):
    """What is at stake when a clock runs out; the lower, the graver."""

    CUSTODY = 0
    REMOVAL = 1
    RIGHT = 2
    ROUTINE = 3


class DesignationError(Exception):
    """A day that an officer may not designate, and why."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason; the message is its code alone."""
        super().__init__(reason.code)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """A clock of the law: either a period the law fixes, or a day an officer designates up to a maximum.

    Args:
        id: the row of LAW §11 ("C19").
        name: snake case, unique.
        en: what it is, English.
        ja: what it is, Japanese.
        danger: what is at stake when it lapses.
        on_lapse: what follows when it lapses, one English sentence.
        period: the statutory period; None for a designated day.
        maximum: the longest a designated day may lie ahead; it never rolls (T10).
    """

    id: str
    name: str
    en: str
    ja: str
    danger: Danger
    on_lapse: str
    period: Period | None = None
    maximum: Period | None = None

    def __post_init__(self) -> None:
        """Refuse a clock with both or neither length, and a maximum that rolls."""
        if (self.period is None) == (self.maximum is None) or (self.maximum is not None and self.maximum.rolls):
            msg = f"{self.id}: a clock has a period, or a maximum that does not roll"
            raise ValueError(msg)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The provisions that fix the period or the maximum."""
        return (self.period or self._longest).basis

    def ends(self, start: date) -> Finding[datetime]:
        """The first instant after the statutory period that an event on `start` sets running.

        Raises:
            ValueError: the end of this clock is designated, or lies beyond the calendar.
        """
        if self.period is None:
            msg = f"{self.id}: the last day is designated, not counted"
            raise ValueError(msg)
        return self.period.ends_at(start)

    def designated(self, start: date, last_day: date) -> Finding[datetime]:
        """The first instant after the day that an officer designates.

        Args:
            start: the day of the event from which the maximum runs; for a renewal the last day of the period before.
            last_day: the designated day, itself still within the period.

        Raises:
            DesignationError: before the start, beyond the maximum, or on a closed day (policy A-01).
            ValueError: this clock has a statutory period.

        Source: the provision of the clock; Civil Code 140, 143; T10.
        """
        longest = self._longest.last_day(start)
        if last_day < start:
            raise DesignationError(self._before_start(start))
        if last_day > longest.value:
            raise DesignationError(self._beyond_maximum(longest))
        if why := closure(last_day):
            raise DesignationError(_on_closed_day(last_day, why.en, why.ja))
        chosen = Step(last_day, "designated by an officer within the maximum counted above", "上限の範囲内で指定した日")
        return Finding(end_of(last_day), (self._within_maximum(longest),), (*longest.steps, chosen))

    def latest_designation(self, start: date) -> date:
        """The last working day that may be designated.

        Raises:
            ValueError: this clock has a statutory period, or every day of the maximum is closed.
        """
        day = self._longest.last_day_of(start)
        while is_administrative_holiday(day):
            day -= timedelta(days=1)
        if day < start:
            msg = f"{self.id}: no working day within {self._longest.en} from {start.isoformat()}"
            raise ValueError(msg)
        return day

    @property
    def _longest(self) -> Period:
        if self.maximum is None:
            msg = f"{self.id}: the law fixes the period, no day is designated"
            raise ValueError(msg)
        return self.maximum

    def _before_start(self, start: date) -> Reason:
        return Reason(
            "before_start",
            self.basis,
            f"The designated day lies before the start, {start.isoformat()}.",
            f"指定日が起算の日（{start.isoformat()}）より前である。",
        )

    def _beyond_maximum(self, longest: Finding[date]) -> Reason:
        last = longest.value.isoformat()
        return Reason(
            "beyond_maximum",
            longest.basis,
            f"The designated day lies beyond the maximum of {self._longest.en}, which ends on {last}.",
            f"指定日が上限（{self._longest.ja}、{last}まで）を超えている。",
            remedy=f"designate a working day until {last}",
        )

    def _within_maximum(self, longest: Finding[date]) -> Reason:
        last = longest.value.isoformat()
        return Reason(
            "designated_within_maximum",
            (*longest.basis, PRACTICE("A-01")),
            f"The day is designated by an officer, within {self._longest.en} (until {last}); it does not move.",
            f"権限のある者が{self._longest.ja}以内（{last}まで）で指定した日であり、休日によって動かない。",
        )


def _on_closed_day(day: date, en: str, ja: str) -> Reason:
    return Reason(
        "closed_day",
        (PRACTICE("A-01"), HOLA("1")),
        f"{day.isoformat()} is a holiday of administrative organs ({en}).",
        f"{day.isoformat()}は行政機関の休日（{ja}）である。",
        remedy="designate a working day",
    )


_READ_AS_FILING: Final = (HOLA("2"), PRACTICE("A-27"))

HEARING_REQUEST: Final = ClockRule(
    id="C05",
    name="hearing_request",
    en="request for a hearing",
    ja="口頭審理の請求",
    danger=Danger.RIGHT,
    on_lapse="The right to a hearing is lost; silence is not acceptance, so no order follows by itself (A-05).",
    period=Period(3, Unit.DAY, (ICRRA("48(1)"),), rolls=True),
)
OBJECTION: Final = ClockRule(
    id="C06",
    name="objection",
    en="objection to the Minister",
    ja="異議の申出",
    danger=Danger.RIGHT,
    on_lapse="The right to object is lost; silence is not acceptance, so no order follows by itself (A-05).",
    period=Period(3, Unit.DAY, (ICRRA("49(1)"),), rolls=True),
)
SPECIAL_PERMISSION_WINDOW: Final = ClockRule(
    id="C07",
    name="special_permission_window",
    en="window for an application for special permission to stay",
    ja="在留特別許可の申請を待つ期間",
    danger=Danger.REMOVAL,
    on_lapse="Without an application the supervising immigration inspector must issue the deportation order promptly.",
    period=Period(
        3, Unit.DAY, (ICRRA("47(5)"), ICRRA("48(10)"), ICRRA("49(7)")), rolls=True, roll_basis=_READ_AS_FILING
    ),
)
REVIEW_REQUEST: Final = ClockRule(
    id="C19",
    name="review_request",
    en="request for review of a refusal",
    ja="審査請求",
    danger=Danger.REMOVAL,
    on_lapse="The refusal becomes final; the suspension of removal and the provisional stay end.",
    period=Period(7, Unit.DAY, (ICRRA("61-2-12(2)"), ACRA("18(1)")), rolls=True),
)
PROVISIONAL_STAY: Final = ClockRule(
    id="C20",
    name="provisional_stay",
    en="period of provisional stay",
    ja="仮滞在期間",
    danger=Danger.REMOVAL,
    on_lapse="The deportation procedure resumes; removal stays suspended unless an exception applies.",
    # Ord. 56-2(2) only says "within six months", so the day of delivery is not counted (Civil Code 138, 140).
    maximum=Period(6, Unit.MONTH, (ICRRA("61-2-4(2)"), ORD("56-2(2)"))),
)
SIX_MONTHS_AFTER_LANDING: Final = ClockRule(
    id="C21",
    name="six_months_after_landing",
    en="six months after landing or after learning the ground",
    ja="上陸した日（事由を知った日）から六月",
    danger=Danger.RIGHT,
    on_lapse="A plainly later application gets no provisional stay, unavoidable circumstances excepted.",
    period=Period(6, Unit.MONTH, (ICRRA("61-2-4(1)(vi)"),), rolls=True, roll_basis=_READ_AS_FILING),
)
WORK_REPORT: Final = ClockRule(
    id="C22",
    name="work_report",
    en="report on permitted work during provisional stay",
    ja="報酬を受ける活動に関する届出",
    danger=Danger.RIGHT,
    on_lapse="The permission to work may be withdrawn.",
    maximum=Period(6, Unit.MONTH, (ICRRA("61-2-8"), ORD("56-6"))),
)
SUIT_FROM_KNOWLEDGE: Final = ClockRule(
    id="C23",
    name="suit_from_knowledge",
    en="suit to annul, from knowing the act or the review decision",
    ja="取消訴訟の出訴期間（知った日から）",
    danger=Danger.RIGHT,
    on_lapse="No suit to annul may be brought, a justifiable reason excepted.",
    period=Period(6, Unit.MONTH, (ACLA("14(1)"), ACLA("14(3)")), rolls=True, roll_basis=(ACLA("7"),)),
)
SUIT_FROM_ACT: Final = ClockRule(
    id="C23",
    name="suit_from_act",
    en="suit to annul, from the act or the review decision",
    ja="取消訴訟の出訴期間（処分又は裁決の日から）",
    danger=Danger.RIGHT,
    on_lapse="No suit to annul may be brought, a justifiable reason excepted.",
    period=Period(1, Unit.YEAR, (ACLA("14(2)"), ACLA("14(3)")), rolls=True, roll_basis=(ACLA("7"),)),
)
CONTINUED_STAY: Final = ClockRule(
    id="C33",
    name="continued_stay",
    en="stay while a change or renewal is pending, after the period of stay expired",
    ja="在留期間の満了後の特例期間",
    danger=Danger.RIGHT,
    on_lapse="The status of residence ends and the person overstays.",
    period=Period(2, Unit.MONTH, (ICRRA("20(6)"), ICRRA("21(4)"))),
)
PUBLIC_NOTICE_OF_REVIEW_DECISION: Final = ClockRule(
    id="C42",
    name="public_notice_of_review_decision",
    en="service of a review decision by public notice, from the posting",
    ja="裁決の公示送達",
    danger=Danger.REMOVAL,
    on_lapse="The decision counts as served; after sign-off by a person, suspension and provisional stay end.",
    period=Period(2, Unit.WEEK, (ACRA("51(3)"),)),
)
REVIEW_OUTER_LIMIT: Final = ClockRule(
    id="C43",
    name="review_outer_limit",
    en="outer limit for a request for review, from the disposition",
    ja="審査請求の客観的期間",
    danger=Danger.RIGHT,
    on_lapse="A request for review is inadmissible, a justifiable reason excepted.",
    period=Period(1, Unit.YEAR, (ACRA("18(2)"),), rolls=True),
)

CLOCKS: Final[dict[str, ClockRule]] = {
    rule.name: rule
    for rule in (
        HEARING_REQUEST,
        OBJECTION,
        SPECIAL_PERMISSION_WINDOW,
        REVIEW_REQUEST,
        PROVISIONAL_STAY,
        SIX_MONTHS_AFTER_LANDING,
        WORK_REPORT,
        SUIT_FROM_KNOWLEDGE,
        SUIT_FROM_ACT,
        CONTINUED_STAY,
        PUBLIC_NOTICE_OF_REVIEW_DECISION,
        REVIEW_OUTER_LIMIT,
    )
}
