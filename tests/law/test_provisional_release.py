"""Provisional release: which law, who may ask, who may be released, on what terms, and what a revocation costs."""

from datetime import date, datetime, timedelta

import pytest

from law.custody_clocks import PROVISIONAL_RELEASE
from law.facts import Custody
from law.finding import Answer
from law.money import Yen
from law.periods import JST
from law.provisional_release import (
    ReleaseCondition,
    ReleaseFacts,
    ReleaseLaw,
    ReleaseReason,
    Requester,
    Way,
    came_by_the_counter,
    conditions,
    doctor_is_to_be_heard,
    is_open_to_release,
    law_of_release,
    may_be_released,
    may_request,
    permit_must_be_carried,
    prolongs,
)
from law.provisional_release_end import (
    ReleaseBreach,
    deposit_may_be_set,
    forfeits,
    is_punishable,
    may_be_revoked,
)

COMMENCEMENT = datetime(2024, 6, 10, tzinfo=JST)
MINUTE = timedelta(minutes=1)
LATER = datetime(2024, 7, 1, 9, tzinfo=JST)


def test_the_law_of_the_request_decides_to_the_minute() -> None:
    """A request of 9 June 2024 23:59 stays under the old law whenever decided, one of 10 June 00:00 does not."""
    assert law_of_release(COMMENCEMENT - MINUTE, LATER) is ReleaseLaw.OLD
    assert law_of_release(COMMENCEMENT, LATER) is ReleaseLaw.NEW
    assert law_of_release(None, COMMENCEMENT - MINUTE) is ReleaseLaw.OLD
    assert law_of_release(None, COMMENCEMENT) is ReleaseLaw.NEW


@pytest.mark.parametrize("requester", Requester)
def test_who_may_ask(requester: Requester) -> None:
    """The six that 54(1) names may ask, and nobody else."""
    assert (may_request(requester).value is Answer.YES) is (requester is not Requester.OTHER)


CODES = {
    Custody.FREE: "not_detained_under_an_order",
    Custody.EMERGENCY_DETAINED: "no_order_issued",
    Custody.SPONSORED_BEFORE_ORDER: "under_sponsorship",
    Custody.PROVISIONAL_RELEASE_DETENTION_ORDER: "released_already",
    Custody.SPONSORED_AFTER_ORDER: "under_sponsorship",
    Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER: "released_already",
    Custody.SPECIAL_RELEASE: "specially_released",
    Custody.SET_FREE_IN_DISASTER: "not_detained_under_an_order",
    Custody.CRIMINAL_CUSTODY: "not_detained_under_an_order",
    Custody.TRAVEL_RESTRICTED: "not_detained_under_an_order",
}


@pytest.mark.parametrize("custody", Custody)
def test_only_detention_under_an_issued_order_can_be_lifted(custody: Custody) -> None:
    """Of all twelve places on the axis only the two detentions under an order are open to release (54(1))."""
    found = is_open_to_release(custody)
    held = custody in (Custody.DETAINED_DETENTION_ORDER, Custody.DETAINED_DEPORTATION_ORDER)
    assert (found.value is Answer.YES) is held
    assert [reason.code for reason in found.reasons] == ([] if held else [CODES[custody]])
    assert all(reason.basis and reason.remedy for reason in found.reasons)


@pytest.mark.parametrize("reason", [None, *ReleaseReason])
@pytest.mark.parametrize("appropriate", [None, False, True])
def test_the_table_of_release(reason: ReleaseReason | None, appropriate: bool | None) -> None:
    """DT-14: a reason and appropriate, may; a reason and not, no; no reason, no and Sponsorship; the old law weighs."""
    found = may_be_released(ReleaseFacts(ReleaseLaw.NEW, reason, appropriate))
    judged = {None: Answer.ASK, False: Answer.NO, True: Answer.YES}[appropriate]
    assert found.value is (Answer.NO if reason is None else judged)
    if reason is None:
        assert "Sponsorship" in found.reasons[0].remedy
    assert may_be_released(ReleaseFacts(ReleaseLaw.OLD, reason, appropriate)).value is judged


def test_the_doctor_is_heard_on_a_request_for_health_under_the_new_law() -> None:
    """54(8) reaches requests for reasons of health; what is decided under the old law it does not reach."""
    health = frozenset({ReleaseReason.HEALTH, ReleaseReason.LIKE})
    assert doctor_is_to_be_heard(ReleaseLaw.NEW, health)
    assert not doctor_is_to_be_heard(ReleaseLaw.OLD, health)
    assert not doctor_is_to_be_heard(ReleaseLaw.NEW, frozenset({ReleaseReason.HUMANITARIAN}))


@pytest.mark.parametrize("missing", [each for each in ReleaseCondition if each is not ReleaseCondition.OTHER])
def test_each_condition_of_the_ordinance_is_set(missing: ReleaseCondition) -> None:
    """Residence, range, appearance and the ban on paid work are always set; a missing one is named by its item."""
    assert conditions(frozenset(ReleaseCondition) - {ReleaseCondition.OTHER}).value is Answer.YES
    found = conditions(frozenset(ReleaseCondition) - {missing})
    assert found.value is Answer.NO
    assert missing.value in {citation.article for citation in found.basis}


