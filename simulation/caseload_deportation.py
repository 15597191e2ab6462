"""Lives of suspects in the deportation procedure, at every stage and at every end; in proportions of LAW §18.2."""

from __future__ import annotations

from functools import partial
from random import Random

from simulation import lives, suspects
from simulation.caseload_recognition import Story
from simulation.lives import Life, keep_circumstances, on

_STATED = {"reasons": "stated"}


def investigated(life: Life, rng: Random) -> None:
    """The investigation has begun."""
    day = rng.randint(3, 50)
    keep_circumstances(life, day)
    suspects.investigate(life, day)


def beside_criminal_case(life: Life, rng: Random) -> None:
    """Goes on beside a trial, without detention or Sponsorship."""
    day = rng.randint(60, 90)
    keep_circumstances(life, day)
    running = [{"kind": "criminal", "since": on(day + 10)}]
    life.act(day, "Circumstances", "record_proceedings", "control", proceedings=running)
    case = suspects.investigate(life, day)
    life.act(day - 5, case, "go_on_beside_criminal_case", "control")
    life.act(day - 20, case, "begin_examination", "inspector", **_STATED)


def notified(life: Life, rng: Random, *, screened: bool = False) -> None:
    """Told to the supervising inspector; perhaps screened, not yet handed over."""
    day = rng.randint(3, 20)
    keep_circumstances(life, day)
    case = suspects.investigate(life, day)
    life.act(day - 1, case, "notify", "control", **_STATED)
    if screened:
        outcome = {"outcome": "sponsorship", "sponsorship_considered": True, **_STATED}
        life.act(day - 1, case, "screen", "supervisor", **outcome)


def examined(life: Life, day: int, *, detained: bool = False) -> str:
    """Under the inspector's examination since a day."""
    keep_circumstances(life, day + 2)
    return suspects.examine(life, day + 1, detained=detained)


def under_examination(life: Life, rng: Random, *, detained: bool = False) -> None:
    """Under examination."""
    examined(life, rng.randint(3, 24 if detained else 40), detained=detained)


def not_deportable(life: Life, rng: Random) -> None:
    """No item of Article 24 applies."""
    day = rng.randint(30, 60)
    case = examined(life, day, detained=True)
    life.act(day - 5, case, "find", "inspector", outcome="no_ground", reasons="the permit was renewed in time")
    life.act(day - 5, "Detention", "release", "inspector", why="not_deportable", **_STATED)


def told(life: Life, ago: int) -> str:
    """The notice of the finding was received so many days ago."""
    case = examined(life, ago + 6)
    suspects.find(life, ago + 2, case)
    suspects.tell_finding(life, ago, case)
    return case


def found(life: Life, rng: Random) -> None:
    """Found deportable; the notice is to be served."""
    suspects.find(life, rng.randint(2, 6), examined(life, 8))


def open_to_hearing(life: Life, _: Random, *, ago: int) -> None:
    """Three days for a request for a hearing, from so many days ago."""
    told(life, ago)


def silence_accepted(life: Life, _: Random) -> None:
    """Silent, and the supervising inspector recorded why that counts as acceptance."""
    case = told(life, 45)
    life.act(20, case, "record_acceptance", "supervisor", counts_from=on(20), reasons="said so, and packed")


def hearing(life: Life, rng: Random) -> None:
    """A hearing is requested and appointed."""
    case = told(life, 7)
    life.act(6, case, "request_hearing", "clerk")
    held_at = f"+{rng.randint(5, 9)}d 13:30"
    life.act(5, case, "appoint_hearing", "hearing", held_at=held_at, place="room 4")


def upheld(life: Life, ago: int) -> str:
    """The finding was upheld; its notice was received so many days ago."""
    case = told(life, ago + 5)
    suspects.hear(life, ago + 4, case)
    suspects.tell_decision(life, ago, case)
    return case


def decided(life: Life, _: Random) -> None:
    """Upheld; the notice is to be served."""
    case = told(life, 9)
    suspects.hear(life, 8, case)


def open_to_objection(life: Life, _: Random, *, ago: int) -> None:
    """Three days for an objection, from so many days ago."""
    upheld(life, ago)


def objected(life: Life, rng: Random, *, steps: int) -> None:
    """Objected; forwarded; dismissed; told."""
    day = rng.randint(40, 120)
    case = upheld(life, day)
    life.act(day - 1, case, "object", "clerk", **suspects.OBJECTION)
    if steps > 1:
        life.act(day - 4, case, "forward_objection", "supervisor")
    if steps > 2:  # dismissed
        life.act(day - 30, case, "decide_objection", "head", outcome="deportable", reasons="stated")
    if day > 68:
        suspects.notify(life, day - 60)


def accepted(life: Life, ago: int) -> str:
    """The finding was accepted so many days ago: three days for special permission."""
    case = told(life, ago)
    life.act(ago, case, "accept_finding", "supervisor", **suspects.SIGNED)
    return case


def window(life: Life, _: Random, *, ago: int) -> None:
    """Three days for an application for special permission, from so many days ago."""
    accepted(life, ago)


def ordered(life: Life, rng: Random, *, end: str = "") -> None:
    """Ordered; perhaps withdrawn since, or left under it."""
    day = rng.randint(90, 400)
    keep_circumstances(life, day + 4)
    case = suspects.order(life, day)
    if end == "withdrawn":
        life.act(day - 40, case, "withdraw_order", "supervisor", **_STATED)
    elif end == "left":
        life.act(day - 30, "Circumstances", "record_departure", "inspector", on=on(day - 30))
    else:
        lives.prepare_removal(life, day - 20, life.person.nationality or "XA")


DEPORTATION: tuple[tuple[int, Story], ...] = (
    (3, investigated),
    (1, beside_criminal_case),
    (1, notified),
    (1, partial(notified, screened=True)),
    (1, under_examination),
    (1, partial(under_examination, detained=True)),
    (1, not_deportable),
    (1, found),
    *((1, partial(open_to_hearing, ago=ago)) for ago in (1, 3, 3, 14, 30)),
    (1, silence_accepted),
    (1, hearing),
    (1, decided),
    *((1, partial(open_to_objection, ago=ago)) for ago in (2, 3, 20)),
    *((1, partial(objected, steps=steps)) for steps in (1, 2, 3)),
    *((1, partial(window, ago=ago)) for ago in (2, 3, 25)),
    (2, ordered),
    *((1, partial(ordered, end=end)) for end in ("withdrawn", "left")),
)
"""Suspects, each story with its number of people."""
