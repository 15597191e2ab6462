"""A departure order once it is due: its days, paper, conditions, extension, revocation."""

from dataclasses import replace
from datetime import date

import pytest

from law.clock_rule import DesignationError
from law.departure_order import Track
from law.departure_order_terms import (
    Asked,
    ConditionsSet,
    DepartureCondition,
    DepartureOrderKept,
    PaperItem,
    Where,
    asked_in_time,
    came_to_ask,
    conditions_fit,
    may_be_extended,
    may_be_revoked,
    may_summon,
    paper_is_complete,
    paper_is_submitted,
    prolongs,
)
from law.enforcement_clocks import DEPARTURE_DEADLINE, DEPARTURE_DEADLINE_EXTENDED
from law.finding import Answer
from tests.law.test_removal import jst

EVERYTHING = frozenset(DepartureCondition)
SET = ConditionsSet(EVERYTHING, residence_named=True, route_named=True, special_circumstances=False, other_named=True)
AT_COUNTER = Asked(in_person=True, where=Where.ISSUING_OFFICE, unavoidable=False, inspector_there=False)
ELSEWHERE = Asked(in_person=True, where=Where.OTHER_OFFICE, unavoidable=True, inspector_there=True)
KEPT = DepartureOrderKept("case_d", "case_1", Track.APPEARED, ordered_at=jst(2025, 3, 10))


@pytest.mark.parametrize(
    ("ordered", "last", "latest"),
    [
        # first day excluded: 11 March is day 1, 25 March (a Tuesday) is day 15
        (date(2025, 3, 10), date(2025, 3, 25), date(2025, 3, 25)),
        # 2024 is a leap year: 20 February + 15 = 6 March; in 2025 it is 7 March
        (date(2024, 2, 20), date(2024, 3, 6), date(2024, 3, 6)),
        (date(2025, 2, 20), date(2025, 3, 7), date(2025, 3, 7)),
        # over the end of a month of 30 days
        (date(2025, 6, 20), date(2025, 7, 5), date(2025, 7, 4)),  # 5 July is a Saturday
        # 19 December + 15 = 3 January, closed since 27 December: the last working day is Friday the 26th
        (date(2025, 12, 19), date(2026, 1, 3), date(2025, 12, 26)),
        # 21 April + 15 = 6 May, closed since 3 May: the last working day is Friday the 2nd
        (date(2025, 4, 21), date(2025, 5, 6), date(2025, 5, 2)),
    ],
)
def test_the_fifteen_days(ordered: date, last: date, latest: date) -> None:
    """C15: at most 15 days, the day of the order excluded, never moved; a closed day is not designated (A-01)."""
    maximum = DEPARTURE_DEADLINE.maximum
    assert maximum is not None
    assert maximum.last_day_of(ordered) == last
    assert DEPARTURE_DEADLINE.latest_designation(ordered) == latest


def test_a_deadline_beyond_the_fifteen_days_or_on_a_closed_day_is_refused() -> None:
    """The day after the maximum, and a Saturday within it, each with its own reason."""
    with pytest.raises(DesignationError, match="beyond_maximum"):
        DEPARTURE_DEADLINE.designated(date(2025, 3, 10), date(2025, 3, 26))
    with pytest.raises(DesignationError, match="closed_day"):
        DEPARTURE_DEADLINE.designated(date(2025, 3, 10), date(2025, 3, 22))


def test_an_extension_has_no_maximum() -> None:
    """55-87, Ord. 50-54: any working day after the deadline, however far."""
    found = DEPARTURE_DEADLINE_EXTENDED.designated(date(2025, 3, 25), date(2025, 9, 30))
    assert found.value == jst(2025, 10, 1, 0)
    with pytest.raises(DesignationError, match="closed_day"):
        DEPARTURE_DEADLINE_EXTENDED.designated(date(2025, 3, 25), date(2025, 4, 6))


def test_the_paper_states_what_the_law_asks() -> None:
    """55-86: person, reason, deadline, day of delivery, name and seal; each one missing is named."""
    assert paper_is_complete(frozenset(PaperItem)).value is Answer.YES
    for item in PaperItem:
        found = paper_is_complete(frozenset(PaperItem) - {item})
        assert (found.value, item.value in found.reasons[0].en) == (Answer.NO, True)


