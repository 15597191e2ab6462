"""What an application makes people owe, the notices it serves, and the grounds on which its acts fail."""

from engine.case import DutyKind, NoticeKind
from engine.refusal import because
from law.citation import ACRA, ICRRA, ORD, SUPPL
from law.competence import Power
from law.policies import PROMPTLY, cite

REFUSAL_OF_REFUGEE = NoticeKind(
    "refusal_of_refugee",
    en="Notice that refugee status is not recognised",
    ja="難民不認定通知書",
    form="76",
    basis=(ICRRA("61-2(4)"), ORD("55(8)")),
)
REFUSAL_OF_PROTECTION = NoticeKind(
    "refusal_of_protection",
    en="Notice that complementary protection is not recognised",
    ja="補完的保護対象者不認定通知書",
    form="76-2-2",
    basis=(ICRRA("61-2(5)"), ORD("55(10)")),
)


DECIDE = DutyKind(
    "decide_application",
    en="Decide on the application",
    ja="申請に対する処分",
    by=Power.DECIDE_RECOGNITION,
    basis=(ICRRA("61-2(1)"), ICRRA("61-2(2)")),
)
ASK_COMMISSION = DutyKind(
    "ask_commission",
    en="Ask the National Public Safety Commission",
    ja="国家公安委員会への照会",
    by=Power.INQUIRE_PUBLIC_SAFETY_COMMISSION,
    basis=(ORD("55(6)"),),
)
ASK_FOR_PAPERS = DutyKind(
    "ask_for_papers",
    en="Ask for the papers that are missing",
    ja="不足書類の提出依頼",
    by=Power.RECEIVE_FILING,
    basis=(ORD("55(1)"), ORD("55(3)"), ORD("62")),
)
TELL_EXCEPTIONS = DutyKind(
    "tell_exceptions",
    en="Tell the applicant of the exceptions to the stop of removal",
    ja="送還停止効の例外の周知",
    by=Power.RECEIVE_FILING,
    basis=(SUPPL("15(3)"), SUPPL("15(4)")),
    within=PROMPTLY,
)
EXAMINE_STAY = DutyKind(
    "examine_provisional_stay",
    en="Examine provisional stay; the applicant need not ask for it",
    ja="仮滞在の許否の審査",
    by=Power.INVESTIGATE_RECOGNITION,
    basis=(ICRRA("61-2-4(1)"),),
    within=PROMPTLY,
)
JUDGE_MATERIAL = DutyKind(
    "judge_material",
    en="Judge the material that came with the application",
    ja="申請に際して提出された資料の判断",
    by=Power.DECIDE_MATERIAL,
    basis=(ICRRA("61-2-9(4)(i)"), cite("A-11")),
)
CONSIDER_LATER_MATERIAL = DutyKind(
    "consider_later_material",
    en="Look at material that came after the application, before any removal",
    ja="申請後に提出された資料の検討",
    by=Power.DECIDE_MATERIAL,
    basis=(ICRRA("61-2-9(4)(i)"), cite("A-12")),
)
WEIGH_WITHDRAWAL = DutyKind(
    "weigh_withdrawal",
    en="Find out whether the withdrawal is voluntary",
    ja="申請の取下げの任意性の確認",
    by=Power.INTERVIEW_APPLICANT,
    basis=(ICRRA("61-2-4(5)(v)"), cite("A-13")),
    within=PROMPTLY,
)
DELIVER_REFUSAL = DutyKind(
    "deliver_refusal",
    en="Deliver the refusal to the applicant",
    ja="不認定通知書の交付",
    by=Power.CERTIFY_SERVICE,
    basis=(ICRRA("61-2(4)"), ICRRA("61-2(5)")),
    within=PROMPTLY,
)
UNDELIVERED_REFUSAL = DutyKind(
    "undelivered_refusal",
    en="Decide what to do about a refusal that does not reach the applicant",
    ja="交付できない不認定通知書への対応",
    by=Power.DECIDE_RECOGNITION,
    basis=(ICRRA("61-2-12(2)"), cite("A-30")),
)

