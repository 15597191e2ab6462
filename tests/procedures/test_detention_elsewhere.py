"""Custody beside the ordinary ways: criminal custody, a disaster, a court's travel restriction, a court's stay."""

from typing import Any

import pytest

from law.facts import Custody
from tests.procedures.custody_story import (
    CLERK,
    DISASTER,
    HEAD,
    ICO,
    INSPECTOR,
    REASONED,
    SHOWN,
    SHOWN_ORDER,
    SII,
    TERMS,
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
    let_out,
    order,
    owed,
    position,
    record,
    refused,
    revoke,
    screened,
    sponsor,
    state,
    tell,
)
from tests.procedures.custody_story import ordered as the_order_issues
from tests.procedures.desk import Desk
from tests.procedures.release_story import GRANT
from tests.procedures.sponsorship_story import decision, deposit
from workflows.detention_record import ConditionsBroken

POLICE: dict[str, Any] = {"custodian": "police", "immigration_crime_alone": True}
RESTRICTED = [{"since": "2025-06-01T09:00:00+09:00"}]
CONDITIONS = TERMS | {"notify_by": "2025-08-29"}


def arrested(one: Desk, at: str, **body: Any) -> None:
    """In criminal custody from an instant."""
    do(one, "record_criminal_custody", at, ICO, **(POLICE | body))


