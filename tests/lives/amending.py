"""Corrections and resolutions: what is said of entries on file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from engine.command import Command, Kind, case_id_of
from engine.resolution import Verdict

if TYPE_CHECKING:
    from tests.lives.walker import Walker


def correct(walker: Walker) -> Command:
    """A correction of any entry: it never happened, or earlier, or as it was."""
    target = walker.random.choice(walker.life.history).entry.command
    body: dict[str, Any] = {"reason": "typed wrongly"}
    roll = walker.random.random()
    if roll < 0.35:
        body["annul"] = True
    elif roll < 0.7:
        body["occurred_at"] = (target.occurred_at - timedelta(minutes=walker.random.choice((1, 600)))).isoformat()
    else:
        body["body"] = target.body
    return _correction(walker, target, body)


def annul(walker: Walker, procedure: str, act: str) -> Command | None:
    """Word that the last entry of an act never happened; None where there is none."""
    done = [one.entry.command for one in walker.life.history]
    of_act = [one for one in done if one.procedure == procedure and one.act == act]
    return _correction(walker, of_act[-1], {"reason": "typed wrongly", "annul": True}) if of_act else None


def _correction(walker: Walker, target: Command, body: dict[str, Any]) -> Command:
    case = target.case or case_id_of(target.id)
    return walker.sent(Kind.CORRECT, target.procedure, "correct", walker.now, body, case=case, target=target.id)


def resolve(walker: Walker, verdict: Verdict | None = None) -> Command | None:
    """A decision on a contested entry; None where none is contested.

    Args:
        walker: who is told.
        verdict: the decision; None = any.
    """
    marks = [(case, mark.entry) for case in walker.life.dossier.cases.values() for mark in case.contested]
    if not marks:
        return None
    case, target = walker.random.choice(marks)
    chosen = verdict or walker.random.choice(list(Verdict))
    body = {"verdict": chosen.value, "reason": "weighed"}
    return walker.sent(Kind.RESOLVE, case.procedure, "resolve", walker.now, body, case=case.id, target=target)
