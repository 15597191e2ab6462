"""The deportation order: DT-03 row by row, and the withdrawal of an order."""

import pytest

from law.facts import DeportationOrder
from tests.procedures.court_story import judge, stay, sue
from tests.procedures.deportation_story import (
    CLERK,
    DESTINATION,
    HEAD,
    ICO,
    INSPECTOR,
    SIGNED,
    SII,
    accepted,
    circumstances,
    desk,
    dismissed,
    ordered,
    position,
    told,
)
from tests.procedures.desk import FINAL, Desk, jst
from tests.procedures.permission_story import (
    GRANT,
    HUMANE,
    REFUSAL,
    application_refused,
    applied,
    considered,
    permitted,
)

DAY = "2025-05-12"


def issue(one: Desk, case: str, at: str) -> str:
    """Try to issue the order; the code of the refusal."""
    return one.refused(case, "issue_order", at, SII, **DESTINATION)


def test_no_order_before_acceptance() -> None:
    """DT-03 row 1: neither in the three days nor in silence after them."""
    one = desk()
    case = told(one, DAY)
    assert issue(one, case, "2025-05-13") == "not_accepted"
    assert issue(one, case, "2025-05-16") == "silence_is_not_acceptance"


def test_a_waiver_of_special_permission_calls_for_the_order() -> None:
    """DT-03: accepted and waived, so the order must be issued promptly; it is then in force."""
    one = desk()
    case = accepted(one, DAY)
    assert issue(one, case, f"{DAY}T10:30") == "window_open"
    unsigned = {"signed": False, "explained_in": "English"}
    assert one.refused(case, "waive_special_permission", f"{DAY}T10:40", SII, **unsigned) == "waiver_not_signed"
    one.act(case, "waive_special_permission", f"{DAY}T11:00", SII, **SIGNED)
    assert one.duties(case) == {"issue_order"}
    one.act(case, "issue_order", f"{DAY}T12:00", SII, **DESTINATION)
    assert one.stage(case) == "ordered"
    order = position(one).all(DeportationOrder)[0]
    assert (order.ground, str(order.ground_since)) == ("24(iv)(ro)", "2025-01-07")
    assert "DeportationOrderIssued" in one.fact_kinds()


def test_the_window_over_without_an_application_calls_for_the_order() -> None:
    """Accepted Monday 12 May: 13, 14, 15 May; at 00:00 on 16 May the order is due, not before."""
    one = desk()
    case = accepted(one, DAY)
    assert issue(one, case, "2025-05-15T23:59") == "window_open"
    assert one.stage(case, "2025-05-16") == "order_due"
    one.act(case, "issue_order", "2025-05-16T00:00", SII, **DESTINATION)


@pytest.mark.parametrize(
    ("day", "last", "over"),
    [
        # 30 April 2025: 1, 2, 3 May, moved over 4, 5, 6 May to Wednesday 7 May.
        ("2025-04-30", "2025-05-07T23:59", "2025-05-08"),
        # 26 December 2025: 27, 28, 29 December, moved to Monday 5 January.
        ("2025-12-26", "2026-01-05T23:59", "2026-01-06"),
    ],
)
def test_the_window_rolls_over_holidays(day: str, last: str, over: str) -> None:
    """C07: the last day of the window moves to the next working day, in the person's favour."""
    one = desk()
    case = accepted(one, day)
    assert issue(one, case, last) == "window_open"
    assert one.stage(case, over) == "order_due"


def test_an_application_in_the_window_holds_back_the_order_until_its_refusal_is_received() -> None:
    """DT-03: pending no, refusal decided no, refusal received yes (47(5)(iii), 50(10))."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, "2025-05-14")
    assert application_refused(one, case, "2025-05-14T15:00") == "special_permission_pending"
    assert (
        one.refused(case, "waive_special_permission", "2025-05-14T15:00", SII, **SIGNED) == "special_permission_pending"
    )
    assert issue(one, case, "2025-06-02") == "special_permission_pending"
    assert one.duties(case) == set()
    assert one.duties(permission) >= {"decide_special_permission"}
    receipt = {"received_on": "2025-06-05"}
    act = "certify_refusal_received"
    assert one.refused(permission, act, "2025-06-03", CLERK, received_on="2025-06-03") == "wrong_stage"
    one.act(permission, "refuse", "2025-06-03", HEAD, **REFUSAL)
    assert issue(one, case, "2025-06-04") == "refusal_not_received"
    assert one.refused(permission, act, "2025-06-05", CLERK, received_on="2025-06-02") == "day_too_early"
    one.act(permission, act, "2025-06-05", CLERK, **receipt)
    assert one.stage(case) == "order_due"
    one.act(case, "issue_order", "2025-06-05T15:00", SII, **DESTINATION)


def test_a_withdrawal_after_acceptance_calls_for_the_order() -> None:
    """DT-03: withdrawn in writing after acceptance, the order must be issued promptly."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, f"{DAY}T11:00")
    assert one.refused(permission, "withdraw", DAY, CLERK, in_writing=False) == "withdrawal_not_written"
    one.act(permission, "withdraw", "2025-05-13", CLERK, in_writing=True)
    assert one.stage(case) == "order_due"


