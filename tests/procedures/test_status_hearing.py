"""The hearing before a status is revoked, and the service of its two papers (22-4(2)-(5), 61-8-2)."""

from typing import Any

import pytest

from tests.procedures.desk import Desk, jst
from tests.procedures.status_story import (
    AT_HOME,
    CLERK,
    FACTS,
    HEAD,
    HELD,
    ICO,
    INACTIVE,
    INSPECTOR,
    MINISTER,
    NOTICE,
    RI,
    arisen,
    decision,
    desk,
    found,
    heard,
    notified,
    position,
    refused_opening,
    revoked,
    status_less,
)

POSTED: dict[str, Any] = {"address_unknown": True, "inquiries": "stated"}
RECOGNISED = "61-2-11(1)"


def appointed(one: Desk, **changes: Any) -> str:
    """A hearing on 15 April 2025 appointed on 10 March, its notice not served."""
    case = found(one)
    body = {"grounds": [INACTIVE], "in_good_time": True} | NOTICE | changes
    one.act(case, "appoint_hearing", "2025-03-10", HEAD, **body)
    return case


def notices(one: Desk, case: str) -> dict[str, str]:
    """The last of each kind of notice, and where it stands."""
    return {notice.kind: notice.status.value for notice in one.register.case(case).notices}


def test_a_notice_comes_in_good_time() -> None:
    """Judged too short it is refused; with a customs inspection it is not, but only for (i)."""
    one = desk()
    case = found(one)
    late = {"grounds": [INACTIVE], "in_good_time": False} | NOTICE
    assert one.refused(case, "appoint_hearing", "2025-03-10", HEAD, **late) == "notice_not_in_good_time"
    customs = late | {"at_customs_inspection": True}
    assert one.refused(case, "appoint_hearing", "2025-03-10", HEAD, **customs) == "notice_not_in_good_time"
    other = desk()
    at_the_airport = found(other, "22-4(1)(i)")
    body = customs | {"grounds": ["22-4(1)(i)"], "hearing_at": "2025-03-10T12:30:00+09:00"}
    other.act(at_the_airport, "appoint_hearing", "2025-03-10", HEAD, **body)
    other.act(at_the_airport, "notify_orally", "2025-03-10T12:05", ICO, urgency="stated")
    other.act(at_the_airport, "hear", "2025-03-10T12:40", INSPECTOR, **HELD)
    assert other.stage(at_the_airport) == "heard"


def test_the_content_may_be_told_orally_where_it_is_urgent() -> None:
    """22-4(3): by an inspector or a control officer; the paper is not served any more."""
    one = desk()
    case = appointed(one)
    assert one.refused(case, "notify_orally", "2025-03-11", CLERK, urgency="stated") == "no_power"
    one.act(case, "notify_orally", "2025-03-11", ICO, urgency="stated")
    assert (one.stage(case), notices(one, case)["status_hearing"]) == ("hearing_appointed", "withdrawn")
    assert one.duties(case) == {"hold_status_hearing"}


@pytest.mark.parametrize(
    "delivery",
    [
        AT_HOME,
        {"delivery": "61-8-2(4)", "at_residence": False, "agreed_to_other_place": True, "person_met": True},
        {"delivery": "61-8-2(5)(i)", "at_residence": True, "cohabitant_fit": True},
        {"delivery": "61-8-2(5)(ii)", "at_residence": True},
    ],
)
def test_each_way_of_delivery_serves_both_papers(delivery: dict[str, Any]) -> None:
    """To the person, elsewhere without objection, to a cohabitant, or left there."""
    one = desk()
    case = appointed(one)
    one.act(case, "deliver", "2025-03-11", ICO, **delivery)
    assert (one.stage(case), notices(one, case)["status_hearing"]) == ("hearing_appointed", "served")
    other = desk()
    decided = revoked(other)
    other.act(decided, "deliver", "2025-04-21T15:00", INSPECTOR, **delivery)
    assert (other.stage(decided), status_less(other, "2025-04-21T15:00")) == ("departure_period", True)


