"""What a running case and the world say to each other: the messages, and the activities by name and type.

The workflow names activities by these stubs and imports none of their code; `activities/` does what they promise.
"""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict
from temporalio import activity

from engine.command import Command, Filed
from law.clock_rule import Danger


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True, hide_input_in_errors=True)


class CaseRef(_Message):
    """A case by its ids: all that a run carries into the next one."""

    case: str
    person: str
    procedure: str


class FiledClock(_Message):
    """A running clock as the register has it: the first instant after its last day, and what is at stake."""

    ends_at: datetime
    danger: Danger


class Wake(_Message):
    """What a case waits for, read from the register.

    Attributes:
        clocks: every running clock that may lapse, in any order.
        has_obligations: its filings left something to be done outside.
        closed: it is closed, or not on file.
    """

    clocks: tuple[FiledClock, ...] = ()
    has_obligations: bool = False
    closed: bool = False


class Kept(_Message):
    """The answer to a command, and what the case waits for now."""

    filed: Filed
    wake: Wake


class Due(_Message):
    """Clocks of a case that ran out at or before an instant that is on file."""

    case: CaseRef
    until: datetime


class Now(_Message):
    """What a case answers when it is asked what it is doing."""

    wakes_at: datetime | None
    has_obligations: bool
    acts_in_flight: int
    history_events: int


class Fault(StrEnum):
    """Types of the failures that an activity or a validator ends with."""

    UNAVAILABLE = "unavailable"
    """Passes by itself: try again with the same command id."""
    INTERNAL = "internal"
    """A defect of ours: nothing was filed, an alarm is raised."""
    KEY_REUSED = "key_reused"
    """The command id is on file with other content."""
    NOT_FOUND = "not_found"
    BUSY = "busy"
    """Too many acts of the case are in flight."""
    TOO_LARGE = "too_large"
    NOT_THIS_CASE = "not_this_case"
    """The command belongs to another case, or its id is not the update's."""


@activity.defn(name="file")
async def file(command: Command) -> Kept:
    """File a command; a repeat is answered with what is on file."""
    raise NotImplementedError


@activity.defn(name="lapse")
async def lapse(due: Due) -> Wake:
    """File the lapses due; those already filed, moved or stopped change nothing."""
    raise NotImplementedError


@activity.defn(name="look")
async def look(case: CaseRef) -> Wake:
    """Read what the case waits for."""
    raise NotImplementedError


@activity.defn(name="discharge")
async def discharge(case: CaseRef) -> None:
    """Do what the filings of the case left to be done outside; what is marked done is not done again."""
    raise NotImplementedError
