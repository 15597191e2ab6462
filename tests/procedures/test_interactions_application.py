"""LAW 12.1 as a table: an application at every stage, for who has a status and who has none, and what it stops.

Each stage is met by each kind of application (DT-11). Compared is everything: where every case stands, its clocks,
duties and open acts, with the application and without it; what differs must stand in the row, and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from engine.command import Kind
from law.facts import Custody
from law.finding import Answer
from tests.procedures.custody_story import copy
from tests.procedures.deportation_story import FOUND, SIGNED
from tests.procedures.desk import Desk, jst
from tests.procedures.interaction_story import (
    CLERK,
    EXTENDED_UNTIL,
    HEAD,
    HELD_UNTIL,
    ICO,
    INSPECTOR,
    OLD,
    REVIEWED_ON,
    RI,
    SII,
    STAGES,
    Standing,
    apply,
    at_stage,
    cases,
    clocks,
    do,
    known,
    last,
    reach,
    recognise,
    refuse,
    standing,
    when,
    withdraw,
)
from tests.procedures.orders_story import NO_WILL
from tests.procedures.stay_story import NO_EXCLUSION, TERMS

YES, NO, ASK = Answer.YES, Answer.NO, Answer.ASK
EXAMINED_ON = {"health_examination": REVIEWED_ON}
REVIEWED = {"detention_review": REVIEWED_ON}
NOTIFIED, NOTIFIED_AFTER = {"notification": "2025-08-25"}, {"notification": "2025-08-29"}


@dataclass(frozen=True)
class Row:
    """A row of LAW 12.1.

    Args:
        deportation: column D: the stage at which the case stands before and after; "" = there is none.
        clocks: every clock that runs, with its last day; it runs on.
        custody: column C; it stays what it is.
        stay: column PSTAY possible?
        suspended: what stands still while removal is stopped, and the stage at which it stands.
        owed: what is owed then besides.
        voided: what any entry undoes, whether it stops removal or not.
    """

    deportation: str
    clocks: dict[str, str]
    custody: Custody
    stay: bool
    suspended: dict[str, str] = field(default_factory=dict)
    owed: dict[str, str] = field(default_factory=dict)
    voided: dict[str, str] = field(default_factory=dict)


HELD, UNDER_ORDER = Custody.DETAINED_DETENTION_ORDER, Custody.DETAINED_DEPORTATION_ORDER
SPONSORED, SPONSORED_AFTER = Custody.SPONSORED_BEFORE_ORDER, Custody.SPONSORED_AFTER_ORDER
ROWS: dict[str, Row] = {
    "before_investigation": Row("", {}, Custody.FREE, stay=True),
    # investigation, screening
    "investigated": Row("investigated", {}, Custody.FREE, stay=True),
    "notified": Row("notified", {}, Custody.FREE, stay=True),
    # detained under a detention order: C03, C04 run on
    "detained": Row("under_examination", {"detention_limit": HELD_UNTIL} | EXAMINED_ON, HELD, stay=True),
    "detention_extended": Row(
        "under_examination", {"detention_extension": EXTENDED_UNTIL} | EXAMINED_ON, HELD, stay=True
    ),
    "sponsored": Row("under_examination", NOTIFIED, SPONSORED, stay=True),
    # found deportable, windows running: C05, C06, C07 run on
    "open_to_hearing": Row("open_to_hearing", {"hearing_request": "2025-06-05"} | NOTIFIED, SPONSORED, stay=True),
    "open_to_objection": Row("open_to_objection", {"objection": "2025-06-05"} | NOTIFIED, SPONSORED, stay=True),
    "window": Row("window", {"special_permission_window": "2025-06-05"} | NOTIFIED, SPONSORED, stay=True),
    # the order stands; no provisional stay from here on (61-2-4(1)(ix))
    "ordered": Row("ordered", {}, Custody.FREE, stay=False),
    "detained_under_order": Row("ordered", REVIEWED | EXAMINED_ON, UNDER_ORDER, stay=False),
    "sponsored_after_order": Row("ordered", NOTIFIED_AFTER, SPONSORED_AFTER, stay=False),
    "released_under_order": Row(
        "ordered", {"provisional_release": "2025-08-29"}, Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER, stay=False
    ),
    "penal_order": Row(
        "ordered",
        NOTIFIED_AFTER | {"penal_order_period": "2025-06-30"},
        SPONSORED_AFTER,
        stay=False,
        suspended={"PenalOrder": "suspended"},
    ),
    "passport_order": Row(
        "ordered",
        NOTIFIED_AFTER | {"passport_order_period": "2025-06-30"},
        SPONSORED_AFTER,
        stay=False,
        suspended={"PassportOrder": "suspended"},
    ),
    # a ticket booked, the day before the flight; then at the gate, and on board
    "removal_planned": Row("ordered", REVIEWED | EXAMINED_ON, UNDER_ORDER, stay=False),
    "removal_authorised": Row(
        "ordered",
        REVIEWED | EXAMINED_ON | {"removal_authorisation": "2025-06-11"},
        UNDER_ORDER,
        stay=False,
        voided={"Enforcement": "planned"},
    ),
    "on_board": Row("ordered", REVIEWED | EXAMINED_ON, UNDER_ORDER, stay=False, owed={"Enforcement": "stop_removal"}),
    "own_expense": Row("ordered", NOTIFIED_AFTER, SPONSORED_AFTER, stay=False),
    # the procedure of 63(1)
    "beside_criminal_case": Row("under_examination", {}, Custody.CRIMINAL_CUSTODY, stay=True),
    "departure_order": Row("departure_order_due", {"departure_deadline": "2025-06-17"}, Custody.FREE, stay=True),
}
WITH_ORDER = frozenset(name for name, row in ROWS.items() if row.deportation == "ordered")


@dataclass(frozen=True)
class Filed:
    """A kind of application (DT-11).

    Args:
        earlier: how the earlier ones ended.
        file: what is filed at the stage.
        stops: whether it stops removal, of a status-less person.
        stops_holder: whether it does, of a holder of a status with an order, who counts as status-less (A-23).
    """

    earlier: tuple[str, ...]
    file: Callable[[Desk, str], None]
    stops: Answer
    stops_holder: Answer = YES


def bare(one: Desk, at: str) -> None:
    """An application without material."""
    apply(one, at)


def with_material(one: Desk, at: str) -> None:
    """An application with material that nobody has judged."""
    apply(one, at, material=True)


def judged(one: Desk, at: str, *, sufficient: bool) -> None:
    """An application with material that a person has judged."""
    body = {"sufficient": sufficient, "reasons": "read"}
    one.act(apply(one, at, material=True), "judge_material", at, HEAD, **body)


def for_protection(one: Desk, at: str) -> None:
    """An application for complementary protection alone."""
    apply(one, at, kind="complementary_protection")


def pending_again(one: Desk, at: str) -> None:
    """A court annuls the refusal of the last application: it is pending again, as of the day when it was filed."""
    judgment = {"judgment": "annuls it", "final_on": "2025-05-30", "served_on": "2025-05-15"}
    do(one, "RefugeeApplication", "record_annulment", at, CLERK, **judgment)


TWICE = ("refused", "refused")
APPLICATIONS: dict[str, Filed] = {
    "first": Filed((), bare, YES),
    "first_for_protection": Filed((), for_protection, YES),
    "second": Filed(("refused",), bare, YES),
    "third_without_material": Filed(TWICE, bare, NO, ASK),
    "third_with_material": Filed(TWICE, with_material, YES),
    "third_material_sufficient": Filed(TWICE, lambda one, at: judged(one, at, sufficient=True), YES),
    "third_material_insufficient": Filed(TWICE, lambda one, at: judged(one, at, sufficient=False), NO, ASK),
    "after_two_withdrawn": Filed(("withdrawn", "withdrawn"), bare, YES),
    "after_one_refused_one_withdrawn": Filed(("refused", "withdrawn"), bare, YES),
    "filed_before_2024_06_10": Filed((*TWICE, "refused"), pending_again, YES),
}
"""An application of a holder of a status is one of two "by the words, or not" (A-29): a person is asked."""


def test_the_table_has_every_stage() -> None:
    """No stage is reached without a row that says what an application does there."""
    assert set(ROWS) == set(STAGES)


def expected(row: Row, before: Standing, procedure: str, *, stops: bool) -> tuple[str, dict[str, str], frozenset[str]]:
    """Where a case stands after an application: as before, but for what the row says."""
    stage, running, owed, _ = before
    if procedure in row.voided:
        return row.voided[procedure], {}, owed
    if stops and procedure in row.suspended:
        return row.suspended[procedure], {}, owed
    if stops and procedure in row.owed:
        return stage, running, owed | {row.owed[procedure]}
    return stage, running, owed


OF_A_HOLDER = ("first", "third_without_material", "third_with_material", "filed_before_2024_06_10")


def people() -> list[Any]:
    """Every stage with every kind of application, and for a holder of a status with those that differ by it.

    Departure is ordered of nobody who holds a status (24-3(i)).
    """
    none = [(stage, kind, False) for stage in ROWS for kind in APPLICATIONS]
    holder = [(stage, kind, True) for stage in ROWS for kind in OF_A_HOLDER if stage != "departure_order"]
    there = [*none, *holder]
    return [pytest.param(*one, id="-".join((one[0], one[1], "holder" if one[2] else "none"))) for one in there]


@cache
def without(stage: str, earlier: tuple[str, ...], status: bool) -> dict[str, Standing]:
    """Where every case stands at a stage with no application; before it the gate is as open as it can be."""
    one, at = at_stage(stage, *earlier, status=status), when(stage)
    assert clocks(one, at) == ROWS[stage].clocks
    assert (one.removal(at)[0] == "yes") is (stage in WITH_ORDER)
    return standing(one, at)


@pytest.mark.parametrize(("stage", "kind", "status"), people())
def test_an_application_stops_what_its_row_says_and_nothing_else(stage: str, kind: str, status: bool) -> None:
    """LAW 12.1: D and C go on, clock by clock and act by act; removal stops unless DT-11 says off."""
    row, filed, at = ROWS[stage], APPLICATIONS[kind], when(stage)
    one = at_stage(stage, *filed.earlier, status=status)
    filed.file(one, at)
    stops = filed.stops if not status else filed.stops_holder if stage in WITH_ORDER else NO
    before, after = without(stage, filed.earlier, status), standing(one, at)
    for case, stood in before.items():
        procedure = one.register.case(case).procedure
        if procedure == "RefugeeApplication":
            continue
        found = expected(row, stood, procedure, stops=stops is not NO)
        assert after[case][:3] == found, procedure
        assert after[case][3] == stood[3] or found[:2] != stood[:2], f"open acts of {procedure}"
    assert cases(one).custody is row.custody
    assert [str(case.stage) for case in cases(one).of("Deportation")] == [row.deportation] * bool(row.deportation)
    assert stopped(one, at) is stops
    assert ("suspensive_effect" in one.removal(at)[1]) is (stops is YES)
    if stage in WITH_ORDER:
        assert one.removal(at)[0] == {YES: "no", ASK: "unknown", NO: "yes"}[stops]


def stopped(one: Desk, at: str) -> Answer:
    """Whether an application stops removal."""
    return cases(one, at).removal_stopped(jst(at)).value


def question(one: Desk, application: str, at: str) -> tuple[str, str]:
    """Provisional stay is asked for an application: its case, or the code with which the question is not opened."""
    answer = one.send(Kind.OPEN, "ProvisionalStay", "", "examine", at, RI, {"application": application})
    return answer.case, answer.refusal.code if answer.refusal is not None else ""


def let_stay(one: Desk, stay: str, at: str) -> None:
    """Provisional stay permitted until 28 November, and delivered."""
    one.act(stay, "find_exclusions", at, RI, **(NO_EXCLUSION | {"landed_on": "2025-05-01"}))
    one.act(stay, "permit", at, HEAD, last_day="2025-11-28", conditions=TERMS, content="terms")
    one.act(stay, "hand_over_permit", at, INSPECTOR)


@pytest.mark.parametrize("kind", ["first", "third_without_material"])
@pytest.mark.parametrize("stage", ROWS)
def test_provisional_stay_is_possible_until_the_order(stage: str, kind: str) -> None:
    """Column PSTAY: whatever DT-11 says of removal; never with an order (61-2-4(1)(ix)) or a status."""
    for status in (False, True):
        if status and stage == "departure_order":
            continue
        filed, at = APPLICATIONS[kind], when(stage)
        one = at_stage(stage, *filed.earlier, status=status)
        filed.file(one, at)
        _, code = question(one, last(one, "RefugeeApplication"), at)
        possible = ROWS[stage].stay and not status
        assert code == ("" if possible else "not_status_less" if ROWS[stage].stay else "deportation_order")


@pytest.mark.parametrize("stage", [name for name, row in ROWS.items() if row.stay])
def test_provisional_stay_stops_the_whole_procedure(stage: str) -> None:
    """61-2-9(2): its periods keep their days, no step is open, detention before the order ends; the rest goes on."""
    row, at = ROWS[stage], when(stage)
    one = at_stage(stage)
    stay, _ = question(one, apply(one, at), at)
    let_stay(one, stay, at)
    assert {"hearing_request", "objection", "special_permission_window"} & set(clocks(one, at)) == set()
    assert {"detention_limit", "detention_extension"} & set(clocks(one, at)) == set()
    for case, stood in standing(one, at).items():
        if one.register.case(case).procedure == "Deportation":
            assert stood[0] == row.deportation
            assert stood[3] <= {"record_decision_annulled"}
    held = cases(one, at).custody_held
    assert cases(one).custody is row.custody
    if row.custody is HELD:
        assert held is not None
        assert held.title is None
        assert "release_at_once" in one.duties(last(one, "Detention"))
    assert row.clocks.get("departure_deadline") == clocks(one, at).get("departure_deadline")
    assert row.clocks.get("notification") == clocks(one, at).get("notification")


@pytest.mark.parametrize("stage", ["open_to_hearing", "open_to_objection", "window"])
def test_after_provisional_stay_the_days_that_were_left_run(stage: str) -> None:
    """All three days were left on 2 June: revoked, the notice received on 7 July, they are 8, 9 and 10 July."""
    one, at = at_stage(stage), when(stage)
    stay, _ = question(one, apply(one, at), at)
    let_stay(one, stay, at)
    one.act(stay, "revoke", "2025-07-04", HEAD, conduct=["61-2-6(iii)"], reasons="stated")
    one.act(stay, "certify_revocation_received", "2025-07-07", CLERK, received_on="2025-07-07")
    assert set(clocks(one, "2025-07-07T13:00", "Deportation").values()) == {"2025-07-10"}
    assert stopped(one, "2025-07-07T13:00") is YES


# What a row says beyond stage and clock.


@pytest.mark.parametrize("kind", APPLICATIONS)
def test_an_authorisation_that_was_live_is_given_anew_only_where_removal_goes_on(kind: str) -> None:
    """52(3), 59: any entry voids it; asked anew, the gate answers by DT-11."""
    filed, at = APPLICATIONS[kind], when("removal_authorised")
    one = at_stage("removal_authorised", *filed.earlier)
    filed.file(one, at)
    do(one, "Enforcement", "request_removal", "2025-06-11T10:06", ICO, plan=1)
    answer = one.try_act(last(one, "Enforcement"), "authorise_removal", "2025-06-11T10:07", SII, plan=1)
    if filed.stops is NO:
        assert answer.refusal is None
        do(one, "Enforcement", "board", "2025-06-11T10:08", ICO, plan=1)
    else:
        assert answer.refusal is not None
        assert [each.code for each in answer.refusal.reasons] == ["suspensive_effect"]


@pytest.mark.parametrize("kind", APPLICATIONS)
def test_nobody_is_detained_for_a_removal_that_an_application_stops(kind: str) -> None:
    """12.1 sponsored-post: ground (i) of 52-4(2) has nothing to carry out; the other grounds are untouched."""
    filed, at = APPLICATIONS[kind], when("sponsored_after_order")
    one = at_stage("sponsored_after_order", *filed.earlier)
    filed.file(one, at)
    sponsorship = last(one, "Sponsorship")
    for_removal: dict[str, Any] = {"grounds": ["needed_for_removal"], "reasons": "stated"}
    answer = copy(one).try_act(sponsorship, "revoke", at, SII, **for_removal)
    assert (answer.refusal is None) is (filed.stops is NO)
    one.act(sponsorship, "revoke", at, SII, grounds=["condition_broken"], reasons="stated")


@pytest.mark.parametrize("kind", APPLICATIONS)
def test_leaving_at_own_expense_is_not_stopped(kind: str) -> None:
    """DT-01, last line: the block of row 3 does not cover leaving by oneself under 52(4)."""
    filed, at = APPLICATIONS[kind], when("own_expense")
    one = at_stage("own_expense", *filed.earlier)
    filed.file(one, at)
    do(one, "OwnExpenseDeparture", "confirm_departure", "2025-06-20T09:00", INSPECTOR, port="a port", transport="t")
    assert one.stage(last(one, "OwnExpenseDeparture")) == "left"
    assert one.stage(last(one, "Enforcement")) == "left"


@pytest.mark.parametrize(
    ("stage", "rule"), [("penal_order", "penal_order_period"), ("passport_order", "passport_order_period")]
)
def test_an_order_that_stood_still_goes_on_with_the_days_that_were_left(stage: str, rule: str) -> None:
    """A-09: until 30 June, 27 days were left on 3 June; withdrawn on 1 July, the 27th after it is 28 July."""
    one = at_stage(stage)
    application = apply(one, when(stage))
    withdraw(one, application, "2025-07-01")
    assert clocks(one, "2025-07-01T12:00")[rule] == "2025-07-28"


@pytest.mark.parametrize("earlier", [("refused", "refused", "pending"), ("pending",)])
def test_no_penal_order_and_no_passport_order_issues_while_an_application_stops_removal(
    earlier: tuple[str, ...],
) -> None:
    """A-40, A-07: a cause that is there already; the third of 7 June 2024 stops as the first does (suppl. 15(1))."""

    def begun() -> Desk:
        one = known(*earlier[:-1])
        apply(one, f"{OLD[0]}T09:00")
        return one

    one = reach("sponsored_after_order", begun)
    passport = {"acts": ["52(12)"], "last_day": "2025-06-30", "needed_for_removal": True, "period_reasonable": True}
    body = passport | {"reasons": "stated"}
    answer = one.send(Kind.OPEN, "PassportOrder", "", "command", "2025-06-03", SII, body)
    assert answer.refusal is not None
    assert answer.refusal.code == "removal_stopped_by_application"
    one.open("PenalOrder", "consider", "2025-06-03T13:00", SII)
    do(one, "PenalOrder", "record_declaration", "2025-06-03T13:10", ICO, on="2025-06-03", words="as recorded")
    do(one, "PenalOrder", "hear", "2025-06-03T13:20", SII, on="2025-06-03", opinion="as recorded")
    assert (
        one.refused(last(one, "PenalOrder"), "issue", "2025-06-03T14:00", SII, **NO_WILL)
        == "removal_stopped_by_application"
    )


def test_beside_a_criminal_case_the_order_meets_both_stops() -> None:
    """12.1, 63(1): the order issues beside a pending application; removal waits for it and for the trial (63(2))."""
    one = at_stage("beside_criminal_case")
    application = apply(one, when("beside_criminal_case"))
    order_beside_trial(one)
    at = "2025-06-03T13:00"
    assert cases(one).custody is Custody.CRIMINAL_CUSTODY
    assert {"criminal_proceedings", "suspensive_effect"} <= one.removal(at)[1]
    withdraw(one, application, "2025-06-04")
    assert "suspensive_effect" not in one.removal("2025-06-04T13:00")[1]
    assert "criminal_proceedings" in one.removal("2025-06-04T13:00")[1]


def order_beside_trial(one: Desk) -> None:
    """Found, accepted, and ordered out on 3 June."""
    day = "2025-06-03"
    do(one, "Deportation", "find", f"{day}T08:40", INSPECTOR, **FOUND)
    do(one, "Deportation", "certify_finding_received", f"{day}T09:00", CLERK, received_on=day)
    do(one, "Deportation", "accept_finding", f"{day}T10:00", SII, **SIGNED)
    do(one, "Deportation", "waive_special_permission", f"{day}T11:00", SII, **SIGNED)
    do(one, "Deportation", "issue_order", f"{day}T12:00", SII, destination="IR", reasons="stated")


def test_a_departure_order_that_is_missed_leads_to_a_case_whose_removal_is_stopped() -> None:
    """12.1, last row: the deadline passes with 17 June; 24(viii) is pursued, and the application stops its removal."""
    one = at_stage("departure_order")
    apply(one, when("departure_order"))
    at = "2025-06-18T00:00"
    assert one.stage(last(one, "DepartureOrder"), at) == "missed"
    pursued = cases(one, at).of("Deportation")[-1]
    assert (str(pursued.stage), [each.ground.value for each in pursued.state.grounds]) == ("investigated", ["24(viii)"])
    assert "suspensive_effect" in one.removal(at)[1]


@pytest.mark.parametrize("stage", sorted(WITH_ORDER))
@pytest.mark.parametrize(
    ("record", "body"),
    [
        ("record_sentences", {"sentences": [{"final_on": "2025-05-20", "months": 36, "suspension": "none"}]}),
        ("record_security_ground", {"applies": True, "reasons": "found"}),
    ],
    ids=["sentenced", "security"],
)
def test_the_exceptions_of_4_ii_leave_everything_as_it_was(stage: str, record: str, body: dict[str, Any]) -> None:
    """DT-11 rows 2 and 3: even a first application stops nothing; a penal order binds, a passport order runs on."""

    def begun() -> Desk:
        one = known()
        do(one, "Circumstances", record, "2025-05-30", INSPECTOR, **body)
        return one

    one, at = reach(stage, begun), when(stage)
    apply(one, at)
    assert stopped(one, at) is NO
    voided = ROWS[stage].voided
    assert clocks(one, at) == {
        k: v for k, v in ROWS[stage].clocks.items() if not voided or k != "removal_authorisation"
    }
    assert cases(one).custody is ROWS[stage].custody
    assert one.removal(at)[0] == "yes"


@pytest.mark.parametrize("stage", sorted(WITH_ORDER))
def test_a_recognised_person_waits_for_the_card_as_an_applicant(stage: str) -> None:
    """DT-01 row 3: recognised, but the card not handed over: still not final."""
    one, at = at_stage(stage), when(stage)
    recognise(one, apply(one, at), "2025-08-04")
    assert one.removal("2025-08-04T13:00")[0] == "no"
    assert "suspensive_effect" in one.removal("2025-08-04T13:00")[1]


@pytest.mark.parametrize("stage", sorted(WITH_ORDER))
def test_removal_is_open_again_when_a_refusal_is_final_and_its_margin_is_over(stage: str) -> None:
    """Received on Monday 7 July: 14 July, and ten days more (A-14): from 25 July 00:00 the gate is as it was."""
    one, at = at_stage(stage), when(stage)
    refuse(one, apply(one, at), "2025-07-04", "2025-07-07")
    assert stopped(one, "2025-07-14T23:59") is YES
    assert stopped(one, "2025-07-15T00:00") is NO
    assert one.removal("2025-07-24T23:59") == ("no", {"review_margin"})
    assert one.removal("2025-07-25T00:00")[0] == "yes"
