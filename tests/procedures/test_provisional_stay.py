"""Provisional stay: permission, delivery, renewal, and the ways it ends."""

from typing import Any

import pytest

from engine.command import Kind
from law.facts import Ending, ProvisionalStayPeriod
from tests.procedures.desk import jst
from tests.procedures.stay_story import (
    CLERK,
    HEAD,
    INSPECTOR,
    NO_EXCLUSION,
    RI,
    TERMS,
    application_of,
    circumstances,
    desk_with_application,
    examined,
    how_it_ended,
    period,
    position,
    running,
)


def test_permission_takes_effect_with_the_delivery_of_the_permit() -> None:
    """Permitted is not yet running: only the hand-over starts the period and stops the procedure (61-2-4(2))."""
    one, stay = examined()
    assert one.duties(stay) == {"decide_stay"}
    one.act(stay, "permit", "2025-03-10", HEAD, last_day="2025-09-10", conditions=TERMS, content="terms")
    assert one.stage(stay) == "permitted"
    assert not position(one).all(ProvisionalStayPeriod)
    one.act(stay, "hand_over_permit", "2025-03-11", INSPECTOR)
    assert one.stage(stay) == "running"
    assert "ProvisionalStayDelivered" in one.fact_kinds()
    assert period(one).delivered_at == jst("2025-03-11")


def test_the_period_is_at_most_six_months_and_ends_on_a_working_day() -> None:
    """From 10 March: day 1 is 11 March, six months end on 10 September; 11 September and Sunday 7 are refused."""
    one, stay = examined()
    at = {"conditions": TERMS, "content": "terms"}
    assert one.refused(stay, "permit", "2025-03-10", HEAD, last_day="2025-09-11", **at) == "beyond_maximum"
    assert one.refused(stay, "permit", "2025-03-10", HEAD, last_day="2025-09-07", **at) == "closed_day"
    assert one.refused(stay, "permit", "2025-03-10", HEAD, last_day="2025-03-07", **at) == "before_start"
    one.act(stay, "permit", "2025-03-10", HEAD, last_day="2025-09-10", **at)


def test_conditions_that_are_always_set_may_not_be_missing() -> None:
    """Residence, range of movement and appearance are always set (Ord. 56-2(3))."""
    one, stay = examined()
    body = {"last_day": "2025-09-10", "conditions": TERMS[:1], "content": "terms"}
    assert one.refused(stay, "permit", "2025-03-10", HEAD, **body) == "condition_missing"


def test_nothing_found_is_not_permitted_and_not_refused() -> None:
    """Facts that are not on record neither permit nor refuse: somebody must find them."""
    one, application = desk_with_application()
    stay = one.open("ProvisionalStay", "examine", "2025-03-04", RI, application=application)
    body = {"last_day": "2025-09-10", "conditions": TERMS, "content": "terms"}
    assert one.refused(stay, "permit", "2025-03-05", HEAD, **body).endswith("_not_on_record")
    assert one.refused(stay, "not_permit", "2025-03-05", HEAD, reasons="none").endswith("_not_on_record")


def test_without_an_exclusion_provisional_stay_may_not_be_refused() -> None:
    """The Minister shall permit it: a refusal without an exclusion is refused (61-2-4(1))."""
    one, stay = examined()
    assert one.refused(stay, "not_permit", "2025-03-10", HEAD, reasons="none") == "shall_be_permitted"


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ({"flight_suspected": True}, "flight_risk"),
        ({"suspected_ground": True}, "suspected_ground"),
        ({"inadmissible_on_entry": True}, "inadmissible_on_entry"),
        (
            {
                "plainly_not_from_convention_danger": True,
                "plainly_not_from_persecution": True,
                "refugee_ground_arose_in_japan": False,
                "protection_ground_arose_in_japan": False,
            },
            "not_directly_from_danger",
        ),
        # landed 2 September 2024, six months end on Sunday 2 March 2025, rolled to Monday 3 March: filed in time;
        # landed 30 August 2024, six months end on 28 February 2025: filed on 3 March, too late.
        ({"landed_on": "2024-08-30", "plainly_late": True, "unavoidable_reason": False}, "late_application"),
    ],
)
def test_each_exclusion_stands_in_the_way_and_is_named(found: dict[str, Any], code: str) -> None:
    """An exclusion blocks the permission, allows not to permit, and its code goes on record with the reasons kept."""
    one, stay = examined()
    one.act(stay, "find_exclusions", "2025-03-06", RI, **(NO_EXCLUSION | found))
    body = {"last_day": "2025-09-10", "conditions": TERMS, "content": "terms"}
    assert one.refused(stay, "permit", "2025-03-10", HEAD, **body) == code
    one.act(stay, "not_permit", "2025-03-10", HEAD, reasons="stated")
    assert one.stage(stay) == "not_permitted"
    assert not how_it_ended(one)


