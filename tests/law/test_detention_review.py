"""The three months of the review of detention, counted both ways, and what a review asks (52-8; suppl. 8)."""

from datetime import date, timedelta

import pytest

from law.custody import Paragraph, ProvisionallyReleased, Sponsored
from law.detention_review import (
    DeparturePlan,
    Footing,
    Round,
    RoundResult,
    first_day,
    footing_of,
    must_consider,
    periods_over,
    plan_is_missing,
    report_is_overdue_after,
    reviewed_on_paper,
    three_months,
    three_months_at_the_latest,
)
from law.facts import DeportationOrder, Ground
from law.finding import Answer
from law.periods import start_of


def _d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "counted", "not_counted"),
    [
        # day 1 counted: k = 28 Feb, the day before 28 May; not counted: k = 1 March, whole months
        ("2025-02-28", "2025-05-27", "2025-05-31"),
        # no 30 February: the last day of the month; not counted: k = 1 December
        ("2024-11-30", "2025-02-28", "2025-02-28"),
        # a leap year
        ("2023-11-30", "2024-02-29", "2024-02-29"),
        # counted: the day before 29 Feb; not counted: k = 30 November, no 30 February
        ("2023-11-29", "2024-02-28", "2024-02-29"),
        # counted: the day before 29 May; not counted: k = 1 March
        ("2024-02-29", "2024-05-28", "2024-05-31"),
        ("2025-03-01", "2025-05-31", "2025-06-01"),
        ("2024-06-10", "2024-09-09", "2024-09-10"),
        # k = 30 April, the day before 30 July; not counted: k = 1 May
        ("2025-04-30", "2025-07-29", "2025-07-31"),
        # no 31 April: its last day; not counted: k = 1 February, the end of April
        ("2025-01-31", "2025-04-30", "2025-04-30"),
    ],
)
def test_the_first_three_months_by_both_readings(first: str, counted: str, not_counted: str) -> None:
    """The review begins with the reading that counts the day; a breach waits for the one that does not (A-04)."""
    assert three_months(_d(first), 1).value == _d(counted)
    assert three_months_at_the_latest(_d(first), 1, Footing.MAIN).value == _d(not_counted)


@pytest.mark.parametrize(
    ("first", "ends"),
    [
        ("2024-11-30", ["2025-02-28", "2025-05-31", "2025-08-31", "2025-11-30"]),
        ("2025-02-28", ["2025-05-27", "2025-08-27", "2025-11-27", "2026-02-27"]),
        ("2024-06-10", ["2024-09-09", "2024-12-09", "2025-03-09"]),
        # counted on from 29 February: 28 May, 28 August …
        ("2024-02-29", ["2024-05-28", "2024-08-28", "2024-11-28", "2025-02-28", "2025-05-31"]),
    ],
)
def test_later_reviews_follow_one_another_on_the_exceeding_period(first: str, ends: list[str]) -> None:
    """Each three months begin the day after those before: never six, nine … months from the first day (52-8(6))."""
    found = [three_months(_d(first), number).value for number in range(1, len(ends) + 1)]
    assert found == [_d(end) for end in ends]


def test_the_later_reading_runs_on_in_the_same_way() -> None:
    """From 28 February 2025: 31 May, then from 1 June whole months: 31 August, 30 November."""
    latest = [three_months_at_the_latest(_d("2025-02-28"), number, Footing.MAIN).value for number in (1, 2, 3)]
    assert latest == [_d("2025-05-31"), _d("2025-08-31"), _d("2025-11-30")]


def test_the_earlier_reading_is_never_the_later_one() -> None:
    """On every first day of four years and for five rounds: at most four days lie between the readings."""
    for ordinal in range(_d("2024-01-01").toordinal(), _d("2028-01-01").toordinal()):
        first = date.fromordinal(ordinal)
        for number in range(1, 6):
            early = three_months(first, number).value
            late = three_months_at_the_latest(first, number, Footing.MAIN).value
            assert timedelta(0) <= late - early <= timedelta(days=4)


