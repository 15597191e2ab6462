"""The facts that rules ask for, in the words of the law; what is not on record is `None`, and `None` is *unknown*.

All instants are aware datetimes; legal days are dates in Japan Standard Time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from law.grounds import Ground

__all__ = [
    "Application",
    "ApplicationKind",
    "Circumstances",
    "CourtStay",
    "CourtStayScope",
    "CriminalProceedings",
    "Custody",
    "DeportationOrder",
    "Destination",
    "Ending",
    "Grant",
    "GrantKind",
    "Ground",
    "Material",
    "ProceedingsKind",
    "ProvisionalStayPeriod",
    "RemovalNotice",
    "Sentence",
    "Stay",
    "StayKind",
    "Suspension",
    "TravelRestriction",
]


class ApplicationKind(StrEnum):
    """The two kinds of application for recognition (61-2(1), (2))."""

    REFUGEE = "refugee"
    COMPLEMENTARY_PROTECTION = "complementary_protection"


class Material(StrEnum):
    """Whether material showing sufficient ground came *with* the application (61-2-9(4)(i)); a person judges (A-11)."""

    NONE = "none"
    UNDECIDED = "undecided"
    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"


class Ending(StrEnum):
    """How an application for recognition ended, by the items of 61-2-4(5) where it is one of them."""

    NO_REVIEW_IN_TIME = "no_review_in_time"
    """(5)(i): refused, received, and the period passed without a request for review."""
    REVIEW_REFUSED = "review_refused"
    """(5)(ii): a decision rejecting or dismissing the review was served on the applicant."""
    REVIEW_WITHDRAWN = "review_withdrawn"
    """(5)(ii): a written withdrawal of the request for review was received."""
    GRANT_REFUSED = "grant_refused"
    """(5)(iii): recognised, but the 61-2-2(1) permission was refused and the refusal notified."""
    APPLICATION_WITHDRAWN = "application_withdrawn"
    """(5)(v): the application itself was withdrawn in writing, its voluntariness checked."""
    RECOGNISED = "recognised"
    """Recognised and nothing pending: for a status-less person the grant has taken effect."""
    OBJECT_LOST = "object_lost"
    """The person left Japan or died."""


@dataclass(frozen=True, slots=True)
class Application:
    """One application for recognition, as far as it bears on removal and provisional stay.

    `ended_at` is as proved, never absent beside `ended`; `review_served_at` is when a failed review was served.
    `late_review_claimed` is a late request for review with a claimed justifiable reason that is not yet decided (A-26).
    """

    case: str
    kind: ApplicationKind
    filed_at: datetime
    material: Material
    ended: Ending | None = None
    ended_at: datetime | None = None
    late_review_claimed: bool = False
    had_provisional_stay: bool = False
    refusal_received_on: date | None = None
    later_material: bool = False
    """Material came after the filing and no person has looked at it yet (A-12)."""
    review_served_at: datetime | None = None


class StayKind(StrEnum):
    """How a person stays (axis S of LAW §3), as far as recognition and removal ask for it."""

    STATUS_OF_RESIDENCE = "status_of_residence"
    SPECIAL_PERMANENT_RESIDENT = "special_permanent_resident"
    TEMPORARY_REFUGE = "temporary_refuge"
    SIXTY_DAYS = "sixty_days"
    """Born in Japan or having lost nationality, within the 60 days of 22-2(1)."""
    PROVISIONAL_LANDING = "provisional_landing"
    LISTED_LANDING = "listed_landing"
    """An unexpired landing permission of 61-2-4(1)(ii): port of call, cruise, transit, crew, emergency, distress."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Stay:
    """A way of staying and its days, both inclusive; `until` None = no end is on record."""

    kind: StayKind
    since: date
    until: date | None = None


class Suspension(StrEnum):
    """Whether execution of a sentence was suspended when it was pronounced."""

    NONE = "none"
    PARTIAL = "partial"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of imprisonment (拘禁刑, before 2025-06-01 懲役 or 禁錮); `months` None = life."""

    final_on: date | None
    """None: the judgment is not final yet."""
    months: int | None
    suspension: Suspension
    unsuspended_months: int | None = None
    """Of a partly suspended sentence, the part that was not suspended."""
    japanese_court: bool = True
    listed_crime: bool = False
    """A crime of DT-02 row 4 committed after entering Japan."""
    suspension_revoked: bool = False
    days: int = 0
    """Days beyond the months."""
    unsuspended_days: int = 0
    """Of a partly suspended sentence, days beyond the months that were not suspended."""


class GrantKind(StrEnum):
    """A permission after which no deportation step is taken on grounds that existed when it took effect."""

    RECOGNITION = "61-2-2(1)"
    PROVISIONAL_STAY_HOLDER = "61-2-5(1)"
    OLD_SPECIAL_PERMISSION = "old 61-2-2(2)"


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant of status; it takes effect with the hand-over of the card, certificate or passport entry."""

    kind: GrantKind
    decided_at: datetime
    effective_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeportationOrder:
    """A deportation order (退去強制令書)."""

    case: str
    ground: Ground
    ground_since: date
    issued_at: datetime
    withdrawn_at: datetime | None = None
    shown_at: datetime | None = None
    in_doubt: bool = False
    """Issued while the procedure proves to have stood still (61-2-9(2)), or its ground fell: a person weighs it."""


