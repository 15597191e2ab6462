"""Sponsorship and provisional release on the axis of custody: release, re-detention, and the days that count."""

from typing import Any

import pytest

from law.facts import Custody
from tests.procedures.custody_story import (
    CLERK,
    ICO,
    REASONED,
    SHOWN,
    SII,
    case_of,
    clocks,
    copy,
    custody,
    desk,
    detained,
    do,
    handed_over,
    held_under_order,
    in_emergency,
    let_out,
    order,
    owed,
    position,
    refused,
    revoke,
    screened,
    sponsor,
    state,
    take,
)
from tests.procedures.custody_story import ordered as the_order_issues
from tests.procedures.desk import Desk
from tests.procedures.sponsorship_story import decision, deposit

REVOKED = ("detention_order", "sponsorship_revocation")
REVOKED_AFTER = ("deportation_order", "sponsorship_revocation")


def sponsored_after(one: Desk, taken: str, until: str, notify_by: str) -> str:
    """Taken on a day, handed over, and under Sponsorship from another day at noon on; returns the Sponsorship."""
    handed_over(one, detained(one, f"{taken}T09:00"), f"{taken}T10:00")
    return sponsor(one, f"{until}T12:00", notify_by)


def test_sponsorship_at_the_screening_needs_no_detention() -> None:
    """44-2(1): decided on somebody free, who then stands under Sponsorship."""
    one = desk()
    case = screened(one, "2025-05-12T09:00", "sponsorship")
    one.act(case_of(one, "Sponsorship"), "decide", "2025-05-12T10:00", SII, **decision(notify_by="2025-08-12"))
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER
    one.act(case, "hand_over_case", "2025-05-12T11:00", ICO)
    assert one.stage(case) == "under_examination"


def test_a_detainee_is_released_the_moment_sponsorship_takes_hold() -> None:
    """44-2(8): the days stop, treatment ends, nothing is owed in the case of custody."""
    one = desk()
    sponsored_after(one, "2025-05-02", "2025-05-10", "2025-08-08")
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER
    assert clocks(one) == {}
    assert owed(one) == set()
    assert position(one).of("Treatment")[0].stage == "ended"


def test_a_decision_before_the_hand_over_ends_the_48_hours_and_passes_on_the_case() -> None:
    """44, 44-7: a request is not enough, the decision is; the case alone is passed on."""
    one = desk()
    case = detained(one, "2025-05-02T17:31")
    asked = one.open("Sponsorship", "request", "2025-05-03T09:00", CLERK, material=True)
    assert "hand_over_limit" in clocks(one)
    one.act(asked, "decide", "2025-05-03T10:00", SII, **decision(notify_by="2025-08-01"))
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER
    assert one.refused(case, "hand_over_person", "2025-05-03T11:00", ICO) == "suspect_not_held"
    one.act(case, "hand_over_case", "2025-05-03T11:00", ICO)


def test_until_the_deposit_is_paid_the_detention_goes_on_without_the_48_hours() -> None:
    """44-2(8), A-34: only the thirty days run on; payment releases at once."""
    one = desk()
    case = detained(one, "2025-05-02T17:31")
    decided = sponsor(one, "2025-05-03T10:00", "2025-08-01", deposit=deposit())
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER
    assert clocks(one) == {"detention_limit": "2025-05-31"}
    assert owed(one, "2025-05-05T17:31") == set()
    one.act(case, "hand_over_case", "2025-05-05T18:00", ICO)
    one.act(decided, "pay_deposit", "2025-05-07", SII, amount=500_000, payer="payer-1")
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER


def test_an_emergency_detainee_still_needs_the_order_while_the_deposit_is_unpaid() -> None:
    """43(2), 44-2(8): the 48 hours end with the decision, the duty to issue the order does not."""
    one = desk()
    in_emergency(one, "2025-05-12T22:15")
    sponsor(one, "2025-05-13T09:00", "2025-08-12", deposit=deposit())
    assert clocks(one) == {"detention_limit": "2025-06-10"}
    assert owed(one) == {"issue_detention_order"}
    order(one, "2025-05-13T10:00", sponsorship_appropriate=True)
    assert owed(one) == {"show_papers"}


