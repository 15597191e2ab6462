"""What acts, clocks, effects and openings promise."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from engine.case import Clock, ClockStatus
from engine.command import Command, Kind, Officer, Outcome
from engine.refusal import Defect
from law.clocks import HEARING_REQUEST, REVIEW_REQUEST
from law.competence import Role
from law.periods import JST
from tests.engine.toys import TOYS
from tests.procedures.desk import Desk, jst

CLERK, ADJUDICATOR, SUPERVISOR = "immigration_inspector", "minister", "supervising_immigration_inspector"


def desk() -> Desk:
    """A desk with the toys."""
    return Desk(TOYS)


def refused_petition(one: Desk, received_on: str = "2025-01-07") -> str:
    """A petition whose refusal was served."""
    case = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    one.act(case, "refuse", "2025-01-06", ADJUDICATOR, reasons="none")
    one.act(case, "certify", received_on, CLERK, received_on=received_on)
    return case


def clock(one: Desk, case: str, at: str | None = None) -> Clock:
    """The last clock of a case."""
    if at is None:
        return one.register.case(case).clocks[-1]
    return one.register.dossier(one.person, datetime.fromisoformat(at).replace(tzinfo=JST)).cases[case].clocks[-1]


def test_a_clock_ends_as_its_rule_counts() -> None:
    """What the kit computes is what the rule of law computes."""
    one = desk()
    case = refused_petition(one)
    assert clock(one, case).ends_at == REVIEW_REQUEST.ends(date(2025, 1, 7)).value


def test_silence_takes_effect_at_the_end_of_the_last_day() -> None:
    """At the first instant after the period the case has moved by itself, not an instant before."""
    one = desk()
    case = refused_petition(one)
    assert one.stage(case, "2025-01-14T23:59:59.999999") == "open"
    assert one.stage(case, "2025-01-15T00:00") == "final"


def test_an_act_after_the_end_finds_the_lapse_done_and_keeps_it() -> None:
    """An act that comes too late is refused, and the lapse it found stays filed."""
    one = desk()
    case = refused_petition(one)
    assert one.refused(case, "ask_review", "2025-01-15T00:00", CLERK) == "wrong_stage"
    assert one.stage(case) == "final"


def test_shelter_stops_the_window_and_its_end_gives_back_what_was_left() -> None:
    """A window stopped on its first counted day has all its days left when it goes on."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    one.act(expulsion, "notify", "2025-01-07", CLERK, received_on="2025-01-07")
    one.act(petition, "shelter", "2025-01-08", ADJUDICATOR, until="2025-02-20")
    stopped = clock(one, expulsion)
    assert (stopped.status, stopped.days_left, stopped.ends_at) == (ClockStatus.SUSPENDED, 3, None)
    one.act(petition, "withdraw", "2025-01-20", CLERK)
    going = clock(one, expulsion)
    assert (going.status, going.days_left, going.last_day) == (ClockStatus.RUNNING, None, date(2025, 1, 23))


def test_a_clock_never_gains_days_by_standing_still_again() -> None:
    """Stopped on the day of its start, and again on the day it went on, three days stay three."""
    one = desk()
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    first = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    one.act(expulsion, "notify", "2025-01-07T10:00", CLERK, received_on="2025-01-07")
    one.act(first, "shelter", "2025-01-07T11:00", ADJUDICATOR, until="2025-02-20")
    assert clock(one, expulsion).days_left == 3
    one.act(first, "withdraw", "2025-01-20T10:00", CLERK)
    second = one.open("Petition", "file_petition", "2025-01-20T11:00", CLERK)
    one.act(second, "shelter", "2025-01-20T12:00", ADJUDICATOR, until="2025-02-20")
    assert clock(one, expulsion).days_left == 3


