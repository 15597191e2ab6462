"""Stories of a request for review, and of what it makes of the application."""

from typing import Any

import pytest

from engine.command import Outcome
from tests.procedures.desk import Desk, jst
from tests.procedures.stories import (
    CLERK,
    COMMISSIONER,
    COUNSELOR,
    HEAD,
    INQUIRER,
    INSPECTOR,
    MINISTER,
    NAMED,
    OPINION,
    PANEL,
    RECEIPT,
    circumstances,
    counselor,
    decide,
    decided,
    desk,
    file,
    heard,
    received,
    refused,
    review,
    served,
    state,
    stopped,
    try_open,
)

DECISION: dict[str, Any] = {"result": "dismissed", "reasons": "written", "gist_of_opinion": "the gist"}


def refused_and_received() -> tuple[Desk, str]:
    """A refusal received on Mon 28 Apr 2025; its period ends with Wed 7 May (5 and 6 May are holidays)."""
    one = desk()
    case = refused(one)
    received(one, case, "2025-04-28")
    return one, case


def test_a_request_in_time_stops_the_period() -> None:
    """A request on the last day after Golden Week is in time; removal stays stopped without an end."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-07T23:00")
    assert one.stage(case, "2025-09-01") == "under_review"
    assert stopped(one, "2025-09-01") == "yes"
    assert state(one, request).timeliness == "in_time"
    assert one.duties(request) == {"name_panel"}


def test_a_request_in_time_over_new_year() -> None:
    """A request on the first working day of the year is in time where the period ended in the holidays."""
    one = desk()
    case = refused(one, filed="2025-06-02", decided="2025-12-19")
    received(one, case, "2025-12-22")
    # Day 7 = Mon 29 Dec; closed until 3 Jan (Sat), Sun 4 Jan; last day Mon 5 Jan 2026.
    request = review(one, case, "2026-01-05")
    assert state(one, request).timeliness == "in_time"


def test_days_in_the_post_do_not_count() -> None:
    """A request posted in time and received after the lapse reopens what the lapse had ended (ACRA 18(3))."""
    one, case = refused_and_received()
    assert stopped(one, "2025-05-09") == "no"
    request = review(one, case, "2025-05-12", posted_on="2025-05-07")
    assert state(one, request).timeliness == "in_time_by_post"
    assert one.stage(case) == "under_review"
    assert state(one, case).ended is None
    assert stopped(one, "2025-05-13") == "yes"
    assert "ApplicationReopened" in one.fact_kinds()


def test_a_plainly_late_request_is_on_file_and_stops_nothing() -> None:
    """A late request without a reason is admitted to the file; the refusal stays final, and only rejection is open."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-12")
    assert state(one, request).timeliness == "late"
    assert one.stage(case) == "finally_refused"
    assert stopped(one, "2025-05-13") == "no"
    heard(one, request, "2025-06-02")
    assert one.refused(request, "decide", "2025-06-03", MINISTER, **DECISION) == "late_is_rejected"
    rejection = {**DECISION, "result": "rejected"}
    assert one.refused(request, "decide", "2025-06-03", MINISTER, **rejection) == "ground_of_rejection_missing"
    one.act(request, "decide", "2025-06-03", MINISTER, **rejection, rejected_because="late")
    served(one, request, "2025-06-05")
    assert one.stage(request) == "ended"
    assert state(one, case).ended == "no_review_in_time"


def test_a_late_request_with_a_claimed_reason_holds_removal_until_the_rejection_is_served() -> None:
    """From its receipt until a rejecting decision is served nobody is removed (A-26)."""
    one, case = refused_and_received()
    assert stopped(one, "2025-05-11") == "no"
    request = review(one, case, "2025-05-12", justifiable_reason="in hospital")
    assert stopped(one, "2025-05-13") == "yes"
    heard(one, request, "2025-06-02")
    assert one.refused(request, "decide", "2025-06-03", MINISTER, **DECISION) == "late_is_rejected"
    rejection = {**DECISION, "result": "rejected", "rejected_because": "late", "lateness_excused": False}
    one.act(request, "decide", "2025-06-03", MINISTER, **rejection)
    assert stopped(one, "2025-06-04") == "yes"
    served(one, request, "2025-06-05")
    assert one.stage(case) == "finally_refused"
    assert stopped(one, "2025-06-06") == "no"


