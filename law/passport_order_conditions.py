"""What stands against an order to apply for a passport and the like, where it stands, and what would cure it."""

from typing import Final

from law.citation import ICRRA, ORD, SUPPL
from law.decision_table import Condition
from law.order_rows import no_order_in_force

_ORDER: Final = ICRRA("52(12)")

NOT_IN_THE_ACT: Final = Condition(
    1,
    "passport_order_not_in_the_act",
    (_ORDER, SUPPL("1")),
    blocked=("Before 10 June 2024 the Act knew no such order.", "令和6年6月10日前にこの命令の制度はない。"),
    passed=("The Act knows this order.", "この命令の制度がある。"),
    remedy="Nothing cures it for that day.",
)
NO_ORDER_IN_FORCE: Final = no_order_in_force(_ORDER)
NOTHING_COMMANDED: Final = Condition(
    4,
    "nothing_commanded",
    (_ORDER, ORD("48-2")),
    blocked=("No act is named.", "命ずる行為が示されていない。"),
    passed=("The acts are named.", "命ずる行為が示されている。"),
    remedy="Name the acts of 52(12) and Ord. 48-2 that are needed.",
)
NOT_NEEDED: Final = Condition(
    5,
    "not_needed_for_removal",
    (_ORDER,),
    blocked=("The acts are not needed to remove the person.", "送還するために必要があると認められない。"),
    passed=("The acts are needed to remove the person.", "送還するために必要がある。"),
    unknown=("Nobody has judged whether the acts are needed.", "必要性が判断されていない。"),
    remedy="Command only what the removal needs.",
)
PERIOD_NOT_REASONABLE: Final = Condition(
    6,
    "period_not_reasonable",
    (_ORDER,),
    blocked=("The period is not found reasonable.", "定める期間が相当でない。"),
    passed=("The period is found reasonable.", "定める期間が相当である。"),
    unknown=("Nobody has judged whether the period is reasonable.", "期間の相当性が判断されていない。"),
    remedy="Set a period in which the acts can be done.",
)