@pytest.mark.parametrize("footing", [Footing.HELD_AT_COMMENCEMENT, Footing.OLD_RELEASE_ENDED])
def test_the_transitional_text_has_one_reading(footing: Footing) -> None:
    """Suppl. 8(4) counts from the day itself: there is no later reading."""
    assert three_months_at_the_latest(_d("2024-06-10"), 2, footing) == three_months(_d("2024-06-10"), 2)


def test_findings_carry_the_counting_and_the_reading() -> None:
    """Both readings show their days and name what they stand on."""
    early, late = three_months(_d("2025-02-28"), 2), three_months_at_the_latest(_d("2025-02-28"), 1, Footing.MAIN)
    assert [step.day for step in early.steps] == [
        _d(d) for d in ("2025-02-28", "2025-05-27", "2025-05-28", "2025-08-27")
    ]
    assert [step.day for step in late.steps] == [_d(d) for d in ("2025-02-28", "2025-03-01", "2025-05-31")]
    assert {"A-04", "52-8(6)"} <= {citation.article for citation in early.basis}
    assert "140" in {citation.article for citation in late.basis}


def _release(granted: str, ended: str | None = None, *, under_order: bool = True) -> ProvisionallyReleased:
    end = start_of(_d(ended)) if ended else None
    return ProvisionallyReleased("case_pr", start_of(_d(granted)), _d("2024-08-01"), under_order, end)


@pytest.mark.parametrize(
    ("since", "releases", "footing", "first"),
    [
        ("2024-06-09", [], Footing.HELD_AT_COMMENCEMENT, "2024-06-10"),
        ("2023-01-15", [], Footing.HELD_AT_COMMENCEMENT, "2024-06-10"),
        ("2024-06-10", [], Footing.MAIN, "2024-06-10"),
        ("2024-07-01", [_release("2024-05-01", "2024-07-01")], Footing.OLD_RELEASE_ENDED, "2024-07-01"),
        ("2024-07-01", [_release("2024-05-01", "2024-06-05")], Footing.MAIN, "2024-07-01"),
        ("2024-07-01", [_release("2024-06-10", "2024-07-01")], Footing.MAIN, "2024-07-01"),
        ("2024-07-01", [_release("2024-05-01", under_order=False)], Footing.MAIN, "2024-07-01"),
    ],
)
def test_day_one_by_the_text_that_applies(
    since: str, releases: list[ProvisionallyReleased], footing: Footing, first: str
) -> None:
    """Held at the commencement: 10 June 2024; on old release then: the new detention; else that day."""
    assert footing_of(_d(since), releases) is footing
    found = first_day(_d(since), footing)
    assert found.value == _d(first)
    assert found.basis


@pytest.mark.parametrize(
    ("today", "over"),
    [("2025-02-28", 0), ("2025-05-27", 0), ("2025-05-28", 1), ("2025-08-27", 1), ("2025-08-28", 2)],
)
def test_periods_that_are_over(today: str, over: int) -> None:
    """Three months from 28 February 2025 are over with the end of 27 May, not on that day."""
    assert periods_over(_d("2025-02-28"), _d(today)) == over


@pytest.mark.parametrize(
    ("last_day", "overdue_after"),
    [
        # Saturday 31 May: Monday 2, Tuesday 3, Wednesday 4 June
        ("2025-05-31", "2025-06-04"),
        # 28 December 2025 is a Sunday and 29 December to 3 January are closed, 4 January a Sunday: 5, 6, 7 January
        ("2025-12-28", "2026-01-07"),
    ],
)
def test_prompt_is_three_working_days_after_the_later_reading(last_day: str, overdue_after: str) -> None:
    """The law has no number for promptly; the service level is cited as such (A-02)."""
    found = report_is_overdue_after(_d(last_day))
    assert found.value == _d(overdue_after)
    assert "A-02" in {citation.article for citation in found.basis}


