"""Lives under a deportation order: removal, departure at own expense, and the denial of landing after either."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulation import leavers
from simulation.caseload_recognition import Story
from simulation.lives import Life, on

if TYPE_CHECKING:
    from random import Random

_OWN_EXPENSE: Final = "OwnExpenseDeparture"
_DENIAL: Final = "LandingDenial"
_OVERSTAY: Final = ["24(iv)(ro)"]
_JUDGMENT: Final = "annuls what the denial rests on"


def planned(life: Life, _: Random, *, failed: bool) -> None:
    """A removal is planned; perhaps the captain took nobody on board the first time."""
    leavers.await_removal(life, 60, assessment=leavers.LOOKED_INTO)
    if failed:
        leavers.plan(life, 30, 24)
        leavers.fail(life, 24, "captain_refused")
    leavers.plan(life, 6, -4)


def police_asked(life: Life, _: Random) -> None:
    """Lives far away: the police is asked to execute the order."""
    leavers.await_removal(life, 45)
    asked = {"authority": "police", "officers_lacking": True, **leavers.REASONS}
    life.act(9, "Enforcement", "ask_police", "supervisor", **asked)


def removed_against_gate(life: Life, _: Random) -> None:
    """Was put on a flight that nobody had authorised: a breach, with the rows of the table that were closed."""
    leavers.await_removal(life, 70)
    leavers.plan(life, 32, 30)
    life.act(30, "Enforcement", "record_removal_against_gate", "control", reasons="put on the flight of the day")


def applies_to_leave(life: Life, _: Random) -> None:
    """Asked to leave at own expense, was refused, asked again and gave it up, and asked a third time."""
    leavers.await_removal(life, 90)
    leavers.ask_to_leave(life, 60, 40, "first")
    life.act(58, "first", "refuse", "supervisor", reasons="no ticket was shown")
    leavers.ask_to_leave(life, 40, 30, "second")
    life.act(38, "second", "give_up", "clerk")
    leavers.ask_to_leave(life, 3, -12, "third")


def may_leave(life: Life, _: Random, *, step: str = "") -> None:
    """Permitted to leave at own expense; with the decision of one year, or without; perhaps that ended."""
    leavers.await_removal(life, 60)
    leavers.ask_to_leave(life, 12, -6)
    leavers.permit_to_leave(life, 10, -6)
    if step == "one_year":
        leavers.decide_one_year(life, 8, -11)
    elif step == "withdrawn":
        life.act(4, _OWN_EXPENSE, "withdraw_permission", "supervisor", reasons="was not at the address")
    elif step == "order_withdrawn":
        life.act(4, "Deportation", "withdraw_order", "supervisor", reasons="a new fact came up")


def left_at_own_expense(life: Life, _: Random, *, one_year: bool) -> None:
    """Left under the permission, perhaps in time for the denial of one year."""
    leavers.await_removal(life, 80)
    leavers.ask_to_leave(life, 62, 50)
    leavers.permit_to_leave(life, 60, 50)
    if one_year:
        leavers.decide_one_year(life, 58, 45)
    leavers.leave_at_own_expense(life, 49)
    if one_year:
        life.act(40, _DENIAL, "certify_notice_received", "clerk", received_on=on(40), way="post")


def left_before_permission(life: Life, _: Random) -> None:
    """Asked to leave at own expense, and left before anybody had answered."""
    leavers.await_removal(life, 75, assessment=leavers.LOOKED_INTO)
    leavers.ask_to_leave(life, 33, 20)
    leavers.leave(life, 28)


def denied(life: Life, _: Random, *, left: int = 500, end: str = "", **known: Any) -> None:  # noqa: ANN401
    """Left before the cases were kept here, and wants to land again."""
    leavers.record_leaving(life, 12, left, **{"leaving": "removed", "grounds": _OVERSTAY, "before": False} | known)
    if end == "annulled":
        final = {"judgment": _JUDGMENT, "final_on": on(9), "served_on": on(20)}
        life.act(8, _DENIAL, "record_annulment", "clerk", **final)
    elif end == "set_aside":
        judged = {"relief": "4-2(1)(ii)", "appropriate": True, "reasons": "the spouse is a national"}
        life.act(5, _DENIAL, "set_aside", "minister", **judged)


REMOVAL: tuple[tuple[int, Story], ...] = (
    *((1, partial(planned, failed=failed)) for failed in (False, True)),
    (1, police_asked),
    (1, removed_against_gate),
    (1, applies_to_leave),
    *((1, partial(may_leave, step=step)) for step in ("", "one_year", "withdrawn", "order_withdrawn")),
    *((1, partial(left_at_own_expense, one_year=one_year)) for one_year in (False, True)),
    (1, left_before_permission),
)
"""Each story with its number of people; most of those who leave under an order leave at own expense."""

RETURN: tuple[tuple[int, Story], ...] = (
    (1, partial(denied, leaving="own_expense", before=True, own_expense_decision_kept=True)),
    (1, partial(denied, grounds=["24(iv)(yo)"])),
    (1, partial(denied, grounds=["24(iv-3)"])),
    (1, partial(denied, left=3000, before=True)),
    *((1, partial(denied, end=end)) for end in ("annulled", "set_aside")),
)
"""People of whom nothing but an earlier departure is on record."""
