"""Special permission to stay as a case of its own: who applies, what is weighed, grant, refusal, and every end."""

from typing import Any

import pytest

from engine.case import NoticeStatus
from engine.command import Kind
from engine.declaration import Procedures
from law.facts import Custody, StayKind
from law.special_permission import Factor
from tests.procedures.court_story import court, judge, stay, sue
from tests.procedures.deportation_story import (
    CLERK,
    DESTINATION,
    ELIGIBLE,
    FOUND,
    HEAD,
    ICO,
    INSPECTOR,
    ORDER_PAPER,
    SIGNED,
    SII,
    SIO,
    accepted,
    circumstances,
    desk,
    detained,
    dismissed,
    examined,
    found,
    investigated,
    ordered,
    position,
    sponsored,
    stay_delivered,
    told,
)
from tests.procedures.desk import FINAL, Desk, jst
from tests.procedures.permission_story import (
    GRANT,
    HUMANE,
    REFUSAL,
    WEIGHED,
    application_refused,
    applied,
    considered,
    permitted,
    received,
    refused,
)
from tests.procedures.stories import try_open
from workflows.procedures import PROCEDURES

DAY, NEXT = "2025-05-12", "2025-05-13"
SHOWN = ["proof", "passport", "sponsorship_notice"]
LONG = {"final_on": "2025-04-01", "months": 18, "suspension": "none"}


def state(one: Desk, case: str) -> Any:
    """What is kept of a case."""
    return one.register.case(case).state


def sentenced(one: Desk, at: str, **sentence: Any) -> None:
    """A sentence put on record."""
    one.act(circumstances(one), "record_sentences", at, INSPECTOR, sentences=[LONG | sentence])


def test_somebody_detained_applies_from_the_first_day() -> None:
    """50(2): detained under the order at 08:24, applied for at 08:26, long before any finding."""
    one = desk()
    case = investigated(one, DAY)
    one.act(case, "notify", f"{DAY}T08:10", ICO, reasons="stated")
    chosen = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}
    one.act(case, "screen", f"{DAY}T08:20", SII, **chosen)
    assert application_refused(one, case, f"{DAY}T08:21") == "neither_detained_nor_sponsored"
    detained(one, DAY)
    permission = applied(one, case, f"{DAY}T08:26")
    assert one.stage(permission) == "pending"
    assert state(one, case).special_permission.state.value == "pending"


def test_somebody_sponsored_applies_from_the_decision() -> None:
    """50(2): screened at 08:20, Sponsorship decided at 08:25."""
    one = desk()
    case = investigated(one, DAY)
    one.act(case, "notify", f"{DAY}T08:10", ICO, reasons="stated")
    chosen = {"outcome": "sponsorship", "sponsorship_considered": True, "reasons": "stated"}
    one.act(case, "screen", f"{DAY}T08:20", SII, **chosen)
    assert application_refused(one, case, f"{DAY}T08:24") == "neither_detained_nor_sponsored"
    sponsored(one, f"{DAY}T08:25")
    applied(one, case, f"{DAY}T08:26")


def test_an_emergency_detainee_waits_for_the_detention_order() -> None:
    """43, 50(2): not before the order issues; from then on."""
    one = desk()
    case = investigated(one, DAY)
    body: dict[str, Any] = {"deportation": case, "facility": "rooms 1", "plain": True, "flight_before_order": True}
    one.open("Detention", "detain_in_emergency", f"{DAY}T09:00", ICO, **body, reasons="stated")
    assert application_refused(one, case, f"{DAY}T09:10") == "no_detention_order_yet"
    custody = position(one).of("Detention")[-1].id
    one.act(custody, "issue_detention_order", f"{DAY}T11:00", SII, **ORDER_PAPER, sponsorship_appropriate=False)
    applied(one, case, f"{DAY}T11:10")


def test_on_the_way_to_a_departure_order_nobody_applies() -> None:
    """55-84(1): no screening, no detention and no Sponsorship in it; sent back and screened, it opens."""
    one = desk()
    case = investigated(one, DAY, appeared_at=f"{DAY}T07:30:00+09:00", appeared_in_office_hours=True)
    one.act(case, "pass_for_departure_order", f"{DAY}T08:10", ICO, assessment=ELIGIBLE, reasons="stated")
    assert application_refused(one, case, f"{DAY}T08:20") == "departure_order_route"
    body = {"deportation": case, "reasons": "stated"}
    own_motion = ("SpecialPermission", "consider_on_own_motion", f"{DAY}T08:21", HEAD)
    assert try_open(one, *own_motion, **body) == "departure_order_route"


