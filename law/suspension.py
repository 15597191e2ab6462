"""Whether an application for recognition stops removal (送還停止効), and for whom (61-2-9(3)(4)).

It stops removal only: neither the deportation procedure nor custody.

Not decided here:
    That a running provisional stay stops everything (`law.provisional_stay`), and what else stands against removal.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from law import suspension_reasons as because
from law.facts import Application, Ending, Material, Sentence, Stay
from law.finding import Answer, Finding, Reason
from law.on_record import others_are_unknown
from law.periods import legal_day, start_of
from law.regimes import COMMENCEMENT
from law.sentences import NO_SUSPENSIVE_EFFECT, add_up, counts, is_final, is_long_enough
from law.stays import WITH_STATUS, stays_in

EXCEPTIONS_COMMENCED: Final = start_of(COMMENCEMENT)
"""From this instant an application can meet an exception of 61-2-9(4) (suppl. 15(1))."""

_ENDINGS_EXIST_SINCE: Final = start_of(date(2005, 5, 16))
_FINALLY_REFUSED = frozenset({Ending.NO_REVIEW_IN_TIME, Ending.REVIEW_REFUSED, Ending.REVIEW_WITHDRAWN})
_TWO = 2
_NO_END_NAMED: Final = Finding(Answer.ASK, (because.RECOGNISED_STATUS_LESS,))


@dataclass(frozen=True, slots=True)
class Applicant:
    """A person who applied for recognition, as far as the rules on suspension ask.

    Args:
        stays: every way of staying on record; None = not on record.
        order_issued_on: the legal day of a deportation order that has not been withdrawn (A-23).
        sentences: every sentence of imprisonment; None = not on record.
        security_ground: 24(iii-2), (iii-3), (iv)(o)(wa)(ka) or sufficient ground to suspect one; None = not on record.
        applications: every application of the person, in any order.
    """

    stays: tuple[Stay, ...] | None
    order_issued_on: date | None
    sentences: tuple[Sentence, ...] | None
    security_ground: bool | None
    applications: tuple[Application, ...]


def suspensive_effect(applicant: Applicant, application: Application, at: datetime) -> Finding[Answer]:
    """Whether this application stops removal at an instant.

    What is not on record about sentences and security grounds leaves the stop on, with a reason that says so: the
    exceptions must be established.

    Returns:
        YES it stops removal; NO it does not (ended, an exception, or the applicant is not status-less); UNKNOWN or ASK
        where that cannot be said: removal then waits as well.

    Source: 61-2-9(3)(4), 61-2-4(5), Act 56/2023 suppl. 15 (text of 2025-06-01).

    Not decided here: a running provisional stay; the margin of A-14; Article 53(3).
    """
    if at < application.filed_at:
        return Finding(Answer.NO, (because.NOT_FILED,))
    ending = application.ended if _has_ended(application, at) else None
    late_review = ending is Ending.NO_REVIEW_IN_TIME and application.late_review_claimed
    if ending is not None and ending is not Ending.RECOGNISED and not late_review:
        return Finding(Answer.NO, (_end_reason(ending, application),))
    status = is_status_less(applicant, at)
    if status.value is not Answer.YES:
        return status
    if late_review:
        return Finding(Answer.YES, (because.LATE_REVIEW,))
    if ending is Ending.RECOGNISED:
        return _by_sentence_or_security(applicant, application, at) or _NO_END_NAMED
    return _with_exceptions(applicant, application, at)


def removal_is_stopped(applicant: Applicant, at: datetime) -> Finding[Answer]:
    """Whether any application of the person stops removal at an instant; one is enough."""
    findings = [suspensive_effect(applicant, each, at) for each in applicant.applications if each.filed_at <= at]
    for answer in (Answer.YES, Answer.ASK, Answer.UNKNOWN, Answer.NO):
        reasons = tuple(reason for found in findings if found.value is answer for reason in found.reasons)
        if reasons:
            return Finding(answer, tuple(dict.fromkeys(reasons)))
    return Finding(Answer.NO, (because.NO_APPLICATION,))


def is_status_less(applicant: Applicant, at: datetime) -> Finding[Answer]:
    """Whether the person is a foreign national without a status of residence (在留資格未取得外国人) at an instant.

    Source: 61-2-2(1). A holder of a status with a deportation order is treated as status-less (A-23).
    """
    day = legal_day(at)
    holds_status = stays_in(WITH_STATUS, applicant.stays, at)
    if holds_status is False:
        return Finding(Answer.YES, (because.STATUS_LESS,))
    if applicant.order_issued_on is not None and applicant.order_issued_on <= day:
        return Finding(Answer.YES, (because.STATUS_WITH_ORDER,))
    if holds_status is None:
        return Finding(Answer.UNKNOWN, (because.STAY_UNKNOWN,))
    return Finding(Answer.NO, (because.NOT_STATUS_LESS,))


def counts_as_one_of_two(
    application: Application, before: Application, stays: tuple[Stay, ...] | None
) -> Finding[Answer]:
    """Whether an application counts as one of the two finally refused ones of 61-2-9(4)(i).

    Args:
        application: the earlier application.
        before: the later application; everything is evaluated at its filing (A-19).
        stays: the person's ways of staying; None = not on record.

    Returns:
        ASK where the text does not say it (A-29, A-26): a person looks before any removal that depends on it.
    """
    not_counted = (
        (application.filed_at >= before.filed_at, because.NOT_EARLIER),
        (not _has_ended(application, before.filed_at), because.STILL_PENDING),
        (application.ended not in _FINALLY_REFUSED, because.ENDED_OTHERWISE),
    )
    for holds, reason in not_counted:
        if holds:
            return Finding(Answer.NO, (reason,))
    return _refusal_counts(application, stays)


def must_be_told_of_exceptions(applicant: Applicant, application: Application) -> Finding[Answer]:
    """Whether the applicant must be told of the exceptions of 61-2-9(4) when this application is filed.

    Returns:
        YES by law for a status-less person whose two or more applications were filed and so ended before 2024-06-10;
        YES by policy for everybody else with two earlier applications.

    Source: Act 56/2023 suppl. 15(3)(4).
    """
    if application.filed_at < EXCEPTIONS_COMMENCED:
        return Finding(Answer.NO, (because.BEFORE_COMMENCEMENT,))
    earlier = [each for each in applicant.applications if each.filed_at < application.filed_at]
    old = [each for each in earlier if each.ended in _FINALLY_REFUSED and _ended_before(each, EXCEPTIONS_COMMENCED)]
    if len(old) >= 2 and is_status_less(applicant, application.filed_at).value is Answer.YES:
        return Finding(Answer.YES, (because.MUST_BE_TOLD,))
    if len(earlier) >= _TWO:
        return Finding(Answer.YES, (because.TOLD_AS_POLICY,))
    return Finding(Answer.NO, (because.RULE_IS_PUBLISHED,))


def _with_exceptions(applicant: Applicant, application: Application, at: datetime) -> Finding[Answer]:
    if application.filed_at < EXCEPTIONS_COMMENCED:
        return Finding(Answer.YES, (because.BEFORE_COMMENCEMENT,))
    excepted = _by_sentence_or_security(applicant, application, at)
    if excepted is not None:
        return excepted
    sentences = [each for each in applicant.sentences or () if is_final(each, legal_day(at))]
    found = _by_number_refused(applicant, application)
    return Finding(found.value, (*found.reasons, *_doubts(applicant, sentences)))


def _by_sentence_or_security(applicant: Applicant, application: Application, at: datetime) -> Finding[Answer] | None:
    """The exceptions of 61-2-9(4)(ii), whatever became of the application; None where neither is established."""
    if application.filed_at < EXCEPTIONS_COMMENCED:
        return None
    today = legal_day(at)
    sentences = [each for each in applicant.sentences or () if is_final(each, today)]
    if any(counts(NO_SUSPENSIVE_EFFECT, each, today) and not each.suspension_revoked for each in sentences):
        return Finding(Answer.NO, (because.SENTENCED,))
    return Finding(Answer.NO, (because.SECURITY,)) if applicant.security_ground else None


def _by_number_refused(applicant: Applicant, application: Application) -> Finding[Answer]:
    earlier = [
        counts_as_one_of_two(each, application, applicant.stays)
        for each in applicant.applications
        if each.filed_at < application.filed_at
    ]
    sure = [each for each in earlier if each.value is Answer.YES]
    doubtful = [each for each in earlier if each.value in (Answer.ASK, Answer.UNKNOWN)]
    if len(sure) + len(doubtful) < _TWO:
        return Finding(Answer.YES, (because.FEWER_THAN_TWO,))
    if application.material in (Material.SUFFICIENT, Material.UNDECIDED):
        return Finding(Answer.YES, (because.MATERIAL[application.material],))
    if len(sure) >= _TWO:
        return Finding(Answer.NO, (because.TWICE_REFUSED,))
    return Finding(Answer.ASK, tuple(dict.fromkeys(reason for each in doubtful for reason in each.reasons)))


def _refusal_counts(application: Application, stays: tuple[Stay, ...] | None) -> Finding[Answer]:
    if application.ended is Ending.NO_REVIEW_IN_TIME and application.late_review_claimed:
        return Finding(Answer.ASK, (because.LATE_REVIEW,))
    if _ended_before(application, _ENDINGS_EXIST_SINCE):
        return Finding(Answer.ASK, (because.ENDED_BEFORE_2005,))
    held_status = stays_in(WITH_STATUS, stays, application.filed_at)
    if held_status is None:
        return Finding(Answer.UNKNOWN, (because.STAY_UNKNOWN,))
    if held_status:
        return Finding(Answer.ASK, (because.FILED_WITH_STATUS,))
    return Finding(Answer.YES, (because.FINALLY_REFUSED_BEFORE,))


def _doubts(applicant: Applicant, final: list[Sentence]) -> tuple[Reason, ...]:
    """What was not taken as an exception of 61-2-9(4)(ii), although a person should look."""
    long = [each for each in final if is_long_enough(NO_SUSPENSIVE_EFFECT, each)]
    tests = (
        (others_are_unknown(applicant.sentences), because.SENTENCES_UNKNOWN),
        (applicant.security_ground is None, because.SECURITY_UNKNOWN),
        (any(not each.japanese_court for each in long), because.FOREIGN_SENTENCE),
        (any(each.suspension_revoked for each in long), because.SUSPENSION_REVOKED),
        (add_up(NO_SUSPENSIVE_EFFECT, final), because.SHORTER_SENTENCES),
    )
    return tuple(reason for holds, reason in tests if holds)


def _has_ended(application: Application, at: datetime) -> bool:
    return application.ended is not None and application.ended_at is not None and application.ended_at <= at


def _ended_before(application: Application, at: datetime) -> bool:
    return application.ended_at is not None and application.ended_at < at


def _end_reason(ending: Ending, application: Application) -> Reason:
    if ending is Ending.APPLICATION_WITHDRAWN and not application.had_provisional_stay:
        return because.WITHDRAWN_BY_ANALOGY
    return because.ENDS[ending]
