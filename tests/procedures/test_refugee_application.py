"""Stories of an application for recognition, from the filing until it is final, and of the status after recognition."""

from typing import Any

import pytest

from engine.command import Outcome
from tests.procedures.desk import Desk
from tests.procedures.stories import (
    CLERK,
    HEAD,
    INQUIRER,
    INSPECTOR,
    PROTECTED,
    RECEIPT,
    REFUSED,
    ask,
    circumstances,
    decide,
    decided,
    desk,
    file,
    received,
    refused,
    review,
    served,
    state,
    status_case,
    stopped,
    try_open,
)

HOLDER = [{"kind": "status_of_residence", "since": "2024-06-20", "until": None}]


def test_a_first_application_stops_removal_from_its_filing() -> None:
    """Removal stops with the filing, by law and without any decision; the Commission and a decision are owed."""
    one = desk()
    case = file(one, "2025-01-10")
    assert stopped(one, "2025-01-11") == "yes"
    assert one.stage(case) == "examination"
    assert one.duties(case) == {"decide_application", "ask_commission", "examine_provisional_stay"}


def test_missing_papers_are_asked_for_and_never_make_a_filing_late() -> None:
    """An application without photographs is on file at once; what is missing becomes a duty, then is completed."""
    one = desk()
    case = file(one, "2025-01-10", missing=["photographs", "translation"])
    assert "ask_for_papers" in one.duties(case)
    one.act(case, "complete_papers", "2025-01-20", CLERK, completed_on="2025-01-20")
    assert "ask_for_papers" not in one.duties(case)


def test_a_relative_files_only_for_a_reason_of_the_ordinance() -> None:
    """A relative's filing names why the applicant did not come (Ord. 55(5))."""
    one = desk()
    body: dict[str, Any] = {"kind": "refugee", "material_came_with_it": True, "filed_by": "parent"}
    code = try_open(one, "RefugeeApplication", "file_application", "2025-01-10", CLERK, **body)
    assert code == "reason_for_relative_missing"
    assert file(one, "2025-01-10", filed_by="parent", prevented_because="under_sixteen")


def test_nobody_applies_from_abroad() -> None:
    """After departure no application can be filed (61-2(1))."""
    one = desk()
    one.act(circumstances(one), "record_departure", "2025-01-05", INSPECTOR, on="2025-01-05")
    body: dict[str, Any] = {"kind": "refugee", "material_came_with_it": True}
    assert try_open(one, "RefugeeApplication", "file_application", "2025-01-10", CLERK, **body) == "not_in_japan"


def test_examination_is_recorded_step_by_step() -> None:
    """Interview, inquiry and answer stand on record; an interview without its record is refused."""
    one = desk()
    case = file(one, "2025-01-10")
    interview: dict[str, Any] = {"held_on": "2025-02-03", "care_taken": "a pause every hour"}
    code = one.refused(case, "interview", "2025-02-03", INQUIRER, record_made=False, **interview)
    assert code == "no_record_of_interview"
    one.act(case, "interview", "2025-02-03", INQUIRER, record_made=True, **interview)
    answer: dict[str, Any] = {"answered_on": "2025-02-20", "contents": "nothing known"}
    assert one.refused(case, "record_commission_answer", "2025-02-20", INQUIRER, **answer) == "commission_not_asked"
    ask(one, case, "2025-02-10")
    one.act(case, "record_commission_answer", "2025-02-20", INQUIRER, **answer)
    assert state(one, case).commission_answered_on.isoformat() == "2025-02-20"


def test_no_decision_before_the_commission_was_asked() -> None:
    """The National Public Safety Commission is asked before any decision (Ord. 55(6))."""
    one = desk()
    case = file(one, "2025-01-10")
    assert one.refused(case, "decide", "2025-02-10", HEAD, outcome="refugee") == "commission_not_asked"


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        ({**REFUSED, "protection_assessment": None}, "protection_not_assessed"),
        ({**REFUSED, "reasons": None}, "reasons_missing"),
        ({**REFUSED, "instructs_on_review": False}, "remedy_not_instructed"),
        ({**REFUSED, "outcome": "protection_refused"}, "not_an_outcome"),
    ],
)
def test_a_refusal_is_whole_or_not_made(decision: dict[str, Any], code: str) -> None:
    """A refusal assesses protection, is written with reasons, instructs on the remedy and fits the application."""
    one = desk()
    case = file(one, "2025-01-10")
    ask(one, case, "2025-02-01")
    assert one.refused(case, "decide", "2025-02-10", HEAD, **decision) == code


