"""What the axis of custody declares, and where people go on it, against a second reading of LAW §3.1 and §12.2."""

from engine.declaration import Procedures
from engine.diagram import ways
from law.detention import SPECIAL_RELEASE_FROM
from law.facts import Custody
from tests.lives.life import Life
from tests.lives.paths import PATHS
from tests.lives.taken import Watched
from tests.lives.walker import Walker
from tests.lives.way import follow
from tests.oracle import axis
from workflows.custody_effects import CustodyChanged
from workflows.procedures import PROCEDURES

NAMES = {
    "free": Custody.FREE,
    "emergency": Custody.EMERGENCY_DETAINED,
    "detained-do": Custody.DETAINED_DETENTION_ORDER,
    "sponsored-pre": Custody.SPONSORED_BEFORE_ORDER,
    "release-do": Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,
    "detained-order": Custody.DETAINED_DEPORTATION_ORDER,
    "sponsored-post": Custody.SPONSORED_AFTER_ORDER,
    "release-order": Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
    "special-release": Custody.SPECIAL_RELEASE,
    "set-free": Custody.SET_FREE_IN_DISASTER,
    "criminal": Custody.CRIMINAL_CUSTODY,
    "travel-restricted": Custody.TRAVEL_RESTRICTED,
}
TO_BE_DETAINED = {("sponsored-pre", "detained-do"), ("release-do", "detained-do")}
"""Rows that the axis walks in two steps: free and to be detained, then taken."""
STEPS_AFTER = 8
FIRST_SEED = 7_100_000


def _named(pairs: frozenset[tuple[str, str]]) -> set[tuple[Custody, Custody]]:
    return {(NAMES[start], NAMES[end]) for start, end in pairs}


def test_every_row_of_the_table_is_declared() -> None:
    """Each transition of LAW §3.1 can be made: an act, a lapse or a reaction leads from the one place to the other."""
    declared = {
        (start, end) for way in ways(Procedures(PROCEDURES)["Detention"]) for start in way.starts for end in way.ends
    }
    steps = axis.TRANSITIONS - TO_BE_DETAINED | {("free", "detained-do")}
    missing = {(start.value, end.value) for start, end in _named(steps)} - declared
    assert not missing


def test_nobody_goes_where_the_table_has_no_row() -> None:
    """In generated lives every move on the axis of custody is a row of LAW §3.1 or a move of §12.2."""
    house, allowed = Watched(PROCEDURES), _named(axis.TRANSITIONS | axis.BESIDE)
    ways_on = [name for name in sorted(PATHS) if any(leg.procedure == "Detention" for leg in PATHS[name])]
    seen: set[tuple[Custody, Custody]] = set()
    for number, name in enumerate(ways_on):
        life = Life(house)
        walker = Walker(FIRST_SEED + number, life)
        follow(walker, PATHS[name])
        for _ in range(STEPS_AFTER):
            life.take(walker.next())
        seen |= _moves(life)
    assert not {(start.value, end.value) for start, end in seen - allowed}
    assert len(seen & _named(axis.TRANSITIONS)) >= len(axis.TRANSITIONS) // 2, (
        "too few rows were walked to say anything"
    )


def _moves(life: Life) -> set[tuple[Custody, Custody]]:
    """The moves of a life between two places, the taking over of somebody held before apart."""
    openings = {each.entry.command.id for each in life.history if each.entry.command.act == "take_over"}
    changes = ((fact.origin, fact.body) for fact in life.facts.values())
    return {
        (body.before, body.after)
        for origin, body in changes
        if isinstance(body, CustodyChanged) and origin.split("#", maxsplit=1)[0] not in openings
    }


def test_special_release_has_its_titles() -> None:
    """Special release is open from detention under 52(9) and 52-4(5), and not from that of 55(3) to (5)."""
    titles = {occasion.value for occasion in SPECIAL_RELEASE_FROM}
    assert titles <= axis.SPECIAL_RELEASE_FROM
    assert {"52(9)", "52-4(5)"} <= titles
