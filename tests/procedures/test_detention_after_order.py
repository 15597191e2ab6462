"""Custody after the deportation order: the same instant, removal that cannot be done, special release, its ends."""

import pytest

from law.facts import Custody
from tests.procedures.custody_story import (
    DIRECTOR,
    ICO,
    REASONED,
    SHOWN_ORDER,
    SII,
    TERMS,
    accepted,
    case_of,
    clocks,
    custody,
    desk,
    detained,
    do,
    handed_over,
    held_under_order,
    in_emergency,
    ordered,
    owed,
    position,
    record,
    refused,
    screened,
    sponsor,
    state,
    take,
    tell,
)
from tests.procedures.deportation_story import DESTINATION, sponsored
from tests.procedures.desk import Desk
from tests.procedures.sponsorship_story import decision

DETENTION = {"outcome": "detention", "sponsorship_considered": True, "reasons": "weighed"}
SPONSORSHIP = DETENTION | {"outcome": "sponsorship"}
SPECIAL = TERMS | {"plainly_impossible": True, "reasons": "the State refuses"}


def free_with_order(day: str = "2025-05-12") -> Desk:
    """The order issued against somebody free, whose Sponsorship was chosen and not decided."""
    one = desk()
    case = screened(one, f"{day}T09:00", "sponsorship")
    sponsored(one, f"{day}T09:15")
    one.act(case, "hand_over_case", f"{day}T09:30", ICO)
    ordered(one, case, day)
    return one


def until_removal(day: str = "2025-05-12") -> Desk:
    """Held under 52(9)."""
    one = desk()
    held_under_order(one, day)
    do(one, "tell_removal_impossible", f"{day}T12:00", ICO, **REASONED)
    do(one, "screen_after_order", f"{day}T13:00", SII, **DETENTION)
    return one


def test_whoever_is_held_is_held_under_the_order_the_same_instant() -> None:
    """44-8(vi), 52, A-45: no day under the detention order is left to run; the review begins that very day."""
    one = desk()
    held_under_order(one, "2025-05-12")
    held = position(one).custody_held
    assert held is not None
    assert (held.custody, held.title) == (Custody.DETAINED_DEPORTATION_ORDER, "deportation_order")
    assert clocks(one) == {}
    assert owed(one) == {"remove_or_tell"}
    assert state(one).paper is None
    review = position(one).of("DetentionReview")[0]
    assert {clock.last_day.isoformat() for clock in review.running_clocks} >= {"2025-08-11"}  # day 1 is 12 May
    assert position(one).of("Treatment")[0].stage == "detained"


