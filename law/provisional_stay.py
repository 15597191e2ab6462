"""Provisional stay (仮滞在): must it be permitted, how long, on what terms, and what it stops (61-2-4 to 61-2-9).

There is no separate application: every application of a status-less person raises the question.

Not decided here:
    Whether a suspicion is reasonable, lateness plain or a reason unavoidable: a person records it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from law import provisional_stay_reasons as reason
from law.citation import ICRRA, ORD
from law.clocks import SIX_MONTHS_AFTER_LANDING
from law.facts import ProvisionalStayPeriod, Sentence
from law.finding import Answer, Finding, Reason
from law.holidays import next_working_day
from law.on_record import exists
from law.periods import end_of, legal_day
from law.policies import cite
from law.sentences import is_listed


class Exclusion(StrEnum):
    """The items of 61-2-4(1) for which provisional stay is not permitted."""

    PROVISIONAL_LANDING = "i"
    LISTED_LANDING = "ii"
    SIXTY_DAYS = "iii"
    INADMISSIBLE_ON_ENTRY = "iv"
    SUSPECTED_GROUND = "v"
    LATE_APPLICATION = "vi"
    NOT_DIRECTLY_FROM_DANGER = "vii"
    SENTENCED = "viii"
    DEPORTATION_ORDER = "ix"
    FLIGHT_RISK = "x"


@dataclass(frozen=True, slots=True)
class ProvisionalStayFacts:
    """What decides on provisional stay; None = not on record, or not yet judged.

    Args:
        status_less: a foreign national without a status of residence.
        filed_at: when the application for recognition was received.
        landed_on: the legal day of landing in Japan.
        learned_on: where the ground arose in Japan, the legal day of learning it; it takes the place of the landing.
        provisional_landing: (i) holds a provisional landing permission.
        listed_landing: (ii) holds an unexpired landing permission of the listed kinds; temporary refuge is none.
        sixty_days: (iii) is within the 60 days of 22-2(1).
        inadmissible_on_entry: (iv) fell under 5(1)(iv)-(xiv) on entry.
        suspected_ground: (v) reasonable suspicion of 24(iii)-(iii-5) or (iv)(ha)-(yo).
        plainly_late: (vi) the lateness is plain.
        unavoidable_reason: (vi) an unavoidable reason excuses it.
        plainly_not_from_convention_danger: (vii)(i) plainly did not come directly from a territory of that danger.
        plainly_not_from_persecution: (vii)(ro) plainly did not come directly from a territory of feared persecution.
        refugee_ground_arose_in_japan: takes away limb (i) of (vii).
        protection_ground_arose_in_japan: takes away limb (ro) of (vii).
        sentences: (viii) every sentence of imprisonment.
        has_order: (ix) a deportation order was issued.
        flight_suspected: (x) reasonable suspicion of flight.
    """

    status_less: bool | None
    filed_at: datetime
    landed_on: date | None = None
    learned_on: date | None = None
    provisional_landing: bool | None = None
    listed_landing: bool | None = None
    sixty_days: bool | None = None
    inadmissible_on_entry: bool | None = None
    suspected_ground: bool | None = None
    plainly_late: bool | None = None
    unavoidable_reason: bool | None = None
    plainly_not_from_convention_danger: bool | None = None
    plainly_not_from_persecution: bool | None = None
    refugee_ground_arose_in_japan: bool | None = None
    protection_ground_arose_in_japan: bool | None = None
    sentences: tuple[Sentence, ...] | None = None
    has_order: bool | None = None
    flight_suspected: bool | None = None


def must_be_permitted(facts: ProvisionalStayFacts, at: datetime) -> Finding[Answer]:
    """Whether provisional stay must be permitted: it shall, unless an exclusion applies.

    Returns:
        NO with every exclusion that applies; else UNKNOWN with every fact missing, or ASK with what a person weighs.

    Source: 61-2-4(1) (text of 2025-06-01).
    """
    if facts.status_less is not True:
        return (
            Finding(Answer.UNKNOWN, (reason.STATUS_UNKNOWN,)) if facts.status_less is None else reason.NO_STATUS_NEEDED
        )
    answers = _exclusions(facts, legal_day(at))
    for answer, result in ((Answer.YES, Answer.NO), (Answer.UNKNOWN, Answer.UNKNOWN), (Answer.ASK, Answer.ASK)):
        if answer in answers.values():
            weighed = {answer} if answer is Answer.YES else {Answer.UNKNOWN, Answer.ASK}
            return Finding(result, tuple(_excluded(item, each) for item, each in answers.items() if each in weighed))
    return Finding(Answer.YES, (reason.SHALL,))


class Condition(StrEnum):
    """The conditions of a permission (Ord. 56-2(3))."""

    RESIDENCE = "56-2(3)(i)"
    PREFECTURE = "56-2(3)(ii)"
    APPEARANCE = "56-2(3)(iii)"
    OTHER = "56-2(3)(iv)"


def conditions(imposed: frozenset[Condition]) -> Finding[Answer]:
    """Whether the conditions are complete: residence, range of movement and appearance are always set (61-2-4(3))."""
    missing = sorted({Condition.RESIDENCE, Condition.PREFECTURE, Condition.APPEARANCE} - imposed)
    if missing:
        basis = (ICRRA("61-2-4(3)"), *(ORD(each) for each in missing))
        text = ("A condition that is always set is missing.", "必ず付すべき条件が欠けている。")
        return Finding(Answer.NO, (Reason("condition_missing", basis, *text, remedy="Set it."),))
    text = ("The conditions are complete.", "必要な条件が付されている。")
    return Finding(Answer.YES, (Reason("conditions_complete", (ICRRA("61-2-4(3)"),), *text),))


def must_be_renewed(applied_on: date, last_day: date) -> Finding[Answer]:
    """Whether the period must be renewed: it shall, if that was applied for by its last day.

    A last day on a holiday should not exist; an application on the next working day is then taken as in time (A-01).

    Source: 61-2-4(4), Ord. 56-2(6).
    """
    if applied_on <= last_day:
        return Finding(Answer.YES, (reason.RENEWED,))
    if applied_on <= next_working_day(last_day):
        return Finding(Answer.YES, (reason.RENEWED, reason.HOLIDAY_LAST_DAY))
    return Finding(Answer.NO, (reason.RENEWAL_LATE,))


def procedure_is_stopped(periods: Sequence[ProvisionalStayPeriod], at: datetime) -> Finding[Answer]:
    """Whether a running provisional stay stops the whole deportation procedure (61-2-9(2)).

    A renewal asked for in time and undecided on the last day keeps it stopped (A-28).
    """
    alive = [each for each in periods if each.delivered_at <= at and (each.ended_at is None or at < each.ended_at)]
    if any(at < end_of(each.last_day) for each in alive):
        return Finding(Answer.YES, (reason.STOPPED,))
    if any(each.renewal_undecided for each in alive):
        return Finding(Answer.YES, (reason.RENEWAL_UNDECIDED,))
    return Finding(Answer.NO, (reason.NOT_STOPPED,))


def _exclusions(facts: ProvisionalStayFacts, day: date) -> dict[Exclusion, Answer]:
    """For each item whether it excludes: YES, NO, UNKNOWN, or ASK where a person weighs."""
    return {
        Exclusion.PROVISIONAL_LANDING: _as_answer(facts.provisional_landing),
        Exclusion.LISTED_LANDING: _as_answer(facts.listed_landing),
        Exclusion.SIXTY_DAYS: _as_answer(facts.sixty_days),
        Exclusion.INADMISSIBLE_ON_ENTRY: _as_answer(facts.inadmissible_on_entry),
        Exclusion.SUSPECTED_GROUND: _as_answer(facts.suspected_ground),
        Exclusion.LATE_APPLICATION: _lateness(facts),
        Exclusion.NOT_DIRECTLY_FROM_DANGER: _indirectness(facts),
        Exclusion.SENTENCED: _sentenced(facts.sentences, day),
        Exclusion.DEPORTATION_ORDER: _as_answer(facts.has_order),
        Exclusion.FLIGHT_RISK: _as_answer(facts.flight_suspected),
    }


def _lateness(facts: ProvisionalStayFacts) -> Answer:
    """(vi): more than six months, rolled (A-27), plain, and without an unavoidable reason."""
    start = facts.learned_on or facts.landed_on
    if start is None:
        return Answer.UNKNOWN
    if facts.filed_at < SIX_MONTHS_AFTER_LANDING.ends(start).value:
        return Answer.NO
    if facts.plainly_late is False or facts.unavoidable_reason:
        return Answer.NO
    return Answer.YES if facts.plainly_late and facts.unavoidable_reason is False else Answer.ASK


def _indirectness(facts: ProvisionalStayFacts) -> Answer:
    """(vii): plainly neither limb; a limb is not asked where its ground arose in Japan, and then cannot exclude."""
    limbs = (facts.plainly_not_from_convention_danger, facts.plainly_not_from_persecution)
    arose = (facts.refugee_ground_arose_in_japan, facts.protection_ground_arose_in_japan)
    if False in limbs or True in arose:
        return Answer.NO
    if None in limbs:
        return Answer.ASK
    return Answer.UNKNOWN if None in arose else Answer.YES


def _sentenced(sentences: tuple[Sentence, ...] | None, day: date) -> Answer:
    """(viii): any imprisonment for a listed crime, suspended or not, by a Japanese court and final."""
    return _as_answer(exists(sentences, lambda each: is_listed(each, day)))


def _as_answer(fact: bool | None) -> Answer:
    if fact is None:
        return Answer.UNKNOWN
    return Answer.YES if fact else Answer.NO


def _excluded(item: Exclusion, answer: Answer) -> Reason:
    en, ja = _TEXTS[item]
    prefix, ending, remedy = _MANNER[answer]
    basis = (ICRRA(f"61-2-4(1)({item})"), *((cite("A-27"),) if item is Exclusion.LATE_APPLICATION else ()))
    suffix = {Answer.YES: "", Answer.UNKNOWN: "_not_on_record", Answer.ASK: "_to_be_weighed"}[answer]
    return Reason(f"{item.name.lower()}{suffix}", basis, f"{prefix}{en}", f"{ja}{ending}", remedy=remedy)


_MANNER = {
    Answer.YES: ("", "に該当する。", "Nothing cures it while it holds: permission is refused."),
    Answer.UNKNOWN: ("Not on record: ", "の該当性が記録されていない。", "Put the fact on record."),
    Answer.ASK: ("A person weighs: ", "の該当性は担当官の判断による。", "Record the judgment with its reasons."),
}
_TEXTS = {
    Exclusion.PROVISIONAL_LANDING: ("provisional landing.", "仮上陸の許可"),
    Exclusion.LISTED_LANDING: ("an unexpired landing permission of the listed kinds.", "期間内の寄港地上陸等の許可"),
    Exclusion.SIXTY_DAYS: ("within the 60 days of 22-2(1).", "第二十二条の二第一項による在留"),
    Exclusion.INADMISSIBLE_ON_ENTRY: ("5(1)(iv)-(xiv) on entry.", "入国時における第五条第一項第四号から第十四号まで"),
    Exclusion.SUSPECTED_GROUND: (
        "reasonable suspicion of 24(iii)-(iii-5) or (iv)(ha)-(yo).",
        "第二十四条第三号から第三号の五まで又は第四号ハからヨまでの疑い",
    ),
    Exclusion.LATE_APPLICATION: (
        "applied plainly more than six months after landing or learning the ground, without unavoidable reason.",
        "上陸の日等から六月を経過した後の申請（やむを得ない事情なし）",
    ),
    Exclusion.NOT_DIRECTLY_FROM_DANGER: (
        "plainly came directly neither from Convention danger nor from feared persecution.",
        "危険のあった領域から直接入国していないこと",
    ),
    Exclusion.SENTENCED: ("imprisonment, suspended or not, for a listed crime.", "列挙された罪による拘禁刑"),
    Exclusion.DEPORTATION_ORDER: ("a deportation order was issued.", "退去強制令書の発付"),
    Exclusion.FLIGHT_RISK: ("reasonable suspicion of flight.", "逃亡のおそれ"),
}
