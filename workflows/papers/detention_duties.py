"""What detention makes people owe, and the papers it hands over."""

from engine.case import DutyKind, NoticeKind
from law.citation import ACLA, ICRRA, ORD, Citation
from law.competence import Power
from law.policies import PROMPTLY, cite


def _promptly(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en, ja, by, basis, within=PROMPTLY)


def _owed(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en, ja, by, basis)


ISSUE_DETENTION_ORDER = _promptly(
    "issue_detention_order",
    "Issue a detention order",
    "収容令書の発付",
    Power.ISSUE_DETENTION_ORDER,
    ICRRA("39-2(1)"),
    ICRRA("43(2)"),
    ICRRA("44-4(3)"),
    ICRRA("44-4(8)"),
)
DETAIN_PERSON = _promptly(
    "detain_person",
    "Detain the person",
    "収容",
    Power.DETAIN,
    ICRRA("39-2(2)"),
    ICRRA("44-4(6)"),
    ICRRA("52(9)"),
    ICRRA("52-4(5)"),
    ICRRA("55(3)"),
)
SHOW_PAPERS = _promptly(
    "show_papers",
    "Show the papers that were not at hand",
    "令書等の呈示",
    Power.DETAIN,
    ICRRA("42(2)"),
    ICRRA("44-4(7)"),
    ICRRA("52-4(6)"),
    ICRRA("55(4)"),
)
RELEASE_AT_ONCE = _owed(
    "release_at_once",
    "Release the person at once",
    "直ちに放免",
    Power.RELEASE_DETAINEE,
    ICRRA("41(1)"),
    ICRRA("43(3)"),
    ICRRA("44"),
    ICRRA("47(1)"),
    ICRRA("50(9)"),
)
RELEASE_WHEN_ORDERED = _promptly(
    "release_when_ordered",
    "Release the person when departure is ordered",
    "出国命令をしたときの放免",
    Power.RELEASE_DETAINEE,
    ICRRA("47(2)"),
    ICRRA("48(7)"),
    ICRRA("49(5)"),
)
EXTEND_OR_FORGO = _promptly(
    "extend_or_forgo",
    "Extend the order before the person is taken, or record that no detention takes place",
    "収容前の延長又は収容しない旨の記録",
    Power.EXTEND_DETENTION,
    ICRRA("41(1)"),
    ICRRA("44-4(9)"),
    cite("A-33"),
)
RESOLVE_SIXTY_DAYS = _promptly(
    "resolve_sixty_days",
    "Sixty days are spent: a person resolves what follows",
    "収容期間を使い切った場合の取扱い",
    Power.EXTEND_DETENTION,
    ICRRA("41(1)"),
    ICRRA("44-4(6)"),
    cite("A-33"),
)
DECIDE_SPONSORSHIP = _promptly(
    "decide_sponsorship",
    "Decide Sponsorship, found appropriate",
    "監理措置決定",
    Power.DECIDE_SPONSORSHIP,
    ICRRA("44-2(6)"),
    cite("A-31"),
)
WEIGH_UNPAID_DEPOSIT = _promptly(
    "weigh_unpaid_deposit",
    "Decide what follows: the time is used up and the deposit unpaid",
    "保証金未納のまま収容期間が満了した場合の取扱い",
    Power.DECIDE_SPONSORSHIP,
    ICRRA("44-2(8)"),
    cite("A-34"),
)
WEIGH_CUSTODY = _promptly(
    "weigh_custody",
    "Decide on custody, now that what stopped it has ended",
    "停止事由消滅後の身柄の取扱い",
    Power.SCREEN,
    ICRRA("61-2-9(2)"),
    ACLA("25(2)"),
    ICRRA("39(2)"),
)
WEIGH_PROCEEDINGS = _promptly(
    "weigh_proceedings",
    "Decide whether detention under the order goes on beside criminal proceedings",
    "刑事手続中の退去強制令書による収容の取扱い",
    Power.SCREEN,
    ICRRA("63(2)"),
    cite("A-47"),
)
REMOVE_OR_TELL = _promptly(
    "remove_or_tell",
    "Remove the person promptly, or tell that it cannot be done at once",
    "送還又は直ちに送還できない旨の通知",
    Power.DETAIN,
    ICRRA("52(3)"),
    ICRRA("52(7)"),
)
SCREEN_AFTER_ORDER = _promptly(
    "screen_after_order",
    "Screen for Sponsorship or detention after the order",
    "退去強制令書発付後の監理措置か収容かの審査",
    Power.SCREEN,
    ICRRA("52(8)"),
)
RECORD_RELEASE = _promptly(
    "record_release",
    "Record the provisional release that runs",
    "継続中の仮放免の記録",
    Power.RECORD_CUSTODY,
    ICRRA("54(2)"),
    ICRRA("55(5)"),
)
NOTIFY_CUSTODIAN = _promptly(
    "notify_custodian",
    "Notify the custodian of the Sponsorship decision",
    "監理措置決定の通知",
    Power.RECEIVE_FROM_CRIMINAL_CUSTODY,
    ICRRA("64(1)(ii)"),
    ICRRA("64(2)(ii)"),
    ICRRA("65(1)(ii)"),
)
SET_TRAVEL_CONDITIONS = _promptly(
    "set_travel_conditions",
    "Set conditions for the travel-restricted person and hand over their paper",
    "出国制限対象者条件の指定",
    Power.SET_TRAVEL_CONDITIONS,
    ICRRA("63-2(1)"),
)
FOLLOW_UP_NOTIFICATION = _promptly(
    "follow_up_notification",
    "Follow up the notification that was not made",
    "届出の履行の確認",
    Power.SET_TRAVEL_CONDITIONS,
    ICRRA("63-2(2)"),
)
TAKE_BACK = _owed(
    "take_back",
    "Take the person back when the danger is over",
    "災害時に解放した者の収容の再開",
    Power.DETAIN,
    ICRRA("55-54(3)"),
    cite("A-48"),
)
WEIGH_SPECIAL_RELEASE = _promptly(
    "weigh_special_release",
    "Decide what follows a broken condition; no text ends a special release",
    "特別放免の条件違反の取扱い",
    Power.RELEASE_SPECIALLY,
    ICRRA("52(10)"),
    cite("A-39"),
)

