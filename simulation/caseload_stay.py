"""Lives in which cases meet: provisional stay, a second or a third application, an order and an application."""

from __future__ import annotations

from functools import partial
from random import Random

from simulation import lives, suspects
from simulation.caseload_recognition import Story
from simulation.lives import Life, keep_circumstances, on, working

_NO_EXCLUSION = {
    "inadmissible_on_entry": False,
    "suspected_ground": False,
    "plainly_not_from_convention_danger": False,
    "flight_suspected": False,
    "reasons": "weighed",
}
_TERMS = ["56-2(3)(i)", "56-2(3)(ii)", "56-2(3)(iii)"]


def examined(life: Life, filed: int, **exclusions: bool) -> str:
    """An application of somebody without a status, and the question of provisional stay."""
    keep_circumstances(life, filed)
    lives.apply(life, filed)
    stay = life.open(filed - 3, "ProvisionalStay", "examine", "inquirer", "stay", application="$application")
    found = _NO_EXCLUSION | {"landed_on": on(filed + 60)} | exclusions
    life.act(filed - 5, stay, "find_exclusions", "inquirer", **found)
    return stay


def running(life: Life, delivered: int, last_day: int) -> str:
    """Permitted, and handed over; ends on a designated day."""
    stay = examined(life, delivered + 20)
    terms = {"last_day": working(last_day), "conditions": _TERMS, "content": "residence, prefecture, appearance"}
    life.act(delivered + 2, stay, "permit", "head", **terms)
    life.act(delivered, stay, "hand_over_permit", "inspector")
    return stay


def being_examined(life: Life, rng: Random) -> None:
    """The exclusions are found; the head is to decide."""
    examined(life, rng.randint(15, 40))


def not_permitted(life: Life, rng: Random) -> None:
    """An exclusion applies."""
    day = rng.randint(60, 90)
    stay = examined(life, day, flight_suspected=True)
    life.act(day - 10, stay, "not_permit", "head", reasons="flight suspected")


def to_hand_over(life: Life, rng: Random) -> None:
    """Permitted; the permit is to be handed over."""
    day = rng.randint(20, 30)
    stay = examined(life, day)
    terms = {"last_day": working(-90), "conditions": _TERMS, "content": "as usual"}
    life.act(day - 10, stay, "permit", "head", **terms)


def runs(life: Life, rng: Random, *, last_day: int) -> None:
    """Runs until a day."""
    running(life, rng.randint(140, 165), last_day)


def works(life: Life, rng: Random, *, report_by: int) -> None:
    """Runs, with permission to work; a report is due on a day."""
    stay = running(life, rng.randint(80, 100), -60)
    asked = {"kind": "paid_work", "activity": "kitchen help", "proof_of_need": True, "proof_of_amount": True}
    life.act(60, stay, "apply_for_work", "clerk", **asked)
    permit = {
        "employer": "a canteen",
        "activity": "kitchen help",
        "within_living_needs": True,
        "appropriate": True,
        "report_by": working(report_by),
    }
    life.act(50, stay, "permit_work", "head", **permit)


def renewal_undecided(life: Life, rng: Random) -> None:
    """A renewal was asked for in time, and the last day passed undecided."""
    stay = running(life, rng.randint(140, 160), 3)
    life.act(20, stay, "request_renewal", "clerk")


def stands_still(life: Life, rng: Random) -> None:
    """A deportation case that provisional stay stopped in the middle of its three days."""
    delivered = rng.randint(50, 70)
    stay = examined(life, delivered + 20)
    life.act(delivered + 4, stay, "permit", "head", last_day=working(-60), conditions=_TERMS, content="as usual")
    case = suspects.examine(life, delivered + 3)
    suspects.find(life, delivered + 1, case)
    suspects.tell_finding(life, delivered, case)
    life.act(delivered, stay, "hand_over_permit", "inspector")


def revoked(life: Life, rng: Random) -> None:
    """Revoked for a breach of condition; the notice was received."""
    stay = running(life, 120, -30)
    life.act(40, stay, "revoke", "head", conduct=["61-2-6(iii)"], reasons="moved without leave")
    day = rng.randint(10, 30)
    life.act(day, stay, "certify_revocation_received", "clerk", received_on=on(day))


STAYS: tuple[tuple[int, Story], ...] = (
    (1, being_examined),
    (1, not_permitted),
    (1, to_hand_over),
    (1, partial(runs, last_day=0)),
    (1, partial(works, report_by=-1)),
    (1, renewal_undecided),
    (1, stands_still),
    (1, revoked),
)
"""Provisional stay is rare; it is here to be seen."""


def refused_before(life: Life, filed: int, name: str, *, reviewed: bool) -> None:
    """An earlier application that was finally refused, by silence or after a review."""
    case = lives.refuse_whole(life, filed, filed - 200, filed - 210, name=name)
    if reviewed:
        request = lives.request_review(life, filed - 213, case)
        lives.decide_review(life, filed - 260, request)
        lives.serve_review(life, filed - 280, request)


def second(life: Life, rng: Random, *, step: str = "pending", reviewed: bool = False) -> None:
    """A second application: removal is stopped once more."""
    first = rng.randint(1300, 1600)
    keep_circumstances(life, first)
    refused_before(life, first, "first", reviewed=reviewed)
    if step == "ordered":
        suspects.order(life, 450)
    case = lives.apply(life, rng.randint(300, 400), name="second")
    lives.ask(life, 250, case)
    if step not in ("open", "silent", "review"):
        return
    lives.refuse(life, 80, case)
    lives.deliver(life, {"open": 7, "silent": 40, "review": 45}[step], case)
    if step == "review":
        lives.request_review(life, 41, case)


def third(life: Life, rng: Random, *, material: bool = False, ordered: bool = False) -> None:
    """A third application: without sufficient material that came with it, it stops removal no more."""
    first = rng.randint(2000, 2300)
    keep_circumstances(life, first)
    refused_before(life, first, "first", reviewed=True)
    refused_before(life, 1400, "second", reviewed=False)
    if ordered:
        suspects.order(life, 500)
        lives.prepare_removal(life, 100, life.person.nationality or "XA")
    day = rng.randint(40, 90)
    case = lives.apply(life, day, name="third", form="74-2", material_came_with_it=material)
    life.act(day - 1, case, "tell_exceptions", "clerk", told_on=on(day - 1), language="the applicant's own")


AGAIN: tuple[tuple[int, Story], ...] = (
    (2, second),
    (1, partial(second, reviewed=True)),
    (2, partial(second, step="ordered", reviewed=True)),
    (1, partial(second, step="open")),
    (1, partial(second, step="silent")),
    (1, partial(second, step="review", reviewed=True)),
    (1, partial(third, material=True)),
    (2, partial(third, ordered=True)),
)
"""Second and third applicants: about 8 and 3 of a hundred."""
