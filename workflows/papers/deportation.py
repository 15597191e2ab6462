"""What the acts of the deportation procedure carry. Names and reasons stay here, in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from engine.payload import Instant, Payload, ShortText, Text
from law.countries import COUNTRIES
from law.deportation_grounds import ObjectionGround
from law.facts import Ground
from workflows.papers.judgment import FinalJudgment

_JAPAN = "JP"


def _leads_abroad(code: str) -> str:
    if code not in COUNTRIES or code == _JAPAN:
        raise ValueError("no country abroad has the code")
    return code


Country = Annotated[
    str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_leads_abroad), Field(examples=["LK"])
]
"""Where somebody who leaves Japan goes: ISO 3166-1 alpha-2."""


class SuspectedGround(Payload):
    """An item of Article 24 and the day from which its facts existed."""

    ground: Ground
    since: date


class Suspicion(Payload):
    """What an investigation begins with."""

    grounds: tuple[SuspectedGround, ...] = Field(min_length=1, max_length=20)
    appeared_at: Instant | None = None
    """Came to an office before, intending to leave promptly (confirmation 71-2)."""
    appeared_in_office_hours: bool | None = True
    """As the confirmation says; a holiday of administrative organs has none (Ord. 50-50(1))."""
    trafficking_victim: bool = False
    """Under another's control: 24(iv)(i) and (nu) do not reach such a person."""
    reasons: Text


class Reasoned(Payload):
    """A decision or a step whose reasons stay with the entry."""

    reasons: Text


class GroundDecision(Payload):
    """Whether a case stands, on another item of Article 24, though what its ground arose from was annulled."""

    stands: bool
    reasons: Text


class DepartureAssessment(Payload):
    """What an officer judges about a departure order beside the record (24-3(iv), (v)); None = not judged."""

    deported_before: bool | None = None
    left_under_departure_order_before: bool | None = None
    certain_to_leave: bool | None = None


class DepartureRoute(Payload):
    """Why a suspect is taken for eligible for a departure order."""

    assessment: DepartureAssessment
    reasons: Text


class ScreeningOutcome(StrEnum):
    """What the screening decides, in one decision (39(2))."""

    SPONSORSHIP = "sponsorship"
    DETENTION = "detention"
    NOTHING = "nothing"


class Screening(Payload):
    """The supervising inspector's one decision between Sponsorship and detention."""

    outcome: ScreeningOutcome
    sponsorship_considered: bool
    reasons: Text


class Instance(StrEnum):
    """The three instances, in order."""

    EXAMINATION = "examination"
    HEARING = "hearing"
    OBJECTION = "objection"


class Outcome(StrEnum):
    """What an instance finds: the same three answers at each of them (47, 48, 49)."""

    NO_GROUND = "no_ground"
    DEPARTURE_ORDER = "departure_order"
    DEPORTABLE = "deportable"


class InspectorFinding(Payload):
    """The finding of form 52, with what its notice on form 53 tells."""

    outcome: Outcome
    ground: Ground | None = None
    """The item found that carries the case; needed unless none is found."""
    further: frozenset[Ground] = frozenset()
    """Further items found. What was suspected and not found falls away."""
    assessment: DepartureAssessment = DepartureAssessment()
    tells_hearing: bool = False
    tells_special_permission: bool = False
    reasons: Text


class MinistersFinding(Payload):
    """The Minister's finding under 24(iii-2) or 24(iv)(yo)."""

    ground: Literal[Ground.III_2, Ground.IV_YO]
    agencies_heard: bool
    """The Foreign Minister and the heads of police, public security and coast guard; for 24(iii-2) alone (24-2)."""
    reasons: Text


class Receipt(Payload):
    """The day on which a notice really reached the person."""

    received_on: date


class Waiver(Payload):
    """A waiver signed before the supervising inspector: form 54, 54-2 or 59."""

    signed: bool
    explained_in: ShortText
    """The language in which it was explained."""


class SilenceAccepted(Payload):
    """Why a finding or decision counts as accepted after silence, and from which day (A-05)."""

    counts_from: date
    reasons: Text


class HearingAppointed(Payload):
    """Time and place of the oral hearing (form 56)."""

    held_at: Instant
    place: ShortText


class HearingRecord(Payload):
    """The record of the oral hearing (48(4), Ord. 40)."""

    suspect_attended: bool
    record: Text


class HearingDecision(Payload):
    """The decision of form 57, with what its notice on form 58 tells."""

    outcome: Outcome
    assessment: DepartureAssessment = DepartureAssessment()
    tells_objection: bool = False
    tells_special_permission: bool = False
    reasons: Text


class Objection(Payload):
    """The statement of objection of form 60, with material for its grounds."""

    written: bool
    shown: frozenset[ObjectionGround]
    content: Text


class ObjectionDecision(Payload):
    """The decision of form 61."""

    outcome: Outcome
    assessment: DepartureAssessment = DepartureAssessment()
    reasons: Text


class ResultNotice(Payload):
    """The notice of form 61-2."""

    tells_special_permission: bool


class LateApplicationDecision(Payload):
    """Whether an application made after the waiver or the three days is admitted (A-36)."""

    admitted: bool
    reasons: Text


class AnnulledDecision(FinalJudgment):
    """A final judgment that annuls the decision of an instance against the person."""

    instance: Instance
    hearing_stands: bool = False
    """By its purport the oral hearing itself was lawful, and only the decision after it is made again."""


class OrderPaper(Payload):
    """What the order of form 63 states beside the person (51)."""

    destination: Country
    reasons: Text
