"""What an act considers beside the person's cases: the notice of countries of its day, kept for every replay."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from engine.command import Command, Filed, Kind, Outcome
from engine.explain import explain
from engine.history import drift, replay
from law.country_notice import CountryNotice
from simulation.memory import MemoryRegister
from simulation.runner import Runner
from simulation.scenario import read_scenarios
from tests.procedures.desk import jst, officers
from tests.register.journeys import PROCEDURES

FIRST = CountryNotice("1", date(2024, 7, 1), frozenset({"VN"}))
SECOND = CountryNotice("2", date(2025, 4, 1), frozenset({"VN", "XA"}))


class Desk:
    """A person with a journey that is planned."""

    def __init__(self, *notices: CountryNotice) -> None:
        self.register = MemoryRegister(PROCEDURES, officers())
        self.register.country_notices = notices
        self.number = 0
        self.case = ""
        self.case = self.do(Kind.OPEN, "plan", "2024-06-20 09:00").case

    def do(self, kind: Kind, act: str, at: str, *, entered: str = "", target: str = "", **body: Any) -> Filed:
        """File a command."""
        self.number += 1
        by = "regional_bureau_head" if kind is Kind.CORRECT else "immigration_inspector"
        command = Command(
            id=f"c{self.number}",
            kind=kind,
            person="person_1",
            case=self.case,
            procedure="Journey",
            act=act,
            body=body,
            target=target or None,
            occurred_at=jst(at),
            received_at=jst(entered or at),
            decided_by=by,
            entered_by=by,
        )
        return self.register.file(command)

    def set_out(self, at: str, country: str = "XA", **more: Any) -> Filed:
        """Set out."""
        return self.do(Kind.ACT, "set_out", at, country=country, **more)

    @property
    def notices(self) -> tuple[str, ...]:
        """By which notice each setting out was judged."""
        found: tuple[str, ...] = self.register.case(self.case).state.notices
        return found

    def replays_alike(self) -> bool:
        """Whether a replay makes the same, whatever notices are known by now."""
        self.register.country_notices = ()
        life = replay(PROCEDURES, "person_1", self.register.history("person_1"), until=None)
        return drift(self.register.dossier("person_1"), life) == ()


def _refused(filed: Filed) -> str:
    assert filed.refusal is not None
    assert filed.refusal.reasons[0].remedy
    return filed.refusal.code


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("2024-06-30 23:59", "no_country_notice"),  # the first notice takes effect with 1 July
        ("2024-07-01 00:00", ""),
        ("2025-03-31 23:59", ""),
        ("2025-04-01 00:00", "destination_on_notice"),  # the second one has the country, from 1 April
    ],
)
def test_an_act_is_judged_by_the_notice_of_its_legal_day(at: str, code: str) -> None:
    """The notice in force on the legal day of the instant in law counts, in Japan Standard Time."""
    desk = Desk(SECOND, FIRST)
    filed = desk.set_out(at)
    assert (_refused(filed) if code else filed.outcome) == (code or Outcome.FILED)


def test_no_notice_known_is_unknown_and_refused() -> None:
    """Where no notice is known, nothing is opened."""
    assert _refused(Desk().set_out("2025-05-01 10:00")) == "no_country_notice"


def test_a_late_entry_is_judged_by_the_notice_of_its_day() -> None:
    """What happened under the first notice is judged by it, also when it is entered under the second."""
    desk = Desk(FIRST, SECOND)
    assert _refused(desk.set_out("2025-04-02 10:00")) == "destination_on_notice"
    assert desk.set_out("2025-03-01 10:00", entered="2025-04-03 10:00").outcome is Outcome.FILED
    assert desk.notices == ("1",)


def test_what_was_considered_is_kept_for_every_replay() -> None:
    """A notice that becomes known later, or is known no more, changes nothing that was filed."""
    desk = Desk(FIRST)
    desk.set_out("2025-05-01 10:00")
    desk.register.country_notices = (FIRST, SECOND)
    desk.do(Kind.ACT, "set_out", "2025-04-15 10:00", entered="2025-05-02 10:00", country="XB")
    assert desk.notices == ("2", "1")
    assert desk.replays_alike()


def test_a_correction_considers_anew_only_another_day() -> None:
    """Another body on the same day is judged by what was considered then; another day by that day's notice."""
    desk = Desk(FIRST)
    entry = desk.set_out("2025-05-01 10:00", entered="2025-05-02 09:30").command
    desk.register.country_notices = (FIRST, SECOND)
    said: dict[str, Any] = {
        "body": {"country": "XA", "remark": "typed anew"},
        "occurred_at": "2025-05-01T11:00:00+09:00",
    }
    again = desk.do(Kind.CORRECT, "correct", "2025-05-02 10:00", target=entry, reason="typed", **said)
    assert (again.refusal, desk.notices) == (None, ("1",))
    moved = {"occurred_at": "2025-05-02T09:00:00+09:00"}
    refused = desk.do(Kind.CORRECT, "correct", "2025-05-03 10:00", target=entry, reason="typed", **moved)
    assert _refused(refused) == "destination_on_notice"
    back = {"occurred_at": "2025-03-31T09:00:00+09:00"}
    assert desk.do(Kind.CORRECT, "correct", "2025-05-03 11:00", target=entry, reason="typed", **back).outcome == "filed"
    assert desk.notices == ("1",)
    assert desk.replays_alike()


