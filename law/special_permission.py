"""Special permission to stay (在留特別許可): its grounds, the bar, what is weighed, what is granted (50).

Not decided here:
    Whether a ground is given, what a factor weighs, whether refusing would lack humanity: the Minister decides, with
    reasons. No element of the guidelines decides alone.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD, PRACTICE
from law.decision_table import any_of
from law.deportation_grounds import STRICT_BAR_GROUNDS
from law.facts import CourtStay, CourtStayScope, Ground, Sentence, StayKind
from law.finding import Answer, Finding, Reason
from law.on_record import others_are_unknown
from law.policies import cite
from law.regimes import COMMENCEMENT
from law.sentences import STRICT_BAR, counts, was_revoked


class PermissionGround(StrEnum):
    """The items of 50(1)."""

    PERMANENT_RESIDENT = "50(1)(i)"
    ONCE_JAPANESE = "50(1)(ii)"
    """Once had a registered domicile in Japan as a Japanese."""
    TRAFFICKING_VICTIM = "50(1)(iii)"
    """Stays under another's control by trafficking or the like."""
    RECOGNISED = "50(1)(iv)"
    """Recognised as a refugee or for complementary protection."""
    OTHER_CIRCUMSTANCES = "50(1)(v)"
    """The Minister finds circumstances for which the stay should be specially permitted."""


class Factor(StrEnum):
    """What 50(5) has the Minister consider, for a grant and for a refusal alike."""

    REASON_TO_STAY = "reason_to_stay"
    FAMILY = "family"
    CONDUCT = "conduct"
    WAY_OF_ENTRY = "way_of_entry"
    LENGTH_OF_STAY = "length_of_stay"
    LEGAL_POSITION = "legal_position"
    """During that stay."""
    FACTS_OF_THE_GROUND = "facts_of_the_ground"
    """The facts that became the reason of deportation."""
    HUMANITARIAN_NEED = "humanitarian_need"
    SITUATION = "situation"
    """At home and abroad."""
    EFFECT_ON_OTHERS = "effect_on_others"
    """On others who stay unlawfully."""
    OTHER = "other"


GUIDELINES: Final = PRACTICE("guidelines on special permission to stay (March 2024)", COMMENCEMENT)
"""Applied from the main commencement of Act 56 of 2023."""


class Positive(StrEnum):
    """Elements that the guidelines count for a permission."""

    CHILD_WITH_FAMILY = "child_with_family"
    """The child's interest in living with its family."""
    FAMILY_IN_JAPAN = "family_in_japan"
    """A settled marriage or parentage with a Japanese, a special permanent resident or a holder of a status."""
    COMMUNITY_TIES = "community_ties"
    """Ties to a local community, a school among them, that grew meanwhile."""
    VOLUNTARY_APPEARANCE = "voluntary_appearance"
    MEDICAL_TREATMENT = "medical_treatment"
    """Needs treatment in Japan for a considerable time."""
    STATELESS = "stateless"
    SUPPORT_OF_OTHERS = "support_of_others"
    """A future employer or somebody else supports the person."""


class Negative(StrEnum):
    """Elements that the guidelines count against one."""

    LONG_ILLEGAL_STAY = "long_illegal_stay"
    ILLEGAL_ENTRY = "illegal_entry"
    """Also with a forged passport."""
    FORGED_PAPERS = "forged_papers"
    """Papers forged, or got by deceit."""
    PUNISHED = "punished"
    """Broke laws that carry criminal penalties."""
    EMPLOYED_OTHERS_ILLEGALLY = "employed_others_illegally"
    PROSTITUTION = "prostitution"
    FLED = "fled"
    """While under Sponsorship or on provisional release."""


def everything_was_weighed(named: Collection[Factor]) -> Finding[Answer]:
    """Whether each of the eleven factors is on record, be it that nothing is known of it (50(5))."""
    missing = sorted(set(Factor) - set(named))
    if not missing:
        return Finding(Answer.YES, ())
    en = f"Not on record: {', '.join(missing)}."
    return Finding(Answer.NO, (Reason("factor_not_weighed", _WEIGHED, en, "考慮事情の記録を欠いている。", _ALL),))


