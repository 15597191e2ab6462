"""May the person be removed now: the decision table DT-01 of LAW §10, every row read from recorded facts.

Not decided here:
    Whether the person leaves by himself or herself under 52(4), which none of these rows stops.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from law import removal_conditions as condition
from law.clocks import REVIEW_REQUEST
from law.court import Attacked
from law.decision_table import Outcome, Row, any_of, conclude
from law.facts import (
    Application,
    CourtStay,
    CriminalProceedings,
    DeportationOrder,
    Destination,
    Ending,
    Grant,
    ProceedingsKind,
    ProvisionalStayPeriod,
    RemovalNotice,
    TravelRestriction,
)
from law.finding import Answer, Finding
from law.on_record import exists
from law.periods import Period, Unit, end_of, legal_day
from law.policies import REMOVAL_MARGIN
from law.regimes import TRAVEL_RESTRICTION_FROM
from law.suspension import Applicant, removal_is_stopped

TRAVEL_RESTRICTION_IN_FORCE: Final = TRAVEL_RESTRICTION_FROM
"""The first day of 63(3) on travel restrictions (Act 56 of 2023, suppl. 20)."""

PERSON_IS_TOLD: Final = date(2026, 2, 1)
"""From this day the person is told one month ahead; before it a lawyer who had asked, two months ahead (D7)."""

RESTS_ON: Final = frozenset(
    {
        Attacked.RECOGNITION_REFUSAL,
        Attacked.REVIEW_DECISION,
        Attacked.RECOGNITION_REVOCATION,
        Attacked.STATUS_REFUSAL,
        Attacked.STATUS_REVOCATION,
        Attacked.SPECIAL_PERMISSION_REFUSAL,
        Attacked.PROVISIONAL_STAY,
        Attacked.DEPARTURE_ORDER,
        Attacked.OTHER,
    }
)
"""What removal rests, or may rest, on beside the decisions of the deportation itself."""

_TO_THE_PERSON: Final = Period(1, Unit.MONTH, condition.NOTICE_PERIOD.basis)
_TO_THE_LAWYER: Final = Period(2, Unit.MONTH, condition.NOTICE_PERIOD.basis)


@dataclass(frozen=True, slots=True)
class RemovalStayed:
    """A court's word in a suit against something else than the deportation that keeps the person here all the same.

    It stayed the removal itself, and nothing less (ACLA 25(2)); or its final judgment set aside what removal rests on,
    such as a refusal of recognition, and nobody has carried that out yet (ACLA 33(1)).
    """

    suit: str
    stay: CourtStay


@dataclass(frozen=True, slots=True)
class RemovalFacts:
    """What is on record of a person about to be removed.

    `None` = never recorded, so unknown; an empty tuple = recorded that there is none.
    `contested` names the entries on file that are contested.
    """

    orders: tuple[DeportationOrder, ...]
    provisional_stays: tuple[ProvisionalStayPeriod, ...]
    applicant: Applicant
    grants: tuple[Grant, ...]
    court_stays: tuple[CourtStay, ...] | None
    proceedings: tuple[CriminalProceedings, ...] | None
    travel_restrictions: tuple[TravelRestriction, ...] | None
    destination: Destination | None
    notice: RemovalNotice | None
    contested: tuple[str, ...] = ()
    custody_undecided: bool = False
    """The order issued during a provisional release, and custody under it is not decided yet (A-10)."""
    removal_stays: tuple[CourtStay, ...] = ()
    """What keeps the person here by a court's word in suits against something else than the deportation."""


def may_be_removed(facts: RemovalFacts, at: datetime) -> Finding[Answer]:
    """Whether removal may be carried out, or the person handed over to the carrier, at this instant.

    Returns:
        Yes only if every row passes; no when a row blocks; unknown when none blocks but a fact is not on record.

    Source: 52, 53, 59, 61-2-9, 63 (text 2025-06-01); ACLA 25-27; suppl. 14; DT-01; policies A-14, A-26, A-28, A-47.
    """
    return conclude(rows(facts, at))