def test_a_correction_that_cannot_be_read_is_refused_for_it() -> None:
    """What is considered is not looked for in a correction that says nothing."""
    desk = Desk(FIRST)
    entry = desk.set_out("2025-05-01 10:00").command
    assert (
        _refused(desk.do(Kind.CORRECT, "correct", "2025-05-02 10:00", target=entry, occurred_at="soon")) == "malformed"
    )


@pytest.mark.parametrize(("at", "open_now"), [("2025-03-31 23:59", True), ("2025-04-01 00:00", False)])
def test_an_explanation_considers_what_the_filing_considers(at: str, open_now: bool) -> None:
    """Whether an act is open is told by the notice of the day; an act that considers nothing is told nothing."""
    desk = Desk(FIRST, SECOND)
    considered = desk.register.considered(jst(at))
    standings = explain(PROCEDURES, desk.register.dossier("person_1"), desk.case, jst(at), considered=considered)
    found = {one.act.name: one for one in standings}
    assert found["go_home"].allowed is open_now
    assert [reason.code for one in found["dream"].blocked_by for reason in one.reasons] == ["no_country_notice"]
    assert (desk.do(Kind.ACT, "go_home", at).outcome is Outcome.FILED) is open_now


_CASE = """
scenario: A journey under the second notice
basis: 55-2(1)(i)
country_notices:
  - {number: 2, effective_from: 2025-04-01, countries: [VN, NO, XA]}
people:
  aung: {since: 2025-01-06}
steps:
  - {at: 2025-03-01 10:00, open: Journey, as: journey, by: immigration_inspector}
  - at: 2025-03-31
    act: set_out
    by: immigration_inspector
    with: {country: XB}
    refused: no_country_notice
    check: [{case: journey, act: go_home, blocked_by: no_country_notice}]
  - {at: 2025-04-01, act: set_out, by: immigration_inspector, with: {country: "NO"}, refused: destination_on_notice}
  - at: 2025-04-01
    act: set_out
    by: immigration_inspector
    with: {country: XB}
    check: [{case: journey, act: go_home, blocked_by: destination_on_notice}]
"""


def test_a_worked_case_says_which_notices_are_known(tmp_path: Path) -> None:
    """Worked cases name the notices of countries; Norway is a country there, not a no."""
    file = tmp_path / "case.yaml"
    file.write_text(_CASE, encoding="utf-8")
    ((_, scenario),) = read_scenarios(file)
    run = Runner(PROCEDURES, scenario, file).live()
    assert (run.failures, run.checks) == ([], 6)
