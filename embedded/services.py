"""Both servers together, as the demo, the tests and the benchmarks need them."""

import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from pydantic import BaseModel, ConfigDict

from embedded.postgres import Postgres
from embedded.process import Process, exists
from embedded.temporal import Temporal

DATABASE = "tetsuzuki"
"""The database that `Services` makes."""

_FILE = "services.json"
_PATIENCE = 30.0


class AlreadyRunning(Exception):
    """The services of this folder belong to a process that still lives."""


class Addresses(BaseModel):
    """Where the services are, for other processes of this machine.

    Attributes:
        database_url: PostgreSQL, in libpq's form.
        temporal_address: Temporal's front end.
        temporal_ui: Temporal's web page, if shown.
        pids: The processes by name: their `owner`, and the servers that run for it.
    """

    model_config = ConfigDict(frozen=True)

    database_url: str
    temporal_address: str
    temporal_ui: str | None = None
    pids: dict[str, int]


class Services:
    """PostgreSQL and Temporal for as long as the `with` block lasts; their data stay in the folder.

    A server whose address is given runs elsewhere and is neither started nor stopped.
    """

    def __init__(
        self,
        folder: Path,
        *,
        database_url: str | None = None,
        temporal_address: str | None = None,
        ui_port: int | None = None,
    ) -> None:
        """Name the folder of the data and the servers that already run.

        Args:
            folder: Holds the data, the logs and `services.json`.
            database_url: A PostgreSQL to use instead of the embedded one.
            temporal_address: A Temporal to use instead of the embedded one.
            ui_port: Where to show Temporal's web page; none by default.
        """
        self._folder = folder
        self._database_url = database_url
        self._temporal_address = temporal_address
        self._ui_port = ui_port
        self._lock: int | None = None
        self.postgres: Postgres | None = None
        self.temporal: Temporal | None = None

    def __enter__(self) -> Addresses:
        """Start what is not given, both at once; answer with the addresses when both serve.

        Raises:
            AlreadyRunning: Another living process runs the services of this folder.
            StartFailed: A server did not become ready; nothing is left running.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock = _take(self._folder)
        try:
            return self._start()
        except BaseException:
            self._stop()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop what was started, both at once."""
        self._stop()

    def _start(self) -> Addresses:
        if self._temporal_address is None:
            self.temporal = Temporal.start(self._folder / "temporal", ui_port=self._ui_port, holding=self._lock)
        if self._database_url is None:
            self.postgres = Postgres.start(self._folder / "postgres", holding=self._lock)
        addresses = self._addresses()
        _write(self._folder / _FILE, addresses)
        return addresses

    def _addresses(self) -> Addresses:
        database_url, temporal_address, page = self._database_url, self._temporal_address, None
        if self.postgres:
            database_url = self.postgres.until_ready().ensure_database(DATABASE)
        if self.temporal:
            temporal_address, page = self.temporal.until_ready().address, self.temporal.ui
        pids = {process.name.lower(): process.pid for process in self._processes()}
        return Addresses(
            database_url=database_url or "",
            temporal_address=temporal_address or "",
            temporal_ui=page,
            pids={"owner": os.getpid()} | pids,
        )

    def _processes(self) -> list[Process]:
        return [server.process for server in (self.postgres, self.temporal) if server]

    def _stop(self) -> None:
        (self._folder / _FILE).unlink(missing_ok=True)
        for process in self._processes():
            process.begin_to_stop()
        for process in self._processes():
            process.stop()
        self.postgres = self.temporal = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def running(folder: Path) -> Addresses | None:
    """The addresses of the services that run on this folder now, or none."""
    try:
        addresses = Addresses.model_validate_json((folder / _FILE).read_bytes())
    except FileNotFoundError:
        return None
    return addresses if all(exists(pid) for pid in addresses.pids.values()) else None


def _take(folder: Path) -> int:
    """Lock the folder; waits for servers of a killed process, which are on their way out and still hold the lock."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    end = time.monotonic() + _PATIENCE
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        if running(folder) or time.monotonic() > end:
            os.close(lock)
            raise AlreadyRunning(str(folder))
        time.sleep(0.05)


def _write(path: Path, addresses: Addresses) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(addresses.model_dump_json(indent=2) + "\n")
    fresh.chmod(0o600)
    fresh.replace(path)
