"""What the deportation procedure puts on record for itself; facts that move other cases stand in `effects`."""

from datetime import date, datetime

from engine.payload import Fact
from law.deportation import AcceptedBy
from law.deportation_grounds import ObjectionGround
from law.facts import Ground
from workflows.papers.deportation import Outcome


class InvestigationBegun(Fact):
    """A violation investigation began."""

    grounds: tuple[Ground, ...]


class InvestigationClosed(Fact):
    """The investigation was closed without a notice."""


class WishToLeaveDeclared(Fact):
    """The suspect told an officer that he or she will leave promptly (confirmation 71-2-2)."""


class PassedForDepartureOrder(Fact):
    """The case was passed to the inspector for a departure order, in place of the notice of 39(1)."""


class SentBack(Fact):
    """The inspector sent the case back: the suspect may be deportable (55-84(4))."""


class SuspicionNotified(Fact):
    """The suspicion was told to the supervising inspector (39(1))."""


class GoneOnBesideCriminalCase(Fact):
    """The procedure goes on beside criminal proceedings, without detention or Sponsorship (63(1))."""


class ExaminationBegun(Fact):
    """The examination began beside a criminal case (63(1))."""


class CrimeReported(Fact):
    """The inspector reported a crime to the prosecutor (63(4))."""


class GroundFoundByMinister(Fact):
    """The Minister in person found terrorism or harm to Japan's interests (24(iii-2), (iv)(yo))."""

    ground: Ground


class FindingMade(Fact):
    """An instance found what it found."""

    instance: str
    outcome: Outcome
    ground: Ground | None = None


class NoticeReceived(Fact):
    """The notice of a finding, a decision or a result reached the person."""

    instance: str
    received_on: date


class RightLost(Fact):
    """The period for a hearing or an objection passed in silence; silence is no acceptance (A-05)."""

    instance: str


class Accepted(Fact):
    """The end of the instances: accepted with its waiver, by recorded silence, or the dismissal received."""

    by: AcceptedBy
    counts_from: date


class HearingRequested(Fact):
    """An oral hearing was requested."""


class HearingAppointed(Fact):
    """Time and place of the hearing were fixed."""

    held_at: datetime


class HearingHeld(Fact):
    """The oral hearing was held."""


class Objected(Fact):
    """An objection was made."""

    grounds: tuple[ObjectionGround, ...]


class ObjectionForwarded(Fact):
    """The file was handed to the Minister."""


class ResultTold(Fact):
    """The result of the objection was told."""


class SpecialPermissionWaived(Fact):
    """The person signed that no application will be made (form 54-2)."""


class LateApplicationDecided(Fact):
    """A person decided on an application made after the waiver or the three days (A-36)."""

    admitted: bool


class OrderShown(Fact):
    """The order was shown to the person."""


class ProcedureStopped(Fact):
    """Provisional stay began: the procedure stands still (61-2-9(2))."""


class ProcedureResumed(Fact):
    """Provisional stay ended: the procedure goes on with the days that were left."""


class RightRestored(Fact):
    """A period for a hearing or an objection had not run out after all: the procedure had stood still (61-2-9(2))."""

    instance: str


class WindowRestored(Fact):
    """The three days for special permission had not run out after all: the procedure had stood still (61-2-9(2))."""


class OrderDoubted(Fact):
    """A breach: the order was issued while the procedure, as it proved later, stood still (61-2-9(2))."""


class OrderUpheld(Fact):
    """A person found that the doubted order stands."""


class StepsFoundDone(Fact):
    """A breach: steps were taken while the procedure, as it proved later, stood still (61-2-9(2))."""


class StepsWeighed(Fact):
    """A person decided what becomes of steps taken while the procedure stood still."""

    stand: bool


class GroundDoubted(Fact):
    """What the ground had arisen from was annulled: whether anything is left of the case is to be weighed."""


class GroundWeighed(Fact):
    """A person decided whether the case stands without what was annulled."""

    stands: bool


class DecisionAnnulled(Fact):
    """A court annulled the decision of an instance: it and all that rests on it never was (ACLA 32(1), 33)."""

    instance: str


class ProcedureBarred(Fact):
    """A status was granted that covers the ground: no step is taken any more (61-2-9(1))."""
