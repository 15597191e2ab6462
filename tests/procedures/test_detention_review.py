"""Review of detention under the order: the plan, the three months, the report, the consideration, the Commissioner."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from engine.command import Kind
from engine.soundness import faults
from law.custody import Sponsored
from law.custody_clocks import DETENTION_REVIEW
from law.detention_review import DetentionReviewed, Footing, RoundResult
from law.facts import Custody
from tests.procedures import custody_story
from tests.procedures import sponsorship_story as sponsorship
from tests.procedures.desk import Desk, jst
from tests.procedures.review_story import (
    CLERK,
    COMMISSIONER,
    HEAD,
    HELD,
    ICO,
    PLAN,
    PROCEDURES,
    SII,
    WEIGHED,
    consider,
    due,
    facts,
    held,
    last,
    owed,
    plan,
    position,
    report,
    review_of,
    told,
)

FIRST = "2025-02-28T10:00"
"""Three months: 27 May counted, 31 May (a Saturday) not counted; prompt until Wednesday 4 June."""


def _reviewed(one: Desk, at: str) -> DetentionReviewed:
    return position(one, at).all(DetentionReviewed)[-1]


def _armed(one: Desk, at: str) -> date:
    clock = last(one, "DetentionReview", at).clock(DETENTION_REVIEW)
    assert clock is not None
    return clock.last_day


def test_the_declaration_is_sound() -> None:
    """No stage without a way out, no clock without its lapse, no duty that nobody owes."""
    assert faults(PROCEDURES["DetentionReview"]) == ()


def test_three_months_are_reached_by_themselves_and_the_next_run_at_once() -> None:
    """From 28 February 2025, counted: 27 May; the report and the consideration are owed, and 27 August is armed."""
    one, _ = held(FIRST)
    assert last(one, "DetentionReview", "2025-05-27T23:59").stage == "running"
    assert owed(one, "DetentionReview", "2025-05-27T23:59") == {"draw_up_plan"}
    assert last(one, "DetentionReview", "2025-05-28T00:00").stage == "under_review"
    assert owed(one, "DetentionReview", "2025-05-28T00:00") == {
        "draw_up_plan",
        "report_progress",
        "consider_sponsorship",
    }
    clocks = {clock.rule_name: clock.last_day for clock in last(one, "DetentionReview", "2025-05-28").running_clocks}
    assert clocks == {"detention_review": date(2025, 8, 27), "review_overdue": date(2025, 6, 4)}


@pytest.mark.parametrize(
    ("since", "ends"),
    [
        ("2024-11-30", ["2025-02-28", "2025-05-31", "2025-08-31"]),
        ("2025-02-28", ["2025-05-27", "2025-08-27", "2025-11-27"]),
        ("2024-06-10", ["2024-09-09", "2024-12-09", "2025-03-09"]),
        ("2028-02-29", ["2028-05-28", "2028-08-28", "2028-11-28"]),
        ("2027-11-30", ["2028-02-29", "2028-05-31", "2028-08-31"]),
        ("2027-11-29", ["2028-02-28", "2028-05-28", "2028-08-28"]),
    ],
)
def test_reviews_follow_one_another_across_month_ends_and_leap_years(since: str, ends: list[str]) -> None:
    """Each begins the day after the one before, whatever is done or left undone (52-8(6))."""
    one, _ = held(f"{since}T10:00")
    assert _armed(one, f"{ends[-1]}T23:59") == date.fromisoformat(ends[-1])
    reached = facts(one, "ThreeMonthsReached", f"{ends[-1]}T23:59")
    assert [fact.last_day.isoformat() for fact in reached] == ends[:-1]


def test_a_plan_is_owed_until_the_first_three_months_are_reached() -> None:
    """The text has no deadline, but the plan must exist when it is to be handed in (D20)."""
    one, _ = held(FIRST)
    assert due(one, "DetentionReview", "draw_up_plan", FIRST) == date(2025, 5, 27)
    plan(one, "2025-03-10")
    assert owed(one, "DetentionReview", "2025-03-10T13:00") == set()
    assert facts(one, "PlanDrawnUp")[0].heard is True


def test_a_plan_needs_a_hearing_or_another_finding() -> None:
    """52-8(1): the person is heard, or the obstacles are found otherwise; a hearing has its day."""
    one, _ = held(FIRST)
    review, body = review_of(one), {"drawn_up_on": "2025-03-10", "obstacles": "o", "expected_end": "e"}
    assert one.refused(review, "draw_up_plan", "2025-03-10", ICO, **body) == "person_not_heard"
    half = body | {"hearing": "said"}
    assert one.refused(review, "draw_up_plan", "2025-03-10", ICO, **half) == "person_not_heard"
    one.act(review, "draw_up_plan", "2025-03-10", ICO, **body, found_otherwise="from the consulate")
    assert facts(one, "PlanDrawnUp")[0].heard is False


def test_a_plan_lies_neither_before_the_order_nor_ahead() -> None:
    """A plan is drawn up for the order that stands, on a day that has come."""
    one, _ = held(FIRST)
    body = PLAN | {"heard_on": "2025-03-10"}
    early, late = body | {"drawn_up_on": "2025-02-27"}, body | {"drawn_up_on": "2025-03-11"}
    assert one.refused(review_of(one), "draw_up_plan", "2025-03-10", ICO, **early) == "day_too_early"
    assert one.refused(review_of(one), "draw_up_plan", "2025-03-10", ICO, **late) == "day_to_come"


def test_the_report_waits_for_the_three_months_and_for_the_plan() -> None:
    """No report before three months are reached, none without a plan, and the first one hands the plan in."""
    one, _ = held(FIRST)
    review, body = review_of(one), {"hands_in_plan": True, "progress": "p"}
    assert one.refused(review, "report_progress", "2025-05-27", ICO, **body) == "no_report_due"
    assert one.refused(review, "report_progress", "2025-05-28", ICO, **body) == "no_plan"
    plan(one, "2025-05-28T13:00")
    alone = body | {"hands_in_plan": False}
    assert one.refused(review, "report_progress", "2025-05-28T14:00", ICO, **alone) == "plan_not_handed_in"
    report(one, "2025-05-28T14:00")
    assert owed(one, "DetentionReview", "2025-05-28T14:00") == {"consider_sponsorship"}


def test_a_later_report_hands_no_plan_in_again() -> None:
    """From the second three months on the progress alone is reported (52-8(6))."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    report(one, "2025-08-28", first=False)
    assert [fact.rounds for fact in facts(one, "ProgressReported")] == [(1,), (2,)]


