"""What detention puts on record for itself; facts that move other cases stand in `custody_effects`."""

from datetime import date

from engine.payload import Fact
from law.criminal_custody import Custodian
from law.custody import Title
from law.detention import Footing, Occasion, TitleEnd
from law.detention_conduct import Conduct


class DetentionOrderIssued(Fact):
    """A detention order issued (39-2(1), 43(2), 44-4(3), (8))."""

    footing: Footing
    valid_until: date
    sponsorship_appropriate: bool | None = None
    """The view on 44-2(6) that is recorded with the order after emergency detention (A-31)."""


class DetentionOrderExpired(Fact):
    """The validity of a detention order ran out before the person was found (44-4(8))."""


class Restrained(Fact):
    """The person was taken; the day of restraint counts as the first of those that follow the days spent."""

    occasion: Occasion
    title: Title
    spent: int
    """Days of detention spent before, as far as the limit of 41(1) asks."""
    urgent: bool = False


class PapersShown(Fact):
    """Papers that were not at hand in urgency were shown."""


class DetentionExtended(Fact):
    """The supervising inspector extended a detention order for unavoidable reasons (41(1))."""

    days: int


class DetentionForgone(Fact):
    """No detention takes place, since no day is left: 44-4(6) and 41(1) collide (A-33)."""


class LimitBroken(Fact):
    """A breach: a limit of detention passed and the person is still held, with what the law makes of it."""

    limit: str
    """The row of LAW §11."""
    article: str
    consequence: TitleEnd


class TitleEnded(Fact):
    """The title of a detention ended; release is owed at once."""

    why: TitleEnd


class Released(Fact):
    """The person was released."""

    why: TitleEnd


class RemovalFoundImpossible(Fact):
    """The control officer told that removal cannot be carried out at once (52(7))."""


class ScreenedAfterOrder(Fact):
    """The supervising inspector screened for Sponsorship or detention after the order (52(8))."""

    detention: bool


class SpeciallyReleased(Fact):
    """Released under conditions, since removal has plainly become impossible (52(10))."""


class ConditionsBroken(Fact):
    """A condition or a duty at liberty was broken; a crime, for which others answer, and no end of the liberty."""

    conduct: Conduct
    exposure: str
    """The penal provision."""


class SetFreeInDisaster(Fact):
    """Set free, since taking the detainee elsewhere was impossible (55-54(2))."""


class TakenBack(Fact):
    """Came back, or was taken back, after a disaster (55-54(3))."""


class CriminalCustodyBegun(Fact):
    """The person is held under criminal procedure, a sentence or juvenile training (63)."""

    custodian: Custodian


class CustodianChanged(Fact):
    """Another holds the person under criminal procedure."""

    custodian: Custodian


class PoliceTimePassed(Fact):
    """The 48 hours within which the police may hand over or release passed (65(2))."""


class HandedOverByCustodian(Fact):
    """Received from criminal custody on showing the detention order or the deportation order (64, 65(1))."""

    custodian: Custodian


class CriminalCustodyEnded(Fact):
    """Criminal custody ended without a hand-over."""

    on_notice_of_sponsorship: bool
    """Released on the control officer's notice of a Sponsorship decision (64(1)(ii), 64(2)(ii), 65(1)(ii))."""


class TravelConditionsSet(Fact):
    """Conditions were set for a travel-restricted person, and their paper handed over (63-2(1))."""

    notify_by: date


class TravelNotified(Fact):
    """A travel-restricted person notified (63-2(2))."""

    next_by: date


class TravelNotificationMissed(Fact):
    """A breach of the travel-restricted person: no notification by the day (63-2(2), 71-5(v))."""


class TravelRestrictionEnded(Fact):
    """The travel restriction ended: the order is executed again (63(3))."""


class CustodyTakenOver(Fact):
    """Somebody held before the case was kept here was taken over, with the days spent."""

    title: Title
    spent: int
