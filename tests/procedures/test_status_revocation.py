"""The revocation of a status: from the facts to the service that ends the status, and what follows (22-4, 61-8-2)."""

from typing import Any

import pytest

from engine.command import Outcome
from tests.procedures.desk import FINAL, Desk, jst
from tests.procedures.sponsorship_story import decision as placing
from tests.procedures.status_story import (
    AT_HOME,
    CLERK,
    FACTS,
    HEAD,
    HELD,
    ICO,
    INACTIVE,
    INSPECTOR,
    MINISTER,
    NOTICE,
    STATUS,
    WITHOUT_PERIOD,
    arisen,
    circumstances,
    decision,
    desk,
    exposures,
    found,
    heard,
    notified,
    position,
    refused_opening,
    reported,
    revoked,
    served,
    status_less,
    stays_recorded,
)

ORDINARY = [ground for ground in FACTS if ground != "61-2-11(1)"]
POSTED: dict[str, Any] = {"address_unknown": True, "inquiries": "stated"}


@pytest.mark.parametrize("ground", ORDINARY)
def test_each_ground_ends_the_status_at_the_service(ground: str) -> None:
    """Revoked on 18 April, served on 21 April at 15:00: a status to the second before, none from then on."""
    one = desk()
    flight: dict[str, Any] = {"flight_suspected": False} if ground == "22-4(1)(v)" else {}
    case = served(one, ground, **flight)
    assert not status_less(one, "2025-04-21T14:59:59")
    assert status_less(one, "2025-04-21T15:00")
    without = ground in WITHOUT_PERIOD
    assert one.stage(case) == ("staying_on" if without else "departure_period")
    assert {"StatusRevoked", "StayRecorded"} <= set(one.fact_kinds())
    forms = {notice.kind: notice.status.value for notice in one.register.case(case).notices}
    assert forms["status_revocation" if without else "status_revocation_with_period"] == "served"


@pytest.mark.parametrize(
    ("ground", "changes", "item", "offence"),
    [
        ("22-4(1)(i)", {}, "24(ii-2)", "70(1)(iii)"),
        ("22-4(1)(ii)", {}, "24(ii-2)", "70(1)(iii)"),
        ("22-4(1)(v)", {"flight_suspected": True, "until": None}, "24(ii-3)", "70(1)(iii-2)"),
    ],
)
def test_without_a_period_the_ground_is_there_at_once(
    ground: str, changes: dict[str, Any], item: str, offence: str
) -> None:
    """Fraud, or flight under (v): served on 21 April, the item of Article 24 exists from that day."""
    one = desk()
    case = served(one, ground, **changes)
    assert (one.stage(case), arisen(one), exposures(one)) == ("staying_on", [(item, "2025-04-21")], [offence])
    assert "consider_investigation" in one.duties(case)


def test_beyond_the_period_the_ground_arises_and_not_before() -> None:
    """Until 16 May: on 16 May at 23:59 nothing, at 00:00 of the 17th 24(ii-4) and its exposure."""
    one = desk()
    case = served(one)
    assert one.stage(case, "2025-05-16T23:59:59") == "departure_period"
    assert one.stage(case, "2025-05-17T00:00") == "staying_on"
    one.register.let_lapse(one.person, jst("2025-05-17T00:00"))
    assert (arisen(one), exposures(one)) == ([("24(ii-4)", "2025-05-17")], ["70(1)(iii-3)"])


def test_who_leaves_within_the_period_falls_under_no_item() -> None:
    """Left on 16 May, recorded on that day."""
    one = desk()
    case = served(one)
    one.act(circumstances(one), "record_departure", "2025-05-16T20:00", INSPECTOR, on="2025-05-16")
    assert one.stage(case) == "left_in_time"
    assert (arisen(one), exposures(one)) == ([], [])


