"""What late, corrected and contested entries promise."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from engine.command import Kind, Outcome
from engine.history import drift, replay
from engine.late import file_late
from engine.refusal import Defect
from law.periods import JST
from tests.engine.test_kit import ADJUDICATOR, CLERK, SUPERVISOR, desk, refused_petition
from tests.engine.toys import PetitionState
from tests.procedures.desk import Desk, jst


def ordered(one: Desk) -> tuple[str, str]:
    """A petition that waits, and an expulsion ordered in silence."""
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    one.act(expulsion, "notify", "2025-01-07", CLERK, received_on="2025-01-07")
    one.act(expulsion, "order", "2025-01-20", SUPERVISOR)
    return petition, expulsion


def late_shelter(one: Desk, petition: str) -> str:
    """Shelter of day 8, entered on the 21st; returns the entry."""
    filed = one.try_act(petition, "shelter", "2025-01-08", ADJUDICATOR, received="2025-01-21", until="2025-02-20")
    assert filed.outcome is Outcome.CONTESTED, filed.refusal
    return filed.command


def no_drift(one: Desk) -> None:
    """What is on file is what the entries make of it."""
    on_file = one.register.dossier(one.person)
    life = replay(one.register.procedures, one.person, one.register.history(one.person), until=on_file.latest)
    assert drift(on_file, life) == ()
    assert [*on_file.cases] == [*life.dossier.cases]


def test_a_late_act_undoes_the_lapse_that_it_prevented() -> None:
    """A request of day 5, entered after the lapse of day 8, takes its place before it: the lapse never happened."""
    one = desk()
    case = refused_petition(one)
    assert one.stage(case, "2025-01-16") == "final"
    one.register.let_lapse(one.person, jst("2025-01-15"))
    filed = one.try_act(case, "ask_review", "2025-01-10", CLERK, received="2025-01-16")
    assert (filed.outcome, filed.late, filed.stage) == (Outcome.FILED, True, "reviewed")
    assert "Ended" not in one.fact_kinds()
    no_drift(one)


def test_a_late_act_that_was_not_allowed_then_is_refused() -> None:
    """What the law did not allow on its day is not allowed by being late, and the lapses it found stay."""
    one = desk()
    case = refused_petition(one)
    one.register.let_lapse(one.person, jst("2025-01-15"))
    filed = one.try_act(case, "ask_review", "2025-01-06T11:00", CLERK, received="2025-01-16")
    assert filed.outcome is Outcome.REFUSED
    assert one.stage(case) == "final"


def test_a_late_act_with_the_version_that_was_read_is_not_stale_for_the_lapses_it_finds() -> None:
    """Lapses filed together with a late act do not make the caller's version old, and raise it once with the act."""
    one = desk()
    case = refused_petition(one)
    one.open("Expulsion", "suspect", "2025-01-14", CLERK)
    read = one.register.case(case).version
    dossier, history = one.register.dossier(one.person), one.register.history(one.person)
    entry = history[0].entry
    command = entry.command.model_copy(
        update={
            "id": "late",
            "kind": Kind.ACT,
            "case": case,
            "act": "ask_review",
            "occurred_at": jst("2025-01-10"),
            "received_at": jst("2025-01-16"),
            "expected_version": read,
        }
    )
    entry = entry.model_copy(update={"command": command, "recorded_at": jst("2025-01-16")})
    change = file_late(one.register.procedures, dossier, entry, history)
    assert change.filed is not None
    assert (change.filed.outcome, change.filed.version) == (Outcome.FILED, read + 1)
    assert change.lapsed == ()
    assert not [fact for fact in change.facts if fact.kind == "Lapsed"]


def test_a_true_event_that_makes_a_later_act_fall_is_filed_as_contested() -> None:
    """It is on file at once with what would fall, a duty is owed, nothing irreversible is done, clocks are held."""
    one = desk()
    petition, expulsion = ordered(one)
    late_shelter(one, petition)
    (mark,) = one.register.case(petition).contested
    assert len(mark.falls) == 1
    assert one.stage(expulsion) == "ordered"
    assert "resolve_contested" in one.duties(petition)
    assert all(case.held for case in one.register.dossier(one.person).cases.values())
    assert "entry_contested" in one.removal("2025-01-22")[1]
    no_drift(one)


def test_a_protective_clock_is_held_while_an_entry_is_contested_and_runs_out_when_it_is_resolved() -> None:
    """Silence takes nothing from a person whose record is in doubt; afterwards it does, at its own time."""
    one = desk()
    petition, _ = ordered(one)
    second = refused_petition_of(one, "2025-01-20")
    entry = late_shelter(one, petition)
    assert one.stage(second, "2025-02-10") == "open"
    one.resolve(petition, entry, "2025-02-10", "set_aside")
    assert one.stage(second) == "final"
    ended = [fact for fact in one.register.facts(one.person) if fact.case == second and fact.kind == "Ended"]
    assert [fact.occurred_at for fact in ended] == [datetime(2025, 1, 28, tzinfo=JST)]
    no_drift(one)