def test_in_criminal_custody_somebody_under_examination_applies() -> None:
    """63(1): read for 50(2), whoever is under the inspector's examination."""
    one = desk()
    proceedings = [{"kind": "criminal", "since": DAY}]
    one.act(circumstances(one), "record_proceedings", f"{DAY}T07:00", INSPECTOR, proceedings=proceedings)
    case = investigated(one, DAY)
    one.act(case, "go_on_beside_criminal_case", f"{DAY}T08:10", ICO)
    assert application_refused(one, case, f"{DAY}T08:20") == "examination_not_begun"
    one.act(case, "begin_examination", f"{DAY}T08:30", INSPECTOR, reasons="stated")
    applied(one, case, f"{DAY}T08:40")


def test_after_the_order_neither_application_nor_own_motion() -> None:
    """27: 50(3)."""
    one = desk()
    case = ordered(one, DAY)
    assert application_refused(one, case, NEXT) == "order_issued"
    body = {"deportation": case, "reasons": "stated"}
    assert try_open(one, "SpecialPermission", "consider_on_own_motion", NEXT, HEAD, **body) == "order_issued"


def test_an_application_names_the_case_that_it_concerns() -> None:
    """50(1): a deportation case of the person that goes on."""
    one = desk()
    case = examined(one, DAY)
    assert application_refused(one, "case_0", NEXT) == "no_such_deportation_case"
    assert application_refused(one, circumstances(one), NEXT) == "no_such_deportation_case"
    one.act(case, "find", NEXT, INSPECTOR, outcome="no_ground", reasons="stated")
    assert application_refused(one, case, f"{NEXT}T13:00") == "deportation_case_over"


def test_of_two_deportation_cases_only_the_one_named_hears() -> None:
    """47(5): the other case knows of no application."""
    one = desk()
    case = accepted(one, DAY)
    other = investigated(one, NEXT, grounds=[{"ground": "24(iv)(i)", "since": "2025-02-01"}])
    permission = applied(one, case, f"{NEXT}T13:00")
    one.act(permission, "withdraw", f"{NEXT}T14:00", CLERK, in_writing=True)
    assert one.stage(case) == "order_due"
    assert state(one, other).special_permission.state.value == "none"


