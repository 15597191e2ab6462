"""Landing for temporary refuge: from the application on board to its end, and what it opens (18-2, 22-3, 72(ii))."""

from typing import Any

import pytest

from engine.work import may_person_work
from law.finding import Answer
from law.work import WorkKind
from tests.procedures.desk import Desk, jst
from tests.procedures.status_story import (
    APPLICATION,
    CLERK,
    HEAD,
    ICO,
    INSPECTOR,
    PERMIT,
    RI,
    arisen,
    circumstances,
    exposures,
    landed,
    on_board,
    position,
    refused_opening,
    status_less,
    stays_recorded,
)

WANTED: dict[str, Any] = {"status": "Designated Activities", "content": "stated"}
GIVEN: dict[str, Any] = {"status": "Designated Activities", "until": "2026-11-30", "reasons": "stated"}


def work(one: Desk, at: str) -> tuple[Answer, str]:
    """DT-07 on the position as it stands."""
    found = may_person_work(position(one), WorkKind.PAID_WORK, jst(at))
    return found.value, found.reasons[0].code


def test_who_landed_is_not_status_less_until_the_permit_expires() -> None:
    """Permitted on 10 June at nine until 10 December: nobody typed a stay, and it is on record to 24:00 of that day."""
    one = on_board()
    case = landed(one)
    assert not status_less(one, "2025-06-10T09:00")
    assert not status_less(one, "2025-12-10T23:59:59")
    assert status_less(one, "2025-12-11T00:00")
    assert one.stage(case, "2025-12-10T23:59:59") == "running"
    assert one.stage(case, "2025-12-11T00:00") == "staying_on"


def test_the_end_is_a_fact_that_moves_other_cases() -> None:
    """At 00:00 of 11 December: status-less by StayRecorded, 24(vi) has arisen, 70(1)(vii) exposes."""
    one = on_board()
    case = landed(one)
    one.register.let_lapse(one.person, jst("2025-12-11T00:00"))
    assert stays_recorded(one) == [False, True]
    assert (arisen(one), exposures(one)) == ([("24(vi)", "2025-12-11")], ["70(1)(vii)"])
    assert one.duties(case) == {"consider_investigation"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on_board": False}, "not_on_board"),
        ({"form_6": False}, "forms_missing"),
        ({"form_26_2": False}, "forms_missing"),
    ],
)
def test_what_an_application_needs(changes: dict[str, Any], code: str) -> None:
    """On board, on both forms; who has landed is sent to recognition."""
    body = APPLICATION | changes
    got, remedy = refused_opening(on_board(), "TemporaryRefuge", "apply", "2025-06-10", INSPECTOR, **body)
    assert (got, bool(remedy)) == (code, True)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"limb": None}, "no_flight_from_danger"),
        ({"appropriate": False}, "landing_not_appropriate"),
        ({"appropriate": None}, "appropriateness_not_judged"),
        # from 10 June, day 1 is the 11th: six months end with 10 December
        ({"last_day": "2025-12-11"}, "beyond_maximum"),
        ({"last_day": "2025-06-09"}, "before_start"),
    ],
)
def test_what_a_permission_needs(changes: dict[str, Any], code: str) -> None:
    """A limb, appropriateness, and at most six months."""
    one = on_board()
    case = one.open("TemporaryRefuge", "apply", "2025-06-10", INSPECTOR, **APPLICATION)
    assert one.refused(case, "permit", "2025-06-10", INSPECTOR, **(PERMIT | changes)) == code


def test_the_second_limb_is_law_from_december_2023() -> None:
    """On 30 November 2023 it opens nothing, on 1 December it does; the last day may be a Saturday."""
    one = on_board()
    case = one.open("TemporaryRefuge", "apply", "2023-11-30", INSPECTOR, **APPLICATION)
    persecuted = PERMIT | {"limb": "18-2(1)(i)(ro)", "last_day": "2024-05-25"}
    assert one.refused(case, "permit", "2023-11-30", INSPECTOR, **persecuted) == "limb_not_yet_law"
    one.act(case, "permit", "2023-12-01", INSPECTOR, **persecuted)


def test_only_an_inspector_permits_and_the_permit_is_in_hand_at_once() -> None:
    """18-2(1), (3): a clerk cannot; fingerprints and photograph may be taken before; the permit is served with it."""
    one = on_board()
    case = one.open("TemporaryRefuge", "apply", "2025-06-10T08:00", INSPECTOR, **APPLICATION)
    assert one.duties(case) == {"decide_refuge_landing"}
    one.act(case, "take_identification", "2025-06-10T08:30", INSPECTOR, fingerprints=True, photograph=True)
    assert one.refused(case, "permit", "2025-06-10T09:00", CLERK, **PERMIT) == "no_power"
    one.act(case, "permit", "2025-06-10T09:00", INSPECTOR, **PERMIT)
    (permit,) = one.register.case(case).notices
    assert (permit.kind, permit.status.value) == ("temporary_refuge_permit", "served")
    assert not one.duties(case)


