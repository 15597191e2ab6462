"""Lives of one person under the real procedures, generated from seeds."""

from collections.abc import Callable

import pytest

from tests.lives.life import Life
from tests.lives.living import Broken, Tally, again, live, script
from tests.lives.paths import GOING, PATHS
from tests.lives.taken import Watched
from tests.lives.walker import Walker
from tests.lives.way import follow
from workflows.circumstances import Circumstances as Kept
from workflows.circumstances import CustodyRecorded
from workflows.procedures import PROCEDURES

BATCHES = 8
"""Parts of the run, so that several test processes share it."""
SPACING = 1_000_000
WAY_SEEDS = 6
ROUNDS = 80
PER_ROUND = 10

ENDS = ((), *GOING.values())
"""How a way ends: as it is, or with a person who goes."""

Record = Callable[[str, object], None]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_whatever_is_done_the_record_holds_together(
    batch: int, lives: int, first_life: int, record_property: Record
) -> None:
    """Whatever is done to a person's cases, in whatever order and however late, every promise holds after it."""
    tally = Tally()
    house = Watched(PROCEDURES)
    try:
        first = batch * SPACING + first_life
        for seed in range(first, first + lives // BATCHES):
            live(house, seed, tally)
    finally:
        _count(tally, record_property)


def test_everything_declared_is_taken(record_property: Record) -> None:
    """Every opening, act, lapse and reaction of every procedure takes effect at least once."""
    house, tally = Watched(PROCEDURES), Tally()
    for seed in range(WAY_SEEDS):
        for name in sorted(PATHS):
            life = Life(house)
            walker = Walker(seed, life)
            follow(walker, PATHS[name])
            follow(walker, ENDS[seed % len(ENDS)])
            tally.add(life)
    for turn in range(ROUNDS):
        if not house.missing():
            break
        for seed in range(PER_ROUND):
            live(house, SPACING * BATCHES + turn * PER_ROUND + seed, tally, lacking=True)
    _count(tally, record_property)
    missing = "\n".join(house.missing())
    assert not missing, f"never taken in {tally.lives} lives with {tally.steps} steps:\n{missing}"
    assert tally.removable, "nobody could ever be removed: the promise about removal was never put to the test"


@pytest.mark.parametrize("name", sorted(PATHS))
def test_a_known_way_leads_to_its_end(name: str) -> None:
    """Each way that lives begin on can be gone to its end."""
    house = Watched(PROCEDURES)
    assert any(follow(Walker(seed, Life(house)), PATHS[name]) for seed in range(WAY_SEEDS))


class Circumstances(Kept):
    """A record of circumstances with a fault: an act that leaves the case as nobody may leave one."""

    def record_custody(self, body: CustodyRecorded) -> None:
        """Open the same case again."""
        self.begin(self.state, self.case.stage)

    record_custody._tetsuzuki_mark = Kept.record_custody._tetsuzuki_mark  # type: ignore[attr-defined]


def test_a_fault_is_told_with_the_fewest_steps_that_show_it() -> None:
    """A broken promise comes with a script that breaks it again, and no step of it can be spared."""
    house = Watched(Circumstances if kind is Kept else kind for kind in PROCEDURES)
    with pytest.raises(Broken) as broken:
        _live_many(house)
    steps = script(str(broken.value))
    assert again(house, steps) == "Defect opened_twice"
    assert [getattr(step, "act", "") for step in steps] == ["keep", "record_custody"]


def _live_many(house: Watched) -> None:
    for seed in range(200):
        live(house, seed, Tally())


def _count(tally: Tally, record_property: Record) -> None:
    record_property("lives", tally.lives)
    record_property("acts", tally.steps)
