"""What the acts of provisional stay carry. Names, places and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Payload, ShortText, Text
from law.provisional_stay import Condition, Exclusion
from law.provisional_stay_holder import HolderGround, RevocationGround


class StayExamination(Payload):
    """The application whose filing raises the question of provisional stay."""

    application: str = Field(min_length=1, max_length=80)
    """The application's case."""


class ExclusionsFound(Payload):
    """What bears on the exclusions of 61-2-4(1) beside what stands in the person's circumstances.

    None = not on record, or not yet judged. `reasons` carries the judgments of suspicion, plainness and excuse.
    """

    landed_on: date | None = None
    learned_on: date | None = None
    inadmissible_on_entry: bool | None = None
    suspected_ground: bool | None = None
    plainly_late: bool | None = None
    unavoidable_reason: bool | None = None
    plainly_not_from_convention_danger: bool | None = None
    plainly_not_from_persecution: bool | None = None
    refugee_ground_arose_in_japan: bool | None = None
    protection_ground_arose_in_japan: bool | None = None
    flight_suspected: bool | None = None
    reasons: Text


class StayPermit(Payload):
    """The permit of form 76-4: its last day, its conditions and what they say."""

    last_day: date
    conditions: frozenset[Condition]
    content: Text
    """Residence, range of movement, how to appear, and what else is required."""
    fingerprints_taken: bool = False


class StayNotPermitted(Payload):
    """Why provisional stay is not permitted; the law asks for no paper, the register keeps the reasons (F30)."""

    reasons: Text


class RenewalGranted(Payload):
    """The new last day, counted from the last day of the period before, or from today where that is all past."""

    last_day: date


class StayRevocation(Payload):
    """The facts for which provisional stay is revoked, by the items of 61-2-6."""

    existed: frozenset[Exclusion] = frozenset()
    """Exclusions that turn out to have existed when the stay was permitted (i)."""
    arose: frozenset[Exclusion] = frozenset()
    """Exclusions that arose later (ii)."""
    conduct: frozenset[RevocationGround] = frozenset()
    """What the person did: (iii) to (vi)."""
    reasons: Text


class NoticeReceived(Payload):
    """The day on which a notice really reached the person."""

    received_on: date


class HolderStatus(Payload):
    """A status of residence for a holder of provisional stay, with what was weighed under 61-2-5(2)."""

    ground: HolderGround
    suspected_ground: bool | None = None
    """Reasonable suspicion of 24(iii-2), (iii-3), (iv)(ha) or (iv)(o)-(yo)."""
    refusal_lacks_humanity: bool | None = None
    status: ShortText
    period: ShortText
    weighed: Text
    """The factors of 61-2-5(2), each with what it weighs."""
    until: date | None = None
    """The last day of the period of stay; None = it is not on record."""


class WorkKind(StrEnum):
    """What somebody on provisional stay wants to do for money."""

    PAID_WORK = "paid_work"
    BUSINESS = "business"


class WorkApplication(Payload):
    """An application of form 76-8, with proof of the need and of the amount (Ord. 56-5(1))."""

    kind: WorkKind
    activity: Text
    proof_of_need: bool
    proof_of_amount: bool


class WorkPermission(Payload):
    """Paid work permitted: what is written into the permit (Ord. 56-5(2)), and the day of the first report."""

    employer: ShortText
    activity: Text
    conditions: Text | None = None
    within_living_needs: bool | None
    appropriate: bool | None
    report_by: date


class WorkRefusal(Payload):
    """Why paid work is not permitted."""

    reasons: Text


class WorkWithdrawalGround(StrEnum):
    """Why a permission to work is withdrawn (61-2-7(4))."""

    CONDITION_BREACHED = "condition_breached"
    NOT_APPROPRIATE = "not_appropriate"


class WorkWithdrawal(Payload):
    """A permission to work withdrawn with form 76-9; the entry in the permit is struck out."""

    ground: WorkWithdrawalGround
    reasons: Text


class WorkReport(Payload):
    """A report of form 76-10 with its material, and the day by which the next one is due."""

    activity: Text
    needs_changed: bool
    next_report_by: date
