"""DT-04: for how long landing is denied, row by row, to the day."""

from datetime import date, timedelta

import pytest

from law.departure_order import Track
from law.enforcement_clocks import DENIAL_FIVE_YEARS, DENIAL_ONE_YEAR
from law.facts import Ground
from law.finding import Answer
from law.landing import Leaving
from law.landing_denial import (
    BARRED_WITHOUT_END,
    Cause,
    Denial,
    DenialKept,
    Denied,
    LeftJapan,
    Purpose,
    clocks_of,
    denial_after_leaving,
    denial_of,
    denied_until,
    is_denied,
    was_deported_before,
)
from law.periods import start_of

VISITOR, OTHER = Purpose.TEMPORARY_VISITOR, Purpose.OTHER
OVERSTAY = frozenset({Ground.IV_RO})
JULY = date(2024, 7, 10)
ORDER_WAYS = [one for one in Leaving if one is not Leaving.DEPARTURE_ORDER]


def left(leaving: Leaving = Leaving.REMOVED, on: date = JULY, **facts: object) -> LeftJapan:
    """Somebody removed for an overstay, never deported before, unless said otherwise."""
    given: dict[str, object] = {"grounds": OVERSTAY, "before": False}
    return LeftJapan(on, leaving, **(given | facts))  # type: ignore[arg-type]


def kept(one: LeftJapan, *, set_aside: bool = False, void: bool = False) -> DenialKept:
    """A denial on record that runs from leaving."""
    return DenialKept("case", Cause.LEFT, one.on, one, set_aside, void)


ROWS = [
    # departure order, track A: one year for anything (ho)
    (left(Leaving.DEPARTURE_ORDER, track=Track.APPEARED), OTHER, 1, "5(1)(ix)(ho)"),
    (left(Leaving.DEPARTURE_ORDER, track=Track.APPEARED), VISITOR, 1, "5(1)(ix)(ho)"),
    # departure order, track B: five years as a Temporary Visitor (he), else one year (ho)
    (left(Leaving.DEPARTURE_ORDER, track=Track.DECLARED), VISITOR, 5, "5(1)(ix)(he)"),
    (left(Leaving.DEPARTURE_ORDER, track=Track.DECLARED), OTHER, 1, "5(1)(ix)(ho)"),
    # order, own expense, the decision kept: one year (ro), as a Temporary Visitor five (ha)
    (left(Leaving.OWN_EXPENSE, decision_kept=True), OTHER, 1, "5(1)(ix)(ro)"),
    (left(Leaving.OWN_EXPENSE, decision_kept=True), VISITOR, 5, "5(1)(ix)(ha)"),
    # a penal order counts as deported; one year with a permission and a decision only
    (left(Leaving.PENAL_ORDER, decision_kept=True), OTHER, 1, "5(1)(ix)(ro)"),
    # made by mistake, and a person decided that it stands: one year, as a Temporary Visitor ten (ni); or that it falls
    (left(Leaving.OWN_EXPENSE, decision_kept=True, before=True, decision_stands=True), OTHER, 1, "5(1)(ix)(ro)"),
    (left(Leaving.OWN_EXPENSE, decision_kept=True, before=True, decision_stands=True), VISITOR, 10, "5(1)(ix)(ni)"),
    (left(Leaving.OWN_EXPENSE, decision_kept=True, before=True, decision_stands=False), OTHER, 10, "5(1)(ix)(ni)"),
    (left(Leaving.OWN_EXPENSE, decision_kept=True, before=True, decision_stands=False), VISITOR, 10, "5(1)(ix)(ni)"),
    # order, any other way: five years, or ten after an earlier deportation or departure order
    *[(left(way), purpose, 5, "5(1)(ix)(ha)") for way in ORDER_WAYS for purpose in Purpose],
    *[(left(way, before=True), purpose, 10, "5(1)(ix)(ni)") for way in ORDER_WAYS for purpose in Purpose],
    # whoever is removed by force left under no permission, whatever was decided
    (left(Leaving.REMOVED, decision_kept=True), OTHER, 5, "5(1)(ix)(ha)"),
    (left(Leaving.BY_ONESELF, decision_kept=True), OTHER, 5, "5(1)(ix)(ha)"),
    # beside another ground, 24(iv-3) takes nobody out of (ix)
    (left(grounds=OVERSTAY | {Ground.IV_3}), OTHER, 5, "5(1)(ix)(ha)"),
]


