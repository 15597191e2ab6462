"""May the person work for money now: the decision table DT-07, over every way of staying and every custody.

Not decided here:
    What a status of residence allows (19). Whether somebody worked.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD, Citation
from law.custody import DETAINED, PROVISIONALLY_RELEASED, Sponsored
from law.facts import Custody, ProvisionalStayPeriod, Stay, StayKind
from law.finding import Answer, Finding, Reason
from law.periods import legal_day
from law.regimes import TRAVEL_RESTRICTION_FROM
from law.removal import is_running
from law.stays import stays_in

_STATUS: Final = frozenset({StayKind.STATUS_OF_RESIDENCE, StayKind.SPECIAL_PERMANENT_RESIDENT})


class WorkKind(StrEnum):
    """What somebody does for money."""

    PAID_WORK = "paid_work"
    """Activity for which pay is received (報酬を受ける活動)."""
    BUSINESS = "business"
    """Running a business for income (収入を伴う事業を運営する活動)."""


@dataclass(frozen=True, slots=True)
class WorkPermit:
    """A permission for paid work under Sponsorship, with what it must rest on (44-5(1)); never for a business.

    `employer` is an opaque reference to the body that the supervising inspector named.
    """

    case: str
    sponsorship: str
    employer: str
    permitted_at: datetime
    sponsor_consents: bool
    needed_for_living: bool
    employment_contract: bool
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """What decides whether somebody may work; `stays` None = not on record.

    `work_banned_by_departure_order` None = no departure order runs; else whether the inspector set that condition.
    """

    stays: tuple[Stay, ...] | None
    custody: Custody
    has_order: bool
    provisional_stays: tuple[ProvisionalStayPeriod, ...] = ()
    sponsorships: tuple[Sponsored, ...] = ()
    permits: tuple[WorkPermit, ...] = ()
    work_banned_by_departure_order: bool | None = None
    work_banned_by_refuge_permit: bool | None = None
    """None = no landing for temporary refuge is unexpired; else whether the inspector set that condition."""


def may_work(facts: WorkFacts, kind: WorkKind, at: datetime, employer: str | None = None) -> Finding[Answer]:
    """Whether a person may work for money at an instant.

    Args:
        facts: what is on record.
        kind: paid work, or running a business.
        at: the instant; a permission that ends at it is over.
        employer: the reference of the body worked for; None = any that is permitted.

    Returns:
        ASK where a status, or the absence of a condition, leaves it to other rules; UNKNOWN where no stay is on record.

    Source: 19(1), 44-5, 44-8(vi), 61-2-7, 70(1)(ix)(x)(xii), Ord. 36-2(2), 48(1)(iv), 49(3), 59-4(1); DT-07.
    """
    barred = _barred_by_custody(facts.custody, legal_day(at))
    if barred is not None:
        return _no(barred)
    if holds_status(facts.stays, at):
        return _ask(_AS_STATUS_ALLOWS)
    if facts.has_order:
        return _no(_ORDERED)
    if any(is_running(stay, at) for stay in facts.provisional_stays):
        return _on_provisional_stay(facts, kind, at)
    return _without_a_stay(facts, kind, at, employer)


def _without_a_stay(facts: WorkFacts, kind: WorkKind, at: datetime, employer: str | None) -> Finding[Answer]:
    """What holds for somebody without a status that is on record, provisional stay or a deportation order."""
    if holds_status(facts.stays, at) is None:
        return Finding(Answer.UNKNOWN, (_STAY_UNKNOWN,))
    if any(_is_before_order(one, at) for one in facts.sponsorships):
        return _under_sponsorship(facts, kind, at, employer)
    if facts.work_banned_by_refuge_permit is not None:
        return _no(_REFUGE_CONDITION) if facts.work_banned_by_refuge_permit else _ask(_NO_REFUGE_CONDITION)
    if facts.work_banned_by_departure_order is not None:
        return _no(_DEPARTURE_CONDITION) if facts.work_banned_by_departure_order else _ask(_NO_DEPARTURE_CONDITION)
    return _no(_NO_BASIS)


def holds_status(stays: tuple[Stay, ...] | None, at: datetime) -> bool | None:
    """Whether a status of residence, or special permanent residence, covers an instant (19(1) then judges work).

    Returns:
        None where that is not on record.
    """
    return stays_in(_STATUS, stays, at)


def is_in_force(permit: WorkPermit, at: datetime) -> bool:
    """Whether a permission is in force at an instant: not before it was given, and not from its end on."""
    return permit.permitted_at <= at and (permit.ended_at is None or at < permit.ended_at)


def _is_before_order(one: Sponsored, at: datetime) -> bool:
    return one.paragraph.before_order and one.runs(at)


def _barred_by_custody(custody: Custody, day: date) -> Reason | None:
    if custody is Custody.SPONSORED_AFTER_ORDER:
        return _SPONSORED_AFTER_ORDER
    if custody is Custody.TRAVEL_RESTRICTED and day >= TRAVEL_RESTRICTION_FROM:
        return _TRAVEL_RESTRICTED
    if custody in PROVISIONALLY_RELEASED:
        return _PROVISIONALLY_RELEASED
    if custody is Custody.SPECIAL_RELEASE:
        return _SPECIALLY_RELEASED
    if custody in DETAINED:
        return _HELD
    return None


def _on_provisional_stay(facts: WorkFacts, kind: WorkKind, at: datetime) -> Finding[Answer]:
    if kind is WorkKind.BUSINESS:
        return _no(_BUSINESS_ON_STAY)
    permitted = any(stay.work_permitted and is_running(stay, at) for stay in facts.provisional_stays)
    return Finding(Answer.YES, (_PERMITTED_ON_STAY,)) if permitted else _no(_NOT_PERMITTED_ON_STAY)


def _under_sponsorship(facts: WorkFacts, kind: WorkKind, at: datetime, employer: str | None) -> Finding[Answer]:
    if kind is WorkKind.BUSINESS:
        return _no(_BUSINESS_UNDER_SPONSORSHIP)
    permits = [one for one in facts.permits if is_in_force(one, at)]
    if not permits:
        return _no(_NOT_PERMITTED_UNDER_SPONSORSHIP)
    if employer is not None and all(one.employer != employer for one in permits):
        return _no(_OTHER_EMPLOYER)
    return Finding(Answer.YES, (_PERMITTED_UNDER_SPONSORSHIP,))


def _no(reason: Reason) -> Finding[Answer]:
    return Finding(Answer.NO, (reason,))


def _ask(reason: Reason) -> Finding[Answer]:
    return Finding(Answer.ASK, (reason,))


def _because(code: str, basis: tuple[Citation, ...], en: str, ja: str, remedy: str = "") -> Reason:
    return Reason(code, basis, en, ja, remedy)


_AS_STATUS_ALLOWS: Final = _because(
    "as_status_allows",
    (ICRRA("19(1)"),),
    "A status of residence is held: it says what work is allowed.",
    "在留資格を有しており、その範囲による。",
)
_SPONSORED_AFTER_ORDER: Final = _because(
    "no_work_after_order",
    (ICRRA("52-2(6)"), ICRRA("70(1)(x)"), ORD("36-2(2)(iv)")),
    "Under Sponsorship after the order no work is allowed; it is an offence.",
    "退去強制令書発付後の監理措置中は就労できず、処罰の対象となる。",
)
_TRAVEL_RESTRICTED: Final = _because(
    "no_work_under_travel_restriction",
    (ICRRA("63-2(1)"), ICRRA("70(1)(xii)"), ORD("59-4(1)(iv)")),
    "Under a travel restriction no work is allowed; it is an offence.",
    "出国制限対象者は就労できず、処罰の対象となる。",
)
_PROVISIONALLY_RELEASED: Final = _because(
    "no_work_on_provisional_release",
    (ICRRA("54(2)"), ORD("48(1)(iv)"), ORD("49(3)")),
    "The condition of provisional release forbids work; its breach is a ground of revocation.",
    "仮放免の条件により就労が禁止され、違反は取消事由となる。",
)
_SPECIALLY_RELEASED: Final = _because(
    "no_work_on_special_release",
    (ICRRA("52(10)"), ORD("48(1)(iv)")),
    "The condition of special release forbids work.",
    "特別放免の条件により就労が禁止される。",
)
_HELD: Final = _because(
    "detained",
    (ICRRA("39-2(2)"), ICRRA("52(9)")),
    "The person is detained.",
    "収容されている。",
)
_ORDERED: Final = _because(
    "no_work_with_order",
    (ICRRA("44-8(vi)"), ICRRA("44-5(1)")),
    "The deportation order was issued: Sponsorship before it and any permission ended in that instant.",
    "退去強制令書の発付により、監理措置及び許可は効力を失った。",
)
_BUSINESS_ON_STAY: Final = _because(
    "business_never",
    (ICRRA("61-2-7(1)"),),
    "Running a business is never permitted on provisional stay.",
    "仮滞在中、収入を伴う事業の運営は許可されない。",
)
_NOT_PERMITTED_ON_STAY: Final = _because(
    "work_not_permitted_on_stay",
    (ICRRA("61-2-7(2)"),),
    "Paid work on provisional stay needs a permission.",
    "仮滞在中に報酬を受ける活動を行うには許可を要する。",
    remedy="Apply with form 76-8.",
)
_PERMITTED_ON_STAY: Final = _because(
    "work_permitted_on_stay",
    (ICRRA("61-2-7(2)"), ICRRA("61-2-7(3)")),
    "Paid work is permitted, as entered in the permit of provisional stay.",
    "仮滞在許可書に記載された範囲で許可されている。",
)
_STAY_UNKNOWN: Final = _because(
    "stay_not_on_record",
    (ICRRA("19(1)"), ICRRA("44-5(1)")),
    "It is not on record how the person stays.",
    "在留状況が記録されていない。",
    remedy="Put it on record.",
)
_BUSINESS_UNDER_SPONSORSHIP: Final = _because(
    "business_never",
    (ICRRA("44-5(1)"), ICRRA("70(1)(ix)")),
    "Running a business is never permitted under Sponsorship; it is an offence.",
    "監理措置中、収入を伴う事業の運営は許可されず、処罰の対象となる。",
)
_NOT_PERMITTED_UNDER_SPONSORSHIP: Final = _because(
    "work_not_permitted_under_sponsorship",
    (ICRRA("44-5(1)"), ICRRA("44-4(2)(iv)"), ICRRA("70(1)(ix)")),
    "Paid work under Sponsorship needs a permission; without it, it is an offence and a ground of revocation.",
    "監理措置中に報酬を受ける活動を行うには許可を要し、無許可の活動は処罰及び取消しの対象となる。",
    remedy="Apply with form 51-8, with the Sponsor's consent.",
)
_OTHER_EMPLOYER: Final = _because(
    "other_employer",
    (ICRRA("44-5(1)"), ICRRA("70(1)(ix)")),
    "The permission names another employer.",
    "許可において指定された機関と異なる。",
    remedy="Apply for a new permission.",
)
_PERMITTED_UNDER_SPONSORSHIP: Final = _because(
    "work_permitted_under_sponsorship",
    (ICRRA("44-5(1)"), ICRRA("44-5(2)")),
    "Paid work with the employer named is permitted, as entered in the Sponsorship notice.",
    "監理措置決定通知書に記載された機関での活動が許可されている。",
)
_DEPARTURE_CONDITION: Final = _because(
    "banned_by_departure_order",
    (ICRRA("55-85(3)"), ICRRA("55-88"), ORD("50-52(iv)")),
    "The departure order forbids work; a breach may lead to its revocation.",
    "出国命令の条件により就労が禁止され、違反は取消事由となり得る。",
)
_NO_DEPARTURE_CONDITION: Final = _because(
    "no_ban_in_departure_order",
    (ICRRA("55-85(3)"),),
    "The departure order sets no such condition; other rules decide.",
    "出国命令に就労禁止の条件は付されておらず、他の規定による。",
)
_REFUGE_CONDITION: Final = _because(
    "banned_by_refuge_permit",
    (ICRRA("18-2(4)"), ORD("18(5)(iv)")),
    "The permit of temporary refuge forbids paid work.",
    "一時庇護許可の条件により就労が禁止されている。",
    remedy="Apply for a status of residence within the period of the permit (22-3).",
)
_NO_REFUGE_CONDITION: Final = _because(
    "no_ban_in_refuge_permit",
    (ICRRA("18-2(4)"), ORD("18(5)(iv)")),
    "The permit of temporary refuge sets no such condition; other rules decide.",
    "一時庇護許可に就労禁止の条件は付されておらず、他の規定による。",
)
_NO_BASIS: Final = _because(
    "no_basis_for_work",
    (ICRRA("19(1)"), ICRRA("44-5(1)")),
    "No status, no provisional stay and no Sponsorship on which work could be allowed.",
    "就労の根拠となる在留資格、仮滞在又は監理措置がない。",
)