def test_an_application_filed_before_acceptance_and_pending_blocks_the_order() -> None:
    """A-35: filed under Sponsorship, still pending after acceptance and after the three days."""
    one = desk()
    case = told(one, DAY)
    permission = applied(one, case, f"{DAY}T09:30")
    assert one.refused(permission, "refuse", f"{DAY}T09:40", HEAD, **REFUSAL) == "instances_not_over"
    assert one.refused(permission, "grant", f"{DAY}T09:40", HEAD, **GRANT) == "instances_not_over"
    one.act(case, "accept_finding", f"{DAY}T10:00", SII, **SIGNED)
    assert issue(one, case, "2025-05-20") == "special_permission_pending"
    assert one.duties(case) == set()
    assert one.duties(permission) >= {"decide_special_permission"}
    one.act(permission, "withdraw", "2025-05-21", CLERK, in_writing=True)
    assert one.stage(case) == "order_due"


def test_a_withdrawal_before_acceptance_leaves_the_full_window() -> None:
    """A-35: withdrawn at 09:40, accepted at 10:00: all three days, 13, 14, 15 May, are left."""
    one = desk()
    case = told(one, DAY)
    permission = applied(one, case, f"{DAY}T09:30")
    one.act(permission, "withdraw", f"{DAY}T09:40", CLERK, in_writing=True)
    one.act(case, "accept_finding", f"{DAY}T10:00", SII, **SIGNED)
    assert issue(one, case, "2025-05-15T23:59") == "window_open"
    assert one.stage(case, "2025-05-16") == "order_due"


@pytest.mark.parametrize(("waived", "code"), [(True, "filed_after_waiver"), (False, "filed_after_window")])
def test_a_late_application_holds_the_order_until_a_person_decides(waived: bool, code: str) -> None:
    """A-36: filed after the waiver or the three days but before the order; set aside, the order is due again."""
    one = desk()
    case = accepted(one, DAY)
    if waived:
        one.act(case, "waive_special_permission", f"{DAY}T11:00", SII, **SIGNED)
    applied(one, case, "2025-05-16")
    assert one.stage(case) == "order_held"
    assert one.duties(case) == {"decide_late_application"}
    assert issue(one, case, "2025-05-19") == code
    one.act(case, "decide_late_application", "2025-05-19", SII, admitted=False, reasons="stated")
    assert one.stage(case) == "order_due"


def test_a_late_application_that_is_admitted_is_decided_like_any_other() -> None:
    """A-36: admitted, it holds the order until its refusal is received."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, "2025-05-16")
    one.act(case, "decide_late_application", "2025-05-19", SII, admitted=True, reasons="stated")
    assert one.duties(case) == set()
    assert one.duties(permission) >= {"decide_special_permission"}
    one.act(permission, "refuse", "2025-05-20", HEAD, **REFUSAL)
    assert issue(one, case, "2025-05-20T15:00") == "refusal_not_received"
    one.act(permission, "certify_refusal_received", "2025-05-21", CLERK, received_on="2025-05-21")
    assert one.stage(case) == "order_due"


def test_special_permission_granted_ends_the_case() -> None:
    """50(1), 50(4): after acceptance, also on the Minister's own motion; no order any more."""
    one = desk()
    case = accepted(one, DAY)
    permitted(one, case, "2025-05-13")
    assert one.stage(case) == "special_permission"
    assert "SpecialPermissionGranted" in one.fact_kinds()


def test_special_permission_is_strictly_barred_after_a_long_sentence() -> None:
    """50(1) proviso: more than one year, not suspended: only if refusing would lack humanity."""
    one = desk()
    case = accepted(one, DAY)
    sentence = {"final_on": "2025-04-01", "months": 18, "suspension": "none"}
    one.act(circumstances(one), "record_sentences", "2025-05-13", INSPECTOR, sentences=[sentence])
    permission = considered(one, case, "2025-05-14")
    assert one.refused(permission, "grant", "2025-05-14", HEAD, **GRANT) == "sentence_bars_permission"
    one.act(permission, "grant", "2025-05-14", HEAD, **(GRANT | HUMANE))


def test_after_a_dismissed_objection_the_window_runs_from_the_receipt() -> None:
    """γ: received Tuesday 13 May: 14, 15, 16 May; refused before the receipt, the full window is left."""
    one = desk()
    case = dismissed(one, DAY)
    permission = applied(one, case, f"{DAY}T17:00")
    one.act(permission, "refuse", f"{DAY}T17:10", HEAD, **REFUSAL)
    one.act(permission, "certify_refusal_received", f"{DAY}T17:20", CLERK, received_on=DAY)
    one.act(case, "tell_result", f"{DAY}T18:00", SII, tells_special_permission=True)
    one.act(case, "certify_result_received", "2025-05-13", CLERK, received_on="2025-05-13")
    assert issue(one, case, "2025-05-16T23:59") == "window_open"
    one.act(case, "issue_order", "2025-05-17", SII, **DESTINATION)


