"""Attacks on the gate by way of the cases: two orders, an order issued anew, other suits, the carrier, a return."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import pytest

from engine.declaration import Procedures
from engine.position import Position
from tests.procedures import leaving_story
from tests.procedures.court_story import judge, stay, sue
from tests.procedures.deportation_story import DESTINATION, FOUND, SIGNED
from tests.procedures.desk import FINAL, Desk, jst
from tests.procedures.removal_story import (
    BY,
    CARRIER,
    CLERK,
    COUNTRY,
    ICO,
    INSPECTOR,
    NOTHING_ELSE,
    PLAN,
    SII,
    authorised,
    boarded,
    body_of,
    circumstances,
    codes,
    do,
    last,
    no_drift,
    pending,
    planned,
    requested,
    stage,
)
from workflows.procedures import PROCEDURES

if TYPE_CHECKING:
    from collections.abc import Callable

SECOND = "24(iv)(ru)"
DRUG_CASE = [{"kind": "criminal", "since": "2025-06-05"}]
OLD_WAYS: list[tuple[str, str, dict[str, Any]]] = [
    ("plan_removal", ICO, PLAN),
    ("authorise_removal", SII, {"plan": 1}),
    ("board", ICO, {"plan": 1}),
    ("record_removal_against_gate", INSPECTOR, {"reasons": "stated"}),
]
SILENT = {
    ("Circumstances", "keep"),
    ("DetentionReview", "begin_plan"),
    ("Sponsorship", "certify_refusal_received"),
    ("Sponsorship", "hand_over_notification_paper"),
    ("StatusRevocation", "investigate"),
    ("TemporaryRefuge", "investigate"),
    ("TemporaryRefuge", "withdraw"),
}
"""Acts that put nothing on record themselves: an empty file, papers, what a case opened by them tells.

