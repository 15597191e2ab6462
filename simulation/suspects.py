"""What is done in the lives of suspects, act by act: the deportation procedure, and custody as it begins with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from simulation.lives import on, working

if TYPE_CHECKING:
    from simulation.lives import Life

_NOTIFIED_EVERY: Final = 80
"""Days from one notification of a supervised person to the next; the law allows three months."""
SUSPICION: dict[str, Any] = {"reasons": "overstay found by inquiry"}
_DEPORTABLE = {"outcome": "deportable", "tells_special_permission": True, "reasons": "stated"}
SIGNED = {"signed": True, "explained_in": "the suspect's language"}
OBJECTION = {"written": True, "shown": ["facts_mistaken"], "content": "stated"}


def investigate(life: Life, day: int, ground: str = "24(iv)(ro)", since: int | None = None, **more: Any) -> str:  # noqa: ANN401
    """Begin a deportation case."""
    grounds = [{"ground": ground, "since": on(since or day + 60)}]
    return life.open(day, "Deportation", "investigate", "control", grounds=grounds, **SUSPICION | more)


ROOMS = "detention rooms of the Tokyo bureau"
_SPONSOR = {"reference": "sponsor-1", "kind": "person", "understands": True, "consents": True, "fit": True}
_BEFORE_ORDER, _AFTER_ORDER = ("destroying_evidence", "no_destroying_evidence"), ("illegal_work", "no_work")
_CONDITIONS = ["residence", "prefecture", "appearance", "no_flight"]


def screen(life: Life, day: int, *, detained: bool) -> str:
    """Investigate, notify and screen."""
    case = investigate(life, day)
    outcome = "detention" if detained else "sponsorship"
    life.act(day, case, "notify", "control", reasons="stated")
    life.act(day, case, "screen", "supervisor", outcome=outcome, sponsorship_considered=True, reasons="stated")
    return case


def detain(life: Life, day: int, *shown: str) -> None:
    """Issue the detention order and execute it; beside it, after a revocation, the revocation is shown."""
    paper = {"residence": "an address", "facts": "stated", "facility": ROOMS, "valid_until": on(day - 7)}
    life.act(day, "Detention", "issue_detention_order", "supervisor", reasons="stated", **paper)
    life.act(day, "Detention", "detain", "control", facility=ROOMS, shown=["detention_order", *shown])


def sponsor(life: Life, day: int, notify_by: int, *, after_order: bool = False, **deposit: Any) -> None:  # noqa: ANN401
    """Decide the Sponsorship that is considered, and hand over its papers.

    Args:
        life: whose.
        day: of the decision.
        notify_by: the day of the first notification, within three months.
        after_order: whether the deportation order has issued: illegal work is weighed, and forbidden.
        deposit: what is set as a deposit, if one is.
    """
    risk, condition = _AFTER_ORDER if after_order else _BEFORE_ORDER
    weighed = {"risks": {"flight": "low", risk: "none"}, "disadvantage": "a child", "other": "none"}
    suspected = {} if after_order else {"suspected": True}
    terms = {"conditions": [*_CONDITIONS, condition], "residence": "an address", "area": "Tokyo"}
    body: dict[str, Any] = {"weighed": weighed | suspected | {"appropriate": True}, "sponsor": _SPONSOR, "terms": terms}
    body |= {"deposit": deposit} if deposit else {}
    life.act(day, "Sponsorship", "decide", "supervisor", notify_by=working(notify_by), reasons="stated", **body)
    life.act(day, "Sponsorship", "hand_over_papers", "inspector")


def examine(life: Life, day: int, *, detained: bool = False, notify_by: int | None = None) -> str:
    """Screen, detain or sponsor, and hand over within a day."""
    case = screen(life, day, detained=detained)
    if detained:
        detain(life, day)
    else:
        sponsor(life, day, day - _NOTIFIED_EVERY if notify_by is None else notify_by)
        life.act(day, "Sponsorship", "tell_control_officer", "supervisor")
    life.act(day, case, "hand_over_person" if detained else "hand_over_case", "control")
    return case


def notify(life: Life, day: int) -> None:
    """Somebody under Sponsorship comes to the bureau and notifies; the next time is set."""
    said = {"conditions_kept": "all", "living": "unchanged", "contact_with_sponsor": "weekly", "at_the_bureau": True}
    life.act(day, "Sponsorship", "receive_notification", "supervisor", next_by=working(day - _NOTIFIED_EVERY), **said)


def find(life: Life, day: int, case: str, **looked_into: Any) -> None:  # noqa: ANN401  (further fields of the finding)
    """Find the suspect deportable."""
    life.act(day, case, "find", "inspector", ground="24(iv)(ro)", tells_hearing=True, **_DEPORTABLE, **looked_into)


def tell_finding(life: Life, day: int, case: str) -> None:
    """Certify that the notice of the finding was received: three days begin."""
    life.act(day, case, "certify_finding_received", "clerk", received_on=on(day))


def hear(life: Life, day: int, case: str) -> None:
    """Request and hold the oral hearing within a day."""
    life.act(day, case, "request_hearing", "clerk")
    life.act(day, case, "appoint_hearing", "hearing", held_at=life.instant(day, 2), place="room 4")
    life.act(day, case, "hold_hearing", "hearing", suspect_attended=True, record="kept")
    life.act(day, case, "decide_hearing", "hearing", tells_objection=True, **_DEPORTABLE)


def tell_decision(life: Life, day: int, case: str) -> None:
    """Certify that the notice of the decision was received: three days begin."""
    life.act(day, case, "certify_decision_received", "clerk", received_on=on(day))


def accept(life: Life, day: int, case: str, **looked_into: Any) -> None:  # noqa: ANN401
    """Find the suspect deportable; the finding is accepted and special permission waived at once: the order is due."""
    find(life, day + 1, case, **looked_into)
    tell_finding(life, day, case)
    life.act(day, case, "accept_finding", "supervisor", **SIGNED)
    life.act(day, case, "waive_special_permission", "supervisor", **SIGNED)


def issue_order(life: Life, day: int, case: str, **looked_into: Any) -> None:  # noqa: ANN401
    """Issue the order to somebody who accepts it."""
    accept(life, day, case, **looked_into)
    life.act(day, case, "issue_order", "supervisor", destination=life.person.nationality or "XA", reasons="stated")


def order(life: Life, day: int, *, shown: bool = True, detained: bool = False, **looked_into: Any) -> str:  # noqa: ANN401
    """A deportation case up to an order, accepted at once: begun and ordered within two days."""
    case = examine(life, day + 2, detained=detained)
    issue_order(life, day, case, **looked_into)
    if shown:
        life.act(day, case, "show_order", "control")
    return case
