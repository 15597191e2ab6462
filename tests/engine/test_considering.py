"""At which instant what stands beside the cases is looked up: for an act that considers it, and for nothing else."""

from datetime import datetime, timedelta
from typing import Any

from engine.command import Command, Entry, Kind, Officer
from engine.considering import considered_at
from engine.declaration import Procedures
from engine.history import Recorded
from law.periods import JST
from workflows.procedures import PROCEDURES

DECLARED = Procedures(PROCEDURES)
NOON = datetime(2026, 3, 2, 12, tzinfo=JST)
CONSIDERS, DOES_NOT = ("PenalOrder", "issue"), ("PenalOrder", "hear")


def command(act: tuple[str, str], kind: Kind = Kind.ACT, **changed: Any) -> Command:
    """A command at noon."""
    said: dict[str, Any] = {"id": "c-1", "person": "p-1", "case": "k-1", "body": {}, "kind": kind}
    said |= {"occurred_at": NOON, "received_at": NOON, "decided_by": "a", "entered_by": "a"}
    return Command(procedure=act[0], act=act[1], **(said | changed))


def corrected(act: tuple[str, str], to: datetime) -> datetime | None:
    """What a correction of an act to another instant considers anew."""
    officer = Officer(id="a", office="tokyo", roles=frozenset())
    entry = Entry(command=command(act), decider=officer, enterer=officer, recorded_at=NOON)
    body = {"occurred_at": to.isoformat(), "reason": "typed wrongly"}
    return considered_at(DECLARED, command(act, Kind.CORRECT, id="c-2", target="c-1", body=body), (Recorded(entry),))


def test_only_an_act_that_considers_something_is_told() -> None:
    """The act that is judged by the notice is told that of its instant; another act is told nothing."""
    assert considered_at(DECLARED, command(CONSIDERS), ()) == NOON
    assert considered_at(DECLARED, command(DOES_NOT), ()) is None
    assert considered_at(DECLARED, command(("Nothing", "act")), ()) is None
    assert considered_at(DECLARED, command(("PenalOrder", "nothing")), ()) is None


def test_a_correction_looks_up_another_day_and_only_for_such_an_act() -> None:
    """Moved within its legal day it keeps what it considered; what considers nothing looks nothing up, moved or not."""
    assert corrected(CONSIDERS, NOON + timedelta(hours=11)) is None
    assert corrected(CONSIDERS, NOON + timedelta(hours=12)) == NOON + timedelta(hours=12)
    assert corrected(DOES_NOT, NOON + timedelta(days=1)) is None
