"""The deposit: what may be set, and a ledger that always balances."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.custody import Paragraph
from law.deposit import (
    CEILING,
    Deposit,
    Terms,
    ceiling,
    forfeit,
    give_back,
    may_be_due,
    may_be_forfeited,
    may_be_paid,
    may_be_set,
    pay,
    payable_until,
)
from law.finding import Answer
from law.money import Yen
from law.sponsorship import Risk

DAY = date(2025, 3, 4)
SCREENINGS = [one for one in Paragraph if one.at_screening]
LATER = [one for one in Paragraph if not one.at_screening]


def terms(paragraph: Paragraph, amount: int = 1_000_000, *, minor: bool | None = False) -> Terms:
    """Terms that fit a paragraph."""
    return Terms(Yen(amount), minor, frozenset({Risk.FLIGHT}), DAY if paragraph.at_screening else None)


def codes(found: Terms, paragraph: Paragraph) -> list[str]:
    """The codes of the reasons against terms."""
    return [reason.code for reason in may_be_set(found, paragraph).reasons]


@pytest.mark.parametrize("paragraph", list(Paragraph))
def test_what_fits_a_paragraph_may_be_set(paragraph: Paragraph) -> None:
    """One yen and three million, with the due date that belongs to the paragraph (DT-06)."""
    for amount in (1, CEILING.amount):
        assert may_be_set(terms(paragraph, amount), paragraph).value is Answer.YES


@pytest.mark.parametrize(
    ("minor", "highest"), [(False, 3_000_000), (True, 1_500_000), (None, 1_500_000)], ids=["adult", "minor", "doubt"]
)
def test_the_ceilings(minor: bool | None, highest: int) -> None:
    """Ord. 36-2(4): three million yen, half for a minor and in doubt (A-32); one yen more is refused."""
    paragraph = Paragraph.LATER_BEFORE_ORDER
    assert ceiling(minor=minor).amount == highest
    assert codes(terms(paragraph, highest, minor=minor), paragraph) == []
    assert codes(terms(paragraph, highest + 1, minor=minor), paragraph) == ["deposit_above_ceiling"]


@pytest.mark.parametrize("paragraph", list(Paragraph))
def test_the_due_date_hangs_on_the_paragraph(paragraph: Paragraph) -> None:
    """44-2(1) and 52-2(1) need one, the others have none (Ord. 36-2(6))."""
    other = None if paragraph.at_screening else DAY
    wanted = "due_date_missing" if paragraph.at_screening else "no_due_date"
    assert codes(replace(terms(paragraph), due=other), paragraph) == [wanted]


@pytest.mark.parametrize(
    ("paragraph", "against", "answer"),
    [
        (Paragraph.LATER_BEFORE_ORDER, {Risk.DESTROYING_EVIDENCE}, Answer.YES),
        (Paragraph.LATER_BEFORE_ORDER, {Risk.ILLEGAL_WORK}, Answer.NO),
        (Paragraph.LATER_AFTER_ORDER, {Risk.ILLEGAL_WORK}, Answer.YES),
        (Paragraph.COMMANDED, {Risk.FLIGHT, Risk.ILLEGAL_WORK}, Answer.YES),
        (Paragraph.COMMANDED, {Risk.DESTROYING_EVIDENCE}, Answer.NO),
        (Paragraph.LATER_BEFORE_ORDER, set(), Answer.NO),
    ],
)
def test_what_a_deposit_is_for(paragraph: Paragraph, against: set[Risk], answer: Answer) -> None:
    """Against flight and, before the order, destroying evidence; after it, illegal work; never for nothing."""
    assert may_be_set(replace(terms(paragraph), against=frozenset(against)), paragraph).value is answer


def test_nobody_pays_on_the_day_of_placement() -> None:
    """Counted from the day after (Ord. 36-2(6)): that day is the first on which a deposit may be due."""
    assert may_be_due(DAY, DAY).reasons[0].code == "due_too_early"
    assert may_be_due(date(2025, 3, 5), DAY).value is Answer.YES


def test_every_reason_stands_somewhere_and_says_what_would_cure_it() -> None:
    """Each refusal names an article and a remedy."""
    bad = Terms(Yen(0), False, frozenset(), None)
    found = may_be_set(bad, Paragraph.AT_SCREENING_BEFORE_ORDER)
    assert len(found.reasons) == 3
    assert all(reason.basis and reason.remedy for reason in found.reasons)


def test_a_payment_is_taken_once_and_exactly() -> None:
    """No more, no less, never twice; when all is over whatever came is recorded, but nothing is not."""
    set_one = Deposit(Yen(500))
    assert may_be_paid(None, Yen(500), over=True).value is Answer.NO
    assert may_be_paid(set_one, Yen(500), over=False).value is Answer.YES
    assert may_be_paid(set_one, Yen(499), over=False).value is Answer.NO
    assert may_be_paid(set_one, Yen(501), over=False).value is Answer.NO
    assert may_be_paid(set_one, Yen(1), over=True).value is Answer.YES
    assert may_be_paid(set_one, Yen(0), over=True).value is Answer.NO
    paid = pay(set_one, Yen(500), "payer", DAY)
    for over in (True, False):
        assert may_be_paid(paid, Yen(500), over=over).reasons[0].code == "deposit_paid_already"
    with pytest.raises(ValueError, match="once"):
        pay(paid, Yen(500), "payer", DAY)


def test_what_came_late_is_held_to_be_returned_and_not_forfeited() -> None:
    """A-06: no yen of it is forfeited, all of it is returned; what came in time may be forfeited."""
    late = pay(Deposit(Yen(500)), Yen(500), "payer", DAY, late=True)
    in_time = pay(Deposit(Yen(500)), Yen(500), "payer", DAY)
    assert (late.is_forfeitable, in_time.is_forfeitable, Deposit(Yen(500)).is_forfeitable) == (False, True, False)
    for amount in (1, 500):
        assert may_be_forfeited(late, Yen(amount)).reasons[0].code == "came_late"
        assert may_be_forfeited(in_time, Yen(amount)).value is Answer.YES
    assert give_back(late).returned == 500


@pytest.mark.parametrize(
    ("due", "until"),
    [
        (date(2025, 3, 6), date(2025, 3, 6)),
        (date(2025, 1, 11), date(2025, 1, 14)),  # Saturday, Sunday, Coming of Age Day
        (date(2025, 12, 27), date(2026, 1, 5)),  # a weekend, 29 December to 3 January, a Sunday
    ],
)
def test_a_payment_on_the_next_working_day_is_in_time(due: date, until: date) -> None:
    """A-01: a closed due date gives way to the next working day, an open one to none."""
    assert payable_until(due) == until


def test_a_ledger_that_does_not_balance_cannot_be_made() -> None:
    """More returned than paid, a negative sum: no such ledger exists, and none is edited."""
    paid = pay(Deposit(Yen(500)), Yen(500), "payer", DAY)
    with pytest.raises(ValueError, match="balance"):
        forfeit(paid, Yen(501))
    with pytest.raises(ValueError, match="balance"):
        Deposit(Yen(-1))
    with pytest.raises(FrozenInstanceError):
        paid.returned = Yen(1)  # type: ignore[misc]


@given(
    required=st.integers(1, 3_000_000),
    moves=st.lists(
        st.tuples(st.sampled_from(["pay", "forfeit", "return"]), st.integers(-10, 3_000_010), st.booleans()),
        max_size=12,
    ),
)
def test_whatever_is_tried_what_was_paid_is_held_forfeited_or_returned(
    required: int, moves: list[tuple[str, int, bool]]
) -> None:
    """Any sequence of what the rules allow: one payment, one payer, every yen accounted for, none made."""
    ledger, payments, forfeited = Deposit(Yen(required)), 0, 0
    for what, amount, over in moves:
        wanted = Yen(required if what == "pay" and amount % 2 else amount)
        if what == "pay" and may_be_paid(ledger, wanted, over=over).value is Answer.YES:
            ledger, payments = pay(ledger, wanted, f"payer-{payments}", DAY), payments + 1
        elif what == "forfeit" and may_be_forfeited(ledger, wanted).value is Answer.YES:
            ledger, forfeited = forfeit(ledger, wanted), forfeited + wanted
        elif what == "return":
            ledger = give_back(ledger)
            assert ledger.held == 0
        assert ledger.paid == ledger.held + ledger.forfeited + ledger.returned
        assert min(ledger.held, ledger.forfeited, ledger.returned) >= 0
    assert payments <= 1
    assert ledger.forfeited == forfeited <= ledger.paid
