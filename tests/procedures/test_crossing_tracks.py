"""Where one track of a person's case crosses another: refused status, failed reviews, stays that end or come back."""

from typing import Any

import pytest

from engine.command import Command, Entry, Kind, Officer, Outcome
from engine.declaration import Procedures
from engine.filing import file_entry
from law.competence import Role
from tests.procedures import deportation_story as deport
from tests.procedures.desk import Desk, jst
from tests.procedures.stay_story import NO_EXCLUSION, RI, TERMS
from tests.procedures.stories import (
    CLERK,
    COMMISSIONER,
    HEAD,
    INQUIRER,
    INSPECTOR,
    MINISTER,
    PROTECTED,
    RECEIPT,
    REFUSED,
    ask,
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
    try_open,
)
from workflows.procedures import PROCEDURES

ICO = "immigration_control_officer"
OPEN_WORLD: dict[str, Any] = {"country": "XA", "permitted_by_53": True, "accepts": True, "persecution": False}


def everything_on_record(*, stays: list[dict[str, Any]] | None = None) -> Desk:
    """A status-less person against whose removal nothing stands but the procedures themselves."""
    one = Desk(Procedures(PROCEDURES))
    kept = one.open("Circumstances", "keep", "2025-01-06", INSPECTOR)
    one.act(kept, "record_stays", "2025-01-06", INSPECTOR, stays=stays or [])
    one.act(kept, "record_sentences", "2025-01-06", INSPECTOR, sentences=[])
    one.act(kept, "record_security_ground", "2025-01-06", INSPECTOR, applies=False, reasons="asked")
    one.act(kept, "record_court_stays", "2025-01-06", INSPECTOR, stays=[])
    one.act(kept, "record_proceedings", "2025-01-06", INSPECTOR, proceedings=[])
    one.act(kept, "record_travel_restrictions", "2025-01-06", INSPECTOR, restrictions=[])
    destination = {**OPEN_WORLD, "torture_or_disappearance": False}
    one.act(kept, "find_destination", "2025-01-06", ICO, destination=destination, reasons="found")
    one.act(kept, "tell_removal", "2025-01-06", ICO, notice={"told_on": "2025-01-06"})
    return one


def ordered(one: Desk, day: str = "2025-02-03") -> str:
    """A deportation order, issued and shown."""
    case = deport.ordered(one, day)
    one.act(case, "show_order", f"{day}T13:00", ICO)
    return case


def held(one: Desk, application: str, until: str = "2025-07-11") -> str:
    """A provisional stay delivered on 13 January 2025."""
    stay = one.open("ProvisionalStay", "examine", "2025-01-13T09:00", RI, application=application)
    one.act(stay, "find_exclusions", "2025-01-13T13:00", RI, **NO_EXCLUSION)
    one.act(stay, "permit", "2025-01-13T14:00", HEAD, last_day=until, conditions=TERMS, content="terms")
    one.act(stay, "hand_over_permit", "2025-01-13T15:00", INSPECTOR)
    return stay


def protected(one: Desk, filed: str = "2025-02-10", decided_on: str = "2025-06-03") -> tuple[str, str]:
    """Protected but refused as a refugee; the application and the case on the status."""
    case = file(one, filed)
    decide(one, case, decided_on, **PROTECTED)
    return case, status_case(one)


def status_refused(one: Desk, grant: str, day: str) -> None:
    """The status after recognition refused, and the refusal told."""
    one.act(grant, "refuse_status", f"{day}T09:00", HEAD, barred_ground=True, reasons="24(iii-2)")
    one.act(grant, "notify_refusal", f"{day}T10:00", CLERK, received_on=day, **RECEIPT)


# A status refused beside a refusal of refugee status (61-2-4(5)(iii)).


def test_a_status_is_refused_while_the_refugee_refusal_is_open_to_review() -> None:
    """The refused status ends the application at once; the review can still be asked for and revives no stop."""
    one = desk()
    case, grant = protected(one)
    received(one, case, "2025-06-04")
    status_refused(one, grant, "2025-06-06")
    assert one.stage(case) == "grant_refused"
    assert stopped(one, "2025-06-07") == "no"
    request = review(one, case, "2025-06-09")
    assert state(one, request).timeliness == "in_time"
    assert one.stage(case) == "under_review"
    assert stopped(one, "2025-06-10") == "no"
    decided(one, request, "2025-07-01", "recognised", recognised_as="refugee")
    served(one, request, "2025-07-02")
    assert stopped(one, "2025-07-03") == "yes"


