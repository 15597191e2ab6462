"""The 48 hours until the hand-over: what ends them for a time, and what is left of them afterwards (44)."""

from typing import Any

import pytest

from law.facts import Custody
from tests.procedures.custody_story import (
    DISASTER,
    HEAD,
    ICO,
    REASONED,
    SHOWN,
    SII,
    case_of,
    clock_end,
    clocks,
    copy,
    custody,
    desk,
    detained,
    do,
    handed_over,
    in_emergency,
    let_out,
    order,
    owed,
    position,
    revoke,
    sponsor,
    state,
    take,
    tell,
)
from tests.procedures.desk import Desk
from tests.procedures.sponsorship_story import deposit
from workflows.papers.detention import TakeOver

TAKEN = "2025-05-12T09:00"
"""A Monday; 48 hours end on Wednesday 14 May at 09:00."""


def unpaid(decided: str) -> tuple[Desk, str, str]:
    """Taken on 12 May at 09:00; Sponsorship decided with a deposit; returns the deportation case and Sponsorship."""
    one = desk()
    case = detained(one, TAKEN)
    return one, case, sponsor(one, decided, "2025-08-12", deposit=deposit())


def released_and_taken_back(last: str, revoked: str, again: str) -> Desk:
    """Taken on 12 May at 09:00, released provisionally, and taken back after a revocation."""
    one = desk()
    detained(one, TAKEN)
    release = let_out(one, last, "2025-06-12")
    one.act(release, "revoke", revoked, SII, breaches=["flight_suspected"], reasons="stated")
    take(one, again, "detention_order", "release_revocation")
    return one


def test_a_decision_that_is_revoked_before_it_took_hold_gives_the_48_hours_back() -> None:
    """44: the exception is gone, and the hours count from the restraint; the person is handed over, not the case."""
    one, case, decided = unpaid("2025-05-12T12:00")
    assert "hand_over_limit" not in clocks(one)
    revoke(one, decided, "2025-05-13T12:00")
    assert clock_end(one, "hand_over_limit") == "2025-05-14T09:00"
    assert one.refused(case, "hand_over_case", "2025-05-14T08:59", ICO) == "other_hand_over"
    handed_over(one, case, "2025-05-14T08:59")
    assert clocks(one) == {"detention_limit": "2025-06-10"}


def test_a_decision_revoked_after_48_hours_leaves_a_breach_and_a_release() -> None:
    """44: counted from the restraint the hours are over at once; never a detention that nobody has to justify."""
    one, case, decided = unpaid("2025-05-12T12:00")
    revoke(one, decided, "2025-05-14T09:00")
    held = position(one).custody_held
    assert held is not None
    assert (held.custody, held.title) == (Custody.DETAINED_DETENTION_ORDER, None)
    assert owed(one) == {"release_at_once"}
    assert "LimitBroken" in one.fact_kinds()
    do(one, "release", "2025-05-14T09:10", SII, why="not_handed_over", reasons="stated")
    assert (custody(one), one.stage(case)) == (Custody.FREE, "investigated")


def test_a_decision_that_lapses_before_it_took_hold_gives_the_48_hours_back() -> None:
    """44: however the decision ends, nothing takes the place of the hand-over."""
    one = desk()
    detained(one, TAKEN)
    tell(one, "2025-05-12T12:00", "decided")
    assert "hand_over_limit" not in clocks(one)
    body = {"sponsorship": case_of(one, "Elsewhere")}
    assert state(one).decided_sponsorship == body["sponsorship"]
    tell(one, "2025-05-13T12:00", "sponsorship_ended", how="lapsed")
    assert clock_end(one, "hand_over_limit") == "2025-05-14T09:00"


def test_after_an_emergency_the_hours_come_back_from_the_restraint_not_from_the_order() -> None:
    """43, 44: the detention order of the next morning moves nothing."""
    one = desk()
    in_emergency(one, "2025-05-12T22:15")
    decided = sponsor(one, "2025-05-12T23:00", "2025-08-12", deposit=deposit())
    order(one, "2025-05-13T09:00", sponsorship_appropriate=True)
    revoke(one, decided, "2025-05-13T10:00")
    assert clock_end(one, "hand_over_limit") == "2025-05-14T22:15"


def test_a_case_passed_on_while_the_deposit_was_awaited_stays_passed_on() -> None:
    """44-7: the inspector has the case; a revocation afterwards brings no hours back."""
    one, case, decided = unpaid("2025-05-12T12:00")
    one.act(case, "hand_over_case", "2025-05-13T09:00", ICO)
    revoke(one, decided, "2025-05-13T12:00")
    assert clocks(one) == {"detention_limit": "2025-06-10"}
    assert one.stage(case) == "under_examination"


