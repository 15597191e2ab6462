"""Detention: on what it rests, which papers are shown, where, and why its title ends (39-44-9, 52, 52-4, 55; LAW §3.1).

Not decided here:
    Risk of flight, plainness, urgency, unavoidable reasons, appropriateness: officers judge and give reasons.
"""

from datetime import datetime
from enum import StrEnum
from typing import Final

from law import detention_reasons as reason
from law.custody import Title
from law.facts import Circumstances, CourtStayScope, ProceedingsKind
from law.finding import Answer, Finding, Reason
from law.on_record import exists
from law.periods import legal_day
from law.regimes import TRAVEL_RESTRICTION_FROM


class Footing(StrEnum):
    """On what a detention order (収容令書) issues."""

    SCREENING = "39-2(1)"
    EMERGENCY = "43(2)"
    REVOCATION = "44-4(3)"
    REISSUE = "44-4(8)"
    """The validity of the order ran out before the person was found."""


class Occasion(StrEnum):
    """On which provision somebody is taken or held."""

    AFTER_SCREENING = "39-2(2)"
    EMERGENCY = "43(1)"
    SPONSORSHIP_REVOKED = "44-4(6)"
    ORDER_ISSUED = "52(3)"
    """Held under a detention order when the deportation order issued; to be removed, or screened under 52(8)."""
    UNTIL_REMOVAL = "52(9)"
    SPONSORSHIP_REVOKED_AFTER_ORDER = "52-4(5)"
    RELEASE_REVOKED = "55(3)"
    RELEASE_EXPIRED = "55(5)"


class Paper(StrEnum):
    """A paper that is shown when somebody is detained."""

    DETENTION_ORDER = "detention_order"
    DEPORTATION_ORDER = "deportation_order"
    SPONSORSHIP_REVOCATION = "sponsorship_revocation"
    """Form 51-6."""
    RELEASE_REVOCATION = "release_revocation"
    """Form 70."""
    PERMIT_COPY = "permit_copy"
    """A certified copy of the permit of provisional release, form 67."""


class Told(StrEnum):
    """What is told in urgency, in place of papers that are not at hand."""

    FACTS = "facts"
    DETENTION_ORDER_ISSUED = "detention_order_issued"
    SPONSORSHIP_REVOKED = "sponsorship_revoked"
    RELEASE_REVOKED = "release_revoked"
    RELEASE_EXPIRED = "release_expired"


class TitleEnd(StrEnum):
    """Why somebody who is still held may be held no longer; each commands release at once."""

    NOT_HANDED_OVER = "not_handed_over"
    """44: the 48 hours passed."""
    TIME_USED_UP = "time_used_up"
    """41(1)."""
    NOT_APPROVED = "not_approved"
    """43(3): no item of Article 24 applies."""
    NOT_DEPORTABLE = "not_deportable"
    """47(1), 48(6), 49(4)."""
    SPECIAL_PERMISSION = "special_permission"
    """50(9)."""
    STATUS_GRANTED = "status_granted"
    """61-2-9(1)."""
    PROVISIONAL_STAY = "provisional_stay"
    """61-2-9(2)."""
    DEPARTURE_ORDERED = "departure_ordered"
    """47(2), 48(7), 49(5)."""
    PROCEDURE_ENDED = "procedure_ended"
    """The investigation was closed, or goes on beside a criminal case (63(1))."""
    ORDER_ENDED = "order_ended"
    """The deportation order was withdrawn or annulled."""
    TRAVEL_RESTRICTION = "travel_restriction"
    """63(3), A-41."""
    PROCEEDINGS = "proceedings"
    """63(2), A-47: a person found that detention under the order does not go on beside criminal proceedings."""
    COURT = "court"
    """A court stayed or annulled the detention, or stayed the whole execution of the order."""