def test_a_delivery_that_is_none_serves_nothing() -> None:
    """A cohabitant elsewhere, or a clerk: refused; a failed attempt is put on record."""
    one = desk()
    case = appointed(one)
    elsewhere = {"delivery": "61-8-2(5)(i)", "at_residence": False, "cohabitant_fit": True}
    assert one.refused(case, "deliver", "2025-03-11", ICO, **elsewhere) == "not_at_place_of_residence"
    assert one.refused(case, "deliver", "2025-03-11", CLERK, **AT_HOME) == "no_power"
    attempt = {"tried_on": "2025-03-11", "way": "handed_over", "failure": "absent"}
    one.act(case, "record_failed_service", "2025-03-11", CLERK, **attempt)
    assert one.stage(case) == "hearing_to_notify"


def test_mail_serves_at_its_normal_arrival_with_a_record_of_sending() -> None:
    """Sent on 19 April, normally there on 22 April: no status from then, and the period counts from it."""
    one = desk()
    case = revoked(one)
    mail = {"way": "post", "sent_on": "2025-04-19", "sending_recorded": True}
    unrecorded = mail | {"sending_recorded": False}
    assert one.refused(case, "record_arrival_of_mail", "2025-04-22", CLERK, **unrecorded) == "sending_not_recorded"
    back = mail | {"came_back": True}
    assert one.refused(case, "record_arrival_of_mail", "2025-04-22", CLERK, **back) == "mail_came_back"
    early = mail | {"sent_on": "2025-04-17"}
    assert one.refused(case, "record_arrival_of_mail", "2025-04-22", CLERK, **early) == "day_too_early"
    one.act(case, "record_arrival_of_mail", "2025-04-22T12:00", CLERK, **mail)
    (clock,) = one.register.case(case).running_clocks
    assert (clock.started_on.isoformat(), clock.last_day.isoformat()) == ("2025-04-22", "2025-05-16")


def test_public_notice_serves_at_the_end_of_the_fourteenth_day() -> None:
    """Posted on Saturday 19 April: the 19th is day 1, 2 May day 14; served at its end, the status covers it whole."""
    one = desk()
    case = revoked(one)
    one.act(case, "post_public_notice", "2025-04-19", MINISTER, until="2025-05-30", **POSTED)
    assert one.stage(case) == "revocation_posted"
    assert not status_less(one, "2025-05-02T23:59:59")
    assert status_less(one, "2025-05-03T00:00")
    one.register.let_lapse(one.person, jst("2025-05-03T00:00"))
    (clock,) = one.register.case(case).running_clocks
    # from 2 May, the first day not counted: day 30 is Sunday 1 June; written until Friday 30 May
    assert (clock.started_on.isoformat(), clock.last_day.isoformat()) == ("2025-05-02", "2025-05-30")
    assert notices(one, case)["status_revocation_with_period"] == "served"
    assert one.stage(case, "2025-05-31T00:00") == "staying_on"


def test_public_notice_of_a_revocation_without_a_period() -> None:
    """Fraud: the ground of 24(ii-2) exists from the first instant after the fourteenth day."""
    one = desk()
    case = revoked(one, "22-4(1)(i)")
    one.act(case, "post_public_notice", "2025-04-19", MINISTER, **POSTED)
    one.register.let_lapse(one.person, jst("2025-05-03T00:00"))
    assert (one.stage(case), arisen(one)) == ("staying_on", [("24(ii-2)", "2025-05-03")])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"address_unknown": False}, "address_is_known"),
        # served on 2 May; a last day that is not after it leaves no time, one beyond 1 June is too long
        ({"until": "2025-05-02"}, "departure_day_passed"),
        ({"until": "2025-06-02"}, "beyond_maximum"),
    ],
)
def test_what_public_notice_needs(changes: dict[str, Any], code: str) -> None:
    """An unknown address, and a last day that fits the later service."""
    one = desk()
    case = revoked(one)
    assert one.refused(case, "post_public_notice", "2025-04-19", MINISTER, **(POSTED | changes)) == code


def test_only_the_minister_posts_and_no_period_is_added() -> None:
    """61-8-2(6) is delegated to nobody; a revocation without a period gets none by its posting."""
    one = desk()
    case = revoked(one, "22-4(1)(ii)")
    assert one.refused(case, "post_public_notice", "2025-04-19", HEAD, **POSTED) == "no_power"
    added = POSTED | {"until": "2025-05-30"}
    assert one.refused(case, "post_public_notice", "2025-04-19", MINISTER, **added) == "no_period_in_notice"
    assert one.refused(case, "rewrite_last_day", "2025-04-19", HEAD, until="2025-05-16", reasons="stated") == (
        "no_period_in_notice"
    )