def test_a_detainee_who_is_arrested_leaves_the_detention() -> None:
    """63: nobody is held twice; the days stop, the treatment ends."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    arrested(one, "2025-05-11T12:00", custodian="prosecutor", immigration_crime_alone=False)
    assert custody(one) is Custody.CRIMINAL_CUSTODY
    assert clocks(one) == {}
    assert position(one).of("Treatment")[0].stage == "ended"
    do(one, "record_custodian", "2025-05-20", ICO, custodian="prosecutor", not_indicted=True)
    do(one, "receive_from_criminal_custody", "2025-05-21T09:00", ICO, **SHOWN)
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER
    assert clocks(one) == {"detention_limit": "2025-06-09"}  # 10 days spent; days 11 to 30 from 21 May


def arrested_suspect(at: str = "2025-05-12T08:00", **body: Any) -> tuple[Desk, str]:
    """A suspect screened for detention in whose case an order issued, then arrested."""
    one = desk()
    case = screened(one, at)
    order(one, at)
    arrested(one, "2025-05-12T09:00", **body)
    return one, case


def test_the_police_hand_over_within_48_hours_on_a_detention_order() -> None:
    """65: from the arrest to the minute, for these crimes alone; then ordinary criminal procedure."""
    one, _ = arrested_suspect()
    assert clock_end(one, "police_hand_over") == "2025-05-14T09:00"
    late = copy(one)
    assert refused(one, "receive_from_criminal_custody", "2025-05-14T08:59", ICO, facility="r", shown=[]) == (
        "papers_not_shown"
    )
    do(one, "receive_from_criminal_custody", "2025-05-14T08:59", ICO, **SHOWN)
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER
    assert set(clocks(one)) == {"detention_limit", "hand_over_limit"}
    assert clock_end(one, "hand_over_limit") == "2025-05-16T08:59"
    assert refused(late, "receive_from_criminal_custody", "2025-05-14T09:00", ICO, **SHOWN) == "police_time_passed"
    assert "PoliceTimePassed" in late.fact_kinds()


def test_the_police_keep_a_suspect_of_another_crime() -> None:
    """65(1): no other crime may be suspected; no clock runs."""
    one, _ = arrested_suspect(immigration_crime_alone=False)
    assert clocks(one) == {}
    assert refused(one, "receive_from_criminal_custody", "2025-05-12T10:00", ICO, **SHOWN) == (
        "custodian_may_not_hand_over"
    )


def test_a_hand_over_needs_an_order_to_be_shown() -> None:
    """64(1)(i), 65(1)(i): without a detention order nobody is received."""
    one = desk()
    screened(one, "2025-05-12T08:00")
    arrested(one, "2025-05-12T09:00")
    assert refused(one, "receive_from_criminal_custody", "2025-05-12T10:00", ICO, **SHOWN) == "no_title_to_show"
    order(one, "2025-05-12T11:00")
    assert owed(one) == set()  # nobody detains whom the police hold
    do(one, "receive_from_criminal_custody", "2025-05-12T12:00", ICO, **SHOWN)


def test_custody_that_begins_in_criminal_custody() -> None:
    """64: screened while a prison holds the person; who holds, and how, is put on record first."""
    one = desk()
    record(one, "record_custody", "2025-05-12T07:00", ICO, custody="criminal_custody")
    screened(one, "2025-05-12T08:00")
    assert custody(one) is Custody.CRIMINAL_CUSTODY
    order(one, "2025-05-12T09:00")
    assert refused(one, "receive_from_criminal_custody", "2025-05-12T10:00", ICO, **SHOWN) == "hold_not_on_record"
    do(one, "record_custodian", "2025-05-12T10:00", ICO, custodian="prison", to_be_released=True)
    do(one, "receive_from_criminal_custody", "2025-05-12T11:00", ICO, **SHOWN)
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER


def test_a_prison_hands_over_on_the_deportation_order() -> None:
    """64(2)(i), 63(2): the proceedings have ended on record; then removal, or the screening, is owed."""
    one = desk()
    held_under_order(one, "2025-05-12")
    arrested(one, "2025-05-20", custodian="prison", to_be_released=True)
    assert owed(one) == set()
    assert refused(one, "receive_from_criminal_custody", "2025-06-20", ICO, **SHOWN_ORDER) == (
        "proceedings_not_on_record"
    )
    record(
        one, "record_proceedings", "2025-06-20T12:10", ICO, proceedings=[{"kind": "sentence", "since": "2025-05-20"}]
    )
    assert refused(one, "receive_from_criminal_custody", "2025-06-20T12:20", ICO, **SHOWN_ORDER) == (
        "criminal_proceedings_run"
    )
    over = [{"kind": "sentence", "since": "2025-05-20", "until": "2025-06-20"}]
    record(one, "record_proceedings", "2025-06-20T12:30", ICO, proceedings=over)
    do(one, "receive_from_criminal_custody", "2025-06-20T12:40", ICO, **SHOWN_ORDER)
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert owed(one) == {"remove_or_tell"}


def test_the_police_hand_nobody_over_on_the_deportation_order() -> None:
    """65(1)(i) names the detention order alone."""
    one = desk()
    held_under_order(one, "2025-05-12")
    record(one, "record_proceedings", "2025-05-19", ICO, proceedings=[])
    arrested(one, "2025-05-20T09:00")
    assert refused(one, "receive_from_criminal_custody", "2025-05-20T10:00", ICO, **SHOWN_ORDER) == (
        "custodian_may_not_hand_over"
    )


def test_notice_of_a_sponsorship_decision_sets_free() -> None:
    """64(1)(ii), 71: decided at the screening while the prosecutor holds the suspect; released on notice."""
    one = desk()
    case = screened(one, "2025-05-12T08:00", "sponsorship")
    arrested(one, "2025-05-12T09:00", custodian="prosecutor")
    assert refused(one, "release_on_notice", "2025-05-12T09:30", ICO) == "no_sponsorship_decided"
    one.act(case_of(one, "Sponsorship"), "decide", "2025-05-12T10:00", SII, **decision(notify_by="2025-08-12"))
    assert custody(one) is Custody.CRIMINAL_CUSTODY
    assert owed(one) == {"notify_custodian"}
    assert refused(one, "release_on_notice", "2025-05-12T11:00", ICO) == "custodian_may_not_hand_over"
    do(one, "record_custodian", "2025-05-20T09:00", ICO, custodian="prosecutor", not_indicted=True)
    do(one, "release_on_notice", "2025-05-20T10:00", ICO)
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER
    assert owed(one) == set()
    one.act(case, "hand_over_case", "2025-05-20T11:00", ICO)


def test_nobody_is_received_while_sponsorship_or_release_stands() -> None:
    """12.2: what lifted the detention stands aside and still stands; revoked in the meantime, both papers are shown."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    decided = sponsor(one, "2025-05-10T12:00", "2025-08-08")
    arrested(one, "2025-05-20T09:00", custodian="prosecutor", not_indicted=True)
    assert refused(one, "receive_from_criminal_custody", "2025-05-21", ICO, **SHOWN) == "liberty_stands"
    revoke(one, decided, "2025-05-22T09:00")
    assert owed(one) == {"issue_detention_order"}
    order(one, "2025-05-22T10:00")
    assert refused(one, "receive_from_criminal_custody", "2025-05-22T11:00", ICO, **SHOWN) == "papers_not_shown"
    both = ["detention_order", "sponsorship_revocation"]
    do(one, "receive_from_criminal_custody", "2025-05-22T11:00", ICO, facility="rooms 1", shown=both)
    assert clocks(one) == {"detention_limit": "2025-06-11"}  # 9 days spent; days 10 to 30, and no 48 hours