class CourtDecisionKind(StrEnum):
    """By what a court commands the release of a detainee."""

    STAY = "stay"
    """A stay of execution or of effect (ACLA 25(2))."""
    ANNULMENT = "annulment"
    """A judgment that annuls the order, or finds it void, and binds the agencies (ACLA 33(1), 38(1))."""
    HABEAS_CORPUS = "habeas_corpus"
    """A judgment or an order under the Habeas Corpus Act (人身保護法)."""


ENDS_PROCEDURE: Final = frozenset(
    {
        TitleEnd.NOT_DEPORTABLE,
        TitleEnd.SPECIAL_PERMISSION,
        TitleEnd.STATUS_GRANTED,
        TitleEnd.DEPARTURE_ORDERED,
        TitleEnd.ORDER_ENDED,
    }
)
"""After these no custody of the case is left: it ends with the release."""

BREACHES: Final = {
    TitleEnd.NOT_HANDED_OVER: ("C01", "44"),
    TitleEnd.TIME_USED_UP: ("C03", "41(1)"),
}
"""What is a breach when the clock reaches its end and the person is still held, with its row of LAW §11."""


class Place(StrEnum):
    """Where somebody is held (41(2), (3), 52(9))."""

    CENTRE = "centre"
    DETENTION_ROOMS = "detention_rooms"
    DESIGNATED = "designated"
    POLICE_CELL = "police_cell"
    """At the supervising inspector's request, form 51; suspects alone."""


_SHOWN: Final = {
    Occasion.SPONSORSHIP_REVOKED: Paper.SPONSORSHIP_REVOCATION,
    Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER: Paper.SPONSORSHIP_REVOCATION,
    Occasion.RELEASE_REVOKED: Paper.RELEASE_REVOCATION,
    Occasion.RELEASE_EXPIRED: Paper.PERMIT_COPY,
}
_TOLD: Final = {
    Occasion.AFTER_SCREENING: frozenset({Told.FACTS, Told.DETENTION_ORDER_ISSUED}),
    Occasion.SPONSORSHIP_REVOKED: frozenset({Told.FACTS, Told.SPONSORSHIP_REVOKED, Told.DETENTION_ORDER_ISSUED}),
    Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER: frozenset({Told.SPONSORSHIP_REVOKED}),
    Occasion.RELEASE_REVOKED: frozenset({Told.RELEASE_REVOKED}),
    Occasion.RELEASE_EXPIRED: frozenset({Told.RELEASE_EXPIRED}),
}
HAND_OVER_OWED: Final = frozenset(
    {Occasion.AFTER_SCREENING, Occasion.EMERGENCY, Occasion.RELEASE_REVOKED, Occasion.RELEASE_EXPIRED}
)
"""Where the 48 hours of 44 run until the hand-over; never after a revocation of Sponsorship.

For somebody let go before the hand-over and held again in the same matter (provisional release, a disaster, an arrest)
the text is silent: what had not run of them runs on, so that no liberty in between makes them longer. A new screening
or a new emergency is a new detention, with 48 hours of its own.
"""
SPECIAL_RELEASE_FROM: Final = frozenset({Occasion.UNTIL_REMOVAL, Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER})


def papers_to_show(occasion: Occasion, title: Title) -> frozenset[Paper]:
    """The papers that are shown at a detention: the title, and what opened the way to it.

    Source: 42(1), 44-4(6), 52(3), 52-4(5), 55(3), (5); invariant 68 of LAW §14.
    """
    if title is Title.EMERGENCY:
        return frozenset()
    carried = Paper.DETENTION_ORDER if title is Title.DETENTION_ORDER else Paper.DEPORTATION_ORDER
    return frozenset({carried, _SHOWN.get(occasion, carried)})


def to_be_told(occasion: Occasion) -> frozenset[Told] | None:
    """What is told in urgency in place of the papers; None where the law knows no urgency.

    Source: 42(2), 44-4(7), 52-4(6), 55(4), (5).
    """
    return _TOLD.get(occasion)


