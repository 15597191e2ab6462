"""Deportation from suspicion to the finding: investigation, screening, departure orders, criminal cases."""

from typing import Any

import pytest

from engine.command import Kind
from tests.procedures.deportation_story import (
    ELIGIBLE,
    FOUND,
    ICO,
    INSPECTOR,
    SII,
    SUSPICION,
    accepted,
    circumstances,
    desk,
    detained,
    examined,
    found,
    investigated,
    position,
)
from tests.procedures.desk import Desk
from tests.procedures.permission_story import applied

DAY = "2025-05-12"


def test_the_usual_way_to_the_examination() -> None:
    """Investigation, notice, screening, hand-over: each step leaves the next one as a duty of the right officer."""
    one = desk()
    case = investigated(one, DAY)
    assert one.duties(case) == {"investigate"}
    one.act(case, "notify", f"{DAY}T08:10", ICO, reasons="stated")
    assert one.duties(case) == {"screen"}
    body = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}
    one.act(case, "screen", f"{DAY}T08:20", SII, **body)
    assert one.duties(case) == {"hand_over"}
    assert one.refused(case, "hand_over_person", f"{DAY}T08:21", ICO) == "suspect_not_held"
    detained(one, DAY)
    assert one.refused(case, "hand_over_case", f"{DAY}T11:00", ICO) == "other_hand_over"
    one.act(case, "hand_over_person", f"{DAY}T11:00", ICO)
    assert one.stage(case) == "under_examination"
    assert one.duties(case) == {"examine"}


def test_no_detention_without_considering_sponsorship() -> None:
    """One decision between Sponsorship and detention (39(2)); with neither the investigation goes on."""
    one = desk()
    case = investigated(one, DAY)
    one.act(case, "notify", DAY, ICO, reasons="stated")
    body = {"outcome": "detention", "sponsorship_considered": False, "reasons": "stated"}
    assert one.refused(case, "screen", DAY, SII, **body) == "sponsorship_not_considered"
    one.act(case, "screen", DAY, SII, **(body | {"outcome": "nothing"}))
    assert one.stage(case) == "investigated"


def test_an_investigation_may_be_closed() -> None:
    """Where the suspicion does not hold the case is closed."""
    one = desk()
    case = investigated(one, DAY)
    one.act(case, "close_investigation", DAY, ICO, reasons="stated")
    assert one.stage(case) == "investigation_closed"
    assert one.refused(case, "notify", DAY, ICO, reasons="stated") == "wrong_stage"


@pytest.mark.parametrize(
    ("suspicion", "code"),
    [
        (
            {"grounds": [{"ground": "24(iv)(i)", "since": "2025-01-07"}], "trafficking_victim": True},
            "trafficking_victim",
        ),
        ({"grounds": [{"ground": "24(iv)(ro)", "since": "2025-06-01"}]}, "day_to_come"),
        ({"grounds": [{"ground": "24(i)", "since": "2025-01-07"}] * 2}, "ground_named_twice"),
    ],
)
def test_an_investigation_needs_a_ground_that_can_apply(suspicion: dict[str, Any], code: str) -> None:
    """A victim of trafficking, a day to come, a ground named twice: refused with the article."""
    one = desk()
    filed = one.send(Kind.OPEN, "Deportation", "", "investigate", DAY, ICO, SUSPICION | suspicion)
    assert filed.refusal is not None
    assert filed.refusal.code == code
    assert filed.refusal.reasons[0].basis


def test_the_departure_order_route_takes_the_place_of_the_notice() -> None:
    """Passed to the inspector without notice or screening (75); found eligible, departure is to be ordered."""
    one = desk()
    case = investigated(one, DAY)
    route = {"assessment": ELIGIBLE, "reasons": "stated"}
    assert one.refused(case, "pass_for_departure_order", DAY, ICO, **route) == "no_appearance_or_declaration"
    one.act(case, "declare_wish_to_leave", DAY, ICO)
    one.act(case, "pass_for_departure_order", DAY, ICO, **route)
    assert one.refused(case, "notify", DAY, ICO, reasons="stated") == "wrong_stage"
    one.act(case, "find_eligible", DAY, INSPECTOR, **route)
    assert one.stage(case) == "departure_order_due"
    assert one.duties(position(one).of("DepartureOrder")[0].id) == {"order_departure"}
    assert "DepartureOrderDue" in one.fact_kinds()