LEFT_JAPAN = because(
    "not_in_japan",
    ICRRA("61-2(1)"),
    ICRRA("61-2(2)"),
    en="Only a person in Japan can apply.",
    ja="本邦にある外国人でない。",
    remedy="Apply when the person is in Japan again.",
)
REASON_FOR_RELATIVE = because(
    "reason_for_relative_missing",
    ORD("55(5)"),
    en="A relative files only for somebody under 16 or unable to come.",
    ja="十六歳未満又は疾病その他の事由の記載がない。",
    remedy="Record why the applicant did not come.",
)
NO_MATERIAL = because(
    "no_material_with_application",
    ICRRA("61-2-9(4)(i)"),
    cite("A-12"),
    en="No material came with the application.",
    ja="申請に際して提出された資料がない。",
    remedy="Consider later material, or take a new application with it.",
)
NO_LATER_MATERIAL = because(
    "no_later_material",
    cite("A-12"),
    en="No material came after the application.",
    ja="申請後に提出された資料がない。",
    remedy="Record the material first.",
)
NO_RECORD_MADE = because(
    "no_record_of_interview",
    ORD("59-2"),
    en="A record is made of what was stated.",
    ja="供述を録取した調書が作成されていない。",
    remedy="Make the record.",
)
COMMISSION_NOT_ASKED = because(
    "commission_not_asked",
    ORD("55(6)"),
    en="The National Public Safety Commission has not been asked.",
    ja="国家公安委員会への照会がされていない。",
    remedy="Ask it.",
)
WITHDRAWAL_OPEN = because(
    "withdrawal_not_weighed",
    ICRRA("61-2-4(5)(v)"),
    cite("A-13"),
    en="A written withdrawal came in; whether it is voluntary has not been found out.",
    ja="取下げの任意性が確認されていない。",
    remedy="Ask the applicant.",
)
WITHDRAWAL_NOT_WRITTEN = because(
    "withdrawal_not_in_writing",
    ICRRA("61-2-4(5)(v)"),
    cite("A-13"),
    en="An application is withdrawn in writing only.",
    ja="書面による取下げでない。",
    remedy="Take the withdrawal in writing.",
)
NO_REFUSAL = because(
    "no_refusal_stands",
    ICRRA("61-2(4)"),
    ICRRA("61-2(5)"),
    en="No refusal on this application stands.",
    ja="当該申請について不認定処分がない。",
    remedy="Name the application whose refusal the court annulled.",
)
NO_PROTECTION_YET = because(
    "no_protection_yet",
    SUPPL("1(ii)"),
    ICRRA("61-2(2)"),
    en="Complementary protection can be applied for from 2023-12-01.",
    ja="補完的保護対象者の認定の申請は令和五年十二月一日からすることができる。",
    remedy="Take it as an application for recognition as a refugee.",
)
NO_WITHDRAWAL = because(
    "no_withdrawal",
    ICRRA("61-2-4(5)(v)"),
    cite("A-13"),
    en="No written withdrawal came in.",
    ja="書面による取下げがない。",
    remedy="Record the withdrawal first.",
)
RECOGNISED_ALREADY = because(
    "recognised_already",
    ICRRA("61-2(3)"),
    en="Complementary protection is recognised on this application; it is no longer undecided.",
    ja="補完的保護対象者の認定がされている。",
    remedy="A request for review of the refusal can be withdrawn.",
)
DECISION_ON_INACTION_WAITS = because(
    "decision_on_inaction_waits",
    ACRA("49(3)"),
    ACRA("51(1)"),
    ACRA("52(1)"),
    en="The Minister has decided on the inaction, and what is decided on the application follows that decision.",
    ja="不作為についての審査請求の裁決が送達を待っており、処分は裁決の趣旨に従う。",
    remedy="Serve the Minister's decision; then decide as it commands.",
)
