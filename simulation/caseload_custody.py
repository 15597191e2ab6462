"""Lives of people who are held: before the order and under it, the clocks of detention, treatment and review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulation import detainees, leavers, suspects
from simulation.caseload_liberty import LIBERTY
from simulation.caseload_recognition import Story
from simulation.lives import Life, keep_circumstances

if TYPE_CHECKING:
    from random import Random

_REASONS: Final = {"reasons": "stated"}
_BEFORE_COMMENCEMENT: Final = "2024-03-11T10:00:00+09:00"


def held_since(life: Life, _: Random, *, day: int, extended: bool = False, told: bool = False) -> None:
    """Held under a detention order since a day."""
    case = detainees.detain(life, day)
    if told:
        suspects.find(life, day - 3, case)
        suspects.tell_finding(life, day - 4, case)
        life.act(day - 5, case, "request_hearing", "clerk")
    if extended:
        life.act(day - 25, "Detention", "extend", "supervisor", days=30, reasons="the embassy has not answered")


def not_handed_over(life: Life, _: Random, *, hour: int) -> None:
    """Detained the day before yesterday and not handed over: the 48 hours run out today."""
    keep_circumstances(life, 3)
    life.wait_until(2, hour)
    suspects.screen(life, 2, detained=True)
    suspects.detain(life, 2)


def in_emergency(life: Life, _: Random) -> None:
    """Detained in an emergency since yesterday evening; the detention order is awaited."""
    keep_circumstances(life, 2)
    life.wait_until(1, 19)
    suspects.investigate(life, 1)
    why: dict[str, Any] = {
        "plain": True,
        "flight_before_order": True,
        "facility": suspects.ROOMS,
        "reasons": "a packed bag",
    }
    life.open(1, "Detention", "detain_in_emergency", "control", deportation="$Deportation", **why)


def released_late(life: Life, _: Random) -> None:
    """Not handed over in time, and released: the breach is on record, the investigation goes on."""
    keep_circumstances(life, 12)
    suspects.screen(life, 9, detained=True)
    suspects.detain(life, 9)
    life.act(6, "Detention", "release", "supervisor", why="not_handed_over", **_REASONS)


def isolated(life: Life, _: Random, *, days: int) -> None:
    """Kept apart from others for so many days."""
    detainees.detain(life, 28)
    life.act(days, "Treatment", "isolate", "director", ground="55-50(1)(i)", **_REASONS)


def needs_care(life: Life, _: Random) -> None:
    """Was in a protection room, for a night; care is owed since."""
    detainees.detain(life, 14)
    life.wait_until(4, 20)
    placed = {"ground": "55-53(1)(i)", "ordered_by_head": True}
    life.act(4, "Treatment", "place_in_room", "director", **placed, **_REASONS)
    life.act(4, "Treatment", "hear_doctor", "control", opinion="in the entry")
    life.act(3, "Treatment", "end_placing", "director")
    life.act(3, "Treatment", "find_care_needed", "director", ground="55-42(1)(i)", found="in the entry")


def set_free(life: Life, _: Random) -> None:
    """Set free in an earthquake, for there was no refuge inside: to be taken back."""
    detainees.detain(life, 21)
    plight = {"no_refuge_inside": True, "escort_impossible": True, "reasons": "an earthquake"}
    life.act(2, "Detention", "set_free_in_disaster", "head", **plight)


def died_in_detention(life: Life, _: Random) -> None:
    """Died while held: the family is to be told, and somebody to see to the burial."""
    detainees.detain(life, 17)
    leavers.die(life, 1)


def under_order(life: Life, _: Random, *, days: int, reviewed: int = 6, moved: bool = False) -> None:
    """Held under the deportation order for so many days, reviewed every three months."""
    keep_circumstances(life, days + 5)
    detainees.hold(life, days, reviewed=reviewed, moved=moved)


def commissioner_asked(life: Life, _: Random, *, commanded: bool) -> None:
    """The inspector said no and told the Commissioner, who has not answered, or commanded Sponsorship."""
    keep_circumstances(life, 105)
    detainees.hold(life, 100, reviewed=0)
    detainees.report(life, 6, first=True)
    detainees.find_not_appropriate(life, 5)
    if commanded:
        life.act(2, "DetentionReview", "command_sponsorship", "commissioner", reasons="a small child")


def held_before_commencement(life: Life, _: Random) -> None:
    """Held under the order since before 10 June 2024, and taken over lately: a plan and a report are owed."""
    keep_circumstances(life, 25)
    held = {"title": "deportation_order", "since": _BEFORE_COMMENCEMENT, "facility": detainees.CENTRE}
    life.open(20, "Detention", "take_over", "clerk", **held)
    detainees.treat(life, 18, 18)
    detainees.plan(life, 17)


CUSTODY: tuple[tuple[int, Story], ...] = (
    *((1, partial(held_since, day=day)) for day in (1, 28)),
    (1, partial(held_since, day=11, told=True)),
    (1, partial(held_since, day=38, extended=True)),
    *((1, partial(not_handed_over, hour=hour)) for hour in (8, 23)),
    (1, in_emergency),
    (1, released_late),
    *((1, partial(isolated, days=days)) for days in (10, 27)),
    (1, needs_care),
    (1, set_free),
    (1, died_in_detention),
    *((1, partial(under_order, days=days, reviewed=0)) for days in (35, 89, 90, 91, 92)),
    *((1, partial(under_order, days=days, moved=True)) for days in (135, 300, 605)),
    (1, partial(under_order, days=125, reviewed=0)),
    *((1, partial(commissioner_asked, commanded=commanded)) for commanded in (False, True)),
    (1, held_before_commencement),
    *LIBERTY,
)
"""Each story with its number of people; more of each than in life, for custody is rare and here to be seen."""
