"""Decisions on recognition: which are complete, which grant must follow, and when recognition must be revoked.

Source: 61-2, 61-2-2, 61-2-10, Ord. 55, Act 56/2023 suppl. 11 (text of 2025-06-01).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, SUPPL, Citation
from law.facts import ApplicationKind, Sentence
from law.finding import Answer, Finding, Reason
from law.on_record import exists
from law.periods import start_of
from law.policies import cite
from law.regimes import COMMENCEMENT, COMPLEMENTARY_PROTECTION_FROM
from law.sentences import is_listed

OLD_LAW_ENDED: Final = start_of(COMMENCEMENT)


class Outcome(StrEnum):
    """How an application for recognition can be decided (F6, F7)."""

    REFUGEE = "refugee"
    PROTECTED_NOT_REFUGEE = "protected_not_refugee"
    """On a refugee application: refugee status refused, complementary protection recognised (61-2(3))."""
    REFUGEE_REFUSED = "refugee_refused"
    """On a refugee application: the one refusal, also where complementary protection is not recognised."""
    PROTECTED = "protected"
    PROTECTION_REFUSED = "protection_refused"


_OUTCOMES: Final = {
    ApplicationKind.REFUGEE: frozenset({Outcome.REFUGEE, Outcome.PROTECTED_NOT_REFUGEE, Outcome.REFUGEE_REFUSED}),
    ApplicationKind.COMPLEMENTARY_PROTECTION: frozenset({Outcome.PROTECTED, Outcome.PROTECTION_REFUSED}),
}
_BEFORE_PROTECTION: Final = frozenset({Outcome.REFUGEE, Outcome.REFUGEE_REFUSED})
_REFUSALS: Final = frozenset({Outcome.PROTECTED_NOT_REFUGEE, Outcome.REFUGEE_REFUSED, Outcome.PROTECTION_REFUSED})


def decision_is_complete(
    kind: ApplicationKind,
    outcome: Outcome,
    *,
    cp_assessed: bool | None,
    reasons_in_writing: bool | None,
    on: date = COMPLEMENTARY_PROTECTION_FROM,
) -> Finding[Answer]:
    """Whether a decision on an application may go out.

    Args:
        kind: what was applied for.
        outcome: the decision.
        cp_assessed: an assessment of complementary protection is recorded; asked when refugee status is refused.
        reasons_in_writing: the refusal is written with its reasons; asked of every refusal.
        on: the legal day of the decision; before 2023-12-01 there was no complementary protection to assess.

    Source: 61-2(1)-(5), Act 56/2023 suppl. 1(ii), 3; the assessment is A-16.
    """
    in_law = on >= COMPLEMENTARY_PROTECTION_FROM
    if outcome not in _OUTCOMES[kind] or not (in_law or outcome in _BEFORE_PROTECTION):
        return _found(Answer.NO, _NOT_AN_OUTCOME)
    needed = (
        (outcome is Outcome.REFUGEE_REFUSED and in_law, cp_assessed, _NOT_ASSESSED),
        (outcome in _REFUSALS, reasons_in_writing, _NO_REASONS),
    )
    missing = [(done, reason) for asked, done, reason in needed if asked and not done]
    if not missing:
        return _found(Answer.YES, _COMPLETE)
    answer = Answer.NO if any(done is False for done, _ in missing) else Answer.UNKNOWN
    return _found(answer, *(reason for done, reason in missing if answer is Answer.UNKNOWN or done is False))


@dataclass(frozen=True, slots=True)
class GrantFacts:
    """What decides on the permission of 61-2-2(1); None = not on record."""

    recognised: bool
    status_less: bool | None
    barred_ground: bool | None
    """Falls under 24(iii)-(iii-5) or (iv)(ha)-(yo); a suspicion is not enough."""
    sentences: tuple[Sentence, ...] | None


def grant_must_follow(facts: GrantFacts, on: date) -> Finding[Answer]:
    """Whether the status of Long-term Resident must be granted on recognition.

    Returns:
        NO with the exception that applies, or because the person holds a status: then 61-2-3 applies on application.

    Source: 61-2-2(1); (ii) asks for a sentence of imprisonment, suspended or not, by a Japanese court (DT-16).
    """
    if not facts.recognised:
        return _found(Answer.NO, _NOT_RECOGNISED)
    if facts.status_less is False:
        return _found(Answer.NO, _HOLDS_STATUS)
    sentenced = exists(facts.sentences, lambda each: is_listed(each, on))
    applies = tuple(
        reason for holds, reason in ((facts.barred_ground, _BARRED_GROUND), (sentenced, _SENTENCED)) if holds
    )
    if applies:
        return _found(Answer.NO, *applies)
    if None in (facts.status_less, facts.barred_ground, sentenced):
        return _found(Answer.UNKNOWN, _GRANT_UNKNOWN)
    return _found(Answer.YES, _SHALL_GRANT)


class Refusal(StrEnum):
    """The refusals after which the old special permission can be owed (suppl. 11(1))."""

    REFUGEE_WITHOUT_PROTECTION = "refugee_without_protection"
    REFUGEE_WITH_PROTECTION = "refugee_with_protection"
    PROTECTION = "protection"
    GRANT = "grant"
    """The permission of 61-2-2(1)."""


def old_special_permission_must_be_examined(
    filed_at: datetime, order_issued_at: datetime | None, refusal: Refusal, *, status_less: bool | None
) -> Finding[Answer]:
    """Whether a refusal on or after 2024-06-10 is incomplete without examining the old special permission.

    Args:
        filed_at: when the application for recognition was received.
        order_issued_at: when the deportation order was issued; None = there is none.
        refusal: what is refused.
        status_less: a foreign national without a status of residence; None = not on record.

    Source: Act 56/2023 suppl. 11(1); Article 50 does not apply to these persons.
    """
    is_old = filed_at < OLD_LAW_ENDED and order_issued_at is not None and order_issued_at < OLD_LAW_ENDED
    if not is_old or refusal is Refusal.REFUGEE_WITH_PROTECTION or status_less is False:
        return _found(Answer.NO, _OLD_PERMISSION_NOT_OWED)
    if status_less is None:
        return _found(Answer.UNKNOWN, _OLD_PERMISSION_UNKNOWN)
    return _found(Answer.YES, _OLD_PERMISSION_OWED)


class RevocationGround(StrEnum):
    """For what recognition must be revoked: the item of 61-2-10(1) and (2)."""

    FRAUD = "i"
    CESSATION = "ii"
    EXCLUDED_ACT = "iii"
    """An act of Refugee Convention 1F(a) or (c) after recognition."""


class StatusFrom(StrEnum):
    """Where the status of a recognised person comes from, as far as 24(x) asks."""

    SPECIAL_PERMISSION = "50(1)"
    GRANT = "61-2-2(1)"
    CHANGE_OR_ACQUISITION = "61-2-3"
    OLD_SPECIAL_PERMISSION = "old 61-2-2(2)"
    OTHER = "other"


def recognition_must_be_revoked(kind: ApplicationKind, grounds: frozenset[RevocationGround]) -> Finding[Answer]:
    """Whether recognition must be revoked: it shall, when a ground is found (61-2-10(1)(2))."""
    paragraph = "1" if kind is ApplicationKind.REFUGEE else "2"
    basis = tuple(ICRRA(f"61-2-10({paragraph})({each})") for each in sorted(grounds))
    if not basis:
        return _found(
            Answer.NO,
            _reason("no_ground", ICRRA(f"61-2-10({paragraph})"), "No ground.", "取消事由がない。", "Name it."),
        )
    text = ("A ground is found: recognition is revoked.", "取消事由があり、認定を取り消すものとする。")
    return _found(Answer.YES, Reason("must_be_revoked", basis, *text))


def revocation_leads_to_deportation(ground: RevocationGround, status: StatusFrom) -> Finding[Answer]:
    """Whether a revocation opens 24(x): for fraud or excluded acts, never for cessation.

    Source: 24(x); for holders of the old special permission Act 56/2023 suppl. 7.
    """
    if ground is RevocationGround.CESSATION or status is StatusFrom.OTHER:
        return _found(Answer.NO, _NOT_24_X)
    return _found(Answer.YES, _OLD_24_X if status is StatusFrom.OLD_SPECIAL_PERMISSION else _24_X)


def _found(answer: Answer, *reasons: Reason) -> Finding[Answer]:
    return Finding(answer, reasons)


def _reason(code: str, basis: Citation, en: str, ja: str, remedy: str = "") -> Reason:
    return Reason(code, (basis,), en, ja, remedy)


_GRANT = ICRRA("61-2-2(1)")
_OLD = SUPPL("11(1)")
_NOT_AN_OUTCOME = _reason(
    "not_an_outcome",
    ICRRA("61-2(3)"),
    "This application cannot end so.",
    "この申請に対する処分として定めがない。",
    "Choose an outcome that the application can have.",
)
_NOT_ASSESSED = Reason(
    "protection_not_assessed",
    (ICRRA("61-2(3)"), cite("A-16")),
    "Complementary protection was not assessed.",
    "補完的保護対象者該当性の判断が記録されていない。",
    remedy="Record the assessment.",
)
_NO_REASONS = Reason(
    "reasons_missing",
    (ICRRA("61-2(4)"), ICRRA("61-2(5)")),
    "A refusal is written, with reasons.",
    "理由を付した書面がない。",
    remedy="Write the reasons.",
)
_COMPLETE = _reason("decision_complete", ICRRA("61-2(1)"), "The decision is complete.", "処分の要件を満たす。")
_NOT_RECOGNISED = _reason(
    "not_recognised", _GRANT, "The person is not recognised.", "認定を受けていない。", "Recognise first."
)
_HOLDS_STATUS = _reason(
    "holds_a_status",
    ICRRA("61-2-3"),
    "The person holds a status: on application 61-2-3.",
    "在留資格を有する。",
    "Apply for a change of status under 61-2-3.",
)
_BARRED_GROUND = _reason(
    "barred_ground",
    ICRRA("61-2-2(1)(i)"),
    "24(iii)-(iii-5) or (iv)(ha)-(yo).",
    "第六十一条の二の二第一項第一号に該当する。",
    "Refuse the grant; nothing cures the exception.",
)
_SENTENCED = _reason(
    "listed_crime",
    ICRRA("61-2-2(1)(ii)"),
    "Imprisonment for a listed crime.",
    "列挙された罪により拘禁刑に処せられた。",
    "Refuse the grant; nothing cures the exception.",
)
_GRANT_UNKNOWN = _reason(
    "exception_not_on_record",
    _GRANT,
    "The person's stay or an exception is not on record.",
    "在留の状況又は例外事由の有無が記録されていない。",
    "Put it on record.",
)
_SHALL_GRANT = _reason(
    "shall_be_granted",
    _GRANT,
    "No exception applies.",
    "定住者の在留資格の取得を許可するものとする。",
    "Grant it.",
)
_OLD_PERMISSION_OWED = _reason(
    "old_special_permission_owed",
    _OLD,
    "Application and order are from before 2024-06-10: the old special permission is examined.",
    "申請及び退去強制令書の発付が施行日前であり、従前の在留特別許可の審査を要する。",
    "Examine it and record the result.",
)
_OLD_PERMISSION_NOT_OWED = _reason(
    "old_special_permission_not_owed", _OLD, "Not owed.", "審査を要しない。", "Leave out its result."
)
_OLD_PERMISSION_UNKNOWN = _reason(
    "status_not_on_record",
    _OLD,
    "The person's stay is not on record.",
    "在留の状況が記録されていない。",
    "Put it on record.",
)
_NOT_24_X = _reason("not_24_x", ICRRA("24(x)"), "24(x) does not apply.", "第二十四条第十号に該当しない。")
_24_X = _reason("24_x", ICRRA("24(x)"), "24(x) applies.", "第二十四条第十号に該当する。")
_OLD_24_X = _reason("24_x_old_special_permission", SUPPL("7"), "Suppl. 7 applies.", "附則第七条による。")
