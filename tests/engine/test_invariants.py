"""What must hold, and that every number of LAW §14 says where it is kept."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from engine.case import Case, ClockStatus
from engine.covered import COVERED
from engine.declaration import Procedures
from engine.invariants import INVARIANTS, OF_A_PERSON, check
from engine.position import Position
from engine.refusal import Defect
from law.facts import Application, ApplicationKind, DeportationOrder, Ending, Ground, Material, ProvisionalStayPeriod
from simulation.memory import MemoryRegister
from simulation.runner import OfficersByName, Runner
from simulation.scenario import read_scenarios
from tests.engine.test_kit import ADJUDICATOR, CLERK, SUPERVISOR, desk
from tests.engine.toys import TOYS
from tests.procedures.desk import jst
from workflows.procedures import PROCEDURES

ROOT = Path(__file__).parents[2]


def test_every_number_says_where_it_is_kept() -> None:
    """All 83 numbers are there, in order, and every check, module and test named exists."""
    assert list(COVERED) == list(range(1, 84))
    checks = {check.__name__ for check in INVARIANTS}
    for said in COVERED.values():
        assert said
        assert set(re.findall(r"engine\.invariants\.(\w+)", said)) <= checks
        for path in re.findall(r"(?:workflows|tests)/[\w/]+\.py", said):
            assert (ROOT / path).exists(), path
        for module in re.findall(r"\blaw\.([a-z_]+)", said):
            assert (ROOT / "law" / f"{module}.py").exists(), module


def test_every_check_says_its_number_or_is_the_design_s_own() -> None:
    """A check whose docstring begins with numbers is the one that the table names for them."""
    for one in INVARIANTS:
        numbers = re.match(r"([\d, ]+):", one.__doc__ or "")
        for number in numbers.group(1).split(",") if numbers else ():
            assert f"engine.invariants.{one.__name__}" in COVERED[int(number)]


class Borne(Position):
    """A position with records laid in by hand."""

    def __init__(self, cases: dict[str, Case[Any]], *records: object) -> None:
        super().__init__(cases, TOYS)
        object.__setattr__(self, "records", records)

    @property
    def kinds(self) -> Mapping[type, tuple[Any, ...]]:
        """The records by their kinds."""
        records = vars(self)["records"]
        return {kind: tuple(one for one in records if type(one) is kind) for kind in map(type, records)}


def application(**changes: Any) -> Application:
    """An application of 6 January."""
    return Application(
        **{
            "case": "case_a",
            "kind": ApplicationKind.REFUGEE,
            "filed_at": jst("2025-01-06"),
            "material": Material.NONE,
            **changes,
        }
    )


NOW = jst("2025-06-02")
ORDER = DeportationOrder("case_o", Ground.IV_RO, date(2025, 1, 1), jst("2025-03-03"))
BROKEN: list[tuple[str, tuple[object, ...]]] = [
    ("an_application_ends_at_a_moment", (application(ended=Ending.REVIEW_REFUSED),)),
    ("an_application_ends_at_a_moment", (application(ended=Ending.REVIEW_REFUSED, ended_at=jst("2026-01-01")),)),
    (
        "silence_ends_an_application_only_after_its_period",
        (
            application(
                ended=Ending.NO_REVIEW_IN_TIME, ended_at=jst("2025-01-14"), refusal_received_on=date(2025, 1, 7)
            ),
        ),
    ),
    ("provisional_stay_ends_with_its_period", (ProvisionalStayPeriod("s", jst("2025-02-03"), date(2025, 4, 3)),)),
    (
        "no_order_while_provisional_stay_runs",
        (ORDER, ProvisionalStayPeriod("s", jst("2025-02-03"), date(2025, 7, 3), jst("2025-03-04"))),
    ),
    (
        "no_provisional_stay_beside_an_order",
        (ORDER, ProvisionalStayPeriod("s", jst("2025-03-05"), date(2025, 7, 3), jst("2025-03-06"))),
    ),
]


@pytest.mark.parametrize(("name", "records"), BROKEN)
def test_what_must_not_be_is_found(name: str, records: tuple[object, ...]) -> None:
    """A position that breaks the law is a defect that names the invariant."""
    with pytest.raises(Defect, match=name):
        check(Borne({}, *records), NOW)


def test_a_withdrawn_order_does_not_stand_against_a_stay_that_goes_on_after_all() -> None:
    """34: a posted request for review revives the stay that an order, withdrawn since, came after (ACRA 18(3))."""
    revived = ProvisionalStayPeriod("s", jst("2025-02-03"), date(2025, 7, 3))
    check(Borne({}, replace(ORDER, withdrawn_at=jst("2025-03-05")), revived), NOW)


def test_an_order_beside_its_open_window_is_found() -> None:
    """A case that bears an order and whose window still runs is a defect."""
    one = desk()
    case = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    one.act(case, "notify", "2025-01-07", CLERK, received_on="2025-01-07")
    cases = dict(one.register.dossier(one.person).cases)
    order = DeportationOrder(case, Ground.IV_RO, date(2025, 1, 1), jst("2025-01-08"))
    with pytest.raises(Defect, match="no_order_while_its_window_is_open"):
        check(Borne(cases, order), jst("2025-01-08"))
    stay = ProvisionalStayPeriod("s", jst("2025-01-07"), date(2025, 4, 3))
    with pytest.raises(Defect, match="windows_stand_still_under_provisional_stay"):
        check(Borne(cases, stay), jst("2025-01-08"))


def test_a_life_that_keeps_the_law_breaks_nothing() -> None:
    """An order after silence, with its watch, satisfies every check."""
    one = desk()
    case = one.open("Expulsion", "suspect", "2025-01-06", CLERK)
    one.act(case, "notify", "2025-01-07", CLERK, received_on="2025-01-07")
    one.act(case, "order", "2025-01-20", SUPERVISOR)
    petition = one.open("Petition", "file_petition", "2025-01-21", CLERK)
    assert one.refused(petition, "shelter", "2025-01-22", ADJUDICATOR, until="2025-03-19") == "stands_still"
    check(Position(one.register.dossier(one.person).cases, TOYS), datetime.fromisoformat("2025-01-22T12:00+09:00"))
    assert all(clock.status is ClockStatus.LAPSED for clock in one.register.case(case).clocks)


def test_an_invariant_that_is_not_asked_would_hold() -> None:
    """Where a position has no record of what an invariant is about, it holds: passing it over loses nothing."""
    procedures, asked = Procedures(PROCEDURES), 0
    for file, scenario in read_scenarios(ROOT / "scenarios" / "custody"):
        run = Runner(procedures, scenario, file).live()
        register = MemoryRegister(procedures, OfficersByName())
        for command in run.commands:
            register.file(command)
        for person in {command.person for command in run.commands}:
            at = max(command.received_at for command in run.commands)
            position = Position(register.dossier(person, at).cases, procedures)
            for invariant in OF_A_PERSON:
                assert list(invariant(position, at)) == [], (scenario.scenario, invariant.__name__)
                asked += 1
    assert asked > 2_000
