"""Permission for paid work under Sponsorship before the order: who may ask, and what it rests on (44-5, Ord. 36-7).

Not decided here:
    Whether work is needed for the living and appropriate: the supervising inspector judges.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD, Citation
from law.custody import Sponsored
from law.facts import Custody, Stay
from law.finding import Answer, Finding, Reason
from law.periods import legal_day
from law.regimes import TRAVEL_RESTRICTION_FROM
from law.work import WorkKind, holds_status

_PERMISSION: Final = ICRRA("44-5(1)")
_FORM: Final = ORD("36-7(1)")


class WithdrawalGround(StrEnum):
    """Why a permission to work is withdrawn (44-5(4))."""

    CONDITION_BREACHED = "condition_breached"
    NOT_SUITABLE = "not_suitable"
    """To leave the permission standing is not suitable any more."""


@dataclass(frozen=True, slots=True)
class Supervised:
    """Under what Sponsorship somebody is at an instant, and what would stand against work; `stays` None = unknown."""

    sponsorships: tuple[Sponsored, ...]
    stays: tuple[Stay, ...] | None
    has_order: bool
    custody: Custody
    is_travel_restricted: bool = False


def running_sponsorship(sponsorships: tuple[Sponsored, ...], at: datetime) -> Sponsored | None:
    """The Sponsorship before the order that has taken hold and not ended, or None."""
    return next((one for one in sponsorships if one.paragraph.before_order and one.runs(at)), None)


def is_open_to_work(person: Supervised, at: datetime) -> Finding[Answer]:
    """Whether somebody may be permitted to work under Sponsorship at all.

    Returns:
        UNKNOWN where it is not on record how the person stays: for the holder of a status 19(1) decides.

    Source: 44-5(1), 44-8(vi), 63-2(1); 18 of LAW §14.
    """
    if person.has_order:
        return _no("order_issued", (_PERMISSION, ICRRA("44-8(vi)")), *_ORDER)
    in_force = legal_day(at) >= TRAVEL_RESTRICTION_FROM
    if in_force and (person.is_travel_restricted or person.custody is Custody.TRAVEL_RESTRICTED):
        return _no("travel_restricted", (ICRRA("63-2(1)"), ICRRA("70(1)(xii)")), *_RESTRICTED)
    if running_sponsorship(person.sponsorships, at) is None:
        return _no("not_under_sponsorship_before_order", (_PERMISSION,), *_NOT_SUPERVISED)
    holds = holds_status(person.stays, at)
    if holds is None:
        return Finding(Answer.UNKNOWN, (Reason("stay_not_on_record", (_PERMISSION, ICRRA("19(1)")), *_STAY_UNKNOWN),))
    if holds:
        return _no("status_decides_on_work", (ICRRA("19(1)"), ICRRA("44-4(2)(iv)")), *_HOLDER)
    return Finding(Answer.YES, ())


@dataclass(frozen=True, slots=True)
class WorkApplied:
    """An application of form 51-8."""

    kind: WorkKind
    in_person: bool
    sponsor_consents: bool
    proof_of_need: bool
    proof_of_amount: bool


def may_be_applied_for(application: WorkApplied) -> Finding[Answer]:
    """Whether an application can be received: in person, with the Sponsor's consent and both proofs; no business."""
    grounds = (
        (
            application.kind is WorkKind.PAID_WORK,
            Reason("business_never", (_PERMISSION, ICRRA("70(1)(ix)")), *_BUSINESS),
        ),
        (application.in_person, Reason("not_in_person", (_FORM,), *_NOT_IN_PERSON)),
        (application.sponsor_consents, Reason("sponsor_does_not_consent", (_PERMISSION,), *_NO_CONSENT)),
        (
            application.proof_of_need and application.proof_of_amount,
            Reason("work_proof_missing", (_FORM,), *_NO_PROOF),
        ),
    )
    missing = tuple(reason for holds, reason in grounds if not holds)
    return Finding(Answer.NO, missing) if missing else Finding(Answer.YES, ())


