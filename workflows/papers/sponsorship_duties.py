"""What Sponsorship makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD, PRACTICE, Citation
from law.competence import Power
from law.policies import PROMPTLY, cite


def _owed(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en=en, ja=ja, by=by, basis=basis)


def _promptly(name: str, en: str, ja: str, by: Power, *basis: Citation) -> DutyKind:
    return DutyKind(name, en=en, ja=ja, by=by, basis=basis, within=PROMPTLY)


_SII = Power.DECIDE_SPONSORSHIP

DECIDE = _promptly(
    "decide_sponsorship",
    "Decide on Sponsorship",
    "監理措置に付するか否かの決定",
    _SII,
    ICRRA("44-2(1)"),
    ICRRA("44-2(6)"),
    ICRRA("52-2(1)"),
    ICRRA("52-2(5)"),
)
OBEY_COMMAND = _promptly(
    "obey_command",
    "Decide Sponsorship as the Commissioner commanded; without a fit Sponsor ask a person",
    "命令に基づく監理措置決定",
    _SII,
    ICRRA("52-8(5)"),
    cite("A-38"),
)
SERVE_REFUSAL = _promptly(
    "serve_sponsorship_refusal",
    "Serve the refusal of Sponsorship",
    "監理措置決定をしない旨の通知",
    Power.CERTIFY_SERVICE,
    ICRRA("44-2(9)"),
    ICRRA("52-2(7)"),
)
HAND_OVER_PAPERS = _promptly(
    "hand_over_sponsorship_papers",
    "Hand over the notice of Sponsorship, and its certified copy to the Sponsor",
    "監理措置決定通知書及び謄本の交付",
    Power.HAND_OVER_DOCUMENTS,
    ICRRA("44-2(7)"),
    ICRRA("52-2(6)"),
)
TELL_CONTROL_OFFICER = _promptly(
    "tell_control_officer",
    "Tell the control officer of the decision",
    "入国警備官への通知",
    _SII,
    ICRRA("44-2(3)"),
    ICRRA("52-2(3)"),
)
DECIDE_UNPAID = _promptly(
    "decide_unpaid",
    "Decide what follows from an unpaid deposit after release",
    "保証金未納のまま放免された者の取扱いの決定",
    _SII,
    ICRRA("44-2(8)"),
    cite("A-34"),
)
DESIGNATE_NOTIFICATION = _promptly(
    "designate_notification",
    "Designate the day of the next notification",
    "届出日の指定",
    _SII,
    ORD("36-8(1)"),
)
SEE_TO_NOTIFICATION = _promptly(
    "see_to_notification",
    "See to the overdue notification",
    "未了の届出の督促",
    _SII,
    ICRRA("44-6"),
    ICRRA("52-5"),
)
RECORD_APPEARANCE = _owed(
    "record_appearance",
    "Record whether the person appeared as summoned",
    "出頭の有無の記録",
    _SII,
    ORD("36-2(3)"),
)
WEIGH_REVOCATION = _promptly(
    "weigh_revocation",
    "Weigh whether to revoke Sponsorship",
    "監理措置決定の取消しの検討",
    Power.REVOKE_SPONSORSHIP,
    ICRRA("44-4(2)"),
    ICRRA("52-4(2)"),
)
REVOKE = _promptly(
    "revoke_sponsorship",
    "Revoke Sponsorship: it must be",
    "監理措置決定の取消し（必要的）",
    Power.REVOKE_SPONSORSHIP,
    ICRRA("44-4(1)"),
    ICRRA("52-4(1)"),
)
WEIGH_CANCELLATION = _promptly(
    "weigh_cancellation",
    "Weigh whether to cancel the selection of the Sponsor",
    "監理人の選定の取消しの検討",
    _SII,
    ICRRA("44-3(6)"),
    ICRRA("52-3(6)"),
)
FIND_SPONSOR = _owed(
    "find_sponsor",
    "Select a new Sponsor",
    "新たな監理人の選定",
    _SII,
    ICRRA("44-4(1)(ii)"),
    ICRRA("52-4(1)(ii)"),
    cite("A-22"),
)
SEE_TO_DEATH = _promptly(
    "see_to_death",
    "See that the person's death is recorded",
    "被監理者の死亡の確認及び記録",
    Power.RECORD_DEPARTURE,
    ICRRA("44-3(4)(ii)"),
    ICRRA("52-3(4)(ii)"),
)
GIVE_SUPPORT = _promptly(
    "give_support",
    "Advise or help the Sponsor",
    "監理人への援助",
    Power.SUPPORT_SPONSOR,
    ICRRA("44-3(8)"),
    ICRRA("52-3(6)"),
)
END_FOR_STATUS = _promptly(
    "end_for_status",
    "End Sponsorship after the grant of a status",
    "許可に伴う監理措置の終了",
    _SII,
    ICRRA("61-2-9(1)"),
    cite("A-42"),
)
HAND_OVER_REVOCATION = _promptly(
    "hand_over_revocation",
    "Hand the revocation document, with the detention order or the deportation order, to the control officer",
    "取消書及び収容令書又は退去強制令書の交付",
    Power.REVOKE_SPONSORSHIP,
    ICRRA("44-4(3)"),
    ICRRA("52-4(3)"),
)
TAKE_BACK_NOTICE = _owed(
    "take_back_notice", "Take back the notice of Sponsorship", "監理措置決定通知書の返納", _SII, ORD("36-6(1)")
)
TELL_PERSON = _promptly(
    "tell_person",
    "Tell the person that Sponsorship has ended",
    "失効等の被監理者への通知",
    _SII,
    ICRRA("44-8"),
    ICRRA("52-6"),
)
TELL_SPONSOR = _promptly(
    "tell_sponsor",
    "Tell the Sponsor that Sponsorship has ended",
    "失効等の監理人への通知",
    _SII,
    ICRRA("44-8"),
    ICRRA("52-6"),
    ORD("36-6(1)"),
)
FORFEIT = _promptly(
    "forfeit_deposit",
    "Forfeit all or part of the deposit",
    "保証金の没取",
    Power.REVOKE_SPONSORSHIP,
    ICRRA("44-4(5)"),
    ICRRA("52-4(4)"),
)
TELL_PAYER = _promptly(
    "tell_payer", "Give the payer the notice of forfeiture", "保証金没取通知書の交付", _SII, ORD("36-6(3)")
)
RETURN_DEPOSIT = _promptly(
    "return_deposit", "Return the deposit to who paid it", "保証金の返還", Power.RECEIVE_DEPOSIT, cite("A-06")
)

SPONSORSHIP_NOTICE = NoticeKind(
    "sponsorship_notice",
    en="Notice of Sponsorship",
    ja="監理措置決定通知書",
    form="51-4",
    basis=(ICRRA("44-2(7)"), ICRRA("52-2(6)"), ORD("36-2(9)")),
)
SPONSOR_COPY = NoticeKind(
    "sponsorship_copy",
    en="Certified copy of the notice of Sponsorship, for the Sponsor",
    ja="監理措置決定通知書の謄本（監理人）",
    form="51-4",
    basis=(ICRRA("44-2(7)"), ICRRA("52-2(6)"), ORD("36-2(9)")),
)
NOTIFICATION_PAPER = NoticeKind(
    "notification_paper",
    en="Paper naming the day of notification",
    ja="届出日指定書",
    form="",
    basis=(ORD("36-8(1)"), PRACTICE("notification paper")),
)
REFUSAL_NOTICE = NoticeKind(
    "sponsorship_refusal",
    en="Notice that Sponsorship is not decided",
    ja="監理措置決定をしない旨の通知書",
    form="51-5",
    basis=(ICRRA("44-2(9)"), ICRRA("52-2(7)"), ORD("36-2(10)")),
)
SUMMONS_PAPER = NoticeKind("summons", en="Summons", ja="呼出状", form="51-2", basis=(ORD("36-2(3)"),))
DEPOSIT_RECEIPT = NoticeKind(
    "deposit_receipt", en="Receipt for the deposit", ja="保管金受領証書", form="15", basis=(ORD("36-2(7)"),)
)
REVOCATION_DOCUMENT = NoticeKind(
    "sponsorship_revocation",
    en="Revocation document",
    ja="監理措置決定取消書",
    form="51-6",
    basis=(ICRRA("44-4(3)"), ICRRA("52-4(3)"), ORD("36-6(2)")),
)
FORFEITURE_NOTICE = NoticeKind(
    "forfeiture_notice", en="Notice of forfeiture", ja="保証金没取通知書", form="51-7", basis=(ORD("36-6(3)"),)
)
END_TO_PERSON = NoticeKind(
    "end_to_person",
    en="Notice to the person that Sponsorship has ended",
    ja="失効等の通知（被監理者）",
    form="",
    basis=(ICRRA("44-8"), ICRRA("52-6")),
)
END_TO_SPONSOR = NoticeKind(
    "end_to_sponsor",
    en="Notice to the Sponsor that Sponsorship has ended",
    ja="失効等の通知（監理人）",
    form="",
    basis=(ICRRA("44-8"), ICRRA("52-6"), ORD("36-6(1)")),
)

DUTIES = (
    DECIDE,
    OBEY_COMMAND,
    SERVE_REFUSAL,
    HAND_OVER_PAPERS,
    TELL_CONTROL_OFFICER,
    DECIDE_UNPAID,
    DESIGNATE_NOTIFICATION,
    SEE_TO_NOTIFICATION,
    RECORD_APPEARANCE,
    WEIGH_REVOCATION,
    REVOKE,
    WEIGH_CANCELLATION,
    FIND_SPONSOR,
    SEE_TO_DEATH,
    GIVE_SUPPORT,
    END_FOR_STATUS,
    HAND_OVER_REVOCATION,
    TAKE_BACK_NOTICE,
    TELL_PERSON,
    TELL_SPONSOR,
    FORFEIT,
    TELL_PAYER,
    RETURN_DEPOSIT,
)
NOTICES = (
    SPONSORSHIP_NOTICE,
    SPONSOR_COPY,
    NOTIFICATION_PAPER,
    REFUSAL_NOTICE,
    SUMMONS_PAPER,
    DEPOSIT_RECEIPT,
    REVOCATION_DOCUMENT,
    FORFEITURE_NOTICE,
    END_TO_PERSON,
    END_TO_SPONSOR,
)
