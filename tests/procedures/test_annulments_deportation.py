"""What a court annuls in a deportation case: the case is where it stood before, and the order never was."""

from typing import Any

import pytest

from tests.procedures.deportation_story import (
    CLERK,
    DESTINATION,
    DISMISSED,
    FOUND,
    HEAD,
    ICO,
    INSPECTOR,
    SIGNED,
    SII,
    SIO,
    UPHELD,
    accepted,
    circumstances,
    desk,
    dismissed,
    examined,
    ordered,
    position,
    stay_delivered,
    told,
    upheld,
)
from tests.procedures.desk import FINAL, Desk
from tests.procedures.permission_story import REFUSAL, application_refused, applied
from tests.procedures.test_deportation_standstill import grant_to_holder

DAY = "2025-05-12"
LATER = "2025-09-01"


def annul(one: Desk, case: str, instance: str, day: str = LATER, **more: Any) -> None:
    """Record the annulment of an instance's decision."""
    one.act(case, "record_decision_annulled", day, CLERK, **{"instance": instance, **FINAL, **more})


def ordered_after_objection(one: Desk, day: str = DAY) -> str:
    """Objection dismissed, the result told and received, special permission refused, the order issued on 21 May."""
    case = dismissed(one, day)
    one.act(case, "tell_result", f"{day}T17:00", SII, tells_special_permission=True)
    one.act(case, "certify_result_received", f"{day}T18:00", CLERK, received_on=day)
    permission = applied(one, case, "2025-05-13")
    one.act(permission, "refuse", "2025-05-20", HEAD, **REFUSAL)
    receipt = {"received_on": "2025-05-21"}
    one.act(permission, "certify_refusal_received", "2025-05-21T09:00", CLERK, **receipt)
    one.act(case, "issue_order", "2025-05-21", SII, **DESTINATION)
    return case


def test_an_annulled_decision_on_the_objection_is_owed_again_and_the_order_falls() -> None:
    """ACLA 33(2), 51: the order rests on the notice of 49(6); a new decision, a new notice, a new window follow."""
    one = desk()
    case = ordered_after_objection(one)
    annul(one, case, "objection")
    assert one.stage(case) == "forwarded"
    assert one.duties(case) == {"decide_objection"}
    assert "no_order_in_force" in one.removal("2025-09-02")[1]
    fell = one.fact_kinds()
    order = ("DecisionAnnulled", "DeportationOrderWithdrawn", "DecisionsFell", "SpecialPermissionMoved")
    assert [kind for kind in fell[fell.index("DecisionAnnulled") :] if kind in order] == list(order)
    permission = position(one).of("SpecialPermission")[0].id
    one.act(case, "decide_objection", "2025-10-01", HEAD, **DISMISSED)
    one.act(case, "tell_result", "2025-10-01T13:00", SII, tells_special_permission=True)
    one.act(case, "certify_result_received", "2025-10-02", CLERK, received_on="2025-10-02")
    # the refusal of special permission was annulled with the end of the instances on which it rested (50(4))
    assert one.duties(case) == set()
    assert one.duties(permission) >= {"decide_special_permission"}
    assert one.stage(case, "2025-12-01") == "window"
    one.act(permission, "refuse", "2025-12-02", HEAD, **REFUSAL)
    receipt = {"received_on": "2025-12-03"}
    one.act(permission, "certify_refusal_received", "2025-12-03", CLERK, **receipt)
    one.act(case, "issue_order", "2025-12-04", SII, **DESTINATION)
    assert one.stage(case) == "ordered"


@pytest.mark.parametrize("stands", [True, False])
def test_an_annulled_decision_after_the_hearing_is_made_again(stands: bool) -> None:
    """By the judgment's purport (ACLA 33(1)) the hearing is held again, or only the decision is made again."""
    one = desk()
    case = ordered_after_objection(one)
    annul(one, case, "hearing", hearing_stands=stands)
    assert one.stage(case) == "hearing"
    assert one.duties(case) == {"hold_hearing"}
    if not stands:
        assert one.refused(case, "decide_hearing", "2025-09-02", SIO, **UPHELD) == "hearing_not_held"
        body = {"held_at": "2025-09-03T10:00:00+09:00", "place": "a room"}
        one.act(case, "appoint_hearing", "2025-09-02", SIO, **body)
        one.act(case, "hold_hearing", "2025-09-03", SIO, suspect_attended=True, record="stated")
    one.act(case, "decide_hearing", "2025-09-04", SIO, **UPHELD)
    one.act(case, "certify_decision_received", "2025-09-05", CLERK, received_on="2025-09-05")
    assert one.stage(case) == "open_to_objection"


