"""What a criminal case puts on record; that it moves others is told by the facts of `enforcement_effects` too."""

from datetime import date

from engine.payload import Fact
from law.criminal import EndOfProceedings, LeaveGiver, ReleaseKind, Reporter, RestrictionGround
from law.facts import ProceedingsKind, Suspension


class ProceedingsBegan(Fact):
    """Proceedings of a kind began: criminal, a sentence that is served, juvenile training (63(1))."""

    kind: ProceedingsKind


class Indicted(Fact):
    """The suspect was indicted."""


class ProceedingsEnded(Fact):
    """Proceedings ended otherwise than by serving a sentence; where nobody is indicted a hand-over is open (64(1))."""

    how: EndOfProceedings
    immigration_crime: bool


class SentencePronounced(Fact):
    """A court pronounced a sentence of imprisonment; until it is final it counts nowhere."""

    months: int | None
    suspension: Suspension


class SentenceBecameFinal(Fact):
    """The sentence is final."""

    final_on: date


class SuspensionRevoked(Fact):
    """The suspension of a sentence was revoked; once pronounced it still keeps 61-2-9(4)(ii) out (A-46)."""


class LeaveGiven(Fact):
    """Leave to execute the order while the sentence is served (63(2))."""

    given_by: LeaveGiver


class LeaveWithdrawn(Fact):
    """The leave was taken back."""


class ReleaseReported(Fact):
    """A coming release was reported (62(3), (4)): hand-over on showing the order, or release on notice (64(2))."""

    reported_by: Reporter
    kind: ReleaseKind
    release_on: date


class LetOutOfService(Fact):
    """The person left the prison or the juvenile training school."""

    kind: ReleaseKind


class RestrictionImposed(Fact):
    """A travel restriction was imposed (63(3))."""

    ground: RestrictionGround
    last_day: date | None


class RestrictionEnded(Fact):
    """A travel restriction ended: lifted, fallen, or by its own term."""

    by_term: bool