def test_only_who_received_the_report_considers() -> None:
    """The supervising inspector considers what the control officer reported, and not before (52-8(3))."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    body = {"appropriate": False, **WEIGHED}
    assert one.refused(review_of(one), "consider", "2025-05-27", SII, **body) == "nothing_to_consider"
    assert one.refused(review_of(one), "consider", "2025-05-28", SII, **body) == "report_awaited"


def test_a_no_always_goes_to_the_commissioner() -> None:
    """Invariant 51: the report is owed until it is made, and an answer within fourteen days (A-24)."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    report(one, "2025-05-28T09:00")
    consider(one, "2025-05-28T10:00")
    assert owed(one, "DetentionReview", "2025-05-28T10:00") == {"tell_commissioner"}
    one.act(review_of(one), "tell_commissioner", "2025-05-29", SII, reasons="stated")
    assert owed(one, "DetentionReview", "2025-05-29") == {"answer_report"}
    assert due(one, "DetentionReview", "answer_report", "2025-05-29") == date(2025, 6, 12)


def test_the_commissioner_alone_answers() -> None:
    """The power is delegated to nobody: neither the bureau head nor the inspector commands (52-8(4))."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    for act in ("command_sponsorship", "withhold_command"):
        for who in (HEAD, SII, "minister"):
            filed = one.try_act(review_of(one), act, "2025-06-02", who, reasons="stated")
            assert filed.refusal is not None
            assert filed.refusal.type == "NoPower"


def test_nothing_is_answered_that_was_not_reported() -> None:
    """Without the inspector's report there is nothing to command on, and nothing to tell without a no."""
    one, _ = held(FIRST)
    assert one.refused(review_of(one), "command_sponsorship", "2025-06-02", COMMISSIONER, reasons="r") == (
        "no_report_received"
    )
    assert one.refused(review_of(one), "tell_commissioner", "2025-06-02", SII, reasons="r") == "nothing_to_report"


def test_not_found_appropriate_detention_goes_on() -> None:
    """The record says so, nothing is owed, and the next three months run."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    one.act(review_of(one), "withhold_command", "2025-06-02", COMMISSIONER, reasons="stated")
    assert one.stage(review_of(one)) == "running"
    assert not owed(one, "DetentionReview", "2025-06-02")
    assert _reviewed(one, "2025-06-02").rounds[0].result is RoundResult.LEFT
    assert _armed(one, "2025-06-02") == date(2025, 8, 27)


def test_a_command_opens_the_sponsorship_and_stays_open_until_it_is_decided() -> None:
    """52-8(4), (5): a Sponsorship is taken up at once; while nobody decides it, the command is owed (A-38)."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    one.act(review_of(one), "command_sponsorship", "2025-06-02", COMMISSIONER, reasons="stated")
    assert one.stage(review_of(one)) == "commanded"
    assert "SponsorshipCommanded" in one.fact_kinds()
    assert last(one, "Sponsorship", "2025-06-02").stage == "kept"
    assert owed(one, "DetentionReview", "2025-08-01") == {"carry_out_command"}
    one.act(hold, "decide", "2025-08-04", CLERK, paragraph="52-8(5)")
    assert one.stage(review_of(one)) == "running"
    assert not owed(one, "DetentionReview", "2025-08-04")


