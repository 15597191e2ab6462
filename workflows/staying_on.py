"""Staying on beyond what was allowed: the item of Article 24 that arises from it, and what a person does about it.

It is shared by what may end in it without a deportation case: a revoked status, a landing for temporary refuge. The
engine opens no deportation case by itself: Article 24 says "may", and a control officer decides.
"""

from datetime import date
from typing import Any, TypeVar

from engine.case import CaseStage, DutyKind
from engine.declaration import act, upon
from engine.payload import CaseState, Fact, Instant, Payload, Text
from engine.procedure import Procedure
from engine.refusal import because, unless
from law.citation import ICRRA
from law.competence import Power
from law.custody import Sponsored
from law.facts import Ground
from law.finding import Answer, Finding
from law.policies import PROMPTLY
from law.sponsorship import remaining_is_punished
from workflows.departure_order_record import ExposedToPenalty
from workflows.deportation_record import InvestigationBegun
from workflows.papers.deportation import Reasoned, SuspectedGround, Suspicion


class StayingState(CaseState):
    """The item of Article 24 that has arisen, and the day from which it exists."""

    ground: Ground | None = None
    ground_since: date | None = None


T = TypeVar("T", bound=StayingState)


class StayedOn(Fact):
    """The person stayed on beyond what was allowed: an item of Article 24 applies, and nothing follows by itself."""

    ground: Ground
    since: date


class InvestigationDeclined(Fact):
    """A control officer decided not to investigate for now; the item stays what it is."""


class ToInvestigate(Payload):
    """The beginning of an investigation on the ground that has arisen."""

    appeared_at: Instant | None = None
    """Came to an office before, intending to leave promptly (confirmation 71-2)."""
    appeared_in_office_hours: bool | None = True
    reasons: Text


CONSIDER_INVESTIGATION = DutyKind(
    "consider_investigation",
    en="Consider an investigation on the ground that has arisen",
    ja="違反調査の要否の検討",
    by=Power.INVESTIGATE_VIOLATION,
    basis=(ICRRA("24"), ICRRA("27")),
    within=PROMPTLY,
)
_NOT_ARISEN = because(
    "no_ground_has_arisen",
    ICRRA("24"),
    ICRRA("27"),
    en="No ground of deportation waits here to be considered.",
    ja="検討を要する退去強制事由がない。",
    remedy="Begin an investigation on another ground, if there is one.",
)


def ground_waits(case: Procedure[Any]) -> Finding[Answer]:
    """Whether a ground has arisen here about which nobody has decided yet."""
    owed = case.owes(CONSIDER_INVESTIGATION)
    return unless(owed, _NOT_ARISEN)


class StayingOn(Procedure[T]):
    """What may end with a person staying on though he or she should have left."""

    @property
    def after_considering(self) -> CaseStage:
        """Where the case stands once somebody has decided about an investigation."""
        raise NotImplementedError

    def stays_on(self, ground: Ground, since: date, offence: str) -> None:
        """Put the ground on record, the exposure to punishment, and the duty to consider an investigation."""
        self.update(ground=ground, ground_since=since)
        self.record(StayedOn(ground=ground, since=since))
        if remaining_is_punished(offence, self.position.all(Sponsored), self.position.custody, self.at):
            self.record(ExposedToPenalty(article=offence))
        self.owe(CONSIDER_INVESTIGATION)

    @act(
        by=Power.INVESTIGATE_VIOLATION,
        basis=(ICRRA("24"), ICRRA("27")),
        when=(ground_waits,),
        ja="違反調査の開始",
    )
    def investigate(self, body: ToInvestigate) -> None:
        """Begin the investigation on the ground that has arisen: a deportation case opens."""
        if self.state.ground is not None and self.state.ground_since is not None:
            suspected = SuspectedGround(ground=self.state.ground, since=self.state.ground_since)
            paper = Suspicion(
                grounds=(suspected,),
                appeared_at=body.appeared_at,
                appeared_in_office_hours=body.appeared_in_office_hours,
                reasons=body.reasons,
            )
            self.open("Deportation", "investigate", paper)
        self._is_considered()

    @act(
        by=Power.INVESTIGATE_VIOLATION,
        basis=(ICRRA("24"), ICRRA("27")),
        when=(ground_waits,),
        ja="違反調査をしないことの記録",
    )
    def decline_investigation(self, body: Reasoned) -> None:
        """Decide, with reasons, not to investigate for now."""
        self.record(InvestigationDeclined())
        self._is_considered()

    @upon(InvestigationBegun, basis=(ICRRA("24"), ICRRA("27")))
    def is_investigated(self, fact: InvestigationBegun) -> None:
        """A deportation case was opened on the ground: it is considered."""
        if self.state.ground in fact.grounds and not self.case.stage.closed:
            self._is_considered()

    def _is_considered(self) -> None:
        self.discharge(CONSIDER_INVESTIGATION)
        self.enter(self.after_considering)
