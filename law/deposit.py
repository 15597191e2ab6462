"""The deposit of Sponsorship (保証金): how much, for what, until when, and a ledger in which no yen is lost.

Not decided here:
    Whether a deposit is needed and which amount suffices; what part is forfeited: the supervising inspector says.

Source: 44-2(2)(6)(8), 44-4(5), 52-2(2)(5), 52-4(4), Ord. 36-2(4)-(7) (text of 2025-06-01); DT-06, DT-10.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from law.citation import ICRRA, ORD, Citation
from law.custody import Paragraph
from law.finding import Answer, Finding, Reason
from law.holidays import next_working_day
from law.money import Yen
from law.policies import cite
from law.regimes import COMMENCEMENT
from law.sponsorship import Risk, risks_of

NOTHING: Final = Yen(0)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The highest deposit that may be set, and from which day."""

    amount: Yen
    basis: tuple[Citation, ...]
    since: date


_AMOUNT: Final = (ICRRA("44-2(2)"), ICRRA("52-2(2)"), ORD("36-2(4)"), ORD("36-2(5)"))
CEILING: Final = Ceiling(Yen(3_000_000), _AMOUNT, COMMENCEMENT)
CEILING_OF_A_MINOR: Final = Ceiling(Yen(1_500_000), (*_AMOUNT, cite("A-32")), COMMENCEMENT)


def ceiling(*, minor: bool | None) -> Ceiling:
    """The highest deposit; where it is in doubt (None) whether the person is a minor, the lower one (A-32)."""
    return CEILING if minor is False else CEILING_OF_A_MINOR


@dataclass(frozen=True, slots=True)
class Terms:
    """A deposit as it is to be set.

    Args:
        minor: under eighteen on the day of the decision; None = in doubt.
        against: what it is needed against.
        due: the day set for payment.
    """

    amount: Yen
    minor: bool | None
    against: frozenset[Risk]
    due: date | None = None


def may_be_set(terms: Terms, paragraph: Paragraph) -> Finding[Answer]:
    """Whether a deposit may be set with a decision under a paragraph.

    A due date belongs to a decision under 44-2(1) or 52-2(1), always, and to no other; how late it may lie is said by
    the clock C08.
    """
    highest = ceiling(minor=terms.minor)
    own = risks_of(paragraph)
    refused = (
        (terms.amount <= 0, _NO_AMOUNT),
        (terms.amount > highest.amount, _above(highest)),
        (not terms.against or not terms.against <= own, _not_needed(own)),
        (paragraph.at_screening and terms.due is None, _DUE_DATE_MISSING),
        (not paragraph.at_screening and terms.due is not None, _NO_DUE_DATE),
    )
    reasons = tuple(reason for holds, reason in refused if holds)
    return Finding(Answer.NO if reasons else Answer.YES, reasons)


def may_be_due(due: date, placed_on: date) -> Finding[Answer]:
    """Whether a due date lies within the days that the law counts: the day after placement is the first of them.

    The last of them, and whether it may be a closed day, is said by the clock C08.
    """
    return Finding(Answer.YES, ()) if due > placed_on else Finding(Answer.NO, (_DUE_TOO_EARLY,))


def payable_until(due: date) -> date:
    """The last day on which a payment is in time: a closed due date gives way to the next working day (A-01)."""
    return next_working_day(due)


@dataclass(frozen=True, slots=True)
class Deposit:
    """The ledger of a deposit: set once, paid at most once, then held until it is forfeited or returned.

    `payer` is an opaque reference. What was paid is always what is held, forfeited and returned together. What came
    `late` is no deposit any more: it is only held to be returned (A-06).
    """

    required: Yen
    minor: bool | None = None
    due: date | None = None
    paid: Yen = NOTHING
    paid_on: date | None = None
    payer: str = ""
    forfeited: Yen = NOTHING
    returned: Yen = NOTHING
    late: bool = False

    def __post_init__(self) -> None:
        """Refuse a ledger that does not balance."""
        if min(self.required, self.paid, self.forfeited, self.returned, self.held) < 0:
            msg = "a deposit does not balance"
            raise ValueError(msg)

    @property
    def held(self) -> Yen:
        """What is neither forfeited nor returned."""
        return Yen(self.paid - self.forfeited - self.returned)

    @property
    def is_forfeitable(self) -> bool:
        """Whether a revocation for conduct may take anything: what is held, unless it came late (A-06)."""
        return self.held > 0 and not self.late

    @property
    def unpaid(self) -> bool:
        """Whether nothing was paid."""
        return self.paid == 0


def may_be_paid(deposit: Deposit | None, amount: Yen, *, over: bool) -> Finding[Answer]:
    """Whether a payment may be taken: once, and exactly what was set.

    What comes when all is `over` - Sponsorship has ended, or must be revoked for want of payment - is recorded
    whatever its amount, to be returned (A-06).
    """
    if deposit is None:
        return Finding(Answer.NO, (_NONE_SET,))
    if not deposit.unpaid:
        return Finding(Answer.NO, (_PAID_ALREADY,))
    exact = amount == deposit.required
    return Finding(Answer.YES, ()) if exact or (over and amount > 0) else Finding(Answer.NO, (_other_amount(deposit),))


