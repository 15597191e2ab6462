"""Requests for review: every row of DT-17, the outer limit, and what is reviewable."""

from datetime import date, datetime, timedelta

import pytest

from law.finding import Answer
from law.periods import JST
from law.review import Disposition, ReviewRequest, Timeliness, is_reviewable, timeliness

RECEIVED = date(2026, 3, 2)
"""A Monday: the seven days end on Monday 2026-03-09."""
END = datetime(2026, 3, 10, tzinfo=JST)
SECOND = timedelta(seconds=1)


def _request(received_at: datetime, posted_on: date | None = None, *, reason: bool = False) -> ReviewRequest:
    return ReviewRequest(received_at, posted_on, reason)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (_request(END - SECOND), Timeliness.IN_TIME),
        (_request(END - SECOND, reason=True), Timeliness.IN_TIME),
        (_request(END), Timeliness.LATE),
        (_request(END, date(2026, 3, 9)), Timeliness.IN_TIME_BY_POST),
        (_request(END + timedelta(days=20), date(2026, 3, 9)), Timeliness.IN_TIME_BY_POST),
        (_request(END + timedelta(days=1), date(2026, 3, 10)), Timeliness.LATE),
        (_request(END + timedelta(days=1), date(2026, 3, 10), reason=True), Timeliness.LATE_WITH_CLAIMED_REASON),
        (_request(END, reason=True), Timeliness.LATE_WITH_CLAIMED_REASON),
    ],
)
def test_every_row_of_the_table(request_: ReviewRequest, expected: Timeliness) -> None:
    """In time until 24:00 of the seventh day or posted within it; later only with a claimed reason (DT-17, A-21)."""
    assert timeliness(RECEIVED, date(2026, 2, 20), request_).value is expected


def test_the_seventh_day_rolls_over_holidays() -> None:
    """Received on 2026-04-25, the seventh day 2026-05-02 is a Saturday in Golden Week: the period ends with 05-07."""
    received = date(2026, 4, 25)
    last = datetime(2026, 5, 8, tzinfo=JST) - SECOND
    assert timeliness(received, received, _request(last)).value is Timeliness.IN_TIME
    assert timeliness(received, received, _request(last + SECOND)).value is Timeliness.LATE
    posted = _request(last + timedelta(days=3), date(2026, 5, 7))
    assert timeliness(received, received, posted).value is Timeliness.IN_TIME_BY_POST


def test_without_proved_receipt_the_period_has_not_begun() -> None:
    """No refusal is deemed served: until it is really received nothing is late (A-30, invariant 73)."""
    found = timeliness(None, date(2020, 1, 6), _request(END))
    assert found.value is Timeliness.PERIOD_NOT_BEGUN
    assert found.reasons[0].code == "refusal_not_received"


@pytest.mark.parametrize(
    ("received_at", "reason", "expected"),
    [
        (datetime(2026, 3, 2, 23, 59, 59, tzinfo=JST), True, "justifiable_reason_claimed"),
        (datetime(2026, 3, 3, tzinfo=JST), True, "outer_limit_passed"),
        (datetime(2026, 3, 3, tzinfo=JST), False, "outer_limit_passed"),
    ],
)
def test_the_outer_limit_has_its_own_reason_and_rolls(received_at: datetime, reason: object, expected: str) -> None:
    """One year from Friday 2025-02-28 ends on Saturday 2026-02-28 and rolls to Monday 2026-03-02 (C43)."""
    found = timeliness(date(2025, 3, 3), date(2025, 2, 28), _request(received_at, reason=bool(reason)))
    assert expected in {each.code for each in found.reasons}
    assert found.value is (Timeliness.LATE_WITH_CLAIMED_REASON if reason else Timeliness.LATE)


def test_a_refusal_received_after_the_outer_limit_is_itself_a_reason() -> None:
    """Who receives the refusal only after a year and asks within seven days is not simply late."""
    found = timeliness(RECEIVED, date(2024, 1, 5), _request(END - SECOND))
    assert found.value is Timeliness.LATE_WITH_CLAIMED_REASON
    assert timeliness(RECEIVED, date(2024, 1, 5), _request(END)).value is Timeliness.LATE


@pytest.mark.parametrize("disposition", Disposition)
def test_what_is_reviewable(disposition: Disposition) -> None:
    """Refusal, inaction and revocation of both kinds are reviewable; everything else goes to court (F21)."""
    listed = disposition.value.startswith(("refugee_", "protection_"))
    assert is_reviewable(disposition, is_refugee=False).value is (Answer.YES if listed else Answer.NO)


def test_refusal_of_protection_is_not_reviewable_for_a_refugee() -> None:
    """61-2-12(1)(iv) asks whether the person is recognised as a refugee; (i) has no such exception (F22)."""
    assert is_reviewable(Disposition.PROTECTION_REFUSED, is_refugee=True).value is Answer.NO
    assert is_reviewable(Disposition.PROTECTION_REFUSED).value is Answer.UNKNOWN
    assert is_reviewable(Disposition.REFUGEE_REFUSED).value is Answer.YES


@pytest.mark.parametrize("is_refugee", [True, False, None])
def test_what_is_not_reviewable_says_what_to_do_instead(is_refugee: bool | None) -> None:
    """Whatever is not reviewable, or not known to be, comes with a remedy."""
    found = [is_reviewable(disposition, is_refugee=is_refugee) for disposition in Disposition]
    assert all(reason.remedy for one in found if one.value is not Answer.YES for reason in one.reasons)
