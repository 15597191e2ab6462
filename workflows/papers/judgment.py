"""A court's judgment that annuls a disposition: final, and served on the State (ACLA 32, 33)."""

from datetime import date
from typing import Any

from engine.payload import Payload, Text
from engine.procedure import Procedure
from engine.refusal import because
from law.citation import ACLA


class FinalJudgment(Payload):
    """A judgment that annuls. The court, the number and the operative part stay in the entry."""

    judgment: Text
    final_on: date | None = None
    """The legal day from which no ordinary appeal lies any more."""
    served_on: date | None = None
    """The legal day on which it was served on the State."""


def require_final(procedure: Procedure[Any], body: FinalJudgment, *, not_before: date | None = None) -> None:
    """Refuse a judgment that is not final or was not served, or that lies before what it annuls."""
    procedure.require(body.final_on is not None, _NOT_FINAL)
    procedure.require(body.served_on is not None, _NOT_SERVED)
    procedure.require_past(body.final_on, body.served_on, not_before=not_before)


_NOT_FINAL = because(
    "judgment_not_final",
    ACLA("32(1)"),
    ACLA("33(1)"),
    en="Only a final judgment annuls; until then nothing changes but what a court stayed.",
    ja="取消判決が確定していない。",
    remedy="Record a stay that the court ordered; record the judgment when it is final.",
)
_NOT_SERVED = because(
    "judgment_not_served",
    ACLA("33(1)"),
    en="It is not on record that the judgment was served on the State.",
    ja="判決書の送達が記録されていない。",
    remedy="Give the day on which it was served.",
)
