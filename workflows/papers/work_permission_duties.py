"""What a permission to work under Sponsorship makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD
from law.competence import Power

DECIDE_WORK_PERMISSION = DutyKind(
    "decide_work_permission",
    en="Decide on paid work under Sponsorship",
    ja="報酬を受ける活動の許否の決定",
    by=Power.PERMIT_WORK_UNDER_SPONSORSHIP,
    basis=(ICRRA("44-5(1)"),),
)

ENTERED_NOTICE = NoticeKind(
    "work_entered",
    en="Sponsorship notice with the permission to work entered",
    ja="監理措置決定通知書（活動許可の記載）",
    form="51-4",
    basis=(ICRRA("44-5(2)"), ORD("36-7(2)")),
)
SPONSOR_COPY = NoticeKind(
    "work_copy_for_sponsor",
    en="Certified copy of the notice for the Sponsor",
    ja="監理措置決定通知書の謄本（監理人）",
    form="51-4",
    basis=(ICRRA("44-5(3)"), ORD("36-7(3)")),
)
WITHDRAWN_NOTICE = NoticeKind(
    "work_permission_withdrawal",
    en="Notice that the permission to work is withdrawn",
    ja="報酬を受ける活動許可取消通知書",
    form="51-9",
    basis=(ICRRA("44-5(4)"), ORD("36-7(4)")),
)
SPONSOR_TOLD = NoticeKind(
    "work_withdrawal_for_sponsor",
    en="Word to the Sponsor that the permission to work is withdrawn",
    ja="監理人への活動許可取消しの通知",
    form="-",
    basis=(ORD("36-7(5)"),),
)
