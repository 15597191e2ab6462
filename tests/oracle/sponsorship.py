"""Revocation, forfeiture and work, read a second time from Articles 44-4, 44-5, 52-4 and 70 (DT-07, DT-09, DT-10)."""

MUST = "must"
MAY = "may"

REVOCATION: dict[tuple[str, str], tuple[str, str]] = {
    ("pre", "deposit"): ("44-4(1)(i)", MUST),
    ("pre", "sponsor"): ("44-4(1)(ii)", MUST),
    ("pre", "flight"): ("44-4(2)(i)", MAY),
    ("pre", "evidence"): ("44-4(2)(ii)", MAY),
    ("pre", "condition"): ("44-4(2)(iii)", MAY),
    ("pre", "work"): ("44-4(2)(iv)", MAY),
    ("pre", "notification"): ("44-4(2)(v)", MAY),
    ("post", "deposit"): ("52-4(1)(i)", MUST),
    ("post", "sponsor"): ("52-4(1)(ii)", MUST),
    ("post", "removal"): ("52-4(2)(i)", MAY),
    ("post", "flight"): ("52-4(2)(ii)", MAY),
    ("post", "work"): ("52-4(2)(iii)", MAY),
    ("post", "condition"): ("52-4(2)(iv)", MAY),
    ("post", "notification"): ("52-4(2)(v)", MAY),
}
"""Phase and ground → item and kind. A pair that is not here is no ground of revocation in that phase."""


def revocation_kind(phase: str, ground: str, paragraph: str) -> str | None:
    """`must`, `may` or None; an unpaid deposit is a ground only of a decision under paragraph (1) (DT-06, inv. 13)."""
    if ground == "deposit" and paragraph not in {"44-2(1)", "52-2(1)"}:
        return None
    item = REVOCATION.get((phase, ground))
    return None if item is None else item[1]


def is_forfeited(phase: str, grounds: frozenset[str]) -> bool:
    """Forfeiture, all or part: only for grounds of paragraph (2), and not for 52-4(2)(i) alone (inv. 14, 15)."""
    if any(REVOCATION[phase, each][1] == MUST for each in grounds):
        return False
    weighing = grounds - {"removal"} if phase == "post" else grounds
    return len(weighing) > 0


def may_work(situation: str, *, permitted: bool, business: bool) -> bool:
    """DT-07 without a status of residence: paid work only before the order and under a permission, never a business."""
    if business or not permitted:
        return False
    return situation in {"sponsored-pre", "provisional-stay"}


def is_working_a_crime(situation: str, *, permitted: bool, business: bool) -> bool:
    """70(1)(ix)(x): unpermitted work of the sponsored; after the order any work. Release has no such crime (E20)."""
    if situation == "sponsored-post":
        return True
    return situation == "sponsored-pre" and (business or not permitted)