def test_a_status_is_refused_before_the_refugee_refusal_is_received() -> None:
    """The receipt is certified afterwards all the same, and the review period runs from it by law."""
    one = desk()
    case, grant = protected(one)
    status_refused(one, grant, "2025-06-06")
    received(one, case, "2025-06-09")
    assert one.stage(case) == "grant_refused"
    assert state(one, review(one, case, "2025-06-16")).timeliness == "in_time"


def test_a_failed_review_leaves_time_for_the_court_after_a_refused_status_too() -> None:
    """D8: nobody is removed before the court could be asked, whatever ended the stop of removal."""
    one = everything_on_record()
    ordered(one)
    case, grant = protected(one)
    received(one, case, "2025-06-05")
    request = review(one, case, "2025-06-09")
    status_refused(one, grant, "2025-06-30")
    decided(one, request, "2025-08-01", "dismissed")
    served(one, request, "2025-08-04")
    assert one.removal("2025-08-04T17:00") == ("no", {"court_margin"})
    assert one.removal("2025-08-15T00:00")[0] == "yes"


# Further requests for review.


@pytest.mark.parametrize("claim", [{"posted_on": "2025-06-10"}, {"justifiable_reason": "ill"}])
def test_a_second_request_after_a_served_decision_revives_nothing(claim: dict[str, str]) -> None:
    """61-2-4(5)(ii) has happened: a request on the same refusal is on file for the Minister to reject."""
    one = everything_on_record()
    ordered(one)
    case = file(one, "2025-02-10")
    decide(one, case, "2025-06-03", **REFUSED)
    received(one, case, "2025-06-05")
    request = review(one, case, "2025-06-09")
    decided(one, request, "2025-08-01", "dismissed")
    served(one, request, "2025-08-04")
    review(one, case, "2025-09-05", **claim)
    assert one.stage(case) == "finally_refused"
    assert state(one, case).ended == "review_refused"
    assert one.removal("2025-09-06")[0] == "yes"


def test_a_reason_claimed_after_a_late_request_holds_removal_from_then() -> None:
    """ACRA 18(1) does not ask that the reason comes with the request (A-26)."""
    one = everything_on_record()
    ordered(one)
    case = file(one, "2025-02-10")
    decide(one, case, "2025-06-03", **REFUSED)
    received(one, case, "2025-06-05")
    request = review(one, case, "2025-06-30")
    assert one.removal("2025-07-01")[0] == "yes"
    one.act(request, "claim_reason", "2025-07-01T13:00", CLERK, justifiable_reason="in hospital")
    answer, codes = one.removal("2025-07-01T14:00")
    assert (answer, codes) == ("no", {"suspensive_effect", "late_review_undecided"})
    assert one.refused(request, "claim_reason", "2025-07-02", CLERK, justifiable_reason="x") == "no_reason_needed"
    decided(one, request, "2025-07-07", "annulled", lateness_excused=True)
    served(one, request, "2025-07-08")
    assert one.stage(case) == "examination"


def test_protection_on_an_undecided_refugee_application_comes_with_the_refusal() -> None:
    """61-2(3): protection is recognised where refugee status is refused, and that refusal is open to review."""
    one = desk()
    case = file(one, "2025-01-10")
    request = review(one, case, "2025-05-01", "refugee_inaction")
    decided(one, request, "2025-07-01", "inaction_unlawful", recognised_as="complementary_protection")
    served(one, request, "2025-07-02")
    assert one.stage(case) == "refusal_to_be_served"
    assert "deliver_refusal" in one.duties(case)
    received(one, case, "2025-07-03")
    review(one, case, "2025-07-07")
    assert one.stage(case) == "under_review"


def test_a_rejected_late_request_does_not_make_the_earlier_refusal_younger() -> None:
    """61-2-9(4)(i): the second refusal was final when the third was filed, whatever was requested afterwards."""
    one = everything_on_record()
    ordered(one)
    earlier = []
    for filed, answered, got in (
        ("2025-02-10", "2025-03-03", "2025-03-04"),
        ("2025-04-01", "2025-05-12", "2025-05-13"),
    ):
        earlier.append(file(one, filed))
        decide(one, earlier[-1], answered, **REFUSED)
        received(one, earlier[-1], got)
    file(one, "2025-06-02", material_came_with_it=False)
    request = review(one, earlier[-1], "2025-06-20", justifiable_reason="ill")
    assert one.removal("2025-06-21")[0] == "no"
    decided(one, request, "2025-07-01", "rejected", rejected_because="late", lateness_excused=False)
    served(one, request, "2025-07-02")
    assert state(one, earlier[-1]).ended == "no_review_in_time"
    assert one.removal("2025-07-03") == ("no", {"court_margin"})
    assert one.removal("2025-07-14")[0] == "yes"


