"""Lives whose status is to be revoked, and of people who landed for temporary refuge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from simulation import holders, leavers
from simulation.caseload_recognition import Story
from simulation.lives import Life, on, working

if TYPE_CHECKING:
    from random import Random

_REVOCATION, _REFUGE = "StatusRevocation", "TemporaryRefuge"
_STATUS: Final = {"status": "Long-term Resident", "content": "stated"}
_TIME_TO_LEAVE: Final = 28
"""Days from the decision to the last day for leaving; the law allows 30 from the service."""


def facts_known(life: Life, _: Random, *, left: bool = False) -> None:
    """Dropped once; new facts are being found since; or the person left meanwhile."""
    holders.find_facts(life, 120)
    life.act(100, _REVOCATION, "drop", "head", reasons="works again")
    holders.report_facts(life, 9, "again")
    if left:
        leavers.leave(life, 4)


def hearing_appointed(life: Life, _: Random, *, posted: bool = False, told: bool = False) -> None:
    """A hearing is appointed; its notice is to be served, is posted in public, or was delivered."""
    holders.find_facts(life, 20)
    holders.appoint_hearing(life, 10, -25)
    if posted:
        life.act(4, _REVOCATION, "post_public_notice", "minister", **holders.UNKNOWN_ADDRESS)
    if told:
        holders.deliver(life, 8)
        life.act(3, _REVOCATION, "ask_for_new_date", "clerk", content="is in hospital")


def heard(life: Life, _: Random, *, step: str = "") -> None:
    """Heard; reported; decided against, and perhaps told so."""
    holders.hear(life, 9)
    if step:
        report = {"opinion": "not to be revoked", "claims": "has found work"}
        life.act(7, _REVOCATION, "report_hearing", "inspector", **report)
    if step in ("spared", "told"):
        life.act(5, _REVOCATION, "decide_not_to_revoke", "head", reasons="has found work")
    if step == "told":
        life.act(2, _REVOCATION, "tell_not_revoked", "clerk")


def revoked(life: Life, _: Random, *, posted: bool = False) -> None:
    """Revoked; the notice is to be served, or is posted in public."""
    holders.revoke(life, 6, 6 - _TIME_TO_LEAVE)
    if posted:
        written = {"until": working(-35), **holders.UNKNOWN_ADDRESS}
        life.act(4, _REVOCATION, "post_public_notice", "minister", **written)


def to_leave(life: Life, _: Random, *, day: int, end: str = "") -> None:
    """Revoked and served: the period for leaving runs, was kept, or passed, with whatever followed."""
    holders.revoke(life, day, day - _TIME_TO_LEAVE)
    holders.deliver(life, day - 2)
    if end == "left":
        leavers.leave(life, day - 5)
    elif end == "stayed":
        suit = {"attacked": "status_revocation", "case": f"${_REVOCATION}", "made_on": on(day), "known_on": on(day - 2)}
        life.open(day - 3, "CourtProceedings", "file_suit", "clerk", court="district court", **suit)
        stay = {"scope": "effect", "term": "lifted", "court": "district court"}
        life.act(day - 5, "CourtProceedings", "order_stay", "clerk", **stay)
    elif end == "investigated":
        life.act(6, _REVOCATION, "investigate", "control", reasons="found by inquiry")
    elif end == "annulled":
        life.act(6, _REVOCATION, "decline_investigation", "control", reasons="a suit is pending")
        final = {"judgment": "annuls the revocation", "final_on": on(4), "served_on": on(18)}
        life.act(3, _REVOCATION, "record_annulment", "clerk", **final)


STATUS: tuple[tuple[int, Story], ...] = (
    *((1, partial(facts_known, left=left)) for left in (False, True)),
    (1, hearing_appointed),
    (1, partial(hearing_appointed, posted=True)),
    (1, partial(hearing_appointed, told=True)),
    *((1, partial(heard, step=step)) for step in ("", "reported", "spared", "told")),
    *((1, partial(revoked, posted=posted)) for posted in (False, True)),
    *((1, partial(to_leave, day=12, end=end)) for end in ("", "stayed")),
    *((1, partial(to_leave, day=50, end=end)) for end in ("", "left", "investigated", "annulled")),
)
"""Each story with its number of people."""


def asks_to_land(life: Life, _: Random) -> None:
    """Withdrew an application for landing, was refused another one, and applied again."""
    holders.ask_to_land(life, 90, "first")
    life.act(90, "first", "withdraw", "clerk")
    holders.ask_to_land(life, 40, "second")
    life.act(40, "second", "refuse", "inspector", reasons="fled nothing")
    holders.ask_to_land(life, 1)


def landed(life: Life, _: Random, *, day: int = 60, end: str = "") -> None:
    """Landed for temporary refuge; runs, was left, ran out, or a status followed."""
    holders.land(life, day, day - 150)
    if end == "considered":
        life.act(3, _REFUGE, "decline_investigation", "control", reasons="has applied elsewhere")
    elif end == "status":
        life.act(50, _REFUGE, "apply_for_status", "clerk", long_term_resident=True, **_STATUS)
        given = {"status": _STATUS["status"], "until": on(-300), "reasons": "recognised"}
        life.act(30, _REFUGE, "grant_status", "head", **given)
        life.act(28, _REFUGE, "hand_over_status", "inspector")
    elif end == "left":
        life.open(45, "Circumstances", "keep", "inspector")
        leavers.leave(life, 40)


REFUGE: tuple[tuple[int, Story], ...] = (
    (1, asks_to_land),
    (1, landed),
    (1, partial(landed, day=160)),
    (1, partial(landed, day=170, end="considered")),
    *((1, partial(landed, end=end)) for end in ("status", "left")),
)
"""Landing for temporary refuge is rare; it is here to be seen."""
