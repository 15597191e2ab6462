"""Who comes to a departure order, by which route, what becomes of custody, and what runs beside it."""

from collections.abc import Callable
from typing import Any

import pytest

from engine.command import Kind
from law.departure_order import Track
from law.departure_order_terms import DepartureOrderKept
from law.facts import Custody
from tests.procedures.departure_story import (
    CAME,
    DAY,
    LAST,
    PAPER,
    ROUTE,
    after_examination,
    after_hearing,
    after_objection,
    appeared,
    case_of,
    desk,
    due,
    on_own_track_b,
    ordered,
    position,
)
from tests.procedures.deportation_story import (
    CLERK,
    ELIGIBLE,
    ICO,
    INSPECTOR,
    SII,
    SUSPICION,
    stay_delivered,
    stay_revoked,
)
from tests.procedures.deportation_story import ordered as deported
from tests.procedures.desk import Desk, jst
from tests.procedures.stay_story import application_of
from workflows.detention_record import Released

EVENING = f"{DAY}T18:00"


def _order(one: Desk, at: str = EVENING) -> str:
    case = case_of(one, "DepartureOrder").id
    one.act(case, "order_departure", at, SII, **PAPER)
    return case


@pytest.mark.parametrize("route", [after_examination, after_hearing, after_objection])
def test_each_instance_opens_it(route: Callable[[Desk], str]) -> None:
    """47(2), 48(7), 49(5): the deportation case ends, and the inspector must order departure promptly."""
    one = desk()
    deportation = route(one)
    kept = position(one).all(DepartureOrderKept)[0]
    assert (one.stage(deportation), one.duties(deportation)) == ("departure_order_due", set())
    assert (kept.deportation, kept.track, kept.is_open) == (deportation, Track.DECLARED, True)
    case = _order(one)
    assert one.stage(case) == "ordered"


def test_the_direct_route_opens_it_without_notice_screening_or_custody() -> None:
    """55-84(1), (3), invariant 75: no 39(1) notice, no screening, no detention order, no case of custody."""
    one = desk()
    deportation = appeared(one)
    screening = {"outcome": "detention", "sponsorship_considered": True, "reasons": "x"}
    for act, by, body in (("notify", ICO, {"reasons": "x"}), ("screen", SII, screening), ("hand_over_case", ICO, {})):
        assert one.refused(deportation, act, f"{DAY}T08:30", by, **body) == "wrong_stage"
    one.act(deportation, "find_eligible", f"{DAY}T09:00", INSPECTOR, **ROUTE)
    _order(one)
    assert {"SuspicionNotified", "Screened"}.isdisjoint(one.fact_kinds())
    assert not position(one).of("Detention")
    assert position(one).custody is Custody.FREE


def test_sent_back_nothing_is_due() -> None:
    """55-84(4): the case goes back to the control officer, and no departure order was opened."""
    one = desk()
    case = appeared(one)
    one.act(case, "send_back", f"{DAY}T09:00", INSPECTOR, reasons="stated")
    assert not position(one).of("DepartureOrder")


def test_both_tracks_are_kept() -> None:
    """24-3(i): who came and who told an officer; who did both came."""
    one = desk()
    due(one)
    assert position(one).all(DepartureOrderKept)[0].track is Track.APPEARED
    other = desk()
    on_own_track_b(other)
    assert position(other).all(DepartureOrderKept)[0].track is Track.DECLARED