def test_what_did_not_come_is_asked_for_and_the_filing_stands() -> None:
    """82, Ord. 44(3), 62: the application counts from its day; what is missing is asked for."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT, shown=["proof"], untranslated=True)
    assert {"ask_for_papers", "decide_special_permission"} == one.duties(permission)
    assert state(one, permission).missing == {"passport_or_reason", "sponsorship_notice", "translation"}
    one.act(permission, "complete_papers", "2025-05-14", CLERK, shown=["reason_for_neither"])
    assert state(one, permission).missing == {"sponsorship_notice"}
    one.act(permission, "complete_papers", "2025-05-15", CLERK, shown=["sponsorship_notice"])
    assert one.duties(permission) == {"decide_special_permission"}
    assert one.refused(permission, "complete_papers", "2025-05-16", CLERK, shown=["proof"]) == "nothing_missing"


def test_a_complete_application_asks_for_nothing() -> None:
    """Ord. 44(2), (3)."""
    one = desk()
    permission = applied(one, accepted(one, DAY), NEXT, shown=SHOWN)
    assert one.duties(permission) == {"decide_special_permission"}


@pytest.mark.parametrize(
    ("filed_by", "code"),
    [
        ({"by": "parent"}, "representative_not_allowed"),
        ({"in_person": False}, "not_in_person"),
        ({"on_form": False}, "not_on_form"),
    ],
)
def test_who_may_not_file_or_not_so(filed_by: dict[str, Any], code: str) -> None:
    """Ord. 44(2), (4)."""
    one = desk()
    assert application_refused(one, accepted(one, DAY), NEXT, filed_by=filed_by) == code


def test_a_parent_files_for_a_child() -> None:
    """Ord. 44(4): under sixteen, or unable."""
    one = desk()
    applied(one, accepted(one, DAY), NEXT, filed_by={"by": "parent", "unable": True})


def test_facts_are_found_and_their_record_is_signed() -> None:
    """59-2, Ord. 52-3: an inspector or a control officer; read back and signed by both, or noted why not."""
    one = desk()
    permission = applied(one, accepted(one, DAY), NEXT)
    body = {"purpose": "family", "persons_asked": True, "record_made": True, "result": "stated"}
    signed = {"read_back": True, "signed_by_person": True, "signed_by_officer": True}
    for missing in signed:
        faulty = body | signed | {missing: False}
        assert one.refused(permission, "find_facts", "2025-05-14", ICO, **faulty) == "record_incomplete"
    noted = body | signed | {"signed_by_person": False, "refusal_to_sign_noted": True}
    one.act(permission, "find_facts", "2025-05-14", ICO, **noted)
    one.act(permission, "find_facts", "2025-05-15", INSPECTOR, purpose="school", bodies_asked=True, result="stated")


def test_nothing_is_decided_before_the_instances_are_over() -> None:
    """28, A-37: neither grant nor refusal before acceptance or the dismissal of the objection."""
    one = desk()
    case = told(one, DAY)
    permission = applied(one, case, f"{DAY}T09:30")
    assert one.refused(permission, "grant", f"{DAY}T09:40", HEAD, **GRANT) == "instances_not_over"
    assert one.refused(permission, "refuse", f"{DAY}T09:40", HEAD, **REFUSAL) == "instances_not_over"
    one.act(case, "accept_finding", f"{DAY}T10:00", SII, **SIGNED)
    one.act(permission, "grant", f"{DAY}T10:10", HEAD, **GRANT)


def test_a_dismissed_objection_is_enough_before_it_is_told() -> None:
    """50(4): after the decision that the objection is unfounded."""
    one = desk()
    case = dismissed(one, DAY)
    permitted(one, case, f"{DAY}T17:00")
    assert one.stage(case) == "special_permission"


@pytest.mark.parametrize("factor", list(Factor))
def test_every_factor_stands_on_record(factor: Factor) -> None:
    """50(5): for a grant and for a refusal, each of the eleven; what is not known is said not to be."""
    one = desk()
    permission = applied(one, accepted(one, DAY), NEXT)
    weighed = WEIGHED | {"factors": {key: text for key, text in WEIGHED["factors"].items() if key != factor}}
    for act, body in (("grant", GRANT), ("refuse", REFUSAL)):
        assert one.refused(permission, act, NEXT, HEAD, **(body | {"weighed": weighed})) == "factor_not_weighed"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ({}, "sentence_bars_permission"),
        ({"months": 12}, ""),
        ({"months": 12, "days": 1}, "sentence_bars_permission"),
        ({"suspension": "whole"}, ""),
        ({"suspension": "partial", "unsuspended_months": 12}, ""),
        ({"suspension": "partial", "unsuspended_months": 13}, "sentence_bars_permission"),
        ({"suspension": "partial"}, "unsuspended_part_not_on_record"),
        ({"suspension": "whole", "suspension_revoked": True}, "suspension_revoked_later"),
        ({"japanese_court": False}, ""),
        ({"final_on": None}, ""),
        ({"months": None}, "sentence_bars_permission"),
    ],
)
def test_the_bar_holds_unless_refusing_would_lack_humanity(sentence: dict[str, Any], code: str) -> None:
    """50(1) proviso, DT-16: a finding without the special circumstances is none."""
    one = desk()
    case = accepted(one, DAY)
    sentenced(one, NEXT, **sentence)
    permission = considered(one, case, NEXT)
    if code:
        assert one.refused(permission, "grant", NEXT, HEAD, **GRANT) == code
        without = GRANT | {"refusal_lacks_humanity": True}
        assert one.refused(permission, "grant", NEXT, HEAD, **without) == code
        unfounded = GRANT | HUMANE | {"refusal_lacks_humanity": False}
        assert one.refused(permission, "grant", NEXT, HEAD, **unfounded) == code
    one.act(permission, "grant", NEXT, HEAD, **(GRANT | (HUMANE if code else {})))


def test_a_grant_frees_the_person_and_ends_the_case() -> None:
    """50(6)-(9), 44-8(iv): the deportation case ends and Sponsorship lapses; then it is told, and the card given."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    one.act(permission, "grant", "2025-06-02", HEAD, **GRANT)
    assert (one.stage(case), one.stage(permission)) == ("special_permission", "granted")
    assert [one.stage(each.id) for each in position(one).of("Sponsorship")] == ["lapsed"]
    assert position(one).custody is Custody.FREE
    assert one.duties(permission) == {"tell_supervising_inspector", "hand_over_permission_papers"}
    one.act(permission, "tell_supervising_inspector", "2025-06-02T13:00", HEAD)
    assert one.refused(permission, "tell_supervising_inspector", "2025-06-02T13:10", HEAD) == "inspector_told"
    assert one.refused(permission, "hand_over_papers", "2025-06-03", INSPECTOR, paper="stamp") == "other_paper"
    one.act(permission, "hand_over_papers", "2025-06-03", INSPECTOR, paper="residence_card")
    assert one.stage(permission) == "concluded"


