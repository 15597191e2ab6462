"""Detention before the deportation order: the order, emergency, papers, 48 hours, thirty and thirty days."""

from typing import Any

import pytest

from law.facts import Custody
from tests.procedures.custody_story import (
    ICO,
    INSPECTOR,
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
    held_under_order,
    in_emergency,
    order,
    owed,
    position,
    record,
    refused,
    screened,
    sponsor,
    state,
    suspected,
    take,
    try_open,
)
from tests.procedures.deportation_story import ORDER_PAPER

URGENT: dict[str, Any] = {"facility": "rooms 1", "urgency": "about to board a train"}


def test_the_screening_leaves_the_detention_order_as_a_duty() -> None:
    """39-2(1): the person is free until the order issued and was executed."""
    one = desk()
    screened(one, "2025-05-12T09:00")
    assert custody(one) is Custody.FREE
    assert owed(one) == {"issue_detention_order"}
    assert refused(one, "detain", "2025-05-12T09:10", ICO, **SHOWN) == "no_detention_order"
    order(one, "2025-05-12T09:20")
    assert owed(one) == {"detain_person"}
    take(one, "2025-05-12T10:00")
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER
    assert owed(one) == set()


def test_the_screening_for_sponsorship_keeps_the_person_free() -> None:
    """44-2(1): nobody is detained; the question goes on in a case of its own."""
    one = desk()
    screened(one, "2025-05-12T09:00", "sponsorship")
    assert custody(one) is Custody.FREE
    assert owed(one) == set()
    assert position(one).of("Sponsorship")[0].stage == "considered"
    assert refused(one, "issue_detention_order", "2025-05-12T10:00", SII, **ORDER_PAPER) == "no_footing"


def test_a_screening_for_nothing_opens_nothing() -> None:
    """39(2): with neither Sponsorship nor detention there is no custody to keep."""
    one = desk()
    screened(one, "2025-05-12T09:00", "nothing")
    assert position(one).of("Detention") == ()


def test_one_case_keeps_custody_through_two_screenings() -> None:
    """Sponsorship not decided after all: the suspect is screened anew, and the same case follows (39(2))."""
    one = desk()
    case = screened(one, "2025-05-12T09:00", "sponsorship")
    one.act(case_of(one, "Sponsorship"), "refuse", "2025-05-12T10:00", SII, reasons="stated")
    assert one.stage(case) == "notified"
    assert one.duties(case) == {"screen"}
    one.act(case, "screen", "2025-05-12T11:00", SII, outcome="detention", sponsorship_considered=True, reasons="stated")
    assert len(position(one).of("Detention")) == 1
    assert owed(one) == {"issue_detention_order"}


def test_a_restraint_opens_the_treatment() -> None:
    """55-18: whoever is taken is told, asked and examined."""
    one = desk()
    detained(one, "2025-05-12T09:00")
    assert position(one).of("Treatment")[0].stage == "detained"
    assert position(one).of("DetentionReview") == ()


@pytest.mark.parametrize(
    ("valid_until", "executed_on", "code"),
    [("2025-05-19", "2025-05-19", None), ("2025-05-19", "2025-05-20", "order_expired")],
)
def test_an_order_is_executed_within_its_validity(valid_until: str, executed_on: str, code: str | None) -> None:
    """40: on its last day yes, on the day after no."""
    one = desk()
    screened(one, "2025-05-12T09:00")
    order(one, "2025-05-12T09:20", valid_until=valid_until)
    if code is None:
        take(one, f"{executed_on}T23:59")
    else:
        assert refused(one, "detain", f"{executed_on}T00:00", ICO, **SHOWN) == code


