"""The circumstances of a person."""

from typing import Any

import pytest

from engine.command import Kind, Outcome
from engine.declaration import Procedures
from law.competence import Role
from tests.procedures.desk import Desk
from workflows.circumstances import Circumstances
from workflows.procedures import PROCEDURES


def desk() -> Desk:
    """A desk with the circumstances alone."""
    return Desk(Procedures((Circumstances,)))


def test_what_was_never_recorded_is_unknown_and_blocks_removal() -> None:
    """With nothing on record nobody may be removed, and the reasons say what is missing."""
    one = desk()
    one.open("Circumstances", "keep", "2025-01-06", "immigration_inspector")
    answer, codes = one.removal("2025-01-07")
    assert answer != "yes"
    assert "no_order_in_force" in codes


def test_an_act_in_the_future_is_refused() -> None:
    """An act that lies after its receipt is refused with its ground."""
    one = desk()
    case = one.open("Circumstances", "keep", "2025-01-06", "immigration_inspector")
    late = one.try_act(
        case, "record_custody", "2025-02-01", "immigration_inspector", received="2025-01-08", custody="free"
    )
    assert late.refusal is not None
    assert late.refusal.code == "in_the_future"


def test_a_late_record_is_judged_at_its_own_time() -> None:
    """A record entered late stands between those around it, and what was filed after it still stands."""
    one = desk()
    case = one.open("Circumstances", "keep", "2025-01-06", "immigration_inspector")
    one.act(case, "record_custody", "2025-01-10", "immigration_inspector", custody="criminal_custody")
    filed = one.try_act(
        case, "record_custody", "2025-01-08", "immigration_inspector", received="2025-01-12", custody="free"
    )
    assert filed.late
    assert filed.outcome == "filed"
    assert one.register.case(case).state.recorded.custody == "criminal_custody"


def test_leaving_japan_closes_the_record() -> None:
    """After departure the circumstances are closed and nothing more is recorded there."""
    one = desk()
    case = one.open("Circumstances", "keep", "2025-01-06", "immigration_inspector")
    one.act(case, "record_departure", "2025-01-10", "immigration_control_officer", on="2025-01-10")
    assert one.stage(case) == "ended"
    assert one.refused(case, "record_custody", "2025-01-11", "immigration_inspector", custody="free") == "wrong_stage"


OPENINGS: dict[tuple[str, str], dict[str, Any]] = {
    ("Circumstances", "keep"): {},
    ("CriminalCase", "begin_proceedings"): {"standing": "accused", "content": "stated"},
    ("CriminalCase", "begin_training"): {"content": "stated"},
    ("Deportation", "investigate"): {"grounds": [{"ground": "24(iv)(ro)", "since": "2024-11-01"}], "reasons": "stated"},
    ("Detention", "take_over"): {
        "title": "detention_order",
        "since": "2025-01-03T09:00:00+09:00",
        "facility": "tokyo",
    },
    ("LandingDenial", "record_leaving"): {"on": "2019-03-04", "leaving": "removed", "source": "the file"},
    ("LandingDenial", "record_refused_landing"): {"refused_on": "2024-11-05", "item": "5(1)(vi)", "reasons": "stated"},
    ("RefugeeApplication", "file_application"): {"kind": "refugee", "material_came_with_it": False},
    ("StatusRevocation", "report_facts"): {"grounds": ["22-4(1)(vi)"], "facts": "stated"},
    ("TemporaryRefuge", "apply"): {"on_board": True, "form_6": True, "form_26_2": True, "content": "stated"},
}


def dead() -> tuple[Desk, str, str]:
    """Somebody whose death on 10 January 2025 is on record; the case, and the entry of the death."""
    one = Desk(Procedures(PROCEDURES))
    case = one.open("Circumstances", "keep", "2025-01-06", "immigration_inspector")
    died = one.act(case, "record_death", "2025-01-10", "immigration_control_officer", on="2025-01-10")
    return one, case, died.command


@pytest.mark.parametrize(("procedure", "opening"), OPENINGS)
def test_nothing_new_is_begun_of_somebody_who_died(procedure: str, opening: str) -> None:
    """No officer of whatever role opens a new matter of a person whose death is on record."""
    one, _, _ = dead()
    found = set()
    for role in Role:
        filed = one.send(Kind.OPEN, procedure, "", opening, "2025-01-15", role.value, OPENINGS[procedure, opening])
        assert filed.outcome is Outcome.REFUSED
        assert filed.refusal is not None
        found.add(filed.refusal.code)
    assert "person_died" in found, found


def test_a_death_entered_by_mistake_is_corrected_and_the_record_goes_on() -> None:
    """The remedy is a correction of the entry: the person's record goes on, and a case may be opened."""
    one, case, died = dead()
    assert one.correct(case, died, "2025-01-20", annul=True, reason="another person").outcome is Outcome.FILED
    assert one.stage(case) == "kept"
