"""Review of detention under the deportation order."""

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


class DetentionReview(Procedure[State]):
    """Review of detention under the deportation order."""

    en = "Review of detention under the deportation order"
    ja = "収容の見直し"
    stages = Stage
    state_type = State

    @opening(by=Power.DRAW_UP_PLAN, basis=ICRRA("52-8"), ja="収容の見直し", inner=True)
    def begin_review(self, body: DetentionFollowed) -> None:
        """Begin."""
        self.begin(State(), Stage.OPEN)

    @act(by=Power.DRAW_UP_PLAN, at=Stage.OPEN, basis=ICRRA("52-8"), ja="収容の見直し")
    def end(self) -> None:
        """End."""
        self.enter(Stage.ENDED)
