"""Who is eligible for a departure order (出国命令対象者): the decision table DT-02 of LAW §10."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD
from law.decision_table import Condition, Row, any_of, conclude
from law.deportation_grounds import DEPARTURE_ORDER_GROUNDS, EXCLUDES_DEPARTURE_ORDER
from law.facts import Ground, Sentence
from law.finding import Answer, Finding
from law.holidays import is_administrative_holiday
from law.on_record import exists
from law.periods import legal_day, start_of
from law.policies import cite
from law.regimes import COMMENCEMENT
from law.sentences import is_listed

TRACK_B_COMMENCED: Final = start_of(COMMENCEMENT)
"""From this instant a wish to leave told after the investigation began can open the way (24-3(i)(ro))."""


class Track(StrEnum):
    """How somebody came to be eligible (24-3(i))."""

    APPEARED = "24-3(i)(i)"
    """Came by himself or herself before the investigation began."""
    DECLARED = "24-3(i)(ro)"
    """Told an inspector or control officer of the wish to leave, before the notice of the finding."""


@dataclass(frozen=True, slots=True)
class DepartureOrderFacts:
    """What the examination has on record. `None` = not on record, except for acts: an act without a time was not done.

    Args:
        grounds: every item of Article 24 that applies.
        appeared_at: came to an immigration office intending to leave promptly (confirmation 71-2).
        appeared_in_office_hours: the office confirms that it was in its hours, which are a local matter (A-21).
        declared_at: told an officer that he or she will leave promptly (confirmation 71-2-2).
        investigation_began_at: the violation investigation began.
        finding_received_at: the notice of 47(3) was received.
        sentences: every sentence; those for a listed crime after entering Japan count.
        deported_before: was deported from Japan before.
        left_under_departure_order_before: left Japan under a departure order before.
        certain_to_leave: is expected with certainty to leave promptly; a person judges it.
    """

    grounds: frozenset[Ground] | None
    appeared_at: datetime | None
    appeared_in_office_hours: bool | None
    declared_at: datetime | None
    investigation_began_at: datetime | None
    finding_received_at: datetime | None
    sentences: tuple[Sentence, ...] | None
    deported_before: bool | None
    left_under_departure_order_before: bool | None
    certain_to_leave: bool | None


def departure_order_eligible(facts: DepartureOrderFacts, at: datetime) -> Finding[Answer]:
    """Whether the suspect is eligible for a departure order: every condition must be met.

    Returns:
        Yes with every condition passed; no or unknown with the conditions that fail or are not on record.

    Source: 24-3 (text 2025-06-01); Ord. 50-50, 50-51; DT-02.
    """
    return conclude(conditions(facts, at))


def conditions(facts: DepartureOrderFacts, at: datetime) -> tuple[Row, ...]:
    """Every condition of the table as judged, in its order."""
    grounds = facts.grounds
    before = any_of(facts.deported_before, facts.left_under_departure_order_before)
    return (
        _GROUND.judged(None if grounds is None else not grounds & DEPARTURE_ORDER_GROUNDS),
        _TRACK.judged(_lacks_a_track(facts, at)),
        _EXCLUDED.judged(None if grounds is None else bool(grounds & EXCLUDES_DEPARTURE_ORDER)),
        _LISTED_CRIME.judged(_is_sentenced_for_listed_crime(facts.sentences, at)),
        _BEFORE.judged(before),
        _CERTAIN.judged(None if facts.certain_to_leave is None else not facts.certain_to_leave),
    )


def track(facts: DepartureOrderFacts, at: datetime) -> Track | None:
    """The way by which the suspect opened the departure order until this instant, if any is on record."""
    if _came_before_the_investigation(facts, at) and appearance_counts(facts):
        return Track.APPEARED
    return Track.DECLARED if _told_an_officer_in_time(facts, at) else None


def appearance_counts(facts: DepartureOrderFacts) -> bool | None:
    """Whether the appearance was in office hours on a day that is no holiday of administrative organs.

    Returns:
        None where the office has not confirmed its hours; no, where nobody appeared.

    Source: Ord. 50-50(1).
    """
    if facts.appeared_at is None or is_administrative_holiday(legal_day(facts.appeared_at)):
        return False
    return facts.appeared_in_office_hours


def _lacks_a_track(facts: DepartureOrderFacts, at: datetime) -> bool | None:
    if track(facts, at) is not None:
        return False
    waits_for_the_office = _came_before_the_investigation(facts, at) and appearance_counts(facts) is None
    return None if waits_for_the_office else True


def _came_before_the_investigation(facts: DepartureOrderFacts, at: datetime) -> bool:
    began, appeared = facts.investigation_began_at, facts.appeared_at
    return appeared is not None and appeared <= at and (began is None or appeared < began)


def _told_an_officer_in_time(facts: DepartureOrderFacts, at: datetime) -> bool:
    began, declared = facts.investigation_began_at, facts.declared_at
    if declared is None or began is None or not TRACK_B_COMMENCED <= declared <= at or declared < began:
        return False
    received = facts.finding_received_at
    return received is None or declared < received


def _is_sentenced_for_listed_crime(sentences: tuple[Sentence, ...] | None, at: datetime) -> bool | None:
    day = legal_day(at)
    return exists(sentences, lambda each: is_listed(each, day))


_GROUND: Final = Condition(
    1,
    "no_departure_order_ground",
    (ICRRA("24-3"),),
    blocked=("The ground does not allow a departure order.", "出国命令の対象となる事由に該当しない。"),
    passed=("The ground allows a departure order.", "出国命令の対象となる事由に該当する。"),
    unknown=("The ground of deportation is not on record.", "退去強制事由が記録にない。"),
    remedy="Nothing cures it: go on with the examination as a deportable person.",
    remedy_when_unknown="Begin the investigation with its grounds (`investigate` of Deportation).",
)
_TRACK: Final = Condition(
    2,
    "no_appearance_or_declaration",
    (ICRRA("24-3(i)"), ORD("50-50"), ORD("50-51"), cite("A-21")),
    blocked=(
        "Neither came to an office in its hours before the investigation nor told an officer in time.",
        "違反調査の開始前の執務時間中の出頭も、通知を受ける前の出国意思の表明もない。",
    ),
    passed=(
        "Came to an office, or told an officer in time of the wish to leave.",
        "出頭又は期限前の出国意思の表明がある。",
    ),
    unknown=(
        "The office has not confirmed that the appearance was in its hours.",
        "出頭が執務時間中であったことが確認されていない。",
    ),
    remedy="Go on with the examination; until the notice of 47(3) the suspect may still declare the wish to leave.",
    remedy_when_unknown="Correct the appearance by what the office says of its hours (`investigate` of Deportation).",
)
_EXCLUDED: Final = Condition(
    3,
    "excluding_ground",
    (ICRRA("24-3(ii)"),),
    blocked=("A ground applies that excludes a departure order.", "出国命令を妨げる事由に該当する。"),
    passed=("No ground applies that excludes a departure order.", "出国命令を妨げる事由に該当しない。"),
    unknown=("The grounds of deportation are not on record.", "退去強制事由が記録にない。"),
    remedy="Nothing cures it: go on with the examination as a deportable person.",
    remedy_when_unknown="Begin the investigation with its grounds (`investigate` of Deportation).",
)
_LISTED_CRIME: Final = Condition(
    4,
    "sentenced_for_listed_crime",
    (ICRRA("24-3(iii)"),),
    blocked=(
        "Sentenced to imprisonment for a listed crime after entering Japan.",
        "入国後に所定の罪により拘禁刑に処せられている。",
    ),
    passed=("Not sentenced to imprisonment for a listed crime.", "所定の罪により拘禁刑に処せられていない。"),
    unknown=("It is not on record whether the person was sentenced.", "刑に処せられたかどうかが記録にない。"),
    remedy="Nothing cures it: go on with the examination as a deportable person.",
    remedy_when_unknown="Record the sentences, or that there is none (`record_sentences` of Circumstances).",
)
_BEFORE: Final = Condition(
    5,
    "deported_or_ordered_before",
    (ICRRA("24-3(iv)"),),
    blocked=(
        "Was deported before, or left under a departure order before.",
        "過去に退去強制され、又は出国命令により出国している。",
    ),
    passed=("Never deported, and never left under a departure order.", "過去に退去強制及び出国命令による出国はない。"),
    unknown=(
        "Earlier deportations and departure orders are not on record.",
        "過去の退去強制及び出国命令の有無が記録にない。",
    ),
    remedy="Nothing cures it: go on with the examination as a deportable person.",
    remedy_when_unknown="Look into it, and say both in the assessment that the act carries.",
)
_CERTAIN: Final = Condition(
    6,
    "leaving_not_certain",
    (ICRRA("24-3(v)"),),
    blocked=("It is not certain that the person will leave promptly.", "速やかに出国することが確実と見込まれない。"),
    passed=("The person is certain to leave promptly.", "速やかに出国することが確実と見込まれる。"),
    unknown=(
        "Nobody has judged yet whether the person is certain to leave.",
        "速やかな出国の確実性がまだ判断されていない。",
    ),
    remedy="Judge it again when there is reason to expect departure; otherwise go on with the examination.",
    remedy_when_unknown="Judge it, and say so in the assessment that the act carries.",
)
