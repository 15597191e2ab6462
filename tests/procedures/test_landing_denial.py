"""The denial of landing: determined when somebody leaves, told, corrected when facts come late, over to the day."""

from typing import Any

import pytest

from engine.command import Kind
from engine.landing import bars_on_record, landing_denied_until, landing_is_denied
from engine.soundness import faults
from law.finding import Answer
from law.landing_denial import Purpose
from tests.procedures.custody_story import desk, record
from tests.procedures.deportation_story import ELIGIBLE
from tests.procedures.desk import FINAL, Desk, jst
from tests.procedures.leaving_story import (
    CLERK,
    HEAD,
    ICO,
    INSPECTOR,
    LEFT_BEFORE,
    NEVER,
    SII,
    clocks,
    decided,
    denial,
    left,
    may_not_land,
    ordered,
    permitted,
    position,
    told,
)

VISITOR, OTHER = Purpose.TEMPORARY_VISITOR, Purpose.OTHER
CORRECTED: dict[str, Any] = {"reasons": "found out"}
JUDGMENT: dict[str, Any] = {
    "as_table_i_holder": True,
    "listed_crime": True,
    "imprisonment": True,
    "left_on": "2024-05-01",
    "abroad_when_final": True,
    "final_on": "2024-08-15",
    "judgment": "a court, a number",
}
REFUSED: dict[str, Any] = {"refused_on": "2024-02-29", "item": "5(1)(vi)", "reasons": "stated"}
RELIEF: dict[str, Any] = {"relief": "4-2(1)(ii)", "appropriate": True, "reasons": "weighed"}


def leaving(one: Desk, at: str, **body: Any) -> str:
    """A departure recorded by an officer; returns the denial."""
    return one.open("LandingDenial", "record_leaving", at, INSPECTOR, **(LEFT_BEFORE | body))


def gone(one: Desk, on: str) -> None:
    """The departure recorded in the person's circumstances."""
    record(one, "record_departure", on, INSPECTOR, on=on[:10])


def opening_refused(one: Desk, opening: str, at: str, by: str, **body: Any) -> str:
    """The code with which a denial is not put on record."""
    filed = one.send(Kind.OPEN, "LandingDenial", "", opening, at, by, body)
    assert filed.refusal is not None
    assert filed.refusal.reasons[0].basis
    return filed.refusal.code


def anew(one: Desk, at: str, by: str = INSPECTOR, **facts: Any) -> None:
    """The last denial determined anew by what was found out."""
    one.act(denial(one).id, "determine_anew", at, by, **(CORRECTED | facts))


def test_the_declaration_hangs_together() -> None:
    """No stage without a way in and out, no duty and notice unused."""
    assert faults(desk().procedures["LandingDenial"]) == ()


def test_leaving_by_oneself_without_a_permission_is_five_years_once_the_past_is_known() -> None:
    """Left on 10 April 2025 with an order in force; until somebody looks into earlier departures nothing is guessed."""
    one = ordered()
    gone(one, "2025-04-10")
    case = denial(one)
    assert (case.stage, one.duties(case.id), clocks(case)) == ("to_be_found", {"find_denial_facts"}, {})
    assert told(one, OTHER) == ("unknown", None)
    anew(one, "2025-04-11", before=False)
    case = denial(one)
    assert (case.stage, one.duties(case.id)) == ("denied", set())
    assert clocks(case) == {"denial_five_years": "2030-04-10"}
    assert told(one, OTHER) == told(one, VISITOR) == ("until", "2030-04-10")
    assert denial(one, "2030-04-10T23:59").stage == "denied"
    assert denial(one, "2030-04-11T00:00").stage == "over"


def test_what_an_officer_looked_into_for_the_finding_is_known() -> None:
    """The assessment of the deportation case says that there was no earlier departure: five years at once."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    assert clocks(denial(one)) == {"denial_five_years": "2030-04-10"}


def test_an_earlier_deportation_on_record_makes_it_ten_years() -> None:
    """Deported in 2012, deported again in 2025: ten years from the second day."""
    one = desk("2025-02-03")
    leaving(one, "2025-02-04", before=False)
    assert denial(one).stage == "over"
    again = ordered(one=one)
    gone(again, "2025-04-10")
    assert clocks(denial(again)) == {"denial_ten_years": "2035-04-10"}
    assert told(again, OTHER) == told(again, VISITOR) == ("until", "2035-04-10")


def test_an_earlier_deportation_proved_later_is_determined_anew_with_reasons() -> None:
    """Five years were determined; the file of 2012 turns up: a duty, and by an act ten years from the same day."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    second = denial(one).id
    leaving(one, "2026-01-15", before=False)
    assert one.duties(second) == {"determine_denial_anew"}
    assert one.refused(second, "determine_anew", "2026-01-16", INSPECTOR, before=False, reasons="r") == (
        "earlier_departure_on_record"
    )
    one.act(second, "determine_anew", "2026-01-16", INSPECTOR, before=True, reasons="the file of 2012")
    case = one.register.case(second)
    assert (case.stage, clocks(case), one.duties(second)) == ("denied", {"denial_ten_years": "2035-04-10"}, set())
    assert [notice.status for notice in case.notices] == ["withdrawn", "to_serve"]


