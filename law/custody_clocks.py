"""The clocks of custody, Sponsorship and provisional release: each defined once (LAW §11).

The day of restraint counts as the first day of every limit on detention (A-03, A-04): that can only be early.

Not decided here:
    Whether an unavoidable reason for an extension exists; when an act is "prompt" (A-02).
"""

from typing import Final

from law.citation import ICRRA, ORD, SUPPL
from law.clock_rule import ClockRule, Danger
from law.periods import Period, Unit
from law.policies import cite

HAND_OVER_LIMIT: Final = ClockRule(
    id="C01",
    name="hand_over_limit",
    en="hand-over of a detained suspect to the inspector",
    ja="容疑者の引渡し（四十八時間）",
    danger=Danger.CUSTODY,
    on_lapse="The detention is unlawful: the person is to be released at once.",
    period=Period(48, Unit.HOUR, (ICRRA("44"),)),
)
POLICE_HAND_OVER: Final = ClockRule(
    id="C02",
    name="police_hand_over",
    en="hand-over or release by judicial police",
    ja="司法警察員による引渡し又は釈放（四十八時間）",
    danger=Danger.CUSTODY,
    on_lapse="The police can hand over no more: ordinary criminal procedure applies.",
    period=Period(48, Unit.HOUR, (ICRRA("65(1)"), ICRRA("65(2)"))),
)
DETENTION_LIMIT: Final = ClockRule(
    id="C03",
    name="detention_limit",
    en="detention under a detention order",
    ja="収容令書による収容期間",
    danger=Danger.CUSTODY,
    on_lapse="The time is used up: the person is to be released at once.",
    period=Period(30, Unit.DAY, (ICRRA("41(1)"), cite("A-03")), counts_first_day=True),
)
DETENTION_EXTENSION: Final = ClockRule(
    id="C04",
    name="detention_extension",
    en="extension of detention under a detention order",
    ja="収容期間の延長",
    danger=Danger.CUSTODY,
    on_lapse="The time is used up, and no second extension exists: the person is to be released at once.",
    maximum=Period(30, Unit.DAY, (ICRRA("41(1)"),)),
    any_day=True,
)
DEPOSIT_DATE: Final = ClockRule(
    id="C08",
    name="deposit_date",
    en="payment of a deposit set at screening",
    ja="保証金の納付期限",
    danger=Danger.CUSTODY,
    on_lapse="Sponsorship must be revoked.",
    maximum=Period(3, Unit.DAY, (ICRRA("44-2(2)"), ICRRA("52-2(2)"), ORD("36-2(6)"))),
    next_if_all_closed=True,
    takes_liberty=True,
)
NOTIFICATION: Final = ClockRule(
    id="C09",
    name="notification",
    en="notification by the supervised person",
    ja="被監理者の届出",
    danger=Danger.RIGHT,
    on_lapse="Sponsorship may be revoked.",
    maximum=Period(3, Unit.MONTH, (ICRRA("44-6"), ICRRA("52-5"), ORD("36-8(1)"))),
)
SPONSOR_NOTIFICATION: Final = ClockRule(
    id="C10",
    name="sponsor_notification",
    en="notification by the Sponsor",
    ja="監理人の届出",
    danger=Danger.RIGHT,
    on_lapse="An administrative fine threatens, and the selection may be cancelled.",
    period=Period(7, Unit.DAY, (ICRRA("44-3(4)"), ICRRA("52-3(4)"), ORD("36-3(1)")), rolls=True),
)
SPONSOR_REPORT: Final = ClockRule(
    id="C12",
    name="sponsor_report",
    en="report by the Sponsor on demand",
    ja="監理人の報告",
    danger=Danger.RIGHT,
    on_lapse="An administrative fine threatens, and the selection may be cancelled.",
    set_by=(ICRRA("44-3(5)"), ICRRA("52-3(5)"), ORD("36-4")),
)
SPONSOR_VACANCY: Final = ClockRule(
    id="C11",
    name="sponsor_vacancy",
    en="selection of a new Sponsor",
    ja="新たな監理人の選定",
    danger=Danger.CUSTODY,
    on_lapse="No Sponsor: Sponsorship must be revoked.",
    set_by=(ICRRA("44-4(1)(ii)"), ICRRA("52-4(1)(ii)"), cite("A-22")),
    any_day=True,
    takes_liberty=True,
)
DETENTION_REVIEW: Final = ClockRule(
    id="C13",
    name="detention_review",
    en="review of detention under the deportation order",
    ja="収容の三月ごとの見直し",
    danger=Danger.CUSTODY,
    on_lapse="The control officer must report promptly, and the supervising inspector must consider Sponsorship.",
    period=Period(3, Unit.MONTH, (ICRRA("52-8(2)"), ICRRA("52-8(6)"), cite("A-04")), counts_first_day=True),
)
REVIEW_OVERDUE: Final = ClockRule(
    id="C13",
    name="review_overdue",
    en="prompt report and consideration in a review of detention",
    ja="収容の見直しの遅滞",
    danger=Danger.CUSTODY,
    on_lapse="A breach: the report or the consideration did not come promptly.",
    set_by=(ICRRA("52-8(2)"), ICRRA("52-8(3)"), cite("A-02"), cite("A-04")),
    any_day=True,
)
PROVISIONAL_RELEASE: Final = ClockRule(
    id="C14",
    name="provisional_release",
    en="period of provisional release",
    ja="仮放免の期間",
    danger=Danger.CUSTODY,
    on_lapse="The control officer must detain again, also while an extension is undecided.",
    maximum=Period(3, Unit.MONTH, (ICRRA("54(2)"), ORD("49(2)"))),
    takes_liberty=True,
)
WRITTEN_RELEASE: Final = ClockRule(
    id="C14",
    name="written_release",
    en="period of provisional release as an older permit has it",
    ja="既に定められた仮放免の期間",
    danger=Danger.CUSTODY,
    on_lapse="Under the new law the control officer must detain again; under the old law a person decides.",
    set_by=(SUPPL("9(2)"), ICRRA("54(2)")),
    any_day=True,
    takes_liberty=True,
)
HEALTH_EXAMINATION: Final = ClockRule(
    id="C25",
    name="health_examination",
    en="health examination of a detainee",
    ja="健康診断",
    danger=Danger.CUSTODY,
    on_lapse="The duty to have the detainee examined is broken.",
    period=Period(3, Unit.MONTH, (ICRRA("55-41(2)"),), counts_first_day=True),
)
TRAVEL_RESTRICTED_NOTIFICATION: Final = ClockRule(
    id="C34",
    name="travel_restricted_notification",
    en="notification by a travel-restricted person",
    ja="出国制限対象者の届出",
    danger=Danger.RIGHT,
    on_lapse="A fine threatens.",
    maximum=Period(3, Unit.MONTH, (ICRRA("63-2(2)"), ORD("59-4(4)"))),
)
ISOLATION: Final = ClockRule(
    id="C38",
    name="isolation",
    en="isolation of a detainee",
    ja="隔離",
    danger=Danger.CUSTODY,
    on_lapse="The isolation is to end at once.",
    period=Period(1, Unit.MONTH, (ICRRA("55-50(2)"), cite("A-03")), counts_first_day=True),
)
ISOLATION_RENEWAL: Final = ClockRule(
    id="C38",
    name="isolation_renewal",
    en="renewed isolation of a detainee",
    ja="隔離の更新",
    danger=Danger.CUSTODY,
    on_lapse="The isolation is to end at once.",
    period=Period(10, Unit.DAY, (ICRRA("55-50(2)"),)),
)
PROTECTION_ROOM: Final = ClockRule(
    id="C39",
    name="protection_room",
    en="placing in a protection room",
    ja="保護室への収容",
    danger=Danger.CUSTODY,
    on_lapse="The placing is to end at once.",
    period=Period(24, Unit.HOUR, (ICRRA("55-53(3)"),)),
)

CUSTODY_CLOCKS: Final = (
    HAND_OVER_LIMIT,
    POLICE_HAND_OVER,
    DETENTION_LIMIT,
    DETENTION_EXTENSION,
    DEPOSIT_DATE,
    NOTIFICATION,
    SPONSOR_NOTIFICATION,
    SPONSOR_REPORT,
    SPONSOR_VACANCY,
    DETENTION_REVIEW,
    REVIEW_OVERDUE,
    PROVISIONAL_RELEASE,
    WRITTEN_RELEASE,
    HEALTH_EXAMINATION,
    TRAVEL_RESTRICTED_NOTIFICATION,
    ISOLATION,
    ISOLATION_RENEWAL,
    PROTECTION_ROOM,
)
