"""The order to apply for a passport: when it may issue, what is due under it, and what was not done."""

from dataclasses import replace
from typing import Any

import pytest

from law.facts import CourtStay, CourtStayScope, Grant, GrantKind
from law.finding import Answer
from law.order_rows import IN_THE_ACT_SINCE
from law.passport_order import (
    Commanded,
    CommandedAct,
    Standing,
    all_done,
    may_bind,
    may_command,
    undone,
)
from tests.law.test_order_suspension import AT, CAUSES, NOTHING, ORDER, UNKNOWN, jst

COMMANDED = Commanded(frozenset({CommandedAct.APPLY_FOR_PASSPORT}), needed_for_removal=True, period_reasonable=True)
WHOLE = CourtStay(CourtStayScope.EFFECT, jst(2026, 5, 1))

FAILS: dict[str, dict[str, Any]] = {
    "no_order_in_force": {"orders": ()},
    "grant_bars": {"grants": (Grant(GrantKind.RECOGNITION, jst(2026, 4, 1), jst(2026, 4, 10)),)},
    "provisional_stay_running": CAUSES["provisional_stay_running"],
    "order_in_doubt": CAUSES["order_in_doubt"],
    "removal_stopped_by_application": CAUSES["removal_stopped_by_application"],
    "execution_stayed_by_a_court": {"court_stays": (WHOLE,)},
    "under_travel_restriction": CAUSES["under_travel_restriction"],
}
JUDGED: dict[str, tuple[str, Any]] = {
    "nothing_commanded": ("acts", frozenset()),
    "not_needed_for_removal": ("needed_for_removal", False),
    "period_not_reasonable": ("period_reasonable", False),
}


@pytest.mark.parametrize("code", FAILS)
def test_each_bar_stands_alone_against_issue_and_hand_over(code: str) -> None:
    """No order in force, a grant, and every cause for which it would pause (A-07)."""
    removal = replace(NOTHING, **FAILS[code])
    for found in (may_command(removal, COMMANDED, AT), may_bind(removal, AT)):
        assert found.value is Answer.NO
        assert [reason.code for reason in found.reasons] == [code]


@pytest.mark.parametrize("code", JUDGED)
def test_each_judgement_is_needed(code: str) -> None:
    """52(12): acts, need and a reasonable period; what nobody judged is unknown."""
    name, value = JUDGED[code]
    found = may_command(NOTHING, replace(COMMANDED, **{name: value}), AT)
    assert (found.value, [reason.code for reason in found.reasons]) == (Answer.NO, [code])
    unjudged: dict[str, Any] = {name: None}
    if value is False:
        assert may_command(NOTHING, replace(COMMANDED, **unjudged), AT).value is Answer.UNKNOWN


@pytest.mark.parametrize("change", UNKNOWN.values())
def test_what_is_not_on_record_is_no_order(change: dict[str, Any]) -> None:
    """A-07: whether a court or a restriction stops the execution must be on record."""
    assert may_command(replace(NOTHING, **change), COMMANDED, AT).value is Answer.UNKNOWN


def test_it_may_issue_otherwise() -> None:
    """No hearing is asked for; a stay of removal alone does not reach the order; before 2024-06-10 there was none."""
    assert may_command(NOTHING, COMMANDED, AT).value is Answer.YES
    stayed = replace(NOTHING, court_stays=(replace(WHOLE, scope=CourtStayScope.REMOVAL),))
    assert may_command(stayed, COMMANDED, AT).value is Answer.YES
    early = replace(NOTHING, orders=(replace(ORDER, issued_at=jst(2024, 1, 10)),))
    assert may_command(early, COMMANDED, IN_THE_ACT_SINCE).value is Answer.YES
    assert may_command(early, COMMANDED, jst(2024, 6, 9)).value is Answer.NO


DEMANDED = {
    CommandedAct.APPEAR_AT_EMBASSY,
    CommandedAct.PREPARE_REMOVAL_PAPERS,
    CommandedAct.HAND_IN_REMOVAL_PAPERS,
    CommandedAct.KEEP_PAPERS,
    CommandedAct.REPORT,
}


def test_every_act_of_the_ordinance_has_its_item() -> None:
    """52(12) and the eight items of Ord. 48-2."""
    items = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
    assert [act.value for act in CommandedAct] == ["52(12)", *(f"48-2({item})" for item in items)]


@pytest.mark.parametrize("act", CommandedAct)
def test_what_is_due_on_demand_counts_when_somebody_asked(act: CommandedAct) -> None:
    """Items (iii), (v), (vi), (viii) by their words, (vii) when the papers are asked for; the others in any case."""
    on_demand = act in DEMANDED
    assert act.is_on_demand is on_demand
    assert undone({act: Standing.OPEN}) == (() if on_demand else (act,))
    assert undone({act: Standing.CALLED_FOR}) == (act,)
    assert undone({act: Standing.DONE}) == ()


def test_an_order_is_fulfilled_early_only_where_nothing_can_be_asked_for_again() -> None:
    """Who reported once may be asked again until the period is over."""
    passport, report = CommandedAct.APPLY_FOR_PASSPORT, CommandedAct.REPORT
    assert all_done({passport: Standing.DONE})
    assert not all_done({passport: Standing.OPEN})
    assert not all_done({passport: Standing.DONE, report: Standing.DONE})