def test_an_accepted_reason_opens_the_merits() -> None:
    """Where the reason for lateness is accepted the review is decided on the merits."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-12", justifiable_reason="in hospital")
    decided(one, request, "2025-06-02", "annulled", lateness_excused=True)
    served(one, request, "2025-06-05")
    assert one.stage(case) == "examination"
    assert state(one, case).ended is None
    assert stopped(one, "2025-06-06") == "yes"


def test_a_request_before_the_receipt_is_in_time() -> None:
    """Before the refusal is received no period runs, so a request is never too early; the receipt starts none then."""
    one = desk()
    case = refused(one)
    request = review(one, case, "2025-04-25")
    assert state(one, request).timeliness == "period_not_begun"
    received(one, case, "2025-04-28")
    assert one.stage(case, "2025-12-01") == "under_review"


def test_a_request_entered_late_reopens_what_had_lapsed() -> None:
    """A request made on the last day but entered after the lapse is judged at its own time: the lapse falls away."""
    one, case = refused_and_received()
    one.register.let_lapse(one.person, jst("2025-05-08"))
    assert one.stage(case) == "finally_refused"
    body = {"case": case, "disposition": "refugee_refused"}
    request = one.open("ReviewRequest", "request_review", "2025-05-07", CLERK, received="2025-05-12", **body)
    assert state(one, request).timeliness == "in_time"
    assert one.stage(case) == "under_review"
    assert state(one, case).ended is None
    assert "ApplicationEnded" not in one.fact_kinds()


@pytest.mark.parametrize(
    ("disposition", "code"),
    [
        ("grant_refused", "not_listed"),
        ("provisional_stay_refused", "not_listed"),
        ("protection_refused", "no_such_disposition"),
        ("refugee_inaction", "no_such_disposition"),
    ],
)
def test_only_the_listed_dispositions_that_are_on_file_can_be_reviewed(disposition: str, code: str) -> None:
    """A request against anything else than what 61-2-12(1) lists, or what was never decided, is refused."""
    one, case = refused_and_received()
    body: dict[str, Any] = {"case": case, "disposition": disposition}
    assert try_open(one, "ReviewRequest", "request_review", "2025-04-30", CLERK, **body) == code


def test_one_request_at_a_time() -> None:
    """While a request is pending another against the same disposition is refused."""
    one, case = refused_and_received()
    review(one, case, "2025-04-30")
    body: dict[str, Any] = {"case": case, "disposition": "refugee_refused"}
    code = try_open(one, "ReviewRequest", "request_review", "2025-05-01", CLERK, **body)
    assert code == "review_already_pending"


def test_a_request_is_not_posted_before_the_refusal() -> None:
    """A day of posting before the disposition is a mistake and refused."""
    one, case = refused_and_received()
    body: dict[str, Any] = {"case": case, "disposition": "refugee_refused", "posted_on": "2025-04-01"}
    assert try_open(one, "ReviewRequest", "request_review", "2025-05-12", CLERK, **body) == "day_too_early"


def test_a_defective_request_is_sent_back_before_it_is_rejected() -> None:
    """A defect leads to rejection only after a time for correction was set and ran out (ACRA 23, 24)."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    assert one.refused(request, "receive_correction", "2025-05-02", CLERK, corrected_on="2025-05-02") == (
        "not_sent_back_for_correction"
    )
    late = {"defect": "no signature", "until": "2025-05-01"}
    assert one.refused(request, "send_back_for_correction", "2025-05-02", CLERK, **late) == "day_not_ahead"
    closed = {"defect": "no signature", "until": "2025-05-06"}
    assert one.refused(request, "send_back_for_correction", "2025-05-02", CLERK, **closed) == "closed_day"
    one.act(request, "send_back_for_correction", "2025-05-02", CLERK, defect="no signature", until="2025-05-20")
    heard(one, request, "2025-05-12")
    rejection = {**DECISION, "result": "rejected", "rejected_because": "defect_not_cured"}
    assert one.refused(request, "decide", "2025-05-20", MINISTER, **rejection) == "correction_not_awaited"
    one.act(request, "decide", "2025-05-21", MINISTER, **rejection)
    assert one.stage(request) == "to_serve"
    assert stopped(one, "2025-05-22") == "yes"


