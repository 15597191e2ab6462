"""Criminal proceedings beside a deportation case: leave, reports, sentences, the first day of travel restrictions."""

from datetime import date

import pytest

from law.criminal import (
    ReleaseKind,
    Reporter,
    is_executed,
    leave_may_be_given,
    release_is_reported_by,
    restriction_is_law,
    sentence_fits,
)
from law.detention import may_be_executed_by_detention, proceedings_run
from law.facts import Circumstances, CriminalProceedings, ProceedingsKind, Sentence, Suspension
from law.finding import Answer
from law.on_record import AtLeast
from law.periods import end_of, start_of

FINAL = date(2025, 6, 2)


@pytest.mark.parametrize(
    ("running", "answer", "code"),
    [
        (ProceedingsKind.SENTENCE, Answer.YES, None),
        (ProceedingsKind.CRIMINAL, Answer.NO, "no_sentence_served"),
        (ProceedingsKind.JUVENILE_TRAINING, Answer.NO, "no_leave_from_juvenile_training"),
        (None, Answer.NO, "no_sentence_served"),
    ],
)
def test_leave_is_for_a_sentence_that_is_served(
    running: ProceedingsKind | None, answer: Answer, code: str | None
) -> None:
    """63(2) proviso: never during a trial, nor in juvenile training."""
    found = leave_may_be_given(running)
    assert found.value is answer
    assert [reason.code for reason in found.reasons] == ([code] if code else [])


def test_the_first_day_of_travel_restrictions() -> None:
    """Suppl. 20: from 15 May 2025, not the day before."""
    assert restriction_is_law(date(2025, 5, 14)).value is Answer.NO
    assert restriction_is_law(date(2025, 5, 15)).value is Answer.YES


@pytest.mark.parametrize(
    ("kind", "prison", "board"),
    [
        (ReleaseKind.TERM_SERVED, Answer.YES, Answer.NO),
        (ReleaseKind.EXECUTION_STOPPED, Answer.YES, Answer.NO),
        (ReleaseKind.OTHER, Answer.YES, Answer.NO),
        (ReleaseKind.PAROLE, Answer.NO, Answer.YES),
        (ReleaseKind.DISCHARGED, Answer.YES, Answer.YES),
    ],
)
def test_who_reports_which_release(kind: ReleaseKind, prison: Answer, board: Answer) -> None:
    """62(3): the head, parole excepted; 62(4): the board, what it decided."""
    assert release_is_reported_by(Reporter.PRISON_HEAD, kind).value is prison
    assert release_is_reported_by(Reporter.PAROLE_BOARD, kind).value is board


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (Sentence(FINAL, 36, Suspension.NONE), Answer.YES),
        (Sentence(FINAL, None, Suspension.NONE), Answer.YES),
        (Sentence(FINAL, None, Suspension.WHOLE), Answer.NO),
        (Sentence(FINAL, None, Suspension.PARTIAL, 12), Answer.NO),
        (Sentence(FINAL, 36, Suspension.PARTIAL), Answer.YES),
        (Sentence(FINAL, 36, Suspension.PARTIAL, 35), Answer.YES),
        (Sentence(FINAL, 36, Suspension.PARTIAL, 36), Answer.NO),
        (Sentence(FINAL, 36, Suspension.PARTIAL, 35, unsuspended_days=29), Answer.YES),
        (Sentence(FINAL, 36, Suspension.PARTIAL, 0), Answer.NO),
        (Sentence(FINAL, 36, Suspension.PARTIAL, 36, days=10), Answer.YES),
        (Sentence(FINAL, 36, Suspension.PARTIAL, unsuspended_days=5), Answer.NO),
        (Sentence(FINAL, None, Suspension.NONE, days=5), Answer.NO),
        (Sentence(FINAL, 36, Suspension.NONE, 12), Answer.NO),
        (Sentence(FINAL, 36, Suspension.WHOLE, 12), Answer.NO),
    ],
)
def test_a_sentence_fits_together(sentence: Sentence, answer: Answer) -> None:
    """Life is not suspended; an unsuspended part belongs to a part-suspended sentence, and is less than the whole."""
    assert sentence_fits(sentence).value is answer


@pytest.mark.parametrize(
    ("sentence", "executed"),
    [
        (Sentence(FINAL, 12, Suspension.NONE), True),
        (Sentence(FINAL, 12, Suspension.PARTIAL, 6), True),
        (Sentence(FINAL, 12, Suspension.WHOLE), False),
        (Sentence(FINAL, 12, Suspension.WHOLE, suspension_revoked=True), True),
        (Sentence(FINAL, 12, Suspension.NONE, japanese_court=False), False),
    ],
)
def test_what_is_served_in_japan(sentence: Sentence, executed: bool) -> None:
    """Nothing of a foreign sentence, nor of a wholly suspended one whose suspension stands."""
    assert is_executed(sentence) is executed


def serving(release_on: date | None = None, *, leave: bool = False) -> CriminalProceedings:
    """A sentence that is served since 2 June 2025."""
    return CriminalProceedings(ProceedingsKind.SENTENCE, FINAL, leave_given=leave, release_on=release_on)


@pytest.mark.parametrize(
    ("one", "day", "run"),
    [
        (serving(), date(2025, 11, 20), True),
        (serving(date(2025, 11, 20)), date(2025, 11, 19), True),
        (serving(date(2025, 11, 20)), date(2025, 11, 20), False),
        (serving(leave=True), date(2025, 11, 19), False),
    ],
)
def test_a_reported_release_opens_the_hand_over_from_its_day(one: CriminalProceedings, day: date, run: bool) -> None:
    """64(2): at the release the prison hands over; before that day the sentence stands in the way."""
    recorded = Circumstances(proceedings=(one,))
    for at in (start_of(day), end_of(day) - (end_of(day) - start_of(day)) / 2):
        assert proceedings_run(recorded, at, let_out=True) is run
        assert (may_be_executed_by_detention(recorded, at, let_out=True).value is Answer.NO) is run
        assert proceedings_run(recorded, at) is not one.leave_given  # all but the hand-over waits for the end


def test_leave_in_one_case_does_not_say_that_there_are_no_others() -> None:
    """Where nobody asked the register, it stays unknown whether other proceedings run."""
    known = Circumstances(proceedings=(serving(leave=True),))
    unasked = Circumstances(proceedings=AtLeast((serving(leave=True),)))
    at = start_of(date(2025, 7, 1))
    assert proceedings_run(known, at) is False
    assert proceedings_run(unasked, at) is None