def test_an_inquirer_decides_nothing() -> None:
    """Only the Minister, the Commissioner and the bureau head decide on recognition."""
    one = desk()
    case = file(one, "2025-01-10")
    ask(one, case, "2025-02-01")
    assert one.refused(case, "decide", "2025-02-10", INQUIRER, **REFUSED) == "no_power"


def test_the_period_runs_over_golden_week() -> None:
    """A refusal received before Golden Week is open to review until the first working day after it."""
    one = desk()
    case = refused(one)
    received(one, case, "2025-04-28")
    # Day 1 = 29 Apr; day 7 = Mon 5 May, Children's Day; Tue 6 May is the substitute for Sun 4 May; last day Wed 7 May.
    assert one.stage(case, "2025-05-07T23:59") == "open_to_review"
    assert stopped(one, "2025-05-07T23:59") == "yes"
    assert one.stage(case, "2025-05-08T00:00") == "finally_refused"
    assert stopped(one, "2025-05-08T00:00") == "no"
    one.register.let_lapse(one.person, one.register.case(case).wakes_at)  # type: ignore[arg-type]
    assert state(one, case).ended == "no_review_in_time"


def test_the_period_runs_over_new_year() -> None:
    """A refusal received before the year's end is open to review until the first working day of the new year."""
    one = desk()
    case = refused(one, filed="2025-06-02", decided="2025-12-19")
    received(one, case, "2025-12-22")
    # Day 1 = 23 Dec; day 7 = Mon 29 Dec; closed to 3 Jan (Sat), 4 Jan is a Sunday; last day Mon 5 Jan 2026.
    assert one.stage(case, "2026-01-05T23:59") == "open_to_review"
    assert one.stage(case, "2026-01-06T00:00") == "finally_refused"


def test_a_refusal_that_was_not_received_starts_nothing() -> None:
    """Without proved receipt no period begins and removal stays stopped, however long it takes (A-30)."""
    one = desk()
    case = refused(one)
    tried = {"tried_on": "2025-05-01", "way": "post", "failure": "unknown_address"}
    one.act(case, "record_failed_service", "2025-05-01", CLERK, **tried)
    receipt = {"received_on": "2025-05-02", "way": "post", "reached_the_person": False}
    assert one.refused(case, "certify_receipt", "2025-05-02", CLERK, **receipt) == "not_really_received"
    assert "undelivered_refusal" in one.duties(case)
    assert one.stage(case, "2026-12-01") == "refusal_to_be_served"
    assert stopped(one, "2026-12-01") == "yes"


def test_a_receipt_lies_between_the_decision_and_today() -> None:
    """A receipt before the refusal or after today is refused, and a second receipt too."""
    one = desk()
    case = refused(one)
    body: dict[str, Any] = {**RECEIPT, "received_on": "2025-04-01"}
    assert one.refused(case, "certify_receipt", "2025-04-28", CLERK, **body) == "day_too_early"
    body["received_on"] = "2025-05-01"
    assert one.refused(case, "certify_receipt", "2025-04-28", CLERK, **body) == "day_to_come"


def test_a_protection_application_ends_in_its_own_refusal() -> None:
    """A refusal of complementary protection goes the same way, on its own paper."""
    one = desk()
    case = refused(one, kind="complementary_protection")
    assert [notice.kind for notice in one.register.case(case).notices] == ["refusal_of_protection"]
    received(one, case, "2025-04-28")
    assert one.stage(case, "2025-05-08") == "finally_refused"


def _refused_finally(one: Desk, filed: str, decided_on: str, received_on: str) -> None:
    received(one, refused(one, filed=filed, decided=decided_on), received_on)


def test_a_third_application_is_told_of_the_exceptions_and_its_material_is_judged() -> None:
    """After two final refusals the applicant is told; removal stays stopped until the material is judged (A-11)."""
    one = desk()
    _refused_finally(one, "2024-08-01", "2024-10-01", "2024-10-02")
    _refused_finally(one, "2024-11-01", "2025-02-03", "2025-02-04")
    case = file(one, "2025-03-03")
    assert {"tell_exceptions", "judge_material"} <= one.duties(case)
    assert stopped(one, "2025-03-04") == "yes"
    one.act(case, "tell_exceptions", "2025-03-04", CLERK, told_on="2025-03-04", language="en")
    one.act(case, "judge_material", "2025-03-10", HEAD, sufficient=False, reasons="the same as before")
    assert stopped(one, "2025-03-10T13:00") == "no"
    assert not {"tell_exceptions", "judge_material"} & one.duties(case)


