"""The law in force on a day (LAW §13): the days of change, each written once.

Every rule carries the day on which it begins, and transitional rules stand with the rules that they concern. Law is
append-only: a change adds a day, and nothing that was in force is edited.

Not decided here:
    Changes after 2025-06-01 that were not researched (Act 59 and 60 of 2024, Act 39 of 2025).
"""

from datetime import date
from typing import Final

ACT_IN_FORCE_FROM: Final = date(1951, 11, 1)
"""The first day of the Act (Cabinet Order 319 of 1951)."""
COMPLEMENTARY_PROTECTION_FROM: Final = date(2023, 12, 1)
COMMENCEMENT: Final = date(2024, 6, 10)
"""The main commencement of Act 56 of 2023 (施行日), at 00:00 JST."""
DRUG_LAWS_RENAMED_FROM: Final = date(2024, 12, 12)
TRAVEL_RESTRICTION_FROM: Final = date(2025, 5, 15)
IMPRISONMENT_FROM: Final = date(2025, 6, 1)

DAYS_OF_CHANGE: Final = (
    COMPLEMENTARY_PROTECTION_FROM,
    COMMENCEMENT,
    DRUG_LAWS_RENAMED_FROM,
    TRAVEL_RESTRICTION_FROM,
    IMPRISONMENT_FROM,
)
"""The first days of every modelled change of the statutes, in order."""
