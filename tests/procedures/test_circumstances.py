"""The circumstances of a person."""

from engine.declaration import Procedures
from tests.procedures.desk import Desk
from workflows.circumstances import Circumstances


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
