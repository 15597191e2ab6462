"""DT-15: a penal order issues only if every row holds; each fails alone, is unknown where it can be, and every pair."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from itertools import combinations, product
from typing import Any

import pytest

from law.country_notice import CountryNotice
from law.decision_table import Outcome
from law.facts import Destination, Grant, GrantKind
from law.finding import Answer
from law.order_rows import IN_THE_ACT_SINCE
from law.penal_order import (
    Judged,
    PenalOrder,
    PenalOrderFacts,
    PenalReason,
    leaves_under,
    may_be_considered,
    may_be_issued_at_all,
    may_issue,
    rows,
)
from tests.law.test_order_suspension import AT, CAUSES, NOTHING, ORDER, UNKNOWN, jst

NO_WILL, OBSTRUCTION = PenalReason.NO_WILL_TO_LEAVE, PenalReason.OBSTRUCTION
BOTH = frozenset(PenalReason)
IRAN = Destination("IR", permitted_by_53=True, accepts=False, persecution=False, torture_or_disappearance=False)
NOTICE = CountryNotice("12", date(2024, 6, 10), frozenset({"PH", "VN"}))
CLEAR = PenalOrderFacts(
    removal=replace(NOTHING, destination=IRAN), declares_no_will=True, notice=NOTICE, obstructed=True, heard=True
)
JUDGED = Judged(BOTH, risk_of_the_like=True, appropriate=True, period_reasonable=True, in_writing=True)

Change = dict[str, Any]
HIDDEN = {
    "no_order_in_force": {"grant_bars"},
    "no_reason_of_penal_order": {
        "declares_no_lack_of_will",
        "destination_on_notice",
        "removal_not_obstructed",
        "no_risk_of_the_like",
    },
}
FAILS: dict[str, Change] = {
    "no_order_in_force": {"orders": ()},
    "grant_bars": {"grants": (Grant(GrantKind.RECOGNITION, jst(2026, 4, 1), jst(2026, 4, 10)),)},
    "destination_not_allowed": {"destination": replace(IRAN, permitted_by_53=False)},
    "non_refoulement": {"destination": replace(IRAN, persecution=True)},
    "opinion_not_heard": {"heard": False},
    "no_reason_of_penal_order": {"reasons": frozenset()},
    "declares_no_lack_of_will": {"declares_no_will": False},
    "destination_on_notice": {"notice": replace(NOTICE, countries=frozenset({"IR"}))},
    "removal_not_obstructed": {"obstructed": False},
    "no_risk_of_the_like": {"risk_of_the_like": False},
    "penal_order_not_appropriate": {"appropriate": False},
    "period_not_reasonable": {"period_reasonable": False},
    "penal_order_not_in_writing": {"in_writing": False},
    **{code: change for code, change in CAUSES.items() if code != "order_in_doubt"},
    "order_in_doubt": {"orders": (replace(ORDER, in_doubt=True),)},
}
NOT_KNOWN: dict[str, Change] = {
    "destination_not_allowed_not_on_record": {"destination": replace(IRAN, permitted_by_53=None)},
    "non_refoulement_not_on_record": {"destination": replace(IRAN, torture_or_disappearance=None)},
    "declares_no_lack_of_will_not_on_record": {"declares_no_will": None},
    "destination_on_notice_not_on_record": {"notice": None},
    "no_risk_of_the_like_not_on_record": {"risk_of_the_like": None},
    "penal_order_not_appropriate_not_on_record": {"appropriate": None},
    "period_not_reasonable_not_on_record": {"period_reasonable": None},
    **UNKNOWN,
}


def changed(*changes: Change) -> tuple[PenalOrderFacts, Judged]:
    """Everything holds but this."""
    facts, judged = CLEAR, JUDGED
    for change in changes:
        for name, value in change.items():
            if name in {each.name for each in fields(Judged)}:
                judged = replace(judged, **{name: value})
            elif name in {each.name for each in fields(PenalOrderFacts)}:
                facts = replace(facts, **{name: value})
            else:
                facts = replace(facts, removal=replace(facts.removal, **{name: value}))
    return facts, judged


def answer(*changes: Change, at: datetime = AT) -> tuple[Answer, list[str]]:
    """The answer and the codes of its reasons."""
    found = may_issue(*changed(*changes), at)
    return found.value, [reason.code for reason in found.reasons]


def compatible(pairs: Iterable[tuple[str, str]], one: dict[str, Change], other: dict[str, Change]) -> Any:
    """The pairs that change different things."""
    return [(a, b) for a, b in pairs if not one[a].keys() & other[b].keys()]


def test_it_may_issue_when_every_row_holds() -> None:
    """Yes, with every row passed, each told by its own code."""
    found = may_issue(CLEAR, JUDGED, AT)
    assert found.value is Answer.YES
    judged = rows(CLEAR, JUDGED, AT)
    assert len(judged) == len(FAILS) + 1
    assert {row.outcome for row in judged} == {Outcome.PASSES}


@pytest.mark.parametrize("code", FAILS)
def test_each_row_fails_alone(code: str) -> None:
    """No, for that row first; what follows from the same facts may stand beside it."""
    value, told = answer(FAILS[code])
    assert value is Answer.NO
    assert told[0] == code


@pytest.mark.parametrize("code", NOT_KNOWN)
def test_each_row_is_unknown_alone(code: str) -> None:
    """Unknown is no order: the fact is put on record, or judged, first."""
    assert answer(NOT_KNOWN[code]) == (Answer.UNKNOWN, [code])


@pytest.mark.parametrize(("one", "other"), compatible(combinations(FAILS, 2), FAILS, FAILS))
def test_two_rows_that_fail_are_both_told(one: str, other: str) -> None:
    """No row hides another, but for what is asked only of an order that is there and of a reason that is given."""
    value, told = answer(FAILS[one], FAILS[other])
    assert value is Answer.NO
    hidden = HIDDEN.get(one, set()) | HIDDEN.get(other, set())
    assert {one, other} - hidden <= set(told)


@pytest.mark.parametrize(("one", "other"), compatible(product(FAILS, NOT_KNOWN), FAILS, NOT_KNOWN))
def test_a_row_that_fails_beside_one_that_is_unknown_is_a_no(one: str, other: str) -> None:
    """What is not known cannot make good what fails."""
    assert answer(FAILS[one], NOT_KNOWN[other])[0] is Answer.NO


@pytest.mark.parametrize("reason", PenalReason)
def test_one_reason_is_enough_and_only_what_is_given_is_asked(reason: PenalReason) -> None:
    """55-2(1): either item carries the order; what belongs to the other does not matter then."""
    given = {"reasons": frozenset({reason})}
    without = (
        {"obstructed": False, "risk_of_the_like": False}
        if reason is NO_WILL
        else {"declares_no_will": False, "notice": None}
    )
    assert answer(given, without)[0] is Answer.YES
    assert answer(without)[0] is Answer.NO, "a reason that does not hold is left out of the paper"


def test_no_notice_known_for_the_day_establishes_nothing() -> None:
    """A-08: with no list loaded reason (i) is unknown; an empty one, which is loaded, opens it against everybody."""
    given = {"reasons": frozenset({NO_WILL})}
    assert answer(given, {"notice": None})[0] is Answer.UNKNOWN
    assert answer(given, {"notice": replace(NOTICE, countries=frozenset())})[0] is Answer.YES
    assert answer(given, {"destination": None})[0] is Answer.UNKNOWN


def test_a_state_that_takes_nobody_back_is_no_obstacle() -> None:
    """Whether the receiving state accepts is asked at the gate of removal, not here: that it does not is the reason."""
    assert answer({"destination": replace(IRAN, accepts=None)})[0] is Answer.YES


def test_the_finding_of_the_minister_lifts_persecution_alone() -> None:
    """53(3)(i) may be lifted; torture and enforced disappearance never are."""
    lifted = replace(IRAN, persecution=True, minister_finding=True)
    assert answer({"destination": lifted})[0] is Answer.YES
    assert answer({"destination": replace(lifted, torture_or_disappearance=True)})[0] is Answer.NO


def test_not_before_the_commencement() -> None:
    """Before 2024-06-10 Article 55-2 was the departure order."""
    early = {"orders": (replace(ORDER, issued_at=jst(2024, 1, 10)),)}
    last = datetime(2024, 6, 9, 23, 59, tzinfo=AT.tzinfo)
    assert answer(early, at=IN_THE_ACT_SINCE)[0] is Answer.YES
    assert answer(early, at=last) == (Answer.NO, ["penal_order_not_in_the_act"])
    assert may_be_considered(CLEAR.removal, AT).value is Answer.YES
    assert may_be_considered(replace(CLEAR.removal, orders=()), AT).value is Answer.NO


def test_a_grant_that_covers_one_of_two_orders_leaves_the_other() -> None:
    """61-2-9(1): the order on a ground that arose after the grant can carry a penal order."""
    later = replace(ORDER, case="D-2", ground_since=date(2026, 4, 15), issued_at=jst(2026, 5, 1))
    assert answer(FAILS["grant_bars"], {"orders": (ORDER, later)})[0] is Answer.YES
    assert answer(FAILS["grant_bars"], {"orders": (ORDER, ORDER)}) == (Answer.NO, ["grant_bars"])


def test_what_needs_no_judgement_is_told_before() -> None:
    """The rows of reason, appropriateness, period and paper wait for the paper."""
    bare, _ = changed({"declares_no_will": None, "notice": None, "obstructed": False})
    assert may_be_issued_at_all(bare, AT).value is Answer.YES
    assert may_be_issued_at_all(changed(FAILS["opinion_not_heard"])[0], AT).value is Answer.NO


KEPT = PenalOrder("P-1", "D-1", BOTH, date(2026, 5, 1), jst(2026, 5, 4), jst(2026, 5, 5))


@pytest.mark.parametrize(
    ("order", "at", "under"),
    [
        (KEPT, AT, True),
        (KEPT, jst(2026, 5, 4), False),
        (KEPT, KEPT.handed_over_at, True),
        (KEPT, KEPT.handed_over_at - timedelta.resolution, False),
        (replace(KEPT, suspended_since=jst(2026, 5, 20)), AT, False),
        (replace(KEPT, suspended_since=jst(2026, 5, 20)), jst(2026, 5, 19), True),
        (replace(KEPT, suspended_since=AT), AT, False),
        (replace(KEPT, ended_at=AT), AT, True),
        (replace(KEPT, ended_at=jst(2026, 5, 20)), AT, False),
        (replace(KEPT, exposed=True), AT, True),
    ],
)
def test_who_leaves_while_it_binds_leaves_under_it(order: PenalOrder, at: datetime, under: bool) -> None:
    """55-2(6): from the hand-over, also after its period; not while it stands still."""
    assert leaves_under((order,), at) is under
    assert leaves_under((), at) is False
