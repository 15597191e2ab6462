"""What a denial of landing makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD
from law.competence import Power
from law.policies import cite

FIND_FACTS = DutyKind(
    "find_denial_facts",
    en="Find out what the period of the denial of landing hangs on",
    ja="上陸拒否期間の確定に必要な事実の調査",
    by=Power.RECORD_DEPARTURE,
    basis=(ICRRA("5(1)(ix)"), ICRRA("5(1)(x)")),
)
DETERMINE_ANEW = DutyKind(
    "determine_denial_anew",
    en="Determine the denial of landing anew: an earlier departure came to the record",
    ja="過去の退去強制等の判明による上陸拒否期間の再確定",
    by=Power.RECORD_DEPARTURE,
    basis=(ICRRA("5(1)(ix)(ha)"), ICRRA("5(1)(ix)(ni)")),
)
WEIGH_DECISION = DutyKind(
    "weigh_mistaken_decision",
    en="Decide whether a decision of one year made by mistake stands",
    ja="誤ってされた上陸拒否期間短縮の決定の取扱いの判断",
    by=Power.DECIDE_ONE_YEAR_DENIAL,
    basis=(ICRRA("52(5)"), cite("A-49")),
)

DENIAL_NOTICE = NoticeKind(
    "landing_denial",
    en="Notice of how long landing is denied, by purpose",
    ja="上陸拒否期間のお知らせ",
    form="-",
    basis=(ICRRA("5(1)(ix)"), ICRRA("5(1)(x)")),
)
RELIEF_NOTICE = NoticeKind(
    "landing_relief",
    en="Notice that one ground alone does not deny landing",
    ja="上陸拒否の特例に係る通知書",
    form="1",
    basis=(ICRRA("5-2"), ORD("4-2(2)")),
)

DUTIES = (FIND_FACTS, DETERMINE_ANEW, WEIGH_DECISION)
NOTICES = (DENIAL_NOTICE, RELIEF_NOTICE)
