"""What a departure order makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ACLA, ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY, cite
from workflows.papers.own_expense_duties import HOLD_NOTICE

ORDER_DEPARTURE = DutyKind(
    "order_departure",
    "Order departure",
    "出国命令",
    Power.ORDER_DEPARTURE,
    (ICRRA("55-85(1)"),),
    within=PROMPTLY,
)
DECIDE_EXTENSION = DutyKind(
    "decide_departure_extension",
    "Decide on the extension of the deadline",
    "出国期限の延長の許否の判断",
    Power.ORDER_DEPARTURE,
    (ICRRA("55-87"),),
)
TAKE_REQUEST = DutyKind(
    "take_extension_request",
    "Let the person ask for the extension today: exit control holds him or her on the last day",
    "出国期限の最終日における延長の申出の受理",
    Power.RECEIVE_FILING,
    (ICRRA("55-87"), ICRRA("25-2(1)"), cite("A-50")),
)
WEIGH_DEADLINE = DutyKind(
    "weigh_departure_deadline",
    "Decide what follows from a deadline that has passed",
    "経過した出国期限の取扱いの決定",
    Power.ORDER_DEPARTURE,
    (ICRRA("24(viii)"), cite("A-50")),
    within=PROMPTLY,
)
END_FOR_STATUS = DutyKind(
    "end_departure_order_for_status",
    "Decide what becomes of the order: a status was granted or restored",
    "在留資格の取得・回復に伴う出国命令の取扱いの決定",
    Power.ORDER_DEPARTURE,
    (ICRRA("55-85(1)"), ICRRA("61-2-9(1)")),
    within=PROMPTLY,
)
SERVE_REVOCATION = DutyKind(
    "serve_departure_revocation",
    "Serve the notice of revocation",
    "出国命令取消通知書の送達",
    Power.CERTIFY_SERVICE,
    (ICRRA("55-88"), ORD("50-55")),
    within=PROMPTLY,
)
TAKE_BACK_ORDER = DutyKind(
    "take_back_departure_order",
    "Take back the revoked order",
    "出国命令書の返納",
    Power.HAND_OVER_DOCUMENTS,
    (ORD("50-55"),),
    within=PROMPTLY,
)
TELL_AGENCY = DutyKind(
    "tell_notifying_agency",
    "Tell the authority that had notified, at once",
    "通知をした機関への通報",
    Power.CONFIRM_DEPARTURE,
    (ICRRA("25-2(2)"),),
)
CONFIRM = DutyKind(
    "confirm_departure",
    "Confirm the departure: it may no longer be withheld",
    "出国の確認",
    Power.CONFIRM_DEPARTURE,
    (ICRRA("25(1)"), ICRRA("25-2(1)")),
)
WEIGH_ANNULMENT = DutyKind(
    "weigh_departure_annulment",
    "Decide what follows from the judgment that annulled the order or its revocation",
    "取消判決を受けた出国命令の取扱いの決定",
    Power.ORDER_DEPARTURE,
    (ACLA("33(1)"), ACLA("33(2)"), ICRRA("55-85(1)")),
    within=PROMPTLY,
)

DUTIES = (
    ORDER_DEPARTURE,
    DECIDE_EXTENSION,
    TAKE_REQUEST,
    WEIGH_DEADLINE,
    END_FOR_STATUS,
    SERVE_REVOCATION,
    TAKE_BACK_ORDER,
    TELL_AGENCY,
    CONFIRM,
    WEIGH_ANNULMENT,
)

ORDER_PAPER = NoticeKind(
    "departure_order", "Departure order", "出国命令書", "71-3", (ICRRA("55-85(2)"), ICRRA("55-86"), ORD("50-53"))
)
NEW_DEADLINE = NoticeKind(
    "departure_order_extended",
    "Departure order with its new deadline",
    "出国命令書（新たな出国期限の記載）",
    "71-3",
    (ICRRA("55-87"), ORD("50-54(2)")),
)
EXTENSION_REFUSAL = NoticeKind(
    "departure_extension_refusal",
    "Refusal of an extension of the deadline",
    "出国期限の延長をしない旨の通知",
    "-",
    (ICRRA("55-87"),),
)
SUMMONS = NoticeKind(
    "departure_order_summons", "Summons under a departure order", "出頭の要求", "-", (ORD("50-52(iii)"),)
)
REVOCATION_NOTICE = NoticeKind(
    "departure_order_revocation",
    "Notice that the departure order is revoked",
    "出国命令取消通知書",
    "71-5",
    (ICRRA("55-88"), ORD("50-55")),
)

NOTICES = (ORDER_PAPER, NEW_DEADLINE, EXTENSION_REFUSAL, SUMMONS, REVOCATION_NOTICE, HOLD_NOTICE)
