"""What the acts of special permission carry. Names, texts and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Payload, ShortText, Text
from law.filer import Filer
from law.special_permission import Factor, LandingKind, Negative, PermissionGround, PermissionPaper, Positive
from law.special_permission_filing import Paper


class FiledBy(Payload):
    """Who files and how; a parent, spouse, child or relative only for a person under sixteen or unable."""

    by: Filer = Filer.PERSON
    unable: bool = False
    in_person: bool = True
    """At the bureau, in its facility, or to an officer who came to somebody held elsewhere."""
    on_form: bool = True
    """Form 61-4."""


class Application(Payload):
    """An application on form 61-4 with what came along."""

    deportation: str = Field(min_length=1, max_length=80)
    """The deportation case that it concerns."""
    filed_by: FiledBy = FiledBy()
    shown: frozenset[Paper] = frozenset()
    untranslated: bool = False
    """A paper in a foreign language came without its translation."""
    content: Text


class OwnMotion(Payload):
    """Why the Minister takes up the question without an application."""

    deportation: str = Field(min_length=1, max_length=80)
    """The deportation case that it concerns."""
    reasons: Text


class PapersHandedIn(Payload):
    """What came in later."""

    shown: frozenset[Paper] = frozenset()
    untranslated: bool = False


class Withdrawal(Payload):
    """The withdrawal of the application."""

    in_writing: bool


class Weighed(Payload):
    """What was considered under 50(5), and which elements of the guidelines were found."""

    factors: dict[Factor, Text | None]
    """Each of the eleven factors; None = nothing is known of it."""
    positive: frozenset[Positive] = frozenset()
    negative: frozenset[Negative] = frozenset()


class StatusGranted(Payload):
    """The status and its period."""

    status: ShortText
    until: date | None = None
    """The last day of the period; None = without limit."""
    mid_long_term: bool
    """The person becomes a mid- or long-term resident, and gets a residence card."""


class LandingGranted(Payload):
    """A kind of landing with its period, in place of a status."""

    kind: LandingKind
    until: date
    breached_9_7: bool | None = None
    """Landed in breach of 9(7); asked of 24(ii) alone."""


class Grant(Payload):
    """The record of decision of form 61-3: either a status or a kind of landing."""

    grounds: frozenset[PermissionGround] = Field(min_length=1)
    weighed: Weighed
    refusal_lacks_humanity: bool | None = None
    special_circumstances: Text | None = None
    """In which refusing would lack humanity (50(1) proviso)."""
    status: StatusGranted | None = None
    landing: LandingGranted | None = None
    conditions: Text | None = None
    """Restrictions of activity and what else is especially needed (Ord. 44(7)(ii))."""
    reasons: Text


class Refusal(Payload):
    """A decision against special permission; the reasons stand in the notice of form 62-3."""

    weighed: Weighed
    reasons: Text


class Receipt(Payload):
    """The day on which the refusal really reached the person."""

    received_on: date


class Designation(StrEnum):
    """The paper that goes with a status for one body or activity (Ord. 44(6))."""

    HIGHLY_SKILLED = "31-3"
    SPECIFIED_SKILLED = "31-4"
    DESIGNATED_ACTIVITIES = "7-4"


class HandOver(Payload):
    """What was handed over, or stamped."""

    paper: PermissionPaper
    designation: Designation | None = None
