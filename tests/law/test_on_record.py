"""What is recorded and what cases keep, taken together; and what is not known of others."""

from datetime import date, datetime
from typing import Any

import pytest

from law.facts import (
    Circumstances,
    CourtStay,
    CourtStayScope,
    CriminalProceedings,
    ProceedingsKind,
    Sentence,
    Suspension,
    TravelRestriction,
)
from law.finding import Answer
from law.on_record import AtLeast, exists, has_happened, others_are_unknown, together
from law.periods import JST

NOON = datetime(2025, 6, 2, 12, tzinfo=JST)
LATER = datetime(2025, 6, 3, 12, tzinfo=JST)
STAY = CourtStay(CourtStayScope.REMOVAL, NOON)
ENDED = CourtStay(CourtStayScope.REMOVAL, NOON, LATER)
SENTENCE = Sentence(date(2025, 6, 2), 36, Suspension.NONE)
NONE: dict[str, Any] = {"stays": (), "proceedings": (), "restrictions": (), "sentences": ()}


@pytest.mark.parametrize(
    ("records", "found"),
    [
        (None, None),
        ((), False),
        ((2,), True),
        ((1,), False),
        (AtLeast((2,)), True),
        (AtLeast((1,)), None),
    ],
)
def test_what_is_not_said_of_others_stays_unknown(records: tuple[int, ...] | None, found: bool | None) -> None:
    """One record that is such decides; none decides only where somebody recorded that there are no others."""
    assert exists(records, lambda one: one > 1) is found


def test_a_plain_record_says_that_there_are_no_others() -> None:
    """Only what cases keep without a record beside it leaves others unknown."""
    said: list[tuple[int, ...] | None] = [None, AtLeast(()), (), (1,)]
    assert [others_are_unknown(one) for one in said] == [True, True, False, False]


def test_nothing_kept_by_cases_leaves_the_record_as_it_is() -> None:
    """Unknown stays unknown, and known stays known."""
    recorded = Circumstances(court_stays=(STAY,))
    assert together(recorded, **NONE) is recorded


def test_what_a_case_keeps_counts_where_nothing_was_recorded() -> None:
    """A running stay counts though nobody was asked; whether there are others is not said, nor anything of the rest."""
    found = together(Circumstances(), **NONE | {"stays": (STAY,), "sentences": (SENTENCE,)})
    assert found.court_stays == (STAY,)
    assert others_are_unknown(found.court_stays)
    assert found.sentences == (SENTENCE,)
    assert others_are_unknown(found.sentences)
    assert (found.proceedings, found.travel_restrictions) == (None, None)


def test_what_is_open_in_one_of_two_is_open() -> None:
    """The same stay, ended on one side and open on the other, counts as open until both say that it ended."""
    case_open = together(Circumstances(court_stays=(ENDED,)), **NONE | {"stays": (STAY,)})
    record_open = together(Circumstances(court_stays=(STAY,)), **NONE | {"sentences": (SENTENCE,)})
    for found in (case_open, record_open):
        assert exists(found.court_stays, lambda stay: stay.until is None) is True


def test_what_both_sides_say_alike_is_one() -> None:
    """The same record twice is not two: two sentences of two years are not made from one."""
    found = together(Circumstances(sentences=(SENTENCE,)), **NONE | {"sentences": (SENTENCE,)})
    assert found.sentences == (SENTENCE,)
    assert not others_are_unknown(found.sentences)


def test_every_kind_is_taken_together() -> None:
    """Stays, proceedings, restrictions and sentences alike."""
    proceedings = (CriminalProceedings(ProceedingsKind.CRIMINAL, date(2025, 6, 2)),)
    restrictions = (TravelRestriction(NOON),)
    kept: dict[str, Any] = {
        "stays": (STAY,),
        "proceedings": proceedings,
        "restrictions": restrictions,
        "sentences": (SENTENCE,),
    }
    empty = Circumstances(court_stays=(), proceedings=(), travel_restrictions=(), sentences=())
    found = together(empty, **kept)
    assert found == Circumstances(
        court_stays=(STAY,), proceedings=proceedings, travel_restrictions=restrictions, sentences=(SENTENCE,)
    )


@pytest.mark.parametrize(
    ("at", "answer"),
    [(LATER, Answer.YES), (datetime(2025, 6, 3, 11, 59, tzinfo=JST), Answer.NO), (NOON, Answer.NO)],
)
def test_a_record_tells_what_has_happened(at: datetime, answer: Answer) -> None:
    """No record ends a stay by itself later: an end to come is kept by the case that has the clock."""
    assert has_happened((ENDED,), at).value is answer
    assert has_happened((), at).value is Answer.YES


def test_a_beginning_to_come_is_not_on_record() -> None:
    """What begins later has not happened either."""
    assert has_happened((TravelRestriction(LATER),), NOON).value is Answer.NO
    assert has_happened((TravelRestriction(NOON),), NOON).value is Answer.YES