def refused_petition_of(one: Desk, day: str) -> str:
    """Another petition, refused and served on a day."""
    case = one.open("Petition", "file_petition", f"{day}T13:00", CLERK)
    one.act(case, "refuse", f"{day}T13:00", ADJUDICATOR, reasons="none")
    one.act(case, "certify", f"{day}T13:00", CLERK, received_on=day)
    return case


def test_what_was_filed_while_a_clock_was_held_stands_after_the_resolution() -> None:
    """A request received while the clock was held is not taken back when the contested entry is upheld."""
    one = desk()
    petition, _ = ordered(one)
    second = refused_petition_of(one, "2025-01-20")
    entry = late_shelter(one, petition)
    one.act(second, "ask_review", "2025-02-05", CLERK)
    one.resolve(petition, entry, "2025-02-10", "upheld")
    assert one.stage(second) == "reviewed"
    no_drift(one)


def test_an_upheld_entry_takes_effect_and_what_does_not_fit_falls_as_a_breach() -> None:
    """The order falls, the case it opened is no more, the window stands still, and the breach is named."""
    one = desk()
    petition, expulsion = ordered(one)
    watch = list(one.register.dossier(one.person).cases)[-1]
    entry = late_shelter(one, petition)
    filed = one.resolve(petition, entry, "2025-01-22", "upheld")
    assert filed.outcome is Outcome.FILED
    assert one.stage(expulsion) == "open_to_hearing"
    assert watch not in one.register.dossier(one.person).cases
    assert "EntryFell" in one.fact_kinds()
    assert one.register.case(petition).contested == ()
    assert not any(case.held for case in one.register.dossier(one.person).cases.values())
    no_drift(one)


def test_an_entry_set_aside_stays_without_effect() -> None:
    """It is on file, changes nothing, and is not decided on twice."""
    one = desk()
    petition, expulsion = ordered(one)
    entry = late_shelter(one, petition)
    one.resolve(petition, entry, "2025-01-22", "set_aside")
    assert one.stage(expulsion) == "ordered"
    again = one.resolve(petition, entry, "2025-01-23", "upheld")
    assert again.refusal is not None
    assert again.refusal.code == "not_contested"
    no_drift(one)


def test_a_resolution_is_never_contested_itself() -> None:
    """What was filed meanwhile and does not fit falls with the rest, and is named."""
    one = desk()
    petition, expulsion = ordered(one)
    entry = late_shelter(one, petition)
    one.act(expulsion, "drop", "2025-01-22", CLERK)
    third = one.open("Expulsion", "suspect", "2025-01-22", CLERK)
    one.act(third, "notify", "2025-01-23", CLERK, received_on="2025-01-23")
    filed = one.resolve(petition, entry, "2025-01-24", "upheld")
    assert filed.outcome is Outcome.FILED
    assert one.fact_kinds().count("EntryFell") == 2
    assert one.stage(third) == "found"
    no_drift(one)


def test_a_contested_opening_is_marked_at_a_case_that_exists_and_can_be_resolved_there() -> None:
    """An opening that makes a later act fall makes no case until it is upheld."""
    one = desk()
    _, expulsion = ordered(one)
    filed = one.send(
        Kind.OPEN, "Shelter", "", "begin_shelter", "2025-01-08", ADJUDICATOR, {"until": "2025-02-20"}, "2025-01-21"
    )
    assert (filed.outcome, filed.stage) == (Outcome.CONTESTED, None)
    home = next(case for case in one.register.dossier(one.person).cases.values() if case.contested)
    one.resolve(home.id, filed.command, "2025-01-22", "upheld")
    assert one.stage(filed.case) == "running"
    assert one.stage(expulsion) == "open_to_hearing"
    no_drift(one)


def test_a_late_opening_takes_its_place_in_the_order_of_opening() -> None:
    """Cases keep the order of opening, whatever the order of record."""
    one = desk()
    expulsion = one.open("Expulsion", "suspect", "2025-01-08", CLERK)
    filed = one.send(Kind.OPEN, "Petition", "", "file_petition", "2025-01-06", CLERK, {}, "2025-01-09")
    assert [*one.register.dossier(one.person).cases] == [filed.case, expulsion]
    no_drift(one)


def test_a_corrected_day_moves_the_clock_that_it_started() -> None:
    """A day typed wrongly is put right, and the end of the period with it."""
    one = desk()
    case = refused_petition(one)
    entry = one.register.history(one.person)[-1].entry.id
    one.correct(case, entry, "2025-01-08", body={"received_on": "2025-01-06"}, reason="typed wrongly")
    assert one.register.case(case).clocks[-1].last_day.isoformat() == "2025-01-14"
    no_drift(one)


def test_a_second_correction_keeps_the_first() -> None:
    """Correcting the instant after the body leaves the corrected body."""
    one = desk()
    case = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    entry = one.act(case, "refuse", "2025-01-07", ADJUDICATOR, reasons="none", weight=1).command
    one.correct(case, entry, "2025-01-08", body={"reasons": "some", "weight": 2}, reason="typed wrongly")
    one.correct(case, entry, "2025-01-09", occurred_at="2025-01-06T15:00:00+09:00", reason="typed wrongly")
    assert one.register.case(case).state.weight == 2
    no_drift(one)


