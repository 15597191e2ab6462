"""What holds for a holder of provisional stay: work, revocation, and a status without recognition.

Source: 61-2-5 to 61-2-8, Ord. 56-3 to 56-6, Act 56/2023 suppl. 12, 13 (text of 2025-06-01).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, SUPPL, Citation
from law.facts import Sentence
from law.finding import Answer, Finding, Reason
from law.periods import start_of
from law.provisional_stay import Exclusion
from law.regimes import COMMENCEMENT
from law.special_permission import special_permission_bar

NEW_TERMS_SINCE: Final = start_of(COMMENCEMENT)
"""Permits delivered earlier keep their old conditions, revocation and work rules (suppl. 12, 13)."""


class RevocationGround(StrEnum):
    """The facts for which provisional stay may be revoked; each value is its item."""

    EXCLUSION_EXISTED = "61-2-6(i)"
    EXCLUSION_AROSE = "61-2-6(ii)"
    CONDITION_BREACHED = "61-2-6(iii)"
    FALSE_MATERIAL = "61-2-6(iv)"
    DEPARTURE_STARTED = "61-2-6(v)"
    UNPERMITTED_WORK = "61-2-6(vi)"


EXCLUSIONS_THAT_REVOKE: Final = {
    RevocationGround.EXCLUSION_EXISTED: frozenset(
        {
            Exclusion.INADMISSIBLE_ON_ENTRY,
            Exclusion.SUSPECTED_GROUND,
            Exclusion.LATE_APPLICATION,
            Exclusion.NOT_DIRECTLY_FROM_DANGER,
            Exclusion.SENTENCED,
            Exclusion.DEPORTATION_ORDER,
        }
    ),
    RevocationGround.EXCLUSION_AROSE: frozenset({Exclusion.SUSPECTED_GROUND, Exclusion.SENTENCED}),
}
"""Not among them: landing permissions, the 60 days, and flight risk."""


def revocation_grounds(
    existed: frozenset[Exclusion], arose: frozenset[Exclusion], conduct: frozenset[RevocationGround]
) -> frozenset[RevocationGround]:
    """Every ground of revocation that is given.

    Args:
        existed: exclusions that turn out to have existed when the stay was permitted.
        arose: exclusions that arose later.
        conduct: the grounds (iii)-(vi) as found; the first two are taken from the exclusions only.
    """
    by_item = (
        (RevocationGround.EXCLUSION_EXISTED, existed),
        (RevocationGround.EXCLUSION_AROSE, arose),
    )
    from_exclusions = {ground for ground, found in by_item if found & EXCLUSIONS_THAT_REVOKE[ground]}
    return frozenset(from_exclusions | (conduct - EXCLUSIONS_THAT_REVOKE.keys()))


def may_be_revoked(grounds: frozenset[RevocationGround], delivered_at: datetime) -> Finding[Answer]:
    """Whether provisional stay may be revoked; whether it is, is left to the Minister.

    Returns:
        ASK for a permit delivered before 2024-06-10: the old law decides (suppl. 12).
    """
    if delivered_at < NEW_TERMS_SINCE:
        return _found(Answer.ASK, "old_law_revokes", SUPPL("12"), *_OLD_LAW)
    if not grounds:
        return _found(Answer.NO, "no_ground_of_revocation", ICRRA("61-2-6"), *_NO_GROUND)
    basis = tuple(ICRRA(each) for each in sorted(grounds))
    text = (
        "A ground of revocation is given; the permit may be revoked.",
        "取消事由があり、許可を取り消すことができる。",
    )
    return Finding(Answer.YES, (Reason("may_be_revoked", basis, *text),))


def business_never(delivered_at: datetime) -> Finding[Answer]:
    """Whether running a business may ever be permitted: no. A permit delivered before 2024-06-10 is under old law."""
    if delivered_at < NEW_TERMS_SINCE:
        return _old_work_rules()
    text = ("Running a business is never permitted.", "収入を伴う事業を運営する活動は許可されない。")
    return _found(Answer.NO, "business_never", ICRRA("61-2-7(1)"), *text, "Apply for paid work instead.")


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """What decides on paid work; None = not on record, or not yet judged."""

    delivered_at: datetime
    """When the permit of provisional stay was delivered."""
    applied: bool
    within_living_needs: bool | None
    """The activity is needed for the living and the pay within its limits (Ord. 56-5(1))."""
    appropriate: bool | None
    """The Minister finds it appropriate."""


def work_may_be_permitted(facts: WorkFacts) -> Finding[Answer]:
    """Whether paid work may be permitted: on application, within living needs, if found appropriate (61-2-7(2))."""
    if facts.delivered_at < NEW_TERMS_SINCE:
        return _old_work_rules()
    basis = ICRRA("61-2-7(2)")
    refused = (
        (not facts.applied, "work_not_applied_for", "Nobody applied for it.", "申請がない。", "Apply for it."),
        (
            facts.within_living_needs is False,
            "beyond_living_needs",
            "Beyond the living.",
            "生計の維持に必要な範囲を超える。",
            "Permit less, or refuse.",
        ),
        (
            facts.appropriate is False,
            "work_not_appropriate",
            "Not found appropriate.",
            "相当と認められない。",
            "Refuse it.",
        ),
    )
    for holds, code, en, ja, remedy in refused:
        if holds:
            return _found(Answer.NO, code, basis, en, ja, remedy)
    if facts.within_living_needs is None:
        text = ("Need and amount are not on record.", "必要性及び報酬額が記録されていない。")
        return _found(Answer.UNKNOWN, "living_needs_not_on_record", basis, *text, "Put need and amount on record.")
    if facts.appropriate is None:
        text = ("The Minister weighs it.", "相当性の判断による。")
        return _found(Answer.ASK, "work_to_be_weighed", basis, *text, "Judge whether it is appropriate.")
    return _found(Answer.YES, "work_may_be_permitted", basis, "It may be permitted.", "許可することができる。")


class HolderGround(StrEnum):
    """Why a holder of provisional stay may be given a status (61-2-5(1))."""

    ONCE_JAPANESE = "61-2-5(1)(i)"
    TRAFFICKING_VICTIM = "61-2-5(1)(ii)"
    OTHER_CIRCUMSTANCES = "61-2-5(1)(iii)"


@dataclass(frozen=True, slots=True)
class HolderFacts:
    """What decides whether a holder of provisional stay may be given a status; None = not on record or not judged."""

    holds_provisional_stay: bool | None
    ground: HolderGround | None
    """None: none of the three is given."""
    sentences: tuple[Sentence, ...] | None
    suspected_ground: bool | None
    """Reasonable suspicion of 24(iii-2), (iii-3), (iv)(ha) or (iv)(o)-(yo)."""
    refusal_lacks_humanity: bool | None
    """Special circumstances in which refusing would lack humanity."""


def status_for_holder(facts: HolderFacts, on: date) -> Finding[Answer]:
    """Whether a status may be given to a holder of provisional stay, without recognition (61-2-5(1)).

    Returns:
        ASK where it may be given: the Minister weighs the factors of 61-2-5(2). NO where it may not.
    """
    basis = ICRRA("61-2-5(1)")
    if facts.holds_provisional_stay is False:
        text = ("No provisional stay.", "仮滞在の許可を受けていない。")
        return _found(Answer.NO, "no_provisional_stay", basis, *text, "Nothing cures it: it is for its holder.")
    if facts.ground is None:
        text = ("None of the items is given.", "各号に該当しない。")
        return _found(Answer.NO, "no_ground_for_status", basis, *text, "Name the item that is given.")
    if facts.holds_provisional_stay is None:
        text = ("Provisional stay is not on record.", "仮滞在の許可が記録されていない。")
        return _found(Answer.UNKNOWN, "provisional_stay_not_on_record", basis, *text, "Put it on record.")
    barred = strict_bar(facts, on)
    if barred.value is Answer.NO or facts.refusal_lacks_humanity:
        text = ("It may be given; the Minister weighs the factors.", "諸事情を考慮し、許可することができる。")
        return Finding(Answer.ASK, (Reason("status_may_be_given", (ICRRA(facts.ground), ICRRA("61-2-5(2)")), *text),))
    if barred.value is Answer.YES and facts.refusal_lacks_humanity is False:
        return Finding(Answer.NO, barred.reasons)
    return Finding(Answer.ASK if barred.value is Answer.YES else barred.value, barred.reasons)


def strict_bar(facts: HolderFacts, on: date) -> Finding[Answer]:
    """Whether the strict bar of 61-2-5(1) proviso applies; its sentences are counted as those of 50(1) (DT-16)."""
    basis = ICRRA("61-2-5(1)")
    if facts.suspected_ground:
        text = ("A ground named in the proviso is suspected.", "ただし書に掲げる事由の疑いに相当の理由がある。")
        return _found(
            Answer.YES, "suspected_ground_bars_status", basis, *text, "Record why refusing it would lack humanity."
        )
    by_sentence = special_permission_bar(facts.sentences, frozenset(), on)
    if by_sentence.value is Answer.NO and facts.suspected_ground is None:
        text = (
            "Whether such a ground is suspected is not on record.",
            "ただし書の事由の疑いの有無が記録されていない。",
        )
        return _found(Answer.UNKNOWN, "suspicion_not_on_record", basis, *text, "Put it on record.")
    return Finding(by_sentence.value, tuple(_cited(each, basis) for each in by_sentence.reasons))


def _cited(reason: Reason, basis: Citation) -> Reason:
    return Reason(reason.code, (basis, *reason.basis), reason.en, reason.ja, reason.remedy)


def _old_work_rules() -> Finding[Answer]:
    text = ("The permit is older than the work ban.", "改正前の許可であり、就労の禁止規定は適用されない。")
    return _found(Answer.ASK, "old_law_work", SUPPL("13"), *text, _OLD_REMEDY)


def _found(answer: Answer, code: str, basis: Citation, en: str, ja: str, remedy: str = "") -> Finding[Answer]:
    return Finding(answer, (Reason(code, (basis,), en, ja, remedy),))


_OLD_REMEDY = "Let a person decide by the old law, and record it on paper."
_OLD_LAW = ("The old law decides.", "なお従前の例による。", _OLD_REMEDY)
_NO_GROUND = ("No ground is given.", "取消事由がない。", "Name the ground.")
