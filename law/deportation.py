"""Must the deportation order be issued now: the decision table DT-03 of LAW §10.

Not decided here:
    Whether a signed waiver is valid, and whether silence is acceptance: the supervising inspector records it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from law import deportation_reasons as reason
from law.clocks import SPECIAL_PERMISSION_WINDOW
from law.facts import CourtStay, Grant, Ground, ProvisionalStayPeriod
from law.finding import Answer, Finding, Reason
from law.ledger import Standstill, last_day_with_standstills, rolled
from law.periods import Period, end_of, legal_day, start_of
from law.removal import covers, is_running


class SpecialPermissionState(StrEnum):
    """Axis P: where an application for special permission to stay stands (LAW §6)."""

    NONE = "none"
    PENDING = "pending"
    GRANTED = "granted"
    REFUSAL_DECIDED = "refusal_decided"
    """Decided, but the written, reasoned refusal has not reached the person."""
    REFUSAL_RECEIVED = "refusal_received"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class SpecialPermission:
    """The application for special permission to stay, if any.

    Args:
        state: where it stands.
        filed_at: when the bureau received it; None only when there is none, or it is not on record.
        ended_at: when the refusal was received by the person, or the withdrawal by the bureau.
    """

    state: SpecialPermissionState = SpecialPermissionState.NONE
    filed_at: datetime | None = None
    ended_at: datetime | None = None


class AcceptedBy(StrEnum):
    """What opens the way to the order."""

    WAIVER = "waiver"
    """α or β: the finding or the decision was accepted and the waiver of the next remedy signed (47(5), 48(9))."""
    LAPSE = "lapse"
    """α or β by silence: the supervising immigration inspector recorded why and from which day it counts (A-05)."""
    OBJECTION_DISMISSED = "objection_dismissed"
    """γ: the notice that the objection is unfounded was received (49(6))."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The end of the instances. `deadline_ends_at` is the first instant after the rolled period; needed for a lapse."""

    by: AcceptedBy
    at: datetime
    deadline_ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """What is on record of a deportable person whose order is asked for.

    Args:
        acceptance: None = not accepted, and no notice of 49(6) received.
        silent_since: the first instant after a period for a hearing or an objection that passed in silence.
        waiver_signed_at: signed on the day of acceptance or later that no application will be made (54-2).
        special_permission: None = not on record.
        provisional_stays: running and ended ones.
        grants: grants of status.
        ground: the ground found.
        ground_since: the day from which the ground existed; None = not on record.
        decision_stays: courts' stays of the effect or the execution of a decision that the order would rest on.
    """

    acceptance: Acceptance | None
    silent_since: datetime | None
    waiver_signed_at: datetime | None
    special_permission: SpecialPermission | None
    provisional_stays: tuple[ProvisionalStayPeriod, ...]
    grants: tuple[Grant, ...]
    ground: Ground
    ground_since: date | None
    decision_stays: tuple[CourtStay, ...] = ()


def order_must_issue(facts: OrderFacts, at: datetime) -> Finding[Answer]:
    """Whether the deportation order must be issued promptly at this instant.

    Returns:
        YES it must; NO it may not; ASK hold it, a person decides (A-36); UNKNOWN a deciding fact is not on record.

    Source: 47(5), 48(9)(10), 49(6)(7), 50, 61-2-9(1)(2) (text 2025-06-01), ACLA 25(2); DT-03; A-05, A-27, A-35, A-36.
    """
    if facts.acceptance is None or at < facts.acceptance.at:
        is_silent = facts.silent_since is not None and facts.silent_since <= at
        return _found(Answer.NO, reason.SILENCE_IS_NOT_ACCEPTANCE if is_silent else reason.NOT_ACCEPTED)
    if any(is_running(stay, at) for stay in facts.provisional_stays):
        return _found(Answer.NO, reason.PROVISIONAL_STAY_RUNNING)
    if any(stay.since <= at and (stay.until is None or at < stay.until) for stay in facts.decision_stays):
        return _found(Answer.NO, reason.DECISION_STAYED)
    return _lapse(facts.acceptance) or _covered(facts, at) or _by_special_permission(facts, facts.acceptance, at)


def silence_may_count_as_accepted(deadline_ends_at: datetime, accepted_on: date) -> Finding[Answer]:
    """Whether silence may be recorded as acceptance from a day: at the earliest the day after the rolled deadline.

    Args:
        deadline_ends_at: the first instant after the rolled period for the hearing or the objection.
        accepted_on: the legal day from which the finding or decision is to count as accepted.

    Source: A-05; 47(5), 48(9)(10). The supervising immigration inspector records why; nothing follows by itself.
    """
    if start_of(accepted_on) < deadline_ends_at:
        return _found(Answer.NO, reason.ACCEPTED_TOO_EARLY)
    return _found(Answer.YES, reason.SILENCE_RECORDED)


def window_from(acceptance: Acceptance) -> date:
    """The day from which the three days for special permission run; itself not counted (47(5)(ii), 48(10), 49(7))."""
    return legal_day(acceptance.at)


def window_ends(acceptance: Acceptance, stays: tuple[ProvisionalStayPeriod, ...]) -> datetime:
    """The first instant after the window, rolled (A-27); a provisional stay makes it stand still (61-2-9(2)).

    Args:
        acceptance: what set the window running.
        stays: the provisional stays on record; one that still runs keeps the window open anyway.
    """
    period = _window()
    return end_of(rolled(period, last_day_with_standstills(period, window_from(acceptance), standstills(stays))))


