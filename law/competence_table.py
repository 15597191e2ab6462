"""The statutory competences as a table: each power, who holds it, and where that stands (LAW §1.2, §1.3)."""

from typing import Final

from law.citation import ACRA, CO, ICRRA, ORD, PRACTICE
from law.competence_custody import CUSTODY_COMPETENCES
from law.competence_enforcement import ENFORCEMENT_COMPETENCES
from law.policies import cite
from law.powers import Competence, Power, Role
from law.powers import held as _held

_ICO = Role.IMMIGRATION_CONTROL_OFFICER
_INSPECTOR = Role.IMMIGRATION_INSPECTOR
_SIO = Role.SPECIAL_INQUIRY_OFFICER
_SII = Role.SUPERVISING_IMMIGRATION_INSPECTOR
_RI = Role.REFUGEE_INQUIRER
_RAC = Role.REFUGEE_ADJUDICATION_COUNSELOR
_HEAD = Role.REGIONAL_BUREAU_HEAD
_CLERK = Role.BUREAU_CLERK
_MINISTER = {Role.MINISTER}
_DELEGATED = {Role.MINISTER, Role.COMMISSIONER, _HEAD}
_OFFICERS = {_ICO, _INSPECTOR, _SIO, _SII, _RI, _CLERK, _HEAD}
_REGISTER = PRACTICE("register")
_TO_COMMISSIONER = (ICRRA("69-2(1)"), CO("26"))
_TO_HEAD = (*_TO_COMMISSIONER, ICRRA("69-2(2)"), ORD("61-2(1)"))

