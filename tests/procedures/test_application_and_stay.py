"""An application for recognition beside the provisional stay that hangs on it, on the real procedures."""

from engine.declaration import Procedures
from tests.procedures.desk import Desk
from tests.procedures.stay_story import HEAD, INSPECTOR, NO_EXCLUSION, RI, TERMS
from tests.procedures.stories import CLERK, RECEIPT, REFUSED, decide, file
from workflows.procedures import PROCEDURES


def held(one: Desk, application: str) -> str:
    """A provisional stay delivered on 14 January 2025, to 11 July 2025 (within six months)."""
    stay = one.open("ProvisionalStay", "examine", "2025-01-13", RI, application=application)
    one.act(stay, "find_exclusions", "2025-01-13T13:00", RI, **NO_EXCLUSION)
    one.act(stay, "permit", "2025-01-13T14:00", HEAD, last_day="2025-07-11", conditions=TERMS, content="terms")
    one.act(stay, "hand_over_permit", "2025-01-14", INSPECTOR)
    return stay


def applicant() -> tuple[Desk, str]:
    """A status-less person who applied on 10 January 2025."""
    one = Desk(Procedures(PROCEDURES))
    record = one.open("Circumstances", "keep", "2025-01-06", INSPECTOR)
    one.act(record, "record_stays", "2025-01-06", INSPECTOR, stays=[])
    one.act(record, "record_sentences", "2025-01-06", INSPECTOR, sentences=[])
    return one, file(one, "2025-01-10")


def test_the_duty_to_examine_provisional_stay_ends_when_it_is_examined() -> None:
    """Every application of a status-less person owes the examination of provisional stay, until it is opened."""
    one, case = applicant()
    assert "examine_provisional_stay" in one.duties(case)
    held(one, case)
    assert "examine_provisional_stay" not in one.duties(case)


def test_a_stay_that_ended_with_a_refusal_goes_on_when_a_posted_request_arrives() -> None:
    """Days in the post do not count: the refusal was attacked in time, so the stay had not ended."""
    one, case = applicant()
    stay = held(one, case)
    decide(one, case, "2025-02-03", **REFUSED)
    # received Tuesday 4 Feb: day 7 is Tuesday 11 Feb, National Foundation Day; the last day is Wednesday 12 Feb
    one.act(case, "certify_receipt", "2025-02-04T15:00", CLERK, received_on="2025-02-04", **RECEIPT)
    assert one.stage(stay, "2025-02-12T23:59") == "running"
    assert one.stage(stay, "2025-02-13T00:00") == "ended"
    body = {"case": case, "disposition": "refugee_refused", "posted_on": "2025-02-12"}
    one.open("ReviewRequest", "request_review", "2025-02-14", CLERK, **body)
    assert one.stage(case) == "under_review"
    assert one.stage(stay) == "running"
    assert one.stage(stay, "2025-07-12T00:00") == "ended"
