"""Criminal proceedings beside a deportation case: what runs, leave to execute, travel restriction (62, 63, 63-2).

Not decided here:
    Anything that criminal procedure decides; in doubt a person looks (A-46, A-47).
"""

from datetime import date
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, SUPPL
from law.facts import ProceedingsKind, Sentence, Suspension
from law.finding import Answer, Finding, Reason
from law.policies import cite
from law.regimes import TRAVEL_RESTRICTION_FROM

_LEAVE: Final = (ICRRA("63(2)"), cite("A-47"))


class LeaveGiver(StrEnum):
    """Who may give leave to execute the order while a sentence is served (63(2))."""

    PROSECUTOR_GENERAL = "prosecutor_general"
    SUPERINTENDING_PROSECUTOR = "superintending_prosecutor"


class Reporter(StrEnum):
    """Who must report a coming release (62(3), (4))."""

    PRISON_HEAD = "prison_head"
    """Of a prison or a juvenile training school: full term, suspension of execution, other releases."""
    PAROLE_BOARD = "parole_board"
    """Parole, and provisional or final discharge that it decided."""


class ReleaseKind(StrEnum):
    """How somebody leaves a prison or a juvenile training school."""

    TERM_SERVED = "term_served"
    PAROLE = "parole"
    EXECUTION_STOPPED = "execution_stopped"
    """刑の執行の停止: the sentence is not over, and may be taken up again."""
    DISCHARGED = "discharged"
    """From juvenile training, provisionally or for good."""
    OTHER = "other"


class EndOfProceedings(StrEnum):
    """How proceedings ended otherwise than by a sentence that is served."""

    NOT_INDICTED = "not_indicted"
    ACQUITTED = "acquitted"
    FINED = "fined"
    DISMISSED = "dismissed"
    OTHER = "other"


REPORTED_BY: Final = {
    Reporter.PRISON_HEAD: frozenset(ReleaseKind) - {ReleaseKind.PAROLE},
    Reporter.PAROLE_BOARD: frozenset({ReleaseKind.PAROLE, ReleaseKind.DISCHARGED}),
}
"""The releases that each must report (62(3), (4))."""


class RestrictionGround(StrEnum):
    """The article of the Code of Criminal Procedure on which a person may not leave without leave (25-2(1)(i))."""

    SENTENCED = "342-2"
    """By law, with a sentence of imprisonment that is pronounced."""
    FINE_PRONOUNCED = "345-2"
    FINE_UNPAID = "494-3"


def leave_may_be_given(running: ProceedingsKind | None) -> Finding[Answer]:
    """Whether leave to execute the order is open: only while a sentence is served.

    Args:
        running: what kind of proceedings runs, a sentence from the day on which it is served; None = none.

    Returns:
        NO for a pending criminal case, a sentence that is not served yet, and juvenile training.

    Source: 63(2) proviso; A-47; invariant 42 of LAW §14.
    """
    if running is ProceedingsKind.SENTENCE:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (_JUVENILE if running is ProceedingsKind.JUVENILE_TRAINING else _NO_SENTENCE,))


def restriction_is_law(on: date) -> Finding[Answer]:
    """Whether the law knows a travel restriction on a legal day (63(3), suppl. 20: from 2025-05-15)."""
    return Finding(Answer.YES, ()) if on >= TRAVEL_RESTRICTION_FROM else Finding(Answer.NO, (_NOT_YET,))


def release_is_reported_by(reporter: Reporter, kind: ReleaseKind) -> Finding[Answer]:
    """Whether this release is reported by this authority (62(3), (4))."""
    return Finding(Answer.YES, ()) if kind in REPORTED_BY[reporter] else Finding(Answer.NO, (_OTHER_REPORTER,))


def sentence_fits(sentence: Sentence) -> Finding[Answer]:
    """Whether what is said of a sentence can be: life is never suspended, and a part is smaller than the whole."""
    life = sentence.months is None
    fits = _part_fits(sentence) and not (life and (sentence.days or sentence.suspension is not Suspension.NONE))
    return Finding(Answer.YES, ()) if fits else Finding(Answer.NO, (_DOES_NOT_FIT,))


def _part_fits(sentence: Sentence) -> bool:
    part, months = sentence.unsuspended_months, sentence.months
    if part is None:
        return not sentence.unsuspended_days
    if sentence.suspension is not Suspension.PARTIAL or months is None:
        return False
    return (0, 0) < (part, sentence.unsuspended_days) < (months, sentence.days)


def is_executed(sentence: Sentence) -> bool:
    """Whether something of a final sentence is to be served in Japan."""
    return sentence.japanese_court and (sentence.suspension is not Suspension.WHOLE or sentence.suspension_revoked)


_NO_SENTENCE: Final = Reason(
    "no_sentence_served",
    _LEAVE,
    "No sentence is being served: a pending criminal case knows no leave to execute the order.",
    "刑の執行中でなく、退去強制令書の執行の許可をする余地がない。",
    remedy="Wait until the proceedings end, or until the sentence is served.",
)
_JUVENILE: Final = Reason(
    "no_leave_from_juvenile_training",
    _LEAVE,
    "Juvenile training knows no leave to execute the order.",
    "少年院の在院者については、退去強制令書の執行の許可の制度がない。",
    remedy="Wait until the training ends.",
)
_NOT_YET: Final = Reason(
    "no_travel_restriction_in_law",
    (ICRRA("63(3)"), SUPPL("20")),
    "The law knows no travel restriction before 15 May 2025.",
    "出国の制限に関する規定は令和七年五月十五日に施行された。",
    remedy="Correct the day; nothing of the kind exists before.",
)
_OTHER_REPORTER: Final = Reason(
    "other_reporter",
    (ICRRA("62(3)"), ICRRA("62(4)")),
    "Parole is reported by the parole board, the other releases by the head of the prison or school.",
    "仮釈放等は地方更生保護委員会が、その他の釈放は矯正施設の長が通報する。",
    remedy="Name the authority that reported, or the release that it reported.",
)
_DOES_NOT_FIT: Final = Reason(
    "sentence_does_not_fit",
    (ICRRA("50(1)"), ICRRA("61-2-9(4)(ii)")),
    "A sentence for life is not suspended, and an unsuspended part belongs to a part-suspended sentence, and is less.",
    "刑の内容が整合しない（無期刑の執行猶予、一部執行猶予でない刑の実刑部分等）。",
    remedy="Correct the sentence.",
)
