"""A holder of provisional stay: revocation, a status without recognition, and paid work."""

from engine.case import ClockStatus
from law.clocks import PROVISIONAL_STAY, WORK_REPORT
from law.facts import Ending, Grant, GrantKind
from tests.procedures.desk import jst
from tests.procedures.stay_story import (
    CLERK,
    HEAD,
    INSPECTOR,
    NO_EXCLUSION,
    RI,
    TERMS,
    application_of,
    circumstances,
    desk_with_application,
    how_it_ended,
    position,
    running,
)


def test_a_revocation_ends_it_when_the_notice_is_received() -> None:
    """Revoked for a breach of condition on 7 May, received on 9 May: until then the stay goes on (61-2-6)."""
    one, stay = running()
    why = {"conduct": ["61-2-6(iii)"], "reasons": "stated"}
    assert (
        one.refused(stay, "certify_revocation_received", "2025-05-07", CLERK, received_on="2025-05-07") == "not_revoked"
    )
    one.act(stay, "revoke", "2025-05-07", HEAD, **why)
    assert one.refused(stay, "revoke", "2025-05-07T15:00", HEAD, **why) == "revoked_already"
    assert one.stage(stay) == "running"
    early = {"received_on": "2025-05-06"}
    assert one.refused(stay, "certify_revocation_received", "2025-05-09", CLERK, **early) == "day_too_early"
    one.act(stay, "certify_revocation_received", "2025-05-09", CLERK, received_on="2025-05-09")
    assert how_it_ended(one) == ["revoked"]


def test_a_permit_older_than_the_rules_is_left_to_the_old_law() -> None:
    """Delivered before 10 June 2024: its revocation and its work rules are those of the old law (suppl. 12, 13)."""
    one, application = desk_with_application("2024-05-07")
    stay = one.open("ProvisionalStay", "examine", "2024-05-07", RI, application=application)
    one.act(stay, "find_exclusions", "2024-05-08", RI, **(NO_EXCLUSION | {"landed_on": "2024-05-01"}))
    one.act(stay, "permit", "2024-05-09T09:00", HEAD, last_day="2024-11-08", conditions=TERMS, content="terms")
    one.act(stay, "hand_over_permit", "2024-05-09T10:00", INSPECTOR)
    why = {"conduct": ["61-2-6(vi)"], "reasons": "stated"}
    assert one.refused(stay, "revoke", "2024-07-01", HEAD, **why) == "old_law_revokes"
    one.act(stay, "apply_for_work", "2024-07-01", CLERK, **WORK)
    assert one.refused(stay, "permit_work", "2024-07-01", HEAD, **PERMIT) == "old_law_work"


def test_flight_risk_found_later_is_no_ground_of_revocation() -> None:
    """61-2-6(ii) names only suspected grounds and sentences among what arose later."""
    one, stay = running()
    body = {"arose": ["x"], "reasons": "stated"}
    assert one.refused(stay, "revoke", "2025-05-07", HEAD, **body) == "no_ground_of_revocation"


def test_a_status_for_the_holder_takes_effect_with_the_hand_over() -> None:
    """Decided, then handed over: the stay ends and the grant protects from that instant (61-2-5(3), 61-2-9(1))."""
    one, stay = running()
    body = {"ground": "61-2-5(1)(iii)", "suspected_ground": False, "status": "s", "period": "p", "weighed": "w"}
    assert one.refused(stay, "hand_over_status", "2025-06-02", INSPECTOR) == "status_not_decided"
    one.act(stay, "decide_status", "2025-06-02", HEAD, **body)
    assert one.stage(stay) == "running"
    one.act(stay, "hand_over_status", "2025-06-03", INSPECTOR)
    assert how_it_ended(one) == ["status_granted"]
    grant = position(one).all(Grant)[0]
    assert (grant.kind, grant.effective_at) == (GrantKind.PROVISIONAL_STAY_HOLDER, jst("2025-06-03"))


def test_the_strict_bar_yields_only_to_lack_of_humanity() -> None:
    """More than one year of imprisonment, not suspended: a status only if refusing it would lack humanity."""
    one, stay = running()
    sentence = {"final_on": "2025-04-01", "months": 18, "suspension": "none"}
    one.act(circumstances(one), "record_sentences", "2025-05-01", INSPECTOR, sentences=[sentence])
    body = {"ground": "61-2-5(1)(iii)", "suspected_ground": False, "status": "s", "period": "p", "weighed": "w"}
    assert one.refused(stay, "decide_status", "2025-06-02", HEAD, **body) == "sentence_bars_permission"
    one.act(stay, "decide_status", "2025-06-02", HEAD, refusal_lacks_humanity=True, **body)


