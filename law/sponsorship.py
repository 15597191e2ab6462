"""Sponsorship (監理措置): by which paragraph it is decided, what is weighed, and what no decision lacks (DT-05).

Not decided here:
    Whether not detaining is appropriate, how great a risk is, whether a Sponsor is fit: a person judges and says why.

Source: 44-2, 44-3, 52-2, 52-3, 52-8(5), Ord. 36-2 (text of 2025-06-01).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from law import sponsorship_reasons as reasons
from law.citation import ICRRA, ORD, Citation
from law.custody import DETAINED, PROVISIONALLY_RELEASED, Paragraph, Sponsored
from law.facts import Custody
from law.finding import Answer, Finding, Reason
from law.periods import legal_day
from law.policies import cite
from law.regimes import TRAVEL_RESTRICTION_FROM


class Route(StrEnum):
    """How the question of Sponsorship came before the supervising inspector."""

    REQUEST = "request"
    """44-2(4), 52-2(4)."""
    OWN_MOTION = "own_motion"
    """44-2(6), 52-2(5)."""
    SCREENING = "screening"
    """39(2)."""
    SCREENING_AFTER_ORDER = "screening_after_order"
    """52(8)."""
    COMMAND = "command"
    """52-8(4)."""


class Risk(StrEnum):
    """What Sponsorship must guard against."""

    FLIGHT = "flight"
    DESTROYING_EVIDENCE = "destroying_evidence"
    ILLEGAL_WORK = "illegal_work"


class Degree(StrEnum):
    """How great a person judges a risk to be; nothing is computed from it."""

    NONE = "none"
    LOW = "low"
    CONSIDERABLE = "considerable"
    HIGH = "high"


def risks_of(paragraph: Paragraph) -> frozenset[Risk]:
    """The risks that are weighed: flight, and destroying evidence before the order, illegal work after it."""
    other = Risk.DESTROYING_EVIDENCE if paragraph.before_order else Risk.ILLEGAL_WORK
    return frozenset({Risk.FLIGHT, other})


def decision_basis(paragraph: Paragraph) -> Citation:
    """The paragraph as a citation."""
    return ICRRA(paragraph.value)


def paragraph_of(route: Route, custody: Custody, *, after_order: bool, release_owed: bool) -> Finding[Paragraph | None]:
    """Under which paragraph Sponsorship may be decided now; None where the law opens none, with the reason.

    Everybody detained or on provisional release goes by 44-2(6) or 52-2(5); only somebody who is neither, by 44-2(1)
    or 52-2(1), and only at a screening. Held under the detention order when the order issued counts as detained (A-45).
    Nothing is decided in the place of a release that is owed: it has no conditions (invariants 3, 5 of LAW §14).

    Args:
        route: how the question came up.
        custody: where the person is held or free.
        after_order: a deportation order is in force.
        release_owed: the person is detained, and nothing carries the detention any more.

    Source: 44-2(1)(4)(6), 52-2(1)(4)(5), 52-8(5); invariant 76 of LAW §14.
    """
    if release_owed:
        return Finding(None, (reasons.DETENTION_WITHOUT_TITLE,))
    if route is Route.COMMAND and custody in DETAINED and after_order:
        return _by(Paragraph.COMMANDED)
    if custody in DETAINED or custody in PROVISIONALLY_RELEASED:
        return _by(Paragraph.LATER_AFTER_ORDER if after_order else Paragraph.LATER_BEFORE_ORDER)
    if custody in (Custody.SPECIAL_RELEASE, Custody.TRAVEL_RESTRICTED):
        return Finding(None, (reasons.A_PERSON_DECIDES,))
    if route is (Route.SCREENING_AFTER_ORDER if after_order else Route.SCREENING):
        return _by(Paragraph.AT_SCREENING_AFTER_ORDER if after_order else Paragraph.AT_SCREENING_BEFORE_ORDER)
    return Finding(None, (reasons.NEITHER_HELD_NOR_RELEASED,))


def may_be_asked_for(custody: Custody, *, release_owed: bool) -> Finding[Answer]:
    """Whether Sponsorship may be requested or taken up on own motion: for somebody detained or on provisional release.

    Source: 44-2(4)(6), 52-2(4)(5).
    """
    if release_owed:
        return Finding(Answer.NO, (reasons.DETENTION_WITHOUT_TITLE,))
    if custody in DETAINED or custody in PROVISIONALLY_RELEASED:
        return Finding(Answer.YES, ())
    released = custody is Custody.SPECIAL_RELEASE
    return Finding(Answer.NO, (reasons.A_PERSON_DECIDES if released else reasons.NEITHER_HELD_NOR_RELEASED,))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the supervising inspector weighed; None = not judged.

    Args:
        suspected: sufficient ground to suspect an item of Article 24; asked before the order alone.
        risks: the degree of each risk.
        appropriate: not detaining is found appropriate.
    """

    suspected: bool | None
    risks: Mapping[Risk, Degree]
    appropriate: bool


