"""Special permission to stay, one line per step, for the stories that need it."""

from typing import Any

from law.special_permission import Factor
from tests.procedures.desk import Desk
from tests.procedures.stories import try_open

CLERK, HEAD = "bureau_clerk", "regional_bureau_head"
WEIGHED: dict[str, Any] = {
    "factors": {each.value: None for each in Factor} | {"family": "a child at school"},
    "positive": ["child_with_family", "community_ties"],
    "negative": ["long_illegal_stay"],
}
STATUS = {"status": "Long-term Resident", "until": "2099-05-31", "mid_long_term": True}
GRANT: dict[str, Any] = {"grounds": ["50(1)(v)"], "weighed": WEIGHED, "status": STATUS, "reasons": "stated"}
REFUSAL: dict[str, Any] = {"weighed": WEIGHED, "reasons": "stated"}
HUMANE = {"refusal_lacks_humanity": True, "special_circumstances": "a child needs care"}


def applied(one: Desk, deportation: str, at: str, **body: Any) -> str:
    """Applied for in a deportation case; returns the case of the application."""
    return one.open(
        "SpecialPermission", "apply", at, CLERK, **({"deportation": deportation, "content": "stated"} | body)
    )


def application_refused(one: Desk, deportation: str, at: str, **body: Any) -> str:
    """An application that must be refused; returns the code."""
    named = {"deportation": deportation, "content": "stated"} | body
    return try_open(one, "SpecialPermission", "apply", at, CLERK, **named)


def considered(one: Desk, deportation: str, at: str) -> str:
    """Taken up on the Minister's own motion; returns its case."""
    body = {"deportation": deportation, "reasons": "stated"}
    return one.open("SpecialPermission", "consider_on_own_motion", at, HEAD, **body)


def permitted(one: Desk, deportation: str, at: str, **grant: Any) -> str:
    """Granted on own motion in the instant in which it was taken up; returns its case."""
    case = considered(one, deportation, at)
    one.act(case, "grant", at, HEAD, **(GRANT | grant))
    return case


def refused(one: Desk, permission: str, at: str) -> None:
    """Decided against."""
    one.act(permission, "refuse", at, HEAD, **REFUSAL)


def received(one: Desk, permission: str, at: str, on: str) -> None:
    """The refusal received by the person on a day."""
    one.act(permission, "certify_refusal_received", at, CLERK, received_on=on)
