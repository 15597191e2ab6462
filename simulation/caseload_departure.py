"""Lives of people who came by themselves to leave: the departure order, from its making to whatever became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulation import leavers
from simulation.caseload_recognition import Story
from simulation.lives import Life, on, working

if TYPE_CHECKING:
    from random import Random

_CASE: Final = "DepartureOrder"
_ASKED: Final = {"in_person": True, "cause": "transport", "content": "the flight is cancelled"}
_EXTENDED: Final[dict[str, Any]] = {"not_the_persons_fault": True, "reasons": "no flight before"}


def on_the_way(life: Life, rng: Random, *, back: bool = False) -> None:
    """Appeared to leave: with the inspector, or sent back."""
    day = rng.randint(10, 150)
    case = leavers.appear(life, day)
    if back:
        life.act(day - 4, case, "send_back", "inspector", **leavers.REASONS)
        life.act(day - 6, case, "close_investigation", "control", **leavers.REASONS)


def due(life: Life, rng: Random) -> None:
    """Found eligible; departure is to be ordered."""
    leavers.find_eligible(life, rng.randint(1, 4))


def ordered(life: Life, rng: Random) -> None:
    """Ordered to depart, the deadline is to come."""
    day = rng.randint(2, 5)
    leavers.order_departure(life, day, day - 15)


def extension_asked(life: Life, _: Random, *, extended: bool) -> None:
    """Asked for an extension in time; it is undecided, or granted."""
    leavers.order_departure(life, 14, 0)
    life.act(12, _CASE, "request_extension", "clerk", **_ASKED)
    if extended:
        life.act(11, _CASE, "extend", "supervisor", deadline=working(-20), **_EXTENDED)
        life.act(10, _CASE, "certify_paper_received", "clerk", paper="new_deadline", received_on=on(10))


def deadline_over(life: Life, _: Random) -> None:
    """The deadline passed while an extension was undecided: a person decides what follows."""
    leavers.order_departure(life, 16, 2)
    life.act(14, _CASE, "request_extension", "clerk", **_ASKED)


def left(life: Life, _: Random, *, ago: int, told: bool = False) -> None:
    """Left in time under the order; perhaps long enough ago that landing is denied no more."""
    leavers.order_departure(life, ago + 3, ago - 10)
    leavers.leave_under_order(life, ago)
    if told:
        received = {"received_on": on(ago - 10), "way": "post"}
        life.act(ago - 10, "LandingDenial", "certify_notice_received", "clerk", **received)


def missed(life: Life, _: Random) -> None:
    """Stayed beyond the deadline: 24(viii), and a deportation case opened by itself."""
    leavers.order_departure(life, 21, 8)


def revoked(life: Life, _: Random, *, wound_up: bool) -> None:
    """Worked against a condition: revoked, and a deportation case opened by itself."""
    leavers.order_departure(life, 24, 10)
    life.act(22, _CASE, "revoke", "supervisor", broken=["50-52(iv)"], **leavers.REASONS)
    if wound_up:
        life.act(21, _CASE, "certify_paper_received", "clerk", paper="revocation", received_on=on(21))
        life.act(21, _CASE, "take_back_order", "inspector", taken_back=True)


def revocation_annulled(life: Life, _: Random, *, weighed: bool) -> None:
    """Revoked, and a court annulled that: somebody weighs what follows, or has found that nothing does."""
    leavers.order_departure(life, 124, 110)
    life.act(122, _CASE, "revoke", "supervisor", broken=["50-52(iv)"], **leavers.REASONS)
    final = {"judgment": "annuls the revocation", "final_on": on(5), "served_on": on(20)}
    life.act(4, _CASE, "record_annulment", "clerk", **final)
    if weighed:
        life.act(2, _CASE, "weigh_annulment", "supervisor", order_again=False, **leavers.REASONS)


def died(life: Life, _: Random) -> None:
    """Died before the deadline."""
    leavers.order_departure(life, 20, 6)
    leavers.die(life, 18)


DEPARTURE: tuple[tuple[int, Story], ...] = (
    (1, on_the_way),
    (1, partial(on_the_way, back=True)),
    (3, due),
    (2, ordered),
    *((1, partial(extension_asked, extended=extended)) for extended in (False, True)),
    (1, deadline_over),
    (1, partial(left, ago=25)),
    (1, partial(left, ago=440, told=True)),
    (1, missed),
    *((1, partial(revoked, wound_up=wound_up)) for wound_up in (False, True)),
    *((1, partial(revocation_annulled, weighed=weighed)) for weighed in (False, True)),
    (1, died),
)
"""Each story with its number of people: half of the suspects whose case is closed get a departure order."""
