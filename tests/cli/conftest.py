"""A register on real PostgreSQL, and an API over it that listens, for commands that need them."""

import asyncio
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

import psycopg
import pytest
import structlog
import uvicorn
from fastapi import FastAPI
from psycopg import sql

from activities.pool import register_pool
from activities.send import Answer, Fate
from api.wiring import real_app
from cli.seeds import OFFICES, officers
from embedded import Postgres, free_port
from engine.command import Command
from engine.declaration import Procedures
from register.filing import Register
from register.migrate import upgrade
from register.people import People
from register.pool import make_pool
from settings import Settings
from tests.cli.terminal import NOBODY_LISTENS, Terminal
from workflows.procedures import PROCEDURES


@dataclass(frozen=True)
class Direct:
    """Files at once, instead of through Temporal."""

    settings: Settings

    async def send(self, command: Command) -> Answer:
        """File."""
        async with register_pool(self.settings) as pool:
            filed = await Register(pool, Procedures(PROCEDURES), release="test").file(command)
        return Answer(Fate.ANSWERED, filed)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the developer's own shell sets must not reach the commands under test."""
    for name in [one for one in os.environ if one.startswith("TETSUZUKI_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def database_template(postgres: Postgres) -> str:
    """A migrated database with the offices and officers of the demonstration."""
    name = "cli_template"
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    upgrade(postgres.dsn(name))
    asyncio.run(_seed(postgres.dsn(name)))
    return name


async def _seed(address: str) -> None:
    async with make_pool(address, min_size=1) as pool:
        await People(pool).put_offices(OFFICES)
        await People(pool).put_officers(officers())


@pytest.fixture
def terminal(database_url: str, tmp_path: Path) -> Terminal:
    """A terminal at a register of its own; Temporal and the API are away."""
    return Terminal.of(database_url, tmp_path)


@pytest.fixture(scope="module")
def desk(module_database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A terminal at an API that listens, over a register that the tests of a module share."""
    data = tmp_path_factory.mktemp("desk")
    settings = Settings(data=data).at(database_url=module_database_url, temporal_address=NOBODY_LISTENS)
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(_app(settings), port=port, log_config=None, access_log=False, ws="none"))
    thread = threading.Thread(target=server.run)
    with (data / "serve.log").open("w") as log, _logging_to(log):
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the API did not start"
            time.sleep(0.02)
        yield Terminal.of(module_database_url, data).at(TETSUZUKI_API=f"http://127.0.0.1:{port}")
        server.should_exit = True
        thread.join()


@contextmanager
def _logging_to(file: TextIO) -> Iterator[None]:
    """What the API logs goes elsewhere than what the commands print."""
    before = structlog.get_config()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(file))
    try:
        yield
    finally:
        structlog.configure(**before)


def _app(settings: Settings) -> FastAPI:
    """The API as it is wired in production, but for what stands between it and the filing."""
    app = real_app(settings)
    app.state.house = replace(app.state.house, sender=Direct(settings))
    return app
