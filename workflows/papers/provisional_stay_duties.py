"""What provisional stay makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY, cite

DECIDE_STAY = DutyKind(
    "decide_stay",
    en="Decide on provisional stay",
    ja="仮滞在の許否の決定",
    by=Power.PERMIT_PROVISIONAL_STAY,
    basis=(ICRRA("61-2-4(1)"),),
)
DELIVER_PERMIT = DutyKind(
    "deliver_permit",
    en="Hand over the permit of provisional stay",
    ja="仮滞在許可書の交付",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("61-2-4(2)"),),
)
DECIDE_RENEWAL = DutyKind(
    "decide_renewal",
    en="Decide on the renewal",
    ja="仮滞在期間の更新の決定",
    by=Power.PERMIT_PROVISIONAL_STAY,
    basis=(ICRRA("61-2-4(4)"), cite("A-28")),
)
DELIVER_RENEWED_PERMIT = DutyKind(
    "deliver_renewed_permit",
    en="Hand over the renewed permit",
    ja="更新した仮滞在許可書の交付",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("61-2-4(4)"), ICRRA("61-2-4(2)")),
)
SERVE_REVOCATION = DutyKind(
    "serve_revocation",
    en="Serve the notice of revocation",
    ja="仮滞在許可取消通知書の送達",
    by=Power.CERTIFY_SERVICE,
    basis=(ICRRA("61-2-6"), ORD("56-4")),
)
DELIVER_STATUS = DutyKind(
    "deliver_status",
    en="Hand over the card or certificate, or mark the passport",
    ja="在留カード等の交付",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("61-2-5(3)"), ICRRA("20(4)")),
)
DECIDE_WORK = DutyKind(
    "decide_work",
    en="Decide on paid work",
    ja="報酬を受ける活動の許否の決定",
    by=Power.PERMIT_WORK_ON_PROVISIONAL_STAY,
    basis=(ICRRA("61-2-7(2)"),),
)
WEIGH_WITHDRAWAL_OF_WORK = DutyKind(
    "weigh_withdrawal_of_work",
    en="Weigh whether to withdraw the permission to work",
    ja="報酬活動の許可の取消しの検討",
    by=Power.PERMIT_WORK_ON_PROVISIONAL_STAY,
    basis=(ICRRA("61-2-7(4)"), ICRRA("61-2-8")),
    within=PROMPTLY,
)

PERMIT_NOTICE = NoticeKind(
    "provisional_stay_permit",
    en="Permit of provisional stay",
    ja="仮滞在許可書",
    form="76-4",
    basis=(ICRRA("61-2-4(2)"), ORD("56-2(1)")),
)
REVOCATION_NOTICE = NoticeKind(
    "provisional_stay_revocation",
    en="Notice that provisional stay is revoked",
    ja="仮滞在許可取消通知書",
    form="76-7",
    basis=(ICRRA("61-2-6"), ORD("56-4")),
)
WORK_WITHDRAWAL_NOTICE = NoticeKind(
    "work_withdrawal",
    en="Notice that the permission to work is withdrawn",
    ja="報酬を受ける活動許可取消通知書",
    form="76-9",
    basis=(ICRRA("61-2-7(4)"), ORD("56-5(3)")),
)
