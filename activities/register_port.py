"""What the durable side asks of the register; `register.filing.Register` answers, and a fake in the tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from engine.command import Command, Filed
from notices.channel import Announcement, Evidence
from workflows.ports import CaseRef, Due, Wake


class Errand(StrEnum):
    """Kinds of obligations."""

    MOVE = "move"
    """Have a case's workflow read its case again; start it if none runs."""
    DELIVER = "deliver"
    """Announce a notice to the person."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something a filing left to be done outside.

    Attributes:
        case: the case it concerns.
        announcement: for a delivery, what to announce; None where the person left no address.
        attempted: for a delivery, an attempt was begun whose end is not on file.
    """

    id: int
    errand: Errand
    case: CaseRef
    announcement: Announcement | None = None
    attempted: bool = False


class CaseRegister(Protocol):
    """The part of the register that running cases use. Every method may raise `register.errors.Unavailable`."""

    async def file(self, command: Command) -> Filed:
        """File a command, or answer a known one with what is on file."""
        ...

    async def lapse(self, due: Due) -> None:
        """File the lapses of the case's person due at or before an instant; none due is no error."""
        ...

    async def wake(self, case: str) -> Wake:
        """What a case waits for; a case that is not on file waits for nothing and is not open."""
        ...

    async def obligations(self, case: str) -> Sequence[Obligation]:
        """What the filings of a case left undone, oldest first."""
        ...

    async def obligations_older_than(self, age: timedelta, limit: int) -> Sequence[Obligation]:
        """What any filing left undone for longer than an age, oldest first."""
        ...

    async def begin(self, obligation: int) -> bool:
        """Put on file that a delivery is attempted; whether it is the first attempt."""
        ...

    async def end(self, obligation: int, evidence: Evidence | None) -> None:
        """Mark an obligation done, with the evidence of a delivery."""
        ...

    async def overdue(self, age: timedelta, limit: int) -> Sequence[Due]:
        """Cases with clocks that ran out longer than an age ago, by danger and then by end."""
        ...
