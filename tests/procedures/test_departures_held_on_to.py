"""A departure that exit control confirmed is not undone: whatever falls on file, the person has left."""

from typing import Any

import pytest

from engine.command import Filed, Outcome
from engine.history import drift, replay
from law.landing_denial import Purpose
from tests.procedures import departure_story, leaving_story
from tests.procedures.departure_story import LAST, PAPER, SUBMITTED, due, facts_of, position
from tests.procedures.desk import Desk
from tests.procedures.leaving_story import (
    CLERK,
    CONFIRMED,
    DECISION,
    HEAD,
    INSPECTOR,
    ONE_YEAR,
    PERMISSION,
    SII,
    applied,
    case_of,
    clocks,
    decided,
    denial,
    left,
    ordered,
    permitted,
)
from workflows.departure_order_record import DepartureStands
from workflows.effects import Departed

BROKEN: dict[str, Any] = {"broken": ["50-52(iv)"], "reasons": "worked in a factory"}


def uphold(one: Desk, contested: Filed, at: str) -> Filed:
    """Uphold a contested entry."""
    assert contested.outcome is Outcome.CONTESTED
    marked = next(case for case in position(one).cases.values() if case.contested)
    return one.resolve(marked.id, contested.command, at, "upheld")


def days_of_leaving(one: Desk) -> list[str]:
    """The days on which the person left, by what stands on record."""
    return [fact.on.isoformat() for fact in facts_of(one, Departed)]


def lived_again(one: Desk) -> None:
    """What is on file is what its entries make of it, those that fell included."""
    on_file = one.register.dossier(one.person)
    life = replay(one.procedures, one.person, one.register.history(one.person), until=on_file.latest)
    assert drift(on_file, life) == ()


def gone_under_departure_order() -> tuple[Desk, str]:
    """Ordered on 10 March and seen off on the 20th; returns the desk and the case."""
    one = departure_story.desk()
    case = due(one)
    one.act(case, "order_departure", "2025-03-10T10:00", SII, **PAPER)
    one.act(case, "confirm_departure", "2025-03-20T15:00", INSPECTOR, **SUBMITTED)
    return one, case


def test_revoked_before_the_departure_the_person_has_left_all_the_same_and_not_under_the_order() -> None:
    """Revoked on the 17th, entered on the 24th and upheld: gone since the 20th, no denial of an order, nothing owed."""
    one, case = gone_under_departure_order()
    kept = position(one).of("Circumstances")[-1]
    late = one.try_act(case, "revoke", "2025-03-17T15:00", SII, "2025-03-24T10:00", **BROKEN)
    uphold(one, late, "2025-03-24T11:00")
    assert (one.stage(case), one.duties(case)) == ("revocation_done", set())
    assert (one.stage(kept.id), position(one).circumstances.left_on is not None) == ("ended", True)
    assert days_of_leaving(one) == ["2025-03-20"]
    assert [fact.on.isoformat() for fact in facts_of(one, DepartureStands)] == ["2025-03-20"]
    assert position(one).of("LandingDenial") == ()
    assert all(each.stage.closed for each in position(one).of("Deportation"))
    lived_again(one)


def test_the_deadline_shortened_afterwards_makes_it_a_departure_too_late() -> None:
    """The extension to 1 April is annulled: seen off on 28 March, three days after the deadline, and gone."""
    one = departure_story.desk()
    case = departure_story.ordered(one)
    one.act(case, "request_extension", LAST, CLERK, **departure_story.ASKED)
    given = one.act(case, "extend", f"{LAST}T13:00", SII, **departure_story.EXTENDED)
    one.act(case, "confirm_departure", "2025-03-28T15:00", INSPECTOR, **SUBMITTED)
    annulled = one.correct(case, given.command, "2025-04-02", annul=True, reason="another person's")
    uphold(one, annulled, "2025-04-03")
    assert one.stage(case) == "object_lost"
    assert days_of_leaving(one) == ["2025-03-28"]
    assert not [each for each in position(one).of("Deportation") if not each.stage.closed]
    lived_again(one)


