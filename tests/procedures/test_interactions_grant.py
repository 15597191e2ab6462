"""LAW 12.1 and 12.2: a status granted at every stage, by 61-2-2(1) and by 61-2-5(1), on grounds before it and after.

From the hand-over of the card no step of Chapter 5 is taken on a ground that existed then; until then all goes on.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from engine.command import Kind
from law.facts import Custody, Grant
from law.finding import Answer
from tests.procedures.custody_story import copy
from tests.procedures.desk import Desk, jst
from tests.procedures.interaction_story import (
    CLERK,
    HEAD,
    ICO,
    INSPECTOR,
    RI,
    SII,
    STAGES,
    apply,
    at_stage,
    cases,
    clocks,
    do,
    grant_status,
    hand_over_status,
    known,
    last,
    reach,
    recognise,
    standing,
    when,
    withdraw,
)
from tests.procedures.stay_story import NO_EXCLUSION, TERMS

RECOGNITION, HOLDER = "61-2-2(1)", "61-2-5(1)"
HOLDER_STATUS: dict[str, Any] = {
    "ground": "61-2-5(1)(iii)",
    "suspected_ground": False,
    "status": "s",
    "period": "p",
    "weighed": "w",
}


@dataclass(frozen=True)
class After:
    """What a grant leaves at a stage.

    Args:
        stages: where each procedure stands, with the last case of it, when the card was handed over.
        owed: what is owed in each of them then: the recorded acts that end the rest.
        custody: where the person counts as held until then.
    """

    stages: dict[str, str]
    owed: dict[str, set[str]] = field(default_factory=dict)
    custody: Custody = Custody.FREE


BARRED = {"Deportation": "grant_bars"}
HELD, UNDER_ORDER = Custody.DETAINED_DETENTION_ORDER, Custody.DETAINED_DEPORTATION_ORDER
SPONSORED, SPONSORED_AFTER = Custody.SPONSORED_BEFORE_ORDER, Custody.SPONSORED_AFTER_ORDER
END = {"Sponsorship": {"end_for_status"}}
WITHDRAW = {"Deportation": {"withdraw_order"}}
RELEASE = {"Detention": {"release_at_once"}}
ORDERED = {"Deportation": "ordered", "Enforcement": "without_effect"}
HELD_SO_FAR = BARRED | {"Detention": "detained_detention_order"}
SPONSORED_SO_FAR = BARRED | {"Detention": "sponsored_before_order", "Sponsorship": "in_force"}
UNDER_ORDER_SO_FAR = ORDERED | {"Detention": "detained_deportation_order", "DetentionReview": "ended"}
SPONSORED_AFTER_SO_FAR = ORDERED | {
    "Detention": "sponsored_after_order",
    "Sponsorship": "in_force",
    "DetentionReview": "ended",
}
AFTER: dict[str, After] = {
    "before_investigation": After({}),
    "investigated": After(BARRED),
    "notified": After(BARRED),
    "detained": After(HELD_SO_FAR, RELEASE, HELD),
    "detention_extended": After(HELD_SO_FAR, RELEASE, HELD),
    "sponsored": After(SPONSORED_SO_FAR, END, SPONSORED),
    "open_to_hearing": After(SPONSORED_SO_FAR, END, SPONSORED),
    "open_to_objection": After(SPONSORED_SO_FAR, END, SPONSORED),
    "window": After(SPONSORED_SO_FAR, END, SPONSORED),
    "ordered": After(ORDERED | {"Detention": "free"}, WITHDRAW),
    "detained_under_order": After(UNDER_ORDER_SO_FAR, WITHDRAW | RELEASE, UNDER_ORDER),
    "sponsored_after_order": After(SPONSORED_AFTER_SO_FAR, WITHDRAW | END, SPONSORED_AFTER),
    "released_under_order": After(
        ORDERED | {"Detention": "free", "ProvisionalRelease": "ended", "DetentionReview": "ended"}, WITHDRAW
    ),
    "penal_order": After(SPONSORED_AFTER_SO_FAR | {"PenalOrder": "without_effect"}, WITHDRAW | END, SPONSORED_AFTER),
    "passport_order": After(
        SPONSORED_AFTER_SO_FAR | {"PassportOrder": "without_effect"}, WITHDRAW | END, SPONSORED_AFTER
    ),
    "removal_planned": After(UNDER_ORDER_SO_FAR, WITHDRAW | RELEASE, UNDER_ORDER),
    "removal_authorised": After(UNDER_ORDER_SO_FAR, WITHDRAW | RELEASE, UNDER_ORDER),
    "on_board": After(
        UNDER_ORDER_SO_FAR | {"Enforcement": "on_board"},
        WITHDRAW | RELEASE | {"Enforcement": {"record_outcome_of_boarding", "stop_removal"}},
        UNDER_ORDER,
    ),
    "own_expense": After(
        SPONSORED_AFTER_SO_FAR | {"OwnExpenseDeparture": "without_effect"}, WITHDRAW | END, SPONSORED_AFTER
    ),
    "beside_criminal_case": After(BARRED | {"CriminalCase": "indicted"}, custody=Custody.CRIMINAL_CUSTODY),
    # Chapter 5-3 is not named in 61-2-9(1): a person decides what becomes of the order
    "departure_order": After(
        {"Deportation": "departure_order_due", "DepartureOrder": "ordered"},
        {"DepartureOrder": {"end_departure_order_for_status"}},
    ),
}
BEFORE_ORDER = frozenset(stage for stage in AFTER if "Enforcement" not in AFTER[stage].stages)
LEFT_OPEN: dict[str, set[str]] = {
    "Deportation": {"withdraw_order", "record_annulment", "record_decision_annulled"},
    "Detention": {"release", "assign_place", "record_criminal_custody"},
    "Sponsorship": {
        "end_for_status",
        *("receive_resignation", "record_sponsor_death", "receive_sponsor_notification", "ask_for_support"),
        *("find_false_statement", "find_facts", "hand_over_notification_paper", "pay_deposit"),
        *("tell_person", "tell_sponsor"),
    },
    "Enforcement": {"record_removal_against_gate", "record_failed_attempt", "record_removed"},
    "OwnExpenseDeparture": {"certify_paper_received"},
    "DetentionReview": set(),
    "ProvisionalRelease": set(),
    "PenalOrder": set(),
    "PassportOrder": set(),
}
"""What may still be done in a case of Chapter 5: its end, what a court annulled, true events, and breaches."""


def given(stage: str, kind: str) -> bool:
    """Whether a grant can come at a stage: 61-2-5(1) is for holders of provisional stay, so never with an order."""
    return kind == RECOGNITION or stage in BEFORE_ORDER


CELLS = [(stage, kind) for stage in AFTER for kind in (RECOGNITION, HOLDER) if given(stage, kind)]


def let_stay(one: Desk, application: str, at: str, last_day: str = "2025-11-28") -> None:
    """Provisional stay, delivered."""
    one.open("ProvisionalStay", "examine", at, RI, application=application)
    do(one, "ProvisionalStay", "find_exclusions", at, RI, **(NO_EXCLUSION | {"landed_on": at[:10]}))
    do(one, "ProvisionalStay", "permit", at, HEAD, last_day=last_day, conditions=TERMS, content="terms")
    do(one, "ProvisionalStay", "hand_over_permit", at, INSPECTOR)


@cache
def _pending(stage: str, kind: str) -> Desk:
    one, at = at_stage(stage), when(stage)
    application = apply(one, at)
    if kind == HOLDER:
        let_stay(one, application, at)
    return one


@cache
def _granted(stage: str, kind: str) -> Desk:
    one, at = copy(_pending(stage, kind)), when(stage)
    if kind == HOLDER:
        do(one, "ProvisionalStay", "decide_status", at, HEAD, **HOLDER_STATUS)
        return one
    do(one, "RefugeeApplication", "ask_commission", at, HEAD, asked_on=at[:10])
    do(one, "RefugeeApplication", "decide", at, HEAD, outcome="refugee")
    do(one, "StatusGrant", "grant_status", at, HEAD, barred_ground=False, reasons="none")
    return one


@cache
def _handed_over(stage: str, kind: str) -> Desk:
    one, at = copy(_granted(stage, kind)), when(stage)
    if kind == HOLDER:
        do(one, "ProvisionalStay", "hand_over_status", at, INSPECTOR)
    else:
        hand_over_status(one, at)
    return one


def handed_over(stage: str, kind: str) -> Desk:
    """The card handed over at a stage."""
    return copy(_handed_over(stage, kind))


def test_the_table_has_every_stage() -> None:
    """No stage is reached without a row that says what a grant does there."""
    assert set(AFTER) == set(STAGES)


@pytest.mark.parametrize(("stage", "kind"), CELLS)
def test_until_the_hand_over_everything_goes_on(stage: str, kind: str) -> None:
    """61-2-2(3), 61-2-5(3): recognition and the decision on the status move nothing but the case they are made in."""
    pending, granted, at = _pending(stage, kind), _granted(stage, kind), when(stage)
    before, after = standing(pending, at), standing(granted, at)
    for case, stood in before.items():
        if pending.register.case(case).procedure not in ("RefugeeApplication", "ProvisionalStay"):
            assert after[case] == stood
    assert cases(granted).custody is cases(pending).custody
    assert "suspensive_effect" in granted.removal(at)[1]
    assert (cases(granted, at).provisional_stay_running(jst(at)) is None) is (kind == RECOGNITION)


@pytest.mark.parametrize(("stage", "kind"), CELLS)
def test_from_the_hand_over_no_step_is_taken(stage: str, kind: str) -> None:
    """61-2-9(1): cases close or wait for the act that ends them; no act of Chapter 5 is open, no clock of it runs."""
    one, row, at = _handed_over(stage, kind), AFTER[stage], when(stage)
    position = cases(one, at)
    for procedure, stage_due in row.stages.items():
        assert str(position.of(procedure)[-1].stage) == stage_due, procedure
    now = standing(one, at)
    for case, (_, running, owed, acts) in now.items():
        procedure = one.register.case(case).procedure
        if procedure not in LEFT_OPEN:
            continue
        assert acts <= LEFT_OPEN[procedure], procedure
        assert running == {}, procedure
        assert owed - {"tell_person", "tell_sponsor"} <= row.owed.get(procedure, set()), procedure
    assert {procedure: one.duties(last(one, procedure)) for procedure in row.owed} == row.owed
    assert position.custody is row.custody
    held = position.custody_held
    assert held is None or held.title is None
    assert one.removal(at)[0] == "no"
    if stage not in BEFORE_ORDER:
        assert "grant_bars" in one.removal(at)[1]
    assert cases(one).provisional_stay_running(jst(at)) is None


@pytest.mark.parametrize(("stage", "kind"), CELLS)
def test_recorded_acts_end_what_is_left(stage: str, kind: str) -> None:
    """LAW 12.2, A-42: the order withdrawn, Sponsorship ended, the person released: then nothing of it is left."""
    one, at, row = handed_over(stage, kind), when(stage), AFTER[stage]
    if "stop_removal" in row.owed.get("Enforcement", ()):
        do(one, "Enforcement", "record_failed_attempt", at, ICO, on=at[:10], end="stopped", reasons="taken off")
    if row.custody in (HELD, UNDER_ORDER):
        do(one, "Detention", "release", at, SII, why="status_granted", reasons="stated")
        assert one.stage(last(one, "Treatment")) == "ended"
    if "Sponsorship" in row.owed:
        do(one, "Sponsorship", "end_for_status", at, SII, reasons="stated")
        do(one, "Sponsorship", "tell_person", at, SII)
        do(one, "Sponsorship", "tell_sponsor", at, SII)
    if "Deportation" in row.owed:
        do(one, "Deportation", "withdraw_order", at, SII, reasons="stated")
    if "DepartureOrder" in row.owed:
        do(one, "DepartureOrder", "end_for_status", at, SII, reasons="stated")
    left = {case.procedure: str(case.stage) for case in cases(one, at).cases.values() if not case.stage.closed}
    told = {"Sponsorship"} if "lapsed" in left.values() else set()
    assert set(left) <= {"Circumstances", "RefugeeApplication", "StatusGrant", "CriminalCase"} | told
    assert cases(one).custody is (row.custody if row.custody is Custody.CRIMINAL_CUSTODY else Custody.FREE)
    assert cases(one).order_in_force(jst(at)) is None


def openings(one: Desk) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Every step of Chapter 5 that opens a case, for who is investigated, ordered out, held or free."""
    found = cases(one).of("Deportation")
    deportation = {"deportation": found[-1].id if found else "none"}
    reasons = {"reasons": "stated"}
    ground = {"grounds": [{"ground": "24(iv)(ro)", "since": "2025-05-07"}]}
    emergency = {"plain": True, "flight_before_order": True, "facility": "rooms 1"}
    acts = {"acts": ["52(12)"], "last_day": "2025-06-30", "needed_for_removal": True, "period_reasonable": True}
    return [
        ("Deportation", "investigate", ICO, ground | reasons),
        ("Detention", "detain_in_emergency", ICO, deportation | emergency | reasons),
        ("Sponsorship", "request", CLERK, {"material": True}),
        ("Sponsorship", "consider_on_own_motion", SII, reasons),
        ("SpecialPermission", "apply", CLERK, deportation | {"content": "stated"}),
        ("SpecialPermission", "consider_on_own_motion", HEAD, deportation | reasons),
        ("PenalOrder", "consider", SII, {}),
        ("PassportOrder", "command", SII, acts | reasons),
        ("OwnExpenseDeparture", "apply", CLERK, {"destination": "TR", "planned_on": "2025-07-20", "means": "a ticket"}),
    ]


