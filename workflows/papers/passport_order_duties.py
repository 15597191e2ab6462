"""What an order to apply for a passport makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY

HAND_OVER_PASSPORT_ORDER = DutyKind(
    "hand_over_passport_order",
    en="Hand over the order to apply for a passport",
    ja="旅券発給申請等命令書の交付",
    by=Power.ORDER_PASSPORT,
    basis=(ICRRA("52(12)"), ORD("48-3(1)")),
    within=PROMPTLY,
)

PASSPORT_ORDER_PAPER = NoticeKind(
    "passport_order",
    en="Order to apply for a passport and the like",
    ja="旅券発給申請等命令書",
    form="65-2",
    basis=(ICRRA("52(12)"), ORD("48-3(1)")),
)
PASSPORT_ORDER_EXTENDED = NoticeKind(
    "passport_order_extension",
    en="Notice that the period of an order to apply for a passport is extended",
    ja="旅券発給申請等命令の期間を延長した旨の通知書",
    form="65-3",
    basis=(ICRRA("52(13)"), ORD("48-3(2)")),
)
PASSPORT_ORDER_WITHDRAWN = NoticeKind(
    "passport_order_withdrawal",
    en="Word that an order to apply for a passport is withdrawn",
    ja="旅券発給申請等命令を撤回した旨の通知",
    form="-",
    basis=(ICRRA("52(12)"),),
)
