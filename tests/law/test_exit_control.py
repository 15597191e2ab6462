"""The hold of a departure at exit control."""

from datetime import timedelta

import pytest

from law.enforcement_clocks import EXIT_HOLD
from law.exit_control import HoldGround, hold_is_open, may_be_withheld
from law.finding import Answer
from tests.law.test_removal import jst

MAY_2025 = jst(2025, 5, 15)


@pytest.mark.parametrize("ground", list(HoldGround))
def test_a_hold_rests_on_what_an_authority_notified(ground: HoldGround) -> None:
    """25-2(1): each item, where an authority has notified it and none of its exceptions applies."""
    assert may_be_withheld(ground, notified=True, excepted=False, at=MAY_2025).value is Answer.YES
    unheard = may_be_withheld(ground, notified=False, excepted=False, at=MAY_2025)
    assert unheard.reasons[0].code == "hold_not_notified"
    excepted = may_be_withheld(ground, notified=True, excepted=True, at=MAY_2025)
    assert excepted.reasons[0].code == "hold_excepted"
    assert str(excepted.reasons[0].basis[0]) == f"ICRRA {ground.value}"


def test_a_travel_restriction_holds_nobody_before_its_day() -> None:
    """25-2(1)(i) is in force from 15 May 2025, 00:00; the other items were there before."""
    before = jst(2025, 5, 14, 23)
    restricted = may_be_withheld(HoldGround.TRAVEL_RESTRICTION, notified=True, excepted=False, at=before)
    assert restricted.reasons[0].code == "no_travel_restriction_yet"
    assert may_be_withheld(HoldGround.EXTRADITION, notified=True, excepted=False, at=before).value is Answer.YES


def test_the_24_hours_run_by_the_minute() -> None:
    """From 10:00 on a Saturday until 10:00 on Sunday, not a minute longer, and not before the person's act."""
    began = jst(2025, 3, 22, 10)
    assert EXIT_HOLD.ends_from(began).value == jst(2025, 3, 23, 10)
    minute = timedelta(minutes=1)
    assert hold_is_open(began, began).value is Answer.YES
    assert hold_is_open(began, jst(2025, 3, 23, 10) - minute).value is Answer.YES
    assert hold_is_open(began, jst(2025, 3, 23, 10)).reasons[0].code == "hold_used_up"
    assert hold_is_open(began, began - minute).value is Answer.NO
