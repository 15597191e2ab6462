"""Work for money: the table DT-07, and what a permission under Sponsorship rests on."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from law.custody import Paragraph, Sponsored
from law.facts import Custody, ProvisionalStayPeriod, Stay, StayKind
from law.finding import Answer
from law.periods import JST
from law.work import WorkFacts, WorkKind, WorkPermit, is_in_force, may_work
from law.work_permission import (
    Supervised,
    WorkApplied,
    WorkJudged,
    is_open_to_work,
    may_be_applied_for,
    may_be_permitted,
)

AT = datetime(2025, 9, 1, 10, tzinfo=JST)
SECOND = timedelta(seconds=1)
BEFORE = AT - timedelta(days=30)
PAID, BUSINESS = WorkKind.PAID_WORK, WorkKind.BUSINESS
NOBODY = WorkFacts(stays=(), custody=Custody.FREE, has_order=False)
SPONSORED = Sponsored("s", Paragraph.LATER_BEFORE_ORDER, BEFORE, BEFORE)
PERMIT = WorkPermit("w", "s", "employer_1", BEFORE, True, True, True)
SUPERVISED = replace(NOBODY, custody=Custody.SPONSORED_BEFORE_ORDER, sponsorships=(SPONSORED,))
WORKING = replace(SUPERVISED, permits=(PERMIT,))
STAY = ProvisionalStayPeriod("p", BEFORE, date(2025, 12, 1))
ON_STAY = replace(NOBODY, provisional_stays=(STAY,))
WORKING_ON_STAY = replace(NOBODY, provisional_stays=(replace(STAY, work_permitted=True),))
STATUS = (Stay(StayKind.STATUS_OF_RESIDENCE, date(2020, 4, 1)),)


TABLE = [
    ("status", replace(NOBODY, stays=STATUS), PAID, Answer.ASK, "as_status_allows", "19(1)"),
    ("status, sponsored", replace(SUPERVISED, stays=STATUS), PAID, Answer.ASK, "as_status_allows", "19(1)"),
    ("stay, business", WORKING_ON_STAY, BUSINESS, Answer.NO, "business_never", "61-2-7(1)"),
    ("stay, none", ON_STAY, PAID, Answer.NO, "work_not_permitted_on_stay", "61-2-7(2)"),
    ("stay, permitted", WORKING_ON_STAY, PAID, Answer.YES, "work_permitted_on_stay", "61-2-7(2)"),
    ("pre, business", WORKING, BUSINESS, Answer.NO, "business_never", "70(1)(ix)"),
    ("pre, none", SUPERVISED, PAID, Answer.NO, "work_not_permitted_under_sponsorship", "70(1)(ix)"),
    ("pre, permitted", WORKING, PAID, Answer.YES, "work_permitted_under_sponsorship", "44-5(1)"),
    (
        "post",
        replace(NOBODY, custody=Custody.SPONSORED_AFTER_ORDER, has_order=True),
        PAID,
        Answer.NO,
        "no_work_after_order",
        "70(1)(x)",
    ),
    (
        "travel-restricted",
        replace(NOBODY, custody=Custody.TRAVEL_RESTRICTED, has_order=True),
        PAID,
        Answer.NO,
        "no_work_under_travel_restriction",
        "70(1)(xii)",
    ),
    (
        "release under a detention order",
        replace(NOBODY, custody=Custody.PROVISIONAL_RELEASE_DETENTION_ORDER),
        PAID,
        Answer.NO,
        "no_work_on_provisional_release",
        "49(3)",
    ),
    (
        "release under the order",
        replace(NOBODY, custody=Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER, has_order=True),
        BUSINESS,
        Answer.NO,
        "no_work_on_provisional_release",
        "48(1)(iv)",
    ),
    (
        "special release",
        replace(NOBODY, custody=Custody.SPECIAL_RELEASE, has_order=True),
        PAID,
        Answer.NO,
        "no_work_on_special_release",
        "48(1)(iv)",
    ),
    (
        "departure order, banned",
        replace(NOBODY, work_banned_by_departure_order=True),
        PAID,
        Answer.NO,
        "banned_by_departure_order",
        "50-52(iv)",
    ),
    (
        "departure order, no ban",
        replace(NOBODY, work_banned_by_departure_order=False),
        PAID,
        Answer.ASK,
        "no_ban_in_departure_order",
        "55-85(3)",
    ),
    ("detained", replace(NOBODY, custody=Custody.DETAINED_DETENTION_ORDER), PAID, Answer.NO, "detained", "39-2(2)"),
    ("order, nothing else", replace(NOBODY, has_order=True), PAID, Answer.NO, "no_work_with_order", "44-8(vi)"),
    ("nothing", NOBODY, PAID, Answer.NO, "no_basis_for_work", "19(1)"),
    ("unknown", replace(NOBODY, stays=None), PAID, Answer.UNKNOWN, "stay_not_on_record", "19(1)"),
]


@pytest.mark.parametrize(("situation", "facts", "kind", "answer", "code", "article"), TABLE, ids=str)
def test_the_table_of_work(
    situation: str, facts: WorkFacts, kind: WorkKind, answer: Answer, code: str, article: str
) -> None:
    """Every row of DT-07, and what lies between them, with its reason and its article."""
    found = may_work(facts, kind, AT)
    assert (found.value, [reason.code for reason in found.reasons]) == (answer, [code]), situation
    assert article in {citation.article for citation in found.basis}


def test_the_order_ends_the_work_in_its_instant() -> None:
    """A permission that ends with the order at 10:00 is in force a second before, and not at 10:00 (44-8(vi))."""
    ended = replace(
        WORKING,
        has_order=True,
        custody=Custody.FREE,
        sponsorships=(replace(SPONSORED, ended_at=AT),),
        permits=(replace(PERMIT, ended_at=AT),),
    )
    assert may_work(ended, PAID, AT).reasons[0].code == "no_work_with_order"
    assert is_in_force(ended.permits[0], AT - SECOND)
    assert not is_in_force(ended.permits[0], AT)
    assert may_work(replace(ended, has_order=False), PAID, AT - SECOND).value is Answer.YES


def test_the_employer_named_and_no_other() -> None:
    """Work with another body than the one named needs a new permission."""
    assert may_work(WORKING, PAID, AT, "employer_1").value is Answer.YES
    assert may_work(WORKING, PAID, AT, "employer_2").reasons[0].code == "other_employer"


def test_a_sponsorship_that_awaits_its_deposit_carries_no_work() -> None:
    """Decided and not placed: nothing holds yet on which work could be allowed."""
    waiting = replace(WORKING, custody=Custody.FREE, sponsorships=(replace(SPONSORED, placed_at=None),))
    assert may_work(waiting, PAID, AT).reasons[0].code == "no_basis_for_work"


def test_before_travel_restrictions_existed_the_word_means_nothing() -> None:
    """The row on travel restrictions applies from 15 May 2025 00:00."""
    facts = replace(NOBODY, custody=Custody.TRAVEL_RESTRICTED, has_order=True)
    first = datetime(2025, 5, 15, tzinfo=JST)
    assert may_work(facts, PAID, first).reasons[0].code == "no_work_under_travel_restriction"
    assert may_work(facts, PAID, first - SECOND).reasons[0].code == "no_work_with_order"


PERSON = Supervised((SPONSORED,), (), has_order=False, custody=Custody.SPONSORED_BEFORE_ORDER)


@pytest.mark.parametrize(
    ("person", "answer", "code"),
    [
        (PERSON, Answer.YES, None),
        (replace(PERSON, has_order=True), Answer.NO, "order_issued"),
        (replace(PERSON, is_travel_restricted=True), Answer.NO, "travel_restricted"),
        (replace(PERSON, sponsorships=()), Answer.NO, "not_under_sponsorship_before_order"),
        (
            replace(PERSON, sponsorships=(replace(SPONSORED, placed_at=None),)),
            Answer.NO,
            "not_under_sponsorship_before_order",
        ),
        (
            replace(PERSON, sponsorships=(replace(SPONSORED, ended_at=AT),)),
            Answer.NO,
            "not_under_sponsorship_before_order",
        ),
        (
            replace(PERSON, sponsorships=(replace(SPONSORED, paragraph=Paragraph.LATER_AFTER_ORDER),)),
            Answer.NO,
            "not_under_sponsorship_before_order",
        ),
        (replace(PERSON, stays=None), Answer.UNKNOWN, "stay_not_on_record"),
        (replace(PERSON, stays=STATUS), Answer.NO, "status_decides_on_work"),
    ],
)
def test_who_may_apply(person: Supervised, answer: Answer, code: str | None) -> None:
    """Only somebody under Sponsorship before the order that has taken hold, without a status (44-5(1))."""
    found = is_open_to_work(person, AT)
    assert (found.value, [reason.code for reason in found.reasons]) == (answer, [code] if code else [])


APPLIED = WorkApplied(PAID, in_person=True, sponsor_consents=True, proof_of_need=True, proof_of_amount=True)


@pytest.mark.parametrize(
    ("wanting", "code"),
    [
        (replace(APPLIED, kind=BUSINESS), "business_never"),
        (replace(APPLIED, in_person=False), "not_in_person"),
        (replace(APPLIED, sponsor_consents=False), "sponsor_does_not_consent"),
        (replace(APPLIED, proof_of_need=False), "work_proof_missing"),
        (replace(APPLIED, proof_of_amount=False), "work_proof_missing"),
    ],
)
def test_what_an_application_needs(wanting: WorkApplied, code: str) -> None:
    """Each requirement of 44-5(1) and Ord. 36-7(1) by itself stands against the application."""
    assert may_be_applied_for(APPLIED).value is Answer.YES
    assert [reason.code for reason in may_be_applied_for(wanting).reasons] == [code]


JUDGED = WorkJudged(needed_for_living=True, within_living_needs=True, appropriate=True, employment_contract=True)


@pytest.mark.parametrize(
    ("judged", "answer", "code"),
    [
        (JUDGED, Answer.YES, None),
        (replace(JUDGED, needed_for_living=False), Answer.NO, "not_needed_for_living"),
        (replace(JUDGED, within_living_needs=False), Answer.NO, "beyond_living_needs"),
        (replace(JUDGED, appropriate=False), Answer.NO, "work_not_appropriate"),
        (replace(JUDGED, employment_contract=False), Answer.NO, "no_employment_contract"),
        (replace(JUDGED, appropriate=None), Answer.ASK, "work_to_be_weighed"),
    ],
)
def test_what_a_permission_rests_on(judged: WorkJudged, answer: Answer, code: str | None) -> None:
    """Need, extent, appropriateness and the contract; what nobody judged is asked (44-5(1))."""
    found = may_be_permitted(judged)
    assert (found.value, [reason.code for reason in found.reasons]) == (answer, [code] if code else [])