def test_a_departure_in_time_that_is_recorded_later_counts_from_its_day() -> None:
    """Left on 16 May, recorded on 20 May: the ground that seemed to have arisen never did."""
    one = desk()
    case = served(one)
    assert one.stage(case, "2025-05-20T09:00") == "staying_on"
    one.act(circumstances(one), "record_departure", "2025-05-20T09:00", INSPECTOR, on="2025-05-16")
    assert one.stage(case) == "left_in_time"
    assert one.fact_kinds()[-1] == "LeftInTime"
    assert not one.duties(case)


def test_a_departure_after_the_period_takes_the_object_away() -> None:
    """Left on 20 May, beyond the period."""
    one = desk()
    case = served(one)
    one.act(circumstances(one), "record_departure", "2025-05-20T09:00", INSPECTOR, on="2025-05-20")
    assert one.stage(case) == "object_lost"


def test_the_investigation_is_a_person_s_act_with_the_ground_known() -> None:
    """The control officer begins it: a deportation case on 24(ii-4) since 17 May opens, and this case is concluded."""
    one = desk()
    case = served(one)
    assert one.refused(case, "investigate", "2025-05-16", ICO, reasons="stated") == "no_ground_has_arisen"
    one.act(case, "investigate", "2025-05-19", ICO, reasons="stated")
    (deportation,) = position(one).of("Deportation")
    (ground,) = deportation.state.grounds
    assert (ground.ground.value, ground.since.isoformat()) == ("24(ii-4)", "2025-05-17")
    assert (one.stage(case), one.duties(case)) == ("concluded", set())


def test_an_investigation_opened_by_hand_is_the_same() -> None:
    """Deportation opened on the ground itself discharges the duty; on another ground it does not."""
    one = desk()
    case = served(one, "22-4(1)(i)")
    other: dict[str, Any] = {"grounds": [{"ground": "24(iv)(nu)", "since": "2025-01-07"}], "reasons": "stated"}
    one.open("Deportation", "investigate", "2025-04-22", ICO, **other)
    assert one.stage(case) == "staying_on"
    own: dict[str, Any] = {"grounds": [{"ground": "24(ii-2)", "since": "2025-04-21"}], "reasons": "stated"}
    one.open("Deportation", "investigate", "2025-04-23", ICO, **own)
    assert one.stage(case) == "concluded"


def test_while_the_period_runs_nobody_investigates_on_its_ground() -> None:
    """24(ii-4) does not exist before the period is over."""
    one = desk()
    served(one)
    body: dict[str, Any] = {"grounds": [{"ground": "24(ii-4)", "since": "2025-04-21"}], "reasons": "stated"}
    code, remedy = refused_opening(one, "Deportation", "investigate", "2025-05-16", ICO, **body)
    assert (code, bool(remedy)) == ("ground_has_not_arisen", True)
    own: dict[str, Any] = {"grounds": [{"ground": "24(ii-4)", "since": "2025-05-17"}], "reasons": "stated"}
    one.open("Deportation", "investigate", "2025-05-17", ICO, **own)


def test_a_control_officer_may_decline_with_reasons() -> None:
    """Article 24 says may: the duty is discharged, the ground stays on record."""
    one = desk()
    case = served(one, "22-4(1)(ii)")
    one.act(case, "decline_investigation", "2025-04-22", ICO, reasons="stated")
    assert (one.stage(case), arisen(one)) == ("concluded", [("24(ii-2)", "2025-04-21")])
    assert status_less(one, "2025-06-01")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"until": None}, "departure_period_missing"),
        ({"until": "2025-04-18"}, "departure_day_passed"),
        # 18 April, the first day not counted: day 30 is Sunday 18 May; 19 May is beyond it
        ({"until": "2025-05-19"}, "beyond_maximum"),
        ({"until": "2025-05-18"}, "closed_day"),
        ({"conditions": ["25-13(2)(i)"]}, "conditions_without_period"),
        ({"ground": "22-4(1)(iii)"}, "ground_not_in_the_notice"),
    ],
)
def test_what_a_revocation_needs(changes: dict[str, Any], code: str) -> None:
    """A period where the law sets one, within 30 days; conditions written out; a ground that was notified."""
    one = desk()
    case = heard(one)
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **decision(**changes)) == code


