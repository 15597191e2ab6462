"""The sample caseload: the same at every making, alive on every day, in the proportions of LAW §18, and nobody's."""

import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from engine.case import Case, ClockStatus
from engine.command import Outcome, RefusalSent
from engine.position import Dossier
from law.custody_clocks import HAND_OVER_LIMIT
from law.facts import Custody
from law.holidays import next_working_day
from law.periods import JST, legal_day
from register.importing import ImportedFile, Line, person_of, read_lines
from register.people import Name, NewPerson
from simulation import caseload as made
from simulation.caseload_courts import COURTS
from simulation.caseload_custody import CUSTODY, not_handed_over
from simulation.caseload_departure import DEPARTURE
from simulation.caseload_deportation import DEPORTATION, open_to_hearing, window
from simulation.caseload_orders import ORDERS
from simulation.caseload_permission import PERMISSION
from simulation.caseload_recognition import received
from simulation.caseload_removal import REMOVAL
from simulation.lives import Life
from tests.simulation.living import DAYS, live
from workflows.procedures import PROCEDURES

FILE = Path(__file__).parents[2] / "caseloads" / "tokyo-sample.jsonl"
SEED, PEOPLE = 20240610, made.WHOLE


@pytest.fixture(scope="module")
def files() -> list[ImportedFile]:
    """The people of the sample, as they are read."""
    return [one.file for one in read_lines(FILE) if isinstance(one, Line)]


def dossiers(files: list[ImportedFile], now: datetime) -> list[Dossier]:
    """What is on file of each at an instant, clocks lapsed."""
    return [live(one, now)[0].dossier(person_of(one), now) for one in files]


def test_making_it_again_gives_the_same_file() -> None:
    """The script is seeded: byte for byte the committed file, which is smaller than 1 MB."""
    command = [sys.executable, "-m", "caseloads.make", "--seed", str(SEED), "--people", str(PEOPLE)]
    again = subprocess.run(command, cwd=FILE.parents[1], check=True, capture_output=True, env={"PYTHONHASHSEED": "7"})
    assert again.stdout == FILE.read_bytes()
    assert len(again.stdout) < 1_000_000


def test_another_seed_gives_other_people() -> None:
    """The seed decides, and as many people come as are asked for."""
    some, others = (list(made.caseload(seed, 300)) for seed in (1, 2))
    assert len(some) == len(others) == 300
    assert some != others
    assert len({one.reference for one in some}) == 300


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_every_act_is_valid_on_whatever_day(files: list[ImportedFile], now: datetime) -> None:
    """On working days, holidays, at New Year and on 29 February: every act of the sample is allowed by the law."""
    answers = [live(one, now)[1] for one in files]
    assert [one[-1].refusal for one in answers if one[-1].outcome is not Outcome.FILED] == []
    assert [len(one) for one in answers] == [len(one.acts) for one in files]


def test_lives_with_every_seed_are_valid() -> None:
    """Not only the sample's seed: any number of people from any seed can be imported."""
    refusals = {
        (answers[-1].command, answers[-1].refusal.code)
        for seed in range(4)
        for file in made.caseload(seed, made.WHOLE + 10)
        for answers in [live(file, DAYS[seed])[1]]
        if answers[-1].refusal is not None
    }
    assert refusals == set()


def test_the_proportions_are_those_of_the_figures(files: list[ImportedFile]) -> None:
    """First, second, third applicants 89, 8, 3 %; reviews of two thirds of refusals; special permission 5 %."""
    opened = [Counter(act.open for act in one.acts if act.open) for one in files]
    times = Counter(one["RefugeeApplication"] for one in opened if one["RefugeeApplication"])
    applicants = sum(times.values())
    assert [round(100 * times[number] / applicants) for number in (1, 2, 3)] == [89, 8, 3]
    cases = [case for one in dossiers(files, DAYS[0]) for case in one.cases.values()]
    stages = Counter((case.procedure, case.stage.value) for case in cases)
    over = [c for c in cases if c.procedure == "RefugeeApplication" and c.state.refusal_received_on is not None]
    settled = [case for case in over if case.stage.value != "open_to_review"]
    reviewed = {case.state.against for case in cases if case.procedure == "ReviewRequest"}
    assert 0.6 < sum(case.id in reviewed for case in settled) / len(settled) < 0.72
    suspects = sum(1 for one in opened if one["Deportation"] and not one["RefugeeApplication"])
    investigated = sum(number for stories in _OF_SUSPECTS for number, _ in stories)
    kept = sum(number for number, _ in CUSTODY)
    assert suspects == investigated + kept - sum(1 for one in opened if one["Detention"] and not one["Deportation"])
    assert 0.03 < stages["Deportation", "special_permission"] / investigated < 0.06
    closed = sum(number for (name, stage), number in stages.items() if name == "Deportation" and stage in _ENDS)
    assert 0.45 < stages["Deportation", "departure_order_due"] / closed < 0.6