def test_six_months_that_end_on_a_sunday_roll_to_monday() -> None:
    """Landed 2 September 2024: six months end on Sunday 2 March 2025, rolled to 3 March, the day of filing (A-27)."""
    one, stay = examined()
    late = {"landed_on": "2024-09-02", "plainly_late": True, "unavoidable_reason": False}
    one.act(stay, "find_exclusions", "2025-03-06", RI, **(NO_EXCLUSION | late))
    one.act(stay, "permit", "2025-03-10", HEAD, last_day="2025-09-10", conditions=TERMS, content="terms")


def test_a_sentence_recorded_between_permission_and_delivery_stops_the_delivery() -> None:
    """What excludes is asked again at the hand-over, since only it makes the permission effective."""
    one, stay = examined()
    one.act(stay, "permit", "2025-03-10", HEAD, last_day="2025-09-10", conditions=TERMS, content="terms")
    sentence = {"final_on": "2025-03-11", "months": 6, "suspension": "whole", "listed_crime": True}
    one.act(circumstances(one), "record_sentences", "2025-03-12", INSPECTOR, sentences=[sentence])
    assert one.refused(stay, "hand_over_permit", "2025-03-13", INSPECTOR) == "sentenced"
    one.act(stay, "not_permit", "2025-03-13", HEAD, reasons="stated")


def test_it_is_examined_only_for_a_pending_application_of_a_status_less_person() -> None:
    """No application, a status, or another examination: the opening is refused with its article."""
    one, application = desk_with_application()

    def refusal(of: str, at: str) -> str:
        filed = one.send(Kind.OPEN, "ProvisionalStay", "", "examine", at, RI, {"application": of})
        assert filed.refusal is not None
        assert filed.refusal.reasons[0].basis
        return filed.refusal.code

    assert refusal("case_nobody", "2025-03-04") == "no_pending_application"
    status = {"kind": "status_of_residence", "since": "2025-01-06"}
    one.act(circumstances(one), "record_stays", "2025-03-04", INSPECTOR, stays=[status])
    assert refusal(application, "2025-03-05") == "not_status_less"
    one.act(circumstances(one), "record_stays", "2025-03-06", INSPECTOR, stays=[])
    one.open("ProvisionalStay", "examine", "2025-03-07", RI, application=application)
    assert refusal(application, "2025-03-08") == "provisional_stay_is_open"


def test_the_period_ends_by_itself_on_its_last_day() -> None:
    """Delivered 10 March, last day Monday 8 September 2025: it runs out at 00:00 on 9 September."""
    one, stay = running()
    assert one.stage(stay, "2025-09-08T23:59") == "running"
    assert one.stage(stay, "2025-09-09T00:00") == "ended"
    one.act(circumstances(one), "record_custody", "2025-09-09", INSPECTOR, custody="free")
    assert how_it_ended(one) == ["period_over"]
    assert period(one).ended_at == jst("2025-09-09T00:00")


def test_a_timely_renewal_moves_the_last_day_with_the_delivery_of_the_permit() -> None:
    """Old last day 8 September 2025: six months from it end on 8 March 2026, a Sunday; Friday 6 March is designated."""
    one, stay = running()
    one.act(stay, "request_renewal", "2025-09-08", CLERK)
    assert one.refused(stay, "request_renewal", "2025-09-08T15:00", CLERK) == "renewal_pending"
    assert one.refused(stay, "hand_over_renewed_permit", "2025-09-08T15:00", INSPECTOR) == "renewal_not_granted"
    assert one.refused(stay, "grant_renewal", "2025-09-08T15:00", HEAD, last_day="2026-03-09") == "beyond_maximum"
    one.act(stay, "grant_renewal", "2025-09-08T15:00", HEAD, last_day="2026-03-06")
    one.act(stay, "hand_over_renewed_permit", "2025-09-08T16:00", INSPECTOR)
    assert one.stage(stay, "2026-03-06T23:59") == "running"
    assert one.stage(stay, "2026-03-07") == "ended"


