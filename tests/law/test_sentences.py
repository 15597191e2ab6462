"""DT-16: which sentence counts where, row by row; no threshold is used for two rules."""

from datetime import date

import pytest

from law.facts import Sentence, Suspension
from law.finding import Answer
from law.on_record import AtLeast
from law.sentences import (
    DEPORTABLE,
    LANDING_DENIED,
    LISTED_CRIME,
    NO_SUSPENSIVE_EFFECT,
    STRICT_BAR,
    Threshold,
    add_up,
    counts,
    is_listed,
    may_rest_on_a_sentence,
    was_revoked,
)

FINAL, TODAY = date(2025, 1, 20), date(2026, 6, 1)
NONE, PARTIAL, WHOLE = Suspension.NONE, Suspension.PARTIAL, Suspension.WHOLE
YES, NO = True, False


def of(months: int | None, suspension: Suspension = NONE, part: int | None = None, days: int = 0) -> Sentence:
    """A final sentence of a Japanese court."""
    return Sentence(FINAL, months, suspension, part, days=days)


# length, suspension, part not suspended, days -> 24(iv)(ri) and 50(1) | 61-2-9(4)(ii) | 5(1)(iv)
LENGTHS: list[tuple[Sentence, bool, bool, bool]] = [
    (of(11), NO, NO, NO),
    (of(11, days=30), NO, NO, NO),
    (of(12), NO, NO, YES),  # "more than 1 year" against "1 year or more"
    (of(12, days=1), YES, NO, YES),
    (of(13), YES, NO, YES),
    (of(35, days=30), YES, NO, YES),
    (of(36), YES, YES, YES),  # "3 years or more"
    (of(None), YES, YES, YES),  # life
    (of(11, WHOLE), NO, NO, NO),
    (of(12, WHOLE), NO, NO, YES),  # landing: no exception in the text
    (of(13, WHOLE), NO, NO, YES),
    (of(36, WHOLE), NO, NO, YES),
    (of(18, PARTIAL, 6), NO, NO, YES),
    (of(18, PARTIAL, 12), NO, NO, YES),  # the part is 1 year or less
    (of(36, PARTIAL, 12), NO, NO, YES),
    (of(36, PARTIAL, 13), YES, NO, YES),  # the part is longer; any suspension keeps (4)(ii) away
    (of(12, PARTIAL, 11), NO, NO, YES),
]


@pytest.mark.parametrize(("sentence", "year", "three_years", "landing"), LENGTHS)
def test_the_length_that_each_row_asks_for(sentence: Sentence, *, year: bool, three_years: bool, landing: bool) -> None:
    """More than one year, three years or more, one year or more; each with its own word on suspension."""
    rows = (DEPORTABLE, STRICT_BAR, NO_SUSPENSIVE_EFFECT, LANDING_DENIED)
    assert tuple(counts(row, sentence, TODAY) for row in rows) == (year, year, three_years, landing)


@pytest.mark.parametrize(("days", "answer"), [(0, NO), (1, YES)])
def test_the_part_that_was_not_suspended_is_counted_to_the_day(days: int, *, answer: bool) -> None:
    """50(1): a part of one year is not longer than one year; one day more is."""
    sentence = Sentence(FINAL, 24, PARTIAL, 12, unsuspended_days=days)
    assert counts(STRICT_BAR, sentence, TODAY) is answer


@pytest.mark.parametrize(
    ("row", "answer"), [(DEPORTABLE, None), (STRICT_BAR, None), (NO_SUSPENSIVE_EFFECT, NO), (LANDING_DENIED, YES)]
)
def test_a_part_that_is_not_on_record_is_unknown_only_where_it_decides(row: Threshold, *, answer: bool | None) -> None:
    """DT-16: (4)(ii) excludes every partial suspension, landing none; the two others ask for the part."""
    assert counts(row, of(24, PARTIAL), TODAY) is answer