DUTIES = (
    ISSUE_DETENTION_ORDER,
    DETAIN_PERSON,
    SHOW_PAPERS,
    RELEASE_AT_ONCE,
    RELEASE_WHEN_ORDERED,
    EXTEND_OR_FORGO,
    RESOLVE_SIXTY_DAYS,
    DECIDE_SPONSORSHIP,
    WEIGH_UNPAID_DEPOSIT,
    WEIGH_CUSTODY,
    WEIGH_PROCEEDINGS,
    REMOVE_OR_TELL,
    SCREEN_AFTER_ORDER,
    RECORD_RELEASE,
    NOTIFY_CUSTODIAN,
    SET_TRAVEL_CONDITIONS,
    FOLLOW_UP_NOTIFICATION,
    TAKE_BACK,
    WEIGH_SPECIAL_RELEASE,
)

SPECIAL_RELEASE_PERMIT = NoticeKind(
    "special_release_permit",
    en="Permit of special release",
    ja="特別放免許可書",
    form="65",
    basis=(ICRRA("52(11)"), ORD("48(3)")),
)
TRAVEL_CONDITIONS_PAPER = NoticeKind(
    "travel_conditions",
    en="Paper of conditions for a travel-restricted person",
    ja="出国制限対象者条件指定書",
    form="83-3",
    basis=(ICRRA("63-2(1)"), ORD("59-4(3)")),
)
NOTICES = (SPECIAL_RELEASE_PERMIT, TRAVEL_CONDITIONS_PAPER)
