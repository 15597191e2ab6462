"""What the acts of the departure plan and of the review of detention carry; texts stay in the entry, in no fact."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Payload, Text


class PlanOccasion(StrEnum):
    """Why a departure plan is drawn up for somebody who is not detained under the order."""

    SPONSORSHIP = "sponsorship"
    """Sponsorship was decided after the order, without a detention under 52(9) (52-8(1)(ii))."""
    OLD_RELEASE = "old_release"
    """On provisional release with an order when the Act commenced (suppl. 8(2)): an endeavour."""


class PlanOwed(Payload):
    """Why a departure plan is owed."""

    occasion: PlanOccasion


class Plan(Payload):
    """A departure plan: what Ord. 48-4 asks it to hold."""

    drawn_up_on: date
    obstacles: Text
    """(i): why the person cannot be removed at once."""
    heard_on: date | None = None
    hearing: Text | None = None
    """(ii): what the hearing of the person's wishes yielded."""
    found_otherwise: Text | None = None
    """How the obstacles were found where the person could not be heard (52-8(1): or by other means)."""
    expected_end: Text
    """(iii): when the obstacles should end; where nothing is foreseeable, that."""


class ProgressReport(Payload):
    """The control officer's report on the progress of the plan; the first one hands the plan in (52-8(2), (6))."""

    hands_in_plan: bool = False
    progress: Text


class Consideration(Payload):
    """The supervising inspector's view on Sponsorship, with what 52-2(5) asks to be weighed."""

    appropriate: bool
    risk_of_flight: Text
    risk_of_illegal_work: Text
    disadvantage_of_detention: Text
    other: Text | None = None
    reasons: Text


class ReportToCommissioner(Payload):
    """That Sponsorship is not decided, and why (52-8(3))."""

    reasons: Text


class CommissionersView(Payload):
    """Why the Commissioner finds Sponsorship appropriate, or does not (52-8(4))."""

    reasons: Text


class CountAnew(Payload):
    """Confirmation that the three months begin anew after a disaster, and from which day (A-48)."""

    first_day: date
    reasons: Text = Field(description="why the days before are not counted on")