def test_the_time_that_runs_out_on_an_unpaid_deposit_leaves_the_decision_standing() -> None:
    """A-34, B23: release, no ground of revocation, and a person decides what follows."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    decided = sponsor(one, "2025-05-20", "2025-08-20", deposit=deposit())
    do(one, "release", "2025-06-01T00:00", SII, why="time_used_up", reasons="stated")
    assert custody(one) is Custody.FREE
    assert owed(one) == {"weigh_unpaid_deposit"}
    assert one.stage(decided) == "awaits_deposit"
    paid = copy(one)
    do(one, "weigh", "2025-06-01T09:00", SII, detention=False, reasons="stated")
    assert owed(one) == set()
    assert refused(one, "weigh", "2025-06-01T09:10", SII, detention=True, reasons="r") == "nothing_to_weigh"
    paid.act(decided, "pay_deposit", "2025-06-03", SII, amount=500_000, payer="payer-1")
    assert custody(paid) is Custody.SPONSORED_BEFORE_ORDER
    assert owed(paid) == set()


@pytest.mark.parametrize(
    ("taken", "until", "revoked", "again", "last"),
    [
        # 2-10 May: 9 days; day 10 is 20 June, day 30 is 10 July
        ("2025-05-02", "2025-05-10", "2025-06-19", "2025-06-20", "2025-07-10"),
        # leap year: 31 January - 28 February 2028 are 1 + 28 = 29 days; day 30 is the day of the new restraint
        ("2028-01-31", "2028-02-28", "2028-04-28", "2028-05-01", "2028-05-01"),
        # released and taken again on one day: 2-10 May are 9 days, the tenth restraint day counts once
        ("2025-05-02", "2025-05-10", "2025-05-10", "2025-05-10", "2025-05-31"),
    ],
)
def test_days_before_a_revoked_sponsorship_are_spent(
    taken: str, until: str, revoked: str, again: str, last: str
) -> None:
    """44-4(9): the rest of the thirty runs under the new order; no day under Sponsorship counts; no 48 hours."""
    one = desk()
    decided = sponsored_after(one, taken, until, {"2025": "2025-08-08", "2028": "2028-05-26"}[taken[:4]])
    revoke(one, decided, f"{revoked}T13:00")
    assert custody(one) is Custody.FREE
    assert owed(one) == {"issue_detention_order"}
    order(one, f"{revoked}T14:00")
    assert owed(one) == {"detain_person"}
    assert refused(one, "detain", f"{again}T15:00", ICO, **SHOWN) == "papers_not_shown"
    take(one, f"{again}T15:00", *REVOKED)
    assert clocks(one) == {"detention_limit": last}


def test_thirty_spent_no_detention_before_an_extension() -> None:
    """A-33: block, extend the new order for unavoidable reasons, then the person may be taken."""
    one = desk()
    decided = sponsored_after(one, "2025-05-02", "2025-05-31", "2025-08-29")
    revoke(one, decided, "2025-06-19T13:00")
    order(one, "2025-06-19T14:00")
    assert owed(one) == {"extend_or_forgo"}
    assert refused(one, "detain", "2025-06-20", ICO, facility="rooms 1", shown=list(REVOKED)) == "extension_first"
    do(one, "extend", "2025-06-20", SII, days=10, reasons="unavoidable")
    assert owed(one) == {"detain_person"}
    take(one, "2025-06-21T09:00", *REVOKED)
    assert clocks(one) == {"detention_extension": "2025-06-30"}  # days 31 to 40
    assert owed(one, "2025-07-01T00:00") == {"release_at_once"}


def test_an_earlier_extension_does_not_carry_over() -> None:
    """A-33: 40 days spent under an extended order; the new one is extended by more than ten, or nobody is taken."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    do(one, "extend", "2025-05-30", SII, days=20, reasons="unavoidable")
    decided = sponsor(one, "2025-06-10T12:00", "2025-09-10")  # 2 May - 10 June: 30 + 10 = 40 days
    revoke(one, decided, "2025-06-19T13:00")
    order(one, "2025-06-19T14:00")
    assert refused(one, "extend", "2025-06-19T15:00", SII, days=10, reasons="r") == "extension_leaves_nothing"
    do(one, "extend", "2025-06-19T15:00", SII, days=30, reasons="unavoidable")
    take(one, "2025-06-20T09:00", *REVOKED)
    assert clocks(one) == {"detention_extension": "2025-07-09"}  # days 41 to 60


