"""LAW §17.3, C26: who may be let land for temporary refuge, for how long, and how it is on record meanwhile."""

from datetime import date, datetime, timedelta

import pytest

from law.clock_rule import DesignationError
from law.enforcement_clocks import TEMPORARY_REFUGE
from law.facts import Ground, Stay, StayKind
from law.finding import Answer
from law.periods import JST, end_of, start_of
from law.stays import WITH_STATUS, AwaitedGround, GivenStay, TakenStatus, has_not_arisen, stays_as, together
from law.temporary_refuge import Limb, RefugeLanding, is_unexpired, landing_may_be_permitted


@pytest.mark.parametrize(
    ("limb", "appropriate", "on", "answer", "code"),
    [
        (Limb.DANGER, True, date(2023, 11, 30), Answer.YES, ""),
        (Limb.PERSECUTION, True, date(2023, 11, 30), Answer.NO, "limb_not_yet_law"),
        (Limb.PERSECUTION, True, date(2023, 12, 1), Answer.YES, ""),
        (None, True, date(2025, 6, 2), Answer.NO, "no_flight_from_danger"),
        (Limb.DANGER, False, date(2025, 6, 2), Answer.NO, "landing_not_appropriate"),
        (Limb.DANGER, None, date(2025, 6, 2), Answer.UNKNOWN, "appropriateness_not_judged"),
    ],
)
def test_one_limb_and_appropriateness(
    limb: Limb | None, appropriate: bool | None, on: date, answer: Answer, code: str
) -> None:
    """18-2(1): both items must be met; limb (ro) is law from 2023-12-01, the day before it is not."""
    found = landing_may_be_permitted(limb, appropriate=appropriate, on=on)
    assert (found.value, [reason.code for reason in found.reasons]) == (answer, [code] if code else [])
    assert all(reason.remedy for reason in found.reasons)


@pytest.mark.parametrize(
    ("permitted", "longest"),
    [
        # 10 June: day 1 is the 11th, six months end with 10 December
        (date(2025, 6, 10), date(2025, 12, 10)),
        # 31 August: day 1 is 1 September, six whole months end with 28 February, in a leap year with the 29th
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        # 29 August: day 1 is the 30th, February has none: its last day
        (date(2025, 8, 29), date(2026, 2, 28)),
        # over the New Year, ending on a Sunday, which may be written (nobody has to come to an office)
        (date(2025, 9, 14), date(2026, 3, 14)),
    ],
)
def test_at_most_six_months_on_any_day(permitted: date, longest: date) -> None:
    """C26: the last day lies at most six months ahead, and may be a closed day."""
    assert TEMPORARY_REFUGE.designated(permitted, longest).value == end_of(longest)
    with pytest.raises(DesignationError):
        TEMPORARY_REFUGE.designated(permitted, longest + timedelta(days=1))


def test_a_permit_covers_its_last_day_to_the_end() -> None:
    """Unexpired from the permission to 24:00 of the last day, unless it ended before."""
    at = datetime(2025, 6, 10, 9, tzinfo=JST)
    landing = RefugeLanding("c", at, date(2025, 12, 10), bans_work=True)
    assert not is_unexpired(landing, at - timedelta(seconds=1))
    assert is_unexpired(landing, at)
    assert is_unexpired(landing, end_of(date(2025, 12, 10)) - timedelta(seconds=1))
    assert not is_unexpired(landing, end_of(date(2025, 12, 10)))
    early = RefugeLanding("c", at, date(2025, 12, 10), bans_work=True, ended_at=at + timedelta(days=1))
    assert not is_unexpired(early, at + timedelta(days=1))


STATUS = Stay(StayKind.STATUS_OF_RESIDENCE, date(2024, 4, 1), date(2027, 3, 31))
REFUGE = Stay(StayKind.TEMPORARY_REFUGE, date(2025, 6, 10), date(2025, 12, 10))
NOON = datetime(2025, 7, 1, 12, tzinfo=JST)


def holds(stays: tuple[Stay, ...] | None, at: datetime) -> bool:
    """Whether the person is not status-less."""
    return stays is not None and stays_as(WITH_STATUS, stays, at)


def test_a_revoked_status_ends_at_the_instant_of_service() -> None:
    """Written until March 2027, revoked on 1 July 2025 at noon: held to the second before, never again after it."""
    stays = together((STATUS,), (), (TakenStatus("c", NOON),))
    assert holds(stays, NOON - timedelta(seconds=1))
    assert not holds(stays, NOON)
    assert not holds(stays, NOON + timedelta(days=300))


def test_a_revocation_at_midnight_leaves_the_day_before_whole() -> None:
    """Deemed served at the end of 14 March: the status covers that day to its end, and not 15 March."""
    midnight = start_of(date(2025, 3, 15))
    stays = together((STATUS,), (), (TakenStatus("c", midnight),))
    assert stays is not None
    assert stays[0].until == date(2025, 3, 14)
    assert holds(stays, midnight - timedelta(seconds=1))
    assert not holds(stays, midnight)


def test_a_status_obtained_later_and_other_stays_are_not_touched() -> None:
    """The revocation ends the status held then, neither a later one nor special permanent residence."""
    later = Stay(StayKind.STATUS_OF_RESIDENCE, date(2025, 10, 1))
    special = Stay(StayKind.SPECIAL_PERMANENT_RESIDENT, date(2000, 1, 1))
    over = Stay(StayKind.STATUS_OF_RESIDENCE, date(2020, 1, 1), date(2023, 1, 1))
    stays = together((over, STATUS, later, special), (), (TakenStatus("c", NOON),))
    assert stays is not None
    assert (stays[0], stays[2], stays[3]) == (over, later, special)
    assert holds((stays[2],), NOON + timedelta(days=100))


def test_a_given_stay_is_on_record_without_anybody_recording_it() -> None:
    """Who landed for refuge stays so though nothing was recorded; beside a record both count."""
    given = (GivenStay("c", REFUGE),)
    assert together(None, given, ()) == (REFUGE,)
    assert together((), given, ()) == (REFUGE,)
    assert together((REFUGE,), given, ()) == (REFUGE,)
    assert together(None, (), ()) is None
    assert together(None, (), (TakenStatus("c", NOON),)) is None
    assert holds(together(None, given, ()), end_of(date(2025, 12, 10)) - timedelta(seconds=1))
    assert not holds(together(None, given, ()), end_of(date(2025, 12, 10)))


def test_a_ground_that_waits_for_a_period_has_not_arisen() -> None:
    """While the period runs the item is not there; once one such period is over it is, whatever else runs."""
    runs, over = AwaitedGround("a", Ground.II_4, NOON), AwaitedGround("b", Ground.II_4, NOON - timedelta(days=9))
    before = NOON - timedelta(seconds=1)
    assert has_not_arisen({Ground.II_4, Ground.I}, (runs,), before)
    assert not has_not_arisen({Ground.II_4}, (runs,), NOON)
    assert not has_not_arisen({Ground.II_4}, (runs, over), before)
    assert not has_not_arisen({Ground.II_4}, (runs, over), over.arises_at), "in the first instant after its period"
    assert not has_not_arisen({Ground.IV_RO}, (runs,), before)