def test_the_granted_status_is_on_record() -> None:
    """61-2-2(1): from the grant until its last day the person is not status-less, for DT-11 and DT-12."""
    one = desk()
    case = accepted(one, DAY)
    status = {"status": "Long-term Resident", "until": "2026-05-12", "mid_long_term": True}
    permitted(one, case, NEXT, status=status)
    found = position(one)
    assert found.status_less(jst("2025-05-12")).value.value == "yes"
    assert found.status_less(jst("2025-05-14")).value.value == "no"
    assert found.status_less(jst("2026-05-12")).value.value == "no"
    assert found.status_less(jst("2026-05-13")).value.value == "yes"


def test_a_kind_of_landing_takes_the_place_of_a_status() -> None:
    """Ord. 44(7)(i): on 24(vi); no card and no stamp goes with it, so telling concludes the case."""
    one = desk()
    case = investigated(one, DAY, grounds=[{"ground": "24(vi)", "since": "2025-01-07"}])
    one.act(case, "notify", f"{DAY}T08:10", ICO, reasons="stated")
    chosen = {"outcome": "sponsorship", "sponsorship_considered": True, "reasons": "stated"}
    one.act(case, "screen", f"{DAY}T08:20", SII, **chosen)
    sponsored(one, f"{DAY}T08:25")
    one.act(case, "hand_over_case", f"{DAY}T08:30", ICO)
    one.act(case, "find", f"{DAY}T08:40", INSPECTOR, **(FOUND | {"ground": "24(vi)"}))
    one.act(case, "certify_finding_received", f"{DAY}T09:00", CLERK, received_on=DAY)
    one.act(case, "accept_finding", f"{DAY}T10:00", SII, **SIGNED)
    landing = {"kind": "17", "until": "2025-06-30"}
    permission = permitted(one, case, NEXT, status=None, landing=landing)
    assert state(one, permission).stay.kind is StayKind.LISTED_LANDING
    assert one.duties(permission) == {"tell_supervising_inspector"}
    one.act(permission, "tell_supervising_inspector", f"{NEXT}T13:00", HEAD)
    assert one.stage(permission) == "concluded"
    assert one.refused(permission, "hand_over_papers", f"{NEXT}T14:00", INSPECTOR, paper="stamp") == "wrong_stage"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"landing": {"kind": "17", "until": "2025-06-30"}}, "status_or_landing"),
        ({"status": None}, "status_or_landing"),
        ({"status": None, "landing": {"kind": "17", "until": "2025-06-30"}}, "no_kind_of_landing"),
        ({"status": {"status": "s", "until": "2025-05-12", "mid_long_term": True}}, "period_over"),
    ],
)
def test_what_cannot_be_granted(changed: dict[str, Any], code: str) -> None:
    """50(6): one of the two, on the grounds that allow it, for a time that is not over."""
    one = desk()
    permission = considered(one, accepted(one, DAY), NEXT)
    assert one.refused(permission, "grant", NEXT, HEAD, **(GRANT | changed)) == code


def test_the_period_may_end_with_the_day_of_the_grant() -> None:
    """50(6): the last day is itself within the period."""
    one = desk()
    status = {"status": "Temporary Visitor", "until": NEXT, "mid_long_term": False}
    assert state(one, permitted(one, accepted(one, DAY), NEXT, status=status)).stay.until.isoformat() == NEXT


def test_a_refusal_counts_when_the_person_has_received_it() -> None:
    """26, 70: decided and told to the inspector is not enough; received, the order is due, and the case is closed."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    refused(one, permission, "2025-06-02")
    assert one.duties(permission) == {"tell_supervising_inspector", "serve_special_permission_refusal"}
    one.act(permission, "tell_supervising_inspector", "2025-06-02T13:00", HEAD)
    assert one.refused(case, "issue_order", "2025-06-20", SII, **DESTINATION) == "refusal_not_received"
    assert application_refused(one, case, "2025-06-20") == "special_permission_pending"
    received(one, permission, "2025-06-23", "2025-06-20")
    assert (one.stage(permission), one.stage(case)) == ("refusal_received", "order_due")
    ended_at = state(one, case).special_permission.ended_at
    assert jst("2025-06-20T23:59") < ended_at < jst("2025-06-21T00:00"), "some time on the day of receipt"


def test_a_refusal_received_before_the_inspector_is_told_stays_open_until_then() -> None:
    """70: the result goes to the supervising inspector too, whatever came first."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    refused(one, permission, "2025-06-02")
    received(one, permission, "2025-06-03", "2025-06-03")
    assert (one.stage(permission), one.stage(case)) == ("refused", "order_due")
    again = ("certify_refusal_received", "2025-06-04", CLERK)
    assert one.refused(permission, *again, received_on="2025-06-04") == "nothing_to_serve"
    one.act(permission, "tell_supervising_inspector", "2025-06-04", HEAD)
    assert one.stage(permission) == "refusal_received"


