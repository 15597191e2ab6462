"""Facts of custody that move another case of the same person in the same instant (LAW §3.1, §12)."""

from datetime import date
from enum import StrEnum

from engine.payload import Fact
from law.custody import Paragraph, Title
from law.detention import Place
from law.facts import Custody
from law.sponsorship import Route
from workflows.papers.deportation import ScreeningOutcome


class HandedOver(Fact):
    """The suspect with the file, or the case of somebody under Sponsorship, reached the inspector (44, 44-7)."""

    with_person: bool


class Screened(Fact):
    """The screening of a suspect was decided (39(2)): detention, Sponsorship or nothing."""

    outcome: ScreeningOutcome
    deportation: str = ""


class CustodyChanged(Fact):
    """The person moved on axis C; only the case that keeps custody says so (`Detention`)."""

    before: Custody
    after: Custody
    title: Title | None = None


class CustodyWeighed(Fact):
    """A person decided what follows where the law leaves it open (61-2-9(2), A-34, A-39, A-47)."""

    deportation: str = ""
    detention: bool = False
    """Detention goes on."""


class PlaceAssigned(Fact):
    """The place of detention was assigned or changed; at another facility detention starts again (55-18, 55-41)."""

    place: Place


class EmergencyDetained(Fact):
    """A suspect was detained before a detention order issued (43(1)); no screening takes place."""

    deportation: str


class EmergencyNotApproved(Fact):
    """The supervising inspector found that no item of Article 24 applies: released at once (43(3))."""

    deportation: str


class SponsorshipNotDecided(Fact):
    """Sponsorship was not decided after all; a screening that had chosen it is to be made anew (39(2), 52(8))."""

    sponsorship: str
    route: Route


class SponsorshipDecided(Fact):
    """Sponsorship was decided; while it awaits a deposit the person stays detained (44-2(8), 52-2(7))."""

    sponsorship: str
    paragraph: Paragraph
    awaits_deposit: bool


class SponsorshipPlaced(Fact):
    """Sponsorship took hold: a detainee is released at once (44-2(8), 52-2(7))."""

    sponsorship: str
    paragraph: Paragraph


class SponsorshipEnd(StrEnum):
    """How Sponsorship ended."""

    REVOKED = "revoked"
    LAPSED = "lapsed"
    """44-8, 52-6."""
    STATUS_GRANTED = "status_granted"
    """By a recorded act after a grant of status (A-42)."""
    OBJECT_LOST = "object_lost"
    """The person left Japan or died."""


class SponsorshipEnded(Fact):
    """Sponsorship ended; after a revocation the control officer must detain (44-4(6), 52-4(5))."""

    sponsorship: str
    paragraph: Paragraph
    end: SponsorshipEnd


class ProvisionalReleaseGranted(Fact):
    """Provisional release was granted (54(2))."""

    release: str
    last_day: date


class ReleaseEnd(StrEnum):
    """How provisional release ended."""

    REVOKED = "revoked"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    """Sponsorship, another decision on custody, or the end of custody took its place."""
    DETENTION_DECIDED = "detention_decided"
    """The deportation order issued during it, and detention under that order was decided (A-10)."""
    OBJECT_LOST = "object_lost"


class ProvisionalReleaseEnded(Fact):
    """Provisional release ended; the control officer must detain after a revocation, expiry or such a decision."""

    release: str
    end: ReleaseEnd


class SponsorshipCommanded(Fact):
    """The Commissioner commanded Sponsorship: the supervising inspector must decide it promptly (52-8(4), (5))."""

    review: str