def test_sixty_spent_no_detention_at_all() -> None:
    """A-33: 44-4(6) and 41(1) collide; a person resolves it, and the procedure goes on without detention."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    do(one, "extend", "2025-05-30", SII, days=30, reasons="unavoidable")
    decided = sponsor(one, "2025-06-30T12:00", "2025-09-30")  # day 60
    revoke(one, decided, "2025-07-10T13:00")
    assert owed(one) == {"issue_detention_order"}  # 16 of LAW §14: the order issues all the same
    order(one, "2025-07-10T14:00")
    assert owed(one) == {"resolve_sixty_days"}
    assert refused(one, "detain", "2025-07-11", ICO, facility="r", shown=list(REVOKED)) == "sixty_days_spent"
    assert refused(one, "extend", "2025-07-11", SII, days=30, reasons="r") == "sixty_days_spent"
    do(one, "forgo_detention", "2025-07-11", SII, **REASONED)
    assert custody(one) is Custody.FREE
    assert owed(one) == set()
    assert refused(one, "forgo_detention", "2025-07-11", SII, **REASONED) == "nobody_to_detain"


def test_detention_is_not_forgone_while_ordinary_days_are_left() -> None:
    """44-4(6): whoever lost Sponsorship must be detained as long as a day is left."""
    one = desk()
    decided = sponsored_after(one, "2025-05-02", "2025-05-10", "2025-08-08")
    revoke(one, decided, "2025-06-19T13:00")
    order(one, "2025-06-19T14:00")
    assert refused(one, "forgo_detention", "2025-06-19T15:00", SII, **REASONED) == "days_are_left"
    assert refused(one, "extend", "2025-06-19T15:00", SII, days=5, reasons="r") == "ordinary_days_left"


def test_days_add_up_over_two_revocations() -> None:
    """A-18: 9 days, then 5 under the order of 44-4(3); the third order starts with day 15."""
    one = desk()
    first = sponsored_after(one, "2025-05-02", "2025-05-10", "2025-08-08")
    revoke(one, first, "2025-06-19T13:00")
    order(one, "2025-06-19T14:00")
    take(one, "2025-06-20T09:00", *REVOKED)
    second = sponsor(one, "2025-06-24T12:00", "2025-09-24")  # 20-24 June: 5 days
    revoke(one, second, "2025-07-31T13:00")
    order(one, "2025-07-31T14:00")
    take(one, "2025-08-01T09:00", *REVOKED)
    assert clocks(one) == {"detention_limit": "2025-08-16"}  # days 15 to 30


def test_provisional_release_stops_the_days_and_its_end_takes_the_person_back() -> None:
    """54(2), 55(3): days on release are no days of detention; revocation paper and order are shown."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    release = let_out(one, "2025-05-16T12:00", "2025-07-16")
    assert custody(one) is Custody.PROVISIONAL_RELEASE_DETENTION_ORDER
    assert clocks(one) == {}
    one.act(release, "revoke", "2025-06-01T09:00", SII, breaches=["condition_breached"], reasons="stated")
    assert custody(one) is Custody.FREE
    assert owed(one) == {"detain_person"}
    assert refused(one, "detain", "2025-06-01T10:00", ICO, **SHOWN) == "papers_not_shown"
    take(one, "2025-06-01T10:00", "detention_order", "release_revocation")
    assert clocks(one) == {"detention_limit": "2025-06-15"}  # 15 days spent; days 16 to 30


def test_provisional_release_that_expires_takes_the_person_back_the_next_day() -> None:
    """55(5): a certified copy of the permit takes the place of the revocation paper."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    let_out(one, "2025-05-16T12:00", "2025-06-16")
    assert custody(one, "2025-06-16T23:59") is Custody.PROVISIONAL_RELEASE_DETENTION_ORDER
    assert owed(one, "2025-06-17T00:00") == {"detain_person"}
    take(one, "2025-06-17T09:00", "detention_order", "permit_copy")
    assert clocks(one) == {"detention_limit": "2025-07-01"}


def test_an_extension_before_provisional_release_is_still_there_after_it() -> None:
    """41(1): the same order is executed again; 15 days spent of 30 and 20, days 16 to 50 are left."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    do(one, "extend", "2025-05-10", SII, days=20, reasons="unavoidable")
    release = let_out(one, "2025-05-16T12:00", "2025-07-16")
    one.act(release, "revoke", "2025-06-01T09:00", SII, breaches=["condition_breached"], reasons="stated")
    take(one, "2025-06-01T10:00", "detention_order", "release_revocation")
    assert clocks(one) == {"detention_extension": "2025-07-05"}  # 35 days from 1 June