def test_a_revocation_under_a_travel_restriction_waits_for_its_end() -> None:
    """63(3), 52-4(5): no detention while the order is not executed; then the person must be detained."""
    one = desk()
    held_under_order(one, "2025-05-20")
    decided = sponsor(one, "2025-05-21", "2025-08-21")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    revoke(one, decided, "2025-06-10")
    assert custody(one) is Custody.TRAVEL_RESTRICTED
    assert owed(one) == set()
    record(one, "record_travel_restrictions", "2025-07-01T10:00", restrictions=[])
    assert custody(one) is Custody.FREE
    assert owed(one) == {"detain_person"}


def test_what_stood_aside_holds_again_after_criminal_custody() -> None:
    """12.2: Sponsorship and provisional release remain in law while criminal custody lasts."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    sponsor(one, "2025-05-12", "2025-08-12")
    arrested(one, "2025-05-20T09:00")
    do(one, "end_criminal_custody", "2025-05-25", ICO)
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER


def test_somebody_let_go_without_a_hand_over_is_to_be_detained_where_an_order_stands() -> None:
    """39-2(2): the order was never executed; it stands while it is valid."""
    one, _ = arrested_suspect()
    do(one, "end_criminal_custody", "2025-05-13T09:00", ICO)
    assert custody(one) is Custody.FREE
    assert owed(one) == {"detain_person"}


def test_after_the_order_criminal_custody_ends_in_what_the_order_asks() -> None:
    """63(2): free with an order, removal or the screening is owed, once no proceedings run on record."""
    one = desk()
    held_under_order(one, "2025-05-12")
    arrested(one, "2025-05-20", custodian="court")
    do(one, "end_criminal_custody", "2025-06-20", ICO)
    assert custody(one) is Custody.FREE
    assert owed(one) == {"remove_or_tell"}


def test_a_restraint_to_come_is_refused() -> None:
    """65(2): the moment of restraint lies before the act."""
    one = desk()
    screened(one, "2025-05-12T08:00")
    body = POLICE | {"since": "2025-05-13T09:00:00+09:00"}
    assert refused(one, "record_criminal_custody", "2025-05-12T09:00", ICO, **body) == "restraint_to_come"


def test_a_detainee_set_free_in_a_disaster_comes_back() -> None:
    """55-54, A-48: days at liberty are no days of detention; where the escort was possible nobody is set free."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    possible = DISASTER | {"escort_impossible": False}
    assert refused(one, "set_free_in_disaster", "2025-05-11T12:00", HEAD, **possible) == "escort_first"
    do(one, "set_free_in_disaster", "2025-05-11T12:00", HEAD, **DISASTER)
    assert custody(one) is Custody.SET_FREE_IN_DISASTER
    assert clocks(one) == {}
    assert owed(one) == {"take_back"}
    do(one, "record_breach", "2025-05-19", ICO, conduct="did_not_return", reasons="stated")
    do(one, "take_back", "2025-05-21T09:00", ICO, facility="rooms 2")
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER
    assert clocks(one) == {"detention_limit": "2025-06-09"}  # 10 days spent; days 11 to 30 from 21 May
    assert [case.stage.value for case in position(one).of("Treatment")] == ["ended", "detained"]


