"""What every step of the treatment of a detainee shares: stages, state, facts. No fact says how somebody is."""

from datetime import date, datetime
from enum import StrEnum

from engine.case import CaseStage, stage
from engine.payload import CaseState, Fact
from engine.procedure import Procedure
from law.treatment import MATTERS, CareGround, CarePlace, IsolationGround, Matter, Measure, RoomGround
from workflows.papers.treatment import BurialBy


class Stage(CaseStage):
    """Where the treatment of somebody stands."""

    DETAINED = stage("detained", "In detention", "収容中", quiet="it ends with the detention")
    DECEASED = stage("deceased", "Died in detention", "収容中に死亡")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class State(CaseState):
    """What is kept of a treatment: kinds and dates, no text about anybody's health."""

    detention: str
    held_since: date
    facility: str = ""
    untold: frozenset[Matter] = MATTERS
    """Matters of 55-18 that are to be told, at the start or after a change."""
    told_on: date | None = None
    asked_on: date | None = None
    examined_on: date | None = None
    care_needed: frozenset[CareGround] = frozenset()
    isolated_since: date | None = None
    isolated_before: bool = False
    """An isolation in this detention has ended."""
    in_room_since: datetime | None = None
    placed_before: bool = False
    """A placing in a protection room in this detention has ended."""
    family_told_on: date | None = None
    buried_on: date | None = None


class Separation(StrEnum):
    """The two ways of keeping a detainee apart that have a period."""

    ISOLATION = "isolation"
    PROTECTION_ROOM = "protection_room"


class WrittenNoticeGiven(Fact):
    """The matters of 55-18 were told in writing: all of them, or those that changed."""

    on: date
    after_change: bool


class MattersChanged(Fact):
    """Matters of 55-18 changed: they are told again in writing (Ord. 50-8(2))."""

    matters: tuple[Matter, ...]


class HealthAsked(Fact):
    """The detainee was asked about his or her health at the start (55-41(1))."""

    on: date


class Examined(Fact):
    """A doctor examined the detainee (55-41(2))."""

    on: date


class ExaminationMissed(Fact):
    """A breach: three months passed without an examination (55-41(2))."""

    last_day: date


class CareFoundNeeded(Fact):
    """Care is owed promptly (55-42(1))."""

    ground: CareGround


class CareGiven(Fact):
    """Care was given (55-42)."""

    place: CarePlace


class CareNotWanted(Fact):
    """Care was declined, as far as the detainee's will decides (55-42(1))."""


class MeasureRecorded(Fact):
    """Another measure for the health of the detainee was taken."""

    measure: Measure


class Isolated(Fact):
    """The detainee is kept apart from others (55-50(1))."""

    ground: IsolationGround


class PlacedInRoom(Fact):
    """The detainee was placed in a protection room (55-53(1), (2))."""

    ground: RoomGround
    ordered_by_head: bool


class PlacingReported(Fact):
    """A placing without the order of the head was reported to the head (55-53(2))."""


class SeparationRenewed(Fact):
    """An isolation or a placing was renewed, for a special need to continue."""

    kind: Separation
    ends_at: datetime


class SeparationEnded(Fact):
    """An isolation or a placing ended."""

    kind: Separation


class SeparationOutlasted(Fact):
    """A breach: an isolation or a placing went on beyond its period, or beyond its need."""

    kind: Separation
    beyond_need: bool = False


class DoctorHeard(Fact):
    """A doctor was heard on somebody in a protection room (55-53(5))."""


class DoctorNotHeard(Fact):
    """A breach: a placing was renewed with no doctor heard on it, a whole period long (55-53(5))."""


class DeathTold(Fact):
    """The family was told of the death (55-82)."""

    on: date


class Buried(Fact):
    """The burial or cremation was recorded (55-83)."""

    by: BurialBy


class TreatmentCase(Procedure[State]):
    """The treatment of a detainee, as far as all its steps share it."""

    stages = Stage
    state_type = State