@pytest.mark.parametrize(
    ("granted", "longest"),
    [
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2024, 11, 30), date(2025, 2, 28)),
        (date(2025, 2, 28), date(2025, 5, 31)),
        (date(2024, 9, 30), date(2024, 12, 31)),
        (date(2025, 4, 30), date(2025, 7, 31)),
        (date(2024, 2, 29), date(2024, 5, 31)),
    ],
)
def test_three_months_by_the_civil_code(granted: date, longest: date) -> None:
    """The first counted day is the day after the grant; from 28 February 2025 three months end on 31 May."""
    assert PROVISIONAL_RELEASE.maximum is not None
    assert PROVISIONAL_RELEASE.maximum.last_day_of(granted) == longest


def test_what_prolongs() -> None:
    """An extension ends on a later working day that has not passed."""
    last, today = date(2025, 3, 31), date(2025, 3, 3)
    assert prolongs(last, date(2025, 6, 30), today).value is Answer.YES
    assert prolongs(last, last, today).reasons[0].code == "prolongs_nothing"
    assert prolongs(date(2025, 2, 27), date(2025, 3, 1), today).reasons[0].code == "prolongs_nothing"
    assert prolongs(last, date(2025, 6, 28), today).reasons[0].code == "closed_day"


def test_a_request_for_extension_comes_by_the_counter() -> None:
    """By post none is received."""
    assert came_by_the_counter(Way.COUNTER).value is Answer.YES
    assert came_by_the_counter(Way.POST).reasons[0].code == "not_by_post"


def test_who_carries_the_permit() -> None:
    """Under the new law from sixteen on; never for a release of the old law, whenever it was granted (suppl. 6)."""
    assert permit_must_be_carried(ReleaseLaw.NEW, under_sixteen=False).value is Answer.YES
    assert permit_must_be_carried(ReleaseLaw.NEW, under_sixteen=True).value is Answer.NO
    assert permit_must_be_carried(ReleaseLaw.OLD, under_sixteen=False).value is Answer.NO


@pytest.mark.parametrize(
    ("law", "deposit", "code"),
    [
        (ReleaseLaw.NEW, None, None),
        (ReleaseLaw.NEW, Yen(0), "no_deposit"),
        (ReleaseLaw.NEW, Yen(100_000), "no_deposit"),
        (ReleaseLaw.OLD, None, "deposit_missing"),
        (ReleaseLaw.OLD, Yen(0), None),
        (ReleaseLaw.OLD, Yen(3_000_000), None),
        (ReleaseLaw.OLD, Yen(3_000_001), "deposit_beyond_maximum"),
    ],
)
def test_a_deposit_is_of_the_old_law_alone(law: ReleaseLaw, deposit: Yen | None, code: str | None) -> None:
    """The new law knows none; the old one asks for one, of at most 3,000,000 yen."""
    found = deposit_may_be_set(law, deposit)
    assert [reason.code for reason in found.reasons] == ([code] if code else [])
    assert (found.value is Answer.YES) is (code is None)


def test_a_revocation_names_a_fact() -> None:
    """Any fact of 55(1) carries a revocation; none does not."""
    assert all(may_be_revoked(frozenset({each})).value is Answer.YES for each in ReleaseBreach)
    assert may_be_revoked(frozenset()).value is Answer.NO


def test_flight_and_non_appearance_are_punishable() -> None:
    """72(vi) names flight and unexcused non-appearance, not the suspicion of flight nor another breach."""
    assert {each for each in ReleaseBreach if is_punishable(frozenset({each}))} == {
        ReleaseBreach.FLED,
        ReleaseBreach.DID_NOT_APPEAR,
    }


FLED = frozenset({ReleaseBreach.FLED})
SUSPECTED = frozenset({ReleaseBreach.FLIGHT_SUSPECTED})


@pytest.mark.parametrize(
    ("breaches", "paid", "forfeited", "code"),
    [
        (FLED, 500_000, 500_000, None),
        (FLED, 500_000, 499_999, "whole_forfeited"),
        (FLED, 500_000, None, "whole_forfeited"),
        (FLED | SUSPECTED, 500_000, 500_000, None),
        (SUSPECTED, 500_000, 1, None),
        (SUSPECTED, 500_000, 499_999, None),
        (SUSPECTED, 500_000, 500_000, "part_forfeited"),
        (SUSPECTED, 500_000, 0, "part_forfeited"),
        (SUSPECTED, 500_000, None, "part_forfeited"),
        (FLED, 0, None, None),
        (FLED, 0, 1, "no_deposit_held"),
    ],
)
def test_forfeiture_of_the_old_law(
    breaches: frozenset[ReleaseBreach], paid: int, forfeited: int | None, code: str | None
) -> None:
    """Flight and non-appearance forfeit all, any other ground a part; without a deposit nothing is forfeited."""
    found = forfeits(breaches, Yen(paid), None if forfeited is None else Yen(forfeited))
    assert [reason.code for reason in found.reasons] == ([code] if code else [])