def test_after_a_command_the_inspector_cannot_say_no() -> None:
    """Invariant 52: in the next three months too, only a yes is left; a second command is not needed."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    one.act(review_of(one), "command_sponsorship", "2025-06-02", COMMISSIONER, reasons="stated")
    report(one, "2025-08-28", first=False)
    assert one.refused(review_of(one), "consider", "2025-08-28T13:00", SII, appropriate=False, **WEIGHED) == (
        "command_stands"
    )
    consider(one, "2025-08-28T13:00", appropriate=True)
    assert one.stage(review_of(one)) == "commanded"
    assert owed(one, "DetentionReview", "2025-08-28T13:00") == {
        "carry_out_command",
        "decide_sponsorship_found_appropriate",
    }


def test_a_yes_is_decided_in_the_case_of_sponsorship() -> None:
    """Found appropriate, the decision is owed; it is made by 52-2(5), and then nothing is left to consider."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    report(one, "2025-05-28T09:00")
    consider(one, "2025-05-28T10:00", appropriate=True)
    assert owed(one, "DetentionReview", "2025-05-28T10:00") == {"decide_sponsorship_found_appropriate"}
    one.act(hold, "decide", "2025-05-30", CLERK)
    assert one.stage(review_of(one)) == "running"
    assert _reviewed(one, "2025-05-30").rounds[0].result is RoundResult.SPONSORSHIP_DECIDED


def test_a_yes_that_comes_to_nothing_is_considered_again() -> None:
    """No Sponsor was found after all: the inspector considers again, and a no goes to the Commissioner."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    report(one, "2025-05-28T09:00")
    consider(one, "2025-05-28T10:00", appropriate=True)
    one.act(hold, "decide_no_sponsorship", "2025-06-02", CLERK)
    assert owed(one, "DetentionReview", "2025-06-02") == {"consider_sponsorship"}
    consider(one, "2025-06-03")
    assert owed(one, "DetentionReview", "2025-06-03") == {"tell_commissioner"}


def test_a_yes_may_be_reconsidered_before_it_is_decided() -> None:
    """Until Sponsorship is decided the view may change, and the change goes to the Commissioner as every no does."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    report(one, "2025-05-28T09:00")
    consider(one, "2025-05-28T10:00", appropriate=True)
    consider(one, "2025-05-28T11:00")
    assert owed(one, "DetentionReview", "2025-05-28T11:00") == {"tell_commissioner"}


def test_a_decision_on_request_answers_the_review() -> None:
    """Sponsorship decided while the Commissioner weighs: the review has nothing left to ask."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    one.act(hold, "decide", "2025-06-03", CLERK)
    assert not owed(one, "DetentionReview", "2025-06-03")
    assert one.refused(review_of(one), "command_sponsorship", "2025-06-04", COMMISSIONER, reasons="r") == (
        "no_report_received"
    )


def test_while_only_a_deposit_is_open_the_report_is_due_all_the_same() -> None:
    """52-8(3): the control officer reports, the inspector considers nothing, and no breach comes of it."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    one.act(hold, "decide", "2025-05-20", CLERK)
    assert owed(one, "DetentionReview", "2025-05-28T00:00") == {"report_progress"}
    assert facts(one, "ThreeMonthsReached", "2025-05-28")[0].to_be_considered is False
    report(one, "2025-05-28T13:00")
    assert one.stage(review_of(one)) == "running"
    refused = one.refused(review_of(one), "consider", "2025-05-29", SII, appropriate=False, **WEIGHED)
    assert refused == "nothing_to_consider"
    assert not facts(one, "ReviewMissed", "2025-06-10")


