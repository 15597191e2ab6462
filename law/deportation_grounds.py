"""The grounds of Article 24 as other rules sort them, and what hangs on the sort (LAW §4.1, §4.4, DT-16)."""

from datetime import date
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD
from law.decision_table import any_of
from law.facts import Ground, Sentence, Suspension
from law.finding import Answer, Finding, Reason
from law.policies import cite

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

_ONE_YEAR: Final = 12
_BAR: Final = (ICRRA("50(1)"),)


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


def burden_on_suspect(ground: Ground, *, landing_without_permission: bool | None = None) -> Finding[Answer]:
    """Whether the suspect must prove that the ground does not apply.

    Args:
        ground: the ground of the examination.
        landing_without_permission: for 24(i), whether it rests on 3(1)(ii), where the burden stays with the State.

    Source: 46.
    """
    rests = (ICRRA("46"),)
    if ground is Ground.I and landing_without_permission is None:
        en = "It is not on record on which item of 3(1) the illegal entry rests."
        ja = "不法入国が第3条第1項のいずれの号によるかが記録にない。"
        return Finding(Answer.UNKNOWN, (Reason("item_of_entry_not_on_record", rests, en, ja),))
    if ground is Ground.II or (ground is Ground.I and not landing_without_permission):
        en = "The suspect must prove that the item does not apply."
        return Finding(Answer.YES, (Reason("burden_on_suspect", rests, en, "容疑者が自ら立証しなければならない。"),))
    en = "The State bears the burden for this item."
    return Finding(Answer.NO, (Reason("burden_on_state", rests, en, "立証責任は国にある。"),))


def special_permission_bar(
    sentences: tuple[Sentence, ...] | None, grounds: frozenset[Ground], on: date
) -> Finding[Answer]:
    """Whether special permission to stay is strictly barred: only if refusing it would lack humanity.

    Args:
        sentences: the sentences on record; None = never recorded.
        grounds: the items of Article 24 that apply.
        on: the legal day.

    Returns:
        ASK where a suspension that was revoked later decides (A-46).

    Source: 50(1) proviso; DT-16; suppl. 19 (懲役 and 禁錮 count alike). No foreign sentence counts (A-46).
    """
    if grounds & STRICT_BAR_GROUNDS:
        en, ja = (
            "A ground named in the proviso of 50(1) applies.",
            "第50条第1項ただし書に掲げる退去強制事由に該当する。",
        )
        return Finding(Answer.YES, (Reason("ground_bars_permission", _BAR, en, ja, _REMEDY),))
    if sentences is None:
        en, ja = ("It is not on record whether the person was sentenced.", "刑に処せられたかどうかが記録にない。")
        return Finding(Answer.UNKNOWN, (Reason("sentences_not_on_record", _BAR, en, ja),))
    final = [each for each in sentences if each.japanese_court and each.final_on is not None and each.final_on <= on]
    return _by_sentences([each for each in final if each.months is None or each.months > _ONE_YEAR])


_REMEDY = "Record special circumstances in which refusing would lack humanity."


def _by_sentences(long: list[Sentence]) -> Finding[Answer]:
    barred = any_of(*(_is_unsuspended(each) for each in long))
    if barred:
        en, ja = (
            "Sentenced to life or more than one year of imprisonment.",
            "無期又は一年を超える拘禁刑に処せられている。",
        )
        return Finding(Answer.YES, (Reason("sentence_bars_permission", _BAR, en, ja, _REMEDY),))
    if barred is None:
        en, ja = ("The part that was not suspended is not on record.", "執行が猶予されなかった部分の期間が記録にない。")
        return Finding(Answer.UNKNOWN, (Reason("unsuspended_part_not_on_record", _BAR, en, ja),))
    if any(each.suspension_revoked for each in long):
        en = "The suspension of a sentence was revoked later; whether it then bars is left to a person."
        ja = "執行猶予が後に取り消されており、人による判断を要する。"
        return Finding(Answer.ASK, (Reason("suspension_revoked_later", (*_BAR, cite("A-46")), en, ja),))
    en, ja = ("No sentence and no ground of the proviso of 50(1).", "第50条第1項ただし書に該当する刑及び事由はない。")
    return Finding(Answer.NO, (Reason("permission_not_barred", _BAR, en, ja),))


def _is_unsuspended(sentence: Sentence) -> bool | None:
    if sentence.suspension is Suspension.PARTIAL:
        return None if sentence.unsuspended_months is None else sentence.unsuspended_months > _ONE_YEAR
    return sentence.suspension is Suspension.NONE