def test_a_corrected_request_goes_on() -> None:
    """A request corrected in time is no longer to be rejected for its defect."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    one.act(request, "send_back_for_correction", "2025-05-02", CLERK, defect="no signature", until="2025-05-20")
    one.act(request, "receive_correction", "2025-05-15", CLERK, corrected_on="2025-05-15")
    heard(one, request, "2025-05-16")
    rejection = {**DECISION, "result": "rejected", "rejected_because": "defect_not_cured"}
    assert one.refused(request, "decide", "2025-06-02", MINISTER, **rejection) == "correction_not_awaited"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"counselors": PANEL[:2]}, "not_three"),
        ({"counselors": [*PANEL[:2], counselor("c", head=True)]}, "not_one_head"),
        ({"counselors": [*PANEL[:2], counselor("c", conflicts=("58-2(i)",))]}, "counselor_in_conflict"),
        ({"counselors": [*PANEL[:2], {**PANEL[2], "conflicts": None}]}, "conflicts_not_asked"),
        ({"assistant_conflicts": ["58-2(vii)"]}, "assistant_in_conflict"),
        ({"papers_shown": False}, "papers_not_shown"),
    ],
)
def test_a_panel_is_three_with_a_head_and_without_interest(change: dict[str, Any], code: str) -> None:
    """The Minister names three counselors, one head, nobody in conflict, and shows them the file."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    assert one.refused(request, "name_panel", "2025-05-02", MINISTER, **{**NAMED, **change}) == code


def test_a_counselor_in_conflict_is_replaced_and_the_opinion_given_again() -> None:
    """When a conflict shows itself after the opinion, another counselor is named and the opinion given anew."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    heard(one, request, "2025-06-02")
    gone = {"reference": "c", "because": "conflict", "conflict": "58-2(vii)"}
    stranger = {**gone, "reference": "x"}
    assert one.refused(request, "withdraw_counselor", "2025-06-03", MINISTER, **stranger) == "not_of_the_panel"
    one.act(request, "withdraw_counselor", "2025-06-03", MINISTER, **gone)
    assert one.duties(request) == {"replace_counselor", "give_opinion"}
    assert one.refused(request, "give_opinion", "2025-06-04", COUNSELOR, **OPINION) == "not_three"
    second_head = counselor("d", head=True)
    assert one.refused(request, "replace_counselor", "2025-06-04", MINISTER, counselor=second_head) == "not_one_head"
    one.act(request, "replace_counselor", "2025-06-04", MINISTER, counselor=counselor("d"))
    assert one.refused(request, "give_opinion", "2025-06-05", COUNSELOR, **OPINION) == "opinion_not_signed"
    one.act(request, "give_opinion", "2025-06-05", COUNSELOR, **{**OPINION, "signed_by": ["a", "b", "d"]})
    assert one.stage(request) == "opinion_given"


def test_the_written_statement_is_awaited() -> None:
    """No opinion before the statement came in or the time fixed for it is over; the time ends on a working day."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    one.act(request, "name_panel", "2025-05-02", MINISTER, **NAMED)
    assert one.refused(request, "give_opinion", "2025-05-08", COUNSELOR, **OPINION) == "statement_awaited"
    assert one.refused(request, "fix_statement_time", "2025-05-08", COUNSELOR, until="2025-05-31") == "closed_day"
    one.act(request, "fix_statement_time", "2025-05-08", COUNSELOR, until="2025-05-30")
    assert one.refused(request, "give_opinion", "2025-05-30", COUNSELOR, **OPINION) == "statement_awaited"
    one.act(request, "give_opinion", "2025-05-31", COUNSELOR, **OPINION)
    assert one.duties(request) == {"decide_review"}