def test_an_earlier_deportation_proved_when_the_five_years_are_over_brings_it_back() -> None:
    """Over on 11 April 2030; proved in 2031: denied again, through 10 April 2035."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    case = denial(one).id
    assert one.stage(case, "2030-04-11T00:00") == "over"
    one.act(case, "determine_anew", "2031-01-06", INSPECTOR, before=True, reasons="an older file")
    assert clocks(one.register.case(case)) == {"denial_ten_years": "2035-04-10"}
    one.act(case, "determine_anew", "2032-01-06", INSPECTOR, before=False, reasons="another person's file")
    assert one.stage(case) == "over"


def test_a_later_departure_is_no_earlier_one() -> None:
    """What came after owes nothing; a departure order never hangs on earlier departures."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    first = denial(one).id
    leaving(one, "2025-06-02", on="2025-05-01", leaving="departure_order", grounds=None, track="24-3(i)(ro)")
    second = denial(one).id
    assert (one.duties(first), one.duties(second)) == (set(), set())
    leaving(one, "2025-06-03", on="2010-05-01")
    assert (one.duties(first), one.duties(second)) == ({"determine_denial_anew"}, set())


@pytest.mark.parametrize(
    ("track", "expected"),
    [
        ("24-3(i)(i)", {"denial_one_year": "2025-07-10"}),
        ("24-3(i)(ro)", {"denial_one_year": "2025-07-10", "denial_five_years": "2029-07-10"}),
    ],
)
def test_a_departure_order_by_its_track(track: str, expected: dict[str, str]) -> None:
    """Left on 10 July 2024: one year; by track B five years as a Temporary Visitor, beside it."""
    one = desk("2024-07-01")
    leaving(one, "2024-07-11", on="2024-07-10", leaving="departure_order", grounds=None, track=track)
    assert clocks(denial(one)) == expected
    assert may_not_land(one, OTHER, "2025-07-10") is Answer.YES
    assert may_not_land(one, OTHER, "2025-07-11") is Answer.NO
    assert (may_not_land(one, VISITOR, "2025-07-11") is Answer.YES) is (len(expected) == 2)
    after = denial(one, "2025-07-11T00:00")
    assert after.stage == ("denied" if len(expected) == 2 else "over")
    assert denial(one, "2029-07-11T00:00").stage == "over"


def test_a_departure_order_of_unknown_track_runs_one_year_and_waits() -> None:
    """One clock runs for what is known; it may lapse while the track is still looked for."""
    one = desk("2024-07-01")
    leaving(one, "2024-07-11", on="2024-07-10", leaving="departure_order", grounds=None)
    assert (denial(one).stage, clocks(denial(one))) == ("to_be_found", {"denial_one_year": "2025-07-10"})
    assert denial(one, "2025-07-11T00:00").stage == "to_be_found"
    anew(one, "2025-08-01", track="24-3(i)(ro)")
    assert (denial(one).stage, clocks(denial(one))) == ("denied", {"denial_five_years": "2029-07-10"})


@pytest.mark.parametrize(("ground", "stage"), [("24(iv)(o)", "without_end"), ("24(iv-3)", "events_alone")])
def test_what_has_no_period(ground: str, stage: str) -> None:
    """24(iv)(o): without end; 24(iv-3) alone: no period of (ix). Both are told, and no clock runs."""
    one = ordered(ground=ground)
    gone(one, "2025-04-10")
    case = denial(one)
    assert (case.stage, clocks(case), [notice.kind for notice in case.notices]) == (stage, {}, ["landing_denial"])
    expected = Answer.YES if stage == "without_end" else Answer.NO
    assert landing_is_denied(position(one), OTHER, jst("2099-01-01")).value is expected
    assert one.refused(case.id, "set_aside", "2025-05-01", HEAD, **RELIEF) == "beyond_relief"


