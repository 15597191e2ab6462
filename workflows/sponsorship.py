"""Sponsorship."""

from engine.case import CaseStage, stage
from engine.declaration import act, opening
from engine.payload import CaseState
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from workflows.papers.custody import ScreeningFollowed


class Stage(CaseStage):
    """Where it stands."""

    OPEN = stage("open", "Open", "係属中", quiet="skeleton")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class State(CaseState):
    """What is kept."""


class Sponsorship(Procedure[State]):
    """Sponsorship."""

    en = "Sponsorship"
    ja = "監理措置"
    stages = Stage
    state_type = State

    @opening(by=Power.DECIDE_SPONSORSHIP, basis=ICRRA("44-2"), ja="監理措置", inner=True)
    def consider_at_screening(self, body: ScreeningFollowed) -> None:
        """Begin."""
        self.begin(State(), Stage.OPEN)

    @act(by=Power.DECIDE_SPONSORSHIP, at=Stage.OPEN, basis=ICRRA("44-2"), ja="監理措置")
    def end(self) -> None:
        """End."""
        self.enter(Stage.ENDED)