def test_an_annulled_finding_takes_every_later_instance_with_it() -> None:
    """45(1): the examination is taken up again; the windows, the hearing and the order never were."""
    one = desk()
    case = ordered(one, DAY)
    annul(one, case, "examination")
    assert one.stage(case) == "under_examination"
    assert one.duties(case) == {"examine"}
    one.act(case, "find", "2025-09-02", INSPECTOR, **FOUND)
    one.act(case, "certify_finding_received", "2025-09-03", CLERK, received_on="2025-09-03")
    # received Wed 3 September: 4, 5, 6 -> Mon 8; neither the old acceptance nor the old waiver counts
    assert one.stage(case, "2025-09-08T23:59") == "open_to_hearing"
    assert one.stage(case, "2025-09-09T00:00") == "silent_on_finding"


def test_a_running_window_ends_with_what_it_ran_from() -> None:
    """48(1): a period from the notice of a finding that never was does not run."""
    one = desk()
    case = told(one, "2025-06-30")
    annul(one, case, "examination", "2025-07-01", served_on="2025-07-01", final_on="2025-07-01")
    assert one.register.case(case).running_clocks == ()
    assert one.stage(case, "2025-07-10") == "under_examination"


def test_an_order_annulled_before_its_decision_reopens_with_it() -> None:
    """One judgment annuls both: the order first closes the case, the decision takes it up again."""
    one = desk()
    case = ordered_after_objection(one)
    one.act(case, "record_annulment", LATER, CLERK, **FINAL)
    assert one.stage(case) == "order_withdrawn"
    annul(one, case, "objection", "2025-09-01T12:01")
    assert one.stage(case) == "forwarded"
    assert one.fact_kinds().count("DeportationOrderWithdrawn") == 1


def test_a_judgment_annuls_when_it_is_final_and_served() -> None:
    """ACLA 32, 33: until then only a stay changes anything; and never before what it annuls."""
    one = desk()
    case = ordered(one, DAY)
    for missing, code in (("final_on", "judgment_not_final"), ("served_on", "judgment_not_served")):
        body = {key: value for key, value in FINAL.items() if key != missing}
        assert one.refused(case, "record_annulment", LATER, CLERK, **body) == code
        again = {"instance": "examination", **body}
        assert one.refused(case, "record_decision_annulled", LATER, CLERK, **again) == code
    early = {**FINAL, "final_on": "2025-05-09"}
    assert one.refused(case, "record_annulment", LATER, CLERK, **early) == "day_too_early"
    late = {**FINAL, "final_on": "2025-09-02"}
    assert one.refused(case, "record_annulment", LATER, CLERK, **late) == "day_to_come"


def test_whoever_decides_does_not_record_what_the_court_decided() -> None:
    """The bureau head who decided on the objection holds no power to enter its annulment."""
    one = desk()
    case = ordered_after_objection(one)
    filed = one.try_act(case, "record_decision_annulled", LATER, HEAD, instance="objection", **FINAL)
    assert filed.refusal is not None
    assert filed.refusal.type == "NoPower"


@pytest.mark.parametrize(
    ("way", "instance"), [(told, "hearing"), (told, "objection"), (upheld, "objection"), (accepted, "hearing")]
)
def test_only_a_decision_that_was_made_is_annulled(way: Any, instance: str) -> None:
    """What no instance decided cannot be annulled."""
    one = desk()
    case = way(one, DAY)
    body = {"instance": instance, **FINAL}
    assert one.refused(case, "record_decision_annulled", LATER, CLERK, **body) == "nothing_to_take_up_again"


def test_a_case_before_its_finding_has_nothing_to_annul() -> None:
    """The stage itself says so."""
    one = desk()
    case = examined(one, DAY)
    body = {"instance": "examination", **FINAL}
    assert one.refused(case, "record_decision_annulled", LATER, CLERK, **body) == "wrong_stage"