@pytest.mark.parametrize(("one", "purpose", "years", "article"), ROWS)
def test_every_row_that_has_a_period(one: LeftJapan, purpose: Purpose, years: int, article: str) -> None:
    """Left on 10 July 2024: through 10 July of the year in which the period ends, by the item that fixes it."""
    found = denial_after_leaving(one, purpose)
    assert found.value == Denial(Denied.UNTIL, years, date(2024 + years, 7, 10))
    assert article in {citation.article for citation in found.basis}
    assert found.steps[0].day == JULY
    free = date(2024 + years, 7, 11)
    assert free.isoformat() in next(why.en for why in found.reasons if why.code == "denied_through")


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("ground", sorted(BARRED_WITHOUT_END))
@pytest.mark.parametrize("way", ORDER_WAYS)
def test_deported_as_an_enemy_of_the_order_of_the_state(purpose: Purpose, ground: Ground, way: Leaving) -> None:
    """24(iv)(o) to (yo): no end (5(1)(x)), also beside another ground, and no decision of one year helps."""
    found = denial_after_leaving(left(way, grounds=OVERSTAY | {ground}, decision_kept=True, before=None), purpose)
    assert found.value == Denial(Denied.WITHOUT_END)
    assert {citation.article for citation in found.basis} >= {"5(1)(x)"}


@pytest.mark.parametrize("purpose", Purpose)
def test_deported_for_violence_at_an_event(purpose: Purpose) -> None:
    """24(iv-3) alone: outside (ix), the bar of (v-2) is asked at landing."""
    found = denial_after_leaving(left(grounds=frozenset({Ground.IV_3})), purpose)
    assert found.value == Denial(Denied.OUTSIDE)
    assert "5(1)(v-2)" in {citation.article for citation in found.basis}


@pytest.mark.parametrize(
    ("one", "purpose", "denied", "code"),
    [
        (left(grounds=None), OTHER, Denied.UNKNOWN, "grounds_not_on_record"),
        (left(grounds=frozenset()), OTHER, Denied.UNKNOWN, "grounds_not_on_record"),
        (left(before=None), VISITOR, Denied.UNKNOWN, "earlier_departures_not_on_record"),
        (
            left(Leaving.OWN_EXPENSE, decision_kept=True, before=None),
            OTHER,
            Denied.UNKNOWN,
            "earlier_departures_not_on_record",
        ),
        (left(Leaving.DEPARTURE_ORDER, track=None), VISITOR, Denied.UNKNOWN, "track_not_on_record"),
        (left(Leaving.OWN_EXPENSE, decision_kept=True, before=True), OTHER, Denied.ASK, "decision_by_mistake"),
        (left(Leaving.OWN_EXPENSE, decision_kept=True, before=True), VISITOR, Denied.ASK, "decision_by_mistake"),
    ],
)
def test_what_is_not_on_record_is_never_guessed(one: LeftJapan, purpose: Purpose, denied: Denied, code: str) -> None:
    """Unknown says what is missing; a decision made by mistake is for a person (A-49)."""
    found = denial_after_leaving(one, purpose)
    assert found.value == Denial(denied)
    assert [why.code for why in found.reasons] == [code]


def test_a_departure_order_of_unknown_track_is_one_year_but_for_visitors() -> None:
    """The track decides for Temporary Visitors alone."""
    found = denial_after_leaving(left(Leaving.DEPARTURE_ORDER, track=None, before=None, grounds=None), OTHER)
    assert found.value.years == 1


@pytest.mark.parametrize(("on", "years"), [(date(2024, 6, 9), 5), (date(2024, 6, 10), 1)])
def test_no_decision_of_one_year_before_the_law_knew_it(on: date, years: int) -> None:
    """52(5) and (ro) begin with 10 June 2024."""
    assert denial_after_leaving(left(Leaving.OWN_EXPENSE, on, decision_kept=True), OTHER).value.years == years


def test_a_penal_order_says_that_leaving_counts_as_deported() -> None:
    """55-2(6) stands among the reasons."""
    found = denial_after_leaving(left(Leaving.PENAL_ORDER), OTHER)
    assert "deemed_deported" in {why.code for why in found.reasons}


@pytest.mark.parametrize(
    ("on", "years", "last"),
    [
        # k = 1 March 2024, the first counted day: one year ends with 28 February 2025
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        # k = 1 March 2023: through 29 February 2024, whole months from the 1st
        (date(2023, 2, 28), 1, date(2024, 2, 29)),
        # k = 29 February 2024: the day before the 29th does not exist in 2025: the last day of February
        (date(2024, 2, 28), 1, date(2025, 2, 28)),
        # k = 29 February 2024, five years: February 2029 has no 29th
        (date(2024, 2, 28), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 10, date(2034, 2, 28)),
        # k = 1 January 2025
        (date(2024, 12, 31), 1, date(2025, 12, 31)),
        (date(2024, 4, 30), 1, date(2025, 4, 30)),
    ],
)
def test_leap_days_and_month_ends(on: date, years: int, last: date) -> None:
    """The day of leaving is not counted (A-15); years follow the calendar (Civil Code 143)."""
    facts: dict[int, LeftJapan] = {
        1: left(Leaving.DEPARTURE_ORDER, on, track=Track.APPEARED),
        5: left(on=on),
        10: left(on=on, before=True),
    }
    assert denial_after_leaving(facts[years], OTHER).value.last_day == last