@pytest.mark.parametrize(("stage", "kind"), CELLS)
def test_nothing_of_chapter_5_begins_on_a_ground_of_that_day(stage: str, kind: str) -> None:
    """61-2-9(1): neither an investigation nor custody nor any order; a ground that arises later is investigated."""
    one, at = handed_over(stage, kind), when(stage)
    for procedure, opening, by, body in openings(one):
        answer = one.send(Kind.OPEN, procedure, "", opening, at, by, body)
        assert answer.refusal is not None, (procedure, opening)
    later: dict[str, Any] = {"grounds": [{"ground": "24(iv)(chi)", "since": "2025-07-15"}], "reasons": "stated"}
    one.open("Deportation", "investigate", "2025-07-16", ICO, **later)


@pytest.mark.parametrize(("stage", "kind"), [cell for cell in CELLS if AFTER[cell[0]].custody in (HELD, UNDER_ORDER)])
def test_who_must_be_released_is_not_released_on_terms(stage: str, kind: str) -> None:
    """54(2): there is no detention to lift: provisional release may be asked for, and is not granted."""
    one, at = handed_over(stage, kind), when(stage)
    one.open("ProvisionalRelease", "consider_on_own_motion", at, SII, reasons="stated")
    body = {"reason": "humanitarian", "appropriate": True, "last_day": "2025-08-29", "reasons": "weighed"}
    terms = {"conditions": ["48(1)(i)", "48(1)(ii)", "48(1)(iii)", "48(1)(iv)"], "content": "terms"}
    assert one.refused(last(one, "ProvisionalRelease"), "grant", at, SII, **(body | terms)) == "detention_without_title"