def standstills(stays: tuple[ProvisionalStayPeriod, ...], until: datetime | None = None) -> tuple[Standstill, ...]:
    """When the procedure stood still for provisional stays (61-2-9(2)); stays that overlap are one standstill.

    Args:
        stays: the provisional stays on record.
        until: up to when one that still runs is counted; None = to its written end.
    """
    joined: list[Standstill] = []
    for stay in sorted(stays, key=lambda one: one.delivered_at):
        ended_at = stay.ended_at or until or end_of(stay.last_day)
        if joined and stay.delivered_at <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], ended_at))
        else:
            joined.append((stay.delivered_at, ended_at))
    return tuple(joined)


def _window() -> Period:
    if SPECIAL_PERMISSION_WINDOW.period is None:
        msg = "the window for special permission is a period fixed by the Act"
        raise ValueError(msg)
    return SPECIAL_PERMISSION_WINDOW.period


def _lapse(acceptance: Acceptance) -> Finding[Answer] | None:
    """What keeps a recorded silence from counting as acceptance."""
    if acceptance.by is not AcceptedBy.LAPSE:
        return None
    if acceptance.deadline_ends_at is None:
        return _found(Answer.UNKNOWN, reason.DEADLINE_NOT_ON_RECORD)
    allowed = silence_may_count_as_accepted(acceptance.deadline_ends_at, legal_day(acceptance.at))
    return None if allowed.value is Answer.YES else allowed


def _covered(facts: OrderFacts, at: datetime) -> Finding[Answer] | None:
    effective = [grant for grant in facts.grants if grant.effective_at is not None and grant.effective_at <= at]
    since = facts.ground_since
    if not effective:
        return None
    if since is None:
        return _found(Answer.UNKNOWN, reason.GROUND_SINCE_NOT_ON_RECORD)
    return _found(Answer.NO, reason.GRANT_BARS) if any(covers(grant, since, at) for grant in effective) else None


def _by_special_permission(facts: OrderFacts, acceptance: Acceptance, at: datetime) -> Finding[Answer]:
    """The rows of the table on axis P, once nothing else stands against the order."""
    permission = facts.special_permission
    if permission is None:
        return _found(Answer.UNKNOWN, reason.SPECIAL_PERMISSION_NOT_ON_RECORD)
    waived_at = _waived_at(facts.waiver_signed_at, acceptance, at)
    ends = window_ends(acceptance, facts.provisional_stays)
    match permission.state:
        case SpecialPermissionState.GRANTED:
            return _found(Answer.NO, reason.SPECIAL_PERMISSION_GRANTED)
        case SpecialPermissionState.REFUSAL_DECIDED:
            return _found(Answer.NO, reason.REFUSAL_NOT_RECEIVED)
        case SpecialPermissionState.PENDING:
            return _while_pending(permission, acceptance, waived_at, ends)
        case SpecialPermissionState.REFUSAL_RECEIVED | SpecialPermissionState.WITHDRAWN:
            return _after_its_end(permission, acceptance, at) or _without_application(waived_at, ends, at)
        case SpecialPermissionState.NONE:
            return _without_application(waived_at, ends, at)


def _waived_at(signed_at: datetime | None, acceptance: Acceptance, at: datetime) -> datetime | None:
    """The waiver, if it counts: signed until now and not before the day of acceptance (47(5))."""
    if signed_at is None or at < signed_at or legal_day(signed_at) < legal_day(acceptance.at):
        return None
    return signed_at


def _while_pending(
    permission: SpecialPermission, acceptance: Acceptance, waived_at: datetime | None, ends: datetime
) -> Finding[Answer]:
    filed_at = permission.filed_at
    if filed_at is None:
        return _found(Answer.UNKNOWN, reason.FILING_NOT_ON_RECORD)
    if filed_at < acceptance.at:
        return _found(Answer.NO, reason.FILED_EARLIER_PENDING)
    if waived_at is not None and waived_at < filed_at:
        return _found(Answer.ASK, reason.FILED_AFTER_WAIVER)
    return _found(Answer.ASK, reason.FILED_AFTER_WINDOW) if filed_at >= ends else _found(Answer.NO, reason.PENDING)


def _after_its_end(permission: SpecialPermission, acceptance: Acceptance, at: datetime) -> Finding[Answer] | None:
    """An end before acceptance leaves the full window (A-35, A-37); one after it calls for the order."""
    if permission.ended_at is None:
        return _found(Answer.UNKNOWN, reason.END_NOT_ON_RECORD)
    if permission.ended_at < acceptance.at:
        return None
    is_withdrawn = permission.state is SpecialPermissionState.WITHDRAWN
    if at < permission.ended_at:
        return _found(Answer.NO, reason.PENDING if is_withdrawn else reason.REFUSAL_NOT_RECEIVED)
    return _found(Answer.YES, reason.WITHDRAWN if is_withdrawn else reason.REFUSAL_RECEIVED)


def _without_application(waived_at: datetime | None, ends: datetime, at: datetime) -> Finding[Answer]:
    if waived_at is not None:
        return _found(Answer.YES, reason.SPECIAL_PERMISSION_WAIVED)
    return _found(Answer.YES, reason.WINDOW_OVER) if at >= ends else _found(Answer.NO, reason.WINDOW_OPEN)


def _found(answer: Answer, why: Reason) -> Finding[Answer]:
    return Finding(answer, (why,))
