"""The rows that an order beside a deportation order shares with the other: the deportation order that it rests on."""

from datetime import datetime
from typing import Final

from law.citation import ICRRA, Citation
from law.decision_table import Condition, Row
from law.periods import start_of
from law.regimes import COMMENCEMENT
from law.removal import RemovalFacts, is_barred, is_in_force

IN_THE_ACT_SINCE: Final = start_of(COMMENCEMENT)
"""From this instant the Act knows the passport order and the penal order; before it 55-2 was the departure order's."""


def rows_of_order(
    not_in_the_act: Condition, no_order: Condition, removal: RemovalFacts, at: datetime
) -> tuple[Row, ...]:
    """Whether the Act knows the order beside, and a deportation order stands that no grant bars (61-2-9(1))."""
    in_force = [order for order in removal.orders if is_in_force(order, at)]
    return (
        not_in_the_act.judged(at < IN_THE_ACT_SINCE),
        no_order.judged(not in_force),
        GRANT_BARS.judged(bool(in_force) and all(is_barred(order, removal.grants, at) for order in in_force)),
    )


def no_order_in_force(basis: Citation) -> Condition:
    """That no deportation order is in force, on the provision of the order beside."""
    return Condition(
        2,
        "no_order_in_force",
        (basis,),
        blocked=("No deportation order is in force.", "効力を有する退去強制令書がない。"),
        passed=("A deportation order is in force.", "退去強制令書が効力を有する。"),
        remedy="Issue the deportation order first, if the person is to be deported.",
    )


GRANT_BARS: Final = Condition(
    3,
    "grant_bars",
    (ICRRA("61-2-9(1)"),),
    blocked=(
        "A status was granted, and the deportation order rests on a ground that existed then.",
        "在留資格に係る許可があり、令書の理由は許可の効力発生時に既に存在していた。",
    ),
    passed=("No grant of status covers the ground of the deportation order.", "令書の理由に及ぶ許可はない。"),
    remedy="Withdraw the deportation order.",
)
