"""What a landing for temporary refuge makes people owe, its permit, and why an act of it is refused."""

from engine.case import DutyKind, NoticeKind
from engine.refusal import because
from law.citation import ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY

DECIDE_LANDING = DutyKind(
    "decide_refuge_landing",
    en="Decide on landing for temporary refuge",
    ja="一時庇護のための上陸の許否の決定",
    by=Power.PERMIT_TEMPORARY_REFUGE,
    basis=(ICRRA("18-2(1)"),),
    within=PROMPTLY,
)
DECIDE_STATUS = DutyKind(
    "decide_status_of_refuge_holder",
    en="Decide on the status that was applied for",
    ja="在留資格の取得の許否の決定",
    by=Power.GRANT_STATUS_TO_REFUGE_HOLDER,
    basis=(ICRRA("22-3"), ICRRA("22-2(3)")),
)
HAND_OVER_STATUS = DutyKind(
    "hand_over_status_of_refuge_holder",
    en="Hand over the residence card or certificate of status",
    ja="在留カード等の交付",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("22-2(3)"), ICRRA("20(4)")),
    within=PROMPTLY,
)
REFUGE_PERMIT = NoticeKind(
    "temporary_refuge_permit",
    en="Permit of temporary refuge",
    ja="一時庇護許可書",
    form="27",
    basis=(ICRRA("18-2(3)"), ORD("18(4)")),
)

UNDER_WAY = because(
    "temporary_refuge_under_way",
    ICRRA("18-2(1)"),
    en="An application is undecided, or a permit is unexpired.",
    ja="申請の審査中であるか、上陸期間内の許可がある。",
    remedy="Go on in the case that is open.",
)
NOT_ON_BOARD = because(
    "not_on_board",
    ICRRA("18-2(1)"),
    en="Landing is permitted to somebody on board a ship or aircraft.",
    ja="船舶等に乗っている外国人ではない。",
    remedy="Who has landed may apply for recognition (61-2) at a regional bureau.",
)
FORMS_MISSING = because(
    "forms_missing",
    ORD("18(1)"),
    en="Form 6 or form 26-2 is missing.",
    ja="別記第六号様式又は第二十六号の二様式の書面を欠いている。",
    remedy="Hand in both; a captain or companion may fill them in for somebody who cannot.",
)
STATUS_APPLIED_FOR = because(
    "status_applied_for",
    ICRRA("22-3"),
    en="An application for a status is undecided.",
    ja="在留資格の取得の申請が処理中である。",
    remedy="Decide on it.",
)
NO_STATUS_APPLIED_FOR = because(
    "no_status_applied_for",
    ICRRA("22-3"),
    ICRRA("22-2(2)"),
    en="No application for a status is pending.",
    ja="在留資格の取得の申請がされていない。",
    remedy="Let the holder apply within the period of the permit.",
)
NO_STATUS_GRANTED = because(
    "no_status_granted",
    ICRRA("22-2(3)"),
    ICRRA("20(4)"),
    en="No status waits to be handed over.",
    ja="交付を待つ在留資格の許可がない。",
    remedy="Decide on the application first.",
)
SHALL_BE_GRANTED = because(
    "long_term_resident_shall_be_granted",
    ICRRA("61-2-3"),
    en="To somebody recognised the status of Long-term Resident shall be granted on application.",
    ja="難民の認定等を受けている者からの定住者の在留資格の取得の申請は、許可するものとする。",
    remedy="Grant it.",
)
STATUS_ENDS_EARLY = because(
    "status_has_no_time",
    ICRRA("22-2(3)"),
    en="The status would have ended before today.",
    ja="在留期間が既に満了している。",
    remedy="Give a later last day.",
)
NO_CONDITIONS = because(
    "no_condition_against_flight",
    ICRRA("18-2(4)"),
    ICRRA("72(ii)"),
    en="No condition was set against which somebody could flee.",
    ja="逃亡により違反すべき条件が付されていない。",
    remedy="Nothing cures it: without a condition the flight is no offence of 72(ii).",
)
