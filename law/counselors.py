"""The refugee adjudication counselors (難民審査参与員) heard on every request for review: panel, hearing, opinion.

Source: 61-2-12(3)-(6), Ord. 58-2 to 58-9, ACRA 31 (text of 2025-06-01).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from law.citation import ACRA, ICRRA, ORD, Citation
from law.finding import Answer, Finding, Reason

PANEL_SIZE: Final = 3


class Conflict(StrEnum):
    """What bars a refugee adjudication counselor from a review (Ord. 58-2)."""

    TOOK_PART_IN_DISPOSITION = "58-2(i)"
    APPLICANT_OR_RELATIVE = "58-2(ii)"
    GUARDIAN = "58-2(iii)"
    HOUSEHOLD_OR_EMPLOYEE = "58-2(iv)"
    REPRESENTATIVE = "58-2(v)"
    INTERVENER_WITNESS_OR_EXPERT = "58-2(vi)"
    OTHER_INTEREST = "58-2(vii)"


@dataclass(frozen=True, slots=True)
class Counselor:
    """A refugee adjudication counselor (難民審査参与員) named for a review; `conflicts` None = not asked yet."""

    reference: str
    is_head: bool
    conflicts: frozenset[Conflict] | None


def panel(counselors: Sequence[Counselor]) -> Finding[Answer]:
    """Whether the counselors named form a panel: three different ones, one of them head, none in conflict.

    Source: Ord. 58-2, 58-3(1)(4). That fields of knowledge are mixed (58-9(1)) is no condition.
    """
    different = {each.reference for each in counselors}
    barred = {conflict for each in counselors for conflict in each.conflicts or ()}
    tests = (
        (len(counselors) == len(different) == PANEL_SIZE, _THREE),
        (sum(each.is_head for each in counselors) == 1, _HEAD),
        (not barred, _conflict(sorted(barred))),
    )
    against = tuple(reason for holds, reason in tests if not holds)
    if against:
        return Finding(Answer.NO, against)
    if any(each.conflicts is None for each in counselors):
        return Finding(Answer.UNKNOWN, (_NOT_ASKED,))
    return Finding(
        Answer.YES, (_reason("panel_complete", ORD("58-3(1)"), "The panel is complete.", "班は適法である。"),)
    )


@dataclass(frozen=True, slots=True)
class OralStatement:
    """What bears on an oral statement (口頭意見陳述); the grounds are the panel's judgment, None = not judged."""

    requested: bool | None
    difficult: bool | None
    """Whereabouts or other circumstances make it difficult to give the opportunity."""
    no_ground_even_if_true: bool | None
    """The facts alleged, even if true, contain no ground of recognition."""
    otherwise_unsuitable: bool | None


def oral_statement_may_be_refused(statement: OralStatement) -> Finding[Answer]:
    """Whether the opportunity to state orally may be withheld; on request it must be given unless a ground exists.

    Source: ACRA 31(1) as read by 61-2-12(6), Ord. 58-5(2) (paper 79-3).
    """
    if statement.requested is False:
        return Finding(Answer.YES, (_NOT_REQUESTED,))
    grounds = (statement.difficult, statement.no_ground_even_if_true, statement.otherwise_unsuitable)
    found = tuple(reason for holds, reason in zip(grounds, _ORAL_GROUNDS, strict=True) if holds)
    if found:
        return Finding(Answer.YES, found)
    if statement.requested is None or None in grounds:
        return Finding(Answer.UNKNOWN, (_ORAL_UNKNOWN,))
    return Finding(Answer.NO, (_ORAL_OWED,))


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """A decision (裁決) on a request for review, before it is served.

    Args:
        by_minister: the Minister decides in person of the office, not the Commissioner or a regional head.
        counselors: the panel.
        signed_by: the references of those who signed the opinion paper.
        refuses: it rejects or dismisses the request.
        states_gist: it states the gist of the opinion; None = not checked.
    """

    by_minister: bool
    counselors: tuple[Counselor, ...]
    signed_by: frozenset[str]
    refuses: bool
    states_gist: bool | None