_OF_SUSPECTS = (DEPORTATION, DEPARTURE, PERMISSION, REMOVAL, ORDERS, COURTS)
_ENDS = {"departure_order_due", "not_deportable", "investigation_closed", "special_permission", "object_lost"}


def test_every_procedure_and_every_living_stage_is_seen(files: list[ImportedFile]) -> None:
    """Whoever looks at the sample sees every procedure at every stage where something may still come, and most ends."""
    seen = {(case.procedure, case.stage.value) for one in dossiers(files, DAYS[0]) for case in one.cases.values()}
    stages = {(each.__name__, stage.value): stage for each in PROCEDURES for stage in each.stages}
    assert {each for each in stages if each not in seen and not stages[each].closed} == _NOT_IMPORTED
    assert len(seen & stages.keys()) / len(stages) > 0.92


_AT_THE_GATE = {("Enforcement", each) for each in ("requested", "authorised", "on_board", "with_carrier")}
"""Entered by the officer who does it when it is done, and by no import."""
_NOT_IMPORTED = _AT_THE_GATE | {("ProvisionalRelease", "deposit_awaited")}
"""The last: a deposit belongs to the old law, to a request from before 10 June 2024."""


def test_some_clock_runs_out_today_or_tomorrow_on_every_day() -> None:
    """On each day of a year, holidays included, some deadline is that day or the next working day, and one is past."""
    person = NewPerson(names=(Name(language="en", text="Anybody"),))
    lives = [Life(f"one-{number}", person) for number in range(4)]
    received(lives[0], Random(1), ago=7)
    open_to_hearing(lives[1], Random(1), ago=3)
    window(lives[2], Random(1), ago=3)
    received(lives[3], Random(1), ago=20)
    due = [life.file() for life in lives]
    for ahead in range(366):
        now = DAYS[1] + timedelta(days=ahead)
        today = legal_day(now)
        ends = [_last_days(file, now) for file in due]
        assert any(today <= day <= next_working_day(today) for one in ends[:3] for day in one), today
        assert ends[3] == [], today


def _last_days(file: ImportedFile, now: datetime) -> list[date]:
    dossier = live(file, now)[0].dossier(person_of(file), now)
    clocks = [clock for case in dossier.cases.values() for clock in case.clocks]
    return [clock.last_day for clock in clocks if clock.status is ClockStatus.RUNNING]


def test_names_try_what_breaks_systems(files: list[ImportedFile]) -> None:
    """One word, 40 characters, beyond the first plane, combining marks, scripts, directions, code; no birth date."""
    names = [name.text for one in files for name in one.person.names]
    assert any(len(name.split()) == 1 for name in names)
    assert any(len(name) == 40 for name in names)
    assert any(ord(character) > 0xFFFF for name in names for character in name)
    assert any(unicodedata.normalize("NFC", name) != name for name in names)
    scripts = {unicodedata.name(character, "").split()[0] for name in names for character in name}
    assert {"MYANMAR", "ARABIC", "TAMIL", "SINHALA", "ETHIOPIC", "CJK", "FULLWIDTH"} <= scripts
    assert {"Null", "<b>Ye Htet</b>"} <= set(names)
    assert any("DROP TABLE" in name for name in names)
    assert any(one.person.birth_date is None for one in files)
    assert any(one.person.nationality is None for one in files)


def test_nobody_is_written_to_and_no_number_is_given_twice(files: list[ImportedFile]) -> None:
    """Addresses are of domains that reach nobody; file numbers and references are unique."""
    addresses = {one.person.email.split("@")[1] for one in files if one.person.email}
    assert addresses == {"example.org", "example.net"}
    assert len({one.person.file_number for one in files}) == len(files) == PEOPLE
    assert len({one.reference for one in files}) == PEOPLE


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_a_refusal_of_twenty_days_ago_is_final_by_itself(now: datetime) -> None:
    """The demonstration's first person: the clock has run out when the import ends, and nobody need do anything."""
    assert stages(made.clock_run_out("w-1"), now) == {"Circumstances": "kept", "RefugeeApplication": "finally_refused"}