def test_a_window_that_goes_on_at_midnight_counts_that_day() -> None:
    """When shelter runs out, the day that begins is the first that counts (Civil Code 140), and the end rolls."""
    one = desk()
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    one.act(expulsion, "notify", "2025-01-07", CLERK, received_on="2025-01-07")
    one.act(petition, "shelter", "2025-01-08", ADJUDICATOR, until="2025-02-20")
    going = clock(one, expulsion, "2025-02-21T00:00")
    assert going.unrolled == date(2025, 2, 23)
    assert going.last_day == date(2025, 2, 25)
    assert going.rule is HEARING_REQUEST


def test_an_act_moves_the_other_cases_in_its_own_instant_and_raises_each_once() -> None:
    """Effects of an act are filed with it: each case that changes gets one new version, the others none."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    idle = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    one.act(expulsion, "notify", "2025-01-07", CLERK, received_on="2025-01-07")
    before = {case: one.register.case(case).version for case in (petition, idle, expulsion)}
    filed = one.act(petition, "shelter", "2025-01-08", ADJUDICATOR, until="2025-02-20")
    after = {case: one.register.case(case).version for case in (petition, idle, expulsion)}
    assert after == {petition: before[petition] + 1, idle: before[idle], expulsion: before[expulsion] + 1}
    assert filed.version == after[petition]


def test_an_act_opens_another_case_under_the_same_office() -> None:
    """A case opened by an act of the Ministry belongs to the person's office; its id is no accident."""
    one, two = desk(), desk()
    for each in (one, two):
        petition = each.open("Petition", "file_petition", "2025-01-06", CLERK)
        each.act(petition, "shelter", "2025-01-08", ADJUDICATOR, until="2025-02-20")
    opened = [case for case in one.register.dossier(one.person).cases.values() if case.procedure == "Shelter"]
    assert [case.office for case in opened] == ["tokyo"]
    assert list(one.register.dossier(one.person).cases) == list(two.register.dossier(two.person).cases)


def test_an_effect_stands_on_its_own_article() -> None:
    """What a reaction records bears the reaction's basis, not that of the act that set it off."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    one.act(petition, "shelter", "2025-01-08", ADJUDICATOR, until="2025-02-20")
    one.act(petition, "withdraw", "2025-01-09", CLERK)
    ended = [fact for fact in one.register.facts(one.person) if fact.kind == "ShelterEnded"]
    assert [fact.occurred_at for fact in ended] == [datetime(2025, 1, 9, 12, tzinfo=JST)]


def test_a_refusal_leaves_nothing_behind() -> None:
    """An act refused after it had opened a case and moved others changes nothing."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    before = one.register.dossier(one.person)
    code = one.refused(petition, "shelter", "2025-01-08", ADJUDICATOR, until="2026-02-20")
    assert code == "beyond_maximum"
    assert one.register.dossier(one.person).cases == before.cases


def test_a_day_beyond_the_calendar_is_refused() -> None:
    """A period that no calendar holds is a refusal, not a fault."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    assert one.refused(petition, "shelter", "2025-01-08", ADJUDICATOR, until="9999-12-31") == "beyond_maximum"


def test_closing_a_case_ends_its_duties_and_stops_its_clocks() -> None:
    """A closed case owes nothing and waits for nothing."""
    one = desk()
    case = refused_petition(one)
    one.act(case, "withdraw", "2025-01-08", CLERK)
    closed = one.register.case(case)
    assert (closed.open_duties, closed.wakes_at) == ((), None)


def test_a_moved_clock_forgets_its_old_end() -> None:
    """After a renewal the old end passes without effect."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    one.act(petition, "shelter", "2025-01-08", ADJUDICATOR, until="2025-02-20")
    shelter = list(one.register.dossier(one.person).cases)[-1]
    one.act(shelter, "renew", "2025-02-01", ADJUDICATOR, until="2025-03-19")
    assert one.stage(shelter, "2025-03-01") == "running"
    assert one.stage(shelter, "2025-03-20T00:00") == "over"


