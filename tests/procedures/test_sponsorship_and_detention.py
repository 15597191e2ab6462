"""Sponsorship beside the case that keeps custody: release, re-detention, the plan, and criminal custody."""

from tests.procedures.custody_story import (
    CLERK,
    ICO,
    SII,
    case_of,
    custody,
    desk,
    detained,
    do,
    handed_over,
    held_under_order,
    ordered,
    owed,
    position,
    refused,
    screened,
)
from tests.procedures.desk import Desk
from tests.procedures.sponsorship_story import REASONS, decision, deposit, requested
from workflows.custody_effects import SponsorshipNotDecided


def _sponsor(one: Desk, at: str, *, after: bool = False, money: bool = False) -> str:
    case = requested(one, at)
    body = decision(after=after, deposit=deposit() if money else None)
    one.act(case, "decide", at, SII, **body)
    return case


def test_a_detainee_is_released_in_the_instant_of_the_decision() -> None:
    """44-2(8): decided without a deposit, at liberty in the same second; the 48 hours are over (44)."""
    one = desk("2025-03-01")
    detained(one, "2025-03-03T09:00")
    _sponsor(one, "2025-03-04T10:00")
    assert custody(one) == "sponsored_before_order"


def test_a_detainee_with_a_deposit_stays_and_the_days_run_on() -> None:
    """44-2(8): released in the instant of payment, and no earlier."""
    one = desk("2025-03-01")
    detained(one, "2025-03-03T09:00")
    case = _sponsor(one, "2025-03-04T10:00", money=True)
    assert custody(one) == "detained_detention_order"
    one.act(case, "pay_deposit", "2025-03-06T10:00", CLERK, amount=500_000, payer="payer-1")
    assert custody(one) == "sponsored_before_order"


def test_a_revocation_makes_a_new_detention_order_owed() -> None:
    """44-4(3): revocation document and detention order go to the control officer, who must detain (16)."""
    one = desk("2025-03-01")
    detained(one, "2025-03-03T09:00")
    case = _sponsor(one, "2025-03-04T10:00")
    one.act(case, "revoke", "2025-04-01T10:00", SII, grounds=["flight"], reasons="stated")
    assert custody(one) == "free"
    assert "issue_detention_order" in owed(one)


def test_after_the_order_the_order_itself_is_the_title() -> None:
    """52-4(3): no detention order is issued; detaining is owed under the deportation order (16)."""
    one = desk("2025-03-01")
    held_under_order(one, "2025-03-03")
    case = _sponsor(one, "2025-03-04T10:00", after=True)
    assert custody(one) == "sponsored_after_order"
    one.act(case, "revoke", "2025-04-01T10:00", SII, grounds=["unpermitted_work"], reasons="stated")
    assert "issue_detention_order" not in owed(one)
    assert "detain_person" in owed(one)


def test_a_plan_that_the_review_still_owed_outlives_the_release() -> None:
    """52-8(1): detained under the order, sponsored before a plan was drawn up: it is owed all the same."""
    one = desk("2025-03-01")
    held_under_order(one, "2025-03-03")
    _sponsor(one, "2025-03-04T10:00", after=True)
    plans = position(one).of("DetentionReview")
    assert [plan.stage.value for plan in plans if not plan.stage.closed] == ["plan_owed"]


def test_a_screening_whose_sponsorship_is_not_decided_is_made_anew() -> None:
    """39(2): no Sponsor is found after the screening chose Sponsorship: the suspect is screened again."""
    one = desk("2025-03-01")
    case = screened(one, "2025-03-03T09:00", "sponsorship")
    one.act(case_of(one, "Sponsorship"), "refuse", "2025-03-03T12:00", SII, **REASONS)
    assert one.stage(case) == "notified"
    assert SponsorshipNotDecided.__name__ in one.fact_kinds()


def test_what_is_left_to_wind_up_bars_no_screening_after_the_order() -> None:
    """Sponsorship before the order has lapsed and both are still to be told: 52(8) goes on meanwhile."""
    one = desk("2025-03-01")
    case = screened(one, "2025-03-03T09:00", "sponsorship")
    one.act(case_of(one, "Sponsorship"), "decide", "2025-03-03T09:10", SII, **decision())
    before = case_of(one, "Sponsorship")
    one.act(case, "hand_over_case", "2025-03-03T09:20", ICO)
    ordered(one, case, "2025-03-04")
    assert one.stage(before) == "lapsed"
    do(one, "tell_removal_impossible", "2025-03-04T12:00", ICO, **REASONS)
    chosen = {"outcome": "sponsorship", "sponsorship_considered": True, **REASONS}
    do(one, "screen_after_order", "2025-03-04T13:00", SII, **chosen)
    assert one.stage(case_of(one, "Sponsorship")) == "considered"


def test_nobody_under_sponsorship_is_handed_over_out_of_criminal_custody() -> None:
    """64(2)(ii): paid while held by a prison, Sponsorship has taken hold: released on notice of it, not handed over."""
    one = desk("2025-03-01")
    case = detained(one, "2025-03-03T09:00")
    handed_over(one, case, "2025-03-03T10:00")
    sponsorship = _sponsor(one, "2025-03-04T10:00", money=True)
    prison = {
        "custodian": "prison",
        "immigration_crime_alone": True,
        "not_indicted": True,
        "to_be_released": True,
    }
    do(one, "record_criminal_custody", "2025-03-05T10:00", SII, **prison)
    one.act(sponsorship, "pay_deposit", "2025-03-06T10:00", CLERK, amount=500_000, payer="payer-1")
    body = {"facility": "rooms 1", "shown": ["detention_order"]}
    assert refused(one, "receive_from_criminal_custody", "2025-03-07", ICO, **body) == "liberty_stands"
    do(one, "release_on_notice", "2025-03-07T13:00", ICO)
    assert custody(one) == "sponsored_before_order"


def test_custody_that_rests_on_an_order_of_no_case_on_file_opens_the_paragraph_after_it() -> None:
    """52-2(5): taken over under a deportation order; the paragraph hangs on the order, wherever its case is kept."""
    one = desk("2025-03-01")
    body = {"title": "deportation_order", "since": "2025-03-01T10:00:00+09:00", "facility": "rooms 1"}
    one.open("Detention", "take_over", "2025-03-03T09:00", ICO, **body)
    case = requested(one, "2025-03-04T10:00")
    before = decision(after=False)
    assert one.refused(case, "decide", "2025-03-04T11:00", SII, **before) == "other_risks_weighed"
    one.act(case, "decide", "2025-03-04T11:00", SII, **decision(after=True))
    assert one.register.case(case).state.paragraph == "52-2(5)"
    assert custody(one) == "sponsored_after_order"
