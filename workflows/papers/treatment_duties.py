"""What the treatment of a detainee makes people owe."""

from engine.case import DutyKind
from law.citation import ICRRA, ORD, PRACTICE, SUPPL
from law.competence import Power
from law.policies import PROMPTLY
from law.treatment import Owed

TELL_MATTERS = DutyKind(
    Owed.TELLING.value,
    en="Tell the matters of 55-18 in writing",
    ja="収容開始時の書面による告知",
    by=Power.TREAT_DETAINEE,
    basis=(ICRRA("55-18"), ORD("50-8"), SUPPL("10(1)")),
)
ASK_HEALTH = DutyKind(
    Owed.ASKING.value,
    en="Ask about illness, injury and health",
    ja="健康状態の聴取",
    by=Power.TREAT_DETAINEE,
    basis=(ICRRA("55-41(1)"),),
)
EXAMINE = DutyKind(
    "examine",
    en="Have the detainee examined by a doctor",
    ja="医師による健康診断",
    by=Power.TREAT_DETAINEE,
    basis=(ICRRA("55-41(2)"), ORD("50-21"), PRACTICE("examination of new detainees")),
    within=PROMPTLY,
)
GIVE_CARE = DutyKind(
    "give_care",
    en="Give medical care",
    ja="診療その他の医療上の措置",
    by=Power.TREAT_DETAINEE,
    basis=(ICRRA("55-42(1)"),),
    within=PROMPTLY,
)
END_ISOLATION = DutyKind(
    Owed.END_OF_ISOLATION.value,
    en="End the isolation at once",
    ja="隔離の即時中止",
    by=Power.ISOLATE_DETAINEE,
    basis=(ICRRA("55-50(2)"), ICRRA("55-50(3)")),
)
END_PLACING = DutyKind(
    Owed.END_OF_PLACING.value,
    en="End the placing in a protection room at once",
    ja="保護室への収容の即時中止",
    by=Power.ISOLATE_DETAINEE,
    basis=(ICRRA("55-53(3)"), ICRRA("55-53(4)")),
)
REPORT_PLACING = DutyKind(
    "report_placing",
    en="Report the placing in a protection room to the head of the facility",
    ja="保護室への収容の報告",
    by=Power.ISOLATE_DETAINEE,
    basis=(ICRRA("55-53(2)"),),
    within=PROMPTLY,
)
HEAR_DOCTOR = DutyKind(
    "hear_doctor",
    en="Hear a doctor on the health of the detainee in the protection room",
    ja="医師等の意見の聴取",
    by=Power.ISOLATE_DETAINEE,
    basis=(ICRRA("55-53(5)"),),
    within=PROMPTLY,
)
TELL_FAMILY = DutyKind(
    "tell_family",
    en="Tell the family of the death, its cause and time, and of things left",
    ja="遺族等への死亡の通知",
    by=Power.TREAT_DETAINEE,
    basis=(ICRRA("55-82"), ORD("50-45"), ORD("50-46")),
    within=PROMPTLY,
)
SEE_TO_BURIAL = DutyKind(
    "see_to_burial",
    en="See that somebody buries or cremates, or do so",
    ja="埋葬又は火葬",
    by=Power.TREAT_DETAINEE,
    basis=(ICRRA("55-83(1)"), ORD("50-47")),
)

DUTIES = (
    TELL_MATTERS,
    ASK_HEALTH,
    EXAMINE,
    GIVE_CARE,
    END_ISOLATION,
    END_PLACING,
    REPORT_PLACING,
    HEAR_DOCTOR,
    TELL_FAMILY,
    SEE_TO_BURIAL,
)
