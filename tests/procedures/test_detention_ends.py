"""What ends custody: the procedure it serves, a status, provisional stay, departure, death (LAW §3.1, §12)."""

from typing import Any

import pytest

from law.facts import Custody
from tests.procedures.custody_story import (
    CLERK,
    ICO,
    INSPECTOR,
    REASONED,
    SHOWN,
    SII,
    case_of,
    clocks,
    custody,
    desk,
    detained,
    do,
    handed_over,
    held_under_order,
    order,
    owed,
    position,
    record,
    refused,
    screened,
    sponsor,
    take,
    tell,
)
from tests.procedures.departure_story import PAPER
from tests.procedures.deportation_story import ELIGIBLE, FOUND
from tests.procedures.desk import Desk
from tests.procedures.permission_story import permitted
from tests.procedures.stay_story import NO_EXCLUSION
from tests.procedures.stay_story import TERMS as STAY_TERMS

HEAD, RI = "regional_bureau_head", "refugee_inquirer"


def at_the_inspector(one: Desk) -> str:
    """Detained on 2 May 2025, handed over; returns the deportation case."""
    case = detained(one, "2025-05-02T09:00")
    handed_over(one, case, "2025-05-02T10:00")
    return case


def ended(one: Desk) -> bool:
    """Whether the case that keeps custody has ended and the person is free."""
    return one.stage(case_of(one, "Detention")) == "ended" and custody(one) is Custody.FREE


def _not_deportable(one: Desk, case: str) -> None:
    one.act(case, "find", "2025-05-12", INSPECTOR, outcome="no_ground", reasons="stated")


def _permitted(one: Desk, case: str) -> None:
    one.act(case, "find", "2025-05-12T10:00", INSPECTOR, **FOUND)
    one.act(case, "certify_finding_received", "2025-05-12T10:10", CLERK, received_on="2025-05-12")
    one.act(case, "accept_finding", "2025-05-12T10:20", SII, signed=True, explained_in="English")
    permitted(one, case, "2025-05-12T11:00")


ENDS: dict[str, Any] = {"not_deportable": _not_deportable, "special_permission": _permitted}


@pytest.mark.parametrize("why", ENDS)
def test_a_detainee_is_to_be_released_at_once(why: str) -> None:
    """47(1), 50(9): no day runs on, the person counts as held until released, then custody has ended."""
    one = desk()
    case = at_the_inspector(one)
    ENDS[why](one, case)
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER
    assert owed(one) == {"release_at_once"}
    assert clocks(one) == {}
    do(one, "release", "2025-05-12T12:30", INSPECTOR, why=why, reasons="stated")
    assert ended(one)


@pytest.mark.parametrize("why", ENDS)
def test_somebody_under_sponsorship_or_on_release_is_free_in_that_instant(why: str) -> None:
    """44-8(i), (iv): nobody has to be released; custody and what it served end together."""
    for fact in ("placed", "released"):
        one = desk()
        case = at_the_inspector(one)
        tell(one, "2025-05-05", fact)
        ENDS[why](one, case)
        assert ended(one)


def test_a_certificate_of_release_is_for_who_is_released() -> None:
    """47(1), Ord. 38: a detainee gets one; somebody under Sponsorship is not released."""
    one = desk()
    case = at_the_inspector(one)
    _not_deportable(one, case)
    assert [notice.kind for notice in one.register.case(case).notices] == ["certificate_of_release"]
    other = desk()
    case = at_the_inspector(other)
    sponsor(other, "2025-05-05", "2025-08-05")
    _not_deportable(other, case)
    assert other.register.case(case).notices == ()


def test_a_time_used_up_and_then_no_ground_leaves_one_release() -> None:
    """The later reason is the one that the release names; the breach stays on record."""
    one = desk()
    case = at_the_inspector(one)
    one.act(case, "find", "2025-06-02", INSPECTOR, outcome="no_ground", reasons="stated")
    assert owed(one) == {"release_at_once"}
    do(one, "release", "2025-06-02T13:00", INSPECTOR, why="not_deportable", reasons="stated")
    assert "LimitBroken" in one.fact_kinds()
    assert ended(one)


