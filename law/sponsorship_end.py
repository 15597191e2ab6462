"""The end of Sponsorship: grounds of revocation, whether it must or may be revoked, forfeiture (DT-09, DT-10).

Not decided here:
    Whether flight, evidence or work is sufficiently suspected, and whether to revoke where the law says "may".

Source: 44-4, 44-8, 52-4, 52-6 (text of 2025-06-01).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, Citation
from law.finding import Answer, Finding, Reason


class Ground(StrEnum):
    """Why Sponsorship is revoked."""

    DEPOSIT_UNPAID = "deposit_unpaid"
    NO_SPONSOR = "no_sponsor"
    NEEDED_FOR_REMOVAL = "needed_for_removal"
    FLIGHT = "flight"
    """Fled, or sufficient ground to suspect flight."""
    DESTROYING_EVIDENCE = "destroying_evidence"
    """Destroyed evidence, or sufficient ground to suspect it."""
    CONDITION_BROKEN = "condition_broken"
    UNPERMITTED_WORK = "unpermitted_work"
    """Before the order unpermitted paid work, a business, or activity against 19(1); after it any, or its suspicion."""
    NOTIFICATION = "notification"
    """No notification, or a false one."""


_BEFORE: Final[dict[Ground, Citation]] = {
    Ground.DEPOSIT_UNPAID: ICRRA("44-4(1)(i)"),
    Ground.NO_SPONSOR: ICRRA("44-4(1)(ii)"),
    Ground.FLIGHT: ICRRA("44-4(2)(i)"),
    Ground.DESTROYING_EVIDENCE: ICRRA("44-4(2)(ii)"),
    Ground.CONDITION_BROKEN: ICRRA("44-4(2)(iii)"),
    Ground.UNPERMITTED_WORK: ICRRA("44-4(2)(iv)"),
    Ground.NOTIFICATION: ICRRA("44-4(2)(v)"),
}
_AFTER: Final[dict[Ground, Citation]] = {
    Ground.DEPOSIT_UNPAID: ICRRA("52-4(1)(i)"),
    Ground.NO_SPONSOR: ICRRA("52-4(1)(ii)"),
    Ground.NEEDED_FOR_REMOVAL: ICRRA("52-4(2)(i)"),
    Ground.FLIGHT: ICRRA("52-4(2)(ii)"),
    Ground.UNPERMITTED_WORK: ICRRA("52-4(2)(iii)"),
    Ground.CONDITION_BROKEN: ICRRA("52-4(2)(iv)"),
    Ground.NOTIFICATION: ICRRA("52-4(2)(v)"),
}
MANDATORY: Final = frozenset({Ground.DEPOSIT_UNPAID, Ground.NO_SPONSOR})
"""The grounds of 44-4(1) and 52-4(1): Sponsorship must be revoked."""


def grounds(*, before_order: bool) -> dict[Ground, Citation]:
    """The grounds of revocation, each with its item."""
    return _BEFORE if before_order else _AFTER


def is_conduct(ground: Ground, *, before_order: bool) -> bool:
    """Whether the Sponsor must notify of it: any item of 44-4(2), but only items (ii) to (v) of 52-4(2)."""
    return ground in grounds(before_order=before_order) and ground not in MANDATORY | {Ground.NEEDED_FOR_REMOVAL}


@dataclass(frozen=True, slots=True)
class RevocationFacts:
    """What decides whether Sponsorship may be revoked.

    Args:
        named: the grounds named in the revocation.
        owed: the mandatory grounds that have come true.
        removal_stands_still: why removal is stopped or it is unknown whether it is; empty = nothing stops it.
    """

    before_order: bool
    named: frozenset[Ground]
    owed: frozenset[Ground]
    removal_stands_still: tuple[Reason, ...] = ()


def may_be_revoked(facts: RevocationFacts) -> Finding[Answer]:
    """Whether Sponsorship may be revoked on the grounds that are named, by one of the two paragraphs.

    While a mandatory ground is owed, only the first paragraph is open: naming the second would forfeit what the first
    leaves to be returned (invariant 14 of LAW §14).

    Source: 44-4(1)(2)(5), 52-4(1)(2)(4); ground 52-4(2)(i) presupposes a removal that can be carried out (LAW 12.1).
    """
    known = grounds(before_order=facts.before_order)
    foreign = tuple(sorted(facts.named - known.keys()))
    must = facts.named & MANDATORY
    if not facts.named or foreign:
        return Finding(Answer.NO, (_no_ground(facts.before_order),))
    if must and must != facts.named:
        return Finding(Answer.NO, (_TWO_PARAGRAPHS,))
    owed = facts.owed & MANDATORY
    if owed and not must:
        return Finding(Answer.NO, tuple(_must_be_named(ground, known[ground]) for ground in sorted(owed)))
    not_come_true = sorted(must - facts.owed)
    if not_come_true:
        return Finding(Answer.NO, tuple(_not_come_true(known[ground]) for ground in not_come_true))
    if Ground.NEEDED_FOR_REMOVAL in facts.named and facts.removal_stands_still:
        return Finding(Answer.NO, (_NOTHING_TO_CARRY_OUT, *facts.removal_stands_still))
    basis = tuple(known[ground] for ground in sorted(facts.named))
    verb = ("must", "取り消さなければならない。") if must else ("may", "取り消すことができる。")
    text = (f"Sponsorship {verb[0]} be revoked.", f"監理措置決定を{verb[1]}")
    return Finding(Answer.YES, (Reason(f"{verb[0]}_be_revoked", basis, *text),))


def is_forfeited(named: frozenset[Ground]) -> bool:
    """Whether a deposit that was paid is forfeited, in whole or in part, with a revocation on these grounds (DT-10).

    Not after a mandatory revocation, nor where detention for removal is the only ground.
    """
    return bool(named - MANDATORY - {Ground.NEEDED_FOR_REMOVAL})


class LapseCause(StrEnum):
    """What makes Sponsorship lapse by law."""

    NO_GROUND_FOUND = "no_ground_found"
    """44-8(i)-(iii)."""
    SPECIAL_PERMISSION = "special_permission"
    """44-8(iv)."""
    DEPARTURE_ORDERED = "departure_ordered"
    """44-8(v)."""
    ORDER_ISSUED = "order_issued"
    """44-8(vi)."""
    ORDER_LOST_EFFECT = "order_lost_effect"
    """52-6."""


def lapses_with(cause: LapseCause, *, before_order: bool) -> bool:
    """Whether a Sponsorship lapses with an event: those of 44-8 before the order, that of 52-6 after it."""
    return before_order is (cause is not LapseCause.ORDER_LOST_EFFECT)


def _no_ground(before_order: bool) -> Reason:
    basis = (ICRRA("44-4(1)"), ICRRA("44-4(2)")) if before_order else (ICRRA("52-4(1)"), ICRRA("52-4(2)"))
    names = ", ".join(sorted(grounds(before_order=before_order)))
    return Reason(
        "no_ground_of_revocation",
        basis,
        "No ground is named, or one that the law does not have here.",
        "取消事由に該当しない。",
        remedy=f"Name one of {names}.",
    )


def _not_come_true(item: Citation) -> Reason:
    return Reason(
        "ground_not_come_true",
        (item,),
        "The ground on which Sponsorship must be revoked has not come true.",
        "必要的取消事由が生じていない。",
        remedy="Wait for the end of its period.",
    )


def _must_be_named(ground: Ground, item: Citation) -> Reason:
    return Reason(
        "mandatory_ground_owed",
        (item, ICRRA("44-4(5)"), ICRRA("52-4(4)")),
        f"Sponsorship must be revoked on the ground {ground}; the second paragraph, which forfeits, is not open.",
        "必要的取消事由が生じており、第2項による取消し（保証金の没取）はできない。",
        remedy=f"Name {ground}.",
    )


_TWO_PARAGRAPHS: Final = Reason(
    "grounds_of_two_paragraphs",
    (ICRRA("44-4(1)"), ICRRA("44-4(2)"), ICRRA("52-4(1)"), ICRRA("52-4(2)")),
    "A revocation rests on the first paragraph or on the second: forfeiture hangs on it.",
    "取消しは第1項又は第2項のいずれかによる。",
    remedy="Name the grounds of one paragraph.",
)
_NOTHING_TO_CARRY_OUT: Final = Reason(
    "removal_stands_still",
    (ICRRA("52-4(2)(i)"),),
    "Nobody is detained to carry out a removal that may not be carried out, or of which this is not known.",
    "送還を実施することができず、又はその可否が不明である。",
    remedy="Wait until nothing stops the removal, or name another ground.",
)
