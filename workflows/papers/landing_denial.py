"""What the acts of a denial of landing carry. Names and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Payload, Text
from law.departure_order import Track
from law.facts import Ground
from law.landing import Leaving
from workflows.papers.judgment import FinalJudgment
from workflows.papers.service import ServiceWay

__all__ = ["FinalJudgment"]

Grounds = frozenset[Ground]


class LeavingOnRecord(Payload):
    """How and when somebody left, as an officer finds it on record where no case of the person tells it."""

    on: date
    leaving: Leaving
    grounds: Grounds | None = Field(default=None, min_length=1)
    """Every item of Article 24 of the deportation order; None = not on record."""
    before: bool | None = None
    """Was deported, or left under a departure order, before that day; None = not looked into."""
    track: Track | None = None
    own_expense_decision_kept: bool = False
    source: Text
    """Where it stands: the file, the passport, the record of departures."""


class FactsFound(Payload):
    """What was found out about a departure; a field left out stays as it is on record."""

    leaving: Leaving | None = None
    grounds: Grounds | None = Field(default=None, min_length=1)
    before: bool | None = None
    track: Track | None = None
    own_expense_decision_kept: bool | None = None
    reasons: Text


class MistakenDecisionWeighed(Payload):
    """Whether a decision of one year stands that was made for somebody deported or ordered to depart before (A-49)."""

    stands: bool
    reasons: Text


class RefusedFor(StrEnum):
    """On which item of 5(1) landing was refused."""

    DRUGS = "5(1)(vi)"
    WEAPONS = "5(1)(viii)"


class LandingRefused(Payload):
    """A refusal of landing for drugs or weapons."""

    refused_on: date
    item: RefusedFor
    reasons: Text


class JudgmentAbroad(Payload):
    """A judgment that became final abroad, with what 5(1)(ix-2) asks; None = not looked into."""

    as_table_i_holder: bool | None = None
    listed_crime: bool | None = None
    imprisonment: bool | None = None
    left_on: date | None = None
    abroad_when_final: bool | None = None
    final_on: date
    judgment: Text


class ReliefCase(StrEnum):
    """The cases in which one ground alone need not deny landing (Ord. 4-2(1))."""

    SPECIAL_LANDING = "4-2(1)(i)(i)"
    CHANGE_OF_STATUS = "4-2(1)(i)(ro)"
    EXTENSION_OF_STAY = "4-2(1)(i)(ha)"
    PERMANENT_RESIDENCE = "4-2(1)(i)(ni)"
    ACQUISITION_OF_STATUS = "4-2(1)(i)(ho)"
    ACQUISITION_OF_PERMANENT_RESIDENCE = "4-2(1)(i)(he)"
    RE_ENTRY_PERMISSION = "4-2(1)(i)(to)"
    SPECIAL_PERMISSION_TO_STAY = "4-2(1)(i)(chi)"
    STATUS_OF_PROVISIONAL_STAY_HOLDER = "4-2(1)(i)(ri)"
    REFUGEE_TRAVEL_DOCUMENT = "4-2(1)(i)(nu)"
    LIKE_CASE = "4-2(1)(i)(ru)"
    CERTIFICATE_OR_VISA = "4-2(1)(ii)"

    @property
    def needs_status(self) -> bool:
        """Whether the person must be staying with a status of residence."""
        return self is not ReliefCase.CERTIFICATE_OR_VISA


class SetAside(Payload):
    """Why a ground alone does not deny landing, with form 1 (5-2, Ord. 4-2)."""

    relief: ReliefCase
    holds_status: bool | None = None
    appropriate: bool | None = None
    reasons: Text


class NoticeReceived(Payload):
    """That a notice reached the person, and on which legal day."""

    received_on: date
    way: ServiceWay
