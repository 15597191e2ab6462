"""Exploration of custody, breadth first from where it can begin: every act and every lapse at every state reached."""

from collections.abc import Callable
from typing import Any

import pytest

from engine.case import Case
from engine.declaration import Procedures
from engine.position import Position
from law.custody import (
    DETAINED,
    PROVISIONALLY_RELEASED,
    SPONSORED,
    CustodyHeld,
    ProvisionallyReleased,
    Sponsored,
    Title,
)
from tests.lives.beginning import beginning
from tests.lives.explorer import Field, Key, Reached, closed_off, explore, told
from workflows.procedures import PROCEDURES

STATES_PER_LIFE = 0.05
"""How many states are opened up for each generated life of the run."""
BEGINNINGS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("Detention", "Deportation"): ("custody_notified", "custody_held_under_order", "liberty_stay_in_detention"),
    ("Sponsorship", "Detention"): ("liberty_to_sponsorship", "liberty_awaits_deposit", "custody_commanded"),
    ("ProvisionalRelease", "Detention"): ("liberty_release_requested", "liberty_order_meanwhile"),
    ("DetentionReview", "Detention"): ("custody_held_under_order", "custody_reported"),
    ("Treatment",): ("custody_detained",),
    ("WorkPermission", "Deportation"): ("liberty_in_force", "liberty_works"),
}
"""What is explored together, and from where."""
LIMITS = ("hand_over_limit", "detention_limit", "detention_extension")


@pytest.mark.parametrize("moved", BEGINNINGS, ids="-".join)
def test_no_state_of_custody_is_without_title_clock_or_reason(
    moved: tuple[str, ...], lives: int, record_property: Callable[[str, object], None]
) -> None:
    """Nothing that is reached holds a person without title and clock or a recorded breach, breaks, or leads nowhere."""
    house = Procedures(PROCEDURES)
    found = explore(Field(house, moved), [beginning(name) for name in BEGINNINGS[moved]], int(lives * STATES_PER_LIFE))
    record_property("states", len(found.states))
    faults = dict(found.broken)
    for reached in found.states.values():
        for one in _faults(house, reached):
            faults.setdefault(one, reached.way)
    for key in closed_off(found, _is_held):
        faults.setdefault(f"no way out of {key}", found.states[key].way)
    assert not faults, told(found, faults)


def _faults(house: Procedures, reached: Reached) -> list[str]:
    position = Position(reached.dossier.cases, house)
    return [fault for held in position.all(CustodyHeld) for fault in _of(position, held)]


def _of(position: Position, held: CustodyHeld) -> list[str]:
    """What is wrong with how a person is held or free."""
    case = position.cases[held.case]
    if held.custody in SPONSORED:
        placed = any(one.placed_at is not None and one.ended_at is None for one in position.all(Sponsored))
        return [] if placed else ["under Sponsorship without one"]
    if held.custody in PROVISIONALLY_RELEASED:
        runs = any(one.ended_at is None for one in position.all(ProvisionallyReleased))
        owed = any("release" in duty.kind for duty in case.open_duties)
        return [] if runs or owed else ["on provisional release without one, and nobody owes to record it"]
    if held.custody not in DETAINED:
        return [] if held.title is None else ["a title without detention"]
    return [*_held(position, held, case), *_treated(position)]


def _held(position: Position, held: CustodyHeld, case: Case[Any]) -> list[str]:
    if held.title is None:
        owed = any(duty.kind == "release_at_once" for duty in case.open_duties)
        return [] if owed and case.state.title_ended is not None else ["held without title, reason or duty to release"]
    if held.title is not Title.DEPORTATION_ORDER:
        return [] if _runs([case], LIMITS) else [f"held on {held.title} without a limit that runs"]
    return [] if _runs(position.of("DetentionReview"), ("detention_review",)) else ["held under the order unreviewed"]


def _treated(position: Position) -> list[str]:
    return (
        []
        if _runs(position.of("Treatment"), ("health_examination",))
        else ["held without a health examination to come"]
    )


def _runs(cases: Any, rules: tuple[str, ...]) -> bool:
    return any(clock.rule_name in rules for case in cases for clock in case.running_clocks)


def _is_held(key: Key) -> bool:
    return any(custody in {one.value for one in DETAINED} for custody, _ in key[0])