def test_the_case_in_which_exit_control_saw_somebody_leave_does_not_vanish() -> None:
    """Without the finding no departure order: that stays contested, or is set aside."""
    one, case = gone_under_departure_order()
    deportation = position(one).of("Deportation")[-1].id
    found = next(each for each in one.register.history(one.person) if each.entry.command.act == "find_eligible")
    annulled = one.correct(deportation, found.entry.id, "2025-03-24", annul=True, reason="another person's")
    refused = uphold(one, annulled, "2025-03-25")
    assert refused.refusal is not None
    assert refused.refusal.code == "departure_would_vanish"
    assert refused.refusal.reasons[0].remedy
    one.resolve(deportation, annulled.command, "2025-03-26", "set_aside")
    assert (one.stage(case), days_of_leaving(one)) == ("left", ["2025-03-20"])


@pytest.mark.parametrize(
    ("act", "by", "body", "stage"),
    [("withdraw_permission", SII, {"reasons": "stated"}, "withdrawn"), ("give_up", CLERK, {}, "given_up")],
)
def test_who_left_when_the_permission_had_ended_left_by_oneself(
    act: str, by: str, body: dict[str, Any], stage: str
) -> None:
    """52(4), 5(1)(ix)(ha): the end of 3 April is entered after the departure of the 8th: gone, and five years."""
    one = ordered()
    case = decided(one)
    left(one, case, "2025-04-08")
    assert clocks(denial(one)) != {"denial_five_years": "2030-04-08"}
    uphold(one, one.try_act(case, act, "2025-04-03", by, "2025-04-09", **body), "2025-04-09T13:00")
    assert (one.stage(case), days_of_leaving(one)) == (stage, ["2025-04-08"])
    assert one.stage(case_of(one, "Enforcement")) == "left"
    assert clocks(denial(one)) == {"denial_five_years": "2030-04-08"}
    lived_again(one)


def test_who_left_before_anything_was_permitted_left_otherwise() -> None:
    """The permission was another person's: applied for and undecided, the person has left."""
    one = ordered()
    case = applied(one)
    given = one.act(case, "permit", "2025-04-02T10:00", SII, **PERMISSION)
    left(one, case, "2025-04-08")
    annulled = one.correct(case, given.command, "2025-04-09", annul=True, reason="another person's")
    uphold(one, annulled, "2025-04-10")
    assert (one.stage(case), days_of_leaving(one)) == ("left_otherwise", ["2025-04-08"])
    lived_again(one)


def test_a_hold_found_later_leaves_the_departure_under_the_permission() -> None:
    """25-2(1): withheld since an hour before it was confirmed: left under the permission, the year kept."""
    one = ordered()
    case = permitted(one)
    one.act(case, "apply_for_one_year", "2025-04-02T11:00", CLERK, **ONE_YEAR)
    one.act(case, "fix_date", "2025-04-02T12:00", SII, until="2025-04-17", reasons="stated")
    one.act(case, "decide_one_year", "2025-04-02T13:00", HEAD, **DECISION)
    one.act(case, "confirm_departure", "2025-04-10T19:00", INSPECTOR, **CONFIRMED)
    hold = {"ground": "25-2(1)(ii)", "notified": True, "began_at": "2025-04-10T18:00:00+09:00"}
    late = one.try_act(case, "hold_departure", "2025-04-10T18:10", INSPECTOR, "2025-04-11T10:00", **hold)
    uphold(one, late, "2025-04-11T11:00")
    assert (one.stage(case), days_of_leaving(one)) == ("left", ["2025-04-10"])
    assert one.register.case(case).running_clocks == ()
    assert leaving_story.told(one, Purpose.OTHER)[1] == "2026-04-10"
    lived_again(one)
