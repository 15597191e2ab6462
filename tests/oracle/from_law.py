"""The records that the rules of `law` ask for, in the words of the second readings: renamed, and nothing judged."""

from collections.abc import Callable
from datetime import datetime, time
from typing import TYPE_CHECKING, TypeVar

from law import facts as law
from law.on_record import AtLeast
from law.stays import EndedStay

from .facts import (
    TOKYO,
    Application,
    Country,
    Grant,
    Known,
    Notice,
    Order,
    Person,
    Proceedings,
    ProvisionalStay,
    Sentence,
    Span,
    Status,
)

if TYPE_CHECKING:
    from law.removal import RemovalFacts
    from law.suspension import Applicant

A = TypeVar("A")
B = TypeVar("B")


def person(facts: "RemovalFacts") -> Person:
    """What DT-01 is told."""
    return Person(
        orders=tuple(
            Order(one.ground_since, one.issued_at, one.withdrawn_at, one.shown_at, one.in_doubt) for one in facts.orders
        ),
        stays=tuple(
            ProvisionalStay(one.delivered_at, one.last_day, one.ended_at, one.renewal_undecided)
            for one in facts.provisional_stays
        ),
        applications=tuple(map(_application, facts.applicant.applications)),
        statuses=_statuses(facts.applicant.stays),
        sentences=_sentences(facts.applicant.sentences),
        security=facts.applicant.security_ground,
        grants=tuple(Grant(one.decided_at, one.effective_at) for one in facts.grants),
        court_stays=_court_stays(facts),
        proceedings=_known(
            facts.proceedings, lambda one: Proceedings(one.kind.value, one.since, one.until, one.leave_given)
        ),
        restrictions=_known(facts.travel_restrictions, lambda one: Span(one.since, one.until)),
        country=None if facts.destination is None else _country(facts.destination),
        notice=None if facts.notice is None else Notice(facts.notice.told_on, facts.notice.lawyer_asked),
        contested=len(facts.contested) > 0,
        custody_open=facts.custody_undecided,
    )


def applicant(told: "Applicant") -> Person:
    """What DT-11 is told; of an order the applicant bears no more than its day."""
    ordered = told.order_issued_on
    order = () if ordered is None else (Order(ordered, datetime.combine(ordered, time(), TOKYO)),)
    return Person(
        orders=order,
        applications=tuple(map(_application, told.applications)),
        statuses=_statuses(told.stays),
        sentences=_sentences(told.sentences),
        security=told.security_ground,
    )


def _court_stays(facts: "RemovalFacts") -> Known[Span]:
    """Those of the suit against the deportation, and those of other suits that cover removal all the same."""
    known = _known(facts.court_stays, lambda one: Span(one.since, one.until))
    others = tuple(Span(one.since, one.until) for one in facts.removal_stays)
    return Known((*known.records, *others), known.whole)


def _application(one: law.Application) -> Application:
    return Application(
        filed=one.filed_at,
        material=one.material.value,
        end=one.ended and one.ended.value,
        ended=one.ended_at,
        refusal_received=one.refusal_received_on,
        review_refusal_served=one.review_served_at,
        late_review_open=one.late_review_claimed,
        later_material=one.later_material,
    )


def _statuses(stays: tuple[law.Stay, ...] | None) -> Known[Status]:
    return _known(
        stays,
        lambda one: Status(one.kind.value, one.since, one.until, one.ended_at if isinstance(one, EndedStay) else None),
    )


def _sentences(sentences: tuple[law.Sentence, ...] | None) -> Known[Sentence]:
    return _known(sentences, _sentence)


def _sentence(one: law.Sentence) -> Sentence:
    """A suspension that was revoked was pronounced, also where the record does not say which."""
    suspended = one.suspension is not law.Suspension.NONE or one.suspension_revoked
    return Sentence(one.final_on, one.months, suspended, one.japanese_court)


def _country(one: law.Destination) -> Country:
    return Country(
        one.permitted_by_53, one.accepts, one.persecution, one.torture_or_disappearance, one.minister_finding
    )


def _known(records: tuple[A, ...] | None, told: Callable[[A], B]) -> Known[B]:
    whole = records is not None and not isinstance(records, AtLeast)
    return Known(tuple(told(one) for one in records or ()), whole)
