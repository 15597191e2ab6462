"""A house under test: real servers, a worker process that may be killed, and people whose parcels are handled."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from temporalio.client import Client

from activities.client import connect
from activities.send import Answer, Fate, Sender
from engine.command import Command, Kind, case_id_of
from engine.declaration import Procedures
from law.competence import Role
from register.filing import Register
from register.people import Name, NewOffice, NewOfficer, NewPerson, NewRole, People
from register.pool import make_pool
from settings import Settings, TaskQueues
from tests.stack.parcels import Parcel

ROOT = Path(__file__).parents[2]
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
INSPECTOR = "inspector"


@dataclass
class WorkerProcess:
    """A worker of its own, started and killed by id."""

    settings: Settings
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; `until_alive` waits for it."""
        self.alive_file.unlink(missing_ok=True)
        environment = os.environ | {
            "DATABASE_URL": self.settings.dsn(),
            "TEMPORAL_ADDRESS": str(self.settings.temporal.address),
            "TASK_QUEUE": self.settings.task_queues.cases,
            "CUSTODY_TASK_QUEUE": self.settings.task_queues.custody,
            "TETSUZUKI_DATA": str(self.settings.data),
        }
        command = [sys.executable, "-m", "tests.stack.stack_worker"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)

    async def until_alive(self) -> None:
        """Wait until it serves, and a round of its sweeper reached the register."""
        await until(self.alive_file.exists, patience=30)

    def kill(self) -> None:
        """End it without a word."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def stop(self) -> int:
        """End it cleanly; returns its exit code."""
        if self.process is None:
            return 0
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)

    @property
    def log(self) -> Path:
        """Where it writes."""
        return self.settings.data / "worker.log"

    @property
    def alive_file(self) -> Path:
        """What it writes when it reached the register."""
        return self.settings.data / "worker.alive"


@dataclass
class House:
    """The servers, a worker, a client, and a desk."""

    settings: Settings
    worker: WorkerProcess
    client: Client
    register: Register
    people: People
    _numbers: Any = field(default_factory=count)
    name: str = field(default_factory=lambda: uuid4().hex[:8])

    def sender(self, within: float = 10) -> Sender:
        """Sends commands and waits so many seconds."""
        return Sender(self.client, self.settings.task_queues, timedelta(seconds=within))

    async def person(self) -> str:
        """A new person, with an address."""
        new = NewPerson(names=(Name(language="en", text="Ada Canary"),), email="ada@example.org", language="ja")
        return await self.people.create_person(f"{self.name}-{next(self._numbers)}", new, by=INSPECTOR)

    def command(self, person: str, act: str, text: str = "x", case: str = "", at: datetime | None = None) -> Command:
        """A command; without a case, an opening."""
        identity = f"{self.name}-{next(self._numbers)}"
        now = datetime.now(UTC)
        return Command(
            id=identity,
            kind=Kind.ACT if case else Kind.OPEN,
            person=person,
            case=case or case_id_of(identity),
            procedure="Parcel",
            act=act,
            body={"text": text},
            occurred_at=at or now,
            received_at=now,
            decided_by=INSPECTOR,
            entered_by=INSPECTOR,
        )

    async def open(self, person: str, at: datetime | None = None) -> str:
        """Open a case through Temporal; returns its id."""
        answer = await self.send(self.command(person, "post", at=at))
        assert answer.fate is Fate.ANSWERED, answer
        assert answer.filed
        assert answer.filed.refusal is None, answer.filed.refusal
        return answer.filed.case

    async def send(self, command: Command, within: float = 10) -> Answer:
        """Send a command."""
        return await self.sender(within).send(command)

    def ask(self, statement: str, *parameters: Any) -> Sequence[Any]:
        """Ask the database directly."""
        with psycopg.connect(self.settings.dsn(), autocommit=True) as connection:
            return connection.execute(statement.encode(), parameters).fetchall()

    def stage(self, case: str) -> str:
        """The stage of a case on file."""
        return str(self.ask("SELECT stage FROM cases WHERE id = %s", case)[0][0])

    def labels(self, case: str) -> list[str]:
        """The labels of a case on file."""
        found: list[str] = self.ask("SELECT state -> 'labels' FROM cases WHERE id = %s", case)[0][0]
        return found

    def on_file(self, commands: Sequence[Command]) -> int:
        """How many of some commands are on file."""
        ids = [command.id for command in commands]
        return int(self.ask("SELECT count(*) FROM entries WHERE id = ANY(%s)", ids)[0][0])


@asynccontextmanager
async def house_at(database_url: str, temporal_address: str, folder: Path) -> AsyncIterator[House]:
    """A house on servers that run; its worker is started by the test and is gone at the end."""
    name = uuid4().hex[:8]
    queues = TaskQueues(cases=f"cases-{name}", custody=f"custody-{name}")
    settings = Settings(task_queues=queues, data=folder)
    settings = settings.at(database_url=database_url, temporal_address=temporal_address)
    client = await connect(settings.temporal)
    worker = WorkerProcess(settings)
    async with make_pool(settings.dsn(), min_size=1, max_size=4) as pool:
        people = People(pool)
        await people.put_offices([NewOffice(id="tokyo", en="Tokyo", ja="東京")])
        role = NewRole(role=Role.IMMIGRATION_INSPECTOR, office="tokyo", since=LONG_AGO)
        role_too = NewRole(role=Role.REFUGEE_INQUIRER, office="tokyo", since=LONG_AGO)
        await people.put_officers([NewOfficer(id=INSPECTOR, office="tokyo", name="I", roles=(role, role_too))])
        try:
            yield House(settings, worker, client, Register(pool, Procedures((Parcel,)), release="test"), people)
        finally:
            worker.kill()


async def until(holds: Callable[[], bool], patience: float = 20) -> float:
    """Wait until something holds; returns the seconds it took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < patience, "did not come true in time"
        await asyncio.sleep(0.1)
    return time.monotonic() - began