def test_material_that_comes_later_is_looked_at_but_is_not_that_of_the_filing() -> None:
    """Later material makes a duty for a person; it cannot be judged as material on the application (A-12)."""
    one = desk()
    case = file(one, "2025-03-03", material_came_with_it=False)
    looked: dict[str, Any] = {"reasons": "read"}
    assert one.refused(case, "consider_later_material", "2025-03-04", HEAD, **looked) == "no_later_material"
    one.act(case, "hand_in_material", "2025-03-05", CLERK, description="two letters")
    assert "consider_later_material" in one.duties(case)
    judged: dict[str, Any] = {"sufficient": True, "reasons": "convincing"}
    assert one.refused(case, "judge_material", "2025-03-06", HEAD, **judged) == "no_material_with_application"
    one.act(case, "consider_later_material", "2025-03-06", HEAD, **looked)
    assert "consider_later_material" not in one.duties(case)


def test_a_withdrawal_takes_effect_when_a_person_found_it_voluntary() -> None:
    """Only a written withdrawal counts, only after it was weighed, and nothing is decided meanwhile (A-13)."""
    one = desk()
    case = file(one, "2025-01-10")
    ask(one, case, "2025-01-20")
    weighed: dict[str, Any] = {"voluntary": True, "reasons": "asked alone"}
    assert one.refused(case, "weigh_withdrawal", "2025-02-01", INQUIRER, **weighed) == "no_withdrawal"
    oral = one.refused(case, "receive_withdrawal", "2025-02-01", CLERK, in_writing=False)
    assert oral == "withdrawal_not_in_writing"
    one.act(case, "receive_withdrawal", "2025-02-01", CLERK, in_writing=True)
    assert one.refused(case, "decide", "2025-02-02", HEAD, **REFUSED) == "withdrawal_not_weighed"
    assert stopped(one, "2025-02-02") == "yes"
    one.act(case, "weigh_withdrawal", "2025-02-03", INQUIRER, **weighed)
    assert one.stage(case) == "withdrawn"
    assert state(one, case).ended == "application_withdrawn"
    assert stopped(one, "2025-02-04") == "no"


def test_a_withdrawal_under_pressure_has_no_effect() -> None:
    """A withdrawal that was not voluntary leaves the application as it was."""
    one = desk()
    case = file(one, "2025-01-10")
    one.act(case, "receive_withdrawal", "2025-02-01", CLERK, in_writing=True)
    one.act(case, "weigh_withdrawal", "2025-02-03", INQUIRER, voluntary=False, reasons="frightened")
    assert one.stage(case) == "examination"
    assert stopped(one, "2025-02-04") == "yes"


def test_departure_and_death_leave_an_application_without_object() -> None:
    """Who left Japan or died has no application any more; no clock runs on."""
    for act in ("record_departure", "record_death"):
        one = desk()
        case = refused(one)
        received(one, case, "2025-04-28")
        one.act(circumstances(one), act, "2025-05-01", INSPECTOR, on="2025-05-01")
        assert one.stage(case) == "object_lost"
        assert state(one, case).ended == "object_lost"
        assert one.register.case(case).wakes_at is None


def test_a_recognised_holder_of_a_status_needs_no_grant() -> None:
    """Who holds a status is recognised and nothing is pending but the certificate (61-2-3)."""
    one = desk(stays=HOLDER)
    case = file(one, "2025-01-10")
    decide(one, case, "2025-04-24", outcome="refugee")
    assert one.stage(case) == "concluded"
    assert state(one, case).ended == "recognised"
    assert one.stage(status_case(one)) == "certificate"
    one.act(status_case(one), "hand_over_certificate", "2025-04-28", INSPECTOR, handed_over_on="2025-04-28")
    assert one.stage(status_case(one)) == "concluded"


