"""The gate never opens by mistake: whatever closes a row between authorisation and boarding keeps the person here."""

from collections.abc import Callable
from typing import Any

import pytest

from engine.command import Kind, Outcome
from engine.history import Recorded, drift, replay
from tests.procedures.deportation_story import ordered
from tests.procedures.desk import Desk, jst
from tests.procedures.removal_story import (
    BY,
    CLERK,
    COUNTRY,
    HEAD,
    ICO,
    INSPECTOR,
    NOTHING_ELSE,
    PLAN,
    SII,
    authorised,
    boarded,
    body_of,
    circumstances,
    codes,
    desk,
    do,
    facts,
    last,
    no_drift,
    number,
    pending,
    planned,
    refused,
    requested,
    stage,
)

Event = Callable[[Desk, str], None]


def court_stay(one: Desk, at: str) -> None:
    """A court orders a stay of removal."""
    since = jst(at).isoformat()
    one.act(circumstances(one), "record_court_stays", at, SII, stays=[{"scope": "removal", "since": since}])


def restriction(one: Desk, at: str) -> None:
    """A criminal court restricts travel."""
    restricted = [{"since": jst(at).isoformat()}]
    one.act(circumstances(one), "record_travel_restrictions", at, SII, restrictions=restricted)


def proceedings(one: Desk, at: str) -> None:
    """Criminal proceedings begin."""
    begun = [{"kind": "criminal", "since": "2025-06-09"}]
    one.act(circumstances(one), "record_proceedings", at, INSPECTOR, proceedings=begun)


def refusing_state(one: Desk, at: str) -> None:
    """The receiving state refuses."""
    body = {"destination": COUNTRY | {"accepts": False}, "reasons": "told by the embassy"}
    one.act(circumstances(one), "find_destination", at, SII, **body)


def fear(one: Desk, at: str) -> None:
    """Persecution is to be feared there."""
    body = {"destination": COUNTRY | {"persecution": True}, "reasons": "heard"}
    one.act(circumstances(one), "find_destination", at, SII, **body)


def unknown(one: Desk, at: str) -> None:
    """Whether the state receives the person is not known any more."""
    body = {"destination": COUNTRY | {"accepts": None}, "reasons": "the embassy asks again"}
    one.act(circumstances(one), "find_destination", at, SII, **body)


def application(one: Desk, at: str) -> None:
    """A first application for recognition."""
    one.open("RefugeeApplication", "file_application", at, CLERK, kind="refugee", material_came_with_it=False)


def told_again(one: Desk, at: str) -> None:
    """A lawyer who had asked turns out to have been told a week ago only: two months are owed."""
    one.act(circumstances(one), "tell_removal", at, ICO, notice={"told_on": "2025-06-02", "lawyer_asked": True})


ROWS: dict[str, Event] = {
    "suspensive_effect": application,
    "court_stay": court_stay,
    "criminal_proceedings": proceedings,
    "travel_restriction": restriction,
    "destination_not_allowed": refusing_state,
    "destination_not_allowed_not_on_record": unknown,
    "non_refoulement": fear,
    "notice_period": told_again,
}
"""Each row of DT-01 that can close between an authorisation and the boarding, by its code."""


@pytest.mark.parametrize("code", ROWS)
def test_a_row_that_closes_keeps_the_person_here(code: str) -> None:
    """Authorised at 10:00, closed at 10:04: nobody boards at 10:05, and no new authorisation is given."""
    one = authorised()
    ROWS[code](one, "2025-06-09T10:04")
    assert stage(one) == "planned"
    assert facts(one)[-1] == "AuthorisationVoided"
    assert refused(one, "board", "2025-06-09T10:05", plan=number(one)) == "wrong_stage"
    do(one, "request_removal", "2025-06-09T10:06", plan=number(one))
    filed = one.try_act(last(one), "authorise_removal", "2025-06-09T10:07", SII, plan=number(one))
    assert code in codes(filed)
    no_drift(one)


@pytest.mark.parametrize("code", ROWS)
def test_a_row_that_closes_takes_somebody_off_board(code: str) -> None:
    """On board at 10:05, closed at 10:30: the removal is to be stopped that day; who was taken off is here still."""
    one = boarded()
    ROWS[code](one, "2025-06-09T10:30")
    assert stage(one) == "on_board"
    assert "stop_removal" in one.duties(last(one))
    assert code in body_of(one, "RemovalToBeStopped").closed
    do(one, "record_failed_attempt", "2025-06-09T10:40", on="2025-06-09", end="stopped", reasons="taken off")
    assert stage(one) == "pending"
    assert one.duties(last(one)) == {"carry_out_order"}