def test_a_judgment_is_recorded_also_while_provisional_stay_runs() -> None:
    """61-2-9(2) stops the steps of the procedure; a court's judgment is none of them."""
    one = desk()
    case = upheld(one, DAY)
    stay_delivered(one, "2025-05-13", "2025-11-12")
    annul(one, case, "hearing")
    assert one.stage(case) == "hearing"
    assert one.refused(case, "decide_hearing", "2025-09-02", SIO, **UPHELD) == "provisional_stay_running"


def test_a_grant_keeps_an_annulled_case_closed() -> None:
    """61-2-9(1): on a ground that a status covers nothing is taken up again."""
    one = desk()
    application = one.open("AnApplication", "file", "2025-05-09", CLERK)
    case = ordered(one, DAY)
    one.act(application, "hand_over_card", "2025-06-02", INSPECTOR)
    annul(one, case, "examination")
    assert one.stage(case) == "grant_bars"
    assert one.duties(case) == set()


def test_an_annulled_case_of_somebody_who_left_stays_closed() -> None:
    """45(1): there is nobody to examine; the annulment is on record."""
    one = desk()
    case = ordered(one, DAY)
    one.act(case, "withdraw_order", "2025-05-14", SII, reasons="stated")
    one.act(circumstances(one), "record_departure", "2025-06-02", INSPECTOR, on="2025-06-02")
    annul(one, case, "examination")
    assert one.stage(case) == "order_withdrawn"
    assert "DecisionAnnulled" in one.fact_kinds()


def test_a_ground_pursued_in_another_case_since_is_not_taken_up_twice() -> None:
    """27: the newer case goes on."""
    one = desk()
    case = ordered(one, DAY)
    one.act(case, "withdraw_order", "2025-05-14", SII, reasons="stated")
    other = told(one, "2025-08-18")
    annul(one, case, "examination")
    assert (one.stage(case), one.stage(other)) == ("order_withdrawn", "silent_on_finding")


def test_special_permission_can_be_applied_for_again() -> None:
    """50(3): the order never was, so the application is open again."""
    one = desk()
    case = ordered(one, DAY)
    assert application_refused(one, case, "2025-05-13") == "order_issued"
    annul(one, case, "examination")
    permission = applied(one, case, "2025-09-02")
    one.act(case, "find", "2025-09-03T08:40", INSPECTOR, **FOUND)
    one.act(case, "certify_finding_received", "2025-09-03T09:00", CLERK, received_on="2025-09-03")
    one.act(case, "accept_finding", "2025-09-03T10:00", SII, **SIGNED)
    assert one.duties(case) == set()
    assert one.duties(permission) >= {"decide_special_permission"}


def test_a_shown_order_that_fell_is_not_shown_as_the_next() -> None:
    """52(3): the next order is shown again."""
    one = desk()
    case = ordered(one, DAY)
    one.act(case, "show_order", "2025-05-13", ICO)
    annul(one, case, "examination")
    one.act(case, "find", "2025-09-03T08:40", INSPECTOR, **FOUND)
    one.act(case, "certify_finding_received", "2025-09-03T09:00", CLERK, received_on="2025-09-03")
    one.act(case, "accept_finding", "2025-09-03T10:00", SII, **SIGNED)
    one.act(case, "waive_special_permission", "2025-09-03T11:00", SII, **SIGNED)
    one.act(case, "issue_order", "2025-09-03", SII, **DESTINATION)
    assert "order_not_shown" in one.removal("2025-09-04")[1]


def test_a_status_given_meanwhile_bars_a_case_that_was_closed_with_its_order() -> None:
    """61-2-9(1): the order was annulled, a status was given since, then the finding is annulled too."""
    one = desk()
    case = ordered(one, DAY)
    one.act(case, "record_annulment", "2025-07-01", CLERK, **FINAL)
    stay = stay_delivered(one, "2025-07-02", "2025-11-12")
    grant_to_holder(one, stay, "2025-07-14")
    annul(one, case, "examination")
    assert one.stage(case) == "grant_bars"
