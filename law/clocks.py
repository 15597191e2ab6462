"""The clocks of recognition and of the deportation steps it meets: each defined once (LAW §11).

Not decided here:
    Days in the post and justifiable reasons, which excuse lateness (ACRA 18); whether the event that starts a clock is
    proved (an undelivered notice starts none, A-30); the days an authority is given without a number (A-02).
"""

from typing import Final

from law.citation import ACLA, ACRA, HOLA, ICRRA, ORD, PRACTICE
from law.clock_rule import ClockRule, Danger
from law.custody_clocks import CUSTODY_CLOCKS
from law.enforcement_clocks import ENFORCEMENT_CLOCKS
from law.periods import Period, Unit

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
        *CUSTODY_CLOCKS,
        *ENFORCEMENT_CLOCKS,
    )
}