@pytest.mark.parametrize("stage", [stage for stage in AFTER if END.items() <= AFTER[stage].owed.items()])
def test_sponsorship_asks_nothing_between_the_grant_and_its_end(stage: str) -> None:
    """61-2-9(1), A-42: no day of notification passes, nothing is revoked, and a Sponsor who dies is not replaced."""
    one, at = handed_over(stage, RECOGNITION), when(stage)
    sponsorship = last(one, "Sponsorship")
    broken = {"grounds": ["condition_broken"], "reasons": "stated"}
    assert one.refused(sponsorship, "revoke", at, SII, **broken) == "grant_bars"
    one.act(sponsorship, "record_sponsor_death", at, CLERK, died_on=at[:10])
    one.register.let_lapse(one.person, jst("2025-12-01"))
    assert "NotificationMissed" not in one.fact_kinds()
    assert one.duties(sponsorship) == {"end_for_status"}


# A ground that arose after the grant.


@cache
def _granted_in_march(kind: str) -> Desk:
    """A status that took effect on 12 March 2025, weeks before the ground of the stages arose (7 May)."""
    one = known()
    application = apply(one, "2025-03-03T09:00")
    if kind == RECOGNITION:
        recognise(one, application, "2025-03-10")
        grant_status(one, "2025-03-11")
        hand_over_status(one, "2025-03-12T10:00")
        return one
    let_stay(one, application, "2025-03-03T10:00", "2025-08-29")
    do(one, "ProvisionalStay", "decide_status", "2025-03-11", HEAD, **HOLDER_STATUS)
    do(one, "ProvisionalStay", "hand_over_status", "2025-03-12T10:00", INSPECTOR)
    withdraw(one, application, "2025-03-13")
    return one