def test_a_refused_landing_is_one_year_from_the_refusal() -> None:
    """5(1)(ix)(i): refused on 29 February 2024, denied through 28 February 2025, for every purpose."""
    refused = DenialKept("case", Cause.LANDING_REFUSED, date(2024, 2, 29))
    for purpose in Purpose:
        assert denial_of(refused, purpose).value == Denial(Denied.UNTIL, 1, date(2025, 2, 28))


def test_a_judgment_abroad_is_five_years_from_the_day_it_became_final() -> None:
    """5(1)(ix-2): final on 15 August 2024, denied through 15 August 2029, for every purpose."""
    judged = DenialKept("case", Cause.JUDGMENT_ABROAD, date(2024, 8, 15))
    for purpose in Purpose:
        assert denial_of(judged, purpose).value == Denial(Denied.UNTIL, 5, date(2029, 8, 15))


def test_denied_through_the_anniversary_and_free_from_the_next_day() -> None:
    """Left on 10 July 2024 for one year: 10 July 2025 is barred, 11 July 2025 is free."""
    one = [kept(left(Leaving.DEPARTURE_ORDER, track=Track.DECLARED))]
    last = date(2025, 7, 10)
    assert is_denied(one, OTHER, last).value is Answer.YES
    assert is_denied(one, OTHER, last + timedelta(days=1)).value is Answer.NO
    assert is_denied(one, VISITOR, last + timedelta(days=1)).value is Answer.YES


def test_the_longest_of_several_denials_stands() -> None:
    """A denial that is over leaves another one standing; what the Minister set aside or a court annulled does not."""
    deported, judged = kept(left()), DenialKept("other", Cause.JUDGMENT_ABROAD, date(2026, 1, 5))
    day = date(2029, 7, 11)
    assert is_denied([deported, judged], OTHER, day).value is Answer.YES
    assert denied_until([deported, judged], OTHER, day) == date(2031, 1, 5)
    assert is_denied([deported], OTHER, day).value is Answer.NO
    assert denied_until([deported], OTHER, day) is None
    assert is_denied([kept(left(), set_aside=True)], OTHER, JULY).value is Answer.NO
    assert is_denied([kept(left(), void=True)], OTHER, JULY).value is Answer.UNKNOWN


def test_without_any_record_nothing_is_said() -> None:
    """Nothing on record is unknown, not free; what is open asks before it says no."""
    assert is_denied([], OTHER, JULY).value is Answer.UNKNOWN
    open_ = kept(left(Leaving.OWN_EXPENSE, decision_kept=True, before=True))
    assert is_denied([open_, kept(left(before=None))], OTHER, JULY).value is Answer.ASK
    assert is_denied([kept(left(before=None))], OTHER, JULY).value is Answer.UNKNOWN
    without_end = kept(left(grounds=frozenset({Ground.IV_KA})))
    assert is_denied([without_end, open_], OTHER, date(2099, 1, 1)).value is Answer.YES


def test_what_counts_as_an_earlier_departure() -> None:
    """A deportation or departure order before the day, set aside or not; no refused landing, and nothing annulled."""
    one = kept(left())
    assert was_deported_before([one], JULY + timedelta(days=1))
    assert not was_deported_before([one], JULY)
    assert was_deported_before([kept(left(), set_aside=True)], date(2025, 1, 1))
    assert not was_deported_before([kept(left(), void=True)], date(2025, 1, 1))
    assert not was_deported_before([DenialKept("case", Cause.LANDING_REFUSED, JULY)], date(2025, 1, 1))


def test_one_clock_of_each_length_that_has_not_run_out() -> None:
    """Kept decision: one year and five; a day after the first year only five; none for what has no period."""
    one = kept(left(Leaving.OWN_EXPENSE, decision_kept=True))
    assert clocks_of(one, start_of(date(2025, 7, 10))) == {DENIAL_ONE_YEAR, DENIAL_FIVE_YEARS}
    assert clocks_of(one, start_of(date(2025, 7, 11))) == {DENIAL_FIVE_YEARS}
    assert clocks_of(one, start_of(date(2029, 7, 11))) == set()
    assert clocks_of(kept(left(grounds=frozenset({Ground.IV_O}))), start_of(JULY)) == frozenset()
