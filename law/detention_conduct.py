"""What somebody at liberty under conditions may do against them, and where it is punished (70(1), 71-6, 72)."""

from enum import StrEnum
from typing import Final

from law import detention_reasons as reason
from law.facts import Custody
from law.finding import Answer, Finding, Reason


class Conduct(StrEnum):
    """What was done against conditions, or against the duty to come back."""

    FLED = "fled"
    DID_NOT_APPEAR = "did_not_appear"
    """Did not answer a summons without just cause."""
    WORKED = "worked"
    """Paid work or running a business against the conditions."""
    OTHER_CONDITION = "other_condition"
    DID_NOT_RETURN = "did_not_return"
    """Did not come back promptly after a disaster (55-54(3))."""


EXPOSURE: Final = {
    (Custody.SPECIAL_RELEASE, Conduct.FLED): "72(iv)",
    (Custody.SPECIAL_RELEASE, Conduct.DID_NOT_APPEAR): "72(iv)",
    (Custody.SPECIAL_RELEASE, Conduct.WORKED): "",
    (Custody.SPECIAL_RELEASE, Conduct.OTHER_CONDITION): "",
    (Custody.TRAVEL_RESTRICTED, Conduct.FLED): "72(xii)",
    (Custody.TRAVEL_RESTRICTED, Conduct.DID_NOT_APPEAR): "72(xii)",
    (Custody.TRAVEL_RESTRICTED, Conduct.WORKED): "70(1)(xii)",
    (Custody.TRAVEL_RESTRICTED, Conduct.OTHER_CONDITION): "",
    (Custody.SET_FREE_IN_DISASTER, Conduct.DID_NOT_RETURN): "71-6",
}
"""Where conduct is a crime, the penal provision; empty where it breaks a condition and is no crime of its own."""


def exposure(custody: Custody, conduct: Conduct) -> Finding[Answer]:
    """Whether somebody at liberty in this way can have done this; the exposure stands in `EXPOSURE`."""
    if (custody, conduct) in EXPOSURE:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (_other(custody),))


def _other(custody: Custody) -> Reason:
    return reason.NO_DUTY_TO_RETURN if custody is not Custody.SET_FREE_IN_DISASTER else reason.NO_CONDITIONS