def test_somebody_held_without_a_title_is_not_healed_by_the_order() -> None:
    """The breach stands: release is owed, and only a screening under 52(8) can bring detention back."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    handed_over(one, case, "2025-05-02T10:00")
    accepted(one, case, "2025-06-01")
    one.act(case, "issue_order", "2025-06-01T11:00", SII, **DESTINATION)
    held = position(one).custody_held
    assert held is not None
    assert held.title is None
    assert owed(one) == {"release_at_once"}
    do(one, "release", "2025-06-01T11:10", SII, why="time_used_up", reasons="stated")
    assert owed(one) == {"remove_or_tell"}


def test_after_the_order_custody_is_kept_where_no_case_was_open() -> None:
    """52(7): a case that went beside criminal proceedings had no custody; the order opens one."""
    one = desk()
    running = [{"kind": "criminal", "since": "2025-05-12"}]
    case = one.open("Deportation", "investigate", "2025-05-12T08:00", ICO, grounds=[_GROUND], reasons="r")
    record(one, "record_proceedings", "2025-05-12T08:10", ICO, proceedings=running)
    one.act(case, "go_on_beside_criminal_case", "2025-05-12T08:20", ICO)
    one.act(case, "begin_examination", "2025-05-12T08:30", "immigration_inspector", **REASONED)
    ordered(one, case, "2025-05-12")
    assert custody(one) is Custody.FREE
    assert owed(one) == set()  # 63(2)
    early = {"at": "2025-05-13", "by": ICO} | REASONED
    assert refused(one, "tell_removal_impossible", **early) == "criminal_proceedings_run"
    over = [running[0] | {"until": "2025-05-14"}]
    kept = case_of(one, "Circumstances")
    assert one.refused(kept, "record_proceedings", "2025-05-13", ICO, proceedings=over) == "day_to_come"
    record(one, "record_proceedings", "2025-05-14T09:00", ICO, proceedings=over)
    do(one, "tell_removal_impossible", "2025-05-14", ICO, **REASONED)


_GROUND = {"ground": "24(iv)(ro)", "since": "2023-01-10"}


def test_somebody_free_is_screened_after_the_order() -> None:
    """52(7)-(9): told that removal cannot be done at once, screened, and detained on showing the order."""
    one = free_with_order()
    assert owed(one) == {"remove_or_tell"}
    assert refused(one, "screen_after_order", "2025-05-12T12:00", SII, **DETENTION) == "not_told"
    do(one, "tell_removal_impossible", "2025-05-12T12:00", ICO, **REASONED)
    assert refused(one, "tell_removal_impossible", "2025-05-12T12:10", ICO, **REASONED) == "nothing_to_tell"
    unconsidered = DETENTION | {"sponsorship_considered": False}
    assert refused(one, "screen_after_order", "2025-05-12T12:10", SII, **unconsidered) == "sponsorship_not_considered"
    do(one, "screen_after_order", "2025-05-12T12:10", SII, **DETENTION)
    assert owed(one) == {"detain_person"}
    hurried = {"facility": "rooms 1", "urgency": "at once", "told": ["facts"]}
    assert refused(one, "detain", "2025-05-12T12:20", ICO, **hurried) == "no_urgency_here"
    do(one, "detain", "2025-05-12T12:20", ICO, **SHOWN_ORDER)
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert state(one).held_under == "52(9)"


def test_somebody_free_is_placed_under_sponsorship_by_52_2_1() -> None:
    """76: neither detained nor on release; the question goes on in a case of its own."""
    one = free_with_order()
    do(one, "tell_removal_impossible", "2025-05-12T12:00", ICO, **REASONED)
    do(one, "screen_after_order", "2025-05-12T12:10", SII, **SPONSORSHIP)
    assert refused(one, "screen_after_order", "2025-05-12T12:20", SII, **SPONSORSHIP) == "sponsorship_is_open"
    case = case_of(one, "Sponsorship")
    one.act(case, "decide", "2025-05-12T13:00", SII, **decision(after=True, notify_by="2025-08-12"))
    assert one.register.case(case).state.paragraph == "52-2(1)"
    assert custody(one) is Custody.SPONSORED_AFTER_ORDER
    assert owed(one) == set()


def test_somebody_held_is_placed_under_sponsorship_by_52_2_5() -> None:
    """76, A-45: held under the detention order when the order issued counts as detained."""
    one = desk()
    held_under_order(one, "2025-05-12")
    do(one, "tell_removal_impossible", "2025-05-12T12:00", ICO, **REASONED)
    do(one, "screen_after_order", "2025-05-12T12:10", SII, **SPONSORSHIP)
    case = case_of(one, "Sponsorship")
    one.act(case, "decide", "2025-05-12T13:00", SII, **decision(after=True, notify_by="2025-08-12"))
    assert one.register.case(case).state.paragraph == "52-2(5)"
    assert custody(one) is Custody.SPONSORED_AFTER_ORDER


def test_sponsorship_before_the_order_ends_with_it() -> None:
    """17: not by a second longer; the person is free, and what follows the order is owed."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    handed_over(one, case, "2025-05-12T09:10")
    before = sponsor(one, "2025-05-12T09:20", "2025-08-12")
    ordered(one, case, "2025-05-12")
    assert custody(one) is Custody.FREE
    assert one.register.case(before).state.ended_at == one.register.case(case).state.ordered_at
    assert owed(one) == {"remove_or_tell"}


def test_a_screening_after_the_order_waits_for_criminal_proceedings() -> None:
    """63(2), A-47: while they run the order is not executed."""
    one = free_with_order()
    running = [{"kind": "criminal", "since": "2025-05-12"}]
    record(one, "record_proceedings", "2025-05-12T11:30", ICO, proceedings=running)
    assert refused(one, "tell_removal_impossible", "2025-05-12T12:00", ICO, **REASONED) == "criminal_proceedings_run"


def test_special_release_from_detention_until_removal() -> None:
    """52(10), (11): under conditions, the permit handed over; nothing ends it by itself (A-39)."""
    one = until_removal()
    assert refused(one, "release_specially", "2025-06-12", SII, **SPECIAL | {"plainly_impossible": False}) == (
        "removal_not_plainly_impossible"
    )
    short = SPECIAL | {"conditions": ["residence"]}
    assert refused(one, "release_specially", "2025-06-12", SII, **short) == "conditions_missing"
    do(one, "release_specially", "2025-06-12", DIRECTOR, **SPECIAL)
    assert custody(one) is Custody.SPECIAL_RELEASE
    notice = one.register.case(case_of(one, "Detention")).notices[-1]
    assert (notice.kind, notice.status.value) == ("special_release_permit", "served")
    assert owed(one) == set()
    assert owed(one, "2035-06-12") == set()


