"""The special permission of the old law, owed with refusals on applications and orders from before 2024-06-10."""

from datetime import datetime

from engine.position import Position
from engine.refusal import Refusal as Refused
from law.facts import DeportationOrder
from law.finding import Answer
from law.recognition import Refusal, old_special_permission_must_be_examined


def require_examined(position: Position, filed_at: datetime, at: datetime, refusal: Refusal, *, examined: bool) -> None:
    """Refuse a refusal of recognition or of a status that leaves out the old special permission, or examines it unowed.

    Args:
        position: the person's position.
        filed_at: when the application was received.
        at: the instant of the refusal.
        refusal: what is refused.
        examined: the result of an examination stands in the decision.

    Source: Act 56/2023 suppl. 11(1).
    """
    orders = (order.issued_at for order in position.all(DeportationOrder) if order.withdrawn_at is None)
    status_less = {Answer.YES: True, Answer.NO: False}.get(position.status_less(at).value)
    owed = old_special_permission_must_be_examined(
        filed_at, min(orders, default=None), refusal, status_less=status_less
    )
    if owed.value is not (Answer.YES if examined else Answer.NO):
        raise Refused(*owed.reasons)
