"""The real house: PostgreSQL, Temporal, the procedures; wired once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import ClassVar

from fastapi import FastAPI
from temporalio.client import Client
from typing_extensions import override

from activities.client import connect
from activities.pool import register_pool
from activities.routing import queue_of
from activities.send import Answer, Fate, send
from api.app import create_app
from api.ports import House
from engine.command import Command
from engine.declaration import Procedures
from register.alarms import Alarms
from register.batches import Batches
from register.country_notices import CountryNotices
from register.custody_lists import CustodyLists
from register.lookups import PoolLookUps
from register.people import People
from register.views import CaseKey
from settings import Settings
from workflows.procedures import PROCEDURES


class TemporalSender:
    """Sends commands to the workflows of their cases."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._client: Client | None = None

    async def open(self) -> None:
        """Make the client; it connects at its first call, so that the API starts while Temporal is away."""
        self._client = await connect(self._settings.temporal, lazy=True)

    async def send(self, command: Command) -> Answer:
        """Send a command to its case."""
        if self._client is None:
            return Answer(Fate.UNSENT)
        task_queue = queue_of(command.procedure, self._settings.task_queues)
        return await send(self._client, command, task_queue=task_queue)


class RememberedKeys(CustodyLists):
    """The register's reads, with where a case is remembered: person, procedure and office of a case never change."""

    _remembered: ClassVar[int] = 10_000

    @override
    async def key_of(self, case: str) -> CaseKey:
        keys: dict[str, CaseKey] = self.__dict__.setdefault("keys", {})
        if case not in keys:
            if len(keys) >= self._remembered:
                keys.clear()
            keys[case] = await super().key_of(case)
        return keys[case]


def _now() -> datetime:
    return datetime.now(UTC)


def real_app(settings: Settings) -> FastAPI:
    """The application over the real house; connections are made when it starts and let go when it ends."""
    pool, at_once = register_pool(settings), register_pool(settings, autocommit=True)
    procedures, sender = Procedures(PROCEDURES), TemporalSender(settings)
    reading, look_ups = RememberedKeys(pool, procedures), PoolLookUps(at_once, procedures)
    house = House(
        procedures,
        reading,
        People(pool),
        look_ups,
        custody=reading,
        alarms=Alarms(pool, procedures),
        country_notices=CountryNotices(pool),
        charters=Batches(pool),
        sender=sender,
        now=_now,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await pool.open(wait=False)
        await at_once.open(wait=False)
        try:
            await sender.open()
            yield
        finally:
            await at_once.close()
            await pool.close()

    return create_app(house, settings, lifespan=lifespan)
