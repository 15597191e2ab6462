"""Attacks on the gate by way of the record: corrections, late entries, entries that fall, equal instants, papers."""

from datetime import timedelta
from typing import Any

import pytest

from engine.command import Command, Entry, Filed, Kind, Officer, Outcome
from engine.filing import file_entry
from engine.history import drift, replay
from law.competence import Role
from tests.procedures import leaving_story
from tests.procedures.desk import Desk, jst
from tests.procedures.removal_story import (
    BOTH,
    CARRIER,
    CLERK,
    COUNTRY,
    HEAD,
    ICO,
    INSPECTOR,
    SII,
    authorised,
    boarded,
    body_of,
    circumstances,
    codes,
    do,
    facts,
    last,
    no_drift,
    planned,
    position,
    refused,
    requested,
    stage,
)

TAKEN_OFF: dict[str, Any] = {"on": "2025-06-09", "end": "stopped", "reasons": "taken off"}


def application(one: Desk, at: str, entered: str | None = None) -> Filed:
    """A first application for recognition, perhaps entered late."""
    body = {"kind": "refugee", "material_came_with_it": False}
    return one.send(Kind.OPEN, "RefugeeApplication", "", "file_application", at, CLERK, body, entered)


def entry(one: Desk, act: str) -> str:
    """The id of the last entry of an act."""
    return [each.entry.id for each in one.register.history(one.person) if each.entry.command.act == act][-1]


def upheld(one: Desk, contested: Filed, at: str) -> None:
    """A contested entry is upheld."""
    assert contested.outcome is Outcome.CONTESTED
    marked = next(case for case in position(one).cases.values() if case.contested)
    one.resolve(marked.id, contested.command, at, "upheld", by=HEAD)


def lived_again(one: Desk) -> None:
    """What is on file is what its entries make of it, those that fell included."""
    on_file = one.register.dossier(one.person)
    life = replay(one.procedures, one.person, one.register.history(one.person), until=on_file.latest)
    assert drift(on_file, life) == ()


@pytest.mark.parametrize(
    ("act", "to", "code"),
    [
        ("authorise_removal", "10:08", "in_the_future"),
        ("authorise_removal", "09:59", "not_entered_as_it_happens"),
        ("board", "10:08", "in_the_future"),
        ("board", "10:02", "not_entered_as_it_happens"),
    ],
)
def test_the_instant_of_an_authorisation_or_a_boarding_is_not_corrected(act: str, to: str, code: str) -> None:
    """An officer cannot say that it was given a few minutes later, and so open its ten minutes again; nor earlier."""
    one = boarded() if act == "board" else authorised()
    said = {"occurred_at": jst(f"2025-06-09T{to}").isoformat(), "reason": "typed wrongly"}
    assert codes(one.correct(last(one), entry(one, act), "2025-06-09T10:09", **said)) == {code}


def test_an_authorisation_is_not_corrected_to_another_plan() -> None:
    """It was given for one plan; that it was meant for another is a new authorisation."""
    one = authorised()
    given = entry(one, "authorise_removal")
    assert codes(one.correct(last(one), given, "2025-06-09T10:03", body={"plan": 2}, reason="x")) == {"not_this_plan"}


@pytest.mark.parametrize("act", ["request_removal", "plan_removal"])
def test_whoever_annuls_what_an_authorisation_rests_on_holds_the_boarding(act: str) -> None:
    """The request, or the plan, never was: contested, for the authorisation would fall, and nobody boards meanwhile."""
    one = authorised()
    filed = one.correct(last(one), entry(one, act), "2025-06-09T10:03", annul=True, reason="typed wrongly")
    assert filed.outcome is Outcome.CONTESTED
    assert refused(one, "board", "2025-06-09T10:04", plan=1) == "wrong_stage"
    no_drift(one)


