"""`tetsuzuki doctor` and `rebuild`: is everything there, is the record whole, does today's code agree with it?"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, NamedTuple

import psycopg
import typer
from temporalio.service import RPCError

from activities.client import connect
from activities.pool import register_pool
from cli.output import Output, OutputOption, fail, show
from cli.servers import MIGRATE, START_REGISTER, difference, located, register_of
from engine.declaration import Procedures
from register.errors import Unavailable
from register.migrate import newest, shape_of
from register.officer_import import ACTOR
from register.rebuild import Rebuild
from register.verify import verify_audit, verify_facts
from worker import alive_file
from workflows.procedures import PROCEDURES

if TYPE_CHECKING:
    from settings import Settings

FRESH = timedelta(seconds=60)
PATIENCE = timedelta(seconds=20)
WORK = "Run `tetsuzuki worker` on this data folder."


class Found(NamedTuple):
    """What a check found; `mend` says what to do where it is not good."""

    good: bool
    found: str
    mend: str = ""


class Check(NamedTuple):
    """Something to look at, and what to do if it does not answer."""

    name: str
    look: Callable[[Settings], Awaitable[Found]]
    mend: str


def doctor(output: OutputOption = Output.TABLE) -> None:
    """Check register, Temporal, worker and the chains of the record; ends with 1 if something is wrong."""
    settings = located()
    rows = asyncio.run(_all(settings))
    show(rows, ("check", "result", "found", "mend"), output)
    if any(row["result"] != "good" for row in rows):
        raise typer.Exit(1)


def rebuild(
    check: Annotated[bool, typer.Option("--check", help="compare; nothing is changed")] = False,
    mend_lists: Annotated[
        bool, typer.Option("--mend-lists", help="write lists that differ anew from the cases on file, then compare")
    ] = False,
    output: OutputOption = Output.TABLE,
) -> None:
    """Live every person's entries again under today's code and name what would come out otherwise (drift)."""
    if not (check or mend_lists):
        why = "a difference in a case is filed by a person, entry by entry"
        fail("No case is rebuilt by this command.", why, "Compare with --check; --mend-lists mends lists.", code=2)

    async def run() -> list[dict[str, object]]:
        async with register_of(located()) as pool:
            rebuilt = Rebuild(pool, Procedures(PROCEDURES))
            report = await rebuilt.check()
            differing = {drift.person for drift in report.drifts if drift.what == "list"} if mend_lists else set()
            for person in sorted(differing):
                await rebuilt.mend_lists(person, by=ACTOR)
            if differing:
                report = await rebuilt.check()
        found = [drift.model_dump() for drift in report.drifts]
        return [*found, *({"case": one.chain, "what": one.fault} for one in report.broken)]

    rows = asyncio.run(run())
    show(rows, ("case", "what", "act", "entry", "release"), output, title="Drift")
    if rows:
        raise typer.Exit(1)


async def _all(settings: Settings) -> list[dict[str, object]]:
    checks = (
        Check("register answers", _register, START_REGISTER),
        Check("Temporal answers", _temporal, "Start Temporal, or correct TEMPORAL_ADDRESS."),
        Check("worker is alive", _worker, WORK),
        Check("record is whole", _record, "Let the register answer first."),
    )
    found = await asyncio.gather(*(_look(check, settings) for check in checks))
    return [
        {
            "check": check.name,
            "result": "good" if one.good else "WRONG",
            "found": one.found,
            "mend": "" if one.good else one.mend,
        }
        for check, one in zip(checks, found, strict=True)
    ]


async def _look(check: Check, settings: Settings) -> Found:
    try:
        return await check.look(settings)
    except (Unavailable, psycopg.Error, RPCError, RuntimeError, OSError) as error:
        why = str(error) if isinstance(error, Unavailable) else type(error).__name__
        return Found(good=False, found=f"no answer ({why})", mend=check.mend)


async def _register(settings: Settings) -> Found:
    async with register_pool(settings) as pool:
        shape = await shape_of(pool)
    if shape != newest():
        return Found(good=False, found=difference(shape), mend=MIGRATE)
    return Found(good=True, found=f"at migration {shape}")


async def _temporal(settings: Settings) -> Found:
    async with asyncio.timeout(PATIENCE.total_seconds()):
        client = await connect(settings.temporal)
        healthy = await client.service_client.check_health()
    return Found(healthy, str(settings.temporal.address), "Look at Temporal's log.")


async def _worker(settings: Settings) -> Found:
    path = alive_file(settings)
    if not path.exists():
        return Found(good=False, found="no sign of life", mend=WORK)
    try:
        seen = datetime.fromisoformat(path.read_text(encoding="utf-8").strip()).astimezone(UTC)
    except ValueError:
        return Found(good=False, found=f"{path} holds no instant", mend=WORK)
    is_fresh = datetime.now(UTC) - seen < FRESH
    return Found(is_fresh, f"last sign of life {seen.isoformat(timespec='seconds')}", WORK)


async def _record(settings: Settings) -> Found:
    async with register_pool(settings) as pool:
        if await shape_of(pool) != newest():
            return Found(good=False, found="not read", mend="Let the register be at this release first.")
        found = (await verify_facts(pool), await verify_audit(pool))
    broken = sum(len(one.broken) for one in found)
    links, chains = sum(one.links for one in found), sum(one.chains for one in found)
    what = f"{links} links in {chains} chains, {broken} broken"
    return Found(not broken, what, "Compare with a backup; `tetsuzuki rebuild --check` names the facts.")
