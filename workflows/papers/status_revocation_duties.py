"""What a status revocation makes people owe, the notices it serves, and why an act of it is refused."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD, Citation
from law.competence import Power
from law.policies import PROMPTLY


def _owed(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en, ja, by, basis)


def _promptly(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en, ja, by, basis, within=PROMPTLY)


CONSIDER_REVOCATION = _owed(
    "consider_status_revocation",
    "Find the facts, then appoint a hearing or drop it",
    "事実の調査及び意見聴取の要否の検討",
    Power.REVOKE_STATUS,
    ICRRA("22-4(1)"),
    ICRRA("59-2(1)"),
)
SERVE_HEARING_NOTICE = _promptly(
    "serve_hearing_notice",
    "Serve the notice of the hearing",
    "意見聴取通知書の送達",
    Power.DELIVER_REVOCATION_PAPERS,
    ICRRA("22-4(3)"),
    ICRRA("61-8-2(1)"),
)
HOLD_STATUS_HEARING = _owed(
    "hold_status_hearing", "Hear the person", "意見の聴取", Power.HEAR_STATUS_REVOCATION, ICRRA("22-4(2)")
)
TELL_NEW_DATE = _promptly(
    "tell_new_date",
    "Tell the new date of the hearing",
    "意見聴取期日等の変更の通知",
    Power.DELIVER_REVOCATION_PAPERS,
    ORD("25-6(4)"),
)
DECIDE_NEW_DATE = _promptly(
    "decide_new_date", "Decide on a new date of the hearing", "期日等の変更の検討", Power.REVOKE_STATUS, ORD("25-6(3)")
)
DECIDE_AGENT = _promptly(
    "decide_agent",
    "Decide whether an agent may appear instead of the person",
    "代理出頭の許否の決定",
    Power.REVOKE_STATUS,
    ORD("25-8(2)"),
)
DECIDE_ACCESS = _promptly(
    "decide_access", "Decide on access to the file", "資料の閲覧の許否の決定", Power.REVOKE_STATUS, ORD("25-12(1)")
)
REPORT_HEARING = _promptly(
    "report_hearing",
    "Hand in the record and the report of the hearing",
    "意見聴取調書及び報告書の提出",
    Power.HEAR_STATUS_REVOCATION,
    ORD("25-11(3)"),
)
DECIDE_REVOCATION = _owed(
    "decide_status_revocation",
    "Decide whether to revoke the status",
    "在留資格の取消しの決定",
    Power.REVOKE_STATUS,
    ICRRA("22-4(1)"),
)
SERVE_REVOCATION = _promptly(
    "serve_status_revocation",
    "Serve the notice of revocation",
    "在留資格取消通知書の送達",
    Power.DELIVER_REVOCATION_PAPERS,
    ICRRA("22-4(6)"),
    ICRRA("61-8-2(1)"),
)
TELL_NOT_REVOKED = _promptly(
    "tell_not_revoked",
    "Tell the person that the status is not revoked",
    "在留資格を取り消さないことの通知",
    Power.CERTIFY_SERVICE,
    ORD("25-14"),
)
DUTIES = (
    CONSIDER_REVOCATION,
    SERVE_HEARING_NOTICE,
    HOLD_STATUS_HEARING,
    TELL_NEW_DATE,
    DECIDE_NEW_DATE,
    DECIDE_AGENT,
    DECIDE_ACCESS,
    REPORT_HEARING,
    DECIDE_REVOCATION,
    SERVE_REVOCATION,
    TELL_NOT_REVOKED,
)

HEARING_NOTICE = NoticeKind(
    "status_hearing", "Notice of the hearing", "意見聴取通知書", "37-3", (ICRRA("22-4(3)"), ORD("25-3(1)"))
)
INTERESTED_NOTICE = NoticeKind(
    "interested_person_admitted", "Interested person admitted", "利害関係人参加許可通知書", "37-7", (ORD("25-5(3)"),)
)
NEW_DATE_NOTICE = NoticeKind(
    "hearing_date_changed", "New date of the hearing", "意見聴取期日等変更通知書", "37-9", (ORD("25-6(4)"),)
)
AGENT_NOTICE = NoticeKind(
    "agent_permitted", "An agent may appear instead", "代理出頭許可通知書", "37-12", (ORD("25-8(4)"),)
)
CONTINUED_NOTICE = NoticeKind(
    "hearing_continued", "The hearing goes on", "意見聴取続行通知書", "37-13", (ORD("25-10(2)"),)
)
ACCESS_NOTICE = NoticeKind(
    "access_permitted", "Access to the file is permitted", "資料閲覧許可通知書", "37-15", (ORD("25-12(4)"),)
)
REVOCATION_NOTICE = NoticeKind(
    "status_revocation",
    "Notice that the status is revoked",
    "在留資格取消通知書",
    "37-16",
    (ICRRA("22-4(6)"), ORD("25-13(1)")),
)
REVOCATION_WITH_PERIOD = NoticeKind(
    "status_revocation_with_period",
    "Notice that the status is revoked, with a period for leaving",
    "在留資格取消通知書（出国期間の指定）",
    "37-17",
    (ICRRA("22-4(6)"), ICRRA("22-4(9)"), ORD("25-13(1)")),
)
NOT_REVOKED_NOTICE = NoticeKind(
    "status_not_revoked", "Word that the status is not revoked", "在留資格を取り消さない旨の通知", "-", (ORD("25-14"),)
)
NOTICES = (
    HEARING_NOTICE,
    INTERESTED_NOTICE,
    NEW_DATE_NOTICE,
    AGENT_NOTICE,
    CONTINUED_NOTICE,
    ACCESS_NOTICE,
    REVOCATION_NOTICE,
    REVOCATION_WITH_PERIOD,
    NOT_REVOKED_NOTICE,
)