WORK = {"kind": "paid_work", "activity": "a", "proof_of_need": True, "proof_of_amount": True}
PERMIT = {"employer": "e", "activity": "a", "within_living_needs": True, "appropriate": True, "report_by": "2025-10-01"}


def test_paid_work_needs_an_application_with_proof_and_is_reported_in_time() -> None:
    """Permitted 1 April, report by 1 October (six months); reported 1 October, next by 1 April 2026."""
    one, stay = running()
    assert one.refused(stay, "permit_work", "2025-04-01", HEAD, **PERMIT) == "work_not_applied_for"
    unproved = WORK | {"proof_of_amount": False}
    assert one.refused(stay, "apply_for_work", "2025-04-01", CLERK, **unproved) == "work_proof_missing"
    one.act(stay, "apply_for_work", "2025-04-01T08:00", CLERK, **WORK)
    too_long = PERMIT | {"report_by": "2025-10-02"}
    assert one.refused(stay, "permit_work", "2025-04-01", HEAD, **too_long) == "beyond_maximum"
    assert (
        one.refused(stay, "permit_work", "2025-04-01", HEAD, **(PERMIT | {"appropriate": False}))
        == "work_not_appropriate"
    )
    assert (
        one.refused(stay, "permit_work", "2025-04-01", HEAD, **(PERMIT | {"within_living_needs": False}))
        == "beyond_living_needs"
    )
    one.act(stay, "permit_work", "2025-04-01", HEAD, **PERMIT)
    one.act(stay, "report_work", "2025-09-01", HEAD, activity="a", needs_changed=False, next_report_by="2025-09-05")
    clock = one.register.case(stay).clock(WORK_REPORT)
    assert clock is not None
    assert str(clock.last_day) == "2025-09-05"


def test_a_business_is_never_permitted() -> None:
    """Running a business is never permitted (61-2-7(1)); the application ends with a refusal."""
    one, stay = running()
    one.act(stay, "apply_for_work", "2025-04-01T08:00", CLERK, **(WORK | {"kind": "business"}))
    assert one.refused(stay, "permit_work", "2025-04-01", HEAD, **PERMIT) == "business_never"
    one.act(stay, "refuse_work", "2025-04-01", HEAD, reasons="stated")
    assert "decide_work" not in one.duties(stay)


def test_a_missed_report_is_a_breach_and_the_permission_may_be_withdrawn() -> None:
    """Report due 2 May: at 00:00 on 3 May a breach is on record, and withdrawing it is weighed (61-2-7(4))."""
    one, stay = running()
    one.act(stay, "apply_for_work", "2025-04-01T08:00", CLERK, **WORK)
    one.act(stay, "permit_work", "2025-04-01", HEAD, **(PERMIT | {"report_by": "2025-05-02"}))
    body = {"ground": "not_appropriate", "reasons": "stated"}
    one.act(stay, "withdraw_work", "2025-05-07", HEAD, **body)
    assert "WorkReportMissed" in one.fact_kinds()
    assert one.refused(stay, "withdraw_work", "2025-05-08", HEAD, **body) == "work_not_permitted"
    assert (
        one.refused(
            stay, "report_work", "2025-05-08", HEAD, activity="a", needs_changed=False, next_report_by="2025-06-02"
        )
        == "work_not_permitted"
    )


def test_a_late_report_starts_the_next_period() -> None:
    """A report after the missed day is received and a new day is designated."""
    one, stay = running()
    one.act(stay, "apply_for_work", "2025-04-01T08:00", CLERK, **WORK)
    one.act(stay, "permit_work", "2025-04-01", HEAD, **(PERMIT | {"report_by": "2025-05-02"}))
    one.act(stay, "report_work", "2025-05-07", HEAD, activity="a", needs_changed=False, next_report_by="2025-09-01")
    assert "weigh_withdrawal_of_work" not in one.duties(stay)
    assert one.register.case(stay).clock(WORK_REPORT) is not None


def test_an_ended_stay_runs_nothing() -> None:
    """With the end of the stay its clocks stop and its duties are gone, work report included."""
    one, stay = running()
    one.act(stay, "apply_for_work", "2025-04-01T08:00", CLERK, **WORK)
    one.act(stay, "permit_work", "2025-04-01", HEAD, **PERMIT)
    one.act(application_of(one), "end", "2025-05-01", CLERK, ending=Ending.APPLICATION_WITHDRAWN)
    case = one.register.case(stay)
    assert not case.open_duties
    assert {clock.status for clock in case.clocks} == {ClockStatus.STOPPED}
    assert case.clock(PROVISIONAL_STAY) is None
