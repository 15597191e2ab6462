"""LAW §17.2, C27, C28: the grounds of a status revocation with their facts, whom they reach, and what follows."""

from datetime import date, timedelta
from typing import Any

import pytest

from law.clock_rule import DesignationError
from law.enforcement_clocks import DEPARTURE_AFTER_REVOCATION, PUBLIC_NOTICE_OF_REVOCATION
from law.facts import Ground
from law.finding import Answer
from law.periods import start_of
from law.status_revocation import (
    GroundFacts,
    StatusGround,
    StatusHolder,
    departure_period_is_set,
    deportation_ground,
    ground_applies,
    may_be_revoked,
    notice_is_early_enough,
    offence_of,
)
from law.status_service import (
    Delivery,
    DeliveryFacts,
    deemed_served_on,
    delivery_serves,
    post_serves,
    public_notice_may_serve,
)

G = StatusGround
COMPLETE: dict[StatusGround, dict[str, Any]] = {
    G.LANDING_FRAUD: {"means_found": True},
    G.PERMISSION_FRAUD: {"means_found": True},
    G.FALSE_PAPERS: {"means_found": True},
    G.SPECIAL_PERMISSION_FRAUD: {"means_found": True, "later_permission": False},
    G.OTHER_ACTIVITY: {
        "table_one": True,
        "does_its_activity": False,
        "does_other_activity": True,
        "just_cause": False,
    },
    G.INACTIVE: {"table_one": True, "counts_from": date(2025, 3, 31), "just_cause": False},
    G.NOT_LIVING_AS_SPOUSE: {"spouse_only": True, "counts_from": date(2024, 12, 31), "just_cause": False},
    G.NO_FIRST_ADDRESS: {"mid_to_long_term": True, "counts_from": date(2025, 4, 1), "just_cause": False},
    G.NO_NEW_ADDRESS: {"mid_to_long_term": True, "counts_from": date(2025, 4, 1), "just_cause": False},
    G.FALSE_ADDRESS: {"mid_to_long_term": True, "means_found": True},
    G.FRAUD_OF_RECOGNISED: {"means_found": True},
}
ON = date(2025, 7, 1)


def codes(ground: StatusGround, on: date = ON, **changes: Any) -> tuple[Answer, list[str]]:
    """The answer and its codes."""
    found = ground_applies(ground, GroundFacts(**(COMPLETE[ground] | changes)), on)
    return found.value, [reason.code for reason in found.reasons]


@pytest.mark.parametrize("ground", StatusGround)
def test_each_ground_is_there_when_its_facts_are(ground: StatusGround) -> None:
    """Every item has facts with which it is there, and its reason names the item."""
    found = ground_applies(ground, GroundFacts(**COMPLETE[ground]), ON)
    assert (found.value, found.basis[0].article) == (Answer.YES, ground.value)


@pytest.mark.parametrize("ground", StatusGround)
def test_nothing_on_record_is_unknown(ground: StatusGround) -> None:
    """A ground of which nothing is on record is unknown, and every reason says what would cure it."""
    found = ground_applies(ground, GroundFacts(), ON)
    assert found.value is Answer.UNKNOWN
    assert all(reason.remedy and reason.code.endswith("_not_on_record") for reason in found.reasons)


