"""What is done in the lives of people who stay with a status, or landed for temporary refuge, act by act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from simulation.lives import keep_circumstances, on, working

if TYPE_CHECKING:
    from simulation.lives import Life

_CASE: Final = "StatusRevocation"
_INACTIVE: Final = "22-4(1)(vi)"
_FACTS: Final[dict[str, Any]] = {"ground": _INACTIVE, "table_one": True, "just_cause": False, "reasons": "left the job"}
_NOTICE: Final[dict[str, Any]] = {
    "grounds": [_INACTIVE],
    "place": "room 2",
    "facts": "no work since",
    "in_good_time": True,
}
_HEARD: Final[dict[str, Any]] = {"attendance": "person", "facts_explained": True, "record_made": True}
_DELIVERED: Final[dict[str, Any]] = {"delivery": "61-8-2(4)", "at_residence": True, "person_met": True}
_REPORT: Final = {"opinion": "to be revoked", "claims": "looks for work"}
UNKNOWN_ADDRESS: Final[dict[str, Any]] = {"address_unknown": True, "inquiries": "nobody there knows"}
_LANDING: Final[dict[str, Any]] = {"on_board": True, "form_6": True, "form_26_2": True, "content": "stated"}
_PERMIT: Final[dict[str, Any]] = {
    "limb": "18-2(1)(i)(i)",
    "appropriate": True,
    "conditions": ["18(5)(ii)", "18(5)(iii)", "18(5)(iv)"],
    "content": "an address in the ward",
    "reasons": "fled a war",
}


def report_facts(life: Life, day: int, name: str = _CASE) -> None:
    """It becomes known that somebody with a status has not worked for half a year."""
    life.open(day, _CASE, "report_facts", "inspector", name, grounds=[_INACTIVE], facts="told by the employer")


def find_facts(life: Life, day: int) -> None:
    """Keep how the person stays, report, and find the facts, within three days."""
    keep_circumstances(life, day, status_until=-300)
    report_facts(life, day - 1)
    life.act(day - 3, _CASE, "find_facts", "inspector", counts_from=on(day + 180), **_FACTS)


def appoint_hearing(life: Life, day: int, hearing: int) -> None:
    """Appoint the hearing for eight o'clock of a day."""
    life.act(day, _CASE, "appoint_hearing", "head", hearing_at=f"{on(hearing)} 08:00", **_NOTICE)


def deliver(life: Life, day: int) -> None:
    """Deliver a paper at home."""
    life.act(day, _CASE, "deliver", "inspector", **_DELIVERED)


def hear(life: Life, day: int) -> None:
    """From the facts, 40 days before, to the hearing itself."""
    find_facts(life, day + 40)
    appoint_hearing(life, day + 30, day)
    deliver(life, day + 28)
    life.act(day, _CASE, "hear", "inspector", **_HEARD)


def revoke(life: Life, day: int, until: int) -> None:
    """From the facts to the decision to revoke, with a period for leaving; the notice is to be served."""
    hear(life, day + 4)
    life.act(day + 3, _CASE, "report_hearing", "inspector", **_REPORT)
    decision = {"ground": _INACTIVE, "until": working(until), "reasons": "no work, and none in sight"}
    life.act(day, _CASE, "revoke", "head", **decision)


def ask_to_land(life: Life, day: int, name: str = "TemporaryRefuge") -> None:
    """Apply on board for landing for temporary refuge."""
    life.open(day, "TemporaryRefuge", "apply", "inspector", name, **_LANDING)


def land(life: Life, day: int, last_day: int) -> None:
    """Applied for and permitted until a day, at most six months ahead."""
    ask_to_land(life, day)
    life.act(day, "TemporaryRefuge", "permit", "inspector", last_day=on(last_day), **_PERMIT)
