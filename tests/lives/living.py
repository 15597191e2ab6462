"""Lives from seeds: lived until something breaks; what breaks is cut down to the fewest steps that still break it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from traceback import extract_tb
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from engine.command import Command
from engine.refusal import Defect
from law.country_notice import CountryNotice
from tests.lives.life import Life, Step
from tests.lives.paths import GOING, PATHS
from tests.lives.walker import Walker
from tests.lives.way import Way, cross, follow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.lives.taken import Watched

STEPS = 20
"""Of a life, after the known way on which it may begin."""
ON_A_WAY = 0.7
CROSSES = 0.15
"""How often another way is gone after it, as far as that is possible then."""
STRAYING = 0.1
EXPLAINED = 0.06
REPLAYED = 0.02
GOES = 0.1
"""How often the person leaves or dies at the end of the way."""
MOST_PASSES = 20


class Broken(AssertionError):
    """A promise does not hold, with the steps that show it."""


@dataclass
class Tally:
    """What was lived."""

    lives: int = 0
    steps: int = 0
    filed: int = 0
    late: int = 0
    contested: int = 0
    removable: int = 0

    def add(self, life: Life) -> None:
        """Count a life."""
        self.lives += 1
        self.steps += len(life.steps)
        self.filed += len(life.history)
        self.late += life.late
        self.contested += sum(one.contested for one in life.history)
        self.removable += life.removable


def live(house: Watched, seed: int, tally: Tally, *, lacking: bool = False) -> None:
    """Live a life.

    Args:
        house: the procedures, watched.
        seed: what the life is drawn from.
        tally: where it is counted.
        lacking: whether ways and acts are preferred of which something was never taken yet.

    Raises:
        Broken: with a script that shows it.
    """
    life = Life(house)
    walker = Walker(seed, life, house.wanted() if lacking else frozenset())
    try:
        _live(walker, _way(walker, house.lacking() if lacking else frozenset()))
    except Exception as error:
        raise Broken(told(house, life.steps, error, seed)) from error
    tally.add(life)


def _way(walker: Walker, lacking: frozenset[str]) -> Way:
    """The way on which a life begins, if it begins on one."""
    if not lacking and walker.random.random() > ON_A_WAY:
        return ()
    names = sorted(PATHS)
    weights = [1 + 9 * any(leg.procedure in lacking for leg in PATHS[name]) for name in names]
    return PATHS[walker.random.choices(names, weights)[0]]


def _live(walker: Walker, way: Way) -> None:
    if way:
        follow(walker, way, STRAYING)
        if walker.random.random() < CROSSES:
            cross(walker, PATHS[walker.random.choice(sorted(PATHS))])
        if walker.random.random() < GOES:
            follow(walker, GOING[walker.random.choice(sorted(GOING))])
    for _ in range(STEPS):
        walker.life.take(walker.next(), explained=walker.random.random() < EXPLAINED)
        if walker.random.random() < REPLAYED:
            walker.life.check_replay()
    walker.life.check_end()


def again(house: Watched, steps: Iterable[Step]) -> str:
    """Live a script; what breaks, or ''."""
    life = Life(house, thorough=True)
    try:
        for step in steps:
            life.take(step)
        life.check_end()
    except Exception as error:  # noqa: BLE001  (whatever it is, it is what is looked for)
        return _kind(error)
    return ""


def _kind(error: Exception) -> str:
    if isinstance(error, Defect):
        return " ".join(("Defect", error.code, *(one for one in error.ids if not one.startswith("case_"))))
    where = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {str(error)[:80]} ({where.name})"


def shrunk(house: Watched, steps: list[Step], kind: str) -> list[Step]:
    """The script without every step that is not needed to break in the same way."""
    size = max(1, len(steps) // 2)
    for _ in range(MOST_PASSES):
        before = len(steps)
        for start in reversed(range(0, len(steps), size)):
            shorter = steps[:start] + steps[start + size :]
            if again(house, shorter) == kind:
                steps = shorter
        if size == 1 and len(steps) == before:
            break
        size = max(1, size // 2)
    return steps


def told(house: Watched, steps: list[Step], error: Exception, seed: int) -> str:
    """What broke and the shortest script found, one step a line, for `script`."""
    kind = again(house, steps)
    lines = shrunk(house, steps, kind) if kind else steps
    return "\n".join((f"seed {seed}: {_kind(error)}", *(written(step) for step in lines)))


def written(step: Step) -> str:
    """A step as a line of JSON."""
    if isinstance(step, Command):
        return step.model_dump_json(exclude_defaults=True)
    if isinstance(step, CountryNotice):
        return _NOTICES.dump_json(step).decode()
    return json.dumps(step.isoformat())


def script(text: str) -> list[Step]:
    """Steps from their lines."""
    return [_read(line) for line in text.strip().splitlines() if line.startswith(("{", '"'))]


def _read(line: str) -> Step:
    if line.startswith('"'):
        return datetime.fromisoformat(json.loads(line))
    return _NOTICES.validate_json(line) if line.startswith('{"number"') else Command.model_validate_json(line)


_NOTICES = TypeAdapter(CountryNotice)
