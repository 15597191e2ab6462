"""Ladders: which clocks are alarmed before their end, and to whom."""

from datetime import timedelta

import pytest

from law.clock_rule import ClockRule, Danger
from law.clocks import CLOCKS
from law.finding import Answer
from law.ladders import LADDERS, OVERDUE, Audience, Rung, may_note
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


def test_an_overdue_duty_reaches_the_supervisor() -> None:
    """On its last day the officers, when it is over the supervisor."""
    assert [rung.audience for rung in OVERDUE] == [Audience.OFFICER, Audience.SUPERVISOR]


@pytest.mark.parametrize("role", Role)
def test_who_takes_note_of_a_supervisors_alarm(role: Role) -> None:
    """Those who supervise, and nobody below them; an alarm for officers is anybody's who reads the case."""
    supervises = role in {
        Role.SUPERVISING_IMMIGRATION_INSPECTOR, Role.REGIONAL_BUREAU_HEAD, Role.CENTRE_DIRECTOR, Role.COMMISSIONER,
        Role.MINISTER,
    }  # fmt: skip
    assert (may_note(Audience.SUPERVISOR, {role}).value is Answer.YES) is supervises
    assert may_note(Audience.OFFICER, {role}).value is Answer.YES
