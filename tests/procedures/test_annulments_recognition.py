"""What courts and authorities annul in recognition: a refused status, a revocation, a decision on a review."""

from typing import Any

import pytest

from engine.command import Outcome
from tests.procedures import deportation_story as deport
from tests.procedures.deportation_story import SII
from tests.procedures.desk import FINAL, Desk
from tests.procedures.stories import (
    CLERK,
    COMMISSIONER,
    HEAD,
    INQUIRER,
    INSPECTOR,
    MINISTER,
    RECEIPT,
    REFUSED,
    circumstances,
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
    status_case,
    stopped,
)
from tests.procedures.test_crossing_tracks import everything_on_record, held, ordered, protected, status_refused

LATER = "2025-07-07"


# A refused status (61-2-4(5)(iii)).


def recognised_and_refused(one: Desk) -> tuple[str, str]:
    """Recognised as a refugee, the status refused and told on 6 June."""
    case = file(one, "2025-01-10")
    decide(one, case, "2025-06-03", outcome="refugee")
    grant = status_case(one)
    status_refused(one, grant, "2025-06-06")
    return case, grant


def test_an_annulled_refusal_of_the_status_stops_removal_again() -> None:
    """ACLA 32: (5)(iii) never happened; the status is decided again, and until the hand-over removal is stopped."""
    one = everything_on_record()
    ordered(one)
    case = file(one, "2025-02-10")
    decide(one, case, "2025-06-03", outcome="refugee")
    grant = status_case(one)
    status_refused(one, grant, "2025-06-06")
    assert (one.stage(case), stopped(one, "2025-06-07")) == ("grant_refused", "no")
    one.act(grant, "record_annulment", LATER, CLERK, **FINAL)
    assert (one.stage(grant), one.stage(case)) == ("examination", "recognised")
    assert one.duties(grant) == {"decide_status", "hand_over_certificate"}
    assert one.removal("2025-07-08")[1] >= {"suspensive_effect"}
    assert stopped(one, "2025-07-08") == "yes"
    assert state(one, case).ended is None
    status_refused(one, grant, "2025-08-01")
    assert (one.stage(case), stopped(one, "2025-08-02")) == ("grant_refused", "no")


def test_the_authority_takes_its_refusal_of_the_status_back() -> None:
    """The same, without a court; whoever decides on the status does it, with reasons."""
    one = desk()
    case, grant = recognised_and_refused(one)
    one.act(grant, "take_back_refusal", LATER, HEAD, reasons="the item does not apply")
    one.act(grant, "grant_status", "2025-07-08", HEAD, barred_ground=False, reasons="none")
    one.act(grant, "hand_over_status", "2025-07-09", INSPECTOR, paper="residence_card")
    assert one.stage(case) == "concluded"
    assert one.refused(grant, "take_back_refusal", "2025-07-10", HEAD, reasons="x") == "no_refusal_of_status"


def test_a_refusal_that_was_not_told_yet_is_annulled_too() -> None:
    """The duty to tell it falls with it."""
    one = desk()
    case = file(one, "2025-01-10")
    decide(one, case, "2025-06-03", outcome="refugee")
    grant = status_case(one)
    one.act(grant, "refuse_status", "2025-06-06", HEAD, barred_ground=True, reasons="24(iii-2)")
    one.act(grant, "record_annulment", LATER, CLERK, **FINAL)
    assert one.duties(grant) == {"decide_status", "hand_over_certificate"}
    assert one.stage(case) == "recognised"


def test_a_stay_that_ended_with_the_refused_status_had_not_ended() -> None:
    """61-2-4(5): provisional stay goes on, and the hearing window that lapsed since stands still with its days."""
    one = everything_on_record()
    case = file(one, "2025-01-10")
    deportation = deport.told(one, "2025-01-13")
    stay = held(one, case)
    decide(one, case, "2025-02-03", outcome="refugee")
    grant = status_case(one)
    status_refused(one, grant, "2025-02-10")
    # resumed on Mon 10 February, itself not counted: 11, 12, 13
    assert one.stage(deportation, "2025-02-14T00:00") == "silent_on_finding"
    one.act(grant, "record_annulment", "2025-07-07", CLERK, **FINAL)
    assert (one.stage(stay), one.stage(deportation)) == ("running", "open_to_hearing")


