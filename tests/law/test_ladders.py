"""Ladders: which clocks are alarmed before their end, and to whom."""

from datetime import date, timedelta

import pytest

from law.clock_rule import ClockRule, Danger
from law.clocks import CLOCKS
from law.finding import Answer
from law.holidays import next_working_day
from law.ladders import LADDERS, Audience, Rung, duties_alarmed, may_note
from law.ledger import overdue_after
from law.policies import PROMPTLY
from law.powers import Role

OF_CUSTODY = [rule for rule in CLOCKS.values() if rule.danger is Danger.CUSTODY]


@pytest.mark.parametrize("rule", OF_CUSTODY, ids=lambda rule: rule.name)
def test_no_clock_of_custody_runs_out_unannounced(rule: ClockRule) -> None:
    """Whatever is at stake for somebody's liberty is alarmed before its end."""
    assert LADDERS.get(rule.name)


def test_every_ladder_belongs_to_a_clock() -> None:
    """A ladder without its clock would never ring."""
    assert LADDERS.keys() <= CLOCKS.keys()


@pytest.mark.parametrize("name", sorted(LADDERS))
def test_the_nearer_the_end_the_higher(name: str) -> None:
    """Rungs come one after the other, before the end, and an officer is told before a supervisor."""
    ladder = LADDERS[name]
    assert [rung.before for rung in ladder] == sorted({rung.before for rung in ladder}, reverse=True)
    assert ladder[-1].before > timedelta(0)
    assert ladder[0].audience is Audience.OFFICER
    assert sorted(ladder, key=_height) == list(ladder)


def _height(rung: Rung) -> int:
    return (Audience.OFFICER, Audience.SUPERVISOR).index(rung.audience)


OWED_ON_A_THURSDAY = overdue_after(date(2025, 1, 9), PROMPTLY)
"""Day 1 is Friday the 10th; Monday the 13th is a holiday: day 2 is Tuesday the 14th, day 3 Wednesday the 15th."""


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2025, 1, 9), []),
        (date(2025, 1, 10), []),
        (date(2025, 1, 11), [Audience.OFFICER]),
        (date(2025, 1, 15), [Audience.OFFICER]),
        (date(2025, 1, 16), [Audience.OFFICER, Audience.SUPERVISOR]),
    ],
)
def test_a_duty_owed_promptly_is_alerted_after_one_working_day(today: date, told: list[Audience]) -> None:
    """Officers when Friday the 10th is over, their supervisors when Wednesday the 15th is (A-02)."""
    assert date(2025, 1, 15) == OWED_ON_A_THURSDAY
    assert [who for until, who in duties_alarmed(today, PROMPTLY) if until >= OWED_ON_A_THURSDAY] == told


def test_a_duty_with_a_day_is_alarmed_on_it_and_when_it_is_over() -> None:
    """On its last day the officers, from the next day on the supervisor, holiday or not."""
    today, yesterday = date(2025, 1, 13), date(2025, 1, 12)
    assert duties_alarmed(today) == ((today, Audience.OFFICER), (yesterday, Audience.SUPERVISOR))


def test_counted_from_either_end_the_alert_is_the_same() -> None:
    """Whatever day a duty is owed from, it is alerted from the day after its one working day on, and not before."""
    for start in (date(2024, 12, 20) + timedelta(days=number) for number in range(40)):
        one = next_working_day(start + timedelta(days=1))
        for today in (one + timedelta(days=number) for number in range(-12, 12)):
            (until, _), _ = duties_alarmed(today, PROMPTLY)
            assert (until >= overdue_after(start, PROMPTLY)) is (today > one)


@pytest.mark.parametrize("role", Role)
def test_who_takes_note_of_a_supervisors_alarm(role: Role) -> None:
    """Those who supervise, and nobody below them; an alarm for officers is anybody's who reads the case."""
    supervises = role in {
        Role.SUPERVISING_IMMIGRATION_INSPECTOR, Role.REGIONAL_BUREAU_HEAD, Role.CENTRE_DIRECTOR, Role.COMMISSIONER,
        Role.MINISTER,
    }  # fmt: skip
    assert (may_note(Audience.SUPERVISOR, {role}).value is Answer.YES) is supervises
    assert may_note(Audience.OFFICER, {role}).value is Answer.YES