def test_an_annulled_act_never_happened() -> None:
    """What it did is undone, and it cannot be corrected any more."""
    one = desk()
    case = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    entry = one.act(case, "refuse", "2025-01-07", ADJUDICATOR, reasons="none").command
    one.correct(case, entry, "2025-01-08", annul=True, reason="of another person")
    assert one.stage(case) == "examined"
    again = one.correct(case, entry, "2025-01-09", annul=True, reason="of another person")
    assert again.refusal is not None
    assert again.refusal.code == "no_such_entry"
    no_drift(one)


def test_the_body_of_an_opening_can_be_corrected_but_no_opening_annulled() -> None:
    """A case once opened stays; what its opening says can be put right."""
    one = desk()
    one.open("Petition", "file_petition", "2025-01-06", CLERK)
    case = one.open("Shelter", "begin_shelter", "2025-01-06", ADJUDICATOR, until="2025-02-20")
    entry = one.register.history(one.person)[-1].entry.id
    filed = one.correct(case, entry, "2025-01-07", annul=True, reason="no")
    assert filed.refusal is not None
    assert filed.refusal.code == "opening_stands"
    one.correct(case, entry, "2025-01-07", body={"until": "2025-03-19"}, reason="typed wrongly")
    assert one.stage(case, "2025-03-01") == "running"
    no_drift(one)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"reason": "says nothing"}, "malformed"),
        ({"annul": True, "body": {}, "reason": "says two things"}, "malformed"),
        ({"annul": "Tanaka", "reason": "x"}, "malformed"),
        ({"body": {"Tanaka": 1}, "reason": "x"}, "malformed"),
    ],
)
def test_a_malformed_correction_is_refused_without_an_echo(body: dict[str, Any], code: str) -> None:
    """A correction that cannot be read is malformed, and what was sent does not come back."""
    one = desk()
    case = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    entry = one.act(case, "refuse", "2025-01-07", ADJUDICATOR, reasons="none").command
    filed = one.correct(case, entry, "2025-01-08", **body)
    assert filed.refusal is not None
    assert filed.refusal.code == code
    assert "Tanaka" not in filed.model_dump_json()


def test_a_correction_names_the_case_of_its_entry() -> None:
    """An entry of another case is no entry of this one."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    entry = one.act(petition, "refuse", "2025-01-07", ADJUDICATOR, reasons="none").command
    filed = one.correct(expulsion, entry, "2025-01-08", annul=True, reason="no")
    assert filed.refusal is not None
    assert filed.refusal.code == "no_such_entry"


def test_ids_of_facts_never_return() -> None:
    """A fact made otherwise twice stands once, and every version of it had its own id."""
    one = desk()
    case = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    entry = one.act(case, "refuse", "2025-01-07", ADJUDICATOR, reasons="none", weight=1).command
    for weight in (2, 3, 1):
        one.correct(case, entry, "2025-01-08", body={"reasons": "none", "weight": weight}, reason="again")
    ids = [fact.id for fact in one.register._files[one.person].facts]
    assert len(ids) == len(set(ids))


def test_drift_is_a_defect_and_never_filed() -> None:
    """If the code of today makes the past otherwise, a late entry on it is refused as a fault of ours."""
    one = desk()
    case = refused_petition(one)
    entry = one.register.history(one.person)[-1].entry.id
    file = one.register._files[one.person]
    otherwise = replace(file.dossier.cases[case], state=PetitionState(weight=9))
    file.dossier = replace(file.dossier, cases={case: otherwise})
    with pytest.raises(Defect, match="drift"):
        one.correct(case, entry, "2025-01-08", body={"received_on": "2025-01-06"}, reason="typed wrongly")


def test_what_was_known_then_leaves_out_what_was_recorded_later() -> None:
    """As of a day, as known on another: a late request is missing from what was known before its entry."""
    one = desk()
    case = refused_petition(one)
    one.register.let_lapse(one.person, jst("2025-01-15"))
    one.try_act(case, "ask_review", "2025-01-10", CLERK, received="2025-01-16")
    history = one.register.history(one.person)
    then = replay(one.register.procedures, one.person, history, until=jst("2025-01-15"), known_on=jst("2025-01-15"))
    now = replay(one.register.procedures, one.person, history, until=jst("2025-01-15"))
    assert str(then.dossier.cases[case].stage) == "final"
    assert str(now.dossier.cases[case].stage) == "reviewed"


def test_entries_of_one_instant_are_judged_in_the_order_of_record() -> None:
    """Two acts of the same minute keep their order when the past is judged again."""
    one = desk()
    case = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    one.act(case, "refuse", "2025-01-06", ADJUDICATOR, reasons="none")
    one.act(case, "certify", "2025-01-06", CLERK, received_on="2025-01-06")
    assert one.register.dossier(one.person).latest == jst("2025-01-06")
    no_drift(one)
    assert one.register.history(one.person)[1].entry.recorded_at - jst("2025-01-06") < timedelta(seconds=1)
