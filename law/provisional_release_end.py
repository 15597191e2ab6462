"""How a provisional release is revoked, and what then becomes of a deposit of the old law (55; old 54(2), 55(3)).

Not decided here:
    Whether a revocable fact is revoked, and how much of a deposit beside flight or non-appearance is forfeited.
"""

from enum import StrEnum
from typing import Final

from law.citation import ICRRA, SUPPL
from law.finding import Answer, Finding, Reason
from law.money import Yen
from law.provisional_release import OLD_TEXT, ReleaseLaw

DEPOSIT_MAXIMUM: Final = Yen(3_000_000)
"""Old 54(2): the most that a release under the old law may cost as a deposit."""

_OLD_DEPOSIT: Final = (SUPPL("9(1)"), ICRRA("54(2)", OLD_TEXT))
_OLD_FORFEITURE: Final = (SUPPL("9(2)"), ICRRA("55(3)", OLD_TEXT))


class ReleaseBreach(StrEnum):
    """The facts for which a release may be revoked (55(1))."""

    FLED = "fled"
    FLIGHT_SUSPECTED = "flight_suspected"
    DID_NOT_APPEAR = "did_not_appear"
    """Did not follow a summons without just cause."""
    CONDITION_BREACHED = "condition_breached"


_PUNISHABLE: Final = frozenset({ReleaseBreach.FLED, ReleaseBreach.DID_NOT_APPEAR})


def may_be_revoked(breaches: frozenset[ReleaseBreach]) -> Finding[Answer]:
    """Whether a release may be revoked: on any fact of 55(1), the same in the old law."""
    if breaches:
        text = ("A fact of 55(1) is given; the release may be revoked.", "取消事由があり、取り消すことができる。")
        return Finding(Answer.YES, (Reason("release_may_be_revoked", (ICRRA("55(1)"),), *text),))
    text = ("No fact of 55(1) is given.", "仮放免の取消事由がない。")
    return Finding(Answer.NO, (Reason("no_ground_of_revocation", (ICRRA("55(1)"),), *text, remedy="Name the fact."),))


def is_punishable(breaches: frozenset[ReleaseBreach]) -> bool:
    """Whether flight, or non-appearance without just cause, exposes the person to the offence of 72(vi)."""
    return bool(breaches & _PUNISHABLE)


def deposit_may_be_set(law: ReleaseLaw, deposit: Yen | None) -> Finding[Answer]:
    """Whether a deposit may be set: never under the new law, up to 3,000,000 yen under the old one, which asks for one.

    Source: 54(2); old 54(2), suppl. 9(1).
    """
    if law is ReleaseLaw.NEW:
        text = ("No deposit is set for a release.", "仮放免に保証金は要しない。")
        return _unless(deposit is None, Reason("no_deposit", (ICRRA("54(2)"),), *text, remedy="Leave it out."))
    if deposit is None:
        text = ("The old law asks for a deposit.", "従前の例により保証金の額を定める。")
        return Finding(Answer.NO, (Reason("deposit_missing", _OLD_DEPOSIT, *text, remedy="Set its amount."),))
    text = ("The deposit exceeds 3,000,000 yen.", "保証金の額が三百万円を超えている。")
    over = Reason("deposit_beyond_maximum", _OLD_DEPOSIT, *text, remedy="Set at most 3,000,000 yen.")
    return _unless(deposit <= DEPOSIT_MAXIMUM, over)


def is_paid_in_full(paid: Yen, deposit: Yen) -> Finding[Answer]:
    """Whether a payment is the deposit that was set: nobody is released before, and no more is taken."""
    text = ("The payment is not the deposit that was set.", "納付額が定められた保証金の額と異なる。")
    return _unless(paid == deposit, Reason("not_the_deposit", _OLD_DEPOSIT, *text, remedy="Take the amount set."))


def forfeits(breaches: frozenset[ReleaseBreach], paid: Yen, forfeited: Yen | None) -> Finding[Answer]:
    """Whether a revocation forfeits what the old law says: all for flight or non-appearance, else a part.

    Args:
        breaches: the facts of the revocation.
        paid: the deposit held; under the new law nothing.
        forfeited: what is to be forfeited; None = nothing was said.

    Source: old 55(3), suppl. 9(2).
    """
    if paid == 0:
        text = ("No deposit is held.", "納付された保証金がない。")
        none = Reason("no_deposit_held", _OLD_FORFEITURE, *text, remedy="Leave the forfeiture out.")
        return _unless(forfeited is None, none)
    if is_punishable(breaches):
        text = (
            "Flight or non-appearance forfeits the whole deposit.",
            "逃亡又は不出頭による場合は全部を没取する。",
        )
        return _unless(forfeited == paid, Reason("whole_forfeited", _OLD_FORFEITURE, *text, remedy="Forfeit all."))
    text = ("Another ground forfeits a part of the deposit.", "その他の理由による取消しでは一部を没取する。")
    part = Reason("part_forfeited", _OLD_FORFEITURE, *text, remedy="Forfeit a part: more than nothing, less than all.")
    return _unless(forfeited is not None and 0 < forfeited < paid, part)


def _unless(holds: bool, why: Reason) -> Finding[Answer]:
    return Finding(Answer.YES, ()) if holds else Finding(Answer.NO, (why,))