def test_nobody_who_left_is_investigated() -> None:
    """24, 27: who left Japan is investigated no more; who came back is kept anew first."""
    one = desk()
    one.act(circumstances(one), "record_departure", DAY, INSPECTOR, on=DAY)
    filed = one.send(Kind.OPEN, "Deportation", "", "investigate", "2025-05-13", ICO, SUSPICION)
    assert filed.refusal is not None
    assert filed.refusal.code == "person_gone"
    one.open("Circumstances", "keep", "2025-05-14", INSPECTOR)
    one.open("Deportation", "investigate", "2025-05-15", ICO, **SUSPICION)


def test_who_came_before_the_investigation_is_eligible_by_the_other_track() -> None:
    """An appearance before the investigation began opens the same route (24-3(i)(i))."""
    one = desk()
    case = investigated(one, DAY, appeared_at="2025-05-09T10:00:00+09:00")
    one.act(case, "pass_for_departure_order", DAY, ICO, assessment=ELIGIBLE, reasons="stated")


def test_a_case_sent_back_goes_the_usual_way() -> None:
    """The inspector suspects deportability: the case goes back to the control officer (55-84(4))."""
    one = desk()
    case = investigated(one, DAY)
    one.act(case, "declare_wish_to_leave", DAY, ICO)
    one.act(case, "pass_for_departure_order", DAY, ICO, assessment=ELIGIBLE, reasons="stated")
    one.act(case, "send_back", DAY, INSPECTOR, reasons="stated")
    one.act(case, "notify", DAY, ICO, reasons="stated")


def test_an_eligible_person_is_not_found_deportable() -> None:
    """31: the departure order comes before the deportation order; what is not judged keeps the finding open."""
    one = desk()
    case = examined(one, DAY)
    one.act(case, "declare_wish_to_leave", f"{DAY}T09:00", INSPECTOR)
    unknown = one.refused(case, "find", DAY, INSPECTOR, **FOUND)
    assert unknown == "deported_or_ordered_before_not_on_record"
    eligible = FOUND | {"assessment": ELIGIBLE}
    assert one.refused(case, "find", DAY, INSPECTOR, **eligible) == "eligible_for_departure_order"
    one.act(case, "find", DAY, INSPECTOR, **(eligible | {"outcome": "departure_order"}))
    assert one.stage(case) == "departure_order_due"


def test_a_wish_told_before_the_notice_is_received_still_counts() -> None:
    """Found, not yet received: the wish to leave opens the departure order, and the notice is taken back."""
    one = desk()
    case = found(one, DAY)
    one.act(case, "declare_wish_to_leave", f"{DAY}T09:00", INSPECTOR)
    one.act(case, "find_eligible", f"{DAY}T10:00", INSPECTOR, assessment=ELIGIBLE, reasons="stated")
    notices = {notice.kind: notice.status for notice in one.register.case(case).notices}
    assert notices == {"finding_notice": "withdrawn", "wish_confirmation": "served"}
    assert one.stage(case) == "departure_order_due"


def test_no_item_of_article_24_means_release() -> None:
    """The inspector finds no ground: a certificate of release for who was detained, and the case is closed (47(1))."""
    one = desk()
    case = examined(one, DAY, "detention")
    one.act(case, "find", DAY, INSPECTOR, outcome="no_ground", reasons="stated")
    assert one.stage(case) == "not_deportable"
    assert [notice.kind for notice in one.register.case(case).notices] == ["certificate_of_release"]
    assert "FoundNotDeportable" in one.fact_kinds()


def test_a_finding_names_an_investigated_ground_and_tells_both_remedies() -> None:
    """30: the notice tells the hearing and special permission (47(4)); a ground nobody investigated is none."""
    one = desk()
    case = examined(one, DAY)
    assert one.refused(case, "find", DAY, INSPECTOR, **(FOUND | {"ground": "24(i)"})) == "ground_not_examined"
    assert one.refused(case, "find", DAY, INSPECTOR, **(FOUND | {"tells_hearing": False})) == "remedies_not_told"
    one.act(case, "find", DAY, INSPECTOR, **FOUND)
    assert one.stage(case) == "found"


def test_the_inspector_reports_a_crime_to_the_prosecutor() -> None:
    """63(4): the report is on record, and the examination goes on as before."""
    one = desk()
    case = examined(one, DAY)
    one.act(case, "report_crime", DAY, INSPECTOR, reasons="stated")
    assert "CrimeReported" in one.fact_kinds()
    assert one.stage(case) == "under_examination"