def review_may_be_decided(decision: ReviewDecision) -> Finding[Answer]:
    """Whether a request for review may be decided so: after the panel's opinion, and saying its gist in a refusal.

    Source: 61-2-12(1)(3)(4), Ord. 58-7; the power is not delegated (CO 26, Ord. 61-2).
    """
    named = panel(decision.counselors)
    tests = (
        (decision.by_minister, _NOT_MINISTER),
        ({each.reference for each in decision.counselors} <= decision.signed_by, _NOT_SIGNED),
        (not decision.refuses or decision.states_gist is not False, _NO_GIST),
    )
    against = tuple(reason for holds, reason in tests if not holds)
    if named.value is Answer.NO or against:
        return Finding(Answer.NO, (*(named.reasons if named.value is Answer.NO else ()), *against))
    if named.value is Answer.UNKNOWN:
        return named
    if decision.refuses and decision.states_gist is None:
        return Finding(Answer.UNKNOWN, (_NO_GIST,))
    return Finding(Answer.YES, (_OPINION_HEARD,))


def _conflict(conflicts: Sequence[Conflict]) -> Reason:
    basis = (*(ORD(each) for each in conflicts), ORD("58-3(4)"))
    return Reason(
        "counselor_in_conflict",
        basis,
        "A counselor may not take part; the naming must be withdrawn.",
        "不適格事由のある難民審査参与員がおり、指名を取り消さなければならない。",
        remedy="Name another counselor.",
    )


def _reason(code: str, basis: Citation, en: str, ja: str, remedy: str = "") -> Reason:
    return Reason(code, (basis,), en, ja, remedy)


_THREE = _reason(
    "not_three", ORD("58-3(1)"), "Not exactly three different counselors.", "参与員が三人でない。", "Name three."
)
_HEAD = _reason("not_one_head", ORD("58-3(1)"), "Not exactly one head.", "総括する者が一人でない。", "Name one.")
_NOT_ASKED = _reason(
    "conflicts_not_asked",
    ORD("58-2"),
    "A counselor was not asked about conflicts of interest.",
    "不適格事由の有無が確認されていない。",
    "Ask the counselor.",
)
_NOT_REQUESTED = _reason("oral_statement_not_requested", ACRA("31(1)"), "Nobody asked for it.", "申立てがない。")
_ORAL_UNKNOWN = _reason(
    "oral_statement_not_judged", ACRA("31(1)"), "The panel has not judged the grounds.", "除外事由の判断が未了である。"
)
_ORAL_OWED = _reason(
    "oral_statement_owed",
    ACRA("31(1)"),
    "It was asked for and must be allowed.",
    "口頭意見陳述の機会を与えなければならない。",
    "Allow it.",
)
_ORAL_GROUNDS = (
    _reason(
        "oral_statement_difficult", ACRA("31(1)"), "Circumstances make it difficult.", "機会を与えることが困難である。"
    ),
    _reason(
        "no_ground_even_if_true",
        ICRRA("61-2-12(6)"),
        "The facts alleged, even if true, contain no ground of recognition.",
        "主張に係る事実が真実でも、認定の事由を包含しない。",
    ),
    _reason(
        "oral_statement_unsuitable",
        ICRRA("61-2-12(6)"),
        "Other circumstances make it unsuitable.",
        "その他相当でない事情がある。",
    ),
)
_NOT_MINISTER = _reason(
    "not_the_minister", ICRRA("61-2-12(1)"), "Only the Minister decides a review.", "裁決権者は法務大臣に限られる。"
)
_NOT_SIGNED = _reason(
    "opinion_not_signed",
    ORD("58-7(1)"),
    "The opinion paper is not signed by all counselors of the panel.",
    "意見書に参与員全員の署名又は記名押印がない。",
    "Wait for the opinion paper.",
)
_NO_GIST = _reason(
    "gist_not_stated",
    ICRRA("61-2-12(4)"),
    "A rejection or dismissal must state the gist of the counselors' opinion.",
    "却下又は棄却の裁決の理由に参与員の意見の要旨が示されていない。",
    "State the gist.",
)
_OPINION_HEARD = _reason("opinion_heard", ICRRA("61-2-12(3)"), "The panel was heard.", "参与員の意見を聴いた。")
