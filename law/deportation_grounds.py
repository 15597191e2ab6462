"""The grounds of Article 24 as other rules sort them, and what hangs on the sort (LAW §4.1, §4.4)."""

from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD
from law.facts import Ground
from law.finding import Answer, Finding, Reason

DEPARTURE_ORDER_GROUNDS: Final = frozenset(
    {Ground.II_4, Ground.IV_RO, Ground.VI, Ground.VI_2, Ground.VI_3, Ground.VI_4, Ground.VII}
)
"""Grounds on which a departure order is possible (24-3)."""

SECURITY_GROUNDS: Final = frozenset({Ground.III_2, Ground.III_3, Ground.IV_O, Ground.IV_WA, Ground.IV_KA})
"""Grounds of 61-2-9(4)(ii)."""

STRICT_BAR_GROUNDS: Final = SECURITY_GROUNDS | {Ground.IV_HA, Ground.IV_YO}
"""Grounds of the proviso of 50(1): special permission only if refusing it would lack humanity."""

FOUND_BY_THE_MINISTER: Final = frozenset({Ground.III_2, Ground.IV_YO})
"""Grounds that exist only by a finding of the Minister in person, which is delegated to nobody (24, 24-2, CO 26)."""

EXCLUDES_DEPARTURE_ORDER: Final = STRICT_BAR_GROUNDS | {
    Ground.III,
    Ground.III_4,
    Ground.III_5,
    Ground.IV_NI,
    Ground.IV_HO,
    Ground.IV_HE,
    Ground.IV_TO,
    Ground.IV_CHI,
    Ground.IV_RI,
    Ground.IV_NU,
    Ground.IV_RU,
    Ground.VIII,
    Ground.IX,
}
"""Grounds that exclude a departure order beside another ground (24-3(ii))."""


class ObjectionGround(StrEnum):
    """The grounds of an objection, each plainly affecting the decision (Ord. 42)."""

    PROCEDURE_UNLAWFUL = "procedure_unlawful"
    LAW_MISAPPLIED = "law_misapplied"
    FACTS_MISTAKEN = "facts_mistaken"


def objection_is_in_form(*, written: bool | None, shown: frozenset[ObjectionGround] | None) -> Finding[Answer]:
    """Whether an objection is in writing and has material for at least one ground.

    Args:
        written: the statement of objection (form 60) was handed in.
        shown: the grounds for which material was handed in.

    Source: 49(1), Ord. 42. Not decided here: whether the objection is in time, and whether it is well founded.
    """
    basis = (ICRRA("49(1)"), ORD("42"))
    if written is False or shown == frozenset():
        en = "The objection lacks the written statement, or material for any of the three grounds."
        ja = "異議申出書又は不服の理由を示す資料を欠いている。"
        return Finding(Answer.NO, (Reason("objection_incomplete", basis, en, ja, "Hand in what is missing."),))
    if written is None or shown is None:
        en = "It is not on record what was handed in with the objection."
        return Finding(Answer.UNKNOWN, (Reason("objection_not_on_record", basis, en, "異議申出の書類が記録にない。"),))
    en = "The objection is in writing, with material for a ground of Ordinance 42."
    return Finding(Answer.YES, (Reason("objection_in_form", basis, en, "異議申出書及び理由を示す資料がある。"),))