def test_no_renewal_is_granted_that_nobody_asked_for() -> None:
    """A renewal needs an application by the last day (61-2-4(4))."""
    one, stay = running()
    assert one.refused(stay, "grant_renewal", "2025-09-01", HEAD, last_day="2026-03-06") == "no_renewal_pending"
    assert one.refused(stay, "request_renewal", "2025-09-09", CLERK) == "wrong_stage"


def test_a_timely_renewal_undecided_keeps_the_procedure_stopped() -> None:
    """A-28: the stay goes on beyond its last day until the renewal is decided; the duty stays open."""
    one, stay = running()
    one.act(stay, "request_renewal", "2025-09-05", CLERK)
    assert one.stage(stay, "2025-10-01") == "renewal_undecided"
    assert one.refused(stay, "grant_renewal", "2025-10-01", HEAD, last_day="2025-09-30") == "renewed_into_the_past"
    assert one.duties(stay) == {"decide_renewal"}
    assert period(one).renewal_undecided
    assert not how_it_ended(one)
    one.act(stay, "grant_renewal", "2025-10-01", HEAD, last_day="2026-03-06")
    one.act(stay, "hand_over_renewed_permit", "2025-10-02", INSPECTOR)
    assert one.stage(stay) == "running"
    assert one.stage(stay, "2026-03-07") == "ended"


def test_a_renewed_permit_handed_over_too_late_needs_a_later_day() -> None:
    """A renewal granted up to a day that passed before the delivery cannot take effect."""
    one, stay = running()
    one.act(stay, "request_renewal", "2025-09-05", CLERK)
    one.act(stay, "grant_renewal", "2025-09-08", HEAD, last_day="2025-09-10")
    assert one.refused(stay, "hand_over_renewed_permit", "2025-09-11", INSPECTOR) == "renewed_into_the_past"


@pytest.mark.parametrize(
    ("ending", "end"),
    [
        (Ending.NO_REVIEW_IN_TIME, "application_ended"),
        (Ending.REVIEW_REFUSED, "application_ended"),
        (Ending.REVIEW_WITHDRAWN, "application_ended"),
        (Ending.GRANT_REFUSED, "application_ended"),
        (Ending.APPLICATION_WITHDRAWN, "application_ended"),
        (Ending.RECOGNISED, "status_granted"),
        (Ending.OBJECT_LOST, "object_lost"),
    ],
)
def test_it_ends_with_its_application(ending: Ending, end: str) -> None:
    """At each end of 61-2-4(5)(i)-(iii), (v), and where the application has no object any more, the stay ends."""
    one, stay = running()
    one.act(application_of(one), "end", "2025-05-01", CLERK, ending=ending)
    assert one.stage(stay) == "ended"
    assert how_it_ended(one) == [end]
    assert period(one).ended_at == jst("2025-05-01")


def test_an_application_that_ends_before_delivery_leaves_nothing_to_stop() -> None:
    """Before delivery there is no stay, so none ends: the examination is closed."""
    one, stay = examined()
    one.act(application_of(one), "end", "2025-03-06", CLERK, ending=Ending.APPLICATION_WITHDRAWN)
    assert one.stage(stay) == "ended"
    assert not how_it_ended(one)


def test_a_status_after_recognition_ends_it() -> None:
    """The hand-over of the card after recognition ends provisional stay in the same instant."""
    one, stay = running()
    one.act(application_of(one), "hand_over_card", "2025-06-02", INSPECTOR)
    assert one.stage(stay) == "ended"
    assert how_it_ended(one) == ["status_granted"]


@pytest.mark.parametrize("what", ["record_departure", "record_death"])
def test_departure_or_death_ends_it(what: str) -> None:
    """Who left Japan or died holds no provisional stay."""
    one, stay = running()
    one.act(circumstances(one), what, "2025-06-02", INSPECTOR, on="2025-06-02")
    assert one.stage(stay) == "ended"
    assert how_it_ended(one) == ["object_lost"]