def test_after_a_refusal_somebody_may_apply_again_until_the_order() -> None:
    """50(3) bars applications after the order alone; the second one comes late, so a person decides (A-36)."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    refused(one, permission, "2025-06-02")
    received(one, permission, "2025-06-03", "2025-06-03")
    applied(one, case, "2025-06-04")
    assert one.stage(case) == "order_held"


def test_own_motion_ends_without_paper_and_the_inspector_is_told() -> None:
    """50(8), 50(10): nobody applied, so nobody is refused in writing; the order hangs on no such decision."""
    one = desk()
    case = accepted(one, DAY)
    permission = considered(one, case, NEXT)
    refused(one, permission, "2025-05-14")
    assert one.register.case(permission).notices == ()
    assert one.duties(permission) == {"tell_supervising_inspector"}
    body = {"received_on": "2025-05-14"}
    assert one.refused(permission, "certify_refusal_received", "2025-05-14", CLERK, **body) == "nothing_to_serve"
    one.act(permission, "tell_supervising_inspector", "2025-05-14", HEAD)
    assert one.stage(permission) == "not_granted"
    assert state(one, case).special_permission.state.value == "none"


def test_the_order_ends_a_consideration_on_own_motion() -> None:
    """47(5): own motion holds no order back."""
    one = desk()
    case = accepted(one, DAY)
    permission = considered(one, case, NEXT)
    one.act(case, "issue_order", "2025-05-16", SII, **DESTINATION)
    assert one.stage(permission) == "without_object"
    assert state(one, permission).moot.value == "order_issued"


def test_an_application_takes_the_place_of_own_motion() -> None:
    """50(1): one question, one case; and none is taken up beside an application."""
    one = desk()
    case = accepted(one, DAY)
    own = considered(one, case, NEXT)
    body = {"deportation": case, "reasons": "stated"}
    again = ("SpecialPermission", "consider_on_own_motion")
    assert try_open(one, *again, f"{NEXT}T13:00", HEAD, **body) == "special_permission_under_way"
    applied(one, case, f"{NEXT}T14:00")
    assert state(one, own).moot.value == "applied_for"
    assert try_open(one, *again, f"{NEXT}T15:00", HEAD, **body) == "special_permission_under_way"
    assert application_refused(one, case, f"{NEXT}T16:00") == "special_permission_pending"


def test_an_application_set_aside_ends_with_the_order() -> None:
    """A-36: made after the waiver, set aside by a person; the order issues."""
    one = desk()
    case = accepted(one, DAY)
    one.act(case, "waive_special_permission", f"{DAY}T11:00", SII, **SIGNED)
    permission = applied(one, case, NEXT)
    one.act(case, "decide_late_application", "2025-05-14", SII, admitted=False, reasons="stated")
    assert one.stage(permission) == "pending"
    one.act(case, "issue_order", "2025-05-15", SII, **DESTINATION)
    assert one.stage(permission) == "without_object"
    judgment = {"instance": "examination", **FINAL}
    one.act(case, "record_decision_annulled", "2025-09-01", CLERK, **judgment)
    assert one.stage(permission) == "pending"
    assert state(one, case).special_permission.state.value == "pending"


def test_a_late_application_that_is_admitted_waits_like_any_other() -> None:
    """A-36: the case of deportation waits in its window, the decision is owed in the case of the application."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, "2025-05-16")
    one.act(case, "decide_late_application", "2025-05-19", SII, admitted=True, reasons="stated")
    assert (one.stage(case), one.stage(permission)) == ("window", "pending")


