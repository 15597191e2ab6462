"""Stories of a revocation of recognition, and of what it and a deportation order make of the certificates."""

from collections.abc import Iterable
from typing import Any

import pytest

from engine.case import Case, CaseStage, stage
from engine.declaration import Procedures, opening
from engine.payload import CaseState, Instant, Payload
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from law.facts import DeportationOrder, Ground
from law.periods import legal_day
from tests.procedures.desk import Desk
from tests.procedures.stories import (
    CLERK,
    COMMISSIONER,
    HEAD,
    INQUIRER,
    INSPECTOR,
    MINISTER,
    PROCEDURES,
    PROTECTED,
    REFUSED,
    ask,
    circumstances,
    decide,
    decided,
    desk,
    file,
    received,
    review,
    served,
    state,
    status_case,
    try_open,
)
from workflows.effects import DeportationOrderIssued, ProvisionalStayDelivered

REVOCATION: dict[str, Any] = {
    "grounds": ["i"],
    "status_from": "61-2-2(1)",
    "reasons": "written",
    "instructs_on_review": True,
}


class OrderStage(CaseStage):
    """An order stands."""

    ISSUED = stage("issued", "Issued", "発付", quiet="a fake")


class OrderState(CaseState):
    """When it was issued."""

    issued_at: Instant


class Told(Payload):
    """Of which application provisional stay is delivered, if of one."""

    application: str | None = None


class Order(Procedure[OrderState]):
    """A deportation order, and a provisional stay, as other procedures make them known."""

    en = "Order"
    ja = "令書"
    stages = OrderStage
    state_type = OrderState

    @classmethod
    def bears(cls, case: Case[OrderState]) -> Iterable[object]:
        """The order."""
        issued = case.state.issued_at
        yield DeportationOrder(case.id, Ground.IV_RO, legal_day(issued), issued)

    @opening(by=Power.ISSUE_DEPORTATION_ORDER, basis=ICRRA("51"), ja="発付")
    def issue(self, body: Told) -> None:
        """Issue the order."""
        self.begin(OrderState(issued_at=self.at), OrderStage.ISSUED)
        self.record(DeportationOrderIssued(ground=Ground.IV_RO))

    @opening(by=Power.HAND_OVER_DOCUMENTS, basis=ICRRA("61-2-4(2)"), ja="仮滞在許可書の交付")
    def deliver_stay(self, body: Told) -> None:
        """Deliver the permit of provisional stay."""
        self.begin(OrderState(issued_at=self.at), OrderStage.ISSUED)
        self.record(ProvisionalStayDelivered(application=body.application or ""))


def recognised(outcome: dict[str, Any] | None = None) -> tuple[Desk, str]:
    """A person recognised in 2024, with status and certificate in hand."""
    one = desk()
    one.register.procedures = one.procedures = Procedures((*(each.kind for each in PROCEDURES), Order))
    case = file(one, "2024-08-01")
    decide(one, case, "2024-10-01", **(outcome or {"outcome": "refugee"}))
    grant = status_case(one)
    one.act(grant, "grant_status", "2024-10-03", HEAD, barred_ground=False, reasons="none")
    one.act(grant, "hand_over_status", "2024-10-07", INSPECTOR, paper="residence_card")
    one.act(grant, "hand_over_certificate", "2024-10-07T13:00", INSPECTOR, handed_over_on="2024-10-07")
    return one, case


def reported(one: Desk, case: str, ground: str = "i") -> str:
    """Facts become known on 10 Apr 2025."""
    body: dict[str, Any] = {"application": case, "grounds": [ground], "facts": "told by another office"}
    return one.open("RecognitionRevocation", "report_ground", "2025-04-10", INQUIRER, **body)


def revoked(one: Desk, case: str, ground: str = "i", status_from: str = "61-2-2(1)") -> str:
    """Revoked on 24 Apr 2025, not yet received."""
    revocation = reported(one, case, ground)
    decision = {**REVOCATION, "grounds": [ground], "status_from": status_from}
    one.act(revocation, "revoke", "2025-04-24", COMMISSIONER, **decision)
    return revocation


