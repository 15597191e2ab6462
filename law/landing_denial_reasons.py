"""What a finding on the denial of landing says: the sentences of DT-04, which the notice to the person repeats."""

from datetime import date, timedelta
from typing import Final

from law.citation import ICRRA, Citation
from law.finding import Reason
from law.policies import cite

_SET_ASIDE = "The Minister may set it aside in the cases of 5-2, or permit landing specially (12)."
_SPECIALLY = "5-2 does not reach it; the Minister may permit landing specially (12)."


def _because(code: str, basis: tuple[Citation, ...], en: str, ja: str, remedy: str = "") -> Reason:
    return Reason(code, basis, en, ja, remedy)


DEPARTURE_ORDER: Final = _because(
    "left_under_departure_order",
    (ICRRA("5(1)(ix)(ho)"),),
    "The person left under a departure order: one year.",
    "出国命令により出国した者であり、期間は一年である。",
    _SET_ASIDE,
)
DEPARTURE_ORDER_VISITOR: Final = _because(
    "left_after_declaring_as_visitor",
    (ICRRA("5(1)(ix)(he)"), ICRRA("24-3(i)(ro)")),
    "The person told an officer of the wish to leave only after the investigation began, left under a departure order, "
    "and would land as a Temporary Visitor: five years.",
    "第24条の3第1号ロに該当して出国命令により出国し、短期滞在の活動を行おうとする者であり、期間は五年である。",
    _SET_ASIDE,
)
ONE_YEAR_DECISION: Final = _because(
    "left_by_the_one_year_decision",
    (ICRRA("5(1)(ix)(ro)"), ICRRA("52(5)")),
    "The person left at own expense under the permission, by the date of the decision of one year: one year.",
    "第52条第5項の決定を受け、許可に基づき期日までに退去した者であり、期間は一年である。",
    _SET_ASIDE,
)
DECISION_NOT_FOR_VISITOR: Final = _because(
    "decision_does_not_reach_visitors",
    (ICRRA("5(1)(ix)(ro)"), ICRRA("52(5)")),
    "The decision of one year does not reach landing as a Temporary Visitor.",
    "第52条第5項の決定は、短期滞在の活動を行おうとする場合には及ばない。",
)
FIVE_YEARS: Final = _because(
    "deported_for_the_first_time",
    (ICRRA("5(1)(ix)(ha)"),),
    "The person was deported, and never before deported nor gone under a departure order: five years.",
    "退去を強制された者で、過去に退去強制も出国命令による出国もないものであり、期間は五年である。",
    _SET_ASIDE,
)
TEN_YEARS: Final = _because(
    "deported_again",
    (ICRRA("5(1)(ix)(ni)"),),
    "The person was deported, and before that had been deported or had left under a departure order: ten years.",
    "退去を強制された者で、過去に退去強制又は出国命令による出国があり、期間は十年である。",
    _SET_ASIDE,
)
DEEMED_DEPORTED: Final = _because(
    "deemed_deported",
    (ICRRA("55-2(6)"),),
    "Who left under a penal order to leave counts as deported under the deportation order.",
    "退去の命令により退去した者は、退去強制令書により退去を強制されたものとみなす。",
)
WITHOUT_END: Final = _because(
    "deported_without_end",
    (ICRRA("5(1)(x)"),),
    "The person was deported under 24(iv)(o) to (yo): landing is denied without end.",
    "第24条第4号オからヨまでに該当して退去を強制された者であり、期間の定めはない。",
    _SPECIALLY,
)
EVENT_BAR_ALONE: Final = _because(
    "event_related_bar_alone",
    (ICRRA("5(1)(ix)"), ICRRA("5(1)(v-2)")),
    "The person was deported under 24(iv-3): no period of 5(1)(ix) runs; the bar of 5(1)(v-2) is asked at landing.",
    "第24条第4号の3により退去を強制された者であり、第5条第1項第9号の期間はなく、同項第5号の2による。",
    _SPECIALLY,
)
LANDING_REFUSED: Final = _because(
    "landing_was_refused",
    (ICRRA("5(1)(ix)(i)"),),
    "Landing was refused for drugs or weapons (5(1)(vi), (viii)): one year from the refusal.",
    "第5条第1項第6号又は第8号により上陸を拒否された者であり、拒否の日から一年である。",
    _SET_ASIDE,
)
JUDGMENT_ABROAD: Final = _because(
    "judgment_became_final_abroad",
    (ICRRA("5(1)(ix-2)"),),
    "Sentenced to imprisonment for a listed crime as a holder of a status of Table I; the judgment became final while "
    "abroad: five years from that day.",
    "別表第一の在留資格で在留中に所定の罪により拘禁刑の宣告を受け、出国後に判決が確定した者であり、確定の日から五年である。",
    _SET_ASIDE,
)
GROUNDS_UNKNOWN: Final = _because(
    "grounds_not_on_record",
    (ICRRA("5(1)(ix)"), ICRRA("5(1)(x)")),
    "The items of Article 24 on which the person was deported are not on record.",
    "退去強制事由が記録にない。",
    "Record them and determine the denial anew.",
)
EARLIER_UNKNOWN: Final = _because(
    "earlier_departures_not_on_record",
    (ICRRA("5(1)(ix)(ha)"), ICRRA("5(1)(ix)(ni)")),
    "It is not on record whether the person was deported, or left under a departure order, before.",
    "過去の退去強制及び出国命令による出国の有無が記録にない。",
    "Look into it and determine the denial anew.",
)
TRACK_UNKNOWN: Final = _because(
    "track_not_on_record",
    (ICRRA("5(1)(ix)(ho)"), ICRRA("5(1)(ix)(he)")),
    "It is not on record how the departure order was opened, before or after the investigation began.",
    "第24条の3第1号イ又はロのいずれによるかが記録にない。",
    "Record it and determine the denial anew.",
)
DECISION_BY_MISTAKE: Final = _because(
    "decision_by_mistake",
    (ICRRA("52(5)"), ICRRA("5(1)(ix)(ro)"), cite("A-49")),
    "The decision of one year was made for somebody deported, or gone under a departure order, before. Its words hold "
    "while it stands; a person decides.",
    "過去に退去強制又は出国命令による出国がある者に第52条第5項の決定がされており、人による判断を要する。",
    "Decide whether the decision stands.",
)
DECISION_STANDS: Final = _because(
    "mistaken_decision_stands",
    (ICRRA("52(5)"), cite("A-49")),
    "A person decided that the decision stands though it was made by mistake.",
    "誤ってされた決定の効力を維持する旨の判断がされている。",
)
DECISION_FALLS: Final = _because(
    "mistaken_decision_falls",
    (ICRRA("52(5)"), cite("A-49")),
    "A person decided that the decision, made by mistake, does not stand.",
    "誤ってされた決定の効力を維持しない旨の判断がされている。",
)
NOTHING_RECORDED: Final = _because(
    "no_departure_on_record",
    (ICRRA("5(1)(ix)"),),
    "No departure, refusal of landing or judgment is on record from which a denial would run.",
    "上陸拒否期間の起算となる退去、上陸の拒否又は判決が記録にない。",
    "Put on record how and when the person left.",
)
NOTHING_RUNS: Final = _because(
    "no_denial_runs",
    (ICRRA("5(1)(ix)"), ICRRA("5(1)(ix-2)")),
    "What is on record denies landing under 5(1)(ix), (ix-2) and (x) no longer.",
    "記録上、第5条第1項第9号、第9号の2及び第10号による上陸拒否は現にない。",
)


def denied_through(last_day: date) -> Reason:
    """The day through which landing is denied, as the notice says it."""
    free = last_day + timedelta(days=1)
    return _because(
        "denied_through",
        (ICRRA("5(1)(ix)"), cite("A-15")),
        f"Landing is denied through {last_day.isoformat()}; from {free.isoformat()} this no longer stands against it.",
        f"{last_day.isoformat()}まで上陸を拒否され、{free.isoformat()}以降はこの事由によっては拒否されない。",
    )