def test_no_step_while_provisional_stay_runs() -> None:
    """61-2-9(2): neither application nor facts, decision, withdrawal or service."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, f"{DAY}T10:10")
    stay_delivered(one, DAY, "2025-11-12")
    found_facts = {"purpose": "p", "result": "r"}
    steps = (("grant", HEAD, GRANT), ("refuse", HEAD, REFUSAL), ("withdraw", CLERK, {"in_writing": True}))
    for act, by, body in (*steps, ("find_facts", ICO, found_facts)):
        assert one.refused(permission, act, NEXT, by, **body) == "provisional_stay_running"
    assert application_refused(one, case, NEXT) == "provisional_stay_running"


def test_a_refusal_under_way_is_not_served_while_provisional_stay_runs() -> None:
    """61-2-9(2)."""
    one = desk()
    permission = applied(one, accepted(one, DAY), f"{DAY}T10:10")
    refused(one, permission, f"{DAY}T10:20")
    stay_delivered(one, DAY, "2025-11-12")
    body = {"received_on": NEXT}
    refusal = one.refused(permission, "certify_refusal_received", NEXT, CLERK, **body)
    assert refusal == "provisional_stay_running"


def test_a_status_that_covers_the_ground_ends_it() -> None:
    """61-2-9(1): no step on a ground that existed then."""
    one = desk()
    case = found(one, DAY)
    permission = applied(one, case, f"{DAY}T08:50")
    stay = stay_delivered(one, DAY, "2025-11-12")
    body = {"ground": "61-2-5(1)(iii)", "suspected_ground": False, "refusal_lacks_humanity": None}
    one.act(stay, "decide_status", f"{NEXT}T09:00", HEAD, **body, status="s", period="p", weighed="w")
    one.act(stay, "hand_over_status", f"{NEXT}T10:00", INSPECTOR)
    assert (one.stage(case), one.stage(permission)) == ("grant_bars", "without_object")
    assert state(one, permission).moot.value == "case_ended"


def test_a_case_without_ground_leaves_nothing_to_permit() -> None:
    """47(1): applied for under detention, then found not deportable."""
    one = desk()
    case = examined(one, DAY)
    permission = applied(one, case, f"{DAY}T08:35")
    one.act(case, "find", f"{DAY}T09:00", INSPECTOR, outcome="no_ground", reasons="stated")
    assert one.stage(permission) == "without_object"


@pytest.mark.parametrize(("act", "stage"), [("record_departure", "without_object"), ("record_death", "without_object")])
@pytest.mark.parametrize("step", ["pending", "considered", "refused", "granted"])
def test_departure_and_death_end_it_at_every_stage(act: str, stage: str, step: str) -> None:
    """25, 55-82: nothing is decided, served or handed over any more."""
    one = desk()
    case = accepted(one, DAY)
    permission = considered(one, case, NEXT) if step == "considered" else applied(one, case, NEXT)
    if step in ("refused", "granted"):
        one.act(
            permission,
            "refuse" if step == "refused" else "grant",
            "2025-05-14",
            HEAD,
            **(REFUSAL if step == "refused" else GRANT),
        )
    one.act(circumstances(one), act, "2025-05-20", INSPECTOR, on="2025-05-20")
    assert one.stage(permission) == stage
    assert one.duties(permission) == set()


def test_a_refusal_falls_with_the_instances_on_which_it_rested() -> None:
    """50(4), ACLA 33: undecided again, the notice withdrawn or served as it was, and the order with it."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    refused(one, permission, "2025-05-20")
    one.act(case, "record_decision_annulled", "2025-09-01", CLERK, instance="examination", **FINAL)
    assert one.stage(permission) == "pending"
    assert [notice.status for notice in one.register.case(permission).notices] == [NoticeStatus.WITHDRAWN]
    assert one.duties(permission) == {"decide_special_permission"}
    kept = state(one, permission)
    assert (kept.decided_at, kept.told_at, kept.received_on) == (None, None, None)
    assert state(one, case).special_permission.state.value == "pending"


def test_only_the_last_application_is_undecided_again() -> None:
    """50(4): an earlier one was answered by a later one."""
    one = desk()
    case = accepted(one, DAY)
    first = applied(one, case, NEXT)
    refused(one, first, "2025-05-20")
    received(one, first, "2025-05-21", "2025-05-21")
    second = applied(one, case, "2025-05-22")
    one.act(second, "withdraw", "2025-05-23", CLERK, in_writing=True)
    one.act(case, "record_decision_annulled", "2025-09-01", CLERK, instance="examination", **FINAL)
    assert (one.stage(first), one.stage(second)) == ("refused", "withdrawn")


def test_an_application_entered_late_takes_its_place_in_time() -> None:
    """A-35: made on 13 May, entered on 20 May after the window had closed: it was no late application."""
    one = desk()
    case = accepted(one, DAY)
    assert one.stage(case, "2025-05-19") == "order_due"
    body = {"deportation": case, "content": "stated"}
    filed = one.send(Kind.OPEN, "SpecialPermission", "", "apply", NEXT, CLERK, body, received="2025-05-20")
    assert filed.refusal is None
    assert (one.stage(case), one.stage(filed.case)) == ("window", "pending")
    assert one.refused(case, "issue_order", "2025-05-21", SII, **DESTINATION) == "special_permission_pending"


def ordered_after_refusal(one: Desk) -> tuple[str, str]:
    """Refused, the refusal received on 3 June, the order issued on the 4th; the deportation and the permission."""
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    refused(one, permission, "2025-06-02")
    one.act(permission, "tell_supervising_inspector", "2025-06-02T13:00", HEAD)
    received(one, permission, "2025-06-03", "2025-06-03")
    one.act(case, "issue_order", "2025-06-04", SII, **DESTINATION)
    return case, permission


