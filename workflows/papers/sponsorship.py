"""What the acts of Sponsorship carry. Names, places and reasons stay here, in the entry, and go into no fact.

A Sponsor and a payer are named by an opaque reference; amounts are yen.
"""

from datetime import UTC, date, datetime

from pydantic import Field

from engine.payload import Instant, Payload, ShortText, Text
from law.money import Yen
from law.sponsorship import Condition, Degree, Risk
from law.sponsorship_duties import Filer
from law.sponsorship_end import Ground
from workflows.papers.sponsor import SponsorChosen


class Reasoned(Payload):
    """An act that needs its reasons."""

    reasons: Text


class FiledBy(Payload):
    """Who files, and why not the person: a cohabiting relative of at least sixteen, in the order of the law."""

    by: Filer = Filer.PERSON
    unable: bool = False
    """The person is under sixteen, or unable by illness or the like."""
    cohabits: bool = False
    old_enough: bool = False
    nobody_nearer: bool = False
    asked_by_person: bool = False


class SponsorshipRequest(Payload):
    """A request on form 51-3 with reference material."""

    filed_by: FiledBy = FiledBy()
    material: bool


class WeighedRisks(Payload):
    """What the supervising inspector weighed; each degree is a judgment, nothing is computed from it."""

    suspected: bool | None = None
    """Sufficient ground to suspect an item of Article 24; before the order alone."""
    risks: dict[Risk, Degree]
    disadvantage: Text
    """What detention would do to the person: health, family and the like."""
    other: Text
    appropriate: bool


class Terms(Payload):
    """The conditions, and what they say."""

    conditions: frozenset[Condition]
    residence: ShortText
    area: ShortText
    """The prefecture of the residence, or the area set instead for special reasons."""
    others: Text | None = None


class DepositSet(Payload):
    """A deposit that is required."""

    amount: Yen
    against: frozenset[Risk]
    minor: bool | None
    """Under eighteen today; None = in doubt, which takes the lower ceiling (A-32)."""
    due: date | None = None


class SponsorshipDecision(Payload):
    """Sponsorship as it is decided, with the first day of notification."""

    weighed: WeighedRisks
    sponsor: SponsorChosen
    terms: Terms
    deposit: DepositSet | None = None
    notify_by: date
    reasons: Text


class SponsorshipRefusal(Payload):
    """Why Sponsorship is not decided; to whoever requested it in writing."""

    reasons: Text
    in_writing: bool = True


class Receipt(Payload):
    """The day on which a paper reached whom it is for."""

    received_on: date


class Payment(Payload):
    """Money that was paid as deposit, and by whom."""

    amount: Yen = Field(gt=0)
    payer: ShortText


class DepositReturned(Payload):
    """To whom the deposit went back."""

    to: ShortText


class Forfeiture(Payload):
    """What part of the deposit is forfeited."""

    amount: Yen = Field(gt=0)
    reasons: Text


class PersonNotification(Payload):
    """A notification of the supervised person, and the day by which the next one is due."""

    filed_by: FiledBy = FiledBy()
    at_the_bureau: bool
    """Somebody came in person to the regional bureau (61-8-3(1)(ii))."""
    conditions_kept: Text
    work: Text | None = None
    living: Text
    contact_with_sponsor: Text
    next_by: date


class NotificationDay(Payload):
    """The day by which the next notification is due."""

    notify_by: date
    reasons: Text


class Summons(Payload):
    """A summons on form 51-2."""

    appear_at: Instant = Field(lt=datetime(9999, 1, 1, tzinfo=UTC))
    """Before the last year of the calendar."""
    place: ShortText
    reasons: Text


class Appearance(Payload):
    """Whether the person appeared as summoned; `just_cause` is judged where not."""

    appeared: bool
    just_cause: bool | None = None
    reasons: Text | None = None


class NotShown(Payload):
    """An officer asked for the notice of Sponsorship, and it was not carried or not shown."""

    carried: bool
    under_sixteen: bool
    carries_residence_card: bool


class TermsChanged(Payload):
    """The conditions as they are from now on."""

    terms: Terms
    reasons: Text


class Revocation(Payload):
    """The grounds on which Sponsorship is revoked."""

    grounds: frozenset[Ground] = Field(min_length=1)
    reasons: Text


class NoticeTakenBack(Payload):
    """Whether the notice of Sponsorship was taken back; where not, why."""

    taken_back: bool
    remarks: Text | None = None