def may_be_removed_under(order: DeportationOrder | None, facts: RemovalFacts, at: datetime) -> Finding[Answer]:
    """Whether one order may be carried out at this instant: another one that is in force or was shown opens no row.

    Args:
        order: the one that is carried out; None where it is gone.
        facts: of the person, every order included.
        at: the instant.

    Source: 52(1), 52(3): it is the order shown that is executed.
    """
    own = replace(facts, orders=() if order is None else (order,))
    return conclude(tuple(dict.fromkeys((*rows(facts, at), *rows(own, at)))))


def rows(facts: RemovalFacts, at: datetime) -> tuple[Row, ...]:
    """Every row of the table as judged at this instant: contested entries first, then in the order of the table."""
    in_force = tuple(order for order in facts.orders if is_in_force(order, at))
    executable = tuple(order for order in in_force if not is_barred(order, facts.grants, at))
    applications = facts.applicant.applications
    return (
        _contested(facts.contested),
        condition.NO_ORDER_IN_FORCE.judged(not in_force),
        condition.CUSTODY_UNDECIDED.judged(facts.custody_undecided),
        condition.PROVISIONAL_STAY.judged(any(is_running(stay, at) for stay in facts.provisional_stays)),
        condition.ORDER_IN_DOUBT.judged(any(order.in_doubt for order in in_force)),
        condition.SUSPENSIVE_EFFECT.judged(_is_suspended(facts, in_force, at)),
        condition.LATER_MATERIAL.judged(any(one.later_material and one.filed_at <= at for one in applications)),
        condition.GRANT_BARS.judged(bool(in_force) and not executable),
        condition.COURT_STAY.judged(any_of(_is_stayed(facts.court_stays, at), _is_stayed(facts.removal_stays, at))),
        condition.CRIMINAL_PROCEEDINGS.judged(_is_prosecuted(facts.proceedings, at)),
        condition.TRAVEL_RESTRICTION.judged(_is_restricted(facts.travel_restrictions, at)),
        *_destination_rows(facts.destination),
        condition.ORDER_NOT_SHOWN.judged(not any(_has_been_shown(order, at) for order in executable or in_force)),
        condition.NOTICE_PERIOD.judged(_notice_is_running(facts.notice, at)),
        condition.REVIEW_MARGIN.judged(_review_margin_is_running(applications, at)),
        condition.COURT_MARGIN.judged(_court_margin_is_running(applications, at)),
        condition.LATE_REVIEW_UNDECIDED.judged(_is_late_review_undecided(applications, at)),
    )


def may_be_destination(destination: Destination | None) -> Finding[Answer]:
    """Row 8 alone: whether a destination is one of 53(1) or (2), receives the person, and 53(3) does not bar it."""
    return conclude(_destination_rows(destination))


def _destination_rows(destination: Destination | None) -> tuple[Row, ...]:
    return (
        condition.DESTINATION_NOT_ALLOWED.judged(_is_closed(destination)),
        condition.NON_REFOULEMENT.judged(is_feared(destination)),
    )


def is_running(stay: ProvisionalStayPeriod, at: datetime) -> bool:
    """Whether a provisional stay stops the procedure; a timely renewal not yet decided prolongs it (policy A-28)."""
    has_ended = stay.ended_at is not None and stay.ended_at <= at
    is_within = legal_day(at) <= stay.last_day or stay.renewal_undecided
    return stay.delivered_at <= at and not has_ended and is_within


def covers(grant: Grant, ground_since: date, at: datetime) -> bool:
    """Whether a grant has taken effect and the ground existed then (61-2-9(1))."""
    effective_at = grant.effective_at
    return effective_at is not None and effective_at <= at and ground_since <= legal_day(effective_at)


def is_barred(order: DeportationOrder, grants: tuple[Grant, ...], at: datetime) -> bool:
    """Whether the order rests on a ground that a grant covers."""
    return any(covers(grant, order.ground_since, at) for grant in grants)


def _contested(entries: tuple[str, ...]) -> Row:
    """What a contested entry says is unknown, whatever it says."""
    row = condition.ENTRY_CONTESTED.judged(bool(entries))
    return replace(row, outcome=Outcome.UNKNOWN) if entries else row


def is_in_force(order: DeportationOrder, at: datetime) -> bool:
    """Whether an order was issued and is not withdrawn."""
    return order.issued_at <= at and (order.withdrawn_at is None or at < order.withdrawn_at)


def _has_been_shown(order: DeportationOrder, at: datetime) -> bool:
    return order.shown_at is not None and order.shown_at <= at