@pytest.mark.parametrize(
    ("terms", "codes"),
    [
        (SET, []),
        (replace(SET, imposed=frozenset(), residence_named=False, route_named=False, other_named=False), []),
        (replace(SET, residence_named=False), ["residence_not_named", "range_not_drawn"]),
        (replace(SET, route_named=False), ["range_not_drawn"]),
        (replace(SET, other_named=False), ["condition_not_said"]),
        (replace(SET, imposed=EVERYTHING - {DepartureCondition.RESIDENCE}), ["range_not_drawn"]),
        (replace(SET, residence_named=False, route_named=False, special_circumstances=True), []),
        (replace(SET, imposed=frozenset({DepartureCondition.NO_PAID_WORK}), residence_named=False), []),
    ],
)
def test_conditions(terms: ConditionsSet, codes: list[str]) -> None:
    """Ord. 50-52: none need be set; residence is named, the range drawn from it, another condition said."""
    found = conditions_fit(terms)
    assert [reason.code for reason in found.reasons] == codes
    assert (found.value is Answer.YES) is (not codes)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (AT_COUNTER, None),
        (ELSEWHERE, None),
        (replace(AT_COUNTER, in_person=False), "not_in_person"),
        (replace(ELSEWHERE, in_person=False), "not_in_person"),
        (replace(ELSEWHERE, unavoidable=False), "another_office"),
        (replace(ELSEWHERE, inspector_there=False), "no_inspector_there"),
    ],
)
def test_where_an_extension_is_asked_for(asked: Asked, code: str | None) -> None:
    """Ord. 50-54(1): in person at the issuing office; elsewhere only for unavoidable reasons, before an inspector."""
    found = came_to_ask(asked)
    assert [reason.code for reason in found.reasons] == ([code] if code else [])


def test_until_when_an_extension_is_asked_for() -> None:
    """The whole last day is in time (A-21); a day later nothing cures it."""
    assert asked_in_time(date(2025, 3, 25), date(2025, 3, 25)).value is Answer.YES
    assert asked_in_time(date(2025, 3, 26), date(2025, 3, 25)).reasons[0].code == "asked_too_late"


@pytest.mark.parametrize(("judged", "answer"), [(True, Answer.YES), (False, Answer.NO), (None, Answer.ASK)])
def test_the_cause_is_not_the_persons(judged: bool | None, answer: Answer) -> None:
    """55-87: transport or another cause that is not the person's fault; a person judges it."""
    assert may_be_extended(not_the_persons_fault=judged).value is answer


@pytest.mark.parametrize(
    ("until", "today", "answer"),
    [
        (date(2025, 3, 26), date(2025, 3, 25), Answer.YES),
        (date(2025, 3, 25), date(2025, 3, 24), Answer.NO),
        (date(2025, 3, 27), date(2025, 3, 28), Answer.NO),
    ],
)
def test_a_new_deadline_prolongs(until: date, today: date, answer: Answer) -> None:
    """Later than the old one, and not past when it is written."""
    assert prolongs(date(2025, 3, 25), until, today).value is answer


@pytest.mark.parametrize(
    ("broken", "answer"),
    [
        (frozenset({DepartureCondition.RESIDENCE}), Answer.YES),
        (frozenset(), Answer.NO),
        (frozenset({DepartureCondition.RESIDENCE, DepartureCondition.NO_PAID_WORK}), Answer.NO),
    ],
)
def test_revocation_needs_a_broken_condition(broken: frozenset[DepartureCondition], answer: Answer) -> None:
    """55-88: only a condition that was set can be broken."""
    assert may_be_revoked(frozenset({DepartureCondition.RESIDENCE}), broken).value is answer


def test_a_summons_needs_its_condition() -> None:
    """Ord. 50-52(iii)."""
    assert may_summon(EVERYTHING).value is Answer.YES
    assert may_summon(EVERYTHING - {DepartureCondition.APPEARANCE}).value is Answer.NO


def test_the_order_is_submitted_at_the_port() -> None:
    """Ord. 27(3): or it is said why it could not be."""
    assert paper_is_submitted(submitted=True, said_why_not=False).value is Answer.YES
    assert paper_is_submitted(submitted=False, said_why_not=True).value is Answer.YES
    assert paper_is_submitted(submitted=False, said_why_not=False).value is Answer.NO


def test_paid_work_is_banned_only_where_that_was_set() -> None:
    """DT-07: while the order runs, from its hand-over to its end, and only with the condition."""
    banning = replace(KEPT, conditions=frozenset({DepartureCondition.NO_PAID_WORK}))
    assert banning.bans_work(jst(2025, 3, 11)) is True
    assert KEPT.bans_work(jst(2025, 3, 11)) is False
    assert banning.bans_work(jst(2025, 3, 9)) is None
    assert replace(banning, ended_at=jst(2025, 3, 20)).bans_work(jst(2025, 3, 20)) is None
    assert replace(banning, ordered_at=None).bans_work(jst(2025, 3, 11)) is None
