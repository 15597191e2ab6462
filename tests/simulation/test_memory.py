"""The register in memory answers as the register does."""

from datetime import datetime

import pytest

from engine.command import Command, Kind, Outcome
from engine.declaration import Procedures
from law.periods import JST
from simulation.memory import MemoryRegister
from tests.procedures.desk import officers
from workflows.circumstances import Circumstances

AT = datetime(2026, 1, 5, 10, 0, tzinfo=JST)


@pytest.mark.parametrize(
    ("decided_by", "entered_by"), [("nobody", "immigration_inspector"), ("bureau_clerk", "nobody")]
)
def test_a_command_of_nobody_is_refused_with_its_basis(decided_by: str, entered_by: str) -> None:
    """Whoever is not on file neither decides nor enters: refused with basis and remedy, kept, and nothing is filed."""
    register = MemoryRegister(Procedures((Circumstances,)), officers())
    command = Command(
        id="command-1",
        kind=Kind.OPEN,
        person="person_1",
        case="",
        procedure="Circumstances",
        act="keep",
        body={},
        occurred_at=AT,
        received_at=AT,
        decided_by=decided_by,
        entered_by=entered_by,
    )
    filed = register.file(command)
    assert filed.outcome is Outcome.REFUSED
    assert filed.refusal is not None
    assert (filed.refusal.code, filed.refusal.remedy) == ("unknown_officer", "Name an officer who is on file.")
    assert [article.short for article in filed.refusal.reasons[0].basis] == ["Practice register"]
    assert register.file(command) is filed
    assert (dict(register.dossier("person_1").cases), register.facts("person_1"), register.history("person_1")) == (
        {},
        (),
        (),
    )
