"""What usually stands in the papers of removal, of leaving before it, of the denial of landing and of orders beside."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from engine.case import NoticeStatus
from law.departure_order_terms import PaperItem
from law.passport_order import CommandedAct
from tests.lives.bodies import working

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tests.lives.bodies import Scene

Body = dict[str, Any]

TERMS = ["50-52(i)", "50-52(ii)", "50-52(iii)", "50-52(iv)"]
_GROUNDS = ["24(iv)(ro)", "24(iv)(ro)", "24(i)", "24(iv)(o)", "24(iv-3)", "24(ii-4)"]
_KINDS = ("regular_flight", "regular_flight", "chartered_flight", "carrier", "assisted_return")
_ENDS = ("obstructed", "captain_refused", "stopped", "receiving_state_refused", "transport", "health")


def waiting(scene: Scene, papers: dict[str, str]) -> str:
    """A paper that waits for service, of the papers by the notice that each is; any where none waits."""
    found = scene.case.notices if scene.case else ()
    kinds = {one.kind for one in found if one.status is NoticeStatus.TO_SERVE}
    return scene.random.choice([paper for notice, paper in papers.items() if notice in kinds] or list(papers.values()))


def plan(scene: Scene) -> Body:
    """To the destination that was found, with what its kind needs."""
    destination = scene.position.circumstances.destination
    kind = scene.random.choice(_KINDS)
    landed = (scene.today - timedelta(days=400)).isoformat()
    return {
        "kind": kind,
        "destination": destination.country if destination else "XA",
        "departs_on": (scene.today + timedelta(days=scene.random.choice((0, 1, 9)))).isoformat(),
        "batch": "b-1" if kind == "chartered_flight" else None,
        "carrier": {"name": "a", "landed_on": landed, "knew": True} if kind == "carrier" else None,
        "assistance": {"body": "a", "wishes_to_return": True} if kind == "assisted_return" else None,
    }


def named_plan(scene: Scene) -> Body:
    """The plan that stands."""
    planned = getattr(scene.state, "plan", None)
    return {"plan": planned.number if planned else 1}


def attempt(scene: Scene) -> Body:
    """Of today, for any reason."""
    end = scene.random.choice(_ENDS)
    return {"on": scene.today.isoformat(), "end": end, "obstructed_by": "force" if end == "obstructed" else None}


def departure_order(scene: Scene) -> Body:
    """With everything that the paper states, and any conditions."""
    return {
        "deadline": scene.ahead(11).isoformat(),
        "states": [one.value for one in PaperItem],
        "conditions": [one for one in TERMS if scene.chance(0.7)],
        "residence": "a",
        "route": "a",
        "special_circumstances": None,
    }


def later_day(scene: Scene, day: date | None, days: int = 15) -> str:
    """A working day after a day and not past."""
    start = max(day or scene.today, scene.today)
    return working(start + timedelta(days=scene.random.randint(1, days))).isoformat()


def extension(scene: Scene) -> Body:
    """Beyond the deadline, for no fault of the person."""
    deadlines = getattr(scene.state, "deadlines", ())
    return {"deadline": later_day(scene, deadlines[-1].last_day if deadlines else None), "not_the_persons_fault": True}


def revocation(scene: Scene) -> Body:
    """For a condition that was set."""
    imposed = sorted(one.value for one in getattr(scene.state, "conditions", ()))
    return {"broken": [scene.random.choice(imposed or TERMS)]}


def exit_held(scene: Scene) -> Body:
    """Notified, and begun within the day."""
    began = (scene.at - timedelta(minutes=scene.random.choice((0, 5, 600)))).isoformat()
    held = {"ground": "25-2(1)(ii)", "excepted": False}
    return {**held, "procedure_done_at": began, "began_at": began, "authority": "a", "notified": True}


def leaving_day(scene: Scene) -> Body:
    """The day by which to leave, within a week of the day planned."""
    planned = max(getattr(scene.state, "planned_on", scene.today), scene.today)
    return {"until": (planned + timedelta(days=scene.random.choice((0, 3, 7)))).isoformat()}


def permission(scene: Scene) -> Body:
    """As applied for."""
    state = scene.state
    planned = max(getattr(state, "planned_on", scene.today), scene.today)
    fixed = state is not None and scene.chance(0.5)
    return {"planned_on": planned.isoformat(), "destination": state.destination if fixed else None}


def on_record(scene: Scene) -> Body:
    """A departure of a day in the past, mostly with what its denial hangs on."""
    on = scene.today - timedelta(days=scene.random.choice((0, 30, 400, 3000)))
    leaving = scene.random.choice(("removed", "by_oneself", "own_expense", "penal_order", "departure_order"))
    kept = leaving == "own_expense" and scene.chance(0.5)
    return {
        "on": on.isoformat(),
        "leaving": leaving,
        "grounds": [scene.random.choice(_GROUNDS)] if scene.chance(0.8) else None,
        "before": scene.random.choice((True, False, False, None)),
        "own_expense_decision_kept": kept,
        **_track(scene, leaving),
    }


def _track(scene: Scene, leaving: str) -> Body:
    known = leaving == "departure_order" and scene.chance(0.8)
    return {"track": scene.random.choice(("24-3(i)(i)", "24-3(i)(ro)")) if known else None}


def found_since(scene: Scene) -> Body:
    """One thing or two that the denial hangs on."""
    found: Body = {
        "leaving": scene.random.choice(("removed", "own_expense", "departure_order")) if scene.chance(0.1) else None,
        "grounds": [scene.random.choice(_GROUNDS)] if scene.chance(0.6) else None,
        "before": scene.chance(0.4) if scene.chance(0.7) else None,
        "track": scene.random.choice(("24-3(i)(i)", "24-3(i)(ro)")) if scene.chance(0.3) else None,
        "own_expense_decision_kept": scene.chance(0.5) if scene.chance(0.3) else None,
    }
    return found


def judgment_abroad(scene: Scene) -> Body:
    """Final after the person left."""
    final = scene.today - timedelta(days=scene.random.choice((0, 200, 2000)))
    left = (final - timedelta(days=60)).isoformat()
    facts = {"as_table_i_holder": True, "listed_crime": True, "imprisonment": True, "abroad_when_final": True}
    return {**facts, "left_on": left, "final_on": final.isoformat()}


def penal_order(scene: Scene) -> Body:
    """On what is there: a removal that was obstructed, or the will that is denied."""
    attempts = any(one.state.attempts for one in scene.position.of("Enforcement"))
    reason = "55-2(1)(ii)" if attempts and scene.chance(0.6) else "55-2(1)(i)"
    judged = {"risk_of_the_like": True, "appropriate": True, "period_reasonable": True, "stated": "as written"}
    return {"reasons": [reason], "last_day": scene.ahead(15).isoformat(), **judged}


def passport_order(scene: Scene) -> Body:
    """Of one act or two, within weeks."""
    acts = scene.random.sample([one.value for one in CommandedAct], k=scene.random.choice((1, 2)))
    return {
        "acts": acts,
        "last_day": scene.ahead(15).isoformat(),
        "needed_for_removal": True,
        "period_reasonable": True,
    }


def demand(scene: Scene) -> Body:
    """Of a commanded act that is due on demand, where there is one."""
    commanded = sorted(scene.state.acts, key=lambda one: not one.is_on_demand)
    return {"commanded": commanded[0].value if commanded else "52(12)", "on": scene.today.isoformat()}


def done(scene: Scene) -> Body:
    """A commanded act, today."""
    return {"commanded": scene.random.choice(sorted(scene.state.acts)).value, "on": scene.today.isoformat()}


def today(scene: Scene) -> Body:
    """Today, whatever the day is called."""
    day = scene.today.isoformat()
    return {"on": day, "received_on": day}


_DEPARTURE_PAPERS = {
    "departure_order_extended": "new_deadline",
    "departure_extension_refusal": "refusal",
    "departure_order_revocation": "revocation",
}
_OWN_EXPENSE_PAPERS = {
    "destination_fixed": "destination",
    "own_expense_refusal": "refusal",
    "one_year_decision": "one_year",
    "one_year_refusal": "one_year_refusal",
    "exit_hold": "hold",
}

HABITS: dict[str, Callable[[Scene], Body]] = {
    "RemovalPlan": plan,
    "NamedPlan": named_plan,
    "OtherShip": lambda scene: {"departs_on": (scene.today + timedelta(days=3)).isoformat()},
    "WaitingCosts": lambda scene: {"valid_passport": True, "visa": scene.chance(0.8)},
    "ExecutionRequest": lambda _: {"officers_lacking": True},
    "ExecutionResult": lambda scene: {
        "carried_out": scene.case is not None and scene.case.stage == "removed",
        "order_returned": True,
    },
    "FailedAttempt": attempt,
    "LeftUnderOrder": today,
    "DepartureOrderPaper": departure_order,
    "DepartureSummons": lambda scene: {"appear_at": (scene.at + timedelta(hours=20)).isoformat()},
    "departure_order.ExtensionRequest": lambda _: {"in_person": True, "where": "issuing_office"},
    "departure_order.Extension": extension,
    "departure_order.Revocation": revocation,
    "PaperReceipt": lambda scene: {"paper": waiting(scene, _DEPARTURE_PAPERS), **today(scene)},
    "ExitHeld": exit_held,
    "departure_order.Leave": lambda scene: {"order_submitted": True, "in_time": scene.chance(0.6)},
    "OwnExpenseApplication": lambda scene: {"destination": "XB", "planned_on": scene.ahead(9).isoformat()},
    "OwnExpensePermission": permission,
    "OneYearRequest": lambda _: {"form": True, "material": True, "in_person": True, "filer": "person"},
    "own_expense.DateFixed": leaving_day,
    "OneYearDecision": lambda _: {
        "deported_before": False,
        "left_under_departure_order_before": False,
        "appropriate": True,
    },
    "ExitHold": exit_held,
    "WordToAuthority": lambda scene: {"told_at": scene.at.isoformat()},
    "own_expense.PaperReceived": lambda scene: {"paper": waiting(scene, _OWN_EXPENSE_PAPERS), **today(scene)},
    "LeavingOnRecord": on_record,
    "landing_denial.FactsFound": found_since,
    "SetAside": lambda scene: {"relief": "4-2(1)(ii)", "appropriate": True, "holds_status": scene.chance(0.5)},
    "LandingRefused": lambda scene: {
        "refused_on": (scene.today - timedelta(days=scene.random.choice((0, 100, 500)))).isoformat()
    },
    "JudgmentAbroad": judgment_abroad,
    "NoticeReceived": today,
    "Declaration": today,
    "OpinionHeard": today,
    "PenalOrderPaper": penal_order,
    "PeriodExtended": lambda scene: {"last_day": later_day(scene, getattr(scene.state, "last_day", None))},
    "PassportOrderPaper": passport_order,
    "ActAsked": demand,
    "ActDone": done,
}
"""By the name of the payload, as in `habits`."""
