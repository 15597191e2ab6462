"""Who may ask for Sponsorship and notify in the person's place, and what a Sponsor must do and when (DT-08).

Source: 44-2(5), 44-3, 44-6, 52-3, 61-8-3, 77-2, Ord. 36-2(8), 36-3 to 36-5 (text of 2025-06-01).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD, Citation
from law.custody_clocks import SPONSOR_NOTIFICATION
from law.finding import Answer, Finding, Reason
from law.policies import cite

RESIGNATION_AHEAD: Final = timedelta(days=30)
"""How long before resigning a Sponsor is to try to say so (Ord. 36-5(2)); a best effort, no limit."""


class Filer(StrEnum):
    """Who files: the person, or a relative who lives with him or her, in the order of the law."""

    PERSON = "person"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    OTHER_RELATIVE = "other_relative"


@dataclass(frozen=True, slots=True)
class Filing:
    """Who files a request or a notification, and why not the person.

    Args:
        unable: the person is under sixteen, or unable by illness or the like.
        cohabits: the filer lives with the person.
        old_enough: the filer is at least sixteen.
        nobody_nearer: nobody whom the law names earlier can file; of the person himself or herself, no relative.
        asked_by_person: the person asked the filer; enough for a notification (61-8-3(3)), not for a request.
    """

    by: Filer
    unable: bool = False
    cohabits: bool = False
    old_enough: bool = False
    nobody_nearer: bool = False
    asked_by_person: bool = False


def may_request(filing: Filing) -> Finding[Answer]:
    """Whether somebody may request Sponsorship: the person, or in his or her place a relative (44-2(4)(5))."""
    if filing.by is Filer.PERSON:
        return Finding(Answer.YES, ())
    fits = filing.unable and filing.cohabits and filing.old_enough and filing.nobody_nearer
    return Finding(Answer.YES, ()) if fits else Finding(Answer.NO, (_MAY_NOT_REQUEST,))


def may_notify(filing: Filing) -> Finding[Answer]:
    """Whether somebody may make the notification of 44-6 or 52-5: the person, or a cohabiting relative (61-8-3).

    A relative must where the person is under sixteen or unable, in the order of the law; else may, if asked.
    """
    if filing.by is Filer.PERSON:
        relative_must = filing.unable and not filing.nobody_nearer
        return Finding(Answer.NO, (_RELATIVE_MUST,)) if relative_must else Finding(Answer.YES, ())
    entitled = filing.nobody_nearer if filing.unable else filing.asked_by_person
    fits = entitled and filing.cohabits and filing.old_enough
    return Finding(Answer.YES, ()) if fits else Finding(Answer.NO, (_MAY_NOT_NOTIFY,))


def must_show(*, under_sixteen: bool, carries_residence_card: bool) -> Finding[Answer]:
    """Whether the person must carry the notice of Sponsorship and show it on demand.

    Not under sixteen, nor while carrying a residence card (23(1) proviso, (3), (5)).
    """
    if under_sixteen or carries_residence_card:
        return Finding(Answer.NO, (_NEED_NOT_SHOW,))
    return Finding(Answer.YES, ())


class Matter(StrEnum):
    """What a Sponsor must notify of (44-3(4), 52-3(4), Ord. 36-3(4))."""

    CONDUCT = "conduct"
    """(i): learned that the person meets a ground of revocation."""
    DEATH = "death"
    """(ii): the person died."""
    CONTACT_CHANGED = "contact_changed"
    KINSHIP_ENDED = "kinship_ended"
    EMPLOYMENT_ENDED = "employment_ended"
    ASKED_FOR = "asked_for"
    """(iii) with Ord. 36-3(4)(iv)."""


def counts_from(matter: Matter, happened_on: date, learned_on: date) -> date:
    """The day from which the seven days run: learning of conduct and of a death, else the event (Ord. 36-3(1))."""
    return learned_on if matter in (Matter.CONDUCT, Matter.DEATH) else happened_on


class Timeliness(StrEnum):
    """Whether a Sponsor notified in time."""

    IN_TIME = "in_time"
    POSTED_IN_TIME = "posted_in_time"
    """Received late, posted within the days: a warning, not a breach (A-25)."""
    LATE = "late"


def timeliness(since: date, received_on: date, posted_on: date | None) -> Finding[Timeliness]:
    """Whether a notification came within seven days, the last moved over closed days."""
    last = SPONSOR_NOTIFICATION.period
    if last is None:  # pragma: no cover  (C10 is fixed by the law)
        raise TypeError(SPONSOR_NOTIFICATION.id)
    counted = last.last_day(since)
    if received_on <= counted.value:
        return Finding(Timeliness.IN_TIME, counted.reasons, counted.steps)
    if posted_on is not None and posted_on <= counted.value:
        return Finding(Timeliness.POSTED_IN_TIME, (*counted.reasons, _POSTED), counted.steps)
    return Finding(Timeliness.LATE, counted.reasons, counted.steps)


class Omission(StrEnum):
    """What a Sponsor failed to do, or did falsely."""

    NOTIFICATION = "notification"
    REPORT = "report"
    RESIGNATION = "resignation"


def exposure(omission: Omission, *, before_order: bool) -> Citation:
    """The item of 77-2 under which an administrative fine of up to 100,000 yen threatens; nobody is convicted here."""
    if omission is Omission.RESIGNATION:
        return ICRRA("77-2(iv)")
    items = {Omission.NOTIFICATION: ("ii", "v"), Omission.REPORT: ("iii", "vi")}[omission]
    return ICRRA(f"77-2({items[0 if before_order else 1]})")


def tried_ahead(notified_on: date, ends_on: date) -> bool:
    """Whether a resignation was notified at least thirty days ahead."""
    return ends_on - notified_on >= RESIGNATION_AHEAD


_MAY_NOT_REQUEST: Final = Reason(
    "may_not_request",
    (ICRRA("44-2(4)"), ICRRA("44-2(5)"), ICRRA("52-2(7)")),
    "Only where the person is under sixteen or unable may a cohabiting relative of at least sixteen request it: "
    "spouse, child, parent, other, in this order.",
    "代わつて請求することができる者に当たらない。",
    remedy="Let the person request it, or the relative whom the law names first.",
)
_MAY_NOT_NOTIFY: Final = Reason(
    "may_not_notify",
    (ICRRA("61-8-3(2)"), ICRRA("61-8-3(3)"), ORD("59-3(2)")),
    "Only a cohabiting relative of at least sixteen notifies in the person's place: in the order of the law where the "
    "person is unable, else at the person's request.",
    "代わつて届け出ることができる者に当たらない。",
    remedy="Let the person come, or the relative whom the law names.",
)
_RELATIVE_MUST: Final = Reason(
    "relative_must_notify",
    (ICRRA("61-8-3(2)"),),
    "In the place of somebody under sixteen or unable, a cohabiting relative must notify.",
    "16歳に満たない場合等には、同居の親族が代わつて届け出なければならない。",
    remedy="Let the relative come; where there is none, say so and receive it from the person.",
)
_POSTED: Final = Reason(
    "posted_in_time",
    (ORD("36-3(1)"), ORD("36-3(5)"), cite("A-25")),
    "Received late, but posted within the seven days: noted, and no breach.",
    "期間内に発送されており、違反とは扱わない。",
)
_NEED_NOT_SHOW: Final = Reason(
    "need_not_show",
    (ICRRA("23(1)"), ICRRA("23(3)"), ICRRA("23(5)")),
    "Somebody under sixteen, or carrying a residence card, need not carry or show the notice.",
    "16歳に満たない者又は在留カードを携帯する者は、通知書の携帯及び提示を要しない。",
    remedy="Record nothing.",
)