def test_a_departure_order_releases_when_it_is_made() -> None:
    """47(2): the finding alone releases nobody; the thirty days run on."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    one.act(case, "declare_wish_to_leave", "2025-05-02T09:30", INSPECTOR)
    handed_over(one, case, "2025-05-02T10:00")
    eligible = FOUND | {"outcome": "departure_order", "assessment": ELIGIBLE}
    one.act(case, "find", "2025-05-12", INSPECTOR, **eligible)
    assert owed(one) == {"release_when_ordered"}
    assert clocks(one) == {"detention_limit": "2025-05-31"}
    early = {"why": "departure_ordered", "reasons": "it is due"}
    assert refused(one, "release", "2025-05-13", SII, **early) == "departure_not_ordered"
    paper = PAPER | {"deadline": "2025-05-28"}
    one.act(case_of(one, "DepartureOrder"), "order_departure", "2025-05-14T11:00", SII, **paper)
    assert (owed(one), clocks(one)) == ({"release_at_once"}, {})
    do(one, "release", "2025-05-14", SII, why="departure_ordered", reasons="ordered today")
    assert ended(one)


def test_a_suspect_who_is_free_when_a_departure_order_is_due_has_no_custody_left() -> None:
    """47(2): released when the thirty days were over, then found eligible: nothing is left to be kept."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    one.act(case, "declare_wish_to_leave", "2025-05-02T09:30", INSPECTOR)
    handed_over(one, case, "2025-05-02T10:00")
    do(one, "release", "2025-06-01", SII, why="time_used_up", reasons="31 May was the thirtieth day")
    one.act(case, "find", "2025-06-02", INSPECTOR, **FOUND | {"outcome": "departure_order", "assessment": ELIGIBLE})
    assert ended(one)


def stay(one: Desk, at: str) -> str:
    """Apply for recognition, and hand over a permit of provisional stay; returns the stay."""
    body: dict[str, Any] = {"kind": "refugee", "material_came_with_it": True}
    application = one.open("RefugeeApplication", "file_application", at, CLERK, **body)
    case = one.open("ProvisionalStay", "examine", at, RI, application=application)
    one.act(case, "find_exclusions", at, RI, **NO_EXCLUSION)
    one.act(case, "permit", at, HEAD, last_day="2025-11-04", conditions=STAY_TERMS, content="terms")
    one.act(case, "hand_over_permit", at, INSPECTOR)
    return case


def test_provisional_stay_ends_detention_before_the_order() -> None:
    """61-2-9(2), 12.1: the procedure stops, so nobody is held for it; the days spent stay spent (A-18)."""
    one = desk()
    at_the_inspector(one)
    held_by_stay = stay(one, "2025-05-11T09:00")
    assert owed(one) == {"release_at_once"}
    assert clocks(one) == {}
    do(one, "release", "2025-05-11T10:00", SII, why="provisional_stay", reasons="stated")
    assert custody(one) is Custody.FREE
    assert refused(one, "detain", "2025-05-12", ICO, **SHOWN) == "provisional_stay_running"
    revoked = {"conduct": ["61-2-6(iv)"], "reasons": "stated"}
    one.act(held_by_stay, "revoke", "2025-06-10T09:00", HEAD, **revoked)
    one.act(held_by_stay, "certify_revocation_received", "2025-06-10T10:00", CLERK, received_on="2025-06-10")
    assert owed(one) == {"weigh_custody"}
    unconsidered = {"detention": True, "reasons": "r"}
    assert refused(one, "weigh", "2025-06-10T11:00", SII, **unconsidered) == "sponsorship_not_considered"
    do(one, "weigh", "2025-06-10T11:00", SII, **unconsidered, sponsorship_considered=True)
    take(one, "2025-06-11T09:00")
    assert clocks(one) == {"detention_limit": "2025-06-30"}  # 2-11 May: 10 days; days 11 to 30