def test_no_time_is_fixed_for_a_statement_on_file() -> None:
    """Where the statement came with the request no time is fixed for it (Ord. 58-4)."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01", statement_attached=True)
    one.act(request, "name_panel", "2025-05-02", MINISTER, **NAMED)
    code = one.refused(request, "fix_statement_time", "2025-05-08", COUNSELOR, until="2025-05-30")
    assert code == "statement_on_file"


def _before_panel() -> tuple[Desk, str]:
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01", statement_attached=True)
    one.act(request, "name_panel", "2025-05-02", MINISTER, **NAMED)
    return one, request


def test_an_oral_statement_asked_for_is_heard() -> None:
    """On request the oral statement is heard: after the question what to ask, with a record, before the opinion."""
    one, request = _before_panel()
    allowed: dict[str, Any] = {"on": "2025-06-10", "summons": "waived", "questions_asked_for": True}
    assert one.refused(request, "allow_hearing", "2025-05-12", COUNSELOR, **allowed) == "hearing_not_requested"
    one.act(request, "request_hearing", "2025-05-12", CLERK)
    assert one.refused(request, "give_opinion", "2025-05-13", COUNSELOR, **OPINION) == "hearing_owed"
    unasked = {**allowed, "questions_asked_for": False}
    assert one.refused(request, "allow_hearing", "2025-05-13", COUNSELOR, **unasked) == "questions_not_asked_for"
    one.act(request, "allow_hearing", "2025-05-13", COUNSELOR, **allowed)
    assert one.refused(request, "give_opinion", "2025-05-14", COUNSELOR, **OPINION) == "hearing_owed"
    held: dict[str, Any] = {"held_on": "2025-06-10"}
    code = one.refused(request, "hold_hearing", "2025-06-10", COUNSELOR, **held, record_made=False)
    assert code == "no_record_of_hearing"
    one.act(request, "hold_hearing", "2025-06-10", COUNSELOR, **held, record_made=True)
    one.act(request, "give_opinion", "2025-06-11", COUNSELOR, **OPINION)


def test_an_oral_statement_is_refused_on_a_ground_of_the_law_only() -> None:
    """Without difficulty, groundlessness or unsuitability the oral statement is owed (ACRA 31(1))."""
    one, request = _before_panel()
    one.act(request, "request_hearing", "2025-05-12", CLERK)
    assert one.refused(request, "refuse_hearing", "2025-05-13", COUNSELOR, reasons="busy") == "oral_statement_owed"
    one.act(request, "refuse_hearing", "2025-05-13", COUNSELOR, reasons="no ground", no_ground_even_if_true=True)
    assert "no_hearing" in {notice.kind for notice in one.register.case(request).notices}
    one.act(request, "give_opinion", "2025-05-14", COUNSELOR, **OPINION)


def test_nothing_is_decided_before_the_counselors_were_heard() -> None:
    """No decision of any kind without the opinion of three, and none that refuses without its gist (inv. 55)."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    assert one.refused(request, "decide", "2025-05-02", MINISTER, **DECISION) == "not_three"
    one.act(request, "name_panel", "2025-05-08", MINISTER, **NAMED)
    assert one.refused(request, "decide", "2025-05-09", MINISTER, **DECISION) == "opinion_not_signed"
    one.act(request, "receive_statement", "2025-05-12", CLERK, received_on="2025-05-12")
    one.act(request, "give_opinion", "2025-05-13", COUNSELOR, **OPINION)
    no_gist = {**DECISION, "gist_of_opinion": None}
    assert one.refused(request, "decide", "2025-05-14", MINISTER, **no_gist) == "gist_not_stated"


@pytest.mark.parametrize("officer", [COMMISSIONER, HEAD])
def test_only_the_minister_decides(officer: str) -> None:
    """Neither the Commissioner nor a bureau head decides a review (inv. 56)."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    heard(one, request, "2025-05-12")
    assert one.refused(request, "decide", "2025-05-13", officer, **DECISION) == "no_power"


@pytest.mark.parametrize(
    "change",
    [
        {"result": "withdrawn"},
        {"result": "inaction_unlawful"},
        {"result": "recognised"},
        {"recognised_as": "refugee"},
    ],
)
def test_a_result_is_one_that_the_law_names(change: dict[str, Any]) -> None:
    """A review of a refusal ends in rejection, dismissal, annulment or recognition, and in nothing else."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    heard(one, request, "2025-05-12")
    assert one.refused(request, "decide", "2025-05-13", MINISTER, **{**DECISION, **change}) == "not_a_result"


