"""What the acts of treatment carry. What is said about somebody's health stays here, in the entry, and in no fact."""

from datetime import date
from enum import StrEnum

from engine.payload import Instant, Payload, ShortText, Text
from law.treatment import CareGround, CarePlace, IsolationGround, Matter, Measure, Recurrence, RoomGround


class MattersTold(Payload):
    """The written notice of 55-18 and the language in which it was told."""

    matters: frozenset[Matter]
    in_writing: bool
    language: ShortText
    interpreted: bool = False
    told_on: date | None = None
    """None: today."""


class MattersChange(Payload):
    """Which of the matters of 55-18 changed (Ord. 50-8(2))."""

    matters: frozenset[Matter]


class HealthAnswers(Payload):
    """What the detainee was asked about illness, injury and health, and answered (55-41(1))."""

    answers: Text
    interpreted: bool = False
    asked_on: date | None = None
    """None: today."""


class Examination(Payload):
    """An examination by a doctor (55-41(2)); which items of Ord. 50-21 a doctor left out, and why."""

    examined_on: date
    omitted: Text | None = None
    result: Text


class CareNeed(Payload):
    """Why care is owed, as it was found."""

    ground: CareGround
    found: Text


class CareProvided(Payload):
    """Care by a doctor, and where."""

    place: CarePlace
    against_will: bool
    serious_or_infectious: bool
    """Serious harm to mind or body threatens, or others may be infected: a person judges."""
    unavoidable: bool = False
    """Of a stay in hospital."""
    care: Text


class CareDeclined(Payload):
    """That the detainee does not want care, as far as his or her will decides (55-42(1))."""

    serious_or_infectious: bool
    statement: Text


class MeasureTaken(Payload):
    """Another measure for the health of the detainee."""

    measure: Measure
    reasons: Text


class Again(Payload):
    """How a separation stands to an earlier one in the same detention, where there was one."""

    recurrence: Recurrence | None = None
    special_need: bool = False
    """Of the same need that goes on or has come back."""


class Isolating(Again):
    """Isolation from other detainees (55-50(1))."""

    ground: IsolationGround
    no_other_way: bool = False
    reasons: Text


class Renewal(Payload):
    """A renewal, for a special need to continue."""

    special_need: bool
    reasons: Text


class SeparationEnd(Payload):
    """The end of an isolation or of a placing in a protection room, and since when the need was gone."""

    need_ended_at: Instant | None = None
    """None: the need lasted until the end of the period."""


class RoomPlacing(Again):
    """Placing in a protection room (55-53(1)); in urgency without waiting for the order of the head (55-53(2))."""

    ground: RoomGround
    specially_needed: bool = False
    ordered_by_head: bool
    reasons: Text


class DoctorsOpinion(Payload):
    """The doctor's opinion on the health of somebody placed in a protection room (55-53(5))."""

    opinion: Text


class FamilyTold(Payload):
    """What the family was told after a death (55-82)."""

    told_on: date
    cause_and_time: Text
    things_left: Text | None = None


class BurialBy(StrEnum):
    """Who saw to the burial or cremation (55-83(1))."""

    FAMILY = "family"
    HEAD_OF_FACILITY = "head_of_facility"
    """Where nobody else did."""


class Burial(Payload):
    """The burial or cremation."""

    on: date
    done_by: BurialBy
