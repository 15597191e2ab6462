"""What must hold after every filing of what follows the finding: the gate, departures, denials, orders that pause.

Each promise reads the law a second time, or the record alone; none asks the rule that it judges.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.case import ClockStatus
from law.departure_order_terms import DepartureOrderKept
from law.enforcement import AuthorisedRemoval
from law.landing_denial import DenialKept
from tests.oracle import from_law, gate, landing
from tests.oracle.facts import day_of
from tests.oracle.periods import is_closed
from workflows.enforcement_record import Boarded, HandedToCarrier, RemovalAuthorised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.case import Case, FiledFact
    from engine.command import Entry, Filed
    from engine.filing import Change
    from engine.position import Position
    from law.country_notice import CountryNotice

TEN_MINUTES = timedelta(minutes=10)
RESTRICTIONS_FROM = datetime(2025, 5, 14, 15, tzinfo=UTC)
DENIALS = {"denial_one_year": 1, "denial_five_years": 5, "denial_ten_years": 10}
PERIODS = {"PenalOrder": "penal_order_period", "PassportOrder": "passport_order_period"}
REACHES = {"PenalOrder": {"removal", "execution", "effect"}, "PassportOrder": {"execution", "effect"}}
"""How wide a court's stay must be to reach the order."""
NO_WILL = "55-2(1)(i)"


def all_hold(position: Position, change: Change, filed: Filed | None, facts: Iterable[FiledFact]) -> None:
    """Every promise of this file, after a filing.

    Args:
        position: as it stands after the filing.
        change: what the filing made.
        filed: its answer; None of a timer.
        facts: every fact on record after it.
    """
    at = change.dossier.latest
    if at is None:
        return
    nobody_boards_at_a_closed_gate(position, change, filed)
    no_authorisation_outlives_a_fact(position, change, facts)
    who_is_under_way_is_taken_back_when_the_gate_closes(position, change, at)
    hold_at(position, at)


def hold_at(position: Position, at: datetime) -> None:
    """Every promise that a position alone can keep, at the last instant of its record."""
    no_authorisation_outlives_ten_minutes(position, at)
    a_departure_order_keeps_its_deadline(position, at)
    a_denial_runs_as_the_table_says(position, at)
    whoever_left_is_denied_once(position)
    no_period_runs_while_its_order_stands_still(position, at)


def nobody_boards_at_a_closed_gate(position: Position, change: Change, filed: Filed | None) -> None:
    """Who boards, or is handed over to the carrier, passes every row of DT-01 as read a second time."""
    if filed is None or filed.late:
        return
    for fact in change.facts:
        if isinstance(fact.body, (Boarded, HandedToCarrier)):
            read = second_reading(position, fact.occurred_at)
            assert read.answer == "yes", f"somebody was brought on board against {read}"
            plan, destination = position.cases[fact.case].state.plan, position.circumstances.destination
            assert destination is not None, "somebody was brought on board with no destination found"
            assert plan.destination == destination.country, "somebody was brought on board for another country"


def no_authorisation_outlives_ten_minutes(position: Position, at: datetime) -> None:
    """An authorisation that stands is younger than ten minutes."""
    for one in position.all(AuthorisedRemoval):
        assert at < one.given_at + TEN_MINUTES, "an authorisation outlived its ten minutes"


def no_authorisation_outlives_a_fact(position: Position, change: Change, facts: Iterable[FiledFact]) -> None:
    """Nothing came to the record of the person since an authorisation was given that stands."""
    for one in position.all(AuthorisedRemoval):
        given = [fact for fact in facts if fact.case == one.case and isinstance(fact.body, RemovalAuthorised)][-1]
        since = {
            type(fact.body).__name__
            for fact in change.facts
            if fact.case != one.case and fact.entry != given.entry and fact.occurred_at >= one.given_at
        }
        assert not since, f"an authorisation outlived {sorted(since)}"


def who_is_under_way_is_taken_back_when_the_gate_closes(position: Position, change: Change, at: datetime) -> None:
    """Whatever comes to the record, nobody on board or with the carrier goes on while DT-01, read again, says no."""
    for case in position.of("Enforcement"):
        under_way = not case.stage.closed and (case.stage == "on_board" or case.state.handed_over_at is not None)
        hears = any(fact.case != case.id for fact in change.facts)
        if under_way and hears and case.state.stopped_since is None:
            read = second_reading(position, at)
            assert read.answer == "yes", f"somebody goes on to be removed against {read}"