def test_release_on_the_thirtieth_day_leaves_no_day_to_be_taken() -> None:
    """55(3) against 41(1): the order is extended first, or nobody is taken."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    let_out(one, "2025-05-31T12:00", "2025-06-16")
    assert owed(one, "2025-06-17T00:00") == {"extend_or_forgo"}


def test_provisional_release_before_the_hand_over_does_not_stop_it() -> None:
    """54(2), 44: nobody is held, so no 48 hours run; the suspect is handed over all the same."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    let_out(one, "2025-05-13T09:00", "2025-06-13")
    assert clocks(one) == {}
    handed_over(one, case, "2025-05-15T09:00")
    assert one.stage(case) == "under_examination"


def test_sponsorship_takes_the_place_of_provisional_release() -> None:
    """44-2(4), (6): somebody on release goes under Sponsorship; the release ends."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    release = let_out(one, "2025-05-16T12:00", "2025-07-16")
    sponsor(one, "2025-05-20", "2025-08-20")
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER
    assert one.register.case(release).stage.closed


def test_after_the_order_a_revoked_sponsorship_needs_no_detention_order() -> None:
    """52-4(3), (5): the deportation order is the title, no days are counted, and a new review begins."""
    one = desk()
    held_under_order(one, "2025-05-12")
    decided = sponsor(one, "2025-06-12T12:00", "2025-09-12")
    assert custody(one) is Custody.SPONSORED_AFTER_ORDER
    revoke(one, decided, "2025-07-01T09:00")
    assert owed(one) == {"detain_person"}
    take(one, "2025-07-01T10:00", *REVOKED_AFTER)
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert clocks(one) == {}
    assert position(one).of("DetentionReview")[-1].stage == "running"


def test_urgency_after_the_order_tells_the_revocation_alone() -> None:
    """52-4(6): the papers are shown as soon as possible."""
    one = desk()
    held_under_order(one, "2025-05-12")
    revoke(one, sponsor(one, "2025-06-12T12:00", "2025-09-12"), "2025-07-01T09:00")
    body = {"facility": "rooms 1", "urgency": "at the station", "told": ["sponsorship_revoked"]}
    do(one, "detain", "2025-07-01T10:00", ICO, **body)
    assert owed(one) == {"show_papers"}


def test_release_under_the_deportation_order_and_back() -> None:
    """54(2), 55(5): a release breaks the review, and the order is the title again."""
    one = desk()
    held_under_order(one, "2025-05-12")
    let_out(one, "2025-06-12T12:00", "2025-07-11")
    assert custody(one) is Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER
    assert owed(one, "2025-07-12T00:00") == {"detain_person"}
    take(one, "2025-07-12T09:00", "deportation_order", "permit_copy")
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER


def test_an_order_during_a_release_is_decided_on_anew() -> None:
    """A-10: the person stays on release; decided to be detained, he or she is to be taken under the order."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    handed_over(one, case, "2025-05-12T09:30")
    release = let_out(one, "2025-05-12T09:40", "2025-06-12")
    the_order_issues(one, case, "2025-05-12")
    assert custody(one) is Custody.PROVISIONAL_RELEASE_DETENTION_ORDER
    assert owed(one) == set()
    assert one.duties(release) == {"decide_custody_under_order"}
    assert custody(one, "2025-06-20T00:00") is Custody.PROVISIONAL_RELEASE_DETENTION_ORDER
    assert state(one).ordered


def test_somebody_on_release_is_taken_over_and_taken_back() -> None:
    """55(5): kept here from now on with 12 days spent; day 13 is the day of the new restraint."""
    one = desk()
    body: dict[str, Any] = {
        "title": "detention_order",
        "since": "2025-05-14T10:00:00+09:00",
        "days_spent": 12,
        "facility": "rooms 1",
    }
    one.open("Detention", "take_over", "2025-05-25", ICO, **body, on_release=True)
    assert custody(one) is Custody.PROVISIONAL_RELEASE_DETENTION_ORDER
    taken: dict[str, Any] = {
        "requested_at": "2025-05-13T09:00:00+09:00",
        "granted_at": "2025-05-14T10:00:00+09:00",
        "last_day": "2025-06-13",
        "under_order": False,
    }
    assert owed(one) == {"record_release"}
    one.open("ProvisionalRelease", "take_over", "2025-05-25", ICO, **taken)
    assert owed(one) == set()
    assert owed(one, "2025-06-14T00:00") == {"detain_person"}
    take(one, "2025-06-14T09:00", "detention_order", "permit_copy")
    assert clocks(one)["detention_limit"] == "2025-07-01"  # days 13 to 30: 18 days from 14 June
