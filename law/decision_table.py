"""Decision tables of the law: conditions that must all be passed, each with what it says when it is not.

An unknown row blocks as a failing one does, but it is told apart: it asks for a fact instead of refusing a thing.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from law.citation import Citation
from law.finding import Answer, Finding, Reason

Text: TypeAlias = tuple[str, str]
"""A sentence in English and the same in Japanese."""


class Outcome(StrEnum):
    """How one row of a decision table came out."""

    PASSES = "passes"
    BLOCKS = "blocks"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision table as judged, for explanation pages."""

    number: int
    code: str
    outcome: Outcome
    reason: Reason


@dataclass(frozen=True, slots=True)
class Condition:
    """One row of a decision table as written.

    Args:
        number: the row's number in the table.
        code: what blocks, in snake case; `<code>_passed` and `<code>_not_on_record` are made from it.
        basis: the provisions it stands on.
        blocked: the sentence when it blocks.
        passed: the sentence when it passes.
        unknown: the sentence when the fact that decides is not on record.
        remedy: what would cure it, if something can.
        remedy_when_unknown: what would decide it, when the fact that decides is not on record.
    """

    number: int
    code: str
    basis: tuple[Citation, ...]
    blocked: Text
    passed: Text
    unknown: Text = ("", "")
    remedy: str = ""
    remedy_when_unknown: str = "Put the fact on record."
    _judged: tuple[Row, Row, Row] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the three rows that can come of it."""
        rows = (
            self._row(Outcome.BLOCKS, self.code, self.blocked, self.remedy),
            self._row(Outcome.PASSES, f"{self.code}_passed", self.passed),
            self._row(Outcome.UNKNOWN, f"{self.code}_not_on_record", self.unknown, self.remedy_when_unknown),
        )
        object.__setattr__(self, "_judged", rows)

    def blocks(self) -> Row:
        """The row stands against it."""
        return self._judged[0]

    def passes(self) -> Row:
        """Nothing in this row stands against it."""
        return self._judged[1]

    def is_unknown(self) -> Row:
        """The fact that decides is not on record."""
        return self._judged[2]

    def judged(self, blocks: bool | None) -> Row:
        """The row for the answer to "does it block?"; None when that is not known."""
        if blocks is None:
            return self.is_unknown()
        return self.blocks() if blocks else self.passes()

    def _row(self, outcome: Outcome, code: str, text: Text, remedy: str = "") -> Row:
        return Row(self.number, self.code, outcome, Reason(code, self.basis, *text, remedy=remedy))


def conclude(rows: tuple[Row, ...]) -> Finding[Answer]:
    """Yes only if every row passes; else no, or unknown when no row says plainly no.

    Returns:
        The answer with every row that blocks or is unknown, in the order of the table; when yes, with every row passed.
    """
    against = tuple(row for row in rows if row.outcome is not Outcome.PASSES)
    if not against:
        return Finding(Answer.YES, tuple(row.reason for row in rows))
    blocked = any(row.outcome is Outcome.BLOCKS for row in against)
    return Finding(Answer.NO if blocked else Answer.UNKNOWN, tuple(row.reason for row in against))


def any_of(*answers: bool | None) -> bool | None:
    """Whether one of the answers is yes; None when none is yes and one is not known."""
    if True in answers:
        return True
    return None if None in answers else False
