"""Which sentence matters where: the decision table DT-16 of LAW §10, each row once, for no threshold fits two rules.

A sentence is one of imprisonment (拘禁刑; 懲役 and 禁錮 of the same length count alike, suppl. 19(2)). Each counts by
itself (A-20), and only when it is final.

Not decided here:
    The rows that ask for the crime and not for the length (24(iv)(ni), (ho), (he), (to), (chi), 24(iv-4), 5(1)(v)): an
    officer names the ground. What a suspension that was revoked later does (A-46): `was_revoked` says that it decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, SUPPL, Citation
from law.facts import Sentence, Suspension
from law.finding import Answer, Finding, Reason
from law.on_record import others_are_unknown
from law.policies import cite


class Suspended(StrEnum):
    """What a suspension that was pronounced with the sentence does to it."""

    COUNTS = "counts"
    """The words make no exception."""
    EXCLUDED = "excluded"
    """Excluded, whole or in part, however long the part that was not suspended."""
    BY_THE_PART = "by_the_part"
    """Excluded as a whole; in part unless the part that was not suspended passes the threshold itself."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One row of the table.

    Args:
        basis: the provisions that it is read from.
        months: the length; None = imprisonment of any length.
        inclusive: that very length counts ("or more"); else only what is longer.
        suspended: what a suspension does.
        foreign: a foreign court's sentence counts too.
        listed: for a crime of DT-02 row 4 alone.
    """

    basis: tuple[Citation, ...]
    months: int | None
    inclusive: bool
    suspended: Suspended
    foreign: bool = False
    listed: bool = False


DEPORTABLE: Final = Threshold((ICRRA("24(iv)(ri)"), cite("A-46")), 12, False, Suspended.BY_THE_PART)
"""More than one year or life; for what does not fall under (ni) to (chi) already."""

STRICT_BAR: Final = Threshold(
    (ICRRA("50(1)"), ICRRA("61-2-5(1)"), SUPPL("19"), cite("A-46")), 12, False, Suspended.BY_THE_PART
)
"""More than one year or life: special permission, and a status for a holder of provisional stay."""

NO_SUSPENSIVE_EFFECT: Final = Threshold(
    (ICRRA("61-2-9(4)(ii)"), SUPPL("19"), cite("A-46")), 36, True, Suspended.EXCLUDED
)
"""Three years or more, or life."""

LANDING_DENIED: Final = Threshold((ICRRA("5(1)(iv)"), cite("A-44")), 12, True, Suspended.COUNTS, foreign=True)
"""One year or more, of any country."""

LISTED_CRIME: Final = Threshold(
    (ICRRA("24(iv-2)"), ICRRA("24-3(iii)"), ICRRA("61-2-2(1)(ii)"), ICRRA("61-2-4(1)(viii)"), ICRRA("5(1)(ix-2)")),
    None,
    True,
    Suspended.COUNTS,
    listed=True,
)
"""Any imprisonment for a listed crime, suspended or not."""


def is_final(sentence: Sentence, on: date) -> bool:
    """Whether the judgment is final on a legal day."""
    return sentence.final_on is not None and sentence.final_on <= on


def is_long_enough(row: Threshold, sentence: Sentence) -> bool:
    """Whether the sentence as pronounced passes the length of a row, its suspension and its court left aside."""
    return sentence.months is None or _passes(row, sentence.months, sentence.days)


def counts(row: Threshold, sentence: Sentence, on: date) -> bool | None:
    """Whether a sentence counts in a row of the table; None where the part that was not suspended is not on record.

    Args:
        row: the row.
        sentence: the sentence, as far as it is on record.
        on: the legal day.
    """
    concerned = (row.foreign or sentence.japanese_court) and (sentence.listed_crime or not row.listed)
    if not (concerned and is_final(sentence, on) and is_long_enough(row, sentence)):
        return False
    if row.suspended is Suspended.COUNTS or sentence.suspension is Suspension.NONE:
        return True
    if row.suspended is Suspended.EXCLUDED or sentence.suspension is Suspension.WHOLE:
        return False
    part = sentence.unsuspended_months
    return None if part is None else _passes(row, part, sentence.unsuspended_days)


def add_up(row: Threshold, final: Iterable[Sentence]) -> bool:
    """Whether unsuspended sentences of Japanese courts reach the length together: no rule says so, a person looks."""
    unsuspended = (each for each in final if each.japanese_court and each.suspension is Suspension.NONE)
    months = sum(each.months for each in unsuspended if each.months is not None)
    return row.months is not None and months >= row.months


def is_listed(sentence: Sentence, on: date) -> bool:
    """Whether a sentence counts wherever any imprisonment for a listed crime does."""
    return counts(LISTED_CRIME, sentence, on) is True


def may_rest_on_a_sentence(sentences: tuple[Sentence, ...] | None, on: date) -> Finding[Answer]:
    """Whether a finding of 24(iv)(ri) can rest on what is on record; what is not on record leaves it open.

    Returns:
        No where every sentence is on record and none counts, nor could by a suspension revoked later (A-46); else yes.

    Source: 24(iv)(ri) (text 2025-06-01); DT-16 row 1.
    """
    if sentences is None or others_are_unknown(sentences):
        return Finding(Answer.YES, ())
    may = any(counts(DEPORTABLE, each, on) is not False or was_revoked(DEPORTABLE, each, on) for each in sentences)
    return Finding(Answer.YES, ()) if may else Finding(Answer.NO, (_NONE_LONG_ENOUGH,))


def was_revoked(row: Threshold, sentence: Sentence, on: date) -> bool:
    """Whether only a suspension that was revoked later keeps a sentence out of a row: a person is asked (A-46)."""
    concerned = row.foreign or sentence.japanese_court
    return sentence.suspension_revoked and concerned and is_final(sentence, on) and is_long_enough(row, sentence)


def _passes(row: Threshold, months: int, days: int) -> bool:
    if row.months is None:
        return True
    return (months, days) >= (row.months, 0 if row.inclusive else 1)


_NONE_LONG_ENOUGH: Final = Reason(
    "no_sentence_of_more_than_a_year",
    (ICRRA("24(iv)(ri)"), cite("A-46")),
    "By the sentences on record none is final, of a Japanese court, of more than one year and not suspended so far.",
    "記録上、一年を超える拘禁刑（執行猶予に係るものを除く。）に処せられた事実がない。",
    remedy="Name the item that applies, or correct the sentences on record.",
)
