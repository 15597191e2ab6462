"""Provisional stay up to its running, for the stories that begin there, with a throw-away application."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from engine.case import Case, CaseStage, stage
from engine.declaration import Procedures, act, opening
from engine.payload import CaseState, Payload
from engine.position import Position
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from law.facts import Application, ApplicationKind, Ending, Grant, GrantKind, Material, ProvisionalStayPeriod
from tests.procedures.desk import Desk
from workflows.effects import ApplicationEnded, GrantTookEffect, ProvisionalStayEnded
from workflows.procedures import PROCEDURES

RI, HEAD, INSPECTOR, CLERK = "refugee_inquirer", "regional_bureau_head", "immigration_inspector", "bureau_clerk"
ICO = "immigration_control_officer"


class _Stage(CaseStage):
    PENDING = stage("pending", "Pending", "係属中", quiet="a throw-away application")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class _State(CaseState):
    filed_at: datetime
    ended: Ending | None = None
    ended_at: datetime | None = None
    granted_at: datetime | None = None


class End(Payload):
    """How the application ends."""

    ending: Ending


class AnApplication(Procedure[_State]):
    """A throw-away application for recognition."""

    en = "Application"
    ja = "申請"
    stages = _Stage
    state_type = _State

    @classmethod
    def bears(cls, case: Case[_State]) -> Iterable[object]:
        """The application as the rules ask for it."""
        state, kind = case.state, ApplicationKind.REFUGEE
        yield Application(case.id, kind, state.filed_at, Material.NONE, state.ended, state.ended_at)
        if state.granted_at is not None:
            yield Grant(GrantKind.RECOGNITION, state.granted_at, state.granted_at)

    @opening(by=Power.RECEIVE_FILING, basis=ICRRA("61-2"), ja="申請")
    def file(self) -> None:
        """File it."""
        self.begin(_State(filed_at=self.at), _Stage.PENDING)

    @act(by=Power.RECEIVE_FILING, at=_Stage.PENDING, basis=ICRRA("61-2-4(5)"), ja="終了")
    def end(self, body: End) -> None:
        """End it."""
        self.update(ended=body.ending, ended_at=self.at)
        self.record(ApplicationEnded(application=self.case_id, ending=body.ending))
        self.enter(_Stage.ENDED)

    @act(by=Power.HAND_OVER_DOCUMENTS, at=_Stage.PENDING, basis=ICRRA("61-2-2(2)"), ja="交付")
    def hand_over_card(self) -> None:
        """Hand over the card of a status after recognition."""
        self.update(granted_at=self.at)
        self.record(GrantTookEffect(kind=GrantKind.RECOGNITION))
        self.enter(_Stage.ENDED)


NO_EXCLUSION: dict[str, Any] = {
    "landed_on": "2025-01-06",
    "inadmissible_on_entry": False,
    "suspected_ground": False,
    "plainly_not_from_convention_danger": False,
    "flight_suspected": False,
    "reasons": "weighed",
}
TERMS = ["56-2(3)(i)", "56-2(3)(ii)", "56-2(3)(iii)"]


def desk_with_application(filed: str = "2025-03-03") -> tuple[Desk, str]:
    """A status-less person of clean record who applied."""
    kept_from = f"{filed}T06:00"
    one = Desk(Procedures((*PROCEDURES, AnApplication)))
    kept = one.open("Circumstances", "keep", kept_from, INSPECTOR)
    one.act(kept, "record_stays", kept_from, INSPECTOR, stays=[])
    one.act(kept, "record_sentences", kept_from, INSPECTOR, sentences=[])
    return one, one.open("AnApplication", "file", filed, CLERK)


def examined() -> tuple[Desk, str]:
    """The question of provisional stay is open, and no exclusion was found."""
    one, application = desk_with_application()
    stay = one.open("ProvisionalStay", "examine", "2025-03-04", RI, application=application)
    one.act(stay, "find_exclusions", "2025-03-05", RI, **NO_EXCLUSION)
    return one, stay


def running(last_day: str = "2025-09-08") -> tuple[Desk, str]:
    """Provisional stay runs from 10 March 2025 (delivery)."""
    one, stay = examined()
    one.act(stay, "permit", "2025-03-10T09:00", HEAD, last_day=last_day, conditions=TERMS, content="terms")
    one.act(stay, "hand_over_permit", "2025-03-10T10:00", INSPECTOR)
    return one, stay


def position(one: Desk) -> Position:
    """The person's position as it stands on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures)


def period(one: Desk) -> ProvisionalStayPeriod:
    """The period that the rules see."""
    return position(one).all(ProvisionalStayPeriod)[0]


def circumstances(one: Desk) -> str:
    """The case of the person's circumstances."""
    return next(iter(position(one).of("Circumstances"))).id


def application_of(one: Desk) -> str:
    """The throw-away application's case."""
    return next(iter(position(one).of("AnApplication"))).id


def how_it_ended(one: Desk) -> list[str]:
    """The ends of provisional stay on record."""
    return [fact.body.end for fact in one.register.facts(one.person) if isinstance(fact.body, ProvisionalStayEnded)]