def pay(deposit: Deposit, amount: Yen, payer: str, on: date, *, late: bool = False) -> Deposit:
    """The ledger after a payment; what comes late is only to be returned."""
    if not deposit.unpaid:
        msg = "a deposit is paid once"
        raise ValueError(msg)
    return replace(deposit, paid=amount, payer=payer, paid_on=on, late=late)


def may_be_forfeited(deposit: Deposit | None, amount: Yen) -> Finding[Answer]:
    """Whether an amount may be forfeited: all or part of what is held, and nothing of what came late (A-06)."""
    if deposit is not None and deposit.late:
        return Finding(Answer.NO, (_CAME_LATE,))
    held = deposit.held if deposit else NOTHING
    return Finding(Answer.YES, ()) if 0 < amount <= held else Finding(Answer.NO, (_not_held(held),))


def forfeit(deposit: Deposit, amount: Yen) -> Deposit:
    """The ledger after a forfeiture."""
    return replace(deposit, forfeited=Yen(deposit.forfeited + amount))


def give_back(deposit: Deposit) -> Deposit:
    """The ledger after everything that was held went back to who paid it."""
    return replace(deposit, returned=Yen(deposit.returned + deposit.held))


def _above(highest: Ceiling) -> Reason:
    return Reason(
        "deposit_above_ceiling",
        highest.basis,
        f"The deposit lies above {highest.amount:,} yen.",
        f"保証金の額が{highest.amount:,}円を超えている。",
        remedy=f"Set {highest.amount:,} yen or less.",
    )


def _not_needed(own: frozenset[Risk]) -> Reason:
    names = ", ".join(sorted(own))
    return Reason(
        "deposit_not_needed",
        (ICRRA("44-2(2)"), ICRRA("44-2(6)"), ICRRA("52-2(2)"), ICRRA("52-2(5)")),
        f"A deposit may be set only where it is needed against {names}.",
        "逃亡等の防止のために必要と認められていない。",
        remedy=f"Name what it is needed against ({names}), or set none.",
    )


def _other_amount(deposit: Deposit) -> Reason:
    return Reason(
        "not_the_amount_set",
        (ICRRA("44-2(2)"), ICRRA("44-2(6)"), ORD("36-2(7)")),
        f"The amount set is {deposit.required:,} yen, no more and no less.",
        f"納付すべき額は{deposit.required:,}円である。",
        remedy=f"Take {deposit.required:,} yen.",
    )


def _not_held(held: Yen) -> Reason:
    return Reason(
        "not_held",
        (ICRRA("44-4(5)"), ICRRA("52-4(4)")),
        f"All or part of what is held is forfeited; held are {held:,} yen.",
        f"没取することができるのは、納付されている{held:,}円の全部又は一部である。",
        remedy=f"Forfeit between 1 and {held:,} yen." if held else "",
    )


_NO_AMOUNT: Final = Reason(
    "no_amount",
    (ORD("36-2(4)"), ORD("36-2(5)")),
    "A deposit is an amount that suffices for its purpose.",
    "保証金の額が相当でない。",
    remedy="Set an amount, or no deposit.",
)
_DUE_DATE_MISSING: Final = Reason(
    "due_date_missing",
    (ICRRA("44-2(2)"), ICRRA("52-2(2)"), ORD("36-2(6)")),
    "A deposit of a decision under 44-2(1) or 52-2(1) needs a due date.",
    "保証金の納付期限が指定されていない。",
    remedy="Designate a day, a working day where there is one, at the latest the third day after that of placement.",
)
_DUE_TOO_EARLY: Final = Reason(
    "due_too_early",
    (ORD("36-2(6)"),),
    "The three days are counted from the day after placement: nobody has to pay on the day itself.",
    "納付期限は、監理措置に付された日の翌日から起算する三日以内の日である。",
    remedy="Designate a working day among the three days after it, or where none is one of them, any; or no deposit.",
)
_NO_DUE_DATE: Final = Reason(
    "no_due_date",
    (ICRRA("44-2(6)"), ICRRA("52-2(5)"), ORD("36-2(6)")),
    "A deposit of a decision under 44-2(6), 52-2(5) or 52-8(5) has no due date.",
    "法第44条の2第6項等の決定に係る保証金には納付期限がない。",
    remedy="Leave the date out: a detainee is released when it is paid.",
)
_NONE_SET: Final = Reason(
    "no_deposit_set",
    (ICRRA("44-2(2)"), ICRRA("44-2(6)"), ICRRA("52-2(2)"), ICRRA("52-2(5)")),
    "No deposit was set.",
    "保証金の納付は求められていない。",
    remedy="Give the money back to who brought it.",
)
_PAID_ALREADY: Final = Reason(
    "deposit_paid_already",
    (ORD("36-2(7)"),),
    "The deposit is paid.",
    "保証金は既に納付されている。",
    remedy="Give the money back to who brought it; correct the entry if its amount is wrong.",
)
_CAME_LATE: Final = Reason(
    "came_late",
    (ICRRA("44-4(5)"), ICRRA("52-4(4)"), cite("A-06")),
    "What came after its day, or after the end, was not paid as the condition: it is only to be returned.",
    "期限後又は監理措置の終了後に納付されたものは条件としての納付に当たらず、返還するほかない。",
    remedy="Return it to who paid it.",
)