def test_a_finding_of_iv_ri_against_the_sentences_on_record_is_refused() -> None:
    """DT-16 row 1: sentences are on record and none is of more than a year; with one that is, the finding stands."""
    one = desk()
    case = examined(one, DAY, grounds=[{"ground": "24(iv)(ri)", "since": "2025-02-03"}])
    finding = FOUND | {"ground": "24(iv)(ri)"}
    assert one.refused(case, "find", DAY, INSPECTOR, **finding) == "no_sentence_of_more_than_a_year"
    long = {"final_on": "2025-02-03", "months": 18, "suspension": "none"}
    one.act(circumstances(one), "record_sentences", DAY, INSPECTOR, sentences=[long])
    one.act(case, "find", DAY, INSPECTOR, **finding)
    assert one.stage(case) == "found"


def beside_criminal_case(one: Desk) -> str:
    """A suspect on trial since April."""
    trial = {"kind": "criminal", "since": "2025-04-01"}
    one.act(circumstances(one), "record_proceedings", "2025-05-01", INSPECTOR, proceedings=[trial])
    case = investigated(one, DAY)
    one.act(case, "go_on_beside_criminal_case", f"{DAY}T08:10", ICO)
    return case


def test_beside_a_criminal_case_the_examination_begins_without_screening() -> None:
    """72: notice, screening and hand-over are no part of the procedure of 63(1); the inspector begins by himself."""
    one = desk()
    case = beside_criminal_case(one)
    assert one.refused(case, "notify", DAY, ICO, reasons="stated") == "no_part_beside_criminal_case"
    one.act(case, "begin_examination", DAY, INSPECTOR, reasons="stated")
    applied(one, case, DAY)
    one.act(case, "find", DAY, INSPECTOR, **FOUND)
    assert one.stage(case) == "found"


def test_beside_a_criminal_case_nobody_is_given_a_departure_order() -> None:
    """63(1) is for deportable persons only."""
    one = desk()
    case = beside_criminal_case(one)
    one.act(case, "declare_wish_to_leave", DAY, ICO)
    route = {"assessment": ELIGIBLE, "reasons": "stated"}
    assert one.refused(case, "pass_for_departure_order", DAY, ICO, **route) == "deportable_persons_only"


def test_the_way_beside_a_criminal_case_needs_proceedings_on_record() -> None:
    """Without proceedings, or with none on record, the ordinary way is taken."""
    one = desk()
    case = investigated(one, DAY)
    assert one.refused(case, "go_on_beside_criminal_case", DAY, ICO) == "proceedings_not_on_record"
    assert one.refused(case, "begin_examination", DAY, INSPECTOR, reasons="stated") == "hand_over_first"
    one.act(circumstances(one), "record_proceedings", DAY, INSPECTOR, proceedings=[])
    assert one.refused(case, "go_on_beside_criminal_case", DAY, ICO) == "no_criminal_proceedings"


def test_after_the_criminal_case_the_ordinary_way_is_open_again() -> None:
    """When the proceedings have ended, notice and screening are part of the procedure again."""
    one = desk()
    case = beside_criminal_case(one)
    over = {"kind": "criminal", "since": "2025-04-01", "until": "2025-05-31"}
    one.act(circumstances(one), "record_proceedings", "2025-06-02", INSPECTOR, proceedings=[over])
    one.act(case, "notify", "2025-06-02", ICO, reasons="stated")


@pytest.mark.parametrize("what", ["record_departure", "record_death"])
def test_departure_or_death_ends_the_case(what: str) -> None:
    """Who left or died is no suspect any more; also a departure order still due falls away."""
    one = desk()
    overstay = [{"ground": "24(vii)", "since": "2025-01-07"}]
    case, other = accepted(one, DAY), investigated(one, "2025-05-13", grounds=overstay)
    one.act(other, "declare_wish_to_leave", "2025-05-13", ICO)
    route = {"assessment": ELIGIBLE, "reasons": "stated"}
    one.act(other, "pass_for_departure_order", "2025-05-13", ICO, **route)
    one.act(other, "find_eligible", "2025-05-13", INSPECTOR, **route)
    one.act(circumstances(one), what, "2025-05-14", INSPECTOR, on="2025-05-14")
    assert one.stage(case) == "object_lost"
    assert one.duties(other) == set()