def test_fraud_gives_no_period_and_no_conditions() -> None:
    """(i) and (ii): a last day, and conditions without one, are refused."""
    one = desk()
    case = heard(one, "22-4(1)(i)")
    fraud = decision("22-4(1)(i)")
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **(fraud | {"until": "2025-05-16"})) == "no_departure_period"
    terms = {"conditions": ["25-13(2)(i)"], "content": "terms"}
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **(fraud | terms)) == "conditions_without_period"


def test_flight_is_judged_where_the_law_asks() -> None:
    """(v): not judged is refused; suspected with a period is refused; not suspected needs the period."""
    one = desk()
    case = heard(one, "22-4(1)(v)")
    body = decision("22-4(1)(v)")
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **body) == "flight_not_judged"
    assert (
        one.refused(case, "revoke", "2025-04-18", HEAD, **(body | {"flight_suspected": True})) == "no_departure_period"
    )
    not_suspected = body | {"flight_suspected": False, "until": None}
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **not_suspected) == "departure_period_missing"


def test_before_a_spouse_status_is_revoked_another_chance_is_considered() -> None:
    """22-5: without that consideration the revocation is refused."""
    one = desk()
    case = heard(one, "22-4(1)(vii)")
    body = decision("22-4(1)(vii)", other_status_considered=False)
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **body) == "other_status_not_considered"
    one.act(case, "revoke", "2025-04-18", HEAD, **(body | {"other_status_considered": True}))


def test_the_ground_is_asked_again_at_the_decision() -> None:
    """A just cause that showed at the hearing stands in the way; the person is told that nothing is revoked."""
    one = desk()
    case = heard(one)
    excused = FACTS[INACTIVE] | {"just_cause": True}
    one.act(case, "find_facts", "2025-04-17", INSPECTOR, ground=INACTIVE, reasons="stated", **excused)
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **decision()) == "no_just_cause_fails"
    one.act(case, "decide_not_to_revoke", "2025-04-18", HEAD, reasons="stated")
    assert one.duties(case) == {"tell_not_revoked"}
    one.act(case, "tell_not_revoked", "2025-04-21", CLERK)
    assert one.stage(case) == "not_revoked"
    assert not status_less(one, "2025-06-01")


def test_a_revocation_not_served_yet_takes_nothing() -> None:
    """Signed on 18 April: until the service the status stands, and it can be left at that."""
    one = desk()
    case = revoked(one)
    assert not status_less(one, "2025-05-30")
    one.act(case, "decide_not_to_revoke", "2025-05-30", HEAD, reasons="stated")
    statuses = {notice.kind: notice.status.value for notice in one.register.case(case).notices}
    assert statuses["status_revocation_with_period"] == "withdrawn"
    assert one.refused(case, "deliver", "2025-05-31", ICO, **AT_HOME) == "wrong_stage"


@pytest.mark.parametrize("stays", [[], [{"kind": "special_permanent_resident", "since": "2000-01-01"}]])
def test_only_a_status_of_residence_is_revoked(stays: list[dict[str, Any]]) -> None:
    """Neither nothing nor special permanent residence is a status of Table I or II."""
    one = desk(stays)
    body: dict[str, Any] = {"grounds": [INACTIVE], "facts": "stated"}
    got, remedy = refused_opening(one, "StatusRevocation", "report_facts", "2025-03-03", INSPECTOR, **body)
    assert (got, bool(remedy)) == ("no_status_of_residence", True)


