"""The causes for which an order beside a deportation order stands still, as written (55-2(2), 61-2-9(2), 63(3))."""

from typing import Final

from law.citation import ACLA, ICRRA, SUPPL
from law.decision_table import Condition
from law.policies import cite

PROVISIONAL_STAY: Final = Condition(
    1,
    "provisional_stay_running",
    (ICRRA("61-2-9(2)"),),
    blocked=(
        "A provisional stay is running: all of Chapter 5 stands still, and this order with it.",
        "仮滞在期間中であり、第五章の手続全体が停止している。",
    ),
    passed=("No provisional stay is running.", "仮滞在期間中ではない。"),
    remedy="Wait for the end of the provisional stay.",
)
ORDER_IN_DOUBT: Final = Condition(
    1,
    "order_in_doubt",
    (ICRRA("61-2-9(2)"), ACLA("32(1)")),
    blocked=(
        "The order was issued while the procedure stood still, as it proved later, or its ground fell: to be weighed.",
        "手続が停止すべき間に発付され、又は退去強制事由の前提を失った退去強制令書であり、その取扱いが決まっていない。",
    ),
    passed=(
        "The deportation order was not issued while the procedure stood still, and its ground did not fall.",
        "停止中に発付された令書でなく、その前提も失われていない。",
    ),
    remedy="Let a person weigh the deportation order: it stands, or it is withdrawn.",
)
SUSPENSIVE_EFFECT: Final = Condition(
    2,
    "removal_stopped_by_application",
    (ICRRA("55-2(2)(i)"), ICRRA("61-2-9(3)"), ICRRA("61-2-9(4)")),
    blocked=(
        "An application for recognition stops removal: a penal order to leave has no effect.",
        "難民認定等の申請により送還が停止されており、退去の命令は効力を停止する。",
    ),
    passed=("No application for recognition stops removal.", "難民認定等の申請による送還停止はない。"),
    remedy="Wait for an end of the application under 61-2-4(5)(i) to (iii), or for the hand-over of a status.",
)
COURT_STAY: Final = Condition(
    3,
    "stayed_by_a_court",
    (ICRRA("55-2(2)(ii)"), ACLA("25(2)")),
    blocked=(
        "A suit on the deportation disposition is pending and a court has ordered a stay: the order has no effect.",
        "退去強制の処分に係る訴訟が係属し、執行停止の決定がされている。",
    ),
    passed=("No court has ordered a stay; a suit alone suspends nothing.", "執行停止の決定はない。"),
    unknown=("It is not on record whether a court has ordered a stay.", "執行停止の決定の有無が記録にない。"),
    remedy="Wait until the stay ends by its term, or a court lifts it.",
)
TRAVEL_RESTRICTION: Final = Condition(
    4,
    "under_travel_restriction",
    (ICRRA("55-2(2)(iii)"), SUPPL("20")),
    blocked=(
        "A criminal court's travel restriction is in force: the order has no effect.",
        "出国の制限を受けており、退去の命令は効力を停止する。",
    ),
    passed=("No travel restriction is in force.", "出国の制限を受けていない。"),
    unknown=("It is not on record whether a travel restriction is in force.", "出国の制限の有無が記録にない。"),
    remedy="Wait until the restriction ends.",
)

REMOVAL_STOPPED: Final = Condition(
    2,
    "removal_stopped_by_application",
    (cite("A-07"), ICRRA("61-2-9(3)"), ICRRA("61-2-9(4)")),
    blocked=(
        "An application for recognition stops removal: nobody is sent to the embassy of a State that is feared.",
        "難民認定等の申請により送還が停止されており、大使館等への手続を求めない。",
    ),
    passed=("No application for recognition stops removal.", "難民認定等の申請による送還停止はない。"),
    remedy="Wait for an end of the application under 61-2-4(5)(i) to (iii), or for the hand-over of a status.",
)
EXECUTION_STAYED: Final = Condition(
    3,
    "execution_stayed_by_a_court",
    (ICRRA("52(12)"), ACLA("25(2)")),
    blocked=(
        "A court has stayed the execution or the effect of the deportation order, and this order is a part of it.",
        "退去強制令書の執行又は効力が裁判所により停止されている。",
    ),
    passed=(
        "No court has stayed the whole execution or the effect of the deportation order.",
        "退去強制令書の執行全体又は効力の停止の決定はない。",
    ),
    unknown=("It is not on record whether a court has ordered a stay.", "執行停止の決定の有無が記録にない。"),
    remedy="Wait until the stay ends by its term, or a court lifts it.",
)
EXECUTION_RESTRICTED: Final = Condition(
    4,
    "under_travel_restriction",
    (cite("A-07"), ICRRA("63(3)"), SUPPL("20")),
    blocked=(
        "A criminal court's travel restriction stops the execution of the deportation order, and this order with it.",
        "出国の制限により退去強制令書の執行が停止されている。",
    ),
    passed=("No travel restriction is in force.", "出国の制限を受けていない。"),
    unknown=("It is not on record whether a travel restriction is in force.", "出国の制限の有無が記録にない。"),
    remedy="Wait until the restriction ends.",
)