def special_permission_bar(
    sentences: tuple[Sentence, ...] | None, grounds: frozenset[Ground], on: date
) -> Finding[Answer]:
    """Whether special permission to stay is strictly barred: only if refusing it would lack humanity.

    Args:
        sentences: the sentences on record; None = never recorded.
        grounds: the items of Article 24 that apply.
        on: the legal day.

    Returns:
        ASK where a suspension that was revoked later decides (A-46).

    Source: 50(1) proviso; DT-16 (`law.sentences`). No foreign sentence counts (A-46).
    """
    if grounds & STRICT_BAR_GROUNDS:
        return Finding(Answer.YES, (_GROUND_BARS,))
    known = sentences or ()
    barred = any_of(*(counts(STRICT_BAR, each, on) for each in known))
    if barred:
        return Finding(Answer.YES, (_SENTENCE_BARS,))
    if barred is None:
        return Finding(Answer.UNKNOWN, (_PART_UNKNOWN,))
    if any(was_revoked(STRICT_BAR, each, on) for each in known):
        return Finding(Answer.ASK, (_REVOKED_LATER,))
    if others_are_unknown(sentences):
        return Finding(Answer.UNKNOWN, (_SENTENCES_UNKNOWN,))
    return Finding(Answer.NO, (_NOT_BARRED,))


def may_be_granted(barred: Finding[Answer], *, refusal_lacks_humanity: bool) -> Finding[Answer]:
    """Whether the bar leaves a grant open: it does not apply, or the Minister found that refusing would lack humanity.

    Source: 50(1) proviso.
    """
    if barred.value is Answer.NO or refusal_lacks_humanity:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, barred.reasons)


class LandingKind(StrEnum):
    """The kinds of landing of Chapter 3, section 4, that a permission may take for its condition (Ord. 44(7)(i))."""

    PORT_OF_CALL = "14"
    CRUISE = "14-2"
    TRANSIT = "15"
    CREW = "16"
    EMERGENCY = "17"
    DISTRESS = "18"
    TEMPORARY_REFUGE = "18-2"

    @property
    def stay(self) -> StayKind:
        """How somebody with such a landing stays."""
        return StayKind.TEMPORARY_REFUGE if self is LandingKind.TEMPORARY_REFUGE else StayKind.LISTED_LANDING


_BY_LANDING = frozenset({Ground.VI, Ground.VI_2, Ground.VI_3, Ground.VI_4})


def landing_may_be_set(grounds: frozenset[Ground], *, breached_9_7: bool | None) -> Finding[Answer]:
    """Whether a kind of landing and its period may take the place of a status.

    Args:
        grounds: the items of Article 24 that apply.
        breached_9_7: landed in breach of 9(7); asked of 24(ii) alone. None = not on record.

    Source: 50(6), Ord. 44(7)(i).
    """
    if grounds & _BY_LANDING:
        return Finding(Answer.YES, ())
    if Ground.II not in grounds or breached_9_7:
        return Finding(Answer.NO, (_NO_LANDING,))
    return Finding(Answer.UNKNOWN, (_BREACH_UNKNOWN,)) if breached_9_7 is None else Finding(Answer.YES, ())


class PermissionPaper(StrEnum):
    """What is handed over with a permission."""

    RESIDENCE_CARD = "residence_card"
    """To a mid- or long-term resident (50(7))."""
    STAMP = "stamp"
    """In the passport, form 62 or 62-2."""
    CERTIFICATE_OF_STATUS = "certificate_of_status"
    """Form 32 with that stamp, where there is no passport."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What was granted, as far as the papers ask."""

    status: bool
    """A status and its period; else a kind of landing."""
    mid_long_term: bool = False
    """The person becomes a mid- or long-term resident."""

    @property
    def papers(self) -> frozenset[PermissionPaper]:
        """The papers, one of which is handed over; none with a kind of landing (Ord. 44(5))."""
        if not self.status:
            return frozenset()
        card = PermissionPaper.RESIDENCE_CARD
        return frozenset({card}) if self.mid_long_term else frozenset(PermissionPaper) - {card}