def test_a_revocation_takes_effect_when_it_is_received_and_is_final_after_its_period() -> None:
    """Revoked by the Commissioner, received before Golden Week, final after it, closed when the papers are back."""
    one, case = recognised()
    revocation = revoked(one, case)
    assert one.stage(case) == "concluded"
    received(one, revocation, "2025-04-28")
    assert one.stage(case) == "revoked"
    assert one.duties(revocation) == {"announce_in_gazette", "take_back_certificates"}
    # Day 7 = Mon 5 May, a holiday; Tue 6 May too; last day Wed 7 May.
    assert one.stage(revocation, "2025-05-07T23:59") == "open_to_review"
    assert one.stage(revocation, "2025-05-08T00:00") == "papers_outstanding"
    one.act(revocation, "announce_in_gazette", "2025-05-12", COMMISSIONER, announced_on="2025-05-12")
    one.act(revocation, "return_certificates", "2025-05-13", CLERK, returned_on="2025-05-13")
    assert one.stage(revocation) == "concluded"


def test_papers_that_come_back_early_leave_nothing_for_the_end() -> None:
    """Where gazette and certificates are done within the period, the case closes with it."""
    one, case = recognised()
    revocation = revoked(one, case)
    received(one, revocation, "2025-04-28")
    one.act(revocation, "announce_in_gazette", "2025-04-30", MINISTER, announced_on="2025-04-30")
    one.act(revocation, "return_certificates", "2025-05-01", CLERK, returned_on="2025-05-01")
    assert one.refused(revocation, "return_certificates", "2025-05-02", CLERK, returned_on="2025-05-02") == (
        "done_already"
    )
    assert one.stage(revocation, "2025-05-08") == "concluded"


@pytest.mark.parametrize(
    ("ground", "status_from", "opens"),
    [
        ("i", "61-2-2(1)", True),
        ("iii", "50(1)", True),
        ("i", "other", False),
        ("ii", "61-2-2(1)", False),
        ("i", "old 61-2-2(2)", True),
    ],
)
def test_only_fraud_and_excluded_acts_open_a_deportation_ground(ground: str, status_from: str, *, opens: bool) -> None:
    """A cessation never opens 24(x); fraud and excluded acts do for a status that came from recognition."""
    one, case = recognised()
    received(one, revoked(one, case, ground, status_from), "2025-04-28")
    fact = next(fact.body for fact in one.register.facts(one.person) if fact.kind == "RecognitionRevoked")
    assert fact.leads_to_ground_x is opens  # type: ignore[attr-defined]


def test_a_bureau_head_revokes_nothing() -> None:
    """The revocation of recognition is not delegated to a bureau head (1.3)."""
    one, case = recognised()
    assert one.refused(reported(one, case), "revoke", "2025-04-24", HEAD, **REVOCATION) == "no_power"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"grounds": []}, "no_ground"),
        ({"reasons": None}, "reasons_of_revocation_missing"),
        ({"instructs_on_review": False}, "remedy_not_instructed"),
    ],
)
def test_a_revocation_has_a_ground_reasons_and_an_instruction(change: dict[str, Any], code: str) -> None:
    """Recognition is revoked for a ground of the law, in writing, with reasons and the remedy."""
    one, case = recognised()
    assert one.refused(reported(one, case), "revoke", "2025-04-24", MINISTER, **{**REVOCATION, **change}) == code


def test_only_a_recognition_that_stands_is_revoked_and_once_at_a_time() -> None:
    """Facts about somebody who is not recognised, or whose revocation is pending, open no case."""
    one = desk()
    case = file(one, "2024-08-01")
    body: dict[str, Any] = {"application": case, "grounds": ["i"], "facts": "told"}
    code = try_open(one, "RecognitionRevocation", "report_ground", "2025-04-10", INQUIRER, **body)
    assert code == "no_recognition_stands"
    one, case = recognised()
    reported(one, case)
    body["application"] = case
    code = try_open(one, "RecognitionRevocation", "report_ground", "2025-04-11", INQUIRER, **body)
    assert code == "revocation_already_pending"