@pytest.mark.parametrize("stage", [stage for stage in AFTER if stage != "departure_order"])
def test_a_ground_that_arose_after_the_grant_is_pursued_at_every_stage(stage: str) -> None:
    """61-2-9(1), end: what did not exist at the hand-over is pursued as against anybody; removal is not barred."""
    one, at = reach(stage, lambda: copy(_granted_in_march(HOLDER))), when(stage)
    plain = at_stage(stage, status=True)
    assert [(str(grant.kind), grant.effective_at) for grant in cases(one).all(Grant)] == [
        (HOLDER, jst("2025-03-12T10:00"))
    ]
    assert clocks(one, at) == clocks(plain, at)
    assert cases(one).custody is cases(plain).custody
    assert "grant_bars" not in one.removal(at)[1]
    assert one.removal(at)[0] == plain.removal(at)[0]


@pytest.mark.parametrize("stage", sorted({"ordered", "detained_under_order", "sponsored_after_order"}))
def test_whether_a_recognised_person_is_removed_on_a_later_ground_a_person_decides(stage: str) -> None:
    """61-2-4(5) names no end of the stop for who was recognised: unknown, so no removal, and no order beside it."""
    one, at = reach(stage, lambda: copy(_granted_in_march(RECOGNITION))), when(stage)
    assert cases(one, at).removal_stopped(jst(at)).value is Answer.ASK
    answer, codes = one.removal(at)
    assert (answer, codes) == ("unknown", {"suspensive_effect_not_on_record"})
    assert "grant_bars" not in codes


