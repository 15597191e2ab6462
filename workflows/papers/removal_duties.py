"""What enforcement makes people owe, and the paper it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD, PRACTICE
from law.competence import Power
from law.policies import PROMPTLY

CARRY_OUT_ORDER = DutyKind(
    "carry_out_order",
    en="Carry out the order as soon as removal is possible",
    ja="送還可能となり次第の退去強制令書の執行",
    by=Power.EXECUTE_ORDER,
    basis=(ICRRA("52(3)"),),
)
AUTHORISE_REMOVAL = DutyKind(
    "authorise_removal",
    en="Authorise the removal that was requested, or refuse",
    ja="送還の実施の承認又は不承認",
    by=Power.AUTHORISE_REMOVAL,
    basis=(ICRRA("52(3)"), PRACTICE("removal gate")),
)
RECORD_DEPARTURE = DutyKind(
    "record_outcome_of_boarding",
    en="Record that the person left, or was turned back",
    ja="出国又は引返しの記録",
    by=Power.EXECUTE_ORDER,
    basis=(ICRRA("52(3)"),),
)
STOP_REMOVAL = DutyKind(
    "stop_removal",
    en="Stop the removal: take the person off board, or back from the carrier",
    ja="送還の停止（降機・運送業者からの引取り）",
    by=Power.EXECUTE_ORDER,
    basis=(ICRRA("61-2-9(3)"), ICRRA("52(3)"), PRACTICE("removal gate")),
)
FOLLOW_CARRIER = DutyKind(
    "follow_carrier",
    en="See to it that the carrier removes the person promptly, by another ship at its own cost if need be",
    ja="運送業者による送還の確認",
    by=Power.EXECUTE_ORDER,
    basis=(ICRRA("59(1)"), ICRRA("59(2)")),
    within=PROMPTLY,
)
RECEIVE_RESULT = DutyKind(
    "receive_result_of_execution",
    en="Receive the result from the police or the coast guard, and the order back",
    ja="警察官等からの執行結果の通知及び令書の返還の受領",
    by=Power.ASK_POLICE,
    basis=(ICRRA("52(2)"), ORD("46(1)"), ORD("46(2)")),
)

DUTIES = (CARRY_OUT_ORDER, AUTHORISE_REMOVAL, RECORD_DEPARTURE, STOP_REMOVAL, FOLLOW_CARRIER, RECEIVE_RESULT)

CARRIER_NOTICE = NoticeKind(
    "carrier_notice",
    en="Notice to the carrier of its duty to remove",
    ja="送還通知書",
    form="64",
    basis=(ICRRA("52(3)"), ORD("47")),
)
