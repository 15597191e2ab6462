"""Treatment of a detainee."""

from engine.case import CaseStage, stage
from engine.declaration import act, opening
from engine.payload import CaseState
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from workflows.papers.custody import DetentionFollowed


class Stage(CaseStage):
    """Where it stands."""

    OPEN = stage("open", "Open", "係属中", quiet="skeleton")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class State(CaseState):
    """What is kept."""


class Treatment(Procedure[State]):
    """Treatment of a detainee."""

    en = "Treatment of a detainee"
    ja = "被収容者の処遇"
    stages = Stage
    state_type = State

    @opening(by=Power.TREAT_DETAINEE, basis=ICRRA("55-18"), ja="被収容者の処遇", inner=True)
    def begin_treatment(self, body: DetentionFollowed) -> None:
        """Begin."""
        self.begin(State(), Stage.OPEN)

    @act(by=Power.TREAT_DETAINEE, at=Stage.OPEN, basis=ICRRA("55-18"), ja="被収容者の処遇")
    def end(self) -> None:
        """End."""
        self.enter(Stage.ENDED)
