"""A small procedure that is judged by the notice of countries: a journey to a destination that is missing from it."""

from collections.abc import Iterable
from typing import Any

from engine.case import CaseStage, stage
from engine.declaration import Procedures, act, opening
from engine.payload import CaseState, Fact, Nothing, Payload, Text
from engine.procedure import Procedure
from engine.view import View
from law.citation import PRACTICE
from law.competence import Power
from law.country_notice import destination_is_missing
from law.finding import Answer, Finding
from workflows.circumstances import Circumstances

BASIS = PRACTICE("a journey")


class Stage(CaseStage):
    """Where a journey stands."""

    PLANNED = stage("planned", "Planned", "計画", quiet="nothing is owed")


class State(CaseState):
    """What is kept."""

    notices: tuple[str, ...] = ()
    """Of each setting out, the notice that it was judged by."""


class Destination(Payload):
    """Where to, and a word about it."""

    country: str
    remark: Text = "none"


class SetOut(Fact):
    """A journey to a country that is missing from a notice."""

    country: str
    notice: str


def _home_is_missing(view: View[State]) -> Finding[Answer]:
    """Whether the country XA is missing from the notice."""
    return destination_is_missing(view.considered.country_notice, "XA")


class Journey(Procedure[State]):
    """A journey that is possible only to countries that are missing from the notice."""

    en, ja = "Journey", "渡航"
    stages, state_type = Stage, State

    @classmethod
    def bears(cls, case: Any) -> Iterable[object]:
        """Nothing."""
        return ()

    @opening(by=Power.EXAMINE, basis=BASIS, ja="計画")
    def plan(self, _: Nothing) -> None:
        """Plan it."""
        self.begin(State(), Stage.PLANNED)

    @act(by=Power.EXAMINE, at=Stage.PLANNED, basis=BASIS, ja="出発", considers=True)
    def set_out(self, body: Destination) -> None:
        """Set out for a country that is missing from the notice."""
        notice = self.considered.country_notice
        self.require(destination_is_missing(notice, body.country))
        number = "" if notice is None else notice.number
        self.update(notices=(*self.state.notices, number))
        self.record(SetOut(country=body.country, notice=number))

    @act(by=Power.EXAMINE, at=Stage.PLANNED, when=(_home_is_missing,), basis=BASIS, ja="帰国", considers=True)
    def go_home(self) -> None:
        """Go home, which is seen before anybody types anything."""

    @act(by=Power.EXAMINE, at=Stage.PLANNED, when=(_home_is_missing,), basis=BASIS, ja="夢想")
    def dream(self) -> None:
        """Ask without considering anything: what is not declared is not looked up."""


PROCEDURES = Procedures((Circumstances, Journey))
