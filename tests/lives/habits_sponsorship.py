"""What usually stands in the papers of Sponsorship and of a permission to work under it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from law.sponsorship import Condition
from law.sponsorship_duties import Matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lives.bodies import Scene

Body = dict[str, Any]


def _before_order(scene: Scene) -> bool:
    return scene.position.order_in_force(scene.at) is None


def _at_screening(scene: Scene) -> bool:
    return "screening" in getattr(getattr(scene.state, "route", None), "value", "")


def weighed(scene: Scene) -> Body:
    """The risks of the paragraph, none too high."""
    other = "destroying_evidence" if _before_order(scene) else "illegal_work"
    risks = ("flight", other)
    return {"suspected": True, "risks": dict.fromkeys(dict.fromkeys(risks), "low"), "appropriate": True}


def deposit(scene: Scene) -> Body:
    """Within the ceiling, with a day where one is set."""
    due = (scene.today + timedelta(days=scene.random.choice((0, 1, 3)))).isoformat()
    return {
        "amount": scene.random.choice((50_000, 300_000)),
        "against": ["flight"],
        "minor": False,
        "due": due if _at_screening(scene) else None,
    }


def decision(scene: Scene) -> Body:
    """With a deposit or without."""
    body: Body = {"notify_by": scene.ahead(60).isoformat()}
    if scene.chance(0.5):
        body["deposit"] = None
    return body


def payment(scene: Scene) -> Body:
    """What is required."""
    set_one = scene.state.deposit
    return {"amount": set_one.required} if set_one is not None else {}


def returned(scene: Scene) -> Body:
    """To who paid."""
    set_one = scene.state.deposit
    return {"to": set_one.payer} if set_one is not None and set_one.payer else {}


def forfeiture(scene: Scene) -> Body:
    """All that is held."""
    set_one = scene.state.deposit
    return {"amount": set_one.held} if set_one is not None and set_one.held else {}


def matter(scene: Scene) -> Body:
    """Happened and learned lately."""
    chosen = scene.random.choice([one.value for one in Matter])
    learned = (scene.today - timedelta(days=scene.random.choice((0, 0, 2, 9)))).isoformat()
    return {
        "matter": chosen,
        "happened_on": learned,
        "learned_on": learned,
        "posted_on": None,
        "conduct": ["condition_broken"] if chosen == Matter.CONDUCT.value else [],
    }


def revocation(scene: Scene) -> Body:
    """On a ground that is owed, or on conduct."""
    owed = [one.value for one in getattr(scene.state, "owed", ())]
    conduct = ["condition_broken", "flight", "notification"]
    return {"grounds": [scene.random.choice(owed or conduct)]}


def appearance(scene: Scene) -> Body:
    """Mostly as summoned."""
    return {"appeared": scene.chance(0.6), "just_cause": scene.chance(0.3)}


HABITS: dict[str, Callable[[Scene], Body]] = {
    "SponsorshipRequest": lambda _: {"material": True},
    "sponsorship.FiledBy": lambda _: {"by": "person", "unable": False},
    "WeighedRisks": weighed,
    "SponsorChosen": lambda _: {"understands": True, "consents": True, "fit": True},
    "sponsorship.Terms": lambda _: {"conditions": [one.value for one in Condition]},
    "DepositSet": deposit,
    "SponsorshipDecision": decision,
    "SponsorshipRefusal": lambda _: {"in_writing": True},
    "Payment": payment,
    "DepositReturned": returned,
    "Forfeiture": forfeiture,
    "PersonNotification": lambda scene: {"at_the_bureau": True, "next_by": scene.ahead(60).isoformat()},
    "NotificationDay": lambda scene: {"notify_by": scene.ahead(60).isoformat()},
    "Summons": lambda scene: {"appear_at": (scene.at + timedelta(hours=20)).isoformat()},
    "Appearance": appearance,
    "MatterNotified": matter,
    "MatterFound": matter,
    "ReportDemanded": lambda scene: {"due": scene.ahead(10).isoformat()},
    "Resignation": lambda scene: {"ends_on": scene.ahead(40).isoformat()},
    "SelectionCancelled": lambda scene: {"ends_on": scene.ahead(20).isoformat()},
    "sponsorship.Revocation": revocation,
    "WorkRequest": lambda scene: {
        "kind": "paid_work" if scene.chance(0.9) else "business",
        "in_person": True,
        "sponsor_consents": True,
        "proof_of_need": True,
        "proof_of_amount": True,
    },
    "NotShown": lambda scene: {"under_sixteen": scene.chance(0.1), "carries_residence_card": scene.chance(0.1)},
    "WorkPermissionPaper": lambda scene: {
        "employer": scene.state.employer,
        "needed_for_living": True,
        "within_living_needs": True,
        "appropriate": True,
        "employment_contract": True,
        "replaces_earlier": False,
    },
}
"""By the name of the payload, as in `habits`."""
