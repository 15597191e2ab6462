"""Lives beside the courts: suits against the deportation order, criminal cases, a travel restriction."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulation import leavers, suspects
from simulation.caseload_orders import sue
from simulation.caseload_recognition import Story
from simulation.lives import Life, keep_circumstances, on, working

if TYPE_CHECKING:
    from random import Random

_CRIMINAL, _SUIT = "CriminalCase", "CourtProceedings"
_TOLD: Final = {"content": "kept in the entry"}
_COURT: Final = {"court": "district court", **_TOLD}
_UNDER_CONDITIONS: Final[dict[str, Any]] = {
    "conditions": ["residence", "movement", "appearance"],
    "content": "an address, the prefecture, each month",
}


def sues(life: Life, _: Random, *, outcome: str = "") -> None:
    """Sued against the deportation order: pending, dismissed for good, or annulled and to be carried out."""
    case = leavers.await_removal(life, 160)
    sue(life, 120, case)
    if outcome:
        life.act(40, _SUIT, "judge", "clerk", outcome=outcome, **_COURT)
        life.act(20, _SUIT, "become_final", "clerk", final_on=on(22))


def prosecuted(life: Life, _: Random, *, standing: str, end: str = "") -> None:
    """The procedure goes on beside a criminal case; perhaps that ended with a fine."""
    keep_circumstances(life, 40)
    proceed(life, 38, standing)
    case = suspects.investigate(life, 35)
    life.act(34, case, "go_on_beside_criminal_case", "control")
    life.act(28, case, "begin_examination", "inspector", **leavers.REASONS)
    if end:
        life.act(6, _CRIMINAL, "end_proceedings", "control", how=end, **_TOLD)


def proceed(life: Life, day: int, standing: str) -> None:
    """Criminal proceedings begin."""
    life.open(day, _CRIMINAL, "begin_proceedings", "control", standing=standing, **_TOLD)


def sentence(life: Life, day: int, suspension: str) -> None:
    """A sentence of two years is pronounced, and final two weeks later."""
    passed = {"months": 24, "suspension": suspension, **_TOLD}
    life.act(day, _CRIMINAL, "pronounce", "control", **passed)
    life.act(day - 15, _CRIMINAL, "become_final", "control", final_on=on(day - 15))


def sentenced(life: Life, _: Random, *, serving: bool) -> None:
    """Ordered out and sentenced: to be served, or served with leave to execute the order and a release that is near."""
    leavers.await_removal(life, 200)
    proceed(life, 190, "accused")
    sentence(life, 100, "none")
    if serving:
        life.act(80, _CRIMINAL, "begin_service", "control")
        life.act(30, _CRIMINAL, "give_leave", "control", given_by="superintending_prosecutor", **_TOLD)
        release = {"reported_by": "parole_board", "kind": "parole", "release_on": on(-20), "in_writing": True}
        life.act(10, _CRIMINAL, "report_release", "control", **release)


def in_training(life: Life, _: Random) -> None:
    """In juvenile training; the deportation case is being investigated."""
    keep_circumstances(life, 70)
    life.open(65, _CRIMINAL, "begin_training", "control", **_TOLD)
    suspects.investigate(life, 60)


def may_not_leave(life: Life, _: Random) -> None:
    """Sentenced with a suspension, and forbidden to leave Japan: the order is not executed, not by detention either."""
    keep_circumstances(life, 95)
    proceed(life, 92, "accused")
    suspects.order(life, 80)
    sentence(life, 60, "whole")
    life.act(44, _CRIMINAL, "impose_restriction", "clerk", ground="342-2", **_TOLD)
    life.act(43, "Detention", "set_travel_conditions", "supervisor", notify_by=working(-5), **_UNDER_CONDITIONS)


COURTS: tuple[tuple[int, Story], ...] = (
    *((1, partial(sues, outcome=outcome)) for outcome in ("", "dismissed", "annulled")),
    (1, partial(prosecuted, standing="suspect")),
    *((1, partial(prosecuted, standing="accused", end=end)) for end in ("", "fined")),
    *((1, partial(sentenced, serving=serving)) for serving in (False, True)),
    (1, in_training),
    (1, may_not_leave),
)
"""Each story with its number of people."""
