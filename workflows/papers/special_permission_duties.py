"""What special permission makes people owe, and the notice it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY

DECIDE = DutyKind(
    "decide_special_permission",
    en="Decide on special permission to stay",
    ja="在留特別許可の許否の判断",
    by=Power.DECIDE_SPECIAL_PERMISSION,
    basis=(ICRRA("50(1)"), ICRRA("50(4)")),
)
ASK_FOR_PAPERS = DutyKind(
    "ask_for_papers",
    en="Ask for what did not come with the application",
    ja="不足書類の提出の求め",
    by=Power.RECEIVE_FILING,
    basis=(ORD("44(2)"), ORD("44(3)"), ORD("62")),
    within=PROMPTLY,
)
TELL_INSPECTOR = DutyKind(
    "tell_supervising_inspector",
    en="Tell the supervising inspector the result",
    ja="主任審査官への結果の通知",
    by=Power.DECIDE_SPECIAL_PERMISSION,
    basis=(ICRRA("50(8)"),),
    within=PROMPTLY,
)
SERVE_REFUSAL = DutyKind(
    "serve_special_permission_refusal",
    en="Serve the refusal of special permission",
    ja="在留特別許可をしない旨の通知書の送達",
    by=Power.CERTIFY_SERVICE,
    basis=(ICRRA("50(10)"), ORD("44(8)")),
    within=PROMPTLY,
)
HAND_OVER_PAPERS = DutyKind(
    "hand_over_permission_papers",
    en="Hand over the residence card, or stamp the passport or a certificate of status",
    ja="在留カードの交付又は証印",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("50(7)"), ORD("44(5)"), ORD("44(6)")),
    within=PROMPTLY,
)

DUTIES = (DECIDE, ASK_FOR_PAPERS, TELL_INSPECTOR, SERVE_REFUSAL, HAND_OVER_PAPERS)

REFUSAL_NOTICE = NoticeKind(
    "special_permission_refusal",
    en="Refusal of special permission",
    ja="在留特別許可をしない旨の通知書",
    form="62-3",
    basis=(ICRRA("50(10)"), ORD("44(8)")),
)
