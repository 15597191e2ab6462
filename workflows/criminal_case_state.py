"""What every step of a criminal case shares: stages, state, moves that others must hear of."""

from datetime import date, datetime
from typing import Final

from engine.case import CaseStage, stage
from engine.payload import CaseState
from engine.procedure import Procedure
from law.criminal import LeaveGiver
from law.facts import ProceedingsKind, Sentence
from workflows.enforcement_effects import ProceedingsChanged

_ELSEWHERE: Final = "criminal justice acts, and reports what happens"


class Stage(CaseStage):
    """Where a criminal case stands."""

    SUSPECTED = stage("suspected", "Under investigation", "捜査中", quiet=_ELSEWHERE)
    INDICTED = stage("indicted", "Indicted", "公訴係属中", quiet=_ELSEWHERE)
    SENTENCE_TO_SERVE = stage("sentence_to_serve", "Sentence final, not being served", "刑の執行待ち", quiet=_ELSEWHERE)
    SERVING = stage("serving", "Sentence being served", "刑の執行中", quiet=_ELSEWHERE)
    JUVENILE_TRAINING = stage("juvenile_training", "In juvenile training", "少年院在院中", quiet=_ELSEWHERE)
    RESTRICTED = stage(
        "restricted", "Over but for a travel restriction", "出国の制限のみ継続中", quiet="a court lifts it, or it falls"
    )
    ENDED = stage("ended", "Ended", "終了", closed=True)


KINDS: Final[dict[CaseStage, ProceedingsKind]] = {
    Stage.SUSPECTED: ProceedingsKind.CRIMINAL,
    Stage.INDICTED: ProceedingsKind.CRIMINAL,
    Stage.SENTENCE_TO_SERVE: ProceedingsKind.CRIMINAL,
    Stage.SERVING: ProceedingsKind.SENTENCE,
    Stage.JUVENILE_TRAINING: ProceedingsKind.JUVENILE_TRAINING,
}
"""What kind of proceedings runs at a stage (63(1)); a sentence that waits to be served knows no leave either."""
INSIDE: Final = (Stage.SERVING, Stage.JUVENILE_TRAINING)


class State(CaseState):
    """What is kept of a criminal case."""

    since: date
    immigration_crime: bool = False
    sentence: Sentence | None = None
    pronounced_on: date | None = None
    leave: LeaveGiver | None = None
    """Leave to execute the order while the sentence is served."""
    release_on: date | None = None
    """The reported day of release."""
    restricted_since: datetime | None = None
    """Since when a travel restriction runs."""


class CriminalCaseSteps(Procedure[State]):
    """A criminal case, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def go_to(self, to: Stage) -> None:
        """Move to another stage, and tell the cases that wait for the end of proceedings, or for leave."""
        self.update(leave=None, release_on=None)
        self.enter(to)
        self.record(ProceedingsChanged())

    def conclude(self) -> None:
        """Proceedings are over; a travel restriction that runs keeps the case open."""
        self.go_to(Stage.ENDED if self.state.restricted_since is None else Stage.RESTRICTED)
