"""What the deportation procedure makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ACLA, ICRRA, ORD, Citation
from law.competence import Power
from law.policies import PROMPTLY, cite


def _promptly(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en, ja, by, basis, within=PROMPTLY)


def _owed(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en, ja, by, basis)


INVESTIGATE = _owed("investigate", "Investigate the violation", "違反調査", Power.INVESTIGATE_VIOLATION, ICRRA("27"))
EXAMINE_FOR_DEPARTURE = _promptly(
    "examine_for_departure",
    "Examine whether the suspect is eligible for a departure order",
    "出国命令対象者該当性の審査",
    Power.EXAMINE,
    ICRRA("55-84(2)"),
)
SCREEN = _promptly(
    "screen", "Screen for Sponsorship or detention", "監理措置か収容かの審査", Power.SCREEN, ICRRA("39(2)")
)
HAND_OVER = _promptly(
    "hand_over",
    "Hand over to the inspector",
    "入国審査官への引渡し",
    Power.HAND_OVER_SUSPECT,
    ICRRA("44"),
    ICRRA("44-7"),
)
EXAMINE = _promptly("examine", "Examine the suspect", "審査", Power.EXAMINE, ICRRA("45(1)"))
SERVE_FINDING = _promptly(
    "serve_finding", "Serve the notice of the finding", "認定通知書の送達", Power.CERTIFY_SERVICE, ICRRA("47(3)")
)
RECORD_ACCEPTANCE = _owed(
    "record_acceptance",
    "Take the waiver, or record why silence counts as acceptance",
    "服したことの記録",
    Power.RECORD_ACCEPTANCE,
    ICRRA("47(5)"),
    ICRRA("48(9)"),
    cite("A-05"),
)
HOLD_HEARING = _promptly(
    "hold_hearing", "Hold the oral hearing and decide", "口頭審理及び判定", Power.HOLD_ORAL_HEARING, ICRRA("48(3)")
)
SERVE_DECISION = _promptly(
    "serve_decision", "Serve the notice of the decision", "判定通知書の送達", Power.CERTIFY_SERVICE, ICRRA("48(8)")
)
FORWARD_OBJECTION = _promptly(
    "forward_objection", "Hand the file to the Minister", "異議申出書類の提出", Power.FORWARD_OBJECTION, ICRRA("49(2)")
)
DECIDE_OBJECTION = _owed("decide_objection", "Decide on the objection", "裁決", Power.DECIDE_OBJECTION, ICRRA("49(3)"))
TELL_RESULT = _promptly(
    "tell_result", "Tell the result of the objection", "裁決の通知", Power.NOTIFY_OBJECTION_RESULT, ICRRA("49(6)")
)
SERVE_RESULT = _promptly(
    "serve_result", "Serve the notice of the result", "裁決通知書の送達", Power.CERTIFY_SERVICE, ICRRA("49(6)")
)
DECIDE_LATE_APPLICATION = _owed(
    "decide_late_application",
    "Decide on special permission applied for late; the order is held",
    "申請期間経過後の申請の取扱いの決定",
    Power.ISSUE_DEPORTATION_ORDER,
    ICRRA("50(3)"),
    cite("A-36"),
)
ISSUE_ORDER = _promptly(
    "issue_order",
    "Issue the deportation order",
    "退去強制令書の発付",
    Power.ISSUE_DEPORTATION_ORDER,
    ICRRA("47(5)"),
    ICRRA("48(10)"),
    ICRRA("49(7)"),
)
WITHDRAW_ORDER = _promptly(
    "withdraw_order",
    "Withdraw the order: a status covers its ground",
    "退去強制令書の撤回",
    Power.WITHDRAW_ORDER,
    ICRRA("61-2-9(1)"),
    cite("A-42"),
)
WEIGH_ORDER = _promptly(
    "weigh_order",
    "Weigh an order issued while the procedure, as it proved later, stood still",
    "停止中に発付された令書の取扱いの決定",
    Power.RESOLVE_CONTESTED,
    ICRRA("61-2-9(2)"),
)
WEIGH_STEPS = _promptly(
    "weigh_steps",
    "Weigh steps taken while the procedure, as it proved later, stood still",
    "停止中にされた手続の取扱いの決定",
    Power.RESOLVE_CONTESTED,
    ICRRA("61-2-9(2)"),
)

WEIGH_GROUND = _promptly(
    "weigh_ground",
    "Weigh what is left of a case whose ground arose from what was annulled",
    "取り消された処分に基づく退去強制事由に係る事件の取扱いの決定",
    Power.RESOLVE_CONTESTED,
    ACLA("32(1)"),
    ACLA("33(1)"),
)

DUTIES = (
    INVESTIGATE,
    EXAMINE_FOR_DEPARTURE,
    SCREEN,
    HAND_OVER,
    EXAMINE,
    SERVE_FINDING,
    RECORD_ACCEPTANCE,
    HOLD_HEARING,
    SERVE_DECISION,
    FORWARD_OBJECTION,
    DECIDE_OBJECTION,
    TELL_RESULT,
    SERVE_RESULT,
    DECIDE_LATE_APPLICATION,
    ISSUE_ORDER,
    WITHDRAW_ORDER,
    WEIGH_ORDER,
    WEIGH_STEPS,
    WEIGH_GROUND,
)


def _paper(name: str, en: str, ja: str, form: str, *basis: Citation) -> NoticeKind:
    return NoticeKind(name, en, ja, form, basis)


WISH_CONFIRMATION = _paper(
    "wish_confirmation",
    "Confirmation of the wish to leave",
    "出国意思確認書",
    "71-2-2",
    ICRRA("24-3(i)"),
    ORD("50-51"),
)
FINDING_NOTICE = _paper("finding_notice", "Notice of the finding", "認定通知書", "53", ICRRA("47(3)"), ORD("37"))
CERTIFICATE_OF_RELEASE = _paper(
    "certificate_of_release", "Certificate of release", "放免証明書", "55", ICRRA("47(1)"), ORD("38")
)
HEARING_DATE = _paper("hearing_date", "Date of the hearing", "口頭審理期日通知書", "56", ICRRA("48(3)"), ORD("39"))
DECISION_NOTICE = _paper("decision_notice", "Notice of the decision", "判定通知書", "58", ICRRA("48(8)"), ORD("41(2)"))
RESULT_NOTICE = _paper("result_notice", "Notice of the result", "裁決通知書", "61-2", ICRRA("49(6)"), ORD("43(2)"))

NOTICES = (
    WISH_CONFIRMATION,
    FINDING_NOTICE,
    CERTIFICATE_OF_RELEASE,
    HEARING_DATE,
    DECISION_NOTICE,
    RESULT_NOTICE,
)
