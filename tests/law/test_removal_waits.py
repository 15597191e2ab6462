"""DT-01, row 10: the notice before removal, the review margin, and the time for going to court."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from law.facts import (
    Ending,
    RemovalNotice,
    Sentence,
    Suspension,
)
from law.finding import Answer
from law.removal import may_be_removed
from tests.law.test_removal import APPLICATION, CLEAR, ORDER, REFUSED, codes, jst, with_applications


@pytest.mark.parametrize(
    ("notice", "at", "blocks"),
    [
        (RemovalNotice(date(2025, 12, 1), lawyer_asked=True), jst(2026, 1, 31), True),
        (RemovalNotice(date(2025, 11, 30), lawyer_asked=True), jst(2026, 1, 31), True),
        (RemovalNotice(date(2025, 11, 29), lawyer_asked=True), jst(2026, 1, 30), False),
        (RemovalNotice(date(2026, 1, 20)), jst(2026, 1, 31), False),
        (RemovalNotice(date(2026, 1, 20)), jst(2026, 2, 1), True),
        (RemovalNotice(date(2026, 1, 20)), jst(2026, 2, 20), True),
        (RemovalNotice(date(2026, 1, 20)), jst(2026, 2, 21), False),
        (RemovalNotice(date(2026, 1, 20), lawyer_asked=True), jst(2026, 3, 20), True),
        (RemovalNotice(date(2026, 1, 20), lawyer_asked=True), jst(2026, 3, 21), False),
        (RemovalNotice(date(2026, 2, 28)), jst(2026, 3, 31), True),
        (RemovalNotice(date(2026, 2, 28)), jst(2026, 4, 1), False),
    ],
)
def test_the_notice_follows_the_practice_of_its_day(notice: RemovalNotice, at: datetime, *, blocks: bool) -> None:
    """Two months for a lawyer who asked before 2026-02-01; then one month for the person (28 Feb: to 31 March)."""
    assert ("notice_period" in codes(replace(CLEAR, notice=notice), at)) is blocks


def test_the_review_margin_follows_the_rolled_period() -> None:
    """Received 2025-12-22: day 7 is closed until 5 January; with ten days' margin removal waits through 15 January."""
    refused = replace(REFUSED, refusal_received_on=date(2025, 12, 22), ended_at=jst(2026, 1, 6))
    facts = replace(CLEAR, applicant=with_applications(refused))
    assert "review_margin" in codes(facts, jst(2026, 1, 15, 23))
    assert "review_margin" not in codes(facts, jst(2026, 1, 16, 0))


def test_the_margin_binds_where_nothing_suspends() -> None:
    """Somebody outside suspensive effect by a sentence of three years waits all the same (A-14)."""
    sentence = Sentence(date(2024, 1, 1), 36, Suspension.NONE)
    applicant = replace(
        with_applications(replace(APPLICATION, refusal_received_on=date(2026, 5, 20))), sentences=(sentence,)
    )
    assert codes(replace(CLEAR, applicant=applicant)) == ["review_margin"]


def test_nobody_is_removed_the_day_after_a_failed_review() -> None:
    """The day after service of a decision on the review is refused; ten full days later it is not (D8)."""
    ended = replace(REFUSED, ended=Ending.REVIEW_REFUSED, ended_at=jst(2026, 5, 21, 9))
    shown = replace(ORDER, shown_at=jst(2026, 5, 21, 10))
    facts = replace(CLEAR, orders=(shown,), applicant=with_applications(ended))
    assert codes(facts, jst(2026, 5, 22)) == ["court_margin"]
    assert may_be_removed(facts, jst(2026, 6, 1, 0)).value is Answer.YES
