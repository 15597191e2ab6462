"""What may stand against landing beside a denial that runs: the bars of 5(1) without end, from what is on record.

Not decided here:
    Whether a crime was political (5(1)(iv)), what becomes of a suspended sentence (A-44), whether somebody plans what
    5(1)(v-2), (xi)-(xiv) name: a person judges at landing. What was never recorded is not said to be absent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from law.citation import ICRRA
from law.facts import Ground, Sentence, Suspension
from law.finding import Answer, Finding, Reason
from law.on_record import others_are_unknown
from law.policies import cite
from law.sentences import LANDING_DENIED, counts

_SET_ASIDE: Final = "The Minister may set it aside in the cases of 5-2, or permit landing specially (12)."
_SPECIALLY: Final = "5-2 does not reach it; the Minister may permit landing specially (12)."


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is on record of a person that a bar may rest on; `None` = not on record."""

    sentences: tuple[Sentence, ...] | None
    grounds: frozenset[Ground] | None
    security_ground: bool | None = None


def bars_beside(record: OnRecord, day: date) -> tuple[Finding[Answer], ...]:
    """The bars that stand, or may stand, beside a denial on a legal day.

    Returns:
        A finding for each: yes, it stands by what is on record; ask, a person judges; unknown, a fact is missing.

    Source: 5(1)(iv), (v), (v-2), (vii), (vii-2), (xi)-(xiv), 5-2, 12 (text 2025-06-01); DT-04, DT-16; A-44.
    """
    return (*_sentence(record.sentences, day), *_grounds(record.grounds or frozenset()), *_security(record))


def _sentence(sentences: tuple[Sentence, ...] | None, day: date) -> Iterator[Finding[Answer]]:
    """5(1)(iv): of any country, suspended or not; whether one whose suspension has run still counts is open."""
    long = [one for one in sentences or () if counts(LANDING_DENIED, one, day)]
    if any(_stays_long(one) for one in long):
        yield Finding(Answer.YES, (_SENTENCED,))
    elif long:
        yield Finding(Answer.ASK, (_SUSPENDED,))
    elif others_are_unknown(sentences):
        yield Finding(Answer.UNKNOWN, (_SENTENCES_UNKNOWN,))


def _stays_long(sentence: Sentence) -> bool:
    """Whether one year or more is left of it even if a suspension has run out."""
    if sentence.suspension is Suspension.NONE or sentence.suspension_revoked:
        return True
    part = sentence.unsuspended_months or 0
    return sentence.suspension is Suspension.PARTIAL and part >= (LANDING_DENIED.months or 0)


def _grounds(grounds: frozenset[Ground]) -> Iterator[Finding[Answer]]:
    for ground, (answer, why) in _BY_GROUND.items():
        if ground in grounds:
            yield Finding(answer, (why,))


def _security(record: OnRecord) -> Iterator[Finding[Answer]]:
    if record.security_ground:
        yield Finding(Answer.ASK, (_SECURITY,))


def _bar(code: str, item: str, en: str, ja: str, remedy: str = _SPECIALLY) -> Reason:
    return Reason(code, (ICRRA(item),), en, ja, remedy)


