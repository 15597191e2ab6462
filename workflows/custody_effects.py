"""Facts of custody that move another case of the same person in the same instant (LAW §3.1, §12)."""

from datetime import date
from enum import StrEnum

from engine.payload import Fact
from law.custody import Paragraph, Title
from law.facts import Custody


class HandedOver(Fact):
    """The suspect with the file, or the case of somebody under Sponsorship, reached the inspector (44, 44-7)."""

    with_person: bool


class CustodyChanged(Fact):
    """The person moved on axis C; only the case that keeps custody says so (`Detention`)."""

    before: Custody
    after: Custody
    title: Title | None = None


class EmergencyDetained(Fact):
    """A suspect was detained before a detention order issued (43(1)); no screening takes place."""

    deportation: str


class EmergencyNotApproved(Fact):
    """The supervising inspector found that no item of Article 24 applies: released at once (43(3))."""

    deportation: str


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
    OBJECT_LOST = "object_lost"


class ProvisionalReleaseEnded(Fact):
    """Provisional release ended; after revocation or expiry the control officer must detain again (55(3))."""

    release: str
    end: ReleaseEnd


class SponsorshipCommanded(Fact):
    """The Commissioner commanded Sponsorship: the supervising inspector must decide it promptly (52-8(4), (5))."""

    review: str