@pytest.mark.parametrize(
    ("row", "answer"), [(DEPORTABLE, NO), (STRICT_BAR, NO), (NO_SUSPENSIVE_EFFECT, NO), (LANDING_DENIED, YES)]
)
def test_a_foreign_sentence_counts_for_landing_alone(row: Threshold, *, answer: bool) -> None:
    """A-46: only 5(1)(iv) names foreign law."""
    assert counts(row, Sentence(FINAL, 60, NONE, japanese_court=False), TODAY) is answer


@pytest.mark.parametrize("row", [DEPORTABLE, STRICT_BAR, NO_SUSPENSIVE_EFFECT, LANDING_DENIED, LISTED_CRIME])
@pytest.mark.parametrize("final_on", [None, date(2026, 6, 2)])
def test_a_judgment_that_is_not_final_counts_nowhere(row: Threshold, final_on: date | None) -> None:
    """DT-16: sentenced is who is sentenced by a final judgment."""
    assert counts(row, Sentence(final_on, None, NONE, listed_crime=True), TODAY) is False
    assert counts(row, Sentence(TODAY, None, NONE, listed_crime=True), TODAY) is True


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (Sentence(FINAL, 1, WHOLE, listed_crime=True), YES),
        (Sentence(FINAL, 1, PARTIAL, listed_crime=True), YES),
        (Sentence(FINAL, None, NONE), NO),
        (Sentence(FINAL, 24, NONE, listed_crime=True, japanese_court=False), NO),
    ],
)
def test_any_imprisonment_for_a_listed_crime(sentence: Sentence, *, answer: bool) -> None:
    """24(iv-2), 24-3(iii), 61-2-2(1)(ii), 61-2-4(1)(viii): however short, and suspended or not."""
    assert is_listed(sentence, TODAY) is answer


@pytest.mark.parametrize(
    ("months", "suspension", "final_on", "answer"),
    [(13, WHOLE, FINAL, YES), (13, PARTIAL, FINAL, YES), (12, WHOLE, FINAL, NO), (13, WHOLE, None, NO)],
)
def test_a_suspension_revoked_later_is_told_apart(
    months: int, suspension: Suspension, final_on: date | None, *, answer: bool
) -> None:
    """A-46: a person is asked where only the suspension keeps a sentence out; too short or not final, nobody is."""
    sentence = Sentence(final_on, months, suspension, 6, suspension_revoked=True)
    assert was_revoked(STRICT_BAR, sentence, TODAY) is answer


def test_two_sentences_reach_no_threshold_but_a_person_looks() -> None:
    """A-20: 20 and 16 months are 36 together; each by itself is less than three years."""
    both = [of(20), of(16)]
    assert not any(counts(NO_SUSPENSIVE_EFFECT, one, TODAY) for one in both)
    assert add_up(NO_SUSPENSIVE_EFFECT, both)
    assert not add_up(NO_SUSPENSIVE_EFFECT, [of(20), of(15)])


@pytest.mark.parametrize(
    ("sentences", "answer"),
    [
        (None, Answer.YES),  # nobody asked yet
        (AtLeast((of(12),)), Answer.YES),  # there may be others
        ((), Answer.NO),
        ((of(12),), Answer.NO),  # one year is not more than one year
        ((of(12, days=1),), Answer.YES),
        ((of(36, WHOLE),), Answer.NO),
        ((Sentence(FINAL, 36, WHOLE, suspension_revoked=True),), Answer.YES),  # a person judges
        ((of(24, PARTIAL),), Answer.YES),  # the part that was not suspended is not on record
        ((of(11), of(24)), Answer.YES),
    ],
)
def test_a_finding_of_iv_ri_needs_a_sentence_that_may_count(
    sentences: tuple[Sentence, ...] | None, answer: Answer
) -> None:
    """24(iv)(ri) is not found against sentences on record of which none is long enough; the unknown bars nothing."""
    assert may_rest_on_a_sentence(sentences, TODAY).value is answer