@pytest.mark.parametrize("decided", ["2025-05-20", "2025-05-28"])
def test_whether_a_deposit_is_open_is_judged_when_the_report_is_received(decided: str) -> None:
    """Decided before or after the three months, ended before the report: Sponsorship is considered after all."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    one.act(hold, "decide", decided, CLERK)
    one.act(hold, "end_sponsorship", "2025-05-29", CLERK)
    report(one, "2025-05-30")
    assert owed(one, "DetentionReview", "2025-05-30") == {"consider_sponsorship"}


def test_a_decision_before_the_order_excuses_nothing() -> None:
    """Only a decision under 52-2(5) leaves nothing to consider; one of 44-2(6) lapsed with the order."""
    one, hold = held(FIRST)
    one.act(hold, "decide", "2025-05-20", CLERK, paragraph="44-2(6)")
    assert position(one, "2025-05-21").all(Sponsored)
    assert "consider_sponsorship" in owed(one, "DetentionReview", "2025-05-28T00:00")


def test_a_breach_comes_only_after_the_later_reading_and_stays() -> None:
    """27 May counted, 31 May not counted, prompt until 4 June: the breach is of 5 June and names what is missing."""
    one, _ = held(FIRST)
    assert not facts(one, "ReviewMissed", "2025-06-04T23:59")
    missed = facts(one, "ReviewMissed", "2025-06-05T00:00")
    assert [(fact.round, fact.report_missing, fact.consideration_missing) for fact in missed] == [(1, True, True)]
    assert "bring_review_on" in owed(one, "DetentionReview", "2025-06-05")
    plan(one, "2025-06-06T08:00")
    report(one, "2025-06-06T09:00")
    assert "bring_review_on" in owed(one, "DetentionReview", "2025-06-06T09:00")
    consider(one, "2025-06-06T10:00")
    assert "bring_review_on" not in owed(one, "DetentionReview", "2025-06-06T10:00")
    assert _reviewed(one, "2025-06-07").rounds[0].breached


def test_a_missing_consideration_alone_is_a_breach() -> None:
    """Reported and not considered: the breach says which of the two is missing."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    report(one, "2025-05-28")
    missed = facts(one, "ReviewMissed", "2025-06-05T00:00")
    assert [(fact.report_missing, fact.consideration_missing) for fact in missed] == [(False, True)]


def test_what_is_done_in_time_makes_no_breach() -> None:
    """Reported and considered by 4 June: the clock of the breach stands still for good."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    report(one, "2025-06-04T09:00")
    consider(one, "2025-06-04T23:00")
    assert not facts(one, "ReviewMissed", "2025-08-27")


def test_rounds_overlap_and_one_answer_serves_them_all() -> None:
    """Two rounds unreported: two breaches; one report, one view, one answer then serve both."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    assert [fact.round for fact in facts(one, "ReviewMissed", "2025-09-10")] == [1, 2]
    told(one, "2025-09-11")
    assert [fact.rounds for fact in facts(one, "CommissionerTold")] == [(1, 2)]
    one.act(review_of(one), "withhold_command", "2025-09-12", COMMISSIONER, reasons="stated")
    assert not owed(one, "DetentionReview", "2025-09-12")


def test_a_second_round_runs_beside_an_answer_that_is_awaited() -> None:
    """The Commissioner has no time limit: the next three months bring their own report and view."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    assert owed(one, "DetentionReview", "2025-08-28T00:00") == {
        "answer_report",
        "report_progress",
        "consider_sponsorship",
    }
    report(one, "2025-08-28T09:00", first=False)
    consider(one, "2025-08-28T10:00")
    assert owed(one, "DetentionReview", "2025-08-28T10:00") == {"answer_report", "tell_commissioner"}


@pytest.mark.parametrize(
    "to",
    [
        Custody.SPONSORED_AFTER_ORDER,
        Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
        Custody.SPECIAL_RELEASE,
        Custody.CRIMINAL_CUSTODY,
        Custody.TRAVEL_RESTRICTED,
        Custody.FREE,
    ],
)
def test_every_release_breaks_the_three_months(to: Custody) -> None:
    """A release ends the review and what it owed; a new detention starts at zero and knows the plan (D28)."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    first = review_of(one)
    one.act(hold, "move_to", "2025-05-20", CLERK, to=to)
    assert one.stage(first) == "ended"
    assert facts(one, "ReviewBroken")[0].by is to
    one.act(hold, "move_to", "2025-06-02", CLERK, to=HELD, title="deportation_order")
    assert review_of(one) != first
    assert _armed(one, "2025-06-02") == date(2025, 9, 1)
    assert not owed(one, "DetentionReview", "2025-06-02")
    report(one, "2025-09-02")
    assert facts(one, "ProgressReported")[0].handed_in_plan


def test_a_release_does_not_end_the_duty_to_draw_up_a_plan() -> None:
    """52-8(1)(i): the plan stays owed at liberty; detained again, the same case counts three months from zero."""
    one, hold = held(FIRST)
    case = review_of(one)
    assert facts(one, "ReviewMissed", "2025-06-05")
    one.act(hold, "move_to", "2025-06-06T09:00", CLERK, to="sponsored_after_order")
    assert one.stage(case) == "plan_owed"
    assert one.duties(case) == {"draw_up_plan"}
    assert not position(one, "2025-06-06").all(DetentionReviewed)
    one.act(hold, "move_to", "2025-07-01", CLERK, to=HELD, title="deportation_order")
    assert review_of(one) == case
    assert (_armed(one, "2025-07-01"), _reviewed(one, "2025-07-01").rounds) == (date(2025, 9, 30), ())
    plan(one, "2025-07-02")
    one.act(hold, "move_to", "2025-07-03", CLERK, to="sponsored_after_order")
    assert one.stage(case) == "ended"


