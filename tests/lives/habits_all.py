"""All habits together, and what is seldom done."""

from __future__ import annotations

from tests.lives import habits, habits_after, habits_custody, habits_deportation, habits_sponsorship, habits_status

HABITS = {
    **habits.HABITS,
    **habits_deportation.HABITS,
    **habits_custody.HABITS,
    **habits_sponsorship.HABITS,
    **habits_after.HABITS,
    **habits_status.HABITS,
}
"""By the name of a payload, or by that of its file and its own."""
RARELY = {
    "record_death": 0.02,
    "record_departure": 0.05,
    "close_investigation": 0.3,
    "record_annulment": 0.4,
    "record_removal_against_gate": 0.1,
    "confirm_departure": 0.3,
    "record_leaving": 0.2,
    "record_refused_landing": 0.2,
    "record_judgment_abroad": 0.2,
}
"""Acts that end much, or that stand alone; the weight of the others is 1."""