def test_a_review_of_inaction_recognises_nobody_once_the_application_is_decided() -> None:
    """ACRA 49(1): it has lost its object; a recognition in it would have no effect, so it is not made."""
    one = desk()
    case = file(one, "2025-01-10")
    request = review(one, case, "2025-05-01", "refugee_inaction")
    decide(one, case, "2025-06-02", **REFUSED)
    heard(one, request, "2025-07-01")
    decision = {"reasons": "written", "gist_of_opinion": "the gist"}
    body = {**decision, "result": "inaction_unlawful", "recognised_as": "refugee"}
    assert one.refused(request, "decide", "2025-07-02", MINISTER, **body) == "decided_since"
    one.act(request, "decide", "2025-07-02", MINISTER, **decision, result="rejected", rejected_because="other")


def test_the_certificate_is_owed_to_a_recognised_person_who_travels() -> None:
    """61-2(4): recognition stands, so the certificate is handed over after the return."""
    one = desk()
    case = file(one, "2025-01-10")
    decide(one, case, "2025-04-24", outcome="refugee")
    grant = status_case(one)
    one.act(grant, "grant_status", "2025-04-25", HEAD, barred_ground=False, reasons="none")
    one.act(grant, "hand_over_status", "2025-04-28", INSPECTOR, paper="residence_card")
    one.act(circumstances(one), "record_departure", "2025-05-01", INSPECTOR, on="2025-05-01")
    one.act(grant, "hand_over_certificate", "2025-06-02", INSPECTOR, handed_over_on="2025-06-02")
    assert one.stage(grant) == "concluded"


def test_an_imported_decision_of_an_unverified_minister_is_filed() -> None:
    """Who decided an imported entry is recorded, not judged; who enters it is."""
    one = desk()
    case = refused(one)
    received(one, case, "2025-04-25")
    request = review(one, case, "2025-05-01")
    heard(one, request, "2025-06-02")
    command = Command(
        id="imported",
        kind=Kind.ACT,
        person=one.person,
        case=request,
        procedure="ReviewRequest",
        act="decide",
        body={"result": "dismissed", "reasons": "written", "gist_of_opinion": "the gist"},
        occurred_at=jst("2025-06-03"),
        received_at=jst("2025-06-03"),
        decided_by="old_minister",
        entered_by=CLERK,
    )
    minister = Officer(id="old_minister", office="moj", roles=frozenset(), verified=False)
    clerk = Officer(id=CLERK, office="tokyo", roles=frozenset({Role.BUREAU_CLERK}))
    entry = Entry(command=command, decider=minister, enterer=clerk, recorded_at=command.received_at)
    change = file_entry(one.procedures, one.register.dossier(one.person), entry)
    assert change.filed is not None
    assert change.filed.outcome is Outcome.FILED


# Revocation of recognition beside a review.


def _protected_and_being_revoked(one: Desk) -> tuple[str, str, str]:
    case, grant = protected(one)
    received(one, case, "2025-06-04")
    one.act(grant, "grant_status", "2025-06-05", HEAD, barred_ground=False, reasons="none")
    one.act(grant, "hand_over_status", "2025-06-06", INSPECTOR, paper="residence_card")
    request = review(one, case, "2025-06-09")
    body: dict[str, Any] = {"application": case, "grounds": ["ii"], "facts": "became known"}
    revocation = one.open("RecognitionRevocation", "report_ground", "2025-06-10", INQUIRER, **body)
    decision = {"grounds": ["ii"], "status_from": "61-2-2(1)", "reasons": "written", "instructs_on_review": True}
    one.act(revocation, "revoke", "2025-06-20", COMMISSIONER, **decision)
    return case, request, revocation


def test_a_revocation_of_protection_does_not_hit_the_refugee_status_recognised_since() -> None:
    """61-2-10(1) and (2) are two revocations: what was not received before the other recognition has no object."""
    one = desk()
    case, request, revocation = _protected_and_being_revoked(one)
    decided(one, request, "2025-07-01", "recognised", recognised_as="refugee")
    served(one, request, "2025-07-02")
    assert one.stage(revocation) == "object_lost"
    assert state(one, case).recognised_as == "refugee"
    assert not state(one, case).revoked


