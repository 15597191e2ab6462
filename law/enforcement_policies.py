"""The open points of what follows the finding, as `law.policies` reads them."""

from datetime import timedelta
from typing import Final

ENFORCEMENT_POINTS: Final[tuple[tuple[str, str, str, bool | timedelta], ...]] = (
    (
        "A-07",
        "May an order to apply for a passport issue, or run, while removal is stopped?",
        "It is not issued; one in force pauses, and a person is asked.",
        True,
    ),
    (
        "A-08",
        "What does the notice of cooperating countries hold, and what if none is loaded?",
        "A dated list of the countries on the notice. With no list for the day, reason (i) cannot be established.",
        True,
    ),
    (
        "A-09",
        "What is left of a penal order to leave after a suspension?",
        "The whole days that were left, rounded up; the supervising inspector may extend.",
        True,
    ),
    (
        "A-40",
        "May a penal order to leave issue while a cause of its suspension exists already?",
        "It is not issued; one that is suspended revives by itself.",
        True,
    ),
    (
        "A-44",
        "Does a suspended sentence whose period has run bar landing?",
        "Not in the text: a person decides.",
        True,
    ),
    (
        "A-49",
        "A one-year decision made by mistake for somebody deported, or ordered to depart, before?",
        "Its words hold while it stands, but a person is asked; without it ten years.",
        True,
    ),
    (
        "A-50",
        "A hold at exit control on the last day of a departure?",
        "Under a departure order a cause that is not the person's: ask for the extension that day. Else alert before.",
        True,
    ),
)
