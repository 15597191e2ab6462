"""What the rules on the revocation of a status of residence say: every ground with its articles and its remedy."""

from typing import Final

from law.citation import ICRRA, ORD, SUPPL
from law.finding import Answer, Reason

_ASKED: Final = {
    "means": (
        "The deceit, the false paper or the false address that the item names was not found.",
        "当該号に掲げる不正の手段、不実の文書又は虚偽の届出が認められない。",
    ),
    "no_later_permission": (
        "A later permission was obtained: the item does not reach behind it.",
        "当該許可の後に許可等を受けており、当該号に該当しない。",
    ),
    "table_one": ("The status is not one of Table I.", "別表第一の上欄の在留資格ではない。"),
    "activity_left_off": ("The activity of the status is carried on.", "在留資格に応じた活動を行っている。"),
    "other_activity": ("No other activity is carried on or about to be.", "他の活動を行い又は行おうとしていない。"),
    "spouse_only": (
        "The status is not that of a spouse alone.",
        "配偶者の身分を有する者に係る在留資格に限られない。",
    ),
    "mid_to_long_term": ("Not a mid- to long-term resident.", "中長期在留者ではない。"),
    "period_over": ("The time that the item asks for has not passed.", "当該号に定める期間が経過していない。"),
    "not_notified": ("The address was notified in time.", "期間内に住居地の届出がされている。"),
    "no_just_cause": ("There is a just cause.", "正当な理由がある。"),
}
_WAITS: Final = frozenset({"period_over"})


def missing(code: str, ground: str, answer: Answer) -> Reason:
    """That something the ground asks is not so, or is not on record."""
    en, ja = _ASKED[code]
    basis = (ICRRA(ground),)
    if answer is Answer.UNKNOWN:
        remedy = "Record the fact, or the judgment with its reasons."
        return Reason(f"{code}_not_on_record", basis, f"Not on record: {code}.", f"未記録: {ja}", remedy)
    remedy = "Wait until it has passed." if code in _WAITS else "Tell the person that the status is not revoked for it."
    return Reason(f"{code}_fails", basis, en, ja, remedy)


def applies(ground: str) -> Reason:
    """That a ground is there."""
    return Reason("revocation_ground", (ICRRA(ground),), "The ground is there.", "取消しの原因となる事実が認められる。")


STAY_UNKNOWN: Final = Reason(
    "stay_not_on_record",
    (ICRRA("22-4(1)"),),
    "It is not on record how the person stays.",
    "在留状況が記録されていない。",
    remedy="Put the person's stay on record.",
)
NO_STATUS: Final = Reason(
    "no_status_of_residence",
    (ICRRA("22-4(1)"),),
    "The person holds no status of residence of Table I or II: there is nothing to revoke.",
    "別表第一又は別表第二の在留資格をもって在留していない。",
    remedy="Where an item of Article 24 applies, investigate it.",
)
OLD_LAW: Final = Reason(
    "old_special_permission",
    (SUPPL("5"),),
    "The status rests on the special permission of the old law: a person takes over, under that law.",
    "従前の在留特別許可に係る在留資格の取消しは、なお従前の例による。",
    remedy="Nothing cures it here: deal with it under the old law, outside this procedure.",
)
RECOGNISED: Final = Reason(
    "recognised_person",
    (ICRRA("22-4(1)"), ICRRA("61-2-11(1)")),
    "The person is recognised: the grounds of 22-4 do not reach the status.",
    "難民又は補完的保護対象者の認定を受けており、第二十二条の四の対象とならない。",
    remedy="Only 61-2-11: fraud about the exceptions of 61-2-2(1), found and heard by a refugee inquirer.",
)
NOT_RECOGNISED: Final = Reason(
    "not_recognised",
    (ICRRA("61-2-11(1)"),),
    "The ground of 61-2-11 reaches somebody recognised alone.",
    "難民又は補完的保護対象者の認定を受けていない。",
    remedy="Name the ground of 22-4(1) that applies.",
)
NO_PERIOD_FOR_FRAUD: Final = Reason(
    "no_departure_period",
    (ICRRA("22-4(7)"), ICRRA("24(ii-2)")),
    "For fraud in getting the landing or the permission no period for leaving is set.",
    "第一号又は第二号による取消しでは、出国期間を指定しない。",
    remedy="Leave the period and its conditions out.",
)
FLIGHT: Final = Reason(
    "no_departure_period",
    (ICRRA("22-4(7)"), ICRRA("24(ii-3)")),
    "Flight is reasonably suspected: no period for leaving is set.",
    "逃亡すると疑うに足りる相当の理由があり、出国期間を指定しない。",
    remedy="Leave the period and its conditions out.",
)
PERIOD_IS_SET: Final = Reason(
    "departure_period",
    (ICRRA("22-4(7)"), ICRRA("61-2-11(2)")),
    "A period for leaving of at most 30 days is set with the revocation.",
    "三十日を超えない範囲内で出国期間を指定する。",
    remedy="Name its last day.",
)
FLIGHT_NOT_JUDGED: Final = Reason(
    "flight_not_judged",
    (ICRRA("22-4(7)"),),
    "Nobody judged whether flight is reasonably suspected.",
    "逃亡すると疑うに足りる相当の理由の有無が判断されていない。",
    remedy="Judge it with reasons.",
)
NOTICE_TOO_LATE: Final = Reason(
    "notice_not_in_good_time",
    (ORD("25-3(2)"),),
    "The notice leaves no reasonable time before the hearing.",
    "意見の聴取の期日までに相当な期間をおいていない。",
    remedy="Appoint a later day.",
)
