"""What the stories of recognition share: a desk, applications up to a stage, reviews up to a decision."""

from typing import Any

from engine.command import Filed, Kind, Outcome
from engine.declaration import Procedures
from tests.procedures.desk import Desk, jst
from workflows.circumstances import Circumstances
from workflows.recognition_revocation import RecognitionRevocation
from workflows.refugee_application import RefugeeApplication
from workflows.review_request import ReviewRequest
from workflows.status_grant import StatusGrant

PROCEDURES = Procedures((Circumstances, RefugeeApplication, StatusGrant, ReviewRequest, RecognitionRevocation))

CLERK = "bureau_clerk"
HEAD = "regional_bureau_head"
INQUIRER = "refugee_inquirer"
INSPECTOR = "immigration_inspector"
COUNSELOR = "refugee_adjudication_counselor"
MINISTER = "minister"
COMMISSIONER = "commissioner"

REFUSED: dict[str, Any] = {
    "outcome": "refugee_refused",
    "reasons": "written",
    "protection_assessment": "assessed",
    "instructs_on_review": True,
}
PROTECTED: dict[str, Any] = {**REFUSED, "outcome": "protected_not_refugee"}
RECEIPT: dict[str, Any] = {"way": "handed_over", "reached_the_person": True}


def desk(*, stays: list[dict[str, Any]] | None = None) -> Desk:
    """A person whose circumstances are on record; without a status unless stays say otherwise."""
    one = Desk(PROCEDURES)
    kept = one.open("Circumstances", "keep", "2024-07-01", INSPECTOR)
    recorded = [{"kind": "none", "since": "2024-06-20"}] if stays is None else stays
    one.act(kept, "record_stays", "2024-07-01", INSPECTOR, stays=recorded)
    one.act(kept, "record_sentences", "2024-07-01", INSPECTOR, sentences=[])
    one.act(kept, "record_security_ground", "2024-07-01", INSPECTOR, applies=False, reasons="asked")
    return one


def circumstances(one: Desk) -> str:
    """The case that keeps the person's circumstances."""
    return one.register.position(one.person, jst("2030-01-01")).of("Circumstances")[0].id


def file(one: Desk, at: str, kind: str = "refugee", **more: Any) -> str:
    """File an application; returns the case."""
    body = {"kind": kind, "material_came_with_it": True, **more}
    return one.open("RefugeeApplication", "file_application", at, CLERK, **body)


def ask(one: Desk, case: str, at: str) -> None:
    """Ask the National Public Safety Commission."""
    one.act(case, "ask_commission", at, HEAD, asked_on=at)


def decide(one: Desk, case: str, at: str, **decision: Any) -> Filed:
    """Ask the Commission and decide."""
    ask(one, case, at)
    return one.act(case, "decide", at, HEAD, **decision)


def refused(one: Desk, filed: str = "2025-01-10", decided: str = "2025-04-24", kind: str = "refugee") -> str:
    """An application that was filed and refused, not yet served."""
    case = file(one, filed, kind)
    decision = REFUSED if kind == "refugee" else {**REFUSED, "outcome": "protection_refused"}
    decide(one, case, decided, **decision)
    return case


def received(one: Desk, case: str, on: str) -> None:
    """Certify that the refusal reached the applicant."""
    one.act(case, "certify_receipt", f"{on}T15:00", CLERK, received_on=on, **RECEIPT)


def review(one: Desk, case: str, at: str, disposition: str = "refugee_refused", **more: Any) -> str:
    """Request a review; returns its case."""
    body = {"case": case, "disposition": disposition, **more}
    return one.open("ReviewRequest", "request_review", at, CLERK, **body)


def try_open(one: Desk, procedure: str, opening: str, at: str, by: str, **body: Any) -> str:
    """Open a case that must be refused; returns the code, having seen an article."""
    filed = one.send(Kind.OPEN, procedure, "", opening, at, by, body)
    assert filed.outcome is Outcome.REFUSED
    assert filed.refusal is not None
    assert filed.refusal.reasons[0].basis
    return filed.refusal.code


def counselor(reference: str, *, head: bool = False, conflicts: tuple[str, ...] = ()) -> dict[str, Any]:
    """A counselor as named."""
    return {"reference": reference, "is_head": head, "conflicts": list(conflicts)}


PANEL = [counselor("a", head=True), counselor("b"), counselor("c")]
NAMED: dict[str, Any] = {"counselors": PANEL, "assistant": "inquirer", "assistant_conflicts": [], "papers_shown": True}
OPINION: dict[str, Any] = {
    "signed_by": ["a", "b", "c"],
    "views": [
        {"counselors": ["a", "b"], "opinion": "dismissed", "reasons": "two of us"},
        {"counselors": ["c"], "opinion": "annulled", "reasons": "one of us"},
    ],
}


def heard(one: Desk, case: str, at: str) -> None:
    """Name the panel, receive the statement, give the opinion."""
    one.act(case, "name_panel", f"{at}T09:00", MINISTER, **NAMED)
    one.act(case, "receive_statement", f"{at}T10:00", CLERK, received_on=at)
    one.act(case, "give_opinion", f"{at}T11:00", COUNSELOR, **OPINION)


def decided(one: Desk, case: str, at: str, result: str, **more: Any) -> None:
    """Let the panel be heard and the Minister decide."""
    heard(one, case, at)
    body = {"result": result, "reasons": "written", "gist_of_opinion": "the gist", **more}
    one.act(case, "decide", f"{at}T12:00", MINISTER, **body)


def served(one: Desk, case: str, on: str) -> None:
    """Certify that the decision on the review reached the applicant."""
    one.act(case, "certify_service", f"{on}T16:00", CLERK, received_on=on, **RECEIPT)


def stopped(one: Desk, at: str) -> str:
    """Whether an application stops removal at an instant (61-2-9(3), (4))."""
    return one.register.position(one.person, jst(at)).removal_stopped(jst(at)).value.value


def status_case(one: Desk, number: int = 0) -> str:
    """The case on the status after recognition."""
    return one.register.position(one.person, jst("2030-01-01")).of("StatusGrant")[number].id


def state(one: Desk, case: str) -> Any:
    """What is kept of a case."""
    return one.register.case(case).state