def test_a_released_person_whose_stay_ended_may_be_left_free() -> None:
    """39(2): a person decides; without detention nothing is owed."""
    one = desk()
    at_the_inspector(one)
    held_by_stay = stay(one, "2025-05-11T09:00")
    do(one, "release", "2025-05-11T10:00", SII, why="provisional_stay", reasons="stated")
    one.act(held_by_stay, "revoke", "2025-06-10T09:00", HEAD, conduct=["61-2-6(iv)"], reasons="stated")
    one.act(held_by_stay, "certify_revocation_received", "2025-06-10T10:00", CLERK, received_on="2025-06-10")
    do(one, "weigh", "2025-06-10T11:00", SII, reasons="stated")
    assert owed(one) == set()


def test_detention_that_is_not_resumed_before_the_hand_over_sends_the_case_back() -> None:
    """61-2-9(2), 39(1): nobody is there to be handed over; the control officer notifies anew, or closes the case."""
    one = desk()
    case = detained(one, "2025-05-11T08:00")
    held_by_stay = stay(one, "2025-05-11T09:00")
    do(one, "release", "2025-05-11T10:00", SII, why="provisional_stay", reasons="stated")
    assert one.stage(case) == "screened"
    one.act(held_by_stay, "revoke", "2025-06-10T09:00", HEAD, conduct=["61-2-6(iv)"], reasons="stated")
    one.act(held_by_stay, "certify_revocation_received", "2025-06-10T10:00", CLERK, received_on="2025-06-10")
    do(one, "weigh", "2025-06-10T11:00", SII, reasons="stated")
    assert (one.stage(case), one.duties(case)) == ("investigated", {"investigate"})


def test_an_order_awaited_is_not_issued_while_the_procedure_stands_still() -> None:
    """34: no step; when it goes on a person decides whether detention is still right."""
    one = desk()
    screened(one, "2025-05-10T09:00")
    held_by_stay = stay(one, "2025-05-11T09:00")
    assert owed(one) == set()
    one.act(held_by_stay, "revoke", "2025-06-10T09:00", HEAD, conduct=["61-2-6(iv)"], reasons="stated")
    one.act(held_by_stay, "certify_revocation_received", "2025-06-10T10:00", CLERK, received_on="2025-06-10")
    assert owed(one) == {"weigh_custody"}
    do(one, "weigh", "2025-06-10T11:00", SII, detention=True, sponsorship_considered=True, reasons="stated")
    assert owed(one) == {"issue_detention_order"}
    order(one, "2025-06-10T12:00")


def granted(one: Desk, at: str) -> None:
    """Recognised, and the card of the status handed over."""
    application = one.open("AnApplication", "file", at, CLERK)
    one.act(application, "hand_over_card", at, INSPECTOR)


def test_death_and_departure_end_custody_wherever_somebody_stands() -> None:
    """25, 55-82: the person is out of the axis; the treatment sees to what is owed after a death."""
    for act_, stage in (("record_departure", "ended"), ("record_death", "deceased")):
        one = desk()
        at_the_inspector(one)
        record(one, act_, "2025-05-12", "immigration_inspector", on="2025-05-12")
        assert one.stage(case_of(one, "Detention")) == "object_lost"
        assert position(one).of("Treatment")[0].stage == stage
        assert position(one).custody_held is None


def test_another_case_of_deportation_that_ends_leaves_this_custody_alone() -> None:
    """Custody serves one case: no ground in the other releases nobody here."""
    one = desk()
    at_the_inspector(one)
    other = {"ground": "24(iv)(i)", "since": "2024-01-10"}
    second = one.open("Deportation", "investigate", "2025-05-05T09:00", ICO, grounds=[other], reasons="r")
    one.act(second, "close_investigation", "2025-05-06", ICO, **REASONED)
    assert clocks(one) == {"detention_limit": "2025-05-31"}
    assert owed(one) == set()


