"""Lives of people who want, or are given, special permission to stay; at every step to its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from simulation import leavers, permissions, suspects
from simulation.caseload_deportation import accepted
from simulation.caseload_recognition import Story
from simulation.lives import Life, on

if TYPE_CHECKING:
    from random import Random

_SIGNED = suspects.SIGNED


def applied(life: Life, rng: Random, *, step: str) -> None:
    """Applied in time: pending, granted, refused and told so, or withdrawn and then not granted on own motion."""
    day = rng.randint(80, 200)
    case = accepted(life, day)
    permission = permissions.apply(life, day - 1, case, "a family of four")
    if step == "granted":
        permissions.grant(life, day - 60, permission)
        return
    if step in ("refused", "told"):
        permissions.refuse(life, day - 60, permission)
    if step == "told":
        life.act(day - 62, permission, "certify_refusal_received", "clerk", received_on=on(day - 62))
    if step == "withdrawn":
        life.act(day - 30, permission, "withdraw", "clerk", in_writing=True)
        permissions.refuse(life, day - 50, permissions.consider(life, day - 40, case))
    for notified in (day - 70, day - 145):
        if notified > 0:
            suspects.notify(life, notified)


def applied_late(life: Life, _: Random) -> None:
    """Applied after the waiver: the order is held until a person decides."""
    case = accepted(life, 12)
    life.act(12, case, "waive_special_permission", "supervisor", **_SIGNED)
    permissions.apply(life, 9, case, "a child was born")


def considered(life: Life, _: Random, *, step: str = "") -> None:
    """Considered on own motion; granted, the card to be handed over; or the order came before the decision."""
    case = accepted(life, 16)
    life.act(16, case, "waive_special_permission", "supervisor", **_SIGNED)
    permission = permissions.consider(life, 12, case)
    if step == "granted":
        permissions.give(life, 4, permission)
    elif step == "ordered":
        life.act(5, case, "issue_order", "supervisor", destination=leavers.country(life), **leavers.REASONS)


PERMISSION: tuple[tuple[int, Story], ...] = (
    *((1, partial(applied, step=step)) for step in ("pending", "refused", "told", "withdrawn")),
    (3, partial(applied, step="granted")),
    (1, applied_late),
    *((1, partial(considered, step=step)) for step in ("", "granted", "ordered")),
)
"""Each story with its number of people: a twentieth of all suspects is permitted to stay."""
