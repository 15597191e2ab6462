"""Decisions on recognition, the grant that follows, the old special permission, and revocation."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

import pytest

from law.facts import ApplicationKind, Sentence, Suspension
from law.finding import Answer
from law.recognition import (
    OLD_LAW_ENDED,
    GrantFacts,
    Outcome,
    Refusal,
    RevocationGround,
    StatusFrom,
    decision_is_complete,
    grant_must_follow,
    old_special_permission_must_be_examined,
    recognition_must_be_revoked,
    revocation_leads_to_deportation,
)

REFUGEE, PROTECTION = ApplicationKind.REFUGEE, ApplicationKind.COMPLEMENTARY_PROTECTION
TODAY = date(2026, 3, 2)
LISTED = Sentence(date(2025, 1, 9), 2, Suspension.WHOLE, listed_crime=True)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("kind", ApplicationKind)
def test_each_kind_has_its_outcomes(kind: ApplicationKind, outcome: Outcome) -> None:
    """A refugee application never produces a refusal of protection; that needs its own application (F6, F7)."""
    on_protection = outcome in (Outcome.PROTECTED, Outcome.PROTECTION_REFUSED)
    found = decision_is_complete(kind, outcome, cp_assessed=True, reasons_in_writing=True)
    assert found.value is (Answer.YES if on_protection == (kind is PROTECTION) else Answer.NO)


@pytest.mark.parametrize(
    ("assessed", "written", "answer"),
    [
        (True, True, Answer.YES),
        (False, True, Answer.NO),
        (True, False, Answer.NO),
        (None, True, Answer.UNKNOWN),
        (None, False, Answer.NO),
    ],
)
def test_a_refusal_of_refugee_status_is_written_and_assesses_protection(
    assessed: bool | None,
    written: bool,
    answer: Answer,
) -> None:
    """A refusal states reasons in writing (invariant 53) and records the assessment of protection (54, A-16)."""
    found = decision_is_complete(REFUGEE, Outcome.REFUGEE_REFUSED, cp_assessed=assessed, reasons_in_writing=written)
    assert found.value is answer


def test_a_refusal_beside_protection_is_written_too() -> None:
    """Who is recognised under protection gets the refusal of refugee status with reasons; a recognition needs none."""
    asked = partial(decision_is_complete, cp_assessed=None, reasons_in_writing=None)
    assert asked(REFUGEE, Outcome.PROTECTED_NOT_REFUGEE).value is Answer.UNKNOWN
    assert asked(PROTECTION, Outcome.PROTECTION_REFUSED).value is Answer.UNKNOWN
    assert asked(REFUGEE, Outcome.REFUGEE).value is Answer.YES


GRANT = GrantFacts(recognised=True, status_less=True, barred_ground=False, sentences=())


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (GRANT, Answer.YES),
        (replace(GRANT, recognised=False), Answer.NO),
        (replace(GRANT, status_less=False), Answer.NO),
        (replace(GRANT, barred_ground=True, sentences=None), Answer.NO),
        (replace(GRANT, sentences=(LISTED,), barred_ground=None), Answer.NO),
        (replace(GRANT, sentences=(replace(LISTED, listed_crime=False, months=None),)), Answer.YES),
        (replace(GRANT, sentences=(replace(LISTED, japanese_court=False),)), Answer.YES),
        (replace(GRANT, sentences=(replace(LISTED, final_on=None),)), Answer.YES),
        (replace(GRANT, sentences=None), Answer.UNKNOWN),
        (replace(GRANT, status_less=None), Answer.UNKNOWN),
        (replace(GRANT, barred_ground=None), Answer.UNKNOWN),
    ],
)
def test_the_grant_must_follow_recognition(facts: GrantFacts, answer: Answer) -> None:
    """Recognised and status-less: the grant is refused only for 61-2-2(1)(i)(ii), even a suspended sentence (57)."""
    assert grant_must_follow(facts, TODAY).value is answer


BEFORE = OLD_LAW_ENDED - timedelta(seconds=1)


@pytest.mark.parametrize(
    ("filed_at", "order_at", "refusal", "answer"),
    [
        (BEFORE, BEFORE, Refusal.REFUGEE_WITHOUT_PROTECTION, Answer.YES),
        (BEFORE, BEFORE, Refusal.PROTECTION, Answer.YES),
        (BEFORE, BEFORE, Refusal.GRANT, Answer.YES),
        (BEFORE, BEFORE, Refusal.REFUGEE_WITH_PROTECTION, Answer.NO),
        (OLD_LAW_ENDED, BEFORE, Refusal.PROTECTION, Answer.NO),
        (BEFORE, OLD_LAW_ENDED, Refusal.PROTECTION, Answer.NO),
        (BEFORE, None, Refusal.PROTECTION, Answer.NO),
    ],
)
def test_the_old_special_permission(
    filed_at: datetime, order_at: datetime | None, refusal: Refusal, answer: Answer
) -> None:
    """Application and order both from before 2024-06-10: the old special permission is examined (78, suppl. 11(1))."""
    assert old_special_permission_must_be_examined(filed_at, order_at, refusal, status_less=True).value is answer


@pytest.mark.parametrize(("status_less", "answer"), [(False, Answer.NO), (None, Answer.UNKNOWN)])
def test_the_old_special_permission_is_for_the_status_less(
    status_less: bool | None,
    answer: Answer,
) -> None:
    """Suppl. 11(1) speaks of the status-less only."""
    found = old_special_permission_must_be_examined(BEFORE, BEFORE, Refusal.GRANT, status_less=status_less)
    assert found.value is answer


@pytest.mark.parametrize("ground", RevocationGround)
@pytest.mark.parametrize("kind", ApplicationKind)
def test_recognition_shall_be_revoked_on_each_ground(kind: ApplicationKind, ground: RevocationGround) -> None:
    """Each item of 61-2-10 leaves no discretion, and without one nothing is revoked."""
    found = recognition_must_be_revoked(kind, frozenset({ground}))
    assert found.value is Answer.YES
    assert found.basis[0].article == f"61-2-10({1 if kind is REFUGEE else 2})({ground})"
    assert recognition_must_be_revoked(kind, frozenset()).value is Answer.NO


@pytest.mark.parametrize("status", StatusFrom)
@pytest.mark.parametrize("ground", RevocationGround)
def test_only_fraud_and_excluded_acts_lead_to_24_x(ground: RevocationGround, status: StatusFrom) -> None:
    """24(x) follows fraud or acts of 1F(a), (c), never cessation, and only the statuses it names or suppl. 7."""
    leads = ground is not RevocationGround.CESSATION and status is not StatusFrom.OTHER
    assert revocation_leads_to_deportation(ground, status).value is (Answer.YES if leads else Answer.NO)