def test_what_closes_and_opens_again_lets_the_removal_go_on() -> None:
    """A stay recorded by mistake and taken back before anybody was taken off: nothing is to be stopped any more."""
    one = boarded()
    court_stay(one, "2025-06-09T10:30")
    one.act(circumstances(one), "record_court_stays", "2025-06-09T10:35", SII, stays=[])
    assert "stop_removal" not in one.duties(last(one))
    assert facts(one)[-2:] == ["RemovalToBeStopped", "RemovalMayGoOn"]
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    assert "RemovedAgainstGate" not in facts(one)


@pytest.mark.parametrize(
    "without",
    ["record_court_stays", "record_proceedings", "record_travel_restrictions", "tell_removal", "show_order"],
)
def test_what_was_never_recorded_authorises_nothing(without: str) -> None:
    """Unknown is no: with one fact missing the gate stays closed; with it on record it opens."""
    one = pending(without=without)
    do(one, "plan_removal", "2025-06-04", **PLAN)
    do(one, "request_removal", "2025-06-09T09:30", plan=1)
    code = {
        "record_court_stays": "court_stay_not_on_record",
        "record_proceedings": "criminal_proceedings_not_on_record",
        "record_travel_restrictions": "travel_restriction_not_on_record",
        "tell_removal": "notice_period_not_on_record",
        "show_order": "order_not_shown",
    }[without]
    filed = one.try_act(last(one), "authorise_removal", "2025-06-09T10:00", SII, plan=1)
    assert codes(filed) == {code}


def test_every_closed_row_is_named() -> None:
    """Five rows closed: all five are grounds of the refusal, each with its article and remedy."""
    one = requested()
    for event in (court_stay, restriction, proceedings, application, fear):
        event(one, "2025-06-09T09:40")
    filed = one.try_act(last(one), "authorise_removal", "2025-06-09T10:00", SII, plan=number(one))
    assert codes(filed) == {
        "court_stay",
        "travel_restriction",
        "criminal_proceedings",
        "suspensive_effect",
        "non_refoulement",
    }


def test_any_new_fact_voids_an_authorisation() -> None:
    """Even one that closes nothing: what was authorised was the record as it was."""
    one = authorised()
    one.act(circumstances(one), "record_sentences", "2025-06-09T10:03", INSPECTOR, sentences=[])
    assert stage(one) == "planned"
    assert one.removal("2025-06-09T10:03")[0] == "yes"
    do(one, "request_removal", "2025-06-09T10:04", plan=1)
    do(one, "authorise_removal", "2025-06-09T10:05", by=SII, plan=1)
    do(one, "board", "2025-06-09T10:06", plan=1)


def test_time_alone_closes_the_gate_too() -> None:
    """Authorised at 23:55 on 14 May 2025; from midnight travel restrictions are asked for, and none is on record."""
    one = desk()
    deportation = ordered(one, "2025-05-12")
    one.act(deportation, "show_order", "2025-05-13T09:00", ICO)
    for name, body in NOTHING_ELSE.items():
        if name != "record_travel_restrictions":
            told = {"notice": {"told_on": "2025-05-13"}} if name == "tell_removal" else body
            one.act(circumstances(one), name, "2025-05-13T10:00", BY.get(name, SII), **told)
    do(one, "plan_removal", "2025-05-14T20:00", **(PLAN | {"departs_on": "2025-05-15"}))
    do(one, "request_removal", "2025-05-14T23:50", plan=1)
    do(one, "authorise_removal", "2025-05-14T23:55", by=SII, plan=1)
    assert stage(one, "2025-05-15T00:02") == "authorised"
    filed = one.try_act(last(one), "board", "2025-05-15T00:02", ICO, plan=1)
    assert codes(filed) == {"travel_restriction_not_on_record"}


def test_an_order_withdrawn_between_ends_it() -> None:
    """Withdrawn at 10:04: nothing is authorised and nothing is left to be carried out."""
    one = authorised()
    one.act(last(one, "Deportation"), "withdraw_order", "2025-06-09T10:04", SII, reasons="stated")
    assert stage(one) == "without_effect"
    assert facts(one)[-2:] == ["AuthorisationVoided", "EnforcementEnded"]
    assert refused(one, "board", "2025-06-09T10:05", plan=1) == "wrong_stage"


def test_a_grant_between_ends_it() -> None:
    """A status handed over at 10:04 covers the ground: no step is taken any more (61-2-9(1))."""
    one = planned()
    asked = one.open("AnApplication", "file", "2025-06-05", CLERK)
    one.act(asked, "hand_over_card", "2025-06-09T10:04", INSPECTOR)
    assert stage(one) == "without_effect"
    assert "WITHDRAW_ORDER".lower() in one.duties(last(one, "Deportation"))