def test_a_recognised_person_without_status_is_granted_one_and_is_protected_until_then() -> None:
    """Between recognition and hand-over removal stays stopped; the hand-over makes the grant effective."""
    one = desk()
    case = file(one, "2025-01-10")
    decide(one, case, "2025-04-24", outcome="refugee")
    grant = status_case(one)
    assert one.stage(case) == "recognised"
    assert stopped(one, "2025-04-25") == "yes"
    one.act(grant, "grant_status", "2025-04-28", HEAD, barred_ground=False, reasons="no exception")
    assert state(one, case).ended is None
    one.act(grant, "hand_over_status", "2025-05-01", INSPECTOR, paper="residence_card")
    assert one.stage(case) == "concluded"
    assert state(one, case).ended == "recognised"
    assert "GrantTookEffect" in one.fact_kinds()
    assert one.stage(grant) == "certificate"
    certificate: dict[str, Any] = {"handed_over_on": "2025-05-01"}
    one.act(grant, "hand_over_certificate", "2025-05-01T13:00", INSPECTOR, **certificate)
    assert one.stage(grant) == "concluded"
    assert one.refused(grant, "hand_over_certificate", "2025-05-02", INSPECTOR, **certificate) == "wrong_stage"


def test_a_status_is_refused_for_the_two_exceptions_only() -> None:
    """Without an exception the status shall be granted; with one it is refused and cannot be granted (61-2-2(1))."""
    one = desk()
    case = file(one, "2025-01-10")
    decide(one, case, "2025-04-24", outcome="refugee")
    grant = status_case(one)
    no_exception: dict[str, Any] = {"barred_ground": False, "reasons": "none"}
    exception: dict[str, Any] = {"barred_ground": True, "reasons": "24(iv)(chi)"}
    assert one.refused(grant, "refuse_status", "2025-04-28", HEAD, **no_exception) == "shall_be_granted"
    assert one.refused(grant, "grant_status", "2025-04-28", HEAD, **exception) == "barred_ground"
    assert one.refused(grant, "find_status_held", "2025-04-28", HEAD) == "holds_no_status"


def test_the_stop_of_removal_ends_when_the_refused_status_is_notified() -> None:
    """A refused status ends the stop at its notification, not at its signature (61-2-4(5)(iii))."""
    one = desk()
    case = file(one, "2025-01-10")
    decide(one, case, "2025-04-24", outcome="refugee")
    grant = status_case(one)
    one.act(grant, "refuse_status", "2025-04-28", HEAD, barred_ground=True, reasons="24(iv)(chi)")
    assert stopped(one, "2025-04-30") == "yes"
    posted = {"received_on": "2025-05-01", "way": "post", "reached_the_person": False}
    assert one.refused(grant, "notify_refusal", "2025-05-01", CLERK, **posted) == "not_really_received"
    one.act(grant, "notify_refusal", "2025-05-02", CLERK, received_on="2025-05-02", **RECEIPT)
    assert one.stage(case) == "grant_refused"
    assert state(one, case).ended == "grant_refused"
    assert stopped(one, "2025-05-03") == "no"


def test_where_the_stay_is_not_on_record_it_is_found_out_first() -> None:
    """Recognition does not wait for the record of the stay, the grant does; a status found there ends the question."""
    one = Desk(desk().procedures)
    case = file(one, "2025-01-10")
    decide(one, case, "2025-04-24", outcome="refugee")
    grant = status_case(one)
    body: dict[str, Any] = {"barred_ground": False, "reasons": "none"}
    assert one.refused(grant, "grant_status", "2025-04-25", HEAD, **body) == "exception_not_on_record"
    kept = one.open("Circumstances", "keep", "2025-04-28", INSPECTOR)
    one.act(kept, "record_stays", "2025-04-28", INSPECTOR, stays=HOLDER)
    one.act(grant, "find_status_held", "2025-04-29", HEAD)
    assert one.stage(case) == "concluded"


def _protected(one: Desk) -> tuple[str, str]:
    case = file(one, "2025-01-10")
    decide(one, case, "2025-04-24", **PROTECTED)
    return case, status_case(one)


def test_protection_and_refusal_run_on_two_tracks() -> None:
    """Protected but not a refugee: the status is granted while the refusal is open to review; both settle the case."""
    one = desk()
    case, grant = _protected(one)
    assert one.stage(case) == "refusal_to_be_served"
    received(one, case, "2025-04-25")
    # Fri 25 Apr + 7 = Fri 2 May, a working day.
    one.act(grant, "grant_status", "2025-04-28", HEAD, barred_ground=False, reasons="none")
    one.act(grant, "hand_over_status", "2025-04-30", INSPECTOR, paper="residence_card")
    assert one.stage(case) == "open_to_review"
    assert state(one, case).ended is None
    assert one.stage(case, "2025-05-03T00:00") == "concluded"


