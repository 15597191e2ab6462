"""What the acts of provisional release carry. Names, places and reasons stay in the entry, and go into no fact."""

from datetime import date
from typing import Annotated

from pydantic import Field

from engine.payload import Instant, Payload, ShortText, Text
from law.money import Yen
from law.provisional_release import ReleaseCondition, ReleaseReason, Requester, Way
from law.provisional_release_end import ReleaseBreach

Amount = Annotated[Yen, Field(ge=0, le=100_000_000)]
"""An amount in whole yen."""


class ReleaseRequest(Payload):
    """A request of form 66 with proof of its reason (Ord. 49(1))."""

    requester: Requester
    reasons_shown: frozenset[ReleaseReason] = frozenset()
    """What the request rests on; empty = something that the new law does not name."""
    proof: bool
    guarantor: bool = False
    """A personal guarantor is named, as the offices ask by practice."""
    content: Text


class OwnMotion(Payload):
    """Why a release is considered on own motion."""

    reasons: Text


class ReleaseTaken(Payload):
    """A release that runs already, as its permit has it."""

    requested_at: Instant | None = None
    """When it was requested; None = it was decided on own motion."""
    granted_at: Instant
    last_day: date
    under_order: bool
    """Under the deportation order, not a detention order."""
    deposit_held: Amount = Yen(0)


class DoctorHeard(Payload):
    """The opinion of a doctor, or another expert, on treatment and health (54(8))."""

    opinion: Text


class Grounded(Payload):
    """What is judged before detention is lifted for a time, or stays lifted."""

    reason: ReleaseReason | None = None
    appropriate: bool | None = None
    reasons: Text
    """Why detention is lifted although Sponsorship is the usual way out."""


class ReleaseGrant(Grounded):
    """A release with what its permit of form 67 states: period and conditions (54(2), (3))."""

    last_day: date
    conditions: frozenset[ReleaseCondition]
    content: Text
    """Residence, range of movement, how to appear, and what else is required."""
    doctor_not_heard_because: Text | None = None
    """Needed where health was the reason of the request and no opinion is on record."""
    deposit: Amount | None = None
    """For the old law alone."""
    under_sixteen: bool = False


class DepositPaid(Payload):
    """A deposit of the old law, paid or returned."""

    amount: Amount


class ReleaseRefusal(Payload):
    """A written refusal of form 68 or 69-2, worded so that the requester can grasp it (54(4), (7); suppl. 1-2)."""

    reason_shown: ReleaseReason | None = None
    """Which reason was shown, if any of the three was."""
    points_to_sponsorship: bool = False
    doctor_not_heard_because: Text | None = None
    language: ShortText
    """The language in which it was explained."""
    reasons: Text


class ExtensionRequest(Payload):
    """A request of form 69 with proof (Ord. 49(7))."""

    requester: Requester
    proof: bool
    way: Way
    content: Text


class Extension(Grounded):
    """A new last day, written into the permit (Ord. 49(8), (9))."""

    last_day: date


class ReleaseRevocation(Payload):
    """The revocation of form 70, by the facts of 55(1)."""

    breaches: frozenset[ReleaseBreach]
    forfeited: Amount | None = None
    """Of a deposit of the old law."""
    reasons: Text


class ReleaseReasoned(Payload):
    """A decision or a step whose reasons stay with the entry."""

    reasons: Text


class DetentionChosen(Payload):
    """Detention under the order of somebody whose release met it, with what the screening of 52(8) weighs."""

    sponsorship_considered: bool = False
    reasons: Text
    """Flight, illegal work, the disadvantage of detention, and why Sponsorship is not appropriate."""


class ReleaseSummons(Payload):
    """A summons of form 51-2 (Ord. 49(4))."""

    appear_at: Instant
    place: ShortText