def test_an_order_withdrawn_under_way_is_no_end_before_the_person_is_back() -> None:
    """On board when the order falls: first taken off, then there is nothing to carry out."""
    one = boarded()
    one.act(last(one, "Deportation"), "withdraw_order", "2025-06-09T10:30", SII, reasons="stated")
    assert stage(one) == "on_board"
    assert "stop_removal" in one.duties(last(one))
    do(one, "record_failed_attempt", "2025-06-09T10:40", on="2025-06-09", end="stopped", reasons="taken off")
    assert stage(one) == "without_effect"
    no_drift(one)


@pytest.mark.parametrize("event", [application, court_stay])
def test_a_removal_that_went_on_all_the_same_is_a_breach(event: Event) -> None:
    """Closed at 10:30, and the aircraft left at 11:40: a breach, with the rows and the instant, and the end of all."""
    one = boarded()
    event(one, "2025-06-09T10:30")
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    breach = body_of(one, "RemovedAgainstGate")
    assert (breach.at, breach.authorised) == (jst("2025-06-09T10:30"), True)
    assert set(breach.closed) <= {"suspensive_effect", "court_stay"}
    assert breach.closed
    assert stage(one) == "removed"
    assert one.register.case(last(one, "Deportation")).stage.closed


def test_a_removal_without_the_gate_is_a_breach_with_every_closed_row() -> None:
    """Removed without an authorisation while an application was pending: recorded whole, and it closes all."""
    one = planned()
    application(one, "2025-06-08")
    do(one, "record_removal_against_gate", "2025-06-09T10:00", reasons="put on board by mistake")
    breach = body_of(one, "RemovedAgainstGate")
    assert breach.closed == ("not_authorised", "suspensive_effect")
    assert (breach.at, breach.authorised) == (jst("2025-06-09T10:00"), False)
    assert stage(one) == "removed"
    assert one.register.case(circumstances(one)).stage.closed
    assert [one.stage(case.id) for case in _denials(one)] != []
    no_drift(one)


def _denials(one: Desk) -> list[Any]:
    return [case for case in one.register.dossier(one.person).cases.values() if case.procedure == "LandingDenial"]


def test_a_removal_after_the_order_fell_can_be_recorded() -> None:
    """The order withdrawn, the person removed all the same: a breach; that he or she left twice cannot be."""
    one = pending()
    one.act(last(one, "Deportation"), "withdraw_order", "2025-06-09T09:00", SII, reasons="stated")
    do(one, "record_removal_against_gate", "2025-06-09T10:00", reasons="nobody had told the escort")
    assert "no_order_in_force" in body_of(one, "RemovedAgainstGate").closed
    assert refused(one, "record_removal_against_gate", "2025-06-09T11:00", reasons="again") == "wrong_stage"
    gone = pending()
    gone.act(last(gone, "Deportation"), "withdraw_order", "2025-06-09T09:00", SII, reasons="stated")
    gone.act(circumstances(gone), "record_departure", "2025-06-09T10:00", INSPECTOR, on="2025-06-09")
    assert refused(gone, "record_removal_against_gate", "2025-06-09T11:00", reasons="again") == "left_already"


def test_a_departure_on_board_that_another_case_saw_is_a_removal() -> None:
    """The inspector at the port records the departure: removed under the order, and a breach where it was to stop."""
    one = boarded()
    one.act(circumstances(one), "record_departure", "2025-06-09T11:40", INSPECTOR, on="2025-06-09")
    assert stage(one) == "removed"
    assert "RemovedAgainstGate" not in facts(one)
    stopped = boarded()
    court_stay(stopped, "2025-06-09T10:30")
    stopped.act(circumstances(stopped), "record_departure", "2025-06-09T11:40", INSPECTOR, on="2025-06-09")
    breach = body_of(stopped, "RemovedAgainstGate")
    assert (breach.closed, breach.at) == (("court_stay",), jst("2025-06-09T10:30"))


def test_a_late_entry_that_makes_the_authorisation_fall_is_contested_and_holds_the_boarding() -> None:
    """Filed at 09:55, entered at 10:03: the entry is contested, the authorisation void, and nothing boards."""
    one = authorised()
    filed = one.send(*_application_of("2025-06-09T09:55", entered="2025-06-09T10:03"))
    assert filed.outcome is Outcome.CONTESTED
    assert stage(one) == "planned"
    do(one, "request_removal", "2025-06-09T10:04", plan=1)
    refusal = codes(one.try_act(last(one), "authorise_removal", "2025-06-09T10:05", SII, plan=1))
    assert "entry_contested" in refusal
    no_drift_but_contested(one)
    first = circumstances(one)
    one.resolve(first, filed.command, "2025-06-09T10:06", "upheld", by=HEAD)
    assert stage(one) == "requested"
    refusal = codes(one.try_act(last(one), "authorise_removal", "2025-06-09T10:07", SII, plan=1))
    assert refusal == {"suspensive_effect"}


