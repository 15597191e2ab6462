"""Where an exploration begins: at the end of a known way."""

from __future__ import annotations

from tests.lives.explorer import Reached
from tests.lives.life import Life
from tests.lives.paths import PATHS
from tests.lives.taken import Watched
from tests.lives.walker import Walker
from tests.lives.way import follow
from workflows.procedures import PROCEDURES

WAY_SEEDS = 12


def beginning(name: str) -> Reached:
    """The end of a known way, from the first seed that leads there."""
    for seed in range(WAY_SEEDS):
        life = Life(Watched(PROCEDURES))
        walker = Walker(seed, life)
        if follow(walker, PATHS[name]):
            return Reached(life.dossier, walker.now, (name,))
    raise AssertionError(f"{name} does not lead to its end")