def test_an_expired_order_is_told_and_issued_again() -> None:
    """44-4(8), and alike after a screening: the control officer tells, the supervising inspector issues anew."""
    one = desk()
    screened(one, "2025-05-12T09:00")
    order(one, "2025-05-12T09:20", valid_until="2025-05-19")
    assert refused(one, "report_expired_order", "2025-05-19T12:00", ICO) == "order_not_expired"
    do(one, "report_expired_order", "2025-05-20T09:00", ICO)
    assert owed(one) == {"issue_detention_order"}
    order(one, "2025-05-20T10:00", valid_until="2025-05-27")
    take(one, "2025-05-21T10:00")
    assert clocks(one)["detention_limit"] == "2025-06-19"  # 21 May is day 1: 11 of May, 19 of June


def test_an_order_is_not_valid_only_in_the_past() -> None:
    """40: the validity begins with the order."""
    one = desk()
    screened(one, "2025-05-12T09:00")
    assert (
        refused(one, "issue_detention_order", "2025-05-12T10:00", SII, **ORDER_PAPER | {"valid_until": "2025-05-11"})
        == "valid_in_the_past"
    )


def test_in_urgency_what_is_told_takes_the_place_of_the_paper() -> None:
    """42(2): the facts and that an order issued are told; the order is shown as soon as possible."""
    one = desk()
    screened(one, "2025-05-12T09:00")
    order(one, "2025-05-12T09:20")
    assert refused(one, "detain", "2025-05-12T10:00", ICO, facility="rooms 1") == "papers_not_shown"
    assert refused(one, "detain", "2025-05-12T10:00", ICO, **URGENT, told=["facts"]) == "not_told"
    unexplained = {"facility": "rooms 1", "told": ["facts", "detention_order_issued"]}
    assert refused(one, "detain", "2025-05-12T10:00", ICO, **unexplained) == "papers_not_shown"
    do(one, "detain", "2025-05-12T10:00", ICO, **URGENT, told=["facts", "detention_order_issued"])
    assert owed(one) == {"show_papers"}
    do(one, "show_papers", "2025-05-12T12:00", ICO)
    assert refused(one, "show_papers", "2025-05-12T12:01", ICO) == "no_papers_owed"


def test_the_48_hours_run_through_a_weekend_and_a_holiday_to_the_minute() -> None:
    """44, T2: restrained on Friday 2 May 2025 at 17:31; 3 and 4 May are holidays, and nothing stops the hours."""
    one = desk()
    case = detained(one, "2025-05-02T17:31")
    assert clock_end(one, "hand_over_limit") == "2025-05-04T17:31"
    late = copy(one)
    handed_over(one, case, "2025-05-04T17:30:59")
    assert one.stage(case) == "under_examination"
    assert set(clocks(one)) == {"detention_limit"}
    assert late.refused(case, "hand_over_person", "2025-05-04T17:31", ICO) == "title_ended"


def test_nobody_handed_over_in_time_is_held_without_a_title() -> None:
    """44: a breach on record, the person still counts as held, release is owed at once and undoes nothing."""
    one = desk()
    case = detained(one, "2025-05-02T17:31")
    at = "2025-05-04T17:31"
    assert custody(one, at) is Custody.DETAINED_DETENTION_ORDER
    held = position(one, at).custody_held
    assert held is not None
    assert held.title is None
    assert owed(one, at) == {"release_at_once"}
    do(one, "release", "2025-05-04T18:00", SII, why="not_handed_over", reasons="stated")
    assert custody(one) is Custody.FREE
    kinds = one.fact_kinds()
    assert kinds.index("LimitBroken") < kinds.index("TitleEnded") < kinds.index("Released")
    assert one.stage(case) == "investigated"  # the control officer notifies anew, or closes the case
    assert position(one).of("Treatment")[0].stage == "ended"


def test_a_hand_over_needs_the_person_held_on_file() -> None:
    """44: of somebody who is free nobody is handed over."""
    one = desk()
    case = screened(one, "2025-05-12T09:00")
    assert one.refused(case, "hand_over_person", "2025-05-12T10:00", ICO) == "suspect_not_held"