def test_while_it_is_posted_the_paper_is_handed_over_to_who_comes() -> None:
    """61-8-2(7): the Minister hands it over at any time; the notice stops, and nothing is served twice."""
    one = desk()
    case = revoked(one)
    one.act(case, "post_public_notice", "2025-04-19", MINISTER, **POSTED)
    office = {"delivery": "61-8-2(4)", "at_residence": False, "agreed_to_other_place": True, "person_met": True}
    one.act(case, "deliver", "2025-04-25T11:00", INSPECTOR, **office)
    assert status_less(one, "2025-04-25T11:00")
    assert one.stage(case, "2025-05-03T00:00") == "departure_period"
    assert [fact.kind for fact in one.register.facts(one.person)].count("StatusRevoked") == 1


def test_a_known_address_ends_public_notice() -> None:
    """Taken down: the fourteen days do not run on, a fitting last day is written, and the paper is delivered."""
    one = desk()
    case = revoked(one)
    one.act(case, "post_public_notice", "2025-04-19", MINISTER, until="2025-05-30", **POSTED)
    # delivered on 22 April a period until 30 May would be 38 days
    assert one.refused(case, "deliver", "2025-04-22", ICO, **AT_HOME) == "beyond_maximum"
    one.act(case, "take_down_notice", "2025-04-22", MINISTER, reasons="stated")
    assert (one.stage(case, "2025-05-10"), status_less(one, "2025-05-10")) == ("to_serve", False)
    one.act(case, "rewrite_last_day", "2025-04-22", HEAD, until="2025-05-20", reasons="stated")
    one.act(case, "deliver", "2025-04-23", ICO, **AT_HOME)
    (clock,) = one.register.case(case).running_clocks
    assert clock.last_day.isoformat() == "2025-05-20"


def test_a_notice_served_after_its_last_day_is_written_anew() -> None:
    """Until 16 May, found only on 20 May: no period would be left; with another last day it is served."""
    one = desk()
    case = revoked(one)
    assert one.refused(case, "deliver", "2025-05-20", ICO, **AT_HOME) == "departure_day_passed"
    one.act(case, "rewrite_last_day", "2025-05-20", HEAD, until="2025-06-10", reasons="stated")
    one.act(case, "deliver", "2025-05-20T14:00", ICO, **AT_HOME)
    assert one.stage(case) == "departure_period"


def test_the_notice_of_the_hearing_by_public_notice() -> None:
    """Posted on 11 March: served at the end of the 24th, so no hearing before 25 March 00:00, nor in that instant."""
    one = desk()
    case = appointed(one, hearing_at="2025-03-24T10:00:00+09:00")
    assert one.refused(case, "post_public_notice", "2025-03-11", MINISTER, **POSTED) == "hearing_date_has_passed"
    midnight = {"grounds": [INACTIVE], "in_good_time": True} | NOTICE | {"hearing_at": "2025-03-25T00:00:00+09:00"}
    one.act(case, "appoint_hearing", "2025-03-11", HEAD, **midnight)
    assert one.refused(case, "post_public_notice", "2025-03-11", MINISTER, **POSTED) == "hearing_date_has_passed"
    body = {"grounds": [INACTIVE], "in_good_time": True} | NOTICE
    one.act(case, "appoint_hearing", "2025-03-11", HEAD, **body)
    one.act(case, "post_public_notice", "2025-03-11T13:00", MINISTER, **POSTED)
    assert one.stage(case, "2025-03-24T23:59:59") == "hearing_posted"
    assert one.stage(case, "2025-03-25T00:00") == "hearing_appointed"
    one.act(case, "record_absence", "2025-04-15T11:00", INSPECTOR, just_cause=False, reasons="stated")
    one.act(case, "revoke", "2025-04-18", HEAD, **decision())


def test_a_hearing_taken_down_and_dropped() -> None:
    """The public notice of a hearing is taken down; before a notice was served the matter may be dropped untold."""
    one = desk()
    case = appointed(one)
    one.act(case, "post_public_notice", "2025-03-11", MINISTER, **POSTED)
    one.act(case, "take_down_notice", "2025-03-12", MINISTER, reasons="stated")
    assert one.stage(case, "2025-04-01") == "hearing_to_notify"
    one.act(case, "drop", "2025-04-01", HEAD, reasons="stated")
    assert (one.stage(case), notices(one, case)["status_hearing"]) == ("dropped", "withdrawn")


