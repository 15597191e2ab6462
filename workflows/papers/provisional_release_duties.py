"""What provisional release makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.policies import PROMPTLY, cite

DECIDE_RELEASE = DutyKind(
    "decide_release",
    en="Decide on provisional release",
    ja="仮放免の許否の決定",
    by=Power.RELEASE_PROVISIONALLY,
    basis=(ICRRA("54(2)"), ICRRA("54(4)")),
)
HEAR_DOCTOR = DutyKind(
    "hear_doctor",
    en="Seek a doctor's opinion on treatment and health",
    ja="医師の意見の聴取",
    by=Power.RELEASE_PROVISIONALLY,
    basis=(ICRRA("54(8)"),),
    within=PROMPTLY,
)
TAKE_DEPOSIT = DutyKind(
    "take_deposit",
    en="Take the deposit, then release",
    ja="保証金の受領",
    by=Power.RECEIVE_DEPOSIT,
    basis=(SUPPL("9(1)"),),
)
DECIDE_EXTENSION = DutyKind(
    "decide_extension",
    en="Decide on the extension before the last day: a pending request prolongs nothing",
    ja="仮放免期間延長の許否の決定",
    by=Power.RELEASE_PROVISIONALLY,
    basis=(ICRRA("54(6)"), ICRRA("55(5)")),
)
DECIDE_ANEW = DutyKind(
    "decide_custody_under_order",
    en="Decide on custody under the deportation order: release, Sponsorship or detention",
    ja="退去強制令書発付後の身柄の決定",
    by=Power.RELEASE_PROVISIONALLY,
    basis=(cite("A-10"), ICRRA("52(8)"), ICRRA("52-2(5)"), ICRRA("54(2)")),
)
WEIGH_OLD_RELEASE = DutyKind(
    "weigh_old_release",
    en="Decide what becomes of a release of the old law whose period is over",
    ja="従前の例による仮放免の期間経過後の措置",
    by=Power.RELEASE_PROVISIONALLY,
    basis=(SUPPL("9(2)"),),
)
RETURN_DEPOSIT = DutyKind(
    "return_deposit",
    en="Return what is left of the deposit",
    ja="保証金の返還",
    by=Power.RECEIVE_DEPOSIT,
    basis=(SUPPL("9(2)"), cite("A-06")),
    within=PROMPTLY,
)

PERMIT_NOTICE = NoticeKind(
    "release_permit",
    en="Permit of provisional release",
    ja="仮放免許可書",
    form="67",
    basis=(ICRRA("54(3)"), ORD("49(5)"), ORD("49(8)")),
)
REFUSAL_NOTICE = NoticeKind(
    "release_refusal",
    en="Notice that provisional release is refused, with reasons",
    ja="仮放免不許可通知書",
    form="68",
    basis=(ICRRA("54(4)"), ORD("49(6)")),
)
EXTENSION_REFUSAL_NOTICE = NoticeKind(
    "extension_refusal",
    en="Notice that the extension is refused, with reasons",
    ja="仮放免期間延長不許可通知書",
    form="69-2",
    basis=(ICRRA("54(7)"), ORD("49(10)")),
)
RELEASE_REVOCATION_NOTICE = NoticeKind(
    "release_revocation",
    en="Document revoking provisional release",
    ja="仮放免取消書",
    form="70",
    basis=(ICRRA("55(2)"), ORD("50")),
)
SUMMONS_NOTICE = NoticeKind(
    "release_summons",
    en="Summons to somebody released provisionally",
    ja="呼出状",
    form="51-2",
    basis=(ICRRA("54(2)"), ORD("49(4)")),
)
