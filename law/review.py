"""The request for review (審査請求) of a decision on recognition: whether it lies, and whether it is in time.

Source: 61-2-12, ACRA 18 (text of 2025-06-01). Who must be heard on it is in `law.counselors`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law.citation import ACRA, ICRRA, Citation
from law.clocks import REVIEW_OUTER_LIMIT, REVIEW_REQUEST
from law.finding import Answer, Finding, Reason
from law.periods import end_of
from law.policies import cite


class Timeliness(StrEnum):
    """How a request for review stands to its period (DT-17)."""

    IN_TIME = "in_time"
    IN_TIME_BY_POST = "in_time_by_post"
    LATE_WITH_CLAIMED_REASON = "late_with_claimed_reason"
    """Admissible if the reason is accepted; removal waits until a rejecting decision is served (A-26)."""
    LATE = "late"
    PERIOD_NOT_BEGUN = "period_not_begun"
    """The refusal was not received: the seven days have not begun (A-30)."""


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """A request for review as it reached the bureau.

    Args:
        received_at: when the bureau received it.
        posted_on: the legal day on which it was posted or handed to a courier; None = handed in, or not proved.
        claims_justifiable_reason: a justifiable reason for lateness is claimed; a person judges it.
    """

    received_at: datetime
    posted_on: date | None = None
    claims_justifiable_reason: bool = False


def timeliness(refusal_received_on: date | None, refused_on: date, request: ReviewRequest) -> Finding[Timeliness]:
    """Whether a request for review of a refusal or revocation is in time.

    Args:
        refusal_received_on: the legal day on which the written refusal was really received; None = not proved.
        refused_on: the legal day of the refusal, from which the outer limit of one year runs.
        request: the request.

    Source: 61-2-12(2), ACRA 18(1)-(3), HolA 2. A request against inaction has no period.

    Not decided here: whether the claimed reason is justifiable.
    """
    if refusal_received_on is None:
        return Finding(Timeliness.PERIOD_NOT_BEGUN, (_NOT_BEGUN,))
    period = REVIEW_REQUEST.ends(refusal_received_on)
    outer = REVIEW_OUTER_LIMIT.ends(refused_on)
    if _made_before(request, outer.value):
        return _within_outer_limit(request, period)
    if request.claims_justifiable_reason:
        return Finding(Timeliness.LATE_WITH_CLAIMED_REASON, (_OUTER_LIMIT, _CLAIMED), outer.steps)
    if end_of(refusal_received_on) > outer.value and _made_before(request, period.value):
        return Finding(Timeliness.LATE_WITH_CLAIMED_REASON, (_OUTER_LIMIT, _RECEIVED_TOO_LATE), outer.steps)
    return Finding(Timeliness.LATE, (_OUTER_LIMIT,), outer.steps)


class Disposition(StrEnum):
    """What a person might want reviewed."""

    REFUGEE_REFUSED = "refugee_refused"
    REFUGEE_INACTION = "refugee_inaction"
    REFUGEE_REVOKED = "refugee_revoked"
    PROTECTION_REFUSED = "protection_refused"
    PROTECTION_INACTION = "protection_inaction"
    PROTECTION_REVOKED = "protection_revoked"
    PROVISIONAL_STAY_REFUSED = "provisional_stay_refused"
    PROVISIONAL_STAY_REVOKED = "provisional_stay_revoked"
    WORK_PERMISSION_REFUSED = "work_permission_refused"
    WORK_PERMISSION_REVOKED = "work_permission_revoked"
    GRANT_REFUSED = "grant_refused"
    """The permission of 61-2-2(1) after recognition."""
    HOLDER_STATUS_REFUSED = "holder_status_refused"
    """The permission of 61-2-5(1) for a holder of provisional stay."""


_ITEM: Final = {
    Disposition.REFUGEE_REFUSED: "i",
    Disposition.REFUGEE_INACTION: "ii",
    Disposition.REFUGEE_REVOKED: "iii",
    Disposition.PROTECTION_REFUSED: "iv",
    Disposition.PROTECTION_INACTION: "v",
    Disposition.PROTECTION_REVOKED: "vi",
}


def is_reviewable(disposition: Disposition, *, is_refugee: bool | None = None) -> Finding[Answer]:
    """Whether a request for review under 61-2-12(1) lies against a disposition.

    Args:
        disposition: what was decided, or left undecided.
        is_refugee: recognised as a refugee; asked only for a refusal of complementary protection. A refusal of refugee
            status stays reviewable for somebody recognised under complementary protection.
    """
    if disposition not in _ITEM:
        return Finding(Answer.NO, (_NOT_LISTED,))
    basis = ICRRA(f"61-2-12(1)({_ITEM[disposition]})")
    if disposition is Disposition.PROTECTION_REFUSED and is_refugee is not False:
        return _refused_protection(basis, is_refugee=is_refugee)
    return Finding(Answer.YES, (_reason("reviewable", basis, "A request for review lies.", "審査請求ができる。"),))


def _made_before(request: ReviewRequest, end: datetime) -> bool:
    return request.received_at < end or _posted_before(request, end)


def _posted_before(request: ReviewRequest, end: datetime) -> bool:
    return request.posted_on is not None and end_of(request.posted_on) <= end


def _within_outer_limit(request: ReviewRequest, period: Finding[datetime]) -> Finding[Timeliness]:
    if request.received_at < period.value:
        return Finding(Timeliness.IN_TIME, (*period.reasons, _IN_TIME), period.steps)
    if _posted_before(request, period.value):
        return Finding(Timeliness.IN_TIME_BY_POST, (*period.reasons, _BY_POST), period.steps)
    if request.claims_justifiable_reason:
        return Finding(Timeliness.LATE_WITH_CLAIMED_REASON, (*period.reasons, _CLAIMED), period.steps)
    return Finding(Timeliness.LATE, (*period.reasons, _LATE), period.steps)


def _refused_protection(basis: Citation, *, is_refugee: bool | None) -> Finding[Answer]:
    if is_refugee is None:
        text = ("Whether the person is recognised as a refugee is not on record.", "難民認定の有無が記録されていない。")
        remedy = "Put on record whether the person was recognised as a refugee."
        return Finding(Answer.UNKNOWN, (_reason("recognition_not_on_record", basis, *text, remedy),))
    text = (
        "A person recognised as a refugee has no review of this.",
        "難民の認定を受けている場合は審査請求ができない。",
    )
    remedy = "The recognition as a refugee stands; if it is revoked, ask for a review of the revocation."
    return Finding(Answer.NO, (_reason("recognised_as_refugee", basis, *text, remedy),))


def _reason(code: str, basis: Citation, en: str, ja: str, remedy: str = "") -> Reason:
    return Reason(code, (basis,), en, ja, remedy)


_PERIOD = ICRRA("61-2-12(2)")
_REQUEST_18 = ACRA("18(1)")
_NOT_BEGUN = Reason(
    "refusal_not_received",
    (_PERIOD, cite("A-30")),
    "The refusal has not been received: the seven days have not begun.",
    "不認定の通知を受けておらず、審査請求期間は進行していない。",
    remedy="Deliver the refusal.",
)
_IN_TIME = Reason("received_in_time", (_PERIOD, cite("A-21")), "Received within the period.", "期間内に受理された。")
_BY_POST = _reason(
    "posted_in_time",
    ACRA("18(3)"),
    "Posted within the period; days in the post do not count.",
    "送付日数は算入しない。",
)
_CLAIMED = Reason(
    "justifiable_reason_claimed",
    (_REQUEST_18, cite("A-26")),
    "Late, with a claimed justifiable reason: decided with the review, and removal waits.",
    "期間経過後だが正当な理由の主張があり、裁決で判断する。それまで送還しない。",
)
_LATE = _reason(
    "period_passed",
    _REQUEST_18,
    "The period had passed: inadmissible.",
    "期間経過後であり不適法である。",
    "Claim a justifiable reason, if there is one.",
)
_OUTER_LIMIT = _reason(
    "outer_limit_passed",
    ACRA("18(2)"),
    "More than one year after the disposition.",
    "処分の日から一年を経過した。",
    "Claim a justifiable reason, if there is one.",
)
_RECEIVED_TOO_LATE = Reason(
    "refusal_received_after_outer_limit",
    (ACRA("18(2)"), cite("A-30")),
    "The refusal itself was received only then, which is a reason on record: decided with the review.",
    "通知の受領自体が一年経過後であり、正当な理由の有無を裁決で判断する。",
)
_NOT_LISTED = _reason(
    "not_listed",
    ICRRA("61-2-12(1)"),
    "Not listed: only a court can review it.",
    "審査請求の対象でなく、訴訟による。",
    "Bring a suit.",
)
