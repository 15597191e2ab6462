"""The clock register."""

from datetime import date, datetime

import pytest

from law import clocks, custody_clocks, enforcement_clocks
from law.citation import PRACTICE
from law.clock_rule import ClockRule, Danger, DesignationError
from law.clocks import CLOCKS
from law.periods import JST, Period, Unit, end_of
from tests.oracle import periods as oracle

REGISTER = {
    "hand_over_limit": ("C01", 48, "hour", False, False),
    "police_hand_over": ("C02", 48, "hour", False, False),
    "detention_limit": ("C03", 30, "day", True, False),
    "detention_extension": ("C04", 30, "day", False, False),
    "hearing_request": ("C05", 3, "day", False, True),
    "objection": ("C06", 3, "day", False, True),
    "special_permission_window": ("C07", 3, "day", False, True),
    "deposit_date": ("C08", 3, "day", False, False),
    "notification": ("C09", 3, "month", False, False),
    "sponsor_notification": ("C10", 7, "day", False, True),
    "detention_review": ("C13", 3, "month", True, False),
    "provisional_release": ("C14", 3, "month", False, False),
    "departure_deadline": ("C15", 15, "day", False, False),
    "own_expense_date": ("C16", 7, "day", False, False),
    "review_request": ("C19", 7, "day", False, True),
    "provisional_stay": ("C20", 6, "month", False, False),
    "six_months_after_landing": ("C21", 6, "month", False, True),
    "work_report": ("C22", 6, "month", False, False),
    "suit_from_knowledge": ("C23", 6, "month", False, True),
    "suit_from_act": ("C23", 1, "year", False, True),
    "denial_one_year": ("C24", 1, "year", False, False),
    "denial_five_years": ("C24", 5, "year", False, False),
    "denial_ten_years": ("C24", 10, "year", False, False),
    "temporary_refuge": ("C26", 6, "month", False, False),
    "departure_after_revocation": ("C27", 30, "day", False, False),
    "public_notice_of_revocation": ("C28", 2, "week", True, False),
    "health_examination": ("C25", 3, "month", True, False),
    "continued_stay": ("C33", 2, "month", False, False),
    "travel_restricted_notification": ("C34", 3, "month", False, False),
    "isolation": ("C38", 1, "month", True, False),
    "isolation_renewal": ("C38", 10, "day", False, False),
    "protection_room": ("C39", 24, "hour", False, False),
    "exit_hold": ("C40", 24, "hour", False, False),
    "removal_authorisation": ("A-14", 10, "minute", False, False),
    "public_notice_of_review_decision": ("C42", 2, "week", False, False),
    "review_outer_limit": ("C43", 1, "year", False, True),
}
"""Number, length, unit, whether the first day counts, and rolling, copied from the table of LAW §11."""
SET = {
    "sponsor_vacancy": "C11",
    "sponsor_report": "C12",
    "review_overdue": "C13",
    "written_release": "C14",
    "departure_deadline_extended": "C15",
    "passport_order_period": "C17",
    "penal_order_period": "C18",
    "order_look_again": "A-09",
    "court_stay_term": "DT-01/5",
    "travel_restriction_term": "DT-01/7",
}
"""Clocks whose day an officer sets without a maximum in the law."""


def test_the_register_is_the_table() -> None:
    """Every clock has the row, length, first day and rolling of LAW §11."""
    periods = {name: (rule, rule.period or rule.maximum) for name, rule in CLOCKS.items()}
    assert {
        name: (rule.id, period.length, period.unit.value, period.counts_first_day, period.rolls)
        for name, (rule, period) in periods.items()
        if period
    } == REGISTER
    assert {name: rule.id for name, rule in CLOCKS.items() if rule.set_by} == SET


def test_every_clock_is_registered_once_and_says_what_it_is() -> None:
    """Each constant is found by its own name and carries basis, both languages and one sentence on its lapse."""
    defined = {
        value.name: value
        for module in (clocks, custody_clocks, enforcement_clocks)
        for value in vars(module).values()
        if isinstance(value, ClockRule)
    }
    assert defined == CLOCKS
    assert all(rule.basis and rule.en and rule.ja and rule.on_lapse.endswith(".") for rule in CLOCKS.values())