@pytest.mark.parametrize(
    ("act", "body", "stage"), [("refuse", {"reasons": "stated"}, "refused"), ("withdraw", {}, "withdrawn")]
)
def test_an_application_may_end_without_landing(act: str, body: dict[str, Any], stage: str) -> None:
    """Refused or withdrawn: no stay comes on record, and another application is open."""
    one = on_board()
    case = one.open("TemporaryRefuge", "apply", "2025-06-10", INSPECTOR, **APPLICATION)
    code, _ = refused_opening(one, "TemporaryRefuge", "apply", "2025-06-10T13:00", INSPECTOR, **APPLICATION)
    assert code == "temporary_refuge_under_way"
    one.act(case, act, "2025-06-10T14:00", INSPECTOR, **body)
    assert one.stage(case) == stage
    assert position(one).circumstances.stays is None
    one.open("TemporaryRefuge", "apply", "2025-06-11", INSPECTOR, **APPLICATION)


def test_a_status_granted_within_the_period_takes_its_place() -> None:
    """22-3: applied for, granted, handed over on 3 November: a status until November 2026, and nothing arises."""
    one = on_board()
    case = landed(one)
    assert one.refused(case, "grant_status", "2025-10-01", HEAD, **GIVEN) == "no_status_applied_for"
    one.act(case, "apply_for_status", "2025-10-01", CLERK, **WANTED)
    assert one.refused(case, "apply_for_status", "2025-10-02", CLERK, **WANTED) == "status_applied_for"
    assert one.refused(case, "hand_over_status", "2025-10-02", INSPECTOR) == "no_status_granted"
    one.act(case, "grant_status", "2025-10-31", HEAD, **GIVEN)
    one.act(case, "hand_over_status", "2025-11-03", INSPECTOR)
    assert one.stage(case, "2025-12-11") == "status_held"
    assert not status_less(one, "2026-11-30T23:59:59")
    assert status_less(one, "2026-12-01T00:00")
    assert arisen(one) == []


def test_an_application_for_a_status_does_not_prolong_the_permit() -> None:
    """No rule like 20(6): undecided on the last day, the person stays on; a grant may still follow."""
    one = on_board()
    case = landed(one)
    one.act(case, "apply_for_status", "2025-12-10T23:00", CLERK, **WANTED)
    assert status_less(one, "2025-12-11T00:00")
    assert {"decide_status_of_refuge_holder", "consider_investigation"} <= {
        duty.kind for duty in one.register.dossier(one.person, jst("2025-12-11")).cases[case].open_duties
    }
    assert one.refused(case, "grant_status", "2025-12-20", HEAD, **(GIVEN | {"until": "2025-12-19"})) == (
        "status_has_no_time"
    )
    one.act(case, "grant_status", "2025-12-20", HEAD, **GIVEN)
    one.act(case, "hand_over_status", "2025-12-22", INSPECTOR)
    assert (one.stage(case), status_less(one, "2025-12-22")) == ("status_held", False)


def test_after_the_period_no_status_can_be_applied_for() -> None:
    """22-3 asks for an application within the period of the permit."""
    one = on_board()
    case = landed(one)
    assert one.refused(case, "apply_for_status", "2025-12-11", CLERK, **WANTED) == "wrong_stage"


def test_a_refusal_of_the_status_leaves_the_permit_as_it_is() -> None:
    """Refused: the permit runs on, and another application within the period is open."""
    one = on_board()
    case = landed(one)
    one.act(case, "apply_for_status", "2025-10-01", CLERK, **WANTED)
    one.act(case, "refuse_status", "2025-10-31", HEAD, reasons="stated")
    assert (one.stage(case), one.duties(case)) == ("running", set())
    one.act(case, "apply_for_status", "2025-11-04", CLERK, **WANTED)


def test_to_somebody_recognised_long_term_resident_shall_be_granted() -> None:
    """61-2-3: recognised while the permit is unexpired, the status asked for is not refused."""
    one = on_board()
    case = landed(one)
    application = one.open(
        "RefugeeApplication", "file_application", "2025-06-20", CLERK, kind="refugee", material_came_with_it=True
    )
    one.act(application, "ask_commission", "2025-06-21", HEAD, asked_on="2025-06-21")
    one.act(application, "decide", "2025-09-01", HEAD, outcome="refugee")
    one.act(case, "apply_for_status", "2025-09-10", CLERK, long_term_resident=True, **WANTED)
    refused = one.refused(case, "refuse_status", "2025-09-11", HEAD, reasons="stated")
    assert refused == "long_term_resident_shall_be_granted"
    one.act(case, "grant_status", "2025-09-12", HEAD, **GIVEN)


def test_fleeing_against_the_conditions_is_exposed_and_ends_nothing() -> None:
    """72(ii): on record as a breach and an exposure; the permit runs on. Without a condition it is no offence."""
    one = on_board()
    case = landed(one)
    one.act(case, "record_flight", "2025-08-01", ICO, found_on="2025-07-31", facts="stated")
    assert (exposures(one), one.stage(case)) == (["72(ii)"], "running")
    assert not status_less(one, "2025-08-02")
    free = on_board()
    other = landed(free, conditions=[])
    body = {"found_on": "2025-07-31", "facts": "stated"}
    assert free.refused(other, "record_flight", "2025-08-01", ICO, **body) == "no_condition_against_flight"