def test_the_review_of_a_received_revocation_outlives_a_departure() -> None:
    """The revocation stands against a person abroad too; only the recognition asks for presence (61-2(1))."""
    one = desk()
    case, _, revocation = _protected_and_being_revoked(one)
    one.act(revocation, "certify_receipt", "2025-06-23", CLERK, received_on="2025-06-23", **RECEIPT)
    request = review(one, revocation, "2025-06-24", "protection_revoked")
    one.act(circumstances(one), "record_departure", "2025-07-01", INSPECTOR, on="2025-07-01")
    assert one.stage(request) == "received"
    decided(one, request, "2025-08-01", "annulled")
    served(one, request, "2025-08-04")
    assert one.stage(revocation) == "annulled"
    assert not state(one, case).revoked


def test_a_certificate_is_not_outstanding_any_more_when_the_order_is_withdrawn() -> None:
    """61-2-16 asks for the certificate because of the order alone."""
    one = everything_on_record(stays=[{"kind": "status_of_residence", "since": "2024-07-01"}])
    case = file(one, "2025-01-10")
    decide(one, case, "2025-01-20", outcome="refugee")
    grant = status_case(one)
    one.act(grant, "hand_over_certificate", "2025-01-21", INSPECTOR, handed_over_on="2025-01-21")
    order = ordered(one)
    assert one.duties(grant) == {"certificates_outstanding"}
    one.act(order, "withdraw_order", "2025-02-10", "supervising_immigration_inspector", reasons="stated")
    assert one.duties(grant) == set()


# What a court annuls, and what the law did not know yet.


def test_a_refusal_that_a_court_annulled_makes_the_application_pending_again() -> None:
    """ACLA 33(2): a new decision is owed; removal is stopped and the refusal counts as none of two."""
    one = everything_on_record()
    ordered(one)
    case = file(one, "2025-02-10")
    decide(one, case, "2025-06-03", **REFUSED)
    received(one, case, "2025-06-05")
    assert one.removal("2025-07-07")[0] == "yes"
    one.act(case, "record_annulment", "2025-07-08", CLERK, judgment="x", final_on="2025-07-05", served_on="2025-06-20")
    assert one.stage(case) == "examination"
    assert one.removal("2025-07-09") == ("no", {"suspensive_effect"})
    assert one.duties(case) >= {"decide_application"}


def test_only_a_refusal_is_annulled_so() -> None:
    """A recognition is no refusal."""
    one = desk()
    case = file(one, "2025-01-10")
    decide(one, case, "2025-02-03", outcome="refugee")
    assert one.refused(case, "record_annulment", "2025-02-10", CLERK, judgment="x") == "no_refusal_stands"


def test_before_december_2023_there_is_no_complementary_protection() -> None:
    """Suppl. 1(ii), 3: neither applied for nor recognised, and no assessment is asked of an old refusal."""
    one = Desk(Procedures(PROCEDURES))
    body: dict[str, Any] = {"kind": "complementary_protection", "material_came_with_it": True}
    code = try_open(one, "RefugeeApplication", "file_application", "2023-11-30", CLERK, **body)
    assert code == "no_protection_yet"
    case = file(one, "2020-05-01")
    ask(one, case, "2020-06-01")
    assert one.refused(case, "decide", "2023-11-30", HEAD, **PROTECTED) == "not_an_outcome"
    old = {key: value for key, value in REFUSED.items() if key != "protection_assessment"}
    assert one.refused(case, "decide", "2023-12-01", HEAD, **old) == "protection_not_assessed"
    other = file(one, "2020-05-02")
    ask(one, other, "2020-06-02")
    one.act(other, "decide", "2020-06-03", HEAD, **old)


# Withdrawal, and the question of provisional stay.


def test_a_withdrawal_received_before_the_refusal_is_weighed_also_after_the_silence() -> None:
    """A slow bureau does not turn a withdrawn application into one of the two finally refused (61-2-9(4)(i))."""
    one = desk()
    case = refused(one)
    one.act(case, "receive_withdrawal", "2025-04-24T13:00", CLERK, in_writing=True)
    received(one, case, "2025-04-25")
    assert one.stage(case, "2025-05-08") == "finally_refused"
    one.act(case, "weigh_withdrawal", "2025-05-09", INQUIRER, voluntary=True, reasons="asked alone")
    assert one.stage(case) == "withdrawn"
    assert state(one, case).ended == "application_withdrawn"


