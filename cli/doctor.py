"""`tetsuzuki doctor` and `rebuild`: is everything there, is the record whole, does today's code agree with it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from temporalio.service import RPCError

from activities.client import connect
from activities.pool import register_pool
from cli.output import Output, OutputOption, fail, show
from cli.serving import located
from engine.declaration import Procedures
from register.errors import Unavailable
from register.rebuild import Rebuild
from register.verify import verify_audit, verify_facts
from worker import alive_file
from workflows.procedures import PROCEDURES

if TYPE_CHECKING:
    from settings import Settings

FRESH = timedelta(seconds=60)
Check = Callable[["Settings"], Awaitable[tuple[bool, str]]]


def doctor(output: OutputOption = Output.TABLE) -> None:
    """Check register, Temporal, worker and the chains of the record; ends with 1 if something is wrong."""
    settings = located()
    checks: dict[str, Check] = {
        "register answers": _register,
        "Temporal answers": _temporal,
        "worker is alive": _worker,
        "record is whole": _record,
    }
    rows = asyncio.run(_all(settings, checks))
    show(rows, ("check", "result", "found"), output)
    if any(row["result"] != "good" for row in rows):
        raise typer.Exit(1)


def rebuild(
    check: Annotated[bool, typer.Option("--check", help="compare; nothing is ever changed by this command")] = False,
    output: OutputOption = Output.TABLE,
) -> None:
    """Live every person's entries again under today's code and name what would come out otherwise (drift)."""
    if not check:
        why = "a difference is filed by a person, entry by entry"
        fail("Nothing is rebuilt by this command.", why, "Compare with --check.", code=2)

    async def run() -> list[dict[str, object]]:
        async with register_pool(located()) as pool:
            report = await Rebuild(pool, Procedures(PROCEDURES)).check()
        found = [drift.model_dump() for drift in report.drifts]
        return [*found, *({"case": one.chain, "what": one.fault} for one in report.broken)]

    rows = asyncio.run(run())
    show(rows, ("case", "what", "entry", "release"), output, title="Drift")
    if rows:
        raise typer.Exit(1)


async def _all(settings: Settings, checks: dict[str, Check]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for name, check in checks.items():
        try:
            good, found = await check(settings)
        except (Unavailable, RPCError, RuntimeError, OSError) as error:
            good, found = False, type(error).__name__
        rows.append({"check": name, "result": "good" if good else "WRONG", "found": found})
    return rows


async def _register(settings: Settings) -> tuple[bool, str]:
    async with register_pool(settings) as pool, pool.connection() as connection:
        cursor = await connection.execute("SELECT version_num FROM alembic_version")
        row = await cursor.fetchone()
    return row is not None, f"at migration {row[0]}" if row else "not migrated: run `tetsuzuki migrate`"


async def _temporal(settings: Settings) -> tuple[bool, str]:
    client = await connect(settings.temporal)
    healthy = await client.service_client.check_health()
    return healthy, str(settings.temporal.address)


async def _worker(settings: Settings) -> tuple[bool, str]:
    path = alive_file(settings)
    if not path.exists():
        return False, "no sign of life: run `tetsuzuki worker`"
    seen = datetime.fromisoformat(path.read_text(encoding="utf-8").strip())
    return datetime.now(UTC) - seen < FRESH, f"last sign of life {seen.isoformat(timespec='seconds')}"


async def _record(settings: Settings) -> tuple[bool, str]:
    async with register_pool(settings) as pool:
        found = (await verify_facts(pool), await verify_audit(pool))
    broken = sum(len(one.broken) for one in found)
    links, chains = sum(one.links for one in found), sum(one.chains for one in found)
    return not broken, f"{links} links in {chains} chains, {broken} broken"