@dataclass(frozen=True, slots=True)
class PermissionOnFile:
    """A question of special permission as its case lays it before the rules."""

    case: str
    deportation: str
    """The deportation case that it concerns."""
    filed_at: datetime | None
    """When it was applied for; None on own motion."""
    undecided: bool
    told: bool | None = None
    """Of a decision: the supervising inspector was told, or is on somebody's desk to be told (50(8))."""
    on_paper: bool | None = None
    """Of a refusal of an application: in writing (50(10))."""


@dataclass(frozen=True, slots=True)
class RefusalStayed:
    """A stay of a refusal of special permission: meanwhile the application is not refused (47(5)(iii); ACLA 25(2))."""

    suit: str
    named: str
    """The case that the suit names: of the permission, or of the deportation; empty = none."""
    stay: CourtStay

    @property
    def stops_issue(self) -> bool:
        """Whether no order may issue on it: more than a removal is stayed."""
        return self.stay.scope is not CourtStayScope.REMOVAL


_WEIGHED = (ICRRA("50(5)"), GUIDELINES)
_ALL = "Record each factor; where nothing is known of one, that nothing is."
_REMEDY = "Record special circumstances in which refusing would lack humanity."
_GROUND_BARS = Reason(
    "ground_bars_permission",
    (ICRRA("50(1)"),),
    "A ground named in the proviso of 50(1) applies.",
    "第50条第1項ただし書に掲げる退去強制事由に該当する。",
    _REMEDY,
)
_SENTENCE_BARS = Reason(
    "sentence_bars_permission",
    STRICT_BAR.basis,
    "Sentenced to life or more than one year of imprisonment.",
    "無期又は一年を超える拘禁刑に処せられている。",
    _REMEDY,
)
_PART_UNKNOWN = Reason(
    "unsuspended_part_not_on_record",
    STRICT_BAR.basis,
    "The part that was not suspended is not on record.",
    "執行が猶予されなかった部分の期間が記録にない。",
    f"Record the part. {_REMEDY}",
)
_REVOKED_LATER = Reason(
    "suspension_revoked_later",
    (ICRRA("50(1)"), cite("A-46")),
    "The suspension of a sentence was revoked later; whether it then bars is left to a person.",
    "執行猶予が後に取り消されており、人による判断を要する。",
    _REMEDY,
)
_SENTENCES_UNKNOWN = Reason(
    "sentences_not_on_record",
    (ICRRA("50(1)"),),
    "It is not on record whether the person was sentenced.",
    "刑に処せられたかどうかが記録にない。",
    f"Record the sentences. {_REMEDY}",
)
_NOT_BARRED = Reason(
    "permission_not_barred",
    (ICRRA("50(1)"),),
    "No sentence and no ground of the proviso of 50(1).",
    "第50条第1項ただし書に該当する刑及び事由はない。",
)
_NO_LANDING = Reason(
    "no_kind_of_landing",
    (ICRRA("50(6)"), ORD("44(7)(i)")),
    "A kind of landing is set only on 24(ii), but for a breach of 9(7), and on 24(vi) to (vi-4).",
    "上陸の種類及び上陸期間を定めることができる退去強制事由に該当しない。",
    "Decide a status and its period.",
)
_BREACH_UNKNOWN = Reason(
    "breach_of_9_7_not_on_record",
    (ORD("44(7)(i)"), ICRRA("9(7)")),
    "It is not on record whether the landing was in breach of 9(7).",
    "第9条第7項の規定に違反した上陸かどうかが記録にない。",
    "Put it on record, or decide a status.",
)
