"""What a penal order to leave makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY

HEAR_OPINION = DutyKind(
    "hear_opinion",
    en="Hear the person's opinion before a penal order to leave",
    ja="退去の命令に係る意見の聴取",
    by=Power.ISSUE_PENAL_ORDER,
    basis=(ICRRA("55-2(1)"),),
)
DECIDE_PENAL_ORDER = DutyKind(
    "decide_penal_order",
    en="Decide on a penal order to leave",
    ja="退去の命令の要否の決定",
    by=Power.ISSUE_PENAL_ORDER,
    basis=(ICRRA("55-2(1)"),),
)
HAND_OVER_PENAL_ORDER = DutyKind(
    "hand_over_penal_order",
    en="Hand over the paper of the penal order to leave",
    ja="退去の命令に係る文書の交付",
    by=Power.ISSUE_PENAL_ORDER,
    basis=(ICRRA("55-2(3)"), ORD("50-2(1)")),
    within=PROMPTLY,
)
WEIGH_PENAL_ORDER = DutyKind(
    "weigh_penal_order",
    en="Weigh a penal order to leave: the person takes back what it was issued for",
    ja="意思の表明の撤回に伴う退去の命令の見直し",
    by=Power.ISSUE_PENAL_ORDER,
    basis=(ICRRA("55-2(1)(i)"),),
    within=PROMPTLY,
)

PENAL_ORDER_PAPER = NoticeKind(
    "penal_order",
    en="Penal order to leave, with its reasons and period",
    ja="退去命令書",
    form="70-2",
    basis=(ICRRA("55-2(3)"), ORD("50-2(1)")),
)
PENAL_ORDER_EXTENDED = NoticeKind(
    "penal_order_extension",
    en="Notice that the period of a penal order is extended",
    ja="退去の命令の期間を延長した旨の通知書",
    form="71",
    basis=(ICRRA("55-2(4)"), ORD("50-2(2)")),
)
PENAL_ORDER_WITHDRAWN = NoticeKind(
    "penal_order_withdrawal",
    en="Word that a penal order to leave is withdrawn",
    ja="退去の命令を撤回した旨の通知",
    form="-",
    basis=(ICRRA("55-2(1)"),),
)