@pytest.mark.parametrize(
    ("suspicion", "circumstances", "assessment", "code"),
    [
        ({"grounds": [{"ground": "24(iv)(i)", "since": "2025-01-07"}]}, [], {}, "no_departure_order_ground"),
        ({"appeared_at": None}, [], {}, "no_appearance_or_declaration"),
        ({"appeared_at": "2025-03-09T10:00:00+09:00"}, [], {}, "no_appearance_or_declaration"),
        ({"appeared_in_office_hours": False}, [], {}, "no_appearance_or_declaration"),
        ({"appeared_in_office_hours": None}, [], {}, "no_appearance_or_declaration_not_on_record"),
        (
            {"grounds": [{"ground": g, "since": "2025-01-07"} for g in ("24(iv)(ro)", "24(iv)(chi)")]},
            [],
            {},
            "excluding_ground",
        ),
        (
            {},
            [{"final_on": "2024-11-05", "months": 10, "suspension": "whole", "listed_crime": True}],
            {},
            "sentenced_for_listed_crime",
        ),
        ({}, [], {"deported_before": True}, "deported_or_ordered_before"),
        ({}, [], {"left_under_departure_order_before": True}, "deported_or_ordered_before"),
        ({}, [], {"certain_to_leave": False}, "leaving_not_certain"),
        ({}, [], {"certain_to_leave": None}, "leaving_not_certain_not_on_record"),
    ],
)
def test_each_condition_alone_closes_the_way(
    suspicion: dict[str, Any], circumstances: list[dict[str, Any]], assessment: dict[str, Any], code: str
) -> None:
    """DT-02: all must be yes; what fails or is unknown names its row."""
    one = desk()
    record = case_of(one, "Circumstances").id
    one.act(record, "record_sentences", f"{DAY}T07:30", INSPECTOR, sentences=circumstances)
    began = SUSPICION | {"appeared_at": CAME, **suspicion}
    case = one.open("Deportation", "investigate", f"{DAY}T08:00", ICO, **began)
    route = {"assessment": ELIGIBLE | assessment, "reasons": "stated"}
    assert one.refused(case, "pass_for_departure_order", f"{DAY}T08:10", ICO, **route) == code


def test_the_wish_to_leave_is_confirmed_on_paper() -> None:
    """Ord. 50-51: the confirmation 71-2-2 is handed over at once."""
    one = desk()
    case = one.open("Deportation", "investigate", f"{DAY}T08:00", ICO, **SUSPICION)
    one.act(case, "declare_wish_to_leave", f"{DAY}T08:05", ICO)
    notice = one.register.case(case).notices[0]
    assert (notice.kind, notice.status, notice.served_on) == ("wish_confirmation", "served", jst(DAY).date())


def test_a_detainee_is_released_when_departure_is_ordered_and_not_before() -> None:
    """47(2): that it is due releases nobody; made, it leaves no title, and release is owed at once."""
    one = desk()
    after_examination(one, "detention")
    custody = case_of(one, "Detention").id
    assert one.duties(custody) == {"release_when_ordered"}
    early = {"why": "departure_ordered", "reasons": "stated"}
    assert one.refused(custody, "release", f"{DAY}T09:00", SII, **early) == "departure_not_ordered"
    _order(one)
    held = position(one).custody_held
    assert held is not None
    assert (held.custody, held.title) == (Custody.DETAINED_DETENTION_ORDER, None)
    assert one.duties(custody) == {"release_at_once"}
    assert one.register.case(custody).running_clocks == ()
    one.act(custody, "release", f"{DAY}T18:10", SII, **early)
    assert position(one).custody is Custody.FREE
    assert one.stage(custody) == "ended"
    assert case_of(one, "Treatment").stage.closed
    assert [fact.body.why for fact in one.register.facts(one.person) if isinstance(fact.body, Released)] == [
        "departure_ordered"
    ]


def test_sponsorship_lapses_when_departure_is_ordered() -> None:
    """44-8(v): in the same instant; both are to be told, and that it is due changes nothing."""
    one = desk()
    after_examination(one)
    sponsorship = case_of(one, "Sponsorship").id
    assert one.stage(sponsorship) == "in_force"
    _order(one)
    assert one.stage(sponsorship) == "lapsed"
    assert {"tell_person", "tell_sponsor"} <= one.duties(sponsorship)
    assert position(one).custody is Custody.FREE
    assert case_of(one, "Detention").stage.value == "ended"


