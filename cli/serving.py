"""`tetsuzuki serve`, `worker`, `migrate`: the processes, and the tables they need."""

from __future__ import annotations

import gc

import uvicorn
from alembic.util.exc import CommandError
from sqlalchemy.exc import OperationalError

import worker as worker_process
from activities.logs import write_logs
from api.wiring import real_app
from cli.output import console, fail
from cli.servers import START_REGISTER, located
from cli.tokens import settings as read_settings
from register.migrate import upgrade


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
    try:
        upgrade((settings if settings.database.address else located()).dsn())
    except OperationalError as error:
        fail("The register does not answer.", type(error.orig).__name__, START_REGISTER)
    except CommandError:
        fail("The register cannot be migrated.", "a newer release has migrated it", "Use that release.")
    console.print("the register is at this release")