def test_what_is_left_of_the_48_hours_runs_for_who_comes_back_before_the_hand_over() -> None:
    """44: nobody was held meanwhile; the text is silent, and a hand-over is still owed: 45 of 48 hours are left."""
    one = desk()
    in_emergency(one, "2025-05-12T09:00")
    do(one, "set_free_in_disaster", "2025-05-12T12:00", HEAD, **DISASTER)
    do(one, "take_back", "2025-05-13T09:00", ICO, facility="rooms 2")
    assert custody(one) is Custody.EMERGENCY_DETAINED
    assert clock_end(one, "hand_over_limit") == "2025-05-15T06:00"
    assert clocks(one)["detention_limit"] == "2025-06-10"  # 12 May was day 1, 13 May is day 2


def test_a_deposit_that_is_paid_at_liberty_in_a_disaster_leaves_nobody_to_be_taken_back() -> None:
    """44-2(8), 55-54(3): Sponsorship takes hold, and the duty to take the person back goes with the liberty."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    decided = sponsor(one, "2025-05-02T11:00", "2025-08-01", deposit=deposit())
    do(one, "set_free_in_disaster", "2025-05-07T12:00", HEAD, **DISASTER)
    one.act(decided, "pay_deposit", "2025-05-08", CLERK, amount=500_000, payer="payer-1")
    assert (custody(one), owed(one)) == (Custody.SPONSORED_BEFORE_ORDER, set())


def test_the_review_runs_on_through_a_disaster() -> None:
    """A-48: an earlier review is harmless; the same review goes on."""
    one = desk()
    held_under_order(one, "2025-05-12")
    do(one, "set_free_in_disaster", "2025-06-11", HEAD, **DISASTER)
    do(one, "take_back", "2025-06-20", ICO, facility="rooms 2")
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert [case.stage.value for case in position(one).of("DetentionReview")] == ["running"]


def test_an_order_that_issued_meanwhile_is_the_title_of_who_comes_back() -> None:
    """52: held under a detention order, set free, ordered out, taken back."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    handed_over(one, case, "2025-05-12T09:10")
    do(one, "set_free_in_disaster", "2025-05-12T09:20", HEAD, **DISASTER)
    the_order_issues(one, case, "2025-05-12")
    assert custody(one) is Custody.SET_FREE_IN_DISASTER
    do(one, "take_back", "2025-05-20", ICO, facility="rooms 2")
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert state(one).held_under == "52(3)"


def test_nobody_is_taken_back_for_whom_no_day_is_left() -> None:
    """41(1), A-33: the order is extended first, or no detention takes place."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    do(one, "set_free_in_disaster", "2025-05-31T12:00", HEAD, **DISASTER)
    assert refused(one, "take_back", "2025-06-03", ICO, facility="rooms 2") == "extension_first"
    other = copy(one)
    do(one, "extend", "2025-06-03T12:10", SII, days=5, reasons="unavoidable")
    do(one, "take_back", "2025-06-03T12:20", ICO, facility="rooms 2")
    assert clocks(one) == {"detention_extension": "2025-06-07"}  # days 31 to 35
    do(other, "forgo_detention", "2025-06-03T12:10", SII, **REASONED)
    assert custody(other) is Custody.FREE


def test_whoever_is_to_be_released_is_not_set_free_for_a_time() -> None:
    """41(1), 55-54(2): release, not liberty for as long as the danger lasts."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    assert refused(one, "set_free_in_disaster", "2025-06-01T09:00", HEAD, **DISASTER) == "release_instead"


