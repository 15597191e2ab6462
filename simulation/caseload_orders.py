"""Lives with an order beside the deportation order: the penal order to leave, the order to apply for a passport."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulation import leavers
from simulation.caseload_recognition import Story
from simulation.lives import Life, on, working

if TYPE_CHECKING:
    from random import Random

_PENAL, _PASSPORT = "PenalOrder", "PassportOrder"
_OBSTRUCTED: Final[dict[str, Any]] = {
    "reasons": ["55-2(1)(ii)"],
    "risk_of_the_like": True,
    "appropriate": True,
    "period_reasonable": True,
    "stated": "resisted on board, and says that it will be so again",
}
_COMMAND: Final[dict[str, Any]] = {
    "needed_for_removal": True,
    "period_reasonable": True,
    "reasons": "the embassy asks for it",
}


def obstruct(life: Life, day: int) -> str:
    """Resist a removal by force, 20 days after the order; returns the deportation case."""
    case = leavers.await_removal(life, day + 20, assessment=leavers.LOOKED_INTO)
    leavers.plan(life, day + 3, day)
    leavers.fail(life, day, "obstructed", obstructed_by="force")
    return case


def consider(life: Life, day: int, name: str = _PENAL) -> None:
    """Consider a penal order, and hear the person on it."""
    life.open(day, _PENAL, "consider", "supervisor", name)
    life.act(day, name, "hear", "supervisor", on=on(day), opinion="kept in the entry")


def issue(life: Life, day: int, last_day: int) -> None:
    """Issue a penal order for the obstruction."""
    life.act(day, _PENAL, "issue", "supervisor", last_day=working(last_day), **_OBSTRUCTED)


def bind(life: Life, day: int, last_day: int) -> str:
    """Considered, issued and handed over on one day, a week after the obstruction; returns the deportation case."""
    case = obstruct(life, day + 7)
    consider(life, day)
    issue(life, day, last_day)
    life.act(day, _PENAL, "hand_over", "supervisor")
    return case


def considered(life: Life, _: Random) -> None:
    """Considered once and dropped; considered again, the person is to be heard."""
    obstruct(life, 50)
    consider(life, 40, "first")
    life.act(30, "first", "drop", "supervisor", reasons="promised to leave")
    life.open(5, _PENAL, "consider", "supervisor")


def issued(life: Life, _: Random) -> None:
    """Issued; the paper is to be handed over."""
    obstruct(life, 16)
    consider(life, 9)
    issue(life, 3, -30)


def binds(life: Life, _: Random, *, day: int = 15, end: str = "") -> None:
    """In force; its period over; withdrawn; left under it; or the deportation order was withdrawn."""
    case = bind(life, day, day - 45)
    if end == "withdrawn":
        life.act(4, _PENAL, "withdraw", "supervisor", reasons="the passport was found")
    elif end == "left":
        leavers.leave(life, 4)
    elif end == "order_withdrawn":
        life.act(4, case, "withdraw_order", "supervisor", reasons="a new fact came up")


def stayed(life: Life, _: Random) -> None:
    """A court stays the execution of the deportation order: both orders beside it stand still."""
    case = bind(life, 30, -20)
    command(life, 28, -25)
    life.act(28, _PASSPORT, "hand_over", "supervisor")
    sue(life, 14, case)
    stay = {"scope": "execution", "term": "judgment", "days_after": 14, "court": "district court"}
    life.act(8, "CourtProceedings", "order_stay", "clerk", **stay)


def sue(life: Life, day: int, case: str) -> None:
    """Sue against the deportation order, and ask for a stay."""
    suit = {"attacked": "deportation_order", "case": f"${case}", "known_on": on(day), "court": "district court"}
    life.open(day, "CourtProceedings", "file_suit", "clerk", **suit)
    life.act(day, "CourtProceedings", "seek_stay", "clerk", scope="execution", reasons="a family of four")


def died(life: Life, _: Random) -> None:
    """Died while both orders were in preparation."""
    obstruct(life, 40)
    consider(life, 30)
    command(life, 28, 5)
    leavers.die(life, 20)


def command(life: Life, day: int, last_day: int, act: str = "52(12)", name: str = _PASSPORT) -> None:
    """Command in writing what the removal needs of the person."""
    body = {"acts": [act], "last_day": working(last_day), **_COMMAND}
    life.open(day, _PASSPORT, "command", "supervisor", name, **body)


def commanded(life: Life, _: Random) -> None:
    """An order to be handed over."""
    leavers.await_removal(life, 40)
    command(life, 3, -30)


def reports(life: Life, _: Random) -> None:
    """Had the photograph taken as commanded; a second order was withdrawn; a third commands an interview, and runs."""
    leavers.await_removal(life, 130)
    command(life, 100, 60, "48-2(ii)", "first")
    life.act(99, "first", "hand_over", "supervisor")
    life.act(90, "first", "record_done", "control", commanded="48-2(ii)", on=on(90))
    command(life, 50, 10, "48-2(i)", "second")
    life.act(45, "second", "withdraw", "supervisor", reasons="not needed any more")
    command(life, 20, -25, "48-2(iii)", "third")
    life.act(19, "third", "hand_over", "supervisor")
    asked = {"commanded": "48-2(iii)", "asked_by": "embassy", "on": on(7)}
    life.act(7, "third", "record_demand", "control", **asked)


def did_not_apply(life: Life, _: Random) -> None:
    """Did not apply for a passport by the day."""
    leavers.await_removal(life, 90)
    command(life, 60, 20)
    life.act(59, _PASSPORT, "hand_over", "supervisor")


def not_needed_any_more(life: Life, _: Random) -> None:
    """The deportation order was withdrawn while the passport was awaited."""
    case = leavers.await_removal(life, 70)
    command(life, 40, -10)
    life.act(39, _PASSPORT, "hand_over", "supervisor")
    life.act(6, case, "withdraw_order", "supervisor", reasons="a child was born")


ORDERS: tuple[tuple[int, Story], ...] = (
    (1, considered),
    (1, issued),
    *((1, partial(binds, end=end)) for end in ("", "withdrawn", "left", "order_withdrawn")),
    (1, partial(binds, day=75)),
    (1, stayed),
    (1, died),
    (1, commanded),
    (1, reports),
    (1, did_not_apply),
    (1, not_needed_any_more),
)
"""Both orders are rare; they are here to be seen."""