def test_provisional_release_ends_when_departure_is_ordered() -> None:
    """47(2): with the detention order it rests on; nobody detains again when its period is over."""
    one = desk()
    case = one.open("Deportation", "investigate", f"{DAY}T08:00", ICO, **SUSPICION)
    one.act(case, "notify", f"{DAY}T08:05", ICO, reasons="stated")
    body = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}
    one.act(case, "screen", f"{DAY}T08:10", SII, **body)
    _detain(one)
    one.act(case, "declare_wish_to_leave", f"{DAY}T08:28", INSPECTOR)
    one.act(case, "hand_over_person", f"{DAY}T08:30", ICO)
    release = one.open("ProvisionalRelease", "consider_on_own_motion", f"{DAY}T08:40", SII, reasons="stated")
    grant = {
        "last_day": "2025-04-10",
        "conditions": ["48(1)(i)", "48(1)(ii)", "48(1)(iii)", "48(1)(iv)"],
        "content": "terms",
        "reason": "health",
        "appropriate": True,
        "reasons": "stated",
    }
    one.act(release, "grant", f"{DAY}T08:50", SII, **grant)
    found = {"outcome": "departure_order", "ground": "24(iv)(ro)", "assessment": ELIGIBLE, "reasons": "stated"}
    one.act(case, "find", f"{DAY}T09:00", INSPECTOR, **found)
    _order(one)
    assert (one.stage(release), case_of(one, "Detention").stage.value) == ("ended", "ended")


def _detain(one: Desk) -> None:
    custody = case_of(one, "Detention").id
    paper = {"residence": "r", "facts": "f", "facility": "rooms 1", "valid_until": "2025-06-30", "reasons": "stated"}
    one.act(custody, "issue_detention_order", f"{DAY}T08:22", SII, **paper)
    one.act(custody, "detain", f"{DAY}T08:24", ICO, facility="rooms 1", shown=["detention_order"])


def test_an_application_for_recognition_does_not_stop_the_order() -> None:
    """12.1, last row: 61-2-9(2), (3) speak of Chapter 5; the deadline runs on, and after it the ground is taken up."""
    one = desk()
    case = ordered(one)
    one.open("AnApplication", "file", "2025-03-12", CLERK)
    assert one.register.case(case).running_clocks[0].last_day == jst(LAST).date()
    one.register.let_lapse(one.person, jst("2025-03-26T00:00"))
    assert one.stage(case) == "missed"
    assert case_of(one, "Deportation").stage.value == "investigated"


def test_under_provisional_stay_the_deadline_runs_on_and_the_new_case_waits() -> None:
    """The text is silent: the deadline passes; no step of Chapter 5 is taken until the stay ends (61-2-9(2))."""
    one = desk()
    case = ordered(one)
    stay = stay_delivered(one, "2025-03-12", "2025-09-12")
    one.register.let_lapse(one.person, jst("2025-03-26T00:00"))
    assert one.stage(case) == "missed"
    assert len(position(one).of("Deportation")) == 1
    stay_revoked(one, stay, "2025-04-10")
    new = case_of(one, "Deportation")
    assert (new.stage.value, new.state.grounds[0].since.isoformat()) == ("investigated", "2025-03-26")


def test_a_status_granted_under_the_stay_bars_the_new_ground() -> None:
    """61-2-9(1): 24(viii) existed when the grant took effect, so nothing is opened on it when the stay ends."""
    one = desk()
    case = ordered(one)
    stay_delivered(one, "2025-03-12", "2025-09-12")
    one.register.let_lapse(one.person, jst("2025-03-26T00:00"))
    one.act(application_of(one), "hand_over_card", "2025-04-10", INSPECTOR)
    assert one.stage(case) == "missed"
    assert len(position(one).of("Deportation")) == 1


def test_a_status_granted_while_it_runs_is_for_a_person_to_weigh() -> None:
    """The law says nothing: the order may be ended; if nobody did, its deadline takes nothing by itself."""
    one = desk()
    case = ordered(one)
    application = one.open("AnApplication", "file", "2025-03-12", CLERK)
    assert one.refused(case, "end_for_status", "2025-03-13", SII, reasons="x") == "no_status_granted"
    one.act(application, "hand_over_card", "2025-03-14", INSPECTOR)
    assert one.duties(case) == {"end_departure_order_for_status"}
    one.register.let_lapse(one.person, jst("2025-03-26T00:00"))
    assert one.stage(case) == "deadline_over"
    one.act(case, "end_for_status", "2025-03-26", SII, reasons="a refugee with a status")
    assert one.stage(case) == "object_lost"
    assert not [each for each in position(one).of("Deportation") if not each.stage.closed]