def test_a_travel_restriction_ends_detention_under_the_order() -> None:
    """63(3), 63-2, A-41: held until conditions are set, the paper handed over; then a notification is awaited (C34)."""
    one = desk()
    held_under_order(one, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    assert owed(one) == {"release_at_once", "set_travel_conditions"}
    assert refused(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS | {"conditions": ["no_work"]}) == (
        "conditions_missing"
    )
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    assert custody(one) is Custody.TRAVEL_RESTRICTED
    assert clocks(one) == {"travel_restricted_notification": "2025-08-29"}
    notice = one.register.case(case_of(one, "Detention")).notices[-1]
    assert (notice.kind, notice.status.value) == ("travel_conditions", "served")


@pytest.mark.parametrize(
    ("notify_by", "code"),
    [
        ("2025-09-02", None),
        ("2025-09-03", "beyond_maximum"),
        ("2025-08-30", "closed_day"),
        ("2025-06-01", "before_start"),
    ],
)
def test_the_notification_is_at_most_three_months_ahead(notify_by: str, code: str | None) -> None:
    """63-2(2), Ord. 59-4(4): paper handed over on 2 June 2025, day 1 is 3 June, the last day 2 September; A-01."""
    one = desk()
    held_under_order(one, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    body = CONDITIONS | {"notify_by": notify_by}
    if code is None:
        do(one, "set_travel_conditions", "2025-06-02", SII, **body)
    else:
        assert refused(one, "set_travel_conditions", "2025-06-02", SII, **body) == code


def test_a_missed_notification_is_a_breach_of_the_person_and_changes_no_custody() -> None:
    """71-5(v): a fine threatens; the next notification starts another three months."""
    one = desk()
    held_under_order(one, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    assert owed(one, "2025-08-30T00:00") == {"follow_up_notification"}
    do(one, "receive_travel_notification", "2025-09-02", CLERK, content="stated", next_by="2025-12-02")
    assert owed(one) == set()
    assert clocks(one) == {"travel_restricted_notification": "2025-12-02"}
    assert "TravelNotificationMissed" in one.fact_kinds()


def test_before_15_may_2025_there_is_no_travel_restriction() -> None:
    """Suppl. 20: what a court imposed before changes nothing here."""
    one = desk()
    held_under_order(one, "2025-05-12")
    early = [{"since": "2025-05-13T09:00:00+09:00"}]
    record(one, "record_travel_restrictions", "2025-05-13T10:00", restrictions=early)
    assert owed(one) == {"remove_or_tell"}
    assert refused(one, "set_travel_conditions", "2025-05-14", SII, **CONDITIONS) == "not_travel_restricted"


def test_when_the_restriction_ends_the_order_is_executed_again() -> None:
    """63(3): free with the order, in the instant in which the end is put on record; no end is told before it comes."""
    one = desk()
    held_under_order(one, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    over = [RESTRICTED[0] | {"until": "2025-07-01T09:00:00+09:00"}]
    kept = case_of(one, "Circumstances")
    assert one.refused(kept, "record_travel_restrictions", "2025-06-20", SII, restrictions=over) == "end_to_come"
    record(one, "record_travel_restrictions", "2025-07-01T10:00", restrictions=over)
    assert custody(one) is Custody.FREE
    assert owed(one) == {"remove_or_tell"}


def test_sponsorship_stays_until_a_person_decides_and_holds_again_afterwards() -> None:
    """A-41: the conditions take its place on the axis; when the restriction ends, Sponsorship stands."""
    one = desk()
    held_under_order(one, "2025-05-20")
    sponsor(one, "2025-05-21", "2025-08-21")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    assert custody(one) is Custody.SPONSORED_AFTER_ORDER
    assert owed(one) == {"set_travel_conditions"}
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    record(one, "record_travel_restrictions", "2025-07-01T10:00", restrictions=[])
    assert custody(one) is Custody.SPONSORED_AFTER_ORDER


def test_provisional_release_stays_until_a_person_decides_and_holds_again_afterwards() -> None:
    """A-41: the conditions take its place on the axis, its period runs on, and with the restriction's end it stands."""
    one = desk()
    held_under_order(one, "2025-05-20")
    release = let_out(one, "2025-05-21", "2025-08-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    assert owed(one) == {"set_travel_conditions"}
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    assert (custody(one), one.stage(release)) == (Custody.TRAVEL_RESTRICTED, "released")
    assert [clock.rule_name for clock in one.register.case(release).running_clocks] == ["provisional_release"]
    record(one, "record_travel_restrictions", "2025-07-01T10:00", restrictions=[])
    assert (custody(one), owed(one)) == (Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER, set())


def test_provisional_release_that_runs_out_under_a_restriction_is_followed_after_its_end() -> None:
    """55(5), 63(3): nobody is detained while the order is not executed; then the person must be."""
    one = desk()
    held_under_order(one, "2025-05-20")
    release = let_out(one, "2025-05-21", "2025-06-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    assert owed(one, "2025-06-21T00:00") == set()
    record(one, "record_travel_restrictions", "2025-07-01T10:00", restrictions=[])
    assert (custody(one), one.stage(release), owed(one)) == (Custody.FREE, "ended", {"detain_person"})


def test_a_release_decided_under_a_restriction_leaves_the_conditions_owed() -> None:
    """A-10, A-41, 63-2(1): released under the order by a new decision; its conditions are still to be set."""
    one = desk()
    case = detained(one, "2025-05-20T09:00")
    handed_over(one, case, "2025-05-20T09:10")
    release = let_out(one, "2025-05-20T09:20", "2025-08-20")
    the_order_issues(one, case, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    one.act(release, "release_under_order", "2025-06-02", SII, **(GRANT | {"last_day": "2025-08-29"}))
    assert custody(one) is Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER
    assert owed(one) == {"set_travel_conditions"}


def test_an_arrest_under_a_travel_restriction_ends_the_conditions_for_its_time() -> None:
    """63-2(1): not for somebody held under criminal procedure; let go, conditions are owed anew."""
    one = desk()
    held_under_order(one, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    arrested(one, "2025-06-10", custodian="court")
    assert (clocks(one), owed(one)) == ({}, set())
    do(one, "end_criminal_custody", "2025-06-20", ICO)
    assert custody(one) is Custody.FREE
    assert owed(one) == {"set_travel_conditions"}


def test_an_order_withdrawn_under_a_travel_restriction_leaves_nothing_running() -> None:
    """63-2(1): the conditions rest on the order."""
    one = desk()
    case = held_under_order(one, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    one.act(case, "withdraw_order", "2025-06-10", SII, **REASONED)
    assert one.stage(case_of(one, "Detention")) == "ended"
    assert clocks(one) == {}


def test_work_under_a_travel_restriction_is_a_crime() -> None:
    """70(1)(xii), 72(xii): recorded with its exposure."""
    one = desk()
    held_under_order(one, "2025-05-20")
    record(one, "record_travel_restrictions", "2025-06-01T10:00", restrictions=RESTRICTED)
    do(one, "set_travel_conditions", "2025-06-02", SII, **CONDITIONS)
    do(one, "record_breach", "2025-06-20", ICO, conduct="worked", reasons="stated")
    broken = [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, ConditionsBroken)]
    assert broken[0].exposure == "70(1)(xii)"


@pytest.mark.parametrize(("scope", "ends"), [("removal", False), ("execution", True), ("effect", True)])
def test_a_court_stays_as_much_as_it_says(scope: str, ends: bool) -> None:
    """ACLA 25, 12.2: a stay of removal alone leaves the detention; a wider one ends it."""
    one = desk()
    held_under_order(one, "2025-05-20")
    stays = [{"scope": scope, "since": "2025-06-01T09:00:00+09:00"}]
    record(one, "record_court_stays", "2025-06-01T10:00", stays=stays)
    assert ("release_at_once" in owed(one)) is ends
    if ends:
        do(one, "release", "2025-06-01T11:00", SII, why="court", reasons="stated")
        assert custody(one) is Custody.FREE


def test_an_order_issued_under_a_restriction_holds_nobody() -> None:
    """63(3): held under the detention order, which is spent; the deportation order is not executed."""
    one = desk()
    case = detained(one, "2025-06-02T09:00")
    handed_over(one, case, "2025-06-02T09:10")
    record(one, "record_travel_restrictions", "2025-06-02T09:20", restrictions=RESTRICTED)
    the_order_issues(one, case, "2025-06-02")
    held = position(one).custody_held
    assert held is not None
    assert (held.custody, held.title) == (Custody.DETAINED_DEPORTATION_ORDER, None)
    assert owed(one) == {"release_at_once", "set_travel_conditions"}
    do(one, "release", "2025-06-02T12:00", SII, why="travel_restriction", reasons="stated")
    assert custody(one) is Custody.FREE
    assert owed(one) == {"set_travel_conditions"}


def test_special_release_ends_in_criminal_custody_only_as_a_fact() -> None:
    """A-39: no step of ours ends it; an arrest is a fact of others, recorded as such."""
    one = desk()
    held_under_order(one, "2025-05-20")
    tell(one, "2025-05-21", "placed", paragraph="52-2(5)")
    tell(one, "2025-05-22", "sponsorship_ended", paragraph="52-2(5)", how="revoked")
    shown = ["deportation_order", "sponsorship_revocation"]
    do(one, "detain", "2025-05-23", ICO, facility="rooms 1", shown=shown)
    body = TERMS | {"plainly_impossible": True, "reasons": "stated"}
    do(one, "release_specially", "2025-06-12", SII, **body)
    record(one, "record_proceedings", "2025-06-30", ICO, proceedings=[])
    arrested(one, "2025-07-01", custodian="prosecutor", not_indicted=True)
    assert custody(one) is Custody.CRIMINAL_CUSTODY
    assert refused(one, "receive_from_criminal_custody", "2025-07-02", ICO, **SHOWN_ORDER) == "liberty_stands"
    do(one, "end_criminal_custody", "2025-07-03", ICO)
    assert custody(one) is Custody.SPECIAL_RELEASE


def test_a_special_release_that_is_to_be_weighed_outlives_an_arrest_and_ends_with_the_order() -> None:
    """A-39: what a broken condition asks is still asked afterwards; with the order gone there is nothing to weigh."""
    one = desk()
    case = held_under_order(one, "2025-05-20")
    do(one, "tell_removal_impossible", "2025-05-20T12:00", ICO, **REASONED)
    chosen: dict[str, Any] = {"outcome": "detention", "sponsorship_considered": True, **REASONED}
    do(one, "screen_after_order", "2025-05-20T12:10", SII, **chosen)
    do(one, "release_specially", "2025-06-12", SII, **TERMS | {"plainly_impossible": True, "reasons": "stated"})
    do(one, "record_breach", "2025-06-20", ICO, conduct="fled", reasons="stated")
    arrested(one, "2025-07-01", custodian="prosecutor")
    gone = copy(one)
    do(one, "end_criminal_custody", "2025-07-03", ICO)
    assert (custody(one), owed(one)) == (Custody.SPECIAL_RELEASE, {"weigh_special_release"})
    gone.act(case, "withdraw_order", "2025-07-02", SII, **REASONED)
    assert (custody(gone), owed(gone)) == (Custody.CRIMINAL_CUSTODY, set())


def test_only_the_officers_of_the_law_act() -> None:
    """65 of LAW §14: each act by who holds its power."""
    one = desk()
    handed_over(one, detained(one, "2025-05-02T09:00"), "2025-05-02T10:00")
    assert refused(one, "set_free_in_disaster", "2025-05-03", SII, **DISASTER) == "no_power"
    assert refused(one, "release", "2025-05-03", ICO, why="court", reasons="r") == "no_power"
    assert refused(one, "extend", "2025-05-03", INSPECTOR, days=1, reasons="r") == "no_power"
    assert refused(one, "record_criminal_custody", "2025-05-03", INSPECTOR, **POLICE) == "no_power"
