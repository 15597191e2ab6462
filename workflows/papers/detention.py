"""What the acts of detention carry. Names, places and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from engine.payload import Instant, Payload, ShortText, Text
from law.criminal_custody import Custodian
from law.custody import Title
from law.detention import CourtDecisionKind, Paper, Place, TitleEnd, Told
from law.detention_conduct import Conduct


class EmergencyDetention(Payload):
    """Why a suspect is detained before a detention order issues (43(1)), and where."""

    deportation: str = Field(min_length=1, max_length=80)
    """The deportation case."""
    plain: bool
    """The suspect plainly falls under Article 24."""
    flight_before_order: bool
    """There is sufficient ground to believe in flight before an order issues."""
    facility: ShortText
    reasons: Text


class DetentionOrderPaper(Payload):
    """What the detention order of form 50 states beside name and nationality, which stand with the person (40)."""

    residence: ShortText
    facts: Text
    """The summary of the facts of the suspicion."""
    facility: ShortText
    valid_until: date
    sponsorship_appropriate: bool | None = None
    """The view on 44-2(6), recorded with the order after emergency detention (A-31)."""
    reasons: Text


class EmergencyNotApproved(Payload):
    """Why the supervising inspector does not approve an emergency detention (43(3))."""

    no_item_applies: bool
    reasons: Text


class Detaining(Payload):
    """How somebody is taken: where to, what was shown, and in urgency what was told in its place."""

    facility: ShortText
    shown: frozenset[Paper] = frozenset()
    told: frozenset[Told] | None = None
    """None = no urgency is claimed."""
    urgency: Text | None = None
    """Why it was urgent."""


class PlaceOfDetention(Payload):
    """Where somebody is held from now on; form 51 goes to the police for a police cell."""

    place: Place
    facility: ShortText
    reasons: Text


class Extension(Payload):
    """An extension of detention for unavoidable reasons (41(1))."""

    days: int = Field(ge=1, le=3650)
    reasons: Text


class CourtDecision(Payload):
    """What a court decided that commands the release of a detainee; the name of the court stays in the entry."""

    kind: CourtDecisionKind
    court: ShortText
    decided_on: date


class Release(Payload):
    """Why a detainee is released."""

    why: TitleEnd
    court: CourtDecision | None = None
    """The court's decision, for a release that a court commands while the title stands."""
    reasons: Text


class Weighed(Payload):
    """What a person decides where the law leaves open what becomes of custody."""

    detention: bool = False
    """Detention goes on, before the order or under it beside criminal proceedings; Sponsorship is considered first."""
    sponsorship_considered: bool = False
    reasons: Text


class AfterOrderOutcome(StrEnum):
    """What the screening after the order chooses (52(8))."""

    DETENTION = "detention"
    SPONSORSHIP = "sponsorship"


class AfterOrderScreening(Payload):
    """The screening of 52(8), with what was weighed of flight, illegal work and the disadvantage of detention."""

    outcome: AfterOrderOutcome
    sponsorship_considered: bool
    reasons: Text


class LibertyCondition(StrEnum):
    """A condition of special release or of a travel-restricted person (Ord. 48(1), 59-4(1))."""

    RESIDENCE = "residence"
    MOVEMENT = "movement"
    APPEARANCE = "appearance"
    NO_WORK = "no_work"
    OTHER = "other"


class SpecialRelease(Payload):
    """Special release: why removal has plainly become impossible, and the conditions of permit 65."""

    plainly_impossible: bool
    conditions: frozenset[LibertyCondition]
    content: Text
    reasons: Text


class Broken(Payload):
    """What somebody at liberty did against conditions, or against the duty to come back."""

    conduct: Conduct
    reasons: Text


class SettingFree(Payload):
    """Why detainees could not be taken elsewhere in a disaster (55-54(1), (2))."""

    no_refuge_inside: bool
    escort_impossible: bool
    reasons: Text


class TakingBack(Payload):
    """Where somebody set free in a disaster is held again."""

    facility: ShortText


class CriminalCustody(Payload):
    """Who holds the person under criminal procedure, a sentence or juvenile training, and since when."""

    custodian: Custodian
    since: Instant | None = None
    """The moment of restraint; None = the instant of the act."""
    immigration_crime_alone: bool = False
    """A crime of Article 70 other than 70(1)(ix), (x), and no other is suspected (65(1))."""
    not_indicted: bool = False
    to_be_released: bool = False
    """Reported by the prison head or the parole board (62(3), (4))."""


class CriminalHandOver(Payload):
    """How the control officer received somebody from criminal custody."""

    facility: ShortText
    shown: frozenset[Paper]


class TravelConditions(Payload):
    """The conditions of a travel-restricted person (paper 83-3), and the day of the first notification."""

    conditions: frozenset[LibertyCondition]
    content: Text
    notify_by: date


class TravelNotification(Payload):
    """A notification of 63-2(2), and the day by which the next one is due."""

    content: Text
    next_by: date


class TakeOver(Payload):
    """Somebody held, or provisionally released, before the case was kept here."""

    title: Literal[Title.DETENTION_ORDER, Title.DEPORTATION_ORDER]
    since: Instant
    """Since when the person is held, or on release, under this title without a break."""
    on_release: bool = False
    """On provisional release now."""
    deportation: str = Field(default="", max_length=80)
    days_spent: int = Field(default=0, ge=0, le=60)
    """Days under detention orders before `since`."""
    extension: int = Field(default=0, ge=0, le=30)
    """Days by which the detention order was extended."""
    handed_over: bool = True
    after_sponsorship: bool = False
    """Held under 44-4(6) or 52-4(5), after a revoked Sponsorship."""
    reviewed_until: date | None = None
    """The last day of the last three months under the order that were reviewed on paper (52-8(2), (6))."""
    facility: ShortText
