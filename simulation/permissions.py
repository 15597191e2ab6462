"""What is done in the lives of those who apply for special permission to stay, act by act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from law.special_permission import Factor
from simulation.lives import on

if TYPE_CHECKING:
    from simulation.lives import Life

_KNOWN: Final = {
    Factor.REASON_TO_STAY: "the children know no other country",
    Factor.FAMILY: "two children at school",
    Factor.LENGTH_OF_STAY: "eleven years",
    Factor.FACTS_OF_THE_GROUND: "overstay",
}
_WEIGHED: dict[str, Any] = {
    "factors": {each.value: _KNOWN.get(each) for each in Factor},
    "positive": ["child_with_family", "community_ties"],
    "negative": ["long_illegal_stay"],
}
_SHOWN = ["passport", "proof", "sponsorship_notice"]


def apply(life: Life, day: int, deportation: str, content: str) -> str:
    """Apply for special permission with all papers; returns the name of its case."""
    body: dict[str, Any] = {"deportation": f"${deportation}", "shown": _SHOWN, "content": content}
    return life.open(day, "SpecialPermission", "apply", "clerk", **body)


def consider(life: Life, day: int, deportation: str) -> str:
    """Take the question up on own motion; returns the name of its case."""
    body = {"deportation": f"${deportation}", "reasons": "children at school"}
    return life.open(day, "SpecialPermission", "consider_on_own_motion", "head", "own_motion", **body)


def give(life: Life, day: int, case: str) -> None:
    """Grant a status for a year, and tell the supervising inspector; the residence card is to be handed over."""
    status = {"status": "Long-term Resident", "until": on(day - 365), "mid_long_term": True}
    life.act(day, case, "grant", "head", grounds=["50(1)(v)"], weighed=_WEIGHED, status=status, reasons="stated")
    life.act(day, case, "tell_supervising_inspector", "head")


def grant(life: Life, day: int, case: str) -> None:
    """Grant, tell, and hand over the residence card."""
    give(life, day, case)
    life.act(day, case, "hand_over_papers", "inspector", paper="residence_card")


def refuse(life: Life, day: int, case: str) -> None:
    """Refuse, and tell the supervising inspector; the notice is on its way."""
    life.act(day, case, "refuse", "head", weighed=_WEIGHED, reasons="stated")
    life.act(day, case, "tell_supervising_inspector", "head")