COMPETENCES: Final[dict[Power, Competence]] = {
    Power.RECEIVE_FILING: _held(
        "receive filings",
        "申請等の受理",
        (_OFFICERS - {_HEAD}) | {Role.REGISTRAR},
        ORD("55"),
        ORD("58"),
        ICRRA("48(1)"),
        ICRRA("49(1)"),
    ),
    Power.INVESTIGATE_RECOGNITION: _held(
        "find the facts of recognition", "難民認定等に関する事実の調査", {_RI}, ICRRA("2(xii-2)"), ICRRA("61-2-17(1)")
    ),
    Power.INTERVIEW_APPLICANT: _held("interview an applicant", "申請者に対する質問", {_RI}, ICRRA("61-2-17(3)")),
    Power.INQUIRE_PUBLIC_SAFETY_COMMISSION: _held(
        "inquire of the National Public Safety Commission",
        "国家公安委員会への照会",
        _DELEGATED,
        ORD("55(6)"),
        *_TO_HEAD,
    ),
    Power.DECIDE_RECOGNITION: _held("decide on recognition", "難民認定等の決定", _DELEGATED, ICRRA("61-2"), *_TO_HEAD),
    Power.DECIDE_MATERIAL: _held(
        "judge the material submitted on an application",
        "相当の理由がある資料の判断",
        _DELEGATED,
        ICRRA("61-2-9(4)(i)"),
        cite("A-11"),
    ),
    Power.GRANT_STATUS_AFTER_RECOGNITION: _held(
        "grant a status after recognition", "認定に伴う在留資格の許可", _DELEGATED, ICRRA("61-2-2(1)"), *_TO_HEAD
    ),
    Power.HAND_OVER_DOCUMENTS: _held(
        "hand over documents", "書類の交付", {_INSPECTOR}, ICRRA("61-2-2(2)"), ICRRA("61-2-4(2)"), ICRRA("61-2-5(3)")
    ),
    Power.CERTIFY_SERVICE: _held("certify service", "送達の証明", _OFFICERS - {_HEAD}, ACRA("51"), _REGISTER),
    Power.APPOINT_COUNSELOR: _held("appoint counselors", "難民審査参与員の任命", _MINISTER, ICRRA("61-2-13(2)")),
    Power.APPOINT_PANEL: _held(
        "name the panel of a review", "難民審査参与員の指名", _MINISTER, ICRRA("61-2-12(3)"), ORD("58-3(1)")
    ),
    Power.GIVE_OPINION: _held("give an opinion on a review", "審査請求に対する意見の提出", {_RAC}, ICRRA("61-2-12(3)")),
    Power.CONDUCT_REVIEW_HEARING: _held(
        "conduct the hearing of a review", "口頭意見陳述の実施", {_RAC}, ICRRA("61-2-12(5)"), ICRRA("61-2-12(6)")
    ),
    Power.DECIDE_REVIEW: _held("decide on a review", "審査請求に対する裁決", _MINISTER, ICRRA("61-2-12(1)")),
    Power.REVOKE_RECOGNITION: _held(
        "revoke recognition",
        "難民認定等の取消し",
        {Role.MINISTER, Role.COMMISSIONER},
        ICRRA("61-2-10"),
        *_TO_COMMISSIONER,
    ),
    Power.REVOKE_STATUS_OF_RECOGNISED: _held(
        "revoke the status of a recognised person",
        "被認定者の在留資格の取消し",
        _DELEGATED,
        ICRRA("61-2-11"),
        *_TO_HEAD,
    ),
    Power.PERMIT_PROVISIONAL_STAY: _held(
        "permit provisional stay", "仮滞在の許可", _DELEGATED, ICRRA("61-2-4"), *_TO_HEAD
    ),
    Power.REVOKE_PROVISIONAL_STAY: _held(
        "revoke provisional stay", "仮滞在の許可の取消し", _DELEGATED, ICRRA("61-2-6"), *_TO_HEAD
    ),
    Power.PERMIT_WORK_ON_PROVISIONAL_STAY: _held(
        "permit paid work on provisional stay", "仮滞在中の報酬活動の許可", _DELEGATED, ICRRA("61-2-7"), *_TO_HEAD
    ),
    Power.RECEIVE_WORK_REPORT: _held(
        "receive the report of work on provisional stay",
        "報酬活動の届出の受理",
        {_HEAD},
        ICRRA("61-2-8"),
        ICRRA("69-2(2)"),
        ORD("61-2(2)"),
    ),
    Power.GRANT_STATUS_TO_PROVISIONAL_STAY_HOLDER: _held(
        "grant a status to a holder of provisional stay",
        "仮滞在許可者の在留資格の許可",
        _DELEGATED,
        ICRRA("61-2-5(1)"),
        *_TO_HEAD,
    ),
    Power.INVESTIGATE_VIOLATION: _held("investigate a violation", "違反調査", {_ICO}, ICRRA("27")),
    Power.CONFIRM_WISH_TO_LEAVE: _held(
        "confirm a wish to leave",
        "出国意思の表明の確認",
        _OFFICERS - {_HEAD, _CLERK},
        ICRRA("24-3(i)(ro)"),
        ORD("50-51"),
    ),
    Power.NOTIFY_SUSPECT_CASE: _held("notify a suspect's case", "容疑者事件の通知", {_ICO}, ICRRA("39(1)")),
    Power.SCREEN: _held("screen for Sponsorship or detention", "監理措置か収容かの審査", {_SII}, ICRRA("39(2)")),
    Power.HAND_OVER_SUSPECT: _held(
        "hand over a suspect or a case", "容疑者・事件の引渡し", {_ICO}, ICRRA("44"), ICRRA("44-7"), ICRRA("55-84(1)")
    ),
    Power.EXAMINE: _held("examine a suspect", "審査及び認定", {_INSPECTOR}, ICRRA("45"), ICRRA("47")),
    Power.ORDER_DEPARTURE: _held("order departure", "出国命令", {_SII}, ICRRA("55-85(1)")),
    Power.HOLD_ORAL_HEARING: _held(
        "hold the oral hearing and decide", "口頭審理及び判定", {_SIO}, ICRRA("2(xii)"), ICRRA("48")
    ),
    Power.TAKE_WAIVER: _held("take a waiver", "不請求等の文書への署名", {_SII}, ICRRA("47(5)"), ICRRA("48(9)")),
    Power.RECORD_ACCEPTANCE: _held("record an acceptance", "服したことの記録", {_SII}, ICRRA("47(5)"), cite("A-05")),
    Power.FORWARD_OBJECTION: _held("forward an objection", "異議申出書類の提出", {_SII}, ICRRA("49(2)")),
    Power.DECIDE_OBJECTION: _held(
        "decide on an objection", "異議の申出に対する裁決", _DELEGATED, ICRRA("49(3)"), *_TO_HEAD
    ),
    Power.NOTIFY_OBJECTION_RESULT: _held("tell the result of an objection", "裁決の通知", {_SII}, ICRRA("49(6)")),
    Power.DECIDE_SPECIAL_PERMISSION: _held(
        "decide on special permission to stay", "在留特別許可の判断", _DELEGATED, ICRRA("50(1)"), *_TO_HEAD
    ),
    Power.FIND_SECURITY_GROUND: _held(
        "find terrorism or harm to Japan's interests",
        "第24条第3号の2・第4号ヨの認定",
        _MINISTER,
        ICRRA("24(iii-2)"),
        ICRRA("24(iv)(yo)"),
        ICRRA("24-2"),
    ),
    Power.ISSUE_DEPORTATION_ORDER: _held(
        "issue a deportation order",
        "退去強制令書の発付",
        {_SII},
        ICRRA("47(5)"),
        ICRRA("48(10)"),
        ICRRA("49(7)"),
        ICRRA("51"),
    ),
    Power.SHOW_ORDER: _held("show a deportation order", "退去強制令書の呈示", {_ICO}, ICRRA("52(1)"), ICRRA("52(3)")),
    Power.WITHDRAW_ORDER: _held(
        "withdraw a deportation order", "退去強制令書の撤回", {_SII}, ICRRA("51"), ICRRA("61-2-9(1)")
    ),
    Power.JUDGE_SECURITY_GROUND: _held(
        "judge whether a ground of public security is sufficiently suspected",
        "公安関係事由の疑いの判断",
        {_INSPECTOR, _SII, _HEAD, Role.COMMISSIONER, Role.MINISTER},
        ICRRA("61-2-9(4)(ii)"),
        _REGISTER,
    ),
    **CUSTODY_COMPETENCES,
    **ENFORCEMENT_COMPETENCES,
    Power.RECORD_CIRCUMSTANCES: _held(
        "record a person's circumstances", "身上事情の記録", {*_OFFICERS - {_HEAD}, Role.REGISTRAR}, _REGISTER
    ),
    Power.RECORD_COURT_DECISION: _held(
        "record a court's decision", "裁判所の決定の記録", {_ICO, _INSPECTOR, _SII, _CLERK, Role.REGISTRAR}, _REGISTER
    ),
    Power.FIND_DESTINATION: _held(
        "find a destination", "送還先の決定", {_SII, _ICO}, ICRRA("51"), ICRRA("53(1)"), ICRRA("53(2)")
    ),
    Power.LIFT_NON_REFOULEMENT: _held(
        "find serious harm to Japan's interests or public security",
        "第53条第3項第1号の認定",
        _MINISTER,
        ICRRA("53(3)(i)"),
    ),
    Power.NOTIFY_REMOVAL: _held("tell of a coming removal", "送還の予告", {_ICO, _SII}, cite("A-14")),
    Power.RECORD_DEPARTURE: _held(
        "record a departure", "出国の記録", {_ICO, _INSPECTOR, Role.REGISTRAR}, ICRRA("25"), ICRRA("52(3)"), _REGISTER
    ),
    Power.CREATE_PERSON: _held("enter a new person", "人の新規登録", {*_OFFICERS - {_HEAD}, Role.REGISTRAR}, _REGISTER),
    Power.CORRECT_ENTRY: _held("correct an entry", "記録の訂正", _OFFICERS, _REGISTER),
    Power.RESOLVE_CONTESTED: _held("resolve a contested entry", "争いのある記録の解決", {_SII, _HEAD}, _REGISTER),
    Power.READ_CASE: _held("read a case", "事件記録の閲覧", set(Role) - {Role.REGISTRAR, Role.AUDITOR}, _REGISTER),
    Power.AUDIT: _held("audit the register", "監査", {Role.AUDITOR}, _REGISTER),
}
"""Every power with its holders. A power of the Minister that no list delegates stays with the Minister in person."""
