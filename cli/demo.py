"""`tetsuzuki demo`: everything on this machine, the sample caseload, and a walk through it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from activities.pool import register_pool
from cli.http import until_ready
from cli.importing import import_all, people_in, report
from cli.output import Output, complaints, console, fail
from cli.seeds import OFFICES, officers
from cli.tokens import settings as read_settings
from cli.walk import walk
from embedded import Addresses, AlreadyRunning, Process, Services, StartFailed, free_port
from register.migrate import upgrade
from register.people import People

if TYPE_CHECKING:
    from settings import Settings

SAMPLE = Path(__file__).parent.parent / "caseloads" / "tokyo-sample.jsonl"


def demo(
    once: Annotated[bool, typer.Option("--once", help="end with 0 after the walk")] = False,
    caseload: Annotated[Path, typer.Option(help="what to import")] = SAMPLE,
) -> None:
    """Start PostgreSQL, Temporal, worker and API here, import the sample caseload, walk through it, and stay up."""
    settings = read_settings()
    settings.data.mkdir(parents=True, exist_ok=True)
    address, temporal = settings.database.address, settings.temporal.address
    try:
        with ExitStack() as stack:
            services = Services(
                settings.data, database_url=settings.dsn() if address else None, temporal_address=temporal
            )
            addresses = stack.enter_context(services)
            _run(stack, settings, addresses, caseload, once=once)
    except AlreadyRunning:
        fail("A demonstration runs in this folder already.", "", "End it with Ctrl-C, or use its addresses.")
    except StartFailed as error:
        fail("A server did not start.", str(error), f"Look at the logs in {settings.data}.")
    except KeyboardInterrupt:
        console.print("\nstopped; the data is kept in", str(settings.data))


def _run(stack: ExitStack, settings: Settings, addresses: Addresses, caseload: Path, *, once: bool) -> None:
    located = settings.at(database_url=addresses.database_url, temporal_address=addresses.temporal_address)
    upgrade(located.sqlalchemy_url())
    asyncio.run(_seed(located))
    port = free_port()
    environment = {
        "DATABASE_URL": addresses.database_url,
        "TEMPORAL_ADDRESS": addresses.temporal_address,
        "TETSUZUKI_DATA": str(settings.data.resolve()),
        "API_PORT": str(port),
    }
    os.environ.update(environment)
    for name in ("worker", "serve"):
        stack.callback(_start(name, settings.data).stop)
    api = f"http://127.0.0.1:{port}"
    until_ready(api)
    _import(located, caseload)
    console.rule("The walk")
    walk(api, located)
    _say_addresses(api, addresses, settings.data)
    if not once:
        console.print("Ctrl-C ends it; the data is kept.")
        _until_interrupted()


def _start(name: str, folder: Path) -> Process:
    command = [sys.executable, "-m", "cli.main", name]
    return Process.start(name, command, log=folder / f"{name}.log", stop=signal.SIGTERM)


async def _seed(settings: Settings) -> None:
    async with register_pool(settings) as pool:
        people = People(pool)
        await people.put_offices(OFFICES)
        await people.put_officers(officers())


def _import(settings: Settings, caseload: Path) -> None:
    total = people_in(caseload)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=complaints) as progress:
        task = progress.add_task("importing people", total=total)
        results = asyncio.run(import_all(settings, caseload, lambda: progress.advance(task)))
    report(results, Output.TABLE)


def _say_addresses(api: str, addresses: Addresses, folder: Path) -> None:
    console.print(f"API and its documentation: [bold]{api}/docs[/bold]")
    if addresses.temporal_ui:
        console.print(f"Temporal's own view: {addresses.temporal_ui}")
    console.print(f"notices: {folder / 'maildrop'}   logs: {folder}/worker.log, {folder}/serve.log")
    console.print(f"try: tetsuzuki deadline list --api {api} --as tokyo-supervisor", highlight=False)


def _until_interrupted() -> None:
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    while not stopped.wait(1):
        pass
