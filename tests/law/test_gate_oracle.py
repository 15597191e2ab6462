"""The gate of removal against a second reading of DT-01 that shares no code with `law` (tests/oracle/gate.py)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain, combinations, product
from typing import Any

import pytest

from law import removal_conditions as condition
from law.decision_table import Outcome, Row, conclude
from law.facts import Ending, RemovalNotice, Stay, StayKind
from law.periods import legal_day, start_of
from law.removal import RemovalFacts, may_be_removed_under, rows
from tests.covering import pairwise_rows
from tests.law import gate_inputs as of
from tests.law.gate_factors import changed, factors
from tests.law.gate_inputs import DAY, EDGES, INSTANTS, NOON, TICK, clear, midnight, refused
from tests.oracle import from_law, gate

WRITTEN = {
    "record": condition.ENTRY_CONTESTED,
    "1": condition.NO_ORDER_IN_FORCE,
    "1 A-10": condition.CUSTODY_UNDECIDED,
    "2": condition.PROVISIONAL_STAY,
    "2 order": condition.ORDER_IN_DOUBT,
    "3": condition.SUSPENSIVE_EFFECT,
    "3 A-12": condition.LATER_MATERIAL,
    "4": condition.GRANT_BARS,
    "5": condition.COURT_STAY,
    "6": condition.CRIMINAL_PROCEEDINGS,
    "7": condition.TRAVEL_RESTRICTION,
    "8a": condition.DESTINATION_NOT_ALLOWED,
    "8b": condition.NON_REFOULEMENT,
    "9": condition.ORDER_NOT_SHOWN,
    "10 D7": condition.NOTICE_PERIOD,
    "10 A-14": condition.REVIEW_MARGIN,
    "10 D8": condition.COURT_MARGIN,
    "11": condition.LATE_REVIEW_UNDECIDED,
}
"""Each row of the second reading, and the row of `law` that says the same."""
ROW_OF = {one.code: row for row, one in WRITTEN.items()}
SAID = {Outcome.BLOCKS: "closed", Outcome.PASSES: "open", Outcome.UNKNOWN: "unknown"}
ELEVEN = ("1", "2", "3", "4", "5", "6", "7", "8a", "9", "10 D7", "11")
"""One row of `law` for each number of DT-01."""


def agrees(facts: RemovalFacts, at: datetime) -> str:
    """Row by row, and together, the rule says what the second reading says, and names every row; the answer."""
    judged = rows(facts, at)
    expected = gate.rows(from_law.person(facts), at)
    assert {ROW_OF[row.code]: SAID[row.outcome] for row in judged} == expected, (at, facts)
    verdict = gate.conclude(expected)
    named(judged, verdict)
    return verdict.answer


def named(judged: tuple[Row, ...], verdict: gate.Verdict) -> None:
    """The answer is the same, and names each row that closes, or that nobody knows, and no other."""
    found = conclude(judged)
    codes = {reason.code for reason in found.reasons}
    against = {WRITTEN[row].code for row in verdict.closed}
    against |= {_code_when_unknown(row) for row in verdict.unknown}
    assert found.value.value == verdict.answer
    assert codes == (against or {row.reason.code for row in judged})


def _code_when_unknown(row: str) -> str:
    """A contested entry keeps its name: what it says is unknown, and it is known to be contested."""
    return WRITTEN[row].is_unknown().reason.code if row != "record" else WRITTEN[row].code


def all_agree(changes: Iterable[dict[str, Any]], at: datetime) -> int:
    """Every change of a person with nothing against removal; how many there were."""
    base = clear(at)
    return Counter(agrees(replace(base, **change), at) for change in changes).total()


def test_every_combination_of_outcomes_comes_to_the_same_answer() -> None:
    """Of all 3^11 outcomes of the eleven rows one alone is yes, and every row that closes or is unknown is named."""
    outcomes = (("open", False), ("closed", True), ("unknown", None))
    table = [[(word, WRITTEN[row].judged(answer)) for word, answer in outcomes] for row in ELEVEN]
    count = yes = 0
    for chosen in product(*table):
        verdict = gate.conclude({row: word for row, (word, _) in zip(ELEVEN, chosen, strict=True)})
        named(tuple(row for _, row in chosen), verdict)
        count, yes = count + 1, yes + (verdict.answer == "yes")
    assert (count, yes) == (177_147, 1)


def _orders(at: datetime) -> Iterator[dict[str, Any]]:
    holder = replace(
        clear(at).applicant,
        stays=(Stay(StayKind.STATUS_OF_RESIDENCE, date(2020, 1, 1)),),
        order_issued_on=None,
        applications=(next(of.applications(at, (at - DAY,))),),
    )
    granted = [(), *((one,) for one in of.grants(at))]
    every, few = tuple(of.orders(at)), tuple(of.orders(at))[::37]
    for order, grants in product(every, granted[::3]):
        yield {"orders": (order,), "grants": grants, "applicant": holder}
    for first, second, grants in product(few, few, granted):
        yield {"orders": (first, second), "grants": grants}
    yield {"orders": ()}


def _provisional_stays(at: datetime) -> Iterator[dict[str, Any]]:
    every = tuple(of.provisional_stays(at))
    for stays in chain(((one,) for one in every), product(every[::7], every[::5])):
        yield {"provisional_stays": stays}


def _listed(field: str, records: Callable[[datetime], Iterator[object]], sparse: int) -> Any:
    def changes(at: datetime) -> Iterator[dict[str, Any]]:
        for some in of.alone_or_two(list(records(at)), sparse=sparse):
            yield {field: some}

    return changes


def _court_stays(at: datetime) -> Iterator[dict[str, Any]]:
    yield from _listed("court_stays", of.court_stays, 5)(at)
    of_this_suit = [None, (), *((one,) for one in list(of.court_stays(at))[::5])]
    for stays, other in product(of_this_suit, of.other_court_stays(at)):
        yield {"court_stays": stays, "removal_stays": (other,)}


def _destinations(at: datetime) -> Iterator[dict[str, Any]]:
    for destination in (None, *of.destinations()):
        yield {"destination": destination}


def _beside(at: datetime) -> Iterator[dict[str, Any]]:
    for contested, undecided in product(((), ("entry",)), (False, True)):
        yield {"contested": contested, "custody_undecided": undecided}


def _applications(at: datetime) -> Iterator[dict[str, Any]]:
    filed = (midnight(2024, 6, 10) - TICK, at - timedelta(days=3), at, at + TICK)
    received = (None, *of.days(at))
    for one, day, later in product(of.applications(at, filed), received, (False, True)):
        told = replace(one, refusal_received_on=day, later_material=later)
        yield {"applicant": replace(clear(at).applicant, applications=(told,))}
    for one, served in product(of.applications(at, filed[:1]), (at - TICK, at, at + TICK)):
        told = replace(one, review_served_at=served)
        yield {"applicant": replace(clear(at).applicant, applications=(told,))}
    unproved = replace(refused(legal_day(at)), ended=Ending.REVIEW_REFUSED, ended_at=None)
    yield {"applicant": replace(clear(at).applicant, applications=(unproved,))}


INPUTS: dict[str, tuple[Callable[[datetime], Iterator[dict[str, Any]]], tuple[datetime, ...]]] = {
    "1, 4 and 9, orders and grants": (_orders, (NOON, EDGES[3])),
    "2, provisional stay": (_provisional_stays, INSTANTS),
    "3, 10 and 11, applications": (_applications, EDGES[-2:]),
    "5, court stays": (_court_stays, INSTANTS),
    "6, proceedings": (_listed("proceedings", of.proceedings, 5), INSTANTS),
    "7, travel restrictions": (_listed("travel_restrictions", of.restrictions, 1), INSTANTS),
    "8, destinations": (_destinations, (NOON,)),
    "beside the table": (_beside, (NOON,)),
}


@pytest.mark.parametrize("row", INPUTS)
def test_each_row_agrees_over_all_its_inputs(row: str, record_property: Callable[[str, object], None]) -> None:
    """Whatever a row is told, at every edge of a day and of the law, both readings say the same of every row."""
    changes, instants = INPUTS[row]
    count = sum(all_agree(changes(at), at) for at in instants)
    assert count > 3
    record_property("gate_inputs", count)


def test_one_order_is_carried_out_on_its_own_feet() -> None:
    """Of two orders each may be carried out if the table passes with both, and with that one alone."""
    seen: Counter[str] = Counter()
    few = tuple(of.orders(NOON))[::11]
    for first, second in product(few, few):
        facts = replace(clear(NOON), orders=(first, second))
        for own in (first, second, None):
            alone = replace(facts, orders=() if own is None else (own,))
            answers = {gate.may_be_removed(from_law.person(one), NOON).answer for one in (facts, alone)}
            worst = next(word for word in ("no", "unknown", "yes") if word in answers)
            assert may_be_removed_under(own, facts, NOON).value.value == worst, (own, facts)
            seen[worst] += 1
    assert seen["yes"]
    assert seen["no"]


TOLD = (
    *(date(2025, 10, 31), date(2025, 11, 29), date(2025, 11, 30), date(2025, 12, 1), date(2025, 12, 31)),
    *(date(2026, 1, 1), date(2026, 1, 30), date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28)),
)
"""Days whose months end unevenly, and the days around the change of practice."""


def test_the_notice_agrees_on_every_day() -> None:
    """Told on any of these days, to a lawyer or not: from the autumn to the spring both readings open the same day."""
    for number in range(180):
        first = midnight(2025, 10, 30) + number * DAY
        for at, told, asked in product((first, first - TICK), TOLD, (False, True)):
            agrees(replace(clear(at), notice=RemovalNotice(told, asked)), at)
    agrees(replace(clear(NOON), notice=None), NOON)


def _around(day: date, first: int, last: int) -> Iterator[datetime]:
    for step in range(first, last + 1):
        yield start_of(day + step * DAY)
        yield start_of(day + (step + 1) * DAY) - TICK


def test_the_ten_days_agree_wherever_a_year_is_closed() -> None:
    """Received on any day around New Year, Golden Week and September: the same last day of the period and margin."""
    for first, length in ((date(2024, 12, 14), 35), (date(2026, 4, 18), 30), (date(2026, 9, 8), 25)):
        for number in range(length):
            received = first + number * DAY
            for at in chain(_around(received, -1, 1), _around(received, 16, 30)):
                applicant = replace(clear(at).applicant, applications=(refused(received),))
                agrees(replace(clear(at), applicant=applicant), at)


def test_the_days_for_going_to_court_agree() -> None:
    """Served at either end of a day: ten days more, whole, whatever ended the stop of removal."""
    for served in (midnight(2026, 3, 5), midnight(2026, 3, 6) - TICK):
        dismissed = replace(refused(date(2026, 1, 5)), ended=Ending.REVIEW_REFUSED, ended_at=served)
        other = replace(refused(date(2026, 1, 5)), review_served_at=served)
        for at, one in product(_around(date(2026, 3, 5), -1, 12), (dismissed, other)):
            agrees(replace(clear(at), applicant=replace(clear(at).applicant, applications=(one,))), at)


@pytest.mark.parametrize("at", INSTANTS, ids=str)
def test_every_pair_of_inputs_of_two_rows_agrees(at: datetime, record_property: Callable[[str, object], None]) -> None:
    """A covering array over what the rows are told: whatever two rows meet, both readings say the same of all."""
    told = factors(at)
    met = list(pairwise_rows([len(one) for one in told], seed=7))
    for places in met:
        chosen = (factor[place] for factor, place in zip(told, places, strict=True))
        agrees(changed(at, {key: value for change in chosen for key, value in change.items()}), at)
    record_property("gate_inputs", len(met))


def test_two_rows_alone_agree(record_property: Callable[[str, object], None]) -> None:
    """Every two answers to two different questions, nothing else standing against removal: all three answers occur."""
    seen: Counter[str] = Counter()
    for one, other in combinations(factors(NOON), 2):
        seen.update(agrees(changed(NOON, first | second), NOON) for first, second in product(one, other))
    assert min(seen[word] for word in ("yes", "no", "unknown")) > 100
    record_property("gate_inputs", seen.total())


def test_the_covering_array_covers_every_pair() -> None:
    """Each value of each factor meets each value of each other one, in few rows; the same seed gives the same."""
    sizes = (5, 2, 7, 3)
    found = list(pairwise_rows(sizes, seed=1))
    for one, other in combinations(range(4), 2):
        met = {(row[one], row[other]) for row in found}
        assert met == set(product(range(sizes[one]), range(sizes[other])))
    assert len(found) < 2 * 5 * 7
    assert found == list(pairwise_rows(sizes, seed=1))
