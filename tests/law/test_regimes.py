"""The law in force on a day, and the transitional provisions."""

from datetime import date, datetime, time, timedelta

import pytest

from law.clocks import CLOCKS
from law.facts import Application, ApplicationKind, Material
from law.finding import Answer
from law.periods import JST
from law.policies import POINTS, point
from law.recognition import GrantFacts, grant_must_follow
from law.regimes import DAYS_OF_CHANGE
from law.removal import RemovalFacts, may_be_removed, rows
from law.suspension import Applicant, suspensive_effect


def test_the_days_of_change_are_those_of_the_statutes() -> None:
    """Each change of the law that is modelled begins on the day of its commencement, in order (LAW §13)."""
    assert (
        date(2023, 12, 1),  # complementary protection: Act 56 of 2023, suppl. 1(ii)
        date(2024, 6, 10),  # the main commencement
        date(2024, 12, 12),  # the drug laws renamed
        date(2025, 5, 15),  # travel restriction: suppl. 20
        date(2025, 6, 1),  # imprisonment: suppl. 19
    ) == DAYS_OF_CHANGE


@pytest.mark.parametrize("day", [day + shift for day in DAYS_OF_CHANGE for shift in (timedelta(0), timedelta(days=-1))])
def test_every_rule_answers_on_every_day_of_change_and_the_day_before(day: date) -> None:
    """No rule is without an answer, or with two, around a change of the law."""
    at = datetime.combine(day, time(12), JST)
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
