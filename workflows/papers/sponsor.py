"""What concerns a Sponsor: selection, notifications, reports, and how one falls away.

A Sponsor is named by an opaque reference. Names, places and reasons stay here, in the entry, and go into no fact.
"""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Payload, ShortText, Text
from law.sponsorship_duties import Matter, Omission
from law.sponsorship_end import Ground


class SponsorKind(StrEnum):
    """What a Sponsor is."""

    PERSON = "person"
    ORGANISATION = "organisation"


class SponsorChosen(Payload):
    """Who is selected as Sponsor."""

    reference: ShortText
    kind: SponsorKind
    understands: bool
    consents: bool
    fit: bool
    related: bool = False
    """Kin of the person, or in a de facto marriage: its end is to be notified."""
    employs: bool = False


class MatterNotified(Payload):
    """What a Sponsor notified: the matter, its day, and how and when it was learned (Ord. 36-3(3))."""

    matter: Matter
    happened_on: date
    learned_on: date
    how_learned: Text
    conduct: frozenset[Ground] = frozenset()
    """For conduct: the grounds of revocation that the person meets."""
    posted_on: date | None = None
    facts: Text


class MatterFound(Payload):
    """Something of which the Sponsor must notify, as the State found it."""

    matter: Matter
    happened_on: date
    learned_on: date
    """When the Sponsor learned of it."""
    reasons: Text


class ReportItem(StrEnum):
    """What a Sponsor may be asked to report on (44-3(5), 52-3(5), Ord. 36-4(2))."""

    LIVING = "living"
    CONDITIONS = "conditions"
    PERMITTED_WORK = "permitted_work"
    SUPERVISION = "supervision"
    ASSISTANCE = "assistance"
    OTHER = "other"


class ReportDemanded(Payload):
    """A demand for a report: items, day, and why it is needed for appearance or the conditions."""

    items: frozenset[ReportItem] = Field(min_length=1)
    due: date
    needed_because: Text


class SponsorReport(Payload):
    """A report of the Sponsor."""

    answers: frozenset[ReportItem] = Field(min_length=1)
    content: Text


class FalseStatement(Payload):
    """A notification, report or notice of resignation that proves false."""

    what: Omission
    reasons: Text


class Resignation(Payload):
    """A Sponsor's notice of resignation: reason and day (Ord. 36-5(1))."""

    ends_on: date
    reasons: Text


class SponsorDied(Payload):
    """The day on which the Sponsor died."""

    died_on: date


class CancellationGround(StrEnum):
    """Why the selection of a Sponsor is cancelled (44-3(6))."""

    TASK_DIFFICULT = "task_difficult"
    NOT_SUITABLE = "not_suitable"
    DISSOLVED = "dissolved"
    """An organisation ceased to exist; the law does not name it, so the selection is cancelled first (A-22)."""


class SelectionCancelled(Payload):
    """The cancellation of a selection, and the Sponsor's last day."""

    ground: CancellationGround
    ends_on: date
    reasons: Text


class SupportAsked(Payload):
    """What a Sponsor asks help with."""

    matter: Text