def test_clocks_that_end_protection_are_dangerous() -> None:
    """Review, provisional stay, service by public notice, a court's stay or restriction stand before a removal."""
    assert {rule.name for rule in CLOCKS.values() if rule.danger is Danger.REMOVAL} == {
        "special_permission_window",
        "review_request",
        "provisional_stay",
        "public_notice_of_review_decision",
        "court_stay_term",
        "travel_restriction_term",
    }
    assert Danger.CUSTODY < Danger.REMOVAL < Danger.RIGHT < Danger.ROUTINE


def test_clocks_that_take_something_from_the_person() -> None:
    """What is at stake with custody guards the person; but these four take liberty, and any right or stay is lost."""
    custody = {rule.name for rule in CLOCKS.values() if rule.danger is Danger.CUSTODY and rule.takes}
    assert custody == {"deposit_date", "sponsor_vacancy", "provisional_release", "written_release"}
    others = (Danger.REMOVAL, Danger.RIGHT)
    assert all(rule.takes is (rule.danger in others) for rule in CLOCKS.values() if rule.danger is not Danger.CUSTODY)


@pytest.mark.parametrize(
    ("rule", "start", "last"),
    [
        (clocks.REVIEW_REQUEST, date(2025, 6, 2), date(2025, 6, 9)),  # 3 to 9 June
        (clocks.REVIEW_REQUEST, date(2026, 4, 28), date(2026, 5, 7)),  # 5 May, rolled over 5 and 6 May
        (clocks.HEARING_REQUEST, date(2025, 6, 4), date(2025, 6, 9)),  # Sat 7, Sun 8 June
        (clocks.SPECIAL_PERMISSION_WINDOW, date(2026, 9, 16), date(2026, 9, 24)),  # Silver Week
        (clocks.SIX_MONTHS_AFTER_LANDING, date(2024, 8, 31), date(2025, 2, 28)),  # k = 1 September; a Friday
        (clocks.SIX_MONTHS_AFTER_LANDING, date(2025, 4, 30), date(2025, 10, 31)),  # k = 1 May; a Friday
        (clocks.CONTINUED_STAY, date(2025, 12, 31), date(2026, 2, 28)),  # k = 1 January; a Saturday, not rolled
        (clocks.PUBLIC_NOTICE_OF_REVIEW_DECISION, date(2025, 12, 18), date(2026, 1, 1)),  # 18 + 14, not rolled
        (clocks.REVIEW_OUTER_LIMIT, date(2024, 6, 28), date(2025, 6, 30)),  # 28 June 2025 is a Saturday
        (clocks.SUIT_FROM_KNOWLEDGE, date(2025, 6, 30), date(2026, 1, 5)),  # k = 1 July, 31 December, rolled
        (clocks.SUIT_FROM_ACT, date(2024, 2, 29), date(2025, 2, 28)),  # k = 1 March 2024
    ],
)
def test_statutory_clocks(rule: ClockRule, start: date, last: date) -> None:
    """A statutory clock ends with the end of the worked-out day, which a second reading confirms."""
    assert rule.ends(start).value == end_of(last)
    assert rule.period is not None
    period = rule.period
    assert oracle.last_day(start, period.length, period.unit.value, rolls=period.rolls) == last


def test_protective_readings_are_cited_when_they_decide() -> None:
    """Where A-27 moves a deadline the finding says that it is a policy."""
    assert PRACTICE("A-27") in clocks.SPECIAL_PERMISSION_WINDOW.ends(date(2026, 9, 16)).basis


def test_provisional_stay_may_reach_six_months_after_delivery() -> None:
    """The day of delivery is not counted: delivered on 3 June 2025, the period may end on 3 December, not later."""
    rule, delivered = clocks.PROVISIONAL_STAY, date(2025, 6, 3)
    found = rule.designated(delivered, date(2025, 12, 3))
    assert found.value == datetime(2025, 12, 4, tzinfo=JST)
    assert PRACTICE("A-01") in found.basis
    assert found.steps[-1].day == date(2025, 12, 3)
    with pytest.raises(DesignationError) as refused:
        rule.designated(delivered, date(2025, 12, 4))
    assert refused.value.reason.code == "beyond_maximum"