@dataclass(frozen=True, slots=True)
class WorkJudged:
    """What the supervising inspector judged; None = not judged yet."""

    needed_for_living: bool | None
    within_living_needs: bool | None
    appropriate: bool | None
    employment_contract: bool


def may_be_permitted(judged: WorkJudged) -> Finding[Answer]:
    """Whether work may be permitted: needed, within the needs, appropriate, on an employment contract (44-5(1))."""
    grounds = (
        (judged.needed_for_living, "not_needed_for_living", *_NOT_NEEDED),
        (judged.within_living_needs, "beyond_living_needs", *_BEYOND),
        (judged.appropriate, "work_not_appropriate", *_NOT_APPROPRIATE),
        (judged.employment_contract, "no_employment_contract", *_NO_CONTRACT),
    )
    against = tuple(Reason(code, (_PERMISSION,), *text) for holds, code, *text in grounds if holds is False)
    if against:
        return Finding(Answer.NO, against)
    if any(holds is None for holds, *_ in grounds):
        return Finding(Answer.ASK, (Reason("work_to_be_weighed", (_PERMISSION,), *_TO_BE_WEIGHED),))
    return Finding(Answer.YES, ())


def _no(code: str, basis: tuple[Citation, ...], en: str, ja: str, remedy: str) -> Finding[Answer]:
    return Finding(Answer.NO, (Reason(code, basis, en, ja, remedy),))


_ORDER: Final = (
    "The deportation order was issued: after it no work is permitted.",
    "退去強制令書が発付されており、就労は許可されない。",
    "Nothing permits work after the order.",
)
_RESTRICTED: Final = (
    "A travel restriction is in force: no work is permitted.",
    "出国制限対象者の就労は許可されない。",
    "Wait for the end of the restriction.",
)
_NOT_SUPERVISED: Final = (
    "The person is not under Sponsorship before the order.",
    "退去強制令書発付前の監理措置に付されていない。",
    "Only somebody under Sponsorship before the order may apply.",
)
_STAY_UNKNOWN: Final = (
    "It is not on record how the person stays; for the holder of a status the status decides.",
    "在留状況が記録されていない。",
    "Put it on record.",
)
_HOLDER: Final = (
    "The person holds a status of residence, which decides on work.",
    "在留資格を有する者の就労は、その在留資格による。",
    "Follow what the status allows.",
)
_BUSINESS: Final = (
    "Running a business is never permitted.",
    "収入を伴う事業を運営する活動は許可されない。",
    "Apply for work under an employment contract.",
)
_NOT_IN_PERSON: Final = (
    "The application is handed in by the person at the bureau.",
    "申請は被監理者が出頭して行う。",
    "Let the person come to the bureau.",
)
_NO_CONSENT: Final = (
    "The Sponsor does not consent.",
    "監理人の同意がない。",
    "Obtain the Sponsor's consent.",
)
_NO_PROOF: Final = (
    "Proof of the need or of the amount of the pay is missing.",
    "必要性又は報酬の額を証する資料を欠いている。",
    "Hand in both.",
)
_NOT_NEEDED: Final = ("Not needed for the living.", "生計の維持に必要でない。", "Refuse, with reasons.")
_BEYOND: Final = (
    "Beyond what the living needs.",
    "生計の維持に必要な範囲を超える。",
    "Permit no more than the living needs.",
)
_NOT_APPROPRIATE: Final = ("Not found appropriate.", "相当と認められない。", "Refuse, with reasons.")
_NO_CONTRACT: Final = (
    "There is no employment contract with the body named.",
    "指定する機関との雇用に関する契約がない。",
    "Let the person hand in the contract.",
)
_TO_BE_WEIGHED: Final = (
    "Need, extent and appropriateness are not all judged.",
    "必要性、範囲及び相当性の判断が尽くされていない。",
    "Judge each of them.",
)
