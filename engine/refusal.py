"""Answers that are not what was asked for: refusals (the law does not allow it now) and defects (a fault of ours)."""

from datetime import datetime

from law.citation import Citation
from law.finding import Answer, Finding, Reason


class Refusal(Exception):
    """An act that the law does not allow now.

    Attributes:
        code: the code of the first reason; classes and codes decide, never text.
        reasons: every ground, each with its articles; never empty.
        available_from: the first instant at which time alone would cure it, or None.
    """

    def __init__(self, *reasons: Reason, available_from: datetime | None = None) -> None:
        super().__init__(reasons[0].code)
        self.reasons = reasons
        self.available_from = available_from

    @property
    def code(self) -> str:
        """Code of the first ground."""
        return self.reasons[0].code

    @property
    def remedy(self) -> str:
        """What would cure the first ground that can be cured, or ''."""
        return next((reason.remedy for reason in self.reasons if reason.remedy), "")


class NoPower(Refusal):
    """The officer does not hold the statutory power that the act needs."""


class NotYours(Refusal):
    """The case belongs to another office; told apart from a case that does not exist only in the record."""


class Malformed(Refusal):
    """The body cannot be what the act needs, whatever the law says."""


class StaleVersion(Refusal):
    """The case changed since the caller read it."""


class Defect(Exception):
    """A fault of ours: nothing is filed, an alarm is raised. Holds a code and opaque ids only."""

    def __init__(self, code: str, *ids: str) -> None:
        super().__init__(" ".join((code, *ids)))
        self.code = code
        self.ids = ids


class NoDecider(Defect):
    """Who decides was asked where nobody does: the law itself acts, or nobody's powers are looked at."""


def because(code: str, *basis: Citation, en: str, ja: str, remedy: str = "") -> Reason:
    """A ground of refusal, in one line."""
    return Reason(code=code, basis=basis, en=en, ja=ja, remedy=remedy)


def not_allowed(basis: tuple[Citation, ...]) -> Reason:
    """The ground where a rule says no and gives none of its own."""
    return because(
        "not_allowed",
        *basis,
        en="The law does not allow it.",
        ja="法律上認められない。",
        remedy="Read the articles that the act rests on: what is missing is not known here.",
    )


def unless(holds: bool, reason: Reason, available: Reason | None = None) -> Finding[Answer]:
    """A finding from a plain condition: YES, or NO for the reason given."""
    if holds:
        return Finding(Answer.YES, (available,) if available else ())
    return Finding(Answer.NO, (reason,))


def refuse_unless(finding: Finding[Answer], fallback: Reason) -> None:
    """Raise the refusal that a finding means, if it is not a plain yes.

    Args:
        finding: what a rule answered.
        fallback: the ground to give when the finding carries none.
    """
    if finding.value is Answer.YES:
        return
    raise Refusal(*(finding.reasons or (fallback,)))
