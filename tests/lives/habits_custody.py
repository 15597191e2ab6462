"""What usually stands in the papers of detention, its review and the treatment of detainees."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from law.detention import Paper, Told
from law.recognition import OLD_LAW_ENDED
from law.treatment import MATTERS
from tests.lives.bodies import working

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tests.lives.bodies import Scene

Body = dict[str, Any]

LIBERTY = ["residence", "movement", "appearance", "no_work"]
RELEASE = ["48(1)(i)", "48(1)(ii)", "48(1)(iii)", "48(1)(iv)"]


def after(scene: Scene, day: date | None, days: int) -> str:
    """A working day within so many days after a day, or after today."""
    start = max(day or scene.today, scene.today)
    return working(start + timedelta(days=scene.random.randint(1, days))).isoformat()


def detaining(scene: Scene) -> Body:
    """With every paper shown, or in urgency everything told."""
    urgent = scene.chance(0.15)
    return {
        "shown": [] if urgent else [one.value for one in Paper],
        "told": [one.value for one in Told] if urgent else None,
        "urgency": "at night" if urgent else None,
    }


def release(scene: Scene) -> Body:
    """For the reason on record, or another one."""
    on_record = getattr(scene.state, "title_ended", None)
    return {"why": on_record.value} if on_record is not None and scene.chance(0.9) else {}


def court_decision(scene: Scene) -> Body:
    """Of some kind, and of today."""
    return {"decided_on": scene.today.isoformat()}


def take_over(scene: Scene) -> Body:
    """Somebody held since a while, mostly under the order that is on file."""
    ordered = scene.position.order_in_force(scene.at) is not None
    days = scene.random.choice((0, 3, 12, 25, 31) if not ordered else (0, 5, 88, 93, 200))
    return {
        "title": "deportation_order" if ordered else "detention_order",
        "since": (scene.at - timedelta(days=days)).isoformat(),
        "deportation": scene.case_of("Deportation") if scene.position.of("Deportation") else "",
        "days_spent": 0,
        "extension": 0 if ordered or days < 25 else 30,
        "handed_over": True,
        "reviewed_until": scene.today.isoformat() if ordered and scene.chance(0.3) else None,
    }


def criminal_custody(scene: Scene) -> Body:
    """By the police alone for an immigration crime, or by somebody else."""
    police = scene.chance(0.4)
    return {
        "custodian": "police" if police else scene.random.choice(("prosecutor", "court", "prison")),
        "since": None,
        "immigration_crime_alone": police,
        "not_indicted": scene.chance(0.5),
        "to_be_released": True,
    }


def travel(scene: Scene) -> Body:
    """Within three months."""
    return {"conditions": LIBERTY, "notify_by": scene.ahead(60).isoformat(), "next_by": scene.ahead(60).isoformat()}


def release_grant(scene: Scene) -> Body:
    """Of the law of the request: with a deposit under the old one."""
    asked = getattr(scene.state, "requested_at", None) or scene.at
    old = asked < OLD_LAW_ENDED
    last_day = getattr(scene.state, "last_day", None)
    return {
        "reason": scene.random.choice(("health", "humanitarian", "like")),
        "appropriate": True,
        "last_day": after(scene, last_day, 70),
        "conditions": RELEASE,
        "doctor_not_heard_because": "none to be had",
        "deposit": 300_000 if old else None,
    }


def taken_release(scene: Scene) -> Body:
    """A release that runs since a month."""
    return {
        "requested_at": (scene.at - timedelta(days=40)).isoformat(),
        "granted_at": (scene.at - timedelta(days=30)).isoformat(),
        "last_day": scene.ahead(30).isoformat(),
        "under_order": scene.position.custody.value.endswith("deportation_order"),
        "deposit_held": 300_000,
    }


def release_revocation(scene: Scene) -> Body:
    """With all or a part of a deposit, as the ground asks."""
    held = scene.state.deposit_held
    fled = scene.chance(0.5)
    part = held if fled else held // 2
    return {"breaches": ["fled" if fled else "condition_breached"], "forfeited": part or None}


def paid(scene: Scene) -> Body:
    """What is held, or else what was set."""
    state = scene.state
    return {"amount": getattr(state, "deposit_held", 0) or getattr(state, "deposit", 0) or 0}


def past_need(scene: Scene) -> Body:
    """The need ended now."""
    return {"need_ended_at": scene.at.isoformat() if scene.chance(0.6) else None}


HABITS: dict[str, Callable[[Scene], Body]] = {
    "EmergencyDetention": lambda _: {"plain": True, "flight_before_order": True},
    "DetentionOrderPaper": lambda scene: {"valid_until": scene.ahead(14).isoformat(), "sponsorship_appropriate": False},
    "EmergencyNotApproved": lambda _: {"no_item_applies": True},
    "Detaining": detaining,
    "detention.Extension": lambda scene: {"days": scene.random.choice((1, 10, 29, 30))},
    "detention.Release": release,
    "Weighed": lambda scene: {"detention": scene.chance(0.5), "sponsorship_considered": True},
    "AfterOrderScreening": lambda _: {"sponsorship_considered": True},
    "SpecialRelease": lambda _: {"plainly_impossible": True, "conditions": LIBERTY},
    "SettingFree": lambda _: {"no_refuge_inside": True, "escort_impossible": True},
    "CriminalCustody": criminal_custody,
    "CriminalHandOver": lambda _: {"shown": [one.value for one in Paper]},
    "TravelConditions": travel,
    "TravelNotification": travel,
    "TakeOver": take_over,
    "ReleaseRequest": lambda scene: {
        "requester": "person" if scene.chance(0.9) else "other",
        "proof": True,
        "reasons_shown": scene.random.choice((["health"], ["humanitarian"], [])),
    },
    "ReleaseTaken": taken_release,
    "ReleaseGrant": release_grant,
    "provisional_release.Extension": release_grant,
    "ReleaseRefusal": lambda _: {"points_to_sponsorship": True, "doctor_not_heard_because": "none to be had"},
    "ExtensionRequest": lambda scene: {
        "requester": "spouse",
        "proof": True,
        "way": "counter" if scene.chance(0.9) else "post",
    },
    "ReleaseRevocation": release_revocation,
    "provisional_release.DepositPaid": paid,
    "ReleaseSummons": lambda scene: {"appear_at": (scene.at + timedelta(days=2)).isoformat()},
    "MattersTold": lambda _: {"matters": [one.value for one in MATTERS], "in_writing": True, "told_on": None},
    "HealthAnswers": lambda _: {"asked_on": None},
    "Examination": lambda scene: {"examined_on": scene.today.isoformat()},
    "CareProvided": lambda scene: {"against_will": scene.chance(0.2), "serious_or_infectious": scene.chance(0.4)},
    "CareDeclined": lambda _: {"serious_or_infectious": False},
    "Isolating": lambda _: {"no_other_way": True},
    "Renewal": lambda _: {"special_need": True},
    "SeparationEnd": past_need,
    "RoomPlacing": lambda scene: {"specially_needed": True, "ordered_by_head": scene.chance(0.5)},
    "Plan": lambda scene: {
        "drawn_up_on": scene.today.isoformat(),
        "heard_on": scene.today.isoformat(),
        "hearing": "heard",
    },
    "ProgressReport": lambda _: {"hands_in_plan": True},
    "Consideration": lambda scene: {"appropriate": scene.chance(0.4)},
    "CountAnew": lambda scene: {"first_day": scene.today.isoformat()},
}
"""By the name of the payload, as in `habits`."""
