"""The law in force on a day, and the transitional provisions."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from law.clocks import CLOCKS
from law.facts import Application, ApplicationKind, Material
from law.finding import Answer
from law.periods import JST
from law.policies import POINTS, point
from law.recognition import GrantFacts, grant_must_follow
from law.regimes import (
    DAYS_OF_CHANGE,
    REGIMES,
    SINCE_EVER,
    Dated,
    Feature,
    Regime,
    Version,
    differences,
    regime_on,
)
from law.removal import RemovalFacts, may_be_removed, rows
from law.suspension import Applicant, suspensive_effect


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


@pytest.mark.parametrize("day", [day + shift for day in DAYS_OF_CHANGE for shift in (timedelta(0), timedelta(days=-1))])
def test_every_rule_answers_on_every_day_of_change_and_the_day_before(day: date) -> None:
    """No rule is without an answer, or with two, around a change of the law."""
    at = datetime.combine(day, time(12), JST)
    assert regime_on(day) in Regime
    application = Application("case", ApplicationKind.REFUGEE, at - timedelta(hours=1), Material.NONE)
    applicant = Applicant((), None, (), security_ground=False, applications=(application,))
    assert suspensive_effect(applicant, application, at).value is Answer.YES
    facts = RemovalFacts((), (), applicant, (), (), (), (), None, None)
    numbers = [row.number for row in rows(facts, at)]
    assert numbers == sorted(numbers)
    assert may_be_removed(facts, at).value is Answer.NO
    periods = [rule for rule in CLOCKS.values() if rule.period is not None]
    assert all((rule.ends_from(at) if rule.in_hours else rule.ends(day)).value > at for rule in periods)
    assert grant_must_follow(GrantFacts(True, True, False, ()), day).value is Answer.YES
    assert all(point(one.id, max(day, one.since)) is one for one in POINTS)
