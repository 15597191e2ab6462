"""What is on record of a person from outside the procedures, taken together with what his or her cases keep.

The record of circumstances answers "the register was asked: these and no others"; without it nothing is known of
others. A case of court proceedings, or a criminal case, adds what it keeps. The same event may stand in both: what has
ended in one and is open in the other counts as open, until both say that it ended or the record is corrected.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeVar

from law.citation import ACLA, ICRRA
from law.facts import Circumstances, CourtStay, CriminalProceedings, Sentence, TravelRestriction
from law.finding import Answer, Finding, Reason

R = TypeVar("R")


class AtLeast(tuple[R, ...]):
    """Records that cases keep while nobody recorded whether there are others."""

    __slots__ = ()


def exists(records: tuple[R, ...] | None, is_such: Callable[[R], bool]) -> bool | None:
    """Whether one of the records is such; None where none is and it is not on record whether there are others."""
    if any(is_such(one) for one in records or ()):
        return True
    return None if others_are_unknown(records) else False


def others_are_unknown(records: tuple[R, ...] | None) -> bool:
    """Whether nobody recorded that there are these and no others."""
    return records is None or isinstance(records, AtLeast)


def together(
    recorded: Circumstances,
    *,
    stays: tuple[CourtStay, ...],
    proceedings: tuple[CriminalProceedings, ...],
    restrictions: tuple[TravelRestriction, ...],
    sentences: tuple[Sentence, ...],
) -> Circumstances:
    """The circumstances with what the person's cases keep beside them.

    Args:
        recorded: what was recorded; None in it = nobody recorded whether there are any.
        stays: court stays that cases keep as running.
        proceedings: criminal proceedings that cases keep as running.
        restrictions: travel restrictions that cases keep as running.
        sentences: every sentence that cases keep.
    """
    if not (stays or proceedings or restrictions or sentences):
        return recorded
    return replace(
        recorded,
        court_stays=_both(recorded.court_stays, stays),
        proceedings=_both(recorded.proceedings, proceedings),
        travel_restrictions=_both(recorded.travel_restrictions, restrictions),
        sentences=_both(recorded.sentences, sentences),
    )


def has_happened(records: Iterable[CourtStay | TravelRestriction], at: datetime) -> Finding[Answer]:
    """Whether stays or restrictions lie in the past as far as they are told: no record ends one by itself later.

    A term that is known beforehand belongs to the case of the suit, or to the criminal case, which keeps a clock.
    """
    to_come = any(one.since > at or (one.until is not None and one.until > at) for one in records)
    return Finding(Answer.NO, (_TO_COME,)) if to_come else Finding(Answer.YES, ())


def _both(recorded: tuple[R, ...] | None, kept: tuple[R, ...]) -> tuple[R, ...] | None:
    """What is recorded and what cases keep; a record that says the same is one."""
    if recorded is None:
        return AtLeast(kept) if kept else None
    return (*recorded, *(one for one in kept if one not in recorded))


_TO_COME: Final = Reason(
    "end_to_come",
    (ACLA("25(2)"), ICRRA("63(3)")),
    "A stay or a restriction begins or ends after the act: a record tells what has happened.",
    "執行停止又は出国の制限の始期又は終期が行為の日時より後である。",
    remedy="Record its end when it has come, or keep its term in court proceedings or a criminal case.",
)
