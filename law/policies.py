"""The open points of the law: what the texts leave unsaid, and the reading this engine takes until somebody decides.

Append only. A reading that changes gets a new entry with a later `since`; the old one stays for what was done under it.
Rules cite an open point with `cite`, so that people see where a reading and not the text carries an answer.

Source: LAW.md section 19, as far as it concerns time, recognition, provisional stay, deportation up to the order,
custody, removal, and what follows the finding.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from law.citation import PRACTICE, Citation
from law.custody_policies import CUSTODY_POINTS
from law.enforcement_policies import ENFORCEMENT_POINTS
from law.regimes import COMMENCEMENT


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """After how many working days an act owed "promptly" is alerted and counted as overdue; never a legal effect."""

    alert_after: int
    overdue_after: int


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question the texts leave open and the answer taken.

    Args:
        id: the number of the question in LAW.md section 19.
        question_en: the question.
        assumption_en: the reading taken.
        switch: the reading as a value: True where the assumption is followed, or its number.
        since: the first legal day on which this entry is followed.
    """

    id: str
    question_en: str
    assumption_en: str
    switch: bool | timedelta | ServiceLevel
    since: date


REMOVAL_MARGIN: Final = timedelta(days=10)
"""A-14: how long after the rolled review period removal still waits for the post and for going to court."""

PROMPTLY: Final = ServiceLevel(alert_after=1, overdue_after=3)
"""A-02: alerts on acts owed promptly (速やかに)."""


_ENTRIES: tuple[tuple[str, str, str, bool | timedelta | ServiceLevel], ...] = (
    (
        "A-01",
        "Does the holiday rule move a date fixed by an officer?",
        "No. A holiday is refused as a date; else a filing or payment on the next working day is in time, flagged.",
        True,
    ),
    ("A-02", "How long is 'promptly'?", "Service levels that alert; never an automatic legal effect.", PROMPTLY),
    (
        "A-05",
        "Is three days' silence an acceptance of the finding?",
        "No. A supervising inspector records why and from when it counts as accepted; never an automatic order.",
        True,
    ),
    (
        "A-11",
        "Who decides whether material shows sufficient ground?",
        "A person of the regional bureau, with reasons; until decided removal stays stopped.",
        True,
    ),
    (
        "A-12",
        "Does material handed in after the filing count?",
        "Not by the words; a person looks before any removal, and a new application with it is possible.",
        True,
    ),
    (
        "A-13",
        "Does a withdrawal of the application end suspension without provisional stay?",
        "Yes, by analogy to 61-2-4(5)(v); only a written withdrawal whose voluntariness was checked.",
        True,
    ),
    (
        "A-14",
        "How long must removal wait for posted requests and for the court?",
        "Until the rolled period and this margin have run, also where nothing suspends.",
        REMOVAL_MARGIN,
    ),
    ("A-15", "Does the day of departure count in the denial of landing?", "No.", True),
    (
        "A-16",
        "Must complementary protection be assessed when refugee status is refused?",
        "Yes: an assessment is recorded.",
        True,
    ),
    (
        "A-19",
        "Does an application count as one of two if it ends after the later one was filed?",
        "No: evaluated at the moment the later one was filed.",
        True,
    ),
    ("A-20", "Do two shorter sentences add up to three years?", "No: each by itself; a person looks.", True),
    (
        "A-21",
        "Until when on the last day may one file?",
        "Until 24:00 JST, if the bureau received it.",
        True,
    ),
    (
        "A-23",
        "Is a holder of a status who has a deportation order without a status for 61-2-9?",
        "Yes, from the order on.",
        True,
    ),
    (
        "A-26",
        "What of a late request for review with a claimed justifiable reason?",
        "Removal is stopped from its receipt until a rejecting decision is served.",
        True,
    ),
    (
        "A-27",
        "Does the holiday rule move the six months after landing and the special-permission window?",
        "Both roll, in the person's favour.",
        True,
    ),
    (
        "A-28",
        "What if a timely renewal of provisional stay is undecided on the last day?",
        "The procedure is treated as still stopped; no step against the person.",
        True,
    ),
    (
        "A-29",
        "Do applications made with a status, or finally refused before 2005-05-16, count as one of two?",
        "Open: a person looks before any removal that depends on them.",
        True,
    ),
    (
        "A-30",
        "What if a refusal of recognition cannot be delivered?",
        "The seven days do not begin and removal stays stopped; public notice of a review decision needs a sign-off.",
        True,
    ),
    (
        "A-35",
        "Special permission applied for before acceptance: pending, or withdrawn?",
        "Pending: it blocks the order. Withdrawn: the full three-day window all the same.",
        True,
    ),
    (
        "A-36",
        "Special permission applied for after the waiver or the three days, before the order?",
        "The order is held; a person decides.",
        True,
    ),
    ("A-37", "May special permission be refused before 50(4) is met?", "No.", True),
    (
        "A-41",
        "Does a travel restriction end detention under the order?",
        "Yes: detention is part of execution. Sponsorship and provisional release wait for a person.",
        True,
    ),
    (
        "A-42",
        "What becomes of a sponsorship when a status is granted?",
        "It is ended by a recorded act, and both are told.",
        True,
    ),
    (
        "A-46",
        "Do foreign sentences count, and a suspension that was revoked later?",
        "No foreign sentence; a suspension once pronounced keeps the person outside. In doubt removal stays stopped.",
        True,
    ),
    (
        "A-47",
        "An order issued before the criminal case: does 63(2) reach it?",
        "Treat alike: no execution until the proceedings end.",
        True,
    ),
)

POINTS: Final = tuple(
    OpenPoint(*entry, since=COMMENCEMENT) for entry in (*_ENTRIES, *CUSTODY_POINTS, *ENFORCEMENT_POINTS)
)
"""All entries, oldest first; a later entry with the same id replaces the earlier one from its `since`."""


def point(name: str, on: date) -> OpenPoint:
    """The entry of an open point that is followed on a legal day.

    Args:
        name: the id, `A-14`.
        on: the legal day; before the first entry, the first entry is meant.

    Raises:
        KeyError: there is no such open point.
    """
    entries = [entry for entry in POINTS if entry.id == name]
    if not entries:
        raise KeyError(name)
    return max((entry for entry in entries if entry.since <= on), key=lambda entry: entry.since, default=entries[0])


@lru_cache(maxsize=256)
def cite(name: str, on: date | None = None) -> Citation:
    """An open point as the basis of a reason, dated by its entry; without a day, the newest entry."""
    return PRACTICE(name, point(name, on or date.max).since)
