"""One filing a person at a time in this process, so that one person's locked row never takes every connection."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from register.errors import Unavailable


class Turnstile:
    """Lets filings of one person through one after the other, before they ask for a connection.

    Args:
        patience: how long one waits before it gives up its turn and comes again later.
    """

    def __init__(self, patience: timedelta = timedelta(seconds=2)) -> None:
        self._patience = patience.total_seconds()
        self._gates: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[str, int] = defaultdict(int)

    @asynccontextmanager
    async def through(self, person: str) -> AsyncIterator[None]:
        """Hold the turn of a person.

        Raises:
            Unavailable: it did not come in time.
        """
        self._waiting[person] += 1
        try:
            async with self._turn(self._gates[person]):
                yield
        finally:
            self._waiting[person] -= 1
            if not self._waiting[person]:
                del self._waiting[person], self._gates[person]

    @asynccontextmanager
    async def _turn(self, gate: asyncio.Lock) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._patience):
                await gate.acquire()
        except TimeoutError:
            raise Unavailable("turnstile") from None
        try:
            yield
        finally:
            gate.release()