def test_a_hand_over_entered_late_stands_in_its_time() -> None:
    """Handed over after 47 hours, entered after 50: there was no breach."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    assert owed(one, "2025-05-14T09:00") == {"release_at_once"}
    one.register.let_lapse(one.person, position(one).cases[case].opened_at.replace(day=14, hour=11))
    filed = one.try_act(case, "hand_over_person", "2025-05-14T08:00", ICO, received="2025-05-14T11:00")
    assert filed.outcome.value == "filed", filed.refusal
    assert "LimitBroken" not in one.fact_kinds()
    assert owed(one) == set()


@pytest.mark.parametrize(
    ("taken", "last"),
    [
        ("2025-05-02", "2025-05-31"),
        ("2025-01-31", "2025-03-01"),
        ("2024-01-31", "2024-02-29"),
        ("2024-02-01", "2024-03-01"),
        ("2025-12-15", "2026-01-13"),
    ],
)
def test_thirty_days_with_the_day_of_restraint(taken: str, last: str) -> None:
    """41(1), A-03: the day of restraint is day 1; no closed day moves the end (T8)."""
    one = desk(kept="2024-01-04")
    record_kept(one, taken)
    assert clocks(one)["detention_limit"] == last


def record_kept(one: Any, day: str) -> None:
    """Taken on a day and handed over the same day."""
    handed_over(one, detained(one, f"{day}T10:00"), f"{day}T11:00")


def test_the_time_is_used_up_at_the_end_of_the_thirtieth_day() -> None:
    """41(1): until 24:00 of 31 May lawful; then a breach, and release is owed at once."""
    one = desk()
    record_kept(one, "2025-05-02")
    assert owed(one, "2025-05-31T23:59:59") == set()
    assert owed(one, "2025-06-01T00:00") == {"release_at_once"}
    assert refused(one, "release", "2025-06-01T00:10", SII, why="not_deportable", reasons="r") == "other_reason"
    do(one, "release", "2025-06-01T00:10", SII, why="time_used_up", reasons="stated")
    assert custody(one) is Custody.FREE
    assert refused(one, "detain", "2025-06-02", ICO, **SHOWN) == "detention_not_due"
    assert state(one).paper is None


def test_release_needs_a_reason_in_law() -> None:
    """A detention whose title stands is not ended by choice; Sponsorship and provisional release are decided."""
    one = desk()
    record_kept(one, "2025-05-02")
    for why in ("time_used_up", "not_deportable", "special_permission"):
        assert refused(one, "release", "2025-05-05", SII, why=why, reasons="r") == "title_stands"
    assert refused(one, "release", "2025-05-05", SII, why="departure_ordered", reasons="r") == "departure_not_ordered"


def test_a_release_that_a_court_commands_rests_on_its_decision() -> None:
    """ACLA 25(2), 33(1): the court, the kind of decision and its day are on record; else the title stands."""
    one = desk()
    record_kept(one, "2025-05-02")
    decided = {"kind": "stay", "court": "Tokyo District Court", "decided_on": "2025-05-05"}
    assert refused(one, "release", "2025-05-05", SII, why="court", reasons="r") == "no_court_decision"
    to_come = decided | {"decided_on": "2025-05-06"}
    assert refused(one, "release", "2025-05-05", SII, why="court", court=to_come, reasons="r") == "day_to_come"
    do(one, "release", "2025-05-05", SII, why="court", court=decided, reasons="the court stayed the detention")
    assert custody(one) is Custody.FREE


def test_a_stay_is_put_on_record_when_it_has_begun() -> None:
    """ACLA 25(2): before its first instant nothing is stayed; then it ends the detention by itself."""
    one = desk()
    held_under_order(one, "2025-05-02")
    stays = [{"scope": "execution", "since": "2025-05-12T00:00:00+09:00"}]
    kept = case_of(one, "Circumstances")
    assert one.refused(kept, "record_court_stays", "2025-05-08", SII, stays=stays) == "end_to_come"
    assert refused(one, "release", "2025-05-11", SII, why="court", reasons="r") == "no_court_decision"
    record(one, "record_court_stays", "2025-05-12T09:00", stays=stays)
    do(one, "release", "2025-05-12T09:10", SII, why="court", reasons="stayed")
    assert custody(one) is Custody.FREE


@pytest.mark.parametrize(
    ("taken", "days", "last"),
    [
        ("2025-05-02", 30, "2025-06-30"),
        ("2025-01-31", 30, "2025-03-31"),  # 1 March + 30
        ("2024-01-31", 30, "2024-03-30"),  # 29 February + 30
        ("2025-05-02", 1, "2025-06-01"),  # a Sunday: no closed day moves it
    ],
)
def test_an_extension_runs_from_the_thirtieth_day(taken: str, days: int, last: str) -> None:
    """41(1) proviso: counted from the end of the thirty days, whenever it was decided."""
    one = desk(kept="2024-01-04")
    record_kept(one, taken)
    do(one, "extend", f"{taken}T12:00", SII, days=days, reasons="a travel document is awaited")
    assert clocks(one) == {"detention_extension": last}


def test_what_no_extension_is() -> None:
    """41(1): more than thirty days, a second one, one after the thirty days, one without a detention order."""
    one = desk()
    record_kept(one, "2025-05-02")
    assert refused(one, "extend", "2025-05-30", SII, days=31, reasons="r") == "extension_too_long"
    assert refused(one, "extend", "2025-05-30", INSPECTOR, days=10, reasons="r") == "no_power"
    late = copy(one)
    assert refused(late, "extend", "2025-06-01T00:00", SII, days=10, reasons="r") == "extension_too_late"
    do(one, "extend", "2025-05-30", SII, days=10, reasons="unavoidable")
    assert refused(one, "extend", "2025-06-05", SII, days=10, reasons="r") == "extended_already"
    assert owed(one, "2025-06-11T00:00") == {"release_at_once"}  # 31 May + 10


def test_sixty_days_are_the_end() -> None:
    """Taken on 2 May: day 60 is 30 June; nothing lies beyond."""
    one = desk()
    record_kept(one, "2025-05-02")
    do(one, "extend", "2025-05-31T23:00", SII, days=30, reasons="unavoidable")
    assert owed(one, "2025-06-30T23:59") == set()
    assert owed(one, "2025-07-01T00:00") == {"release_at_once"}
    do(one, "release", "2025-07-01T00:05", SII, why="time_used_up", reasons="r")
    assert "LimitBroken" in one.fact_kinds()


def test_emergency_detention_starts_hours_and_days_at_the_restraint() -> None:
    """43(1), 44: no notice, no screening; the order is owed, the 48 hours run from the restraint."""
    one = desk()
    case = in_emergency(one, "2025-05-12T22:15")
    assert custody(one) is Custody.EMERGENCY_DETAINED
    assert owed(one) == {"issue_detention_order"}
    assert one.stage(case) == "screened"
    assert clock_end(one, "hand_over_limit") == "2025-05-14T22:15"
    assert clocks(one)["detention_limit"] == "2025-06-10"  # 12 May is day 1: 20 of May, 10 of June
    order(one, "2025-05-13T10:00", sponsorship_appropriate=False)
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER
    assert owed(one) == {"show_papers"}
    assert clock_end(one, "hand_over_limit") == "2025-05-14T22:15"
    assert clocks(one)["detention_limit"] == "2025-06-10"
    handed_over(one, case, "2025-05-14T22:14")


def test_the_view_on_sponsorship_is_recorded_with_the_order() -> None:
    """A-31: after emergency detention nobody screens; found appropriate, Sponsorship is owed (44-2(6))."""
    one = desk()
    in_emergency(one, "2025-05-12T22:15")
    assert refused(one, "issue_detention_order", "2025-05-13T10:00", SII, **ORDER_PAPER) == "sponsorship_not_considered"
    order(one, "2025-05-13T10:00", sponsorship_appropriate=True)
    assert owed(one) == {"show_papers", "decide_sponsorship"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"plain": False}, "no_emergency"),
        ({"flight_before_order": False}, "no_emergency"),
        ({"deportation": "case_unknown"}, "no_deportation_case"),
    ],
)
def test_what_no_emergency_is(changes: dict[str, Any], code: str) -> None:
    """43(1): a plain case and sufficient ground to believe in flight, of a suspect on file."""
    one = desk()
    case = suspected(one, "2025-05-12T08:00")
    body = {"deportation": case, "plain": True, "flight_before_order": True, "facility": "rooms 1", **REASONED}
    assert try_open(one, "detain_in_emergency", "2025-05-12T09:00", ICO, **body | changes) == code


def test_no_emergency_after_sponsorship_was_chosen_or_on_the_departure_route() -> None:
    """43(1) waits for an order: none is awaited there (44-2(1); 75 of LAW §14)."""
    one = desk()
    case = screened(one, "2025-05-12T08:00", "sponsorship")
    body = {"deportation": case, "plain": True, "flight_before_order": True, "facility": "rooms 1", **REASONED}
    assert refused(one, "detain_before_order", "2025-05-12T09:00", ICO, **body) == "sponsorship_chosen"
    other = desk()
    case = suspected(other, "2025-05-12T08:00")
    eligible = {"deported_before": False, "left_under_departure_order_before": False, "certain_to_leave": True}
    other.act(case, "declare_wish_to_leave", "2025-05-12T08:10", ICO)
    other.act(case, "pass_for_departure_order", "2025-05-12T08:20", ICO, assessment=eligible, reasons="r")
    body |= {"deportation": case}
    assert try_open(other, "detain_in_emergency", "2025-05-12T09:00", ICO, **body) == "not_before_hand_over"


def test_an_emergency_while_the_order_is_awaited() -> None:
    """43(1): the screening chose detention, the order has not issued, and the suspect is about to flee."""
    one = desk()
    case = screened(one, "2025-05-12T09:00")
    body = {"deportation": case, "plain": True, "flight_before_order": True, "facility": "rooms 1", **REASONED}
    do(one, "detain_before_order", "2025-05-12T09:30", ICO, **body)
    assert custody(one) is Custody.EMERGENCY_DETAINED
    assert one.stage(case) == "screened"
    other = desk()
    case = screened(other, "2025-05-12T09:00")
    order(other, "2025-05-12T09:20")
    body |= {"deportation": case}
    assert refused(other, "detain_before_order", "2025-05-12T09:30", ICO, **body) == "detention_order_stands"


def test_an_emergency_not_approved_ends_at_once() -> None:
    """43(3): only where no item of Article 24 applies; the case goes on without detention."""
    one = desk()
    case = in_emergency(one, "2025-05-12T22:15")
    assert refused(one, "refuse_emergency", "2025-05-13T09:00", SII, no_item_applies=False, reasons="r") == (
        "item_applies"
    )
    do(one, "refuse_emergency", "2025-05-13T09:00", SII, no_item_applies=True, reasons="stated")
    assert owed(one) == {"release_at_once"}
    assert clocks(one) == {}
    assert one.stage(case) == "investigated"
    assert refused(one, "issue_detention_order", "2025-05-13T09:10", SII, **ORDER_PAPER) == "title_ended"
    do(one, "release", "2025-05-13T09:15", SII, why="not_approved", reasons="stated")
    assert custody(one) is Custody.FREE


def test_an_emergency_that_nobody_answers_breaks_the_48_hours() -> None:
    """44: the hours run from the restraint, order or not."""
    one = desk()
    in_emergency(one, "2025-05-12T22:15")
    assert owed(one, "2025-05-14T22:14") == {"issue_detention_order"}
    assert "release_at_once" in owed(one, "2025-05-14T22:15")


def test_a_second_case_of_custody_is_not_opened() -> None:
    """Exactly one case keeps the axis: an emergency and a taking-over are refused while one is open."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    body = {"deportation": case, "plain": True, "flight_before_order": True, "facility": "rooms 1", **REASONED}
    assert try_open(one, "detain_in_emergency", "2025-05-12T10:00", ICO, **body) == "custody_kept_already"
    taken = {"title": "detention_order", "since": "2025-05-12T09:00:00+09:00", "facility": "rooms 1"}
    assert try_open(one, "take_over", "2025-05-12T10:00", ICO, **taken) == "custody_kept_already"
    circumstances = case_of(one, "Circumstances")
    assert one.refused(circumstances, "record_custody", "2025-05-12T10:00", ICO, custody="free") == "custody_kept"