def test_without_a_ground_the_recognition_stands() -> None:
    """A hearing may be held and recorded; where no ground is found nothing changes."""
    one, case = recognised()
    revocation = reported(one, case, "ii")
    heard: dict[str, Any] = {"held_on": "2025-04-15"}
    assert one.refused(revocation, "hear_person", "2025-04-15", INQUIRER, **heard, record_made=False) == (
        "no_record_of_hearing"
    )
    one.act(revocation, "hear_person", "2025-04-15", INQUIRER, **heard, record_made=True)
    one.act(revocation, "find_no_ground", "2025-04-24", MINISTER, reasons="circumstances have not ceased")
    assert one.stage(revocation) == "not_revoked"
    assert one.stage(case) == "concluded"


def test_a_notice_that_is_not_received_revokes_nothing() -> None:
    """Without receipt the recognition stands and no period runs."""
    one, case = recognised()
    revocation = revoked(one, case)
    tried = {"tried_on": "2025-05-01", "way": "post", "failure": "returned"}
    one.act(revocation, "record_failed_service", "2025-05-01", CLERK, **tried)
    posted: dict[str, Any] = {"received_on": "2025-05-01", "way": "post", "reached_the_person": False}
    assert one.refused(revocation, "certify_receipt", "2025-05-01", CLERK, **posted) == "not_really_received"
    assert one.refused(revocation, "return_certificates", "2025-05-02", CLERK, returned_on="2025-05-02") == (
        "done_already"
    )
    assert one.stage(case, "2026-05-01") == "concluded"


def test_a_revocation_under_review_stands_until_it_is_annulled() -> None:
    """A review does not undo the revocation meanwhile; an annulment restores the recognition."""
    one, case = recognised()
    revocation = revoked(one, case)
    received(one, revocation, "2025-04-28")
    request = review(one, revocation, "2025-05-07", "refugee_revoked")
    assert one.stage(revocation, "2025-08-01") == "under_review"
    assert one.stage(case) == "revoked"
    decided(one, request, "2025-07-01", "annulled")
    served(one, request, "2025-07-02")
    assert one.stage(revocation) == "annulled"
    assert one.stage(case) == "concluded"


def test_a_dismissed_review_leaves_the_revocation_final() -> None:
    """After dismissal what remains are the papers."""
    one, case = recognised(PROTECTED)
    revocation = revoked(one, case)
    received(one, revocation, "2025-04-28")
    request = review(one, revocation, "2025-05-07", "protection_revoked")
    decided(one, request, "2025-07-01", "dismissed")
    served(one, request, "2025-07-02")
    assert one.stage(revocation) == "papers_outstanding"


def test_death_ends_the_case_and_departure_what_was_not_served() -> None:
    """Only the recognition of a person in Japan is revoked; a received revocation stays."""
    one, case = recognised()
    revocation = revoked(one, case)
    one.act(circumstances(one), "record_departure", "2025-05-01", INSPECTOR, on="2025-05-01")
    assert one.stage(revocation) == "object_lost"
    one, case = recognised()
    revocation = revoked(one, case)
    received(one, revocation, "2025-04-28")
    one.act(circumstances(one), "record_departure", "2025-05-01", INSPECTOR, on="2025-05-01")
    assert one.stage(revocation) == "open_to_review"
    one, case = recognised()
    revocation = revoked(one, case)
    received(one, revocation, "2025-04-28")
    one.act(circumstances(one), "record_death", "2025-05-01", INSPECTOR, on="2025-05-01")
    assert one.stage(revocation) == "object_lost"


def test_a_revocation_before_the_status_is_given_ends_what_was_open() -> None:
    """Revoked between recognition and hand-over: no status follows; restored, it is owed again."""
    one = desk()
    case = file(one, "2024-08-01")
    decide(one, case, "2024-10-01", outcome="refugee")
    revocation = revoked(one, case, status_from="other")
    received(one, revocation, "2025-04-28")
    assert one.stage(status_case(one)) == "revoked"
    assert one.stage(case) == "revoked"
    request = review(one, revocation, "2025-05-07", "refugee_revoked")
    decided(one, request, "2025-07-01", "annulled")
    served(one, request, "2025-07-02")
    assert one.stage(status_case(one)) == "examination"
    assert one.stage(case) == "recognised"
    assert one.duties(status_case(one)) == {"decide_status", "hand_over_certificate"}


