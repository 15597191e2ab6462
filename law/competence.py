"""Who may do what: the statutory competences, who holds them, and that the three instances are three people.

Not decided here:
    Office and territory; whether a counselor has an interest in a case.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from law.citation import ICRRA
from law.competence_table import COMPETENCES
from law.finding import Answer, Finding, Reason
from law.powers import ROLES, Competence, Power, Role

__all__ = [
    "COMPETENCES",
    "HOLDERS",
    "NOT_YET",
    "ROLES",
    "Competence",
    "Power",
    "Role",
    "instances_are_separate",
    "may_exercise",
]

HOLDERS: Final[dict[Power, frozenset[Role]]] = {power: each.holders for power, each in COMPETENCES.items()}
"""The roles that hold each power."""

NOT_YET: Final = ""
"""An instance that has not acted; `None` is one whose officer is not on record."""


def may_exercise(power: Power, roles: Iterable[Role]) -> Finding[Answer]:
    """Whether somebody with these roles may exercise a power; one role that holds it is enough.

    Source: LAW §1.2, §1.3; 69-2, CO 26, Ord. 61-2.
    """
    competence = COMPETENCES[power]
    if competence.holders.isdisjoint(roles):
        holders = sorted(competence.holders)
        return Finding(
            Answer.NO,
            (
                Reason(
                    "no_power",
                    competence.basis,
                    f"None of the roles may {competence.en}.",
                    f"「{competence.ja}」の権限を有しない。",
                    remedy=f"Only: {', '.join(ROLES[role][0] for role in holders)}.",
                ),
            ),
        )
    en, ja = f"The role may {competence.en}.", f"「{competence.ja}」の権限を有する。"
    return Finding(Answer.YES, (Reason("has_power", competence.basis, en, ja),))


def instances_are_separate(
    inspector: str | None, special_inquiry_officer: str | None, decider: str | None
) -> Finding[Answer]:
    """Whether examination, hearing and objection are in the hands of different people, in order.

    Args:
        inspector: id of the inspector who made the finding.
        special_inquiry_officer: id of the officer of the hearing; `NOT_YET` if there was none so far.
        decider: id of who decides on the objection; `NOT_YET` if there was none so far. None = not on record.

    Source: 45, 48, 49; invariant 29 of LAW §14.
    """
    instances = (inspector, special_inquiry_officer, decider)
    acted = [officer for officer in instances if officer != NOT_YET]
    known = [officer for officer in acted if officer is not None]
    if any(later != NOT_YET for earlier, later in pairwise(instances) if earlier == NOT_YET):
        return _instances(Answer.NO, "instance_skipped", "An earlier instance was skipped.", "前の段階を経ていない。")
    if len(set(known)) < len(known):
        return _instances(
            Answer.NO,
            "instances_not_separate",
            "One person acts in two instances.",
            "同一の者が二つの段階を担当している。",
        )
    if len(known) < len(acted):
        return _instances(
            Answer.UNKNOWN, "officer_not_on_record", "Who acted is not on record.", "担当者が記録にない。"
        )
    return _instances(
        Answer.YES, "instances_separate", "Each instance is another person.", "各段階の担当者は別人である。"
    )


def _instances(answer: Answer, code: str, en: str, ja: str) -> Finding[Answer]:
    remedy = "Let another officer act." if answer is Answer.NO else ""
    return Finding(answer, (Reason(code, (ICRRA("45"), ICRRA("48"), ICRRA("49")), en, ja, remedy),))