def test_a_decision_made_by_mistake_is_for_a_person() -> None:
    """One year decided for somebody deported in 2012, found out after leaving: asked, and decided either way (A-49)."""
    one = ordered()
    left(one, decided(one), "2025-04-10T10:00")
    assert clocks(denial(one)) == {"denial_one_year": "2026-04-10", "denial_five_years": "2030-04-10"}
    anew(one, "2025-06-02", before=True)
    case = denial(one)
    assert (case.stage, one.duties(case.id), clocks(case)) == ("to_be_weighed", {"weigh_mistaken_decision"}, {})
    assert may_not_land(one, OTHER, "2025-07-01") is Answer.ASK
    body = {"stands": True, "reasons": "weighed"}
    assert one.refused(case.id, "weigh_mistaken_decision", "2025-06-03", SII, **body) == "no_power"
    one.act(case.id, "weigh_mistaken_decision", "2025-06-03", HEAD, **body)
    assert clocks(denial(one)) == {"denial_one_year": "2026-04-10", "denial_ten_years": "2035-04-10"}


def test_a_decision_made_by_mistake_may_fall() -> None:
    """A person decides that it does not stand: ten years for every purpose."""
    one = ordered()
    left(one, decided(one), "2025-04-10T10:00")
    anew(one, "2025-06-02", before=True)
    one.act(denial(one).id, "weigh_mistaken_decision", "2025-06-03", HEAD, stands=False, reasons="weighed")
    assert clocks(denial(one)) == {"denial_ten_years": "2035-04-10"}


def test_landing_refused_for_drugs_or_weapons() -> None:
    """Refused on 29 February 2024: through 28 February 2025, for every purpose, whatever a departure would say."""
    one = desk("2024-02-28")
    case = one.open("LandingDenial", "record_refused_landing", "2024-03-01", INSPECTOR, **REFUSED)
    assert clocks(one.register.case(case)) == {"denial_one_year": "2025-02-28"}
    assert may_not_land(one, VISITOR, "2025-02-28") is Answer.YES
    assert may_not_land(one, VISITOR, "2025-03-01") is Answer.NO
    assert one.refused(case, "determine_anew", "2024-04-01", INSPECTOR, before=True, reasons="r") == (
        "denial_not_from_leaving"
    )


def test_a_judgment_that_became_final_abroad() -> None:
    """Final on 15 August 2024: five years from that day; a condition that is not on record refuses the entry."""
    one = desk("2024-08-20")
    unknown = JUDGMENT | {"abroad_when_final": None}
    assert opening_refused(one, "record_judgment_abroad", "2024-09-02", CLERK, **unknown) == (
        "not_abroad_when_final_not_on_record"
    )
    case = one.open("LandingDenial", "record_judgment_abroad", "2024-09-02", CLERK, **JUDGMENT)
    assert clocks(one.register.case(case)) == {"denial_five_years": "2029-08-15"}


def test_the_notice_reaches_the_person() -> None:
    """Served once; what is determined anew is told anew."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    case = denial(one).id
    told_on = {"received_on": "2025-04-12", "way": "post"}
    one.act(case, "certify_notice_received", "2025-04-14", CLERK, **told_on)
    assert one.register.case(case).state.told_on is not None
    assert one.refused(case, "certify_notice_received", "2025-04-15", CLERK, **told_on) == "no_notice_waits"
    anew(one, "2025-04-16", before=True)
    one.act(case, "certify_notice_received", "2025-04-20", CLERK, received_on="2025-04-19", way="post")
    assert [notice.status for notice in one.register.case(case).notices] == ["served", "served"]


def test_the_minister_sets_a_denial_aside() -> None:
    """5-2 with a certificate of eligibility: this ground alone denies no longer; the departure stays on record."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    case = denial(one).id
    refused = [RELIEF | {"appropriate": None}, RELIEF | {"relief": "4-2(1)(i)(to)"}]
    codes = [one.refused(case, "set_aside", "2028-04-03", HEAD, **body) for body in refused]
    assert codes == ["relief_not_appropriate", "no_status_for_relief"]
    assert one.refused(case, "set_aside", "2028-04-03", SII, **RELIEF) == "no_power"
    one.act(case, "set_aside", "2028-04-03", HEAD, **RELIEF)
    assert (one.stage(case), clocks(one.register.case(case))) == ("set_aside", {})
    assert may_not_land(one, VISITOR, "2028-04-03") is Answer.NO
    leaving(one, "2028-10-02", on="2028-09-01", grounds=["24(i)"])
    assert clocks(denial(one)) == {"denial_ten_years": "2038-09-01"}