def test_a_late_entry_after_the_boarding_takes_the_person_off() -> None:
    """Filed at 09:55, entered at 10:30 with the person on board: contested, and the removal is to be stopped."""
    one = boarded()
    filed = one.send(*_application_of("2025-06-09T09:55", entered="2025-06-09T10:30"))
    assert filed.outcome is Outcome.CONTESTED
    assert stage(one) == "on_board"
    assert "stop_removal" in one.duties(last(one))
    assert body_of(one, "RemovalToBeStopped").closed == ("entry_contested",)


def _application_of(at: str, entered: str) -> tuple[Any, ...]:
    body = {"kind": "refugee", "material_came_with_it": False}
    return (Kind.OPEN, "RefugeeApplication", "", "file_application", at, CLERK, body, entered)


def no_drift_but_contested(one: Desk) -> None:
    """What is on file is what its entries make of it, the contested one without effect."""
    on_file = one.register.dossier(one.person)
    life = replay(one.register.procedures, one.person, one.register.history(one.person), until=on_file.latest)
    assert drift(on_file, life) == ()


def test_a_late_entry_that_changes_nothing_voids_all_the_same() -> None:
    """Sentences of 09:50, entered at 10:03: no row closes, yet what was authorised is authorised no longer."""
    one = authorised()
    case = circumstances(one)
    filed = one.try_act(case, "record_sentences", "2025-06-09T09:50", INSPECTOR, "2025-06-09T10:03", sentences=[])
    assert (filed.outcome, filed.late) == (Outcome.FILED, True)
    assert stage(one) == "planned"
    assert facts(one)[-1] == "AuthorisationVoided"
    assert refused(one, "board", "2025-06-09T10:05", plan=1) == "wrong_stage"
    no_drift(one)


def test_a_correction_voids_too() -> None:
    """An entry of last week corrected at 10:03: the boarding needs a new authorisation."""
    one = authorised()
    case = circumstances(one)
    told = next(r.entry.id for r in one.register.history(one.person) if r.entry.command.act == "tell_removal")
    one.correct(case, told, "2025-06-09T10:03", body={"notice": {"told_on": "2025-06-02"}}, reason="typed wrongly")
    assert stage(one) == "planned"
    no_drift(one)


def test_a_boarding_after_a_late_entry_does_not_stand_in_any_replay() -> None:
    """Forged into the history, a boarding at 10:05 after an entry received at 10:03 is refused, and to be stopped."""
    one = authorised()
    case = circumstances(one)
    one.try_act(case, "record_sentences", "2025-06-09T09:50", INSPECTOR, "2025-06-09T10:03", sentences=[])
    history = one.register.history(one.person)
    authorisation = next(r for r in history if r.entry.command.act == "authorise_removal")
    ico = one.register.officers[ICO]
    command = authorisation.entry.command.model_copy(
        update={
            "id": "forged",
            "act": "board",
            "occurred_at": jst("2025-06-09T10:05"),
            "received_at": jst("2025-06-09T10:05"),
            "decided_by": ICO,
            "entered_by": ICO,
        }
    )
    recorded_at = history[-1].entry.recorded_at
    forged = authorisation.entry.model_copy(
        update={"command": command, "decider": ico, "enterer": ico, "recorded_at": recorded_at}
    )
    life = replay(one.procedures, one.person, [*history, Recorded(forged)], until=jst("2025-06-09T10:05"))
    assert life.refused["forged"].code == "wrong_stage"
    lived = life.dossier.cases[last(one)]
    assert (str(lived.stage), lived.state.stopped_by) == ("on_board", ("not_authorised",))


def test_an_entry_received_before_the_boarding_and_filed_after_it_is_contested() -> None:
    """Received at 10:03 and filed behind a boarding of 10:05: it is not lost, and the removal is to be stopped."""
    one = boarded()
    case = circumstances(one)
    filed = one.try_act(case, "record_sentences", "2025-06-09T10:03", INSPECTOR, sentences=[])
    assert (filed.outcome, filed.late) == (Outcome.CONTESTED, True)
    assert stage(one) == "on_board"
    assert "stop_removal" in one.duties(last(one))