def test_an_annulled_refusal_takes_the_order_with_it() -> None:
    """ACLA 32(1), 33(2), 47(5)(iii): the application is undecided again, and the order that followed it never was."""
    one = desk()
    case, permission = ordered_after_refusal(one)
    body: dict[str, Any] = {"attacked": "special_permission_refusal", "case": permission, "made_on": "2025-06-02"}
    suit = one.open("CourtProceedings", "file_suit", "2025-06-10", CLERK, court="district court", **body)
    judge(one, suit, "2025-08-18", "annulled")
    one.act(suit, "become_final", "2025-09-02", CLERK, final_on="2025-09-01")
    one.act(permission, "record_annulment", "2025-09-03", CLERK, **FINAL)
    assert (one.stage(permission), one.duties(permission)) == ("pending", {"decide_special_permission"})
    assert (one.stage(case), one.duties(case)) == ("window", set())
    assert (one.stage(suit), one.duties(suit)) == ("ended", set())
    assert position(one).order_in_force(jst("2025-09-03")) is None
    assert [each.stage.closed for each in position(one).of("Enforcement")] == [True]
    assert one.refused(case, "issue_order", "2025-09-04", SII, **DESTINATION) == "special_permission_pending"
    one.act(permission, "grant", "2025-09-10", HEAD, **GRANT)
    assert one.stage(case) == "special_permission"


