"""Suits: their limits counted, and the terms of stays."""

from datetime import date

import pytest

from law.court import (
    OF_DEPORTATION,
    SETS_ASIDE,
    Attacked,
    DetentionOrderStayed,
    JudgmentOutcome,
    OrderStayed,
    ReviewMade,
    SuitFacts,
    SuitKind,
    last_day_after_judgment,
    suit_is_in_time,
    suit_limits,
)
from law.facts import CourtStay, CourtStayScope
from law.finding import Answer
from law.periods import start_of


def suit(filed: str, made: str | None = "2025-01-10", known: str | None = "2025-01-20") -> SuitFacts:
    """A suit to annul."""
    days = [None if day is None else date.fromisoformat(day) for day in (made, known)]
    return SuitFacts(SuitKind.ANNULMENT, days[0], days[1], date.fromisoformat(filed))


@pytest.mark.parametrize(
    ("made", "known", "by_knowledge", "by_act"),
    [
        # known on 20 January: day 1 is 21 January, six months end on 20 July, a Sunday; 21 July is Marine Day
        ("2025-01-10", "2025-01-20", "2025-07-22", "2026-01-13"),  # 10 January 2026 is a Saturday, 12 is a holiday
        # known on 31 January: day 1 is 1 February, whole months: 31 July
        ("2025-01-31", "2025-01-31", "2025-07-31", "2026-02-02"),  # k = 1 February: 31 January 2026, a Saturday
        # known on 30 August: day 1 is 31 August; February has no 31st: its last day
        ("2024-08-30", "2024-08-30", "2025-02-28", "2025-09-01"),  # 30 August 2025 is a Saturday
        ("2023-08-30", "2023-08-30", "2024-02-29", "2024-08-30"),  # a leap year
        # known on 29 February: day 1 is 1 March: 31 August, a Saturday; the year ends on 28 February 2025
        ("2024-02-29", "2024-02-29", "2024-09-02", "2025-02-28"),
        # six months from 30 June end on 31 December: closed until 3 January, then a Sunday and Monday is a working day
        ("2025-06-30", "2025-06-30", "2026-01-05", "2026-06-30"),
    ],
)
def test_the_limits_are_counted(made: str, known: str, by_knowledge: str, by_act: str) -> None:
    """14(1), (2): six months from knowledge, one year from the act, the first day not counted, rolled (ACLA 7)."""
    limits = suit_limits(suit("2030-01-01", made, known))
    assert limits.from_knowledge == date.fromisoformat(by_knowledge)
    assert limits.from_act == date.fromisoformat(by_act)


@pytest.mark.parametrize(
    ("filed", "answer", "codes"),
    [
        ("2025-07-22", Answer.YES, {"suit_in_time"}),
        ("2025-07-23", Answer.NO, {"six_months_over"}),
        ("2026-01-13", Answer.NO, {"six_months_over"}),
        ("2026-01-14", Answer.NO, {"six_months_over", "year_over"}),
    ],
)
def test_a_suit_is_in_time_until_both_last_days(filed: str, answer: Answer, codes: set[str]) -> None:
    """The last day itself is in time, the day after is not; each limit that passed is named."""
    found = suit_is_in_time(suit(filed))
    assert found.value is answer
    assert {reason.code for reason in found.reasons} == codes
    assert found.steps


def test_knowledge_that_is_not_on_record_leaves_it_open_until_the_year_is_over() -> None:
    """Unknown is not late; the year from the act decides by itself."""
    assert suit_is_in_time(suit("2025-12-01", known=None)).value is Answer.UNKNOWN
    assert suit_is_in_time(suit("2026-01-14", known=None)).value is Answer.NO
    assert suit_is_in_time(suit("2025-02-01", made=None)).value is Answer.UNKNOWN


def test_a_justifiable_reason_is_for_the_court() -> None:
    """14(1)-(3) provisos: lateness is shown, and a person asked; in time nothing needs an excuse."""
    late = SuitFacts(
        SuitKind.ANNULMENT, date(2024, 1, 10), date(2024, 1, 10), date(2025, 6, 2), justifiable_reason=True
    )
    found = suit_is_in_time(late)
    assert found.value is Answer.ASK
    assert "justifiable_reason_claimed" in {reason.code for reason in found.reasons}
    early = SuitFacts(SuitKind.ANNULMENT, date(2025, 5, 1), date(2025, 5, 1), date(2025, 6, 2), justifiable_reason=True)
    assert suit_is_in_time(early).value is Answer.YES