def test_a_rejection_for_lateness_needs_lateness() -> None:
    """A request in time is not rejected as late."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    heard(one, request, "2025-05-12")
    decision = {**DECISION, "result": "rejected", "rejected_because": "late"}
    assert one.refused(request, "decide", "2025-05-13", MINISTER, **decision) == "ground_of_rejection_missing"


def test_a_dismissal_ends_the_stop_when_it_is_served_not_when_it_is_signed() -> None:
    """The decision takes effect with its service on the applicant (inv. 67)."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-07-01", "dismissed")
    posted = {"received_on": "2025-07-02", "way": "post", "reached_the_person": False}
    assert one.refused(request, "certify_service", "2025-07-02", CLERK, **posted) == "decision_not_served"
    assert stopped(one, "2025-07-10") == "yes"
    served(one, request, "2025-07-11")
    assert stopped(one, "2025-07-11T17:00") == "no"
    assert one.stage(case) == "finally_refused"
    assert state(one, case).ended == "review_refused"


def test_service_by_public_notice_waits_two_weeks_and_a_second_person() -> None:
    """The decision counts as served two weeks after the posting, and ends the stop when another officer signs off."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-07-01", "dismissed")
    one.act(
        request, "record_failed_service", "2025-07-05", CLERK, tried_on="2025-07-05", way="post", failure="returned"
    )
    notice = {"posted_on": "2025-07-07", "because": "whereabouts_unknown", "efforts": "three visits"}
    one.act(request, "post_public_notice", "2025-07-07", CLERK, **notice)
    # Two weeks counted from 8 July end with Mon 21 July (Marine Day: a limit of the State does not roll).
    assert one.stage(request, "2025-07-21T23:59") == "public_notice"
    assert one.stage(request, "2025-07-22T00:00") == "sign_off"
    assert stopped(one, "2025-07-23") == "yes"
    signed = {"reasons": "the efforts were enough"}
    code = one.refused(request, "sign_off_public_notice", "2025-07-23", CLERK, **signed)
    assert code == "second_person_signs_off"
    one.act(request, "sign_off_public_notice", "2025-07-24", INSPECTOR, **signed)
    assert one.stage(request) == "ended"
    assert stopped(one, "2025-07-25") == "no"


def test_who_is_found_during_the_public_notice_is_served() -> None:
    """Real service during the posting takes effect at once and stops the notice."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-07-01", "dismissed")
    notice = {"posted_on": "2025-07-07", "because": "cannot_be_sent", "efforts": "asked the embassy"}
    one.act(request, "post_public_notice", "2025-07-07", CLERK, **notice)
    served(one, request, "2025-07-10")
    assert one.stage(request) == "ended"
    assert one.register.case(request).wakes_at is None


def test_a_request_is_withdrawn_in_writing() -> None:
    """A written withdrawal ends review, application and stop at its receipt (61-2-4(5)(ii))."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    code = one.refused(request, "withdraw", "2025-06-01", CLERK, in_writing=False)
    assert code == "withdrawal_not_in_writing"
    one.act(request, "withdraw", "2025-06-02", CLERK, in_writing=True)
    assert one.stage(request) == "withdrawn"
    assert state(one, case).ended == "review_withdrawn"
    assert stopped(one, "2025-06-03") == "no"


def test_an_annulled_refusal_makes_the_application_pending_again() -> None:
    """After annulment a new decision is owed, the stop goes on, and a second refusal opens a period of its own."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-07-01", "annulled")
    served(one, request, "2025-07-02")
    assert one.stage(case) == "examination"
    assert "decide_application" in one.duties(case)
    assert stopped(one, "2025-07-03") == "yes"
    decide(one, case, "2025-09-01", outcome="refugee_refused", **_REFUSAL)
    received(one, case, "2025-09-02")
    second = review(one, case, "2025-09-05")
    assert one.stage(second) == "received"


_REFUSAL: dict[str, Any] = {"reasons": "again", "protection_assessment": "again", "instructs_on_review": True}