def may_be_decided(paragraph: Paragraph, weighed: Weighed) -> Finding[Answer]:
    """Whether the test of DT-05 is on record for a decision under a paragraph, and its answer is yes.

    Under a command the Commissioner has found Sponsorship appropriate (52-8(4)): only the risks are recorded.
    """
    basis = decision_basis(paragraph)
    wanted = risks_of(paragraph)
    if frozenset(weighed.risks) != wanted:
        names = ", ".join(sorted(wanted))
        return Finding(Answer.NO, (_other_risks(basis, names),))
    if paragraph is Paragraph.COMMANDED:
        return Finding(Answer.YES, ())
    if paragraph.before_order and not weighed.suspected:
        return Finding(Answer.NO, (reasons.NO_SUSPICION,))
    if not weighed.appropriate:
        return Finding(Answer.NO, (_not_appropriate(basis),))
    return Finding(Answer.YES, ())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is to be selected as Sponsor, as a person found him, her or it to be."""

    understands: bool
    consents: bool
    fit: bool


def may_be_sponsor(candidate: Candidate) -> Finding[Answer]:
    """Whether somebody may be selected: understands the duties, consents, and is fit (44-3(1), 52-3(1))."""
    missing = tuple(
        reason
        for holds, reason in (
            (candidate.understands, reasons.DUTIES_NOT_UNDERSTOOD),
            (candidate.consents, reasons.NO_CONSENT),
            (candidate.fit, reasons.NOT_FIT),
        )
        if not holds
    )
    return Finding(Answer.NO if missing else Answer.YES, missing)


class Condition(StrEnum):
    """The conditions of Sponsorship (Ord. 36-2(1), (2))."""

    RESIDENCE = "residence"
    PREFECTURE = "prefecture"
    """Or the area that was set instead for special reasons."""
    APPEARANCE = "appearance"
    NO_FLIGHT = "no_flight"
    NO_DESTROYING_EVIDENCE = "no_destroying_evidence"
    NO_WORK = "no_work"
    OTHER = "other"


_ALWAYS: Final = frozenset({Condition.RESIDENCE, Condition.PREFECTURE, Condition.APPEARANCE, Condition.NO_FLIGHT})


def conditions_of(*, before_order: bool) -> frozenset[Condition]:
    """The conditions that are always imposed."""
    return _ALWAYS | {Condition.NO_DESTROYING_EVIDENCE if before_order else Condition.NO_WORK}


def conditions_complete(imposed: frozenset[Condition], *, before_order: bool) -> Finding[Answer]:
    """Whether every condition that is always imposed is there."""
    missing = sorted(conditions_of(before_order=before_order) - imposed)
    if not missing:
        return Finding(Answer.YES, ())
    basis = (ICRRA("44-2(1)"), ORD("36-2(1)")) if before_order else (ICRRA("52-2(1)"), ORD("36-2(2)"))
    text = (
        f"Conditions that are always imposed are missing: {', '.join(missing)}.",
        "必要な監理措置条件を欠いている。",
    )
    return Finding(Answer.NO, (Reason("condition_missing", basis, *text, remedy="Impose them."),))


def waits_for_deposit(paragraph: Paragraph, custody: Custody, *, deposit_unpaid: bool) -> bool:
    """Whether release waits for the payment: for somebody detained alone, never at a screening (44-2(8), 52-2(7))."""
    return deposit_unpaid and not paragraph.at_screening and custody in DETAINED


def may_be_placed_unpaid(custody: Custody, *, release_owed: bool, time_used_up: bool) -> Finding[Answer]:
    """Whether a decision may take hold though its deposit is unpaid: after a release because the time ran out (A-34).

    Every other release leaves the decision waiting for the payment, and so does provisional release.

    Source: 44-2(8), 52-2(7); invariant 8 of LAW §14.
    """
    if release_owed:
        return Finding(Answer.NO, (reasons.DETENTION_WITHOUT_TITLE,))
    if custody in DETAINED:
        return Finding(Answer.NO, (reasons.STILL_DETAINED,))
    return Finding(Answer.YES, ()) if time_used_up else Finding(Answer.NO, (reasons.NOT_RELEASED_FOR_TIME,))


REMAINING_TAKEN_AWAY: Final = frozenset(
    {
        *("70(1)(iii)", "70(1)(iii-2)", "70(1)(iii-3)", "70(1)(v)", "70(1)(vii)", "70(1)(vii-2)", "70(1)(vii-3)"),
        *("70(1)(viii)", "70(1)(viii-2)", "70(1)(viii-3)", "70(1)(viii-4)", "70(2)"),
    }
)
"""The offences of remaining, which Sponsorship takes away while it lasts; illegal entry and landing stay punishable."""


def takes_away(offence: str) -> bool:
    """Whether staying under Sponsorship is not the remaining that an offence names (44-2(10), 52-2(8))."""
    return offence in REMAINING_TAKEN_AWAY


def remaining_is_punished(offence: str, sponsorships: Iterable[Sponsored], custody: Custody, at: datetime) -> bool:
    """Whether an offence of remaining is committed at an instant: not under Sponsorship, nor a travel restriction.

    Source: 44-2(10), 52-2(8), 63-2(3); the last from 2025-05-15.
    """
    restricted = custody is Custody.TRAVEL_RESTRICTED and legal_day(at) >= TRAVEL_RESTRICTION_FROM
    return not (takes_away(offence) and (restricted or any(one.runs(at) for one in sponsorships)))


def _by(paragraph: Paragraph) -> Finding[Paragraph | None]:
    text = (f"The decision is made under {paragraph.value}.", f"第{paragraph.value}による決定である。")
    return Finding(paragraph, (Reason("paragraph", (decision_basis(paragraph), *_why(paragraph)), *text),))


def _why(paragraph: Paragraph) -> tuple[Citation, ...]:
    return (cite("A-45"),) if paragraph is Paragraph.LATER_AFTER_ORDER else ()


def _other_risks(basis: Citation, names: str) -> Reason:
    return Reason(
        "other_risks_weighed",
        (basis,),
        f"The degrees of exactly these risks are weighed here: {names}.",
        "考慮すべきおそれの程度が過不足なく記録されていない。",
        remedy=f"Record a degree for each of {names}, and for nothing else.",
    )


def _not_appropriate(basis: Citation) -> Reason:
    return Reason(
        "sponsorship_not_appropriate",
        (basis,),
        "It was not found appropriate to do without detention.",
        "収容しないことが相当と認められていない。",
        remedy="Refuse in writing with reasons, or weigh anew.",
    )