def test_a_date_that_has_passed_is_no_date() -> None:
    """The notice of a hearing on 15 April found nobody until the 16th: another date is appointed."""
    one = desk()
    case = appointed(one)
    assert one.refused(case, "deliver", "2025-04-16", ICO, **AT_HOME) == "hearing_date_has_passed"
    past = {"grounds": [INACTIVE], "in_good_time": True} | NOTICE
    assert one.refused(case, "appoint_hearing", "2025-04-16", HEAD, **past) == "hearing_date_has_passed"
    one.act(case, "appoint_hearing", "2025-04-16", HEAD, **(past | {"hearing_at": "2025-05-20T10:00:00+09:00"}))
    one.act(case, "deliver", "2025-04-17", ICO, **AT_HOME)


def test_the_person_appears_and_an_agent_instead_only_with_leave() -> None:
    """Ord. 25-8: an agent beside the person needs the certificate, an agent instead needs leave as well."""
    one = desk()
    case = notified(one)
    instead = HELD | {"attendance": "agent_instead", "agent_certificate": True}
    assert one.refused(case, "hear", "2025-04-15T10:30", INSPECTOR, **instead) == "agent_without_leave"
    beside = HELD | {"attendance": "person_with_agent"}
    assert one.refused(case, "hear", "2025-04-15T10:30", INSPECTOR, **beside) == "agent_without_certificate"
    assert one.refused(case, "decide_agent", "2025-04-01", HEAD, permitted=True, reasons="r") == "not_asked_for"
    one.act(case, "ask_for_agent_instead", "2025-04-01", CLERK, content="stated")
    assert "decide_agent" in one.duties(case)
    one.act(case, "decide_agent", "2025-04-02", HEAD, permitted=False, reasons="stated")
    assert one.refused(case, "hear", "2025-04-15T10:30", INSPECTOR, **instead) == "agent_without_leave"
    one.act(case, "ask_for_agent_instead", "2025-04-03", CLERK, content="stated")
    one.act(case, "decide_agent", "2025-04-04", HEAD, permitted=True, reasons="stated")
    one.act(case, "hear", "2025-04-15T10:30", INSPECTOR, **instead)
    assert notices(one, case)["agent_permitted"] == "to_serve"


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"facts_explained": False}, "facts_not_explained"), ({"record_made": False}, "no_record_of_hearing")],
)
def test_the_form_of_the_hearing(changes: dict[str, Any], code: str) -> None:
    """Ord. 25-9(1), 25-11(1): the facts are explained at the beginning, and a record is made."""
    one = desk()
    assert one.refused(notified(one), "hear", "2025-04-15T10:30", INSPECTOR, **(HELD | changes)) == code


def test_the_hearing_waits_for_its_date_and_may_go_on_later() -> None:
    """Before 15 April at ten nobody is heard; continued on 22 April, it ends there."""
    one = desk()
    case = notified(one)
    assert one.refused(case, "hear", "2025-04-15T09:59", INSPECTOR, **HELD) == "before_the_hearing"
    absent = {"just_cause": False, "reasons": "stated"}
    assert one.refused(case, "record_absence", "2025-04-15T09:59", INSPECTOR, **absent) == "before_the_hearing"
    one.act(case, "hear", "2025-04-15T10:30", INSPECTOR, continues_at="2025-04-22T10:00:00+09:00", **HELD)
    assert (one.stage(case), notices(one, case)["hearing_continued"]) == ("hearing_appointed", "to_serve")
    assert one.refused(case, "hear", "2025-04-21T10:30", INSPECTOR, **HELD) == "before_the_hearing"
    one.act(case, "hear", "2025-04-22T10:30", INSPECTOR, **HELD)
    assert one.duties(case) == {"report_hearing"}


def test_another_date_for_an_unavoidable_reason_is_told_before_it_counts() -> None:
    """Ord. 25-6: asked for, appointed, told; an absence from a date that was not told is none."""
    one = desk()
    case = notified(one)
    one.act(case, "ask_for_new_date", "2025-04-10", CLERK, content="stated")
    assert "decide_new_date" in one.duties(case)
    change = {"hearing_at": "2025-05-13T10:00:00+09:00", "place": "room 1", "in_good_time": True, "reasons": "stated"}
    short = change | {"in_good_time": False}
    assert one.refused(case, "change_date", "2025-04-11", HEAD, **short) == "notice_not_in_good_time"
    one.act(case, "change_date", "2025-04-11", HEAD, **change)
    assert one.refused(case, "hear", "2025-05-13T10:30", INSPECTOR, **HELD) == "new_date_not_told"
    one.act(case, "tell_new_date", "2025-04-14", ICO)
    assert notices(one, case)["hearing_date_changed"] == "served"
    assert one.refused(case, "tell_new_date", "2025-04-15", ICO) == "no_new_date_open"
    one.act(case, "hear", "2025-05-13T10:30", INSPECTOR, **HELD)