def test_after_the_order_special_permission_cannot_be_applied_for() -> None:
    """27: 50(3)."""
    one = desk()
    case = ordered(one, DAY)
    assert application_refused(one, case, "2025-05-13") == "order_issued"


def test_an_order_is_shown_and_may_be_withdrawn() -> None:
    """Shown to the person (52(3)); withdrawn, it is in force no more and the case is closed."""
    one = desk()
    case = ordered(one, DAY)
    one.act(case, "show_order", "2025-05-13", ICO)
    one.act(case, "withdraw_order", "2025-05-14", SII, reasons="stated")
    order = position(one).all(DeportationOrder)[0]
    assert (order.shown_at, order.withdrawn_at) == (jst("2025-05-13"), jst("2025-05-14"))
    assert one.stage(case) == "order_withdrawn"
    assert "DeportationOrderWithdrawn" in one.fact_kinds()


def test_a_window_found_to_have_closed_before_a_withdrawal_leaves_the_order_due() -> None:
    """A-05: silence counts from Fri 16 May, its window closed on 19 May; the application was withdrawn on 2 June."""
    one = desk()
    case = told(one, DAY)
    permission = applied(one, case, "2025-05-19")
    one.act(permission, "withdraw", "2025-06-02", CLERK, in_writing=True)
    one.act(case, "record_acceptance", "2025-06-09", SII, counts_from="2025-05-16", reasons="stated")
    assert one.stage(case) == "order_due"
    assert one.duties(case) == {"issue_order"}


def test_a_court_may_annul_the_order() -> None:
    """The annulment is recorded by whoever records what courts decide."""
    one = desk()
    case = ordered(one, DAY)
    one.act(case, "record_annulment", "2025-09-01", CLERK, **FINAL)
    assert one.stage(case) == "order_withdrawn"


def test_the_order_is_irreversible_and_of_the_supervising_inspector_alone() -> None:
    """65: nobody without the statutory power issues it."""
    one = desk()
    case = accepted(one, DAY)
    filed = one.try_act(case, "issue_order", "2025-05-16", INSPECTOR, **DESTINATION)
    assert filed.refusal is not None
    assert filed.refusal.type == "NoPower"
    assert one.procedures["Deportation"].acts["issue_order"].irreversible


@pytest.mark.parametrize(
    ("attacked", "scope", "stops"),
    [
        ("finding", "effect", True),
        ("objection_decision", "effect", True),
        ("objection_decision", "execution", True),
        ("objection_decision", "removal", False),
    ],
)
def test_no_order_while_a_court_stays_what_it_would_rest_on(attacked: str, scope: str, stops: bool) -> None:
    """ACLA 25(2): due since the 16th, stayed on the 17th; when the stay has ended the order is due again."""
    one = desk()
    case = accepted(one, DAY)
    suit = sue(one, case, "2025-05-16", attacked)
    assert one.duties(case) == {"issue_order"}
    stay(one, suit, "2025-05-17", scope, "day", last_day="2025-05-31")
    assert (one.stage(case), one.duties(case)) == (("window", set()) if stops else ("order_due", {"issue_order"}))
    if stops:
        assert issue(one, case, "2025-05-18") == "decision_stayed_by_a_court"
        assert one.stage(case, "2025-05-31T23:59") == "window"
    assert one.stage(case, "2025-06-01T00:00") == "order_due"
    one.act(case, "issue_order", "2025-06-02", SII, **DESTINATION)


def test_no_order_on_a_decision_that_a_final_judgment_set_aside() -> None:
    """ACLA 33(1): it has no effect although its case does not hold the annulment yet."""
    one = desk()
    case = accepted(one, DAY)
    suit = sue(one, case, "2025-05-16", "finding")
    judge(one, suit, "2025-06-16", "annulled")
    assert one.stage(case) == "order_due"
    one.act(suit, "become_final", "2025-07-01", CLERK, final_on="2025-06-30")
    assert issue(one, case, "2025-07-02") == "decision_stayed_by_a_court"
    one.act(case, "record_decision_annulled", "2025-07-03", CLERK, instance="examination", **FINAL)
    assert one.stage(case) == "under_examination"


def test_a_stay_that_came_after_the_order_leaves_its_issue_what_it_was() -> None:
    """The order of 16 May is executed no more from 17 May on; nothing says that it came too soon."""
    one = desk()
    case = ordered(one, DAY)
    suit = sue(one, case, "2025-05-16", "finding")
    stay(one, suit, "2025-05-17", "effect")
    assert (one.stage(case), one.duties(case)) == ("ordered", set())