@pytest.mark.parametrize(
    ("ground", "fact"),
    [(ground, fact) for ground, facts in COMPLETE.items() for fact in facts if fact != "counts_from"],
)
def test_each_fact_decides(ground: StatusGround, fact: str) -> None:
    """The opposite of any one fact is no; the same fact not on record is unknown."""
    opposite: dict[str, Any] = {fact: not COMPLETE[ground][fact]}
    missing: dict[str, Any] = {fact: None}
    assert codes(ground, **opposite)[0] is Answer.NO
    assert codes(ground, **missing)[0] is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("ground", "start", "first_day", "more"),
    [
        # last day of the activity 31 March: day 1 is 1 April, three whole months end with 30 June
        (G.INACTIVE, date(2025, 3, 31), date(2025, 7, 1), {}),
        # 30 November 2024: day 1 is 1 December, the three months are December to February, which ends with the 28th
        (G.INACTIVE, date(2024, 11, 30), date(2025, 3, 1), {}),
        # 30 November 2023: the same over a leap year, 29 February
        (G.INACTIVE, date(2023, 11, 30), date(2024, 3, 1), {}),
        # 14 October: day 1 is the 15th, the three months end with 14 January, over the New Year
        (G.INACTIVE, date(2024, 10, 14), date(2025, 1, 15), {}),
        # Highly Skilled Professional (ii): six months, 1 April to 30 September
        (G.INACTIVE, date(2025, 3, 31), date(2025, 10, 1), {"highly_skilled_two": True}),
        # six months of not living as a spouse from 30 August: day 1 is the 31st, February has none, so its last day
        (G.NOT_LIVING_AS_SPOUSE, date(2024, 8, 30), date(2025, 3, 1), {}),
        # 90 days from 1 April: the first day is not counted, day 90 is 30 June, a Monday
        (G.NO_FIRST_ADDRESS, date(2025, 4, 1), date(2025, 7, 1), {}),
        # 90 days from 3 March end on Sunday 1 June: the notification is in time on Monday 2 June (HolA 2)
        (G.NO_NEW_ADDRESS, date(2025, 3, 3), date(2025, 6, 3), {}),
        # 90 days from 1 October 2024 end on 30 December: closed until 3 January, a weekend after it, Monday 6 January
        (G.NO_NEW_ADDRESS, date(2024, 10, 1), date(2025, 1, 7), {}),
    ],
)
def test_the_time_of_a_ground_to_the_day(
    ground: StatusGround, start: date, first_day: date, more: dict[str, Any]
) -> None:
    """On the last day of the period the ground is not there yet; on the next day it is."""
    day_before = first_day - timedelta(days=1)
    assert codes(ground, day_before, counts_from=start, **more) == (Answer.NO, ["period_over_fails"])
    assert codes(ground, first_day, counts_from=start, **more)[0] is Answer.YES


def test_a_notification_within_the_ninety_days_cures_and_a_later_one_does_not() -> None:
    """90 days from 1 April 2025 end on 30 June: notified that day is in time, notified on 1 July is not."""
    assert codes(G.NO_NEW_ADDRESS, notified_on=date(2025, 6, 30)) == (Answer.NO, ["not_notified_fails"])
    assert codes(G.NO_NEW_ADDRESS, notified_on=date(2025, 7, 1))[0] is Answer.YES


@pytest.mark.parametrize(
    ("holder", "ground", "answer", "code"),
    [
        (StatusHolder(True, False, False), G.FALSE_PAPERS, Answer.YES, ""),
        (StatusHolder(None, False, False), G.FALSE_PAPERS, Answer.UNKNOWN, "stay_not_on_record"),
        (StatusHolder(False, False, False), G.FALSE_PAPERS, Answer.NO, "no_status_of_residence"),
        (StatusHolder(True, True, False), G.FALSE_PAPERS, Answer.NO, "recognised_person"),
        (StatusHolder(True, True, False), G.FRAUD_OF_RECOGNISED, Answer.YES, ""),
        (StatusHolder(True, False, False), G.FRAUD_OF_RECOGNISED, Answer.NO, "not_recognised"),
        (StatusHolder(True, False, True), G.FALSE_PAPERS, Answer.ASK, "old_special_permission"),
        (StatusHolder(True, True, True), G.FRAUD_OF_RECOGNISED, Answer.ASK, "old_special_permission"),
    ],
)
def test_whom_the_grounds_reach(holder: StatusHolder, ground: StatusGround, answer: Answer, code: str) -> None:
    """22-4 reaches holders who are not recognised, 61-2-11 the others, the old law the old permission (suppl. 5)."""
    found = may_be_revoked(holder, ground)
    assert found.value is answer
    assert [reason.code for reason in found.reasons] == ([code] if code else [])
    assert all(reason.remedy for reason in found.reasons)


