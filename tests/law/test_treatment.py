"""Care, isolation and the protection room: what the text leaves to nobody's will, and what it asks for."""

import pytest

from law.custody_clocks import HEALTH_EXAMINATION, ISOLATION, ISOLATION_RENEWAL, PROTECTION_ROOM
from law.finding import Answer
from law.periods import JST
from law.treatment import (
    MATTERS,
    CareGround,
    IsolationGround,
    Recurrence,
    RoomGround,
    may_be_isolated,
    may_be_placed_in_room,
    may_be_renewed,
    may_be_treated,
    may_begin_again,
    may_stay_in_hospital,
)
from tests.procedures.desk import jst


@pytest.mark.parametrize(
    ("ground", "against_will", "harm", "answer"),
    [
        (CareGround.INJURY_OR_ILLNESS, False, False, Answer.YES),
        (CareGround.INJURY_OR_ILLNESS, True, False, Answer.NO),
        (CareGround.INJURY_OR_ILLNESS, True, True, Answer.YES),
        (CareGround.NOT_EATING, True, False, Answer.YES),
        (CareGround.NOT_EATING, True, True, Answer.YES),
    ],
)
def test_the_will_decides_only_about_illness_without_grave_danger(
    ground: CareGround, against_will: bool, harm: bool, answer: Answer
) -> None:
    """The proviso of 55-42(1) reaches item (i) without a risk of serious harm or infection, and nothing else."""
    found = may_be_treated(ground, against_will=against_will, serious_or_infectious=harm)
    assert found.value is answer
    assert "55-42(1)" in {citation.article for citation in found.basis}


def test_a_stay_in_hospital_is_for_when_it_is_unavoidable() -> None:
    """Attending a clinic is for need; a stay outside only when unavoidable (55-42(2))."""
    assert may_stay_in_hospital(unavoidable=True).value is Answer.YES
    assert may_stay_in_hospital(unavoidable=False).reasons[0].remedy


@pytest.mark.parametrize(
    ("ground", "no_other_way", "answer"),
    [
        (IsolationGround.ORDER_OF_FACILITY, False, Answer.YES),
        (IsolationGround.HARM_FROM_OTHERS, False, Answer.NO),
        (IsolationGround.HARM_FROM_OTHERS, True, Answer.YES),
    ],
)
def test_isolation_against_harm_from_others_is_the_last_means(
    ground: IsolationGround, no_other_way: bool, answer: Answer
) -> None:
    """55-50(1)(ii) asks that there be no other way; (i) does not."""
    assert may_be_isolated(ground, no_other_way=no_other_way).value is answer


@pytest.mark.parametrize("ground", list(RoomGround))
def test_but_for_self_harm_a_protection_room_needs_a_special_need(ground: RoomGround) -> None:
    """55-53(1)(i) stands alone; each case of (ii) asks for a special need of order."""
    alone = may_be_placed_in_room(ground, specially_needed=False).value
    assert alone is (Answer.YES if ground is RoomGround.SELF_HARM else Answer.NO)
    assert may_be_placed_in_room(ground, specially_needed=True).value is Answer.YES


@pytest.mark.parametrize("article", ["55-50(2)", "55-53(3)"])
def test_renewal_is_for_a_special_need_alone(article: str) -> None:
    """Both renewals ask for the same, each by its own article."""
    refused = may_be_renewed(article, special_need=False)
    assert refused.value is Answer.NO
    assert {citation.article for citation in refused.basis} == {article}
    assert may_be_renewed(article, special_need=True).value is Answer.YES


@pytest.mark.parametrize("article", ["55-50(2)", "55-53(3)"])
def test_no_end_buys_a_fresh_period(article: str) -> None:
    """After an earlier separation: another need, or a special need to continue; the first one needs neither."""
    first = may_begin_again(article, None, earlier=False, special_need=False)
    silent = may_begin_again(article, None, earlier=True, special_need=True)
    another = may_begin_again(article, Recurrence.NEW_NEED, earlier=True, special_need=False)
    assert (first.value, silent.value, another.value) == (Answer.YES, Answer.NO, Answer.YES)
    assert silent.reasons[0].remedy
    for special_need in (False, True):
        found = may_begin_again(article, Recurrence.SAME_NEED, earlier=True, special_need=special_need)
        assert (found.value is Answer.YES) is special_need
        assert {citation.article for citation in found.basis} == {article}


def test_ten_matters_are_told() -> None:
    """55-18(1) has ten items."""
    assert len(MATTERS) == 10


@pytest.mark.parametrize(
    ("start", "last_day"),
    [
        ("2025-02-28", "2025-05-27"),
        ("2024-11-30", "2025-02-28"),
        ("2023-11-30", "2024-02-29"),
        ("2024-02-29", "2024-05-28"),
        ("2024-06-10", "2024-09-09"),
    ],
)
def test_the_examination_counts_its_first_day(start: str, last_day: str) -> None:
    """Three months from an examination, the day counted: early, never late."""
    period = HEALTH_EXAMINATION.period
    assert period is not None
    assert period.last_day_of(jst(start).date()) == jst(last_day).date()


@pytest.mark.parametrize(
    ("start", "last_day"),
    # one month with the first day: the day before the same number; 31 January: no 31 February, its last day
    [
        ("2025-01-31", "2025-02-28"),
        ("2024-01-31", "2024-02-29"),
        ("2025-03-10", "2025-04-09"),
        ("2025-04-01", "2025-04-30"),
    ],
)
def test_isolation_is_one_month_with_its_first_day(start: str, last_day: str) -> None:
    """C38: one month, the day of the isolation counted, by the calendar."""
    period = ISOLATION.period
    assert period is not None
    assert period.last_day_of(jst(start).date()) == jst(last_day).date()


def test_a_renewal_is_ten_days_after_the_last_day() -> None:
    """28 February 2025: 1 March is day 1, 10 March day 10."""
    period = ISOLATION_RENEWAL.period
    assert period is not None
    assert period.last_day_of(jst("2025-02-28").date()) == jst("2025-03-10").date()


def test_a_protection_room_is_counted_to_the_minute_over_new_year() -> None:
    """C39: 31 December, 23:17 to 1 January, 23:17; no holiday stops it."""
    ends = PROTECTION_ROOM.ends_from(jst("2025-12-31T23:17")).value
    assert ends.astimezone(JST) == jst("2026-01-01T23:17")