@pytest.mark.parametrize("kind", [RECOGNITION, HOLDER])
def test_whoever_was_granted_a_status_holds_one(kind: str) -> None:
    """61-2-2(3), 61-2-5(3), DT-12: from the hand-over nobody need write it down; no further provisional stay."""
    one = copy(_granted_in_march(kind))
    assert cases(one).status_less(jst("2025-03-12T11:00")).value is Answer.NO
    assert cases(one).status_less(jst("2025-03-11T11:00")).value is Answer.YES
    body = {"application": apply(one, "2025-04-01")}
    answer = one.send(Kind.OPEN, "ProvisionalStay", "", "examine", "2025-04-01", RI, body)
    assert answer.refusal is not None
    assert answer.refusal.code == "not_status_less"


@pytest.mark.parametrize("kind", [RECOGNITION, HOLDER])
def test_the_status_lasts_as_long_as_the_paper_says(kind: str) -> None:
    """Until 12 March 2026, the day included; somebody who leaves Japan before is asked anew on coming back."""
    one, until = known(), {"until": "2026-03-12"}
    application = apply(one, "2025-03-03T09:00")
    if kind == RECOGNITION:
        recognise(one, application, "2025-03-10")
        grant_status(one, "2025-03-11")
        do(one, "StatusGrant", "hand_over_status", "2025-03-12T10:00", INSPECTOR, paper="residence_card", **until)
    else:
        let_stay(one, application, "2025-03-03T10:00", "2025-08-29")
        do(one, "ProvisionalStay", "decide_status", "2025-03-11", HEAD, **(HOLDER_STATUS | until))
        do(one, "ProvisionalStay", "hand_over_status", "2025-03-12T10:00", INSPECTOR)
    assert cases(one).status_less(jst("2026-03-12T23:59")).value is Answer.NO
    assert cases(one).status_less(jst("2026-03-13T00:00")).value is Answer.YES
    do(one, "Circumstances", "record_departure", "2025-05-01", INSPECTOR, on="2025-05-01")
    assert cases(one).status_less(jst("2025-05-02T00:00")).value is Answer.UNKNOWN


@pytest.mark.parametrize("kind", [RECOGNITION, HOLDER])
def test_a_status_that_would_have_ended_already_is_not_handed_over(kind: str) -> None:
    """The last day of a stay lies not before the paper that gives it."""
    one, until = known(), {"until": "2025-03-11"}
    application = apply(one, "2025-03-03T09:00")
    if kind == RECOGNITION:
        recognise(one, application, "2025-03-10")
        grant_status(one, "2025-03-11")
        paper = {"paper": "residence_card"} | until
        assert one.refused(last(one, "StatusGrant"), "hand_over_status", "2025-03-12", INSPECTOR, **paper) == (
            "stay_in_the_past"
        )
    else:
        let_stay(one, application, "2025-03-03T10:00", "2025-08-29")
        body = HOLDER_STATUS | until
        stay = last(one, "ProvisionalStay")
        assert one.refused(stay, "decide_status", "2025-03-12", HEAD, **body) == "stay_in_the_past"