def test_a_date_may_be_kept() -> None:
    """No unavoidable reason: the date stands, and the request is done."""
    one = desk()
    case = notified(one)
    assert one.refused(case, "keep_date", "2025-04-10", HEAD, reasons="stated") == "no_new_date_open"
    one.act(case, "ask_for_new_date", "2025-04-10", CLERK, content="stated")
    one.act(case, "keep_date", "2025-04-11", HEAD, reasons="stated")
    assert one.duties(case) == {"hold_status_hearing"}


def test_absence_without_a_just_cause_opens_the_revocation_unheard() -> None:
    """22-4(5): with a just cause another date is owed; without one the status may be revoked."""
    one = desk()
    case = notified(one)
    one.act(case, "record_absence", "2025-04-15T11:00", INSPECTOR, just_cause=True, reasons="stated")
    assert (one.stage(case), "decide_new_date" in one.duties(case)) == ("hearing_appointed", True)
    other = desk()
    unheard = notified(other)
    other.act(unheard, "record_absence", "2025-04-15T11:00", INSPECTOR, just_cause=False, reasons="stated")
    assert (other.stage(unheard), other.duties(unheard)) == ("decision", {"decide_status_revocation"})
    other.act(unheard, "revoke", "2025-04-18", HEAD, **decision())


def test_the_file_is_open_until_the_hearing_ends() -> None:
    """Ord. 25-12: refused only with its reason; undecided it holds the end of the hearing; after it none is taken."""
    one = desk()
    case = notified(one)
    one.act(case, "ask_for_access", "2025-04-01", CLERK, content="stated")
    assert one.refused(case, "hear", "2025-04-15T10:30", INSPECTOR, **HELD) == "access_undecided"
    refusal = {"granted": False, "reasons": "stated"}
    assert one.refused(case, "decide_access", "2025-04-02", HEAD, **refusal) == "access_refused_without_reason"
    one.act(case, "decide_access", "2025-04-02", HEAD, refused_for="third_party", **refusal)
    assert one.refused(case, "decide_access", "2025-04-03", HEAD, granted=True, reasons="r") == "not_asked_for"
    one.act(case, "ask_for_access", "2025-04-03", CLERK, content="stated")
    one.act(case, "decide_access", "2025-04-04", HEAD, granted=True, reasons="stated")
    assert notices(one, case)["access_permitted"] == "to_serve"
    one.act(case, "hear", "2025-04-15T10:30", INSPECTOR, **HELD)
    assert one.refused(case, "ask_for_access", "2025-04-16", CLERK, content="stated") == "wrong_stage"


def test_an_interested_person_takes_part() -> None:
    """Ord. 25-5: with a permission on form 37-7 where it was asked for, without one where the inspector asks."""
    one = desk()
    case = notified(one)
    one.act(
        case, "admit_interested_person", "2025-04-01", INSPECTOR, reference="spouse_1", asked_for=False, reasons="r"
    )
    assert "interested_person_admitted" not in notices(one, case)
    one.act(case, "admit_interested_person", "2025-04-01", INSPECTOR, reference="firm_1", asked_for=True, reasons="r")
    assert notices(one, case)["interested_person_admitted"] == "to_serve"


def recognised() -> Desk:
    """A holder of a status who was recognised on 20 February 2025; the certificate is owed."""
    one = desk()
    application = one.open(
        "RefugeeApplication", "file_application", "2025-02-10", CLERK, kind="refugee", material_came_with_it=False
    )
    one.act(application, "ask_commission", "2025-02-11", HEAD, asked_on="2025-02-11")
    one.act(application, "decide", "2025-02-20", HEAD, outcome="refugee")
    return one


