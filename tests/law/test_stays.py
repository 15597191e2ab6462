"""How a person stays: what was recorded, what cases gave and took, and what stays unknown beside it."""

from datetime import date, datetime

import pytest

from law.facts import Circumstances, Ground, Stay, StayKind
from law.on_record import others_are_unknown
from law.periods import JST
from law.stays import (
    WITH_STATUS,
    AwaitedGround,
    GivenStay,
    TakenStatus,
    has_not_arisen,
    stays_in,
    together,
    with_stays,
)

STATUS = Stay(StayKind.STATUS_OF_RESIDENCE, date(2025, 5, 13), date(2026, 5, 12))
LANDING = Stay(StayKind.TEMPORARY_REFUGE, date(2025, 6, 10), date(2025, 12, 10))
GRANTED = GivenStay("case_p", STATUS)
LET_IN = GivenStay("case_r", LANDING, came_with_it=True)


def jst(text: str) -> datetime:
    """An instant in Japan from ISO text; a bare date is its midnight."""
    return datetime.fromisoformat(text).replace(tzinfo=JST)


@pytest.mark.parametrize(
    ("at", "holds"),
    [
        (jst("2025-05-12T23:59"), None),
        (jst("2025-05-13"), True),
        (jst("2026-05-12T23:59"), True),
        (jst("2026-05-13"), None),
    ],
)
def test_a_status_that_a_case_gave_says_nothing_of_the_time_beside_it(at: datetime, holds: bool | None) -> None:
    """Nobody recorded how the person stayed: with the grant of 13 May 2025 that is known of its own days alone."""
    assert stays_in(WITH_STATUS, together(None, (GRANTED,), ()), at) is holds
    assert stays_in(WITH_STATUS, together((), (GRANTED,), ()), at) is bool(holds), "looked into, and nothing else"


def test_whoever_was_let_in_for_refuge_had_nothing_before() -> None:
    """18-2: from on board, so before the landing and after its last day there is no status."""
    stays = together(None, (LET_IN,), ())
    assert not others_are_unknown(stays)
    assert stays_in(WITH_STATUS, stays, jst("2025-06-09")) is False
    assert stays_in(WITH_STATUS, stays, jst("2025-12-10T23:59")) is True
    assert stays_in(WITH_STATUS, stays, jst("2025-12-11")) is False
    assert not others_are_unknown(together(None, (LET_IN, GRANTED), ()))


def test_a_kind_that_is_not_asked_for_answers_nothing() -> None:
    """A landing is no status of residence; whether there is one is not on record."""
    granted = GivenStay("case_p", Stay(StayKind.LISTED_LANDING, date(2025, 5, 13)))
    assert stays_in((StayKind.STATUS_OF_RESIDENCE,), together(None, (granted,), ()), jst("2025-06-01")) is None


def test_without_cases_the_record_is_what_it_is() -> None:
    """None stays unknown, and a revocation alone puts nothing on record."""
    taken = TakenStatus("case_s", jst("2025-09-01"))
    assert together(None, (), ()) is None
    assert together(None, (), (taken,)) is None
    nothing = Circumstances()
    assert with_stays(nothing, (), ()) is nothing
    assert with_stays(nothing, (GRANTED,), ()).stays == (STATUS,)


@pytest.mark.parametrize(
    ("served_at", "before", "after"),
    [
        (jst("2025-09-01T15:00"), True, False),
        (jst("2025-09-02"), True, False),
        (jst("2025-05-13"), True, True),
        (jst("2025-05-01"), True, True),
        (jst("2026-06-01"), True, True),
    ],
)
def test_a_revocation_cuts_the_status_that_was_held_then(served_at: datetime, before: bool, after: bool) -> None:
    """22-4(6): from the instant of service; one that began on that day or later, or had ended, is untouched."""
    stays = together((STATUS,), (), (TakenStatus("case_s", served_at),))
    assert stays_in(WITH_STATUS, stays, jst("2025-09-01T14:59")) is before
    assert stays_in(WITH_STATUS, stays, jst("2025-09-02")) is after
    assert stays_in((StayKind.SIXTY_DAYS,), stays, jst("2025-09-01")) is False


def test_the_first_of_two_revocations_cuts() -> None:
    """22-4(6): what ended once ends no second time."""
    taken = (TakenStatus("case_b", jst("2025-10-01")), TakenStatus("case_a", jst("2025-09-01T12:00")))
    stays = together((STATUS, LANDING), (), taken)
    assert stays_in((StayKind.STATUS_OF_RESIDENCE,), stays, jst("2025-09-01T12:00")) is False
    assert stays_in((StayKind.TEMPORARY_REFUGE,), stays, jst("2025-09-02")) is True


@pytest.mark.parametrize(
    ("at", "waits"), [(jst("2025-12-10T23:59"), True), (jst("2025-12-11"), False)], ids=["runs", "over"]
)
def test_a_ground_waits_for_the_end_of_its_period(at: datetime, waits: bool) -> None:
    """24(vi), (ii-4): on the first instant after the last day it has arisen; other grounds wait for nothing."""
    awaited = (AwaitedGround("case_r", Ground.VI, jst("2025-12-11")),)
    assert has_not_arisen({Ground.VI}, awaited, at) is waits
    assert not has_not_arisen({Ground.IV_RO}, awaited, at)
    assert has_not_arisen({Ground.IV_RO, Ground.VI}, awaited, at) is waits


def test_a_ground_that_arose_in_one_case_has_arisen() -> None:
    """One period is over and another runs: the ground is there."""
    over = AwaitedGround("case_a", Ground.VI, jst("2025-06-01"))
    runs = AwaitedGround("case_b", Ground.VI, jst("2025-12-11"))
    assert not has_not_arisen({Ground.VI}, (over, runs), jst("2025-07-01"))