def shown_as_asked(
    occasion: Occasion, title: Title, shown: frozenset[Paper], told: frozenset[Told] | None
) -> Finding[Answer]:
    """Whether the papers were shown, or in urgency everything told that takes their place.

    Args:
        occasion: on which provision the person is taken.
        title: what the detention rests on.
        shown: the papers shown.
        told: what was told in urgency; None = no urgency is claimed.
    """
    if papers_to_show(occasion, title) <= shown:
        return Finding(Answer.YES, ())
    if told is None:
        return Finding(Answer.NO, (reason.PAPERS_NOT_SHOWN,))
    asked = to_be_told(occasion)
    if asked is None:
        return Finding(Answer.NO, (reason.NO_URGENCY,))
    return Finding(Answer.YES, ()) if asked <= told else Finding(Answer.NO, (reason.NOT_TOLD,))


def place_is_allowed(place: Place, title: Title) -> Finding[Answer]:
    """Whether somebody held under a title may be held in such a place (41(2), (3), 52(9))."""
    if place is Place.POLICE_CELL and title is Title.DEPORTATION_ORDER:
        return Finding(Answer.NO, (reason.NO_POLICE_CELL,))
    return Finding(Answer.YES, ())


def why_no_execution(circumstances: Circumstances, at: datetime) -> TitleEnd | None:
    """What stops detention under the deportation order at an instant, as far as it is on record; None = nothing."""
    if _is_restricted(circumstances, at):
        return TitleEnd.TRAVEL_RESTRICTION
    return TitleEnd.COURT if _is_stayed(circumstances, at) else None


def may_be_executed_by_detention(
    circumstances: Circumstances, at: datetime, *, let_out: bool = False
) -> Finding[Answer]:
    """Whether somebody may be held under the deportation order, as far as what is on record goes.

    A court's stay of removal alone leaves detention as it is. What is not on record stops no detention.

    Args:
        circumstances: what is on record.
        at: the instant.
        let_out: asked for a hand-over at a reported release (64(2)).

    Source: 63(2), (3), ACLA 25(2); A-41, A-47; invariants 42 and 43 of LAW §14.
    """
    found: list[Reason] = []
    if _is_restricted(circumstances, at):
        found.append(reason.RESTRICTED)
    if _is_stayed(circumstances, at):
        found.append(reason.EXECUTION_STAYED)
    if proceedings_run(circumstances, at, let_out=let_out):
        found.append(reason.PROCEEDINGS_RUN)
    return Finding(Answer.NO if found else Answer.YES, tuple(found))


def proceedings_run(circumstances: Circumstances, at: datetime, *, let_out: bool = False) -> bool | None:
    """Whether proceedings run that stop the execution of the order; None = not on record (63(2), A-47).

    A sentence that is served with leave to execute the order stops nothing. The last day of proceedings is over for
    whoever is handed over on it.

    Args:
        circumstances: what is on record.
        at: the instant.
        let_out: asked for a hand-over at a release: what a report announced for this day or earlier stops it no more.
    """
    day = legal_day(at)
    return exists(
        circumstances.proceedings,
        lambda one: (
            one.since <= day
            and (one.until is None or day < one.until)
            and not (let_out and one.release_on is not None and one.release_on <= day)
            and not (one.kind is ProceedingsKind.SENTENCE and one.leave_given)
        ),
    )


def is_travel_restricted(circumstances: Circumstances, at: datetime) -> bool:
    """Whether a court's travel restriction is on record and in force (63(3); from 2025-05-15)."""
    return _is_restricted(circumstances, at)


def _is_restricted(circumstances: Circumstances, at: datetime) -> bool:
    if legal_day(at) < TRAVEL_RESTRICTION_FROM:
        return False
    return any(
        each.since <= at and (each.until is None or at < each.until) for each in circumstances.travel_restrictions or ()
    )


def _is_stayed(circumstances: Circumstances, at: datetime) -> bool:
    return any(
        stay.scope is not CourtStayScope.REMOVAL and stay.since <= at and (stay.until is None or at < stay.until)
        for stay in circumstances.court_stays or ()
    )
