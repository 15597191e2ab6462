"""Measure acts over HTTP beside bare Temporal updates, the gate of removal, the pure procedures and a long life."""

from __future__ import annotations

import asyncio
import os
import platform
import signal
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

from temporalio.client import WorkflowHandle

from activities.client import connect
from activities.pool import register_pool
from api.issuer import issue
from bench.bare import QUEUE, Bare
from bench.caller import Answer, Caller
from bench.life import long_life
from bench.load import Measured, measure
from bench.pure import acts_per_second
from bench.removal import Asked, ask, taken_over
from cli.http import until_ready
from cli.seeds import OFFICES, officers
from embedded import Process, Services, free_port
from register.migrate import upgrade
from register.people import People
from settings import Settings, Temporal

LANES = 16
SECONDS = 16.0
ROUNDS = 4


class Acts:
    """Acts over HTTP: one person and one case a lane, each act based on the version that the last one gave."""

    def __init__(self, port: int, token: str) -> None:
        self._callers = [Caller("127.0.0.1", port, token) for _ in range(LANES)]
        self._cases: list[tuple[str, str]] = []

    async def open(self) -> None:
        """Enter a person a lane and open the case."""
        for lane in range(LANES):
            person = await self._post(lane, "/v1/people", {"names": [{"language": "en", "text": f"Lane {lane}"}]})
            body = {"person": person.body["id"], "opening": "keep", "body": {}}
            opened = await self._post(lane, "/v1/procedures/Circumstances/cases", body)
            self._cases.append((opened.body["case"], opened.headers["etag"]))

    async def act(self, lane: int) -> None:
        """Do one act."""
        case, etag = self._cases[lane]
        path = f"/v1/cases/{case}/acts/record_custody"
        done = await self._post(lane, path, {"body": {"custody": "free"}}, If_Match=etag)
        self._cases[lane] = (case, done.headers["etag"])

    async def _post(self, lane: int, path: str, body: object, **headers: str) -> Answer:
        return await self._callers[lane].post(path, body, Idempotency_Key=str(uuid4()), **headers)


async def side_by_side(address: str, port: int, token: str) -> dict[tuple[str, int], Measured]:
    """Bare updates and acts in turns, so that whatever else the machine does falls on both."""
    client = await connect(Temporal(address=address))
    bare: list[WorkflowHandle[Bare, None]] = [
        await client.start_workflow(Bare.run, id=f"bare-{number}", task_queue=QUEUE) for number in range(LANES)
    ]
    acts = Acts(port, token)
    await acts.open()

    async def update(lane: int) -> None:
        await bare[lane].execute_update(Bare.act)

    best: dict[tuple[str, int], Measured] = {}
    for lanes in (1, LANES):
        await measure(lanes, 2, update)
        await measure(lanes, 2, acts.act)
        for _ in range(ROUNDS):
            for name, request in (("bare", update), ("acts", acts.act)):
                one = await measure(lanes, SECONDS / ROUNDS, request)
                if (name, lanes) not in best or one.per_second > best[name, lanes].per_second:
                    best[name, lanes] = one
    return best


async def removal(settings: Settings, port: int) -> Asked:
    """Ask for everybody in the sample whether he or she may be removed, with nothing else going on."""
    return await ask(Caller("127.0.0.1", port, issue("moj-commissioner", settings)), await taken_over(settings))


def over_http() -> tuple[dict[tuple[str, int], Measured], Asked]:
    """Everything started for this run alone, and stopped after it."""
    with tempfile.TemporaryDirectory(prefix="tetsuzuki-bench-") as folder, ExitStack() as stack:
        data = Path(folder)
        found = stack.enter_context(Services(data))
        port = free_port()
        os.environ |= {
            "DATABASE_URL": found.database_url,
            "TEMPORAL_ADDRESS": found.temporal_address,
            "TETSUZUKI_DATA": folder,
            "API_PORT": str(port),
        }
        settings = Settings.from_environment(os.environ)
        upgrade(settings.sqlalchemy_url())
        asyncio.run(_seed(settings))
        commands = {
            "worker": ["-m", "cli.main", "worker"],
            "serve": ["-m", "cli.main", "serve"],
            "bare": ["-m", "bench.bare", found.temporal_address],
        }
        started = []
        for name, command in commands.items():
            log = data / f"{name}.log"
            started.append(Process.start(name, [sys.executable, *command], log=log, stop=signal.SIGTERM))
            stack.callback(started[-1].stop)
        until_ready(f"http://127.0.0.1:{port}")
        for process in started:
            if not process.is_alive():
                raise RuntimeError(f"{process.name} ended: {process.last_words()}")
        acts = asyncio.run(side_by_side(found.temporal_address, port, issue("tokyo-inspector", settings)))
        for process in started:
            if process.name != "serve":
                process.stop()
        return acts, asyncio.run(removal(settings, port))


async def _seed(settings: Settings) -> None:
    async with register_pool(settings) as pool:
        people = People(pool)
        await people.put_offices(OFFICES)
        await people.put_officers(officers())


def main() -> int:
    """Measure and print; 1 if a figure is out of reach."""
    ArgumentParser(prog="python -m bench", description=__doc__).parse_args()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)  # noqa: S607
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}, commit {commit.stdout.strip() or '?'}")
    found, asked = over_http()
    print(f"{'':24}{'per second':>12}{'p50 ms':>10}{'p99 ms':>10}")
    for (name, lanes), one in found.items():
        label = f"{'acts over HTTP' if name == 'acts' else 'bare updates'} × {lanes}"
        print(f"{label:24}{one.per_second:12.1f}{one.p50:10.1f}{one.p99:10.1f}")
    print(f"may be removed, of {asked.people:<5}{'':12}{asked.p50:10.1f}{asked.p95:10.1f} (p95)")
    pure, done = acts_per_second(SECONDS)
    life = asyncio.run(long_life())
    rows = [
        ("throughput × 16, of bare", found["acts", LANES].per_second / found["bare", LANES].per_second, 0.6, True),
        ("p50 × 1, of bare", found["acts", 1].p50 / found["bare", 1].p50, 2.0, False),
        ("may be removed: p95, ms", asked.p95, 20.0, False),
        ("may be removed: p95, of particulars", asked.p95 / asked.bare_p95, 2.0, False),
        (f"pure acts a second ({done} done)", pure, 8000, True),
        ("nine years ten months, s", life, 2.0, False),
    ]
    missed = 0
    for name, figure, target, at_least in rows:
        reached = figure >= target if at_least else figure <= target
        missed += not reached
        print(
            f"{name:36}{figure:12.2f}  {'≥' if at_least else '≤'} {target:<8} {'reached' if reached else 'NOT REACHED'}"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