def test_no_second_order_while_one_is_due() -> None:
    """Another deportation case on another ground does not lead to a second one."""
    one = desk()
    due(one)
    other: dict[str, Any] = {"grounds": [{"ground": "24(vi)", "since": "2025-01-07"}], "reasons": "stated"}
    case = one.open("Deportation", "investigate", f"{DAY}T12:00", ICO, **other)
    one.act(case, "declare_wish_to_leave", f"{DAY}T12:10", ICO)
    assert one.refused(case, "pass_for_departure_order", f"{DAY}T12:20", ICO, **ROUTE) == "departure_ordered_already"


def test_the_openings_are_done_by_no_officer() -> None:
    """A departure order, and a case on 24(viii), are opened by what happened, never by hand."""
    one = desk()
    body = {"deportation": "case_x", "track": "24-3(i)(i)"}
    filed = one.send(Kind.OPEN, "DepartureOrder", "", "take_up", DAY, SII, body)
    assert filed.refusal is not None
    assert filed.refusal.code == "unknown_act"
    arisen = {"ground": "24(viii)", "since": DAY, "arisen_in": "case_x"}
    filed = one.send(Kind.OPEN, "Deportation", "", "take_up_ground", DAY, ICO, arisen)
    assert filed.refusal is not None
    assert filed.refusal.code == "unknown_act"


def test_a_wish_told_before_the_new_law_is_told_again() -> None:
    """24-3(i)(ro) is there since 10 June 2024: a word of the day before opens nothing, a second one does."""
    one = Desk(desk().procedures)
    kept = one.open("Circumstances", "keep", "2024-06-03", INSPECTOR)
    one.act(kept, "record_stays", "2024-06-03", INSPECTOR, stays=[])
    one.act(kept, "record_sentences", "2024-06-03", INSPECTOR, sentences=[])
    old: dict[str, Any] = {"grounds": [{"ground": "24(iv)(ro)", "since": "2024-01-07"}], "reasons": "stated"}
    case = one.open("Deportation", "investigate", "2024-06-09T20:00", ICO, **old)
    one.act(case, "declare_wish_to_leave", "2024-06-09T23:00", ICO)
    refused = one.refused(case, "pass_for_departure_order", "2024-06-10T09:00", ICO, **ROUTE)
    assert refused == "no_appearance_or_declaration"
    one.act(case, "declare_wish_to_leave", "2024-06-10T09:10", ICO)
    one.act(case, "pass_for_departure_order", "2024-06-10T09:20", ICO, **ROUTE)


def test_who_left_under_a_deportation_order_gets_no_departure_order_whatever_an_officer_says() -> None:
    """24-3(iv): the register knows of the earlier departure; an officer's "no" does not undo it."""
    one = desk()
    deported(one, DAY)
    one.act(case_of(one, "Circumstances").id, "record_departure", "2025-03-12", INSPECTOR, on="2025-03-12")
    kept = one.open("Circumstances", "keep", "2027-05-06", INSPECTOR)
    one.act(kept, "record_stays", "2027-05-06", INSPECTOR, stays=[])
    one.act(kept, "record_sentences", "2027-05-06", INSPECTOR, sentences=[])
    again = one.open("Deportation", "investigate", "2027-05-06", ICO, **SUSPICION)
    one.act(again, "declare_wish_to_leave", "2027-05-06", ICO)
    assert one.refused(again, "pass_for_departure_order", "2027-05-06", ICO, **ROUTE) == "deported_or_ordered_before"


def test_who_left_under_a_departure_order_of_which_no_case_tells_gets_no_other() -> None:
    """24-3(iv), invariant 33: a departure under an order that was recorded from the files counts like one seen here."""
    one = desk()
    left = {"on": "2019-04-02", "leaving": "departure_order", "source": "paper file", "track": "24-3(i)(i)"}
    one.open("LandingDenial", "record_leaving", "2025-02-03", INSPECTOR, **left)
    again = one.open("Deportation", "investigate", DAY, ICO, **SUSPICION)
    one.act(again, "declare_wish_to_leave", DAY, ICO)
    assert one.refused(again, "pass_for_departure_order", DAY, ICO, **ROUTE) == "deported_or_ordered_before"