def test_liberty_in_a_disaster_breaks_nothing_until_a_person_says_so() -> None:
    """A-48: the three months run on, since an earlier review is harmless; a person may let them begin anew."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    review, body = review_of(one), {"first_day": "2025-04-10", "reasons": "stated"}
    assert one.refused(review, "count_anew", "2025-04-10", SII, **body) == "not_set_free"
    one.act(hold, "move_to", "2025-04-01", CLERK, to=Custody.SET_FREE_IN_DISASTER)
    assert one.refused(review, "count_anew", "2025-04-10", SII, **body) == "not_set_free"
    one.act(hold, "move_to", "2025-04-10T09:00", CLERK, to=HELD, title="deportation_order")
    assert review_of(one) == review
    assert _armed(one, "2025-04-10") == date(2025, 5, 27)
    early = body | {"first_day": "2025-04-09"}
    assert one.refused(review, "count_anew", "2025-04-11", SII, **early) == "day_too_early"
    one.act(review, "count_anew", "2025-04-11", SII, **body)
    assert _armed(one, "2025-04-11") == date(2025, 7, 9)
    assert [fact.last_day for fact in facts(one, "ThreeMonthsReached", "2025-07-10")] == [date(2025, 7, 9)]
    assert _armed(one, "2025-07-10") == date(2025, 10, 9)


def test_who_is_held_under_a_detention_order_is_counted_from_the_order() -> None:
    """A-45: held since 1 March, ordered on 31 March: day 1 is 31 March, and three months end on 30 June."""
    one, hold = held("2025-03-01", custody="detained_detention_order", title="detention_order", ordered_at=None)
    assert not position(one, "2025-03-30").of("DetentionReview")
    one.act(hold, "order", "2025-03-31T15:00", CLERK)
    # no 31 June: the last day of the month
    assert _armed(one, "2025-03-31T15:00") == date(2025, 6, 30)


def test_held_at_the_commencement_is_counted_from_that_day_by_one_reading() -> None:
    """Suppl. 8(4): from and including 10 June 2024 to 9 September; prompt until 12 September, no later reading."""
    since = {"since": jst("2023-12-01"), "ordered_at": jst("2023-11-01")}
    one, _ = held("2024-06-10T00:00", **since)
    assert _reviewed(one, "2024-06-10").first_day == date(2024, 6, 10)
    assert due(one, "DetentionReview", "draw_up_plan", "2024-06-10") == date(2024, 6, 13)
    assert last(one, "DetentionReview", "2024-06-10").state.footing is Footing.HELD_AT_COMMENCEMENT
    clocks = {clock.rule_name: clock.last_day for clock in last(one, "DetentionReview", "2024-09-10").running_clocks}
    assert clocks == {"detention_review": date(2024, 12, 9), "review_overdue": date(2024, 9, 12)}


def test_detained_again_after_an_old_release_is_counted_from_that_day() -> None:
    """Suppl. 8(3), (4): the plan promptly, three months from and including the day of the detention."""
    one, _ = held("2024-07-01", ordered_at=jst("2024-03-01"), old_release=True)
    assert last(one, "DetentionReview", "2024-07-01").state.footing is Footing.OLD_RELEASE_ENDED
    assert due(one, "DetentionReview", "draw_up_plan", "2024-07-01") == date(2024, 7, 4)
    assert _armed(one, "2024-07-01") == date(2024, 9, 30)


def test_rounds_overdue_before_the_record_began_are_a_breach_from_its_first_day() -> None:
    """Taken over after half a year with no report on record: both rounds are owed, missed, and marked as found then."""
    one, _ = held("2025-09-10", since=jst(FIRST), ordered_at=jst(FIRST))
    rounds = _reviewed(one, "2025-09-10").rounds
    assert [(one.number, one.last_day) for one in rounds] == [(1, date(2025, 5, 27)), (2, date(2025, 8, 27))]
    assert due(one, "DetentionReview", "report_progress", "2025-09-10") == date(2025, 9, 16)
    assert _armed(one, "2025-09-10") == date(2025, 11, 27)
    missed = facts(one, "ReviewMissed")
    assert [(fact.round, fact.before_record) for fact in missed] == [(1, True), (2, True)]
    assert all(fact.report_missing and fact.consideration_missing for fact in missed)
    assert "bring_review_on" in owed(one, "DetentionReview", "2025-09-10")
    assert len(facts(one, "ReviewMissed", "2025-11-01")) == 2


@pytest.mark.parametrize(
    ("reviewed_until", "missed"),
    [
        (None, [1, 2, 3]),
        ("2025-05-26", [1, 2, 3]),  # a day short of the first three months
        ("2025-05-27", [2, 3]),
        ("2025-08-27", [3]),
        ("2025-08-31", [3]),  # by the later reading
        ("2025-11-27", []),
    ],
)
def test_rounds_reviewed_on_paper_before_the_record_are_no_breach(
    reviewed_until: str | None, missed: list[int]
) -> None:
    """52-8(2), (6): held since 28 February, taken over in December; three months to 27 May, 27 August, 27 November."""
    one = custody_story.desk("2025-02-01")
    body = {"title": "deportation_order", "since": f"{FIRST}:00+09:00", "facility": "rooms 1"}
    one.open("Detention", "take_over", "2025-12-15", ICO, **body, reviewed_until=reviewed_until)
    assert [fact.round for fact in facts(one, "ReviewMissed")] == missed
    assert ("report_progress" in owed(one, "DetentionReview", "2025-12-15")) is bool(missed)
    assert _armed(one, "2025-12-15") == date(2026, 2, 27)
    settled = [each.number for each in _reviewed(one, "2025-12-15").rounds if not each.is_open]
    assert settled == [number for number in (1, 2, 3) if number not in missed]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reviewed_until": "2025-02-27"}, "reviewed_out_of_time"),
        ({"reviewed_until": "2025-12-16"}, "reviewed_out_of_time"),
        ({"reviewed_until": "2025-05-27", "on_release": True}, "reviewed_out_of_time"),
        ({"reviewed_until": "2025-05-27", "title": "detention_order"}, "reviewed_out_of_time"),
    ],
)
def test_what_no_review_on_paper_is(changes: dict[str, Any], code: str) -> None:
    """52-8: before the detention, in time to come, of somebody at liberty, or before the order."""
    one = custody_story.desk("2025-02-01")
    body = {"title": "deportation_order", "since": f"{FIRST}:00+09:00", "facility": "rooms 1"}
    assert custody_story.try_open(one, "take_over", "2025-12-15", ICO, **(body | changes)) == code


@pytest.mark.parametrize(("taken", "late"), [("2025-06-04T23:59", 0), ("2025-06-05T00:00", 1)])
def test_a_round_still_prompt_at_the_take_over_runs_to_its_breach(taken: str, late: int) -> None:
    """Three months to 27 May, by the later reading to 31 May, prompt until 4 June: then a breach, whoever kept it."""
    one, _ = held(taken, since=jst(FIRST), ordered_at=jst(FIRST))
    assert len(facts(one, "ReviewMissed")) == late
    missed = facts(one, "ReviewMissed", "2025-06-05T00:00")
    assert [fact.before_record for fact in missed] == [bool(late)]


def test_a_round_reported_promptly_after_the_take_over_is_no_breach() -> None:
    """Taken over on 2 June, reported and considered on 3 June: the round is met by the later reading."""
    one, _ = held("2025-06-02T09:00", since=jst(FIRST), ordered_at=jst(FIRST))
    plan(one, "2025-06-02T10:00")
    report(one, "2025-06-03T09:00")
    consider(one, "2025-06-03T10:00")
    assert not facts(one, "ReviewMissed", "2025-08-01")


def _commanded(one: Desk) -> None:
    plan(one, "2025-03-10")
    told(one, "2025-05-28")
    one.act(review_of(one), "command_sponsorship", "2025-06-02", COMMISSIONER, reasons="stated")


def test_a_command_stands_again_when_its_sponsorship_ends_before_it_takes_hold() -> None:
    """A-38: decided with a deposit, ended unpaid: it is owed again in a new case, and the Commissioner is told."""
    one, hold = held(FIRST)
    _commanded(one)
    one.act(hold, "decide", "2025-06-03", CLERK, paragraph="52-8(5)")
    assert one.stage(review_of(one)) == "running"
    one.act(hold, "end_sponsorship", "2025-06-04", CLERK)
    assert one.stage(review_of(one)) == "commanded"
    assert owed(one, "DetentionReview", "2025-06-04") == {"carry_out_command", "report_command_undone"}
    assert due(one, "DetentionReview", "carry_out_command", "2025-06-04") == date(2025, 6, 9)
    assert [fact.commanded_at for fact in facts(one, "CommandStandsAgain")] == [jst("2025-06-02")]
    assert len(position(one, "2025-06-04").of("Sponsorship")) == 2
    assert _reviewed(one, "2025-06-04").rounds[0].result is RoundResult.COMMANDED


def test_reporting_back_leaves_the_command_open() -> None:
    """A-38: it is never recorded as a refusal; the command ends with the decision that takes hold, or the detention."""
    one, hold = held(FIRST)
    _commanded(one)
    assert one.refused(review_of(one), "report_command_undone", "2025-06-03", SII, reasons="r") == (
        "nothing_to_report_back"
    )
    one.act(hold, "decide", "2025-06-03", CLERK, paragraph="52-8(5)")
    one.act(hold, "end_sponsorship", "2025-06-04", CLERK)
    before = deepcopy(one, {id(one.procedures): one.procedures})
    before.act(hold, "decide", "2025-06-05", CLERK, paragraph="52-8(5)")
    assert owed(before, "DetentionReview", "2025-06-05") == {"report_command_undone"}
    one.act(review_of(one), "report_command_undone", "2025-06-05", SII, reasons="stated")
    assert owed(one, "DetentionReview", "2025-06-05") == {"carry_out_command"}
    assert "CommandReportedBack" in one.fact_kinds()
    report(one, "2025-08-28", first=False)
    assert one.refused(review_of(one), "consider", "2025-08-28T13:00", SII, appropriate=False, **WEIGHED) == (
        "command_stands"
    )


@pytest.mark.parametrize("end", ["status_granted", "object_lost"])
def test_a_command_does_not_outlive_its_object(end: str) -> None:
    """Whoever was granted a status, left or died is to be sponsored no more: nothing stands again."""
    one, hold = held(FIRST)
    _commanded(one)
    one.act(hold, "decide", "2025-06-03", CLERK, paragraph="52-8(5)")
    one.act(hold, "end_sponsorship", "2025-06-04", CLERK, end=end)
    assert not owed(one, "DetentionReview", "2025-06-04")
    assert not facts(one, "CommandStandsAgain")


def test_a_command_that_is_not_decided_stands_and_is_reported_on() -> None:
    """The question ends without a decision (nobody was held just then): the command goes on, and is told of."""
    one, hold = held(FIRST)
    _commanded(one)
    one.act(hold, "decide_no_sponsorship", "2025-06-04", CLERK, route="command")
    assert owed(one, "DetentionReview", "2025-06-04") == {"carry_out_command", "report_command_undone"}


def test_a_decision_that_comes_to_nothing_answers_no_round() -> None:
    """Decided on own view, revoked before it took hold: considered again, promptly from then on, and no breach."""
    one, hold = held(FIRST)
    plan(one, "2025-03-10")
    report(one, "2025-05-28T09:00")
    consider(one, "2025-05-28T10:00", appropriate=True)
    one.act(hold, "decide", "2025-05-30", CLERK)
    assert not owed(one, "DetentionReview", "2025-07-01")
    one.act(hold, "end_sponsorship", "2025-07-02", CLERK, end="revoked")
    assert owed(one, "DetentionReview", "2025-07-02") == {"consider_sponsorship"}
    assert due(one, "DetentionReview", "consider_sponsorship", "2025-07-02") == date(2025, 7, 7)
    assert not facts(one, "ReviewMissed", "2025-08-01")
    consider(one, "2025-08-01")
    assert owed(one, "DetentionReview", "2025-08-01") == {"tell_commissioner"}


@pytest.mark.parametrize("event", ["record_departure", "record_death"])
def test_departure_and_death_end_the_review(event: str) -> None:
    """Nothing is left to review."""
    one, _ = held(FIRST)
    kept = one.open("Circumstances", "keep", "2025-03-01", "immigration_inspector")
    one.act(kept, event, "2025-03-05", ICO, on="2025-03-05")
    assert one.stage(review_of(one)) == "ended"


def test_without_the_order_there_is_nothing_to_review() -> None:
    """A withdrawn order ends the review; detention rests on it no more."""
    one, hold = held(FIRST)
    one.act(hold, "withdraw_order", "2025-03-05", CLERK)
    assert one.stage(review_of(one)) == "ended"
    assert not facts(one, "ThreeMonthsReached", "2026-01-01")


def test_a_sponsored_person_has_a_plan_too() -> None:
    """52-8(1)(ii): owed once, drawn up, and known to the review of a later detention."""
    one, hold = held(FIRST, custody="sponsored_after_order", title=None)
    case = one.open("DetentionReview", "begin_plan", "2025-03-03", ICO, occasion="sponsorship")
    assert one.stage(case) == "plan_owed"
    assert one.duties(case) == {"draw_up_plan"}
    plan(one, "2025-03-10")
    assert one.stage(case) == "plan_kept"
    one.act(hold, "move_to", "2025-04-01", CLERK, to=HELD, title="deportation_order")
    assert not owed(one, "DetentionReview", "2025-04-01")
    assert _armed(one, "2025-04-01") == date(2025, 6, 30)


def test_a_plan_still_owed_goes_over_into_the_review() -> None:
    """Detained before the plan is drawn up: the same case counts the three months and keeps owing the plan."""
    one, hold = held(FIRST, custody="sponsored_after_order", title=None)
    case = one.open("DetentionReview", "begin_plan", "2025-03-03", ICO, occasion="sponsorship")
    one.act(hold, "move_to", "2025-04-01T09:00", CLERK, to=HELD, title="deportation_order")
    assert [each.id for each in position(one, "2025-04-01").of("DetentionReview")] == [case]
    assert one.stage(case) == "running"
    assert one.duties(case) == {"draw_up_plan"}
    assert _armed(one, "2025-04-01") == date(2025, 6, 30)


def test_sponsorship_decided_at_the_screening_after_the_order_brings_the_plan() -> None:
    """52-8(1)(ii): the decision itself takes the plan up; a decision before the order does not."""
    one = sponsorship.desk()
    sponsorship.order(one, "2025-03-03T08:00")
    one.act(sponsorship.elsewhere(one), "screen_after_order", "2025-03-03T08:30", SII)
    body = sponsorship.decision(after=True)
    one.act(sponsorship.latest(one), "decide", "2025-03-03T10:00", SII, **body)
    assert one.stage(review_of(one)) == "plan_owed"
    assert one.duties(review_of(one)) == {"draw_up_plan"}
    one = sponsorship.desk()
    one.act(sponsorship.screened(one, "2025-03-03T08:30"), "decide", "2025-03-03T10:00", SII, **sponsorship.decision())
    assert not position(one, "2025-03-03").of("DetentionReview")


def _plan_refused(one: Desk, at: str) -> str:
    body = {"occasion": "sponsorship"}
    filed = one.send(Kind.OPEN, "DetentionReview", "", "begin_plan", at, ICO, body)
    assert filed.refusal is not None
    return filed.refusal.code


def test_a_plan_for_somebody_not_detained_presupposes_an_order_and_no_other_plan() -> None:
    """Refused without an order, under detention, while its case is open, and once it exists."""
    one, _ = held(FIRST, custody="free", title=None, ordered_at=None)
    assert _plan_refused(one, "2025-03-03") == "no_order"
    one, _ = held(FIRST)
    assert _plan_refused(one, "2025-03-03") == "plan_exists"
    one, _ = held(FIRST, custody="sponsored_after_order", title=None)
    one.open("DetentionReview", "begin_plan", "2025-03-03", ICO, occasion="sponsorship")
    assert _plan_refused(one, "2025-03-04") == "plan_exists"
    plan(one, "2025-03-10")
    assert _plan_refused(one, "2025-03-11") == "plan_exists"


def test_no_text_reaches_a_fact() -> None:
    """What is said about a person stays in the entry."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10", obstacles="SECRET", hearing="SECRET")
    one.act(review_of(one), "report_progress", "2025-05-28T09:00", ICO, hands_in_plan=True, progress="SECRET")
    one.act(review_of(one), "consider", "2025-05-28T10:00", SII, appropriate=False, **(WEIGHED | {"reasons": "SECRET"}))
    one.act(review_of(one), "tell_commissioner", "2025-05-28T11:00", SII, reasons="SECRET")
    one.act(review_of(one), "withhold_command", "2025-06-02", COMMISSIONER, reasons="SECRET")
    kept = [fact.body.model_dump_json() for fact in one.register.facts(one.person)]
    assert not any("SECRET" in fact for fact in kept)
    assert "SECRET" not in one.register.case(review_of(one)).state.model_dump_json()


def test_a_report_entered_late_undoes_the_breach() -> None:
    """Reported and considered on 2 June, entered on 10 June: the breach of 5 June falls with the entry."""
    one, _ = held(FIRST)
    plan(one, "2025-03-10")
    assert facts(one, "ReviewMissed", "2025-06-09")
    report_body = {"hands_in_plan": True, "progress": "p"}
    review = review_of(one)
    one.send(Kind.ACT, "DetentionReview", review, "report_progress", "2025-06-02T09:00", ICO, report_body, "2025-06-10")
    view = {"appropriate": False, **WEIGHED}
    one.send(Kind.ACT, "DetentionReview", review, "consider", "2025-06-02T10:00", SII, view, "2025-06-10T13:00")
    assert not facts(one, "ReviewMissed")
    assert owed(one, "DetentionReview", "2025-06-10T13:00") == {"tell_commissioner"}