None of them moves a row of DT-01.
"""


def ordered_again(one: Desk, day: str = "2025-06-05", since: str = "2025-01-09") -> str:
    """A second order, on another ground, issued at 12:00 in the procedure beside a criminal case that ended at once."""
    kept = circumstances(one)
    suspected = [{"ground": SECOND, "since": since}]
    case = one.open("Deportation", "investigate", f"{day}T08:00", ICO, grounds=suspected, reasons="stated")
    one.act(kept, "record_proceedings", f"{day}T08:05", INSPECTOR, proceedings=DRUG_CASE)
    one.act(case, "go_on_beside_criminal_case", f"{day}T08:10", ICO)
    one.act(case, "begin_examination", f"{day}T08:20", INSPECTOR, reasons="stated")
    found_deportable(one, case, day, SECOND)
    one.act(kept, "record_proceedings", f"{day}T12:05", INSPECTOR, proceedings=[])
    return case


def found_deportable(one: Desk, case: str, day: str, ground: str = "24(iv)(ro)") -> None:
    """From the examination to the order at 12:00."""
    one.act(case, "find", f"{day}T08:40", INSPECTOR, **(FOUND | {"ground": ground}))
    one.act(case, "certify_finding_received", f"{day}T09:00", CLERK, received_on=day)
    one.act(case, "accept_finding", f"{day}T10:00", SII, **SIGNED)
    one.act(case, "waive_special_permission", f"{day}T11:00", SII, **SIGNED)
    one.act(case, "issue_order", f"{day}T12:00", SII, **DESTINATION)


def test_an_order_that_was_never_shown_is_not_carried_out_since_another_one_was() -> None:
    """52(3): the order of the first case was shown, that of the second is to be executed."""
    one = pending()
    second = ordered_again(one)
    do(one, "plan_removal", "2025-06-06", **PLAN)
    requested(one)
    filed = one.try_act(last(one), "authorise_removal", "2025-06-09T10:00", SII, plan=1)
    assert codes(filed) == {"order_not_shown"}
    one.act(second, "show_order", "2025-06-09T10:01", ICO)
    do(one, "authorise_removal", "2025-06-09T10:02", by=SII, plan=1)


def test_an_order_withdrawn_stops_its_removal_whatever_other_order_stands() -> None:
    """On board under the first order when it is withdrawn; the second, shown, is none that was being carried out."""
    one = boarded()
    first, enforcement = last(one, "Deportation"), last(one)
    second = ordered_again(one, "2025-06-10")
    one.act(second, "show_order", "2025-06-10T12:10", ICO)
    one.act(first, "withdraw_order", "2025-06-10T12:30", SII, reasons="stated")
    assert one.stage(enforcement) == "on_board"
    assert "stop_removal" in one.duties(enforcement)
    assert one.removal("2025-06-10T12:31")[0] == "yes"


def test_who_leaves_under_two_orders_is_denied_landing_once() -> None:
    """5(1)(ix): one departure has one period, however many orders were to be carried out."""
    one = boarded()
    enforcement = last(one)
    ordered_again(one, "2025-06-10")
    one.act(circumstances(one), "record_departure", "2025-06-10T18:00", INSPECTOR, on="2025-06-10")
    assert (one.stage(enforcement), stage(one)) == ("removed", "left")
    assert len(Position(one.register.dossier(one.person).cases, one.procedures).of("LandingDenial")) == 1


def test_an_authorisation_under_one_order_boards_under_no_other() -> None:
    """Each order has a case of its own, and what happens in one voids what was authorised in the other."""
    one = authorised()
    first = last(one)
    second = ordered_again(one, "2025-06-10")
    one.act(second, "show_order", "2025-06-10T12:10", ICO)
    assert one.stage(first, "2025-06-10T12:11") == "requested"
    do(one, "plan_removal", "2025-06-10T12:20", **(PLAN | {"departs_on": "2025-06-11"}))
    assert one.refused(last(one), "board", "2025-06-11T10:00", ICO, plan=1) == "wrong_stage"
    one.act(first, "authorise_removal", "2025-06-11T10:00", SII, plan=1)
    do(one, "request_removal", "2025-06-11T10:01", plan=1)
    assert one.stage(first) == "planned"


def test_an_order_issued_anew_in_its_case_carries_no_old_authorisation_on() -> None:
    """The finding was annulled with the person on board; a new order, issued and shown, is not the one boarded on."""
    one = boarded()
    first, case = last(one), last(one, "Deportation")
    one.act(case, "record_decision_annulled", "2025-07-02T08:00", CLERK, instance="examination", **FINAL)
    assert "stop_removal" in one.duties(first)
    found_deportable(one, case, "2025-07-02")
    one.act(case, "show_order", "2025-07-02T12:10", ICO)
    assert one.removal("2025-07-02T12:11")[0] == "yes"
    assert (one.stage(first), "stop_removal" in one.duties(first)) == ("on_board", True)
    off = {"on": "2025-07-02", "end": "stopped", "reasons": "taken off"}
    one.act(first, "record_failed_attempt", "2025-07-02T13:00", ICO, **off)
    assert (one.stage(first), stage(one)) == ("without_effect", "pending")


def test_a_permission_to_leave_rests_on_the_order_that_no_grant_bars() -> None:
    """A status covers the ground of the first order; under the second one the person may be permitted to leave."""
    one = pending()
    asked = one.open("AnApplication", "file", "2025-06-03T13:00", CLERK)
    one.act(asked, "hand_over_card", "2025-06-04", INSPECTOR)
    ordered_again(one, since="2025-06-05")
    assert one.stage(leaving_story.applied(one, "2025-06-06", planned_on="2025-06-20")) == "applied"


@pytest.mark.parametrize("attacked", ["recognition_refusal", "review_decision", "other"])
def test_a_stay_of_removal_stops_removal_whatever_the_suit_attacks(attacked: str) -> None:
    """ACLA 25(2): the court said removal. What it stayed of the attacked disposition alone is no wider."""
    one = planned()
    suit = sue(one, "", "2025-06-05", attacked, made_on="2025-06-04")
    stay(one, suit, "2025-06-05T13:00", "effect")
    assert one.removal("2025-06-06")[0] == "yes"
    one.act(suit, "vary_stay", "2025-06-06", CLERK, scope="removal", term="lifted", court="high court")
    assert one.removal("2025-06-09T10:00") == ("no", {"court_stay"})


def test_a_refusal_set_aside_for_good_stops_removal_until_its_case_says_so() -> None:
    """ACLA 33(1): a final judgment annulled the refusal of recognition; nobody is removed as if it stood."""
    one = boarded()
    suit = sue(one, "", "2025-06-09T10:06", "recognition_refusal", made_on="2025-06-04")
    judge(one, suit, "2025-06-09T10:07", "annulled")
    assert "stop_removal" not in one.duties(last(one))
    one.act(suit, "become_final", "2025-06-09T10:08", CLERK, final_on="2025-06-09")
    assert "stop_removal" in one.duties(last(one))
    one.act(suit, "record_carried_out", "2025-06-09T10:09", CLERK, how="recognised")
    assert "stop_removal" not in one.duties(last(one))


def test_a_judgment_on_what_removal_does_not_rest_on_leaves_it_as_it_is() -> None:
    """Invariant 41 of LAW §14: no wider stop than the court ordered; a passport order is no part of a removal."""
    one = planned()
    suit = sue(one, "", "2025-06-05", "passport_order", made_on="2025-06-04")
    judge(one, suit, "2025-06-05T13:00", "annulled")
    one.act(suit, "become_final", "2025-06-05T14:00", CLERK, final_on="2025-06-05")
    assert one.removal("2025-06-09T10:00")[0] == "yes"


@pytest.mark.parametrize(
    ("stopped", "closed"), [(True, ("not_authorised", "court_stay")), (False, ("not_authorised",))]
)
def test_who_leaves_with_the_carrier_was_removed_by_it(stopped: bool, closed: tuple[str, ...]) -> None:
    """59: not by himself or herself; no boarding was authorised, and what was to be stopped proves a breach."""
    one = authorised(**CARRIER)
    do(one, "hand_over_to_carrier", "2025-06-09T10:05", plan=1)
    if stopped:
        stays = [{"scope": "removal", "since": jst("2025-06-09T10:30").isoformat()}]
        one.act(circumstances(one), "record_court_stays", "2025-06-09T10:30", SII, stays=stays)
    one.act(circumstances(one), "record_departure", "2025-06-09T11:40", INSPECTOR, on="2025-06-09")
    assert stage(one) == "removed"
    breach = body_of(one, "RemovedAgainstGate")
    assert (breach.closed, breach.authorised) == (closed, False)
    assert breach.at == jst("2025-06-09T10:30" if stopped else "2025-06-09T11:40")
    no_drift(one)


def test_a_refusal_names_every_closed_row_and_the_plan_that_leads_elsewhere() -> None:
    """With the carrier: a court stayed the removal, another country was found, and that one does not receive."""
    one = authorised(**CARRIER)
    do(one, "hand_over_to_carrier", "2025-06-09T10:05", plan=1)
    do(one, "request_removal", "2025-06-09T10:06", plan=1)
    stays = [{"scope": "removal", "since": jst("2025-06-09T10:07").isoformat()}]
    one.act(circumstances(one), "record_court_stays", "2025-06-09T10:07", SII, stays=stays)
    other = {"destination": COUNTRY | {"country": "XB", "accepts": False}, "reasons": "looked into"}
    one.act(circumstances(one), "find_destination", "2025-06-09T10:07", SII, **other)
    filed = one.try_act(last(one), "authorise_removal", "2025-06-09T10:08", SII, plan=1)
    assert codes(filed) == {"court_stay", "destination_not_allowed", "plan_not_bound_to_destination"}


def test_who_came_back_after_a_removal_is_removed_under_a_new_order_alone() -> None:
    """The old order is executed: nothing of it boards, nothing of the old record opens a row, all is asked anew."""
    one = boarded()
    old = last(one)
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    kept = one.open("Circumstances", "keep", "2025-12-01", INSPECTOR)
    answer, rows = one.removal("2025-12-01T13:00")
    assert answer == "no"
    assert {"no_order_in_force", "order_not_shown", "court_stay_not_on_record", "notice_period_not_on_record"} <= rows
    for name, body in NOTHING_ELSE.items():
        one.act(kept, name, "2025-12-02", BY.get(name, SII), **body)
    assert one.removal("2025-12-03") == ("no", {"no_order_in_force", "order_not_shown"})
    for act, by, body in OLD_WAYS:
        assert one.refused(old, act, "2025-12-03", by, **body) == "wrong_stage"


def test_what_an_act_records_nothing_of_moves_no_row() -> None:
    """A reaction to anything hears of facts: an act without one is looked at before it joins this list."""
    found = {
        (declared.name, name)
        for declared in Procedures(PROCEDURES)
        for name, act in {**declared.openings, **declared.acts}.items()
        if not act.inner
        if not _records(declared.kind, act.perform, set())
    }
    assert found == SILENT


def _records(kind: type, method: Callable[..., None], seen: set[str]) -> bool:
    source = inspect.getsource(method)
    called = {name: getattr(kind, name, None) for name in re.findall(r"self\.(\w+)\(", source)}
    return "record" in called or any(
        _records(kind, one, seen | set(called))
        for name, one in called.items()
        if name not in seen and inspect.isfunction(one) and one.__module__.startswith("workflows")
    )