_SENTENCED: Final = _bar(
    "sentenced_to_a_year",
    "5(1)(iv)",
    "Sentenced to one year or more, which bars landing without end, unless the crime was political.",
    "一年以上の拘禁刑等に処せられたことがある（政治犯罪を除く。）。",
    _SET_ASIDE,
)
_SUSPENDED: Final = Reason(
    "sentenced_with_suspension",
    (ICRRA("5(1)(iv)"), cite("A-44")),
    "Sentenced to one year or more, suspended: the text makes no exception; whether a sentence whose suspension has "
    "run out still counts is left to a person.",
    "一年以上の拘禁刑に処せられ執行を猶予されており、猶予期間を経過した場合の扱いは人による判断を要する。",
    _SET_ASIDE,
)
_SENTENCES_UNKNOWN: Final = _bar(
    "sentences_not_on_record",
    "5(1)(iv)",
    "It is not on record whether the person was sentenced: a bar without end (5(1)(iv), (v)) may stand beside.",
    "刑に処せられたかどうかが記録になく、第5条第1項第4号又は第5号に該当する可能性がある。",
    "Record the sentences.",
)
_SECURITY: Final = Reason(
    "security_bar_may_stand",
    (ICRRA("5(1)(xi)"), ICRRA("5(1)(xii)"), ICRRA("5(1)(xiii)"), ICRRA("5(1)(xiv)")),
    "A ground of public security applied or was suspected: a bar of 5(1)(xi) to (xiv) may stand; a person judges.",
    "公安関係の事由に該当し又は疑われており、第5条第1項第11号から第14号までに該当する可能性がある。",
    _SPECIALLY,
)
_BY_GROUND: Final[dict[Ground, tuple[Answer, Reason]]] = {
    Ground.IV_CHI: (
        Answer.YES,
        _bar(
            "convicted_of_a_drug_crime",
            "5(1)(v)",
            "Convicted under a drug law: barred without end.",
            "薬物関係法令に違反して刑に処せられたことがある。",
            _SET_ASIDE,
        ),
    ),
    Ground.IV_NU: (
        Answer.YES,
        _bar(
            "engaged_in_prostitution",
            "5(1)(vii)",
            "Engaged in prostitution or its business: barred without end, but for a victim of trafficking.",
            "売春又はこれに直接に関係がある業務に従事したことがある（人身取引等の被害者を除く。）。",
            _SET_ASIDE,
        ),
    ),
    Ground.IV_HA: (
        Answer.YES,
        _bar(
            "trafficked_persons",
            "5(1)(vii-2)",
            "Trafficked persons, or incited or helped it: barred without end.",
            "人身取引等を行い、唆し、又はこれを助けた者である。",
        ),
    ),
    Ground.IV_3: (
        Answer.ASK,
        _bar(
            "event_related_bar_may_stand",
            "5(1)(v-2)",
            "Deported for violence at an event: barred from landing where a like act is feared at one in Japan.",
            "国際競技会等に関連する暴行等により退去を強制されており、同様の行為のおそれがあるときは上陸を拒否される。",
        ),
    ),
    Ground.IV_O: (
        Answer.ASK,
        _bar(
            "overthrow_bar_may_stand",
            "5(1)(xi)",
            "Deported for plotting to overthrow the government: the like bars landing.",
            "暴力による政府破壊の企て等により退去を強制されており、第5条第1項第11号に該当する可能性がある。",
        ),
    ),
    Ground.IV_WA: (
        Answer.ASK,
        _bar(
            "group_bar_may_stand",
            "5(1)(xii)",
            "Deported for a group that urges violence: the like bars landing.",
            "暴力を勧奨する団体の結成等により退去を強制されており、第5条第1項第12号に該当する可能性がある。",
        ),
    ),
    Ground.IV_KA: (
        Answer.ASK,
        _bar(
            "propaganda_bar_may_stand",
            "5(1)(xiii)",
            "Deported for propaganda for such a group: the like bars landing.",
            "当該団体のための文書図画の作成等により退去を強制されており、第5条第1項第13号に該当する可能性がある。",
        ),
    ),
    Ground.IV_YO: (
        Answer.ASK,
        _bar(
            "interests_bar_may_stand",
            "5(1)(xiv)",
            "Deported as harmful to Japan's interests or public security: the Minister may find the like at landing.",
            "日本国の利益又は公安を害するものとして退去を強制されており、第5条第1項第14号に該当する可能性がある。",
        ),
    ),
    Ground.III_2: (
        Answer.ASK,
        _bar(
            "terrorism_bar_may_stand",
            "5(1)(xiv)",
            "Deported for terrorism: the Minister may find a risk to Japan's interests or public security at landing.",
            "公衆等脅迫目的の犯罪行為等により退去を強制されており、第5条第1項第14号に該当する可能性がある。",
        ),
    ),
}
