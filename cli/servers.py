"""The command's way to the servers: where they are, and what is said when the register does not serve."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from activities.pool import register_pool
from cli.output import fail
from cli.tokens import settings as read_settings
from embedded import running
from register.errors import Unavailable
from register.migrate import newest, shape_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from psycopg_pool import AsyncConnectionPool

    from settings import Settings

START_REGISTER = "Start PostgreSQL, or correct DATABASE_URL."
MIGRATE = "Run `tetsuzuki migrate`; a register that a newer release has migrated needs that release."

# What a pool says of each attempt to connect is said once, by us.
logging.getLogger("psycopg.pool").addHandler(logging.NullHandler())


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


@asynccontextmanager
async def register_of(settings: Settings) -> AsyncIterator[AsyncConnectionPool]:
    """Connections to a register that answers and is at this release; else the command ends with how to mend it."""
    try:
        async with register_pool(settings) as pool:
            shape = await shape_of(pool)
            if shape != newest():
                fail("The register is not at this release.", difference(shape), MIGRATE)
            yield pool
    except Unavailable as error:
        fail("The register does not answer.", str(error), START_REGISTER)


def difference(shape: str | None) -> str:
    """What a register is at, and what this release works with."""
    return f"{'never migrated' if shape is None else f'at migration {shape}'}; this release works with {newest()}"