def test_a_period_that_passes_before_the_status_leaves_protection_alone() -> None:
    """Where the review period passes first, the protected person waits for the status with removal stopped."""
    one = desk()
    case, grant = _protected(one)
    received(one, case, "2025-04-25")
    one.act(grant, "grant_status", "2025-05-09", HEAD, barred_ground=False, reasons="none")
    assert one.stage(case) == "recognised"
    assert stopped(one, "2025-05-10") == "yes"
    one.act(grant, "hand_over_status", "2025-05-12", INSPECTOR, paper="certificate_of_status")
    assert one.stage(case) == "concluded"


def test_a_refused_status_ends_the_stop_even_while_the_review_is_pending() -> None:
    """A notified refusal of the status ends the stop by the words, although the refugee refusal is under review."""
    one = desk()
    case, grant = _protected(one)
    received(one, case, "2025-04-25")
    request = review(one, case, "2025-04-28")
    one.act(grant, "refuse_status", "2025-05-08", HEAD, barred_ground=True, reasons="24(iii-2)")
    one.act(grant, "notify_refusal", "2025-05-09", CLERK, received_on="2025-05-09", **RECEIPT)
    assert one.stage(case) == "under_review"
    assert stopped(one, "2025-05-10") == "no"
    decided(one, request, "2025-07-01", "dismissed")
    served(one, request, "2025-07-02")
    assert one.stage(case) == "grant_refused"


def test_a_protected_person_recognised_on_review_keeps_the_one_status() -> None:
    """Recognised as a refugee on review after the grant: a new certificate, no second status."""
    one = desk()
    case, grant = _protected(one)
    received(one, case, "2025-04-25")
    one.act(grant, "grant_status", "2025-04-28", HEAD, barred_ground=False, reasons="none")
    one.act(grant, "hand_over_status", "2025-04-30", INSPECTOR, paper="residence_card")
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-07-01", "recognised", recognised_as="refugee")
    served(one, request, "2025-07-02")
    assert one.stage(case) == "concluded"
    second = status_case(one, 1)
    assert one.stage(second) == "certificate"
    assert [notice.kind for notice in one.register.case(second).notices] == ["refugee_certificate"]


def test_the_status_is_opened_by_the_recognising_act_alone() -> None:
    """Nobody opens the status of a person from outside: the act that recognises does."""
    one = desk()
    case = file(one, "2025-01-10")
    body: dict[str, Any] = {"application": case, "kind": "refugee", "filed_at": "2025-01-10T12:00+09:00"}
    assert try_open(one, "StatusGrant", "take_up", "2025-02-01", HEAD, **body) == "unknown_act"
    assert try_open(one, "StatusGrant", "take_up_old_permission", "2025-02-01", HEAD, application=case) == "unknown_act"


def test_the_old_special_permission_is_not_examined_where_it_is_not_owed() -> None:
    """An application from after 2024-06-10 is decided under today's law alone (suppl. 11(1))."""
    one = desk()
    case = file(one, "2025-01-10")
    ask(one, case, "2025-02-01")
    decision = {**REFUSED, "old_special_permission": "granted"}
    assert one.refused(case, "decide", "2025-02-10", HEAD, **decision) == "old_special_permission_not_owed"


def test_a_wrongly_typed_receipt_is_corrected_and_the_period_counted_again() -> None:
    """A corrected receipt moves the period, and an application that lapsed too early is open again."""
    one = desk()
    case = refused(one)
    filed = one.act(case, "certify_receipt", "2025-05-08", CLERK, received_on="2025-04-28", **RECEIPT)
    assert one.stage(case) == "finally_refused"
    body = {"received_on": "2025-05-08", **RECEIPT}
    corrected = one.correct(case, filed.command, "2025-05-09", body=body, reason="typed wrongly")
    assert corrected.outcome is Outcome.FILED
    # Thu 8 May + 7 = Thu 15 May.
    assert one.stage(case) == "open_to_review"
    assert one.stage(case, "2025-05-16T00:00") == "finally_refused"