def stages(file: ImportedFile, now: datetime) -> dict[str, str]:
    """The stage of the latest case of each procedure."""
    (dossier,) = dossiers([file], now)
    return {case.procedure: case.stage.value for case in dossier.cases.values()}


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_no_decision_before_the_commission_is_asked(now: datetime) -> None:
    """The second person: `decide` is refused with Ordinance 55(6) until `ask_commission` is done."""
    file = made.commission_not_asked("w-1")
    asking, deciding = _act("ask_commission", {"asked_on": "-1d"}), _act("decide", {"outcome": "refugee"})
    refusal = refused(file, now, deciding)
    assert refusal is not None
    assert refusal.code == "commission_not_asked"
    assert refusal.reasons[0].basis[0].article == "55(6)"
    assert refused(file, now, asking, deciding) is None


def _act(name: str, body: dict[str, object]) -> dict[str, object]:
    return {"case": "RefugeeApplication", "act": name, "at": "-1d 10:00", "by": "tokyo-head", "with": body}


def refused(file: ImportedFile, now: datetime, *acts: dict[str, object]) -> RefusalSent | None:
    """How a file ends with further acts."""
    document = file.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    longer = ImportedFile.model_validate({**document, "acts": [*document["acts"], *acts]})
    return live(longer, now)[1][-1].refusal


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_a_first_application_alone_stops_a_removal(now: datetime) -> None:
    """The third person: an order in force, everything on record, and the one row that blocks is the application."""
    file = made.removal_stopped("w-1")
    finding = live(file, now)[0].may_be_removed(person_of(file), now)
    assert (finding.value.value, [reason.code for reason in finding.reasons]) == ("no", ["suspensive_effect"])


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_a_third_application_without_material_stops_none(now: datetime) -> None:
    """The fourth person: twice finally refused, no material, every other row passed: may be removed."""
    file = made.removal_not_stopped("w-1")
    assert live(file, now)[0].may_be_removed(person_of(file), now).value.value == "yes"


def test_every_state_of_custody_is_seen(files: list[ImportedFile]) -> None:
    """Held before the order, and under it for 1 to 20 months, sponsored, released, specially, arrested, restricted."""
    found = dossiers(files, DAYS[0])
    kept = [case for one in found for case in one.cases.values() if case.procedure == "Detention"]
    assert {each.value for each in Custody} <= {case.stage.value for case in kept}
    first_days = [
        case.state.first_day
        for one in found
        for case in one.cases.values()
        if case.procedure == "DetentionReview" and case.state.first_day is not None
    ]
    months = {(legal_day(DAYS[0]) - day).days // 30 for day in first_days}
    assert min(months) == 1
    assert {3, 4, 10, 20} <= months
    assert date(2024, 6, 10) in first_days


@pytest.mark.parametrize("now", DAYS, ids=str)
@pytest.mark.parametrize("hour", [8, 23])
def test_somebodys_48_hours_run_out_today(hour: int, now: datetime) -> None:
    """On whatever day: taken the day before yesterday, not handed over; the clock ends, or has ended, today."""
    life = Life("one", NewPerson(names=(Name(language="en", text="Anybody"),)))
    not_handed_over(life, Random(1), hour=hour)
    (clock,) = [one for one in _cases(life.file(), now)["Detention"].clocks if one.rule_name == HAND_OVER_LIMIT.name]
    assert clock.ends_at is not None
    assert legal_day(clock.ends_at) == legal_day(now)
    assert clock.status is (ClockStatus.LAPSED if clock.ends_at <= now else ClockStatus.RUNNING)


def _cases(file: ImportedFile, now: datetime) -> dict[str, Case[Any]]:
    (dossier,) = dossiers([file], now)
    return {case.procedure: case for case in dossier.cases.values()}


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_a_review_fell_due_last_night(now: datetime) -> None:
    """The fifth person: three months under the order ended with yesterday, and a report is owed."""
    review = _cases(made.review_due("w-1", legal_day(now)), now)["DetentionReview"]
    assert [one.last_day for one in review.state.rounds] == [legal_day(now) - timedelta(days=1)]
    assert {duty.kind for duty in review.open_duties} == {"report_progress", "consider_sponsorship"}


def test_a_review_is_due_where_the_calendar_has_no_such_three_months() -> None:
    """No three months end on 30 May: on the 31st the last that ended before are taken."""
    now = datetime(2026, 5, 31, 9, 0, tzinfo=JST)
    (reached,) = _cases(made.review_due("w-1", legal_day(now)), now)["DetentionReview"].state.rounds
    assert reached.last_day == date(2026, 5, 27)


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_an_order_is_due_to_somebody_who_works(now: datetime) -> None:
    """The sixth person: works under Sponsorship with a permission, and nothing stands before the order."""
    cases = _cases(made.order_due("w-1"), now)
    stages = {name: cases[name].stage.value for name in ("Deportation", "Sponsorship", "WorkPermission")}
    assert stages == {"Deportation": "order_due", "Sponsorship": "in_force", "WorkPermission": "permitted"}