def test_a_deportation_that_a_court_annulled_denies_nothing_and_counts_for_nothing() -> None:
    """The judgment is final: the denial falls, and the next deportation is a first one."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    case = denial(one).id
    assert one.refused(case, "record_annulment", "2025-07-14", CLERK, judgment="x") == "judgment_not_final"
    one.act(case, "record_annulment", "2025-07-14", CLERK, **FINAL)
    assert (one.stage(case), clocks(one.register.case(case))) == ("annulled", {})
    assert landing_is_denied(position(one), OTHER, jst("2025-07-15")).value is Answer.UNKNOWN
    leaving(one, "2026-10-01", on="2026-09-01", before=False)
    assert clocks(denial(one)) == {"denial_five_years": "2031-09-01"}


def test_the_same_departure_is_on_record_once() -> None:
    """And no officer may say that there was none before, where one is on record."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    twice = LEFT_BEFORE | {"on": "2025-04-10"}
    assert opening_refused(one, "record_leaving", "2025-05-01", INSPECTOR, **twice) == "departure_on_record"
    later = LEFT_BEFORE | {"on": "2025-04-20", "before": False}
    assert opening_refused(one, "record_leaving", "2025-05-01", INSPECTOR, **later) == "earlier_departure_on_record"
    to_come = LEFT_BEFORE | {"on": "2025-06-01"}
    assert opening_refused(one, "record_leaving", "2025-05-01", INSPECTOR, **to_come) == "day_to_come"
    assert one.refused(denial(one).id, "determine_anew", "2025-05-01", INSPECTOR, reasons="r") == "nothing_found_out"


def test_death_ends_it() -> None:
    """Nothing is told to anybody any more."""
    one = ordered(assessment=ELIGIBLE)
    gone(one, "2025-04-10")
    one.open("Circumstances", "keep", "2025-05-01", INSPECTOR)
    record(one, "record_death", "2025-05-02", INSPECTOR, on="2025-05-01")
    case = denial(one)
    assert (case.stage, clocks(case)) == ("died", {})
    assert [notice.status for notice in case.notices] == ["withdrawn"]


def test_the_bars_beside_are_shown_from_what_was_on_record() -> None:
    """A sentence of two years, and trafficking found: (iv) and (vii-2) beside the five years."""
    one = ordered(ground="24(iv)(ha)", kept="2025-02-03", assessment=NEVER)
    assert bars_on_record(position(one), jst("2025-04-02")) == ()
    sentence = {"final_on": "2024-03-01", "months": 24, "suspension": "none"}
    record(one, "record_sentences", "2025-04-03", INSPECTOR, sentences=[sentence])
    gone(one, "2025-04-10")
    found = bars_on_record(position(one), jst("2025-04-11"))
    assert [one.reasons[0].code for one in found] == ["sentenced_to_a_year", "trafficked_persons"]
    assert landing_denied_until(position(one), OTHER, jst("2025-04-11")) == jst("2030-04-10").date()


def test_a_removal_by_force_in_spite_of_a_decision_is_five_years() -> None:
    """Removed on 8 April though one year was decided for the 10th: (ha), for every purpose (D13)."""
    one = ordered(assessment=ELIGIBLE)
    own = decided(one)
    enforcement = position(one).of("Enforcement")[0].id
    one.act(enforcement, "record_removal_against_gate", "2025-04-08T10:00", ICO, reasons="an escort removed the person")
    assert one.stage(own) == "left_otherwise"
    assert clocks(denial(one)) == {"denial_five_years": "2030-04-08"}
    assert told(one, OTHER) == ("until", "2030-04-08")


def test_with_a_permission_and_no_decision_it_is_five_years() -> None:
    """The permission alone shortens nothing."""
    one = ordered(assessment=ELIGIBLE)
    left(one, permitted(one), "2025-04-10T10:00")
    assert clocks(denial(one)) == {"denial_five_years": "2030-04-10"}


def test_no_decision_of_one_year_beside_a_departure_order() -> None:
    """52(5) is for somebody with a deportation order: the contradiction is refused, whichever fact comes first."""
    body = LEFT_BEFORE | {"leaving": "departure_order", "own_expense_decision_kept": True}
    one = desk("2025-02-03")
    code = "decision_without_deportation_order"
    assert opening_refused(one, "record_leaving", "2025-02-04", INSPECTOR, **body) == code
    leaving(one, "2025-02-04", leaving="own_expense", own_expense_decision_kept=True)
    case = denial(one).id
    other_way = {"leaving": "departure_order", **CORRECTED}
    assert one.refused(case, "determine_anew", "2025-02-05", INSPECTOR, **other_way) == code
    anew(one, "2025-02-05", leaving="departure_order", own_expense_decision_kept=False, track="24-3(i)(ro)")
    assert told(one, VISITOR) == ("until", "2017-05-10")
