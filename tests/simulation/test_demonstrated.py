"""The people of the demonstration who leave: on whatever day it is shown, each stands where the walk begins."""

from datetime import datetime, timedelta

import pytest

from engine.position import Position
from law.enforcement_clocks import PENAL_ORDER_PERIOD
from law.finding import Answer
from law.periods import JST, legal_day
from register.importing import ImportedFile, person_of
from simulation import demonstrated
from tests.simulation.living import DAYS, live

OVER_NEW_YEAR = tuple(datetime(2026, 12, 24, 12, 0, tzinfo=JST) + timedelta(days=day) for day in range(14))
"""Most days are closed, so a working day may lie nine days before the day that is asked for."""


def position(file: ImportedFile, now: datetime) -> Position:
    """Where somebody stands who is imported at an instant, clocks lapsed."""
    return live(file, now)[0].position(person_of(file), now)


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_who_flies_may_be_removed(now: datetime) -> None:
    """Nothing keeps the passengers from being removed, to the country of the flight."""
    for file in (demonstrated.passenger("w-1"), demonstrated.deported_before("w-2")):
        found = position(file, now)
        assert found.may_be_removed(now).value is Answer.YES
        assert found.circumstances.destination is not None
        assert found.circumstances.destination.country == demonstrated.COUNTRY


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_who_was_deported_before_may_land_again_by_now(now: datetime) -> None:
    """The denial of the first removal is over, and stays on record as an earlier departure."""
    (denial,) = position(demonstrated.deported_before("w-1"), now).of("LandingDenial")
    assert (denial.stage.value, denial.state.left.before) == ("over", False)


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_who_stays_is_to_go_where_nobody_is_taken_back(now: datetime) -> None:
    """An order is in force, and nothing lets a penal order beside it stand still."""
    file = demonstrated.nobody_takes_back("w-1")
    found = position(file, now)
    assert found.order_in_force(now) is not None
    assert found.may_be_removed(now).value is Answer.YES
    assert found.circumstances.destination is not None
    assert found.circumstances.destination.country != demonstrated.COUNTRY


@pytest.mark.parametrize("now", [*DAYS, *OVER_NEW_YEAR], ids=str)
def test_a_penal_order_stands_still_with_days_left(now: datetime) -> None:
    """Since the application of 12 days ago: some of its days were spent before, and the others are left."""
    (order,) = position(demonstrated.order_stands_still("w-1"), now).of("PenalOrder")
    (period,) = [clock for clock in order.clocks if clock.rule is PENAL_ORDER_PERIOD]
    moved = [str(entry.movement) for entry in period.ledger]
    assert (order.stage.value, moved) == ("suspended", ["started", "suspended"])
    assert period.days_left is not None
    assert 0 < period.days_left < (period.last_day - period.started_on).days


@pytest.mark.parametrize("now", [*DAYS, *OVER_NEW_YEAR], ids=str)
def test_a_departure_order_can_still_be_kept(now: datetime) -> None:
    """Departure is ordered, and its last day is to come."""
    (order,) = position(demonstrated.about_to_leave("w-1"), now).of("DepartureOrder")
    assert order.stage.value == "ordered"
    assert order.state.deadlines[-1].last_day >= legal_day(now)


@pytest.mark.parametrize("now", [*DAYS, *OVER_NEW_YEAR], ids=str)
def test_a_departure_order_was_missed(now: datetime) -> None:
    """Its last day is past, and a deportation case opened by itself on 24(viii)."""
    found = position(demonstrated.deadline_missed("w-1"), now)
    (order,) = found.of("DepartureOrder")
    assert order.stage.value == "missed"
    grounds = [[each.ground.value for each in case.state.grounds] for case in found.of("Deportation")]
    assert (found.of("Deportation")[-1].stage.value, grounds[-1]) == ("investigated", ["24(viii)"])