def test_against_somebody_recognised_only_61_2_11() -> None:
    """The grounds of 22-4 are refused with that remedy; with the ground of 61-2-11 a refugee inquirer begins."""
    one = recognised()
    body: dict[str, Any] = {"grounds": [INACTIVE], "facts": "stated"}
    code, remedy = refused_opening(one, "StatusRevocation", "report_facts", "2025-03-03", INSPECTOR, **body)
    assert (code, "61-2-11" in remedy) == ("recognised_person", True)
    own = body | {"grounds": [RECOGNISED]}
    code, _ = refused_opening(one, "StatusRevocation", "report_facts", "2025-03-03", INSPECTOR, **own)
    assert code == "refugee_inquirer_only"
    mixed = body | {"grounds": [RECOGNISED, INACTIVE]}
    code, _ = refused_opening(one, "StatusRevocation", "report_facts", "2025-03-03", RI, **mixed)
    assert code == "grounds_of_two_articles"
    code, _ = refused_opening(desk(), "StatusRevocation", "report_facts", "2025-03-03", RI, **own)
    assert code == "not_recognised"


def test_the_revocation_of_61_2_11_has_a_period_always_and_never_public_notice() -> None:
    """Heard by a refugee inquirer, no exception for flight, never posted; beyond the period 24(ii-4)."""
    one = recognised()
    case = notified(one, RECOGNISED, by=RI)
    assert one.refused(case, "hear", "2025-04-15T10:30", INSPECTOR, **HELD) == "refugee_inquirer_only"
    one.act(case, "hear", "2025-04-15T10:30", RI, **HELD)
    one.act(case, "report_hearing", "2025-04-16", RI, opinion="stated", claims="stated")
    without = decision(RECOGNISED, flight_suspected=True, until=None)
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **without) == "departure_period_missing"
    one.act(case, "revoke", "2025-04-18", HEAD, **decision(RECOGNISED))
    assert one.refused(case, "post_public_notice", "2025-04-19", MINISTER, **POSTED) == (
        "no_public_notice_for_recognised"
    )
    one.act(case, "deliver", "2025-04-21T15:00", ICO, **AT_HOME)
    one.register.let_lapse(one.person, jst("2025-05-17T00:00"))
    assert arisen(one) == [("24(ii-4)", "2025-05-17")]


@pytest.mark.parametrize(("build", "stage"), [(found, "object_lost"), (heard, "not_revoked_to_tell")])
def test_recognition_before_the_service_ends_a_revocation_under_22_4(build: Any, stage: str) -> None:
    """Recognised meanwhile: before the notice the case is without object, after it the person is told."""
    one = desk()
    application = one.open(
        "RefugeeApplication", "file_application", "2025-02-10", CLERK, kind="refugee", material_came_with_it=False
    )
    one.act(application, "ask_commission", "2025-02-11", HEAD, asked_on="2025-02-11")
    case = build(one)
    one.act(application, "decide", "2025-04-20", HEAD, outcome="refugee")
    assert one.stage(case) == stage


def test_a_recognition_that_is_revoked_ends_the_revocation_of_61_2_11() -> None:
    """Revoked before the status was: 61-2-11 does not reach it any more."""
    one = recognised()
    case = heard(one, RECOGNISED, by=RI)
    application = position(one).of("RefugeeApplication")[0].id
    ground: dict[str, Any] = {"application": application, "grounds": ["i"], "facts": "stated"}
    falls = one.open("RecognitionRevocation", "report_ground", "2025-04-17", RI, **ground)
    revocation = {"grounds": ["i"], "status_from": "61-2-3", "reasons": "written", "instructs_on_review": True}
    one.act(falls, "revoke", "2025-04-18", "commissioner", **revocation)
    receipt = {"received_on": "2025-04-21", "way": "handed_over", "reached_the_person": True}
    one.act(falls, "certify_receipt", "2025-04-21", CLERK, **receipt)
    assert one.stage(case) == "not_revoked_to_tell"


def test_every_ground_can_be_notified_beside_others() -> None:
    """A notice may name several grounds; the decision names one of them."""
    one = desk()
    case = notified(one, INACTIVE, "22-4(1)(x)")
    one.act(case, "hear", "2025-04-15T10:30", INSPECTOR, **HELD)
    one.act(case, "report_hearing", "2025-04-16", INSPECTOR, opinion="stated", claims="stated")
    one.act(case, "revoke", "2025-04-18", HEAD, **decision("22-4(1)(x)"))
    assert one.register.case(case).state.revoked_for == "22-4(1)(x)"
    assert set(FACTS) > {INACTIVE}