def test_recognised_on_review() -> None:
    """The Minister may recognise at once; then the status after recognition is decided as ever."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-07-01", "recognised", recognised_as="complementary_protection")
    served(one, request, "2025-07-02")
    assert one.stage(case) == "recognised"
    assert state(one, case).recognised_as == "complementary_protection"
    assert stopped(one, "2025-07-03") == "yes"


def test_inaction_is_reviewed_without_a_period() -> None:
    """An application left undecided can be reviewed at any time; declared unlawful, it may be recognised at once."""
    one = desk()
    case = file(one, "2025-01-10")
    request = review(one, case, "2026-05-01", "refugee_inaction")
    assert state(one, request).timeliness is None
    assert one.stage(case) == "examination"
    heard(one, request, "2026-06-01")
    annulment = {**DECISION, "result": "annulled"}
    assert one.refused(request, "decide", "2026-06-02", MINISTER, **annulment) == "not_a_result"
    unlawful = {**DECISION, "result": "inaction_unlawful", "recognised_as": "refugee"}
    one.act(request, "decide", "2026-06-02", MINISTER, **unlawful)
    served(one, request, "2026-06-03")
    assert one.stage(case) == "recognised"


def test_unlawful_inaction_leaves_the_decision_owed() -> None:
    """Where inaction is declared unlawful without a recognition, the decision is owed still."""
    one = desk()
    case = file(one, "2025-01-10", "complementary_protection")
    request = review(one, case, "2026-05-01", "protection_inaction")
    decided(one, request, "2026-06-01", "inaction_unlawful")
    served(one, request, "2026-06-03")
    assert one.stage(case) == "examination"
    assert "decide_application" in one.duties(case)


def test_a_review_of_inaction_does_not_decide_the_refusal_made_since() -> None:
    """A refusal made while inaction is under review is attacked by a request of its own, and only by that."""
    one = desk()
    case = file(one, "2025-01-10")
    of_inaction = review(one, case, "2026-01-15", "refugee_inaction")
    decide(one, case, "2026-02-02", outcome="refugee_refused", **_REFUSAL)
    received(one, case, "2026-02-03")
    review(one, case, "2026-02-05")
    one.act(of_inaction, "withdraw", "2026-02-06", CLERK, in_writing=True)
    assert one.stage(case) == "under_review"
    assert stopped(one, "2026-02-07") == "yes"


def test_a_protection_application_cannot_end_in_refugee_status() -> None:
    """On review of a refusal of protection nobody is recognised as a refugee."""
    one = desk()
    case = refused(one, kind="complementary_protection")
    received(one, case, "2025-04-28")
    request = review(one, case, "2025-05-01", "protection_refused")
    heard(one, request, "2025-06-02")
    decision = {**DECISION, "result": "recognised", "recognised_as": "refugee"}
    assert one.refused(request, "decide", "2025-06-03", MINISTER, **decision) == "not_a_result"


def test_a_withdrawn_application_and_a_departure_leave_the_review_without_object() -> None:
    """What ends the application ends its review."""
    one = desk()
    case = file(one, "2025-01-10")
    request = review(one, case, "2025-05-01", "refugee_inaction")
    one.act(case, "receive_withdrawal", "2025-06-01", CLERK, in_writing=True)
    one.act(case, "weigh_withdrawal", "2025-06-02", INQUIRER, voluntary=True, reasons="asked alone")
    assert one.stage(request) == "object_lost"
    for act in ("record_departure", "record_death"):
        one, case = refused_and_received()
        request = review(one, case, "2025-05-01")
        one.act(circumstances(one), act, "2025-06-01", INSPECTOR, on="2025-06-01")
        assert one.stage(request) == "object_lost"


def test_service_lies_between_the_decision_and_today() -> None:
    """A service before the decision is refused."""
    one, case = refused_and_received()
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-07-01", "dismissed")
    body: dict[str, Any] = {**RECEIPT, "received_on": "2025-06-30"}
    assert one.refused(request, "certify_service", "2025-07-02", CLERK, **body) == "day_too_early"
    filed = one.try_act(request, "certify_service", "2025-07-02", CLERK, **{**body, "received_on": "2025-07-02"})
    assert filed.outcome is Outcome.FILED