def test_to_somebody_recognised_the_remedy_is_the_other_article() -> None:
    """The refusal names 61-2-11 as the only way."""
    found = may_be_revoked(StatusHolder(True, True, False), G.LANDING_FRAUD)
    assert "61-2-11" in found.reasons[0].remedy


@pytest.mark.parametrize("ground", StatusGround)
@pytest.mark.parametrize("flight", [True, False, None])
def test_the_departure_period_and_what_follows(ground: StatusGround, flight: bool | None) -> None:
    """LAW §17.2: none for (i), (ii) and for (v) in flight; else one, 61-2-11 included; then 24(ii-2) to (ii-4)."""
    expected = Answer.YES
    if ground in (G.LANDING_FRAUD, G.PERMISSION_FRAUD):
        expected = Answer.NO
    elif ground is G.OTHER_ACTIVITY:
        expected = {True: Answer.NO, False: Answer.YES, None: Answer.UNKNOWN}[flight]
    found = departure_period_is_set(ground, flight_suspected=flight)
    assert found.value is expected
    if expected is Answer.UNKNOWN:
        return
    follows = deportation_ground(ground, with_period=expected is Answer.YES)
    table = {Answer.YES: (Ground.II_4, "70(1)(iii-3)")}
    none = (Ground.II_3, "70(1)(iii-2)") if ground is G.OTHER_ACTIVITY else (Ground.II_2, "70(1)(iii)")
    assert (follows, offence_of(follows)) == table.get(expected, none)


@pytest.mark.parametrize(
    ("posted", "deemed"),
    [
        # 1 March is day 1, 14 March is day 14
        (date(2025, 3, 1), date(2025, 3, 14)),
        # over the end of February: 20 February is day 1, day 9 is the 28th, day 14 is 5 March; in a leap year the 4th
        (date(2025, 2, 20), date(2025, 3, 5)),
        (date(2024, 2, 20), date(2024, 3, 4)),
        # over the New Year, whose closed days neither stop nor move it: 25 December is day 1, 7 January day 14
        (date(2025, 12, 25), date(2026, 1, 7)),
        # the last day may be a Sunday
        (date(2025, 6, 2), date(2025, 6, 15)),
    ],
)
def test_public_notice_counts_the_day_of_posting(posted: date, deemed: date) -> None:
    """Served at the end of the 14th day, the day of posting counted, and nothing rolls (61-8-2(8), C28)."""
    assert deemed_served_on(posted) == deemed
    assert PUBLIC_NOTICE_OF_REVOCATION.ends(posted).value == start_of(deemed + timedelta(days=1))


@pytest.mark.parametrize(
    ("served", "latest"),
    [
        # 14 March, the first day not counted: day 1 is 15 March, day 30 is 13 April, a Sunday: the Friday before it
        (date(2025, 3, 14), date(2025, 4, 11)),
        # 30 January: day 30 is 1 March, a Saturday: Friday 28 February
        (date(2025, 1, 30), date(2025, 2, 28)),
        # 1 December: day 30 is 31 December, closed since the 29th, a Monday: Friday 26 December
        (date(2025, 12, 1), date(2025, 12, 26)),
        # 5 June: day 30 is 5 July, a Saturday: Friday the 4th
        (date(2025, 6, 5), date(2025, 7, 4)),
        # 30 January of a leap year: day 30 is Thursday 29 February
        (date(2024, 1, 30), date(2024, 2, 29)),
    ],
)
def test_the_departure_period_is_at_most_thirty_days(served: date, latest: date) -> None:
    """C27: the latest last day that may be written, thirty days after the service, on a day that is open (A-01)."""
    assert DEPARTURE_AFTER_REVOCATION.latest_designation(served) == latest
    with pytest.raises(DesignationError) as refused:
        DEPARTURE_AFTER_REVOCATION.designated(served, served + timedelta(days=31))
    assert refused.value.reason.code == "beyond_maximum"


