"""DT-01 against a second, independent reading of the table, on generated facts."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from law.decision_table import Outcome
from law.facts import (
    CourtStay,
    CourtStayScope,
    CriminalProceedings,
    DeportationOrder,
    Destination,
    Ending,
    Grant,
    GrantKind,
    Ground,
    ProceedingsKind,
    ProvisionalStayPeriod,
    RemovalNotice,
    Sentence,
    Suspension,
    TravelRestriction,
)
from law.periods import JST
from law.removal import RemovalFacts, may_be_removed, rows
from law.suspension import Applicant
from tests.law.test_removal import APPLICATION, CLEAR, NOBODY, REFUSED, codes, jst, with_applications
from tests.oracle.removal import against

SUSPENSION: list[tuple[Applicant, bool | None]] = [
    (NOBODY, False),
    (with_applications(APPLICATION), True),
    (with_applications(REFUSED), False),
    (with_applications(replace(REFUSED, refusal_received_on=date(2025, 12, 22), ended_at=jst(2026, 1, 6))), False),
    (with_applications(replace(APPLICATION, refusal_received_on=date(2026, 1, 7))), True),
    (with_applications(replace(REFUSED, ended=Ending.REVIEW_REFUSED, ended_at=jst(2026, 1, 9, 0))), False),
    (with_applications(replace(REFUSED, later_material=True)), False),
    (with_applications(replace(REFUSED, late_review_claimed=True)), True),
    (replace(with_applications(APPLICATION), sentences=(Sentence(date(2024, 1, 1), 36, Suspension.NONE),)), False),
]
"""Applicants and what DT-11 says of each on every instant below."""

DAYS = st.dates(date(2026, 1, 10), date(2026, 2, 27))
INSTANTS = st.builds(
    lambda day, hour: datetime(day.year, day.month, day.day, hour, tzinfo=JST), DAYS, st.integers(0, 23)
)
MAYBE = st.none() | INSTANTS
TRUTH = st.sampled_from([True, False, None])
SOME_ORDERS = st.builds(
    DeportationOrder,
    st.just("D"),
    st.just(Ground.IV_RO),
    DAYS,
    INSTANTS,
    withdrawn_at=MAYBE,
    shown_at=MAYBE,
    in_doubt=st.booleans(),
)
FACTS = st.builds(
    RemovalFacts,
    orders=st.lists(SOME_ORDERS, max_size=2).map(tuple),
    provisional_stays=st.lists(
        st.builds(ProvisionalStayPeriod, st.just("R"), INSTANTS, DAYS, MAYBE, st.booleans()), max_size=1
    ).map(tuple),
    applicant=st.just(NOBODY),
    grants=st.lists(st.builds(Grant, st.sampled_from(GrantKind), INSTANTS, MAYBE), max_size=1).map(tuple),
    court_stays=st.none()
    | st.lists(st.builds(CourtStay, st.sampled_from(CourtStayScope), INSTANTS, MAYBE), max_size=1).map(tuple),
    proceedings=st.none()
    | st.lists(
        st.builds(CriminalProceedings, st.sampled_from(ProceedingsKind), DAYS, st.none() | DAYS, st.booleans()),
        max_size=2,
    ).map(tuple),
    travel_restrictions=st.none() | st.lists(st.builds(TravelRestriction, INSTANTS, MAYBE), max_size=1).map(tuple),
    destination=st.none() | st.builds(Destination, st.just("XA"), TRUTH, TRUTH, TRUTH, TRUTH, st.booleans()),
    notice=st.none() | st.builds(RemovalNotice, st.dates(date(2025, 10, 1), date(2026, 2, 27)), st.booleans()),
    contested=st.sampled_from([(), ("entry",)]),
)


@settings(max_examples=400, deadline=None)
@given(facts=FACTS, case=st.sampled_from(SUSPENSION), at=INSTANTS)
def test_the_table_agrees_with_a_second_reading(
    facts: RemovalFacts, case: tuple[Applicant, bool | None], at: datetime
) -> None:
    """Row by row the rule says what an independent reading says, and yes only when nothing is against it."""
    applicant, stopped = case
    expected = against(facts, applicant.applications, at, stopped=stopped)
    judged = {row.code: row.outcome for row in rows(replace(facts, applicant=applicant), at)}
    found = {
        code: "no" if outcome is Outcome.BLOCKS else "unknown"
        for code, outcome in judged.items()
        if outcome is not Outcome.PASSES
    }
    assert found == expected
    answer = may_be_removed(replace(facts, applicant=applicant), at).value
    assert answer == ("yes" if not expected else "no" if "no" in expected.values() else "unknown")


@settings(max_examples=50, deadline=None)
@given(hours=st.integers(0, 24 * 40))
def test_time_alone_lifts_the_margins(hours: int) -> None:
    """Received on Friday 1 May, day 7 is 8 May: the margin runs through 18 May, and no later instant brings it back."""
    refused = replace(REFUSED, refusal_received_on=date(2026, 5, 1), ended_at=jst(2026, 5, 12))
    at = jst(2026, 5, 1, 0) + timedelta(hours=hours)
    blocked = "review_margin" in codes(replace(CLEAR, applicant=with_applications(refused)), at)
    assert blocked == (at < jst(2026, 5, 19, 0))
