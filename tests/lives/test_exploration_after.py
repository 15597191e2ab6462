"""Exploration of what follows the finding, breadth first from known ways: every act and lapse at every state."""

from collections.abc import Callable

import pytest

from engine.declaration import Procedures
from engine.position import Position
from tests.lives import promises_after
from tests.lives.beginning import beginning
from tests.lives.explorer import Field, Key, Reached, closed_off, explore, told
from tests.lives.paths_removal import NOTICE
from workflows.procedures import PROCEDURES

STATES_PER_LIFE = 0.05
"""How many states are opened up for each generated life of the run."""
BEGINNINGS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("Enforcement", "RefugeeApplication"): (
        "removal_planned",
        "removal_authorised",
        "removal_boarded",
        "removal_carrier",
    ),
    ("PenalOrder", "RefugeeApplication"): ("penal_considered", "penal_in_force", "penal_suspended"),
    ("PassportOrder", "CourtProceedings"): ("passport_in_force", "court_stayed"),
    ("DepartureOrder", "Deportation"): ("leaving_due", "leaving_asked", "leaving_held", "leaving_revoked"),
    ("OwnExpenseDeparture", "Enforcement"): ("own_expense_applied", "own_expense_one_year"),
    ("LandingDenial",): ("own_expense_left_in_time", "leaving_left", "denial_mistaken", "denial_turned_away"),
    ("SpecialPermission",): ("accepted", "over", "refused_permission", "granted_permission"),
    ("CourtProceedings", "Deportation"): ("court_sued", "court_detention_stayed", "court_set_aside"),
    ("CriminalCase", "Detention"): ("criminal_serving", "criminal_taken_to_prison", "criminal_restricted"),
    ("StatusRevocation",): ("status_reported", "status_not_found", "status_to_decide", "status_served"),
    ("TemporaryRefuge", "StatusGrant"): ("refuge_applied", "refuge_landed", "refuge_over"),
}
"""What is explored together, and from where."""
BROUGHT = ("Enforcement.board", "Enforcement.hand_over_to_carrier")


@pytest.mark.parametrize("moved", BEGINNINGS, ids="-".join)
def test_every_state_keeps_its_promises_and_has_a_way_out(
    moved: tuple[str, ...], lives: int, record_property: Callable[[str, object], None]
) -> None:
    """Nothing that is reached breaks a promise, and from every state the case explored first can come to an end."""
    house = Procedures(PROCEDURES)
    begun = [beginning(name) for name in BEGINNINGS[moved]]
    found = explore(Field(house, moved, (NOTICE,)), begun, int(lives * STATES_PER_LIFE))
    record_property("states", len(found.states))
    faults = dict(found.broken)
    for reached in found.states.values():
        fault = _fault(house, reached)
        if fault:
            faults.setdefault(fault, reached.way)
    for key in closed_off(found, lambda key: _is_live(key, moved[0])):
        faults.setdefault(f"no way out of {key}", found.states[key].way)
    assert not faults, told(found, faults)


def _fault(house: Procedures, reached: Reached) -> str:
    """The first promise that a state breaks."""
    position, at = Position(reached.dossier.cases, house), reached.at
    try:
        promises_after.hold_at(position, at)
        if reached.way[-1] in BROUGHT:
            read = promises_after.second_reading(position, at)
            assert read.answer == "yes", f"somebody was brought on board against {read}"
    except AssertionError as broken:
        return str(broken).partition("\n")[0]
    return ""


def _is_live(key: Key, procedure: str) -> bool:
    return any(shape[0] == procedure for shape in key[1])