def test_the_circumstances_follow_the_axis() -> None:
    """What is listed by custody is what the case that keeps it says."""
    one = desk()
    detained(one, "2025-05-12T09:00")
    assert position(one).circumstances.custody is Custody.DETAINED_DETENTION_ORDER


def test_the_place_is_assigned_and_a_police_cell_is_for_suspects() -> None:
    """41(2), (3): moved from rooms to a police cell; the facility is what is on file."""
    one = desk()
    record_kept(one, "2025-05-02")
    do(one, "assign_place", "2025-05-03", SII, place="police_cell", facility="station 1", reasons="asked")
    held = position(one).custody_held
    assert held is not None
    assert held.facility == "station 1"
    assert one.fact_kinds()[-1] == "PlaceAssigned"


def test_somebody_held_before_is_taken_over_with_the_days_spent() -> None:
    """Held since 20 May with 12 days spent before: day 13 is 20 May, day 30 is 6 June."""
    one = desk()
    body: dict[str, Any] = {
        "title": "detention_order",
        "since": "2025-05-20T10:00:00+09:00",
        "days_spent": 12,
        "facility": "rooms 1",
    }
    one.open("Detention", "take_over", "2025-05-25", ICO, **body)
    assert clocks(one) == {"detention_limit": "2025-06-06"}
    assert owed(one, "2025-06-07T00:00") == {"release_at_once"}