@dataclass(frozen=True, slots=True)
class ProvisionalStayPeriod:
    """A running or ended provisional stay (仮滞在). `last_day` is the written end of the period."""

    case: str
    delivered_at: datetime
    last_day: date
    ended_at: datetime | None = None
    renewal_undecided: bool = False
    work_permitted: bool = False
    """Paid work is permitted (61-2-7(2))."""


class CourtStayScope(StrEnum):
    """What a court stayed (ACLA 25(2))."""

    REMOVAL = "removal"
    EXECUTION = "execution"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class CourtStay:
    """A stay ordered by a court, exactly as wide as the court ordered."""

    scope: CourtStayScope
    since: datetime
    until: datetime | None = None


class ProceedingsKind(StrEnum):
    """Criminal proceedings beside a case (63)."""

    CRIMINAL = "criminal"
    SENTENCE = "sentence"
    JUVENILE_TRAINING = "juvenile_training"


@dataclass(frozen=True, slots=True)
class CriminalProceedings:
    """Proceedings under criminal procedure, execution of a sentence, or juvenile training."""

    kind: ProceedingsKind
    since: date
    until: date | None = None
    leave_given: bool = False
    """Leave of the Prosecutor-General or a superintending prosecutor (63(2)); counts while a sentence is served."""
    release_on: date | None = None
    """The reported day of release (62(3), (4)): from it on the prison hands over (64(2)); all else waits."""


@dataclass(frozen=True, slots=True)
class TravelRestriction:
    """A criminal court's travel restriction (63(3); in force from 2025-05-15)."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the person would be removed to, and what stands against it (53)."""

    country: str
    """ISO 3166-1 alpha-2."""
    permitted_by_53: bool | None
    """Nationality or citizenship, or one of the places of 53(2) at the person's wish."""
    accepts: bool | None
    """The receiving state takes the person."""
    persecution: bool | None
    """Any indication of persecution there (53(3)(i))."""
    torture_or_disappearance: bool | None
    """Any indication of torture or enforced disappearance there (53(3)(ii)(iii))."""
    minister_finding: bool = False
    """The Minister's recorded finding that lifts 53(3)(i), and only it."""


@dataclass(frozen=True, slots=True)
class RemovalNotice:
    """What was told before removal (D7): the person, or before 2026-02-01 a lawyer who had asked."""

    told_on: date
    lawyer_asked: bool = False


class Custody(StrEnum):
    """Where a person is held or free (axis C of LAW §3); always exactly one."""

    FREE = "free"
    EMERGENCY_DETAINED = "emergency_detained"
    DETAINED_DETENTION_ORDER = "detained_detention_order"
    SPONSORED_BEFORE_ORDER = "sponsored_before_order"
    PROVISIONAL_RELEASE_DETENTION_ORDER = "provisional_release_detention_order"
    DETAINED_DEPORTATION_ORDER = "detained_deportation_order"
    SPONSORED_AFTER_ORDER = "sponsored_after_order"
    PROVISIONAL_RELEASE_DEPORTATION_ORDER = "provisional_release_deportation_order"
    SPECIAL_RELEASE = "special_release"
    SET_FREE_IN_DISASTER = "set_free_in_disaster"
    CRIMINAL_CUSTODY = "criminal_custody"
    TRAVEL_RESTRICTED = "travel_restricted"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What bears on a person from outside the procedures: `None` = not on record, empty = none."""

    stays: tuple[Stay, ...] | None = None
    sentences: tuple[Sentence, ...] | None = None
    security_ground: bool | None = None
    """24(iii-2), (iii-3), (iv)(o)(wa)(ka), or sufficient ground to suspect one of them."""
    court_stays: tuple[CourtStay, ...] | None = None
    proceedings: tuple[CriminalProceedings, ...] | None = None
    travel_restrictions: tuple[TravelRestriction, ...] | None = None
    destination: Destination | None = None
    notice: RemovalNotice | None = None
    custody: Custody | None = None
    left_on: date | None = None
    died_on: date | None = None