def a_penal_order_looked_at_its_notice(position: Position, entry: Entry, notices: Iterable[CountryNotice]) -> None:
    """A penal order for want of will rests on the notice in force that day, from which the destination is missing."""
    command = entry.command
    if (command.procedure, command.act) != ("PenalOrder", "issue") or NO_WILL not in command.body["reasons"]:
        return
    begun = [one for one in notices if one.effective_from <= day_of(command.occurred_at)]
    latest = max(begun, key=lambda one: one.effective_from, default=None)
    destination = position.circumstances.destination
    assert latest is not None, "a penal order without a notice of countries"
    assert entry.considered is not None, "a penal order that looked at no notice"
    assert entry.considered.country_notice == latest, "a penal order that looked at another notice"
    assert destination is not None, "a penal order without a destination"
    assert destination.country not in latest.countries, "a penal order for a country on the notice"


def a_departure_order_keeps_its_deadline(position: Position, at: datetime) -> None:
    """At most fifteen days, every later day asked for in time, and no order runs beyond its last one undecided."""
    for kept in position.all(DepartureOrderKept):
        before: date | None = None
        for deadline in kept.deadlines:
            assert not _is_closed(deadline.last_day), "a deadline on a day on which nobody is there"
            if before is None:
                assert deadline.last_day <= deadline.counted_from + timedelta(days=15), "more than fifteen days"
            else:
                assert deadline.asked_on is not None, "extended unasked"
                assert deadline.asked_on <= before < deadline.last_day, "extended too late, or not at all"
            before = deadline.last_day
        waits = kept.undecided or position.cases[kept.case].held
        over = before is not None and day_of(at) > before
        assert not (over and kept.is_open and not waits), "a departure order outlived its deadline"


def a_denial_runs_as_the_table_says(position: Position, at: datetime) -> None:
    """The clocks of a denial of landing are the periods that DT-04, read a second time, names: to the day."""
    for kept in position.all(DenialKept):
        case = position.cases[kept.case]
        if case.held:
            continue
        runs = {DENIALS[clock.rule_name]: clock.last_day for clock in _running(case) if clock.rule_name in DENIALS}
        expected = landing.running(kept, at)
        assert runs == expected, f"landing is denied for {runs} and not for {expected}"


def whoever_left_is_denied_once(position: Position) -> None:
    """Leaving under an order has its denial of landing, and no departure has two that stand."""
    denials = [one for one in position.all(DenialKept) if one.left is not None]
    standing = [one.on for one in denials if not one.void]
    assert len(standing) == len(set(standing)), "landing is denied twice for one departure"
    for case in position.of("Enforcement"):
        left_on = case.state.left_on
        denied = left_on is None or any(one.on == left_on for one in denials)
        assert denied, "somebody left under an order and landing is not denied"


def no_period_runs_while_its_order_stands_still(position: Position, at: datetime) -> None:
    """A penal order or a passport order that something stops has no period that runs; its stage says so."""
    for procedure, period in PERIODS.items():
        for case in position.of(procedure):
            runs = any(clock.rule_name == period for clock in _running(case))
            assert not (runs and case.stage == "suspended"), f"{period} runs while the order stands still"
            if runs:
                stopped = stopped_by(position, at, REACHES[procedure])
                assert not stopped, f"{period} runs beside {stopped}"


def second_reading(position: Position, at: datetime) -> gate.Verdict:
    """DT-01, read a second time."""
    return gate.may_be_removed(from_law.person(position.removal_facts()), at)


def stopped_by(position: Position, at: datetime, scopes: set[str]) -> list[str]:
    """What certainly stops an order at an instant; what began today by its own day alone counts from tomorrow."""
    facts = position.removal_facts()
    rows = gate.rows(from_law.person(facts), at)
    spans = [(one.since, one.until) for one in facts.court_stays or () if one.scope.value in scopes]
    if at >= RESTRICTIONS_FROM:
        spans += [(one.since, one.until) for one in facts.travel_restrictions or ()]
    a_court = any(
        day_of(since) < day_of(at) and since <= at and (until is None or at < until) for since, until in spans
    )
    return [row for row in ("2", "2 order", "3") if rows[row] == "closed"] + ["5, 7"] * a_court


def _running(case: Case[Any]) -> list[Any]:
    return [clock for clock in case.clocks if clock.status is ClockStatus.RUNNING]


@lru_cache(maxsize=4096)
def _is_closed(day: date) -> bool:
    return is_closed(day)