@pytest.mark.parametrize(
    ("since", "spent", "extension", "title"),
    [
        ("2025-04-20", 0, 0, None),  # day 30 was 19 May
        ("2025-04-26", 0, 0, "detention_order"),  # day 30 is 25 May
        ("2025-04-20", 0, 10, "detention_order"),  # day 40 is 29 May
        ("2025-05-24", 60, 30, None),
        ("2025-05-24", 30, 0, None),
    ],
)
def test_somebody_taken_over_after_the_time_was_used_up_is_held_in_breach(
    since: str, spent: int, extension: int, title: str | None
) -> None:
    """41(1): what was used up before the case was kept here is a breach from the first moment."""
    one = desk()
    body = {"title": "detention_order", "since": f"{since}T10:00:00+09:00", "facility": "rooms 1"}
    one.open("Detention", "take_over", "2025-05-25T09:00", ICO, **body, days_spent=spent, extension=extension)
    held = position(one).custody_held
    assert held is not None
    assert held.title == title
    assert owed(one) == (set() if title else {"release_at_once"})


@pytest.mark.parametrize(("taken_over", "ends"), [("2025-05-22T09:59", "2025-05-22T10:00"), ("2025-05-22T10:00", None)])
def test_the_48_hours_run_on_for_who_is_taken_over_before_the_hand_over(taken_over: str, ends: str | None) -> None:
    """44: held since 20 May 10:00; passed before the case was kept here, they are a breach from the first moment."""
    one = desk()
    body: dict[str, Any] = {"title": "detention_order", "since": "2025-05-20T10:00:00+09:00", "facility": "rooms 1"}
    one.open("Detention", "take_over", taken_over, ICO, **body, handed_over=False)
    if ends is not None:
        assert clock_end(one, "hand_over_limit") == ends
    else:
        assert owed(one) == {"release_at_once"}
        assert "LimitBroken" in one.fact_kinds()