def test_staying_on_opens_a_departure_order() -> None:
    """24(vi), begun by a control officer: who came before to leave is found eligible (DT-02 rows 1 and 2)."""
    one = on_board()
    case = landed(one)
    kept = one.open("Circumstances", "keep", "2025-06-11", INSPECTOR)
    one.act(kept, "record_sentences", "2025-06-11", INSPECTOR, sentences=[])
    came = {"appeared_at": "2025-12-12T10:00:00+09:00", "reasons": "stated"}
    one.act(case, "investigate", "2025-12-12T11:00", ICO, **came)
    assert one.stage(case) == "concluded"
    (deportation,) = position(one).of("Deportation")
    eligible = {"deported_before": False, "left_under_departure_order_before": False, "certain_to_leave": True}
    route = {"assessment": eligible, "reasons": "stated"}
    one.act(deportation.id, "pass_for_departure_order", "2025-12-12T12:00", ICO, **route)
    one.act(deportation.id, "find_eligible", "2025-12-12T13:00", INSPECTOR, **route)
    assert one.stage(deportation.id) == "departure_order_due"


def test_while_the_permit_is_unexpired_nobody_investigates_its_overstay() -> None:
    """24(vi) does not exist yet; and nothing waits to be considered."""
    one = on_board()
    case = landed(one)
    body = {"grounds": [{"ground": "24(vi)", "since": "2025-12-10"}], "reasons": "stated"}
    code, _ = refused_opening(one, "Deportation", "investigate", "2025-12-10", ICO, **body)
    assert code == "ground_has_not_arisen"
    assert one.refused(case, "investigate", "2025-12-10", ICO, reasons="stated") == "no_ground_has_arisen"
    one.act(case, "decline_investigation", "2025-12-11", ICO, reasons="stated")
    assert one.stage(case) == "concluded"


def test_an_application_for_recognition_while_landed_suspends_from_the_end_on() -> None:
    """Filed in September: nothing stops while the permit is unexpired; from 11 December DT-11 stops removal."""
    one = on_board()
    landed(one)
    body: dict[str, Any] = {"kind": "refugee", "material_came_with_it": False}
    application = one.open("RefugeeApplication", "file_application", "2025-09-01", CLERK, **body)
    assert "examine_provisional_stay" not in one.duties(application)
    before = one.register.position(one.person, jst("2025-12-10T23:59:59"))
    after = one.register.position(one.person, jst("2025-12-11T00:00"))
    assert before.removal_stopped(jst("2025-12-10T23:59:59")).value is Answer.NO
    assert after.removal_stopped(jst("2025-12-11T00:00")).value is Answer.YES


def test_provisional_stay_is_a_question_for_who_applies_after_the_end() -> None:
    """Applied on 12 December, status-less: the question of provisional stay is opened; before the end it is refused."""
    one = on_board()
    landed(one)
    early = one.open(
        "RefugeeApplication", "file_application", "2025-09-01", CLERK, kind="refugee", material_came_with_it=False
    )
    body = {"application": early}
    code, _ = refused_opening(one, "ProvisionalStay", "examine", "2025-09-02", RI, **body)
    assert code == "not_status_less"
    one.open("ProvisionalStay", "examine", "2025-12-12", RI, **body)


@pytest.mark.parametrize(
    ("conditions", "answer", "code"),
    [
        (["18(5)(ii)", "18(5)(iv)"], Answer.NO, "banned_by_refuge_permit"),
        (["18(5)(ii)"], Answer.ASK, "no_ban_in_refuge_permit"),
    ],
)
def test_paid_work_hangs_on_the_condition(conditions: list[str], answer: Answer, code: str) -> None:
    """Ord. 18(5)(iv): forbidden where the inspector said so; after the end there is no basis for any."""
    one = on_board()
    landed(one, conditions=conditions)
    assert work(one, "2025-07-01") == (answer, code)
    assert work(one, "2025-12-11") == (Answer.NO, "no_basis_for_work")


@pytest.mark.parametrize("event", ["record_departure", "record_death"])
def test_departure_and_death_end_it_and_take_the_stay_off_the_record(event: str) -> None:
    """Who returns is asked anew: the old landing says nothing about a later stay."""
    one = on_board()
    case = landed(one)
    one.open("Circumstances", "keep", "2025-06-11", INSPECTOR)
    one.act(circumstances(one), event, "2025-07-01", "registrar", on="2025-07-01")
    assert (one.stage(case, "2025-12-11"), arisen(one)) == ("object_lost", [])
    assert position(one).circumstances.stays is None


def test_departure_after_the_end_takes_the_object_away() -> None:
    """Stayed on until January, then left: the ground is on record, nothing more is owed."""
    one = on_board()
    case = landed(one)
    one.open("Circumstances", "keep", "2025-06-11", INSPECTOR)
    one.act(circumstances(one), "record_departure", "2026-01-15", "registrar", on="2026-01-15")
    assert (one.stage(case), one.duties(case), arisen(one)) == ("object_lost", set(), [("24(vi)", "2025-12-11")])