def _sponsored(paragraph: Paragraph, **changes: object) -> Sponsored:
    at = start_of(_d("2025-05-01"))
    details: dict[str, object] = {"deposit_unpaid": True, **changes}
    return Sponsored("case_sp", paragraph, at, **details)  # type: ignore[arg-type]  # a table of fields


@pytest.mark.parametrize(
    ("sponsored", "answer"),
    [
        ([], Answer.YES),
        ([_sponsored(Paragraph.LATER_AFTER_ORDER)], Answer.NO),
        ([_sponsored(Paragraph.COMMANDED)], Answer.NO),
        ([_sponsored(Paragraph.LATER_AFTER_ORDER, deposit_unpaid=False)], Answer.YES),
        ([_sponsored(Paragraph.LATER_AFTER_ORDER, placed_at=start_of(_d("2025-05-02")))], Answer.YES),
        ([_sponsored(Paragraph.LATER_AFTER_ORDER, ended_at=start_of(_d("2025-05-02")))], Answer.YES),
        ([_sponsored(Paragraph.LATER_BEFORE_ORDER)], Answer.YES),
        ([_sponsored(Paragraph.AT_SCREENING_AFTER_ORDER)], Answer.YES),
    ],
)
def test_nothing_is_considered_while_only_the_deposit_is_open(sponsored: list[Sponsored], answer: Answer) -> None:
    """The one exception of 52-8(3): a decision under 52-2(5), also a commanded one, that awaits its deposit."""
    found = must_consider(sponsored, start_of(_d("2025-06-01")))
    assert found.value is answer
    assert found.basis


def test_a_decision_that_comes_later_excuses_nothing_before() -> None:
    """What is decided after the report does not reach back."""
    assert must_consider([_sponsored(Paragraph.COMMANDED)], start_of(_d("2025-04-30"))).value is Answer.YES


def test_a_plan_serves_the_order_since_which_it_was_drawn_up() -> None:
    """A plan from before the order is none for it; one of the order's day is; without an order none is owed."""
    order = DeportationOrder("case_d", Ground.IV_RO, _d("2025-01-01"), start_of(_d("2025-05-02")) + timedelta(hours=10))
    assert plan_is_missing([], order)
    assert plan_is_missing([DeparturePlan("case_r", _d("2025-05-01"))], order)
    assert not plan_is_missing([DeparturePlan("case_r", _d("2025-05-02"))], order)
    assert not plan_is_missing([], None)


def test_a_round_says_what_it_waits_for() -> None:
    """Reported, considered, told, answered: at each step one thing is awaited, and at the end none."""
    on = _d("2025-06-02")
    one = Round(1, _d("2025-05-27"), _d("2025-05-31"))
    assert one.is_unmet
    assert one.awaits_consideration
    assert Round(1, on, on, reported_on=on, considered_on=on, appropriate=True).awaits_decision
    refused = Round(1, on, on, reported_on=on, considered_on=on, appropriate=False)
    assert refused.awaits_telling
    assert not refused.is_unmet
    told = Round(1, on, on, reported_on=on, considered_on=on, appropriate=False, told_commissioner_on=on)
    assert told.awaits_answer
    assert told.is_open
    left = Round(1, on, on, reported_on=on, result=RoundResult.LEFT)
    assert not left.is_open
    assert Round(1, on, on, result=RoundResult.DEPOSIT_OPEN).is_unmet


@pytest.mark.parametrize(
    ("until", "settled"), [(None, False), ("2025-05-26", False), ("2025-05-27", True), ("2025-08-27", True)]
)
def test_a_round_that_was_reviewed_on_paper_is_settled(until: str | None, settled: bool) -> None:
    """52-8(2), (6): its three months lie within what was reviewed, by the earlier reading; it waits for nothing."""
    one = reviewed_on_paper(Round(1, _d("2025-05-27"), _d("2025-05-31")), _d(until) if until else None)
    assert (one.is_open, one.is_unmet, one.awaits_consideration) == (not settled, not settled, not settled)
