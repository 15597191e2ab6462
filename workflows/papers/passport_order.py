"""What the acts of an order to apply for a passport carry. Reasons stay in the entry, and go into no fact."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from engine.payload import Payload, Text
from law.passport_order import CommandedAct


class PassportOrderPaper(Payload):
    """The paper of form 65-2: the acts, and the day by which they are done (52(12), Ord. 48-3(1))."""

    acts: frozenset[CommandedAct] = Field(max_length=len(CommandedAct))
    last_day: date
    needed_for_removal: bool | None = None
    period_reasonable: bool | None = None
    reasons: Text


class AskedBy(StrEnum):
    """Who asks for an act that is due on demand (Ord. 48-2(iii), (v), (vi), (viii))."""

    EMBASSY = "embassy"
    FOREIGN_AUTHORITY = "foreign_authority"
    CARRIER = "carrier"
    OFFICER = "officer"
    """An immigration inspector or control officer."""


class ActAsked(Payload):
    """Somebody asked for a commanded act that is due on demand."""

    commanded: CommandedAct
    on: date
    asked_by: AskedBy


class ActDone(Payload):
    """A commanded act was done."""

    commanded: CommandedAct
    on: date
