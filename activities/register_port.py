"""What the durable side asks of the register: `register.filing.Register` answers in earnest, a fake in the tests."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Protocol

from engine.command import Command, Filed
from notices.channel import Announcement
from register.watch import Obligation, OverdueClock, Wake


class CaseRegister(Protocol):
    """The part of the register that running cases use. Every method may raise `register.errors.Unavailable`."""

    async def keep(self, command: Command) -> tuple[Filed, Wake]:
        """File a command, or answer a known one with what is on file; and what its case waits for then."""
        ...

    async def file_lapses(self, person_or_case: str, until: datetime) -> object:
        """File what ran out for a person at or before an instant; nothing due is no error."""
        ...

    async def wake(self, case: str) -> Wake:
        """What a case waits for; one that is not on file waits for nothing and counts as closed."""
        ...

    async def overdue(self, limit: int = ..., *, older_than: timedelta = ...) -> tuple[OverdueClock, ...]:
        """Clocks that ran out longer ago than that, gravest first."""
        ...

    async def obligations(
        self, case: str | None = ..., limit: int = ..., *, older_than: timedelta = ...
    ) -> tuple[Obligation, ...]:
        """What the filings of a case, or all, left undone, oldest first."""
        ...

    async def note_attempt(self, obligations: Iterable[int]) -> None:
        """Count a step of an attempt."""
        ...

    async def mark_done(self, obligations: Iterable[int]) -> tuple[int, ...]:
        """Mark obligations done."""
        ...

    async def file_evidence(self, notice: str, evidence: dict[str, Any]) -> bool:
        """File how a notice was delivered; False where that was on file before."""
        ...


class Deliveries(Protocol):
    """What is to be known and claimed for a delivery."""

    async def announcement(self, obligation: Obligation) -> Announcement | None:
        """Whom to tell where; None where the person left no address."""
        ...

    async def claim(self, obligation: Obligation) -> bool:
        """Put on file that an attempt begins; False if another one began since the obligation was read."""
        ...
