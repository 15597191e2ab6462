"""What a person decides on steps that were taken while the deportation procedure, as it proved later, stood still."""

from enum import StrEnum

from engine.payload import Payload, Text
from engine.refusal import because
from law.citation import ACLA, ICRRA


class AgainFrom(StrEnum):
    """From where the procedure is taken up again where the steps do not stand."""

    EXAMINATION = "examination"
    HEARING_REQUEST = "hearing_request"
    """The three days for a hearing, with what is left of them."""
    HEARING = "hearing"
    OBJECTION_REQUEST = "objection_request"
    """The three days for an objection, with what is left of them."""
    OBJECTION = "objection"


class StepsDecision(Payload):
    """Whether steps taken while the procedure stood still stand, or from where it is taken up again."""

    again_from: AgainFrom | None = None
    """None = they stand: filings of the person, or steps that took nothing from him or her."""
    reasons: Text


STEPS_TO_BE_WEIGHED = because(
    "steps_to_be_weighed",
    ICRRA("61-2-9(2)"),
    en="Steps were taken while the procedure, as it proved later, stood still; nobody has weighed them yet.",
    ja="手続が停止すべき間にされた手続の取扱いが決まっていない。",
    remedy="Decide whether they stand, or from where the procedure is taken up again.",
)
GROUND_TO_BE_WEIGHED = because(
    "ground_to_be_weighed",
    ACLA("32(1)"),
    ACLA("33(1)"),
    en="What the ground arose from was annulled; nobody has weighed yet what is left of the case.",
    ja="退去強制事由の前提となる処分が取り消され、事件の取扱いが決まっていない。",
    remedy="Decide whether the case stands on another item of Article 24, or ends.",
)
NO_STEPS_TO_WEIGH = because(
    "no_steps_to_weigh",
    ICRRA("61-2-9(2)"),
    en="No step of the procedure waits to be weighed.",
    ja="取扱いを決すべき手続がない。",
    remedy="Nothing is left to be weighed.",
)
ORDER_NOT_DOUBTED = because(
    "order_not_doubted",
    ICRRA("61-2-9(2)"),
    en="The order was not issued while the procedure stood still.",
    ja="停止中に発付された令書ではない。",
    remedy="Nothing is left to be weighed; a court annuls an order that is unlawful for another reason.",
)
NOTHING_THERE = because(
    "nothing_to_take_up_again",
    ICRRA("47(3)"),
    ICRRA("48(8)"),
    ICRRA("49(3)"),
    en="The case has no such decision or period.",
    ja="当該事件にそのような判断又は期間がない。",
    remedy="Name a decision, or a period, that the case had.",
)