def test_where_the_stay_is_not_on_record_provisional_stay_is_a_question() -> None:
    """It shall be permitted to a status-less person (61-2-4(1)): the duty waits for the record of the stay."""
    for stays, owed in (([], True), ([{"kind": "status_of_residence", "since": "2024-06-20"}], False)):
        one = Desk(Procedures(PROCEDURES))
        case = file(one, "2025-01-10")
        assert "examine_provisional_stay" in one.duties(case)
        kept = one.open("Circumstances", "keep", "2025-01-13", INSPECTOR)
        one.act(kept, "record_stays", "2025-01-13", INSPECTOR, stays=stays)
        assert ("examine_provisional_stay" in one.duties(case)) is owed


# Provisional stay that ended, or had not ended after all.


def test_a_status_decided_for_the_holder_is_handed_over_although_the_stay_ended_meanwhile() -> None:
    """61-2-5(1): the holder was given it; without the hand-over removal would be stopped for good."""
    one = everything_on_record()
    case = file(one, "2025-01-10")
    stay = held(one, case)
    decide(one, case, "2025-02-03", **REFUSED)
    received(one, case, "2025-02-04")
    decision = {"ground": "61-2-5(1)(iii)", "status": "s", "period": "p", "weighed": "w", "suspected_ground": False}
    one.act(stay, "decide_status", "2025-02-10", HEAD, **decision)
    assert one.stage(stay, "2025-02-13T00:00") == "ended"
    deportation = deport.investigated(one, "2025-02-13")
    assert one.duties(stay) == {"deliver_status"}
    one.act(stay, "hand_over_status", "2025-02-14", INSPECTOR)
    assert one.duties(stay) == set()
    assert one.stage(deportation) == "grant_bars"
    assert one.refused(stay, "hand_over_status", "2025-02-17", INSPECTOR) == "status_not_decided"


@pytest.mark.parametrize(("until", "stage"), [("2025-02-14", "running"), ("2025-02-13", "renewal_undecided")])
def test_a_stay_that_comes_back_owes_again_what_its_end_did_away_with(until: str, stage: str) -> None:
    """ACRA 18(3), A-28: a renewal asked for in time is decided, also where its last day passed meanwhile."""
    one = everything_on_record()
    case = file(one, "2025-01-10")
    stay = held(one, case, until)
    one.act(stay, "request_renewal", "2025-02-03T09:00", CLERK)
    decide(one, case, "2025-02-03", **REFUSED)
    received(one, case, "2025-02-04")
    # day 7 is Tue 11 Feb, a holiday: the refusal is final on Thu 13 Feb at 00:00
    assert one.stage(stay, "2025-02-13T00:00") == "ended"
    review(one, case, "2025-02-14", posted_on="2025-02-12")
    assert one.stage(stay) == stage
    assert one.duties(stay) == {"decide_renewal"}
    assert one.stage(stay, "2025-02-20") == "renewal_undecided"
    one.act(stay, "grant_renewal", "2025-02-20", HEAD, last_day="2025-08-08")
    one.act(stay, "hand_over_renewed_permit", "2025-02-21", INSPECTOR)
    assert one.stage(stay) == "running"


def test_a_renewal_that_was_not_handed_over_in_its_time_is_granted_again() -> None:
    """61-2-4(4): it shall be granted; the delay is the State's, also where it took more than half a year."""
    one = everything_on_record()
    stay = held(one, file(one, "2025-01-10"))
    one.act(stay, "request_renewal", "2025-07-01", CLERK)
    one.act(stay, "grant_renewal", "2025-07-08", HEAD, last_day="2025-07-14")
    assert one.refused(stay, "hand_over_renewed_permit", "2025-07-15", INSPECTOR) == "renewed_into_the_past"
    assert one.refused(stay, "grant_renewal", "2026-02-02", HEAD, last_day="2026-08-03") == "beyond_maximum"
    one.act(stay, "grant_renewal", "2026-02-02", HEAD, last_day="2026-07-31")
    one.act(stay, "hand_over_renewed_permit", "2026-02-03", INSPECTOR)
    assert one.stage(stay, "2026-08-01T00:00") == "ended"