def test_after_a_review_the_limits_run_from_the_decision_on_it() -> None:
    """14(3): also for the suit against the refusal itself, though that is years old."""
    reviewed = SuitFacts(
        SuitKind.ANNULMENT,
        date(2022, 3, 1),
        date(2022, 3, 10),
        date(2025, 11, 10),
        review=ReviewMade(decided_on=date(2025, 4, 25), known_on=date(2025, 5, 9)),
    )
    limits = suit_limits(reviewed)
    assert limits.from_knowledge == date(2025, 11, 10)  # 9 November 2025 is a Sunday
    assert limits.from_act == date(2026, 4, 27)  # 25 April 2026 is a Saturday
    assert suit_is_in_time(reviewed).value is Answer.YES


def test_while_a_review_is_pending_no_limit_runs() -> None:
    """14(3): the review may be awaited; one may also sue at once (8(1))."""
    pending = SuitFacts(
        SuitKind.ANNULMENT, date(2022, 3, 1), date(2022, 3, 10), date(2025, 6, 2), review=ReviewMade(None, None)
    )
    found = suit_is_in_time(pending)
    assert found.value is Answer.YES
    assert suit_limits(pending).from_act is None
    assert [reason.code for reason in found.reasons] == ["review_pending"]


@pytest.mark.parametrize("kind", [SuitKind.NULLITY, SuitKind.OTHER])
def test_only_a_suit_to_annul_has_a_limit(kind: SuitKind) -> None:
    """14, 38: nullity and inaction may be claimed at any time."""
    old = SuitFacts(kind, date(2010, 1, 4), date(2010, 1, 4), date(2025, 6, 2))
    assert suit_is_in_time(old).value is Answer.YES


@pytest.mark.parametrize(
    ("given", "days", "last"),
    [
        ("2025-03-14", 0, "2025-03-14"),
        ("2025-03-14", 1, "2025-03-15"),
        ("2025-03-14", 60, "2025-05-13"),  # 17 of March, 30 of April, 13 of May
        ("2023-12-31", 60, "2024-02-29"),  # 31 of January, 29 of February
        ("2024-12-31", 60, "2025-03-01"),  # 31 of January, 28 of February, 1 of March
    ],
)
def test_days_after_a_judgment(given: str, days: int, last: str) -> None:
    """The day of the judgment is not counted; no closed day moves the end of a stay."""
    assert last_day_after_judgment(date.fromisoformat(given), days) == date.fromisoformat(last)


def test_what_reaches_the_order() -> None:
    """The order and the decisions that it rests on; a refusal of recognition or of Sponsorship does not."""
    assert Attacked.DEPORTATION_ORDER in OF_DEPORTATION
    assert not OF_DEPORTATION & {Attacked.RECOGNITION_REFUSAL, Attacked.SPONSORSHIP, Attacked.DETENTION_ORDER}
    assert {JudgmentOutcome.ANNULLED, JudgmentOutcome.VOID} == SETS_ASIDE


@pytest.mark.parametrize("scope", CourtStayScope)
def test_a_stay_of_a_detention_order_stops_detention_unless_it_is_of_removal(scope: CourtStayScope) -> None:
    """25(2): exactly what the court said."""
    stayed = DetentionOrderStayed("a", "b", date(2025, 6, 2), CourtStay(scope, start_of(date(2025, 6, 2))))
    assert stayed.stops_detention is (scope is not CourtStayScope.REMOVAL)


@pytest.mark.parametrize("attacked", sorted(OF_DEPORTATION))
@pytest.mark.parametrize("scope", CourtStayScope)
def test_a_stay_of_a_decision_stops_the_order_unless_it_is_of_removal_alone(
    attacked: Attacked, scope: CourtStayScope
) -> None:
    """ACLA 25(2): a stay of removal alone stops no issue, nor does one of the order that has issued already."""
    stayed = OrderStayed("a", "b", attacked, CourtStay(scope, start_of(date(2025, 6, 2))))
    wide = scope in {CourtStayScope.EXECUTION, CourtStayScope.EFFECT}
    assert stayed.stops_issue is (wide and attacked is not Attacked.DEPORTATION_ORDER)