def test_what_no_taking_over_is() -> None:
    """Held from a time to come, or for a case that is not on file."""
    one = desk()
    body = {"title": "detention_order", "since": "2025-05-20T10:00:00+09:00", "facility": "rooms 1"}
    assert try_open(one, "take_over", "2025-05-19", ICO, **body) == "held_from_to_come"
    unknown = body | {"deportation": "case_unknown"}
    assert try_open(one, "take_over", "2025-05-21", ICO, **unknown) == "no_deportation_case"


@pytest.mark.parametrize(("gone", "code"), [("record_departure", "person_gone"), ("record_death", "person_died")])
def test_nobody_who_left_or_died_is_held(gone: str, code: str) -> None:
    """25, 55-82: whoever is out of the country or dead is not taken over."""
    one = desk()
    record(one, gone, "2025-05-12", INSPECTOR, on="2025-05-12")
    body = {"title": "detention_order", "since": "2025-05-20T10:00:00+09:00", "facility": "rooms 1"}
    assert try_open(one, "take_over", "2025-05-21", ICO, **body) == code


def test_nobody_under_sponsorship_is_taken_over_as_held() -> None:
    """44-2(8): what took hold before a case of custody was opened stands; a screening finds the person under it."""
    one = desk()
    record(one, "record_custody", "2025-05-12T07:00", ICO, custody="detained_detention_order")
    sponsor(one, "2025-05-12T08:00", "2025-08-12")
    body = {"title": "detention_order", "since": "2025-05-10T10:00:00+09:00", "facility": "rooms 1"}
    assert try_open(one, "take_over", "2025-05-13", ICO, **body) == "liberty_stands"
    case = suspected(one, "2025-05-13T09:00")
    emergency = {"deportation": case, "plain": True, "flight_before_order": True, "facility": "rooms 1", **REASONED}
    assert try_open(one, "detain_in_emergency", "2025-05-13T10:00", ICO, **emergency) == "liberty_stands"
    one.act(case, "notify", "2025-05-13T11:00", ICO, **REASONED)
    chosen: dict[str, Any] = {"outcome": "sponsorship", "sponsorship_considered": True, **REASONED}
    one.act(case, "screen", "2025-05-13T11:10", SII, **chosen)
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER


