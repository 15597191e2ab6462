"""What usually stands in the papers of deportation, and in the record of the person's circumstances."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from law.periods import legal_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lives.bodies import Scene

Body = dict[str, Any]

_ELIGIBLE = {"deported_before": False, "left_under_departure_order_before": False, "certain_to_leave": True}
_OFTEN = ("24(iv)(ro)", "24(iv)(ro)", "24(iv)(ro)", "24(i)", "24(ii-4)", "24(iv)(i)", "24(iii-2)", "24(x)")


def suspicion(scene: Scene) -> Body:
    """One ground or two, which existed before."""
    since = scene.today - timedelta(days=scene.random.choice((0, 3, 60, 400)))
    grounds = dict.fromkeys(scene.random.choices(_OFTEN, k=scene.random.choice((1, 1, 2))))
    named = [{"ground": one, "since": since.isoformat()} for one in grounds]
    appeared = (scene.at - timedelta(hours=1)).isoformat() if scene.chance(0.15) else None
    return {"grounds": named, "trafficking_victim": False, "appeared_at": appeared}


def finding(scene: Scene) -> Body:
    """Of what was investigated, mostly deportable."""
    state = scene.state
    outcome = scene.random.choice(("deportable",) * 8 + ("no_ground", "departure_order"))
    if outcome == "deportable" and state.declared_at is not None and scene.chance(0.6):
        outcome = "departure_order"
    ministers = {"24(iii-2)", "24(iv)(yo)"} - {one.value for one in state.found_by_minister}
    grounds = [one.ground.value for one in state.grounds if one.ground.value not in ministers]
    carried = grounds[0] if grounds and outcome != "no_ground" else None
    return {
        "outcome": outcome,
        "ground": carried,
        "further": grounds[1:] if carried and scene.chance(0.5) else [],
        "assessment": _ELIGIBLE if outcome == "departure_order" else {"certain_to_leave": False},
        **_TOLD,
    }


_TOLD = {"tells_hearing": True, "tells_objection": True, "tells_special_permission": True}


def later_instance(scene: Scene) -> Body:
    """The hearing or the objection: mostly the finding stands."""
    outcome = scene.random.choice(("deportable",) * 8 + ("no_ground", "departure_order"))
    assessment = _ELIGIBLE if outcome == "departure_order" else {"certain_to_leave": False}
    return {"outcome": outcome, "assessment": assessment, **_TOLD}


def ministers_finding(scene: Scene) -> Body:
    """Of a ground that was investigated, where one needs it."""
    grounds = [one.ground.value for one in scene.state.grounds if one.ground.value in ("24(iii-2)", "24(iv)(yo)")]
    return {"ground": grounds[0] if grounds else "24(iii-2)", "agencies_heard": True}


def silence(scene: Scene) -> Body:
    """From the first day after the period."""
    since = scene.state.silent_since
    return {"counts_from": (legal_day(since) if since is not None else scene.today).isoformat()}


def eligible(_: Scene) -> Body:
    """For a departure order."""
    return {"assessment": _ELIGIBLE}


def permission(scene: Scene) -> Body:
    """Mostly a status for a year; refusing would lack humanity."""
    until = (scene.today + timedelta(days=365)).isoformat()
    status = {"status": "as stated", "until": until, "mid_long_term": scene.chance(0.8)}
    humane = {"refusal_lacks_humanity": True, "special_circumstances": "a child"}
    return {"status": status, "landing": None, **humane}


def handed_over(scene: Scene) -> str:
    """A paper that goes with what was granted."""
    papers = scene.state.granted.papers if scene.state.granted else ()
    return str(scene.random.choice(sorted(papers) or ["residence_card"]))


def stays(scene: Scene) -> Body:
    """Mostly none, at times a status that ends."""
    if scene.chance(0.6):
        return {"stays": []}
    since = scene.today - timedelta(days=200)
    until = (scene.today + timedelta(days=scene.random.choice((-20, 100)))).isoformat()
    kind = scene.random.choice(("status_of_residence", "temporary_refuge", "none", "sixty_days"))
    return {"stays": [{"kind": kind, "since": since.isoformat(), "until": until}]}


def sentences(scene: Scene) -> Body:
    """Mostly none."""
    if scene.chance(0.8):
        return {"sentences": []}
    final = (scene.today - timedelta(days=90)).isoformat()
    return {"sentences": [{"final_on": final, "months": scene.random.choice((10, 40)), "suspension": "none"}]}


def proceedings(scene: Scene) -> Body:
    """Mostly none, at times criminal ones that go on."""
    if scene.chance(0.6):
        return {"proceedings": []}
    return {"proceedings": [{"kind": "criminal", "since": (scene.today - timedelta(days=5)).isoformat()}]}


def destination(scene: Scene) -> Body:
    """Mostly one that nothing stands against."""
    fear = scene.chance(0.15)
    return {
        "destination": {
            "country": "XA",
            "permitted_by_53": True,
            "accepts": True,
            "persecution": fear,
            "torture_or_disappearance": False,
        }
    }


def departure(scene: Scene) -> Body:
    """Today."""
    return {"on": scene.today.isoformat()}


HABITS: dict[str, Callable[[Scene], Body]] = {
    "Suspicion": suspicion,
    "DepartureRoute": eligible,
    "Screening": lambda scene: {
        "outcome": scene.random.choice(("sponsorship", "detention", "detention", "nothing")),
        "sponsorship_considered": True,
    },
    "InspectorFinding": finding,
    "MinistersFinding": ministers_finding,
    "HearingAppointed": lambda scene: {"held_at": scene.at.isoformat()},
    "HearingDecision": later_instance,
    "Objection": lambda _: {"written": True, "shown": ["facts_mistaken"]},
    "ObjectionDecision": later_instance,
    "SilenceAccepted": silence,
    "special_permission.FiledBy": lambda _: {"by": "person", "in_person": True, "on_form": True},
    "special_permission.Grant": permission,
    "special_permission.HandOver": lambda scene: {"paper": handed_over(scene)},
    "FactFinding": lambda _: {"record_made": False},
    "StaysRecorded": stays,
    "SentencesRecorded": sentences,
    "SecurityGroundRecorded": lambda scene: {"applies": scene.chance(0.15)},
    "CourtDecisionsRecorded": lambda scene: {"stays": []} if scene.chance(0.8) else {},
    "ProceedingsRecorded": proceedings,
    "RestrictionsRecorded": lambda scene: {"restrictions": []} if scene.chance(0.8) else {},
    "DestinationFound": destination,
    "RemovalTold": lambda scene: {"notice": {"told_on": scene.today.isoformat()}},
    "DepartureRecorded": departure,
}
"""By the name of the payload, as in `habits`."""