def _is_suspended(facts: RemovalFacts, in_force: tuple[DeportationOrder, ...], at: datetime) -> bool | None:
    """Row 3; a recognition or grant whose card or certificate is not handed over is not final either."""
    if any(_is_awaiting_hand_over(grant, at) for grant in facts.grants):
        return True
    answer = removal_is_stopped(_with_order(facts.applicant, in_force), at).value
    return {Answer.YES: True, Answer.NO: False}.get(answer)


def _is_awaiting_hand_over(grant: Grant, at: datetime) -> bool:
    return grant.decided_at <= at and (grant.effective_at is None or at < grant.effective_at)


def _with_order(applicant: Applicant, in_force: tuple[DeportationOrder, ...]) -> Applicant:
    """The applicant as holder of the order, which makes him or her status-less even if nobody wrote it there (A-23)."""
    if not in_force or applicant.order_issued_on is not None:
        return applicant
    return replace(applicant, order_issued_on=min(legal_day(order.issued_at) for order in in_force))


def _is_stayed(stays: tuple[CourtStay, ...] | None, at: datetime) -> bool | None:
    """Row 5: every scope a court can choose covers removal; only the custody beside it differs."""
    return exists(stays, lambda stay: stay.since <= at and (stay.until is None or at < stay.until))


def _is_prosecuted(proceedings: tuple[CriminalProceedings, ...] | None, at: datetime) -> bool | None:
    """Row 6: the day on which proceedings end still counts, for its hour is not on record."""
    day = legal_day(at)
    return exists(
        proceedings,
        lambda case: (
            case.since <= day
            and (case.until is None or day <= case.until)
            and not (case.kind is ProceedingsKind.SENTENCE and case.leave_given)
        ),
    )


def _is_restricted(restrictions: tuple[TravelRestriction, ...] | None, at: datetime) -> bool | None:
    if legal_day(at) < TRAVEL_RESTRICTION_IN_FORCE:
        return False
    return exists(restrictions, lambda each: each.since <= at and (each.until is None or at < each.until))


def _is_closed(destination: Destination | None) -> bool | None:
    if destination is None:
        return None
    return any_of(_not(destination.permitted_by_53), _not(destination.accepts))


def is_feared(destination: Destination | None) -> bool | None:
    """Row 8: what 53(3) bars; the Minister's finding lifts the bar of persecution and nothing else."""
    if destination is None:
        return None
    persecution = False if destination.minister_finding else destination.persecution
    return any_of(destination.torture_or_disappearance, persecution)


def _notice_is_running(notice: RemovalNotice | None, at: datetime) -> bool | None:
    """Row 10, D7. A notice given to a lawyer before the practice changed keeps its two months."""
    if notice is None:
        return None
    day = legal_day(at)
    if notice.lawyer_asked and (day < PERSON_IS_TOLD or notice.told_on < PERSON_IS_TOLD):
        return day <= _TO_THE_LAWYER.last_day_of(notice.told_on)
    return day >= PERSON_IS_TOLD and day <= _TO_THE_PERSON.last_day_of(notice.told_on)


def _review_margin_is_running(applications: tuple[Application, ...], at: datetime) -> bool:
    """Row 10, A-14: the rolled review period and its margin, also where nothing suspends."""
    received = [each.refusal_received_on for each in applications if each.refusal_received_on is not None]
    return any(day <= legal_day(at) and at < REVIEW_REQUEST.ends(day).value + REMOVAL_MARGIN for day in received)


def _court_margin_is_running(applications: tuple[Application, ...], at: datetime) -> bool | None:
    """Row 10, D8: no removal before somebody told of a failed review could go to court, whatever ended the stop."""
    failed = [
        each.review_served_at or each.ended_at
        for each in applications
        if each.review_served_at is not None or each.ended is Ending.REVIEW_REFUSED
    ]
    return any_of(*(_is_before_court(served_at, at) for served_at in failed))


def _is_before_court(served_at: datetime | None, at: datetime) -> bool | None:
    if served_at is None:
        return None
    return served_at <= at < end_of(legal_day(served_at)) + REMOVAL_MARGIN


def _is_late_review_undecided(applications: tuple[Application, ...], at: datetime) -> bool:
    return any(each.late_review_claimed and each.filed_at <= at for each in applications)


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer
