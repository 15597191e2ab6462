"""What procedures lay before one another: recognitions that stand, and dispositions that a review can attack."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from law.facts import ApplicationKind
from law.review import Disposition

INACTION = frozenset({Disposition.REFUGEE_INACTION, Disposition.PROTECTION_INACTION})
REVOCATIONS = frozenset({Disposition.REFUGEE_REVOKED, Disposition.PROTECTION_REVOKED})


@dataclass(frozen=True, slots=True)
class DispositionOnFile:
    """A disposition, or an application left undecided, as its case stands now.

    Args:
        case: the case whose disposition it is.
        disposition: what was decided, or left undecided.
        made_on: the legal day of the disposition; None for inaction.
        received_on: the legal day on which the paper really reached the person; None = not proved.
    """

    case: str
    disposition: Disposition
    made_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class UnservedDecision:
    """The Minister's signed decision that an inaction is unlawful; it binds when it is served (ACRA 49(3), 51, 52)."""

    case: str
    """The case that was left undecided."""


@dataclass(frozen=True, slots=True)
class RecognitionOnFile:
    """A recognition that stands: of which application, as what, since which legal day."""

    application: str
    kind: ApplicationKind
    since: date


def recognition_of(application: str, recognitions: Iterable[RecognitionOnFile]) -> RecognitionOnFile | None:
    """The recognition of an application that stands, or None."""
    return next((one for one in recognitions if one.application == application), None)


def recognised_as_refugee(recognitions: Iterable[RecognitionOnFile]) -> bool:
    """Whether the person is recognised as a refugee."""
    return any(one.kind is ApplicationKind.REFUGEE for one in recognitions)
