"""The answer of a rule: a value *and* its reasons, each with where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from law.citation import Citation

T = TypeVar("T", covariant=True)  # noqa: PLC0105  (read everywhere as the value's type)


class Answer(StrEnum):
    """What a rule answers when it is asked whether something may or must be."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """A fact that decides is not on record."""
    ASK = "ask"
    """The law leaves it to a person, or the text is silent: a person takes over."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of an answer.

    Args:
        code: stable identifier in snake case, unique to this ground ("suspensive_effect").
        basis: the provisions it stands on; never empty.
        en: the ground in a sentence for people, English. No personal data.
        ja: the same in Japanese.
        remedy: what would change it, if something can ("wait for service of the decision"); English.
    """

    code: str
    basis: tuple[Citation, ...]
    en: str
    ja: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of counting a period: the day reached and why it counts or does not."""

    day: date
    en: str
    ja: str


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """What a rule found: the value, the reasons that carry it, and for dates the counting steps."""

    value: T
    reasons: tuple[Reason, ...]
    steps: tuple[Step, ...] = ()

    @property
    def basis(self) -> tuple[Citation, ...]:
        """All provisions named by the reasons, in order, each once."""
        return tuple(dict.fromkeys(citation for reason in self.reasons for citation in reason.basis))