def test_an_unknown_stay_and_the_old_permission_are_refused_with_what_to_do() -> None:
    """Nothing on record: put it on record. The special permission of the old law: that law (suppl. 5)."""
    unknown = Desk(desk().procedures)
    body: dict[str, Any] = {"grounds": [INACTIVE], "facts": "stated"}
    assert refused_opening(unknown, "StatusRevocation", "report_facts", "2025-03-03", INSPECTOR, **body) == (
        "stay_not_on_record",
        "Put the person's stay on record.",
    )
    old = body | {"from_old_special_permission": True}
    code, remedy = refused_opening(desk(), "StatusRevocation", "report_facts", "2025-03-03", INSPECTOR, **old)
    assert (code, "old law" in remedy) == ("old_special_permission", True)


def test_one_revocation_at_a_time() -> None:
    """A second case is refused while one is under way, and open again when that was dropped."""
    one = desk()
    case = reported(one)
    body: dict[str, Any] = {"grounds": ["22-4(1)(x)"], "facts": "stated"}
    code, _ = refused_opening(one, "StatusRevocation", "report_facts", "2025-03-04", INSPECTOR, **body)
    assert code == "status_revocation_under_way"
    one.act(case, "drop", "2025-03-05", HEAD, reasons="stated")
    assert one.stage(case) == "dropped"
    one.open("StatusRevocation", "report_facts", "2025-03-06", INSPECTOR, **body)


def test_the_facts_are_found_before_a_hearing_is_appointed() -> None:
    """A ground without facts, one that they deny, and one not reported go into no notice."""
    one = desk()
    case = reported(one)
    one.act(case, "inquire", "2025-03-03T10:00", ICO, bodies_asked=True, record="stated")
    notice = {"grounds": [INACTIVE], "in_good_time": True} | NOTICE
    assert one.refused(case, "appoint_hearing", "2025-03-10", HEAD, **notice) == "facts_not_found"
    active = FACTS[INACTIVE] | {"counts_from": "2025-02-28", "reasons": "stated", "ground": INACTIVE}
    one.act(case, "find_facts", "2025-03-04", INSPECTOR, **active)
    assert one.refused(case, "appoint_hearing", "2025-03-10", HEAD, **notice) == "period_over_fails"
    other = notice | {"grounds": ["22-4(1)(x)"]}
    assert one.refused(case, "appoint_hearing", "2025-03-10", HEAD, **other) == "ground_not_reported"
    wrong = {"ground": "22-4(1)(x)", "reasons": "stated"}
    assert one.refused(case, "find_facts", "2025-03-10", INSPECTOR, **wrong) == "ground_not_reported"


def test_a_judgment_that_waits_for_the_hearing_does_not_hold_up_the_notice() -> None:
    """Just cause not judged yet: the hearing is appointed for it, but nothing is revoked before it is judged."""
    one = desk()
    case = reported(one)
    open_facts = FACTS[INACTIVE] | {"just_cause": None}
    one.act(case, "find_facts", "2025-03-04", INSPECTOR, ground=INACTIVE, reasons="stated", **open_facts)
    one.act(case, "appoint_hearing", "2025-03-10", HEAD, grounds=[INACTIVE], in_good_time=True, **NOTICE)
    one.act(case, "deliver", "2025-03-11", INSPECTOR, **AT_HOME)
    one.act(case, "hear", "2025-04-15T10:30", INSPECTOR, **HELD)
    one.act(case, "report_hearing", "2025-04-16", INSPECTOR, opinion="stated", claims="stated")
    assert one.refused(case, "revoke", "2025-04-18", HEAD, **decision()) == "no_just_cause_not_on_record"


def test_only_the_minister_s_delegates_revoke() -> None:
    """An inspector hears and reports, and cannot revoke."""
    one = desk()
    case = heard(one)
    for by in (INSPECTOR, ICO, CLERK):
        assert one.refused(case, "revoke", "2025-04-18", by, **decision()) == "no_power"
    one.act(case, "revoke", "2025-04-18", MINISTER, **decision())