@pytest.mark.parametrize("named", ["permission", "deportation"])
def test_no_order_while_a_court_stays_the_refusal_or_has_set_it_aside(named: str) -> None:
    """ACLA 25(2), 33(1), 47(5)(iii): stayed, due again, set aside and not carried out yet, undecided again."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    refused(one, permission, "2025-06-02")
    received(one, permission, "2025-06-03", "2025-06-03")
    assert one.duties(case) == {"issue_order"}
    body = {"attacked": "special_permission_refusal", "case": permission if named == "permission" else case}
    suit = one.open("CourtProceedings", "file_suit", "2025-06-04", CLERK, court="district court", **body)
    stay(one, suit, "2025-06-05", "removal")
    assert one.duties(case) == {"issue_order"}
    wider = {"scope": "effect", "term": "judgment", "court": "high court"}
    one.act(suit, "vary_stay", "2025-06-06", CLERK, **wider)
    assert (one.stage(case), one.duties(case)) == ("window", set())
    assert one.refused(case, "issue_order", "2025-06-07", SII, **DESTINATION) == "decision_stayed_by_a_court"
    judge(one, suit, "2025-08-18", "annulled")
    assert (one.stage(case), one.duties(case)) == ("order_due", {"issue_order"})
    one.act(suit, "become_final", "2025-09-02", CLERK, final_on="2025-09-01")
    assert one.refused(case, "issue_order", "2025-09-02T13:00", SII, **DESTINATION) == "decision_stayed_by_a_court"
    one.act(permission, "record_annulment", "2025-09-03", CLERK, **FINAL)
    if named == "deportation":
        one.act(suit, "record_carried_out", "2025-09-03T13:00", CLERK, how="undecided again")
    assert one.refused(case, "issue_order", "2025-09-04", SII, **DESTINATION) == "special_permission_pending"


def test_an_order_on_a_refusal_that_a_court_stays_is_not_carried_out() -> None:
    """0008: the order rests on the refusal; stayed in its effect, nobody is removed on it."""
    one = desk()
    _, permission = ordered_after_refusal(one)
    suit = sue(one, permission, "2025-06-10", "special_permission_refusal")
    assert "court_stay" not in one.removal("2025-06-11")[1]
    stay(one, suit, "2025-06-12", "effect")
    assert "court_stay" in one.removal("2025-06-13")[1]
    court(one, suit, "cancel_for_change", "2025-06-20")
    assert "court_stay" not in one.removal("2025-06-21")[1]


def test_an_annulled_refusal_that_was_not_received_holds_the_order_as_before() -> None:
    """50(10): its notice is withdrawn, and the Minister decides again."""
    one = desk()
    case = accepted(one, DAY)
    permission = applied(one, case, NEXT)
    refused(one, permission, "2025-06-02")
    one.act(permission, "record_annulment", "2025-07-01", CLERK, **FINAL)
    assert (one.stage(permission), one.duties(permission)) == ("pending", {"decide_special_permission"})
    assert [notice.status for notice in one.register.case(permission).notices] == [NoticeStatus.WITHDRAWN]
    assert one.stage(case) == "window"


def test_an_annulled_refusal_of_a_case_that_is_over_stays_on_record() -> None:
    """0008: the order was withdrawn before, so nothing is left to be decided."""
    one = desk()
    case, permission = ordered_after_refusal(one)
    one.act(case, "withdraw_order", "2025-06-10", SII, reasons="stated")
    one.act(permission, "record_annulment", "2025-07-01", CLERK, **FINAL)
    assert (one.stage(case), one.stage(permission)) == ("order_withdrawn", "refusal_received")
    assert "DispositionAnnulled" in one.fact_kinds()


def test_on_own_motion_there_is_no_refusal_to_annul() -> None:
    """50(10): nobody applied, so no disposition was made."""
    one = desk()
    permission = considered(one, accepted(one, DAY), NEXT)
    refused(one, permission, "2025-05-14")
    assert one.refused(permission, "record_annulment", "2025-07-01", CLERK, **FINAL) == "nothing_refused"


def test_where_a_status_covers_the_ground_the_order_falls_and_nothing_is_decided_again() -> None:
    """61-2-9(1): the order fell with the refusal, and the case has no further step."""
    one = desk()
    case, permission = ordered_after_refusal(one)
    application = one.open("AnApplication", "file", "2025-06-10", CLERK)
    one.act(application, "hand_over_card", "2025-06-20", INSPECTOR)
    assert one.duties(case) == {"withdraw_order"}
    one.act(permission, "record_annulment", "2025-07-01", CLERK, **FINAL)
    assert (one.stage(case), one.duties(case)) == ("grant_bars", set())
    assert one.stage(permission) == "without_object"


def test_a_grant_tells_nothing_of_how_the_person_stayed_before() -> None:
    """61-2-2(1): nobody recorded that; with the grant it is known from then on, and of 12 May it stays unknown."""
    one = Desk(Procedures(PROCEDURES))
    kept = one.open("Circumstances", "keep", "2025-02-03", INSPECTOR)
    one.act(kept, "record_sentences", "2025-02-03", INSPECTOR, sentences=[])
    case = accepted(one, DAY)
    assert position(one).status_less(jst(DAY)).value.value == "unknown"
    permitted(one, case, NEXT)
    assert position(one).status_less(jst(DAY)).value.value == "unknown"
    assert position(one).status_less(jst("2025-05-14")).value.value == "no"


def test_a_ground_that_was_found_wrong_after_the_hearing_bars_nothing() -> None:
    """48(6), 50(1) proviso: the first case rested on 24(iv)(ha) and ended with nothing; the second on an overstay."""
    one = desk()
    first = examined(one, DAY, grounds=[{"ground": "24(iv)(ha)", "since": "2025-01-07"}])
    one.act(first, "find", f"{DAY}T08:40", INSPECTOR, **(FOUND | {"ground": "24(iv)(ha)"}))
    one.act(first, "certify_finding_received", f"{DAY}T09:00", CLERK, received_on=DAY)
    one.act(first, "request_hearing", f"{DAY}T10:00", CLERK)
    one.act(first, "appoint_hearing", f"{DAY}T10:10", SIO, held_at=f"{DAY}T11:00:00+09:00", place="a room")
    one.act(first, "hold_hearing", f"{DAY}T11:00", SIO, suspect_attended=True, record="stated")
    one.act(first, "decide_hearing", f"{DAY}T12:00", SIO, outcome="no_ground", reasons="stated")
    permitted(one, accepted(one, NEXT), "2025-05-14")


def test_nobody_is_permitted_to_stay_against_the_order_of_another_case() -> None:
    """50(3): two cases, the order issued in one; the application in the other, made before, is not granted."""
    one = desk()
    ordered_out = accepted(one, DAY)
    other = investigated(one, NEXT, grounds=[{"ground": "24(iv)(i)", "since": "2025-02-01"}])
    permission = applied(one, other, f"{NEXT}T13:00")
    one.act(ordered_out, "issue_order", "2025-05-16", SII, **DESTINATION)
    assert one.stage(permission) == "pending"
    refusal = one.try_act(permission, "grant", "2025-05-19", HEAD, **GRANT).refusal
    assert refusal is not None
    assert "order_in_force" in {each.code for each in refusal.reasons}
    one.act(ordered_out, "withdraw_order", "2025-05-20", SII, reasons="stated")
    assert one.refused(permission, "grant", "2025-05-21", HEAD, **GRANT) == "instances_not_over"


def test_the_sponsorship_of_an_earlier_case_entitles_nobody_in_a_later_one() -> None:
    """50(2): the first case ended without ground, and its Sponsorship with it; in the second nothing is decided yet."""
    one = desk()
    first = examined(one, DAY)
    one.act(first, "find", f"{DAY}T09:00", INSPECTOR, outcome="no_ground", reasons="stated")
    second = investigated(one, NEXT)
    assert application_refused(one, second, f"{NEXT}T13:00") == "neither_detained_nor_sponsored"