@pytest.mark.parametrize(
    ("facts", "served"),
    [
        ({"delivery": Delivery.TO_THE_PERSON, "at_residence": True, "person_met": True}, True),
        ({"delivery": Delivery.TO_THE_PERSON, "at_residence": False, "person_met": True}, False),
        (
            {
                "delivery": Delivery.TO_THE_PERSON,
                "at_residence": False,
                "person_met": True,
                "agreed_to_other_place": True,
            },
            True,
        ),
        ({"delivery": Delivery.TO_THE_PERSON, "at_residence": True}, False),
        ({"delivery": Delivery.TO_COHABITANT, "at_residence": True, "cohabitant_fit": True}, True),
        ({"delivery": Delivery.TO_COHABITANT, "at_residence": True}, False),
        ({"delivery": Delivery.TO_COHABITANT, "at_residence": True, "cohabitant_fit": True, "person_met": True}, False),
        ({"delivery": Delivery.TO_COHABITANT, "at_residence": False, "cohabitant_fit": True}, False),
        ({"delivery": Delivery.LEFT_THERE, "at_residence": True}, True),
        ({"delivery": Delivery.LEFT_THERE, "at_residence": False}, False),
        ({"delivery": Delivery.LEFT_THERE, "at_residence": True, "person_met": True}, False),
        (
            {
                "delivery": Delivery.LEFT_THERE,
                "at_residence": True,
                "person_met": True,
                "refused_without_just_reason": True,
            },
            True,
        ),
        ({"delivery": Delivery.LEFT_THERE, "at_residence": True, "cohabitant_fit": True}, False),
    ],
)
def test_delivery_in_person(facts: dict[str, Any], served: bool) -> None:
    """61-8-2(4), (5): to the person, to a fit cohabitant, or left there, each only where its words are met."""
    found = delivery_serves(DeliveryFacts(**facts))
    assert (found.value is Answer.YES) is served
    assert served or found.reasons[0].remedy


def test_mail_is_presumed_to_arrive_with_a_record_of_its_sending() -> None:
    """61-8-2(2), (3): without the record, or when it came back, nothing is presumed."""
    assert post_serves(sending_recorded=True, came_back=False).value is Answer.YES
    assert post_serves(sending_recorded=False, came_back=False).reasons[0].code == "sending_not_recorded"
    assert post_serves(sending_recorded=True, came_back=True).reasons[0].code == "mail_came_back"


def test_public_notice_needs_an_unknown_address_and_never_reaches_somebody_recognised() -> None:
    """61-8-2(6): 73 of LAW §14."""
    assert public_notice_may_serve(address_unknown=True, recognised=False).value is Answer.YES
    assert public_notice_may_serve(address_unknown=False, recognised=False).reasons[0].code == "address_is_known"
    for unknown in (True, False):
        found = public_notice_may_serve(address_unknown=unknown, recognised=True)
        assert found.reasons[0].code == "no_public_notice_for_recognised"


@pytest.mark.parametrize(
    ("grounds", "in_good_time", "at_customs", "early"),
    [
        ({G.INACTIVE}, True, False, True),
        ({G.INACTIVE}, False, False, False),
        ({G.LANDING_FRAUD}, False, True, True),
        ({G.PERMISSION_FRAUD}, False, True, False),
        ({G.LANDING_FRAUD, G.FALSE_PAPERS}, False, True, False),
    ],
)
def test_the_notice_comes_in_good_time_but_for_a_customs_inspection(
    grounds: set[StatusGround], in_good_time: bool, at_customs: bool, early: bool
) -> None:
    """Ord. 25-3(2): only a case of (i) at the customs inspection needs no time before the hearing."""
    found = notice_is_early_enough(frozenset(grounds), in_good_time=in_good_time, at_customs_inspection=at_customs)
    assert (found.value is Answer.YES) is early


def test_a_day_beside_a_ground_without_a_period_changes_nothing() -> None:
    """(i) to (iv) ask for no time: a day that was recorded all the same is not counted from."""
    counted = GroundFacts(means_found=True, counts_from=date(2026, 1, 5))
    assert ground_applies(StatusGround.LANDING_FRAUD, counted, date(2026, 1, 6)).value is Answer.YES
