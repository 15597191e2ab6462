"""The law in force on a day, and the transitional provisions."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from law.citation import SUPPL
from law.facts import Application, ApplicationKind, Ending, Material
from law.finding import Answer
from law.periods import JST
from law.regimes import (
    DAYS_OF_CHANGE,
    REGIMES,
    SINCE_EVER,
    Dated,
    Feature,
    Regime,
    Version,
    differences,
    exceptions_to_suspension_apply,
    is_before_commencement,
    must_be_told_of_exceptions,
    old_provisional_stay_rules_apply,
    old_special_permission_applies,
    regime_on,
    work_ban_applies,
)

BEFORE = datetime(2024, 6, 9, 23, 59, 59, tzinfo=JST)
SINCE = datetime(2024, 6, 10, tzinfo=JST)


@pytest.mark.parametrize(
    ("first_day", "before", "since"),
    [
        (date(2023, 12, 1), Regime.R0, Regime.R1),
        (date(2024, 6, 10), Regime.R1, Regime.R2),
        (date(2025, 5, 15), Regime.R2, Regime.R3),
        (date(2025, 6, 1), Regime.R3, Regime.R4),
    ],
)
def test_regimes_change_at_midnight_of_their_first_day(first_day: date, before: Regime, since: Regime) -> None:
    """The day before belongs to the old regime, the first day to the new one."""
    assert (regime_on(first_day - timedelta(days=1)), regime_on(first_day)) == (before, since)


def test_days_of_change_are_all_known() -> None:
    """The days of change are in order and contain the first day of every regime."""
    assert list(DAYS_OF_CHANGE) == sorted(set(DAYS_OF_CHANGE))
    assert {version.first_day for version in REGIMES.versions[1:]} <= set(DAYS_OF_CHANGE)


def test_regimes_only_add() -> None:
    """Each regime has all that the one before had, and something more; the travel restriction came with R3."""
    features = [differences(regime) for regime in Regime]
    assert all(earlier < later for earlier, later in pairwise(features))
    assert differences(Regime.R1) == {Feature.COMPLEMENTARY_PROTECTION}
    assert differences(Regime.R3) - differences(Regime.R2) == {Feature.TRAVEL_RESTRICTION}
    assert differences(Regime.R4) == set(Feature)


def test_exactly_one_version_is_in_force() -> None:
    """A rule without a version for the oldest days, with two on one day, or out of order cannot be written."""
    first, second = Version(SINCE_EVER, 1), Version(date(2024, 6, 10), 2)
    assert Dated((first, second)).in_force(date(2024, 6, 9)) == 1
    assert Dated((first, second)).version_on(date(2024, 6, 10)) is second
    for wrong in ((), (second,), (first, second, second), (first, Version(date(2025, 1, 1), 3), second)):
        with pytest.raises(ValueError, match="version"):
            Dated(wrong)


def test_commencement_is_midnight_in_japan() -> None:
    """15:00 UTC of 9 June 2024 is commencement, the second before is not, and a naive instant is neither."""
    assert is_before_commencement(datetime(2024, 6, 9, 14, 59, 59, tzinfo=UTC)).value
    assert not is_before_commencement(datetime(2024, 6, 9, 15, tzinfo=UTC)).value
    with pytest.raises(ValueError, match="no time zone"):
        is_before_commencement(datetime.fromisoformat("2024-06-10"))


def test_exceptions_reach_only_later_applications() -> None:
    """An application filed before commencement keeps the absolute suspension (suppl. 15(1))."""
    assert exceptions_to_suspension_apply(BEFORE).value is Answer.NO
    assert exceptions_to_suspension_apply(SINCE).value is Answer.YES
    assert SUPPL("15(1)") in exceptions_to_suspension_apply(SINCE).basis


@pytest.mark.parametrize(
    ("filed_at", "ordered_at", "answer"),
    [(BEFORE, BEFORE, Answer.YES), (BEFORE, SINCE, Answer.NO), (SINCE, BEFORE, Answer.NO), (BEFORE, None, Answer.NO)],
)
def test_old_special_permission(filed_at: datetime, ordered_at: datetime | None, answer: Answer) -> None:
    """The old special permission needs application and deportation order both before commencement (suppl. 11(1))."""
    found = old_special_permission_applies(filed_at, ordered_at)
    assert found.value is answer
    assert SUPPL("11(1)") in found.basis


def test_provisional_stay_keeps_the_law_of_its_permission() -> None:
    """A permission of before keeps its conditions and knows no work ban (suppl. 12, 13)."""
    assert old_provisional_stay_rules_apply(BEFORE).value is Answer.YES
    assert work_ban_applies(BEFORE).value is Answer.NO
    assert old_provisional_stay_rules_apply(SINCE).value is Answer.NO
    assert work_ban_applies(SINCE).value is Answer.YES


def earlier(ended: Ending | None, filed_at: datetime = BEFORE, ended_at: datetime | None = BEFORE) -> Application:
    """An earlier application that ended as said."""
    return Application("case", ApplicationKind.REFUGEE, filed_at, Material.NONE, ended, ended_at)


@pytest.mark.parametrize(
    ("filed_at", "applications", "answer"),
    [
        (SINCE, [earlier(Ending.REVIEW_REFUSED), earlier(Ending.NO_REVIEW_IN_TIME)], Answer.YES),
        (SINCE, [earlier(Ending.REVIEW_REFUSED), earlier(Ending.REVIEW_WITHDRAWN)], Answer.YES),
        (SINCE, [earlier(Ending.REVIEW_REFUSED)], Answer.NO),
        (SINCE, [earlier(Ending.REVIEW_REFUSED), earlier(Ending.APPLICATION_WITHDRAWN)], Answer.NO),
        (SINCE, [earlier(Ending.REVIEW_REFUSED), earlier(Ending.REVIEW_REFUSED, ended_at=SINCE)], Answer.NO),
        (SINCE, [earlier(Ending.REVIEW_REFUSED), earlier(None, ended_at=None)], Answer.NO),
        (BEFORE, [earlier(Ending.REVIEW_REFUSED), earlier(Ending.REVIEW_REFUSED)], Answer.NO),
    ],
)
def test_who_must_be_told(filed_at: datetime, applications: list[Application], answer: Answer) -> None:
    """The duty to tell needs two applications filed and ended by (i) or (ii) before commencement (suppl. 15(4))."""
    assert must_be_told_of_exceptions(filed_at, applications).value is answer