def test_a_recognised_person_with_an_order_returns_the_certificate() -> None:
    """From the order on the certificate is outstanding until it is returned (inv. 80)."""
    one, _ = recognised()
    grant = status_case(one)
    returned: dict[str, Any] = {"returned_on": "2025-06-03"}
    assert one.refused(grant, "return_certificate", "2025-06-03", CLERK, **returned) == "nothing_outstanding"
    later = {**returned, "returned_on": "2025-07-02"}
    one.act(circumstances(one), "record_custody", "2025-06-30", INSPECTOR, custody="free")
    one.open("Order", "issue", "2025-07-01", "supervising_immigration_inspector")
    assert one.duties(grant) == {"certificates_outstanding"}
    one.act(grant, "return_certificate", "2025-07-02", CLERK, **later)
    assert one.duties(grant) == set()


def _with_old_order() -> tuple[Desk, str]:
    """Application and order from before 2024-06-10, no status."""
    one = Desk(Procedures((*(each.kind for each in PROCEDURES), Order)))
    kept = one.open("Circumstances", "keep", "2024-01-10", INSPECTOR)
    one.act(kept, "record_stays", "2024-01-10", INSPECTOR, stays=[{"kind": "none", "since": "2023-01-01"}])
    one.act(kept, "record_sentences", "2024-01-10", INSPECTOR, sentences=[])
    case = file(one, "2024-02-01")
    one.open("Order", "issue", "2024-03-01", "supervising_immigration_inspector")
    ask(one, case, "2024-07-01")
    return one, case


def test_an_old_application_with_an_old_order_is_examined_for_the_old_permission() -> None:
    """Without that examination the refusal is incomplete; granted, the permission takes effect with the hand-over."""
    one, case = _with_old_order()
    assert one.refused(case, "decide", "2024-08-01", HEAD, **REFUSED) == "old_special_permission_owed"
    one.act(case, "decide", "2024-08-01", HEAD, **REFUSED, old_special_permission="granted")
    assert one.stage(case) == "refusal_to_be_served"
    grant = status_case(one)
    assert one.stage(grant) == "to_hand_over"
    one.act(grant, "hand_over_status", "2024-08-05", INSPECTOR, paper="residence_card")
    assert one.stage(grant) == "concluded"
    assert "GrantTookEffect" in one.fact_kinds()
    assert one.removal("2024-08-06")[0] != "yes"


def test_a_refused_status_too_is_examined_for_the_old_permission() -> None:
    """A refusal of the status after recognition is incomplete without it; granted, that permission is handed over."""
    one, case = _with_old_order()
    one.act(case, "decide", "2024-08-01", HEAD, outcome="refugee")
    grant = status_case(one)
    refusal: dict[str, Any] = {"barred_ground": True, "reasons": "24(iv)(chi)"}
    assert one.refused(grant, "refuse_status", "2024-08-05", HEAD, **refusal) == "old_special_permission_owed"
    one.act(grant, "refuse_status", "2024-08-05", HEAD, **refusal, old_special_permission="granted")
    one.act(grant, "hand_over_status", "2024-08-06", INSPECTOR, paper="certificate_of_status")
    assert one.stage(case) == "concluded"


def test_what_is_not_handed_over_has_no_object_after_departure_or_death() -> None:
    """Who leaves before the hand-over gets neither status nor certificate."""
    for act in ("record_departure", "record_death"):
        one = desk()
        decide(one, file(one, "2024-08-01"), "2024-10-01", outcome="refugee")
        one.act(circumstances(one), act, "2024-10-03", INSPECTOR, on="2024-10-03")
        assert one.stage(status_case(one)) == "object_lost"


def test_a_delivered_provisional_stay_is_kept_with_its_application() -> None:
    """The application knows that its applicant was given provisional stay; another application does not."""
    one = Desk(Procedures((*(each.kind for each in PROCEDURES), Order)))
    case, other = file(one, "2025-01-10"), file(one, "2025-01-11")
    one.open("Order", "deliver_stay", "2025-01-20", INSPECTOR, application=case)
    assert state(one, case).had_provisional_stay
    assert not state(one, other).had_provisional_stay
