"""What the acts of a permission to work carry. Names and reasons stay here, in the entry, and go into no fact."""

from typing import Annotated

from pydantic import Field

from engine.payload import Payload, ShortText, Text
from law.money import Yen
from law.work import WorkKind
from law.work_permission import WithdrawalGround

Reference = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,60}$")]
"""An opaque reference to a body, which says nothing of it."""


class WorkRequest(Payload):
    """An application of form 51-8, with the proofs of Ord. 36-7(1)."""

    kind: WorkKind
    employer: Reference
    employer_name: ShortText
    activity: Text
    in_person: bool
    sponsor_consents: bool
    proof_of_need: bool
    proof_of_amount: bool


class WorkPermissionPaper(Payload):
    """What is permitted and written into the Sponsorship notice (44-5(2), Ord. 36-7(2)), and what was judged."""

    needed_for_living: bool | None = None
    within_living_needs: bool | None = None
    appropriate: bool | None = None
    employment_contract: bool
    employer: Reference
    """The body that the supervising inspector names."""
    employer_name: ShortText
    activity: Text
    monthly_ceiling: Annotated[Yen, Field(gt=0, le=10_000_000)]
    """Up to which pay a month the activity stays within the needs of living."""
    conditions: Text | None = None
    replaces_earlier: bool = False
    """Takes the place of the permission that the person has: a change of employer."""
    reasons: Text


class WorkPermissionRefusal(Payload):
    """Why work is not permitted; the law asks for no paper, the register keeps the reasons."""

    reasons: Text


class WorkPermissionWithdrawal(Payload):
    """A permission withdrawn with form 51-9; its entry in the Sponsorship notice is struck out (Ord. 36-7(4))."""

    ground: WithdrawalGround
    reasons: Text