def test_a_court_s_annulment_gives_the_status_back() -> None:
    """Annulled by a final judgment: the status never ended, and no ground waits any more."""
    one = desk()
    case = served(one)
    one.act(case, "record_annulment", "2025-07-01", "registrar", **FINAL)
    assert one.stage(case) == "annulled"
    assert not status_less(one, "2025-07-01")
    assert "StatusRestored" in one.fact_kinds()


def test_a_stays_list_that_is_typed_again_does_not_bring_the_status_back() -> None:
    """The record says until 2027; the revocation stands beside it, and the fact says status-less."""
    one = desk()
    served(one)
    one.act(circumstances(one), "record_stays", "2025-05-07", INSPECTOR, stays=[STATUS])
    assert status_less(one, "2025-05-07")
    assert stays_recorded(one)[-1]
    later = {"kind": "status_of_residence", "since": "2025-06-02"}
    one.act(circumstances(one), "record_stays", "2025-06-02", INSPECTOR, stays=[STATUS, later])
    assert not status_less(one, "2025-06-02")


@pytest.mark.parametrize("event", ["record_departure", "record_death"])
@pytest.mark.parametrize("build", [reported, notified, heard, revoked])
def test_before_the_service_departure_and_death_end_it(event: str, build: Any) -> None:
    """Nothing was served: the case has no object."""
    one = desk()
    case = build(one)
    one.act(circumstances(one), event, "2025-05-01", "registrar", on="2025-05-01")
    assert (one.stage(case), one.duties(case)) == ("object_lost", set())


def test_death_within_the_period_ends_it() -> None:
    """No ground arises of somebody who died."""
    one = desk()
    case = served(one)
    one.act(circumstances(one), "record_death", "2025-05-01", "registrar", on="2025-05-01")
    assert (one.stage(case, "2025-06-01"), arisen(one)) == ("object_lost", [])


def test_a_service_entered_late_counts_from_its_day() -> None:
    """Delivered on 21 April, entered on 20 May: the period until 16 May is over, as if entered at once."""
    one = desk()
    case = revoked(one)
    filed = one.try_act(case, "deliver", "2025-04-21T15:00", ICO, "2025-05-20T09:00", **AT_HOME)
    assert filed.outcome is Outcome.FILED
    assert one.stage(case, "2025-05-20T09:00") == "staying_on"
    one.register.let_lapse(one.person, jst("2025-05-20T09:00"))
    assert arisen(one) == [("24(ii-4)", "2025-05-17")]


def test_nobody_is_exposed_by_staying_under_sponsorship() -> None:
    """44-2(10): while Sponsorship runs, staying on is not the remaining that 70(1)(iii-3) punishes."""
    one = desk()
    case = served(one)
    other: dict[str, Any] = {"grounds": [{"ground": "24(iv)(nu)", "since": "2025-01-07"}], "reasons": "stated"}
    deportation = one.open("Deportation", "investigate", "2025-04-22", ICO, **other)
    one.act(deportation, "notify", "2025-04-22T13:00", ICO, reasons="stated")
    screening = {"outcome": "sponsorship", "sponsorship_considered": True, "reasons": "stated"}
    one.act(deportation, "screen", "2025-04-22T14:00", "supervising_immigration_inspector", **screening)
    (sponsorship,) = position(one).of("Sponsorship")
    body = placing(notify_by="2025-07-22")
    one.act(sponsorship.id, "decide", "2025-04-22T15:00", "supervising_immigration_inspector", **body)
    one.register.let_lapse(one.person, jst("2025-05-17T00:00"))
    assert (one.stage(case), arisen(one), exposures(one)) == ("staying_on", [("24(ii-4)", "2025-05-17")], [])


def test_found_is_what_was_found() -> None:
    """Facts recorded twice: the later ones stand."""
    one = desk()
    case = found(one)
    one.act(case, "find_facts", "2025-03-05", INSPECTOR, ground=INACTIVE, reasons="stated", table_one=False)
    (kept,) = one.register.case(case).state.found
    assert (kept.table_one, kept.counts_from) == (False, None)
