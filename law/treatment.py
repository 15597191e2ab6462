"""Treatment of detainees: what is told at the start, care, isolation and the protection room (55-18, 55-41 to 55-53).

Not decided here:
    Whether harm threatens, whether a need is special, whether a stay in hospital is unavoidable: the head of the
    facility judges, with a doctor where the text asks for one, and gives reasons.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA
from law.finding import Answer, Finding, Reason


class Matter(StrEnum):
    """What is told in writing at the start of detention, and again when it changes (55-18(1); Ord. 50-8(2))."""

    GOODS = "55-18(1)(i)"
    KEPT_BELONGINGS = "55-18(1)(ii)"
    HEALTH = "55-18(1)(iii)"
    RELIGION = "55-18(1)(iv)"
    BOOKS = "55-18(1)(v)"
    RULES = "55-18(1)(vi)"
    VISITS_AND_LETTERS = "55-18(1)(vii)"
    REVIEW_OF_MEASURES = "55-18(1)(viii)"
    REPORTS = "55-18(1)(ix)"
    COMPLAINTS = "55-18(1)(x)"


class CareGround(StrEnum):
    """Why care is owed promptly (55-42(1))."""

    INJURY_OR_ILLNESS = "55-42(1)(i)"
    """Injured or ill, or suspected of it."""
    NOT_EATING = "55-42(1)(ii)"
    """Takes no food or drink, so that serious harm to mind or body threatens."""


class CarePlace(StrEnum):
    """Where care is given (55-42(1), (2))."""

    FACILITY = "facility"
    OUTSIDE_CLINIC = "outside_clinic"
    HOSPITAL = "hospital"
    """A stay in a hospital or clinic outside; only when unavoidable."""


class IsolationGround(StrEnum):
    """Why a detainee is kept apart from others (55-50(1))."""

    ORDER_OF_FACILITY = "55-50(1)(i)"
    HARM_FROM_OTHERS = "55-50(1)(ii)"
    """Only where nothing else averts it."""


class Recurrence(StrEnum):
    """How a separation stands to an earlier one in the same detention, as the head of the facility judges."""

    NEW_NEED = "new_need"
    """The earlier one ended with its need, and something has happened since that founds another."""
    SAME_NEED = "same_need"
    """The need is the same that the earlier one met: it is continued, and that is a renewal."""


class RoomGround(StrEnum):
    """Why a detainee is placed in a protection room (55-53(1))."""

    SELF_HARM = "55-53(1)(i)"
    NOISE = "55-53(1)(ii)(i)"
    HARM_TO_OTHERS = "55-53(1)(ii)(ro)"
    DAMAGE = "55-53(1)(ii)(ha)"


class Measure(StrEnum):
    """Other measures for the health of a detainee, each recorded with its article."""

    NAMED_DOCTOR_ALLOWED = "55-43(1)"
    INFECTION_CONTROL = "55-45"
    CARE_OF_FRAIL = "55-46(1)"
    CHILDBIRTH_OUTSIDE = "55-46(2)"


def _no(code: str, *articles: str, en: str, ja: str, remedy: str) -> Finding[Answer]:
    return Finding(Answer.NO, (Reason(code, tuple(ICRRA(article) for article in articles), en, ja, remedy),))


def _yes(code: str, *articles: str, en: str, ja: str) -> Finding[Answer]:
    return Finding(Answer.YES, (Reason(code, tuple(ICRRA(article) for article in articles), en, ja),))


def may_be_treated(ground: CareGround, *, against_will: bool, serious_or_infectious: bool) -> Finding[Answer]:
    """Whether care may be given to a detainee who does, or does not, want it.

    Args:
        ground: why care is owed.
        against_will: the detainee does not want it.
        serious_or_infectious: serious harm to mind or body threatens, or others may be infected, as a person judged.

    Source: 55-42(1): only in case (i) without such a risk does the will decide; case (ii) asks for no consent.
    """
    if against_will and ground is CareGround.INJURY_OR_ILLNESS and not serious_or_infectious:
        return _no(
            "against_the_will",
            "55-42(1)",
            en="Without a risk of serious harm or of infection, care is given only if it is not against the will.",
            ja="著しい障害のおそれ又は感染のおそれがないときは、本人の意思に反して診療を行うことができない。",
            remedy="Record that care was declined, and offer it again.",
        )
    return _yes(
        "care_is_owed",
        "55-42(1)",
        en="Care is given promptly, with the other medical measures that are needed.",
        ja="速やかに診療を行い、必要な医療上の措置をとる。",
    )


def may_stay_in_hospital(*, unavoidable: bool) -> Finding[Answer]:
    """Whether a detainee may be taken into a hospital outside (55-42(2)): only when unavoidable."""
    if unavoidable:
        return _yes("unavoidable", "55-42(2)", en="A stay in hospital is unavoidable.", ja="やむを得ない。")
    return _no(
        "hospital_not_unavoidable",
        "55-42(2)",
        en="A stay in a hospital outside is for when it is unavoidable.",
        ja="外部の病院等への入院は、やむを得ないときに限る。",
        remedy="Let the detainee attend a clinic outside, or state why a stay is unavoidable.",
    )


def may_be_isolated(ground: IsolationGround, *, no_other_way: bool) -> Finding[Answer]:
    """Whether a detainee may be kept apart (55-50(1)); against harm from others only where nothing else averts it."""
    if ground is IsolationGround.HARM_FROM_OTHERS and not no_other_way:
        return _no(
            "another_way_exists",
            "55-50(1)(ii)",
            en="Isolation against harm from other detainees needs that there is no other way to avert it.",
            ja="他の被収容者からの危害を避けるために他に方法がないことを要する。",
            remedy="Avert the harm in the other way.",
        )
    return _yes("may_be_isolated", "55-50(1)", en="A ground of isolation is given.", ja="隔離の事由がある。")


def may_be_placed_in_room(ground: RoomGround, *, specially_needed: bool) -> Finding[Answer]:
    """Whether a detainee may be placed in a protection room (55-53(1)); but for self-harm only for a special need."""
    if ground is not RoomGround.SELF_HARM and not specially_needed:
        return _no(
            "not_specially_needed",
            "55-53(1)(ii)",
            en="But for a danger of self-harm, the order of the facility must make it specially necessary.",
            ja="規律及び秩序を維持するため特に必要があることを要する。",
            remedy="Use a milder means.",
        )
    return _yes(
        "may_be_placed", "55-53(1)", en="A ground for a protection room is given.", ja="保護室収容の事由がある。"
    )


def may_be_renewed(article: str, *, special_need: bool) -> Finding[Answer]:
    """Whether an isolation (55-50(2)) or a placing in a protection room (55-53(3)) may be renewed."""
    if special_need:
        return _yes("special_need", article, en="There is a special need to continue.", ja="特に継続の必要がある。")
    return _no(
        "no_special_need",
        article,
        en="Renewal needs a special need to continue.",
        ja="更新には、特に継続の必要があることを要する。",
        remedy="End it at the latest with its period.",
    )


def may_begin_again(
    article: str, recurrence: Recurrence | None, *, earlier: bool, special_need: bool
) -> Finding[Answer]:
    """Whether an isolation (55-50) or a placing in a protection room (55-53) may begin after an earlier one.

    The text fixes one period, and lets it last longer only by renewals for a special need to continue; it says nothing
    of an end that is followed by a new beginning. So that no end buys a fresh period, whoever was separated before in
    the same detention is so again only for a need that has arisen since, or by way of a renewal. How near the two are
    to each other makes no difference: the text has no number.

    Args:
        article: the provision of the period.
        recurrence: how it stands to the earlier one; None = not said.
        earlier: one is on record in the same detention.
        special_need: there is a special need to continue, as a person judged.
    """
    if recurrence is Recurrence.SAME_NEED:
        return may_be_renewed(article, special_need=special_need)
    if earlier and recurrence is None:
        return _no(
            "separated_before",
            article,
            en="Ended and begun anew for the same need, it would outlast its period without a renewal.",
            ja="先の措置の終了後に再び開始するには、新たな必要の発生又は更新の要件を要する。",
            remedy="State that another need has arisen since, or continue for a special need as a renewal.",
        )
    return _yes("need_arisen", article, en="It rests on a need of its own.", ja="新たな必要に基づく。")


class Owed(StrEnum):
    """What treatment may make somebody owe, as the duty is named."""

    TELLING = "tell_matters"
    ASKING = "ask_health"
    END_OF_ISOLATION = "end_isolation"
    END_OF_PLACING = "end_placing"


MATTERS: Final = frozenset(Matter)
"""All that is told at the start."""


@dataclass(frozen=True, slots=True)
class Treated:
    """The treatment of a detainee, as its case lays it before the rules."""

    case: str
    told: bool
    """The matters of 55-18 were told in writing, with every change since."""
    asked: bool
    """The detainee was asked about his or her health at the start."""
    examined_by: datetime | None
    """When the next examination falls due."""
    isolated: bool
    isolation_ends: datetime | None
    in_room: bool
    room_ends: datetime | None
    owed: frozenset[str] = frozenset()
    """Kinds of its open duties."""
