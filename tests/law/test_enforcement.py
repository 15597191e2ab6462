"""Who removes and at whose cost (59), who authorises, and when an act at the gate is entered."""

from datetime import date, timedelta

import pytest

from law import enforcement_reasons
from law.enforcement import (
    CARRIER_GROUNDS,
    CarrierFacts,
    Obstruction,
    RemovalAttempt,
    carrier_must_remove,
    is_entered_as_it_happens,
    is_on_file_in_time,
    is_second_officer,
    may_waive_waiting_costs,
)
from law.enforcement_clocks import REMOVAL_AUTHORISATION
from law.facts import Destination, Ground
from law.finding import Answer, Reason
from law.removal import may_be_destination
from tests.procedures.desk import jst

OVERSTAY = frozenset({Ground.IV_RO})


@pytest.mark.parametrize("ground", Ground)
def test_items_v_to_vi_4_bind_the_carrier_whatever_it_knew(ground: Ground) -> None:
    """59(1)(ii): 24(v), (v-2), (vi), (vi-2), (vi-3), (vi-4) and no other item, even with nothing else on record."""
    items = {"24(v)", "24(v-2)", "24(vi)", "24(vi-2)", "24(vi-3)", "24(vi-4)"}
    found = carrier_must_remove(CarrierFacts(frozenset({ground}), date(2025, 6, 2)))
    assert found.value is (Answer.YES if ground.value in items else Answer.UNKNOWN)
    assert (ground in CARRIER_GROUNDS) is (ground.value in items)


@pytest.mark.parametrize(
    ("landed_on", "ordered_on", "answer"),
    [
        # landed 2 June 2020, that day not counted: k = 3 June 2020, five years end on 2 June 2025
        (date(2020, 6, 2), date(2025, 6, 2), Answer.YES),
        (date(2020, 6, 2), date(2025, 6, 3), Answer.NO),
        # landed 29 February 2020: k = 1 March, five years end on 28 February 2025
        (date(2020, 2, 29), date(2025, 2, 28), Answer.YES),
        (date(2020, 2, 29), date(2025, 3, 1), Answer.NO),
        # landed 31 December 2019: k = 1 January 2020, five years end on 31 December 2024
        (date(2019, 12, 31), date(2024, 12, 31), Answer.YES),
        (date(2019, 12, 31), date(2025, 1, 1), Answer.NO),
    ],
)
def test_five_years_lie_between_landing_and_order(landed_on: date, ordered_on: date, answer: Answer) -> None:
    """59(1)(iii): the five years run from the landing, its day not counted, through their last day."""
    assert carrier_must_remove(CarrierFacts(OVERSTAY, ordered_on, landed_on, knew=True)).value is answer


@pytest.mark.parametrize(
    ("landed_on", "knew", "answer"),
    [
        (None, True, Answer.UNKNOWN),
        (date(2023, 1, 9), None, Answer.UNKNOWN),
        (date(2023, 1, 9), False, Answer.NO),
        (date(2023, 1, 9), True, Answer.YES),
    ],
)
def test_a_carrier_answers_only_for_what_it_plainly_knew(
    landed_on: date | None, knew: bool | None, answer: Answer
) -> None:
    """What is not on record of the landing or of the carrier's knowledge is unknown, never a duty."""
    assert carrier_must_remove(CarrierFacts(OVERSTAY, date(2025, 6, 2), landed_on, knew)).value is answer


@pytest.mark.parametrize(("passport", "visa"), [(True, False), (False, True), (False, False)])
def test_waiting_costs_are_waived_for_a_passport_with_a_visa_alone(passport: bool, visa: bool) -> None:
    """59(3): both are needed."""
    assert may_waive_waiting_costs(valid_passport=passport, visa=visa).value is Answer.NO
    assert may_waive_waiting_costs(valid_passport=True, visa=True).value is Answer.YES


def test_two_officers_answer_for_a_removal() -> None:
    """Nobody authorises what he or she requested, nor what nobody requested."""
    assert is_second_officer("one", "other").value is Answer.YES
    assert is_second_officer("one", "one").value is Answer.NO
    assert is_second_officer("", "other").value is Answer.NO


def test_nothing_at_the_gate_is_entered_afterwards() -> None:
    """An act of the gate that lies before its receipt, by however little, is refused."""
    now = jst("2025-06-02T10:00")
    assert is_entered_as_it_happens(now, now).value is Answer.YES
    assert is_entered_as_it_happens(now - timedelta(microseconds=1), now).value is Answer.NO


def test_an_authorisation_holds_ten_minutes() -> None:
    """From 10:00:30 to before 10:10:30, to the second, over midnight too."""
    assert REMOVAL_AUTHORISATION.ends_from(jst("2025-06-02T10:00:30")).value == jst("2025-06-02T10:10:30")
    assert REMOVAL_AUTHORISATION.ends_from(jst("2025-06-02T23:55")).value == jst("2025-06-03T00:05")


@pytest.mark.parametrize(
    ("destination", "answer"),
    [
        (None, Answer.UNKNOWN),
        (Destination("XA", True, True, False, False), Answer.YES),
        (Destination("XA", False, True, False, False), Answer.NO),
        (Destination("XA", True, False, False, False), Answer.NO),
        (Destination("XA", True, None, False, False), Answer.UNKNOWN),
        (Destination("XA", True, True, True, False), Answer.NO),
        (Destination("XA", True, True, True, False, minister_finding=True), Answer.YES),
        (Destination("XA", True, True, False, True, minister_finding=True), Answer.NO),
        (Destination("XA", True, True, None, False), Answer.UNKNOWN),
    ],
)
def test_row_8_alone(destination: Destination | None, answer: Answer) -> None:
    """A destination is open if 53(1), (2) allow it, it receives the person, and 53(3) does not bar it."""
    assert may_be_destination(destination).value is answer


@pytest.mark.parametrize(
    ("on_file", "answer"),
    [("2025-06-09T10:00", Answer.YES), ("2025-06-09T10:09:59.999999", Answer.YES), ("2025-06-09T10:10", Answer.NO)],
)
def test_an_act_of_the_gate_is_on_file_within_ten_minutes(on_file: str, answer: Answer) -> None:
    """Authorised at 10:00: what reaches the file at 10:10, the register having been away, is asked anew."""
    assert is_on_file_in_time(jst("2025-06-09T10:00"), jst(on_file)).value is answer


def test_an_attempt_says_what_it_failed_of() -> None:
    """By default nobody obstructed it and no captain refused."""
    attempt = RemovalAttempt(date(2025, 6, 2))
    assert (attempt.obstructed_by, attempt.captain_refused) == (None, False)
    assert {each.value for each in Obstruction} == {"deceit", "force", "threatening_pressure"}


def test_every_ground_of_refusal_names_article_and_remedy() -> None:
    """Code, article, both languages and a remedy."""
    reasons = [one for one in vars(enforcement_reasons).values() if isinstance(one, Reason)]
    assert len({one.code for one in reasons}) == len(reasons) > 10
    assert all(one.basis and one.en and one.ja and one.remedy for one in reasons)
