"""`tetsuzuki serve`, `worker`, `migrate`, `doctor`: the processes and their health."""

from __future__ import annotations

import gc

import uvicorn

import worker as worker_process
from activities.logs import write_logs
from api.wiring import real_app
from cli.output import console, fail
from cli.tokens import settings as read_settings
from embedded import running
from register.migrate import upgrade
from settings import Settings


def located() -> Settings:
    """The settings with the addresses of the servers: as set, or of the embedded ones that run."""
    settings = read_settings()
    if settings.database.address is not None and settings.temporal.address is not None:
        return settings
    found = running(settings.data)
    if found is None:
        fail(
            "There is no register to work with.",
            "DATABASE_URL and TEMPORAL_ADDRESS are not set, and no embedded servers run here",
            "Set both, or run `tetsuzuki demo` in this folder.",
        )
    return settings.at(database_url=found.database_url, temporal_address=found.temporal_address)


def settle() -> None:
    """Set aside what was loaded at the start: a long-lived process need not look through it for garbage again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def serve() -> None:
    """Serve the API until it is told to stop."""
    write_logs()
    settings = located()
    app = real_app(settings)
    settle()
    uvicorn.run(
        app,
        host=settings.api.host,
        port=settings.api.port,
        log_config=None,
        access_log=False,
        server_header=False,
    )


def worker() -> None:
    """Run the worker: cases, their clocks, notices, and the sweeper."""
    write_logs()
    settings = located()
    settle()
    worker_process.serve(settings)


def migrate() -> None:
    """Bring the register's tables to this release."""
    settings = read_settings()
    upgrade((settings if settings.database.address else located()).sqlalchemy_url())
    console.print("the register is at this release")