def test_what_made_an_authorisation_fall_and_is_annulled_gives_none_back() -> None:
    """A stay of 10:03 was a mistake and is annulled at 10:04: the boarding needs a new authorisation all the same."""
    one = authorised()
    stays = [{"scope": "removal", "since": jst("2025-06-09T10:03").isoformat()}]
    kept = circumstances(one)
    one.act(kept, "record_court_stays", "2025-06-09T10:03", SII, stays=stays)
    one.correct(kept, entry(one, "record_court_stays"), "2025-06-09T10:04", annul=True, reason="another person's")
    assert one.removal("2025-06-09T10:05")[0] == "yes"
    assert refused(one, "board", "2025-06-09T10:05", plan=1) == "wrong_stage"
    no_drift(one)


def test_upheld_while_on_board_the_person_is_on_board_still_and_to_be_taken_back() -> None:
    """The boarding falls, nobody authorised it: the stop stays owed, and when taken off the person is here."""
    one = boarded()
    upheld(one, application(one, "2025-06-09T09:55", "2025-06-09T10:30"), "2025-06-09T10:35")
    assert (stage(one), "stop_removal" in one.duties(last(one))) == ("on_board", True)
    assert body_of(one, "RemovalToBeStopped").closed == ("not_authorised", "suspensive_effect")
    lived_again(one)
    do(one, "record_failed_attempt", "2025-06-09T10:40", **TAKEN_OFF)
    assert (stage(one), one.duties(last(one))) == ("pending", {"carry_out_order"})
    lived_again(one)


def test_an_unauthorised_boarding_never_goes_on() -> None:
    """The authorisation was annulled, every row is open: the person is taken back, or the removal is a breach."""
    one = boarded()
    filed = one.correct(last(one), entry(one, "authorise_removal"), "2025-06-09T10:30", annul=True, reason="forged")
    upheld(one, filed, "2025-06-09T10:35")
    assert one.removal("2025-06-09T10:36")[0] == "yes"
    one.act(circumstances(one), "record_sentences", "2025-06-09T10:40", INSPECTOR, sentences=[])
    assert (stage(one), "stop_removal" in one.duties(last(one))) == ("on_board", True)
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    breach = body_of(one, "RemovedAgainstGate")
    assert (breach.closed, breach.at, breach.authorised) == (("not_authorised",), jst("2025-06-09T10:05"), False)


def test_upheld_after_the_removal_the_person_has_left_all_the_same() -> None:
    """An application of 09:55 found at 12:30: the departure is not undone, it proves to be a breach."""
    one = boarded()
    do(one, "record_removed", "2025-06-09T11:40", on="2025-06-09")
    denial = last(one, "LandingDenial")
    upheld(one, application(one, "2025-06-09T09:55", "2025-06-09T12:30"), "2025-06-09T12:35")
    assert (stage(one), one.stage(circumstances(one)), last(one, "LandingDenial")) == ("removed", "ended", denial)
    breach = body_of(one, "RemovedAgainstGate")
    assert (breach.closed, breach.authorised) == (("not_authorised", "suspensive_effect"), False)
    assert {"EntryFell", "RemovedAgainstGate"} <= set(one.fact_kinds())
    lived_again(one)


def test_upheld_while_with_the_carrier_the_person_is_taken_back_from_it() -> None:
    """The hand-over falls: the carrier has the person still, with paper 64, and the removal is to be stopped."""
    one = authorised(**CARRIER)
    do(one, "hand_over_to_carrier", "2025-06-09T10:05", plan=1)
    upheld(one, application(one, "2025-06-09T09:55", "2025-06-09T10:30"), "2025-06-09T10:35")
    assert (stage(one), one.duties(last(one))) == ("with_carrier", {"follow_carrier", "stop_removal"})
    do(one, "record_carrier_failure", "2025-06-09T10:40", reasons="taken back")
    assert stage(one) == "pending"
    lived_again(one)