def test_an_act_of_another_procedure_never_runs_on_a_case() -> None:
    """A command that names the wrong procedure finds no such case."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    filed = one.send(Kind.ACT, "Expulsion", petition, "drop", "2025-01-07", CLERK, {})
    assert filed.refusal is not None
    assert filed.refusal.code == "no_such_case"


def test_nothing_happened_before_there_was_the_act() -> None:
    """An opening in the year 1 is refused with its ground."""
    one = desk()
    filed = one.send(Kind.OPEN, "Petition", "", "file_petition", "0001-01-01T00:00+14:00", CLERK, {}, "2025-01-06")
    assert filed.refusal is not None
    assert filed.refusal.code == "before_the_law"


def test_a_malformed_body_is_told_by_field_and_never_echoed() -> None:
    """Neither values nor names that the sender made up come back."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    filed = one.try_act(petition, "refuse", "2025-01-07", ADJUDICATOR, reasons={"Yamada": 1}, Tanaka="Taro")
    assert filed.refusal is not None
    assert filed.refusal.type == "Malformed"
    assert "reasons" in filed.refusal.reasons[0].en
    for secret in ("Tanaka", "Taro", "Yamada"):
        assert secret not in filed.model_dump_json()


def test_a_decision_in_person_is_not_entered_by_another() -> None:
    """An act that is not done on paper is entered by who decides it; a clerk may enter the others."""
    one = desk()
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    codes = []
    for number, (act, body) in enumerate((("shelter", {"until": "2025-02-20"}), ("refuse", {"reasons": "none"}))):
        command = _command(one, petition, act, body, f"paper-{number}", decided_by=ADJUDICATOR, entered_by=CLERK)
        filed = one.register.file(command)
        codes.append(filed.refusal.code if filed.refusal else filed.outcome)
    assert codes == ["decider_enters_in_person", Outcome.FILED]


def test_a_decider_of_another_office_has_no_power_over_the_case() -> None:
    """A paper decided at another office is not entered here."""
    one = desk()
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    one.register.officers["osaka"] = Officer(id="osaka", office="osaka", roles=frozenset({Role.IMMIGRATION_INSPECTOR}))
    filed = one.register.file(_command(one, expulsion, "drop", {}, "paper", decided_by="osaka", entered_by=CLERK))
    assert filed.refusal is not None
    assert (filed.refusal.type, filed.refusal.code) == ("NoPower", "other_office")


def test_nobody_unverified_enters_an_act() -> None:
    """An unverified decider is recorded when a verified officer enters the act, and never enters it alone."""
    one = desk()
    expulsion = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    one.register.officers["old"] = Officer(id="old", office="tokyo", roles=frozenset(), verified=False)
    alone = one.register.file(_command(one, expulsion, "drop", {}, "alone", decided_by="old", entered_by="old"))
    assert alone.refusal is not None
    assert alone.refusal.code == "officer_not_verified"
    entered = one.register.file(_command(one, expulsion, "drop", {}, "entered", decided_by="old", entered_by=CLERK))
    assert entered.outcome is Outcome.FILED


def test_a_clock_that_no_lapse_is_declared_for_is_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that runs into nothing files nothing."""
    one = desk()
    case = refused_petition(one)
    declared = {rule: lapse for rule, lapse in TOYS["Petition"].lapses.items() if rule != REVIEW_REQUEST.name}
    monkeypatch.setitem(TOYS._by_name, "Petition", replace(TOYS["Petition"], lapses=declared))
    with pytest.raises(Defect, match="clock_without_lapse"):
        one.act(case, "withdraw", "2025-03-01", CLERK)
    assert one.stage(case) == "open"


def _command(one: Desk, case: str, act: str, body: dict[str, Any], command: str, **who: str) -> Command:
    at = jst("2025-01-08")
    return Command(
        id=command,
        kind=Kind.ACT,
        person=one.person,
        case=case,
        procedure=one.register.case(case).procedure,
        act=act,
        body=body,
        occurred_at=at,
        received_at=at,
        decided_by=who["decided_by"],
        entered_by=who["entered_by"],
    )