def test_the_period_for_a_review_that_the_refused_status_cut_off_is_counted_from_its_receipt() -> None:
    """Protected, not a refugee, refusal received 4 June: 5 to 11 June, long over when the judgment is recorded."""
    one = desk()
    case, grant = protected(one)
    received(one, case, "2025-06-04")
    status_refused(one, grant, "2025-06-06")
    one.act(grant, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(case) == "recognised"
    assert one.register.case(case).running_clocks == ()


def test_a_period_for_a_review_that_is_not_over_runs_on() -> None:
    """The authority takes its refusal back on 9 June: until 11 June a review can be asked for in the usual way."""
    one = desk()
    case, grant = protected(one)
    received(one, case, "2025-06-04")
    status_refused(one, grant, "2025-06-06")
    one.act(grant, "take_back_refusal", "2025-06-09", HEAD, reasons="the item does not apply")
    assert one.stage(case) == "open_to_review"
    assert one.stage(case, "2025-06-11T23:59") == "open_to_review"
    assert one.stage(case, "2025-06-12T00:00") == "recognised"


def test_a_status_asked_for_with_a_later_recognition_is_not_asked_for_twice() -> None:
    """61-2-2(1): recognised as a refugee on review since; the annulled refusal leaves that question alone."""
    one = desk()
    case, grant = protected(one)
    received(one, case, "2025-06-04")
    status_refused(one, grant, "2025-06-06")
    request = review(one, case, "2025-06-09")
    decided(one, request, "2025-06-30", "recognised", recognised_as="refugee")
    served(one, request, "2025-07-01")
    one.act(grant, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(grant) == "certificate"
    assert one.stage(status_case(one, 1)) == "examination"
    assert one.stage(case) == "recognised"


def test_nothing_is_decided_for_somebody_who_left() -> None:
    """61-2-2(1) is for a person in Japan: the judgment is on record, the status is no question any more."""
    one = desk()
    case, grant = recognised_and_refused(one)
    one.act(grant, "hand_over_certificate", "2025-06-09", INSPECTOR, handed_over_on="2025-06-09")
    one.act(circumstances(one), "record_departure", "2025-06-10", INSPECTOR, on="2025-06-10")
    one.act(grant, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(grant) == "concluded"
    assert "StatusRefusalFell" in one.fact_kinds()
    assert one.stage(case) == "grant_refused"


# A revocation of recognition (61-2-10).


def revoked(one: Desk, *, papers: bool) -> tuple[str, str]:
    """A recognised refugee whose recognition was revoked, received on 23 June; with gazette and return, if wished."""
    case = file(one, "2025-01-10")
    decide(one, case, "2025-02-03", outcome="refugee")
    grant = status_case(one)
    one.act(grant, "grant_status", "2025-02-04", HEAD, barred_ground=False, reasons="none")
    one.act(grant, "hand_over_status", "2025-02-05", INSPECTOR, paper="residence_card")
    one.act(grant, "hand_over_certificate", "2025-02-05", INSPECTOR, handed_over_on="2025-02-05")
    body: dict[str, Any] = {"application": case, "grounds": ["ii"], "facts": "became known"}
    revocation = one.open("RecognitionRevocation", "report_ground", "2025-06-02", INQUIRER, **body)
    decision = {"grounds": ["ii"], "status_from": "61-2-2(1)", "reasons": "written", "instructs_on_review": True}
    one.act(revocation, "revoke", "2025-06-10", COMMISSIONER, **decision)
    one.act(revocation, "certify_receipt", "2025-06-23", CLERK, received_on="2025-06-23", **RECEIPT)
    if papers:
        one.act(revocation, "announce_in_gazette", "2025-06-24", COMMISSIONER, announced_on="2025-06-24")
        one.act(revocation, "return_certificates", "2025-06-25", CLERK, returned_on="2025-06-25")
    return case, revocation


def test_a_revocation_that_a_court_annulled_never_was() -> None:
    """ACLA 32: the recognition stands; the seven days for a review end with what they ran from."""
    one = desk()
    case, revocation = revoked(one, papers=False)
    assert one.stage(case) == "revoked"
    one.act(revocation, "record_annulment", "2025-06-30T13:00", CLERK, **FINAL)
    assert (one.stage(revocation), one.stage(case)) == ("annulled", "concluded")
    assert not state(one, case).revoked
    assert one.register.case(revocation).running_clocks == ()


@pytest.mark.parametrize("way", ["court", "authority", "review"])
def test_what_was_announced_and_taken_is_undone(way: str) -> None:
    """ACRA 52(3): the annulment is announced as the revocation was; the returned certificate is given back."""
    one = desk()
    case, revocation = revoked(one, papers=True)
    if way == "court":
        one.act(revocation, "record_annulment", LATER, CLERK, **FINAL)
    elif way == "authority":
        one.act(revocation, "take_back", LATER, MINISTER, reasons="the ground did not exist")
    else:
        request = review(one, revocation, "2025-06-26", "refugee_revoked")
        decided(one, request, "2025-07-01", "annulled")
        served(one, request, LATER)
    assert (one.stage(revocation), one.stage(case)) == ("to_be_restored", "concluded")
    assert one.duties(revocation) == {"announce_annulment", "give_back_certificates"}
    one.act(revocation, "announce_annulment", "2025-07-08", COMMISSIONER, announced_on="2025-07-08")
    again = {"announced_on": "2025-07-09"}
    assert one.refused(revocation, "announce_annulment", "2025-07-09", COMMISSIONER, **again) == "done_already"
    one.act(revocation, "give_back_certificates", "2025-07-09", INSPECTOR, given_back_on="2025-07-09")
    assert one.stage(revocation) == "annulled"


def test_a_review_of_an_annulled_revocation_has_no_object() -> None:
    """ACRA 45(1): there is nothing left to review."""
    one = desk()
    _, revocation = revoked(one, papers=False)
    request = review(one, revocation, "2025-06-26", "refugee_revoked")
    one.act(revocation, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(request) == "object_lost"


def test_the_bureau_does_not_take_back_what_the_commissioner_revoked() -> None:
    """61-2-10 is not delegated to the bureau head, nor is its undoing."""
    one = desk()
    _, revocation = revoked(one, papers=False)
    filed = one.try_act(revocation, "take_back", LATER, HEAD, reasons="x")
    assert filed.refusal is not None
    assert filed.refusal.type == "NoPower"


def test_a_contested_entry_keeps_no_annulled_revocation_open() -> None:
    """What is owed for the revocation is done; the contested entry has a duty of its own."""
    one = desk()
    _, revocation = revoked(one, papers=False)
    review(one, revocation, "2025-06-26", "refugee_revoked")
    entry = next(f.entry for f in one.register.facts(one.person) if f.kind == "RevocationDecided")
    contested = one.correct(revocation, entry, "2025-06-27", annul=True, reason="typed by mistake")
    assert contested.outcome is Outcome.CONTESTED
    one.act(revocation, "take_back", LATER, MINISTER, reasons="the ground did not exist")
    assert one.stage(revocation) == "annulled"
    assert one.duties(revocation) == {"resolve_contested"}
    one.resolve(revocation, contested.command, "2025-07-08", "set_aside")
    assert one.stage(revocation) == "annulled"


# A decision on a review (ACLA 3(3), 33(2)).


def dismissed(one: Desk) -> tuple[str, str]:
    """A refusal received on 25 April, its review dismissed and served on 2 June."""
    case = refused(one)
    received(one, case, "2025-04-25")
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-05-20", "dismissed")
    served(one, request, "2025-06-02")
    return case, request


def test_an_annulled_dismissal_makes_the_review_pending_again() -> None:
    """ACLA 33(2), 61-2-4(5)(ii): a new decision on the review is owed, and removal is stopped until it is served."""
    one = desk()
    case, request = dismissed(one)
    assert (one.stage(case), stopped(one, "2025-06-03")) == ("finally_refused", "no")
    one.act(request, "record_annulment", LATER, CLERK, **FINAL)
    assert (one.stage(request), one.stage(case)) == ("opinion_given", "under_review")
    assert one.duties(request) == {"decide_review"}
    assert stopped(one, "2025-07-08") == "yes"
    assert state(one, case).review_served_at is None
    body = {"result": "dismissed", "reasons": "written anew", "gist_of_opinion": "the gist"}
    one.act(request, "decide", "2025-08-01", MINISTER, **body)
    served(one, request, "2025-08-04")
    assert (one.stage(case), stopped(one, "2025-08-05")) == ("finally_refused", "no")
    assert state(one, case).ended_at.date().isoformat() == "2025-08-04"


def test_the_stay_that_ended_with_the_dismissal_had_not_ended() -> None:
    """61-2-4(5)(ii): provisional stay goes on, and the deportation case stands still as it did."""
    one = everything_on_record()
    case = file(one, "2025-01-10")
    deportation = deport.told(one, "2025-01-13")
    stay = held(one, case)
    decide(one, case, "2025-02-03", **REFUSED)
    received(one, case, "2025-02-04")
    request = review(one, case, "2025-02-10")
    decided(one, request, "2025-03-03", "dismissed")
    served(one, request, "2025-03-04")
    one.act(deportation, "accept_finding", "2025-03-06", SII, **deport.SIGNED)
    one.act(request, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(stay) == "running"
    assert one.duties(deportation) == {"weigh_steps"}


def test_an_annulled_rejection_of_a_late_request_holds_removal_for_its_reason() -> None:
    """A-26: whether the reason excuses is decided again; until that is served nobody is removed."""
    one = desk()
    case = refused(one)
    received(one, case, "2025-04-25")
    request = review(one, case, "2025-05-12", justifiable_reason="ill")
    decided(one, request, "2025-05-20", "rejected", rejected_because="late", lateness_excused=False)
    served(one, request, "2025-06-02")
    one.act(request, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(case) == "under_review"
    assert state(one, case).late_review_claimed
    assert state(one, case).ended == "no_review_in_time"
    body = {"result": "annulled", "reasons": "written", "lateness_excused": True}
    one.act(request, "decide", "2025-08-01", MINISTER, **body)
    served(one, request, "2025-08-04")
    assert one.stage(case) == "examination"


def test_another_dismissal_that_stands_keeps_the_refusal_final() -> None:
    """61-2-4(5)(ii) happened with the first decision; the rejection of a second request falls without effect on it."""
    one = desk()
    case, _ = dismissed(one)
    second = review(one, case, "2025-06-05", justifiable_reason="new")
    decided(one, second, "2025-06-16", "rejected", rejected_because="late", lateness_excused=False)
    served(one, second, "2025-06-17")
    one.act(second, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(second) == "opinion_given"
    assert (one.stage(case), stopped(one, "2025-07-08")) == ("finally_refused", "no")


def test_a_review_of_a_revocation_is_pending_again() -> None:
    """F28: the revocation stands meanwhile."""
    one = desk()
    case, revocation = revoked(one, papers=True)
    request = review(one, revocation, "2025-06-26", "refugee_revoked")
    decided(one, request, "2025-06-27", "dismissed")
    served(one, request, "2025-06-30")
    assert one.stage(revocation) == "concluded"
    one.act(request, "record_annulment", LATER, CLERK, **{**FINAL, "served_on": "2025-06-30"})
    assert (one.stage(revocation), one.stage(case)) == ("under_review", "revoked")


def test_only_what_was_decided_against_the_applicant_is_annulled() -> None:
    """ACLA 33(2) speaks of rejections and dismissals."""
    one = desk()
    case = refused(one)
    received(one, case, "2025-04-25")
    request = review(one, case, "2025-05-01")
    decided(one, request, "2025-05-20", "annulled")
    served(one, request, "2025-06-02")
    assert one.refused(request, "record_annulment", LATER, CLERK, **FINAL) == "no_refused_review"


def test_a_decision_on_the_review_of_a_refusal_annulled_itself_is_not_made_again() -> None:
    """ACRA 45(1): the refusal was annulled first; the review has no object, and its annulment is on record."""
    one = desk()
    case, request = dismissed(one)
    one.act(case, "record_annulment", LATER, CLERK, **FINAL)
    one.act(request, "record_annulment", "2025-07-07T13:00", CLERK, **FINAL)
    assert (one.stage(request), one.stage(case)) == ("ended", "examination")
    assert one.refused(request, "record_annulment", "2025-07-08", CLERK, **FINAL) == "no_refused_review"


# The Minister's decision on inaction, between signature and service (ACRA 49(3), 51(1)).


def of_inaction(one: Desk, result: str, **more: Any) -> tuple[str, str]:
    """An application left undecided; the review of it signed on 1 July, not served."""
    case = file(one, "2025-01-10")
    one.act(case, "ask_commission", "2025-02-03", HEAD, asked_on="2025-02-03")
    request = review(one, case, "2025-05-01", "refugee_inaction")
    decided(one, request, "2025-07-01", result, **more)
    return case, request


@pytest.mark.parametrize("more", [{}, {"recognised_as": "refugee"}])
def test_the_bureau_waits_for_the_service_of_a_decision_on_its_inaction(more: dict[str, str]) -> None:
    """ACRA 49(3), 51(1), 52(1): what the Minister commands or decides binds when it is served; nobody forestalls it."""
    one = desk()
    case, request = of_inaction(one, "inaction_unlawful", **more)
    assert one.refused(case, "decide", "2025-07-02", HEAD, **REFUSED) == "decision_on_inaction_waits"
    served(one, request, "2025-07-03")
    assert one.stage(case) == ("recognised" if more else "examination")
    if not more:
        assert "decide_application" in one.duties(case)
        one.act(case, "decide", "2025-07-04", HEAD, **REFUSED)


def test_before_the_signature_the_bureau_decides() -> None:
    """61-2: a pending review of inaction relieves nobody of deciding."""
    one = desk()
    case = file(one, "2025-01-10")
    one.act(case, "ask_commission", "2025-02-03", HEAD, asked_on="2025-02-03")
    request = review(one, case, "2025-05-01", "refugee_inaction")
    heard(one, request, "2025-06-30")
    one.act(case, "decide", "2025-07-01", HEAD, **REFUSED)
    assert one.stage(case) == "refusal_to_be_served"


@pytest.mark.parametrize("more", [{"result": "dismissed"}, {"result": "rejected", "rejected_because": "other"}])
def test_a_decision_that_finds_no_unlawful_inaction_commands_nothing(more: dict[str, str]) -> None:
    """ACRA 49(1), (2): the application is decided without waiting for its service."""
    one = desk()
    case, _ = of_inaction(one, **more)
    one.act(case, "decide", "2025-07-02", HEAD, **REFUSED)
    assert one.stage(case) == "refusal_to_be_served"


def test_a_public_notice_makes_the_bureau_wait_until_it_is_signed_off() -> None:
    """ACRA 51(3): posted Tue 1 July, two weeks counted from the 2nd end with the 15th; a second person signs off."""
    one = desk()
    case, request = of_inaction(one, "inaction_unlawful")
    notice = {"posted_on": "2025-07-01", "because": "whereabouts_unknown", "efforts": "asked"}
    one.act(request, "post_public_notice", "2025-07-01T17:00", CLERK, **notice)
    assert one.refused(case, "decide", "2025-07-16", HEAD, **REFUSED) == "decision_on_inaction_waits"
    one.act(request, "sign_off_public_notice", "2025-07-16T13:00", INSPECTOR, reasons="lawful")
    one.act(case, "decide", "2025-07-17", HEAD, **REFUSED)


def test_a_withdrawn_application_ends_the_wait() -> None:
    """61-2-4(5)(v): found voluntary while the decision waits for its service, the withdrawal leaves no object."""
    one = desk()
    case, request = of_inaction(one, "inaction_unlawful")
    one.act(case, "receive_withdrawal", "2025-07-02", CLERK, in_writing=True)
    one.act(case, "weigh_withdrawal", "2025-07-03", INQUIRER, voluntary=True, reasons="asked alone")
    assert one.stage(request) == "object_lost"
    assert one.stage(case) == "withdrawn"
