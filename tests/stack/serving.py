"""The API as a process of its own, in front of a stack."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from cli.http import until_ready
from embedded import Process, free_port
from settings import Settings


@asynccontextmanager
async def served(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """Serve, and set the environment so that commands and tokens of this process fit; gives the address."""
    port = free_port()
    environment = {
        "DATABASE_URL": settings.dsn(),
        "TEMPORAL_ADDRESS": str(settings.temporal.address),
        "TASK_QUEUE": settings.task_queues.cases,
        "CUSTODY_TASK_QUEUE": settings.task_queues.custody,
        "TETSUZUKI_DATA": str(settings.data),
        "API_PORT": str(port),
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    command = [sys.executable, "-m", "cli.main", "serve"]
    server = Process.start("serve", command, log=settings.data / "serve.log", stop=signal.SIGTERM)
    try:
        address = f"http://127.0.0.1:{port}"
        await asyncio.to_thread(until_ready, address)
        yield address
    finally:
        server.stop()
