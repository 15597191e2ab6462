"""Of somebody on record as dead nothing new is begun; what was open ended with the death.

Not decided here:
    Whether heirs may go to court: a suit is recorded as the court received it.
"""

from typing import Final

from law.citation import ICRRA, PRACTICE
from law.facts import Circumstances
from law.finding import Answer, Finding, Reason

DIED: Final = Reason(
    "person_died",
    (ICRRA("2(ii)"), PRACTICE("register")),
    "The person is on record as having died.",
    "死亡した旨の記録がある。",
    remedy="Correct the entry of the death if it is wrong; what happened before it is entered with its own day.",
)
_ALIVE: Final = Reason(
    "no_death_on_record",
    (ICRRA("2(ii)"),),
    "No death is on record.",
    "死亡の記録はない。",
)


def is_alive(known: Circumstances) -> Finding[Answer]:
    """Whether no death of the person is on record."""
    if known.died_on is not None:
        return Finding(Answer.NO, (DIED,))
    return Finding(Answer.YES, (_ALIVE,))
