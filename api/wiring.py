"""The real house: PostgreSQL, Temporal, the procedures; wired once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from fastapi import FastAPI
from temporalio.client import Client

from activities.client import connect
from activities.pool import register_pool
from activities.send import Answer, Fate, send
from api.app import create_app
from api.lookups import PoolLookUps
from api.ports import House
from engine.command import Command
from engine.declaration import Procedures
from register.people import People
from register.reading import Reading
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
        return await send(self._client, command, task_queue=self._settings.task_queues.cases)


def _now() -> datetime:
    return datetime.now(UTC)


def real_app(settings: Settings) -> FastAPI:
    """The application over the real house; connections are made when it starts and let go when it ends."""
    pool = register_pool(settings)
    procedures, sender = Procedures(PROCEDURES), TemporalSender(settings)
    house = House(procedures, Reading(pool, procedures), People(pool), PoolLookUps(pool, procedures), sender, _now)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await pool.open(wait=False)
        try:
            await sender.open()
            yield
        finally:
            await pool.close()

    return create_app(house, settings, lifespan=lifespan)
