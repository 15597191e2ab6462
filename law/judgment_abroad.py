"""Whether a judgment that became final abroad denies landing for five years: 5(1)(ix-2).

Not decided here:
    Which crimes are listed: the officer names them by the record (DT-02, row 4).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from law.citation import ICRRA
from law.decision_table import Condition, conclude
from law.finding import Answer, Finding

_BASIS: Final = (ICRRA("5(1)(ix-2)"),)


@dataclass(frozen=True, slots=True)
class JudgmentFacts:
    """What 5(1)(ix-2) asks of a judgment; `None` = not on record.

    Attributes:
        as_table_i_holder: it was pronounced while the person stayed with a status of Table I.
        listed_crime: for a crime that the item lists.
        imprisonment: to imprisonment, suspended or not.
        left_on: the legal day on which the person left after it.
        abroad_when_final: was still abroad when it became final.
        final_on: the legal day on which it became final.
    """

    as_table_i_holder: bool | None
    listed_crime: bool | None
    imprisonment: bool | None
    left_on: date | None
    abroad_when_final: bool | None
    final_on: date | None


def denies_landing(facts: JudgmentFacts) -> Finding[Answer]:
    """Whether the judgment denies landing for five years from the day on which it became final.

    Returns:
        Yes with every condition passed; no or unknown with those that fail or are not on record.

    Source: 5(1)(ix-2) (text 2025-06-01); DT-04, DT-16 (any imprisonment, suspended or not).
    """
    left, final = facts.left_on, facts.final_on
    after = None if left is None or final is None else final < left
    rows = (
        _HOLDER.judged(_not(facts.as_table_i_holder)),
        _CRIME.judged(_not(facts.listed_crime)),
        _IMPRISONMENT.judged(_not(facts.imprisonment)),
        _LEFT_BEFORE.judged(after),
        _ABROAD.judged(_not(facts.abroad_when_final)),
    )
    return conclude(rows)


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


_UNKNOWN: Final = ("It is not on record.", "記録にない。")
_REMEDY: Final = "Nothing cures it: another item of 5(1) may apply."
_HOLDER: Final = Condition(
    1,
    "not_a_table_i_holder",
    _BASIS,
    blocked=(
        "The judgment was not pronounced while the person stayed with a status of Table I.",
        "判決の宣告が別表第一の在留資格をもつて在留する間にされたものでない。",
    ),
    passed=(
        "It was pronounced while the person stayed with a status of Table I.",
        "別表第一の在留資格で在留中の宣告である。",
    ),
    unknown=_UNKNOWN,
    remedy=_REMEDY,
)
_CRIME: Final = Condition(
    2,
    "not_a_listed_crime",
    _BASIS,
    blocked=("The crime is none that the item lists.", "同号に掲げる罪によるものでない。"),
    passed=("The crime is one that the item lists.", "同号に掲げる罪によるものである。"),
    unknown=_UNKNOWN,
    remedy=_REMEDY,
)
_IMPRISONMENT: Final = Condition(
    3,
    "not_imprisonment",
    _BASIS,
    blocked=("The judgment is not one of imprisonment.", "拘禁刑に処する判決でない。"),
    passed=("The judgment is one of imprisonment.", "拘禁刑に処する判決である。"),
    unknown=_UNKNOWN,
    remedy=_REMEDY,
)
_LEFT_BEFORE: Final = Condition(
    4,
    "final_before_leaving",
    _BASIS,
    blocked=("It became final before the person left.", "出国前に確定している。"),
    passed=("The person left before it became final.", "確定前に出国している。"),
    unknown=_UNKNOWN,
    remedy=_REMEDY,
)
_ABROAD: Final = Condition(
    5,
    "not_abroad_when_final",
    _BASIS,
    blocked=("The person was not abroad when it became final.", "確定の時に本邦外にいない。"),
    passed=("The person was abroad when it became final.", "本邦外にある間に確定している。"),
    unknown=_UNKNOWN,
    remedy=_REMEDY,
)