def test_provisional_release_at_hour_47_leaves_one_hour() -> None:
    """44 is silent: liberty in between does not make the 48 hours longer, and does not use them up either."""
    one = released_and_taken_back("2025-05-14T08:00", "2025-05-20T10:00", "2025-05-20T10:30")
    assert clock_end(one, "hand_over_limit") == "2025-05-20T11:30"
    assert owed(one, "2025-05-20T11:30") == {"release_at_once"}


def test_a_disaster_at_hour_47_leaves_one_hour() -> None:
    """44, 55-54: the hours at liberty are no hours of restraint."""
    one = desk()
    detained(one, TAKEN)
    do(one, "set_free_in_disaster", "2025-05-14T08:00", HEAD, **DISASTER)
    do(one, "take_back", "2025-05-14T09:30", ICO, facility="rooms 2")
    assert clock_end(one, "hand_over_limit") == "2025-05-14T10:30"


def test_an_arrest_at_hour_47_leaves_one_hour() -> None:
    """44, 64(1)(i): received again on the same detention order."""
    one = desk()
    detained(one, TAKEN)
    do(one, "record_criminal_custody", "2025-05-14T08:00", ICO, custodian="prosecutor", not_indicted=True)
    do(one, "receive_from_criminal_custody", "2025-05-20T10:00", ICO, **SHOWN)
    assert clock_end(one, "hand_over_limit") == "2025-05-20T11:00"


def test_what_ran_before_two_times_at_liberty_is_added_up() -> None:
    """44: 20 hours, then 20 more; 8 are left."""
    one = released_and_taken_back("2025-05-13T05:00", "2025-05-20T10:00", "2025-05-20T11:00")
    do(one, "set_free_in_disaster", "2025-05-21T07:00", HEAD, **DISASTER)
    do(one, "take_back", "2025-05-22T10:00", ICO, facility="rooms 2")
    assert clock_end(one, "hand_over_limit") == "2025-05-22T18:00"


def test_hours_that_did_not_run_while_a_decision_stood_are_left_for_a_new_restraint() -> None:
    """44: decided after 3 hours, released provisionally on the third day, revoked: 45 hours from the new restraint."""
    one, _, decided = unpaid("2025-05-12T12:00")
    release = let_out(one, "2025-05-15T09:00", "2025-06-13")
    revoke(one, decided, "2025-05-20T09:00")
    one.act(release, "revoke", "2025-05-20T10:00", SII, breaches=["flight_suspected"], reasons="stated")
    take(one, "2025-05-20T12:00", "detention_order", "release_revocation")
    assert clock_end(one, "hand_over_limit") == "2025-05-22T09:00"


@pytest.mark.parametrize("way", ["screening", "emergency"])
def test_a_new_detention_has_48_hours_of_its_own(way: str) -> None:
    """39-2(2), 43(1): released for the breach, the suspect is screened again, or taken in a new emergency."""
    one = desk()
    case = detained(one, TAKEN)
    do(one, "release", "2025-05-14T09:10", SII, why="not_handed_over", reasons="stated")
    if way == "screening":
        one.act(case, "notify", "2025-05-20T09:00", ICO, **REASONED)
        chosen: dict[str, Any] = {"outcome": "detention", "sponsorship_considered": True, **REASONED}
        one.act(case, "screen", "2025-05-20T09:10", SII, **chosen)
        order(one, "2025-05-20T09:20")
        take(one, "2025-05-20T10:00")
    else:
        body = {"deportation": case, "plain": True, "flight_before_order": True, "facility": "rooms 1", **REASONED}
        do(one, "detain_before_order", "2025-05-20T10:00", ICO, **body)
    assert clock_end(one, "hand_over_limit") == "2025-05-22T10:00"


def test_who_was_taken_over_keeps_the_hours_of_the_restraint() -> None:
    """44: held since 12 May 09:00, taken over on 13 May; a disaster at hour 47 leaves one hour."""
    one = desk()
    taken = TakeOver.model_validate(
        {"title": "detention_order", "since": f"{TAKEN}:00+09:00", "handed_over": False, "facility": "rooms 1"}
    )
    one.open("Detention", "take_over", "2025-05-13T09:00", ICO, **taken.model_dump(mode="json"))
    before = copy(one)
    assert clock_end(before, "hand_over_limit") == "2025-05-14T09:00"
    do(one, "set_free_in_disaster", "2025-05-14T08:00", HEAD, **DISASTER)
    do(one, "take_back", "2025-05-16T09:00", ICO, facility="rooms 2")
    assert clock_end(one, "hand_over_limit") == "2025-05-16T10:00"