@pytest.mark.parametrize("way_in", ["as the order issued", "after an expired release"])
def test_special_release_is_for_two_kinds_of_detention(way_in: str) -> None:
    """52(10), A-39: 52(9) and 52-4(5), (6) are named; no other is."""
    one = desk()
    held_under_order(one, "2025-05-12")
    if way_in == "after an expired release":
        tell(one, "2025-05-13", "released")
        tell(one, "2025-05-20", "release_ended", how="expired")
        take(one, "2025-05-20T13:00", "deportation_order", "permit_copy")
    assert refused(one, "release_specially", "2025-06-12", SII, **SPECIAL) == "special_release_not_named"


def test_special_release_after_a_revoked_sponsorship() -> None:
    """52(10) names 52-4(5)."""
    one = desk()
    held_under_order(one, "2025-05-12")
    tell(one, "2025-05-13", "placed", paragraph="52-2(5)")
    tell(one, "2025-05-20", "sponsorship_ended", paragraph="52-2(5)", how="revoked")
    take(one, "2025-05-20T13:00", "deportation_order", "sponsorship_revocation")
    do(one, "release_specially", "2025-06-12", SII, **SPECIAL)
    assert custody(one) is Custody.SPECIAL_RELEASE


def test_a_broken_condition_of_special_release_is_a_crime_and_nothing_more() -> None:
    """72(iv), A-39: recorded with its exposure; a person decides, and no text takes him or her back."""
    one = until_removal()
    do(one, "release_specially", "2025-06-12", SII, **SPECIAL)
    assert refused(one, "record_breach", "2025-07-01", ICO, conduct="did_not_return", reasons="r") == (
        "no_duty_to_return"
    )
    do(one, "record_breach", "2025-07-01", ICO, conduct="fled", reasons="stated")
    assert owed(one) == {"weigh_special_release"}
    assert refused(one, "detain", "2025-07-01", ICO, **SHOWN_ORDER) == "wrong_stage"
    assert refused(one, "weigh", "2025-07-02", SII, detention=True, sponsorship_considered=True, reasons="r") == (
        "no_detention_to_resume"
    )
    do(one, "weigh", "2025-07-02", SII, reasons="stated")
    assert custody(one) is Custody.SPECIAL_RELEASE


def test_a_withdrawn_order_leaves_no_custody() -> None:
    """51, 52-6: whoever is held is to be released; then there is nothing to keep."""
    one = desk()
    case = held_under_order(one, "2025-05-12")
    one.act(case, "withdraw_order", "2025-05-20", SII, **REASONED)
    assert owed(one) == {"release_at_once"}
    do(one, "release", "2025-05-20T12:30", SII, why="order_ended", reasons="stated")
    assert one.stage(case_of(one, "Detention")) == "ended"
    assert custody(one) is Custody.FREE


def test_a_withdrawn_order_ends_sponsorship_and_special_release() -> None:
    """52-6, A-39: both rest on the order."""
    one = free_with_order()
    do(one, "tell_removal_impossible", "2025-05-12T12:00", ICO, **REASONED)
    tell(one, "2025-05-12T13:00", "placed", paragraph="52-2(1)")
    one.act(case_of(one, "Deportation"), "withdraw_order", "2025-05-20", SII, **REASONED)
    assert one.stage(case_of(one, "Detention")) == "ended"
    other = until_removal()
    do(other, "release_specially", "2025-06-12", SII, **SPECIAL)
    other.act(case_of(other, "Deportation"), "withdraw_order", "2025-06-20", SII, **REASONED)
    assert other.stage(case_of(other, "Detention")) == "ended"


def test_an_emergency_detainee_whose_order_issues_is_held_under_it() -> None:
    """52: handed over without a detention order, an alarm on file; the deportation order is the title from then on."""
    one = desk()
    case = in_emergency(one, "2025-05-12T08:00")
    handed_over(one, case, "2025-05-12T09:00")
    assert owed(one) == {"issue_detention_order"}
    ordered(one, case, "2025-05-12")
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert owed(one) == {"remove_or_tell"}


def test_somebody_held_under_the_order_before_is_taken_over() -> None:
    """Suppl. 8: held since 1 March 2024; the review knows since when, and no days are counted."""
    one = desk()
    body = {"title": "deportation_order", "since": "2024-03-01T10:00:00+09:00", "facility": "centre 1"}
    one.open("Detention", "take_over", "2024-06-20", ICO, **body)
    held = position(one).custody_held
    assert held is not None
    assert held.since.isoformat() == "2024-03-01T10:00:00+09:00"
    assert position(one).of("DetentionReview")[0].state.first_day.isoformat() == "2024-06-10"
    assert owed(one) == set()