def test_custody_left_open_is_ended_when_its_case_is_closed() -> None:
    """Somebody on release whose departure was ordered: the record is ended by hand."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    one.act(case, "declare_wish_to_leave", "2025-05-02T09:30", INSPECTOR)
    handed_over(one, case, "2025-05-02T10:00")
    tell(one, "2025-05-05", "released")
    assert refused(one, "end_custody", "2025-05-06", ICO) == "procedure_not_over"
    one.act(case, "find", "2025-05-12", INSPECTOR, **FOUND | {"outcome": "departure_order", "assessment": ELIGIBLE})
    do(one, "end_custody", "2025-05-14", ICO)
    assert ended(one)


def test_a_status_granted_under_the_order_ends_its_custody() -> None:
    """61-2-9(1): held under an order that the grant covers: release at once, whether or not it is withdrawn yet."""
    one = desk()
    held_under_order(one, "2025-05-12")
    granted(one, "2025-05-20T09:00")
    assert owed(one) == {"release_at_once"}
    do(one, "release", "2025-05-20T10:00", SII, why="status_granted", reasons="stated")
    assert owed(one) == set()
    one.act(case_of(one, "Deportation"), "withdraw_order", "2025-05-21", SII, **REASONED)
    assert ended(one)


def test_a_status_granted_under_a_detention_order_ends_the_custody() -> None:
    """61-2-9(1), 66: no custody on a ground that existed then."""
    one = desk()
    at_the_inspector(one)
    granted(one, "2025-05-20T09:00")
    assert owed(one) == {"release_at_once"}
    do(one, "release", "2025-05-20T10:00", SII, why="status_granted", reasons="stated")
    assert ended(one)


def test_a_status_granted_under_sponsorship_waits_for_its_recorded_end() -> None:
    """A-42: 44-8 does not list it; the axis follows the act that ends Sponsorship."""
    one = desk()
    at_the_inspector(one)
    decided = sponsor(one, "2025-05-12", "2025-08-12")
    granted(one, "2025-05-20T09:00")
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER
    one.act(decided, "end_for_status", "2025-05-20T10:00", SII, **REASONED)
    assert ended(one)


def test_the_hand_over_and_the_order_of_another_case_are_told_apart() -> None:
    """44, 51: the 48 hours of this case run on; an order of the other is a title, and its case is served then."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    grounds = [{"ground": "24(iv)(i)", "since": "2024-01-10"}]
    other = one.open("Deportation", "investigate", "2025-05-12T09:10", ICO, grounds=grounds, reasons="r")
    one.act(other, "notify", "2025-05-12T09:10", ICO, **REASONED)
    chosen = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}
    one.act(other, "screen", "2025-05-12T09:20", SII, **chosen)
    handed_over(one, other, "2025-05-12T09:30")
    assert "hand_over_limit" in clocks(one)
    handed_over(one, case, "2025-05-12T09:40")
    one.act(other, "find", "2025-05-12T10:00", INSPECTOR, **FOUND | {"ground": "24(iv)(i)"})
    one.act(other, "certify_finding_received", "2025-05-12T10:10", CLERK, received_on="2025-05-12")
    one.act(other, "accept_finding", "2025-05-12T10:20", SII, signed=True, explained_in="English")
    one.act(other, "waive_special_permission", "2025-05-12T10:30", SII, signed=True, explained_in="English")
    one.act(other, "issue_order", "2025-05-12T11:00", SII, destination="XA", reasons="stated")
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    _not_deportable(one, case)
    assert owed(one) == {"remove_or_tell"}
    one.act(other, "withdraw_order", "2025-05-20", SII, **REASONED)
    assert owed(one) == {"release_at_once"}