def test_the_procedure_beside_a_criminal_case_knows_no_detention() -> None:
    """63(1): nobody goes that way while detained; what the screening chose falls away."""
    one = desk()
    case = screened(one, "2025-05-12T09:00")
    order(one, "2025-05-12T09:20")
    running = [{"kind": "criminal", "since": "2025-05-12"}]
    record(one, "record_proceedings", "2025-05-12T09:30", ICO, proceedings=running)
    held = copy(one)
    take(held, "2025-05-12T10:00")
    assert held.refused(case, "go_on_beside_criminal_case", "2025-05-12T10:10", ICO) == "suspect_detained"
    one.act(case, "go_on_beside_criminal_case", "2025-05-12T10:10", ICO)
    assert owed(one) == set()
    assert refused(one, "detain", "2025-05-12T10:20", ICO, **SHOWN) == "detention_not_due"


def test_a_closed_investigation_leaves_no_custody() -> None:
    """27: after an emergency that was not approved the case is closed, and so is that of custody."""
    one = desk()
    case = in_emergency(one, "2025-05-12T22:15")
    do(one, "refuse_emergency", "2025-05-13T09:00", SII, no_item_applies=True, reasons="stated")
    do(one, "release", "2025-05-13T09:15", SII, why="not_approved", reasons="stated")
    one.act(case, "close_investigation", "2025-05-14", ICO, **REASONED)
    assert one.stage(case_of(one, "Detention")) == "ended"