def test_upheld_against_the_plan_itself_the_person_is_on_board_without_one() -> None:
    """The destination was another country all along: plan, authorisation and boarding fall, the person does not."""
    one = boarded()
    other = {"destination": COUNTRY | {"country": "XB"}, "reasons": "looked into"}
    filed = one.correct(circumstances(one), entry(one, "find_destination"), "2025-06-09T10:30", body=other, reason="x")
    upheld(one, filed, "2025-06-09T10:35")
    assert (stage(one), "stop_removal" in one.duties(last(one))) == ("on_board", True)
    do(one, "record_failed_attempt", "2025-06-09T10:40", **TAKEN_OFF)
    assert stage(one) == "pending"
    lived_again(one)


def test_upheld_against_the_order_in_force_the_person_is_taken_back_first() -> None:
    """Withdrawn at 09:50, entered at 10:30: on board under no order, until the person was taken off."""
    one = boarded()
    ordered = last(one, "Deportation")
    filed = one.try_act(ordered, "withdraw_order", "2025-06-09T09:50", SII, "2025-06-09T10:30", reasons="stated")
    upheld(one, filed, "2025-06-09T10:35")
    assert (stage(one), "stop_removal" in one.duties(last(one))) == ("on_board", True)
    assert set(body_of(one, "RemovalToBeStopped").closed) == {"not_authorised", "no_order_in_force", "order_not_shown"}
    do(one, "record_failed_attempt", "2025-06-09T10:40", **TAKEN_OFF)
    assert stage(one) == "without_effect"
    lived_again(one)


def test_the_case_of_a_removal_under_way_does_not_vanish() -> None:
    """Without the acceptance no order had issued: that takes effect when the person is off board, and not before."""
    one = boarded()
    accepted, case = entry(one, "accept_finding"), last(one, "Deportation")
    filed = one.correct(case, accepted, "2025-06-09T10:30", annul=True, reason="never signed")
    refusal = codes(one.resolve(case, filed.command, "2025-06-09T10:35", "upheld", by=HEAD))
    assert refusal == {"removal_would_vanish"}
    assert (stage(one), "stop_removal" in one.duties(last(one))) == ("on_board", True)
    do(one, "record_failed_attempt", "2025-06-09T10:40", **TAKEN_OFF)
    one.resolve(case, filed.command, "2025-06-09T10:45", "upheld", by=HEAD)
    assert position(one).of("Enforcement") == ()
    lived_again(one)


def test_one_of_two_contested_entries_set_aside_lets_nobody_fly() -> None:
    """Both hold the removal; when the second is set aside too, it may go on."""
    one = boarded()
    first = application(one, "2025-06-09T09:55", "2025-06-09T10:30")
    second = one.try_act(circumstances(one), "record_sentences", "2025-06-09T10:03", INSPECTOR, sentences=[])
    assert (first.outcome, second.outcome) == (Outcome.CONTESTED, Outcome.CONTESTED)
    one.resolve(circumstances(one), first.command, "2025-06-09T10:35", "set_aside", by=HEAD)
    assert "stop_removal" in one.duties(last(one))
    one.resolve(circumstances(one), second.command, "2025-06-09T10:36", "set_aside", by=HEAD)
    assert "stop_removal" not in one.duties(last(one))
    assert facts(one)[-1] == "RemovalMayGoOn"
    no_drift(one)


def test_what_happens_in_the_very_microsecond_counts() -> None:
    """An application of the instant of the authorisation voids it; one of the instant of the boarding stops it."""
    one = authorised()
    application(one, "2025-06-09T10:00")
    assert stage(one) == "planned"
    gone = boarded()
    application(gone, "2025-06-09T10:05")
    assert (stage(gone), "stop_removal" in gone.duties(last(gone))) == ("on_board", True)
    no_drift(one)
    no_drift(gone)


def test_a_clock_that_runs_out_in_the_instant_of_the_boarding_comes_first() -> None:
    """A hold of exit control ends at 10:05:00 sharp: that is news, and the authorisation of 10:00 is void by then."""
    one = planned()
    own = leaving_story.permitted(one, "2025-06-05", "2025-06-09")
    hold = {"ground": "25-2(1)(ii)", "notified": True, "began_at": jst("2025-06-08T10:05").isoformat()}
    one.act(own, "hold_departure", "2025-06-08T10:10", INSPECTOR, **hold)
    authorised(one)
    assert refused(one, "board", "2025-06-09T10:05", plan=1) == "wrong_stage"
    assert facts(one)[-1] == "AuthorisationVoided"


