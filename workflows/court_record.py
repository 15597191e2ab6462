"""What court proceedings put on record; that they changed is told by `enforcement_effects.CourtStaysChanged`."""

from datetime import date

from engine.payload import Fact
from law.court import Attacked, JudgmentOutcome, StayEnd, StayTerm, SuitKind
from law.facts import CourtStayScope
from law.finding import Answer


class SuitFiled(Fact):
    """A suit was filed. Whether in time is shown, with the last days; the court decides it (ACLA 14)."""

    kind: SuitKind
    attacked: Attacked
    case: str
    in_time: Answer
    last_day_from_knowledge: date | None
    last_day_from_act: date | None


class SuitFoundLate(Fact):
    """By the count a limit of the suit had passed; the court decides whether that matters, or is excused (ACLA 14)."""

    justifiable_reason_claimed: bool


class CourtStaySought(Fact):
    """A stay was applied for (ACLA 25(2)); the application alone stops nothing."""

    scope: CourtStayScope


class CourtStayNotOrdered(Fact):
    """The application for a stay ended without one."""


class CourtStayOrdered(Fact):
    """A court ordered a stay (ACLA 25(2)), or another one in place of the one that ran."""

    scope: CourtStayScope
    term: StayTerm
    last_day: date | None
    in_place_of_another: bool = False


class ImmediateAppealLodged(Fact):
    """The State appealed immediately against a stay; that suspends nothing (ACLA 25(7), (8))."""


class ImmediateAppealDismissed(Fact):
    """The immediate appeal of the State failed: the stay stands."""


class PrimeMinisterObjected(Fact):
    """The Prime Minister objected with reasons (ACLA 27(1)-(3)); the stay stands until the court cancels it."""

    during_stay: bool


class CourtStayEnded(Fact):
    """A stay ended."""

    end: StayEnd


class SuitJudged(Fact):
    """A judgment was given; until it is final it changes nothing in the disposition."""

    outcome: JudgmentOutcome


class JudgmentBecameFinal(Fact):
    """The judgment became final; one that sets the disposition aside binds the agencies (ACLA 32, 33)."""

    outcome: JudgmentOutcome


class JudgmentCarriedOut(Fact):
    """The case of the disposition holds what the judgment says, or it was carried out otherwise."""


class SuitEnded(Fact):
    """The suit ended without a judgment on it."""