def test_a_renewal_runs_on_from_the_last_day() -> None:
    """From the last day before, 3 December, a renewal may reach 3 June: the first counted day is 4 December."""
    assert clocks.PROVISIONAL_STAY.latest_designation(date(2025, 12, 3)) == date(2026, 6, 3)


def test_the_maximum_of_a_designated_day_does_not_move() -> None:
    """Six months that end on a Saturday do not reach Monday; the last day to designate is the Friday before."""
    rule, delivered = (clocks.PROVISIONAL_STAY, date(2025, 6, 6))  # 6 December 2025 is a Saturday
    with pytest.raises(DesignationError) as monday:
        rule.designated(delivered, date(2025, 12, 8))
    with pytest.raises(DesignationError) as saturday:
        rule.designated(delivered, date(2025, 12, 6))
    assert (monday.value.reason.code, saturday.value.reason.code) == ("beyond_maximum", "closed_day")
    assert rule.latest_designation(delivered) == date(2025, 12, 5)


def test_a_day_before_the_start_is_refused() -> None:
    """Nobody designates an end that lies before the beginning."""
    with pytest.raises(DesignationError, match="before_start"):
        clocks.WORK_REPORT.designated(date(2025, 6, 3), date(2025, 6, 2))


def test_statutory_and_designated_clocks_are_not_confused() -> None:
    """A designated clock is not counted, a statutory one not designated, and a rule is one of the two."""
    with pytest.raises(ValueError, match="designated, not counted"):
        clocks.PROVISIONAL_STAY.ends(date(2025, 6, 3))
    with pytest.raises(ValueError, match="no day is designated"):
        clocks.REVIEW_REQUEST.designated(date(2025, 6, 3), date(2025, 6, 10))
    with pytest.raises(ValueError, match="does not roll"):
        ClockRule(id="C99", name="none", en="-", ja="-", danger=Danger.ROUTINE, on_lapse="-")


def test_the_next_working_day_is_in_time_where_every_day_is_closed() -> None:
    """Friday 26 December 2025: 27 to 29 are closed, so the 29th may be designated and 5 January is the end (A-01)."""
    placed, due = date(2025, 12, 26), date(2025, 12, 29)
    found = custody_clocks.DEPOSIT_DATE.designated(placed, due)
    assert found.value == end_of(date(2026, 1, 5))
    assert [reason.code for reason in found.reasons] == ["in_time_on_next_working_day"]
    assert PRACTICE("A-01") in found.basis
    assert [step.day for step in found.steps[-2:]] == [due, date(2026, 1, 5)]
    assert custody_clocks.DEPOSIT_DATE.latest_designation(placed) == due


def test_a_period_of_release_never_ends_later_for_being_closed() -> None:
    """A-01 moves payments and filings, never the end of a release or a stay: the closed day is refused."""
    maximum = Period(3, Unit.DAY, (PRACTICE("A-01"),))
    rule = ClockRule(id="C99", name="short", en="-", ja="-", danger=Danger.ROUTINE, on_lapse="-", maximum=maximum)
    with pytest.raises(DesignationError, match="closed_day"):
        rule.designated(date(2025, 12, 26), date(2025, 12, 29))
    assert [each.name for each in CLOCKS.values() if each.next_if_all_closed] == ["deposit_date"]


def test_a_maximum_of_closed_days_has_no_day_to_designate() -> None:
    """If every day of a maximum is closed, that is an error and not a day outside it."""
    maximum = Period(3, Unit.DAY, (PRACTICE("A-01"),))
    rule = ClockRule(id="C99", name="short", en="-", ja="-", danger=Danger.ROUTINE, on_lapse="-", maximum=maximum)
    with pytest.raises(ValueError, match="no working day within 3 days"):
        rule.latest_designation(date(2025, 12, 30))