def test_an_authorisation_holds_to_its_last_microsecond_and_no_longer() -> None:
    """Given at 10:00: it boards at 10:09:59.999999, and at 10:10 it is spent."""
    one = authorised()
    assert refused(one, "board", "2025-06-09T10:10", plan=1) == "wrong_stage"
    in_time = authorised()
    do(in_time, "board", "2025-06-09T10:09:59.999999", plan=1)


@pytest.mark.parametrize(("act", "by"), [("authorise_removal", SII), ("board", ICO)])
def test_what_was_overtaken_on_its_way_is_not_filed(act: str, by: str) -> None:
    """Received before an application and filed behind it: the answer is no, for the record is another one now."""
    one = requested() if act == "authorise_removal" else authorised()
    application(one, "2025-06-09T10:07")
    filed = one.try_act(last(one), act, "2025-06-09T10:05", by, plan=1)
    assert codes(filed) == {"overtaken"}
    assert stage(one) == ("requested" if act == "authorise_removal" else "planned")


@pytest.mark.parametrize(("minutes", "answer"), [(4, None), (5, "on_file_too_late")])
def test_a_boarding_that_reaches_the_file_after_ten_minutes_is_none(minutes: int, answer: str | None) -> None:
    """Authorised at 10:00, sent at 10:05 and on file at 10:09 or, the register having been away, at 10:10."""
    one = authorised()
    command = _command(one, ICO, ICO)
    officer, recorded_at = one.register.officers[ICO], command.received_at + timedelta(minutes=minutes)
    entered = Entry(command=command, decider=officer, enterer=officer, recorded_at=recorded_at)
    filed = file_entry(one.procedures, one.register.dossier(one.person), entered).filed
    assert filed is not None
    assert (filed.refusal.code if filed.refusal else None) == answer


@pytest.mark.parametrize(
    ("decided_by", "entered_by", "code"),
    [
        (ICO, CLERK, "decider_enters_in_person"),
        ("somewhere_else", "importer", "decider_enters_in_person"),
        ("importer", "importer", "no_power"),
        ("somewhere_else", "somewhere_else", "officer_not_verified"),
    ],
)
def test_nobody_boards_on_paper_or_by_an_import(decided_by: str, entered_by: str, code: str) -> None:
    """Neither a clerk for an officer, nor a service account, nor a decider of whom nothing is on file."""
    one = authorised()
    one.register.officers["importer"] = Officer(id="importer", office="tokyo", roles=frozenset({Role.REGISTRAR}))
    one.register.officers["somewhere_else"] = Officer(
        id="somewhere_else", office="tokyo", roles=frozenset({Role.IMMIGRATION_CONTROL_OFFICER}), verified=False
    )
    filed = one.register.file(_command(one, decided_by, entered_by))
    assert filed.refusal is not None
    assert (filed.refusal.type, filed.refusal.reasons[0].code) == ("NoPower", code)
    assert stage(one) == "authorised"


def test_who_holds_both_powers_requests_and_does_not_authorise() -> None:
    """Two officers answer for a removal, whatever roles one of them holds."""
    one = planned()
    do(one, "request_removal", "2025-06-09T09:30", BOTH, plan=1)
    assert refused(one, "authorise_removal", "2025-06-09T10:00", BOTH, plan=1) == "same_officer"


def _command(one: Desk, decided_by: str, entered_by: str) -> Command:
    at = jst("2025-06-09T10:05")
    return Command(
        id="sent",
        kind=Kind.ACT,
        person=one.person,
        case=last(one),
        procedure="Enforcement",
        act="board",
        body={"plan": 1},
        occurred_at=at,
        received_at=at,
        decided_by=decided_by,
        entered_by=entered_by,
    )
